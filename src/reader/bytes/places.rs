use crate::reader::errors::problems::Location;

/// The original places of the cells of a table that was converted to text, one line for each row,
/// so that messages can name the sheet and cell that the user sees.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Places {
    /// The name of the sheet of a workbook.
    pub sheet: Option<String>,
    /// For each line, its original line or row number and the places of its cells.
    pub rows: Vec<(u64, Vec<Location>)>,
    /// For each line, which of its cells are numbers by their type. Empty if none is.
    pub typed: Vec<Vec<bool>>,
    /// For each line, which of its cells are covered by a merged one with a number. Empty if none is.
    pub covered: Vec<Vec<bool>>,
    /// Whether commas group digits unless another cell shows that they mark decimals.
    pub commas_group: bool,
}

impl Places {
    /// The original line or row number of a line, from 1.
    pub fn line(&self, line: u64) -> u64 {
        self.row(line).map_or(line, |(number, _)| *number)
    }

    /// The original place of a field in a line.
    pub fn cell(&self, line: u64, field: usize) -> Location {
        let Some((number, cells)) = self.row(line) else {
            return Location::default();
        };
        let row = Location {
            line: Some(*number),
            column: None,
        };
        cells.get(field).copied().unwrap_or(row)
    }

    /// Whether a field of a line is a number by its type.
    pub fn is_typed(&self, line: u64, field: usize) -> bool {
        is_marked(&self.typed, line, field)
    }

    /// Whether a merged cell with a number covers a field of a line.
    pub fn is_covered(&self, line: u64, field: usize) -> bool {
        is_marked(&self.covered, line, field)
    }

    fn row(&self, line: u64) -> Option<&(u64, Vec<Location>)> {
        let at = usize::try_from(line).ok()?.checked_sub(1)?;
        self.rows.get(at)
    }
}

fn is_marked(marks: &[Vec<bool>], line: u64, field: usize) -> bool {
    let at = usize::try_from(line)
        .ok()
        .and_then(|line| line.checked_sub(1));
    let row = at.and_then(|at| marks.get(at));
    row.and_then(|row| row.get(field)).copied().unwrap_or(false)
}
