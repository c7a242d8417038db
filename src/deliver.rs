//! Delivers an answer: rendering, remarks and exit code.

use crate::cli::Request;
use crate::failure::Failure;
use crate::frame::{Frame, FrameError};
use crate::measure::{Answer, Verdict};
use crate::render::{self, Format, Lang, Notes, Style};
use crate::report::{Receipt, Remark, RemarkKind};
use crate::save::{is_within, save};
use crate::surroundings::Streams;
use crate::trade::{FileRemark, Weight, printable, printable_with_colour};
use std::path::{Path, PathBuf};

/// Renders everything before the first byte is written, so that output is never partial. An answer
/// in JSON may be wrapped in its receipt. Returns the exit code.
///
/// # Errors
/// [`Failure::Output`] or [`Failure::Write`] when it cannot be written.
pub fn deliver(
    answer: &Answer,
    receipt: Option<&Receipt>,
    request: &Request,
    style: &Style,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let report = &answer.report;
    let mut bytes = Vec::new();
    if style.format == Format::Html {
        render::page(report, style, &request.typed, &mut bytes)
    } else {
        render::render(report, style, &mut bytes)
    }
    .map_err(Failure::Output)?;
    if let Some(receipt) = receipt {
        let inner = std::mem::take(&mut bytes);
        render::receipt(receipt, &inner, &mut bytes).map_err(Failure::Output)?;
    }
    if !style.format.carries_notes() && !request.output.quiet {
        let notes = match style.notes {
            Notes::Brief => render::cautions(report, style.lang),
            Notes::Full => render::remarks(report, style.lang),
            Notes::None => Vec::new(),
        };
        say_notes(notes.into_iter(), style.lang, streams);
    }
    let is_seen = matches!(
        style.format,
        Format::Table | Format::Markdown | Format::Svg | Format::Html
    );
    if is_seen {
        let text = String::from_utf8_lossy(&bytes);
        let shown = match style.color && style.format == Format::Table {
            true => printable_with_colour(&text),
            false => printable(&text),
        };
        bytes = shown.into_owned().into_bytes();
    }
    write(&bytes, request, streams)?;
    Ok(exit_code(
        answer.verdict,
        request.strict && report.lacks_a_figure(),
    ))
}

/// Writes something other than a report to standard output; returns the exit code.
///
/// # Errors
/// [`Failure::Output`] when it cannot be written.
pub fn bytes(bytes: &[u8], streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let written = streams.output.write_all(bytes);
    written
        .and_then(|()| streams.output.flush())
        .map_err(Failure::Output)?;
    Ok(0)
}

/// Writes a text other than a report.
///
/// # Errors
/// [`Failure::Output`] or [`Failure::Write`] when it cannot be written.
pub fn text(text: &str, request: &Request, streams: &mut Streams<'_>) -> Result<(), Failure> {
    write(printable(text).as_bytes(), request, streams)
}

/// Refuses to write the answer over a file that it is made from.
///
/// # Errors
/// [`Failure::Overwrites`] if the output is that file.
pub fn keep(input: &Path, request: &Request) -> Result<(), Failure> {
    match &request.output.file {
        Some(file) if is_within(file, input) => Err(Failure::Overwrites {
            file: file.clone(),
            input: input.to_owned(),
        }),
        _ => Ok(()),
    }
}

fn write(bytes: &[u8], request: &Request, streams: &mut Streams<'_>) -> Result<(), Failure> {
    match &request.output.file {
        Some(file) => {
            let inputs = &request.inputs;
            let named = [&inputs.files, &inputs.imports, &inputs.exports];
            let named = named.into_iter().flatten();
            // The shell may have redirected standard input from a file.
            let standard_input = PathBuf::from("/dev/stdin");
            let named: Vec<&PathBuf> = named
                .map(|input| match input.as_os_str() == "-" {
                    true => &standard_input,
                    false => input,
                })
                .chain(&request.goods.file)
                .chain(&request.sanctions.file)
                .chain(&request.settings)
                .chain(request.command.file())
                .collect();
            save(file, bytes, &named)
        }
        None => streams
            .output
            .write_all(bytes)
            .and_then(|()| streams.output.flush())
            .map_err(Failure::Output),
    }
}

/// Prints the reader's remarks, and bans on the goods, when the frame has nothing for the
/// selection: they often say why.
pub fn remarks_behind(
    why: &Failure,
    frame: &Frame,
    request: &Request,
    bans: Vec<Remark>,
    (lang, streams): (Lang, &mut Streams<'_>),
) {
    if matches!(why, Failure::Frame(_) | Failure::Measure(_)) && !request.output.quiet {
        let remarks = frame.observations().remarks.iter();
        let notes = remarks.cloned().map(RemarkKind::Input).map(Remark::on_all);
        // A ban does not explain why the data contain only some of the goods.
        let is_of_goods = matches!(why, Failure::Frame(FrameError::NoGoods { .. }));
        let notes = notes.chain(bans.into_iter().filter(|_| !is_of_goods));
        let notes = notes.map(|note| render::sentence(&note, lang));
        say_notes(notes, lang, streams);
    }
}

/// Prints the reader's remarks on inputs that no answer is printed of: the cautions, or all if they
/// are asked for.
pub fn remarks_of_inputs(
    remarks: &[FileRemark],
    request: &Request,
    (lang, streams): (Lang, &mut Streams<'_>),
) {
    let notes = request.output.notes;
    if request.output.quiet || notes == Notes::None {
        return;
    }
    let remarks = remarks.iter().cloned().map(RemarkKind::Input);
    let said = remarks.filter(|kind| notes == Notes::Full || kind.weight() == Weight::Caution);
    let said = said.map(|kind| render::sentence(&Remark::on_all(kind), lang));
    say_notes(said, lang, streams);
}

/// Prints remarks on standard error.
fn say_notes(notes: impl Iterator<Item = String>, lang: Lang, streams: &mut Streams<'_>) {
    for note in notes {
        // The data are written even if standard error is closed.
        let note = render::noted(&note, lang);
        let _ = writeln!(streams.errors, "tradecheck: {note}");
    }
}

/// 0 answered, 1 no, 3 data are missing.
fn exit_code(verdict: Verdict, lacks_a_figure: bool) -> u8 {
    match verdict {
        Verdict::No => 1,
        Verdict::CannotTell => 3,
        Verdict::Answered if lacks_a_figure => 3,
        Verdict::Answered => 0,
    }
}
