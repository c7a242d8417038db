//! Notes for the user on a figure or a whole report: typed remarks with their data, the column and
//! period they are about, and a weight. Renderers put them into words in each language.
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
    SaidBy, SetRemark, Vintage, Weight,
};
use std::sync::Arc;

/// One remark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The column it is about; `None` for the whole report.
    pub column: Option<Column>,
    /// The period of the figure it is about.
    pub period: Option<Period>,
    /// Its weight.
    pub weight: Weight,
    /// The kind of remark.
    pub kind: RemarkKind,
}

/// The kind of a remark, with its data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RemarkKind {
    /// On an input, from the reader.
    Input(FileRemark),
    /// On how the series were made, from the frame.
    Set(SetRemark),
    /// On how a figure was made, from the frame.
    Figure(FigureRemark),
    /// On revisions.
    Revision(RevisionRemark),
    /// On sanctions.
    Sanction(SanctionRemark),
    /// On an answer that was computed again.
    Receipt(ReceiptRemark),
    /// The figure is implied by a printed change.
    Implied {
        /// Who worked out the change that it follows from.
        said_by: SaidBy,
        /// The release date of the change.
        released: Option<Vintage>,
        /// The figure and its first value; `None` if it is the first itself.
        revised: Option<Implied>,
    },
    /// The figure was revised since first published.
    Revised {
        /// The earlier value.
        earlier: Measured,
        /// Its release date.
        earlier_released: Option<Vintage>,
        /// The later value.
        later: Measured,
        /// Its release date; `None` if undated, and only named later.
        later_released: Option<Vintage>,
    },
    /// The figure is the difference of published figures.
    Difference {
        /// The release date of the later one.
        released: Option<Vintage>,
    },
    /// The figure was converted from the yuan figure at the rate of the month.
    Converted {
        /// The release date of the yuan figure.
        released: Option<Vintage>,
    },
    /// The release of this month revised earlier months of its year; which ones is unknown.
    EarlierRevised {
        /// The amount of the revision.
        by: Measured,
    },
    /// A multi-month figure published for the whole period.
    ForTheWhole {
        /// How it came about.
        basis: Basis,
        /// The release date.
        released: Option<Vintage>,
        /// How its months disagree with it.
        months: Option<MonthsBeside>,
    },
    /// The months of a multi-month figure disagree with it.
    MonthsBeside(MonthsBeside),
    /// A sum of months that are not all plain published figures.
    SumOf(Vec<(SumPart, Vec<Period>)>),
    /// Some figures it is computed from lost bad rows.
    DroppedIn {
        /// The first of those figures.
        first: Period,
        /// The number of further figures.
        more: usize,
    },
    /// Some figures it is computed from are from older releases than in the other currency.
    OlderPrintIn {
        /// The first of those figures.
        first: Period,
        /// The number of further figures.
        more: usize,
    },
    /// The printed change is inconsistent with the figures in use.
    PrintedDiffers(PrintedDiffers),
    /// The printed change is of an earlier value of a figure revised since.
    PrintedOfEarlier {
        /// The printed change, in percent.
        printed: Printed,
        /// Its release date.
        released: Option<Vintage>,
        /// Who worked it out.
        said_by: SaidBy,
        /// The value it was printed for, if known.
        earlier: Option<Measured>,
    },
    /// The sign is uncertain because of rounding.
    SignOpen,
    /// The percentage is uncertain by more than one point because of rounding.
    RoundingOpen {
        /// The lowest possible value, in percent.
        least: Printed,
        /// The highest possible value; `None` if the base may be zero.
        most: Option<Printed>,
    },
    /// A streak may be longer than known.
    StreakOpen {
        /// The number of months known.
        at_least: u32,
        /// At which end.
        side: Side,
        /// The first or last month known.
        month: Month,
        /// Why no more is known.
        why: Missing,
    },
    /// January and February, published only together, count as two months.
    CountsAsTwo,
    /// Some months of the window have no figure.
    WindowLacks(Lacking),
    /// An earlier month may have been as low, or as high; rounding leaves it uncertain.
    RankOpen {
        /// Whether the lowest is meant; otherwise the highest.
        lowest: bool,
        /// The earlier month.
        since: Month,
        /// The last month that certainly was.
        surely: Option<Month>,
    },
    /// Months without a figure may have been as low, or as high.
    MayHaveBeen {
        /// Whether the lowest is meant; otherwise the highest.
        lowest: bool,
        /// The months, and why they have no figure.
        lacking: Lacking,
        /// The number of months.
        months: usize,
    },
    /// The month shown is not the newest.
    NotNewest {
        /// The month shown.
        month: Month,
        /// The newest month with a figure.
        last: Month,
    },
    /// Figures in another currency extend further.
    OtherCurrency {
        /// The currency.
        currency: Currency,
        /// Its last month.
        last: Month,
    },
    /// Another currency has the month that is missing here.
    HeldInOtherCurrency {
        /// The month.
        month: Month,
        /// The currency.
        currency: Currency,
    },
    /// The month was first released after the day asked for.
    ReleasedLater {
        /// The currency of the figures.
        currency: Currency,
        /// The month.
        month: Month,
        /// Its first release date.
        released: Vintage,
    },
    /// Some months asked for are outside the data and not shown.
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
    /// A year to date below that of the month before.
    ToDateFalls,
    /// The change of the quantity in the same month.
    QuantityBeside {
        /// The flow.
        flow: Flow,
        /// The quantity.
        value: Measured,
        /// The quantity a year earlier.
        base: Measured,
        /// The change, in percent.
        change: Printed,
    },
    /// Components are not ranked because their change is unknown.
    NotRanked {
        /// The flow.
        flow: Flow,
        /// The number of components.
        count: usize,
        /// The codes of the first few.
        codes: Vec<Arc<str>>,
    },
    /// A unit value over several codes is a mix of goods.
    UnitValueMix,
    /// The number of streaks not listed although they may be long enough.
    StreaksNotListed(usize),
    /// Months of the range in which no streak can be determined, because changes are unknown.
    StreaksUnknown {
        /// The flow.
        flow: Flow,
        /// The months, as runs.
        months: Vec<Period>,
    },
    /// A streak continues after this month, the last one asked for.
    StreakGoesOn(Month),
    /// The number of findings that made a check fail.
    CheckFailed(usize),
    /// Flows that were not checked because they have no figures.
    FlowsNotLookedFor(Vec<Flow>),
    /// A month seems to be in another unit than its neighbours.
    UnitBreak {
        /// The flow.
        flow: Flow,
        /// The month.
        period: Period,
        /// The factor relative to its neighbours.
        factor: Factor,
    },
    /// On the verdict on a claim.
    Claim(ClaimRemark),
    /// The inputs have nothing for the selection; the reason is the error message in English.
    NothingHeld(String),
}

impl Remark {
    /// A remark on a column of a row.
    pub fn on(column: Column, period: Period, kind: RemarkKind) -> Remark {
        Remark {
            column: Some(column),
            period: Some(period),
            weight: kind.weight(),
            kind,
        }
    }

    /// A remark on the whole report.
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
    /// A stable code for scripts.
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
            RemarkKind::PrintedOfEarlier { .. } => "printed_of_earlier",
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
            RemarkKind::ToDateFalls => "to_date_falls",
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
