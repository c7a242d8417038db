//! Caps: how much of each is used, and how tonnes are turned into barrels.

use crate::goods::download;
use crate::program::{Folder, told, tradecheck};
use crate::sanctions::{answer, columns};

#[test]
fn the_coal_cap_of_2017_month_by_month() {
    let csv = answer("sanctions caps --year 2017 --flow imports");
    let rows = columns(&csv, &["month", "measure", "used", "share_pct", "bound"]);
    let of = |measure: &str| -> Vec<String> {
        let own = rows
            .iter()
            .filter(|row| row.split(' ').nth(1) == Some(measure));
        own.map(|row| row.replace(&format!(" {measure}"), ""))
            .collect()
    };
    let value = of("UN2321-coalcap-2017-usd");
    // January's value was not printed; the quarter is 220.6 million by one publisher, January to May
    // 219,533,798 by another, and January to June 224 by a third, though no coal came in April to
    // June. What is certain of all three is 219,533,798 = 54.8 % of 400,870,018. July was not
    // printed; August brought 138.14.
    assert_eq!(value[0], "2017-01   ");
    assert_eq!(value[1], "2017-02 97550000 24.334571 at_least");
    assert_eq!(value[2], "2017-03 219533798 54.764335 at_least");
    assert!(value[3].starts_with("2017-04 219533798 54.764335 at_least"));
    assert_eq!(value[5], "2017-06 219533798 54.764335 at_least");
    // 219,533,798 to May (printed to the dollar) and 138.135 at least in August: 89.2 %.
    assert_eq!(value[7], "2017-08 357668798 89.223135 at_least");
    assert_eq!(value.len(), 8, "the cap ended in August");
    // Of 7.5 million tonnes: 2,678,000 to June = 35.7 %; with 1,636,591 in August 57.5 at least.
    let tonnes = of("UN2321-coalcap-2017");
    assert!(tonnes[5].starts_with("2017-06 ") && tonnes[5].ends_with(" 35.706667 exact"));
    assert!(
        tonnes[7].starts_with("2017-08 ") && tonnes[7].contains(" 57.52"),
        "{tonnes:?}"
    );
    // 1.45 and 1.23 million tonnes, rounded, are 2.68; the quarter's 2,678,000 lies within. What is
    // used never falls, and no "at least" lies below what is known.
    let used = |row: &String| {
        row.split(' ')
            .nth(1)
            .and_then(|used| used.parse::<u64>().ok())
    };
    for of_cap in [&value, &tonnes] {
        let all: Vec<u64> = of_cap.iter().filter_map(used).collect();
        assert!(all.is_sorted(), "{all:?}");
    }
    assert!(tonnes[1].starts_with("2017-02 2678000 "), "{tonnes:?}");
    assert!(tonnes[6].starts_with("2017-07 2678000 "), "{tonnes:?}");
    let said = told(&tradecheck("sanctions caps --year 2017 --flow imports").output());
    for part in [
        "UN2321-coalcap-2017-usd: past 75 % in 2017-08 at the latest",
        "UN2321-coalcap-2017-usd is nearer",
        "the cap ended on 2017-08-05, when UN2371-coal took its place; 2017-08 is counted in full",
        "caps are for all states together",
        "no figure for 2017-01, 2017-07",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
}

#[test]
fn tonnes_are_turned_into_barrels_by_a_factor_that_is_said() {
    // 1,410 t at 8.33 are 11,745.3 barrels (the committee's page: 11,745), at 7.9 they are 11,139.
    let mut rows = String::new();
    for month in 1..=8 {
        let tonnes = if month == 8 { 1410 } else { 0 };
        rows.push_str(&format!(
            "20210{month} 27101922 109 21 10 {tonnes} 吨 - - {}\n",
            tonnes * 500
        ));
        rows.push_str(&format!("20210{month} 27121000 109 21 10 0 吨 - - 0\n"));
        rows.push_str(&format!("20210{month} 27131110 109 21 10 0 吨 - - 0\n"));
    }
    let folder = Folder::new().with("oil.csv", download(true, &rows));
    let used = |more: &str| {
        let run = format!("sanctions caps --year 2021 --flow exports {more} --exports oil.csv");
        let csv = folder.run(&run).answer_with_notes();
        let rows = columns(&csv, &["month", "measure", "used", "unit"]);
        let august = |row: &&String| row.starts_with("2021-08 UN2397-refined");
        rows.iter().find(august).expect("a row of August").clone()
    };
    assert_eq!(used(""), "2021-08 UN2397-refined 11745.3 bbl");
    assert_eq!(
        used("--barrels-per-tonne 7.9"),
        "2021-08 UN2397-refined 11139 bbl"
    );
}
