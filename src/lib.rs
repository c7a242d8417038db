//! tradecheck: year-over-year changes and streaks from customs trade statistics.
//!
//! The main entry point is [`run`]. Observations pass through these modules once, in this order:
//! `reader` → `frame` → `measure` → `report` → `render`, with the vocabulary of `trade` in common.

mod about;
mod answer;
mod archive;
mod at_scale;
#[cfg(test)]
mod brief_and_check;
mod cli;
mod deliver;
mod dispatch;
mod failure;
mod frame;
mod listing;
mod measure;
mod reader;
mod receipt;
#[cfg(test)]
mod receipt_altered;
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
use cli::{Request, Screen};
use failure::Failure;
use frame::Frame;
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
        .and_then(|settings| dispatch::parse(args, settings.as_ref(), screen))
        .and_then(|work| dispatch::work(work, lang, around, streams, answer))
        .unwrap_or_else(|failure| failure.tell(|text| render::message(text, lang), around, streams))
}

/// Resolves the request, reads the data, builds the frame, answers and delivers.
fn answer(
    request: Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let stdin = receipt::standard_input(&request);
    let streams = &mut Streams {
        input: &mut stdin.reading(streams.input),
        output: streams.output,
        errors: streams.errors,
        progress: streams.progress,
    };
    let mut request = resolve::request(request, around)?;
    let style = resolve::style(&request, around)?;
    let columns = receipt::columns_to_print(&mut request, &style);
    let claims = resolve::claims(&request, streams.input)?;
    let (observations, profiles) = at_scale::read_all(&request, streams)?;
    resolve::of_own_files(&mut request, &observations);
    let frame = Frame::new(observations).with_outside_knowledge(answer::known(&request));
    frame.check_whole_units()?;
    if request.inputs.file_side.is_none() {
        frame.check_flows()?;
    }
    if !request.names_partner {
        frame.check_assumed_partners()?;
    }
    resolve::split_by_sanctions(&mut request, &frame);
    let data = Data {
        request: &request,
        chart_months: render::chart_months(&style),
        frame: &frame,
        profiles: &profiles,
        claims: &claims,
    };
    let answer = answer::answer(&data).inspect_err(|why| {
        let bans = answer::bans(&request, &frame);
        deliver::remarks_behind(why, &frame, &request, bans, (style.lang, streams));
    })?;
    let (answer, receipt) = receipt::to_print(answer, &data, &style, &stdin)?;
    let answer = answer::with_columns(answer, columns.as_deref(), &request.question)?;
    deliver::deliver(&answer, receipt.as_ref(), &request, &style, streams)
}
