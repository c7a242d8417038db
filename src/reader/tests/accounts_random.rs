//! Whatever is added next to, above or below a table, the answer is that of the clean table, or a
//! part of it, or a refusal, but never another figure.

use crate::reader::tests::*;
use std::collections::BTreeSet;

/// A random number generator with the same numbers in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap_or(0)
    }

    pub(super) fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Column names, known and unknown.
const NAMES: [&str; 40] = [
    "partner",
    "Partner_Name",
    "country",
    "Land",
    "who",
    "reporter",
    "flow_code",
    "basis",
    "kind",
    "indicator",
    "series",
    "colour",
    "category",
    "type",
    "commodity",
    "item",
    "note",
    "source",
    "x",
    "",
    "Unnamed: 0",
    "scale",
    "unit",
    "currency",
    "frequency",
    "province",
    "mode",
    "amount",
    "USD",
    "value",
    "국가",
    "구분",
    "항목",
    "비고",
    "国别(地区)",
    "指标",
    "类别",
    "贸易方式",
    "省份",
    "备注",
];
/// Two values that a column may distinguish: that of the clean rows, and that of the others.
pub(super) const PAIRS: [(&str, &str); 34] = [
    ("North Korea", "South Korea"),
    ("북한", "한국"),
    ("朝鲜", "日本"),
    ("PRK", "KOR"),
    ("109", "133"),
    ("408", "410"),
    ("DPRK", "World"),
    ("North Korea", "Japan"),
    ("China", "Russia"),
    ("156", "643"),
    ("direct", "mirror"),
    ("original", "seasonally adjusted"),
    ("Value", "Net weight (kg)"),
    ("month", "year to date"),
    ("당월", "누계"),
    ("当月", "累计"),
    ("All goods", "Coal"),
    ("Total", "Textiles"),
    ("总值", "煤炭"),
    ("전체", "석탄"),
    ("red", "blue"),
    ("1", "2"),
    ("first", "final"),
    ("M", "A"),
    ("Monthly", "Annual"),
    ("goods", "services"),
    ("a", ""),
    ("", "b"),
    ("Imports", "Exports"),
    ("import", "re-import"),
    ("level", "index"),
    ("USD", "CNY"),
    ("million", "thousand"),
    ("ordinary trade", "processing"),
];
/// Lines that may be above or below a table.
pub(super) const LINES: [&str; 36] = [
    "China's trade with North Korea",
    "China's trade with South Korea",
    "Trade with Japan",
    "Imports and exports",
    "Cumulative since January",
    "Seasonally adjusted",
    "Share of total",
    "Index 2015=100",
    "Year-on-year change",
    "Imports of coal",
    "Coal",
    "Textiles only",
    "Mirror data",
    "Estimates",
    "Re-exports",
    "Annual data",
    "Quarterly averages",
    "Exports",
    "Imports",
    "Net weight",
    "Table 3",
    "Prepared by the desk",
    "Source: GACC",
    "Note: provisional",
    "1) c.i.f.",
    "Liaoning Province",
    "Border trade",
    "누계",
    "계절조정",
    "석탄 수입",
    "한국의 수입",
    "累计",
    "煤炭",
    "与韩国贸易",
    "季节调整",
    "数据来源：海关总署",
];

/// The month, flow and value of the rows read as monthly.
fn figures(text: &str) -> Option<BTreeSet<String>> {
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).ok()?;
    let months = observations.rows.iter().filter(|row| row.period.is_month());
    let figures_taken = months.map(|row| {
        let value = row
            .value
            .map(|(value, _)| value.to_string())
            .unwrap_or_default();
        format!("{} {} {} {value}", row.period, row.flow, row.currency)
    });
    let rows: Vec<String> = figures_taken.collect();
    let figures: BTreeSet<String> = rows.iter().cloned().collect();
    assert_eq!(
        figures.len(),
        rows.len(),
        "a row taken twice out of\n{text}"
    );
    Some(figures)
}

/// Checks that no figure differs from those of the clean table, and that none is taken twice.
fn assert_harmless(clean: &BTreeSet<String>, text: &str) {
    let Some(figures_taken) = figures(text) else {
        return;
    };
    let strange: Vec<&String> = figures_taken.difference(clean).collect();
    assert!(strange.is_empty(), "{strange:?} out of\n{text}");
}

const MONTHS: [&str; 4] = ["2016-08", "2016-09", "2017-08", "2017-09"];
const CLEAN: [&str; 4] = ["291.3", "234.8", "288.3", "145.8"];

/// A tidy table with an additional column: rows of the clean kind, and others between them.
fn tidy(dice: &mut Dice, name: &str, (own, other): (&str, &str), both: bool) -> String {
    let mut text = if dice.below(2) == 0 {
        format!("month,{name},imports_usd_mn\n")
    } else {
        format!("{name},month,imports_usd_mn\n")
    };
    let first = text.starts_with("month,");
    for (month, value) in MONTHS.iter().zip(CLEAN) {
        let mut row = |kind: &str, value: &str| {
            text.push_str(&match first {
                true => format!("{month},{kind},{value}\n"),
                false => format!("{kind},{month},{value}\n"),
            });
        };
        row(own, value);
        if both {
            row(other, &format!("{}.5", 1 + dice.below(9000)));
        }
    }
    text
}

/// A wide table with an additional column.
fn wide(dice: &mut Dice, name: &str, (own, other): (&str, &str), both: bool) -> String {
    let mut text = format!(
        "series (USD million),{name},{}\nImports,{own},{}\n",
        MONTHS.join(","),
        CLEAN.join(",")
    );
    if both {
        text.push_str(&format!(
            "Imports,{other},{},2.5,3.5,4.5\n",
            1 + dice.below(9000)
        ));
    }
    text
}

#[test]
fn a_column_more_changes_no_figure() {
    let clean =
        figures(&tidy(&mut Dice(1), "note", ("", ""), false)).expect("the clean table is read");
    assert_eq!(clean.len(), 4);
    let mut dice = Dice(20_170_901);
    for round in 0..600 {
        let name = dice.of(&NAMES);
        let pair = PAIRS[dice.below(PAIRS.len())];
        let both = dice.below(3) > 0;
        let text = if round % 2 == 0 {
            tidy(&mut dice, name, pair, both)
        } else {
            wide(&mut dice, name, pair, both)
        };
        // Such a column gives the unit of the values, so they cannot be compared with the clean
        // ones.
        let states_unit = ["million", "thousand", "CNY"]
            .iter()
            .any(|unit| pair.0 == *unit || pair.1 == *unit);
        if !states_unit {
            assert_harmless(&clean, &text);
        }
    }
}

#[test]
fn a_line_more_changes_no_figure() {
    let mut dice = Dice(20_160_901);
    for round in 0..400 {
        let table = if round % 2 == 0 {
            format!(
                "month,imports (USD million)\n{}",
                MONTHS
                    .iter()
                    .zip(CLEAN)
                    .map(|(month, value)| format!("{month},{value}\n"))
                    .collect::<String>()
            )
        } else {
            format!(
                "USD million,{}\nImports,{}\n",
                MONTHS.join(","),
                CLEAN.join(",")
            )
        };
        let clean = figures(&table).expect("the clean table is read");
        let line = dice.of(&LINES);
        // Tables from North Korea's side are reversed, which another test covers.
        let text = match dice.below(3) {
            0 => format!("{line}\n{table}"),
            1 => format!("{table}{line}\n"),
            _ => format!("{line},,\n\n{table}"),
        };
        assert_harmless(&clean, &text);
    }
}

#[test]
fn a_heading_between_rows_changes_no_figure() {
    let mut dice = Dice(99);
    let clean = figures("USD million,2016-09,2017-09\nNorth Korea,,\nImports,234.8,145.8\n")
        .expect("the clean table is read");
    for _ in 0..200 {
        let heading = dice.of(&LINES);
        let text = format!(
            "USD million,2016-09,2017-09\nNorth Korea,,\nImports,234.8,145.8\n{heading},,\nImports,7.5,8.5\n"
        );
        let Some(figures_taken) = figures(&text) else {
            continue;
        };
        // Rows under a heading of North Korea's own trade repeat the same figures, which are
        // refused later.
        let plain = [
            "China's trade with North Korea",
            "Imports",
            "Imports and exports",
            "Table 3",
        ]
        .contains(&heading)
            || heading.starts_with("Note")
            || heading.starts_with("Source")
            || heading.starts_with("1)")
            || heading.starts_with("数据来源");
        if !plain {
            assert!(
                figures_taken.is_subset(&clean),
                "{figures_taken:?} out of\n{text}"
            );
        }
    }
}
