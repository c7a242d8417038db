//! From where to where the keys of a file reach, to see whether another file may hold one of them.
//!
//! Downloads are printed in the order of their codes, so that the pieces of one, or the downloads of
//! one chapter each, reach over one another nowhere.

use crate::reader::fast::Key;
use crate::reader::fast::mix::Quick;
use crate::trade::Currency;
use std::collections::HashMap;

/// What keys have in common beside code and partner. Only keys that have it may be equal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(in crate::reader) struct Stratum {
    /// Zero where the file has no month column.
    pub month: i32,
    pub currency: Currency,
    /// How many digits the code has.
    pub digits: u8,
    /// Place in [`crate::reader::fast::Sums::splits`].
    pub split: u32,
}

impl Stratum {
    pub fn of(key: &Key) -> Stratum {
        Stratum {
            month: key.month,
            currency: key.currency,
            digits: key.digits,
            split: key.split,
        }
    }
}

/// The smallest and the largest of some keys, in one order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::reader) struct KeyEnds {
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

/// The keys of a file that have one [`Stratum`].
#[derive(Clone, Debug)]
pub(in crate::reader) struct Span {
    pub among: Stratum,
    /// By code, then by partner.
    pub ends: [KeyEnds; 2],
    /// Whether every key came after all that were met before it, in either order: if in one of
    /// them, no key stands twice.
    rises: [bool; 2],
    /// A bit for each of the first two digits of the codes.
    pub chapters: u128,
    /// A bit for each number of a partner.
    partners: [u64; 16],
}

impl Span {
    /// That of no key yet.
    pub fn none(among: Stratum) -> Span {
        Span {
            among,
            ends: [KeyEnds::NONE; 2],
            rises: [true; 2],
            chapters: 0,
            partners: [0; 16],
        }
    }

    /// Whether it is certain that no key stands twice.
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

    /// Takes over what a thread met of the same file.
    pub fn join(&mut self, other: &Span) {
        for at in 0..2 {
            let (own, others) = (self.ends[at], other.ends[at]);
            let is_apart = own.high < others.low || others.high < own.low;
            self.rises[at] &= other.rises[at] && is_apart;
            self.ends[at] = own.with(others);
        }
        self.chapters |= other.chapters;
        for (own, others) in self.partners.iter_mut().zip(other.partners) {
            *own |= others;
        }
    }
}

/// Every span that one thread met.
#[derive(Default)]
pub(crate) struct Spans {
    places: HashMap<Stratum, usize, Quick>,
    spans: Vec<Span>,
}

impl Spans {
    /// The place of the span of some keys, begun where there is none yet.
    pub fn place(&mut self, among: Stratum) -> usize {
        let next = self.spans.len();
        let place = *self.places.entry(among).or_insert(next);
        if place == next {
            self.spans.push(Span::none(among));
        }
        place
    }

    /// Takes one more key into the span at a place.
    pub fn take(&mut self, place: usize, code: u64, digits: usize, partner: u16) -> Option<()> {
        let span = self.spans.get_mut(place)?;
        let keys = KeyEnds::of(code, partner);
        for ((ends, rises), key) in span.ends.iter_mut().zip(&mut span.rises).zip(keys) {
            *rises &= key.low > ends.high;
            *ends = ends.with(key);
        }
        if let Some(rest) = digits.checked_sub(2) {
            span.chapters |= 1 << (code / 10u64.pow(rest as u32));
        }
        *span.partners.get_mut(usize::from(partner >> 6))? |= 1 << (partner & 63);
        Some(())
    }

    /// Every span with what its keys have in common.
    pub fn all(&self) -> impl Iterator<Item = (&Stratum, &Span)> {
        self.spans.iter().map(|span| (&span.among, span))
    }
}
