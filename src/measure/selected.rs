//! The series of the flows asked for, and the months to show.

use super::change::has_yoy;
use super::error::MeasureError;
use super::span::Span;
use crate::frame::MonthsElsewhere;
use crate::report::{Remark, RemarkKind};
use crate::trade::{Component, Currency, Flow, Month, Period, Reason, Series, UnitOfMeasure};
use std::sync::Arc;

/// One series of an answer: a flow, from the chosen perspective, of the whole selection or of one
/// component.
#[derive(Clone)]
pub(crate) struct KeyedSeries {
    pub flow: Flow,
    /// `None` for the whole selection.
    pub part: Option<Arc<Component>>,
    pub series: Series,
}

/// What an answer tells of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tells {
    /// The figures of the month alone.
    TheMonth,
    /// The year to date as well.
    SumsToo,
}

/// The series of the flows asked for, from the chosen perspective, and the months they cover.
pub(crate) struct SelectedSeries {
    /// By flow; components before the whole.
    pub all_series: Vec<KeyedSeries>,
    pub first: Month,
    pub last: Month,
    /// Where months that the series lack may be found.
    pub elsewhere: MonthsElsewhere,
}

impl SelectedSeries {
    /// The months that `span` asks for, and remarks on the choice; `latest` chooses if no months
    /// were asked for.
    ///
    /// # Errors
    /// When the data do not cover the months, or when nothing that the answer `tells` of a single
    /// month is known but a flag would give it.
    pub(crate) fn asked(
        &self,
        span: Span,
        tells: Tells,
        latest: impl FnOnce(&SelectedSeries) -> Result<(Period, Vec<Remark>), MeasureError>,
    ) -> Result<(Period, Vec<Remark>), MeasureError> {
        match span {
            Span::Month(month) => {
                let month = self.inside(month)?;
                self.known(month, tells)?;
                Ok((Period::month(month), self.where_else(month)))
            }
            Span::Period(period) => {
                self.inside(period.from)?;
                self.inside(period.to)?;
                Ok((period, Vec::new()))
            }
            Span::Range(from, to) => self.range(from, to),
            Span::Latest => latest(self),
        }
    }

    /// The months that `span` asks for, and remarks on the choice; by default the latest month with
    /// a y/y change.
    ///
    /// # Errors
    /// As [`SelectedSeries::asked`].
    pub(crate) fn asked_for_yoy(
        &self,
        span: Span,
        tells: Tells,
    ) -> Result<(Period, Vec<Remark>), MeasureError> {
        let latest = |selected: &SelectedSeries| Ok(selected.latest(has_yoy));
        let (months, mut said) = self.asked(span, tells, latest)?;
        // The base may be in the other currency.
        let is_alone = match span {
            Span::Month(_) => said.is_empty(),
            Span::Latest => !self.whole().any(|one| has_yoy(one, months.to)),
            _ => false,
        };
        if is_alone {
            let base = self.where_else(months.to.year_before()).into_iter();
            let elsewhere =
                |remark: &Remark| matches!(remark.kind, RemarkKind::HeldInOtherCurrency { .. });
            said.extend(base.filter(elsewhere));
        }
        Ok((months, said))
    }

    /// The same series without flows that have nothing to show in these months or a year earlier,
    /// unless flows were asked for by name.
    pub(crate) fn shown_in(self, months: Period, only_with_figures: bool) -> SelectedSeries {
        let since = Period {
            from: months.from.year_before(),
            to: months.to,
        };
        let tells = |keyed: &KeyedSeries| {
            let series = &keyed.series;
            let mut periods = series.periods().chain(series.withheld_periods());
            let has_printed = || {
                let mut months = months.months();
                months.any(|month| series.printed(Period::month(month)).is_some())
            };
            periods.any(|one| one.from <= since.to && since.from <= one.to) || has_printed()
        };
        let with_figures: Vec<Flow> = self
            .all_series
            .iter()
            .filter(|one| tells(one))
            .map(|one| one.flow)
            .collect();
        if !only_with_figures || with_figures.is_empty() {
            return self;
        }
        let all_series = self.all_series.into_iter();
        SelectedSeries {
            all_series: all_series
                .filter(|one| with_figures.contains(&one.flow))
                .collect(),
            ..self
        }
    }

    /// The series of each flow: its components, then the whole.
    pub(crate) fn flows(&self) -> impl Iterator<Item = &[KeyedSeries]> {
        self.all_series
            .chunk_by(|one, other| one.flow == other.flow)
    }

    /// All months in the data.
    pub(crate) fn every_month(&self) -> Period {
        Period {
            from: self.first,
            to: self.last,
        }
    }

    /// The part of a range that the data cover, and a remark on the rest.
    fn range(
        &self,
        from: Option<Month>,
        to: Option<Month>,
    ) -> Result<(Period, Vec<Remark>), MeasureError> {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            return Err(MeasureError::WrongWayRound { from, to });
        }
        // If the whole range is outside the data, the error names the end that is.
        let from = match from {
            Some(from) if from > self.last => self.inside(from)?,
            Some(from) => from,
            None => self.first,
        };
        let to = match to {
            Some(to) if to < self.first => self.inside(to)?,
            Some(to) => to,
            None => self.last,
        };
        let shown = Period {
            from: from.max(self.first),
            to: to.min(self.last),
        };
        let before = (from < shown.from).then(|| Period {
            from,
            to: shown.from.plus(-1),
        });
        let after = (to > shown.to).then(|| Period {
            from: shown.to.plus(1),
            to,
        });
        let left_out: Vec<Period> = before.into_iter().chain(after).collect();
        let cut = (!left_out.is_empty()).then(|| {
            Remark::on_all(RemarkKind::RangeCut {
                left_out,
                held: self.every_month(),
            })
        });
        let mut remarks: Vec<Remark> = cut.into_iter().collect();
        if to > shown.to {
            remarks.extend(self.where_else(shown.to.plus(1)));
        }
        Ok((shown, remarks))
    }

    /// Remarks on where a month may be found for which no series has a figure or a published
    /// change: in another currency, or in a later release.
    fn where_else(&self, month: Month) -> Vec<Remark> {
        let period = Period::month(month);
        let has = |series: &Series| series.over(period).is_ok() || series.printed(period).is_some();
        if self.whole().any(has) {
            return Vec::new();
        }
        let currency = self.elsewhere.currency_with(&self.flows_asked(), month);
        let currency = currency.map(|currency| RemarkKind::HeldInOtherCurrency { month, currency });
        let later = self.elsewhere.released_later(&self.flows_asked(), month);
        let later = later.map(|released| RemarkKind::ReleasedLater {
            currency: self.currency(),
            month,
            released,
        });
        let found = currency.into_iter().chain(later);
        found.map(Remark::on_all).collect()
    }

    /// Checks that something is known of a month, unless no flag would give more.
    fn known(&self, month: Month, tells: Tells) -> Result<(), MeasureError> {
        let has = |period| {
            let knows =
                |series: &Series| series.over(period).is_ok() || series.printed(period).is_some();
            self.all_series.iter().any(|keyed| knows(&keyed.series))
        };
        let sums = || tells == Tells::SumsToo && has(Period::year_to_date(month));
        // A figure may be missing for a reason that is worth telling, such as that it was published
        // for two months together.
        let is_no_data = |series: &Series| {
            let why = series.over(Period::month(month)).err();
            why.is_some_and(|why| why.reason == Reason::NoData)
        };
        if has(Period::month(month)) || sums() || !self.whole().all(is_no_data) {
            return Ok(());
        }
        let flows = self.flows_asked();
        let other = self.elsewhere.currency_with(&flows, month);
        let later = self.elsewhere.released_later(&flows, month);
        if other.is_none() && later.is_none() {
            return Ok(());
        }
        Err(MeasureError::NothingThen {
            asked: month,
            currency: self.currency(),
            other,
            later,
        })
    }

    fn currency(&self) -> Currency {
        let first = self.all_series.first();
        first.map_or(Currency::Usd, |keyed| keyed.series.currency)
    }

    /// The month, if it is within the data.
    pub(crate) fn inside(&self, asked: Month) -> Result<Month, MeasureError> {
        if (self.first..=self.last).contains(&asked) {
            return Ok(asked);
        }
        Err(MeasureError::OutsideTheData {
            asked,
            currency: self.currency(),
            first: self.first,
            last: self.last,
            other: self.elsewhere.currency_with(&self.flows_asked(), asked),
            later: self.elsewhere.released_later(&self.flows_asked(), asked),
        })
    }

    /// The series with the same flow and component as `keyed`, in another measure.
    pub(crate) fn same(&self, keyed: &KeyedSeries) -> Option<&Series> {
        let code = |keyed: &KeyedSeries| keyed.part.as_ref().map(|part| part.code.clone());
        let is_same = |other: &&KeyedSeries| other.flow == keyed.flow && code(other) == code(keyed);
        self.all_series
            .iter()
            .find(is_same)
            .map(|keyed| &keyed.series)
    }

    /// Whether components add up to the whole: values and quantities do, unit values do not.
    pub(crate) fn adds_up(&self) -> bool {
        let adds = |keyed: &KeyedSeries| !matches!(keyed.series.unit, UnitOfMeasure::UnitValue(..));
        self.all_series.iter().all(adds)
    }

    /// Whether all figures are values in one currency.
    pub(crate) fn is_money(&self) -> bool {
        let is_money = |keyed: &KeyedSeries| matches!(keyed.series.unit, UnitOfMeasure::Money(_));
        self.all_series.iter().all(is_money)
    }

    /// The flows asked for, from China's side.
    fn flows_asked(&self) -> Vec<Flow> {
        self.whole().map(|series| series.flow).collect()
    }

    /// The last month with a figure or a published change of its own; a year to date that ends later
    /// is not one.
    pub(crate) fn newest(&self) -> Month {
        let has = |series: &Series, period| {
            series.over(period).is_ok() || series.printed(period).is_some()
        };
        let mut months = self.every_month().months().rev();
        months
            .find(|month| self.whole().any(|one| has(one, Period::month(*month))))
            .unwrap_or(self.last)
    }

    /// The series of the whole selection, one per flow.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &Series> {
        let whole = self.all_series.iter().filter(|keyed| keyed.part.is_none());
        whole.map(|keyed| &keyed.series)
    }

    /// The latest month for which `has_change` is true of any series (or the last month in the
    /// data), and a remark on a newer month without a change.
    pub(crate) fn latest(
        &self,
        has_change: impl Fn(&Series, Month) -> bool,
    ) -> (Period, Vec<Remark>) {
        let mut months = self.every_month().months().rev();
        let month = months
            .find(|month| self.whole().any(|one| has_change(one, *month)))
            .unwrap_or(self.last);
        let last = self.newest();
        let newer = (month < last).then_some(RemarkKind::NotNewest { month, last });
        let further = self.elsewhere.runs_to(self.last.plus(1));
        let further = further.map(|(currency, last)| RemarkKind::OtherCurrency { currency, last });
        // The other currency may have the newest month whole.
        let with_newest = || {
            let currency = self.elsewhere.currency_with(&self.flows_asked(), self.last);
            let month = self.last;
            currency.map(|currency| RemarkKind::HeldInOtherCurrency { month, currency })
        };
        let further = further.or_else(|| (month < self.last).then(with_newest).flatten());
        let notes = newer.into_iter().chain(further).map(Remark::on_all);
        (Period::month(month), notes.collect())
    }
}
