//! Wording for revisions, and for their effects on statements.

use super::dates::month;
use super::korean::Korean;
use crate::render::lang::revisions::{RevisedElsewhere, RevisionSizes, RevisionWords};
use crate::report::StreakEffect;
use crate::trade::{Currency, Flow};

impl RevisionWords for Korean {
    fn became(&self, period: &str, before: &str, after: &str, streak: &str) -> String {
        format!("{period}: {before}%에서 {after}%로 바뀜{streak}")
    }

    fn streak_became(&self, streak: StreakEffect) -> String {
        let StreakEffect {
            fall,
            until,
            was,
            was_at_least,
            is,
            is_at_least,
        } = streak;
        let until = month(until);
        let what = if fall { "감소" } else { "증가" };
        let least = |is_at_least: bool| if is_at_least { "최소 " } else { "" };
        let (was_least, is_least) = (least(was_at_least), least(is_at_least));
        format!(": {until}까지 {was_least}{was}개월 연속 {what}는 {is_least}{is}개월이 됨")
    }

    fn after_release(&self, from: i32, to: Option<i32>) -> String {
        match to {
            Some(to) => format!("최초 공표 후 {from}~{to}개월"),
            None => format!("최초 공표 후 {from}개월 이상"),
        }
    }

    fn sizes(&self, months: &str, sizes: RevisionSizes<'_>) -> String {
        let RevisionSizes {
            count,
            mean,
            mean_size,
            largest,
            period,
        } = sizes;
        if count == 1 {
            return format!("{months}: 수정 1회, {largest}%({period})");
        }
        format!(
            "{months}: 수정 {count}회, 평균 {mean}%, 평균 폭 {mean_size}%, 최대 {largest}%({period})"
        )
    }

    fn in_other_currency(&self, revised: RevisedElsewhere<'_>) -> String {
        let RevisedElsewhere {
            currency,
            flow,
            period,
            by,
            day,
        } = revised;
        let (money, flag) = match currency {
            Currency::Usd => ("달러", "usd"),
            Currency::Cny => ("위안화", "cny"),
        };
        let flow = match flow {
            Flow::Import => "수입",
            Flow::Export => "수출",
            Flow::Total => "교역",
            Flow::Balance => "무역수지",
        };
        let day = match day {
            "" => String::new(),
            day => format!("({day})"),
        };
        format!("{money} 기준으로는 {period} {flow} {by}% 수정됨{day}: `--currency {flag}`")
    }

    fn none_released(&self) -> &'static str {
        "이 통화로 공표된 해당 기간 수치 없음"
    }

    fn none_revised(&self) -> &'static str {
        "반올림을 넘는 수정 없음"
    }
}
