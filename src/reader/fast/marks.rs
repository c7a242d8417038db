//! The positions of the quotes and line ends in a block, one bit for each byte.
//!
//! The whole block is examined once, sixty-four bytes at a time and without a branch. The end of a
//! row, the number of its quotes and their positions are read from these bits.

use wide::u8x16;

/// Sixty-four bytes.
type Bytes = [u8; 64];

/// The quotes and line ends of a block.
#[derive(Default)]
pub(crate) struct Marks(Vec<MarkedBytes>);

/// The quotes and line ends of 64 bytes, one bit per byte.
#[derive(Clone, Copy, Default)]
struct MarkedBytes {
    /// A bit for each byte that is a quote, the lowest first.
    quotes: u64,
    /// A bit for each byte that is a line feed or carriage return, the lowest first.
    ends: u64,
    /// The number of quotes in the block before these bytes.
    before: u64,
}

impl Marks {
    /// Marks the bytes of a block.
    pub fn fill(&mut self, block: &[u8]) {
        let (whole, rest) = block.as_chunks();
        // Padded with bytes that are not marks, so that every position, the end of the block
        // included, is in a word.
        let mut last = [0; 64];
        last[..rest.len()].copy_from_slice(rest);
        self.0.resize(whole.len() + 1, MarkedBytes::default());
        let mut before = 0;
        for (word, bytes) in self.0.iter_mut().zip(whole.iter().chain([&last])) {
            let (quotes, ends, count) = marks(bytes);
            *word = MarkedBytes {
                quotes,
                ends,
                before,
            };
            before += count;
        }
    }

    /// The position of the first line feed or carriage return from `at` on; `None` if there is none
    /// in the block, whose last row is then left to the worker.
    pub fn end_from(&self, at: usize) -> Option<usize> {
        let mut words = self.0.get(at / 64..)?.iter();
        let mut ends = words.next()?.ends & (u64::MAX << (at % 64));
        let mut from = at & !63;
        while ends == 0 {
            ends = words.next()?.ends;
            from += 64;
        }
        Some(from + ends.trailing_zeros() as usize)
    }

    /// The number of quotes before `at`.
    pub fn count_before(&self, at: usize) -> usize {
        let Some(word) = self.0.get(at / 64) else {
            return 0;
        };
        let own = word.quotes & ((1 << (at % 64)) - 1);
        word.before as usize + own.count_ones() as usize
    }

    /// The quotes among the sixty-four bytes from `at` on.
    pub fn quotes_from(&self, at: usize) -> u64 {
        let shift = at % 64;
        match self.0.get(at / 64..) {
            // Shifted in two steps, because a shift by 64 would overflow.
            Some([word, next, ..]) => word.quotes >> shift | next.quotes << 1 << (63 - shift),
            Some([word]) => word.quotes >> shift,
            _ => 0,
        }
    }
}

/// The quotes and the line ends among sixty-four bytes, and how many quotes there are.
fn marks(bytes: &Bytes) -> (u64, u64, u64) {
    let [quote, feed, carriage] = [b'"', b'\n', b'\r'].map(u8x16::splat);
    let (mut quotes, mut ends) = (0, 0);
    let mut counts = u8x16::ZERO;
    for (at, sixteen) in bytes.as_chunks().0.iter().enumerate() {
        let text = u8x16::new(*sixteen);
        let is_quote = text.simd_eq(quote);
        let is_end = text.simd_eq(feed) | text.simd_eq(carriage);
        quotes |= u64::from(is_quote.to_bitmask()) << (16 * at);
        ends |= u64::from(is_end.to_bitmask()) << (16 * at);
        // A comparison that is true sets every bit, which is -1 as a number.
        counts -= is_quote;
    }
    (quotes, ends, sum(counts))
}

/// The sum of sixteen counts of at most four each.
fn sum(counts: u8x16) -> u64 {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let counts = u128::from_le_bytes(counts.to_array());
    let eight = (counts as u64) + (counts >> 64) as u64;
    eight.wrapping_mul(EACH) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bit for each byte that is one of `wanted`.
    fn expected(bytes: &[u8], wanted: &[u8]) -> u64 {
        let bits = bytes.iter().enumerate();
        bits.fold(0, |bits, (at, byte)| {
            bits | u64::from(wanted.contains(byte)) << at
        })
    }

    #[test]
    fn every_quote_and_line_end_is_marked_and_nothing_else() {
        // Every byte at every place, and neighbours that differ from a mark by one bit or by one.
        for byte in 0..=255u8 {
            for place in 0..64 {
                for others in [b'#', b'!', 0, 0xa2, 0xff, b'\x0b', b'\x0c', b'\x8a'] {
                    let mut bytes = [others; 64];
                    bytes[place] = byte;
                    let (quotes, ends) = (expected(&bytes, b"\""), expected(&bytes, b"\n\r"));
                    let count = u64::from(byte == b'"');
                    let all = (quotes, ends, count);
                    assert_eq!(marks(&bytes), all, "{byte} {place} {others}");
                }
            }
        }
        assert_eq!(marks(&[b'"'; 64]), (u64::MAX, 0, 64));
        assert_eq!(marks(&[b'\r'; 64]), (0, u64::MAX, 0));
    }

    #[test]
    fn bits_answer_as_a_walk_over_the_bytes_does() {
        let mut marks = Marks::default();
        for length in [0, 1, 63, 64, 65, 127, 128, 200] {
            let block: Vec<u8> = (0..length).map(|at| b"\"a\n#\r\"b"[at * at % 7]).collect();
            marks.fill(&block);
            for at in 0..=length {
                let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
                let end = block[at..].iter().position(is_end);
                assert_eq!(marks.end_from(at), end.map(|end| at + end), "{length} {at}");
                let near = &block[at..length.min(at + 64)];
                assert_eq!(
                    marks.quotes_from(at),
                    expected(near, b"\""),
                    "{length} {at}"
                );
                let before = block[..at].iter().filter(|byte| **byte == b'"');
                assert_eq!(marks.count_before(at), before.count(), "{length} {at}");
            }
        }
    }
}
