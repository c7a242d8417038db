//! What one thread does with its blocks.

use super::super::number::{digits as digits_of, whole_units};
use super::mix::Quick;
use super::quotes::Quotes;
use super::regular::{is_whole, month_index, split, three_digits};
use super::splits::Splits;
use super::{BLOCK, Key, LONGEST_ROW, Plan};
use memchr::memchr;
use std::collections::HashMap;
use std::fs::File;

/// One thread's sums.
pub(super) struct Worker<'p> {
    plan: &'p Plan,
    /// The column of each of [`Fields`].
    columns: Vec<Option<usize>>,
    /// The place in [`Fields`] of each column that counts.
    places: Vec<Option<usize>>,
    wanted: &'p [bool],
    wants_all: bool,
    quotes: Quotes,
    /// Each block with how many lines begin in it.
    pub blocks: Vec<(u64, u64)>,
    pub rows: u64,
    /// The place in `entries` of each key.
    pub places_of: HashMap<Key, usize, Quick>,
    pub entries: Vec<Entry>,
    last_key: Option<(Key, usize)>,
    pub splits: Splits,
    /// Neighbouring rows most often share their month.
    last_month: ([u8; 6], i32),
    pub partners: [bool; 1000],
}

/// A sum and the place of its first row: block, and row in the block.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub units: i128,
    pub rows: u32,
    pub first: (u64, u64),
}

/// A row's fields that count, as they stand.
type Fields<'b> = [&'b [u8]; 8];

impl<'p> Worker<'p> {
    pub fn new(plan: &'p Plan, wanted: &'p [bool]) -> Worker<'p> {
        let columns = [plan.month, plan.code, plan.split[0], plan.split[1]];
        let values = plan.values.iter().map(|(column, _)| Some(*column));
        let columns: Vec<Option<usize>> = columns.into_iter().chain(values).collect();
        let place = |column| columns.iter().position(|wanted| *wanted == Some(column));
        Worker {
            plan,
            places: (0..plan.fields).map(place).collect(),
            columns,
            wants_all: plan.partner.is_none() || wanted.iter().all(|wanted| *wanted),
            quotes: Quotes::new(),
            last_month: ([0; 6], 0),
            wanted,
            blocks: Vec::new(),
            rows: 0,
            places_of: HashMap::default(),
            entries: Vec::new(),
            last_key: None,
            splits: Splits::default(),
            partners: [false; 1000],
        }
    }

    /// Reads the rows that begin in the block at `from`.
    pub fn block(
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
        let has_returns = memchr(b'\r', buffer).is_some();
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
            if has_returns && memchr(b'\r', row).is_some() {
                return None;
            }
            if !row.is_empty() {
                self.row(rest, row.len(), (block, lines))?;
                self.rows += 1;
            }
            lines += 1;
            at += stop + 1;
        }
        self.blocks.push((block, lines));
        Some(())
    }

    /// Takes the row that `text` begins with; `None` when it is not regular.
    fn row(&mut self, text: &[u8], end: usize, place: (u64, u64)) -> Option<()> {
        let plan = self.plan;
        let mut fields: Fields<'_> = [&[]; 8];
        let found = self.wants_all && plan.quoted && self.quotes.find(text, end, plan);
        let partner = if found {
            Some(self.quoted_row(text, &mut fields)?)
        } else {
            self.split_row(text.get(..end)?, &mut fields)?
        };
        let Some(partner) = partner else {
            return is_whole(text.get(..end)?, plan).then_some(());
        };
        let [month, code, first, second, values @ ..] = fields;
        let month = if plan.month.is_some() {
            self.month(month)?
        } else {
            0
        };
        let digits = if plan.code.is_some() { code.len() } else { 0 };
        if !matches!(digits, 0 | 2 | 4 | 6 | 8 | 10) {
            return None;
        }
        let number = digits_of(code)? as u64;
        let pair = match plan.split {
            [None, None] => 0,
            _ => self.splits.number([first, second])?,
        };
        for (value, (_, currency)) in values.iter().zip(&plan.values) {
            let units = whole_units(value).filter(|units| *units <= 100_000_000_000_000)?;
            let key = Key {
                month,
                partner: if plan.by_key { partner } else { 0 },
                code: if plan.by_key { number } else { 0 },
                digits: digits as u8,
                split: pair,
                currency: *currency,
            };
            let entry = self.entry(key, place)?;
            entry.units += i128::from(units);
            entry.rows += 1;
        }
        Some(())
    }

    /// The sum of a key, begun where there is none yet.
    fn entry(&mut self, key: Key, first: (u64, u64)) -> Option<&mut Entry> {
        let at = match self.last_key {
            Some((last, at)) if last == key => at,
            _ => *self.places_of.entry(key).or_insert(self.entries.len()),
        };
        self.last_key = Some((key, at));
        if at == self.entries.len() {
            self.entries.push(Entry {
                units: 0,
                rows: 0,
                first,
            });
        }
        self.entries.get_mut(at)
    }

    /// Takes the fields of a row whose quotes were found. Gives the partner.
    fn quoted_row<'b>(&mut self, text: &'b [u8], fields: &mut Fields<'b>) -> Option<u16> {
        for (field, column) in fields.iter_mut().zip(&self.columns) {
            if let Some(column) = column {
                *field = self.quotes.field(text, *column)?.trim_ascii();
            }
        }
        let Some(column) = self.plan.partner else {
            return Some(0);
        };
        let partner = three_digits(self.quotes.field(text, column)?.trim_ascii())?;
        self.partners[usize::from(partner)] = true;
        Some(partner)
    }

    /// Splits a row. Gives the partner, or nothing, as soon as the row turns out to be of another
    /// one.
    fn split_row<'b>(&mut self, row: &'b [u8], fields: &mut Fields<'b>) -> Option<Option<u16>> {
        let plan = self.plan;
        let mut partner = 0;
        let whole = split(row, plan, |column, field| {
            if let Some(place) = self.places.get(column).copied().flatten() {
                *fields.get_mut(place)? = field;
            } else if plan.partner == Some(column) {
                partner = three_digits(field)?;
                self.partners[usize::from(partner)] = true;
                return Some(self.wanted[usize::from(partner)]);
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
