//! Tests how columns are treated that no layout uses.

use crate::reader::tests::*;
use crate::reader::{Unwatched, read_watched};
use crate::trade::{Interpretation, TextKind};

/// How each column and text of a file was understood, one per line.
fn accounts(text: &str, flow: Option<Flow>) -> Vec<String> {
    let source = Source {
        origin: Origin::Stdin,
        flow,
    };
    let (_, profiles) =
        read_watched(&[source], &north_korea(), &mut text.as_bytes(), &Unwatched).unwrap();
    let accounted = profiles.iter().flat_map(|profile| &profile.accounted);
    accounted
        .filter(|one| one.part != TextKind::Column || !matches!(one.taken, Interpretation::Read(_)))
        .map(|one| format!("{} `{}`: {}", one.part, one.text, one.taken))
        .collect()
}

#[test]
fn a_column_that_tells_nothing_apart_is_harmless_and_listed() {
    let constant = "Date of data,Trading partner code,Colour,US dollar,\n201709,109,red,1,\n201710,109,red,2,\n";
    assert_eq!(
        accounts(constant, Some(Flow::Import)),
        ["column `Colour`: harmless: always `red`"]
    );
    let by_month = "Date of data,Trading partner code,Colour,Empty,US dollar,\n201709,109,red,,1,\n201710,109,blue,,2,\n";
    assert_eq!(
        accounts(by_month, Some(Flow::Import)),
        [
            "column `Colour`: harmless: distinguishes no rows",
            "column `Empty`: harmless: empty"
        ]
    );
}

#[test]
fn rows_told_apart_by_a_column_that_nobody_reads_are_refused() {
    let text = "Date of data,Trading partner code,Colour,Shape,Size,US dollar,\n201709,109,red,round,9,1,\n201709,133,blue,round,9,2,\n201709,109,green,round,8,2,\n";
    let message = wrong(text, Some(Flow::Import), &north_korea());
    assert_eq!(
        message,
        [
            "1:35 rows for the same month, flow and partner (lines 2 and 4) differ in columns that were not recognised: `Colour`, `Size`: -"
        ]
    );
    let ignoring = Options {
        ignored: vec!["colour".to_owned(), "Size".to_owned()],
        ..north_korea()
    };
    assert_eq!(rows(text, Some(Flow::Import), &ignoring).len(), 2);
}

#[test]
fn a_constant_that_names_a_dimension_is_in_doubt() {
    for (column, value, means) in [
        (
            "Adjustment",
            "seasonally adjusted",
            "seasonally adjusted or smoothed",
        ),
        ("Area", "Liaoning Province", "one province or port"),
        ("Kind", "Re-exports", "re-exports"),
        ("What", "Net weight (kt)", "a quantity"),
        ("Whose", "Russia", "a partner"),
        ("Times", "Millions", "a unit or a currency"),
    ] {
        let text = format!(
            "Date of data,Trading partner code,{column},US dollar,\n201709,109,{value},1,\n"
        );
        let message = wrong(&text, Some(Flow::Import), &north_korea());
        assert!(
            message[0].contains(means) && message[0].contains(value),
            "{message:?}"
        );
    }
    // China, the same partner again, and words without a dimension.
    for value in ["China", "朝鲜", "North Korea", "Goods", "final"] {
        let text =
            format!("Date of data,Trading partner code,Other,US dollar,\n201709,109,{value},1,\n");
        assert_eq!(
            accounts(&text, Some(Flow::Import)),
            [format!("column `Other`: harmless: always `{value}`")]
        );
    }
}

#[test]
fn numbers_of_rows_are_no_difference() {
    let text = ",Date of data,Trading partner code,Commodity code,US dollar,\n0,201709,109,2701,1\n1,201709,109,2702,2\n2,201709,109,2701,1\n";
    assert_eq!(rows(text, Some(Flow::Import), &north_korea()).len(), 3);
}
