//! Lists and numbers in sentences on sanctions.

use crate::render::digits::decimal;
use crate::render::lang::lists::{self, Lists};
use crate::trade::{Amount, Printed};

/// Number of items that are listed.
const NAMED: usize = 8;

/// The first few of several names.
pub(crate) fn few<T: ToString>(names: &[T], words: &dyn Lists) -> String {
    lists::few(names, NAMED, words)
}

/// An amount in millions with one decimal: `2,634.4`.
pub(crate) fn millions(amount: Amount) -> String {
    let tenths = (amount.0.unsigned_abs() + 50_000_000) / 100_000_000;
    signed(amount.0 < 0, tenths, 1, true)
}

/// A number as it was printed.
pub(crate) fn number(printed: &Printed) -> String {
    let digits = printed.digits.unsigned_abs();
    signed(printed.digits < 0, digits, printed.decimals, false)
}

fn signed(is_negative: bool, digits: u128, decimals: u32, grouped: bool) -> String {
    let sign = if is_negative && digits != 0 { "-" } else { "" };
    format!("{sign}{}", decimal(digits, decimals, grouped))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_below_one_keeps_its_sign() {
        let number = |digits, decimals| number(&Printed { digits, decimals });
        assert_eq!(number(-5, 1), "-0.5");
        assert_eq!(number(1_234, 0), "1234");
        assert_eq!(millions(Amount::units(2_634_440_000)), "2,634.4");
    }
}
