//! Columns beside the months: traders, row numbers, notes, changes and sums.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::table::Line;
use crate::reader::layout::months::year_number;
use crate::reader::layout::tidy::names::bare;
use crate::trade::{Flow, Meaning};

/// Whether the columns before the months tell all rows apart without one of them.
pub(super) fn differ_without(rows: &[Line], column: usize, first_time: usize) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let others = |line: &Line| -> Vec<String> {
        let before = line.cells.iter().take(first_time).enumerate();
        let others = before.filter(|(at, _)| *at != column);
        others.map(|(_, cell)| cell.clone()).collect()
    };
    rows.iter().all(|line| seen.insert(others(line)))
}

/// Whether a column counts the rows from 0 or 1.
pub(super) fn is_row_number(rows: &[Line], column: usize) -> bool {
    let cells = rows.iter().filter_map(|line| line.cells.get(column));
    let filled = cells.filter(|cell| !cell.is_empty());
    let cells: Vec<Option<usize>> = filled.map(|cell| cell.parse().ok()).collect();
    let from = cells.first().copied().flatten();
    from.is_some_and(|from| {
        from < 2 && cells.iter().zip(from..).all(|(cell, at)| *cell == Some(at))
    })
}

/// The flow of a table whose rows are traders: imports come from exporters.
pub(super) fn trader(name: &str) -> Option<Flow> {
    match &*bare(name) {
        "exporter" | "exporters" | "exportingcountries" | "exportingcountry" | "supplier"
        | "suppliers" | "supplyingmarkets" | "出口国" | "供应国" | "수출국" => {
            Some(Flow::Import)
        }
        "importer" | "importers" | "importingcountries" | "importingcountry"
        | "importingmarkets" | "进口国" | "수입국" => Some(Flow::Export),
        _ => None,
    }
}

/// Whether the name is that of a column that does not describe the figures.
pub(super) fn says_nothing(name: &str) -> bool {
    const NAMES: &str = "unnamed0|index|연번|순번|no|id|seriesid|source|sources|note|notes|rank|来源|备注|출처|비고|序号|번호|순위";
    NAMES.split('|').any(|one| one == bare(name))
}

/// The meaning of a column after the months, if its name gives it.
pub(super) fn beside(name: &str) -> Option<Meaning> {
    // Columns of notes are watched, since two series may differ only in their notes.
    if says_nothing(name) {
        return None;
    }
    let meaning = TextMeaning::of(name);
    let is =
        |dimensions: &[Dimension]| dimensions.iter().any(|dimension| meaning.is_of(*dimension));
    match () {
        () if is(&[Dimension::Change, Dimension::Share, Dimension::Index]) => Some(Meaning::Change),
        () if is(&[Dimension::Quantity, Dimension::Price]) => Some(Meaning::Quantity),
        () if is(&[Dimension::Cumulative, Dimension::Period])
            || meaning.total
            || year_number(name).is_some() =>
        {
            Some(Meaning::Sum)
        }
        () => None,
    }
}
