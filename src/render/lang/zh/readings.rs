//! How a claim was read.

use super::chinese::Chinese;
use super::{cells, dates};
use crate::render::lang::claims::{ReadingPart, Readings};
use crate::report::Word;

impl Readings for Chinese {
    fn reading_part(&self, part: &ReadingPart<'_>) -> String {
        let text = match *part {
            ReadingPart::InDollars => "按美元计",
            ReadingPart::InYuan => "按人民币计",
            ReadingPart::Mom => "环比",
            ReadingPart::Yoy => "同比",
            ReadingPart::Imports => "进口",
            ReadingPart::Exports => "出口",
            ReadingPart::Total => "进出口",
            ReadingPart::Balance => "贸易差额",
            ReadingPart::FirstPublished => "首次公布时",
            ReadingPart::ChinasSide => "以中国为统计方",
            ReadingPart::PartnersSide => "以朝鲜为统计方",
            ReadingPart::OtherSign => "符号相反",
            ReadingPart::Metric(metric) => cells::word(Word::Metric(metric)),
            ReadingPart::Period(period) => return dates::period(period),
            ReadingPart::Since(period) => return format!("自{}以来", dates::period(period)),
            ReadingPart::AsOf(day) => return format!("截至{}已公布", dates::day(day)),
            ReadingPart::Scale(scale) => return format!("×{scale}"),
            ReadingPart::Compiler(name) => return format!("编制者 {name}"),
            ReadingPart::Other("", value) => value,
            ReadingPart::Other(key, value) => return format!("{key} {value}"),
        };
        text.to_owned()
    }
}
