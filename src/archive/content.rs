//! Names and orders rows by their content, so that adding the same rows twice changes nothing.
//!
//! Hundreds of millions of rows may be added to an archive. Whatever many rows share (the name of a
//! level, the code of a partner, the rank of a text) is computed once, not once per row.

use crate::archive::partners;
use crate::archive::snapshot::PUBLISHED;
use crate::trade::{
    Currency, Flow, Month, Observation, Observations, Printed, RowKey, RowKind, TextId, Vintage,
};
use rayon::slice::ParallelSliceMut;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

/// The rows of one input by flow and month (the last month of a longer period).
pub(crate) type RowsByMonthAndFlow = BTreeMap<(Month, Flow), Vec<usize>>;

/// The dimensions of a breakdown, in the order of their bits.
const SPLITS: [&str; 3] = ["province", "mode", "further"];

/// The level of detail of a row: `published`, or the digits of its code and its breakdown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Level {
    Published,
    Detail {
        digits: usize,
        /// One bit for each of [`SPLITS`].
        splits: u8,
    },
}

impl Level {
    fn name(self) -> String {
        let Level::Detail { digits, splits } = self else {
            return PUBLISHED.to_owned();
        };
        let mut name = format!("hs{digits}");
        for (at, split) in SPLITS.iter().enumerate() {
            if splits >> at & 1 == 1 {
                name.push('+');
                name.push_str(split);
            }
        }
        name
    }
}

/// One bit for each dimension present in a breakdown text.
fn split_bits(split: &str) -> u8 {
    let mut parts = split.splitn(3, '|');
    let [province, mode] = [(); 2].map(|()| parts.next().is_some_and(|part| !part.is_empty()));
    let further = parts.any(|rest| rest.split('|').any(|part| !part.is_empty()));
    u8::from(province) | u8::from(mode) << 1 | u8::from(further) << 2
}

/// The content of some rows.
pub(crate) struct Contents<'o> {
    observations: &'o Observations,
    /// By text number: the dimensions present in the text, if it is a breakdown.
    splits: Vec<u8>,
    /// By text number: the rank of the text among all texts.
    ranks: Vec<u64>,
    levels: BTreeMap<Level, (u64, String)>,
    /// By partner index: the rank of the partner's code, and the code.
    partners: BTreeMap<u16, (u64, Arc<str>)>,
}

/// The rank of each text among some texts.
fn ranked<K: Ord + Copy>(texts: Vec<(K, String)>) -> BTreeMap<K, (u64, String)> {
    let mut in_order: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    in_order.sort_unstable();
    let rank = |text: &str| in_order.partition_point(|other| *other < text) as u64;
    let ranks: Vec<u64> = texts.iter().map(|(_, text)| rank(text)).collect();
    let texts = texts.into_iter().zip(ranks);
    texts.map(|((key, text), at)| (key, (at, text))).collect()
}

impl<'o> Contents<'o> {
    pub(crate) fn of(observations: &'o Observations) -> Contents<'o> {
        let texts = observations.texts();
        let mut in_order: Vec<usize> = (0..texts.len()).collect();
        in_order.sort_unstable_by_key(|at| &texts[*at]);
        let mut ranks = vec![0; texts.len()];
        for (rank, at) in (0..).zip(in_order) {
            ranks[at] = rank;
        }
        let mut contents = Contents {
            observations,
            splits: texts.iter().map(|text| split_bits(text)).collect(),
            ranks,
            levels: BTreeMap::new(),
            partners: BTreeMap::new(),
        };
        let (mut levels, mut partners) = (BTreeSet::new(), BTreeSet::new());
        let mut last = None;
        for key in observations.rows.keys() {
            let own = (contents.level(&key), key.partner);
            if last.replace(own) != Some(own) {
                levels.insert(own.0);
                partners.insert(own.1);
            }
        }
        let levels = levels.into_iter().map(|level| (level, level.name()));
        contents.levels = ranked(levels.collect());
        let code = |partner_index: u16| partners::code_of(partner_index, observations).to_string();
        let partners = partners
            .into_iter()
            .map(|partner_index| (partner_index, code(partner_index)));
        let partners = ranked(partners.collect()).into_iter();
        contents.partners = partners
            .map(|(partner_index, (rank, code))| (partner_index, (rank, code.into())))
            .collect();
        contents
    }

    pub(crate) fn observations(&self) -> &'o Observations {
        self.observations
    }

    pub(crate) fn level(&self, row: &RowKey) -> Level {
        match row.kind {
            RowKind::Published => Level::Published,
            RowKind::Detail => Level::Detail {
                digits: self.text(row.code).len(),
                splits: self.splits.get(row.split.0 as usize).copied().unwrap_or(0),
            },
        }
    }

    pub(crate) fn level_name(&self, level: Level) -> &str {
        self.levels.get(&level).map_or("", |(_, name)| name)
    }

    /// The code of the partner at an index, see [`partners::code_of`].
    pub(crate) fn partner(&self, partner_index: u16) -> &str {
        self.partners
            .get(&partner_index)
            .map_or("", |(_, code)| code)
    }

    pub(crate) fn text(&self, id: TextId) -> &'o str {
        let text = self.observations.texts().get(id.0 as usize);
        text.map_or("", |text| text)
    }

    /// The rows of one input by month and flow, each sorted by level, flow, currency, partner,
    /// code, breakdown, and then in reading order.
    pub(crate) fn cells(&self, input: u32) -> RowsByMonthAndFlow {
        let mut cells = RowsByMonthAndFlow::new();
        let mut last: Option<((Month, Flow), Vec<usize>)> = None;
        for at in self.observations.rows_of(input) {
            let Some(key) = self.observations.rows.key(at) else {
                continue;
            };
            let cell = (key.period.to, key.flow);
            match &mut last {
                Some((own, rows)) if *own == cell => rows.push(at),
                _ => {
                    let before = last.replace((cell, cells.remove(&cell).unwrap_or_default()));
                    cells.extend(before);
                    if let Some((_, rows)) = &mut last {
                        rows.push(at);
                    }
                }
            }
        }
        cells.extend(last);
        for rows in cells.values_mut() {
            self.sort_rows(rows);
        }
        cells
    }

    /// Sorts rows, given by index, into the order of a file.
    pub(crate) fn sort_rows(&self, rows: &mut [usize]) {
        let rank = |id: TextId| self.ranks.get(id.0 as usize).copied().unwrap_or(0);
        let flows = Flow::ALL.map(|flow| {
            let before = Flow::ALL.iter().filter(|one| one.name() < flow.name());
            before.count() as u64
        });
        let is_dollars = |currency: Currency| u64::from(currency == Currency::Usd);
        let month = |month: Month| u64::from(month.index() as u32);
        let key = |at: usize| -> Option<[u64; 3]> {
            let key = self.observations.rows.key(at)?;
            let (level, _) = self.levels.get(&self.level(&key))?;
            let (partner, _) = self.partners.get(&key.partner)?;
            let has_value = self.observations.rows.amount(at).is_some();
            Some([
                // Bits: the level from 40 on, four for the flow, four for the currency, 32 for the
                // partner. docs/archive.md promises this order.
                level << 40
                    | flows[key.flow as usize] << 36
                    | is_dollars(key.currency) << 32
                    | partner,
                rank(key.code) << 32 | rank(key.split),
                month(key.period.from) << 33 | month(key.period.to) << 1 | u64::from(has_value),
            ])
        };
        let mut keyed: Vec<_> = rows.iter().map(|at| (key(*at), *at)).collect();
        keyed.par_sort_unstable();
        for (row, (_, at)) in rows.iter_mut().zip(keyed) {
            *row = at;
        }
    }

    /// The key of a row within its month: level, currency, period, flow, partner, code and
    /// breakdown; for published figures also whether there is a value, since a row with only a
    /// printed change replaces none.
    pub(crate) fn key(&self, at: usize) -> String {
        let mut text = String::new();
        if let Some(row) = self.observations.rows.get(at) {
            self.write_key(&row, &mut text);
        }
        text
    }

    /// Whether two rows of one level have the same [`Contents::key`].
    pub(crate) fn has_same_key(&self, one: usize, other: usize) -> bool {
        let rows = &self.observations.rows;
        let has_value = |at: usize| rows.amount(at).is_some();
        rows.key(one) == rows.key(other) && has_value(one) == has_value(other)
    }

    fn write_key(&self, row: &Observation, text: &mut String) {
        let key = RowKey::from(row);
        let parts = [
            self.level_name(self.level(&key)),
            row.flow.name(),
            row.currency.code(),
            self.partner(row.partner),
            self.text(row.code),
            self.text(row.split),
        ];
        for part in parts {
            text.push_str(part);
            text.push('\t');
        }
        push_number(text, row.period.from.index().into());
        text.push('\t');
        push_number(text, row.period.to.index().into());
        text.push_str(if row.value.is_some() {
            "\ttrue"
        } else {
            "\tfalse"
        });
    }

    /// Everything that a row states, except its place in the file.
    pub(crate) fn statement(&self, at: usize) -> String {
        let mut text = String::new();
        self.write_statement(at, &mut text);
        text
    }

    fn write_statement(&self, at: usize, text: &mut String) {
        let Some(row) = self.observations.rows.get(at) else {
            return;
        };
        self.write_key(&row, text);
        text.push('\t');
        match row.value {
            None => text.push_str("None"),
            Some((value, interval)) => {
                text.push_str("Some((");
                push_number(text, value.0);
                text.push_str(", ");
                push_number(text, interval.low.0);
                text.push_str(", ");
                push_number(text, interval.high.0);
                text.push_str("))");
            }
        }
        text.push('\t');
        text.push_str(row.basis.name());
        let quantity = self.observations.quantities.get(&(at as u32));
        let amount = quantity.and_then(|one| one.quantity);
        let amount = amount.map(|one| {
            let ends = (one.interval.low.0, one.interval.high.0);
            (one.amount.0, ends.0, ends.1, one.unit.to_string())
        });
        let printed = |printed: Printed| (printed.digits, printed.decimals);
        let of_quantity = quantity.and_then(|one| one.printed).map(printed);
        let released: Option<Vintage> = row.released;
        match (released, row.printed, &amount, of_quantity) {
            (None, None, None, None) => text.push_str("\tNone\tNone\tNone\tNone\t"),
            (released, own, ..) => {
                let _ = write!(
                    text,
                    "\t{:?}\t{:?}\t{amount:?}\t{of_quantity:?}\t",
                    released.map(|date| date.to_string()),
                    own.map(printed),
                );
            }
        }
        text.push_str(self.text(row.publisher));
        text.push_str("\tSome(");
        push_number(text, self.observations.rows.count(at).into());
        text.push(')');
    }

    /// The name of some rows: the first twelve hexadecimal digits of the SHA-256 of what they
    /// state.
    pub(crate) fn name_of(&self, rows: &[usize]) -> String {
        let mut hash = Sha256::new();
        let mut text = String::new();
        for at in rows {
            self.write_statement(*at, &mut text);
            text.push('\n');
            if text.len() > 1 << 14 {
                hash.update(text.as_bytes());
                text.clear();
            }
        }
        hash.update(text.as_bytes());
        hex(&hash.finalize(), 12)
    }
}

/// Writes a whole number, much faster than the standard formatter.
fn push_number(text: &mut String, number: i128) {
    let Ok(mut left) = u64::try_from(number) else {
        let _ = write!(text, "{number}");
        return;
    };
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    text.extend(digits[at..].iter().map(|digit| char::from(*digit)));
}

/// The first digits of a hash, in hexadecimal.
pub(crate) fn hex(hash: &[u8], digits: usize) -> String {
    let mut text = String::new();
    for byte in hash {
        let _ = write!(text, "{byte:02x}");
    }
    text.truncate(digits);
    text
}
