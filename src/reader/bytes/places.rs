use crate::reader::errors::problems::Place;

/// Where the cells of a table stand that was written out as text, a line for each row, so that
/// every complaint names the sheet and the cell that the user sees.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Places {
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// For each line, the line or row that it was, and the places of its cells.
    pub rows: Vec<(u64, Vec<Place>)>,
}

impl Places {
    /// The line or row that a line of the text was, from 1.
    pub fn line(&self, line: u64) -> u64 {
        self.row(line).map_or(line, |(number, _)| *number)
    }

    /// The place of a field of a line.
    pub fn cell(&self, line: u64, field: usize) -> Place {
        let Some((number, cells)) = self.row(line) else {
            return Place::default();
        };
        let row = Place {
            line: Some(*number),
            column: None,
        };
        cells.get(field).copied().unwrap_or(row)
    }

    fn row(&self, line: u64) -> Option<&(u64, Vec<Place>)> {
        let at = usize::try_from(line).ok()?.checked_sub(1)?;
        self.rows.get(at)
    }
}
