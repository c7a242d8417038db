//! A grid of terminal cells with characters and colours, written line by line.

use anstyle::{AnsiColor, Style as Ansi};
use std::io::{self, Write};
use unicode_width::UnicodeWidthChar;

/// What a cell belongs to, which determines its colour. Of the sixteen terminal colours, cyan and
/// magenta are readable on both white and black.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// The title, which is read first.
    Title,
    /// Plain text.
    Plain,
    /// Axes, keys and sources.
    Quiet,
    /// The flow drawn in columns.
    First,
    /// The flow drawn as a line.
    Second,
}

impl Ink {
    fn ansi(self) -> Ansi {
        match self {
            Ink::Title => Ansi::new().bold(),
            Ink::Plain => Ansi::new(),
            Ink::Quiet => Ansi::new().dimmed(),
            Ink::First => AnsiColor::Cyan.on_default(),
            Ink::Second => AnsiColor::Magenta.on_default(),
        }
    }
}

/// The second column of a wide character.
const COVERED: char = '\0';
/// The first Braille pattern, which has no dots.
const NO_DOTS: u32 = 0x2800;

/// A rectangle of cells.
pub struct Cells {
    width: usize,
    rows: Vec<Vec<(char, Ink)>>,
}

impl Cells {
    /// Blank cells.
    pub fn new(width: usize, height: usize) -> Cells {
        Cells {
            width,
            rows: vec![vec![(' ', Ink::Plain); width]; height],
        }
    }

    /// Writes `text` from a cell on, cut off at the end of the row.
    pub fn put(&mut self, row: usize, column: usize, text: &str, ink: Ink) {
        let mut at = column;
        for character in text.chars() {
            let size = character.width().unwrap_or(0);
            let fits = size > 0 && at + size <= self.width;
            let Some(cells) = self.rows.get_mut(row).filter(|_| fits) else {
                continue;
            };
            cells[at] = (character, ink);
            // One Khmer character is three columns wide.
            cells[at + 1..at + size].fill((COVERED, ink));
            at += size;
        }
    }

    /// The character in a cell; a blank outside the grid.
    pub fn at(&self, row: usize, column: usize) -> char {
        let cells = self.rows.get(row);
        cells
            .and_then(|cells| cells.get(column))
            .map_or(' ', |(character, _)| *character)
    }

    /// Sets one dot of a cell of two by four dots, counted from the top left of the grid. Replaces
    /// characters that are not Braille patterns.
    pub fn dot(&mut self, x: usize, y: usize, ink: Ink) {
        const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let (column, row) = (x / 2, y / 4);
        let held = u32::from(self.at(row, column));
        let held = if (NO_DOTS..NO_DOTS + 256).contains(&held) {
            held
        } else {
            NO_DOTS
        };
        if let Some(character) = char::from_u32(held | BITS[y % 4][x % 2]) {
            self.put(row, column, character.encode_utf8(&mut [0; 4]), ink);
        }
    }

    /// Writes all rows without trailing blanks.
    pub fn write(&self, color: bool, out: &mut dyn Write) -> io::Result<()> {
        for row in &self.rows {
            let used = row.iter().rposition(|(character, _)| *character != ' ');
            let used = &row[..used.map_or(0, |last| last + 1)];
            for run in used.chunk_by(|one, other| one.1 == other.1) {
                let text: String = run
                    .iter()
                    .map(|(character, _)| *character)
                    .filter(|character| *character != COVERED)
                    .collect();
                let ansi = run[0].1.ansi();
                if color && !text.trim().is_empty() && ansi != Ansi::new() {
                    write!(out, "{ansi}{text}{ansi:#}")?;
                } else {
                    write!(out, "{text}")?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &Cells, color: bool) -> String {
        let mut bytes = Vec::new();
        cells.write(color, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_sign_of_three_columns_takes_three_cells() {
        let mut cells = Cells::new(6, 1);
        cells.put(0, 0, "\u{17d8}x", Ink::Plain);
        cells.put(0, 5, "|", Ink::Plain);
        assert_eq!(written(&cells, false), "\u{17d8}x |\n");
    }

    #[test]
    fn wide_characters_take_two_cells_and_nothing_leaves_the_row() {
        let mut cells = Cells::new(5, 2);
        cells.put(0, 1, "进口x", Ink::First);
        cells.put(1, 4, "口", Ink::Plain);
        cells.put(7, 0, "outside", Ink::Plain);
        assert_eq!(written(&cells, false), " 进口\n\n");
        assert_eq!(written(&cells, true), " \u{1b}[36m进口\u{1b}[0m\n\n");
    }

    #[test]
    fn dots_add_up_within_a_cell() {
        let mut cells = Cells::new(2, 1);
        cells.put(0, 0, "█", Ink::First);
        cells.dot(0, 0, Ink::Second);
        cells.dot(1, 3, Ink::Second);
        assert_eq!(cells.at(0, 0), '⢁');
    }
}
