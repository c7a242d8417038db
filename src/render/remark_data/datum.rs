//! A datum of a remark, and how each kind of value becomes one.

use crate::trade::{Measured, Missing, Partner, Period, Printed, UnitOfMeasure, Vintage};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// A datum of a remark.
pub(crate) enum Datum {
    /// A number as it is written.
    Number(String),
    Text(String),
    List(Vec<String>),
}

/// The data of a remark, by name.
pub(crate) struct Data(pub(super) Vec<(&'static str, Datum)>);

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, datum) in &self.0 {
            map.serialize_entry(name, datum)?;
        }
        map.end()
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Datum::Number(text) => RawValue::from_string(text.clone())
                .map_err(S::Error::custom)?
                .serialize(serializer),
            Datum::Text(text) => serializer.serialize_str(text),
            Datum::List(texts) => texts.serialize(serializer),
        }
    }
}

pub(super) fn text(text: impl ToString) -> Datum {
    Datum::Text(text.to_string())
}

pub(super) fn number(number: impl ToString) -> Datum {
    Datum::Number(number.to_string())
}

pub(super) fn measured(of: &Measured) -> Datum {
    number(match of.unit {
        UnitOfMeasure::Money(_) => of.amount.to_string(),
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            UnitOfMeasure::tonnes_text(of.amount)
        }
        UnitOfMeasure::Quantity(_) => UnitOfMeasure::quantity_text(of.amount),
        UnitOfMeasure::UnitValue(..) => UnitOfMeasure::unit_value_text(of.amount),
    })
}

pub(super) fn percent(printed: Printed) -> Datum {
    number(crate::render::figures::printed_plain(printed))
}

pub(super) fn date(name: &'static str, date: Option<Vintage>) -> Option<(&'static str, Datum)> {
    date.map(|date| (name, text(date)))
}

pub(super) fn periods(periods: &[Period]) -> Datum {
    Datum::List(periods.iter().map(Period::to_string).collect())
}

pub(super) fn reason(missing: &Missing) -> [(&'static str, Datum); 2] {
    [
        ("reason", text(missing.reason.code())),
        ("missing", periods(&missing.periods)),
    ]
}

pub(super) fn partner(place: u16) -> (&'static str, Datum) {
    let code = Partner::at(place).map(|partner| partner.code.to_string());
    ("partner", text(code.unwrap_or_default()))
}
