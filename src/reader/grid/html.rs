//! Reads a web page as rows: every row of every table, and every piece of text outside tables as a
//! row of one cell, in page order. A title or date thus comes before its table, whether or not the
//! page has it inside the table.

mod cells;
mod hidden;

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::number::{PIECES, must_be_parted};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::html::hidden::{NOT_SHOWN, Skipped, is_hidden};
use crate::reader::grid::lines::Lines;
use crate::reader::grid::{Cell, Grid, GridRow, trimmed};
use crate::trade::Unit;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Maximum depth of nested tables.
const MOST_DEEP: usize = 100;

/// Elements that do not break a line of text.
const INLINE: [&[u8]; 12] = [
    b"a", b"b", b"big", b"em", b"font", b"i", b"small", b"span", b"strong", b"sub", b"sup", b"u",
];

/// The rows of a page.
pub(crate) fn read(page: &str) -> Result<Grid, InputError> {
    let mut reader = Reader {
        grid: Grid::default(),
        tables: Vec::new(),
        count: 0,
        loose: TextRun::default(),
        skipped: None,
        raised: 0,
    };
    let mut lines = Lines::new(page);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Otherwise text in scripts would be read as tags.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag, lines.place(tag.span.start))?,
            Ok(Token::EndTag(tag)) => reader.end(&tag.name)?,
            Ok(Token::String(text)) => {
                let written = String::from_utf8_lossy(&text.value);
                reader.text(&written, &mut lines, text.span.start);
            }
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
    while !reader.tables.is_empty() {
        reader.end_table()?;
    }
    reader.end_loose()?;
    Ok(reader.grid)
}

/// A piece of text with the place of its first non-blank character.
#[derive(Default)]
struct TextRun {
    text: String,
    place: Option<Location>,
    /// Whether an element has begun or ended, or a line has, since the last text.
    has_border: bool,
}

impl TextRun {
    fn push(&mut self, text: &str) {
        if trimmed(text).is_empty() {
            self.text.push_str(text);
            return;
        }
        if std::mem::take(&mut self.has_border) && must_be_parted(&self.text, text) {
            self.text.push(PIECES);
        }
        self.text.push_str(text);
    }
}

/// A table being read.
#[derive(Default)]
struct Open {
    /// Number of the table in the page, from 1.
    number: u32,
    /// For each column, the number of further rows that a cell above still spans.
    spans: Vec<usize>,
    /// For each column, whether that cell has a number.
    of_value: Vec<bool>,
    row: Option<GridRow>,
    cell: Option<OpenCell>,
}

struct OpenCell {
    piece: TextRun,
    place: Location,
    columns: usize,
    rows: usize,
}

struct Reader {
    grid: Grid,
    /// The tables that enclose this place, the innermost last.
    tables: Vec<Open>,
    /// Number of tables opened so far.
    count: u32,
    /// The text outside of cells.
    loose: TextRun,
    /// The element whose text is skipped.
    skipped: Option<Skipped>,
    /// How many open elements raise their text, as footnote marks are.
    raised: usize,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>, place: Location) -> Result<(), InputError> {
        let name: &[u8] = &tag.name;
        self.border();
        if let Some(skipped) = &mut self.skipped {
            if !skipped.ends_with_the_next(name) {
                skipped.start(name);
                return Ok(());
            }
            self.skipped = None;
        }
        if tag.self_closing && NOT_SHOWN.contains(&name) {
            return Ok(());
        }
        match name {
            // A hidden cell keeps its place.
            b"td" | b"th" if is_hidden(tag) => {
                self.start_cell(tag, place)?;
                self.skipped = Some(Skipped::of(name));
            }
            _ if NOT_SHOWN.contains(&name) || is_hidden(tag) => {
                self.skipped = Some(Skipped::of(name));
            }
            // Within a drawing.
            b"title" if !self.tables.is_empty() => self.skipped = Some(Skipped::of(name)),
            b"title" => self.end_loose()?,
            b"table" => {
                // Text before a nested table becomes a row of its own.
                if let Some(cell) = self.cell() {
                    let piece = std::mem::take(&mut cell.piece);
                    self.push_piece(piece)?;
                }
                self.end_loose()?;
                if self.tables.len() == MOST_DEEP {
                    return Err(InputError::File(FileError::TooManyCells));
                }
                self.count += 1;
                self.tables.push(Open {
                    number: self.count,
                    ..Open::default()
                });
            }
            b"tr" => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.row = Some(row_at(place));
                }
            }
            b"td" | b"th" => self.start_cell(tag, place)?,
            b"sup" => self.raised += usize::from(!tag.self_closing),
            _ if INLINE.contains(&name) => {}
            _ => self.break_line()?,
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), InputError> {
        self.border();
        if let Some(skipped) = &mut self.skipped {
            let goes_on = !skipped.ends_within(name);
            let is_over = goes_on && skipped.end(name);
            if is_over || !goes_on {
                self.skipped = None;
            }
            if goes_on {
                return Ok(());
            }
        }
        match name {
            b"title" => {
                // Most page titles do not describe the table, and some contain words of menus.
                let piece = std::mem::take(&mut self.loose);
                match says_what_it_holds(&piece.text) {
                    true => self.push_piece(piece),
                    false => Ok(()),
                }
            }
            b"table" => self.end_table(),
            b"tr" => self.end_row(),
            b"td" | b"th" => self.end_cell(),
            b"sup" => {
                self.raised = self.raised.saturating_sub(1);
                Ok(())
            }
            _ if INLINE.contains(&name) => Ok(()),
            _ => self.break_line(),
        }
    }

    fn text(&mut self, text: &str, lines: &mut Lines<'_>, offset: usize) {
        if self.skipped.is_some() {
            return;
        }
        // The page is used for line ends, because the token has each of them as a single `\n`.
        let place = (!trimmed(text).is_empty()).then(|| lines.place_of_word(offset));
        let piece = match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => &mut cell.piece,
            None => &mut self.loose,
        };
        piece.place = piece.place.or(place);
        match self.raised {
            0 => piece.push(text),
            _ => piece.text.push_str(&raised(text)),
        }
    }

    /// Notes that the next text is in another element than the last.
    fn border(&mut self) {
        let piece = match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => &mut cell.piece,
            None => &mut self.loose,
        };
        piece.has_border = true;
    }

    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn break_line(&mut self) -> Result<(), InputError> {
        match self.cell() {
            Some(cell) => {
                cell.piece.text.push(' ');
                Ok(())
            }
            None => self.end_loose(),
        }
    }

    fn end_loose(&mut self) -> Result<(), InputError> {
        let piece = std::mem::take(&mut self.loose);
        self.push_piece(piece)
    }

    fn push_piece(&mut self, piece: TextRun) -> Result<(), InputError> {
        let Some(place) = piece.place else {
            return Ok(());
        };
        let mut row = row_at(place);
        row.cells.push(Cell {
            text: one_line(&piece.text),
            place,
            ..Cell::default()
        });
        // Text in a cell next to a nested table is a title of that table.
        self.grid.push_in(0, row)
    }
}

/// Whether the title of a page names a partner, goods or a unit.
fn says_what_it_holds(title: &str) -> bool {
    let meaning = TextMeaning::of(&one_line(title));
    !meaning.partners.is_empty()
        || meaning.unit.is_some_and(|unit| unit != Unit::ONE)
        || meaning.is_of(Dimension::Good)
        || meaning.is_of(Dimension::Cumulative)
}

/// The marks of footnotes in raised text: `¹` for `1` and for `1)`.
pub(super) fn raised(text: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let marks = text.chars().filter(|c| !matches!(c, '(' | ')' | '[' | ']'));
    let digit = |c: char| c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize));
    marks.map(|c| digit(c).copied().unwrap_or(c)).collect()
}

fn row_at(place: Location) -> GridRow {
    GridRow {
        number: place.line.unwrap_or(0),
        cells: Vec::new(),
    }
}

/// Collapses line ends, tabs and spaces into one space, as browsers do; other blanks are kept.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_ascii_whitespace());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    trimmed(&words.join(" ")).to_owned()
}

#[cfg(test)]
mod tests;
