//! The series that answer a selection.

use super::elsewhere::MonthsElsewhere;
use super::flows;
use crate::trade::{Component, Currency, Flow, Series, SetRemark};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The series of one selection, one per flow.
#[derive(Clone, Debug)]
pub struct SeriesSet {
    /// The currency of the series.
    pub currency: Currency,
    pub(crate) by_flow: BTreeMap<Flow, Series>,
    /// Where months that the series lack may be found.
    pub elsewhere: MonthsElsewhere,
    /// The names of the partners in the inputs, when all partners were asked for, the series are
    /// their sum, and nothing says that the inputs cover all partners. `None`: titled as asked for.
    pub partners_in_data: Option<Vec<Arc<str>>>,
    /// Notes for the user on how the series were made.
    pub notes: Vec<SetRemark>,
    /// The components of a breakdown, in the order of their codes; empty without a breakdown. In
    /// every month and flow they add up to the series of the whole, unless one of them is missing.
    pub parts: Vec<(Arc<Component>, SeriesSet)>,
}

impl SeriesSet {
    /// Derives total and balance from the given flows.
    pub fn new(currency: Currency, series: Vec<Series>) -> SeriesSet {
        let mut set = SeriesSet::as_given(currency, series);
        flows::complete(&mut set.by_flow);
        set
    }

    /// The given flows alone: a total or balance is there only if it was given.
    pub(super) fn as_given(currency: Currency, series: Vec<Series>) -> SeriesSet {
        let mut by_flow: BTreeMap<Flow, Series> = series
            .into_iter()
            .map(|series| (series.flow, series))
            .collect();
        for flow in Flow::ALL {
            by_flow
                .entry(flow)
                .or_insert_with(|| Series::new(flow, currency));
        }
        SeriesSet {
            currency,
            by_flow,
            elsewhere: MonthsElsewhere::default(),
            partners_in_data: None,
            notes: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The unit values: these values over those quantities. Imports and exports together have none.
    pub(crate) fn per(self, quantities: &SeriesSet) -> SeriesSet {
        let divided = [Flow::Import, Flow::Export].map(|flow| {
            let values = self.flow(flow).clone();
            (flow, values.per(quantities.flow(flow).clone()))
        });
        let rest =
            [Flow::Total, Flow::Balance].map(|flow| (flow, Series::new(flow, self.currency)));
        let parts = self.parts.into_iter().filter_map(|(part, values)| {
            let mut parts = quantities.parts.iter();
            let (_, counts) = parts.find(|(other, _)| other.code == part.code)?;
            Some((part, values.per(counts)))
        });
        SeriesSet {
            by_flow: divided.into_iter().chain(rest).collect(),
            parts: parts.collect(),
            ..self
        }
    }

    /// The series of a flow, from the reporter's side.
    pub fn flow(&self, flow: Flow) -> &Series {
        // `new` adds every flow, so the index cannot fail.
        &self.by_flow[&flow]
    }
}
