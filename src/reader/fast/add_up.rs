//! Adds up one file on several threads.

use crate::reader::fast::join;
use crate::reader::fast::plan::{BLOCK, Plan};
use crate::reader::fast::rows_at::RowsAt;
use crate::reader::fast::sums::Sums;
use crate::reader::fast::thread_cache::ThreadCache;
use crate::reader::fast::worker::Worker;
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

thread_local! {
    static CACHE: Cell<ThreadCache> = Cell::default();
}

/// Adds up the rows between the offsets `start` and `end` for the partners whose customs codes are
/// in `wants`; the first row is on `line`. `progress` receives the size of each block. `None` if a
/// row is not regular, if rows are copies of others, or if the file cannot be read this way.
pub(crate) fn add_up(
    rows: &RowsAt<'_>,
    (start, end, line): (u64, u64, u64),
    plan: &Plan,
    wants: &dyn Fn(u16) -> bool,
    (threads, progress): (usize, &(dyn Fn(u64) + Sync)),
) -> Option<Sums> {
    let wanted: Vec<bool> = (0..1000).map(wants).collect();
    let mut workers = read(rows, (start, end), (plan, &wanted), (threads, progress))?;
    let suspects = join::repeated_hashes(&mut workers);
    if !suspects.is_empty() {
        // These rows share partner, month, code and value. A second pass compares all their cells.
        let plan = Plan {
            suspects: Some(suspects),
            ..plan.clone()
        };
        let mut again = read(rows, (start, end), (&plan, &wanted), (threads, &|_| ()))?;
        if !join::repeated_hashes(&mut again).is_empty() {
            return None;
        }
    }
    Some(join::join(&workers, line))
}

/// Lets every thread take blocks until none are left.
fn read<'p>(
    rows: &RowsAt<'_>,
    (start, end): (u64, u64),
    (plan, wanted): (&'p Plan, &'p [bool]),
    (threads, progress): (usize, &(dyn Fn(u64) + Sync)),
) -> Option<Vec<Worker<'p>>> {
    let next = AtomicU64::new(0);
    let irregular = AtomicBool::new(false);
    let work = || {
        let mut worker = Worker::new(plan, wanted);
        worker.cache = CACHE.take();
        let mut buffer = std::mem::take(&mut worker.cache.block);
        while !irregular.load(Ordering::Relaxed) {
            let block = next.fetch_add(1, Ordering::Relaxed);
            let from = start + block * BLOCK;
            if from >= end {
                worker.cache.block = buffer;
                CACHE.set(std::mem::take(&mut worker.cache));
                return Some(worker);
            }
            if worker
                .block(rows, &mut buffer, block, (from, start, end))
                .is_none()
            {
                irregular.store(true, Ordering::Relaxed);
            }
            progress(BLOCK.min(end - from));
        }
        None
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = handles
            .into_iter()
            .map(|handle| handle.join().ok().flatten());
        std::iter::once(own).chain(others).collect()
    })
}
