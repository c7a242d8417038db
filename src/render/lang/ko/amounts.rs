//! Amounts in sentences: `1.46억 달러`, `51.16만톤`, `톤당 86.00달러`.

use super::words::{currency, to_decimals};
use crate::render::lang::amounts::AmountWords;
use crate::render::lang::distinct::distinct;
use crate::trade::{Measured, QuantityUnit};

const WORDS: AmountWords = AmountWords {
    tonnes: "톤",
    unit: QuantityUnit::ko,
    currency,
    number: to_decimals,
    between: " ",
    price: |unit, number, currency| format!("{unit}당 {number}{currency}"),
};

/// An amount with its unit.
pub(super) fn measured(measured: Measured) -> String {
    WORDS.written(2, measured)
}

/// Two amounts with as many decimals as are needed to distinguish them.
pub(super) fn as_distinct(one: &Measured, other: &Measured) -> [String; 2] {
    distinct([*one, *other], |decimals, one| WORDS.written(decimals, one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Amount, Currency, UnitOfMeasure};

    #[test]
    fn a_unit_value_is_by_the_tonne() {
        // 44 million dollars for 511,619 t: 86.0014… dollars per tonne.
        let weight = QuantityUnit::find("kg").map(|(unit, _)| unit);
        let (value, quantity) = (Amount::units(44_000_000), Amount::units(511_619_000));
        let amount = UnitOfMeasure::unit_value(value, quantity, weight).expect("a quantity");
        let unit = UnitOfMeasure::UnitValue(Currency::Usd, weight);
        assert_eq!(measured(Measured { amount, unit }), "톤당 86.00달러");
    }
}
