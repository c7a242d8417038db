//! From where to where the keys of a file reach, to see whether another file may hold one of them.
//!
//! Downloads are printed in the order of their codes, so that the pieces of one, or the downloads
//! of one chapter each, reach over one another nowhere.

use crate::reader::fast::key::Key;
use crate::reader::fast::mix::Quick;
use crate::trade::Currency;
use std::collections::HashMap;

/// What keys have in common beside code and partner. Only keys that have it may be equal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct FileStratum {
    /// Zero where the file has no month column.
    pub month: i32,
    pub currency: Currency,
    /// How many digits the code has.
    pub digits: u8,
    /// Place in [`crate::reader::fast::Sums::splits`].
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
    /// Those of no key.
    const NONE: KeyEnds = KeyEnds {
        low: u64::MAX,
        high: 0,
    };

    /// The ends of one key in both orders: by code, then by partner. A code has at most ten digits,
    /// a number of a partner at most three or is 1000.
    pub fn of(code: u64, partner: u16) -> [KeyEnds; 2] {
        let by_code = code << 16 | u64::from(partner);
        let by_partner = u64::from(partner) << 34 | code;
        // No key is zero.
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

/// The keys of a file that have one [`FileStratum`].
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub among: FileStratum,
    /// By code, then by partner.
    pub ends: [KeyEnds; 2],
    /// Whether every key came after all that were met before it in its block, in either order.
    rises: [bool; 2],
    /// The block that is being read, and from where to where the keys in it reach so far.
    block: (u64, [KeyEnds; 2]),
    /// The same of the blocks before it.
    blocks: Vec<(u64, [KeyEnds; 2])>,
    /// A bit for each of the first two digits of the codes.
    pub chapters: u128,
    /// A bit for each number of a partner.
    partners: [u64; 16],
}

impl Span {
    /// That of no key yet.
    pub fn none(among: FileStratum) -> Span {
        Span {
            among,
            ends: [KeyEnds::NONE; 2],
            rises: [true; 2],
            block: (0, [KeyEnds::NONE; 2]),
            blocks: Vec::new(),
            chapters: 0,
            partners: [0; 16],
        }
    }

    /// Whether it is certain that no key stands twice: every key comes after all before it, in one
    /// of the orders.
    pub fn is_distinct(&self) -> bool {
        self.rises.contains(&true)
    }

    /// The numbers of its partners.
    pub fn partners(&self) -> impl Iterator<Item = u16> {
        let has = |number: &u16| {
            let word = self.partners.get(usize::from(number >> 6));
            word.is_some_and(|word| word >> (number & 63) & 1 == 1)
        };
        (0..1024).filter(has)
    }

    /// What all threads met of one file.
    pub fn joined(among: FileStratum, of_threads: Vec<Span>) -> Span {
        let mut all = Span::none(among);
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

    /// Takes one more key of a block; the blocks of a thread come in their order.
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

/// Every span that one thread met.
#[derive(Default)]
pub(crate) struct Spans {
    places: HashMap<FileStratum, usize, Quick>,
    spans: Vec<Span>,
}

impl Spans {
    /// The place of the span of some keys, begun where there is none yet.
    pub fn place(&mut self, among: FileStratum) -> usize {
        let next = self.spans.len();
        let place = *self.places.entry(among).or_insert(next);
        if place == next {
            self.spans.push(Span::none(among));
        }
        place
    }

    /// Takes one more key of a block into the span at a place.
    pub fn take(
        &mut self,
        (place, block): (usize, u64),
        code: u64,
        digits: usize,
        partner: u16,
    ) -> Option<()> {
        let span = self.spans.get_mut(place)?;
        span.take(block, KeyEnds::of(code, partner));
        if let Some(rest) = digits.checked_sub(2) {
            span.chapters |= 1 << (code / 10u64.pow(rest as u32));
        }
        *span.partners.get_mut(usize::from(partner >> 6))? |= 1 << (partner & 63);
        Some(())
    }

    /// Every span with what its keys have in common.
    pub fn all(&self) -> impl Iterator<Item = (&FileStratum, &Span)> {
        self.spans.iter().map(|span| (&span.among, span))
    }
}
