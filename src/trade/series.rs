//! Series of figures by period, with their revisions, remarks and sources.

mod sums;

use super::{
    Amount, Currency, Figure, FigureRemark, Flow, Interval, Missing, Month, Period, PrintedChange,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where a figure was read: its receipt, to be looked up among the observations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SourceRef {
    /// A single row, by its index among all rows.
    Row(u32),
    /// Detail rows of this input, the last one that contributed to the sum.
    Input(u32),
}

/// A figure that a later release changed by more than rounding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// The period.
    pub period: Period,
    /// The first figure.
    pub earlier: Figure,
    /// The figure as now known.
    pub later: Figure,
}

/// One flow with one partner in one currency, month by month, indexed by the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// The flow, from the reporter's side.
    pub flow: Flow,
    /// The currency.
    pub currency: Currency,
    /// The unit of its figures.
    pub unit: UnitOfMeasure,
    figures: BTreeMap<Period, Figure>,
    printed: BTreeMap<Period, PrintedChange>,
    /// Printed changes of another value than the one in use, and that value if it is known.
    of_other_values: BTreeMap<Period, Option<Amount>>,
    revisions: BTreeMap<Period, Revision>,
    remarks: BTreeMap<Period, Vec<FigureRemark>>,
    revision_of_earlier_months: BTreeMap<Month, Amount>,
    dropped: BTreeSet<Period>,
    older_prints: BTreeSet<Period>,
    sources: BTreeMap<Period, Vec<SourceRef>>,
    /// Periods that the inputs cover without giving a usable figure, with the reason. A period with
    /// neither a figure nor a reason is not covered.
    withheld: BTreeMap<Period, Missing>,
    /// The divisor: the quantities of a unit value.
    per: Option<Box<Series>>,
}

impl Series {
    /// An empty series.
    pub fn new(flow: Flow, currency: Currency) -> Series {
        Series {
            flow,
            currency,
            unit: UnitOfMeasure::Money(currency),
            figures: BTreeMap::new(),
            printed: BTreeMap::new(),
            of_other_values: BTreeMap::new(),
            revisions: BTreeMap::new(),
            remarks: BTreeMap::new(),
            revision_of_earlier_months: BTreeMap::new(),
            dropped: BTreeSet::new(),
            older_prints: BTreeSet::new(),
            sources: BTreeMap::new(),
            withheld: BTreeMap::new(),
            per: None,
        }
    }

    /// Sets the figure of `period`, replacing any other.
    pub fn set_figure(&mut self, period: Period, figure: Figure) {
        self.withheld.remove(&period);
        self.figures.insert(period, figure);
    }

    /// Sets the figure of `period` and discards revisions and remarks of an earlier one.
    pub fn replace(&mut self, period: Period, figure: Figure) {
        self.revisions.remove(&period);
        self.remarks.remove(&period);
        self.set_figure(period, figure);
    }

    /// Sets the figure of `period` and records that it revised the earlier one.
    pub fn revise(&mut self, period: Period, figure: Figure) {
        if let Some(held) = self.figures.get(&period).cloned() {
            let earlier = self
                .revisions
                .get(&period)
                .map_or(held, |first| first.earlier.clone());
            let revision = Revision {
                period,
                earlier,
                later: figure.clone(),
            };
            self.revisions.insert(period, revision);
        }
        self.set_figure(period, figure);
    }

    /// Records where the figure of `period` was read.
    pub fn set_sources(&mut self, period: Period, sources: Vec<SourceRef>) {
        self.sources.insert(period, sources);
    }

    /// Where the figure of `period` given by [`Series::over`] was read, without repetition: its own
    /// sources, or else those of the months it sums.
    pub fn sources(&self, period: Period) -> Vec<SourceRef> {
        match self.figures.contains_key(&period) {
            true => self.sources_of(&[period]),
            false => self.sources_of_months(period),
        }
    }

    /// The sources of the months of a period, even if a figure was published for it; see
    /// [`Series::over_months`].
    pub fn sources_of_months(&self, period: Period) -> Vec<SourceRef> {
        self.sources_of(&self.summed(period).unwrap_or_default())
    }

    fn sources_of(&self, parts: &[Period]) -> Vec<SourceRef> {
        let own = parts.iter().filter_map(|part| self.sources.get(part));
        let mut all: Vec<SourceRef> = own.flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The same series without its sources.
    #[cfg(test)]
    pub fn without_sources(&self) -> Series {
        Series {
            sources: BTreeMap::new(),
            ..self.clone()
        }
    }

    /// Sets the reason why a period covered by the inputs has no figure.
    pub fn withhold(&mut self, period: Period, why: Missing) {
        self.figures.remove(&period);
        self.sources.remove(&period);
        self.revisions.remove(&period);
        self.withheld.insert(period, why);
    }

    /// Removes everything about a period.
    pub fn forget(&mut self, period: Period) {
        self.figures.remove(&period);
        self.revisions.remove(&period);
        self.sources.remove(&period);
        self.withheld.remove(&period);
    }

    /// The periods with a withheld figure.
    pub fn withheld_periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.withheld.keys().copied()
    }

    /// Whether any figure is withheld.
    pub fn withholds(&self) -> bool {
        !self.withheld.is_empty()
    }

    /// Why the figure of exactly this period is withheld.
    pub fn withheld(&self, period: Period) -> Option<&Missing> {
        self.withheld.get(&period)
    }

    /// Sets the printed change of `period`.
    pub fn set_printed(&mut self, period: Period, change: PrintedChange) {
        self.printed.insert(period, change);
    }

    /// The figure of exactly this period.
    pub fn figure(&self, period: Period) -> Option<&Figure> {
        self.figures.get(&period)
    }

    /// The printed change of exactly this period.
    pub fn printed(&self, period: Period) -> Option<&PrintedChange> {
        self.printed.get(&period)
    }

    /// All periods with a printed change, in order.
    pub fn printed_periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.printed.keys().copied()
    }

    /// Records that the printed change of `period` is not the change of the value in use, but of
    /// the one given, if that is known.
    pub fn mark_of_other_value(&mut self, period: Period, other: Option<Amount>) {
        self.of_other_values.insert(period, other);
    }

    /// The value whose change was printed for `period`, if that is another one than the value in
    /// use: `Some(None)` if the value is unknown.
    pub fn other_value(&self, period: Period) -> Option<Option<Amount>> {
        self.of_other_values.get(&period).copied()
    }

    /// The printed change that may stand in for a missing one: the change of the value in use, or
    /// of a value that was not published.
    pub fn standing_change(&self, period: Period) -> Option<&PrintedChange> {
        let is_other = self.of_other_values.contains_key(&period);
        self.printed(period).filter(|_| !is_other)
    }

    /// How the figure of this period was revised, from its first to its latest value.
    pub fn revision(&self, period: Period) -> Option<&Revision> {
        self.revisions.get(&period)
    }

    /// Adds a remark on how the figure of this period came about.
    pub fn remark(&mut self, period: Period, what: FigureRemark) {
        self.remarks.entry(period).or_default().push(what);
    }

    /// The remarks on how the figure of this period came about.
    pub fn remarks(&self, period: Period) -> &[FigureRemark] {
        self.remarks.get(&period).map_or(&[], Vec::as_slice)
    }

    /// Records by how much the release of `month` revised earlier months of its year.
    pub fn set_revision_of_earlier_months(&mut self, month: Month, by: Amount) {
        self.revision_of_earlier_months.insert(month, by);
    }

    /// By how much the release of `month` revised earlier months of its year, if its year to date
    /// is not the previous one plus the month, beyond rounding. The amount by month is unknown.
    pub fn revision_of_earlier_months(&self, month: Month) -> Option<Amount> {
        self.revision_of_earlier_months.get(&month).copied()
    }

    /// Marks the figure of this period as having lost bad rows.
    pub fn mark_dropped(&mut self, period: Period, what: FigureRemark) {
        self.dropped.insert(period);
        if !self.remarks(period).contains(&what) {
            self.remark(period, what);
        }
    }

    /// The figures used by [`Series::over`] this period that lost bad rows.
    pub fn dropped_in(&self, period: Period) -> impl Iterator<Item = Period> + '_ {
        let whole = self.figures.contains_key(&period);
        let inside = move |one: &&Period| period.from <= one.from && one.to <= period.to;
        // A mark on January–February, if it is the sum of the two, belongs to its months.
        let held = move |one: &Period| one.is_month() || self.figures.contains_key(one);
        let taken = move |one: &&Period| **one == period || (inside(one) && held(one) && !whole);
        self.dropped.iter().filter(taken).copied()
    }

    /// Marks the figure of this period as from an older release than the one in the other currency,
    /// or as based on such a figure.
    pub fn mark_older_print(&mut self, period: Period, what: FigureRemark) {
        self.older_prints.insert(period);
        if !self.remarks(period).contains(&what) {
            self.remark(period, what);
        }
    }

    /// The figures used by [`Series::over`] this period that are from older releases.
    pub fn older_prints_in(&self, period: Period) -> impl Iterator<Item = Period> + '_ {
        let own = self.figures.contains_key(&period).then(|| vec![period]);
        let has_any = !self.older_prints.is_empty();
        let summed = || has_any.then(|| self.summed(period).ok()).flatten();
        let taken = own.or_else(summed).unwrap_or_default();
        let older = |one: &Period| self.older_prints.contains(one);
        taken.into_iter().filter(older)
    }

    /// All periods with a figure, in order.
    pub fn periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.figures.keys().copied()
    }

    /// The same series with all signs reversed: a balance from the partner's side.
    pub fn negated(&self) -> Series {
        let turn = |figure: &Figure| Figure {
            value: -figure.value,
            interval: Interval {
                low: -figure.interval.high,
                high: -figure.interval.low,
            },
            ..figure.clone()
        };
        Series {
            figures: self
                .figures
                .iter()
                .map(|(period, figure)| (*period, turn(figure)))
                .collect(),
            ..self.clone()
        }
    }

    /// Whether there are no figures.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// All months with a figure of their own, in order.
    pub fn months(&self) -> impl Iterator<Item = Month> + '_ {
        self.periods()
            .filter(|period| period.is_month())
            .map(|period| period.from)
    }
}
