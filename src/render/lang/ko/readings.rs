//! How a claim was read.

use super::korean::Korean;
use super::{cells, dates};
use crate::render::lang::claims::Readings;
use crate::report::{OtherReading, Word};
use crate::trade::{Comparison, Currency, Flow, Perspective};

impl Readings for Korean {
    fn reading_part(&self, part: &OtherReading) -> String {
        let text = match *part {
            OtherReading::Currency(Currency::Usd) => "달러 기준",
            OtherReading::Currency(Currency::Cny) => "위안 기준",
            OtherReading::Basis(Comparison::Mom) => "전월 대비",
            OtherReading::Basis(Comparison::Yoy) => "전년 동월 대비",
            OtherReading::Flow(Flow::Import) => "수입",
            OtherReading::Flow(Flow::Export) => "수출",
            OtherReading::Flow(Flow::Total) => "교역액",
            OtherReading::Flow(Flow::Balance) => "무역수지",
            OtherReading::AsOf(None) => "최초 공표 기준",
            OtherReading::Side(Perspective::Reporter) => "중국 측 통계",
            OtherReading::Side(Perspective::Partner) => "북한 측 통계",
            OtherReading::Sign => "반대 부호",
            OtherReading::Metric(metric) => cells::word(Word::Metric(metric)),
            OtherReading::Period(period) => return dates::period(period),
            OtherReading::Since(period) => return format!("{} 이후", dates::period(period)),
            OtherReading::AsOf(Some(day)) => return format!("{}까지 공표된 기준", dates::day(day)),
            OtherReading::Scale(power) => return format!("×{}", OtherReading::factor(power)),
            OtherReading::Compiler(name) => return format!("작성 기관 {name}"),
        };
        text.to_owned()
    }
}
