//! What the files do not show about trade under measures: months without any row, and goods without
//! a row in files that are not known to cover all goods.
//!
//! Source: docs/definitions.md, "Coverage".

use super::goods::GoodsInData;
use super::rows::note;
use crate::report::{Remark, SanctionRemark};
use crate::trade::{Flow, Month, Period, Sanction};
use std::sync::Arc;

/// Whether the data show how much of these goods was traded in a flow and month.
pub type Knows<'a> = &'a dyn Fn(&[Arc<str>], Flow, Month) -> bool;

/// What is not known.
pub(super) struct NotHeld {
    /// Flows, as shown, and months without a row.
    empty: Vec<(Flow, Month)>,
    /// Bans in force on goods without a row, in months with rows.
    measures: Vec<Arc<str>>,
}

/// Finds what the files lack for `measures` of which no good was found. Published figures of single
/// goods do not count as files. A flow that the files do not have at all is not checked.
pub(super) fn of(
    held: &GoodsInData,
    knows: Knows<'_>,
    directions: &[(Flow, Flow)],
    months: &[Month],
    measures: &[&Sanction],
) -> NotHeld {
    let mut found = NotHeld {
        empty: Vec::new(),
        measures: Vec::new(),
    };
    if held.whole.is_none() {
        return found;
    }
    for (shown, flow) in directions {
        let mut all = held.list.iter().filter_map(|good| good.values.as_ref());
        if all.all(|set| set.flow(*flow).is_empty()) {
            continue;
        }
        let has_row = |month: &Month| {
            let mut sets = held.list.iter().filter_map(|good| good.values.as_ref());
            sets.any(|set| set.flow(*flow).figure(Period::month(*month)).is_some())
        };
        let (with_rows, empty): (Vec<Month>, Vec<Month>) =
            months.iter().copied().partition(has_row);
        found
            .empty
            .extend(empty.into_iter().map(|month| (*shown, month)));
        let of_flow: Vec<&Sanction> = measures
            .iter()
            .copied()
            .filter(|one| one.flow == *flow && !one.prefixes.is_empty())
            .collect();
        let is_known = |prefixes: &[Arc<str>]| {
            let mut months = with_rows.iter();
            months.all(|month| knows(prefixes, *flow, *month))
        };
        let mut together: Vec<Arc<str>> = of_flow
            .iter()
            .flat_map(|one| one.prefixes.iter().cloned())
            .collect();
        together.sort();
        together.dedup();
        if together.is_empty() || is_known(&together) {
            continue;
        }
        let unknown = of_flow.iter().filter(|one| !is_known(&one.prefixes));
        found.measures.extend(unknown.map(|one| one.id.clone()));
    }
    found
}

impl NotHeld {
    /// Whether a month asked for has no row of a flow.
    pub fn has_empty_month(&self) -> bool {
        !self.empty.is_empty()
    }

    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if !self.empty.is_empty() {
            remarks.push(note(SanctionRemark::NoRows(self.empty.clone())));
        }
        if !self.measures.is_empty() {
            remarks.push(note(SanctionRemark::GoodsNotHeld(self.measures.clone())));
        }
        remarks
    }
}
