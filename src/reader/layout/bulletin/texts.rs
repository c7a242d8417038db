//! Checks the texts around a monthly table: its title, the lines between title and header, and the
//! names of its sheet and file. As in any other file, a word for a dimension narrows the table or
//! puts it in doubt.

use crate::reader::accounting::texts;
use crate::reader::accounting::texts::{Applied, FileText};
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::bytes::open::STDIN;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::vocabulary;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Grid, GridRow};
use crate::reader::layout::bulletin::context::BulletinContext;
use crate::reader::layout::bulletin::rows::without_mark;
use crate::reader::layout::bulletin::section::Section;
use crate::reader::layout::bulletin::sums::is_note;
use crate::reader::layout::bulletin::unit;
use crate::trade::{Interpretation, Partner, TextKind, UnderstoodText};
use std::collections::BTreeSet;

/// Checks the texts of a section, and returns how each was understood. Adds a problem for each
/// doubt.
pub(super) fn account(
    context: &mut BulletinContext<'_>,
    grid: &Grid,
    section: &Section,
) -> Vec<UnderstoodText> {
    let mut found: Vec<(TextKind, Location, String)> = Vec::new();
    found.extend(
        section
            .texts
            .iter()
            .map(|(text, place)| (TextKind::Title, *place, text.clone())),
    );
    let nowhere = Location::default();
    // A table that is not the sheet of a workbook has a number as its name.
    if let Some(sheet) = grid.sheet.as_deref() {
        found.push((TextKind::Title, nowhere, sheet.to_owned()));
    }
    if context.file.name != STDIN {
        let name = file_name::spoken(&context.file.name);
        found.push((TextKind::FileName, nowhere, name));
    }
    found.extend(among_rows(context, grid, section));
    let mut accounted = Vec::new();
    for (part, place, text) in found {
        let line = place.line.unwrap_or(0);
        let judged = FileText {
            part,
            line,
            text,
            applied: Applied::default(),
        };
        let taken = if is_ignored(context, &judged.text) {
            Interpretation::Ignored
        } else if let Some((word, means)) =
            texts::doubt(&judged, &|dimension| knows(context, dimension), &|_| true)
        {
            let wrong = texts::in_doubt(&judged, word, means);
            context.wrong(grid, place, &wrong, Some(&judged.text));
            continue;
        } else if part == TextKind::FileName {
            // Most file names mean nothing.
            continue;
        } else {
            Interpretation::Applied
        };
        accounted.push(UnderstoodText {
            part,
            line: (line > 0).then_some(line),
            text: judged.text,
            taken,
        });
    }
    accounted
}

/// Number of characters examined in a text below the header; headings and notes are shorter.
const LONGEST: usize = 400;

/// The texts that are alone in a row below the header: headings if rows of figures follow,
/// otherwise notes. Adds a problem if one states another unit than above the header.
fn among_rows(
    context: &mut BulletinContext<'_>,
    grid: &Grid,
    section: &Section,
) -> Vec<(TextKind, Location, String)> {
    let rows = grid.rows.get(section.rows.clone()).unwrap_or_default();
    let filled = |row: &GridRow| {
        row.cells
            .iter()
            .filter(|cell| !cell.text.is_empty())
            .count()
    };
    let last = rows.iter().rposition(|row| filled(row) > 2).unwrap_or(0);
    let above = section
        .unit
        .as_ref()
        .map(|(text, _)| vocabulary::stated(text).ok());
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| filled(row) <= 2) {
        for (column, cell) in row.cells.iter().enumerate() {
            let text = &cell.text;
            if text.is_empty() || is_ignored(context, text) {
                continue;
            }
            if let Some(below) = unit::text(row, column) {
                let below = vocabulary::stated(&below).ok();
                if above.as_ref().is_some_and(|above| *above != below) {
                    let wrong = InputError::Bulletin(BulletinError::OtherUnit);
                    context.wrong(grid, cell.place, &wrong, Some(text));
                }
                continue;
            }
            let part = match at > last || is_note(text) {
                true => TextKind::Note,
                false => TextKind::Heading,
            };
            // Partners and continents are ordinary row names.
            let bare = without_mark(text);
            if Partner::find(bare).is_none() && aggregate(bare).is_none() {
                let excerpt: String = text.chars().take(LONGEST).collect();
                if seen.insert((part.name(), excerpt.clone())) {
                    found.push((part, cell.place, excerpt));
                }
            }
        }
    }
    found
}

/// Whether a dimension is given by the table's own columns and rows.
fn knows(context: &BulletinContext<'_>, dimension: Dimension) -> bool {
    let is_said = dimension == Dimension::WhoseTrade && context.options.file_side.is_some();
    is_said
        || matches!(
            dimension,
            Dimension::Partner
                | Dimension::Change
                | Dimension::Cumulative
                | Dimension::Period
                | Dimension::MonthsTogether
                | Dimension::Unit
        )
}

fn is_ignored(context: &BulletinContext<'_>, text: &str) -> bool {
    let plain = vocabulary::plain(text);
    let ignored = context.options.ignored.iter();
    let mut words = ignored.map(|word| vocabulary::plain(word));
    words.any(|word| !word.is_empty() && plain.contains(&word))
}
