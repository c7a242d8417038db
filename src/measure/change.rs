//! The change of one period against another.
//!
//! Source: docs/definitions.md, "Change".

use crate::trade::{
    Amount, Bounds, Comparison, Figure, Flow, Missing, Month, Period, PrintedChange, Ratio, Series,
    Sign,
};

/// A value, its base, and the change between them; each may be missing, with the reason.
#[derive(Clone, Debug)]
pub struct Change {
    /// The period of the base.
    pub base_period: Period,
    /// The figure a year (or a month) earlier.
    pub base: Result<Figure, Missing>,
    /// The figure of the period.
    pub value: Result<Figure, Missing>,
    /// Value minus base.
    pub amount: Result<Amount, Missing>,
    /// Value / base − 1, or the published change if that is used instead, see
    /// [`Change::as_published`].
    pub percent: Result<Ratio, Missing>,
    /// The sign of the change on unrounded values, or of the published change.
    pub sign: Result<Sign, Missing>,
    /// The published change, if value or base is missing.
    pub as_published: Option<PrintedChange>,
}

impl Change {
    /// The change of `period`, by calendar. If value or base is missing and the office published a
    /// change from a year earlier, that one is used, unless it is the change of another value than
    /// the one in use.
    ///
    /// Source: docs/definitions.md, "Change" (as published).
    pub fn of(series: &Series, period: Period, comparison: Comparison) -> Change {
        let published = series.standing_change(period).cloned();
        Change::between(series, period, comparison, false, published)
    }

    /// The change of a period taken as the sum of its months, even if a figure was published for
    /// it.
    pub fn of_months(series: &Series, period: Period, comparison: Comparison) -> Change {
        Change::between(series, period, comparison, true, None)
    }

    fn between(
        series: &Series,
        period: Period,
        comparison: Comparison,
        of_months: bool,
        published: Option<PrintedChange>,
    ) -> Change {
        let over = |period| match of_months {
            true => series.over_months(period),
            false => series.over(period),
        };
        let base_period = comparison.base(period);
        let (base, value) = (over(base_period), over(period));
        let both = match (&base, &value) {
            (Ok(base), Ok(value)) => Ok((base.clone(), value.clone())),
            // A missing value is reported before a missing base.
            (_, Err(missing)) | (Err(missing), _) => Err(missing.clone()),
        };
        let amount = both.as_ref().map(|(base, value)| value.value - base.value);
        let amount = amount.map_err(Missing::clone);
        let is_published = both.is_err() && comparison == Comparison::Yoy;
        let published = published.filter(|_| is_published);
        let is_balance = series.flow == Flow::Balance;
        let (percent, sign) = match (&both, &published) {
            (Err(missing), None) if is_balance => {
                (Err(Missing::not_computed()), Err(missing.clone()))
            }
            (Err(_), Some(published)) => (Ok(published.ratio()), Ok(published.sign())),
            (Err(missing), None) => (Err(missing.clone()), Err(missing.clone())),
            (Ok((base, value)), _) => {
                let percent = if is_balance {
                    Err(Missing::not_computed())
                } else {
                    series
                        .change_from(base_period, period, of_months)
                        .ok_or_else(|| Missing::base(base, base_period))
                };
                (percent, Ok(value.interval.sign_from(base.interval)))
            }
        };
        Change {
            base_period,
            base,
            value,
            amount,
            percent,
            sign,
            as_published: published,
        }
    }

    /// The bounds of the percentage, as a share of the base, within the rounding of both figures or
    /// of the published change; `None` without a percentage. If the base may be zero, the change
    /// has no upper end.
    pub fn bounds(&self) -> Option<Bounds> {
        self.percent.as_ref().ok()?;
        if let Some(published) = &self.as_published {
            let [low, high] = published.ends();
            return Some(Bounds::half_open(low, high));
        }
        let (value, base) = (self.value.as_ref().ok()?, self.base.as_ref().ok()?);
        Some(Bounds::of_change(value.interval, base.interval))
    }

    /// Whether the change is known, computed or as published.
    pub fn is_known(&self) -> bool {
        self.sign.is_ok()
    }

    /// Whether value and base are both known.
    pub fn is_computed(&self) -> bool {
        self.amount.is_ok()
    }
}

/// Whether a series has a y/y change in a month.
pub fn has_yoy(series: &Series, month: Month) -> bool {
    Change::of(series, Period::month(month), Comparison::Yoy).is_known()
}
