//! csv and tsv: machine columns, one record a row.

use super::{figures, note};
use crate::report::{Report, Row};
use ::csv::{ErrorKind, QuoteStyle, Writer, WriterBuilder};
use std::io::{self, Write};

/// Comma-separated, quoted where needed.
pub(super) fn write_csv(report: &Report, header: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().from_writer(out);
    write(report, header, &mut writer, |field| field)
}

/// Tab-separated for `cut` and `awk`: nothing is quoted, tabs and line ends become spaces.
pub(super) fn write_tsv(report: &Report, header: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new()
        .delimiter(b'\t')
        .quote_style(QuoteStyle::Never)
        .from_writer(out);
    write(report, header, &mut writer, |field| {
        field.replace(['\t', '\n', '\r'], " ")
    })
}

fn write<W: Write>(
    report: &Report,
    header: bool,
    writer: &mut Writer<W>,
    clean: impl Fn(String) -> String,
) -> io::Result<()> {
    if header {
        let names = report.columns.iter().map(|column| column.name);
        writer.write_record(names).map_err(into_io)?;
    }
    for row in &report.rows {
        let fields = fields(report, row).map(&clean);
        writer.write_record(fields).map_err(into_io)?;
    }
    writer.flush()
}

fn fields<'a>(report: &'a Report, row: &'a Row) -> impl Iterator<Item = String> + 'a {
    report.columns.iter().enumerate().map(move |(at, column)| {
        if column.name == note::COLUMN {
            note::text(report, row)
        } else {
            row.cells.get(at).map(figures::machine).unwrap_or_default()
        }
    })
}

/// The io error inside, so that a broken pipe stays one.
fn into_io(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
