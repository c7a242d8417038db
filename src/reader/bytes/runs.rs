//! The runs of a text that are not plain ASCII, each from one separator to the next.

use wide::u8x16;

/// None of these bytes is part of a longer character in any of the encodings.
const SEPARATORS: &[u8; 8] = b",;\t\"\n\r<>";

/// Hands over each run between separators that is not plain ASCII, in order.
pub(crate) fn each<'b>(bytes: &'b [u8], mut take: impl FnMut(&'b [u8])) {
    let (whole, rest) = bytes.as_chunks();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    // The bytes after the last separator, and whether one of them is not ASCII.
    let (mut begin, mut is_open) = (0, false);
    for (at, sixty_four) in whole.iter().chain([&last]).enumerate() {
        let from = 64 * at;
        let (mut others, mut separators) = marks(sixty_four);
        loop {
            if !is_open {
                let first = others.trailing_zeros();
                let before = separators & below(first);
                if before != 0 {
                    begin = from + 64 - before.leading_zeros() as usize;
                }
                if others == 0 {
                    break;
                }
                separators &= !below(first);
                is_open = true;
            }
            if separators == 0 {
                break;
            }
            let end = separators.trailing_zeros();
            take(&bytes[begin..from + end as usize]);
            begin = from + end as usize + 1;
            is_open = false;
            others &= !below(end);
            separators &= separators - 1;
        }
    }
    if is_open {
        take(&bytes[begin..]);
    }
}

/// The bits below one of sixty-four, all of them if it is past the last.
fn below(bit: u32) -> u64 {
    match bit {
        64.. => u64::MAX,
        _ => (1 << bit) - 1,
    }
}

/// A bit for each of sixty-four bytes that is not ASCII, and for each separator.
fn marks(bytes: &[u8; 64]) -> (u64, u64) {
    let (mut others, mut separators) = (0, 0);
    for (at, sixteen) in bytes.as_chunks().0.iter().enumerate() {
        let text = u8x16::new(*sixteen);
        let mut is_separator = u8x16::ZERO;
        for separator in SEPARATORS {
            is_separator |= text.simd_eq(u8x16::splat(*separator));
        }
        // The highest bit of a byte says whether it is ASCII.
        others |= u64::from(text.to_bitmask()) << (16 * at);
        separators |= u64::from(is_separator.to_bitmask()) << (16 * at);
    }
    (others, separators)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_those_of_a_walk_over_the_bytes() {
        let mut state = 11u64;
        for round in 0..3_000 {
            let bytes: Vec<u8> = (0..round % 300)
                .map(|_| {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    let pool = b",;\t\"\n\r<>aaaaaaaaa|\x81\xff\xb0";
                    pool[(state >> 33) as usize % pool.len()]
                })
                .collect();
            let mut runs = Vec::new();
            each(&bytes, |run| runs.push(run));
            let parts = bytes.split(|byte| SEPARATORS.contains(byte));
            let expected: Vec<&[u8]> = parts.filter(|part| !part.is_ascii()).collect();
            assert_eq!(runs, expected, "{bytes:?}");
        }
    }
}
