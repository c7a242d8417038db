//! Renders answers: one file per format, and the words and figures they share.
//!
//! The input is a [`Report`], the output bytes. Renderers neither compute measures nor drop rows.

mod brief;
mod calendar;
mod caution_line;
mod cautions;
mod cell_text;
mod chart;
mod csv;
mod digits;
mod figures;
#[cfg(test)]
mod fixture;
mod footer;
mod hs_codes;
mod html;
mod inspect;
mod json;
mod labels;
mod lang;
mod layout;
mod markdown;
mod markup;
mod note;
mod options;
mod parquet;
mod pick;
mod places;
mod publishers;
mod receipt;
mod record;
mod remark_data;
mod sources;
mod spark;
mod streak;
mod table;
mod text_columns;
mod text_table;
mod title;
mod wrap;
mod xlsx;

pub use cautions::{cautions, remarks};
pub use lang::catalog::help;
#[cfg(test)]
pub use lang::catalog::help_texts;
pub use lang::colon;
pub use lang::message;
pub use lang::noted;
pub use lang::sentence;
pub use options::{Format, Lang, MoneyUnit, Notes, Style};
pub use receipt::write as receipt;
pub use wrap::{shortened, width as columns, wrap};

use crate::report::{Report, Subject};
use std::io::{self, Write};

/// Number of months that fit in a chart.
pub fn chart_months(style: &Style) -> usize {
    match style.format {
        Format::Table => chart::text::months_that_fit(style.width),
        _ => 60,
    }
}

/// Writes a page; `command` is the command line that produced it.
///
/// # Errors
/// As [`render`].
pub fn page(report: &Report, style: &Style, command: &str, out: &mut dyn Write) -> io::Result<()> {
    html::write(report, style, command, out)
}

/// Writes `report` in the given format and style.
///
/// # Errors
/// Errors of `out`, unchanged: a closed pipe remains [`io::ErrorKind::BrokenPipe`].
pub fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    match style.format {
        Format::Table | Format::Markdown if report.brief.is_some() => {
            let mut statement = report.brief.iter();
            statement.try_for_each(|statement| brief::write(report, statement, style, out))?;
        }
        Format::Table => match &report.picture {
            Some(picture) => chart::text::write(report, picture, style, out)?,
            None => table::write(report, style, out)?,
        },
        Format::Csv => csv::write_csv(report, style, out)?,
        Format::Tsv => csv::write_tsv(report, style, out)?,
        Format::Json => match &report.brief {
            Some(statement) => brief::write_json(report, statement, style.words, out)?,
            None => json::write_json(report, style.words, out)?,
        },
        Format::Ndjson => json::write_ndjson(report, style.words, out)?,
        Format::Markdown => markdown::write(report, style, out)?,
        // A page as a picture consists of its head.
        Format::Svg if report.heading.subject == Subject::Page => {
            html::front::write(report, style, out)?;
        }
        Format::Svg => chart::svg::write(report, style, out)?,
        Format::Xlsx => xlsx::write(report, style, out)?,
        Format::Parquet => parquet::write(report, style.words, out)?,
        Format::Html => page(report, style, "", out)?,
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Accepts `room` bytes, then fails as closed.
    struct Closing {
        room: usize,
    }

    impl Write for Closing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.room);
            self.room -= taken;
            if taken == 0 && !bytes.is_empty() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_stays_a_closed_pipe() {
        for format in Format::ALL {
            for room in [0, 10, 200] {
                let style = Style {
                    format,
                    ..Style::default()
                };
                let report = match format {
                    Format::Svg => chart::fixture::report(chart::fixture::year()),
                    _ => fixture::yoy(),
                };
                let error = render(&report, &style, &mut Closing { room }).unwrap_err();
                assert_eq!(error.kind(), io::ErrorKind::BrokenPipe, "{format:?} {room}");
            }
        }
    }
}
