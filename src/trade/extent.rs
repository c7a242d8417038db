//! How far back a count or a record is known to go.
//!
//! Source: docs/definitions.md, "Streak", "Record".

/// How far back a count or a record is known to go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Extent {
    /// Exactly so far.
    Exact,
    /// At least so far: missing data or rounding leave the rest open.
    AtLeast,
    /// So far among the months with figures: a month in between has none.
    Open,
}

impl Extent {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Extent::Exact => "exact",
            Extent::AtLeast => "at_least",
            Extent::Open => "open",
        }
    }
}

/// One end of a ranking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extreme {
    /// The lowest.
    Low,
    /// The highest.
    High,
}

/// A month that is the lowest or highest of its window for certain, or alone in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OnRecord {
    /// Every other month is above it.
    Lowest,
    /// Every other month is below it.
    Highest,
    /// There is no other month.
    Only,
}

impl OnRecord {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            OnRecord::Lowest => "lowest",
            OnRecord::Highest => "highest",
            OnRecord::Only => "only",
        }
    }
}
