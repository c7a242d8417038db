//! The selection of a series: partners, goods, currency, measure, release date, breakdown.

use super::{Breakdown, Currency, Goods, Groups, Measure, PartnerChoice, SanctionSplit, Vintage};

/// Which series a question asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    /// The partners.
    pub partner: PartnerChoice,
    /// The currency; `None` for dollars if the data have them, otherwise the other one.
    pub currency: Option<Currency>,
    /// If set, only what had been released by then.
    pub as_of: Option<Vintage>,
    /// The goods.
    pub goods: Goods,
    /// The measure.
    pub measure: Measure,
    /// The breakdown.
    pub by: Option<Breakdown>,
    /// The groups used for a breakdown by group; `None` for the built-in ones.
    pub groups: Option<Groups>,
    /// The components used for a breakdown by sanctions.
    pub sanctions: Option<SanctionSplit>,
}

impl Selection {
    /// The groups used for a breakdown by group.
    pub fn groups(&self) -> &Groups {
        self.groups.as_ref().unwrap_or_else(|| Groups::built_in())
    }

    /// Whether what was released then counts: by the day asked for, if any. Undated rows do not count
    /// on any day.
    pub fn is_released(&self, released: Option<Vintage>) -> bool {
        match self.as_of {
            Some(day) => released.is_some_and(|released| released.is_by(day)),
            None => true,
        }
    }

    /// The same selection with another measure.
    pub fn measuring(&self, measure: Measure) -> Selection {
        Selection {
            measure,
            ..self.clone()
        }
    }
}
