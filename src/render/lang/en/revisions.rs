//! Revisions, and what they do to statements.

use super::dates::period as written;
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
            format!("{period}: {before} % became {after} %{streak}")
        }
        RevisionRemark::Summary(span) => summary(span),
        RevisionRemark::NoneRevised => "nothing was revised beyond rounding".to_owned(),
    }
}

fn streak_of(streak: StreakEffect) -> String {
    let StreakEffect {
        fall,
        until,
        was,
        is,
    } = streak;
    let what = if fall { "falls" } else { "rises" };
    let left = match is {
        0 => "is none".to_owned(),
        is => format!("is {is}"),
    };
    format!(": the streak of {was} {what} to {until} {left}")
}

fn summary(span: &RevisionsBySpan) -> String {
    let (mean, size) = (signed(span.mean), signed(span.mean_absolute));
    let size = size.trim_start_matches('+');
    let (largest, count, from) = (signed(span.largest), span.count, span.from);
    let period = written(span.period);
    let months = match span.to {
        Some(to) => format!("{from} to {to} months"),
        None => format!("{from} months and more"),
    };
    let revisions = if count == 1 { "revision" } else { "revisions" };
    format!(
        "{months} after the first release: {count} {revisions}, mean {mean} %, mean size {size} %, \
         largest {largest} % ({period})"
    )
}
