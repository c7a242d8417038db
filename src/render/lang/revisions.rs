//! What is said of revisions, in each language.

use crate::render::lang::dates;
use crate::render::lang::wording::signed;
use crate::render::options::Lang;
use crate::report::{RevisionRemark, RevisionsBySpan, StreakEffect};

/// A remark as a sentence.
pub(crate) fn sentence(remark: &RevisionRemark, lang: Lang) -> String {
    match remark {
        RevisionRemark::Statement {
            period,
            before,
            after,
            streak,
        } => {
            let (before, after) = (signed(*before), signed(*after));
            let period = dates::period(*period, lang);
            let streak = streak
                .map(|streak| streak_of(streak, lang))
                .unwrap_or_default();
            match lang {
                Lang::En => format!("{period}: {before} % became {after} %{streak}"),
                Lang::Zh => format!("{period}：由{before}%改为{after}%{streak}"),
                Lang::Ko => format!("{period}: {before}%에서 {after}%로 바뀜{streak}"),
            }
        }
        RevisionRemark::Summary(span) => summary(span, lang),
        RevisionRemark::NoneRevised => match lang {
            Lang::En => "nothing was revised beyond rounding",
            Lang::Zh => "没有超出四舍五入的修订",
            Lang::Ko => "반올림을 넘는 수정 없음",
        }
        .to_owned(),
    }
}

fn streak_of(streak: StreakEffect, lang: Lang) -> String {
    let StreakEffect {
        fall,
        until,
        was,
        is,
    } = streak;
    let until = dates::month(until, lang);
    match lang {
        Lang::En => {
            let what = if fall { "falls" } else { "rises" };
            let left = match is {
                0 => "is none".to_owned(),
                is => format!("is {is}"),
            };
            format!(": the streak of {was} {what} to {until} {left}")
        }
        Lang::Zh => {
            let what = if fall { "下降" } else { "增长" };
            format!("：至{until}的连续{was}个月{what}变为{is}个月")
        }
        Lang::Ko => {
            let what = if fall { "감소" } else { "증가" };
            format!(": {until}까지 {was}개월 연속 {what}는 {is}개월이 됨")
        }
    }
}

fn summary(span: &RevisionsBySpan, lang: Lang) -> String {
    let (mean, size) = (signed(span.mean), signed(span.mean_absolute));
    let size = size.trim_start_matches('+');
    let (largest, period, count) = (signed(span.largest), span.period, span.count);
    let period = dates::period(period, lang);
    let from = span.from;
    match lang {
        Lang::En => {
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
        Lang::Zh => {
            let months = match span.to {
                Some(to) => format!("首次公布后{from}至{to}个月"),
                None => format!("首次公布后{from}个月以上"),
            };
            format!(
                "{months}：修订{count}次，平均{mean}%，平均幅度{size}%，最大{largest}%（{period}）"
            )
        }
        Lang::Ko => {
            let months = match span.to {
                Some(to) => format!("최초 공표 후 {from}~{to}개월"),
                None => format!("최초 공표 후 {from}개월 이상"),
            };
            format!(
                "{months}: 수정 {count}회, 평균 {mean}%, 평균 폭 {size}%, 최대 {largest}%({period})"
            )
        }
    }
}
