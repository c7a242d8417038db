//! Wording for pages.

use super::korean::Korean;
use crate::render::lang::pages::{PagePhrase, Pages};
use crate::render::lang::who;
use crate::render::options::Lang;
use crate::report::{MonthState, Subject};
use crate::trade::{Measured, Perspective, SaidBy};

impl Pages for Korean {
    fn of_page(&self, phrase: PagePhrase) -> &'static str {
        match phrase {
            PagePhrase::BeforeYouQuote => "인용하기 전에",
            PagePhrase::Notes => "주",
            PagePhrase::Sources => "출처",
            PagePhrase::HowMade => "이 문서를 만든 방법",
            PagePhrase::Columns => "열 설명",
            PagePhrase::MadeBy => "작성 프로그램",
            PagePhrase::Skip => "본문으로 건너뛰기",
            PagePhrase::Copy => "위 문장 복사",
            PagePhrase::Copied => "복사됨",
            PagePhrase::MarkedInChart => "차트에 표시:",
            PagePhrase::Download => "이 표 내려받기(CSV)",
        }
    }

    fn over(&self, part: Subject) -> &'static str {
        match part {
            Subject::Yoy | Subject::YoyOfPeriod => "해당 월",
            Subject::Links => "연속 증감 월별 내역",
            Subject::Record => "최고·최저",
            Subject::Movers => "주요 품목",
            Subject::SanctionedTrade => "제재 대상 품목의 교역",
            Subject::Sanctions => "시행 중인 조치",
            _ => "월별 수치",
        }
    }

    fn since(&self, month: &str) -> String {
        format!("{month} 이후")
    }

    fn month_by_month(&self, unit: &str) -> String {
        format!("단위: {unit}; 전년 동월 대비 증감률은 %; .. 는 자료 없음")
    }

    fn how_to_reproduce(&self, version: &str, hash: &str) -> String {
        format!(
            "tradecheck {version}; 이 문서 수치의 SHA-256: {hash}. 같은 명령과 같은 자료는 같은 파일을 만듭니다."
        )
    }

    fn depends_on(&self, flow: &str, period: &str, percent: &str) -> String {
        format!(
            "{flow}: 연속 증감은 폭이 가장 작은 {period}({percent})에 달려 있으며, 이 달이 조금만 수정되어도 짧아짐."
        )
    }

    fn worked_back(
        &self,
        flow: &str,
        (change, by): (&str, &SaidBy),
        period: &str,
        base: Measured,
    ) -> String {
        let whose = match by {
            SaidBy::Customs => "해관 공표치".to_owned(),
            SaidBy::Publisher(who) => format!("{} 계산치", who::who(who, Lang::Ko)),
            SaidBy::Unknown => "공표치".to_owned(),
        };
        let base = super::amounts::measured(base);
        format!(
            "{flow} 증감률 {change}는 {whose}임. {period} 수치({base})는 이를 역산한 것으로 공표치가 아님."
        )
    }

    fn whose_imports(&self, partner: &str, perspective: Perspective) -> String {
        match perspective {
            Perspective::Partner => {
                format!("여기서 수입은 {partner}의 대중국 수입, 즉 중국 해관 통계의 수출임.")
            }
            Perspective::Reporter => {
                format!("수입은 중국이 {partner}에서 사들인 것(CIF), 수출은 FOB 기준.")
            }
        }
    }

    fn state(&self, state: MonthState) -> &'static str {
        match state {
            MonthState::Zero => "교역 없음",
            MonthState::Combined => "1~2월 합계만 있음",
            MonthState::Cumulative => "누계에만 포함",
            MonthState::Present | MonthState::Missing => "없음",
        }
    }
}
