//! The answer on its way out: rendered whole, remarks beside it, exit code.

use crate::cli::Request;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::measure::{Answer, Verdict};
use crate::render::{self, Format, Lang, Style};
use crate::report::{Remark, RemarkKind};
use crate::surroundings::Streams;

/// Renders all of it before a byte goes out, so that nothing is ever half printed. Gives the exit
/// code.
///
/// # Errors
/// [`Failure::Output`] or [`Failure::Write`] when it cannot be written.
pub fn deliver(
    answer: &Answer,
    request: &Request,
    style: &Style,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let report = &answer.report;
    let mut bytes = Vec::new();
    render::render(report, style, &mut bytes).map_err(Failure::Output)?;
    let carries_notes = matches!(
        style.format,
        Format::Table | Format::Markdown | Format::Json
    );
    if !carries_notes {
        let notes = report.notes.iter();
        say_notes(
            notes.map(|note| render::sentence(note, style.lang)),
            streams,
        );
    }
    write(&bytes, request, streams)?;
    Ok(exit_code(
        answer.verdict,
        request.strict && report.lacks_a_figure(),
    ))
}

/// Writes a text that is no report.
///
/// # Errors
/// [`Failure::Output`] or [`Failure::Write`] when it cannot be written.
pub fn text(text: &str, request: &Request, streams: &mut Streams<'_>) -> Result<(), Failure> {
    write(text.as_bytes(), request, streams)
}

fn write(bytes: &[u8], request: &Request, streams: &mut Streams<'_>) -> Result<(), Failure> {
    match &request.output.file {
        Some(file) => std::fs::write(file, bytes).map_err(|error| Failure::Write {
            file: file.clone(),
            error,
        }),
        None => streams
            .output
            .write_all(bytes)
            .and_then(|()| streams.output.flush())
            .map_err(Failure::Output),
    }
}

/// The reader's remarks, where the frame has nothing of the selection: they often say why.
pub fn remarks_behind(why: &Failure, frame: &Frame, streams: &mut Streams<'_>) {
    if let Failure::Frame(_) = why {
        let remarks = frame.records().remarks.iter();
        let notes = remarks.cloned().map(RemarkKind::Input).map(Remark::on_all);
        say_notes(notes.map(|note| render::sentence(&note, Lang::En)), streams);
    }
}

/// Remarks on standard error.
fn say_notes(notes: impl Iterator<Item = String>, streams: &mut Streams<'_>) {
    for note in notes {
        // A closed standard error is no reason to withhold the data.
        let _ = writeln!(streams.errors, "tradecheck: note: {note}");
    }
}

/// 0 answered, 1 no, 3 data is missing.
fn exit_code(verdict: Verdict, lacks_a_figure: bool) -> u8 {
    match verdict {
        Verdict::No => 1,
        Verdict::CannotTell => 3,
        Verdict::Answered if lacks_a_figure => 3,
        Verdict::Answered => 0,
    }
}
