//! Sums of a large platform download, block by block on every core.
//!
//! Threads take blocks of the file by positioned reads (a memory map would save a copy, but a file
//! that shrinks under it kills the process), find the partner first and look no further at rows of
//! others. Only regular rows are taken: at the first sign of anything else (a line end inside
//! quotes, blanks before a quote, a value that is no whole number, a code that is none, a row too
//! short) nothing is returned, and the file is read the long way, which locates every problem.

pub(crate) mod disjoint;
mod join;
mod key_ranges;
pub(crate) mod many_files;
mod mix;
mod optional_fields;
pub(crate) mod parallel;
pub(crate) mod platform_sums;
mod quotes;
mod regular_row;
pub(crate) mod rows_at;
mod splits;
mod worker;

use crate::reader::fast::key_ranges::{KeyEnds, Span};
use crate::reader::fast::optional_fields::{Decode, Extra};
use crate::reader::fast::rows_at::RowsAt;
use crate::reader::fast::worker::Worker;
use crate::trade::{Currency, NameOf, QuantityUnit};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

const BLOCK: u64 = 1 << 20;
/// The longest row that is read this way.
const LONGEST_ROW: u64 = 1 << 16;

/// Where everything stands in a file.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
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
    /// By what the sums are told apart.
    pub keeps: GroupBy,
    /// What is read only where it is asked for.
    pub extra: Extra,
    /// The number of the partner of each customs code, where it is wanted from where to where the
    /// keys reach; partners that have one number are one in a key.
    pub partner_numbers: Option<Vec<u16>>,
    /// Whether rows that may be equal in every cell are looked for: they make the file irregular.
    pub finds_copies: bool,
}

/// By what sums are told apart, beside month, split and currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct GroupBy {
    /// By partner and whole code, because another file may hold the same rows.
    pub everything: bool,
    /// By partner.
    pub partner: bool,
    /// By so many digits of the code; the others are zeros then.
    pub digits: usize,
}

/// What makes rows of one file belong together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Key {
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
    /// The unit of the quantity; `None` where none is given, or none is asked for.
    pub unit: Option<QuantityUnit>,
}

/// The sum of one key, in whole units of the currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum {
    pub units: i128,
    /// The quantity, in thousandths of its unit.
    pub quantity: i128,
    pub rows: u32,
    /// The line of the first row.
    pub line: u64,
}

/// Everything that a file adds up to.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// By key, in order.
    pub sums: Vec<(Key, Sum)>,
    /// Province and trade mode as they stand.
    pub splits: Vec<[Vec<u8>; 2]>,
    /// Rows that are not blank.
    pub rows: u64,
    /// The customs codes of all partners that stand in the file.
    pub partners: Vec<u16>,
    /// The first name of each thing, in bytes.
    pub names: Vec<(NameOf, Vec<u8>, Vec<u8>)>,
    /// Where [`Plan::partner_numbers`] is there: from where to where the keys reach.
    pub spans: Vec<Span>,
}

/// Adds up the rows from `start` to `end` for the partners that `wants` names by their
/// customs code; the first of them stands on `line`. `tell` hears of the bytes of each block.
/// `None` where a row is not regular, or where the file cannot be read so.
pub(crate) fn add_up(
    rows: &RowsAt<'_>,
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
                .block(rows, &mut buffer, block, (from, start, end))
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
    join::join(workers?, line)
}
