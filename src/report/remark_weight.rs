//! The weight of remarks: which are shown, and in which order.

use crate::report::claim_remark::ClaimRemark;
use crate::report::remark::RemarkKind;
use crate::report::remark_parts::MonthsBeside;
use crate::trade::{Amount, Printed, UnitOfMeasure, Weight};

impl RemarkKind {
    /// Whether it points to something outside the table, and so is always worth a line.
    pub fn is_pointer(&self) -> bool {
        matches!(
            self,
            RemarkKind::NotNewest { .. }
                | RemarkKind::OtherCurrency { .. }
                | RemarkKind::HeldInOtherCurrency { .. }
                | RemarkKind::ReleasedLater { .. }
                | RemarkKind::QuantityBeside { .. }
                | RemarkKind::Claim(
                    ClaimRemark::DecidedLater { .. }
                        | ClaimRemark::ThenAndNow { .. }
                        | ClaimRemark::LastAsFar { .. }
                        | ClaimRemark::Summary { .. }
                )
                | RemarkKind::Receipt(_)
        )
    }

    /// Its sort position by kind: the most important remarks come first.
    pub fn place(&self) -> u8 {
        match self {
            RemarkKind::PrintedDiffers(_)
            | RemarkKind::PrintedOfEarlier { .. }
            | RemarkKind::RangeCut { .. } => 0,
            RemarkKind::Implied {
                revised: Some(one), ..
            } if one.is_of_one_input => 0,
            RemarkKind::HeldInOtherCurrency { .. }
            | RemarkKind::ReleasedLater { .. }
            | RemarkKind::Input(_)
            | RemarkKind::NothingHeld(_)
            | RemarkKind::CheckFailed(_) => 1,
            RemarkKind::Set(_) | RemarkKind::DroppedIn { .. } => 2,
            RemarkKind::Figure(_) | RemarkKind::OlderPrintIn { .. } => 3,
            RemarkKind::SignOpen | RemarkKind::StreakOpen { .. } => 4,
            RemarkKind::RankOpen { .. } | RemarkKind::MayHaveBeen { .. } => 5,
            RemarkKind::Revised { .. } | RemarkKind::Implied { .. } => 6,
            RemarkKind::MonthsBeside(_) | RemarkKind::ForTheWhole { .. } => 7,
            RemarkKind::RoundingOpen { .. } => 8,
            RemarkKind::NotNewest { .. }
            | RemarkKind::OtherCurrency { .. }
            | RemarkKind::QuantityBeside { .. } => 10,
            _ => 9,
        }
    }

    /// The size of the matter, to sort remarks of one kind.
    pub fn size(&self) -> i128 {
        match self {
            RemarkKind::PrintedDiffers(one) => {
                let tenths = |printed: Printed| match printed.decimals {
                    0 => printed.digits * 10,
                    more => printed.digits / 10i128.pow(more.min(30) - 1),
                };
                let computed = one.computed.map_or(0, tenths);
                (tenths(one.printed) - computed).abs()
            }
            RemarkKind::MonthsBeside(MonthsBeside::Sum { sum, revised_by })
            | RemarkKind::ForTheWhole {
                months: Some(MonthsBeside::Sum { sum, revised_by }),
                ..
            } => match sum.amount.0 {
                0 => i128::MAX,
                sum => (revised_by.amount.0 * 1000 / sum).abs(),
            },
            RemarkKind::EarlierRevised { by } => by.amount.0.abs(),
            RemarkKind::RoundingOpen { least, most } => {
                most.map_or(i128::MAX, |most| most.digits - least.digits)
            }
            _ => 0,
        }
    }

    /// Whether it is a revision of earlier months too small to change a printed digit.
    pub fn is_negligible(&self) -> bool {
        match self {
            RemarkKind::EarlierRevised { by } => {
                by_size(by.amount, by.amount, by.unit) == Weight::Detail
            }
            _ => false,
        }
    }

    /// The weight, by kind and data.
    pub fn weight(&self) -> Weight {
        match self {
            RemarkKind::Input(remark) => remark.what.weight(),
            RemarkKind::Set(remark) => remark.weight(),
            RemarkKind::Figure(remark) => remark.weight(),
            RemarkKind::Sanction(remark) => remark.weight(),
            RemarkKind::Receipt(remark) => remark.weight(),
            RemarkKind::Revision(remark) => remark.weight(),
            RemarkKind::Claim(remark) => remark.weight(),
            RemarkKind::Implied {
                revised: Some(one), ..
            } => by_size(one.later - one.earlier, one.later, one.unit),
            RemarkKind::Revised { earlier, later, .. } => {
                by_size(later.amount - earlier.amount, later.amount, later.unit)
            }
            RemarkKind::ForTheWhole {
                months: Some(MonthsBeside::Sum { sum, revised_by }),
                ..
            }
            | RemarkKind::MonthsBeside(MonthsBeside::Sum { sum, revised_by }) => {
                by_size(revised_by.amount, sum.amount, sum.unit)
            }
            RemarkKind::DroppedIn { .. }
            | RemarkKind::OlderPrintIn { .. }
            | RemarkKind::PrintedDiffers(_)
            | RemarkKind::PrintedOfEarlier { .. }
            | RemarkKind::RangeCut { .. }
            | RemarkKind::SignOpen
            | RemarkKind::RoundingOpen { .. }
            | RemarkKind::StreakOpen { .. }
            | RemarkKind::RankOpen { .. }
            | RemarkKind::MayHaveBeen { .. }
            | RemarkKind::HsRevised(_)
            | RemarkKind::NotRanked { .. }
            | RemarkKind::UnitValueMix
            | RemarkKind::ToDateFalls
            | RemarkKind::StreaksNotListed(_)
            | RemarkKind::StreaksUnknown { .. }
            | RemarkKind::StreakGoesOn(_)
            | RemarkKind::CheckFailed(_)
            | RemarkKind::UnitBreak { .. }
            | RemarkKind::NothingHeld(_) => Weight::Caution,
            RemarkKind::Implied { revised: None, .. }
            | RemarkKind::MonthsBeside(MonthsBeside::Missing(_))
            | RemarkKind::Difference { .. }
            | RemarkKind::Converted { .. }
            | RemarkKind::EarlierRevised { .. }
            | RemarkKind::ForTheWhole { .. }
            | RemarkKind::SumOf(_)
            | RemarkKind::CountsAsTwo
            | RemarkKind::WindowLacks(_)
            | RemarkKind::NotNewest { .. }
            | RemarkKind::OtherCurrency { .. }
            | RemarkKind::HeldInOtherCurrency { .. }
            | RemarkKind::ReleasedLater { .. }
            | RemarkKind::MomUnadjusted
            | RemarkKind::QuantityBeside { .. }
            | RemarkKind::FlowsNotLookedFor(_) => Weight::Detail,
        }
    }
}

/// The weight of a revision: a caution if it changes a printed digit, that is, half a unit of the
/// last digit printed in millions, or half a tenth of a percent for anything but money.
pub(super) fn by_size(revision: Amount, of: Amount, unit: UnitOfMeasure) -> Weight {
    let least = match unit {
        UnitOfMeasure::Money(_) => Amount::units(50_000),
        UnitOfMeasure::Quantity(_) | UnitOfMeasure::UnitValue(..) => Amount(of.abs().0 / 2000),
    };
    if revision.abs() >= least {
        Weight::Caution
    } else {
        Weight::Detail
    }
}
