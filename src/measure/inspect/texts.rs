//! One row per column and text of the files: how it was understood.

use super::files::File;
use crate::report::{Cell, Column, Head, Row, Shows, ViewColumn, Word};

/// The machine columns, in order: the file, where the text was found, its line, and the text with
/// how it was understood.
pub const COLUMNS: [Column; 4] = [Column::File, Column::Finding, Column::Count, Column::Text];

/// One row per text, in file order.
pub fn rows(files: &[File]) -> Vec<Row> {
    let all = files
        .iter()
        .flat_map(|file| file.texts.iter().map(move |text| (file, text)));
    all.map(|(file, text)| {
        let line = text.line.and_then(|line| u32::try_from(line).ok());
        Row::new([
            (Column::File, Cell::Text(file.name.clone())),
            (Column::Finding, Cell::Word(Word::TextKind(text.part))),
            (Column::Count, line.map_or(Cell::Empty, Cell::Count)),
            (
                Column::Text,
                Cell::Interpretation(text.text.clone(), text.taken.clone()),
            ),
        ])
    })
    .collect()
}

/// The table view: the file, and the text with how it was understood.
pub fn view() -> Vec<ViewColumn> {
    let column = |head, shows| ViewColumn { head, shows };
    vec![
        column(Head::File, Shows::Column(Column::File)),
        column(Head::Finding, Shows::Column(Column::Text)),
    ]
}
