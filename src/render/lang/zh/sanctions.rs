//! Remarks on sanctions.

use super::chinese::Chinese;
use super::dates;
use super::words;
use crate::render::lang::dates::Dates;
use crate::render::lang::labels::Labels;
use crate::render::lang::sanctions::{few, millions, number};
use crate::report::{SanctionRemark, Transition};
use crate::trade::{Amount, Day, Flow, Month, Name, Period, Publisher, Regime, SanctionKind};

/// A remark as a sentence without a full stop.
pub(super) fn sentence(remark: &SanctionRemark) -> String {
    match remark {
        SanctionRemark::MeasuresOf(regime) => format!(
            "按{}的措施；{}是同一禁令的另一种表述，二者不相加：`--regime {}`",
            whose(*regime),
            whose(other(*regime)),
            other(*regime).name()
        ),
        SanctionRemark::NotLegalAdvice => {
            "不构成法律意见：编码或见于原文，或凭记忆，或为对照，见`hs_basis`和`confidence`".to_owned()
        }
        SanctionRemark::MeasureNote {
            instrument,
            goods,
            note,
        } => format!("{}，{}：{}", instrument.zh, goods.zh, note.zh.trim_end_matches('。')),
        SanctionRemark::NotProof => {
            "禁令下的贸易不等于违反：可能经委员会或因民生豁免、经中国转运、属仍获准的合同，或编码范围大于禁令"
                .to_owned()
        }
        SanctionRemark::SetAside(kinds) => {
            let names: Vec<_> = kinds.iter().map(|kind| self::kind(*kind)).collect();
            format!("单独列出、不计入触及禁令：{}", names.join("、"))
        }
        SanctionRemark::NoTrade(goods) => {
            let goods: Vec<_> =
                goods.iter().map(|(code, month)| format!("{code}（{}）", at(*month))).collect();
            format!("数据载明无贸易：{}", few(&goods, &Chinese))
        }
        SanctionRemark::NoRows(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(flow, month)| format!("{} {}", Chinese.flow(*flow), Chinese.period(Period::month(*month))))
                .collect();
            format!("文件中没有{}的数据行，无从判断", few(&which, &Chinese))
        }
        SanctionRemark::GoodsNotHeld(measures) => format!(
            "有{}项现行禁令的商品没有数据行，且文件未知是否包含全部商品：{}；若已包含全部，请用`--all-goods`",
            measures.len(),
            few(measures, &Chinese)
        ),
        SanctionRemark::ClearedLonger(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(name, month)| format!("{}为{}", name.zh, Chinese.period(Period::month(*month))))
                .collect();
            format!("中国海关放行期较长，其首个完整月：{}", which.join("、"))
        }
        SanctionRemark::NothingUnder(months) => format!("{}没有受生效措施约束的商品的数字", Chinese.period(*months)),
        SanctionRemark::SingleGoodsOnly(measures) => format!(
            "已公布的只是单项商品数字；{}项生效禁令的商品没有数字：{}；按HS编码下载的数据可以回答：`--imports` `--exports`",
            measures.len(),
            few(measures, &Chinese)
        ),
        SanctionRemark::MeasuredIn(unit) => format!("单位：{}", unit.zh()),
        SanctionRemark::WiderThan(codes) => format!("编码范围大于措施，措施只涉及{}", few(codes, &Chinese)),
        SanctionRemark::Transition(transition) => transition_of(transition),
        SanctionRemark::AlsoUnder(measures) => format!("只计一次，另受{}约束", few(measures, &Chinese)),
        SanctionRemark::Parts { covered, free } => format!(
            "至少（百万美元）：{}；已知未覆盖：{}",
            parts(covered),
            parts(free)
        ),
        SanctionRemark::Denominator {
            flow,
            year,
            total,
            compiler,
        } => format!(
            "{}：分母为{}所载{year}年总额{}美元；分项与总额出自同一机构",
            direction(*flow),
            Publisher::at_start(compiler).map_or(&**compiler, |one| one.zh),
            words::to_decimals(*total, 2)
        ),
        SanctionRemark::Undecided {
            flow,
            year,
            low,
            high,
            between,
        } => format!(
            "{}：计入最后一项措施后，至少占{}%，至多占{}%；例如是否超过{between}%，凭已公布的部分无法断定；{year}年全部商品按HS编码的数据可以断定：`--imports` `--exports`",
            direction(*flow),
            number(low),
            number(high)
        ),
        SanctionRemark::EstimatesLeftOut => "未计入估计部分；`--estimates`可计入".to_owned(),
        SanctionRemark::AllRows { flow, base } => {
            format!(
                "{}：占{}现有全部行的比重，视为包含全部商品",
                direction(*flow),
                dates::period(*base)
            )
        }
        SanctionRemark::NoBase {
            flow, base, years, ..
        } => {
            let years: Vec<_> = years
                .iter()
                .map(|(year, _)| format!("{year}年"))
                .collect();
            format!(
                "{}：没有已知包含{}全部商品的行；已公布部分数字的有{}",
                direction(*flow),
                dates::period(*base),
                years.join("、")
            )
        }
        SanctionRemark::BansOnly(true) => "只计完全禁止；限额和民生豁免商品不计入".to_owned(),
        SanctionRemark::BansOnly(false) => {
            "限额和民生豁免商品计入覆盖；`--bans-only`可排除".to_owned()
        }
        SanctionRemark::CapsOfAllStates => {
            "限额为所有国家合计：仅凭中国贸易低于限额不能说明限额是否用尽".to_owned()
        }
        SanctionRemark::CapBegins {
            measure,
            day,
            month,
        } => format!(
            "{measure}：限额自{}起算；月份自{}起计",
            date(*day),
            at(*month)
        ),
        SanctionRemark::CapEnds {
            measure,
            day,
            successor,
            month,
        } => {
            let (day, month) = (date(*day), at(*month));
            match successor {
            Some(next) => {
                format!("{measure}：限额于{day}终止，由{next}取代；{month}整月计入")
            }
            None => format!("{measure}：限额年度至{day}止；{month}整月计入"),
        } },
        SanctionRemark::Passed { measure, notices, open } => {
            let passed: Vec<_> = notices
                .iter()
                .map(|(percent, month, open)| {
                    let at_latest = if *open { "最迟" } else { "" };
                    format!("{at_latest}{}超过{percent}%", at(*month))
                })
                .collect();
            let passed = match passed.is_empty() {
                true => format!("{measure}：未见超过75%"),
                false => format!("{measure}：{}", passed.join("，")),
            };
            match open.first() {
                Some(percent) if !notices.is_empty() => {
                    format!("{passed}；是否超过{percent}%无法判断")
                }
                _ => passed,
            }
        }
        SanctionRemark::Barrels(factors) => {
            let factors: Vec<_> = factors
                .iter()
                .map(|(factor, measure)| format!("{measure}为{}", number(factor)))
                .collect();
            format!(
                "每吨桶数：{}；可用`--barrels-per-tonne`更改",
                factors.join("，")
            )
        }
        SanctionRemark::TwoLimbs { one, other, nearer } => {
            format!("{one}与{other}是同一限额的两个标准，以先达到者为准：{nearer}更接近")
        }
        SanctionRemark::RelativeCap(measure) => {
            format!("{measure}：不得超过此前十二个月，现有数字无从得知")
        }
        SanctionRemark::UseFalls(measure) => {
            format!("{measure}：各发布机构的数据不一，取其最低者，为下限")
        }
        SanctionRemark::NoCap(year) => format!("{year}年没有生效的限额"),
        SanctionRemark::AtLeastWithout { measure, months } => format!("{measure}：为下限，{}没有数字", few(&months_of(months), &Chinese)),
        SanctionRemark::AtLeastWithoutGoods { measure, codes } => {
            format!("{measure}：为下限，HS {}没有数字", codes.join("、"))
        }
        SanctionRemark::Banned {
            flow,
            instrument,
            since,
            full_from,
            part,
        } => {
            let full = full_from.map_or_else(String::new, |month| format!("；首个完整月为{}", at(month)));
            let what = match part {
                None => String::new(),
                Some(part) => format!("其中HS {}", few(part, &Chinese)),
            };
            format!(
                "{}：{}自{}起禁止{what}{full}",
                direction(*flow),
                instrument.called().zh,
                at(*since)
            )
        }
        SanctionRemark::SplitOn { regime, day } => {
            format!("按{}生效的{}措施划分商品", date(*day), whose(*regime))
        }
    }
}

fn other(regime: Regime) -> Regime {
    match regime {
        Regime::Un => Regime::Cn,
        Regime::Cn => Regime::Un,
    }
}

fn whose(regime: Regime) -> &'static str {
    match regime {
        Regime::Un => "联合国决议",
        Regime::Cn => "中国公告",
    }
}

fn direction(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "进口",
        Flow::Export => "出口",
        Flow::Total => "进出口",
        Flow::Balance => "贸易差额",
    }
}

fn kind(kind: SanctionKind) -> &'static str {
    match kind {
        SanctionKind::Ban => "禁止",
        SanctionKind::Suspension => "暂停",
        SanctionKind::LivelihoodExempt => "民生豁免",
        SanctionKind::Cap => "限额",
        SanctionKind::RelativeCap => "相对限额",
        SanctionKind::Contested => "有争议",
        SanctionKind::ListBased => "按清单",
    }
}

fn parts(parts: &[(Name, Amount)]) -> String {
    if parts.is_empty() {
        return "无".to_owned();
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, amount)| format!("{} {}", name.zh, millions(*amount)))
        .collect();
    parts.join("、")
}

fn transition_of(transition: &Transition) -> String {
    let mut lines = Vec::new();
    if let Some(from) = transition.from {
        lines.push(format!("自{}起生效", date(from)));
    }
    if let Some(to) = transition.to {
        lines.push(format!("至{}止有效", date(to)));
    }
    if transition.is_full_by_text {
        lines.push("按联合国文本整月被禁".to_owned());
    }
    if let Some(month) = transition.window_to {
        lines.push(format!("处于中国清关宽限期内，首个完整月为{}", at(month)));
    }
    if let Some(month) = transition.full_from {
        lines.push(format!("首个完整月为{}", at(month)));
    }
    match lines.is_empty() {
        true => "当月部分贸易可能合规".to_owned(),
        false => lines.join("；"),
    }
}

fn date(day: Day) -> String {
    dates::day(day)
}

fn at(month: Month) -> String {
    dates::month(month)
}

fn months_of(months: &[Month]) -> Vec<String> {
    months.iter().map(|month| at(*month)).collect()
}
