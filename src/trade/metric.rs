//! What figure of the trade a claim is of.

use super::claim_error::ClaimError;
use std::str::FromStr;

/// What a claim is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Metric {
    /// The value of the flow.
    Value,
    /// Its change from the same months a year earlier.
    Yoy,
    /// The same, of the year to date.
    YtdYoy,
    /// Its change from the month before.
    Mom,
    /// How many months in a row it changed one way from a year earlier.
    Streak,
    /// How many months in a row it changed one way from the month before.
    StreakMom,
    /// The lowest or highest, and since when.
    Record,
    /// The part that the goods are of all goods.
    Share,
    /// How many times the same months a year earlier it is.
    Ratio,
    /// The quantity of the goods.
    Quantity,
    /// Exports less imports.
    Balance,
    /// The change of the balance from a year earlier.
    BalanceYoy,
    /// The part of the flow that a sanction covers.
    Coverage,
}

impl Metric {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Metric; 13] = [
        Metric::Value,
        Metric::Yoy,
        Metric::YtdYoy,
        Metric::Mom,
        Metric::Streak,
        Metric::StreakMom,
        Metric::Record,
        Metric::Share,
        Metric::Ratio,
        Metric::Quantity,
        Metric::Balance,
        Metric::BalanceYoy,
        Metric::Coverage,
    ];

    /// Its name in machine columns, in files of claims and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Value => "value",
            Metric::Yoy => "yoy",
            Metric::YtdYoy => "ytd-yoy",
            Metric::Mom => "mom",
            Metric::Streak => "streak",
            Metric::StreakMom => "streak-mom",
            Metric::Record => "record",
            Metric::Share => "share",
            Metric::Ratio => "ratio",
            Metric::Quantity => "quantity",
            Metric::Balance => "balance",
            Metric::BalanceYoy => "balance-yoy",
            Metric::Coverage => "coverage",
        }
    }

    /// Whether it is stated in percent.
    pub fn is_percent(self) -> bool {
        use Metric::{BalanceYoy, Coverage, Mom, Share, Yoy, YtdYoy};
        matches!(self, Yoy | YtdYoy | Mom | Share | BalanceYoy | Coverage)
    }

    /// Whether it is a change, which may be stated as an amount of money or as a mere rise or fall.
    pub fn is_change(self) -> bool {
        use Metric::{BalanceYoy, Mom, Yoy, YtdYoy};
        matches!(self, Yoy | YtdYoy | Mom | BalanceYoy)
    }
}

impl FromStr for Metric {
    type Err = ClaimError;

    fn from_str(text: &str) -> Result<Metric, ClaimError> {
        let wanted = text.trim().to_ascii_lowercase().replace('_', "-");
        let found = Metric::ALL.into_iter().find(|one| one.name() == wanted);
        found.ok_or_else(|| ClaimError::NoMetric(text.trim().to_owned()))
    }
}
