//! The two rows above the figures: which flow and which months each column is for.

use crate::reader::cells::number::narrow;
use crate::reader::cells::vocabulary;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::{Grid, Row};
use crate::trade::{Flow, Month, Period};

/// A column of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Column {
    pub at: usize,
    pub flow: Flow,
    pub period: Period,
    pub holds: ColumnContent,
    /// Headed as a run of months, `1至1月`, were it of one.
    is_run: bool,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColumnContent {
    Values,
    /// Changes from a year earlier, in percent.
    Changes,
}

/// What the upper row says of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Upper {
    Flow(Flow),
    /// Changes, with the months that the heading names.
    Changes(Option<Months>),
    /// Changes of the month alone from the same month a year earlier.
    ChangesOfMonth,
    /// Changes from something else than a year earlier.
    OtherChanges,
}

/// Months of a year, as a heading names them: `6` or `1to6`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Months {
    from: u32,
    to: u32,
    is_run: bool,
}

/// The first row, from `start` on, that is the upper row of a head.
pub(crate) fn find(grid: &Grid, start: usize) -> Option<usize> {
    let rows = grid.rows.get(start..)?;
    let at = rows
        .windows(2)
        .position(|pair| is_head(&pair[0], &pair[1]))?;
    Some(start + at)
}

/// Whether two rows are a head: two or more flows, each with months below it.
fn is_head(upper: &Row, lower: &Row) -> bool {
    let with_months = uppers(upper, lower.cells.len())
        .into_iter()
        .enumerate()
        .filter(|(at, upper)| {
            matches!(upper, Some(Upper::Flow(_))) && months(lower.text(*at)).is_some()
        });
    with_months.count() >= 2
}

/// What stands over each column; a heading also stands over the empty cells to its right.
fn uppers(row: &Row, columns: usize) -> Vec<Option<Upper>> {
    let mut above = None;
    let columns = columns.max(row.cells.len());
    let heading = |at| {
        let text = row.text(at);
        if !text.is_empty() {
            above = upper(text);
        }
        above
    };
    (0..columns).map(heading).collect()
}

fn upper(text: &str) -> Option<Upper> {
    const CHANGES: [&str; 6] = [
        "percentage change",
        "year-on-year",
        "同比",
        "同期",
        "±",
        "增减",
    ];
    const FROM_A_MONTH_BEFORE: [&str; 8] = [
        "环比",
        "上月",
        "上个月",
        "previous month",
        "preceding month",
        "last month",
        "month-on-month",
        "month on month",
    ];
    const OF_THE_MONTH: [&str; 8] = [
        "当月",
        "本月",
        "单月",
        "同月",
        "of the month",
        "same month",
        "current month",
        "monthly",
    ];
    let plain = vocabulary::plain(text);
    let says = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    if says(&CHANGES) || plain.contains("环比") {
        let named = months_within(&plain);
        return Some(match named {
            _ if says(&FROM_A_MONTH_BEFORE) => Upper::OtherChanges,
            None if says(&OF_THE_MONTH) => Upper::ChangesOfMonth,
            _ => Upper::Changes(named),
        });
    }
    flow(text).map(Upper::Flow)
}

/// `Exports`, `Export & Import`, `进 出 口`.
fn flow(text: &str) -> Option<Flow> {
    let plain = vocabulary::plain(text).replace('&', " and ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined: String = plain.split(' ').collect();
    match plain.as_str() {
        "export and import" | "import and export" => Some(Flow::Total),
        _ if plain.is_ascii() => vocabulary::flow(&plain).ok(),
        _ => vocabulary::flow(&joined).ok(),
    }
}

/// `6`, `6月`, `1to6`, `1- to-3`, `1至6月`, `1-6月累计`.
fn months(text: &str) -> Option<Months> {
    let text: String = narrow(text).to_lowercase().split_whitespace().collect();
    let text = text.trim_end_matches("累计");
    let (first, rest) = number(text)?;
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    if rest.is_empty() {
        return Months::new(first, first, false);
    }
    let to = ["-to-", "-to", "to-", "to", "至", "到", "-", "—", "–", "~"];
    let rest = to.iter().find_map(|to| rest.strip_prefix(to))?;
    let (last, rest) = number(rest)?;
    matches!(rest, "" | "月")
        .then(|| Months::new(first, last, true))
        .flatten()
}

/// The run of months within a heading: `1-to-3 total year-on-year (±%)`.
fn months_within(plain: &str) -> Option<Months> {
    let joined: String = plain.split_whitespace().collect();
    let start = joined.find(|c: char| c.is_ascii_digit())?;
    let run = &joined[start..];
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    // The longest beginning that reads as months.
    ends.rev().find_map(|end| months(&run[..end]))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let fits = (1..=2).contains(&digits.len());
    Some((digits.parse().ok().filter(|_| fits)?, rest))
}

impl Months {
    fn new(from: u32, to: u32, is_run: bool) -> Option<Months> {
        let fits = (1..=12).contains(&from) && (from..=12).contains(&to);
        fits.then_some(Months { from, to, is_run })
    }

    fn in_year_of(self, month: Month) -> Option<Period> {
        let of = |number| Month::new(month.year(), number);
        Period::new(of(self.from)?, of(self.to)?)
    }
}

/// The columns under a head, for a table whose title names `title`; or everything wrong with
/// the head, by row (0 or 1) and column.
pub(crate) fn columns(
    upper: &Row,
    lower: &Row,
    title: Period,
) -> Result<Vec<Column>, Vec<(usize, usize, InputError)>> {
    let year_to_date = Period::year_to_date(title.to);
    let allowed = [title, Period::month(title.to), year_to_date];
    let mut columns: Vec<Column> = Vec::new();
    let mut wrongs = Vec::new();
    let mut blame = |row, at, wrong| wrongs.push((row, at, InputError::Bulletin(wrong)));
    for (at, above) in uppers(upper, lower.cells.len()).into_iter().enumerate() {
        let below = lower.text(at);
        let Some(above) = above else {
            continue;
        };
        // A blank column between two others, under the heading of the first.
        if below.is_empty() {
            continue;
        }
        let (row, flow, named, holds) = match above {
            Upper::Flow(flow) => (1, Some(flow), months(below), ColumnContent::Values),
            Upper::Changes(named) => (0, self::flow(below), named, ColumnContent::Changes),
            Upper::ChangesOfMonth => (0, self::flow(below), None, ColumnContent::Changes),
            Upper::OtherChanges => {
                blame(0, at, BulletinError::HeadUnknown);
                continue;
            }
        };
        let is_of_month = above == Upper::ChangesOfMonth;
        let period = match (holds, named) {
            _ if is_of_month => Some(Period::month(title.to)),
            (_, Some(named)) => named.in_year_of(title.to),
            // Source: docs/formats.md, `bulletin`: the percentages are the changes of the year to date.
            (ColumnContent::Changes, None) => Some(year_to_date),
            (ColumnContent::Values, None) => None,
        };
        let (Some(flow), Some(period)) = (flow, period) else {
            blame(1, at, BulletinError::HeadUnknown);
            continue;
        };
        if !allowed.contains(&period) {
            blame(row, at, BulletinError::OtherMonth);
            continue;
        }
        let column = Column {
            at,
            flow,
            period,
            holds,
            // In January the change of the month and that of the year so far are two columns.
            is_run: match above {
                Upper::Changes(None) => true,
                _ => named.is_some_and(|named| named.is_run),
            },
        };
        if columns
            .iter()
            .any(|other| Column { at, ..*other } == column)
        {
            blame(1, at, BulletinError::ColumnTwice);
            continue;
        }
        columns.push(column);
    }
    if wrongs.is_empty() {
        Ok(columns)
    } else {
        Err(wrongs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::grid::Cell;

    fn row(texts: &[&str]) -> Row {
        let cell = |text: &&str| Cell {
            text: (*text).to_owned(),
            ..Cell::default()
        };
        Row {
            number: 1,
            cells: texts.iter().map(cell).collect(),
        }
    }

    fn told(upper: &[&str], lower: &[&str], title: &str) -> Vec<String> {
        let title = crate::reader::cells::month::read_period(title).unwrap();
        let columns = columns(&row(upper), &row(lower), title).unwrap();
        let tell = |column: &Column| {
            let percent = if column.holds == ColumnContent::Changes {
                " %"
            } else {
                ""
            };
            format!("{} {} {}{percent}", column.at, column.flow, column.period)
        };
        columns.iter().map(tell).collect()
    }

    #[test]
    fn months_are_read_in_every_spelling() {
        let read = |text| months(text).map(|months| (months.from, months.to, months.is_run));
        for (text, expected) in [
            ("6", (6, 6, false)),
            ("6月", (6, 6, false)),
            ("12", (12, 12, false)),
            ("1to6", (1, 6, true)),
            ("1 to 6", (1, 6, true)),
            ("1- to-3", (1, 3, true)),
            ("1-to-3", (1, 3, true)),
            ("1至1月", (1, 1, true)),
            ("1-6月累计", (1, 6, true)),
            ("１至１２月", (1, 12, true)),
            ("1月至3月", (1, 3, true)),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        for text in ["", "13", "0", "6to1", "1to", "1to6x", "Total", "2026", "-"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_english_head_of_june_is_read() {
        let upper = [
            "Country （Region）",
            "Total",
            "",
            "Exports",
            "",
            "Imports",
            "",
            "Percentage Change",
            "",
            "",
        ];
        let lower = [
            "", "6", "1to6", "6", "1to6", "6", "1to6", "Total", "Exports", "Imports",
        ];
        assert_eq!(
            told(&upper, &lower, "2026-06"),
            [
                "1 total 2026-06",
                "2 total 2026-01..2026-06",
                "3 export 2026-06",
                "4 export 2026-01..2026-06",
                "5 import 2026-06",
                "6 import 2026-01..2026-06",
                "7 total 2026-01..2026-06 %",
                "8 export 2026-01..2026-06 %",
                "9 import 2026-01..2026-06 %",
            ]
        );
    }

    #[test]
    fn a_run_of_january_and_february_stands_alone() {
        let upper = [
            "Import Source",
            "Export & Import",
            "Export",
            "Import",
            "1-to-2 Total Year-on-Year (±%)",
            "",
            "",
        ];
        let lower = [
            "Export Destination",
            "1- to-2",
            "1-to-2",
            "1-to-2",
            "Export & Import",
            "Export",
            "Import",
        ];
        let columns = told(&upper, &lower, "2025-01..2025-02");
        assert_eq!(columns[1], "2 export 2025-01..2025-02");
        assert_eq!(columns[5], "6 import 2025-01..2025-02 %");
    }

    #[test]
    fn a_change_is_of_what_its_heading_says() {
        let upper = |changes: &'static str| ["", "Exports", "Imports", changes, ""];
        let lower = ["", "3", "3", "Exports", "Imports"];
        for (changes, period) in [
            ("Percentage Change", "2025-01..2025-03"),
            ("累计比去年同期±％", "2025-01..2025-03"),
            ("当月比去年同期±％", "2025-03"),
            ("Percentage change of the month", "2025-03"),
            ("% change year-on-year, same month of last year", "2025-03"),
        ] {
            let columns = told(&upper(changes), &lower, "2025-03");
            assert_eq!(columns[2], format!("3 export {period} %"), "{changes}");
        }
        let month = crate::reader::cells::month::read_period("2025-03").unwrap();
        for changes in [
            "比上月±％",
            "环比",
            "Percentage Change over the previous month",
        ] {
            let unknown = InputError::Bulletin(BulletinError::HeadUnknown);
            let found = columns(&row(&upper(changes)), &row(&lower), month);
            let wrong = vec![(0, 3, unknown.clone()), (0, 4, unknown)];
            assert_eq!(found, Err(wrong), "{changes}");
        }
        // Both, in January as well.
        let upper = [
            "",
            "Exports",
            "Imports",
            "当月同比±％",
            "",
            "累计同比±％",
            "",
        ];
        let lower = ["", "1", "1", "出口", "进口", "出口", "进口"];
        assert_eq!(told(&upper, &lower, "2025-01").len(), 6);
    }

    #[test]
    fn a_head_of_another_month_or_with_a_column_twice_is_refused() {
        let month = crate::reader::cells::month::read_period("2026-06").unwrap();
        let wrong = |upper: &[&str], lower: &[&str]| columns(&row(upper), &row(lower), month);
        let other = InputError::Bulletin(BulletinError::OtherMonth);
        let found = wrong(&["", "Total", "Exports"], &["", "6", "5"]);
        assert_eq!(found, Err(vec![(1, 2, other)]));
        let twice = InputError::Bulletin(BulletinError::ColumnTwice);
        let found = wrong(&["", "Total", "Exports", "Exports"], &["", "6", "6", "6"]);
        assert_eq!(found, Err(vec![(1, 3, twice)]));
        let unknown = InputError::Bulletin(BulletinError::HeadUnknown);
        let found = wrong(&["", "Total", "Exports"], &["", "6", "June?"]);
        assert_eq!(found, Err(vec![(1, 2, unknown)]));
    }
}
