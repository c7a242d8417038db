//! Rows stored as packed columns, with sparse columns for what few rows have.

use super::sparse::Sparse;
use crate::trade::observation::{Observation, RowKind};
use crate::trade::{
    Amount, Basis, Currency, Flow, Interval, Month, Period, Printed, TextId, Vintage,
};
use std::collections::BTreeSet;

/// The identity of a figure: all of a row except its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowKey {
    /// The month, or longer period.
    pub period: Period,
    /// Import, export or total.
    pub flow: Flow,
    /// Index into [`crate::trade::Partner::table`], or that of an unlisted partner or of World, see
    /// [`crate::trade::Partner::FIRST_UNLISTED`].
    pub partner: u16,
    /// The currency of the value.
    pub currency: Currency,
    /// The HS code.
    pub code: TextId,
    /// Its further breakdown, see [`Observation::split`].
    pub split: TextId,
    /// Published figure or detail.
    pub kind: RowKind,
}

impl From<&Observation> for RowKey {
    fn from(row: &Observation) -> RowKey {
        RowKey {
            period: row.period,
            flow: row.flow,
            partner: row.partner,
            currency: row.currency,
            code: row.code,
            split: row.split,
            kind: row.kind,
        }
    }
}

/// Marks a row without a value. The two markers are the smallest numbers, so that a value is stored
/// as a number only if it is above both.
const NO_VALUE: i64 = i64::MIN;
/// Marks a value too large for the column.
const WIDE: i64 = i64::MIN + 1;

/// Rows stored as one column per field: 31 bytes a row, plus sparse columns for what few rows have.
#[derive(Debug, Default)]
pub struct Rows {
    from: Vec<i32>,
    to: Vec<i32>,
    /// Flow, kind, basis and currency, see [`tag`].
    tags: Vec<u8>,
    partner: Vec<u16>,
    code: Vec<TextId>,
    split: Vec<TextId>,
    line: Vec<u32>,
    /// In thousandths.
    value: Vec<i64>,
    /// Values that do not fit into `value`.
    wide_values: Sparse<Amount>,
    /// Line numbers that do not fit into `line`.
    wide_lines: Sparse<u64>,
    /// The rounding intervals of values that are not exact.
    intervals: Sparse<Interval>,
    released: Sparse<Vintage>,
    printed: Sparse<Printed>,
    publisher: Sparse<TextId>,
    /// The number of file rows summed in a row, if more than one.
    counts: Sparse<u32>,
    /// See [`Rows::cells`].
    cells: Sparse<u64>,
}

/// Packs a row: bits 0 and 1 are the flow, bit 2 the currency, bit 3 the kind, bits 4 to 7 the
/// basis.
fn tag(row: &Observation) -> u8 {
    row.flow as u8
        | (row.currency as u8) << 2
        | u8::from(row.kind == RowKind::Detail) << 3
        | (row.basis as u8) << 4
}

fn flow_of(tag: u8) -> Flow {
    Flow::ALL[usize::from(tag & 3)]
}

fn currency_of(tag: u8) -> Currency {
    match tag & 4 {
        0 => Currency::Usd,
        _ => Currency::Cny,
    }
}

fn kind_of(tag: u8) -> RowKind {
    match tag & 8 {
        0 => RowKind::Published,
        _ => RowKind::Detail,
    }
}

fn basis_of(tag: u8) -> Basis {
    Basis::ALL[usize::from(tag >> 4) % Basis::ALL.len()]
}

impl Rows {
    /// The number of rows.
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Appends a row: the sum of `count` rows of its file, with the cell hash `cells`, see
    /// [`Rows::cells`].
    pub fn push_sum(&mut self, row: &Observation, count: u32, cells: u64) {
        let at = self.len();
        if count != 1 {
            self.counts.push(at, count);
        }
        if cells != 0 {
            self.cells.push(at, cells);
        }
        self.from.push(row.period.from.index());
        self.to.push(row.period.to.index());
        self.tags.push(tag(row));
        self.partner.push(row.partner);
        self.code.push(row.code);
        self.split.push(row.split);
        let line = u32::try_from(row.line);
        if line.is_err() {
            self.wide_lines.push(at, row.line);
        }
        self.line.push(line.unwrap_or(u32::MAX));
        self.value.push(match row.value {
            None => NO_VALUE,
            Some((value, interval)) => {
                if interval != Interval::exact(value) {
                    self.intervals.push(at, interval);
                }
                let narrow = i64::try_from(value.0).ok().filter(|value| *value > WIDE);
                narrow.unwrap_or_else(|| {
                    self.wide_values.push(at, value);
                    WIDE
                })
            }
        });
        if let Some(released) = row.released {
            self.released.push(at, released);
        }
        if let Some(printed) = row.printed {
            self.printed.push(at, printed);
        }
        if row.publisher != TextId::EMPTY {
            self.publisher.push(at, row.publisher);
        }
    }

    /// Appends the rows of another reading; `text` and `partner` translate its numbers.
    pub fn append(
        &mut self,
        other: Rows,
        text: impl Fn(TextId) -> TextId,
        partner: impl Fn(u16) -> u16,
    ) {
        let before = self.len();
        self.from.extend(other.from);
        self.to.extend(other.to);
        self.tags.extend(other.tags);
        self.partner.extend(other.partner.into_iter().map(partner));
        self.code.extend(other.code.into_iter().map(&text));
        self.split.extend(other.split.into_iter().map(&text));
        self.line.extend(other.line);
        self.value.extend(other.value);
        self.wide_values.append(before, other.wide_values);
        self.wide_lines.append(before, other.wide_lines);
        self.intervals.append(before, other.intervals);
        self.released.append(before, other.released);
        self.printed.append(before, other.printed);
        self.counts.append(before, other.counts);
        self.cells.append(before, other.cells);
        self.publisher.append(before, other.publisher.map(text));
    }

    /// Keeps only the first `rows` rows.
    pub fn truncate(&mut self, rows: usize) {
        self.from.truncate(rows);
        self.to.truncate(rows);
        self.tags.truncate(rows);
        self.partner.truncate(rows);
        self.code.truncate(rows);
        self.split.truncate(rows);
        self.line.truncate(rows);
        self.value.truncate(rows);
        self.wide_values.truncate(rows);
        self.wide_lines.truncate(rows);
        self.intervals.truncate(rows);
        self.released.truncate(rows);
        self.printed.truncate(rows);
        self.counts.truncate(rows);
        self.cells.truncate(rows);
        self.publisher.truncate(rows);
    }

    /// Removes rows by index.
    pub fn remove(&mut self, rows: &BTreeSet<usize>) {
        without(&mut self.from, rows);
        without(&mut self.to, rows);
        without(&mut self.tags, rows);
        without(&mut self.partner, rows);
        without(&mut self.code, rows);
        without(&mut self.split, rows);
        without(&mut self.line, rows);
        without(&mut self.value, rows);
        self.wide_values.remove(rows);
        self.wide_lines.remove(rows);
        self.intervals.remove(rows);
        self.released.remove(rows);
        self.printed.remove(rows);
        self.counts.remove(rows);
        self.cells.remove(rows);
        self.publisher.remove(rows);
    }

    /// A complete row.
    pub fn get(&self, at: usize) -> Option<Observation> {
        let key = self.key(at)?;
        let amount = self.amount(at);
        let interval = |value| (value, self.interval(at, value));
        Some(Observation {
            line: self.line(at),
            period: key.period,
            flow: key.flow,
            partner: key.partner,
            currency: key.currency,
            code: key.code,
            split: key.split,
            kind: key.kind,
            value: amount.map(interval),
            basis: basis_of(*self.tags.get(at)?),
            released: self.released.get(at),
            printed: self.printed.get(at),
            publisher: self.publisher.get(at).unwrap_or(TextId::EMPTY),
        })
    }

    /// All rows, complete and in order. Use [`Rows::keys`] if only their identity matters.
    pub fn iter(&self) -> RowsIter<'_> {
        RowsIter { rows: self, at: 0 }
    }

    /// The identity of each row, in order.
    pub fn keys(&self) -> impl Iterator<Item = RowKey> + '_ {
        // Counted up to one length: six columns zipped together are a call for each of them and row.
        let goods = self.code.len().min(self.split.len());
        let periods = self.from.len().min(self.to.len());
        let others = self.tags.len().min(self.partner.len());
        let rows = goods.min(periods).min(others);
        let (from, to, tags) = (&self.from[..rows], &self.to[..rows], &self.tags[..rows]);
        let (partners, codes, splits) = (
            &self.partner[..rows],
            &self.code[..rows],
            &self.split[..rows],
        );
        (0..rows).map(move |at| RowKey {
            period: Period {
                from: Month::from_index(from[at]),
                to: Month::from_index(to[at]),
            },
            flow: flow_of(tags[at]),
            partner: partners[at],
            currency: currency_of(tags[at]),
            code: codes[at],
            split: splits[at],
            kind: kind_of(tags[at]),
        })
    }

    /// The identity of one row.
    pub fn key(&self, at: usize) -> Option<RowKey> {
        let tag = *self.tags.get(at)?;
        Some(RowKey {
            period: Period {
                from: Month::from_index(*self.from.get(at)?),
                to: Month::from_index(*self.to.get(at)?),
            },
            flow: flow_of(tag),
            partner: *self.partner.get(at)?,
            currency: currency_of(tag),
            code: *self.code.get(at)?,
            split: *self.split.get(at)?,
            kind: kind_of(tag),
        })
    }

    /// The value of a row; `None` if only a change was printed.
    pub fn amount(&self, at: usize) -> Option<Amount> {
        match *self.value.get(at)? {
            NO_VALUE => None,
            WIDE => self.wide_values.get(at),
            value => Some(Amount(i128::from(value))),
        }
    }

    /// Whether a row has a value, or a printed change.
    pub fn has_figure(&self, at: usize) -> bool {
        self.amount(at).is_some() || self.printed.get(at).is_some()
    }

    /// Whether the value of any row is rounded.
    pub fn has_rounded(&self) -> bool {
        !self.intervals.is_empty()
    }

    /// The rounding interval of a row with this amount.
    pub fn interval(&self, at: usize, amount: Amount) -> Interval {
        let rounded = self.intervals.get(at);
        rounded.unwrap_or_else(|| Interval::exact(amount))
    }

    /// The line of a row in its file, from 1.
    pub fn line(&self, at: usize) -> u64 {
        let narrow = self.line.get(at).copied().unwrap_or(0);
        self.wide_lines.get(at).unwrap_or(u64::from(narrow))
    }

    /// The number of file rows summed in a row: nearly always one.
    pub fn count(&self, at: usize) -> u32 {
        self.counts.get(at).unwrap_or(1)
    }

    /// A hash of all cells of each row, names and quantities included, to distinguish a copy from a
    /// row that merely has the same key. Absent for rows that do not come from a single table line.
    pub fn cells(&self) -> &Sparse<u64> {
        &self.cells
    }

    /// The known release dates.
    pub fn released(&self) -> &Sparse<Vintage> {
        &self.released
    }

    /// The printed changes.
    pub fn printed(&self) -> &Sparse<Printed> {
        &self.printed
    }
}

/// Removes entries of a column by index.
pub fn without<T>(column: &mut Vec<T>, rows: &BTreeSet<usize>) {
    let mut at = 0;
    column.retain(|_| {
        at += 1;
        !rows.contains(&(at - 1))
    });
}

/// An iterator over complete rows, see [`Rows::iter`].
#[derive(Debug)]
pub struct RowsIter<'r> {
    rows: &'r Rows,
    at: usize,
}

impl Iterator for RowsIter<'_> {
    type Item = Observation;

    fn next(&mut self) -> Option<Observation> {
        let row = self.rows.get(self.at)?;
        self.at += 1;
        Some(row)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rows.len() - self.at;
        (left, Some(left))
    }
}

impl ExactSizeIterator for RowsIter<'_> {}

impl<'r> IntoIterator for &'r Rows {
    type Item = Observation;
    type IntoIter = RowsIter<'r>;

    fn into_iter(self) -> RowsIter<'r> {
        self.iter()
    }
}

#[cfg(test)]
mod tests;
