//! Receipts: an answer with everything it was made from, and the check whether an earlier one still
//! holds.

use crate::about;
use crate::answer::{Data, with_columns};
use crate::cli::{self, CheckAsked, ClaimSource, Command, Request, Screen, Trace, Work};
use crate::deliver;
use crate::failure::Failure;
use crate::measure::{Answer, Verdict};
use crate::reader::{self, Difference, Fingerprint, StandardInput};
use crate::render::{Format, Lang, Style};
use crate::report::{
    Cell, Column, Head, Heading, Receipt, ReceiptRemark, Remark, RemarkKind, Report, Row, Subject,
    ViewColumn,
};
use crate::resolve;
use crate::surroundings::{Streams, Surroundings};
use crate::tracing::{self, Traced};
use crate::trade::Named;
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Standard input for a request, hashed while it is read if a receipt needs its hash.
pub fn standard_input(request: &Request) -> StandardInput {
    match request.trace {
        Some(Trace::Explain) => StandardInput::hashed(),
        _ => StandardInput::default(),
    }
}

fn wants_receipt(request: &Request, style: &Style) -> bool {
    request.trace == Some(Trace::Explain) && style.format == Format::Json
}

/// The columns to print. If a table of sources or workings replaces the answer they are columns of
/// that table, and taken out of the request: the answer keeps all of its own.
pub fn columns_to_print(request: &mut Request, style: &Style) -> Option<Vec<String>> {
    match request.trace {
        Some(_) if !wants_receipt(request, style) => request.output.columns.take(),
        _ => request.output.columns.clone(),
    }
}

/// What to print: the answer, with its receipt if one is asked for, or the table of its sources or
/// workings.
///
/// # Errors
/// When data by which claims are judged cannot be read.
pub fn to_print(
    mut answer: Answer,
    data: &Data<'_>,
    style: &Style,
    stdin: &StandardInput,
) -> Result<(Answer, Option<Receipt>), Failure> {
    let Some(asked) = data.request.trace else {
        if matches!(data.request.command, Command::Report { .. }) {
            // A page gives the source of every figure.
            let figures = tracing::trace(data, &answer)?.figures;
            answer.report.parts.push(figures);
        }
        return Ok((answer, None));
    };
    let traced = tracing::trace(data, &answer)?;
    if wants_receipt(data.request, style) {
        let receipt = receipt(data.request, style.lang, traced, stdin);
        return Ok((answer, Some(receipt)));
    }
    answer.report = match asked {
        Trace::Sources => traced.figures,
        Trace::Explain => traced.workings,
    };
    Ok((answer, None))
}

/// The receipt of an answer.
fn receipt(request: &Request, lang: Lang, traced: Traced, stdin: &StandardInput) -> Receipt {
    let named = |one: Fingerprint| (one.name, one.sha256);
    let mut inputs = Vec::new();
    if let Some(archive) = &request.inputs.data {
        inputs.push(reader::of_archive(archive));
    }
    inputs.extend(reader::of_sources(&resolve::sources(request), stdin));
    let mut side_files: Vec<&PathBuf> = Vec::new();
    side_files.extend(&request.goods.file);
    side_files.extend(&request.sanctions.file);
    if let Command::Check(CheckAsked {
        claims: ClaimSource::File(file) | ClaimSource::Article(file),
        ..
    }) = &request.command
    {
        side_files.push(file);
    }
    inputs.extend(
        side_files
            .into_iter()
            .map(|path| reader::of_path(path, stdin)),
    );
    Receipt {
        version: env!("CARGO_PKG_VERSION"),
        data: about::data_hash(),
        arguments: with_language(without_output(&request.arguments), request, lang),
        settings: request
            .settings
            .as_ref()
            .map(|file| named(reader::of_path(file, stdin))),
        inputs: inputs.into_iter().map(named).collect(),
        workings: traced.workings,
        figures: traced.figures,
    }
}

/// The arguments with the language where it came from the terminal, which may be another one later.
fn with_language(mut arguments: Vec<String>, request: &Request, lang: Lang) -> Vec<String> {
    if request.output.lang.is_none() && lang != Lang::En {
        arguments.insert(0, format!("--lang={}", lang.word()));
    }
    arguments
}

/// The arguments without the file that the answer was written to, which is not written again.
fn without_output(arguments: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--" => {
                kept.push(argument.clone());
                kept.extend(rest.cloned());
                break;
            }
            "-o" | "--output" => {
                rest.next();
            }
            one if one.starts_with("--output=") || one.starts_with("-o") => {}
            _ => kept.push(argument.clone()),
        }
    }
    kept
}

/// Runs a receipt again, using `answer`, and reports whether its answer is still the same; returns
/// the exit code.
///
/// # Errors
/// When it is not a receipt, when its command does more than read, or when an input cannot be read.
pub fn verify(
    file: &Path,
    request: &Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
    answer: fn(Request, &Surroundings, &mut Streams<'_>) -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    let style = resolve::style(request, around)?;
    let shown = file.display().to_string();
    let refused = |why: String| Failure::Receipt {
        file: shown.clone(),
        why,
    };
    deliver::keep(file, request)?;
    let bytes = match file.as_os_str() == "-" {
        true => {
            let mut bytes = Vec::new();
            let read = streams.input.take(LARGEST).read_to_end(&mut bytes);
            read.map_err(|error| refused(error.to_string()))?;
            bytes
        }
        false => reader::side_file::bytes(file)?,
    };
    let then = reader::Receipt::read(&bytes).map_err(|why| refused(why.to_string()))?;
    let again = command(&then).map_err(refused)?;
    let of_stdin = |one: &&Fingerprint| [STANDARD_INPUT, "-"].contains(&&*one.name);
    let given = then.inputs.iter().find(of_stdin);
    if given.is_some() && file.as_os_str() == "-" {
        return Err(refused(NOT_GIVEN_AGAIN.to_owned()));
    }
    let mut written = Vec::new();
    let mut inside = Streams {
        input: &mut *streams.input,
        output: &mut written,
        errors: &mut std::io::sink(),
        progress: streams.progress,
    };
    answer(again, around, &mut inside)?;
    let now = reader::Receipt::read(&written).map_err(|why| refused(why.to_string()))?;
    let nothing = Some(reader::sha256(b""));
    let is_empty = |one: &Fingerprint| {
        now.inputs
            .iter()
            .any(|now| now.name == one.name && now.sha256 == nothing)
    };
    if given.is_some_and(|one| one.sha256 != nothing && is_empty(one)) {
        return Err(refused(NOT_GIVEN_AGAIN.to_owned()));
    }
    let found = then.differences(&now);
    let mut report = Report::of_rows(
        "verify",
        Heading::of_no_trade(Subject::Receipt),
        &crate::measure::list::OF_VERIFY,
        found.iter().map(row).collect(),
    );
    report.notes = remarks(&then, &now, found.len());
    report.view = view(&report.rows);
    let verdict = match found.is_empty() {
        true => Verdict::Answered,
        false => Verdict::No,
    };
    let answer = with_columns(
        Answer { report, verdict },
        request.output.columns.as_deref(),
        &request.question,
    )?;
    deliver::deliver(&answer, None, request, &style, streams)
}

/// What an input is called that was read from standard input.
const STANDARD_INPUT: &str = "standard input";

const NOT_GIVEN_AGAIN: &str = "was made of standard input, which is not given again\n  \
                               help: `tradecheck verify RECEIPT < FILE`, with the same FILE";

/// The largest receipt accepted from standard input, in bytes.
const LARGEST: u64 = 64 << 20;

/// The command of a receipt, ready to run again, or why it cannot be run.
fn command(receipt: &reader::Receipt) -> Result<Request, String> {
    let own = receipt.arguments.iter().map(OsString::from);
    let args: Vec<OsString> = std::iter::once(OsString::from("tradecheck"))
        .chain(own)
        .collect();
    let typed = receipt.arguments.join(" ");
    let only = || {
        format!(
            "`{typed}` cannot be run from a receipt\n  expected: a command that only reads data and writes to standard output"
        )
    };
    // The settings of that run are among the arguments.
    match cli::parse(args, None, Screen::default()) {
        Ok(Work::Answer(request)) if request.output.file.is_none() => {
            let mut request = *request;
            // A receipt names its language unless it is English.
            request.output.lang.get_or_insert(Lang::En);
            request.output.format = Some(Format::Json);
            request.output.quiet = true;
            request.trace = Some(Trace::Explain);
            request.keeps_to_named_data = true;
            Ok(request)
        }
        Ok(_) => Err(only()),
        Err(wrong) if wrong.text().is_empty() => Err(only()),
        Err(wrong) => Err(format!("`{typed}` cannot be understood: {}", wrong.text())),
    }
}

/// The remarks on the comparison.
fn remarks(then: &reader::Receipt, now: &reader::Receipt, different: usize) -> Vec<Remark> {
    let changed: Vec<String> = now
        .inputs
        .iter()
        .filter(|input| !then.inputs.contains(input))
        .map(|input| input.name.clone())
        .chain(
            then.inputs
                .iter()
                .filter(|input| !now.inputs.iter().any(|one| one.name == input.name))
                .map(|input| input.name.clone()),
        )
        .collect();
    let mut remarks = vec![match different {
        0 => ReceiptRemark::Holds,
        count => ReceiptRemark::Differs(count),
    }];
    if !changed.is_empty() {
        remarks.push(ReceiptRemark::InputsChanged(changed));
    }
    if then.version != now.version {
        remarks.push(ReceiptRemark::ProgramChanged {
            then: then.version.chars().take(40).collect(),
            now: now.version.clone(),
        });
    }
    if then.data != now.data {
        remarks.push(ReceiptRemark::DataChanged);
    }
    if let Some(settings) = &then.settings {
        let path = Path::new(&settings.name);
        let is_same = reader::of_path(path, &StandardInput::default()).sha256 == settings.sha256;
        if !is_same {
            remarks.push(ReceiptRemark::SettingsChanged(settings.name.clone()));
        }
    }
    let remarks = remarks.into_iter().map(RemarkKind::Receipt);
    remarks.map(Remark::on_all).collect()
}

fn row(one: &Difference) -> Row {
    let named = |name: &str| one.row.get(name).map_or("", String::as_str);
    let first = |names: &[&str]| {
        let mut texts = names.iter().map(|name| named(name));
        Cell::text(texts.find(|text| !text.is_empty()).unwrap_or_default())
    };
    Row::new([
        (
            Column::Id,
            first(&["id", "sentence", "instrument", "measure", "file"]),
        ),
        (Column::Period, first(&["month", "period", "on", "until"])),
        (Column::Flow, first(&["flow"])),
        (
            Column::Code,
            first(&["code", "link", "of", "metric", "kind", "column"]),
        ),
        (Column::ColumnName, Cell::text(&one.column)),
        (Column::Then, Cell::text(&one.then)),
        (Column::Now, Cell::text(&one.now)),
    ])
}

fn view(rows: &[Row]) -> Vec<ViewColumn> {
    let heads = [
        (Head::Claim, Column::Id),
        (Head::Month, Column::Period),
        (Head::Flow, Column::Flow),
        (Head::Code, Column::Code),
        (Head::Figure, Column::ColumnName),
        (Head::Then, Column::Then),
        (Head::Now, Column::Now),
    ];
    let is_there = |column: Column| rows.iter().any(|row| *row.cell(column) != Cell::Empty);
    let shown = heads.into_iter().filter(|(_, column)| is_there(*column));
    shown
        .map(|(head, column)| ViewColumn::of(head, column))
        .collect()
}
