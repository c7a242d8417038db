//! The statement of a month as a wire would run it, before it is put into words.

use crate::trade::{Amount, Flow, Interval, Missing, Month, Name, Period, Ratio, Sign};

/// The statement on a month, in the order of its sentences. Only what the figures carry: a
/// figure that rounding or missing data leave open is given as open.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The month.
    pub month: Month,
    /// The last month with any figure, where that is later and the month was not asked for.
    pub newer: Option<Month>,
    /// Imports, exports: of each what is known.
    pub flows: Vec<FlowBrief>,
    /// Exports less imports in the month.
    pub balance: Option<StatedAmount>,
    /// The goods that did most to the change of a flow.
    pub drivers: Vec<Driver>,
}

/// The statement on one flow.
#[derive(Clone, Debug)]
pub struct FlowBrief {
    /// The flow.
    pub flow: Flow,
    /// The month.
    pub month: Statement,
    /// The streak that the month ends.
    pub streak: Option<StreakStatement>,
    /// January to the month; none for January itself.
    pub to_date: Option<Statement>,
    /// The lowest or the highest value on record.
    pub record: Option<RecordStatement>,
}

/// A period's value and its change from a year earlier.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The period.
    pub period: Period,
    /// How it changed.
    pub change: StatedChange,
    /// The value.
    pub value: Option<StatedAmount>,
}

/// A change from a year earlier.
#[derive(Clone, Debug)]
pub enum StatedChange {
    /// Up or down.
    Moved {
        /// The change, as a share of the base.
        percent: Ratio,
        /// The least and the most that rounding leaves open, the most not itself possible.
        ends: [Ratio; 2],
        /// [`Sign::Fall`] or [`Sign::Rise`].
        sign: Sign,
        /// As many digits as are certain.
        stated: StatedPercent,
        /// Whether it is the office's own change, where the levels give none.
        as_published: bool,
    },
    /// Rounding leaves open whether it went up or down.
    Uncertain,
    /// Exactly the same.
    Unchanged,
    /// Something after nothing.
    FromNothing,
    /// Nothing after something.
    ToNothing {
        /// What there was a year earlier.
        base: StatedAmount,
    },
    /// Nothing in either year.
    NoTrade,
    /// There is no change, for this reason.
    Unknown(Missing),
}

/// The size of a percentage, as far as it is certain; without its sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatedPercent {
    /// These digits are certain.
    To {
        /// Digits, the decimals among them.
        digits: u128,
        /// How many of them are decimals.
        decimals: u32,
    },
    /// More than these digits: a fall to next to nothing.
    MoreThan {
        /// Digits, the decimals among them.
        digits: u128,
        /// How many of them are decimals.
        decimals: u32,
    },
    /// About so many whole percent.
    About(u128),
    /// Between these tenths of a percent.
    Between(u128, u128),
}

/// An amount with what its rounding leaves open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatedAmount {
    /// The amount.
    pub value: Amount,
    /// Where it lies.
    pub interval: Interval,
}

/// A streak.
#[derive(Clone, Debug)]
pub struct StreakStatement {
    /// [`Sign::Fall`] or [`Sign::Rise`].
    pub direction: Sign,
    /// How many months.
    pub months: u32,
    /// Whether missing data leave open that it is longer.
    pub is_at_least: bool,
    /// Of a streak of one month: how many months went the other way before, and whether at least.
    pub after: Option<(u32, bool)>,
}

/// The lowest or highest month of all that have figures.
#[derive(Clone, Debug)]
pub struct RecordStatement {
    /// The lowest, or the highest.
    pub is_lowest: bool,
    /// Since when there are figures.
    pub from: Month,
}

/// A good that did much to the change of a flow.
#[derive(Clone, Debug)]
pub struct Driver {
    /// The flow.
    pub flow: Flow,
    /// The good's code.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Its contribution to the change of the flow, in percentage points (as a share of the base).
    pub contribution: Ratio,
}
