//! Reads regular platform downloads ahead on all cores: several files in parallel, or the blocks of
//! a single file.

use crate::reader::bytes::open::File;
use crate::reader::fast::ahead::{Ahead, Dedup};
use crate::reader::fast::platform_sums::read_large;
use crate::reader::request::Options;
use rayon::prelude::*;

/// Maximum number of files held in memory before they are added to the run in order.
pub(crate) const FILES_PER_BATCH: usize = 64;

/// Reads those of `files` that are regular downloads; `None` for the others, which are then read
/// row by row. `progress` receives the sizes of blocks if a file is read in blocks.
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
        // Rising keys can only be observed by reading a file from beginning to end.
        let threads = if dedup == Dedup::ByKeyRange { 1 } else { cores };
        return vec![read_large(file, options, dedup, (threads, progress))];
    }
    // In the order of the files, whichever finishes first.
    let read = files
        .par_iter()
        .map(|file| read_large(file, options, dedup, (1, &|_| ())));
    read.collect()
}
