//! What is wrong with a claim as written.

use super::Currency;

/// Why a text is not a claim.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ClaimError {
    /// An unknown metric.
    #[error(
        "`{0}` is not a metric\n  expected: value, yoy, ytd-yoy, mom, streak, streak-mom, record, share, ratio, quantity, balance, balance-yoy or coverage"
    )]
    NoMetric(String),
    /// Not a value of the metric.
    #[error("`{text}` is not a valid {metric}\n  expected: {expected}")]
    NoValue {
        /// The text given.
        text: String,
        /// The metric.
        metric: &'static str,
        /// The form expected.
        expected: &'static str,
    },
    /// A unit that is unknown, or does not suit the metric.
    #[error("`{unit}` is not a unit of {metric}\n  expected: {expected}")]
    NoUnit {
        /// The unit given.
        unit: String,
        /// The metric.
        metric: &'static str,
        /// The units expected.
        expected: &'static str,
    },
    /// No unit, where there may be several.
    #[error("{metric} needs a unit\n  expected: {expected}")]
    UnitMissing {
        /// The metric.
        metric: &'static str,
        /// The units expected.
        expected: &'static str,
    },
    /// A number with two different currencies.
    #[error(
        "`{text}` is in {stated}, but the currency given is {given}\n  help: one of the two is wrong"
    )]
    OtherCurrency {
        /// The value.
        text: String,
        /// The currency in it.
        stated: Currency,
        /// The currency given separately.
        given: Currency,
    },
}
