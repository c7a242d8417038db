//! How a claim was read.

use super::korean::Korean;
use super::{cells, dates};
use crate::render::lang::claims::{ReadingPart, Readings};
use crate::report::Word;

impl Readings for Korean {
    fn reading_part(&self, part: &ReadingPart<'_>) -> String {
        let text = match *part {
            ReadingPart::InDollars => "달러 기준",
            ReadingPart::InYuan => "위안 기준",
            ReadingPart::Mom => "전월 대비",
            ReadingPart::Yoy => "전년 동월 대비",
            ReadingPart::Imports => "수입",
            ReadingPart::Exports => "수출",
            ReadingPart::Total => "교역액",
            ReadingPart::Balance => "무역수지",
            ReadingPart::FirstPublished => "최초 공표 기준",
            ReadingPart::ChinasSide => "중국 측 통계",
            ReadingPart::PartnersSide => "북한 측 통계",
            ReadingPart::OtherSign => "반대 부호",
            ReadingPart::Metric(metric) => cells::word(Word::Metric(metric)),
            ReadingPart::Period(period) => return dates::period(period),
            ReadingPart::Since(period) => return format!("{} 이후", dates::period(period)),
            ReadingPart::AsOf(day) => return format!("{}까지 공표된 기준", dates::day(day)),
            ReadingPart::Scale(scale) => return format!("×{scale}"),
            ReadingPart::Compiler(name) => return format!("작성 기관 {name}"),
            ReadingPart::Other("", value) => value,
            ReadingPart::Other(key, value) => return format!("{key} {value}"),
        };
        text.to_owned()
    }
}
