//! Regular downloads of the platform, read ahead on every core: several files side by side, or the
//! blocks of one.

use crate::reader::bytes::open::File;
use crate::reader::fast::ahead::{Ahead, Dedup};
use crate::reader::fast::platform_sums::read_large;
use crate::reader::request::Options;
use rayon::prelude::*;

/// How many files are held before they are taken over in order.
pub(crate) const AT_ONCE: usize = 64;

/// Reads those of `files` that are regular downloads; `None` for the others, to be read the long
/// way. `progress` hears of the bytes of a file that is read block by block.
pub(crate) fn read(
    files: &[&File],
    options: &Options,
    dedup: Dedup,
    progress: &(dyn Fn(u64) + Sync),
) -> Vec<Ahead> {
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(16);
    if let [file] = files {
        // Only who reads a file from its begin to its end sees whether its keys rise.
        let threads = if dedup == Dedup::ByKeyRange { 1 } else { cores };
        return vec![one(file, options, dedup, (threads, progress))];
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
