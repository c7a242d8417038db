//! The chapters and partners behind sums of a whole archive.

use crate::archive::partners::Places;
use crate::archive::snapshot::Snapshot;
use crate::trade::{Flow, Month, Observations, Partner, RowsBehindSum};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the detail rows of an archive have, by flow and level, and by month: the rows of its inputs,
/// of which every key counts in some release.
pub(crate) fn rows<'f>(
    snapshot: &'f Snapshot,
    known: &mut Places<'f>,
    observations: &mut Observations,
) -> Vec<RowsBehindSum> {
    let mut all: BTreeMap<(Flow, u8, u32), RowsBehindSum> = BTreeMap::new();
    for file in snapshot.inputs.iter().flat_map(|input| &input.files) {
        let flows = Flow::ALL
            .into_iter()
            .filter(|flow| file.flow.split(' ').any(|one| one == flow.name()));
        for flow in flows {
            for level in file.levels_of_detail() {
                let (digits, splits) = digits_and_splits(level);
                let one = all
                    .entry((flow, digits, splits))
                    .or_insert_with(|| RowsBehindSum {
                        flow,
                        digits,
                        splits,
                        chapters: BTreeSet::new(),
                        by_month: BTreeMap::new(),
                        partners: BTreeSet::new(),
                        partners_by_month: BTreeMap::new(),
                    });
                let mut partners = known.of(file.partners.iter(), observations);
                // The row of all partners together is none of them.
                partners.remove(&Partner::WORLD);
                if let Ok(month) = file.to.parse::<Month>() {
                    *one.by_month.entry(month).or_default() |= bits(&file.chapters);
                    let of_month = one.partners_by_month.entry(month).or_default();
                    of_month.extend(&partners);
                }
                one.partners.extend(partners);
                for chapter in &file.chapters {
                    if !one.chapters.contains(chapter.as_str()) {
                        one.chapters.insert(Arc::from(chapter.as_str()));
                    }
                }
            }
        }
    }
    all.into_values().collect()
}

/// A bit for each chapter.
fn bits(chapters: &[String]) -> u128 {
    let numbers = chapters.iter().filter_map(|one| one.parse::<u32>().ok());
    numbers
        .filter(|number| *number < 100)
        .fold(0, |all, number| all | 1 << number)
}

/// The digits of a level such as `hs8+province`, and a bit for each of its splits.
fn digits_and_splits(level: &str) -> (u8, u32) {
    let mut parts = level.split('+');
    let digits = parts
        .next()
        .and_then(|text| text.strip_prefix("hs")?.parse().ok());
    let bits = parts.map(|part| match part {
        "province" => 1,
        "mode" => 2,
        _ => 4,
    });
    (digits.unwrap_or(0), bits.sum())
}
