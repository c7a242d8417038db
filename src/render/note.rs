//! The text of the machine columns `note` and `flags`.

use crate::render::lang;
use crate::render::options::Lang;
use crate::report::{Cell, Column, Flag, Remark, Report, Row};

/// `column: reason` joined by `; `, which stands inside no reason, in column order: first why the cell is missing, then its
/// remarks. Remarks that refer to no column of the report come last.
pub(super) fn text(report: &Report, row: &Row, lang: Lang) -> String {
    let mut parts = Vec::new();
    let in_words = |remark: &Remark| {
        let text = lang::sentence(remark, lang);
        match remark.column {
            Some(column) => format!("{}: {text}", column.name()),
            None => text,
        }
    };
    for column in &report.columns {
        if let Cell::Missing(missing) = row.cell(*column)
            && !missing.reason.is_by_nature()
        {
            let why = lang::wording(lang).reason(missing);
            parts.push(format!("{}: {why}", column.name()));
        }
        let remarks = row.remarks.iter();
        let own = remarks.filter(|remark| remark.column == Some(*column));
        parts.extend(own.map(in_words));
    }
    let remarks = row.remarks.iter();
    let is_shown = |column: Option<Column>| column.is_some_and(|one| report.columns.contains(&one));
    let strays = remarks.filter(|remark| !is_shown(remark.column));
    parts.extend(strays.map(in_words));
    let parts: Vec<String> = parts.iter().map(|part| part.replace("; ", ", ")).collect();
    parts.join("; ")
}

/// The flags of a row: the name of each column with its letters, `base:e value:d`.
pub(super) fn flags(report: &Report, row: &Row) -> String {
    let of = |column: &Column| {
        let letters: String = row.flags(*column).map(Flag::letter).collect();
        (!letters.is_empty()).then(|| format!("{}:{letters}", column.name()))
    };
    let texts: Vec<String> = report.columns.iter().filter_map(of).collect();
    texts.join(" ")
}
