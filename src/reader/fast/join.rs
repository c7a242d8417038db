//! Combines the results of all threads.

use crate::reader::fast::key::Key;
use crate::reader::fast::key_ranges::{FileStratum, StratumRange};
use crate::reader::fast::mix::KeyHasher;
use crate::reader::fast::optional_fields::{CodedItem, NameWithPosition};
use crate::reader::fast::sums::{Sum, Sums};
use crate::reader::fast::worker::Worker;
use crate::trade::NameKind;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The sums of all threads, with the line of the first row of each. They do not depend on which
/// thread read which rows.
pub(crate) fn join(workers: &[Worker<'_>], line: u64) -> Sums {
    let mut blocks: Vec<(u64, u64)> = workers
        .iter()
        .flat_map(|worker| worker.blocks.clone())
        .collect();
    blocks.sort_unstable();
    let mut first_lines: HashMap<u64, u64, KeyHasher> = HashMap::default();
    let mut lines = 0;
    for (block, count) in blocks {
        first_lines.insert(block, line + lines);
        lines += count;
    }
    let rows = workers.iter().map(|worker| worker.rows).sum();
    let mut all = Sums {
        rows,
        ..Sums::default()
    };
    let mut splits: HashMap<[Vec<u8>; 2], u32> = HashMap::new();
    let mut names: Vec<[Vec<u8>; 2]> = workers
        .iter()
        .flat_map(|worker| worker.splits.all().map(|(pair, _)| pair.clone()))
        .collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        splits.insert(name.clone(), all.splits.len() as u32);
        all.splits.push(name);
    }
    let is_alone = workers.len() == 1;
    let mut sums: HashMap<Key, Sum, KeyHasher> = HashMap::default();
    let mut spans: BTreeMap<FileStratum, Vec<StratumRange>> = BTreeMap::new();
    // What the spans of each worker are of.
    let mut strata: Vec<Vec<FileStratum>> = Vec::new();
    for worker in workers {
        let mut of_worker = vec![0; worker.splits.all().count()];
        for (name, number) in worker.splits.all() {
            if let (Some(own), Some(joined)) =
                (of_worker.get_mut(number as usize), splits.get(name))
            {
                *own = *joined;
            }
        }
        let mut own_strata = Vec::new();
        let split_of = |number: u32| of_worker.get(number as usize).copied().unwrap_or(0);
        for (among, span) in worker.spans.all() {
            let among = FileStratum {
                split: split_of(among.split),
                ..*among
            };
            spans.entry(among).or_default().push(span.clone());
            own_strata.push(among);
        }
        strata.push(own_strata);
        for (key, entry) in worker.sums() {
            let split = split_of(key.split);
            let first = first_lines
                .get(&entry.first.0)
                .map_or(line, |line| line + entry.first.1);
            let key = Key { split, ..*key };
            let own = Sum {
                units: entry.units,
                quantity: entry.quantity,
                rows: entry.rows,
                line: first,
            };
            // The keys of a single thread are distinct.
            if is_alone {
                all.sums.push((key, own));
                continue;
            }
            let sum = sums.entry(key).or_insert(Sum {
                units: 0,
                quantity: 0,
                rows: 0,
                line: first,
            });
            sum.units += entry.units;
            sum.quantity += entry.quantity;
            sum.rows += entry.rows;
            sum.line = sum.line.min(first);
        }
    }
    all.sums.extend(sums);
    all.sums.sort_unstable_by_key(|(key, sum)| (sum.line, *key));
    let seen = |code: &u16| {
        workers
            .iter()
            .any(|worker| worker.partners[usize::from(*code)])
    };
    all.partners = (0..1000).filter(seen).collect();
    all.names = first_names(workers);
    let places = spans
        .keys()
        .zip(0..)
        .collect::<HashMap<_, usize, KeyHasher>>();
    for (worker, strata) in workers.iter().zip(strata) {
        let place = |among| places.get(among).copied().unwrap_or_default();
        let of_worker: Vec<usize> = strata.iter().map(place).collect();
        let keys = worker.spans.keys().iter();
        all.keys
            .extend(keys.map(|(span, key)| (of_worker[*span], *key)));
    }
    all.spans = spans
        .into_iter()
        .map(|(among, of_workers)| StratumRange::joined(among, of_workers))
        .collect();
    all
}

/// The hashes that occur in several rows.
pub(crate) fn repeated_hashes(workers: &mut [Worker<'_>]) -> HashSet<u64, KeyHasher> {
    let mut hashes: Vec<u64> = Vec::new();
    for worker in workers {
        match hashes.is_empty() {
            true => hashes = std::mem::take(&mut worker.hashes),
            false => hashes.append(&mut worker.hashes),
        }
    }
    hashes.par_sort_unstable();
    let pairs = hashes.windows(2).filter(|pair| pair[0] == pair[1]);
    pairs.map(|pair| pair[0]).collect()
}

/// The first name of each item in the whole file, regardless of threads.
fn first_names(workers: &[Worker<'_>]) -> Vec<(NameKind, Vec<u8>, Vec<u8>)> {
    let mut first: BTreeMap<&CodedItem, &NameWithPosition> = BTreeMap::new();
    for (key, named) in workers.iter().flat_map(|worker| &worker.names) {
        let kept = first.entry(key).or_insert(named);
        if named.0 < kept.0 {
            *kept = named;
        }
    }
    let first = first.into_iter();
    first
        .map(|((of, code), (_, name))| (*of, code.clone(), name.clone()))
        .collect()
}
