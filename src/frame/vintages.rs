//! Which of several releases of one figure holds, and what printed changes say about their bases.
//!
//! Source: DEFINITIONS "One month twice: files, vintages, revisions".

use crate::trade::{
    Amount, Basis, Currency, Figure, Flow, Interval, Period, PrintedChange, Record, Series, Vintage,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One release of one figure, or of a change printed without one.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub period: Period,
    pub flow: Flow,
    pub partner: u16,
    pub currency: Currency,
    pub value: Option<(Amount, Interval)>,
    pub basis: Basis,
    pub released: Option<Vintage>,
    pub printed: Option<PrintedChange>,
    pub source: Arc<str>,
    input: u32,
    /// The place among all rows; breaks ties and stands in for a release date that is not known.
    row: u32,
}

type Key = (u16, Flow, Period);

impl Candidate {
    pub fn new(record: &Record, input: u32, row: u32, source: Arc<str>) -> Candidate {
        let printed = record.printed.map(|percent| PrintedChange {
            percent,
            released: record.released,
            source: source.clone(),
        });
        Candidate {
            period: record.period,
            flow: record.flow,
            partner: record.partner,
            currency: record.currency,
            value: record.value,
            basis: record.basis,
            released: record.released,
            printed,
            source,
            input,
            row,
        }
    }

    fn key(&self) -> Key {
        (self.partner, self.flow, self.period)
    }

    fn figure(&self) -> Option<Figure> {
        let (value, interval) = self.value?;
        Some(Figure {
            value,
            interval,
            basis: self.basis,
            released: self.released,
            source: self.source.clone(),
        })
    }

    /// The base that this release tells by its value and its change together.
    fn implied_base(&self) -> Option<Candidate> {
        let (value, interval) = self.value?;
        let change = self.printed.as_ref()?;
        Some(Candidate {
            period: self.period.year_before(),
            value: Some((change.base_of(value)?, change.implied_base(interval)?)),
            basis: Basis::Implied,
            printed: None,
            ..self.clone()
        })
    }
}

/// One partner's figure and where it was read, while releases are weighed.
struct Held {
    figure: Figure,
    row: u32,
}

/// The import, export and total series that the releases come down to, partners added up.
pub fn merge(candidates: &[Candidate]) -> Vec<Series> {
    let Some(currency) = candidates.first().map(|first| first.currency) else {
        return Vec::new();
    };
    let mut by_key: BTreeMap<Key, Vec<Candidate>> = BTreeMap::new();
    let mut implied: BTreeMap<Key, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_key
            .entry(candidate.key())
            .or_default()
            .push(candidate.clone());
        if let Some(base) = candidate.implied_base() {
            implied.entry(base.key()).or_default().push(base);
        }
    }
    let mut series: BTreeMap<(u16, Flow), Series> = BTreeMap::new();
    let mut held_rows: BTreeMap<Key, u32> = BTreeMap::new();
    for (key, own) in &by_key {
        let bases = implied.remove(key).unwrap_or_default();
        let into = series
            .entry((key.0, key.1))
            .or_insert_with(|| Series::new(key.1, currency));
        if let Some(row) = weigh(into, key.2, own, bases) {
            held_rows.insert(*key, row);
        }
        if let Some(change) = printed_change(own, held_rows.get(key)) {
            into.keep_printed(key.2, change);
        }
    }
    fill_holes(&mut series, implied, &held_rows);
    for one in series.values_mut() {
        derive_months(one);
    }
    add_partners(series, currency)
}

/// Weighs the releases of one key in the order of their vintages; gives the row that holds.
fn weigh(
    into: &mut Series,
    period: Period,
    own: &[Candidate],
    bases: Vec<Candidate>,
) -> Option<u32> {
    let mut releases: Vec<Candidate> = own
        .iter()
        .filter(|one| one.value.is_some())
        .cloned()
        .chain(bases)
        .collect();
    in_order_of_vintage(&mut releases);
    let mut held: Option<Held> = None;
    for next in &releases {
        let Some(figure) = next.figure() else {
            continue;
        };
        let is_own = own
            .iter()
            .any(|one| one.row == next.row && next.basis == one.basis);
        match &held {
            // An implied base says whether the base in hand was revised; it opens nothing.
            None if !is_own => {}
            None => {
                into.hold(period, figure.clone());
                held = Some(Held {
                    figure,
                    row: next.row,
                });
            }
            Some(before) if !before.figure.interval.meets(figure.interval) => {
                into.revise(period, figure.clone());
                held = Some(Held {
                    figure,
                    row: next.row,
                });
            }
            Some(before) if is_more_precise(&figure, &before.figure) => {
                into.hold(period, figure.clone());
                held = Some(Held {
                    figure,
                    row: next.row,
                });
            }
            Some(_) => {}
        }
    }
    held.map(|held| held.row)
}

/// Of two figures that agree, the one that leaves less open.
fn is_more_precise(next: &Figure, held: &Figure) -> bool {
    next.interval.width() < held.interval.width()
}

/// By release date where every release has one, else in the order of the inputs.
fn in_order_of_vintage(releases: &mut [Candidate]) {
    let all_dated = releases.iter().all(|one| one.released.is_some());
    releases.sort_by_key(|one| {
        let released = one.released.filter(|_| all_dated).map(Vintage::last_day);
        (released, one.basis == Basis::Implied, one.input, one.row)
    });
}

/// The change printed beside the value that holds, else the latest that was printed.
fn printed_change(own: &[Candidate], held_row: Option<&u32>) -> Option<PrintedChange> {
    let beside = own
        .iter()
        .find(|one| Some(&one.row) == held_row && one.printed.is_some());
    let mut with_change: Vec<Candidate> = own
        .iter()
        .filter(|one| one.printed.is_some())
        .cloned()
        .collect();
    in_order_of_vintage(&mut with_change);
    beside
        .or(with_change.last())
        .and_then(|one| one.printed.clone())
}

/// An implied base fills a hole, but only while the value that it was printed beside still holds.
fn fill_holes(
    series: &mut BTreeMap<(u16, Flow), Series>,
    implied: BTreeMap<Key, Vec<Candidate>>,
    held_rows: &BTreeMap<Key, u32>,
) {
    for (key, mut bases) in implied {
        let (partner, flow, period) = key;
        let after = (partner, flow, period.plus(12));
        bases.retain(|base| held_rows.get(&after) == Some(&base.row));
        in_order_of_vintage(&mut bases);
        let figure = bases.last().and_then(Candidate::figure);
        if let (Some(into), Some(figure)) = (series.get_mut(&(partner, flow)), figure)
            && into.figure(period).is_none()
        {
            into.hold(period, figure);
        }
    }
}

/// A month that was published only inside cumulative figures, as their difference: the last month
/// of two years to date, or the January that is left of January–February less a February.
fn derive_months(series: &mut Series) {
    let ends: Vec<Period> = series
        .periods()
        .filter(|period| !period.is_month() && period.from == period.from.january())
        .collect();
    for to_date in ends {
        let last = Period::month(to_date.to);
        let before = Period {
            to: to_date.to.plus(-1),
            ..to_date
        };
        derive(series, last, to_date, before);
        if before.is_month() {
            derive(series, before, to_date, last);
        }
    }
}

/// Holds `whole` less `part` for `month`, when the month has no figure of its own.
fn derive(series: &mut Series, month: Period, whole: Period, part: Period) {
    if series.figure(month).is_some() {
        return;
    }
    let (Some(all), Some(rest)) = (series.figure(whole), series.figure(part)) else {
        return;
    };
    let figure = Figure {
        value: all.value - rest.value,
        interval: all.interval - rest.interval,
        basis: Basis::Difference,
        released: all.released.max(rest.released),
        source: all.source.clone(),
    };
    // Less than nothing: the earlier months were revised by more than this month's trade.
    if figure.value >= Amount::ZERO {
        series.hold(month, figure);
        series.remark(month, format!("derived: {whole} less {part}"));
    }
}

/// One series a flow: partners added up, month by month where each of them has a figure.
fn add_partners(series: BTreeMap<(u16, Flow), Series>, currency: Currency) -> Vec<Series> {
    let mut by_flow: BTreeMap<Flow, Vec<Series>> = BTreeMap::new();
    for ((_, flow), one) in series {
        by_flow.entry(flow).or_default().push(one);
    }
    by_flow
        .into_iter()
        .map(|(flow, mut partners)| match partners.len() {
            1 => partners.remove(0),
            _ => add_up(flow, currency, &partners),
        })
        .collect()
}

fn add_up(flow: Flow, currency: Currency, partners: &[Series]) -> Series {
    let mut sum = Series::new(flow, currency);
    let Some((first, rest)) = partners.split_first() else {
        return sum;
    };
    for period in first.periods() {
        let figures: Option<Vec<&Figure>> = rest.iter().map(|one| one.figure(period)).collect();
        let (Some(mut total), Some(others)) = (first.figure(period).cloned(), figures) else {
            continue;
        };
        for other in others {
            total.value = total.value + other.value;
            total.interval = total.interval + other.interval;
            total.released = total.released.max(other.released);
        }
        total.basis = Basis::Sum;
        sum.hold(period, total);
    }
    sum
}
