//! Regular downloads of the platform, read ahead on every core: several files side by side, or the
//! blocks of one.

use super::open::{File, FilePlace};
use super::{Options, Summary, format};
use crate::trade::Records;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many files are held before they are taken over in order.
pub(super) const AT_ONCE: usize = 64;

/// What a file that was read ahead holds.
pub(super) type Ahead = Option<(Records, Summary)>;

/// Reads those of `files` that are regular downloads; `None` for the others, to be read the long
/// way. `alone`: there is no other file in this run. `tell` hears of the bytes of a file that is
/// read block by block.
pub(super) fn read(
    files: &[File],
    options: &Options,
    alone: bool,
    tell: &(dyn Fn(u64) + Sync),
) -> Vec<Ahead> {
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(16);
    if let [file] = files {
        return vec![one(file, options, alone, (cores, tell))];
    }
    let results: Vec<Mutex<Ahead>> = files.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(place) = Some(next.fetch_add(1, Ordering::Relaxed))
            && let (Some(file), Some(result)) = (files.get(place), results.get(place))
        {
            let read = one(file, options, alone, (1, &|_| ()));
            *result.lock().unwrap_or_else(PoisonError::into_inner) = read;
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..cores {
            scope.spawn(work);
        }
        work();
    });
    let taken = results.into_iter().map(Mutex::into_inner);
    taken
        .map(|result| result.unwrap_or_else(PoisonError::into_inner))
        .collect()
}

fn one(file: &File, options: &Options, alone: bool, how: (usize, &(dyn Fn(u64) + Sync))) -> Ahead {
    match &file.place {
        FilePlace::Path(path) => format::read_large(file, path, options, alone, how),
        _ => None,
    }
}
