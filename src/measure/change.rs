//! The change of one period against another.
//!
//! Source: DEFINITIONS "Change".

use crate::trade::{
    Amount, Figure, Flow, Interval, Missing, Month, Period, Ratio, Reason, Series, Sign,
};

/// What a month is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// The same month a year earlier.
    Yoy,
    /// The month before, not seasonally adjusted.
    Mom,
}

impl Comparison {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Comparison::Yoy => "yoy",
            Comparison::Mom => "mom",
        }
    }

    /// The period that `period` is compared with.
    pub fn base(self, period: Period) -> Period {
        match self {
            Comparison::Yoy => period.year_before(),
            Comparison::Mom => period.plus(-1),
        }
    }
}

/// A value, its base, and the way from one to the other; each there or missing with a reason.
#[derive(Clone, Debug)]
pub struct Change {
    /// The period of the base.
    pub base_period: Period,
    /// The figure a year (or a month) earlier.
    pub base: Result<Figure, Missing>,
    /// The figure itself.
    pub value: Result<Figure, Missing>,
    /// Value less base.
    pub amount: Result<Amount, Missing>,
    /// Value / base − 1.
    pub percent: Result<Ratio, Missing>,
    /// Which way it goes on unrounded values.
    pub sign: Result<Sign, Missing>,
}

impl Change {
    /// The change of `period`, by calendar.
    pub fn of(series: &Series, period: Period, comparison: Comparison) -> Change {
        let base_period = comparison.base(period);
        let (base, value) = (series.over(base_period), series.over(period));
        let both = match (&base, &value) {
            (Ok(base), Ok(value)) => Ok((base.clone(), value.clone())),
            // The value's hole first: without it the base hardly matters.
            (_, Err(missing)) | (Err(missing), _) => Err(missing.clone()),
        };
        let percent = match &both {
            Err(missing) => Err(missing.clone()),
            Ok(_) if series.flow == Flow::Balance => Err(Missing::not_computed()),
            Ok((base, value)) => Ratio::change(value.value, base.value)
                .ok_or_else(|| Missing::new(Reason::ZeroBase, base_period)),
        };
        let sign = both
            .as_ref()
            .map(|(base, value)| value.interval.sign_from(base.interval));
        Change {
            base_period,
            amount: both
                .as_ref()
                .map(|(base, value)| value.value - base.value)
                .map_err(Missing::clone),
            sign: sign.map_err(Missing::clone),
            percent,
            base,
            value,
        }
    }

    /// Whether both sides are there.
    pub fn is_known(&self) -> bool {
        self.amount.is_ok()
    }

    /// The least and the most that the amount can be.
    pub fn interval(&self) -> Option<Interval> {
        match (&self.value, &self.base) {
            (Ok(value), Ok(base)) => Some(value.interval - base.interval),
            _ => None,
        }
    }
}

/// Whether a series has a yoy at a month.
pub fn has_yoy(series: &Series, month: Month) -> bool {
    Change::of(series, Period::month(month), Comparison::Yoy).is_known()
}
