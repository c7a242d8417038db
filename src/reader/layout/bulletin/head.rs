//! Reads the two header rows above the figures, which give the flow and the months of each column.

use crate::reader::cells::number::narrow;
use crate::reader::cells::vocabulary;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::grid::{Grid, GridRow};
use crate::trade::{Flow, Month, Period};

/// A column of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct HeadColumn {
    pub at: usize,
    pub flow: Flow,
    pub period: Period,
    pub holds: ColumnContent,
    /// Whether its header gives a run of months, if only `1至1月`.
    is_run: bool,
}

/// The kind of figures in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColumnContent {
    Values,
    /// Changes from a year earlier in percent.
    Changes,
}

/// What the upper header row says about a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Upper {
    Flow(Flow),
    /// Changes, with the months given in the heading.
    Changes(Option<HeadMonths>),
    /// Changes of the single month from the same month a year earlier.
    ChangesOfMonth,
    /// Changes that are not from a year earlier.
    OtherChanges,
}

/// Months of a year as headings give them: `6` or `1to6`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct HeadMonths {
    from: u32,
    to: u32,
    is_run: bool,
}

/// The first row from `start` on that is the upper row of a header.
pub(crate) fn find(grid: &Grid, start: usize) -> Option<usize> {
    let rows = grid.rows.get(start..)?;
    let at = rows
        .windows(2)
        .position(|pair| is_head(&pair[0], &pair[1]))?;
    Some(start + at)
}

/// Whether two rows are a header: at least two flows, each with months below it.
fn is_head(upper: &GridRow, lower: &GridRow) -> bool {
    let with_months = uppers(upper, lower.cells.len())
        .into_iter()
        .enumerate()
        .filter(|(at, upper)| {
            matches!(upper, Some(Upper::Flow(_))) && months(lower.text(*at)).is_some()
        });
    with_months.count() >= 2
}

/// The heading above each column. A heading also covers the empty cells to its right.
fn uppers(row: &GridRow, columns: usize) -> Vec<Option<Upper>> {
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
fn months(text: &str) -> Option<HeadMonths> {
    let text: String = narrow(text).to_lowercase().split_whitespace().collect();
    let text = text.trim_end_matches("累计");
    let (first, rest) = number(text)?;
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    if rest.is_empty() {
        return HeadMonths::new(first, first, false);
    }
    let to = ["-to-", "-to", "to-", "to", "至", "到", "-", "—", "–", "~"];
    let rest = to.iter().find_map(|to| rest.strip_prefix(to))?;
    let (last, rest) = number(rest)?;
    matches!(rest, "" | "月")
        .then(|| HeadMonths::new(first, last, true))
        .flatten()
}

/// The period in a heading: `1-to-3 total year-on-year (±%)`.
fn months_within(plain: &str) -> Option<HeadMonths> {
    let joined: String = plain.split_whitespace().collect();
    let start = joined.find(|c: char| c.is_ascii_digit())?;
    let run = &joined[start..];
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    // The longest prefix that parses as months.
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

impl HeadMonths {
    fn new(from: u32, to: u32, is_run: bool) -> Option<HeadMonths> {
        let fits = (1..=12).contains(&from) && (from..=12).contains(&to);
        fits.then_some(HeadMonths { from, to, is_run })
    }

    fn in_year_of(self, month: Month) -> Option<Period> {
        let of = |number| Month::new(month.year(), number);
        Period::new(of(self.from)?, of(self.to)?)
    }
}

/// The columns below a header, in a table whose title gives the period `title`; or all errors in
/// the header, by row (0 or 1) and column.
pub(crate) fn columns(
    upper: &GridRow,
    lower: &GridRow,
    title: Period,
) -> Result<Vec<HeadColumn>, Vec<(usize, usize, InputError)>> {
    let year_to_date = Period::year_to_date(title.to);
    let allowed = [title, Period::month(title.to), year_to_date];
    let mut columns: Vec<HeadColumn> = Vec::new();
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
            // Source: docs/formats.md, `bulletin`: the percentages are changes of the year to date.
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
        let column = HeadColumn {
            at,
            flow,
            period,
            holds,
            // In January, the changes of the month and of the year to date are two columns.
            is_run: match above {
                Upper::Changes(None) => true,
                _ => named.is_some_and(|named| named.is_run),
            },
        };
        if columns
            .iter()
            .any(|other| HeadColumn { at, ..*other } == column)
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
mod tests;
