//! Turns bytes into observations: opens, unpacks and decodes files, recognises their layout, and
//! parses their rows.
//!
//! Files are read strictly: every error is a problem with file, line and column, and the problems
//! of all files are collected before the run is refused. Whatever else the user should know becomes
//! a remark of [`Observations`].

mod accounting;
mod bytes;
mod cells;
pub mod claims;
mod copies;
mod dropped_row;
mod errors;
mod fast;
mod fingerprint;
mod grid;
mod koreas;
mod layout;
mod lenient;
mod one_file;
mod other_reporters;
mod partner_of_row;
mod profile;
mod receipt;
mod request;
mod row_reader;
mod settle_years;
mod sha;
pub mod side_file;
#[cfg(test)]
mod tests;
mod years_to_date;

pub use crate::reader::bytes::encoding::Encoding;
pub use crate::reader::bytes::progress::{Progress, Unwatched};
pub use crate::reader::errors::problems::Problems;

use crate::reader::bytes::container::PackedFiles;
use crate::reader::bytes::open::{File, FileBytes};
use crate::reader::bytes::progress::Meter;
use crate::reader::bytes::{container, open};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::not_read::FileSkipped;
use crate::reader::fast::ahead;
use crate::reader::fast::ahead::Dedup;
use crate::reader::fast::parallel;
use crate::reader::one_file::read_file;
use crate::reader::request::{FILE_MONTH, FILE_UNIT, SHEET};
use crate::trade::{InputRemark, Month, Observations};
pub use fingerprint::{Fingerprint, StandardInput, of_archive, of_path, of_sources};
pub use profile::InputProfile;
pub use receipt::{Difference, Receipt};
pub use request::{Options, Origin, Projection, Source};
pub use sha::sha256;
use std::io::Read;

/// The month that a text names, in one of the spellings that tables use: `Sep 2017`, `2017年9月`,
/// `2017m9`, `9/2017`; `None` for anything else, including a day.
pub fn month_in_words(text: &str) -> Option<Month> {
    let numbers = text.split(|one: char| !one.is_ascii_digit());
    let numbers = numbers.filter(|number| !number.is_empty()).count();
    let has_name = text.chars().filter(char::is_ascii_alphabetic).count() > 1;
    (numbers == if has_name { 1 } else { 2 })
        .then(|| cells::month::read_month(text).ok())
        .flatten()
}

/// Reads all sources.
///
/// # Errors
/// All problems of all sources.
pub fn read(
    sources: &[Source],
    options: &Options,
    stdin: &mut dyn Read,
) -> Result<Observations, Problems> {
    read_watched(sources, options, stdin, &Unwatched).map(|(observations, _)| observations)
}

/// Reads all sources, reporting progress to `progress`, and also returns a profile of each file.
///
/// # Errors
/// As [`read`].
pub fn read_watched(
    sources: &[Source],
    options: &Options,
    stdin: &mut dyn Read,
    progress: &dyn Progress,
) -> Result<(Observations, Vec<InputProfile>), Problems> {
    let mut run = Run {
        observations: Observations::new(),
        problems: Problems::default(),
        profiles: Vec::new(),
    };
    let files = open::files(sources, &mut run.observations, &mut run.problems);
    let mut meter = Meter::new(progress, files.iter().map(File::size).sum());
    // Sums over all partners need no keys, unless rows are dropped one by one, or compared with
    // those of other data.
    let keeps_keys = options.lenient || options.has_rows_beside;
    if files.len() > 1 && options.wants_every_partner() && !keeps_keys {
        run.read_all_partners(files, options, stdin, &mut meter);
    } else {
        // A single file has no key in common with another one.
        let dedup = match files.len() {
            1 if !options.has_rows_beside => Dedup::NotNeeded,
            _ => Dedup::ByKey,
        };
        run.read_in_batches(files.into_iter(), (options, dedup), stdin, &mut meter);
    }
    if run.observations.inputs.is_empty() && run.problems.is_empty() {
        run.problems
            .of_file(&name_of(sources), &InputError::File(FileError::NoTable));
    }
    progress.end();
    if run.problems.is_empty() {
        copies::remark(&mut run.observations);
        remark_on_flags(&mut run.observations, options);
        Ok((run.observations, run.profiles))
    } else {
        Err(run.problems)
    }
}

/// Says which flags describe something that the files say themselves, or do not have.
fn remark_on_flags(observations: &mut Observations, options: &Options) {
    // Their amounts are read without the state in which the use of this flag is kept.
    let has_bulletins = observations
        .inputs
        .iter()
        .any(|input| input.layout.is_monthly_table());
    let given = [
        (SHEET, options.sheet.is_some()),
        (FILE_MONTH, options.file_month.is_some()),
        (FILE_UNIT, options.unit.is_some() && !has_bulletins),
    ];
    let own = observations
        .inputs
        .iter()
        .find(|input| !input.is_built_in());
    let Some(file) = own.map(|input| input.name.clone()) else {
        return;
    };
    for (flag, is_given) in given {
        if is_given && !observations.flags_used.contains(flag) {
            observations.remark(&file, InputRemark::FlagNotUsed(flag));
        }
    }
}

/// What the files of one run have yielded so far.
struct Run {
    observations: Observations,
    problems: Problems,
    profiles: Vec<InputProfile>,
}

impl Run {
    /// Reads files in batches, and adds their observations in order.
    fn read_in_batches(
        &mut self,
        mut files: impl Iterator<Item = File>,
        (options, dedup): (&Options, Dedup),
        stdin: &mut dyn Read,
        meter: &mut Meter<'_>,
    ) {
        loop {
            let batch: Vec<File> = files.by_ref().take(parallel::FILES_PER_BATCH).collect();
            let read_ahead = ahead_of(&batch, (options, dedup), meter);
            if batch.is_empty() {
                break;
            }
            for (place, (file, ahead)) in batch.into_iter().zip(read_ahead).enumerate() {
                if place > 0 {
                    meter.begin(&file.name, file.size());
                }
                match ahead {
                    Some(read) => self.take(*read),
                    None => self.read_row_by_row(file, (options, dedup), stdin, meter),
                }
            }
        }
    }

    fn take(&mut self, read: ahead::ReadAhead) {
        self.observations.append(read.observations);
        self.profiles.push(read.summary);
    }

    /// Reads a file, and every file packed in it, row by row. `dedup` is what its rows need unless
    /// it contains several files.
    fn read_row_by_row(
        &mut self,
        file: File,
        (options, dedup): (&Options, Dedup),
        stdin: &mut dyn Read,
        meter: &Meter<'_>,
    ) {
        let parts = container::parts(file, stdin, &mut self.observations);
        let dedup = match &parts {
            PackedFiles::One(_) => dedup,
            PackedFiles::Many(_) => Dedup::ByKey,
        };
        for file in parts {
            // Regular rows in unpacked files are summed without an observation for each row.
            if matches!(file.place, FileBytes::Bytes(_)) && !options.row_by_row {
                let read = parallel::read(&[&file], options, dedup, &|_| ());
                if let Some(read) = read.into_iter().flatten().next() {
                    self.take(*read);
                    continue;
                }
            }
            let Run {
                observations,
                problems,
                profiles,
            } = self;
            let seen_before = std::mem::take(&mut observations.partners_seen);
            let read = read_file(&file, options, stdin, observations, problems, meter);
            let partners = std::mem::replace(&mut observations.partners_seen, seen_before);
            observations.partners_seen.extend(&partners);
            match read {
                Ok(summary) => profiles.push(InputProfile {
                    partners,
                    ..summary
                }),
                Err(FileSkipped::PassedOver) => {
                    observations.remark(&file.name, InputRemark::NotATable)
                }
                Err(FileSkipped::Problem) => {}
            }
        }
    }
}

/// Announces the first file of a batch, and reads ahead those files that can be.
fn ahead_of(
    batch: &[File],
    (options, dedup): (&Options, Dedup),
    meter: &mut Meter<'_>,
) -> Vec<ahead::Ahead> {
    let Some(first) = batch.first() else {
        return Vec::new();
    };
    meter.begin(&first.name, first.size());
    let files: Vec<&File> = batch.iter().collect();
    parallel::read(&files, options, dedup, &|bytes| meter.add(bytes))
}

/// The name of the first source, for a problem common to all of them.
fn name_of(sources: &[Source]) -> String {
    match sources.first().map(|source| &source.origin) {
        Some(Origin::Path(path)) => path.to_string_lossy().into_owned(),
        Some(Origin::BuiltIn { name, .. }) => (*name).to_owned(),
        Some(Origin::Stdin) | None => open::STDIN.to_owned(),
    }
}
