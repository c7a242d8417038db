mod sums;

use super::{
    Amount, Currency, Figure, FigureRemark, Flow, Interval, Missing, Month, Period, PrintedChange,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where a figure was read, to be looked up among the observations: its receipt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SourceRef {
    /// One row: its place among all rows.
    Row(u32),
    /// Rows of detail of this input, the last of those that were added up.
    Input(u32),
}

/// A figure that a later release changed by more than rounding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// What it is for.
    pub period: Period,
    /// As it had been.
    pub earlier: Figure,
    /// As it is now held.
    pub later: Figure,
}

/// One flow with one partner in one currency, month by month, looked up by the calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// The flow, from the reporter's side.
    pub flow: Flow,
    /// The currency.
    pub currency: Currency,
    /// What its figures are.
    pub unit: UnitOfMeasure,
    figures: BTreeMap<Period, Figure>,
    printed: BTreeMap<Period, PrintedChange>,
    revisions: BTreeMap<Period, Revision>,
    remarks: BTreeMap<Period, Vec<FigureRemark>>,
    earlier_revised: BTreeMap<Month, Amount>,
    dropped: BTreeSet<Period>,
    older_prints: BTreeSet<Period>,
    sources: BTreeMap<Period, Vec<SourceRef>>,
    withheld: BTreeMap<Period, Missing>,
    /// What the figures are divided by: the quantities of a unit value.
    per: Option<Box<Series>>,
}

impl Series {
    /// A series without a figure.
    pub fn new(flow: Flow, currency: Currency) -> Series {
        Series {
            flow,
            currency,
            unit: UnitOfMeasure::Money(currency),
            figures: BTreeMap::new(),
            printed: BTreeMap::new(),
            revisions: BTreeMap::new(),
            remarks: BTreeMap::new(),
            earlier_revised: BTreeMap::new(),
            dropped: BTreeSet::new(),
            older_prints: BTreeSet::new(),
            sources: BTreeMap::new(),
            withheld: BTreeMap::new(),
            per: None,
        }
    }

    /// Holds `figure` for `period`, in place of what was held.
    pub fn hold(&mut self, period: Period, figure: Figure) {
        self.withheld.remove(&period);
        self.figures.insert(period, figure);
    }

    /// Holds `figure` for `period` and forgets all that was known of an earlier one.
    pub fn replace(&mut self, period: Period, figure: Figure) {
        self.revisions.remove(&period);
        self.remarks.remove(&period);
        self.hold(period, figure);
    }

    /// Holds `figure` and remembers what it revised.
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
        self.hold(period, figure);
    }

    /// Keeps where the figure held for `period` was read.
    pub fn made_of(&mut self, period: Period, sources: Vec<SourceRef>) {
        self.sources.insert(period, sources);
    }

    /// Where the figure that [`Series::over`] gives for `period` was read, without repetition: its
    /// own sources, else those of the months that it is the sum of.
    pub fn sources(&self, period: Period) -> Vec<SourceRef> {
        let parts = match self.figures.contains_key(&period) {
            true => vec![period],
            false => self.summed(period).unwrap_or_default(),
        };
        let own = parts.iter().filter_map(|part| self.sources.get(part));
        let all: BTreeSet<SourceRef> = own.flatten().copied().collect();
        all.into_iter().collect()
    }

    /// The same series, without where it was read.
    #[cfg(test)]
    pub fn without_sources(&self) -> Series {
        Series {
            sources: BTreeMap::new(),
            ..self.clone()
        }
    }

    /// Says why there is no figure for a period that the inputs cover.
    pub fn withhold(&mut self, period: Period, why: Missing) {
        self.figures.remove(&period);
        self.sources.remove(&period);
        self.revisions.remove(&period);
        self.withheld.insert(period, why);
    }

    /// Holds nothing for a period any more.
    pub fn forget(&mut self, period: Period) {
        self.figures.remove(&period);
        self.revisions.remove(&period);
        self.sources.remove(&period);
        self.withheld.remove(&period);
    }

    /// The periods whose figures are withheld.
    pub fn withheld_periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.withheld.keys().copied()
    }

    /// Whether the figure of any period is withheld.
    pub fn withholds(&self) -> bool {
        !self.withheld.is_empty()
    }

    /// Why the figure of this very period is withheld.
    pub fn withheld(&self, period: Period) -> Option<&Missing> {
        self.withheld.get(&period)
    }

    /// Keeps the change that was printed for `period`.
    pub fn keep_printed(&mut self, period: Period, change: PrintedChange) {
        self.printed.insert(period, change);
    }

    /// The figure held for exactly this period.
    pub fn figure(&self, period: Period) -> Option<&Figure> {
        self.figures.get(&period)
    }

    /// The change printed for exactly this period.
    pub fn printed(&self, period: Period) -> Option<&PrintedChange> {
        self.printed.get(&period)
    }

    /// How the figure of this period was revised, first figure to last.
    pub fn revision(&self, period: Period) -> Option<&Revision> {
        self.revisions.get(&period)
    }

    /// Says something of how the figure of this period was made.
    pub fn remark(&mut self, period: Period, what: FigureRemark) {
        self.remarks.entry(period).or_default().push(what);
    }

    /// What must be known of how the figure of this period was made.
    pub fn remarks(&self, period: Period) -> &[FigureRemark] {
        self.remarks.get(&period).map_or(&[], Vec::as_slice)
    }

    /// Keeps by how much the release of `month` revised the months before it in its year.
    pub fn revised_earlier(&mut self, month: Month, by: Amount) {
        self.earlier_revised.insert(month, by);
    }

    /// By how much the release of `month` revised the months before it in its year, where its year
    /// to date is not the one before plus the month, beyond rounding. By month it is not known.
    pub fn earlier_revised(&self, month: Month) -> Option<Amount> {
        self.earlier_revised.get(&month).copied()
    }

    /// Says that rows of the figure of this period were dropped as bad.
    pub fn mark_dropped(&mut self, period: Period, what: FigureRemark) {
        self.dropped.insert(period);
        if !self.remarks(period).contains(&what) {
            self.remark(period, what);
        }
    }

    /// The figures that [`Series::over`] this period takes and that rows were dropped of.
    pub fn dropped_in(&self, period: Period) -> impl Iterator<Item = Period> + '_ {
        let whole = self.figures.contains_key(&period);
        let inside = move |one: &&Period| period.from <= one.from && one.to <= period.to;
        // A mark on January–February that is the sum of the two is that of its months.
        let held = move |one: &Period| one.is_month() || self.figures.contains_key(one);
        let taken = move |one: &&Period| **one == period || (inside(one) && held(one) && !whole);
        self.dropped.iter().filter(taken).copied()
    }

    /// Says that the figure of this period is an older print than that in the other currency, or
    /// rests on one.
    pub fn mark_older_print(&mut self, period: Period, what: FigureRemark) {
        self.older_prints.insert(period);
        if !self.remarks(period).contains(&what) {
            self.remark(period, what);
        }
    }

    /// The figures that [`Series::over`] this period takes and that are older prints.
    pub fn older_prints_in(&self, period: Period) -> impl Iterator<Item = Period> + '_ {
        let own = self.figures.contains_key(&period).then(|| vec![period]);
        let has_any = !self.older_prints.is_empty();
        let summed = || has_any.then(|| self.summed(period).ok()).flatten();
        let taken = own.or_else(summed).unwrap_or_default();
        let older = |one: &Period| self.older_prints.contains(one);
        taken.into_iter().filter(older)
    }

    /// Every period with a figure, in order.
    pub fn periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.figures.keys().copied()
    }

    /// The same series with every value turned round: a balance from the partner's side.
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

    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// Every month with a figure of its own, in order.
    pub fn months(&self) -> impl Iterator<Item = Month> + '_ {
        self.periods()
            .filter(|period| period.is_month())
            .map(|period| period.from)
    }
}
