//! Where a month missing from a selection may be found: in another currency, or in a later release.

use crate::trade::{Currency, Flow, Month, Vintage};
use std::collections::{BTreeMap, BTreeSet};

/// Months that the inputs have although the series of a selection may lack them.
#[derive(Clone, Default, Debug)]
pub struct MonthsElsewhere {
    /// Months of the other currencies, by currency and flow.
    others: BTreeMap<(Currency, Flow), BTreeSet<Month>>,
    /// Months in the currency asked for that were first released after the day asked for, with the
    /// date of that release.
    later: BTreeMap<(Flow, Month), Vintage>,
}

impl MonthsElsewhere {
    /// Adds a month found in another currency.
    pub(super) fn in_currency(&mut self, currency: Currency, flow: Flow, month: Month) {
        self.others
            .entry((currency, flow))
            .or_default()
            .insert(month);
    }

    /// Adds a month released after the day asked for.
    pub(super) fn released(&mut self, flow: Flow, month: Month, released: Vintage) {
        let first = self.later.entry((flow, month)).or_insert(released);
        *first = released.min(*first);
    }

    /// Another currency with a figure or a published change for one of the flows in the month.
    pub fn currency_with(&self, flows: &[Flow], month: Month) -> Option<Currency> {
        let has = |((_, flow), months): &(&(Currency, Flow), &BTreeSet<Month>)| {
            tells(*flow, flows) && months.contains(&month)
        };
        let found = self.others.iter().find(has);
        found.map(|((currency, _), _)| *currency)
    }

    /// Another currency that extends to `month` or beyond, and its last month.
    pub fn runs_to(&self, month: Month) -> Option<(Currency, Month)> {
        self.currencies().find(|(_, last)| *last >= month)
    }

    /// The other currencies, each with its last month.
    pub fn currencies(&self) -> impl Iterator<Item = (Currency, Month)> {
        let mut last: BTreeMap<Currency, Month> = BTreeMap::new();
        for ((currency, _), months) in &self.others {
            let own = last.get(currency).copied();
            let month = own.max(months.last().copied());
            last.extend(month.map(|month| (*currency, month)));
        }
        last.into_iter()
    }

    /// The first release of one of the flows in the month, if it came after the day asked for.
    pub fn released_later(&self, flows: &[Flow], month: Month) -> Option<Vintage> {
        let later = self.later.iter();
        let own = later.filter(|((flow, at), _)| *at == month && tells(*flow, flows));
        own.map(|(_, released)| *released).min()
    }
}

/// Whether rows of a flow matter for the flows asked for: total and balance need both.
fn tells(flow: Flow, asked: &[Flow]) -> bool {
    let is_made = |one: &Flow| matches!(one, Flow::Total | Flow::Balance);
    asked.contains(&flow) || asked.iter().any(is_made)
}
