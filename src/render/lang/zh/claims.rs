//! Remarks on verdicts on claims.

use super::amounts::measured;
use super::chinese::Chinese;
use super::dates;
use super::figure::reason;
use super::marks::MARKS;
use crate::render::lang::claims::{Ground, closely, ends, figure, ground, reading};
use crate::render::lang::signed::signed;
use crate::report::{ClaimFigure, ClaimRemark, OtherReading};
use crate::trade::{Flow, NotUnderstood, Period, Truth, Vintage};

/// A remark on a verdict.
pub(super) fn sentence(remark: &ClaimRemark) -> String {
    let shown = |one: ClaimFigure| figure(one, measured, ["倍", "个月", "%"]);
    let dated = |day: Vintage| dates::day(day);
    let at = |period: Period| dates::period(period);
    let read = |readings: &[Vec<OtherReading>], between: &str| {
        let words = readings.iter().map(|one| reading(one, &Chinese, &MARKS));
        words.collect::<Vec<_>>().join(between)
    };
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            format!(
                "截至声明当日公布的数据不足以判定，以{}公布的数据判定",
                dated(*by)
            )
        }
        ClaimRemark::DecidedLater { by: None } => {
            "截至声明当日公布的数据不足以判定，以其后公布的数据判定".to_owned()
        }
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "属实",
                Truth::False => "不实",
                Truth::CannotTell => "无法判定",
            };
            let since = since.map_or_else(
                || "按现有数据".to_owned(),
                |day| format!("{}修订之后", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{day}时{then}；{since}应为{}", shown(*now)),
                None => format!("{day}时{then}；{since}无法判定"),
            }
        }
        ClaimRemark::AsOfficeSaid { percent, released } => {
            let percent = signed(*percent);
            match released {
                Some(day) => format!(
                    "海关{}公布为{percent}%，按当日数据该说法属实：`--published {day}`",
                    dates::day(*day)
                ),
                None => format!("海关曾公布为{percent}%，公布日期不详"),
            }
        }
        ClaimRemark::OfOneTotal { is_sum, other } => {
            let other = closely(*other, measured, ["倍", "个月", "%"]);
            match is_sum {
                true => format!("按进口与出口相加判断为真，按公布的进出口总额则为{other}"),
                false => format!("按公布的进出口总额判断为真，按进口与出口相加则为{other}"),
            }
        }
        ClaimRemark::Overlaps { known, claimed } => {
            let range = |pair| match ends(pair, measured, ["倍", "个月", "%"]) {
                [Some(low), Some(high)] if low == high => low,
                [Some(low), Some(high)] => format!("{low}至{high}"),
                [Some(low), None] => format!("不低于{low}"),
                [None, Some(high)] => format!("不高于{high}"),
                [None, None] => "任意值".to_owned(),
            };
            format!(
                "数据允许的范围为{}，该说法代表{}",
                range(*known),
                range(*claimed)
            )
        }
        ClaimRemark::Open(missing) => reason(missing),
        ClaimRemark::Against { period, figure } => format!("{}为{}", at(*period), shown(*figure)),
        ClaimRemark::LastAsFar { period, is_high } => {
            let end = if *is_high { "高" } else { "低" };
            format!("上一次达到如此{end}位是{}", at(*period))
        }
        ClaimRemark::AlsoAs(readings) => format!("按以下理解也属实：{}", read(readings, "、")),
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => match ground(figures, *more, *printed) {
            Ground::Change(Some(day)) => format!("依据{}公布的同比", dated(day)),
            Ground::Change(None) => "依据公布的同比".to_owned(),
            Ground::Days(days) => {
                let days: Vec<String> = days.into_iter().map(dated).collect();
                format!("依据{}公布的数据", days.join("、"))
            }
            Ground::Figures(count, None) => format!("依据{count}个数据"),
            Ground::Figures(count, Some(first)) => {
                format!("依据{count}个数据，最早的公布于{}", dated(first))
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
                Flow::Import => "进口",
                Flow::Export => "出口",
                Flow::Total => "进出口总额",
                Flow::Balance => "差额",
            };
            let what = if *is_change { "同比" } else { "" };
            let cannot = if *contradicts {
                "与同一声明中的其他说法矛盾："
            } else {
                ""
            };
            let range = match (low.map(shown), high.map(shown)) {
                (Some(low), Some(high)) => format!("在{low}至{high}之间"),
                (Some(low), None) => format!("不低于{low}"),
                (None, Some(high)) => format!("不高于{high}"),
                (None, None) => "不受限制".to_owned(),
            };
            format!("{cannot}按文中其他数据，{flow}{what}应{range}")
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            if all + not_understood == 0 {
                return "没有可核查的中朝贸易语句".to_owned();
            }
            let text = format!("共{all}项：{right}项属实，{wrong}项不实，{open}项无法判定");
            match not_understood {
                0 => text,
                n => format!("{text}；{n}句未能读懂"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("未能读懂：`{word}`"),
            NotUnderstood::NoFlow => "未说明是谁的进口或出口".to_owned(),
            NotUnderstood::NoPeriod => "未说明月份".to_owned(),
            NotUnderstood::NoYear => "未说明年份：请用`--published`给出日期".to_owned(),
            NotUnderstood::NoMetric(number) if number.is_empty() => "数字所指不明".to_owned(),
            NotUnderstood::NoMetric(number) => format!("`{number}`所指不明"),
            NotUnderstood::NoBasis => "未说明与何时相比".to_owned(),
            NotUnderstood::OtherTrade => "似乎还涉及其他贸易".to_owned(),
            NotUnderstood::Contradiction => "前后矛盾，两者不能同时成立".to_owned(),
            NotUnderstood::TooLong(most) => format!("一句超过{most}字"),
            NotUnderstood::TwoWays(what) => format!("`{what}`有两种读法"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}：与声明无关的列未读：{names}")
        }
    }
}
