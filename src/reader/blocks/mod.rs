//! Sums of a large platform download, block by block on every core.
//!
//! Threads take blocks of the file by positioned reads (a memory map would save a copy, but a file
//! that shrinks under it kills the process), find the partner first and look no further at rows of
//! others. Only regular rows are taken: at the first sign of anything else (a line end inside
//! quotes, blanks before a quote, a value that is no whole number, a code that is none, a row too
//! short) nothing is returned, and the file is read the long way, which locates every problem.

mod extra;
mod join;
mod mix;
mod regular;
mod splits;

use super::number::whole_units;
use crate::trade::{Currency, NameOf, QuantityUnit};
pub(super) use extra::{Decode, Extra};
use extra::{Extras, Names, Units, keep_names};
use memchr::memchr;
use mix::Quick;
use regular::{is_whole, month_index, split, three_digits};
use splits::Splits;
use std::collections::HashMap;
use std::fs::File;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

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
    /// By what the sums are told apart.
    pub keeps: Keeps,
    /// What is read only where it is asked for.
    pub extra: Extra,
}

/// By what sums are told apart, beside month, split and currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Keeps {
    /// By partner and whole code, because another file may hold the same rows.
    pub everything: bool,
    /// By partner.
    pub partner: bool,
    /// By so many digits of the code; the others are zeros then.
    pub digits: usize,
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
    /// The unit of the quantity; `None` where none is given, or none is asked for.
    pub unit: Option<QuantityUnit>,
}

/// The sum of one key, in whole units of the currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub units: i128,
    /// The quantity, in thousandths of its unit.
    pub quantity: i128,
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
    /// The first name of each thing, in bytes.
    pub names: Vec<(NameOf, Vec<u8>, Vec<u8>)>,
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
    Some(join::join(workers?, line))
}

/// One thread's sums.
struct Worker<'p> {
    plan: &'p Plan,
    /// The place in [`Fields`] of each column that counts.
    places: Vec<Option<usize>>,
    /// The place in [`Extras`] of each column.
    extra_places: Vec<Option<usize>>,
    units: Units,
    names: Names,
    wanted: &'p [bool],
    /// Each block with how many lines begin in it.
    blocks: Vec<(u64, u64)>,
    rows: u64,
    sums: HashMap<Key, Entry, Quick>,
    splits: Splits,
    /// Neighbouring rows most often share their month.
    last_month: ([u8; 6], i32),
    partners: [bool; 1000],
}

/// A sum and the place of its first row: block, and row in the block.
#[derive(Clone, Copy)]
struct Entry {
    units: i128,
    quantity: i128,
    rows: u32,
    first: (u64, u64),
}

/// A row's fields that count, as they stand.
type Fields<'b> = [&'b [u8]; 8];

impl<'p> Worker<'p> {
    fn new(plan: &'p Plan, wanted: &'p [bool]) -> Worker<'p> {
        let columns = [plan.month, plan.code, plan.split[0], plan.split[1]];
        let values = plan.values.iter().map(|(column, _)| Some(*column));
        let wanted_columns: Vec<Option<usize>> = columns.into_iter().chain(values).collect();
        let place = |column| {
            let mut places = wanted_columns.iter();
            places.position(|wanted| *wanted == Some(column))
        };
        let extra_columns = plan.extra.columns();
        let extra_place = |column| {
            let mut places = extra_columns.iter();
            places.position(|wanted| *wanted == Some(column))
        };
        Worker {
            plan,
            extra_places: (0..plan.fields).map(extra_place).collect(),
            units: Units::default(),
            names: Names::new(),
            places: (0..plan.fields).map(place).collect(),
            last_month: ([0; 6], 0),
            wanted,
            blocks: Vec::new(),
            rows: 0,
            sums: HashMap::default(),
            splits: Splits::default(),
            partners: [false; 1000],
        }
    }

    /// Reads the rows that begin in the block at `from`.
    fn block(
        &mut self,
        file: &File,
        buffer: &mut Vec<u8>,
        block: u64,
        (from, start, end): (u64, u64, u64),
    ) -> Option<()> {
        // One byte before, to see whether a row begins with the block.
        let before = u64::from(from > start);
        let to = (from + BLOCK + LONGEST_ROW).min(end);
        buffer.resize((to - from + before) as usize, 0);
        read_exact_at(file, buffer, from - before)?;
        let own_end = ((from + BLOCK).min(end) - from + before) as usize;
        let mut at = match before {
            0 => 0,
            _ => memchr(b'\n', buffer)? + 1,
        };
        let mut lines = 0;
        while at < own_end {
            let rest = buffer.get(at..)?;
            let stop = match memchr(b'\n', rest) {
                Some(stop) => stop,
                None if to == end => rest.len(),
                None => return None,
            };
            let row = rest.get(..stop)?;
            let row = row.strip_suffix(b"\r").unwrap_or(row);
            if !row.is_empty() {
                self.row(row, (block, lines))?;
                self.rows += 1;
            }
            lines += 1;
            at += stop + 1;
        }
        self.blocks.push((block, lines));
        Some(())
    }

    /// Takes one row; `None` when it is not regular.
    fn row(&mut self, row: &[u8], place: (u64, u64)) -> Option<()> {
        let plan = self.plan;
        let mut fields: Fields<'_> = [&[]; 8];
        let mut extras: Extras<'_> = [&[]; extra::FIELDS];
        let Some(partner) = self.split_row(row, &mut fields, &mut extras)? else {
            return is_whole(row, plan).then_some(());
        };
        let [month, code, first, second, values @ ..] = fields;
        let text = code;
        let month = if plan.month.is_some() {
            self.month(month)?
        } else {
            0
        };
        let digits = if plan.code.is_some() { code.len() } else { 0 };
        if !matches!(digits, 0 | 2 | 4 | 6 | 8 | 10) {
            return None;
        }
        let mut number = 0u64;
        for byte in code {
            number = number * 10 + u64::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        let keeps = plan.keeps;
        let code = match digits.checked_sub(keeps.digits) {
            Some(cut) if !keeps.everything => {
                let power = 10u64.pow(cut as u32);
                number / power * power
            }
            _ => number,
        };
        let pair = match plan.split {
            [None, None] => 0,
            _ => self.splits.number([first, second])?,
        };
        let quantity = match plan.extra.counts() {
            true => self.units.quantity(&extras, plan.extra.decode)?,
            false => None,
        };
        for (value, (_, currency)) in values.iter().zip(&plan.values) {
            let units = whole_units(value).filter(|units| *units <= 100_000_000_000_000)?;
            let key = Key {
                month,
                partner: if keeps.everything || keeps.partner {
                    partner
                } else {
                    0
                },
                code,
                digits: digits as u8,
                split: pair,
                currency: *currency,
                unit: quantity.map(|(unit, _)| unit),
            };
            if plan.extra.is_named() && !self.sums.contains_key(&key) {
                keep_names(&mut self.names, &extras, [text, first, second], place);
            }
            let entry = self.sums.entry(key).or_insert(Entry {
                units: 0,
                quantity: 0,
                rows: 0,
                first: place,
            });
            entry.units += i128::from(units);
            entry.quantity += quantity.map_or(0, |(_, amount)| amount);
            entry.rows += 1;
        }
        Some(())
    }

    /// Splits a row. Gives the partner, or nothing, as soon as the row turns out to be of another
    /// one.
    fn split_row<'b>(
        &mut self,
        row: &'b [u8],
        fields: &mut Fields<'b>,
        extras: &mut Extras<'b>,
    ) -> Option<Option<u16>> {
        let plan = self.plan;
        let mut partner = 0;
        let whole = split(row, plan, |column, field| {
            if let Some(place) = self.places.get(column).copied().flatten() {
                *fields.get_mut(place)? = field;
            } else if plan.partner == Some(column) {
                partner = three_digits(field)?;
                self.partners[usize::from(partner)] = true;
                return Some(self.wanted[usize::from(partner)]);
            } else if let Some(place) = self.extra_places.get(column).copied().flatten() {
                *extras.get_mut(place)? = field;
            }
            Some(true)
        });
        whole.map(|whole| whole.then_some(partner))
    }

    fn month(&mut self, text: &[u8]) -> Option<i32> {
        let text: [u8; 6] = text.try_into().ok()?;
        if self.last_month.0 != text {
            self.last_month = (text, month_index(&text)?);
        }
        Some(self.last_month.1)
    }
}

#[cfg(unix)]
fn read_exact_at(file: &File, buffer: &mut [u8], offset: u64) -> Option<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset).ok()
}

#[cfg(not(unix))]
fn read_exact_at(_: &File, _: &mut [u8], _: u64) -> Option<()> {
    None
}
