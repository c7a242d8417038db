use super::{Breakdown, Currency, Goods, Groups, Measure, PartnerChoice, SanctionSplit, Vintage};

/// Which series a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    /// With whom.
    pub partner: PartnerChoice,
    /// In which currency; `None`: dollars where the data hold them, else the one they hold.
    pub currency: Option<Currency>,
    /// Only what had been released by then.
    pub as_of: Option<Vintage>,
    /// Which goods.
    pub goods: Goods,
    /// What is measured.
    pub measure: Measure,
    /// What it is split by.
    pub by: Option<Breakdown>,
    /// The groups of goods that a split by group distinguishes; `None`: those that are built in.
    pub groups: Option<Groups>,
    /// What a split by sanctions distinguishes.
    pub sanctions: Option<SanctionSplit>,
}

impl Selection {
    /// The groups of goods that a split by group distinguishes.
    pub fn groups(&self) -> &Groups {
        self.groups.as_ref().unwrap_or_else(|| Groups::built_in())
    }

    /// The same, measured otherwise.
    pub fn measuring(&self, measure: Measure) -> Selection {
        Selection {
            measure,
            ..self.clone()
        }
    }
}
