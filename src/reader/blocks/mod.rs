//! Sums of a large platform download, block by block on every core.
//!
//! Threads take blocks of the file by positioned reads (a memory map would save a copy, but a file
//! that shrinks under it kills the process), find the partner first and look no further at rows of
//! others. Only regular rows are taken: at the first sign of anything else (a line end inside
//! quotes, blanks before a quote, a value that is no whole number, a code that is none, a row too
//! short) nothing is returned, and the file is read the long way, which locates every problem.

mod mix;
mod quotes;
mod regular;
mod splits;
mod worker;

use crate::trade::Currency;
use mix::Quick;
use std::collections::HashMap;
use std::fs::File;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use worker::Worker;

const BLOCK: u64 = 1 << 20;
/// The longest row that is read this way.
const LONGEST_ROW: u64 = 1 << 16;

/// Where everything stands in a file.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub delimiter: u8,
    /// How many fields each row has, the nameless one at the end included.
    pub fields: usize,
    /// How many have a name.
    pub named: usize,
    /// Whether every field is quoted, as the platform writes them.
    pub quoted: bool,
    pub partner: Option<usize>,
    pub month: Option<usize>,
    pub code: Option<usize>,
    pub split: [Option<usize>; 2],
    pub values: Vec<(usize, Currency)>,
    /// Whether sums are wanted by code and split, because another file may hold the same rows.
    pub by_key: bool,
}

/// What makes rows of one file belong together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) struct Key {
    /// Zero where the file has no month column.
    pub month: i32,
    /// The customs code as three digits; zero where the file has no partner column, or where all
    /// partners are added up.
    pub partner: u16,
    /// The HS code as a number, and how many digits it has; the number is zero unless sums are
    /// wanted by code.
    pub code: u64,
    pub digits: u8,
    /// Place in [`Sums::splits`].
    pub split: u32,
    pub currency: Currency,
}

/// The sum of one key, in whole units of the currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub units: i128,
    pub rows: u32,
    /// The line of the first row.
    pub line: u64,
}

/// Everything that a file adds up to.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// By key, in order.
    pub sums: Vec<(Key, Sum)>,
    /// Province and trade mode as they stand.
    pub splits: Vec<[Vec<u8>; 2]>,
    /// Rows that are not blank.
    pub rows: u64,
    /// The customs codes of all partners that stand in the file.
    pub partners: Vec<u16>,
}

/// Adds up the rows of `file` from `start` to `end` for the partners that `wants` names by their
/// customs code; the first of them stands on `line`. `tell` hears of the bytes of each block.
/// `None` where a row is not regular, or where the file cannot be read so.
pub(super) fn add_up(
    file: &File,
    (start, end, line): (u64, u64, u64),
    plan: &Plan,
    wants: &dyn Fn(u16) -> bool,
    (threads, tell): (usize, &(dyn Fn(u64) + Sync)),
) -> Option<Sums> {
    let next = AtomicU64::new(0);
    let irregular = AtomicBool::new(false);
    let wanted: Vec<bool> = (0..1000).map(wants).collect();
    let work = || {
        let mut worker = Worker::new(plan, &wanted);
        let mut buffer = Vec::new();
        while !irregular.load(Ordering::Relaxed) {
            let block = next.fetch_add(1, Ordering::Relaxed);
            let from = start + block * BLOCK;
            if from >= end {
                return Some(worker);
            }
            if worker
                .block(file, &mut buffer, block, (from, start, end))
                .is_none()
            {
                irregular.store(true, Ordering::Relaxed);
            }
            tell(BLOCK.min(end - from));
        }
        None
    };
    let workers: Option<Vec<Worker<'_>>> = std::thread::scope(|scope| {
        let handles: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = handles
            .into_iter()
            .map(|handle| handle.join().ok().flatten());
        std::iter::once(own).chain(others).collect()
    });
    Some(join(workers?, line))
}

/// The sums of all threads, with the line of each first row; the same whatever thread read what.
fn join(workers: Vec<Worker<'_>>, line: u64) -> Sums {
    let mut blocks: Vec<(u64, u64)> = workers
        .iter()
        .flat_map(|worker| worker.blocks.clone())
        .collect();
    blocks.sort_unstable();
    let mut first_lines: HashMap<u64, u64> = HashMap::new();
    let mut lines = 0;
    for (block, count) in blocks {
        first_lines.insert(block, line + lines);
        lines += count;
    }
    let rows = workers.iter().map(|worker| worker.rows).sum();
    let mut all = Sums {
        rows,
        ..Sums::default()
    };
    let mut splits: HashMap<[Vec<u8>; 2], u32> = HashMap::new();
    let mut names: Vec<[Vec<u8>; 2]> = workers
        .iter()
        .flat_map(|worker| worker.splits.all().map(|(pair, _)| pair.clone()))
        .collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        splits.insert(name.clone(), all.splits.len() as u32);
        all.splits.push(name);
    }
    let mut sums: HashMap<Key, Sum, Quick> = HashMap::default();
    for worker in &workers {
        let of_worker: HashMap<u32, u32> = worker
            .splits
            .all()
            .map(|(name, number)| (number, splits[name]))
            .collect();
        for (key, at) in &worker.places_of {
            let entry = worker.entries[*at];
            let split = of_worker.get(&key.split).copied().unwrap_or(0);
            let first = first_lines
                .get(&entry.first.0)
                .map_or(line, |line| line + entry.first.1);
            let sum = sums.entry(Key { split, ..*key }).or_insert(Sum {
                units: 0,
                rows: 0,
                line: first,
            });
            sum.units += entry.units;
            sum.rows += entry.rows;
            sum.line = sum.line.min(first);
        }
    }
    all.sums = sums.into_iter().collect();
    all.sums.sort_unstable_by_key(|(key, sum)| (sum.line, *key));
    let seen = |code: &u16| {
        workers
            .iter()
            .any(|worker| worker.partners[usize::from(*code)])
    };
    all.partners = (0..1000).filter(seen).collect();
    all
}
