//! Sums of detail into series: one grain for each month, the published figure first, and zero only
//! where the inputs hold the goods.
//!
//! Source: DEFINITIONS "Coverage", "One month twice: files, vintages, revisions".

use super::detail::{Count, Details, NO_CODE, Point};
use super::parts::{FIRST, UNCLEAR};
use crate::trade::{
    Amount, Basis, By, Currency, Denomination, Figure, Flow, Interval, Measure, Missing, Part,
    Period, Reason, Records, Selection, Series, TextId,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The series of a selection.
#[derive(Debug, Default)]
pub struct Filled {
    /// Of all that was asked for, by flow.
    pub whole: Vec<Series>,
    /// Of each part, by flow; in the order of their codes.
    pub parts: Vec<(Arc<Part>, Vec<Series>)>,
    /// What a careful reader must know.
    pub notes: Vec<String>,
    /// Whether details were left out because they are too coarse.
    pub too_coarse: bool,
}

/// What a part, or all of them, add up to.
#[derive(Clone, Copy)]
struct Sum {
    value: Amount,
    /// As the earliest files have it.
    earlier: Amount,
    /// The last input.
    input: u32,
    count: Count,
}

impl Sum {
    fn of(point: &Point) -> Sum {
        Sum {
            value: point.value,
            earlier: point.earlier,
            input: point.input,
            count: point.count,
        }
    }
}

/// The sums of one period and flow at one grain.
#[derive(Default)]
struct AtGrain<'d> {
    parts: BTreeMap<u32, &'d Point>,
}

impl AtGrain<'_> {
    fn is_usable(&self) -> bool {
        !self.parts.contains_key(&UNCLEAR)
    }

    fn taken(&self) -> impl Iterator<Item = &Point> {
        self.parts.range(FIRST..).map(|(_, point)| *point)
    }

    /// All parts together: value, as the earliest files have it, and the last input.
    fn whole(&self) -> Option<Sum> {
        self.taken().map(Sum::of).reduce(|one, other| Sum {
            value: one.value + other.value,
            earlier: one.earlier + other.earlier,
            input: one.input.max(other.input),
            count: one.count.with(other.count),
        })
    }

    fn value(&self) -> Amount {
        self.whole().map_or(Amount::ZERO, |sum| sum.value)
    }
}

/// Puts the sums of detail where no figure was published, from one grain: the one that adds up to
/// most, as the most complete. Says where grains or the published figure differ. A split is made
/// of details alone, and so is its whole, so that its parts add up to it.
pub fn fill(
    published: Vec<Series>,
    details: &Details,
    selection: &Selection,
    records: &Records,
    currency: Currency,
) -> Filled {
    let is_split = selection.by.is_some();
    let mut whole = if is_split {
        Vec::new()
    } else {
        published.clone()
    };
    // What a part that is not there comes to.
    let nothing = Sum {
        value: Amount::ZERO,
        earlier: Amount::ZERO,
        input: 0,
        count: Count::Unit(None),
    };
    let told_in = denomination(selection.measure, currency);
    let list = &details.parts.list;
    let mut parts: Vec<Vec<Series>> = vec![Vec::new(); list.len()];
    let holds = Holds::new(details, selection, records);
    let mut goods = false;
    let mut too_coarse = false;
    let mut by_period: BTreeMap<(Flow, Period), BTreeMap<u32, AtGrain<'_>>> = BTreeMap::new();
    for point in &details.points {
        let grains = by_period.entry((point.flow, point.period)).or_default();
        let at = grains.entry(point.grain).or_default();
        at.parts.insert(point.part, point);
    }
    for ((flow, period), grains) in by_period {
        let usable = || grains.iter().filter(|(_, at)| at.is_usable());
        let Some((grain, fullest)) =
            usable().max_by_key(|(grain, at)| (at.value(), std::cmp::Reverse(**grain)))
        else {
            too_coarse = true;
            continue;
        };
        let covers = |part: u32| holds.covers((period, flow, *grain), part);
        let into = of_flow(&mut whole, flow, currency, told_in);
        let figures = published.iter().find(|one| one.flow == flow);
        let figure = figures.and_then(|one| one.figure(period));
        let sum = fullest.whole();
        let any = sum.is_some() || (FIRST..FIRST + list.len() as u32).all(covers);
        if let Some(published) = figure
            && any
            && !published.interval.meets(Interval::exact(fullest.value()))
        {
            let text = format!(
                "the details add up to {}, the published figure is {}",
                told_in.in_words(fullest.value()),
                told_in.in_words(published.value),
            );
            into.remark(period, text);
        }
        if figure.is_some() && !is_split {
            continue;
        }
        if let Some((_, other)) = usable().find(|(_, at)| at.value() != fullest.value()) {
            let text = format!(
                "the same trade stands at two depths of detail, which differ: {} (used) and {}",
                told_in.in_words(fullest.value()),
                told_in.in_words(other.value()),
            );
            into.remark(period, text);
        }
        if any {
            hold(into, period, sum.unwrap_or(nothing), records);
        }
        goods |= *grain > NO_CODE;
        if !is_split {
            continue;
        }
        for (part, series) in (FIRST..).zip(&mut parts) {
            let point = fullest.parts.get(&part);
            if point.is_none() && !covers(part) {
                continue;
            }
            let into = of_flow(series, flow, currency, told_in);
            let sum = point.map_or(nothing, |point| Sum::of(point));
            hold(into, period, sum, records);
        }
    }
    let mut named: Vec<_> = list.iter().cloned().zip(parts).collect();
    named.retain(|(_, series)| is_split && series.iter().any(|one| !one.is_empty()));
    named.sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
    let note = "values are sums of detail rows: all goods only if the files hold them all";
    Filled {
        whole,
        parts: named,
        notes: goods.then(|| note.to_owned()).into_iter().collect(),
        too_coarse,
    }
}

/// What the figures of a selection are; the unit of quantities is yet to be seen.
pub fn denomination(measure: Measure, currency: Currency) -> Denomination {
    match measure {
        Measure::Quantity => Denomination::Quantity(None),
        Measure::Value | Measure::UnitValue => Denomination::Money(currency),
    }
}

fn of_flow(
    series: &mut Vec<Series>,
    flow: Flow,
    currency: Currency,
    told_in: Denomination,
) -> &mut Series {
    let place = series.iter().position(|one| one.flow == flow);
    let place = place.unwrap_or_else(|| {
        let mut one = Series::new(flow, currency);
        one.told_in = told_in;
        series.push(one);
        series.len() - 1
    });
    &mut series[place]
}

/// Holds the sum for the period, or says why it is none.
fn hold(into: &mut Series, period: Period, sum: Sum, records: &Records) {
    let why = match (sum.count, into.told_in) {
        (Count::Mixed, _) => Some(Reason::MixedUnits),
        (Count::Lacking, _) => Some(Reason::NoQuantity),
        (Count::Unit(Some(unit)), Denomination::Quantity(held)) => {
            into.told_in = Denomination::Quantity(held.or(Some(unit)));
            held.is_some_and(|held| held != unit)
                .then_some(Reason::MixedUnits)
        }
        _ => None,
    };
    if let Some(why) = why {
        into.withhold(period, Missing::new(why, period));
        return;
    }
    let Sum {
        value,
        earlier,
        input,
        ..
    } = sum;
    let source: Arc<str> = records
        .inputs
        .get(input as usize)
        .map_or_else(|| "".into(), |input| input.name.clone());
    let figure = |value| Figure {
        value,
        interval: Interval::exact(value),
        basis: Basis::Sum,
        released: None,
        source: source.clone(),
    };
    into.hold(period, figure(earlier));
    if earlier != value {
        into.revise(period, figure(value));
    }
}

/// What each input holds, so that an absence can be told from a hole.
struct Holds<'d> {
    /// The inputs of each period, flow and grain.
    carried: HashMap<(Period, Flow, u32), Vec<u32>>,
    inputs: Vec<HeldBy>,
    details: &'d Details,
}

#[derive(Clone, Default)]
struct HeldBy {
    /// The parts that it holds in any month.
    parts: BTreeSet<u32>,
    /// The chapters, or the provinces, partners, … that it holds in any month.
    kinds: BTreeSet<u32>,
    /// Rows are probably missing at its end.
    is_cut: bool,
}

impl<'d> Holds<'d> {
    fn new(details: &'d Details, selection: &Selection, records: &Records) -> Holds<'d> {
        let mut carried: HashMap<_, Vec<u32>> = HashMap::new();
        for (period, flow, grain, input) in &details.carried {
            let inputs = carried.entry((*period, *flow, *grain)).or_default();
            inputs.push(*input);
        }
        let held = |input: &crate::trade::Input| HeldBy {
            is_cut: input.is_cut,
            ..HeldBy::default()
        };
        let mut inputs: Vec<HeldBy> = records.inputs.iter().map(held).collect();
        let by_goods = !matches!(
            selection.by,
            Some(By::Province | By::TradeMode | By::Partner)
        );
        if let Some(of_row) = &details.parts.of_row {
            let mut chapters: HashMap<TextId, u32> = HashMap::new();
            let mut last = None;
            for ((row, input), part) in records.rows.iter().zip(&records.input).zip(of_row) {
                let kind = if by_goods {
                    *chapters.entry(row.code).or_insert_with(|| {
                        let code = records.text_of(row.code);
                        let chapter = code.get(..2).and_then(|text| text.parse().ok());
                        chapter.unwrap_or(u32::MAX)
                    })
                } else {
                    *part
                };
                if last == Some((*input, *part, kind)) {
                    continue;
                }
                last = Some((*input, *part, kind));
                if let Some(held) = inputs.get_mut(*input as usize) {
                    held.parts.insert(*part);
                    if kind != u32::MAX {
                        held.kinds.insert(kind);
                    }
                }
            }
        }
        Holds {
            carried,
            inputs,
            details,
        }
    }

    /// Whether a part without a row had no trade: an input that has rows of the period, and that
    /// holds the part in another month, or goods of several chapters. A file of one chapter may
    /// be a query for it, and tells nothing of the others; a file that was cut tells nothing of
    /// what it lacks.
    fn covers(&self, key: (Period, Flow, u32), part: u32) -> bool {
        if self.details.parts.of_row.is_none() {
            return false;
        }
        let inputs = self.carried.get(&key).into_iter().flatten();
        let mut held = inputs.filter_map(|input| self.inputs.get(*input as usize));
        held.any(|held| !held.is_cut && (held.parts.contains(&part) || held.kinds.len() > 1))
    }
}
