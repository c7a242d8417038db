//! Amounts in sentences: `USD 145.82 million`, `511,619 t`, `USD 86.00 per t`.

use crate::render::digits::decimal;
use crate::render::lang::distinct::distinct;
use crate::trade::{Amount, Currency, Measured, QuantityUnit, UnitOfMeasure};

/// An amount with its unit.
pub(super) fn measured(measured: Measured) -> String {
    to(2, measured)
}

/// Two amounts with as many decimals as are needed to distinguish them.
pub(super) fn as_distinct(one: &Measured, other: &Measured) -> [String; 2] {
    distinct([*one, *other], to)
}

/// An amount with its unit: millions with this number of decimals, anything smaller in whole units
/// and, beyond two, in that many fewer decimals.
fn to(decimals: u32, measured: Measured) -> String {
    let Measured { amount, unit } = measured;
    let whole = |amount: Amount| rounded(amount.0, 3, decimals - 2);
    let name = |unit: Option<QuantityUnit>| unit.map_or_else(String::new, |unit| unit.to_string());
    match unit {
        UnitOfMeasure::Money(currency) => money(decimals, amount, currency),
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            format!("{} t", rounded(amount.0, 6, decimals - 2))
        }
        UnitOfMeasure::Quantity(unit) => format!("{} {}", whole(amount), name(unit)),
        UnitOfMeasure::UnitValue(currency, unit) => {
            let per = match unit {
                Some(unit) if unit.is_weight() => "t".to_owned(),
                unit => name(unit),
            };
            format!("{currency} {} per {per}", rounded(amount.0, 9, decimals))
        }
    }
}

fn money(decimals: u32, amount: Amount, currency: Currency) -> String {
    // Most tables print no digit finer than ten thousand.
    match amount.abs() >= Amount::units(1_000_000) {
        true => format!("{currency} {} million", rounded(amount.0, 9, decimals)),
        false => format!("{currency} {}", rounded(amount.0, 3, decimals - 2)),
    }
}

/// A number of `10^-power`, rounded half away from zero to this many decimals.
fn rounded(number: i128, power: u32, decimals: u32) -> String {
    let sign = if number < 0 { "−" } else { "" };
    let step = 10u128.pow(power.saturating_sub(decimals));
    let digits = (number.unsigned_abs() + step / 2) / step;
    format!("{sign}{}", decimal(digits, decimals.min(power), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars(units: i64) -> Measured {
        Measured {
            amount: Amount::units(units),
            unit: UnitOfMeasure::Money(Currency::Usd),
        }
    }

    #[test]
    fn amounts_are_grouped_and_rounded_once() {
        assert_eq!(measured(dollars(145_820_000)), "USD 145.82 million");
        assert_eq!(measured(dollars(-340_555_000)), "USD −340.56 million");
        assert_eq!(measured(dollars(15_918_100_000)), "USD 15,918.10 million");
        assert_eq!(measured(dollars(29_000)), "USD 29,000");
    }

    #[test]
    fn two_amounts_that_differ_never_read_the_same() {
        // 200 dollars apart: the fourth decimal of a million.
        let [one, other] = as_distinct(&dollars(15_910_100), &dollars(15_910_300));
        assert_eq!(
            [&*one, &*other],
            ["USD 15.9101 million", "USD 15.9103 million"]
        );
        let [one, other] = as_distinct(&dollars(15_910_000), &dollars(15_930_000));
        assert_eq!([&*one, &*other], ["USD 15.91 million", "USD 15.93 million"]);
    }

    #[test]
    fn a_weight_is_in_tonnes_and_a_unit_value_by_the_tonne() {
        // 44 million dollars for 511,619 t: 86.0014… dollars per tonne.
        let weight = QuantityUnit::find("kg").map(|(unit, _)| unit);
        let (value, quantity) = (Amount::units(44_000_000), Amount::units(511_619_000));
        let of = |amount, unit| measured(Measured { amount, unit });
        assert_eq!(of(quantity, UnitOfMeasure::Quantity(weight)), "511,619 t");
        let unit_value = UnitOfMeasure::unit_value(value, quantity, weight);
        let unit_value = unit_value.expect("a quantity");
        let unit = UnitOfMeasure::UnitValue(Currency::Usd, weight);
        assert_eq!(of(unit_value, unit), "USD 86.00 per t");
    }
}
