//! Pairs of province and trade mode, each stored once.

use crate::reader::fast::mix::KeyHasher;
use std::collections::HashMap;

/// The pairs of province and trade mode found by one thread, with their numbers.
#[derive(Default)]
pub(crate) struct Splits {
    numbers: HashMap<[Vec<u8>; 2], u32>,
    /// The numbers of short pairs, by their bytes packed into an integer.
    short: HashMap<u64, u32, KeyHasher>,
    last: Option<(u64, u32)>,
}

impl Splits {
    /// The number of a pair. `None` if it may have several spellings, because it is not ASCII or
    /// has a quote or a control character.
    pub fn number(&mut self, pair: [&[u8]; 2]) -> Option<u32> {
        let Some(packed) = packed(pair) else {
            return self.look_up(pair);
        };
        if let Some((last, number)) = self.last
            && last == packed
        {
            return Some(number);
        }
        let number = match self.short.get(&packed) {
            Some(number) => *number,
            None => {
                let number = self.look_up(pair)?;
                self.short.insert(packed, number);
                number
            }
        };
        self.last = Some((packed, number));
        Some(number)
    }

    fn look_up(&mut self, pair: [&[u8]; 2]) -> Option<u32> {
        let mut bytes = pair.into_iter().flatten();
        if !bytes.all(|byte| matches!(byte, b' '..=b'~') && *byte != b'"') {
            return None;
        }
        let next = self.numbers.len() as u32;
        Some(*self.numbers.entry(pair.map(<[u8]>::to_vec)).or_insert(next))
    }

    /// All pairs with their numbers.
    pub fn all(&self) -> impl Iterator<Item = (&[Vec<u8>; 2], u32)> {
        self.numbers.iter().map(|(pair, number)| (pair, *number))
    }
}

/// A pair of at most seven bytes as an integer, unique to the pair. Covers nearly all pairs of
/// codes. Comparing integers is many times cheaper than comparing slices: glibc's `memcmp` takes
/// over a hundred cycles if one of them is empty.
fn packed([first, second]: [&[u8]; 2]) -> Option<u64> {
    let length = first.len() + second.len();
    if length > 7 {
        return None;
    }
    let bytes = first.iter().chain(second);
    let number = bytes.fold(0, |number, byte| number << 8 | u64::from(*byte));
    Some(number << 8 | (first.len() * 8 + length) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_told_apart_however_their_bytes_are_shared_out() {
        let pairs: [[&[u8]; 2]; 9] = [
            [b"", b""],
            [b"1", b""],
            [b"", b"1"],
            [b"11", b"10"],
            [b"111", b"0"],
            [b"1", b"110"],
            [b" ", b"~"],
            [b"Guangdong", b"10"],
            [b"Guangdong1", b"0"],
        ];
        let mut splits = Splits::default();
        for _ in 0..2 {
            for (at, pair) in pairs.iter().enumerate() {
                assert_eq!(splits.number(*pair), Some(at as u32), "{pair:?}");
            }
        }
        assert_eq!(splits.all().count(), pairs.len());
        let others: [&[u8]; 4] = [
            b"\xe5\xb9\xbf",
            b"\xe5\xb9\xbf\xe4\xb8\x9c",
            b"\"\"",
            b"1\x0b",
        ];
        for other in others {
            assert_eq!(splits.number([other, b"10"]), None);
        }
    }
}
