//! tradecheck: year-over-year changes and streaks from customs trade statistics.
//!
//! One public way in: [`run`]. An observation walks through the rooms once, front to back:
//! `reader` → `frame` → `measure` → `report` → `render`, with the words of `trade` in common.

mod answer;
mod archive;
mod at_scale;
mod cli;
mod deliver;
mod failure;
mod frame;
mod measure;
mod reader;
mod render;
mod report;
mod resolve;
mod save;
mod sql;
mod surroundings;
mod trade;

pub use reader::{Progress, Unwatched};
pub use surroundings::{Streams, Surroundings};

use answer::Data;
use cli::{Request, Work};
use failure::Failure;
use frame::Frame;
use std::ffi::OsString;
use std::path::Path;

/// Answers a shell that asks for the values of what is being typed, as `COMPLETE=bash` in the
/// environment says; whether one did. Before anything else writes to standard output.
pub fn completes(args: impl IntoIterator<Item = OsString>, folder: Option<&Path>) -> bool {
    cli::complete::answers(args.into_iter().collect(), folder).unwrap_or_else(|error| error.exit())
}

/// Runs the program: `args` with the program's name first. Gives the exit code: 0 answered, 1 the
/// answer is no, 2 could not answer (nothing was printed on standard output), 3 data is missing.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> u8 {
    // No name of a cell, a file or an archive reaches a terminal raw.
    let mut errors = trade::PrintableWriter::new(streams.errors);
    let streams = &mut Streams {
        input: streams.input,
        output: streams.output,
        errors: &mut errors,
        progress: streams.progress,
    };
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = resolve::language(&args, around);
    resolve::settings(&args, around)
        .and_then(|settings| cli::parse(args, settings.as_ref()).map_err(Failure::Usage))
        .and_then(|asked| work(asked, around, streams))
        .unwrap_or_else(|failure| failure.tell(lang, around, streams))
}

fn work(work: Work, around: &Surroundings, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let (printed, request) = match work {
        Work::Answer(request) => return answer(*request, around, streams),
        Work::Print(bytes) => return deliver::bytes(&bytes, streams),
        Work::Archive(task, request) => (
            at_scale::archive_task(&task, &request, around, streams)?,
            request,
        ),
        Work::Sql(asked, request) => (at_scale::sql(&asked, &request)?, request),
    };
    deliver::text(&printed.text, &request, streams)?;
    Ok(printed.code)
}

/// Resolve what was typed, read, build the frame, answer, deliver.
fn answer(
    request: Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let mut request = resolve::groups(resolve::sanctions(request)?)?;
    let style = resolve::style(&request, around)?;
    let claims = resolve::claims(&request, streams.input)?;
    let (sources, options) = (resolve::sources(&request), resolve::options(&request));
    let (observations, profiles) = match &request.inputs.data {
        Some(archive) => at_scale::read(archive, &request, &options)?,
        None => reader::read_watched(&sources, &options, streams.input, streams.progress)?,
    };
    let known = answer::known(&request, &observations);
    let frame = Frame::new(observations)?.knowing(known);
    resolve::split_by_sanctions(&mut request, &frame);
    let data = Data {
        request: &request,
        chart_months: render::chart_months(&style),
        frame: &frame,
        profiles: &profiles,
        claims: &claims,
    };
    let answer = answer::answer(&data)
        .inspect_err(|why| deliver::remarks_behind(why, &frame, &request, (style.lang, streams)))?;
    deliver::deliver(&answer, &request, &style, streams)
}
