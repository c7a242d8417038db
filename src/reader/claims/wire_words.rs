//! What the words of Chinese and Korean agencies are.

use super::months::{Named, Year};
use super::statement::Base;
use crate::trade::{Currency, StatedNumber, Superlative, Trend};

/// One of the two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Party {
    China,
    NorthKorea,
}

/// A flow as its word names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Noun {
    Imports,
    Exports,
    Trade,
    /// Its direction stands behind the amount: `무역수지는 1억 달러 흑자`.
    Balance,
    Surplus,
    Deficit,
}

/// A piece of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum WirePiece {
    /// A side by its name.
    Party(Party),
    /// The side that is traded with: `对朝鲜`, `대북`.
    Partner(Party),
    /// `中朝`, `북중`: both of them.
    Both,
    Noun(Noun),
    Year(Year),
    /// The first and the last month.
    Months(u32, u32),
    LastMonth,
    /// The month mentioned last: `当月`.
    ThatMonth,
    Base(Base),
    Trend(Trend),
    /// The first month after months that went the other way: `由降转升`.
    Turned(Trend),
    /// `持平`: too little to be called a change.
    Steady,
    Percent(StatedNumber),
    /// Not less than the first, not more than the second.
    PercentRange(StatedNumber, StatedNumber),
    Money(StatedNumber, Currency),
    /// So many times what it was a year earlier.
    Times(StatedNumber),
    /// So many months in a row.
    InARow(StatedNumber),
    /// Since when a record holds.
    Since(Named),
    /// The lowest or highest of all months with figures since then, or since then.
    End(Superlative, Known),
    Terms(Currency),
    /// The amount that follows is what it came to: `降至`.
    To,
    Comma,
    /// Says nothing.
    Filler,
    /// Not known.
    Unknown(String),
}

/// Of which months something is the lowest or highest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Known {
    /// Not since the month that is named, which was as low or as high.
    Since,
    /// Of all since the month that is named, as far as there are figures.
    AllSince,
    /// Of all that there are.
    All,
}
