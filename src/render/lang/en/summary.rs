//! Remarks in brief: what those of one kind have in common, and what distinguishes each.

use super::figure::reason;
use super::published_change::printed_differs;
use super::words::{OLDER_PRINT, partner, percent};
use super::{figure, input, of_measures, set};
use crate::report::{MonthsBeside, RemarkKind};
use crate::trade::{FigureRemark, InputRemark, Printed, Ratio};

pub(super) fn headline(what: &RemarkKind) -> String {
    let text = match what {
        RemarkKind::Input(remark) => match &remark.what {
            InputRemark::PartnerAssumed(place) => {
                let name = partner(*place, "the partner asked for");
                return format!("no partner column, assumed to be trade with {name}");
            }
            InputRemark::Truncated => {
                "exactly 10,000 rows, where the platform truncates downloads without warning"
            }
            InputRemark::NoRows => "no rows below the header",
            InputRemark::Dropped { .. } => "rows skipped (--lenient)",
            InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                "the file name says otherwise; read as given"
            }
            InputRemark::CodeBesideName { .. } => {
                "partner code and name do not match; the code was used"
            }
            InputRemark::GoodsWithoutCode(_) => "rows not used: goods named without a code",
            InputRemark::UnknownUnit { .. } => "quantities in an unknown unit were not used",
            InputRemark::NoRowFor { .. } => "no row for the partner",
            other => return input::sentence(other),
        },
        RemarkKind::Set(remark) => return set::sentence(remark),
        RemarkKind::Figure(remark) => match remark {
            FigureRemark::DetailsDiffer { .. } => "details do not sum to the published figure",
            FigureRemark::FlowsDiffer { .. } => {
                "imports and exports do not sum to the published total"
            }
            FigureRemark::LevelsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                "two levels of detail differ"
            }
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                "rows were skipped (--lenient)"
            }
            other => return figure::sentence(other),
        },
        RemarkKind::PrintedDiffers(_) => {
            "published changes differ from those of the published levels"
        }
        RemarkKind::PrintedOfEarlier { .. } => "published for figures since revised",
        RemarkKind::SignOpen => "rounding of published figures leaves the sign open",
        RemarkKind::RoundingOpen { .. } => "rounding of published figures leaves the change open",
        RemarkKind::Implied {
            revised: Some(one), ..
        } if one.is_of_one_input => return of_measures::sentence(what, None),
        RemarkKind::Implied { .. } => {
            "revised since first published, by the change published a \
                                       year later"
        }
        RemarkKind::Revised { .. } => "revised since first published",
        RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
            "published sums differ from their months"
        }
        RemarkKind::DroppedIn { .. } => "rows were skipped (--lenient)",
        RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
        RemarkKind::StreakOpen { .. } => "the streak may be longer",
        RemarkKind::RankOpen { .. } => {
            "rounded figures do not show whether an earlier month was as low or high"
        }
        RemarkKind::MayHaveBeen { .. } => {
            "earlier months without a figure may have been as low or high as"
        }
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
                format!("{}, here {}", percent(one.printed), percent(computed))
            }
            None => percent(one.printed),
        },
        RemarkKind::PrintedOfEarlier { printed, .. } => percent(*printed),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!("{} to {}", percent(*least), percent(*most)),
            None => format!("{} or more", percent(*least)),
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
