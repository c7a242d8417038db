//! The metrics that a claim can be about.

use super::claim_error::ClaimError;
use std::str::FromStr;

/// What a claim is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Metric {
    /// The value of the flow.
    Value,
    /// The change from the same months a year earlier.
    Yoy,
    /// The change of the year to date from a year earlier.
    YtdYoy,
    /// The change from the month before.
    Mom,
    /// The number of consecutive months that rose or fell from a year earlier.
    Streak,
    /// The number of consecutive months that rose or fell from the month before.
    StreakMom,
    /// A record: the lowest or highest, and since when.
    Record,
    /// The share of the goods in all goods.
    Share,
    /// The value as a multiple of the same months a year earlier.
    Ratio,
    /// The quantity of the goods.
    Quantity,
    /// Exports minus imports.
    Balance,
    /// The change of the balance from a year earlier.
    BalanceYoy,
    /// The share of the flow covered by sanctions.
    Coverage,
}

impl Metric {
    /// All of them, in the order of the help text.
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

    /// Its name in machine columns, claim files and on the command line.
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

    /// Whether it is a change, which may also be stated as an amount of money, or just as a rise or
    /// fall.
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
