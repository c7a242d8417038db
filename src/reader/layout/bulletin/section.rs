//! Locates tables in a grid: title, unit, date, header and rows.

use crate::reader::cells::month::Dates;
use crate::reader::errors::problems::Location;
use crate::reader::grid::Grid;
use crate::reader::layout::bulletin::head;
use crate::reader::layout::bulletin::title;
use crate::reader::layout::bulletin::title::Title;
use crate::reader::layout::bulletin::unit;
use crate::trade::Vintage;
use std::ops::Range;

/// A table located in a grid but not yet checked.
#[derive(Debug)]
pub(crate) struct Section {
    /// The last title above the header, with its place.
    pub title: Option<(Title, Location)>,
    /// The text of the unit row after the word for unit, with its place.
    pub unit: Option<(String, Location)>,
    /// The date between title and header.
    pub date: Option<Vintage>,
    /// The title as printed, and the texts between it and the header that are neither unit nor
    /// date.
    pub texts: Vec<(String, Location)>,
    /// The upper row of the header; `None` for a title without one.
    pub head: Option<usize>,
    /// The rows below the header, up to the next title or header.
    pub rows: Range<usize>,
}

/// The tables of a grid, in order. A title without a header is included only if there is no table.
pub(crate) fn find(grid: &Grid) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut from = 0;
    while let Some(at) = head::find(grid, from) {
        let start = (at + 2).min(grid.rows.len());
        let end = head::find(grid, start).unwrap_or(grid.rows.len());
        let mut section = above(grid, from..at);
        section.head = Some(at);
        section.rows = start..end;
        // Months down the side: imports and exports of several partners, not a table by country.
        let is_by_month = section.title.is_none() && has_months(grid, start..end);
        if !is_by_month {
            sections.push(section);
        }
        from = start;
    }
    if sections.is_empty() {
        let section = above(grid, 0..grid.rows.len());
        sections.extend(section.title.is_some().then_some(section));
    }
    sections
}

/// Whether the first cells of the rows are months.
fn has_months(grid: &Grid, rows: Range<usize>) -> bool {
    let first =
        |row: &crate::reader::grid::GridRow| row.cells.first().map(|cell| cell.text.clone());
    let texts: Vec<String> = grid.rows[rows]
        .iter()
        .filter_map(first)
        .filter(|text| !text.is_empty())
        .collect();
    let dates = Dates::of(texts.iter().map(String::as_str));
    !texts.is_empty() && texts.iter().take(3).all(|text| dates.read(text).is_ok())
}

fn above(grid: &Grid, rows: Range<usize>) -> Section {
    let mut section = Section {
        title: None,
        unit: None,
        date: None,
        texts: Vec::new(),
        head: None,
        rows: 0..0,
    };
    for row in &grid.rows[rows] {
        for (column, cell) in row.cells.iter().enumerate() {
            if cell.text.is_empty() {
                continue;
            }
            if let Some(title) = title::read(&cell.text) {
                // A page shows its title above its date and again above its table.
                let known = section.title.as_ref().map(|(known, _)| *known);
                if known != Some(title) {
                    section.date = None;
                }
                section.title = Some((title, cell.place));
                section.texts = vec![(cell.text.clone(), cell.place)];
            } else if let Some(stated) = unit::text(row, column) {
                section.unit = Some((stated, cell.place));
                break;
            } else if section.title.is_some()
                && let Some(date) = date(&cell.text)
            {
                section.date = Some(date);
            } else if section.title.is_some() {
                section.texts.push((cell.text.clone(), cell.place));
            }
        }
    }
    section
}

/// `2026/04/08`, `发布时间：2024-03-18`, `2024-03-18 10:00`, `2024年3月18日`: a full date, with at most a
/// word before it and a time after it.
fn date(text: &str) -> Option<Vintage> {
    const LABELS: [&str; 4] = ["发布时间", "发布日期", "日期", "date"];
    let lower = text.to_lowercase();
    let label = LABELS.iter().find_map(|label| lower.strip_prefix(label));
    let rest = label.unwrap_or(&lower);
    let rest = rest.trim_start_matches([':', '：', '∶', ' ']);
    let rest = rest.replace(['年', '月'], "-").replace('日', "");
    let mut words = rest.split_whitespace();
    let day = words.next()?;
    let is_time = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == ':');
    let is_day = day.split(['-', '/']).count() == 3;
    (is_day && words.all(is_time))
        .then(|| day.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_alone_or_after_its_word() {
        let read = |text| date(text).map(|date| date.to_string());
        for text in [
            "2026/04/08",
            "2026-4-8",
            "发布时间：2026-04-08",
            "2026-04-08 10:30",
            "2026年4月8日",
        ] {
            assert_eq!(read(text).as_deref(), Some("2026-04-08"), "{text}");
        }
        for text in [
            "2026/04",
            "2026-04-31",
            "1.2026",
            "2026年4月",
            "updated 2026/04/08",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
