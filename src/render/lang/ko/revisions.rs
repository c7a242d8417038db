//! Revisions, and what they do to statements.

use super::dates::{month, period as written};
use crate::render::lang::signed::signed;
use crate::report::{RevisionRemark, RevisionsBySpan, StreakEffect};

/// A remark as a sentence.
pub(super) fn sentence(remark: &RevisionRemark) -> String {
    match remark {
        RevisionRemark::Statement {
            period,
            before,
            after,
            streak,
        } => {
            let (before, after) = (signed(*before), signed(*after));
            let period = written(*period);
            let streak = streak.map(streak_of).unwrap_or_default();
            format!("{period}: {before}%에서 {after}%로 바뀜{streak}")
        }
        RevisionRemark::Summary(span) => summary(span),
        RevisionRemark::NoneRevised => "반올림을 넘는 수정 없음".to_owned(),
    }
}

fn streak_of(streak: StreakEffect) -> String {
    let StreakEffect {
        fall,
        until,
        was,
        is,
    } = streak;
    let until = month(until);
    let what = if fall { "감소" } else { "증가" };
    format!(": {until}까지 {was}개월 연속 {what}는 {is}개월이 됨")
}

fn summary(span: &RevisionsBySpan) -> String {
    let (mean, size) = (signed(span.mean), signed(span.mean_absolute));
    let size = size.trim_start_matches('+');
    let (largest, count, from) = (signed(span.largest), span.count, span.from);
    let period = written(span.period);
    let months = match span.to {
        Some(to) => format!("최초 공표 후 {from}~{to}개월"),
        None => format!("최초 공표 후 {from}개월 이상"),
    };
    format!("{months}: 수정 {count}회, 평균 {mean}%, 평균 폭 {size}%, 최대 {largest}%({period})")
}
