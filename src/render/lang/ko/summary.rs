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
            InputRemark::Truncated => "정확히 10,000행, 플랫폼이 예고 없이 자르는 한도",
            InputRemark::NoRows => "머리글 아래에 자료가 없음",
            InputRemark::Dropped { .. } => "자료 일부 제외(--lenient)",
            InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                "파일 이름과 다름; 지정에 따름"
            }
            InputRemark::CodeBesideName { .. } => "상대국 코드와 이름 불일치; 코드를 따름",
            InputRemark::GoodsWithoutCode(_) => "코드 없이 품명만 있는 행을 쓰지 않음",
            InputRemark::UnknownUnit { .. } => "알 수 없는 단위의 물량을 쓰지 않음",
            InputRemark::NoRowFor { .. } => "상대국 행이 없음",
            other => return input::sentence(other),
        },
        RemarkKind::Set(remark) => return set::sentence(remark),
        RemarkKind::Figure(remark) => match remark {
            FigureRemark::DetailsDiffer { .. } => "세부 합계와 공표치 불일치",
            FigureRemark::FlowsDiffer { .. } => "수입과 수출의 합이 공표된 교역액과 불일치",
            FigureRemark::LevelsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                "두 세분 수준 불일치"
            }
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                "자료 일부 제외(--lenient)"
            }
            other => return figure::sentence(other),
        },
        RemarkKind::PrintedDiffers(_) => "공표 증감률이 공표 금액으로 계산한 값과 다름",
        RemarkKind::PrintedOfEarlier { .. } => "공표 증감률이 수정 전 수치 기준",
        RemarkKind::SignOpen => "공표치의 반올림으로 증감 방향을 알 수 없음",
        RemarkKind::RoundingOpen { .. } => "공표치의 반올림으로 증감률이 표시된 범위일 수 있음",
        RemarkKind::Implied {
            revised: Some(one), ..
        } if one.is_of_one_input => return of_measures::sentence(what, None),
        RemarkKind::Implied { .. } => "처음 공표 뒤 수정(이듬해 공표 증감률에서 역산)",
        RemarkKind::Revised { .. } => "처음 공표 뒤 수정",
        RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
            "공표 합계가 월별 합과 다름(이후 수정, 월별로는 불명)"
        }
        RemarkKind::DroppedIn { .. } => "자료 일부 제외(--lenient)",
        RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
        RemarkKind::StreakOpen { .. } => "연속 개월 수가 더 길 수 있음",
        RemarkKind::RankOpen { .. } => "반올림으로 앞선 달이 같은 만큼 낮거나 높았는지 알 수 없음",
        RemarkKind::MayHaveBeen { .. } => "일부 달의 자료가 없어 순위를 단정할 수 없음",
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
                format!("공표 {}, 계산 {}", percent(one.printed), percent(computed))
            }
            None => percent(one.printed),
        },
        RemarkKind::PrintedOfEarlier { printed, .. } => percent(*printed),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!("{}~{}", percent(*least), percent(*most)),
            None => format!("{} 이상", percent(*least)),
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
