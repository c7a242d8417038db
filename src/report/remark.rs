//! What a careful reader must know of a figure or of a whole report: kinds with their data, the
//! column and the period that they are about, and how much they weigh. How they read is the
//! renderer's, in each language.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

use crate::report::claim_remark::ClaimRemark;
use crate::report::column::Column;
use crate::report::receipt::ReceiptRemark;
use crate::report::remark_parts::{
    Factor, Implied, Lacking, MonthsBeside, PrintedDiffers, Side, SumPart,
};
use crate::report::revision_remark::RevisionRemark;
use crate::report::sanction_remark::SanctionRemark;
use crate::trade::{
    Basis, Currency, FigureRemark, FileRemark, Flow, Measured, Missing, Month, Period, Printed,
    SetRemark, Vintage, Weight,
};
use std::sync::Arc;

/// One remark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The column it is about; `None` where it is about the whole report.
    pub column: Option<Column>,
    /// The period of the figure it is about.
    pub period: Option<Period>,
    /// How much it weighs.
    pub weight: Weight,
    /// The kind of remark.
    pub kind: RemarkKind,
}

/// The kind of a remark, with its data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RemarkKind {
    /// Of an input, by the reader.
    Input(FileRemark),
    /// Of how the series were made, by the frame.
    Set(SetRemark),
    /// Of how a figure was made, by the frame.
    Figure(FigureRemark),
    /// Of revisions.
    Revision(RevisionRemark),
    /// Of sanctions.
    Sanction(SanctionRemark),
    /// Of an answer that was worked out again.
    Receipt(ReceiptRemark),
    /// Worked back from a printed change.
    Implied {
        /// When that change was released.
        released: Option<Vintage>,
        /// The figure, and what it had been first; `None` where it is the first.
        revised: Option<Implied>,
    },
    /// Revised since it was first published.
    Revised {
        /// What it had been.
        earlier: Measured,
        /// When that was released.
        earlier_released: Option<Vintage>,
        /// What it is.
        later: Measured,
        /// When that was released; `None`: the file named later has it so.
        later_released: Option<Vintage>,
    },
    /// The difference of published figures.
    Difference {
        /// When the later of them was released.
        released: Option<Vintage>,
    },
    /// Converted from the yuan figure at the rate of the month.
    Converted {
        /// When that figure was released.
        released: Option<Vintage>,
    },
    /// The release of this month revised the months before it in its year, which ones is not known.
    EarlierRevised {
        /// By how much.
        by: Measured,
    },
    /// A figure of several months that was published for them all.
    ForTheWhole {
        /// How it came about.
        basis: Basis,
        /// When it was released.
        released: Option<Vintage>,
        /// What its months say against it.
        months: Option<MonthsBeside>,
    },
    /// What the months of a figure of several months say against it.
    MonthsBeside(MonthsBeside),
    /// A sum of months that are no plain published figures.
    SumOf(Vec<(SumPart, Vec<Period>)>),
    /// Bad rows of figures that it is made of were left out.
    DroppedIn {
        /// The first of those figures.
        first: Period,
        /// How many more.
        more: usize,
    },
    /// Figures that it is made of are older prints than those in the other currency.
    OlderPrintIn {
        /// The first of those figures.
        first: Period,
        /// How many more.
        more: usize,
    },
    /// The printed change cannot be that of the figures held.
    PrintedDiffers(PrintedDiffers),
    /// Rounding of the published figures leaves the sign open.
    SignOpen,
    /// Rounding of the published figures leaves more than one point open.
    RoundingOpen {
        /// The least that it may be, in percent.
        least: Printed,
        /// The most.
        most: Printed,
    },
    /// It is not known whether a streak goes further.
    StreakOpen {
        /// How many months are known.
        at_least: u32,
        /// On which side.
        side: Side,
        /// The first or last month that is known.
        month: Month,
        /// Why no more is known.
        why: Missing,
    },
    /// January and February, published only together, count as two months.
    CountsAsTwo,
    /// Months of the window have no figure.
    WindowLacks(Lacking),
    /// Rounding leaves open whether an earlier month was as low, or as high.
    RankOpen {
        /// Whether the lowest is looked at; else the highest.
        lowest: bool,
        /// The earlier month.
        since: Month,
        /// The last month that surely was.
        surely: Option<Month>,
    },
    /// Months without a figure may have been as low, or as high.
    MayHaveBeen {
        /// Whether the lowest is looked at; else the highest.
        lowest: bool,
        /// The months, and why they have none.
        lacking: Lacking,
        /// How many they are.
        months: usize,
    },
    /// The month shown is not the newest.
    NotNewest {
        /// The month shown.
        month: Month,
        /// The newest with a figure.
        last: Month,
    },
    /// Figures in another currency run further.
    OtherCurrency {
        /// The currency.
        currency: Currency,
        /// Its last month.
        last: Month,
    },
    /// Another currency has the month that this one lacks.
    HeldInOtherCurrency {
        /// The month.
        month: Month,
        /// The currency.
        currency: Currency,
    },
    /// The month was first released after the day asked for.
    ReleasedLater {
        /// The month.
        month: Month,
        /// Its release.
        released: Vintage,
    },
    /// Months asked for that lie outside the data are not shown.
    RangeCut {
        /// Those months.
        left_out: Vec<Period>,
        /// The months of the data.
        held: Period,
    },
    /// The comparison crosses a revision of the Harmonized System.
    HsRevised(Vec<i32>),
    /// Changes from the month before are not seasonally adjusted.
    MomUnadjusted,
    /// What the quantity of the same month did.
    QuantityBeside {
        /// The flow.
        flow: Flow,
        /// The quantity.
        value: Measured,
        /// A year earlier.
        base: Measured,
        /// The change, in percent.
        change: Printed,
    },
    /// Parts whose change is not known are not ranked.
    NotRanked {
        /// The flow.
        flow: Flow,
        /// How many.
        count: usize,
        /// The codes of the first.
        codes: Vec<Arc<str>>,
    },
    /// A unit value over several codes is a mix.
    UnitValueMix,
    /// Streaks that may be long enough are not listed.
    StreaksNotListed(usize),
    /// Months of the range in which no streak can be determined, because their changes are not
    /// known.
    StreaksUnknown {
        /// The flow.
        flow: Flow,
        /// The months, as runs.
        months: Vec<Period>,
    },
    /// A streak goes on after this month, the last that was asked for.
    StreakGoesOn(Month),
    /// How many findings made a check fail.
    CheckFailed(usize),
    /// Flows without a figure were not looked for.
    FlowsNotLookedFor(Vec<Flow>),
    /// A month that seems to stand in another unit than its neighbours.
    UnitBreak {
        /// The flow.
        flow: Flow,
        /// The month.
        period: Period,
        /// How many times its neighbours it is.
        factor: Factor,
    },
    /// Of the verdict on a claim.
    Claim(ClaimRemark),
    /// The inputs hold nothing of the selection, for the reason that the error gives in English.
    NothingHeld(String),
}

impl Remark {
    /// On a column of a row.
    pub fn on(column: Column, period: Period, kind: RemarkKind) -> Remark {
        Remark {
            column: Some(column),
            period: Some(period),
            weight: kind.weight(),
            kind,
        }
    }

    /// On the whole report.
    pub fn on_all(kind: RemarkKind) -> Remark {
        Remark {
            column: None,
            period: None,
            weight: kind.weight(),
            kind,
        }
    }
}

impl RemarkKind {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            RemarkKind::Input(remark) => remark.what.code(),
            RemarkKind::Set(remark) => remark.code(),
            RemarkKind::Figure(remark) => remark.code(),
            RemarkKind::Sanction(remark) => remark.code(),
            RemarkKind::Receipt(remark) => remark.code(),
            RemarkKind::Revision(remark) => remark.code(),
            RemarkKind::Claim(remark) => remark.code(),
            RemarkKind::Implied { .. } => "implied",
            RemarkKind::Revised { .. } => "revised",
            RemarkKind::Difference { .. } => "difference",
            RemarkKind::Converted { .. } => "converted",
            RemarkKind::EarlierRevised { .. } => "earlier_months_revised",
            RemarkKind::ForTheWhole {
                months: Some(MonthsBeside::Sum { .. }),
                ..
            } => "months_differ",
            RemarkKind::ForTheWhole { .. } => "published_for_the_whole",
            RemarkKind::MonthsBeside(MonthsBeside::Missing(_)) => "months_incomplete",
            RemarkKind::MonthsBeside(MonthsBeside::Sum { .. }) => "months_differ",
            RemarkKind::SumOf(_) => "sum_of_months",
            RemarkKind::DroppedIn { .. } => "rows_dropped",
            RemarkKind::OlderPrintIn { .. } => "currency_gap",
            RemarkKind::PrintedDiffers(_) => "printed_differs",
            RemarkKind::SignOpen => "sign_open",
            RemarkKind::RoundingOpen { .. } => "rounding_open",
            RemarkKind::StreakOpen { .. } => "streak_open",
            RemarkKind::CountsAsTwo => "counts_as_two",
            RemarkKind::WindowLacks(_) => "window_lacks",
            RemarkKind::RankOpen { .. } => "rank_open",
            RemarkKind::MayHaveBeen { .. } => "may_have_been",
            RemarkKind::NotNewest { .. } => "not_newest",
            RemarkKind::OtherCurrency { .. } => "other_currency",
            RemarkKind::HeldInOtherCurrency { .. } => "held_in_other_currency",
            RemarkKind::ReleasedLater { .. } => "released_later",
            RemarkKind::RangeCut { .. } => "range_cut",
            RemarkKind::HsRevised(_) => "hs_revised",
            RemarkKind::MomUnadjusted => "mom_unadjusted",
            RemarkKind::QuantityBeside { .. } => "quantity_beside",
            RemarkKind::NotRanked { .. } => "not_ranked",
            RemarkKind::UnitValueMix => "unit_value_mix",
            RemarkKind::StreaksNotListed(_) => "streaks_not_listed",
            RemarkKind::StreaksUnknown { .. } => "streaks_unknown",
            RemarkKind::StreakGoesOn(_) => "streak_goes_on",
            RemarkKind::CheckFailed(_) => "check_failed",
            RemarkKind::FlowsNotLookedFor(_) => "flows_not_looked_for",
            RemarkKind::UnitBreak { .. } => "unit_break",
            RemarkKind::NothingHeld(_) => "nothing_held",
        }
    }
}
