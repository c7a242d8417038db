//! The kinds of words used by Chinese and Korean agencies.

use super::months::{MonthsOfYear, Year};
use super::party::Party;
use super::statement::Base;
use crate::trade::{Currency, StatedNumber, Superlative, Trend};

/// A noun for a flow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Noun {
    Imports,
    Exports,
    Trade,
    /// A balance, whose direction follows the amount: `무역수지는 1억 달러 흑자`.
    Balance,
    Surplus,
    Deficit,
}

/// A piece of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum WirePiece {
    /// The name of a country.
    Party(Party),
    /// The country that is traded with: `对朝鲜`, `대북`.
    Partner(Party),
    /// Both countries, China first: `中朝`.
    Both,
    /// Both countries, North Korea first: `朝中`, `북중`. Whose exports follow is not said.
    NorthKoreaAndChina,
    Noun(Noun),
    Year(Year),
    /// The first and the last month.
    Months(u32, u32),
    LastMonth,
    /// The month mentioned last: `当月`.
    ThatMonth,
    Base(Base),
    /// The year to date up to the month named: `累计`, `누계`.
    Cumulative,
    Trend(Trend),
    /// The first month after a run in the other direction: `由降转升`.
    Turned(Trend),
    /// `持平`: too small to be called a change.
    Steady,
    Percent(StatedNumber),
    /// At least the first, at most the second.
    PercentRange(StatedNumber, StatedNumber),
    Money(StatedNumber, Currency),
    Tonnes(StatedNumber),
    /// Goods, by their codes.
    Goods(&'static [&'static str]),
    /// The flow is meant by quantity: `进口量`.
    Volume,
    /// This many times the value of a year earlier.
    Times(StatedNumber),
    /// More by this many times that value, as a percentage: `增长两倍`.
    TimesMore(StatedNumber),
    /// This number of months in a row.
    InARow(StatedNumber),
    /// The start of the period of a record.
    Since(MonthsOfYear),
    /// The lowest or highest, and among which months.
    End(Superlative, RecordScope),
    Terms(Currency),
    /// The amount that follows is the resulting level: `降至`, and the direction if it has one.
    To(Option<Trend>),
    /// The amount that follows is that of the base just named.
    BaseLevel,
    Comma,
    /// A word without meaning.
    Filler,
    /// An unknown word.
    Unknown(String),
}

/// The months among which a figure is the lowest or highest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RecordScope {
    /// Those after the stated month, which was as low or as high.
    Since,
    /// Those from the stated month on, as far as there are figures.
    AllSince,
    /// All months with figures.
    All,
}
