//! What every question has in common: flows, side, time.

pub use super::error::MeasureError;
pub(crate) use super::selected::{KeyedSeries, SelectedSeries};
pub use super::span::Span;
use crate::frame::SeriesSet;
use crate::report::{Heading, Report, Subject};
use crate::trade::{
    Breakdown, Component, Flow, Goods, PartnerChoice, Period, Perspective, Series, UnitOfMeasure,
    Vintage,
};
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

<<<<<<< HEAD
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

=======
>>>>>>> voice
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
            if self.only_with_figures && whole.is_empty() && !self.is_withheld(set, *flow) {
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
                elsewhere: set.elsewhere.clone(),
            }),
            _ => Err(self.no_flow(set)),
        }
    }

    /// Whether the inputs cover a flow and its figures are withheld. A total or a balance is so where
    /// both of its sides are there; with imports alone it is not asked for.
    fn is_withheld(&self, set: &SeriesSet, flow: Flow) -> bool {
        let is_there = |flow| {
            let series = set.flow(flow);
            !series.is_empty() || series.withholds()
        };
        let sides = [Flow::Import, Flow::Export].map(is_there);
        let has_both = sides == [true; 2] || !matches!(flow, Flow::Total | Flow::Balance);
        has_both && self.as_told_by(set, flow).withholds()
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
            reaches: None,
            as_of: self.as_of,
            goods: self.goods.clone(),
            by: self.by,
            unit: self.unit(set),
        }
    }
}
