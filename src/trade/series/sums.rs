//! Sums of several figures of a series, or of several series.

use super::{Revision, Series};
use crate::trade::{
    Amount, Basis, Figure, FigureRemark, Interval, Measured, Missing, Month, Period, Ratio, Reason,
    UnitOfMeasure,
};
use std::collections::BTreeSet;

/// Why there is no unit value: nothing was traded, or no quantity is known.
fn without_quantity(quantity: &Figure, period: Period) -> Missing {
    match quantity.is_nothing() {
        true => Missing::base(quantity, period),
        false => Missing::new(Reason::NoQuantity, period),
    }
}

impl Series {
    /// The figure of a period: the one published for it, or else the sum of its months. January and
    /// February published only together count as both.
    ///
    /// # Errors
    /// The months that no input covers; [`Reason::Combined`] for a January or February published
    /// only together with the other.
    pub fn over(&self, period: Period) -> Result<Figure, Missing> {
        let figure = self.undivided(period)?;
        match &self.per {
            None => Ok(figure),
            Some(quantities) => {
                let quantity = quantities.over(period)?;
                self.divided(&figure, &quantity)
                    .ok_or_else(|| without_quantity(&quantity, period))
            }
        }
    }

    /// The sum of the months of a period, even if a figure was published for it: columns of rolling
    /// sums use this one method throughout.
    ///
    /// # Errors
    /// As [`Series::over`].
    pub fn over_months(&self, period: Period) -> Result<Figure, Missing> {
        if period.is_month() {
            return self.over(period);
        }
        let figure = self.sum_of_months(period)?;
        match &self.per {
            None => Ok(figure),
            Some(quantities) => {
                let quantity = quantities.sum_of_months(period)?;
                self.divided(&figure, &quantity)
                    .ok_or_else(|| without_quantity(&quantity, period))
            }
        }
    }

    /// The change from `base` to `period`, both as published or both as sums of months; `None` if a
    /// figure is missing or the base is not above zero. Unit values are rounded to billionths, their
    /// changes are not.
    pub fn change_from(&self, base: Period, period: Period, of_months: bool) -> Option<Ratio> {
        let fraction = |period| self.fraction(period, of_months);
        let of_quotients = fraction(period)
            .zip(fraction(base))
            .and_then(|(value, base)| Ratio::change_of_quotients(value, base));
        let figure = |period| match of_months {
            true => self.over_months(period).ok(),
            false => self.over(period).ok(),
        };
        of_quotients.or_else(|| Ratio::change(figure(period)?.value, figure(base)?.value))
    }

    /// The value and the quantity behind the unit value of a period, or of the sum of its months;
    /// `None` for other series.
    fn fraction(&self, period: Period, of_months: bool) -> Option<(Amount, Amount)> {
        let quantities = self.per.as_deref()?;
        let figure = |series: &Series| match of_months && !period.is_month() {
            true => series.sum_of_months(period).ok(),
            false => series.undivided(period).ok(),
        };
        Some((figure(self)?.value, figure(quantities)?.value))
    }

    /// Value over quantity; `None` if the quantity is zero, or may be.
    fn divided(&self, value: &Figure, quantity: &Figure) -> Option<Figure> {
        let UnitOfMeasure::UnitValue(_, unit) = self.unit else {
            return None;
        };
        let divide = |value, quantity| UnitOfMeasure::unit_value(value, quantity, unit);
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

    /// The sum of the months of `period`, even if a figure was published for it; never a unit
    /// value.
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

    /// The periods that [`Series::sum_of_months`] adds up for `period`: its months, or
    /// January–February as one if they were published only together.
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
            let has_both = || held(Period::month(pair.from)) && held(Period::month(pair.to));
            let may_be_pair = month == pair.from && pair.to <= period.to && pair != period;
            if may_be_pair && held(pair) && !has_both() {
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
        // A figure withheld for lack of data is a gap like any other.
        let mut withheld = holes.iter().filter_map(|hole| self.withheld.get(hole));
        if let Some(why) = withheld.find(|why| why.reason != Reason::NoData) {
            return Err(why.clone());
        }
        // Months published only together are reported only if there are no real gaps.
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

    /// The unit values of these values over `quantities`. [`Series::over`] then gives billionths of
    /// the currency unit per unit of quantity (see [`UnitOfMeasure`]), for any period.
    pub fn per(mut self, quantities: Series) -> Series {
        let unit = match quantities.unit {
            UnitOfMeasure::Quantity(unit) => unit,
            _ => None,
        };
        self.unit = UnitOfMeasure::UnitValue(self.currency, unit);
        self.printed.clear();
        self.revision_of_earlier_months.clear();
        // Revisions of value and quantity become remarks.
        let values = std::mem::take(&mut self.revisions);
        for (is_quantity, of, revisions) in [
            (false, UnitOfMeasure::Money(self.currency), values),
            (true, quantities.unit, quantities.revisions.clone()),
        ] {
            for (period, Revision { earlier, later, .. }) in revisions {
                let [earlier, later] = [earlier, later].map(|one| Measured {
                    amount: one.value,
                    unit: of,
                });
                let what = FigureRemark::UnitValueInputRevised {
                    is_quantity,
                    period,
                    earlier,
                    later,
                };
                self.remark(period, what);
            }
        }
        self.per = Some(Box::new(quantities));
        self
    }

    /// The sum of several series; `None` if there are none. A period that one of them lacks is
    /// missing, and so is one with quantities in different units. Unit values become those of the
    /// sum.
    pub fn sum_of(all: &[&Series]) -> Option<Series> {
        let first = all.first()?;
        let mut sum = Series::new(first.flow, first.currency);
        let quantities: Option<Vec<&Series>> = all.iter().map(|one| one.per.as_deref()).collect();
        if let UnitOfMeasure::Quantity(_) = first.unit {
            sum.unit = UnitOfMeasure::Quantity(None);
        }
        let held = all
            .iter()
            .flat_map(|one| one.periods().chain(one.withheld_periods()));
        let periods: BTreeSet<Period> = held.collect();
        for period in periods {
            let why = all.iter().find_map(|one| one.withheld(period).cloned());
            if let Some(why) = why.or_else(|| sum.other_unit(all.iter().copied(), period)) {
                sum.withhold(period, why);
                continue;
            }
            let figures = all.iter().map(|one| one.figure(period));
            if let Some(figures) = figures.collect::<Option<Vec<&Figure>>>() {
                sum.set_figure(period, add_up(&figures));
                let sources = all.iter().flat_map(|one| one.sources(period));
                sum.set_sources(period, sources.collect());
            }
        }
        Some(match quantities.and_then(|all| Series::sum_of(&all)) {
            Some(quantities) => sum.per(quantities),
            None => sum,
        })
    }

    /// Adopts the unit of the quantities of `all` in a period; a reason if it differs from the unit
    /// adopted before. Zero quantities have no unit.
    pub fn other_unit<'s>(
        &mut self,
        all: impl IntoIterator<Item = &'s Series>,
        period: Period,
    ) -> Option<Missing> {
        for one in all {
            let is_none = |figure: &Figure| figure.value == Amount::ZERO;
            let (UnitOfMeasure::Quantity(held), UnitOfMeasure::Quantity(Some(unit))) =
                (self.unit, one.unit)
            else {
                continue;
            };
            if one.figure(period).is_none_or(is_none) {
                continue;
            }
            if held.is_some_and(|held| held != unit) {
                return Some(Missing::new(Reason::MixedUnits, period));
            }
            self.unit = UnitOfMeasure::Quantity(Some(unit));
        }
        None
    }
}

fn all_of(reason: Reason, missing: Vec<Missing>) -> Missing {
    let periods = missing.into_iter().flat_map(|one| one.periods).collect();
    Missing {
        reason,
        periods,
        lacking: Vec::new(),
    }
}

/// The sum of at least one figure, with the sum of the intervals.
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
