//! Watches unused columns row by row.

use crate::reader::accounting::meaning::is_china;
use crate::trade::{Currency, Flow, Observation, Partner, Period, TextId, Vintage};
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Number of distinct values kept for each column. A column with more has free text or unique
/// numbers.
const KEPT: usize = 300;

/// The fields that make two rows equal, apart from unused columns.
type RowKey = (
    Period,
    Flow,
    u16,
    Currency,
    TextId,
    TextId,
    Option<Vintage>,
    TextId,
    bool,
);

/// The unused columns with their contents.
#[derive(Default)]
pub(crate) struct Watch {
    columns: Vec<Watched>,
    /// The first row of each key: its line, and the hashes of its cells in the unused columns.
    first: HashMap<RowKey, (u64, Box<[u64]>)>,
    /// The line of the current row, and the hashes of its cells. They are kept because a line of a
    /// wide table gives several observations.
    current: (u64, Box<[u64]>),
    is_set: bool,
}

/// A watched column.
#[derive(Default, Debug)]
pub(crate) struct Watched {
    pub column: usize,
    /// The distinct values, with the line of the first; up to [`KEPT`] of them. Empty cells do not
    /// count.
    pub values: Vec<(String, u64)>,
    /// The flows of the rows of each of these values, a bit each.
    pub flows: Vec<u8>,
    seen: HashMap<u64, usize>,
    /// Whether there were more.
    pub more: bool,
    /// Whether a cell was empty.
    pub some_empty: bool,
    /// The lines of the first two rows that have the same key but differ in this column.
    pub differs: Option<(u64, u64)>,
    /// Whether every value named the partner of its row.
    pub names_partner: bool,
    /// Number of the kept values that are names of countries.
    pub countries: usize,
    /// Whether all of those are China.
    pub only_china: bool,
    /// Whether the values count upwards from row to row, or start again.
    pub counts: bool,
    last: Option<i64>,
}

impl Watch {
    /// Watches these columns.
    pub fn set(&mut self, columns: Vec<usize>) {
        self.is_set = true;
        let watched = columns.into_iter().map(|column| Watched {
            column,
            names_partner: true,
            only_china: true,
            counts: true,
            ..Watched::default()
        });
        self.columns = watched.collect();
    }

    /// Whether [`Watch::set`] was called.
    pub fn is_set(&self) -> bool {
        self.is_set
    }

    /// Whether there is nothing to watch.
    pub fn is_idle(&self) -> bool {
        self.columns.is_empty()
    }

    /// The watched columns with their contents.
    pub fn columns(&self) -> &[Watched] {
        &self.columns
    }

    /// Watches the row of an observation that was added.
    pub fn row<'c>(
        &mut self,
        observation: &Observation,
        cell: impl Fn(usize) -> std::borrow::Cow<'c, str>,
    ) {
        if self.current.0 != observation.line {
            let hashes = self.columns.iter_mut().map(|watched| {
                let text = cell(watched.column);
                watched.see(&text, observation)
            });
            self.current = (observation.line, hashes.collect());
        }
        let key = (
            observation.period,
            observation.flow,
            observation.partner,
            observation.currency,
            observation.code,
            observation.split,
            observation.released,
            observation.publisher,
            observation.value.is_some(),
        );
        let (line, cells) = &self.current;
        let Some((first_line, first)) = self.first.get(&key) else {
            self.first.insert(key, (*line, cells.clone()));
            return;
        };
        for (at, watched) in self.columns.iter_mut().enumerate() {
            if watched.differs.is_none() && first.get(at) != cells.get(at) {
                watched.differs = Some((*first_line, *line));
            }
        }
    }
}

impl Watched {
    /// Notes a cell, and returns its hash.
    fn see(&mut self, text: &str, observation: &Observation) -> u64 {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let hash = hasher.finish();
        if text.is_empty() {
            self.some_empty = true;
            self.counts = false;
            return hash;
        }
        self.count(text);
        let is_new = !self.seen.contains_key(&hash);
        if is_new && self.values.len() < KEPT {
            self.seen.insert(hash, self.values.len());
            self.values.push((text.to_owned(), observation.line));
            self.flows.push(0);
        } else if is_new {
            self.more = true;
            return hash;
        }
        if let Some(flows) = self.seen.get(&hash).and_then(|at| self.flows.get_mut(*at)) {
            *flows |= 1 << (observation.flow as u8);
        }
        if let Some(partner_index) = country(text) {
            self.countries += usize::from(is_new);
            self.only_china &= is_china(partner_index);
            self.names_partner &= partner_index == observation.partner;
        } else {
            self.names_partner = false;
        }
        hash
    }

    fn count(&mut self, text: &str) {
        let number = text.strip_suffix(".0").unwrap_or(text).parse::<i64>().ok();
        self.counts &= match (self.last, number) {
            (_, None) => false,
            (None, Some(first)) => (0..3).contains(&first),
            // Rows of other partners were skipped; a second download starts again.
            (Some(last), Some(next)) => next > last || (0..3).contains(&next),
        };
        self.last = number;
    }
}

/// The country named by a text with letters. A number could mean anything.
pub(crate) fn country(text: &str) -> Option<u16> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // `no` is an answer; Norway is meant only in capitals.
    let is_word = letters > 2 || text.chars().all(|c| !c.is_ascii_lowercase());
    (letters > 1 && is_word)
        .then(|| Partner::find(text))
        .flatten()
}
