//! What every question has in common: flows, side, time.

use super::change::has_yoy;
use crate::frame::SeriesSet;
use crate::report::{Heading, Remark, RemarkKind, Report, Subject};
use crate::trade::{
    Breakdown, Component, Currency, Flow, Goods, Month, PartnerChoice, Period, Perspective, Series,
    UnitOfMeasure, Vintage,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is asked of every measure.
#[derive(Clone, Debug)]
pub struct Question {
    /// The flows, as they are told, in the order in which they are shown.
    pub flows: Vec<Flow>,
    /// Whether those without any figure are left out, since nobody asked for them by name.
    pub only_with_figures: bool,
    /// Whose imports and exports are told.
    pub perspective: Perspective,
    /// With whom; for the heading.
    pub partner: PartnerChoice,
    /// For the heading.
    pub as_of: Option<Vintage>,
    /// When.
    pub span: Span,
    /// Which goods; for the heading.
    pub goods: Goods,
    /// What they are split by.
    pub by: Option<Breakdown>,
}

/// The months that are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// The latest month for which every flow asked for has a change.
    Latest,
    /// One month.
    Month(Month),
    /// Several months taken together.
    Period(Period),
    /// From one month (the first of the data) to another (the last of the data).
    Range(Option<Month>, Option<Month>),
}

impl Span {
    /// Whether several months are taken together.
    pub(crate) fn is_period(self) -> bool {
        matches!(self, Span::Period(_))
    }
}

/// A report and what it means for a yes or no.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is said.
    pub report: Report,
    /// What a script is told.
    pub verdict: Verdict,
}

impl Answer {
    /// An answer that is no yes or no.
    pub fn of(report: Report) -> Answer {
        Answer {
            report,
            verdict: Verdict::Answered,
        }
    }
}

/// What the exit code tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Answered, or yes.
    Answered,
    /// The answer is no.
    No,
    /// Data is missing for a yes or no.
    CannotTell,
}

/// Why a question has no answer.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MeasureError {
    /// The data do not reach the month asked for.
    #[error(
        "{asked} is outside the data: {currency} figures run from {first} to {last}{elsewhere}\n  \
         help: pass a month in between, or your own files"
    )]
    OutsideTheData {
        /// The month asked for.
        asked: Month,
        /// The currency of the series.
        currency: String,
        /// The first month with a figure.
        first: Month,
        /// The last month with a figure.
        last: Month,
        /// Empty, or where the month may be found.
        elsewhere: String,
    },
    /// The range is the wrong way round.
    #[error("`--from {from}` is after `--to {to}`\n  help: give the earlier month to `--from`")]
    WrongWayRound {
        /// The first month asked for.
        from: Month,
        /// The last month asked for.
        to: Month,
    },
    /// None of the flows asked for has a figure.
    #[error(
        "no figures for {flows}: the data hold {held}\n  help: ask for what is there with `--flow`"
    )]
    NoFlow {
        /// The flows asked for.
        flows: String,
        /// The flows that have figures.
        held: String,
    },
    /// More than a chart can show.
    #[error("a chart does not show {what}\n  help: {help}")]
    NotDrawn {
        /// What was asked for.
        what: String,
        /// What may be asked for.
        help: &'static str,
    },
    /// A list without a row that holds the words asked for.
    #[error("{what}: nothing holds `{words}`{guess}\n  help: without a word all are listed")]
    NothingListed {
        /// What is listed.
        what: &'static str,
        /// The words.
        words: String,
        /// Empty, or the nearest one.
        guess: String,
    },
    /// A column that the command does not have.
    #[error("no column `{asked}`\n  expected: some of {known}{guess}")]
    NoColumn {
        /// The column asked for.
        asked: String,
        /// The columns there are.
        known: String,
        /// Empty, or the nearest one.
        guess: String,
    },
}

/// One series of an answer: a flow, as it is told, of all that was asked for or of one part.
#[derive(Clone)]
pub(crate) struct KeyedSeries {
    pub flow: Flow,
    /// `None`: all that was asked for.
    pub part: Option<Arc<Component>>,
    pub series: Series,
}

/// The series of the flows asked for, as they are told, and the months they cover.
pub(crate) struct SelectedSeries {
    /// By flow; the parts of each before the whole of it.
    pub all_series: Vec<KeyedSeries>,
    pub first: Month,
    pub last: Month,
    /// The other currencies that the data hold, with the last month of each.
    others: BTreeMap<Currency, Month>,
}

impl Question {
    /// The series of the flows asked for, as the side asked for tells them.
    pub(crate) fn select(&self, set: &SeriesSet) -> Result<SelectedSeries, MeasureError> {
        let mut all_series = Vec::new();
        for flow in &self.flows {
            let keyed = |set: &SeriesSet, part: Option<Arc<Component>>| KeyedSeries {
                flow: *flow,
                part,
                series: self.as_told_by(set, *flow),
            };
            let whole = self.as_told_by(set, *flow);
            if self.only_with_figures && whole.is_empty() && !whole.withholds() {
                continue;
            }
            let parts = set.parts.iter();
            let parts = parts.map(|(part, set)| keyed(set, Some(part.clone())));
            all_series
                .extend(parts.filter(|keyed| !keyed.series.is_empty() || keyed.series.withholds()));
            all_series.push(keyed(set, None));
        }
        let periods: Vec<Period> = all_series
            .iter()
            .flat_map(|keyed| {
                keyed
                    .series
                    .periods()
                    .chain(keyed.series.withheld_periods())
            })
            .collect();
        let first = periods.iter().map(|period| period.from).min();
        let last = periods.iter().map(|period| period.to).max();
        match (first, last) {
            (Some(first), Some(last)) => Ok(SelectedSeries {
                all_series,
                first,
                last,
                others: set.others.clone(),
            }),
            _ => Err(self.no_flow(set)),
        }
    }

    fn as_told_by(&self, set: &SeriesSet, selected: Flow) -> Series {
        let series = set.flow(self.perspective.reporter_flow(selected));
        if selected == Flow::Balance && self.perspective == Perspective::Partner {
            series.negated()
        } else {
            series.clone()
        }
    }

    fn no_flow(&self, set: &SeriesSet) -> MeasureError {
        let names = |flows: Vec<Flow>| {
            flows
                .iter()
                .map(|flow| flow.name())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let held: Vec<Flow> = Flow::ALL
            .into_iter()
            .filter(|flow| !self.as_told_by(set, *flow).is_empty())
            .collect();
        MeasureError::NoFlow {
            flows: names(self.flows.clone()),
            held: names(held),
        }
    }

    /// What the figures are, by the first flow whose unit is known.
    fn unit(&self, set: &SeriesSet) -> UnitOfMeasure {
        let mut flows = self.flows.iter();
        let selected = |flow: &Flow| set.flow(self.perspective.reporter_flow(*flow)).unit;
        let known = flows
            .clone()
            .map(selected)
            .find(|selected| *selected != UnitOfMeasure::Quantity(None));
        known
            .or_else(|| flows.next().map(selected))
            .unwrap_or(UnitOfMeasure::Money(set.currency))
    }

    /// The heading of the answer.
    pub(crate) fn heading(
        &self,
        subject: Subject,
        set: &SeriesSet,
        period: Option<Period>,
    ) -> Heading {
        Heading {
            subject,
            partner: self.partner.clone(),
            perspective: self.perspective,
            currency: set.currency,
            period,
            as_of: self.as_of,
            goods: self.goods.clone(),
            by: self.by,
            unit: self.unit(set),
        }
    }
}

impl SelectedSeries {
    /// The months that `span` asks for, and what must be said of the choice; `latest` makes it where
    /// nothing was asked for.
    pub(crate) fn asked(
        &self,
        span: Span,
        latest: impl FnOnce(&SelectedSeries) -> Result<(Period, Vec<Remark>), MeasureError>,
    ) -> Result<(Period, Vec<Remark>), MeasureError> {
        let months = match span {
            Span::Month(month) => Period::month(self.inside(month)?),
            Span::Period(period) => self.range(Some(period.from), Some(period.to))?,
            Span::Range(from, to) => self.range(from, to)?,
            Span::Latest => return latest(self),
        };
        Ok((months, Vec::new()))
    }

    /// The same, where the latest month with a yoy is what is asked for else.
    pub(crate) fn asked_for_yoy(&self, span: Span) -> Result<(Period, Vec<Remark>), MeasureError> {
        self.asked(span, |selected| Ok(selected.latest(has_yoy)))
    }

    /// The lines of each flow: its parts, then its whole.
    pub(crate) fn flows(&self) -> impl Iterator<Item = &[KeyedSeries]> {
        self.all_series
            .chunk_by(|one, other| one.flow == other.flow)
    }

    /// The months asked for, as one period.
    pub(crate) fn range(
        &self,
        from: Option<Month>,
        to: Option<Month>,
    ) -> Result<Period, MeasureError> {
        let (from, to) = (from.unwrap_or(self.first), to.unwrap_or(self.last));
        let period = Period::new(from, to).ok_or(MeasureError::WrongWayRound { from, to })?;
        self.inside(from)?;
        self.inside(to)?;
        Ok(period)
    }

    /// The month, when the data reach it.
    pub(crate) fn inside(&self, asked: Month) -> Result<Month, MeasureError> {
        if (self.first..=self.last).contains(&asked) {
            return Ok(asked);
        }
        Err(MeasureError::OutsideTheData {
            asked,
            currency: self
                .all_series
                .first()
                .map(|keyed| keyed.series.currency.to_string())
                .unwrap_or_default(),
            first: self.first,
            last: self.last,
            elsewhere: self
                .further(asked)
                .map(|(currency, last)| {
                    let flag = currency.code().to_lowercase();
                    format!("; {currency} figures run to {last}: `--currency {flag}`")
                })
                .unwrap_or_default(),
        })
    }

    /// The series of the same flow and part as `line`, in another measure.
    pub(crate) fn same(&self, keyed: &KeyedSeries) -> Option<&Series> {
        let code = |keyed: &KeyedSeries| keyed.part.as_ref().map(|part| part.code.clone());
        let is_same = |other: &&KeyedSeries| other.flow == keyed.flow && code(other) == code(keyed);
        self.all_series
            .iter()
            .find(is_same)
            .map(|keyed| &keyed.series)
    }

    /// Whether parts add up to the whole: values and quantities do, unit values do not.
    pub(crate) fn adds_up(&self) -> bool {
        let adds = |keyed: &KeyedSeries| !matches!(keyed.series.unit, UnitOfMeasure::UnitValue(..));
        self.all_series.iter().all(adds)
    }

    /// Whether the figures are values, all in one currency.
    pub(crate) fn is_money(&self) -> bool {
        let is_money = |keyed: &KeyedSeries| matches!(keyed.series.unit, UnitOfMeasure::Money(_));
        self.all_series.iter().all(is_money)
    }

    /// The series of all that was asked for, one a flow.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &Series> {
        let whole = self.all_series.iter().filter(|keyed| keyed.part.is_none());
        whole.map(|keyed| &keyed.series)
    }

    /// The latest month for which `has_change` holds for every series (else for any; else the last
    /// month there is), and a note that names a newer month without one.
    pub(crate) fn latest(
        &self,
        has_change: impl Fn(&Series, Month) -> bool,
    ) -> (Period, Vec<Remark>) {
        let months = || {
            Period {
                from: self.first,
                to: self.last,
            }
            .months()
            .rev()
        };
        let month = months()
            .find(|month| self.whole().all(|one| has_change(one, *month)))
            .or_else(|| months().find(|month| self.whole().any(|one| has_change(one, *month))))
            .unwrap_or(self.last);
        let newer = RemarkKind::NotNewest {
            month,
            last: self.last,
        };
        let newer = (month < self.last).then_some(newer);
        let further = self
            .further(self.last.plus(1))
            .map(|(currency, last)| RemarkKind::OtherCurrency { currency, last });
        let notes = newer.into_iter().chain(further).map(Remark::on_all);
        (Period::month(month), notes.collect())
    }

    /// Which other currency the data hold for `month` or later.
    fn further(&self, month: Month) -> Option<(Currency, Month)> {
        let mut others = self.others.iter();
        let (currency, last) = others.find(|(_, last)| **last >= month)?;
        Some((*currency, *last))
    }
}
