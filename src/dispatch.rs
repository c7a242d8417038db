//! Parses the arguments, and sends each kind of work to the module that does it.

use crate::cli::settings::Settings;
use crate::cli::{self, Request, Screen, Usage, Work};
use crate::failure::Failure;
use crate::render::{self, Lang};
use crate::surroundings::{Streams, Surroundings};
use crate::{about, at_scale, deliver, listing, receipt};
use std::ffi::OsString;

/// Parses the arguments into the work to do.
///
/// # Errors
/// [`Failure::Usage`], which includes what `--help` prints.
pub fn parse(
    args: Vec<OsString>,
    settings: Option<&Settings>,
    screen: Screen,
) -> Result<Work, Failure> {
    match cli::parse(args, settings, screen) {
        Err(Usage::LongVersion) => Ok(Work::Print(about::version()?.into_bytes())),
        other => other.map_err(Failure::Usage),
    }
}

/// Does the work, using `answer` if it is a question about data; returns the exit code.
///
/// # Errors
/// Whatever keeps the work from being done.
pub fn work(
    work: Work,
    lang: Lang,
    around: &Surroundings,
    streams: &mut Streams<'_>,
    answer: fn(Request, &Surroundings, &mut Streams<'_>) -> Result<u8, Failure>,
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
            deliver::remarks_of_inputs(&printed.remarks, &request, (lang, streams));
            printed.text = render::message(printed.text.trim_end(), lang) + "\n";
            (printed, request)
        }
        Work::Sql(asked, request) => (at_scale::sql(&asked, &request)?, request),
    };
    deliver::text(&printed.text, &request, streams)?;
    Ok(printed.code)
}
