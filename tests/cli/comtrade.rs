//! UN Comtrade: a total beside its parts, which must never be added up.

use crate::program::Folder;

/// The columns that tradecheck needs of the new layout.
const HEADER: &str = "freqCode,period,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,primaryValue\n";

fn row(code: &str, transport: &str, value: &str) -> String {
    format!("M,201709,CHN,M,408,PRK,0,{code},C00,{transport},{value}\n")
}

#[test]
fn breakdowns_are_never_added_to_their_aggregate() {
    // By mode of transport 100 + 45 = 145; by goods 145 at two depths; the total is 145 all along.
    let rows = [
        row("TOTAL", "0", "145"),
        row("TOTAL", "2100", "100"),
        row("TOTAL", "3200", "45"),
        row("27", "0", "145"),
        row("2701", "0", "145"),
    ];
    let folder = Folder::new().with("comtrade.csv", format!("{HEADER}{}", rows.concat()));
    let columns = "--columns month,flow,value,basis";
    folder
        .run(&format!(
            "series --month 2017-09 --flow imports --no-header {columns} comtrade.csv"
        ))
        .gives("2017-09,import,145,printed\n[exit 0]");
}
