//! Reads several files for all partners. Rows are summed without keeping each key, unless a key may
//! occur twice.
//!
//! That no key does is shown first by the range of the keys of each file, which costs nothing to keep,
//! then by a hash of each key of the files whose ranges overlap. Only files that hold a key that comes
//! again are read by key.

use crate::reader::bytes::open::File;
use crate::reader::bytes::progress::Meter;
use crate::reader::fast::ahead;
use crate::reader::fast::ahead::Dedup;
use crate::reader::fast::disjoint;
use crate::reader::fast::disjoint::KeyRange;
use crate::reader::fast::parallel;
use crate::reader::fast::shared_keys::SharedKeys;
use crate::reader::profile::InputProfile;
use crate::reader::request::Options;
use crate::reader::{Run, ahead_of};
use crate::trade::Observations;
use std::io::Read;

/// Number of files read first, to predict whether the others share keys. If most of these do, the
/// others are read by key at once, since summing them first would be wasted.
const LOOKED_AT: usize = 8;

/// A file that was read but not yet added to the run.
enum Pending {
    /// Summed, and to be read again by key if its keys may overlap those of another file.
    Sums(File, Box<ahead::ReadAhead>),
    /// Read row by row.
    Rows(Box<Observations>, Vec<InputProfile>),
}

impl Run {
    /// Reads files for all partners. Each is first summed, and read again by key if one of its keys
    /// may occur in another file, or twice in itself.
    pub(crate) fn read_all_partners(
        &mut self,
        files: Vec<File>,
        options: &Options,
        stdin: &mut dyn Read,
        meter: &mut Meter<'_>,
    ) {
        let mut parts: Vec<Pending> = Vec::new();
        let mut files = files.into_iter();
        let mut dedup = Dedup::ByKeyRange;
        loop {
            let is_first = parts.is_empty();
            let many = match is_first {
                true => LOOKED_AT,
                false => parallel::FILES_PER_BATCH,
            };
            let batch: Vec<File> = files.by_ref().take(many).collect();
            if batch.is_empty() {
                break;
            }
            let read_ahead = ahead_of(&batch, (options, dedup), meter);
            for (place, (file, ahead)) in batch.into_iter().zip(read_ahead).enumerate() {
                if place > 0 {
                    meter.begin(&file.name, file.size());
                }
                parts.push(match ahead {
                    Some(read) => Pending::Sums(file, read),
                    None => self.row_by_row(file, options, stdin, meter),
                });
            }
            if is_first && files.len() > 0 && are_most(&overlapping(&parts)) {
                // Ranges will not decide for the others either.
                dedup = Dedup::ByKeyHash;
                let all = vec![true; parts.len()];
                parts = self.again((parts, all), (options, dedup), stdin, meter);
                if are_most(&sharing(&parts)) {
                    let all = vec![true; parts.len()];
                    self.take_over(parts, all, options, stdin, meter);
                    return self.read_in_batches(files, (options, Dedup::ByKey), stdin, meter);
                }
            }
        }
        // Otherwise only the problems are reported.
        if self.problems.is_empty() {
            if dedup == Dedup::ByKeyRange {
                let overlap = overlapping(&parts);
                let how = (options, Dedup::ByKeyHash);
                parts = self.again((parts, overlap), how, stdin, meter);
            }
            let shared = sharing(&parts);
            self.take_over(parts, shared, options, stdin, meter);
        }
    }

    /// Reads a file that is not a regular download, or cannot be read ahead.
    fn row_by_row(
        &mut self,
        file: File,
        options: &Options,
        stdin: &mut dyn Read,
        meter: &Meter<'_>,
    ) -> Pending {
        let mut own = Run {
            observations: Observations::new(),
            problems: std::mem::take(&mut self.problems),
            profiles: Vec::new(),
        };
        own.read_row_by_row(file, (options, Dedup::ByKey), stdin, meter);
        self.problems = own.problems;
        Pending::Rows(Box::new(own.observations), own.profiles)
    }

    /// The same files, those of them that were summed and are marked read again in another way.
    fn again(
        &mut self,
        (parts, marked): (Vec<Pending>, Vec<bool>),
        (options, dedup): (&Options, Dedup),
        stdin: &mut dyn Read,
        meter: &Meter<'_>,
    ) -> Vec<Pending> {
        let files = parts.iter().zip(&marked).filter_map(|part| match part {
            (Pending::Sums(file, _), true) => Some(file),
            _ => None,
        });
        let files: Vec<&File> = files.collect();
        let mut read_again = match files.is_empty() {
            true => Vec::new(),
            false => parallel::read(&files, options, dedup, &|_| ()),
        }
        .into_iter();
        let parts = parts.into_iter().zip(marked);
        let part = |(part, marked)| match part {
            Pending::Sums(file, _) if marked => match read_again.next().flatten() {
                Some(read) => Pending::Sums(file, read),
                None => self.row_by_row(file, options, stdin, meter),
            },
            other => other,
        };
        parts.map(part).collect()
    }

    /// Adds what was read to the run, reading those files by key that are marked.
    fn take_over(
        &mut self,
        parts: Vec<Pending>,
        marked: Vec<bool>,
        options: &Options,
        stdin: &mut dyn Read,
        meter: &Meter<'_>,
    ) {
        let mut parts = parts.into_iter().zip(marked);
        loop {
            let window: (Vec<Pending>, Vec<bool>) =
                parts.by_ref().take(parallel::FILES_PER_BATCH).unzip();
            if window.0.is_empty() {
                break;
            }
            for part in self.again(window, (options, Dedup::ByKey), stdin, meter) {
                match part {
                    Pending::Rows(observations, profiles) => {
                        self.observations.append(*observations);
                        self.profiles.extend(profiles);
                    }
                    Pending::Sums(_, read) => self.take(*read),
                }
            }
        }
    }
}

fn are_most(marked: &[bool]) -> bool {
    marked.iter().filter(|marked| **marked).count() * 2 > marked.len()
}

/// Which of the summed files may share a key with another, judged by the ranges of the keys, or hold one
/// twice.
fn overlapping(parts: &[Pending]) -> Vec<bool> {
    let is_doubtful = |part: &Pending| matches!(part, Pending::Sums(_, read) if !read.is_distinct);
    let mut marked: Vec<bool> = parts.iter().map(is_doubtful).collect();
    if !parts.iter().any(|part| matches!(part, Pending::Sums(..))) {
        return marked;
    }
    // Rows kept by key matter only if their range overlaps that of a summed file.
    let of_rows: Vec<Vec<KeyRange>> = parts
        .iter()
        .map(|part| match part {
            Pending::Sums(..) => Vec::new(),
            Pending::Rows(observations, _) => disjoint::ranges(observations),
        })
        .collect();
    let of_parts = parts.iter().zip(&of_rows).map(|(part, own)| match part {
        Pending::Sums(_, read) => &read.ranges,
        Pending::Rows(..) => own,
    });
    let ranges = of_parts.enumerate();
    let ranges = ranges.flat_map(|(file, own)| own.iter().map(move |range| (file, range)));
    let overlap = disjoint::overlapping(parts.len(), ranges);
    for (marked, overlaps) in marked.iter_mut().zip(overlap) {
        *marked |= overlaps;
    }
    marked
}

/// Which of the files share a key with another, or hold one twice, among those of which the hashes of all
/// keys were kept, and those read row by row.
fn sharing(parts: &[Pending]) -> Vec<bool> {
    let mut keys = SharedKeys::of(parts.len());
    let is_kept =
        |part: &Pending| matches!(part, Pending::Sums(_, read) if !read.key_hashes.is_empty());
    if parts.iter().any(is_kept) {
        for (file, part) in parts.iter().enumerate() {
            match part {
                Pending::Sums(_, read) => keys.add(file, read.key_hashes.iter().copied()),
                Pending::Rows(observations, _) => {
                    keys.add(file, disjoint::key_hashes(observations).into_iter());
                }
            }
        }
    }
    keys.doubtful()
}
