//! What is known about the inputs from outside them: the user's declarations and built-in totals.

use crate::frame::coverage::stated::StatedMonths;
use crate::frame::period_flow::PeriodFlow;
use crate::trade::{Observations, PartnerChoice};
use std::fmt;
use std::sync::LazyLock;

/// What the user declares about the inputs, and published totals to compare them with.
#[derive(Debug, Default)]
pub struct OutsideKnowledge {
    /// Whether the user declares that every input covers all goods (`--all-goods`).
    pub all_goods: bool,
    /// Whether the user declares that the inputs cover all partners (`--all-partners`).
    pub all_partners: bool,
    /// Built-in published totals, which detail rows may add up to.
    pub totals: PublishedTotals,
    /// Whether figures that different bodies compiled are refused in one series. The built-in
    /// figures of other bodies, by which claims are judged, quote customs among their own.
    pub by_one_body: bool,
    /// What was stated about the inputs of an archive when they were added.
    pub stated: StatedMonths,
}

impl OutsideKnowledge {
    /// Whether the inputs are stated to have all goods of some partners in a month.
    pub fn has_all_goods(&self, period_flow: PeriodFlow, partner: &PartnerChoice) -> bool {
        self.all_goods || self.stated.has_all_goods(period_flow, partner)
    }

    /// Whether the inputs are stated to have all goods of some partners in all months.
    pub fn has_all_goods_always(&self, partner: &PartnerChoice) -> bool {
        self.all_goods || self.stated.has_all_goods_always(partner)
    }

    /// Whether the inputs are stated to have all partners in a month.
    pub fn has_all_partners(&self, period_flow: PeriodFlow) -> bool {
        self.all_partners || self.stated.has_all_partners(period_flow)
    }

    /// Whether the inputs are stated to have all partners in all months.
    pub fn has_all_partners_always(&self) -> bool {
        self.all_partners || self.stated.has_all_partners_always()
    }
}

/// Published totals, read on first use; most runs never need them.
pub struct PublishedTotals(LazyLock<Option<Observations>, Read>);

type Read = Box<dyn FnOnce() -> Option<Observations> + Send>;

impl PublishedTotals {
    /// Totals that `read` will return when they are first needed.
    pub fn by(read: impl FnOnce() -> Option<Observations> + Send + 'static) -> PublishedTotals {
        PublishedTotals(LazyLock::new(Box::new(read)))
    }

    /// The totals, read now if they have not been read yet.
    pub fn get(&self) -> Option<&Observations> {
        self.0.as_ref()
    }
}

impl Default for PublishedTotals {
    fn default() -> PublishedTotals {
        PublishedTotals::by(|| None)
    }
}

impl fmt::Debug for PublishedTotals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublishedTotals")
    }
}
