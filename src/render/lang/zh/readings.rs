//! How a claim was read.

use super::chinese::Chinese;
use super::{cells, dates};
use crate::render::lang::claims::Readings;
use crate::report::{OtherReading, Word};
use crate::trade::{Comparison, Currency, Flow, Perspective};

impl Readings for Chinese {
    fn reading_part(&self, part: &OtherReading) -> String {
        let text = match *part {
            OtherReading::Currency(Currency::Usd) => "按美元计",
            OtherReading::Currency(Currency::Cny) => "按人民币计",
            OtherReading::Basis(Comparison::Mom) => "环比",
            OtherReading::Basis(Comparison::Yoy) => "同比",
            OtherReading::Flow(Flow::Import) => "进口",
            OtherReading::Flow(Flow::Export) => "出口",
            OtherReading::Flow(Flow::Total) => "进出口",
            OtherReading::Flow(Flow::Balance) => "贸易差额",
            OtherReading::AsOf(None) => "首次公布时",
            OtherReading::Side(Perspective::Reporter) => "以中国为统计方",
            OtherReading::Side(Perspective::Partner) => "以朝鲜为统计方",
            OtherReading::Sign => "符号相反",
            OtherReading::Metric(metric) => cells::word(Word::Metric(metric)),
            OtherReading::Period(period) => return dates::period(period),
            OtherReading::Since(period) => return format!("自{}以来", dates::period(period)),
            OtherReading::AsOf(Some(day)) => return format!("截至{}已公布", dates::day(day)),
            OtherReading::Scale(power) => return format!("×{}", OtherReading::factor(power)),
            OtherReading::Compiler(name) => return format!("编制者 {name}"),
        };
        text.to_owned()
    }
}
