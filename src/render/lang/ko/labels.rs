//! Names of subjects, columns and rows in tables.

use super::korean::Korean;
use crate::render::lang::labels::{Label, Labels};
use crate::report::{Head, ListOf, Subject, Word};
use crate::trade::{Breakdown, Flow};

impl Labels for Korean {
    fn subject(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::Yoy => "전년 동월 대비 증감",
            Subject::YoyOfPeriod => "전년 동기 대비 증감",
            Subject::Streaks => "현재 연속 증감",
            Subject::Links => "현재 연속 증감의 월별 내역",
            Subject::LongestStreaks => "최장 연속 증감",
            Subject::Series => "월별 추이",
            Subject::Movers => "주요 변동 품목",
            Subject::Brief => "개요",
            Subject::Record => "역대 최고·최저",
            Subject::Chart | Subject::Page => "",
            Subject::Inspect => "자료 점검",
            Subject::Files => "파일",
            Subject::Coverage => "수록 범위",
            Subject::Texts => "열과 글",
            Subject::Findings => "점검 결과",
            Subject::Revisions => "공표별 수치",
            Subject::Sanctions => "물품 제재 조치",
            Subject::SanctionedTrade => "시행 중 제재 대상 교역",
            Subject::SanctionsCoverage => "제재 포괄 비중",
            Subject::SanctionsCaps => "한도 소진 현황",
            Subject::Claims => "사실 확인",
            Subject::Figures => "사용한 수치",
            Subject::Workings => "수치의 계산 과정",
            Subject::Receipt => "이전 답이 아직 유효한지",
            Subject::Archive => "보관 자료 내용",
            Subject::List(of) => self.list_of(of),
        }
    }

    fn list_of(&self, of: ListOf) -> &'static str {
        match of {
            ListOf::Goods => "품목 HS 코드와 내장 자료 현황",
            ListOf::Groups => "품목군과 내장 자료 현황",
            ListOf::Partners => "교역 상대국과 내장 자료 현황",
            ListOf::Layouts => "읽을 수 있는 파일 형식",
            ListOf::Columns => "명령별 데이터 열",
            ListOf::Measures => "측정 항목, 확인 지표, 제재 조치",
            ListOf::Releases => "해관총서 공표 일정",
        }
    }

    fn head(&self, head: Head) -> &'static str {
        match head {
            Head::Flow => "구분",
            Head::Contribution => "기여도 (%p)",
            Head::Quantity => "물량 전년 동월 대비",
            Head::UnitValue => "단가 전년 동월 대비",
            Head::Unit => "단위",
            Head::Share => "비중",
            Head::Month => "월",
            Head::MonthEarlier => "전월",
            Head::YearEarlier => "전년 동월",
            Head::Value => "금액",
            Head::Change => "증감액",
            Head::Yoy => "전년 동월 대비",
            Head::YoyOfPeriod => "전년 동기 대비",
            Head::Mom => "전월 대비",
            Head::Printed => "공표 증감률",
            Head::Streak => "연속 증감",
            Head::YearToDate => "누계",
            Head::YearToDateYoy => "누계 전년 동기 대비",
            Head::Rolling3 => "3개월",
            Head::Rolling3Yoy => "3개월 전년 동기 대비",
            Head::Rolling12 => "12개월",
            Head::Rolling12Yoy => "12개월 전년 동기 대비",
            Head::Basis => "근거",
            Head::Since => "시작",
            Head::Until => "종료",
            Head::Link => "순번",
            Head::Weakest => "최소 변동폭",
            Head::File => "파일",
            Head::Rows => "행수",
            Head::Holds => "내용",
            Head::Released => "공표일",
            Head::Year => "연도",
            Head::Finding => "결과",
            Head::Claim => "번호",
            Head::Sentence => "문장",
            Head::Metric => "지표",
            Head::Claimed => "주장",
            Head::Found => "자료",
            Head::Verdict => "판정",
            Head::Now => "현재",
            Head::Reading => "성립하는 해석",
            Head::Against => "대조",
            Head::Difference => "차이",
            Head::Count => "건수",
            Head::Record => "기록",
            Head::Before => "이전",
            Head::YoyBefore => "이전 전년 동월 대비",
            Head::RevisedBy => "수정률",
            Head::Instrument => "근거",
            Head::Measure => "조치",
            Head::Goods => "품목",
            Head::HsCodes => "HS",
            Head::Kind => "종류",
            Head::InForce => "시행",
            Head::Period => "기간",
            Head::FirstFullMonth => "온전한 첫 달",
            Head::Phase => "단계",
            Head::On => "기준일",
            Head::AtLeast => "최소",
            Head::AtMost => "최대",
            Head::Amount => "수량",
            Head::Used => "사용",
            Head::Cap => "한도",
            Head::ShareOfCap => "한도 대비",
            Head::Bound => "확정 여부",
            Head::Code => "코드",
            Head::Group => "품목군",
            Head::Partner => "상대국",
            Head::Name => "이름",
            Head::Figures => "건수",
            Head::From => "처음",
            Head::To => "마지막",
            Head::Layout => "형식",
            Head::Recognised => "식별 기준",
            Head::Command => "명령",
            Head::ColumnName => "열",
            Head::Meaning => "뜻",
            Head::Table => "통계표",
            Head::Figure => "수치",
            Head::Result => "결과",
            Head::Formula => "계산식",
            Head::Definition => "정의",
            Head::Publisher => "공표 기관",
            Head::Address => "주소",
            Head::Line => "행",
            Head::Then => "당시",
            Head::Current => "유효 행수",
            Head::Status => "상태",
            // These have headers of their own.
            Head::At(_) | Head::LastMonths(_) | Head::Column(_) | Head::Part(_) => "",
        }
    }

    fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => "수입",
            Flow::Export => "수출",
            Flow::Total => "교역액",
            Flow::Balance => "무역수지",
        }
    }

    fn word(&self, word: Word) -> &'static str {
        super::cells::word(word)
    }

    fn part_of(&self, by: Breakdown) -> &'static str {
        match by {
            Breakdown::Chapter => "류",
            Breakdown::Heading => "호",
            Breakdown::Subheading => "소호",
            Breakdown::Code => "품목번호",
            Breakdown::Group => "품목군",
            Breakdown::Province => "지역",
            Breakdown::TradeMode => "무역방식",
            Breakdown::Partner => "상대국",
            Breakdown::Sanction => "제재",
            Breakdown::TariffLine => "세번",
        }
    }

    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::YearEarlierOfPeriod => "전년 동기",
            Label::Mom => "전월 대비",
            Label::Weakest => "최소 변동폭",
            Label::Notes => "주:",
            Label::None => "없음",
            Label::Source => "출처",
            Label::Year => "연도",
        }
    }

    fn and_more(&self, count: usize) -> String {
        format!(" 외 {count}건")
    }

    fn fold(&self, times: &str) -> String {
        format!("({times}배)")
    }

    fn percent_in(&self, percent: &str, month: &str) -> String {
        format!("{month} {percent}%")
    }
}
