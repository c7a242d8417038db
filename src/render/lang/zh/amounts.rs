//! Amounts in sentences: `1.46亿美元`, `51.16万吨`, `每吨86.00美元`.

use super::words::{currency, to_decimals};
use crate::render::digits::decimal;
use crate::render::lang::distinct::distinct;
use crate::trade::{Amount, Measured, QuantityUnit, UnitOfMeasure};

/// An amount with its unit.
pub(super) fn measured(measured: Measured) -> String {
    to(2, measured)
}

/// Two amounts with as many decimals as are needed to distinguish them.
pub(super) fn as_distinct(one: &Measured, other: &Measured) -> [String; 2] {
    distinct([*one, *other], to)
}

fn to(decimals: u32, measured: Measured) -> String {
    let Measured { amount, unit } = measured;
    let words = |amount| to_decimals(amount, decimals);
    match unit {
        UnitOfMeasure::Money(of) => format!("{}{}", words(amount), currency(of)),
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            format!("{}吨", words(Amount(amount.0 / 1000)))
        }
        UnitOfMeasure::Quantity(of) => {
            format!("{}{}", words(amount), of.map_or("", QuantityUnit::zh))
        }
        UnitOfMeasure::UnitValue(of, unit) => {
            let unit = match unit {
                Some(unit) if unit.is_weight() => "吨",
                unit => unit.map_or("", QuantityUnit::zh),
            };
            // Billionths of the currency unit, to the nearest hundredth.
            let hundredths = (amount.0.unsigned_abs() + 5_000_000) / 10_000_000;
            format!("每{unit}{}{}", decimal(hundredths, 2, true), currency(of))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Currency;

    #[test]
    fn a_unit_value_is_by_the_tonne() {
        // 44 million dollars for 511,619 t: 86.0014… dollars per tonne.
        let weight = QuantityUnit::find("kg").map(|(unit, _)| unit);
        let (value, quantity) = (Amount::units(44_000_000), Amount::units(511_619_000));
        let amount = UnitOfMeasure::unit_value(value, quantity, weight).expect("a quantity");
        let unit = UnitOfMeasure::UnitValue(Currency::Usd, weight);
        assert_eq!(measured(Measured { amount, unit }), "每吨86.00美元");
    }
}
