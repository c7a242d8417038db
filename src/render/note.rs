//! The text of the machine column `note`.

use crate::report::{Cell, Report, Row};

/// The machine column that every renderer makes itself.
pub(super) const COLUMN: &str = "note";

/// `column: reason` joined by `; `, in column order: why its cell is missing, then its remarks.
/// Remarks on no column of the report come last.
pub(super) fn text(report: &Report, row: &Row) -> String {
    let mut parts = Vec::new();
    for (column, cell) in report.columns.iter().zip(&row.cells) {
        if let Cell::Missing(missing) = cell {
            parts.push(format!("{}: {missing}", column.name));
        }
        let remarks = row.remarks.iter();
        let own = remarks.filter(|remark| remark.column == column.name);
        parts.extend(own.map(|remark| format!("{}: {}", remark.column, remark.text)));
    }
    let remarks = row.remarks.iter();
    let strays = remarks.filter(|remark| report.place(remark.column).is_none());
    parts.extend(strays.map(|remark| format!("{}: {}", remark.column, remark.text)));
    parts.join("; ")
}
