//! Marks the figures that lost a row to `--lenient`.

use super::SeriesSet;
use crate::trade::{Dropped, DroppedOf, FigureRemark, Flow, Missing, Observations, Period, Reason};
use std::collections::{BTreeMap, BTreeSet};

/// Why a figure is marked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// A row of this period was dropped.
    Of(Period),
    /// A row of this period was dropped, and its printed change might have shown a revised base.
    BaseOf(Period),
    /// A row of this input was dropped, and its month cannot be read.
    Unknown(u32),
}

/// The rows dropped for one reason.
#[derive(Clone)]
struct DroppedRows {
    count: u64,
    only_cells: bool,
    first: String,
}

/// Marks every figure affected by a dropped row.
pub fn mark(set: &mut SeriesSet, observations: &Observations) {
    let mut marks: BTreeMap<(Flow, Period, Why), DroppedRows> = BTreeMap::new();
    let affected = AffectedPeriods::new(observations);
    for drop in &observations.drops {
        let name = affected.name(drop.input);
        for (period, why) in affected.periods(drop) {
            for flow in flows(drop.flow) {
                let dropped_rows =
                    marks
                        .entry((*flow, period, why))
                        .or_insert_with(|| DroppedRows {
                            count: 0,
                            only_cells: true,
                            first: format!("{name}:{}", drop.line),
                        });
                dropped_rows.count += 1;
                dropped_rows.only_cells &= drop.is_cell;
            }
        }
    }
    for ((flow, period, why), dropped_rows) in marks {
        let Some(series) = set.by_flow.get_mut(&flow) else {
            continue;
        };
        let is_sum = |period: Period| series.figure(period).is_none();
        let what = remark(why, &dropped_rows, &affected);
        // January–February is the sum of the two months unless it was published.
        let pair = Period::january_february(period.to);
        if period.is_month() && period.to <= pair.to && is_sum(pair) {
            series.mark_dropped(pair, what.clone());
        }
        series.mark_dropped(period, what);
        // A month that lost all of its rows is not a month without data.
        let is_own = matches!(why, Why::Of(own) if own == period);
        let pair = Period::january_february(period.to);
        let is_there = |one| series.figure(one).is_some() || series.withheld(one).is_some();
        if is_own && period.is_month() && !is_there(period) && !is_there(pair) {
            series.withhold(period, Missing::new(Reason::Dropped, period));
        }
    }
    mark_mixed_sums(set);
}

/// Marks multi-month totals and balances that combine a published flow with a sum of months that
/// lost a row.
fn mark_mixed_sums(set: &mut SeriesSet) {
    let whole: Vec<Period> = set.flow(Flow::Total).periods().collect();
    for period in whole.into_iter().filter(|period| !period.is_month()) {
        for flow in [Flow::Import, Flow::Export] {
            let series = set.flow(flow);
            let is_sum = series.figure(period).is_none();
            let dropped_rows = series
                .dropped_in(period)
                .find(|one| is_sum && *one != period);
            let Some(dropped_rows) = dropped_rows else {
                continue;
            };
            for flow in [Flow::Total, Flow::Balance] {
                if let Some(series) = set.by_flow.get_mut(&flow) {
                    series.mark_dropped(period, FigureRemark::DroppedInside(dropped_rows));
                }
            }
        }
    }
}

/// The flows whose figures include a row of this flow.
fn flows(flow: Option<Flow>) -> &'static [Flow] {
    match flow {
        Some(Flow::Import) => &[Flow::Import, Flow::Total, Flow::Balance],
        Some(Flow::Export) => &[Flow::Export, Flow::Total, Flow::Balance],
        Some(Flow::Total) => &[Flow::Total],
        Some(Flow::Balance) | None => &[Flow::Import, Flow::Export, Flow::Total, Flow::Balance],
    }
}

fn remark(why: Why, dropped_rows: &DroppedRows, affected: &AffectedPeriods<'_>) -> FigureRemark {
    FigureRemark::Dropped {
        count: dropped_rows.count,
        cells: dropped_rows.only_cells,
        of: match why {
            Why::Of(period) => DroppedOf::Period(period),
            Why::BaseOf(period) => DroppedOf::BaseOf(period),
            Why::Unknown(input) => DroppedOf::Unknown(affected.name(input).to_owned()),
        },
        first: dropped_rows.first.clone(),
    }
}

/// What the inputs that lost a row have, to find the figures that a dropped row affects.
struct AffectedPeriods<'r> {
    observations: &'r Observations,
    /// The periods and flows of each input that lost a row.
    periods: BTreeMap<u32, BTreeSet<(Period, Flow)>>,
    /// The inputs with printed changes.
    print_changes: BTreeSet<u32>,
}

impl<'r> AffectedPeriods<'r> {
    fn new(observations: &'r Observations) -> AffectedPeriods<'r> {
        let mut affected = AffectedPeriods {
            observations,
            periods: BTreeMap::new(),
            print_changes: BTreeSet::new(),
        };
        let lossy: BTreeSet<u32> = observations.drops.iter().map(|drop| drop.input).collect();
        if lossy.is_empty() {
            return affected;
        }
        for ((at, row), input) in observations
            .rows
            .keys()
            .enumerate()
            .zip(&observations.input)
        {
            if lossy.contains(input) {
                let periods = affected.periods.entry(*input).or_default();
                periods.insert((row.period, row.flow));
                if observations.rows.printed().get(at).is_some() {
                    affected.print_changes.insert(*input);
                }
            }
        }
        affected
    }

    fn name(&self, input: u32) -> &str {
        let input = self.observations.inputs.get(input as usize);
        input.map_or("", |input| &input.name)
    }

    /// The periods that a dropped row affects, and why. A row of January to September affects that
    /// period, and September and October, which are differences of such rows.
    fn periods(&self, drop: &Dropped) -> BTreeSet<(Period, Why)> {
        let Some(period) = drop.period else {
            let why = Why::Unknown(drop.input);
            let of_file = self.periods.get(&drop.input).into_iter().flatten();
            let of_flow = of_file.filter(|(_, flow)| drop.flow.is_none_or(|own| own == *flow));
            return of_flow.map(|(period, _)| (*period, why)).collect();
        };
        let mut periods = vec![period];
        if !period.is_month() {
            // Months derived as the difference of cumulative figures.
            periods.push(Period::month(period.to));
            periods.push(Period::month(period.to.plus(1)));
            if period == Period::january_february(period.to) {
                periods.push(Period::month(period.from));
            }
        }
        let own = periods.iter().map(|one| (*one, Why::Of(period)));
        let mut all: BTreeSet<(Period, Why)> = own.collect();
        if self.print_changes.contains(&drop.input) {
            all.insert((period.year_before(), Why::BaseOf(period)));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Currency, LayoutName};

    fn period(text: &str) -> Period {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Period {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        }
    }

    /// The marks left by one dropped row of a file, as `flow period`.
    fn marked(dropped: &str, flow: Option<Flow>) -> Vec<String> {
        let mut observations = Observations::new();
        observations.open("a.csv", LayoutName::Ours);
        observations.drops.push(Dropped {
            input: 0,
            period: Some(period(dropped)),
            flow,
            line: 3,
            is_cell: false,
        });
        let mut set = SeriesSet::new(Currency::Usd, Vec::new());
        mark(&mut set, &observations);
        let months = period("2016-01..2018-12").months().map(Period::month);
        let longer = [period("2017-01..2017-02"), period(dropped)];
        let periods: BTreeSet<Period> = months.chain(longer).collect();
        let mut marks = Vec::new();
        for flow in Flow::ALL {
            let is_marked =
                |one: &&Period| set.flow(flow).dropped_in(**one).any(|own| own == **one);
            let marked = periods.iter().filter(is_marked);
            marks.extend(marked.map(|period| format!("{flow} {period}")));
        }
        marks
    }

    #[test]
    fn a_flow_is_in_the_total_and_the_balance() {
        let marks = marked("2017-09", Some(Flow::Export));
        assert_eq!(
            marks,
            ["export 2017-09", "total 2017-09", "balance 2017-09"]
        );
        assert_eq!(marked("2017-09", Some(Flow::Total)), ["total 2017-09"]);
        assert_eq!(marked("2017-09", None).len(), 4);
    }

    #[test]
    fn a_month_is_in_january_and_february_and_a_year_to_date_in_the_months_made_of_it() {
        let total = Some(Flow::Total);
        assert_eq!(marked("2017-02", total).len(), 2);
        assert_eq!(
            marked("2017-01..2017-09", total),
            ["total 2017-01..2017-09", "total 2017-09", "total 2017-10"]
        );
    }
}
