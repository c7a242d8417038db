//! Why a sum is missing: what it lacks.

use crate::trade::{Breakdown, Missing, Observations, Period, Reason, Selection, TextId, Thing};
use std::collections::BTreeSet;

/// The reason for a good without a row in files not known to cover all goods.
pub(super) fn no_row(period: Period, lacking: Vec<Thing>, selection: &Selection) -> Missing {
    let beside_goods = matches!(
        selection.by,
        Some(Breakdown::Province | Breakdown::TradeMode | Breakdown::Partner)
    );
    let reason = match (beside_goods, lacking.is_empty()) {
        (true, true) => Reason::NoData,
        (true, false) => Reason::ComponentMissing,
        (false, _) => Reason::NoRow,
    };
    Missing::new(reason, period).lacking(lacking)
}

/// The goods with these codes, skipping rows without a code.
pub(super) fn goods(codes: &BTreeSet<TextId>, observations: &Observations) -> Vec<Thing> {
    let coded = codes.iter().filter(|code| **code != TextId::EMPTY);
    let named = coded.map(|code| Thing::Hs(observations.text_of(*code).to_string()));
    named.collect()
}

/// The reason for a sum that lacks some of its components.
pub(super) fn lacks(period: Period, lacking: Vec<Thing>) -> Missing {
    Missing::new(Reason::ComponentMissing, period).lacking(lacking)
}
