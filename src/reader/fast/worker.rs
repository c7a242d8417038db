//! The work of one thread on its blocks.

use crate::reader::cells::number::whole_units;
use crate::reader::fast::codes::{chapter, kept_code, partner_at, whole_code};
use crate::reader::fast::key::Key;
use crate::reader::fast::key_ranges::{FileStratum, Spans};
use crate::reader::fast::mix::KeyHasher;
use crate::reader::fast::optional_fields;
use crate::reader::fast::optional_fields::{Names, OptionalFields, Units, keep_names};
use crate::reader::fast::others::SkippedPartners;
use crate::reader::fast::plan::{BLOCK, LONGEST_ROW, Plan, SHORT_ROW};
use crate::reader::fast::quotes::Quotes;
use crate::reader::fast::regular_row::{is_whole, month_index, split, three_digits};
use crate::reader::fast::rows_at::RowsAt;
use crate::reader::fast::splits::Splits;
use crate::reader::fast::thread_cache::ThreadCache;
use crate::trade::Partner;
use memchr::memchr;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

/// The sums of one thread.
pub(crate) struct Worker<'p> {
    plan: &'p Plan,
    /// The column of each of the [`RowFields`].
    columns: Vec<Option<usize>>,
    /// The index in [`RowFields`] of each column that is used.
    places: Vec<Option<usize>>,
    /// The column of each of the [`OptionalFields`].
    extra_columns: [Option<usize>; optional_fields::FIELDS],
    /// The index in [`OptionalFields`] of each column.
    extra_places: Vec<Option<usize>>,
    units: Units,
    pub names: Names,
    wanted: &'p [bool],
    wants_all: bool,
    has_extras: bool,
    pub cache: ThreadCache,
    quotes: Quotes,
    others: Option<SkippedPartners>,
    /// Each block with the number of lines that begin in it.
    pub blocks: Vec<(u64, u64)>,
    pub rows: u64,
    /// The index in `entries` of each key.
    places_of: HashMap<Key, usize, KeyHasher>,
    entries: Vec<Entry>,
    last_key: Option<(Key, usize)>,
    pub splits: Splits,
    pub spans: Spans,
    /// A hash of each row, if [`Plan::finds_copies`]. Rows that are equal in every cell have equal
    /// hashes.
    pub hashes: Vec<u64>,
    /// Buffer for a row without its quotes and commas.
    unquoted: Vec<u8>,
    /// The previous month, since neighbouring rows often share theirs.
    last_month: ([u8; 6], i32),
    pub partners: [bool; 1000],
}

/// A sum and the position of its first row: the block, and the row in the block.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    key: Key,
    pub units: i128,
    pub quantity: i128,
    pub rows: u32,
    pub first: (u64, u64),
    /// The index of its span, if there are spans.
    span: usize,
}

/// The first bytes of a buffer, which grows to hold them and never shrinks: clearing it anew for every
/// file would cost as much as reading a small one.
fn first_of(buffer: &mut Vec<u8>, length: usize) -> &mut [u8] {
    if buffer.len() < length {
        buffer.resize(length, 0);
    }
    &mut buffer[..length]
}

/// The raw bytes of the fields of a row that are used.
type RowFields<'b> = [&'b [u8]; 8];

impl<'p> Worker<'p> {
    pub fn new(plan: &'p Plan, wanted: &'p [bool]) -> Worker<'p> {
        let columns = [plan.month, plan.code, plan.split[0], plan.split[1]];
        let values = plan.values.iter().map(|(column, _)| Some(*column));
        let columns: Vec<Option<usize>> = columns.into_iter().chain(values).collect();
        let place = |column| columns.iter().position(|wanted| *wanted == Some(column));
        let extra_columns = plan.extra.columns();
        let extra_place = |column| {
            let mut places = extra_columns.iter();
            places.position(|wanted| *wanted == Some(column))
        };
        Worker {
            plan,
            places: (0..plan.fields).map(place).collect(),
            extra_places: (0..plan.fields).map(extra_place).collect(),
            extra_columns,
            units: Units::default(),
            names: Names::new(),
            columns,
            wants_all: plan.partner.is_none() || wanted.iter().all(|wanted| *wanted),
            has_extras: extra_columns.iter().any(Option::is_some),
            quotes: Quotes::new(),
            others: SkippedPartners::new(plan, wanted),
            last_month: ([0; 6], 0),
            wanted,
            blocks: Vec::new(),
            rows: 0,
            places_of: HashMap::default(),
            entries: Vec::new(),
            last_key: None,
            splits: Splits::default(),
            spans: Spans::new(plan.keeps_keys),
            hashes: Vec::new(),
            unquoted: Vec::new(),
            partners: [false; 1000],
            cache: ThreadCache::default(),
        }
    }

    /// Reads the rows that begin in the block at `from`.
    pub fn block(
        &mut self,
        rows: &RowsAt<'_>,
        own_buffer: &mut Vec<u8>,
        block: u64,
        (from, start, end): (u64, u64, u64),
    ) -> Option<()> {
        // Includes one byte before the block, to see whether a row begins with it.
        let before = u64::from(from > start);
        let longest = (from + BLOCK + LONGEST_ROW).min(end);
        let mut to = (from + BLOCK + SHORT_ROW).min(end);
        let mut buffer = first_of(own_buffer, (to - from + before) as usize);
        rows.read_exact_at(buffer, from - before)?;
        let own_end = ((from + BLOCK).min(end) - from + before) as usize;
        let mut at = match before {
            0 => 0,
            _ => memchr(b'\n', buffer)? + 1,
        };
        self.cache.marks.fill(buffer);
        let mut lines = 0;
        while at < own_end {
            if let Some(others) = &self.others {
                let (next, passed) = others.pass(
                    (buffer, &self.cache.marks),
                    (at, own_end),
                    &mut self.partners,
                );
                (at, lines) = (next, lines + passed);
                self.rows += passed;
                if at >= own_end {
                    break;
                }
            }
            let stop = self.cache.marks.end_from(at);
            let is_feed = |at: usize| buffer.get(at) == Some(&b'\n');
            let (row_end, next) = match stop {
                Some(stop) if is_feed(stop) => (stop, stop + 1),
                // A carriage return must belong to the line end, otherwise the row is not regular.
                Some(stop) if is_feed(stop + 1) => (stop, stop + 2),
                Some(stop) if to == end && stop + 1 == buffer.len() => (stop, stop + 1),
                None if to == end => (buffer.len(), buffer.len()),
                _ if to < longest => {
                    let read = buffer.len();
                    buffer = first_of(own_buffer, read + (longest - to) as usize);
                    rows.read_exact_at(buffer.get_mut(read..)?, to)?;
                    self.cache.marks.fill(buffer);
                    to = longest;
                    continue;
                }
                _ => return None,
            };
            if row_end > at {
                let rest = buffer.get(at..)?;
                self.row(rest, (at, row_end - at), (block, lines))?;
                self.rows += 1;
            }
            lines += 1;
            at = next;
        }
        self.blocks.push((block, lines));
        Some(())
    }

    /// Adds the row at the start of `text`, which is at `at` in its block; `None` if it is not
    /// regular.
    fn row(&mut self, text: &[u8], (at, end): (usize, usize), place: (u64, u64)) -> Option<()> {
        let plan = self.plan;
        let mut fields: RowFields<'_> = [&[]; 8];
        let mut extras: OptionalFields<'_> = [&[]; optional_fields::FIELDS];
        let found = self.wants_all
            && plan.quoted
            && self.quotes.find(&self.cache.marks, text, (at, end), plan);
        let partner = if found {
            Some(self.quoted_row(text, &mut fields, &mut extras)?)
        } else {
            self.split_row(text.get(..end)?, &mut fields, &mut extras)?
        };
        let Some((partner, name)) = partner else {
            let [from, to] = [at, at + end].map(|at| self.cache.marks.count_before(at));
            return is_whole(text.get(..end)?, to - from, plan).then_some(());
        };
        self.cache.names.check(partner, name, plan.extra.encoding)?;
        let [month, code, first, second, values @ ..] = fields;
        let month = match plan.month {
            Some(_) => self.month(month)?,
            None => 0,
        };
        let pair = match plan.split {
            [None, None] => 0,
            _ => self.splits.number([first, second])?,
        };
        let quantity = match plan.extra.counts() {
            true => self.units.quantity(&extras, plan.extra.encoding)?,
            false => None,
        };
        let group_by = plan.group_by;
        let whole = whole_code(code)?;
        let kept = kept_code(whole, code.len(), group_by);
        let mut hasher = plan.finds_copies.then(|| {
            let mut hasher = KeyHasher::with_seed(1).build_hasher();
            hasher.write_u64(u64::from(partner) << 32 | month as u64 & 0xffff_ffff);
            hasher.write_u64(whole << 4 | code.len() as u64);
            hasher.write(first);
            hasher.write_u8(0xff);
            hasher.write(second);
            hasher
        });
        for (value, (_, currency)) in values.iter().zip(&plan.values) {
            let units = whole_units(value).filter(|units| *units <= 100_000_000_000_000)?;
            if let Some(hasher) = &mut hasher {
                hasher.write_u64(units as u64);
            }
            let key = Key {
                month,
                partner: if group_by.everything || group_by.partner {
                    partner
                } else {
                    0
                },
                code: kept,
                digits: code.len() as u8,
                split: pair,
                currency: *currency,
                unit: quantity.map(|(unit, _)| unit),
            };
            let (entry, is_new) = self.entry(key, place)?;
            entry.units += i128::from(units);
            entry.quantity += quantity.map_or(0, |(_, amount)| amount);
            entry.rows += 1;
            if let Some(numbers) = &plan.partner_numbers {
                let span = entry.span;
                let partner = *numbers.get(usize::from(partner))?;
                self.spans
                    .take((span, place.0), whole, chapter(code), partner)?;
            }
            if is_new && plan.extra.is_named() {
                keep_names(&mut self.names, &extras, [code, first, second], place);
            }
        }
        if let Some(hash) = hasher.map(|hasher| hasher.finish()) {
            match &plan.suspects {
                None => self.hashes.push(hash),
                Some(suspects) if suspects.contains(&hash) => {
                    let whole = self.hash_of_all(text.get(..end)?)?;
                    self.hashes.push(whole);
                }
                Some(_) => {}
            }
        }
        Some(())
    }

    /// A hash of the cells of a row, regardless of quotes, thousands separators, case, and the
    /// spelling of names and units. Rows with equal hashes are checked again row by row.
    fn hash_of_all(&mut self, row: &[u8]) -> Option<u64> {
        let plan = self.plan;
        let unquoted = &mut self.unquoted;
        unquoted.clear();
        split(row, plan, |column, field| {
            if !plan.spelling_columns.contains(&column) {
                let letters = field.iter().filter(|byte| !matches!(byte, b'"' | b','));
                unquoted.extend(letters.map(u8::to_ascii_lowercase));
            }
            unquoted.push(0xff);
            Some(true)
        })?;
        let mut hasher = KeyHasher::with_seed(2).build_hasher();
        hasher.write(unquoted);
        Some(hasher.finish())
    }

    /// The sum of a key, created if needed, and whether it is new.
    fn entry(&mut self, key: Key, first: (u64, u64)) -> Option<(&mut Entry, bool)> {
        let at = match self.last_key {
            Some((last, at)) if last == key => at,
            _ => *self.places_of.entry(key).or_insert(self.entries.len()),
        };
        self.last_key = Some((key, at));
        let is_new = at == self.entries.len();
        if is_new {
            let span = match self.plan.partner_numbers {
                Some(_) => self.spans.place(FileStratum::of(&key)),
                None => 0,
            };
            self.entries.push(Entry {
                key,
                units: 0,
                quantity: 0,
                rows: 0,
                first,
                span,
            });
        }
        Some((self.entries.get_mut(at)?, is_new))
    }

    /// All keys with their sums, in the order in which this thread found them.
    pub fn sums(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries.iter().map(|entry| (&entry.key, entry))
    }

    /// Takes the fields of a row whose quotes were found. Returns its partner.
    fn quoted_row<'b>(
        &mut self,
        text: &'b [u8],
        fields: &mut RowFields<'b>,
        extras: &mut OptionalFields<'b>,
    ) -> Option<(u16, &'b [u8])> {
        let quotes = &self.quotes;
        let take = |into: &mut [&'b [u8]], columns: &[Option<usize>]| {
            for (field, column) in into.iter_mut().zip(columns) {
                if let Some(column) = column {
                    *field = quotes.field(text, *column)?.trim_ascii();
                }
            }
            Some(())
        };
        take(fields, &self.columns)?;
        if self.has_extras {
            take(extras, &self.extra_columns)?;
        }
        let Some(column) = self.plan.partner else {
            return Some((0, &[]));
        };
        let name = match self.plan.partner_name {
            Some(column) => quotes.field(text, column)?.trim_ascii(),
            None => &[],
        };
        let partner = three_digits(quotes.field(text, column)?.trim_ascii())?;
        self.partners[usize::from(partner)] = true;
        Some((partner, name))
    }

    /// Splits a row. Returns its partner, or `Some(None)` as soon as its partner turns out not to
    /// be wanted.
    fn split_row<'b>(
        &mut self,
        row: &'b [u8],
        fields: &mut RowFields<'b>,
        extras: &mut OptionalFields<'b>,
    ) -> Option<Option<(u16, &'b [u8])>> {
        let plan = self.plan;
        let (mut partner, mut name): (u16, &'b [u8]) = (0, &[]);
        let whole = split(row, plan, |column, field| {
            if let Some(place) = self.places.get(column).copied().flatten() {
                *fields.get_mut(place)? = field;
            } else if plan.partner == Some(column) {
                partner = three_digits(field)?;
                self.partners[usize::from(partner)] = true;
                // If the code is on no list, the name decides, which is looked up row by row.
                let is_wanted = self.wanted[usize::from(partner)];
                return (is_wanted || partner_at(partner) != Partner::UNLISTED)
                    .then_some(is_wanted);
            } else if plan.partner_name == Some(column) {
                name = field;
            } else if let Some(place) = self.extra_places.get(column).copied().flatten() {
                *extras.get_mut(place)? = field;
            }
            Some(true)
        });
        whole.map(|whole| whole.then_some((partner, name)))
    }

    fn month(&mut self, text: &[u8]) -> Option<i32> {
        let text: [u8; 6] = text.try_into().ok()?;
        if self.last_month.0 != text {
            self.last_month = (text, month_index(&text)?);
        }
        Some(self.last_month.1)
    }
}
