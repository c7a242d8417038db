//! Remarks in brief: what those of one kind have in common, and what distinguishes each.

use super::figure::reason;
use super::published_change::printed_differs;
use super::words::{OLDER_PRINT, percent};
use super::{figure, input, of_measures, set};
use crate::report::{MonthsBeside, RemarkKind};
use crate::trade::{FigureRemark, InputRemark, Printed, Ratio};

pub(super) fn headline(what: &RemarkKind) -> String {
    let text = match what {
        RemarkKind::Input(remark) => match &remark.what {
            InputRemark::Truncated => "恰好10000行，平台超过此数即截断且不提示",
            InputRemark::NoRows => "表头下没有数据",
            InputRemark::Dropped { .. } => "有数据被跳过（--lenient）",
            InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                "与文件名不符，以指定为准"
            }
            InputRemark::CodeBesideName { .. } => "伙伴编码与名称不符，以编码为准",
            InputRemark::GoodsWithoutCode(_) => "有商品名称而无编码的行未采用",
            InputRemark::UnknownUnit { .. } => "单位无法识别的数量未采用",
            InputRemark::NoRowFor { .. } => "没有所查伙伴的数据",
            other => return input::sentence(other),
        },
        RemarkKind::Set(remark) => return set::sentence(remark),
        RemarkKind::Figure(remark) => match remark {
            FigureRemark::DetailsDiffer { .. } => "明细合计与公布数不符",
            FigureRemark::FlowsDiffer { .. } => "进口与出口之和与公布的进出口不符",
            FigureRemark::LevelsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                "两种细度不一致"
            }
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                "有数据被跳过（--lenient）"
            }
            other => return figure::sentence(other),
        },
        RemarkKind::PrintedDiffers(_) => "公布同比与按公布金额计算的结果不符",
        RemarkKind::PrintedOfEarlier { .. } => "公布的同比对应修订前的数据",
        RemarkKind::SignOpen => "公布数经四舍五入，增减方向不能确定",
        RemarkKind::RoundingOpen { .. } => "公布数经四舍五入，变化率可能在所示范围内",
        RemarkKind::Implied {
            revised: Some(one), ..
        } if one.is_of_one_input => return of_measures::sentence(what, None),
        RemarkKind::Implied { .. } => "公布后修订，由次年公布的同比推算",
        RemarkKind::Revised { .. } => "公布后修订",
        RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
            "公布的合计与各月之和不符，此后有修订，具体月份不详"
        }
        RemarkKind::DroppedIn { .. } => "有数据被跳过（--lenient）",
        RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
        RemarkKind::StreakOpen { .. } => "连续月数可能更多",
        RemarkKind::RankOpen { .. } => "经四舍五入，不能确定此前月份是否同样低或高",
        RemarkKind::MayHaveBeen { .. } => "因部分月份无数据，位次不能确定",
        other => return of_measures::sentence(other, None),
    };
    text.to_owned()
}

pub(super) fn in_brief(what: &RemarkKind) -> String {
    match what {
        RemarkKind::PrintedDiffers(one) => printed_differs(one),
        other => of_measures::sentence(other, None),
    }
}

pub(super) fn short(what: &RemarkKind) -> Option<String> {
    Some(match what {
        RemarkKind::PrintedDiffers(one) => match one.computed {
            Some(computed) => {
                format!("公布{}，计算{}", percent(one.printed), percent(computed))
            }
            None => percent(one.printed),
        },
        RemarkKind::PrintedOfEarlier { printed, .. } => percent(*printed),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!("{}至{}", percent(*least), percent(*most)),
            None => format!("{}以上", percent(*least)),
        },
        RemarkKind::ForTheWhole {
            months: Some(MonthsBeside::Sum { sum, revised_by }),
            ..
        }
        | RemarkKind::MonthsBeside(MonthsBeside::Sum { sum, revised_by }) => {
            let share = Ratio::new(revised_by.amount.0, sum.amount.0)?;
            percent(Printed {
                digits: share.percent(1),
                decimals: 1,
            })
        }
        RemarkKind::StreakOpen { why, .. } => reason(why),
        _ => return None,
    })
}
