//! The one rounding rule for all printed numbers.

/// `numerator / denominator` (positive) as a whole number, halves rounded away from zero.
pub(super) fn round_half_away(numerator: i128, denominator: i128) -> i128 {
    let quotient = numerator / denominator;
    let rest = (numerator % denominator).abs();
    if rest >= denominator - rest {
        quotient + numerator.signum()
    } else {
        quotient
    }
}
