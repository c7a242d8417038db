//! The ranges of the keys in a file, to find out whether another file may have one of them.
//!
//! Downloads are sorted by code, so the ranges of the pieces of one download, or of downloads of
//! one chapter each, do not overlap.

use crate::reader::fast::key::Key;
use crate::reader::fast::mix::KeyHasher;
use crate::trade::Currency;
use std::collections::HashMap;

/// The fields of a key other than code and partner. Only keys of the same stratum can be equal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct FileStratum {
    /// Index of the month; zero if the file has no month column.
    pub month: i32,
    pub currency: Currency,
    /// Number of digits of the code.
    pub digits: u8,
    /// Index into [`crate::reader::fast::sums::Sums::splits`].
    pub split: u32,
}

impl FileStratum {
    pub fn of(key: &Key) -> FileStratum {
        FileStratum {
            month: key.month,
            currency: key.currency,
            digits: key.digits,
            split: key.split,
        }
    }
}

/// The smallest and the largest of some keys, in one order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct KeyEnds {
    pub low: u64,
    pub high: u64,
}

impl KeyEnds {
    /// The ends of an empty range.
    const NONE: KeyEnds = KeyEnds {
        low: u64::MAX,
        high: 0,
    };

    /// The ends of the range of one key, ordered by code and ordered by partner. A code has at most
    /// ten digits; the number of a partner has at most three digits, or is 1000.
    pub fn of(code: u64, partner: u16) -> [KeyEnds; 2] {
        let by_code = code << 16 | u64::from(partner);
        let by_partner = u64::from(partner) << 34 | code;
        // Zero is not a key.
        [by_code, by_partner].map(|key| KeyEnds {
            low: key + 1,
            high: key + 1,
        })
    }

    pub fn with(self, other: KeyEnds) -> KeyEnds {
        KeyEnds {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }
}

/// The range of the keys in one [`FileStratum`] of a file.
#[derive(Clone, Debug)]
pub(crate) struct StratumRange {
    pub among: FileStratum,
    /// Ordered by code, and ordered by partner.
    pub ends: [KeyEnds; 2],
    /// Whether the keys rise strictly within each block, in each order.
    rises: [bool; 2],
    /// The current block, with the ranges of its keys so far.
    block: (u64, [KeyEnds; 2]),
    /// The previous blocks, with their ranges.
    blocks: Vec<(u64, [KeyEnds; 2])>,
    /// One bit for each chapter, the first two digits of a code.
    pub chapters: u128,
    /// One bit for each partner number.
    partners: [u64; 16],
}

impl StratumRange {
    /// A span without keys.
    pub fn none(among: FileStratum) -> StratumRange {
        StratumRange {
            among,
            ends: [KeyEnds::NONE; 2],
            rises: [true; 2],
            block: (0, [KeyEnds::NONE; 2]),
            blocks: Vec::new(),
            chapters: 0,
            partners: [0; 16],
        }
    }

    /// Whether all keys are certainly distinct, because they rise strictly in one of the orders.
    pub fn is_distinct(&self) -> bool {
        self.rises.contains(&true)
    }

    /// The partner numbers.
    pub fn partners(&self) -> impl Iterator<Item = u16> {
        let has = |number: &u16| {
            let word = self.partners.get(usize::from(number >> 6));
            word.is_some_and(|word| word >> (number & 63) & 1 == 1)
        };
        (0..1024).filter(has)
    }

    /// Combines the spans that all threads found in one file.
    pub fn joined(among: FileStratum, of_threads: Vec<StratumRange>) -> StratumRange {
        let mut all = StratumRange::none(among);
        for one in of_threads {
            for (order, rises) in all.rises.iter_mut().enumerate() {
                *rises &= one.rises[order];
                all.ends[order] = all.ends[order].with(one.ends[order]);
            }
            all.chapters |= one.chapters;
            for (own, others) in all.partners.iter_mut().zip(one.partners) {
                *own |= others;
            }
            all.blocks.extend(one.blocks);
            all.blocks.push(one.block);
        }
        all.blocks.sort_unstable_by_key(|(block, _)| *block);
        for (order, rises) in all.rises.iter_mut().enumerate() {
            let mut pairs = all.blocks.windows(2);
            *rises &= pairs.all(|pair| pair[0].1[order].high < pair[1].1[order].low);
        }
        all
    }

    /// Adds a key of a block. Each thread processes its blocks in order.
    fn take(&mut self, block: u64, keys: [KeyEnds; 2]) {
        if block != self.block.0 {
            if self.block.1[0] != KeyEnds::NONE {
                self.blocks.push(self.block);
            }
            self.block = (block, [KeyEnds::NONE; 2]);
        }
        for (order, key) in keys.into_iter().enumerate() {
            let of_block = &mut self.block.1[order];
            self.rises[order] &= key.low > of_block.high;
            *of_block = of_block.with(key);
            self.ends[order] = self.ends[order].with(key);
        }
    }
}

/// The spans found by one thread.
#[derive(Default)]
pub(crate) struct Spans {
    places: HashMap<FileStratum, usize, KeyHasher>,
    spans: Vec<StratumRange>,
    /// If every key is kept: that of each row, ordered by code, with the index of its span.
    keys: Option<Vec<(usize, u64)>>,
}

impl Spans {
    /// No spans yet.
    pub fn new(keeps_keys: bool) -> Spans {
        Spans {
            keys: keeps_keys.then(Vec::new),
            ..Spans::default()
        }
    }

    /// The key of each row, see [`KeyEnds::of`], with the index of its span; none unless they are kept.
    pub fn keys(&self) -> &[(usize, u64)] {
        self.keys.as_deref().unwrap_or(&[])
    }

    /// The index of the span of a stratum, which is created if needed.
    pub fn place(&mut self, among: FileStratum) -> usize {
        let next = self.spans.len();
        let place = *self.places.entry(among).or_insert(next);
        if place == next {
            self.spans.push(StratumRange::none(among));
        }
        place
    }

    /// Adds a key of a block to the span with this index.
    pub fn take(
        &mut self,
        (place, block): (usize, u64),
        code: u64,
        chapter: Option<u32>,
        partner: u16,
    ) -> Option<()> {
        let span = self.spans.get_mut(place)?;
        let ends = KeyEnds::of(code, partner);
        if let Some(keys) = &mut self.keys {
            keys.push((place, ends[0].low));
        }
        span.take(block, ends);
        span.chapters |= chapter.map_or(0, |chapter| 1 << chapter);
        *span.partners.get_mut(usize::from(partner >> 6))? |= 1 << (partner & 63);
        Some(())
    }

    /// All spans with their strata.
    pub fn all(&self) -> impl Iterator<Item = (&FileStratum, &StratumRange)> {
        self.spans.iter().map(|span| (&span.among, span))
    }
}
