//! tradecheck: year-over-year changes and streaks from customs trade statistics.
//!
//! The only public entry point is [`run`]. Observations pass through the rooms once, front to back:
//! `reader` → `frame` → `measure` → `report` → `render`, with the vocabulary of `trade` in common.

mod about;
mod answer;
mod archive;
mod at_scale;
#[cfg(test)]
mod brief_and_check;
mod cli;
mod deliver;
mod failure;
mod frame;
mod listing;
mod measure;
mod reader;
mod receipt;
mod render;
mod report;
mod resolve;
mod save;
mod sql;
mod surroundings;
mod tracing;
mod trade;

pub use reader::{Progress, Unwatched};
pub use surroundings::{Streams, Surroundings};

use answer::Data;
use cli::settings::Settings;
use cli::{Request, Screen, Trace, Usage, Work};
use failure::Failure;
use frame::Frame;
use measure::Answer;
use reader::StandardInput;
use render::{Format, Lang};
use std::ffi::OsString;
use std::path::Path;

/// Answers a shell's request for completions (as signalled by `COMPLETE=bash` in the environment),
/// and returns whether there was one. Must run before anything is written to standard output.
pub fn completes(args: impl IntoIterator<Item = OsString>, folder: Option<&Path>) -> bool {
    cli::complete::answers(args.into_iter().collect(), folder).unwrap_or_else(|error| error.exit())
}

/// Runs the program. `args` starts with the program name. Returns the exit code: 0 answered, 1 the
/// answer is no, 2 failed (nothing was printed on standard output), 3 data are missing.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> u8 {
    // Names of cells, files or archives never reach a terminal unescaped.
    let mut errors = trade::PrintableWriter::new(streams.errors);
    let streams = &mut Streams {
        input: streams.input,
        output: streams.output,
        errors: &mut errors,
        progress: streams.progress,
    };
    let args: Vec<OsString> = args.into_iter().collect();
    let settings = resolve::settings(&args, around);
    let named = settings.as_ref().ok().and_then(Option::as_ref);
    let lang = resolve::language(&args, named, around);
    let screen = Screen {
        lang,
        width: around.width,
    };
    settings
        .and_then(|settings| understood(args, settings.as_ref(), screen))
        .and_then(|asked| work(asked, lang, around, streams))
        .unwrap_or_else(|failure| failure.tell(|text| render::message(text, lang), around, streams))
}

/// Parses the arguments into the work to do.
fn understood(
    args: Vec<OsString>,
    settings: Option<&Settings>,
    screen: Screen,
) -> Result<Work, Failure> {
    match cli::parse(args, settings, screen) {
        Err(Usage::LongVersion) => Ok(Work::Print(about::version()?.into_bytes())),
        other => other.map_err(Failure::Usage),
    }
}

fn work(
    work: Work,
    lang: Lang,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let (printed, request) = match work {
        Work::Answer(request) => return answer(*request, around, streams),
        Work::Verify(file, request) => {
            return receipt::verify(&file, &request, around, streams, answer);
        }
        Work::List(asked, request) => return listing::list(&asked, &request, around, streams),
        Work::Print(bytes) => return deliver::bytes(&bytes, streams),
        Work::Kept(archive, request) => {
            return listing::archive(&archive, &request, around, streams);
        }
        Work::Archive(task, request) => {
            let mut printed = at_scale::archive_task(&task, &request, streams)?;
            printed.text = render::message(printed.text.trim_end(), lang) + "\n";
            (printed, request)
        }
        Work::Sql(asked, request) => (at_scale::sql(&asked, &request)?, request),
    };
    deliver::text(&printed.text, &request, streams)?;
    Ok(printed.code)
}

/// Resolves the request, reads the data, builds the frame, answers and delivers.
fn answer(
    request: Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let stdin = match request.trace {
        Some(Trace::Explain) => StandardInput::hashed(),
        _ => StandardInput::default(),
    };
    let streams = &mut Streams {
        input: &mut stdin.reading(streams.input),
        output: streams.output,
        errors: streams.errors,
        progress: streams.progress,
    };
    let request = resolve::archive(request, around);
    let mut request = resolve::groups(resolve::sanctions(request)?)?;
    let style = resolve::style(&request, around)?;
    let is_receipt = request.trace == Some(Trace::Explain) && style.format == Format::Json;
    // If a trace replaces the answer, the columns are those of its table.
    let columns = match request.trace {
        Some(_) if !is_receipt => request.output.columns.take(),
        _ => None,
    };
    let claims = resolve::claims(&request, streams.input)?;
    let (sources, options) = (resolve::sources(&request), resolve::options(&request));
    let (observations, profiles) = match &request.inputs.data {
        Some(archive) => at_scale::read(archive, &request, &options, streams)?,
        None => reader::read_watched(&sources, &options, streams.input, streams.progress)?,
    };
    let known = answer::known(&request);
    let frame = Frame::new(observations)?.knowing(known);
    frame.check_whole_units()?;
    resolve::split_by_sanctions(&mut request, &frame);
    let data = Data {
        request: &request,
        chart_months: render::chart_months(&style),
        frame: &frame,
        profiles: &profiles,
        claims: &claims,
    };
    let mut answer = answer::answer(&data).inspect_err(|why| {
        let bans = answer::of_sanctions(&request);
        deliver::remarks_behind(why, &frame, &request, bans, (style.lang, streams));
    })?;
    if matches!(request.command, cli::Command::Report { .. }) && request.trace.is_none() {
        // A page gives the source of every figure.
        let figures = tracing::trace(&data, &answer)?.figures;
        answer.report.parts.push(figures);
    }
    let answer = match request.trace {
        Some(_) if is_receipt => {
            let receipt = receipt::receipt(&request, tracing::trace(&data, &answer)?, &stdin);
            let answer = answer::settled(answer, request.output.columns.as_deref(), &request)?;
            return deliver::with_receipt(&answer, &receipt, &request, &style, streams);
        }
        Some(asked) => {
            answer::settled(traced(asked, answer, &data)?, columns.as_deref(), &request)?
        }
        None => answer::settled(answer, request.output.columns.as_deref(), &request)?,
    };
    deliver::deliver(&answer, &request, &style, streams)
}

/// The table that replaces the answer: the figures used, or how they were computed.
fn traced(asked: Trace, answer: Answer, data: &Data<'_>) -> Result<Answer, Failure> {
    let traced = tracing::trace(data, &answer)?;
    let report = match asked {
        Trace::Sources => traced.figures,
        Trace::Explain => traced.workings,
    };
    Ok(Answer { report, ..answer })
}
