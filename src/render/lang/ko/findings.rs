//! What findings of `inspect` say.

use super::dates;
use crate::report::FindingText;

/// A finding in words.
pub(super) fn text(finding: FindingText) -> String {
    let text = match finding {
        FindingText::NoData(period) => return format!("{} 자료 없음", dates::period(period)),
        FindingText::InsideOnly(period) => {
            return format!("{} 합계에만 들어 있음", dates::period(period));
        }
        FindingText::CutOff => "정확히 10,000행: 플랫폼은 여기서 알림 없이 내려받기를 자름",
        FindingText::TwoFiles => {
            "두 파일이 다르고 어느 쪽이 나중인지 알려 주는 날짜가 없음: 뒤에 적힌 파일을 씀"
        }
        FindingText::RevisedAsImplied => "수정됨, 1년 뒤 공표된 증감률에 따름",
        FindingText::RevisedLater => "이후 공표에서 수정됨",
        FindingText::Details => "세부 항목의 합이 공표치와 다름",
        FindingText::Levels => "같은 교역이 두 세분 수준으로 있음: 큰 합계를 씀",
        FindingText::Flows => "수입과 수출의 합이 공표된 교역액과 다름",
        FindingText::YtdSum => {
            "누계가 처음 공표된 월별 수치의 합과 다름: 이후 한 달이 수정되었으나 어느 달인지 알 수 없음"
        }
        FindingText::YtdStep => {
            "누계가 직전 누계와 처음 공표된 당월 수치의 합과 다름: 이전 달이나 누계 자체가 수정됨"
        }
        FindingText::Repeated => "여러 파일에 같은 값이 있음: 한 번만 셈",
        FindingText::Joined => "한 파일에서 값만 다른 행: 더함",
        FindingText::Currencies => {
            "달러와 위안 수치가 뜻하는 환율이 1% 넘게 벗어남: 한쪽이 수정 전 수치"
        }
        FindingText::Copied => "한 파일에서 모든 칸이 같은 행: 한 번만 셈",
    };
    text.to_owned()
}
