//! Finds the files of a run that share no key with another file, so that their rows can simply be
//! added up.
//!
//! Deduplicating many files by full key costs gigabytes. Files whose key ranges do not overlap
//! within a stratum (flow, month, currency, number of digits, province, trade mode) cannot share a
//! key.

use crate::reader::fast::key_ranges::KeyEnds;
use crate::reader::fast::mix::KeyHasher;
use crate::trade::{Currency, Flow, Observations, Partner, RowKind, TextId};
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;
use std::sync::Arc;

/// The fields of a key other than code and partner. Only keys of the same stratum can be equal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Stratum {
    pub flow: Flow,
    pub month: i32,
    pub currency: Currency,
    /// Number of digits of the code.
    pub digits: u8,
    pub split: Arc<str>,
}

/// The range of the keys of a file in one stratum, ordered by code and ordered by partner.
#[derive(Clone, Debug)]
pub(crate) struct KeyRange {
    pub among: Stratum,
    pub ends: [KeyEnds; 2],
}

/// The number of a partner in [`KeyEnds`]: its customs code, or 1000 if it is unlisted.
pub(crate) fn partner_number(place: u16) -> u16 {
    let code = Partner::at(place).map(|partner| partner.code.parse().ok());
    code.flatten().filter(|code| *code < 1000).unwrap_or(1000)
}

impl Stratum {
    /// A hash of one of its keys, by its number in [`KeyEnds`] in the order of codes. The same in every file.
    pub fn hash_of_key(of_stratum: u64, key: u64) -> u64 {
        KeyHasher::with_seed(of_stratum).hash_one(key)
    }

    /// A hash of the stratum.
    pub fn hash(&self) -> u64 {
        KeyHasher::default().hash_one(self)
    }
}

/// A hash of the key of each row that was read one by one and is covered by [`ranges`].
pub(crate) fn key_hashes(observations: &Observations) -> Vec<u64> {
    let mut strata: HashMap<RowStratum, u64> = HashMap::new();
    let mut hashes = Vec::new();
    each_key(observations, |among, key| {
        let of_stratum = strata.entry(among);
        let of_stratum = *of_stratum.or_insert_with(|| stratum(among, observations).hash());
        hashes.push(Stratum::hash_of_key(of_stratum, key[0].low));
    });
    hashes
}

/// The key ranges of rows that were read one by one. Omits rows that cannot share a key with a
/// regular row of the platform: published figures, periods of several months, codes that are not
/// numbers.
pub(crate) fn ranges(observations: &Observations) -> Vec<KeyRange> {
    let mut ranges: HashMap<RowStratum, [KeyEnds; 2]> = HashMap::new();
    each_key(observations, |among, key| {
        let ends = ranges.entry(among).or_insert(key);
        *ends = [ends[0].with(key[0]), ends[1].with(key[1])];
    });
    let range = |(among, ends)| KeyRange {
        among: stratum(among, observations),
        ends,
    };
    ranges.into_iter().map(range).collect()
}

/// A [`Stratum`] whose text is a number.
type RowStratum = (Flow, i32, Currency, u8, TextId);

fn stratum(among: RowStratum, observations: &Observations) -> Stratum {
    let (flow, month, currency, digits, split) = among;
    Stratum {
        flow,
        month,
        currency,
        digits,
        split: observations.text_of(split),
    }
}

fn each_key(observations: &Observations, mut each: impl FnMut(RowStratum, [KeyEnds; 2])) {
    let mut codes: HashMap<TextId, Option<(u8, u64)>> = HashMap::new();
    let details = observations
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Detail);
    for row in details.filter(|row| row.period.from == row.period.to) {
        let code = codes.entry(row.code);
        let Some((digits, code)) = *code.or_insert_with(|| number(&observations.text_of(row.code)))
        else {
            continue;
        };
        let month = row.period.from.index();
        let among = (row.flow, month, row.currency, digits, row.split);
        each(among, KeyEnds::of(code, partner_number(row.partner)));
    }
}

/// The number of digits of a code, and the code as a number.
fn number(code: &str) -> Option<(u8, u64)> {
    let is_code = code.len() <= 10 && code.bytes().all(|byte| byte.is_ascii_digit());
    let number = if code.is_empty() { "0" } else { code };
    is_code.then_some((code.len() as u8, number.parse().ok()?))
}

/// For each of this number of files, whether a key of it may also occur in another one. In each
/// stratum, the order counts in which fewer files overlap. `ranges` gives the index of the file for
/// each range.
pub(crate) fn overlapping<'r>(
    files: usize,
    ranges: impl Iterator<Item = (usize, &'r KeyRange)>,
) -> Vec<bool> {
    let mut by_among: BTreeMap<&Stratum, Vec<(usize, [KeyEnds; 2])>> = BTreeMap::new();
    for (file, range) in ranges {
        let of_among = by_among.entry(&range.among).or_default();
        of_among.push((file, range.ends));
    }
    let mut overlap = vec![false; files];
    for spans in by_among.values() {
        // Files that are disjoint in one order share no key, whatever the other order shows.
        let orders = [0, 1].map(|order| {
            let ends = |(file, ends): &(usize, [KeyEnds; 2])| (ends[order], *file);
            overlapping_files(spans.iter().map(ends).collect())
        });
        let fewest = orders.iter().min_by_key(|files| files.len());
        for file in fewest.into_iter().flatten() {
            if let Some(overlaps) = overlap.get_mut(*file) {
                *overlaps = true;
            }
        }
    }
    overlap
}

/// The files that overlap any other one.
fn overlapping_files(mut spans: Vec<(KeyEnds, usize)>) -> Vec<usize> {
    spans.sort_unstable_by_key(|(ends, file)| (ends.low, *file));
    let mut files = Vec::new();
    // The file seen so far that extends farthest. Any other file that extends up to the next one
    // overlaps this file as well, and is already included.
    let mut farthest: Option<(u64, usize)> = None;
    for (ends, file) in spans {
        if let Some((high, other)) = farthest
            && ends.low <= high
        {
            files.extend([file, other]);
        }
        farthest = farthest.max(Some((ends.high, file)));
    }
    files.sort_unstable();
    files.dedup();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(month: i32, keys: &[(u64, u16)]) -> KeyRange {
        let ends = keys
            .iter()
            .map(|(code, partner)| KeyEnds::of(*code, *partner));
        KeyRange {
            among: Stratum {
                flow: Flow::Import,
                month,
                currency: Currency::Usd,
                digits: 8,
                split: "".into(),
            },
            ends: ends
                .reduce(|one, other| [one[0].with(other[0]), one[1].with(other[1])])
                .unwrap(),
        }
    }

    fn overlap(files: &[&[KeyRange]]) -> Vec<bool> {
        let ranges = files.iter().enumerate();
        let ranges = ranges.flat_map(|(file, own)| own.iter().map(move |range| (file, range)));
        overlapping(files.len(), ranges)
    }

    #[test]
    fn pieces_in_the_order_of_codes_or_of_partners_are_apart() {
        let by_code = [
            range(1, &[(27011100, 109), (27011100, 133)]),
            range(1, &[(27011100, 502), (62019310, 109)]),
            range(1, &[(62019310, 110), (62019310, 1000)]),
        ];
        let [one, two, three] = &by_code.each_ref().map(std::slice::from_ref);
        assert_eq!(overlap(&[three, one, two]), [false; 3]);
        // Each partner with the same goods: ordered by code they overlap.
        let by_partner = [109, 133, 502].map(|who| range(1, &[(27011100, who), (62019310, who)]));
        let [one, two, three] = &by_partner.each_ref().map(std::slice::from_ref);
        assert_eq!(overlap(&[two, three, one]), [false; 3]);
    }

    #[test]
    fn every_file_is_found_that_reaches_into_another_and_no_other_one() {
        let by_month = [range(1, &[(1, 9), (5, 9)]), range(2, &[(3, 1), (9, 1)])];
        let long = [range(1, &[(10, 1), (90, 9)])];
        let [inside, later, beyond] =
            [(20, 30), (25, 95), (96, 99)].map(|(from, to)| [range(1, &[(from, 1), (to, 9)])]);
        let other_month = [range(2, &[(10, 1), (90, 9)])];
        let overlaps = overlap(&[&by_month, &long, &inside, &later, &beyond, &other_month]);
        assert_eq!(overlaps, [false, true, true, true, false, false]);
    }

    #[test]
    fn a_file_is_found_exactly_where_comparing_every_pair_finds_it() {
        let mut seed = 1u64;
        let mut roll = |sides: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % sides
        };
        for _ in 0..2_000 {
            let spans: Vec<(KeyEnds, usize)> = (0..1 + roll(8) as usize)
                .map(|file| {
                    let low = roll(40);
                    let high = low + roll(9);
                    (KeyEnds { low, high }, file)
                })
                .collect();
            let overlaps = |(one, at): &(KeyEnds, usize)| {
                spans.iter().any(|(other, file)| {
                    file != at && one.low <= other.high && other.low <= one.high
                })
            };
            let expected = spans
                .iter()
                .filter(|one| overlaps(one))
                .map(|(_, file)| *file);
            let expected: Vec<usize> = expected.collect();
            assert_eq!(overlapping_files(spans.clone()), expected, "{spans:?}");
        }
    }
}
