//! Text tables with columns separated by `|`: plain lists, Markdown, and the output of database
//! clients.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Cell, Grid, GridRow, trimmed};

/// The characters of horizontal rules, besides blanks and box-drawing characters.
const RULES: &str = "-+:=|";
/// A table must begin within this many lines.
const LINES: usize = 40;

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║')
}

/// Whether a text begins with such a table, possibly after some lines of text: at least two rows
/// with equally many bars, and no other delimiter that occurs as often.
pub(super) fn is_one(text: &str) -> bool {
    let mut rows = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(LINES)
        .filter(|line| !is_rule(line))
        .skip_while(|line| bars(line) == 0)
        .take_while(|line| bars(line) > 0);
    let Some(head) = rows.next() else {
        return false;
    };
    let rows: Vec<&str> = rows.collect();
    let is_parted_by = |sign: char| {
        let count = |line: &&str| line.matches(sign).count();
        count(&head) >= bars(head).max(1) && rows.iter().all(|row| count(row) >= count(&head))
    };
    // The sample of the file may end in the middle of a row.
    let whole = &rows[..rows.len().saturating_sub(usize::from(rows.len() > 1))];
    !rows.is_empty()
        && whole.iter().all(|row| bars(row) == bars(head))
        && ![',', ';', '\t'].into_iter().any(is_parted_by)
}

/// The tables of a text, with the lines around them.
pub(super) fn read(text: &str) -> Result<Grid, (Location, InputError, Option<String>)> {
    let mut grid = Grid::drawn();
    let mut table: Vec<(u64, &str)> = Vec::new();
    let mut number = 0;
    for (line, text) in (1..).zip(text.lines()) {
        if text.trim().is_empty() || bars(text) == 0 && !is_rule(text) {
            number += u32::from(!table.is_empty());
            take(&mut grid, number, std::mem::take(&mut table))?;
            if !is_count_of_rows(text) {
                let place = Location {
                    line: Some(line),
                    column: Some(1),
                };
                let text = trimmed(text).trim_start_matches('#');
                let cell = Cell {
                    text: trimmed(text).to_owned(),
                    place,
                    ..Cell::default()
                };
                push(&mut grid, 0, line, vec![cell])?;
            }
        } else if !is_rule(text) {
            table.push((line, text));
        }
    }
    take(&mut grid, number + 1, table)?;
    Ok(grid)
}

/// Adds the rows of one table to the grid. Outer bars are dropped if every row has them.
fn take(
    grid: &mut Grid,
    number: u32,
    rows: Vec<(u64, &str)>,
) -> Result<(), (Location, InputError, Option<String>)> {
    let begins = rows
        .iter()
        .all(|(_, row)| row.trim_start().starts_with(is_bar));
    let ends = rows.iter().all(|(_, row)| row.trim_end().ends_with(is_bar));
    for (at, (line, text)) in rows.into_iter().enumerate() {
        let mut cells = cells(line, text);
        if ends && cells.len() > 1 {
            cells.pop();
        }
        if begins && cells.len() > 1 {
            cells.remove(0);
        }
        if at == 1 && cells.iter().all(|cell| is_type(&cell.text)) {
            continue;
        }
        push(grid, number, line, cells)?;
    }
    Ok(())
}

fn push(
    grid: &mut Grid,
    table: u32,
    line: u64,
    cells: Vec<Cell>,
) -> Result<(), (Location, InputError, Option<String>)> {
    let place = Location {
        line: Some(line),
        column: None,
    };
    grid.push_in(
        table,
        GridRow {
            number: line,
            cells,
        },
    )
    .map_err(|wrong| (place, wrong, None))
}

/// The number of bars outside quotes in a line.
fn bars(line: &str) -> usize {
    cells(1, line).len() - 1
}

fn cells(line: u64, text: &str) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let (mut start, mut quoted, mut escaped) = (1, false, false);
    for (column, c) in (1..).zip(text.chars()) {
        match c {
            _ if escaped => {
                // In Markdown, `\|` is a bar within a cell.
                if !is_bar(c) {
                    cell.push('\\');
                }
                cell.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' if quoted || cell.trim().is_empty() => {
                quoted = !quoted;
                cell.push(c);
            }
            '"' => {
                quoted = cell.trim_start().starts_with('"');
                cell.push(c);
            }
            c if is_bar(c) && !quoted => {
                cells.push(of(&cell, line, start));
                cell.clear();
                start = column + 1;
            }
            c => cell.push(c),
        }
    }
    cells.push(of(&cell, line, start));
    cells
}

/// A cell without the quotes, Markdown asterisks or backticks around its text.
fn of(text: &str, line: u64, start: u64) -> Cell {
    let blanks = text.chars().take_while(|c| c.is_whitespace()).count() as u64;
    let text = trimmed(text);
    let within = |sign: &str| {
        let rest = text.strip_prefix(sign)?.strip_suffix(sign)?;
        Some(trimmed(rest)).filter(|rest| !rest.contains(sign))
    };
    let text = match text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(rest) => rest.replace("\"\"", "\""),
        None => within("**").or(within("`")).unwrap_or(text).to_owned(),
    };
    Cell {
        text,
        place: Location {
            line: Some(line),
            column: Some(start + blanks),
        },
        ..Cell::default()
    }
}

/// Whether a line is a horizontal rule: `|---|---:|`, `+----+----+`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let drawn = |c: char| c.is_whitespace() || RULES.contains(c) || matches!(c, '─'..='╿');
    line.chars().all(drawn)
        && line.chars().any(|c| !is_bar(c) && !c.is_whitespace())
        && line.len() > 2
}

/// Whether a line states the number of rows: `(2 rows)`, `2 rows in set (0.00 sec)`.
fn is_count_of_rows(line: &str) -> bool {
    let line = line.trim().trim_start_matches('(');
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.trim_start();
    rest.len() < line.len() && (rest.starts_with("row") || rest.starts_with("rows"))
}

/// Whether a cell is a column type, as DuckDB prints below the header.
fn is_type(cell: &str) -> bool {
    const TYPES: [&str; 22] = [
        "varchar",
        "double",
        "float",
        "real",
        "decimal",
        "numeric",
        "tinyint",
        "smallint",
        "integer",
        "bigint",
        "hugeint",
        "int8",
        "int16",
        "int32",
        "int64",
        "int128",
        "uint32",
        "uint64",
        "date",
        "timestamp",
        "boolean",
        "str",
    ];
    let name = cell.split('(').next().unwrap_or("").trim();
    TYPES.contains(&name)
}
