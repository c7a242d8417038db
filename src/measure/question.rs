//! The parts that all questions share: flows, perspective, time.

pub use super::error::MeasureError;
pub(crate) use super::selected::{KeyedSeries, SelectedSeries, Tells};
pub use super::span::Span;
use crate::frame::SeriesSet;
use crate::report::{Heading, Report, Subject};
use crate::trade::{
    Basis, Breakdown, Component, Flow, Goods, Partner, PartnerChoice, Period, Perspective, Series,
    SetRemark, UnitOfMeasure, Vintage,
};
use std::sync::Arc;

/// A question to any measure.
#[derive(Clone, Debug)]
pub struct Question {
    /// The flows, from the chosen perspective, in display order.
    pub flows: Vec<Flow>,
    /// Whether to leave out flows without figures, because none was asked for by name.
    pub only_with_figures: bool,
    /// Whose imports and exports are meant.
    pub perspective: Perspective,
    /// The partners, for the heading.
    pub partner: PartnerChoice,
    /// The release date asked for, for the heading.
    pub as_of: Option<Vintage>,
    /// The months.
    pub span: Span,
    /// Whether they were given as a period, so that the rows name it.
    pub names_period: bool,
    /// The goods, for the heading.
    pub goods: Goods,
    /// The breakdown.
    pub by: Option<Breakdown>,
}

/// A report, and its verdict on a yes-or-no question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The table, with its notes.
    pub report: Report,
    /// The verdict for scripts.
    pub verdict: Verdict,
}

impl Answer {
    /// An answer to a question that is not yes or no.
    pub fn of(report: Report) -> Answer {
        Answer {
            report,
            verdict: Verdict::Answered,
        }
    }
}

/// The outcome reported by the exit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Answered, or yes.
    Answered,
    /// No.
    No,
    /// Undecided, because data are missing.
    CannotTell,
}

impl Question {
    /// The series of the flows asked for, from the chosen perspective.
    pub(crate) fn select(&self, set: &SeriesSet) -> Result<SelectedSeries, MeasureError> {
        let mut all_series = Vec::new();
        for flow in &self.flows {
            let keyed = |set: &SeriesSet, part: Arc<Component>| KeyedSeries {
                flow: *flow,
                part: Some(part),
                series: self.as_seen_by(set, *flow),
            };
            let whole = self.as_seen_by(set, *flow);
            if self.only_with_figures && whole.is_empty() && !self.is_withheld(set, *flow) {
                continue;
            }
            let parts = set.parts.iter();
            let parts = parts.map(|(part, set)| keyed(set, part.clone()));
            all_series
                .extend(parts.filter(|keyed| !keyed.series.is_empty() || keyed.series.withholds()));
            all_series.push(KeyedSeries {
                flow: *flow,
                part: None,
                series: whole,
            });
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

    /// Whether the inputs cover a flow but its figures are withheld. A total or balance counts only
    /// if both of its sides are present; with imports alone it was not asked for.
    fn is_withheld(&self, set: &SeriesSet, flow: Flow) -> bool {
        let is_there = |flow| {
            let series = set.flow(flow);
            !series.is_empty() || series.withholds()
        };
        let sides = [Flow::Import, Flow::Export].map(is_there);
        let has_both = sides == [true; 2] || !matches!(flow, Flow::Total | Flow::Balance);
        has_both && self.as_seen_by(set, flow).withholds()
    }

    fn as_seen_by(&self, set: &SeriesSet, selected: Flow) -> Series {
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
            .filter(|flow| !self.as_seen_by(set, *flow).is_empty())
            .collect();
        MeasureError::NoFlow {
            flows: names(self.flows.clone()),
            held: names(held),
        }
    }

    /// The unit of the figures, from the first flow whose unit is known.
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
        // If the data have a single partner, the heading names it.
        let only = match set.partners_in_data.as_deref() {
            Some([name]) => Partner::find(name).map(|place| PartnerChoice::These(vec![place])),
            _ => None,
        };
        Heading {
            subject,
            partner: only.unwrap_or_else(|| self.partner.clone()),
            partners_in_data: set.partners_in_data.as_ref().map(Vec::len),
            perspective: self.perspective,
            currency: set.currency,
            period,
            reaches: None,
            as_of: self.as_of,
            goods: self.goods_told(set),
            by: self.by,
            unit: self.unit(set),
        }
    }

    /// The goods of the answer: those asked for, or the few that the data have. Figures of
    /// a part are never titled as the whole.
    fn goods_told(&self, set: &SeriesSet) -> Goods {
        let only = set.notes.iter().find_map(|note| match note {
            SetRemark::OneCode(code) => Some(vec![code.clone()]),
            SetRemark::FewChapters {
                chapters,
                short: Some(_),
            } => Some(chapters.clone()),
            _ => None,
        });
        let only = only.filter(|_| self.goods.is_all());
        // Published totals are of all goods.
        let of_rows = |flow: &Flow| {
            let series = set.flow(*flow);
            let mut figures = series.periods().filter_map(|one| series.figure(one));
            figures.all(|figure| figure.basis == Basis::Sum)
        };
        match only.filter(|_| Flow::ALL.iter().all(of_rows)) {
            Some(codes) => Goods::under(codes, Vec::new()),
            None => self.goods.clone(),
        }
    }
}
