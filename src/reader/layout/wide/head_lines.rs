//! Headers of several lines: months above or below years, flows, units, or values and changes.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::table::Line;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::wide::groups::timed;
use crate::reader::layout::wide::head_words::has_time;
use crate::reader::layout::wide::header::is_header;
use crate::reader::layout::wide::two_lines;

/// The header that several lines make together.
pub(super) struct HeadOfLines {
    pub names: Vec<String>,
    /// Number of lines.
    pub lines: usize,
}

/// The header that begins with the first of these lines, if it has several.
pub(super) fn head(lines: &[Line], fewest: usize) -> Option<HeadOfLines> {
    let by_words = (2..=3).rev().find_map(|count| {
        let names = with_words(lines.get(..count)?)?;
        let below = lines.get(count..).unwrap_or(&[]);
        is_header(&names, below, fewest).then_some(HeadOfLines {
            names,
            lines: count,
        })
    });
    by_words.or_else(|| {
        let names = two_lines::joined(lines.get(..2)?)?;
        Some(HeadOfLines { names, lines: 2 })
    })
}

/// What the cells of a header line are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum LineKind {
    /// Months or periods with their years, words beside them or not.
    Times,
    Years,
    /// Months without a year, or runs of them.
    Months,
    Words,
    /// Only the name of the first column.
    Index,
}

/// The names of the columns of a header with a line of words under or above its times.
fn with_words(lines: &[Line]) -> Option<Vec<String>> {
    let last = lines.last()?;
    let (lines, index) = match kind(&last.cells) {
        Some(LineKind::Index) if lines.len() > 2 => (&lines[..lines.len() - 1], last.cells.first()),
        _ => (lines, None),
    };
    let kinds: Vec<LineKind> = lines
        .iter()
        .map(|line| kind(&line.cells))
        .collect::<Option<_>>()?;
    let count = |kind: LineKind| kinds.iter().filter(|one| **one == kind).count();
    let counts = (
        count(LineKind::Times),
        count(LineKind::Years),
        count(LineKind::Months),
    );
    let has_times = matches!(counts, (1, 0, 0) | (0, 1, 0 | 1));
    let of_two = count(LineKind::Years) + count(LineKind::Months) == 2;
    if !has_times || count(LineKind::Words) == 0 && !of_two || count(LineKind::Index) > 0 {
        return None;
    }
    // Numbers that look like years may be the values of the first row.
    let corner = |line: &Line| line.cells.first().cloned().unwrap_or_default();
    let is_labelled = |line: &Line| {
        let corner_of_line = corner(line);
        !corner_of_line.is_empty() && corner_of_line != corner(&lines[0])
    };
    if of_two && lines.iter().skip(1).any(is_labelled) {
        return None;
    }
    let filled = filled(lines);
    let width = filled.iter().map(Vec::len).max()?;
    // A row of text under the months is labelled.
    let is_of_flow = |line: &Line| {
        let label = line.cells.first().map_or("", String::as_str);
        !TextMeaning::of(label).flows.is_empty()
    };
    if lines.iter().skip(1).any(is_of_flow) {
        return None;
    }
    // Words above the times are a header only if they group the columns: times that come again.
    if kinds.first() == Some(&LineKind::Words) {
        let at = kinds.iter().rposition(|kind| *kind != LineKind::Words)?;
        let times = || filled[at].iter().skip(1).filter(|cell| has_time(cell));
        let is_again = times()
            .enumerate()
            .any(|(at, one)| times().skip(at + 1).any(|other| other == one));
        if !is_again {
            return None;
        }
    }
    let mut names: Vec<String> = (0..width)
        .map(|column| {
            let cell = |at: usize| filled[at].get(column).map_or("", String::as_str);
            let of = |kind: LineKind| kinds.iter().position(|one| *one == kind).map(cell);
            let time = match (of(LineKind::Years), of(LineKind::Months)) {
                (Some(year), Some(months)) => of_year(year, months),
                (Some(year), None) => year.to_owned(),
                _ => of(LineKind::Times).unwrap_or("").to_owned(),
            };
            let mut parts = vec![time];
            for (at, kind) in kinds.iter().enumerate() {
                let words = cell(at).to_owned();
                if *kind == LineKind::Words && !parts.contains(&words) {
                    parts.push(words);
                }
            }
            parts.join(" ").trim().to_owned()
        })
        .collect();
    if let (Some(index), Some(name)) = (index, names.first_mut()) {
        index.clone_into(name);
    }
    // At least half of the columns with times have words, and these speak of figures.
    let heads = timed(&names);
    let worded = heads.iter().filter(|head| {
        let meaning = TextMeaning::of(&head.words);
        let is_plain = head.words.chars().any(char::is_alphabetic)
            && meaning.unknown.is_empty()
            && meaning.numbers.is_empty();
        is_plain || meaning.tells_of_figures() || !meaning.partners.is_empty()
    });
    let has_words = worded.count() * 2 >= heads.len() || count(LineKind::Words) == 0;
    (heads.len() > 1 && has_words).then_some(names)
}

/// A month of a year: `2016-09`, or the run of months as it stands with the year before it.
fn of_year(year: &str, months: &str) -> String {
    match (year_number(year), month_number(months)) {
        (Some(year), Some(month)) => format!("{year}-{month:02}"),
        (Some(year), None) if !months.is_empty() => format!("{year}.{months}"),
        _ => format!("{year} {months}").trim().to_owned(),
    }
}

/// The lines with each cell that spans several columns in all of them. The cells of the last line
/// span none, and no cell spans beyond the one above it.
fn filled(lines: &[Line]) -> Vec<Vec<String>> {
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let mut filled: Vec<Vec<String>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let own = |column: usize| line.cells.get(column).filter(|cell| !cell.is_empty());
        let is_gap = |column: usize| {
            let mut lines = lines.iter();
            lines.all(|line| line.cells.get(column).is_none_or(String::is_empty))
        };
        let mut cells: Vec<String> = Vec::new();
        for column in 0..width {
            let begins_above = || {
                lines[..at]
                    .iter()
                    .any(|above| above.cells.get(column).is_some_and(|cell| !cell.is_empty()))
            };
            let cell = match own(column) {
                Some(cell) => cell.clone(),
                None if column < 2 || at + 1 == lines.len() || begins_above() || is_gap(column) => {
                    String::new()
                }
                None => cells.last().cloned().unwrap_or_default(),
            };
            cells.push(cell);
        }
        filled.push(cells);
    }
    filled
}

/// The kind of a header line; `None` for a line that is not part of one.
fn kind(cells: &[String]) -> Option<LineKind> {
    // No header kept by hand has so many columns.
    const MOST: usize = 1000;
    if cells.len() > MOST {
        return None;
    }
    let texts = || cells.iter().skip(1).filter(|cell| !cell.is_empty());
    if texts().count() == 0 {
        let is_index = cells.first().is_some_and(|cell| {
            !matches!(
                named(cell),
                NamedColumn::Other | NamedColumn::Value | NamedColumn::Money
            )
        });
        return is_index.then_some(LineKind::Index);
    }
    let count = |is: &dyn Fn(&str) -> bool| texts().filter(|cell| is(cell)).count();
    let years = count(&|cell| year_number(cell).is_some());
    let times = count(&has_time);
    let months = count(&|cell| is_of_months(cell));
    let is_other =
        |cell: &str| year_number(cell).is_none() && !has_time(cell) && !is_of_months(cell);
    let is_figure =
        |cell: &str| is_other(cell) && matches!(number::read_cell(cell), Ok(ValueCell::Given(..)));
    let is_mark = |cell: &str| is_other(cell) && number::read_cell(cell).is_ok();
    if count(&is_figure) > 0 {
        return None;
    }
    let all = texts().count();
    match () {
        () if years * 2 >= all => Some(LineKind::Years),
        () if times * 2 >= all => Some(LineKind::Times),
        () if months * 2 >= all => Some(LineKind::Months),
        () if years + times + months == 0 && all > 1 && count(&is_mark) == 0 => {
            Some(LineKind::Words)
        }
        () => None,
    }
}

/// Whether a cell is a month without its year, or a run of months: `9월`, `1~9월`.
fn is_of_months(cell: &str) -> bool {
    month_number(cell).is_some()
        || crate::reader::cells::month::read_period(&format!("2017.{cell}"))
            .is_ok_and(|period| !period.is_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<Vec<String>> {
        let lines: Vec<Line> = text
            .lines()
            .zip(1..)
            .map(|(cells, line)| Line {
                line,
                cells: cells.split(',').map(str::to_owned).collect(),
            })
            .collect();
        Some(head(&lines, 2)?.names)
    }

    #[test]
    fn lines_of_times_and_words_make_one_head() {
        for (text, expected) in [
            (
                "구분,2016.9,,2017.9,\n,금액,증감률,금액,증감률\n수출,285.5,1,266.3,-6.7",
                "구분|2016.9 금액|2016.9 증감률|2017.9 금액|2017.9 증감률",
            ),
            (
                "구분,2016.9,,2017.9,\n,당월,누계,당월,누계\n수출,285.5,2110,266.3,2552",
                "구분|2016.9 당월|2016.9 누계|2017.9 당월|2017.9 누계",
            ),
            (
                "Country,Imports,,Exports,\n,2016-09,2017-09,2016-09,2017-09\nJapan,1,2,3,4",
                "Country|2016-09 Imports|2017-09 Imports|2016-09 Exports|2017-09 Exports",
            ),
            (
                "구분,9월,1~9월,9월,1~9월\n,2016,2016,2017,2017\n수출,234.8,1774.1,145.8,1477.9",
                "구분|2016-09|2016.1~9월|2017-09|2017.1~9월",
            ),
            (
                ",,2016,,,2017,\nmonth,,imports,exports,,imports,exports\n9,,1,2,,3,4",
                "month||2016 imports|2016 exports||2017 imports|2017 exports",
            ),
        ] {
            let expected: Vec<String> = expected.split('|').map(str::to_owned).collect();
            assert_eq!(names(text), Some(expected), "{text}");
        }
        // Values are no head, and neither are titles parted at their commas.
        for text in [
            ",2016-09,2017-09\nImports,n.a.,n.a.\nExports,1,2",
            ",2016-09,2017-09\nImports,lost,lost\nExports,1,2",
            "China,its trade,with North Korea\n,2016-09,2017-09\nImports,1,2",
        ] {
            assert_eq!(names(text), None, "{text}");
        }
    }
}
