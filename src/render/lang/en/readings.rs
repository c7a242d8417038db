//! How a claim was read.

use super::english::English;
use super::{cells, dates};
use crate::render::lang::claims::{ReadingPart, Readings};
use crate::report::Word;

impl Readings for English {
    fn reading_part(&self, part: &ReadingPart<'_>) -> String {
        let text = match *part {
            ReadingPart::InDollars => "in dollars",
            ReadingPart::InYuan => "in yuan",
            ReadingPart::Mom => "m/m",
            ReadingPart::Yoy => "y/y",
            ReadingPart::Imports => "imports",
            ReadingPart::Exports => "exports",
            ReadingPart::Total => "total",
            ReadingPart::Balance => "balance",
            ReadingPart::FirstPublished => "as first published",
            ReadingPart::ChinasSide => "China's side",
            ReadingPart::PartnersSide => "North Korea's side",
            ReadingPart::OtherSign => "the other sign",
            ReadingPart::Metric(metric) => cells::word(Word::Metric(metric)),
            ReadingPart::Period(period) => return dates::period(period),
            ReadingPart::Since(period) => return format!("since {}", dates::period(period)),
            ReadingPart::AsOf(day) => return format!("as of {}", dates::day(day)),
            ReadingPart::Scale(scale) => return format!("×{scale}"),
            ReadingPart::Compiler(name) => return format!("by {name}"),
            ReadingPart::Other("", value) => value,
            ReadingPart::Other(key, value) => return format!("{key} {value}"),
        };
        text.to_owned()
    }
}
