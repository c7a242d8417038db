//! What is known of the inputs beside what stands in them.

use crate::trade::Observations;
use std::fmt;
use std::sync::LazyLock;

/// What is known of the inputs beside what stands in them.
#[derive(Debug, Default)]
pub struct Known {
    /// Whether the user says that every input holds all goods.
    pub all_goods: bool,
    /// Whether the user says that the inputs hold all partners.
    pub all_partners: bool,
    /// Published totals that are compiled in, which rows of detail may add up to.
    pub totals: PublishedTotals,
}

/// Totals that are read only when something asks for them: nearly no run does.
pub struct PublishedTotals(LazyLock<Option<Observations>, Read>);

type Read = Box<dyn FnOnce() -> Option<Observations> + Send>;

impl PublishedTotals {
    /// Totals that `read` gives.
    pub fn by(read: impl FnOnce() -> Option<Observations> + Send + 'static) -> PublishedTotals {
        PublishedTotals(LazyLock::new(Box::new(read)))
    }

    /// Them, read now where they were not before.
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
