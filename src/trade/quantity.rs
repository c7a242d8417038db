//! Measures, quantities, and units of measure.

use super::{Amount, Currency, Interval, Named, Printed, facts};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The measure of trade asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Measure {
    /// The value in a currency.
    #[default]
    Value,
    /// The quantity, in one unit.
    Quantity,
    /// Value over quantity. Over several tariff lines it is a mix of goods, not a price.
    UnitValue,
}

impl Named for Measure {
    const EVERY: &'static [Measure] = &[Measure::Value, Measure::Quantity, Measure::UnitValue];

    fn words(self) -> &'static [&'static str] {
        match self {
            Measure::Value => &["value", "values"],
            Measure::Quantity => &["quantity", "quantities"],
            Measure::UnitValue => &["unit-value", "unit_value", "unit-values"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Measure::Value => "in dollars or yuan",
            Measure::Quantity => "in tonnes, pieces, …: one unit at a time",
            Measure::UnitValue => "value over quantity",
        }
    }
}

/// A unit of quantity. Tonnes and grams are converted to kilograms; pieces and pairs stay separate
/// units.
///
/// Source: `data/units.csv`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct QuantityUnit(u16);

/// A quantity with its rounding interval.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// In thousandths of the unit.
    pub amount: Amount,
    /// In thousandths of the unit.
    pub interval: Interval,
    /// The unit.
    pub unit: QuantityUnit,
}

/// The quantity stated by a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RowQuantity {
    /// The quantity.
    pub quantity: Option<Quantity>,
    /// The change of the quantity from a year earlier, as printed with the quantity.
    pub printed: Option<Printed>,
}

impl RowQuantity {
    /// Whether the quantity is rounded.
    pub fn is_rounded(&self) -> bool {
        self.quantity.is_some_and(|one| !one.interval.is_exact())
    }
}

struct UnitTable {
    units: Vec<Arc<str>>,
    /// Each name with its unit and its size in thousandths of the unit.
    names: Vec<(Box<str>, QuantityUnit, i128)>,
}

impl QuantityUnit {
    fn table() -> &'static UnitTable {
        static TABLE: OnceLock<UnitTable> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = UnitTable {
                units: Vec::new(),
                names: Vec::new(),
            };
            for row in facts::rows(include_str!("../../data/units.csv")) {
                let (Some(name), Some(unit), Some(factor)) = (row.get(0), row.get(1), row.get(2))
                else {
                    continue;
                };
                let known = table.units.iter().position(|one| **one == *unit);
                let place = known.unwrap_or_else(|| {
                    table.units.push(unit.into());
                    table.units.len() - 1
                });
                let thousandths = match factor {
                    "0.001" => Some(1),
                    whole => whole.parse::<i128>().ok().map(|factor| factor * 1000),
                };
                if let Some(thousandths) = thousandths {
                    let unit = QuantityUnit(place as u16);
                    table.names.push((name.into(), unit, thousandths));
                }
            }
            table
        })
    }

    /// The unit named `name` in any language of the files, and its size in thousandths of the unit:
    /// `吨` is 1,000,000 thousandths of a kilogram.
    pub fn find(name: &str) -> Option<(QuantityUnit, i128)> {
        let name = name.trim().to_lowercase();
        let mut names = QuantityUnit::table().names.iter();
        let found = names.find(|(known, ..)| **known == *name);
        found.map(|(_, unit, thousandths)| (*unit, *thousandths))
    }

    /// The shortest name for this many thousandths of the unit: `t` for a million of them in
    /// kilograms.
    pub fn name_of(self, thousandths: i128) -> Option<&'static str> {
        let names = QuantityUnit::table().names.iter();
        let same = names.filter(|(_, unit, size)| *unit == self && *size == thousandths);
        let ascii = same.filter(|(name, ..)| name.is_ascii());
        ascii
            .map(|(name, ..)| &**name)
            .min_by_key(|name| name.len())
    }

    /// Its number, as stored in columns.
    pub fn number(self) -> u32 {
        u32::from(self.0)
    }

    /// The unit with a number.
    pub fn at(number: u32) -> Option<QuantityUnit> {
        let known = (number as usize) < QuantityUnit::table().units.len();
        known.then_some(QuantityUnit(number as u16))
    }

    /// Whether it is a weight, which is displayed in tonnes.
    pub fn is_weight(self) -> bool {
        self.name() == "kg"
    }

    /// Its Chinese name, or else the English one.
    pub fn zh(self) -> &'static str {
        match self.name() {
            // As written in the press; customs uses the same word for pails.
            "bbl" => "桶",
            _ => self.written(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
        }
    }

    /// Its Korean name, or else the English one.
    pub fn ko(self) -> &'static str {
        match self.name() {
            "piece" => "개",
            _ => self.written(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c)),
        }
    }

    /// The first of its names that contains such a letter.
    fn written(self, is_letter: fn(char) -> bool) -> &'static str {
        let mut names = QuantityUnit::table().names.iter();
        let found = names.find(|(name, unit, thousandths)| {
            *unit == self && *thousandths == 1000 && name.contains(is_letter)
        });
        found.map_or(self.name(), |(name, ..)| name)
    }

    fn name(self) -> &'static str {
        let units = &QuantityUnit::table().units;
        units.get(usize::from(self.0)).map_or("", |name| name)
    }
}

impl fmt::Display for QuantityUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The unit of the figures of a series.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitOfMeasure {
    /// Thousandths of the currency unit.
    Money(Currency),
    /// Thousandths of the unit; `None` if every figure is zero.
    Quantity(Option<QuantityUnit>),
    /// Billionths of the currency unit per unit, or per tonne if the unit is the kilogram.
    UnitValue(Currency, Option<QuantityUnit>),
}

/// Billionths in a thousandth.
const FINER: i128 = 1_000_000;

impl UnitOfMeasure {
    /// The value per unit, or per tonne; `None` without a quantity.
    pub fn unit_value(
        value: Amount,
        quantity: Amount,
        unit: Option<QuantityUnit>,
    ) -> Option<Amount> {
        // Value and quantity are both in thousandths.
        let scale = 1000
            * FINER
            * if unit.is_some_and(QuantityUnit::is_weight) {
                1000
            } else {
                1
            };
        let product = value.0.checked_mul(scale)?;
        (quantity.0 > 0)
            .then(|| Amount(crate::trade::rounding::round_half_away(product, quantity.0)))
    }

    /// Billionths as a plain number with at most six decimals: `86.001`.
    pub fn unit_value_text(amount: Amount) -> String {
        let digits = crate::trade::rounding::round_half_away(amount.0, 1000);
        let sign = if digits < 0 { "-" } else { "" };
        decimal(sign, digits.unsigned_abs(), 6)
    }

    /// Thousandths of a kilogram as a plain number of tonnes: `511619`, `0.0005`.
    pub fn tonnes_text(amount: Amount) -> String {
        let sign = if amount.0 < 0 { "-" } else { "" };
        decimal(sign, amount.0.unsigned_abs(), 6)
    }

    /// Thousandths as a plain number: `511619000`, `0.5`.
    pub fn quantity_text(amount: Amount) -> String {
        let sign = if amount.0 < 0 { "-" } else { "" };
        decimal(sign, amount.0.unsigned_abs(), 3)
    }
}

fn decimal(sign: &str, digits: u128, decimals: usize) -> String {
    let power = 10u128.pow(decimals as u32);
    let fraction = format!("{:0decimals$}", digits % power);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        format!("{sign}{}", digits / power)
    } else {
        format!("{sign}{}.{fraction}", digits / power)
    }
}

fn name(unit: Option<QuantityUnit>) -> &'static str {
    unit.map_or("", QuantityUnit::name)
}

/// The name of the unit; tonnes for weights.
fn weight_or(unit: Option<QuantityUnit>) -> &'static str {
    match unit {
        Some(unit) if unit.is_weight() => "t",
        unit => name(unit),
    }
}

impl fmt::Display for UnitOfMeasure {
    /// As in machine columns: `USD`, `kg`, `USD/t`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnitOfMeasure::Money(currency) => f.write_str(currency.code()),
            UnitOfMeasure::Quantity(unit) => f.write_str(name(*unit)),
            UnitOfMeasure::UnitValue(currency, None) => f.write_str(currency.code()),
            UnitOfMeasure::UnitValue(currency, unit) => {
                write!(f, "{}/{}", currency.code(), weight_or(*unit))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tonnes_and_kilograms_are_one_unit_and_pieces_another() {
        let (kilogram, one) = QuantityUnit::find("Kilogram").unwrap();
        let (tonne, thousand) = QuantityUnit::find("吨").unwrap();
        assert_eq!((kilogram, one, thousand), (tonne, 1000, 1_000_000));
        assert_eq!(QuantityUnit::find("克").unwrap().1, 1);
        assert_ne!(QuantityUnit::find("个").unwrap().0, kilogram);
        assert_ne!(
            QuantityUnit::find("双").unwrap().0,
            QuantityUnit::find("件").unwrap().0
        );
        assert_eq!(QuantityUnit::find("furlong"), None);
        assert_eq!(QuantityUnit::at(kilogram.number()), Some(kilogram));
        assert_eq!(QuantityUnit::at(9999), None);
    }

    #[test]
    fn every_row_of_the_table_is_read_and_no_name_stands_twice() {
        let table = QuantityUnit::table();
        let lines = include_str!("../../data/units.csv").lines().count();
        assert_eq!(table.names.len(), lines - 1, "a row was not read");
        for (at, (name, ..)) in table.names.iter().enumerate() {
            let mut before = table.names[..at].iter();
            assert!(before.all(|(other, ..)| other != name), "{name}");
            assert_eq!(*name.to_lowercase(), **name, "found in lower case only");
        }
        let thousandths = |name: &str| QuantityUnit::find(name).unwrap().1;
        assert_eq!(thousandths("公担"), 100_000);
        assert_eq!(thousandths("亿支"), 100_000_000_000);
        assert_eq!(thousandths("千米"), 1_000_000);
    }

    #[test]
    fn a_unit_value_is_by_the_tonne() {
        // 44 million dollars for 511,619 t: 86.0014… dollars per tonne.
        let weight = QuantityUnit::find("kg").map(|(unit, _)| unit);
        let (value, quantity) = (Amount::units(44_000_000), Amount::units(511_619_000));
        let unit_value = UnitOfMeasure::unit_value(value, quantity, weight).unwrap();
        assert_eq!(UnitOfMeasure::unit_value_text(unit_value), "86.001497");
        assert_eq!(UnitOfMeasure::unit_value(value, Amount::ZERO, weight), None);
        let unit = UnitOfMeasure::UnitValue(Currency::Usd, weight);
        assert_eq!(unit.to_string(), "USD/t");
    }
}
