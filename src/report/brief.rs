//! The brief on a month, before it is put into words.

use crate::trade::{Amount, Flow, Interval, Missing, Month, Name, Period, Ratio, SaidBy, Sign};

/// The brief on a month, in the order of its sentences. States only what the figures support: what
/// rounding or missing data leave uncertain is given as uncertain.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The month.
    pub month: Month,
    /// The last month with any figure, if that is later and this month was not asked for.
    pub newer: Option<Month>,
    /// The facts about imports and exports.
    pub flows: Vec<FlowBrief>,
    /// Whether the only flow is the total because neither imports nor exports are known.
    pub is_split_unknown: bool,
    /// Exports minus imports in the month.
    pub balance: Option<StatedAmount>,
    /// The goods that contributed most to the change of a flow.
    pub drivers: Vec<Driver>,
}

/// The facts about one flow.
#[derive(Clone, Debug)]
pub struct FlowBrief {
    /// The flow.
    pub flow: Flow,
    /// The month itself.
    pub month: Statement,
    /// The streak that ends with the month.
    pub streak: Option<StreakStatement>,
    /// January to the month; `None` for January itself.
    pub to_date: Option<Statement>,
    /// The record, if the value is the lowest or highest on record.
    pub record: Option<RecordStatement>,
}

/// A period's value and its change from a year earlier.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The period.
    pub period: Period,
    /// The change.
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
        /// The lowest and highest possible change within rounding; the highest is excluded, and
        /// missing if the base may be zero.
        ends: [Option<Ratio>; 2],
        /// [`Sign::Fall`] or [`Sign::Rise`].
        sign: Sign,
        /// The percentage, in as many digits as are certain.
        stated: StatedPercent,
        /// The base, if the change is more than tenfold: it says more than such a percentage.
        from: Option<StatedAmount>,
        /// Who worked it out, if it was published and the levels give none.
        as_published: Option<Box<SaidBy>>,
    },
    /// A rise or a fall, which of them is uncertain because of rounding.
    Uncertain {
        /// Whether it is small either way.
        is_small: bool,
    },
    /// Exactly the same value.
    Unchanged,
    /// Some trade after none.
    FromNothing,
    /// Some trade after little or none: the base is zero after rounding.
    FromRounded,
    /// No trade after some.
    ToNothing {
        /// The value a year earlier.
        base: StatedAmount,
    },
    /// No trade in either year.
    NoTrade,
    /// Unknown, for this reason.
    Unknown(Missing),
}

/// The size of a percentage as far as it is certain, without its sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatedPercent {
    /// This number, rounded.
    To {
        /// All digits, including decimals.
        digits: u128,
        /// The number of decimals.
        decimals: u32,
    },
    /// More than this number: a fall to almost nothing.
    MoreThan {
        /// All digits, including decimals.
        digits: u128,
        /// The number of decimals.
        decimals: u32,
    },
    /// About this many percent.
    About(u128),
    /// Between these two, in tenths of a percent.
    Between(u128, u128),
    /// This many tenths of a percent or more.
    AtLeast(u128),
}

/// An amount with its rounding interval.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatedAmount {
    /// The amount.
    pub value: Amount,
    /// Its rounding interval.
    pub interval: Interval,
}

impl StatedAmount {
    /// Whether it is certain to be nothing.
    pub fn is_nothing(self) -> bool {
        self.interval == Interval::exact(Amount::ZERO)
    }

    /// Whether it is certain to be above zero or certain to be below.
    pub fn has_certain_sign(&self) -> bool {
        !self.interval.meets(Interval::exact(Amount::ZERO))
    }
}

/// A streak.
#[derive(Clone, Debug)]
pub struct StreakStatement {
    /// [`Sign::Fall`] or [`Sign::Rise`].
    pub direction: Sign,
    /// The length in months.
    pub months: u32,
    /// Whether it may be longer, because data are missing.
    pub is_at_least: bool,
    /// For a streak of one month: the length of the opposite streak before it, and whether that is
    /// a minimum.
    pub after: Option<(u32, bool)>,
}

/// A record among all months with figures.
#[derive(Clone, Debug)]
pub struct RecordStatement {
    /// Whether it is the lowest; otherwise the highest.
    pub is_lowest: bool,
    /// The first month with figures.
    pub from: Month,
}

/// A good that contributed much to the change of a flow.
#[derive(Clone, Debug)]
pub struct Driver {
    /// The flow.
    pub flow: Flow,
    /// The HS code of the good.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Its contribution to the change of the flow, in percentage points (as a share of the base).
    pub contribution: Ratio,
}
