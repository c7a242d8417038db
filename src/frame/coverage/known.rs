//! What is known about the inputs from outside them: the user's declarations and built-in totals.

use crate::trade::Observations;
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
