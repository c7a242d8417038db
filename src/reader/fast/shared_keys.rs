//! Finds the files of a run that hold a key of another file, or one of their own twice, by a hash of
//! every key.
//!
//! Files whose key ranges overlap need not have a key in common: a download of some partners and one of
//! others, or of some chapters and of others, interleave. Eight bytes per row decide it.

use rayon::prelude::*;

/// The hashes are put in order in this many parts, by their highest bits.
const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 8;
/// The lowest bits of an entry are the number of its file.
const FILE_BITS: u32 = 20;

/// Hashes of the keys of several files.
pub(crate) struct SharedKeys {
    /// For each hash, the bits not implied by its part, and the number of the file.
    parts: Vec<Vec<u64>>,
    /// A bit for each file.
    files: usize,
}

impl SharedKeys {
    /// For that many files.
    pub fn of(files: usize) -> SharedKeys {
        SharedKeys {
            parts: vec![Vec::new(); PARTS],
            files,
        }
    }

    /// Adds the hash of each row's key. Equal keys have equal hashes.
    pub fn add(&mut self, file: usize, hashes: impl Iterator<Item = u64>) {
        for hash in hashes {
            let rest = hash << PART_BITS >> FILE_BITS << FILE_BITS;
            self.parts[(hash >> (u64::BITS - PART_BITS)) as usize].push(rest | file as u64);
        }
    }

    /// Which files hold a hash that comes again. It may be that of another key: such a file is only read
    /// in vain by key.
    pub fn doubtful(mut self) -> Vec<bool> {
        if self.files > 1 << FILE_BITS {
            return vec![true; self.files];
        }
        let found = self.parts.par_iter_mut().flat_map_iter(|part| {
            part.sort_unstable();
            let is_same = |one: u64, other: u64| one >> FILE_BITS == other >> FILE_BITS;
            let again = part.windows(2).filter(move |two| is_same(two[0], two[1]));
            let mut files: Vec<u64> = again.flatten().copied().collect();
            files
                .iter_mut()
                .for_each(|file| *file &= (1 << FILE_BITS) - 1);
            files.sort_unstable();
            files.dedup();
            files
        });
        let found: Vec<u64> = found.collect();
        let mut doubtful = vec![false; self.files];
        for file in found {
            if let Some(is_doubtful) = doubtful.get_mut(file as usize) {
                *is_doubtful = true;
            }
        }
        doubtful
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubtful(files: &[&[u64]]) -> Vec<bool> {
        let mut keys = SharedKeys::of(files.len());
        for (file, hashes) in files.iter().enumerate() {
            keys.add(file, hashes.iter().copied());
        }
        keys.doubtful()
    }

    #[test]
    fn a_file_is_doubtful_where_one_of_its_keys_comes_again() {
        let far = 3 << 60;
        // The third holds a key twice; the fourth and the fifth share one.
        let files: [&[u64]; 6] = [
            &[1 << 30, far],
            &[2 << 30, far | 1 << 30],
            &[3 << 30, 4 << 30, 3 << 30],
            &[5 << 30, 6 << 30],
            &[6 << 30],
            &[],
        ];
        assert_eq!(doubtful(&files), [false, false, true, true, true, false]);
    }

    #[test]
    fn every_file_is_found_that_comparing_all_keys_finds() {
        let mut seed = 3u64;
        let mut roll = |sides: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % sides
        };
        for _ in 0..300 {
            let keys = |_| {
                (0..roll(30))
                    .map(|_| roll(900) << 20 | roll(2) << 63)
                    .collect()
            };
            let files: Vec<Vec<u64>> = (0..8).map(keys).collect();
            let all: Vec<u64> = files.concat();
            let comes_again = |key: &u64| all.iter().filter(|other| *other == key).count() > 1;
            let expected: Vec<bool> = files
                .iter()
                .map(|own| own.iter().any(comes_again))
                .collect();
            let files: Vec<&[u64]> = files.iter().map(Vec::as_slice).collect();
            assert_eq!(doubtful(&files), expected);
        }
    }
}
