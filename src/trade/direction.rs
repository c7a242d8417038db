//! The direction of a change.

use super::{Named, Sign};

/// The direction of a streak.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Direction {
    /// Strictly below zero.
    Fall,
    /// Strictly above zero.
    Rise,
}

impl Named for Direction {
    const EVERY: &'static [Direction] = &[Direction::Fall, Direction::Rise];

    fn words(self) -> &'static [&'static str] {
        match self {
            Direction::Fall => &["fall", "falls", "down"],
            Direction::Rise => &["rise", "rises", "up"],
        }
    }
}

impl Direction {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Fall => "fall",
            Direction::Rise => "rise",
        }
    }

    /// The direction of a change with this sign; `None` if it has none, or none that is certain.
    pub fn of(sign: Sign) -> Option<Direction> {
        match sign {
            Sign::Fall => Some(Direction::Fall),
            Sign::Rise => Some(Direction::Rise),
            Sign::Flat | Sign::Uncertain => None,
        }
    }

    /// The other direction.
    pub fn opposite(self) -> Direction {
        match self {
            Direction::Fall => Direction::Rise,
            Direction::Rise => Direction::Fall,
        }
    }

    /// The sign of a change in this direction.
    pub fn sign(self) -> Sign {
        match self {
            Direction::Fall => Sign::Fall,
            Direction::Rise => Sign::Rise,
        }
    }
}
