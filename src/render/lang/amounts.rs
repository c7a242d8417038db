//! Amounts in Chinese and Korean sentences: one outline, with the words of each language.

use crate::render::digits::decimal;
use crate::trade::{Amount, Currency, Measured, QuantityUnit, UnitOfMeasure};

/// The words of one language.
pub(super) struct AmountWords {
    /// Tonnes, the unit of weights.
    pub tonnes: &'static str,
    /// The name of a unit of quantity.
    pub unit: fn(QuantityUnit) -> &'static str,
    /// The name of a currency.
    pub currency: fn(Currency) -> &'static str,
    /// A number in the magnitudes of the language, with this number of decimals.
    pub number: fn(Amount, u32) -> String,
    /// Between a number and its currency.
    pub between: &'static str,
    /// A price: the unit, the number and the currency.
    pub price: fn(&str, &str, &str) -> String,
}

impl AmountWords {
    /// An amount with its unit.
    pub fn written(&self, decimals: u32, measured: Measured) -> String {
        let Measured { amount, unit } = measured;
        let number = |amount| (self.number)(amount, decimals);
        let name = |unit: Option<QuantityUnit>| unit.map_or("", self.unit);
        match unit {
            UnitOfMeasure::Money(of) => {
                format!("{}{}{}", number(amount), self.between, (self.currency)(of))
            }
            UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
                format!("{}{}", number(Amount(amount.0 / 1000)), self.tonnes)
            }
            UnitOfMeasure::Quantity(unit) => format!("{}{}", number(amount), name(unit)),
            UnitOfMeasure::UnitValue(of, unit) => {
                let unit = match unit {
                    Some(unit) if unit.is_weight() => self.tonnes,
                    unit => name(unit),
                };
                // Billionths of the currency unit, to the nearest hundredth.
                let hundredths = (amount.0.unsigned_abs() + 5_000_000) / 10_000_000;
                (self.price)(unit, &decimal(hundredths, 2, true), (self.currency)(of))
            }
        }
    }
}
