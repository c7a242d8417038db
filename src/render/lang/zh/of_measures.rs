//! Remarks of the measures.

use super::amounts::measured;
use super::claims;
use super::figure::reason;
use super::published_change::{printed_differs, who_said};
use super::words::{
    OLDER_PRINT, day, few, flow, how, month, of_currency, percent, period, periods, released,
};
use crate::report::{Factor, Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{Amount, Measured, Period, Reason};

/// A remark of a measure.
pub(super) fn sentence(what: &RemarkKind, of: Option<Period>) -> String {
    let amount = |amount: &Measured| measured(*amount);
    let at = of.map(period).unwrap_or_default();
    match what {
        // Other methods handle these.
        RemarkKind::Input(_)
        | RemarkKind::Set(_)
        | RemarkKind::Figure(_)
        | RemarkKind::Revision(_)
        | RemarkKind::Sanction(_)
        | RemarkKind::Receipt(_) => String::new(),
        RemarkKind::Claim(remark) => claims::sentence(remark),
        RemarkKind::Implied {
            released: date,
            revised,
            ..
        } => {
            let implied = format!("{at}由公布的同比{}推算", released(*date));
            let Some(one) = revised else {
                return implied;
            };
            let measured = |amount| {
                measured(Measured {
                    amount,
                    unit: one.unit,
                })
            };
            if one.is_of_one_input {
                let [later, earlier] = [one.later, one.earlier].map(measured);
                return format!("{implied}为{later}，同一文件中却为{earlier}");
            }
            format!(
                "{implied}为{}，最初{}{}为{}",
                measured(one.later),
                how(one.basis),
                released(one.released),
                measured(one.earlier)
            )
        }
        RemarkKind::Revised {
            earlier,
            earlier_released,
            later,
            later_released,
        } => {
            let by_name = if later_released.is_none() {
                "（以后给出的文件为准）"
            } else {
                ""
            };
            format!(
                "{at}由{}{}修订为{}{}{by_name}",
                amount(earlier),
                released(*earlier_released),
                amount(later),
                released(*later_released),
            )
        }
        RemarkKind::Difference { released: date } => {
            format!("{at}为公布数之差{}", released(*date))
        }
        RemarkKind::Converted { released: date } => {
            format!("{at}由人民币数按当期汇率折算{}", released(*date))
        }
        RemarkKind::EarlierRevised { by } => {
            format!(
                "{at}公布时，本年此前月份共{}{}，具体月份不详",
                if by.amount < crate::trade::Amount::ZERO {
                    "下修"
                } else {
                    "上修"
                },
                amount(&Measured {
                    amount: by.amount.abs(),
                    ..*by
                })
            )
        }
        RemarkKind::ForTheWhole {
            basis,
            released: date,
            months,
        } => {
            let whole = format!("为整段时期的{}数{}", how(*basis), released(*date));
            match months {
                None => whole,
                Some(months) => format!("{whole}；{}", months_beside(months)),
            }
        }
        RemarkKind::MonthsBeside(months) => months_beside(months),
        RemarkKind::SumOf(parts) => {
            let part = |(part, months): &(SumPart, Vec<Period>)| {
                let part = match part {
                    SumPart::Implied => "由公布的同比推算",
                    SumPart::Difference => "为公布数之差",
                    SumPart::Converted => "由人民币数折算",
                    SumPart::Revised => "公布后修订",
                    SumPart::Noted => "另有说明",
                };
                format!("{}{part}", periods(months))
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("各月之和，其中{}", parts.join("；"))
        }
        RemarkKind::OlderPrintIn { more, .. } => match more {
            0 => format!("{at}{OLDER_PRINT}"),
            more => format!("{at}及另外{more}个时期{OLDER_PRINT}"),
        },
        RemarkKind::DroppedIn { first, more } => {
            let more = match more {
                0 => String::new(),
                more => format!("及另外{more}个时期"),
            };
            format!("{}{more}有数据被跳过（--lenient）", period(*first))
        }
        RemarkKind::PrintedDiffers(one) => {
            let way = if one.more.amount < Amount::ZERO {
                "低"
            } else {
                "高"
            };
            let size = Measured {
                amount: one.more.amount.abs(),
                ..one.more
            };
            format!(
                "{}；前者对应的上年同期为{}，比所用数据{way}{}",
                printed_differs(one),
                amount(&one.needed),
                amount(&size)
            )
        }
        RemarkKind::PrintedOfEarlier {
            printed,
            released: date,
            said_by,
            earlier,
        } => {
            let who = who_said(said_by);
            let of = match earlier {
                Some(earlier) => format!("对应初次公布的{}", amount(earlier)),
                None => "对应修订前的数据".to_owned(),
            };
            format!(
                "{who}{}{}，{of}；修订后数据的同比不详",
                percent(*printed),
                released(*date)
            )
        }
        RemarkKind::SignOpen => "公布数经四舍五入，增减方向不能确定".to_owned(),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!(
                "公布数经四舍五入，变化率可能在{}至{}之间",
                percent(*least),
                percent(*most)
            ),
            None => format!(
                "公布数经四舍五入，变化率可能为{}以上，上限不明",
                percent(*least)
            ),
        },
        RemarkKind::StreakOpen {
            at_least,
            side,
            month: at,
            why,
        } => match why.reason {
            Reason::UncertainSign => {
                let first = why.periods.first();
                let first = first.map_or_else(|| month(*at), |first| period(*first));
                format!("至少{at_least}个月，{first}不能确定：{}", reason(why))
            }
            _ => {
                let side = match side {
                    Side::Before => "之前",
                    Side::After => "之后",
                };
                let why = reason(why);
                format!("至少{at_least}个月，{}{side}不详：{why}", month(*at))
            }
        },
        RemarkKind::CountsAsTwo => format!("{at}只有合计数，按两个月计"),
        RemarkKind::WindowLacks(lacking) => lacking_months(lacking),
        RemarkKind::RankOpen {
            lowest,
            since,
            surely,
        } => {
            let beyond = if *lowest { "低" } else { "高" };
            let last = match surely {
                Some(at) => format!("可以确定的最近月份是{}", month(*at)),
                None => "没有可以确定的月份".to_owned(),
            };
            format!(
                "经四舍五入不能确定{}是否同样{beyond}；{last}",
                month(*since)
            )
        }
        RemarkKind::MayHaveBeen {
            lowest, lacking, ..
        } => {
            let beyond = if *lowest { "低" } else { "高" };
            format!("{}，可能同样{beyond}", lacking_months(lacking))
        }
        RemarkKind::NotNewest { month: at, last } => {
            format!("最近可比的月份是{}，数据截至{}", month(*at), month(*last))
        }
        RemarkKind::OtherCurrency { currency: of, last } => format!(
            "{}截至{}：`--currency {}`",
            of_currency(*of),
            month(*last),
            of.flag()
        ),
        RemarkKind::HeldInOtherCurrency {
            month: at,
            currency: of,
        } => format!(
            "{}有{}数据：`--currency {}`",
            of_currency(*of),
            month(*at),
            of.flag()
        ),
        RemarkKind::ReleasedLater {
            currency: of,
            month: at,
            released: date,
        } => {
            let (as_dated, as_day) = (day(*date), day(date.as_day()));
            match as_dated == as_day {
                true => format!("{}的{}首次公布于{as_day}", month(*at), of_currency(*of)),
                false => format!(
                    "{}的{}公布日期只知为{as_dated}，按{as_day}计",
                    month(*at),
                    of_currency(*of)
                ),
            }
        }
        RemarkKind::RangeCut { left_out, held } => format!(
            "数据始于{}、止于{}，{}未列出",
            month(held.from),
            month(held.to),
            periods(left_out)
        ),
        RemarkKind::HsRevised(years) => {
            let years: Vec<String> = years.iter().map(|year| format!("{year}年1月")).collect();
            format!(
                "对比跨越《商品名称及编码协调制度》修订（{}），品目及更细编码所含商品可能不同",
                years.join("、")
            )
        }
        RemarkKind::MomUnadjusted => "环比未经季节调整".to_owned(),
        RemarkKind::ToDateFalls => {
            "累计数低于上月累计：公布的累计数经四舍五入或修订，且出自多个来源".to_owned()
        }
        RemarkKind::QuantityBeside {
            flow: of,
            value,
            base,
            change,
        } => format!(
            "{at}{}数量{}，上年同期{}，同比{}（--measure quantity）",
            flow(*of),
            amount(value),
            amount(base),
            percent(*change)
        ),
        RemarkKind::NotRanked {
            flow: of,
            count,
            codes,
        } => format!(
            "{at}{}以下商品增减不详，未参与排序：{}",
            flow(*of),
            few(codes, *count)
        ),
        RemarkKind::UnitValueMix => {
            "多个编码合并的单价是混合单价，不是价格，随商品构成变动".to_owned()
        }
        RemarkKind::StreaksUnknown { flow: of, months } => format!(
            "{}同比增减不详，其间{}的连续增减不能确定",
            periods(months),
            flow(*of)
        ),
        RemarkKind::StreakGoesOn(at) => format!("所查范围止于{}，此后仍在继续", month(*at)),
        RemarkKind::StreaksNotListed(count) => {
            format!("另有{count}项因数据不全不能确定是否达到所要求的月数，未列出")
        }
        RemarkKind::CheckFailed(count) => format!("检查未通过：{count}项缺失或矛盾"),
        RemarkKind::FlowsNotLookedFor(flows) => {
            let flows: Vec<&str> = flows.iter().map(|of| flow(*of)).collect();
            format!(
                "无{}数据，未检查（用 --flow 指定则按缺失计）",
                flows.join("、")
            )
        }
        RemarkKind::UnitBreak {
            flow: of,
            period: at,
            factor,
        } => {
            let factor = match factor {
                Factor::Hundred => "100倍",
                Factor::Thousand => "1000倍",
                Factor::Hundredth => "百分之一",
                Factor::Thousandth => "千分之一",
            };
            format!(
                "{}{}约为前后两月的{factor}，单位可能不同",
                period(*at),
                flow(*of)
            )
        }
        RemarkKind::NothingHeld(text) => text.clone(),
    }
}

pub(super) fn months_beside(months: &MonthsBeside) -> String {
    match months {
        MonthsBeside::Missing(missing) => format!("各月不能相加：{}", reason(missing)),
        MonthsBeside::Sum { sum, revised_by } => format!(
            "各月之和为{}，此后{}{}，具体月份不详",
            measured(*sum),
            if revised_by.amount < crate::trade::Amount::ZERO {
                "下修"
            } else {
                "上修"
            },
            measured(Measured {
                amount: revised_by.amount.abs(),
                ..*revised_by
            })
        ),
    }
}

pub(super) fn lacking_months(lacking: &Lacking) -> String {
    let mut texts = Vec::new();
    if !lacking.without.is_empty() {
        let what = if lacking.of_yoy { "同比" } else { "数据" };
        let together = match periods(&lacking.together) {
            none if none.is_empty() => none,
            pairs => format!("（{pairs}只有合计数）"),
        };
        texts.push(format!("{}无{what}{together}", periods(&lacking.without)));
    }
    texts.extend(lacking.others.iter().map(|other| {
        let at = periods(&other.periods);
        match (other.reason, lacking.of_yoy) {
            (Reason::ZeroBase, _) => format!("{at}上年同期无贸易"),
            (_, true) => format!("{at}无同比"),
            (_, false) => reason(other),
        }
    }));
    texts.join("，")
}
