//! The text of the machine column `note`.

use crate::report::{Cell, Report, Row, RowRemark};

/// `column: reason` joined by `; `, in column order: why its cell is missing, then its remarks.
/// Remarks on no column of the report come last.
pub(super) fn text(report: &Report, row: &Row) -> String {
    let mut parts = Vec::new();
    let said = |remark: &RowRemark| format!("{}: {}", remark.column.name(), remark.text);
    for column in &report.columns {
        if let Cell::Missing(missing) = row.cell(*column) {
            parts.push(format!("{}: {missing}", column.name()));
        }
        let remarks = row.remarks.iter();
        let own = remarks.filter(|remark| remark.column == *column);
        parts.extend(own.map(said));
    }
    let remarks = row.remarks.iter();
    let strays = remarks.filter(|remark| !report.columns.contains(&remark.column));
    parts.extend(strays.map(said));
    parts.join("; ")
}
