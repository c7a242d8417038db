//! What is wrong with a claim as it was written.

use super::Currency;

/// Why a text is no claim.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ClaimError {
    /// A metric that there is not.
    #[error(
        "`{0}` is no metric\n  expected: value, yoy, ytd-yoy, mom, streak, streak-mom, record, share, ratio, quantity, balance, balance-yoy or coverage"
    )]
    NoMetric(String),
    /// Not a number of that metric.
    #[error("`{text}` is no {metric}\n  expected: {expected}")]
    NoValue {
        /// What stood there.
        text: String,
        /// The metric.
        metric: &'static str,
        /// What would do.
        expected: &'static str,
    },
    /// A unit that is not known, or not one of the metric.
    #[error("`{unit}` is no unit of {metric}\n  expected: {expected}")]
    NoUnit {
        /// What stood there.
        unit: String,
        /// The metric.
        metric: &'static str,
        /// What would do.
        expected: &'static str,
    },
    /// Two currencies for one number.
    #[error(
        "`{text}` is in {stated}, the currency given is {given}\n  help: one of the two is wrong"
    )]
    OtherCurrency {
        /// The value.
        text: String,
        /// Its currency.
        stated: Currency,
        /// The currency given beside it.
        given: Currency,
    },
}
