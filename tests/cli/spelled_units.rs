//! Decimal marks and units: stated by the file, by its columns and headings, or by the user.

use crate::program::Folder;
use crate::understood::Want::{Figures, Refused};
use crate::understood::{NK, check};

#[test]
fn the_decimal_mark_is_found_or_asked_for_in_every_layout() {
    let ours = "period;flow;currency;value;unit\n2016-09;import;USD;234,800;thousand\n2017-09;import;USD;145,800;thousand\n";
    let shown = ours.replace("234,800", "234800,0");
    let comtrade = "period;reporterCode;flowCode;partnerCode;cmdCode;primaryValue\n201609;156;M;408;TOTAL;234800000,000\n201709;156;M;408;TOTAL;145800000,000\n";
    let imf = "COUNTRY;INDICATOR;COUNTERPART_COUNTRY;SCALE;TIME_PERIOD;OBS_VALUE\nCHN;MG_CIF_USD;PRK;Millions;2016-M09;234,800\nCHN;MG_CIF_USD;PRK;Millions;2017-M09;145,800\n";
    let trade_map = "Unit : US Dollar thousand\nExporters;Imported value in 2016-M09;Imported value in 2017-M09\n\"Korea, Democratic People's Republic of\";234.800;145.800\n";
    let platform = "Date of data;Trading partner code;US dollar\n201609;109;234.800.000\n201709;109;145.800.000\n";
    let grouped = platform.replace(".800.000", ",800");
    let pointed = platform.replace(".800.000", ".800");
    let signs = "month;imports (USD million)\n2016-09;$234,800\n2017-09;$145,800\n";
    let words = "month;imports (USD)\n2016-09;234,800 million\n2017-09;145,800 million\n";
    let wide_digits = "month;imports (USD million)\n2016-09;234,8\n2017-09;１４５，８００\n";
    let zero = "month,imports (USD billion)\n2016-09,\"0,235\"\n2017-09,\"0,146\"\n";
    let (open, file) = (|| Refused("--decimal point"), "a.csv");
    check(
        &[
            ("one figure each", "", file, ours, open()),
            ("groups", "--decimal point", file, ours, NK),
            (
                "decimals",
                "--decimal comma",
                file,
                ours,
                Figures(234_800, 145_800),
            ),
            // 234800,0 thousand, and 145,800 thousand.
            (
                "shown by another",
                "",
                file,
                &shown,
                Figures(234_800_000, 145_800),
            ),
            ("Comtrade", "", file, comtrade, NK),
            ("the IMF", "", file, imf, open()),
            ("the IMF, said", "--decimal comma", file, imf, NK),
            ("Trade Map", "", file, trade_map, open()),
            ("Trade Map, said", "--decimal comma", file, trade_map, NK),
            ("the platform", "--imports", file, platform, NK),
            // It gives whole dollars and groups their digits by commas.
            (
                "the platform's own groups",
                "--imports",
                file,
                &grouped,
                Figures(234_800, 145_800),
            ),
            (
                "points of a spreadsheet",
                "--imports",
                file,
                &pointed,
                open(),
            ),
            ("beside a sign", "", file, signs, NK),
            ("beside a word", "", file, words, NK),
            ("in wide digits", "", file, wide_digits, NK),
            (
                "no group begins with a zero",
                "",
                file,
                zero,
                Refused("--decimal comma"),
            ),
            (
                "that is, decimals",
                "--decimal comma",
                file,
                zero,
                Figures(235_000_000, 146_000_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn the_unit_that_the_user_states_fills_what_is_not_stated() {
    let platform = "Date of data,Trading partner code,US dollar\n201609,109,\"234,800,000\"\n201709,109,\"145,800,000.0\"\n";
    let two = "month,flow,value,unit\n2016-09,import,234.8,USD million\n2017-09,import,145800000,US dollars\n";
    let one = "period,flow,currency,value,unit\n2016-09,import,USD,234800000,1\n2017-09,import,USD,145800000,1\n";
    let head = "month,imports (US dollars)\n2016-09,234800000\n2017-09,145800000\n";
    let comtrade = "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n201609,156,M,408,TOTAL,234800000\n201709,156,M,408,TOTAL,145800000\n";
    let sign = "month,imports (US$)\n2016-09,234800\n2017-09,145800\n";
    let unit = "--file-unit thousand";
    let imports = format!("{unit} --imports");
    check(
        &[
            ("the platform", &imports, "a.csv", platform, NK),
            ("two units", unit, "a.csv", two, NK),
            ("whole ones", unit, "a.csv", one, NK),
            ("in words", unit, "a.csv", head, NK),
            ("Comtrade", unit, "a.csv", comtrade, NK),
            ("a sign states no scale", unit, "a.csv", sign, NK),
        ],
        "imports",
    );
    // The built-in data states its own unit, so the flag would change nothing there.
    let folder = Folder::new();
    let run = "yoy --month 2017-09 --flow imports --file-unit thousand --columns value -f csv";
    let output = folder.run(run).output();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("does not take `--file-unit`"), "{told}");
}

#[test]
fn each_column_and_each_heading_has_its_own_unit() {
    let heads = "Exporters,\"Imported value in 2016-M09, US Dollar thousand\",\"Imported value in 2017-M09, US Dollar million\"\n\"Korea, Democratic People's Republic of\",234800,145.8\n";
    let against = format!(
        "Unit : US Dollar million\n{}",
        heads.replace("Dollar million\"", "Dollar thousand\"")
    );
    let comma = "Unit: US$1,000\nExporters,Imported value in 2016-M09,Imported value in 2017-M09\n\"Korea, Democratic People's Republic of\",234800,145800\n";
    let whole = "Series,2016-08,2016-09,2017-09\nImports from North Korea (USD),900000,234800000,145800000\n";
    let small = "Series,2016-08,2016-09,2017-09\nImports from North Korea (USD),..,234800,145800\n";
    check(
        &[
            ("of Trade Map", "", "a.csv", heads, NK),
            (
                "against the title",
                "",
                "a.csv",
                &against,
                Refused("two units"),
            ),
            ("parted at its comma", "", "a.csv", comma, NK),
            ("whole dollars in any column", "", "a.csv", whole, NK),
            ("in none", "", "a.csv", small, Refused("--file-unit")),
        ],
        "imports",
    );
    let headings = "Unit: USD thousand\n,2016-09,2017-09\nImports (USD million),,\nNorth Korea,234.8,145.8\nJapan,1,2\nExports,,\nNorth Korea,266400,283000\nJapan,3,4\n";
    let to_date = "Unit: USD thousand\n,2016-09,2017-09\nImports (year to date),,\nNorth Korea,9,9\nJapan,1,2\nExports,,\nNorth Korea,266400,283000\nJapan,3,4\n";
    let exports = || Figures(266_400_000, 283_000_000);
    check(
        &[
            (
                "a unit of the heading before",
                "",
                "a.csv",
                headings,
                exports(),
            ),
            (
                "the year to date of the heading before",
                "",
                "a.csv",
                to_date,
                exports(),
            ),
        ],
        "exports",
    );
    check(&[("its own", "", "a.csv", headings, NK)], "imports");
}

#[test]
fn two_units_of_one_figure_are_refused() {
    let ours = "All values in US$ thousand\nperiod,flow,currency,value,unit\n2016-09,import,USD,234800,1\n2017-09,import,USD,145820,1\n";
    let comtrade = "Values in US Dollar thousand\nperiod,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n201609,156,M,408,TOTAL,234800\n201709,156,M,408,TOTAL,145820\n";
    let label = "Series,Unit,2016-09,2017-09\nImports (US$ thousand),USD million,234.8,145.8\n";
    let money = "Series,Unit,2016-09,2017-09\nImports (RMB million),USD million,234.8,145.8\n";
    let columns =
        "Series,Unit,Units,2016-09,2017-09\nImports,USD thousand,USD million,234.8,145.8\n";
    let agree =
        "Series,Unit,Units,2016-09,2017-09\nImports (US$),USD million,USD million,234.8,145.8\n";
    let heading = "month,imports_usd_mn\nIn RMB million,\n2016-09,234.8\n2017-09,145.8\n";
    let head = "month,indicator,value_usd_mn\n2016-09,Imports (RMB million),234.8\n2017-09,Imports (RMB million),145.8\n";
    let other = "中国自朝鲜进口（亿捷克元）\n月份,进口额\n2016-09,2.348\n2017-09,1.458\n";
    let file = "a.csv";
    check(
        &[
            (
                "a title above ours",
                "",
                file,
                ours,
                Refused("a.csv:1: the title says"),
            ),
            (
                "above Comtrade",
                "",
                file,
                comtrade,
                Refused("a.csv:1: the title says"),
            ),
            (
                "a label and its column",
                "",
                file,
                label,
                Refused("a.csv:2:24: "),
            ),
            (
                "of two currencies",
                "",
                file,
                money,
                Refused("a.csv:2:23: "),
            ),
            ("two columns", "", file, columns, Refused("a.csv:2:22: ")),
            ("that agree", "", file, agree, NK),
            (
                "a heading and a head",
                "",
                file,
                heading,
                Refused("different currencies"),
            ),
            (
                "a label and a head",
                "",
                file,
                head,
                Refused("different currencies"),
            ),
            (
                "of others",
                "--currency cny",
                file,
                other,
                Refused("a.csv:1: the title says"),
            ),
        ],
        "imports",
    );
}
