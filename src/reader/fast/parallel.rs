//! Regular downloads of the platform, read ahead on every core: several files side by side, or the
//! blocks of one.

use crate::reader::bytes::open::File;
use crate::reader::fast::disjoint::KeyRange;
use crate::reader::fast::platform_sums::read_large;
use crate::reader::profile::InputProfile;
use crate::reader::request::Options;
use crate::trade::Observations;
use rayon::prelude::*;

/// How many files are held before they are taken over in order.
pub(crate) const AT_ONCE: usize = 64;

/// What is kept of the rows of a file, where every partner is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dedup {
    /// A sum for every key.
    ByKey,
    /// Sums no finer than the question: there is no other file in this run.
    NotNeeded,
    /// The same, with where the keys reach, so that other files can be seen to hold none of them.
    ByKeyRange,
}

/// A file that was read ahead.
pub(crate) struct Read {
    pub records: Observations,
    pub summary: InputProfile,
    /// Where its keys reach; nothing unless [`Dedup::ByKeyRange`] asks for it.
    pub reaches: Vec<KeyRange>,
    /// Whether it is certain that no key stands in it twice; likewise.
    pub is_distinct: bool,
}

/// What a file that was read ahead holds.
pub(crate) type Ahead = Option<Box<Read>>;

/// Reads those of `files` that are regular downloads; `None` for the others, to be read the long
/// way. `tell` hears of the bytes of a file that is read block by block.
pub(crate) fn read(
    files: &[&File],
    options: &Options,
    dedup: Dedup,
    tell: &(dyn Fn(u64) + Sync),
) -> Vec<Ahead> {
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(16);
    if let [file] = files {
        // Only who reads a file from its begin to its end sees whether its keys rise.
        let threads = if dedup == Dedup::ByKeyRange { 1 } else { cores };
        return vec![one(file, options, dedup, (threads, tell))];
    }
    // In the order of the files, whichever is done first.
    let read = files
        .par_iter()
        .map(|file| one(file, options, dedup, (1, &|_| ())));
    read.collect()
}

fn one(file: &File, options: &Options, dedup: Dedup, how: (usize, &(dyn Fn(u64) + Sync))) -> Ahead {
    read_large(file, options, dedup, how)
}
