use super::{
    Amount, Basis, Currency, Denomination, Figure, Flow, Interval, Missing, Month, Period,
    PrintedChange, Reason,
};
use std::collections::{BTreeMap, BTreeSet};

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
    pub told_in: Denomination,
    figures: BTreeMap<Period, Figure>,
    printed: BTreeMap<Period, PrintedChange>,
    revisions: BTreeMap<Period, Revision>,
    remarks: BTreeMap<Period, Vec<String>>,
    earlier_revised: BTreeMap<Month, Amount>,
    dropped: BTreeSet<Period>,
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
            told_in: Denomination::Money(currency),
            figures: BTreeMap::new(),
            printed: BTreeMap::new(),
            revisions: BTreeMap::new(),
            remarks: BTreeMap::new(),
            earlier_revised: BTreeMap::new(),
            dropped: BTreeSet::new(),
            withheld: BTreeMap::new(),
            per: None,
        }
    }

    /// Holds `figure` for `period`, in place of what was held.
    pub fn hold(&mut self, period: Period, figure: Figure) {
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

    /// Says why there is no figure for a period that the inputs cover.
    pub fn withhold(&mut self, period: Period, why: Missing) {
        self.figures.remove(&period);
        self.revisions.remove(&period);
        self.withheld.insert(period, why);
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

    /// The unit values that these values and those quantities come to: [`Series::over`] then gives
    /// billionths of the currency unit for one unit (see [`Denomination`]), over any period.
    pub fn per(mut self, quantities: Series) -> Series {
        let unit = match quantities.told_in {
            Denomination::Quantity(unit) => unit,
            _ => None,
        };
        self.told_in = Denomination::UnitValue(self.currency, unit);
        self.printed.clear();
        self.earlier_revised.clear();
        // What was revised is told of what it is made of.
        for (what, revisions) in [
            ("value", std::mem::take(&mut self.revisions)),
            ("quantity", quantities.revisions.clone()),
        ] {
            let of = match what {
                "value" => Denomination::Money(self.currency),
                _ => quantities.told_in,
            };
            for (period, Revision { earlier, later, .. }) in revisions {
                let [earlier, later] = [earlier, later].map(|one| of.in_words(one.value));
                self.remark(
                    period,
                    format!("{what} of {period} revised from {earlier} to {later}"),
                );
            }
        }
        self.per = Some(Box::new(quantities));
        self
    }

    /// Several series as one; `None` for none. A period that one of them lacks is missing, and so is
    /// one with quantities in several units. Unit values become those of all together.
    pub fn sum_of(all: &[&Series]) -> Option<Series> {
        let first = all.first()?;
        let mut sum = Series::new(first.flow, first.currency);
        let quantities: Option<Vec<&Series>> = all.iter().map(|one| one.per.as_deref()).collect();
        if let Denomination::Quantity(_) = first.told_in {
            sum.told_in = Denomination::Quantity(None);
        }
        let held = all
            .iter()
            .flat_map(|one| one.periods().chain(one.withheld_periods()));
        let periods: BTreeSet<Period> = held.collect();
        for period in periods {
            let why = all.iter().find_map(|one| one.withheld(period).cloned());
            if let Some(why) = why.or_else(|| sum.other_unit(all, period)) {
                sum.withhold(period, why);
                continue;
            }
            let figures = all.iter().map(|one| one.figure(period));
            if let Some(figures) = figures.collect::<Option<Vec<&Figure>>>() {
                sum.hold(period, add_up(&figures));
            }
        }
        Some(match quantities.and_then(|all| Series::sum_of(&all)) {
            Some(quantities) => sum.per(quantities),
            None => sum,
        })
    }

    /// Takes over the unit of the quantities of `all` in a period; why not, where it is another
    /// than the one held already. Nothing at all has no unit.
    fn other_unit(&mut self, all: &[&Series], period: Period) -> Option<Missing> {
        for one in all {
            let is_none = |figure: &Figure| figure.value == Amount::ZERO;
            let (Denomination::Quantity(held), Denomination::Quantity(Some(unit))) =
                (self.told_in, one.told_in)
            else {
                continue;
            };
            if one.figure(period).is_none_or(is_none) {
                continue;
            }
            if held.is_some_and(|held| held != unit) {
                return Some(Missing::new(Reason::MixedUnits, period));
            }
            self.told_in = Denomination::Quantity(Some(unit));
        }
        None
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
    pub fn remark(&mut self, period: Period, text: String) {
        self.remarks.entry(period).or_default().push(text);
    }

    /// What must be known of how the figure of this period was made.
    pub fn remarks(&self, period: Period) -> &[String] {
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
    pub fn mark_dropped(&mut self, period: Period, text: String) {
        self.dropped.insert(period);
        if !self.remarks(period).contains(&text) {
            self.remark(period, text);
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

    /// Every period with a figure, in order.
    pub fn periods(&self) -> impl Iterator<Item = Period> + '_ {
        self.figures.keys().copied()
    }

    /// The same series with every value turned round: a balance as the partner tells it.
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

    /// The figure of a period: the one published for it, else the sum of its months, where
    /// January and February published only together count as the two.
    ///
    /// # Errors
    /// The months that no input covers; for a single January or February that is published only
    /// with the other, [`Reason::Combined`].
    pub fn over(&self, period: Period) -> Result<Figure, Missing> {
        let figure = self.undivided(period)?;
        match &self.per {
            None => Ok(figure),
            Some(quantities) => {
                let quantity = quantities.over(period)?;
                self.divided(&figure, &quantity)
                    .ok_or_else(|| Missing::new(Reason::NoQuantity, period))
            }
        }
    }

    /// `None` where there was no quantity, or may have been none.
    fn divided(&self, value: &Figure, quantity: &Figure) -> Option<Figure> {
        let Denomination::UnitValue(_, unit) = self.told_in else {
            return None;
        };
        let divide = |value, quantity| Denomination::unit_value(value, quantity, unit);
        let (value_in, quantity_in) = (value.interval, quantity.interval);
        Some(Figure {
            value: divide(value.value, quantity.value)?,
            interval: Interval {
                low: divide(value_in.low, quantity_in.high)?,
                high: divide(value_in.high, quantity_in.low)?,
            },
            basis: Basis::Sum,
            released: value.released.max(quantity.released),
            source: value.source.clone(),
        })
    }

    fn undivided(&self, period: Period) -> Result<Figure, Missing> {
        if let Some(figure) = self.figures.get(&period) {
            return Ok(figure.clone());
        }
        if period.is_month() {
            return Err(self.why_missing(period.from));
        }
        self.sum_of_months(period)
    }

    /// The sum of the months of `period`, whatever was published for the whole of it.
    ///
    /// # Errors
    /// As [`Series::over`].
    pub fn sum_of_months(&self, period: Period) -> Result<Figure, Missing> {
        let parts = self.summed(period)?;
        let figures: Vec<&Figure> = parts
            .iter()
            .filter_map(|part| self.figures.get(part))
            .collect();
        Ok(add_up(&figures))
    }

    /// The months of `period` whose figures [`Series::sum_of_months`] adds up, January and
    /// February as one where they were published only together.
    ///
    /// # Errors
    /// As [`Series::over`].
    pub fn summed(&self, period: Period) -> Result<Vec<Period>, Missing> {
        let mut parts: Vec<Period> = Vec::new();
        let mut holes: Vec<Period> = Vec::new();
        let mut month = period.from;
        while month <= period.to {
            let pair = Period::january_february(month);
            let single = Period::month(month);
            let held = |one: Period| self.figures.contains_key(&one);
            let both = held(Period::month(pair.from)) && held(Period::month(pair.to));
            if month == pair.from && pair.to <= period.to && !both && pair != period && held(pair) {
                parts.push(pair);
                month = pair.to;
            } else if held(single) {
                parts.push(single);
            } else {
                holes.push(single);
            }
            month = month.plus(1);
        }
        if holes.is_empty() {
            return Ok(parts);
        }
        // Withheld for want of data, it is a hole like any other.
        let mut withheld = holes.iter().filter_map(|hole| self.withheld.get(hole));
        if let Some(why) = withheld.find(|why| why.reason != Reason::NoData) {
            return Err(why.clone());
        }
        // A month that was published with its neighbour is no hole where another month is one.
        let why = holes.into_iter().map(|hole| self.why_missing(hole.from));
        let (uncovered, mut together): (Vec<Missing>, Vec<Missing>) =
            why.partition(|missing| missing.reason == Reason::NoData);
        if uncovered.is_empty() {
            together.dedup();
            return Err(all_of(Reason::Combined, together));
        }
        Err(all_of(Reason::NoData, uncovered))
    }

    fn why_missing(&self, month: Month) -> Missing {
        if let Some(why) = self.withheld.get(&Period::month(month)) {
            return why.clone();
        }
        let pair = Period::january_february(month);
        if month <= pair.to && self.figures.contains_key(&pair) {
            Missing::new(Reason::Combined, pair)
        } else {
            Missing::new(Reason::NoData, Period::month(month))
        }
    }
}

fn all_of(reason: Reason, missing: Vec<Missing>) -> Missing {
    let periods = missing.into_iter().flat_map(|one| one.periods).collect();
    Missing { reason, periods }
}

/// The sum of figures, with the sum of what their roundings leave open; at least one figure.
fn add_up(parts: &[&Figure]) -> Figure {
    let zero = (Amount::ZERO, Interval::exact(Amount::ZERO));
    let (value, interval) = parts.iter().fold(zero, |(value, interval), part| {
        (value + part.value, interval + part.interval)
    });
    Figure {
        value,
        interval,
        basis: Basis::Sum,
        released: parts.iter().filter_map(|part| part.released).max(),
        source: parts
            .last()
            .map_or_else(|| "".into(), |part| part.source.clone()),
    }
}
