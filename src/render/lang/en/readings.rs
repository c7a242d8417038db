//! How a claim was read.

use super::english::English;
use super::{cells, dates};
use crate::render::lang::claims::Readings;
use crate::report::{OtherReading, Word};
use crate::trade::{Comparison, Currency, Flow, Perspective};

impl Readings for English {
    fn reading_part(&self, part: &OtherReading) -> String {
        let text = match *part {
            OtherReading::Currency(Currency::Usd) => "in dollars",
            OtherReading::Currency(Currency::Cny) => "in yuan",
            OtherReading::Basis(Comparison::Mom) => "m/m",
            OtherReading::Basis(Comparison::Yoy) => "y/y",
            OtherReading::Flow(Flow::Import) => "imports",
            OtherReading::Flow(Flow::Export) => "exports",
            OtherReading::Flow(Flow::Total) => "total",
            OtherReading::Flow(Flow::Balance) => "balance",
            OtherReading::AsOf(None) => "as first published",
            OtherReading::Side(Perspective::Reporter) => "China's side",
            OtherReading::Side(Perspective::Partner) => "North Korea's side",
            OtherReading::Sign => "the other sign",
            OtherReading::Metric(metric) => cells::word(Word::Metric(metric)),
            OtherReading::Period(period) => return dates::period(period),
            OtherReading::Since(period) => return format!("since {}", dates::period(period)),
            OtherReading::AsOf(Some(day)) => return format!("as of {}", dates::day(day)),
            OtherReading::Scale(power) => return format!("×{}", OtherReading::factor(power)),
            OtherReading::Compiler(name) => return format!("by {name}"),
        };
        text.to_owned()
    }
}
