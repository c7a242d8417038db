//! The same as `accounts_random`, but for platform downloads, Comtrade and monthly tables. Whatever
//! is added to a file, the answer is that of the clean file, or a part of it, or a refusal, but
//! never another figure.

use crate::reader::tests::accounts_random::{Dice, LINES, PAIRS};
use crate::reader::tests::*;
use std::collections::BTreeSet;

/// Column names that neither layout has. Columns of provinces, trade modes and units are used.
const STRANGE: [&str; 24] = [
    "Partner_Name",
    "Land",
    "who",
    "basis",
    "kind",
    "indicator",
    "series",
    "colour",
    "category",
    "type",
    "note",
    "source",
    "x",
    "",
    "Unnamed: 0",
    "stage",
    "구분",
    "항목",
    "비고",
    "指标",
    "类别",
    "备注",
    "口径",
    "Quelle",
];
const MONTHS: [&str; 2] = ["201609", "201709"];
const VALUES: [&str; 2] = ["234800000", "145800000"];

/// The month and value of all rows that were accepted.
fn taken(text: &str, flow: Option<Flow>) -> Option<BTreeSet<String>> {
    let observations = from_stdin(text.as_bytes(), flow, &north_korea()).ok()?;
    let rows = observations.rows.iter().map(|row| {
        let value = row.value.map(|(value, _)| value.to_string());
        format!("{} {} {}", row.period, row.flow, value.unwrap_or_default())
    });
    Some(rows.collect())
}

/// A download with an additional column: rows of the clean kind, and others between them. `fields`
/// gives the fields of a row except its value.
fn with_column(
    dice: &mut Dice,
    head: &str,
    fields: impl Fn(&str) -> String,
    extra: Option<(&str, (&str, &str))>,
) -> String {
    let first = dice.below(2) == 0;
    let line = |rest: String, more: Option<&str>| match (more, first) {
        (None, _) => format!("{rest}\n"),
        (Some(more), true) => format!("{more},{rest}\n"),
        (Some(more), false) => format!("{rest},{more}\n"),
    };
    let mut text = line(head.to_owned(), extra.map(|(name, _)| name));
    for (month, value) in MONTHS.iter().zip(VALUES) {
        let own = extra.map(|(_, (own, _))| own);
        text.push_str(&line(format!("{},{value}", fields(month)), own));
        if let Some((_, (_, other))) = extra {
            let value = 1 + dice.below(9_000_000);
            text.push_str(&line(format!("{},{value}", fields(month)), Some(other)));
        }
    }
    text
}

fn assert_no_other_figure(
    seed: u64,
    head: &str,
    fields: impl Fn(&str) -> String,
    flow: Option<Flow>,
) {
    let mut dice = Dice(seed);
    let clean = with_column(&mut dice, head, &fields, None);
    let clean = taken(&clean, flow).expect("the clean file is read");
    assert_eq!(clean.len(), 2);
    let mut refused = 0;
    for _ in 0..400 {
        let name = dice.of(&STRANGE);
        let pair = PAIRS[dice.below(PAIRS.len())];
        // Row numbers do not distinguish goods: such rows are added up, with a remark.
        if pair == ("1", "2") && ["", "x", "Unnamed: 0"].contains(&name) {
            continue;
        }
        let text = with_column(&mut dice, head, &fields, Some((name, pair)));
        let Some(figures_taken) = taken(&text, flow) else {
            refused += 1;
            continue;
        };
        assert!(
            figures_taken.is_subset(&clean),
            "{figures_taken:?} out of\n{text}"
        );
    }
    assert!(
        refused > 100,
        "rows told apart by what is not read are refused: {refused}"
    );
}

#[test]
fn a_column_more_in_a_download_of_the_platform_changes_no_figure() {
    assert_no_other_figure(
        20_170_902,
        "Date of data,Trading partner code,Commodity code,US dollar",
        |month| format!("{month},109,27011100"),
        Some(Flow::Import),
    );
}

#[test]
fn a_column_more_in_a_download_of_comtrade_changes_no_figure() {
    assert_no_other_figure(
        20_170_903,
        "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue",
        |month| format!("C,M,{month},156,M,408,TOTAL"),
        None,
    );
}

#[test]
fn a_line_more_in_a_monthly_table_changes_no_figure() {
    let page = |title: &str, above: &str, below: &str| {
        let cells = [
            "251,910",
            "1,353,520",
            "219,000",
            "1,100,100",
            "32,910",
            "253,420",
            "12.3",
            "10.0",
            "-3.1",
        ];
        let cells: String = cells
            .iter()
            .map(|cell| format!("<td>{cell}</td>"))
            .collect();
        format!(
            "<html><body><table>\n<tr><td colspan=\"10\">{title}</td></tr>\n<tr><td colspan=\"10\">{above}</td></tr>\n\
             <tr><td></td><td></td><td colspan=\"8\">Unit:US$1,000</td></tr>\n\
             <tr><td rowspan=\"2\">Country (Region)</td><td colspan=\"2\">Total</td><td colspan=\"2\">Exports</td>\
             <td colspan=\"2\">Imports</td><td colspan=\"3\">Percentage Change</td></tr>\n\
             <tr><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>6</td><td>1to6</td><td>Total</td><td>Exports</td><td>Imports</td></tr>\n\
             <tr><td>North Korea</td>{cells}</tr>\n<tr><td>{below}</td></tr>\n</table></body></html>"
        )
    };
    let title = "(2) Imports and Exports by Country (Region) of Origin/Destination,6.2026";
    let clean = taken(&page(title, "", ""), None).expect("the clean table is read");
    assert_eq!(clean.len(), 6, "{clean:?}");
    let mut dice = Dice(20_260_601);
    for _ in 0..200 {
        let line = dice.of(&LINES);
        let text = match dice.below(3) {
            0 => page(title, line, ""),
            1 => page(title, "", line),
            _ => page(&format!("{title} {line}"), "", ""),
        };
        if let Some(figures_taken) = taken(&text, None) {
            assert!(
                figures_taken.is_subset(&clean),
                "{figures_taken:?} out of\n{text}"
            );
        }
    }
    // Words that narrow the table refuse it, wherever they are above the figures.
    for line in [
        "Coal",
        "煤炭",
        "Liaoning Province",
        "Seasonally adjusted",
        "Re-exports",
        "Net weight",
        "Border trade",
    ] {
        let titled = page(&format!("{title} {line}"), "", "");
        assert_eq!(taken(&titled, None), None, "{line}");
        assert_eq!(taken(&page(title, line, ""), None), None, "{line}");
    }
}
