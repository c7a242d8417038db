//! The statement of a claim: a percentage, an amount, a run of months, a record, a direction.

use super::{Bounds, Currency, Month, Period, QuantityUnit, StatedNumber};
use std::fmt;

mod read;

/// The direction of a change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Trend {
    /// Down.
    Fall,
    /// Up.
    Rise,
}

/// The kind of record.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Superlative {
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

/// How far back a record is claimed to reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordSpan {
    /// The lowest (or highest) since this period.
    Since(Period),
    /// The lowest (or highest) ever, since this month if the claim gives a start.
    OnRecord(Option<Month>),
}

/// The unit of a stated number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatedUnit {
    /// Percent.
    Percent,
    /// A multiple of a base.
    Times,
    /// Units of a currency.
    Money(Currency),
    /// A unit of quantity, and its size in thousandths of the base unit.
    Quantity(QuantityUnit, i128),
}

/// What a claim states about a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stated {
    /// A number.
    Number(StatedNumber, StatedUnit),
    /// A rise or fall, without a number.
    Moved(Trend),
    /// A number of consecutive months, with the direction if stated.
    Months(StatedNumber, Option<Trend>),
    /// A record.
    Record(Superlative, RecordSpan),
}

impl Stated {
    /// Whether it is a percentage.
    pub fn is_percent(&self) -> bool {
        matches!(self, Stated::Number(_, StatedUnit::Percent))
    }

    /// The amount of money in thousandths, if it is meant as printed.
    pub fn amount(&self) -> Option<super::Ratio> {
        match self {
            Stated::Number(number, StatedUnit::Money(_)) => number.value(3),
            _ => None,
        }
    }

    /// The values it allows if zeros at the end of a whole number are due to rounding:
    /// `540 million`.
    pub fn widest(&self) -> Option<Bounds> {
        match self {
            Stated::Number(number, StatedUnit::Money(_)) => number.widest(3),
            Stated::Number(number, StatedUnit::Quantity(_, factor)) => {
                number.widest(0)?.scaled(*factor, 1)
            }
            _ => self.bounds(),
        }
    }

    /// The values it allows, in the unit in which figures of the metric are compared: shares for
    /// percentages, quotients for multiples, thousandths for money and quantities, months for runs.
    /// `None` for a record.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Stated::Number(number, StatedUnit::Percent) => number.bounds(-2),
            Stated::Number(number, StatedUnit::Times) => number.bounds(0),
            Stated::Number(number, StatedUnit::Money(_)) => number.bounds(3),
            Stated::Number(number, StatedUnit::Quantity(_, factor)) => {
                number.bounds(0)?.scaled(*factor, 1)
            }
            // Exactly this many months.
            Stated::Months(number, _) => {
                let whole = super::Ratio::whole(number.digits);
                Some(match number.precision {
                    super::Precision::Printed => Bounds::closed(Some(whole), Some(whole)),
                    _ => number.bounds(0)?,
                })
            }
            Stated::Moved(Trend::Rise) => Some(Bounds::above(super::Ratio::whole(0))),
            Stated::Moved(Trend::Fall) => Some(Bounds::below(super::Ratio::whole(0))),
            Stated::Record(..) => None,
        }
    }
}

impl fmt::Display for RecordSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecordSpan::Since(period) if period.len() == 12 && period.from.month() == 1 => {
                write!(f, "since:{}", period.from.year())
            }
            RecordSpan::Since(period) => write!(f, "since:{period}"),
            RecordSpan::OnRecord(None) => f.write_str("on-record"),
            RecordSpan::OnRecord(Some(month)) => write!(f, "on-record:{month}"),
        }
    }
}

impl fmt::Display for Stated {
    /// As in machine columns: `-37.9 %`, `266400000`, `2.2`, `7`, `lowest-since:2017-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stated::Number(number, unit) => {
                match unit {
                    // `1000 %`, never `1.0 thousand %`.
                    StatedUnit::Percent => write!(f, "{}", number.in_full())?,
                    _ => write!(f, "{number}")?,
                }
                match unit {
                    StatedUnit::Percent => f.write_str(" %"),
                    StatedUnit::Times => f.write_str(" times"),
                    StatedUnit::Money(currency) => write!(f, " {currency}"),
                    StatedUnit::Quantity(unit, factor) => match unit.name_of(*factor) {
                        Some(name) => write!(f, " {name}"),
                        None => Ok(()),
                    },
                }
            }
            Stated::Moved(Trend::Rise) => f.write_str("rise"),
            Stated::Moved(Trend::Fall) => f.write_str("fall"),
            Stated::Months(number, None) => write!(f, "{number}"),
            Stated::Months(number, Some(Trend::Fall)) => write!(f, "{number} falls"),
            Stated::Months(number, Some(Trend::Rise)) => write!(f, "{number} rises"),
            Stated::Record(Superlative::Lowest, reach) => write!(f, "lowest-{reach}"),
            Stated::Record(Superlative::Highest, reach) => write!(f, "highest-{reach}"),
        }
    }
}
