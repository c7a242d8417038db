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
            format!("{period}：由{before}%改为{after}%{streak}")
        }
        RevisionRemark::Summary(span) => summary(span),
        RevisionRemark::NoneRevised => "没有超出四舍五入的修订".to_owned(),
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
    let what = if fall { "下降" } else { "增长" };
    format!("：至{until}的连续{was}个月{what}变为{is}个月")
}

fn summary(span: &RevisionsBySpan) -> String {
    let (mean, size) = (signed(span.mean), signed(span.mean_absolute));
    let size = size.trim_start_matches('+');
    let (largest, count, from) = (signed(span.largest), span.count, span.from);
    let period = written(span.period);
    let months = match span.to {
        Some(to) => format!("首次公布后{from}至{to}个月"),
        None => format!("首次公布后{from}个月以上"),
    };
    format!("{months}：修订{count}次，平均{mean}%，平均幅度{size}%，最大{largest}%（{period}）")
}
