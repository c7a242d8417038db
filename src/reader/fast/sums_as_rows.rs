//! The sums of a large platform download as rows, and what is known of the rows behind them.

use crate::reader::cells::partner::PartnerOf;
use crate::reader::fast::ahead::Dedup;
use crate::reader::fast::codes::partner_at;
use crate::reader::fast::disjoint::{KeyRange, Stratum};
use crate::reader::fast::key::Key;
use crate::reader::fast::key_ranges::StratumRange;
use crate::reader::fast::mix::KeyHasher;
use crate::reader::fast::sums::{Sum, Sums};
use crate::reader::layout::platform::{MonthOf, Query};
use crate::trade::{
    Amount, BLANK, Basis, Interval, Month, Observation, Observations, Partner, Period, Quantity,
    RowKind, RowQuantity, RowsBehindSum, TextId,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub(super) fn month_of(query: &Query, index: i32) -> Month {
    match query.month {
        MonthOf::File(period) => period.from,
        MonthOf::Column(_) => Month::from_index(index),
    }
}

/// Each pair of province and trade mode as one text. A blank differs from a missing column.
pub(super) fn split_texts(query: &Query, sums: &Sums) -> Vec<Arc<str>> {
    let text = |parts: &[Vec<u8>; 2]| {
        let parts = parts.each_ref().map(|part| String::from_utf8_lossy(part));
        let parts = query.split.iter().zip(parts).map(|(column, part)| {
            match column.is_some() && part.is_empty() {
                true => BLANK.into(),
                false => part,
            }
        });
        parts.collect::<Vec<_>>().join("|").into()
    };
    sums.splits.iter().map(text).collect()
}

/// The ranges of the keys in a file.
pub(super) fn ranges(query: &Query, sums: &Sums) -> Vec<KeyRange> {
    let splits = split_texts(query, sums);
    let reach = |span: &StratumRange| {
        let split = splits.get(span.among.split as usize);
        KeyRange {
            among: Stratum {
                flow: query.flow,
                month: month_of(query, span.among.month).index(),
                currency: span.among.currency,
                digits: span.among.digits,
                split: split.cloned().unwrap_or_default(),
            },
            ends: span.ends,
        }
    };
    sums.spans.iter().map(reach).collect()
}

/// A hash of each key that was kept.
pub(super) fn key_hashes(ranges: &[KeyRange], sums: &Sums) -> Vec<u64> {
    let strata: Vec<u64> = ranges.iter().map(|range| range.among.hash()).collect();
    let hash = |(span, key): &(usize, u64)| {
        let of_stratum = strata.get(*span).copied().unwrap_or_default();
        Stratum::hash_of_key(of_stratum, *key)
    };
    sums.keys.iter().map(hash).collect()
}

/// The chapters and partners of the rows behind the sums.
pub(super) fn within(
    query: &Query,
    sums: &Sums,
    observations: &mut Observations,
) -> Vec<RowsBehindSum> {
    let splits = split_texts(query, sums);
    let mut all: BTreeMap<(u8, u32), RowsBehindSum> = BTreeMap::new();
    for span in &sums.spans {
        let split = splits.get(span.among.split as usize);
        let (digits, splits) = (
            span.among.digits,
            split.map_or(0, |text| Observation::splits(text)),
        );
        let of_depth = all
            .entry((digits, splits))
            .or_insert_with(|| RowsBehindSum {
                flow: query.flow,
                digits,
                splits,
                chapters: [].into(),
                by_month: [].into(),
                partners: [].into(),
                partners_by_month: [].into(),
            });
        let month = month_of(query, span.among.month);
        *of_depth.by_month.entry(month).or_default() |= span.chapters;
        let chapters = (0..100).filter(|at| span.chapters >> at & 1 == 1);
        let chapters = chapters.map(|at| format!("{at:02}").into());
        of_depth.chapters.extend(chapters);
        let partners: Vec<u16> = match query.partner {
            PartnerOf::Fixed(place) => vec![place],
            _ => span
                .partners()
                .map(|code| own_place(code, observations))
                .collect(),
        };
        let of_month = of_depth.partners_by_month.entry(month).or_default();
        of_month.extend(partners);
    }
    for of_depth in all.values_mut() {
        // Once for the file, since each month has most of them again.
        let of_months = of_depth.partners_by_month.values().flatten();
        let mut partners: Vec<u16> = of_months.copied().collect();
        partners.sort_unstable();
        partners.dedup();
        of_depth.partners = partners.into_iter().collect();
    }
    all.into_values().collect()
}

/// Adds one observation per sum, in the order of their first rows. Returns the number of rows
/// behind them.
pub(super) fn push_all(
    query: &Query,
    sums: &Sums,
    dedup: Dedup,
    observations: &mut Observations,
) -> u64 {
    let splits = split_texts(query, sums);
    let splits: Vec<TextId> = splits.iter().map(|text| observations.text(text)).collect();
    for code in &sums.partners {
        let place = own_place(*code, observations);
        observations.partners_seen.insert(place);
    }
    if let PartnerOf::Fixed(place) = query.partner {
        observations.partners_seen.insert(place);
    }
    let mut codes: HashMap<(u64, u8), TextId, KeyHasher> = HashMap::default();
    for (key, sum) in &sums.sums {
        let code = *codes
            .entry((key.code, key.digits))
            .or_insert_with(|| code_text(key, observations));
        let observation = observation(query, (key, sum), code, &splits, observations);
        // Once rows are summed over goods and partners, they no longer show whether they shared a
        // key.
        let count = match dedup {
            Dedup::ByKey | Dedup::ByKeyRange | Dedup::ByKeyHash => sum.rows,
            Dedup::NotNeeded => 1,
        };
        observations.push_sum(observation, count);
        if let Some(unit) = key.unit {
            let amount = Amount(sum.quantity);
            observations.count(RowQuantity {
                quantity: Some(Quantity {
                    amount,
                    interval: Interval::exact(amount),
                    unit,
                }),
                printed: None,
            });
        }
    }
    sums.sums.iter().map(|(_, sum)| u64::from(sum.rows)).sum()
}

/// The code of a key, with its leading zeros.
pub(super) fn code_text(key: &Key, observations: &mut Observations) -> TextId {
    let width = usize::from(key.digits);
    match width {
        0 => TextId::EMPTY,
        _ => observations.text(&format!("{:0width$}", key.code)),
    }
}

pub(super) fn observation(
    query: &Query,
    (key, sum): (&Key, &Sum),
    code: TextId,
    splits: &[TextId],
    observations: &mut Observations,
) -> Observation {
    let month = month_of(query, key.month);
    let partner = match query.partner {
        PartnerOf::Fixed(place) => place,
        _ => own_place(key.partner, observations),
    };
    let value = Amount(sum.units * Amount::PER_UNIT);
    Observation {
        line: sum.line,
        period: Period::month(month),
        flow: query.flow,
        partner,
        currency: key.currency,
        code,
        split: splits
            .get(key.split as usize)
            .copied()
            .unwrap_or(TextId::EMPTY),
        kind: RowKind::Detail,
        value: Some((value, Interval::exact(value))),
        basis: Basis::Sum,
        released: None,
        printed: None,
        publisher: TextId::EMPTY,
    }
}

/// The index of the partner with a customs code; an unlisted partner gets one of its own. Code zero
/// is the sum of all partners.
fn own_place(code: u16, observations: &mut Observations) -> u16 {
    match partner_at(code) {
        Partner::UNLISTED if code > 0 => observations.unlisted(&format!("{code:03}"), ""),
        place => place,
    }
}
