use crate::reader::tests::*;
use crate::trade::{Month, Period};

fn lenient() -> Options {
    Options {
        lenient: true,
        ..north_korea()
    }
}

/// The drops as text: line, period, flow, and whether only a cell was dropped.
fn drops(observations: &Observations) -> Vec<String> {
    let month_text = |period: Option<Period>| period.map_or("?".to_owned(), |one| one.to_string());
    observations
        .drops
        .iter()
        .map(|drop| {
            let flow = drop.flow.map_or("?", Flow::name);
            let cell = if drop.is_cell { " cell" } else { "" };
            format!("{} {} {flow}{cell}", drop.line, month_text(drop.period))
        })
        .collect()
}

#[test]
fn a_row_of_two_currencies_is_taken_back_whole() {
    let text = "Date of data,Trading partner code,US dollar,Renminbi Yuan,
201709,109,5,33,
201709,109,6,z,
2017-13,109,7,40,
201710,109
20171,109
201709,133
201709,109,8,50,
";
    let observations = from_stdin(text.as_bytes(), Some(Flow::Import), &lenient()).unwrap();
    let values: Vec<u64> = observations.rows.iter().map(|row| row.line).collect();
    assert_eq!(values, [2, 2, 8, 8]);
    assert_eq!(observations.input.len(), 4);
    assert_eq!(observations.rows.cells().iter().count(), 4);
    // The partner of line 7 may be cut off, so its month is marked as well.
    assert_eq!(
        drops(&observations),
        [
            "3 2017-09 import",
            "4 ? import",
            "5 2017-10 import",
            "6 ? import",
            "7 2017-09 import"
        ]
    );
    assert_eq!(
        remarks(&observations),
        ["standard input: 5 rows skipped (--lenient), first at line 3: not a number: `z`"]
    );
}

#[test]
fn a_row_of_comtrade_is_dropped_with_its_flow() {
    let text = "refPeriodId,reporterCode,flowCode,partnerCode,cmdCode,period,primaryValue
1,156,M,408,TOTAL,201709,z
1,156,X,408,TOTAL,201709,4
1,156,X,408,1,201709,4
1,156,X,410,TOTAL,201709,y
";
    let observations = from_stdin(text.as_bytes(), None, &lenient()).unwrap();
    assert_eq!(
        drops(&observations),
        ["2 2017-09 import", "4 2017-09 export"]
    );
    assert_eq!(observations.rows.len(), 1);
}

#[test]
fn of_a_row_of_many_months_a_bad_cell_goes_alone_and_a_bad_row_whole() {
    let text = "US$,HS code,2017-08,2017-09
Imports,27,1,####
Exports,2x,1,2
";
    let observations = from_stdin(text.as_bytes(), None, &lenient()).unwrap();
    assert_eq!(
        drops(&observations),
        [
            "2 2017-09 import cell",
            "3 2017-08 export",
            "3 2017-09 export"
        ]
    );
    let left: Vec<Month> = observations.rows.iter().map(|row| row.period.to).collect();
    assert_eq!(left, [Month::new(2017, 8).unwrap()]);
    assert!(remarks(&observations).contains(
        &"standard input: 1 row and 1 cell skipped (--lenient), first at line 2: the column was \
          too narrow when this was saved; the value is lost: `####`"
    ));
}
