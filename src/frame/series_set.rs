//! The series that a selection comes down to.

use super::elsewhere::Elsewhere;
use super::flows;
use crate::trade::{Component, Currency, Flow, Series, SetRemark};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The series of one selection, one for each flow.
#[derive(Clone, Debug)]
pub struct SeriesSet {
    /// The currency that the selection came down to.
    pub currency: Currency,
    pub(crate) by_flow: BTreeMap<Flow, Series>,
    /// Where months may be found that the series lack.
    pub elsewhere: Elsewhere,
    /// Where all partners were asked for and no input says that it holds them all: those that the
    /// inputs hold, of which the series are the sum. `None`: titled as asked for.
    pub partners_held: Option<Vec<Arc<str>>>,
    /// What a careful reader must know of how the series were made.
    pub notes: Vec<SetRemark>,
    /// The parts of a split, in the order of their codes; empty where nothing is split. For every
    /// month and flow they add up to the series of the whole, where none of them is missing.
    pub parts: Vec<(Arc<Component>, SeriesSet)>,
}

impl SeriesSet {
    /// Makes total and balance from the flows that are given.
    pub fn new(currency: Currency, series: Vec<Series>) -> SeriesSet {
        let mut by_flow: BTreeMap<Flow, Series> = series
            .into_iter()
            .map(|series| (series.flow, series))
            .collect();
        for flow in Flow::ALL {
            by_flow
                .entry(flow)
                .or_insert_with(|| Series::new(flow, currency));
        }
        flows::complete(&mut by_flow);
        SeriesSet {
            currency,
            by_flow,
            elsewhere: Elsewhere::default(),
            partners_held: None,
            notes: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The unit values that these values and those quantities come to. There is none of imports and
    /// exports together.
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

    /// The series of a flow, seen from the reporter's side.
    pub fn flow(&self, flow: Flow) -> &Series {
        // `new` puts every flow in; the map is never without one.
        &self.by_flow[&flow]
    }
}
