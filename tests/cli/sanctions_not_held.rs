//! What files lack is no trade that did not happen: goods of a cap, months, goods under a ban.

use crate::program::{Folder, told};

/// Exports of gasoline, 10,000 tonnes a month from January to March 2018, and nothing else.
fn gasoline() -> Folder {
    let mut text = "period,flow,code,value,unit,currency,quantity,quantity_unit\n".to_owned();
    for month in ["01", "02", "03"] {
        text += &format!("2018-{month},export,27101210,5,million,USD,10000,t\n");
    }
    Folder::new().with("oil.csv", text)
}

#[test]
fn of_a_cap_on_several_goods_one_alone_is_a_minimum() {
    // At least 9,999.5 t at 8.33 barrels a tonne: 83,295.835 of 500,000 barrels.
    let csv = gasoline()
        .run("sanctions caps --year 2018 --flow exports oil.csv --format csv")
        .answer_with_notes();
    let refined: Vec<&str> = csv
        .lines()
        .filter(|line| line.contains(",UN2397-refined,"))
        .collect();
    assert_eq!(
        refined[0],
        "2018-01,export,UN2397-refined,83295.835,500000,16.659167,at_least,bbl,,\"used: UN2397-refined: at least, with no figure for HS 2712, 2713\""
    );
    // April to December have no figure of any of them.
    assert_eq!(refined.len(), 12);
    assert!(refined[11].starts_with("2018-12,export,UN2397-refined,249887.505,"));
    assert!(
        refined[11].contains("no figure for 2018-04"),
        "{}",
        refined[11]
    );
    // Where the file holds all goods, the others were not traded: 83,300.
    let csv = gasoline()
        .run("sanctions caps --year 2018 --flow exports oil.csv --all-goods --format csv")
        .answer_with_notes();
    let all = "2018-01,export,UN2397-refined,83300,500000,16.66,exact,bbl,,";
    assert!(csv.contains(all), "{csv}");
}

#[test]
fn a_month_without_rows_is_no_month_without_trade() {
    let run = "sanctions check --flow exports --fail-on-hit oil.csv --format csv";
    let output = gasoline().run(&format!("{run} --month 2018-05")).output();
    assert_eq!(output.status.code(), Some(3));
    let said = told(&output);
    let nothing = "no rows of exports 2018-05 in the files: nothing can be said of them";
    assert!(said.contains(nothing), "{said}");
    // Rows of one good say nothing of the others, unless they are all.
    let output = gasoline().run(&format!("{run} --month 2018-02")).output();
    assert_eq!(output.status.code(), Some(0));
    let said = told(&output);
    assert!(
        said.contains("in files not known to hold all goods: ")
            && said.contains("UN2397-exp-metals"),
        "{said}"
    );
    let output = gasoline()
        .run(&format!("{run} --month 2018-02 --all-goods"))
        .output();
    assert_eq!(output.status.code(), Some(0));
    assert!(!told(&output).contains("not known"), "{}", told(&output));
}
