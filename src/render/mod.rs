//! How an answer looks: one file per format, and the words and figures that they share.
//!
//! In: a [`Report`]. Out: bytes. Renderers neither compute a measure nor drop a row.

mod csv;
mod figures;
#[cfg(test)]
mod fixture;
mod footer;
mod json;
mod markdown;
mod note;
mod options;
mod people;
mod table;
mod words;
mod wrap;

pub use options::{Format, Lang, MoneyUnit, Style};

use crate::report::Report;
use std::io::{self, Write};

/// Writes `report` in the format and style asked for.
///
/// # Errors
/// Those of `out`, as they came: a closed pipe stays [`io::ErrorKind::BrokenPipe`].
pub fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    match style.format {
        Format::Table => table::write(report, style, out)?,
        Format::Csv => csv::write_csv(report, style.header, out)?,
        Format::Tsv => csv::write_tsv(report, style.header, out)?,
        Format::Json => json::write_json(report, out)?,
        Format::Ndjson => json::write_ndjson(report, out)?,
        Format::Markdown => markdown::write(report, style, out)?,
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    #[test]
    fn show() {
        use super::*;
        for format in Format::ALL {
            for lang in Lang::ALL {
                if lang != Lang::En && format != Format::Table {
                    continue;
                }
                for report in [fixture::yoy(), fixture::series(), fixture::streaks()] {
                    let text = fixture::rendered(
                        &report,
                        Style {
                            format,
                            lang,
                            ..Style::default()
                        },
                    );
                    std::io::stderr().write_all(text.as_bytes()).unwrap();
                    std::io::stderr().write_all(b"=====\n").unwrap();
                }
            }
        }
    }
}
