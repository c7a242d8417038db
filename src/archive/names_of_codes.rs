//! Flows, currencies, bases and units by the names under which an archive stores them.

use crate::trade::{Basis, Currency, Flow, QuantityUnit};

pub(crate) fn flow_named(name: &str) -> Option<Flow> {
    Flow::ALL.into_iter().find(|flow| flow.name() == name)
}

pub(crate) fn currency_named(code: &str) -> Option<Currency> {
    [Currency::Usd, Currency::Cny]
        .into_iter()
        .find(|one| one.code() == code)
}

pub(super) fn basis_named(name: &str) -> Option<Basis> {
    Basis::ALL.into_iter().find(|basis| basis.name() == name)
}

pub(super) fn unit_named(name: &str) -> Option<QuantityUnit> {
    QuantityUnit::find(name).map(|(unit, _)| unit)
}
