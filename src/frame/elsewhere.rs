//! Where a month may be found that a selection lacks: in another currency, in a later release.

use crate::trade::{Currency, Flow, Month, Vintage};
use std::collections::{BTreeMap, BTreeSet};

/// The months of a selection that its series may lack and the inputs have.
#[derive(Clone, Default, Debug)]
pub struct Elsewhere {
    /// By currency and flow, those of the other currencies.
    others: BTreeMap<(Currency, Flow), BTreeSet<Month>>,
    /// Those of the currency itself that were first released after the day asked for, with that
    /// release.
    later: BTreeMap<(Flow, Month), Vintage>,
}

impl Elsewhere {
    /// A month that another currency has.
    pub(super) fn in_currency(&mut self, currency: Currency, flow: Flow, month: Month) {
        self.others
            .entry((currency, flow))
            .or_default()
            .insert(month);
    }

    /// A month with a release after the day asked for.
    pub(super) fn released(&mut self, flow: Flow, month: Month, released: Vintage) {
        let first = self.later.entry((flow, month)).or_insert(released);
        *first = released.min(*first);
    }

    /// Another currency that has a figure or a published change of one of the flows in the month.
    pub fn currency_with(&self, flows: &[Flow], month: Month) -> Option<Currency> {
        let has = |((_, flow), months): &(&(Currency, Flow), &BTreeSet<Month>)| {
            tells(*flow, flows) && months.contains(&month)
        };
        let found = self.others.iter().find(has);
        found.map(|((currency, _), _)| *currency)
    }

    /// Another currency that runs to `month` or further, and its last month.
    pub fn runs_to(&self, month: Month) -> Option<(Currency, Month)> {
        self.currencies().find(|(_, last)| *last >= month)
    }

    /// The other currencies, with the last month of each.
    pub fn currencies(&self) -> impl Iterator<Item = (Currency, Month)> {
        let mut last: BTreeMap<Currency, Month> = BTreeMap::new();
        for ((currency, _), months) in &self.others {
            let own = last.get(currency).copied();
            let month = own.max(months.last().copied());
            last.extend(month.map(|month| (*currency, month)));
        }
        last.into_iter()
    }

    /// The first release of one of the flows in the month, where it is later than the day asked
    /// for.
    pub fn released_later(&self, flows: &[Flow], month: Month) -> Option<Vintage> {
        let later = self.later.iter();
        let own = later.filter(|((flow, at), _)| *at == month && tells(*flow, flows));
        own.map(|(_, released)| *released).min()
    }
}

/// Whether rows of a flow bear on the flows asked for: total and balance are made of both.
fn tells(flow: Flow, asked: &[Flow]) -> bool {
    let is_made = |one: &Flow| matches!(one, Flow::Total | Flow::Balance);
    asked.contains(&flow) || asked.iter().any(is_made)
}
