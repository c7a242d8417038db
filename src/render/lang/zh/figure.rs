//! Remarks on how a figure was made, and on why one is missing.

use super::amounts::{as_distinct, measured};
use super::words::{OLDER_PRINT, lacking, period, periods, rate, released};
use crate::trade::{DroppedOf, FigureRemark, Missing, Reason};

/// A remark on how a figure was made.
pub(super) fn sentence(what: &FigureRemark) -> String {
    match what {
        FigureRemark::Derived { whole, part } => {
            format!("由{}累计减{}得出", period(*whole), period(*part))
        }
        FigureRemark::NoQuantity => "公布的数量为零，故为零".to_owned(),
        FigureRemark::ZeroInside(whole) => format!("{}合计为零，故为零", period(*whole)),
        FigureRemark::DetailsDiffer { details, published } => {
            let [details, published] = as_distinct(details, published);
            format!("明细合计{details}，公布数为{published}")
        }
        FigureRemark::FlowsDiffer {
            sum,
            total,
            released: date,
            ..
        } => {
            let [sum, total] = as_distinct(sum, total);
            let date = released(*date);
            format!("进口与出口相加为{sum}，公布的进出口为{total}{date}")
        }
        FigureRemark::LevelsDiffer { used, other } => {
            let [used, other] = as_distinct(used, other);
            format!("同一贸易有两种细度且不一致：{used}（采用）与{other}")
        }
        FigureRemark::CoarserDiffer { parts, coarser } => {
            let [parts, coarser] = as_distinct(parts, coarser);
            format!("各部分合计{parts}，较粗的数据为{coarser}")
        }
        FigureRemark::UnitValueInputRevised {
            is_quantity,
            period: at,
            earlier,
            later,
        } => {
            let what = if *is_quantity { "数量" } else { "金额" };
            let [earlier, later] = as_distinct(earlier, later);
            format!("{}{what}由{earlier}修订为{later}", period(*at))
        }
        FigureRemark::Dropped {
            count,
            cells,
            of,
            first,
        } => {
            let noun = if *cells { "个单元格" } else { "行" };
            let of = match of {
                DroppedOf::Period(at) => format!("{}的", period(*at)),
                DroppedOf::BaseOf(at) => {
                    format!("{}（其公布同比可说明基数修订）的", period(*at))
                }
                DroppedOf::Unknown(name) => format!("{name}中月份不明的"),
            };
            format!("跳过{of}{count}{noun}（--lenient），首见{first}")
        }
        FigureRemark::DroppedInside(at) => {
            format!("{}有数据被跳过（--lenient）", period(*at))
        }
        FigureRemark::CurrencyGap {
            own,
            other,
            implied,
            of_period,
            at_rate,
            changes,
        } => {
            let changes = changes.iter().map(|(at, percent)| {
                format!(
                    "，{}同比约{}%",
                    period(*at),
                    percent.to_string().replace('-', "−")
                )
            });
            format!(
                "{}与{}折算汇率为{}，当期约为{}：前者为较早公布数；按当期汇率应为{}{}",
                measured(*own),
                measured(*other),
                rate(*implied),
                rate(*of_period),
                measured(*at_rate),
                changes.collect::<String>(),
            )
        }
        FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
        FigureRemark::OfPartner(partner, what) => format!("{partner}：{}", sentence(what)),
    }
}

pub(super) fn reason(missing: &Missing) -> String {
    let at = periods(&missing.periods);
    match missing.reason {
        Reason::NoData => format!("无{at}数据"),
        Reason::ZeroBase => format!("{at}无贸易"),
        Reason::RoundedBase => format!("{at}四舍五入后为零"),
        Reason::Combined => format!("{at}只有合计数"),
        Reason::NotComputed => "差额不计算百分比".to_owned(),
        Reason::OfMonths => "连续增减按月计".to_owned(),
        Reason::SeveralGoods => "包含多种商品".to_owned(),
        Reason::FirstRelease => "首次公布".to_owned(),
        Reason::MixedUnits => format!("{at}商品计量单位不一"),
        Reason::NoQuantity => format!("无{at}数量"),
        Reason::UncertainSign => format!("经四舍五入，{at}增减方向不能确定"),
        Reason::UncertainRank => format!("经四舍五入，与{at}孰高孰低不能确定"),
        Reason::NoRow => format!(
            "{at}无{}数据行，文件是否含全部商品不详（如是，请加`--all-goods`）",
            lacking(missing)
        ),
        Reason::ComponentMissing => format!("{at}缺{}数据", lacking(missing)),
        Reason::Dropped => format!("{at}已被`--lenient`略过"),
    }
}
