//! Remarks on verdicts on claims.

use super::amounts::measured;
use super::dates;
use super::figure::reason;
use super::korean::Korean;
use super::marks::MARKS;
use crate::render::lang::claims::{Ground, closely, ends, figure, ground, reading};
use crate::render::lang::signed::signed;
use crate::report::{ClaimFigure, ClaimRemark, OtherReading};
use crate::trade::{Flow, NotUnderstood, Period, Truth, Vintage};

/// A remark on a verdict.
pub(super) fn sentence(remark: &ClaimRemark) -> String {
    let shown = |one: ClaimFigure| figure(one, measured, ["배", "개월", "%"]);
    let dated = |day: Vintage| dates::day(day);
    let at = |period: Period| dates::period(period);
    let read = |readings: &[Vec<OtherReading>], between: &str| {
        let words = readings.iter().map(|one| reading(one, &Korean, &MARKS));
        words.collect::<Vec<_>>().join(between)
    };
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            format!(
                "보도일까지 공표된 자료로는 판정할 수 없어 {} 공표 자료로 판정",
                dated(*by)
            )
        }
        ClaimRemark::DecidedLater { by: None } => {
            "보도일까지 공표된 자료로는 판정할 수 없어 이후 자료로 판정".to_owned()
        }
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "사실",
                Truth::False => "사실 아님",
                Truth::CannotTell => "판정 불가",
            };
            let since = since.map_or_else(
                || "현재 자료로는".to_owned(),
                |day| format!("{} 수정 이후로는", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{day}에는 {then}; {since} {}", shown(*now)),
                None => format!("{day}에는 {then}; {since} 판정 불가"),
            }
        }
        ClaimRemark::AsOfficeSaid { percent, released } => {
            let percent = signed(*percent);
            match released {
                Some(day) => format!(
                    "해관이 {} {percent}%로 공표, 당일 기준으로는 사실: `--published {day}`",
                    dates::day(*day)
                ),
                None => format!("해관이 {percent}%로 공표(공표일 미상)"),
            }
        }
        ClaimRemark::OfOneTotal { is_sum, other } => {
            let other = closely(*other, measured, ["배", "개월", "%"]);
            match is_sum {
                true => format!("수입과 수출을 더한 값으로는 참, 공표된 교역액으로는 {other}"),
                false => format!("공표된 교역액으로는 참, 수입과 수출을 더한 값으로는 {other}"),
            }
        }
        ClaimRemark::Overlaps { known, claimed } => {
            let range = |pair| match ends(pair, measured, ["배", "개월", "%"]) {
                [Some(low), Some(high)] if low == high => low,
                [Some(low), Some(high)] => format!("{low}~{high}"),
                [Some(low), None] => format!("{low} 이상"),
                [None, Some(high)] => format!("{high} 이하"),
                [None, None] => "모든 값".to_owned(),
            };
            format!(
                "자료로 가능한 범위는 {}, 주장이 뜻하는 범위는 {}",
                range(*known),
                range(*claimed)
            )
        }
        ClaimRemark::Open(missing) => reason(missing),
        ClaimRemark::Against { period, figure } => format!("{}에 {}", at(*period), shown(*figure)),
        ClaimRemark::LastAsFar { period, is_high } => {
            let end = if *is_high { "높" } else { "낮" };
            format!("마지막으로 이만큼 {end}았던 때는 {}", at(*period))
        }
        ClaimRemark::AlsoAs(readings) => {
            format!("다음과 같이 해석해도 사실: {}", read(readings, ", "))
        }
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => match ground(figures, *more, *printed) {
            Ground::Change(Some(day)) => format!("판정 근거: {} 공표 증감률", dated(day)),
            Ground::Change(None) => "판정 근거: 공표 증감률".to_owned(),
            Ground::Days(days) => {
                let days: Vec<String> = days.into_iter().map(dated).collect();
                format!("판정 근거: {} 공표 자료", days.join(", "))
            }
            Ground::Figures(count, None) => format!("판정 근거: 자료 {count}건"),
            Ground::Figures(count, Some(first)) => {
                format!("판정 근거: 자료 {count}건(첫 공표 {})", dated(first))
            }
        },
        ClaimRemark::Beside {
            flow,
            is_change,
            low,
            high,
            contradicts,
        } => {
            let flow = match flow {
                Flow::Import => "수입",
                Flow::Export => "수출",
                Flow::Total => "교역액",
                Flow::Balance => "수지",
            };
            let what = if *is_change { " 증감률" } else { "" };
            let cannot = if *contradicts {
                "같은 보도의 다른 주장과 양립 불가: "
            } else {
                ""
            };
            let range = match (low.map(shown), high.map(shown)) {
                (Some(low), Some(high)) => format!("{low}~{high}"),
                (Some(low), None) => format!("{low} 이상"),
                (None, Some(high)) => format!("{high} 이하"),
                (None, None) => "제한 없음".to_owned(),
            };
            let particle = if what.is_empty() && flow == "수지" {
                "는"
            } else {
                "은"
            };
            format!("{cannot}기사 내 다른 수치로 보면 {flow}{what}{particle} {range}")
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            if all + not_understood == 0 {
                return "확인할 수 있는 북중 교역 문장 없음".to_owned();
            }
            let text =
                format!("총 {all}건: 사실 {right}건, 사실 아님 {wrong}건, 판정 불가 {open}건");
            match not_understood {
                0 => text,
                n => format!("{text}; 이해하지 못한 문장 {n}개"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("이해하지 못함: `{word}`"),
            NotUnderstood::NoFlow => "누구의 수입·수출인지 나와 있지 않음".to_owned(),
            NotUnderstood::NoPeriod => "어느 달인지 나와 있지 않음".to_owned(),
            NotUnderstood::NoYear => {
                "어느 해인지 나와 있지 않음: `--published`로 날짜 지정".to_owned()
            }
            NotUnderstood::NoMetric(number) if number.is_empty() => {
                "수치가 무엇을 나타내는지 불분명함".to_owned()
            }
            NotUnderstood::NoMetric(number) => format!("`{number}`이(가) 무엇인지 분명하지 않음"),
            NotUnderstood::NoBasis => "무엇과 비교했는지 나와 있지 않음".to_owned(),
            NotUnderstood::OtherTrade => "다른 교역도 함께 다루는 듯함".to_owned(),
            NotUnderstood::Contradiction => "앞뒤가 맞지 않아 둘 다 참일 수 없음".to_owned(),
            NotUnderstood::TooLong(most) => format!("한 문장이 {most}자를 넘음"),
            NotUnderstood::TwoWays(what) => format!("`{what}`은(는) 두 가지로 읽힘"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}: 주장과 관계없어 읽지 않은 열: {names}")
        }
    }
}
