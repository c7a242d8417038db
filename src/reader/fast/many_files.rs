//! Reads several files for all partners. Rows are summed without keeping each key, unless a key may
//! occur twice.

use crate::reader::bytes::open::File;
use crate::reader::bytes::progress::Meter;
use crate::reader::fast::ahead;
use crate::reader::fast::ahead::Dedup;
use crate::reader::fast::disjoint;
use crate::reader::fast::disjoint::KeyRange;
use crate::reader::fast::parallel;
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
    pub(crate) fn read_apart(
        &mut self,
        files: Vec<File>,
        options: &Options,
        stdin: &mut dyn Read,
        meter: &mut Meter<'_>,
    ) {
        let mut parts: Vec<Pending> = Vec::new();
        let mut files = files.into_iter();
        loop {
            let is_first = parts.is_empty();
            let many = match is_first {
                true => LOOKED_AT,
                false => parallel::AT_ONCE,
            };
            let batch: Vec<File> = files.by_ref().take(many).collect();
            if batch.is_empty() {
                break;
            }
            let read_ahead = ahead_of(&batch, (options, Dedup::ByKeyRange), meter);
            for (place, (file, ahead)) in batch.into_iter().zip(read_ahead).enumerate() {
                if place > 0 {
                    meter.begin(&file.name, file.size());
                }
                parts.push(match ahead {
                    Some(read) => Pending::Sums(file, read),
                    None => {
                        let mut own = Run {
                            records: Observations::new(),
                            problems: std::mem::take(&mut self.problems),
                            summaries: Vec::new(),
                        };
                        own.read_the_long_way(file, (options, Dedup::ByKey), stdin, meter);
                        self.problems = own.problems;
                        Pending::Rows(Box::new(own.records), own.summaries)
                    }
                });
            }
            if is_first && files.len() > 0 {
                let again = overlapping(&parts);
                // Unsorted files are not summed, since they would have to be read again.
                if again.iter().filter(|again| **again).count() * 2 > again.len() {
                    let all = vec![true; parts.len()];
                    self.take_over(parts, &all, options, stdin, meter);
                    return self.read_in_turn(files, (options, Dedup::ByKey), stdin, meter);
                }
            }
        }
        // Otherwise only the problems are reported.
        if self.problems.is_empty() {
            let again = overlapping(&parts);
            self.take_over(parts, &again, options, stdin, meter);
        }
    }

    /// Adds what was read to the run, reading some of the files again.
    fn take_over(
        &mut self,
        parts: Vec<Pending>,
        again: &[bool],
        options: &Options,
        stdin: &mut dyn Read,
        meter: &Meter<'_>,
    ) {
        let mut parts = parts.into_iter().zip(again);
        loop {
            let window: Vec<(Pending, &bool)> = parts.by_ref().take(parallel::AT_ONCE).collect();
            if window.is_empty() {
                break;
            }
            let files = window.iter().filter_map(|(part, again)| match part {
                Pending::Sums(file, _) if **again => Some(file),
                _ => None,
            });
            let files: Vec<&File> = files.collect();
            let mut read_again = match files.is_empty() {
                true => Vec::new(),
                false => parallel::read(&files, options, Dedup::ByKey, &|_| ()),
            }
            .into_iter();
            for (part, again) in window {
                match part {
                    Pending::Rows(records, summaries) => {
                        self.records.append(*records);
                        self.summaries.extend(summaries);
                    }
                    Pending::Sums(_, read) if !again => self.take(*read),
                    Pending::Sums(file, _) => match read_again.next().flatten() {
                        Some(read) => self.take(*read),
                        None => self.read_the_long_way(file, (options, Dedup::ByKey), stdin, meter),
                    },
                }
            }
        }
    }
}

/// Which of the summed files have to be read again by key.
fn overlapping(parts: &[Pending]) -> Vec<bool> {
    let is_doubtful = |part: &Pending| matches!(part, Pending::Sums(_, read) if !read.is_distinct);
    let mut again: Vec<bool> = parts.iter().map(is_doubtful).collect();
    if !parts.iter().any(|part| matches!(part, Pending::Sums(..))) {
        return again;
    }
    // Rows kept by key matter only if their range overlaps that of a summed file.
    let of_rows: Vec<Vec<KeyRange>> = parts
        .iter()
        .map(|part| match part {
            Pending::Sums(..) => Vec::new(),
            Pending::Rows(records, _) => disjoint::ranges(records),
        })
        .collect();
    let of_parts = parts.iter().zip(&of_rows).map(|(part, own)| match part {
        Pending::Sums(_, read) => &read.ranges,
        Pending::Rows(..) => own,
    });
    let ranges = of_parts.enumerate();
    let ranges = ranges.flat_map(|(file, own)| own.iter().map(move |range| (file, range)));
    let overlap = disjoint::overlapping(parts.len(), ranges);
    for (again, overlaps) in again.iter_mut().zip(overlap) {
        *again |= overlaps;
    }
    again
}
