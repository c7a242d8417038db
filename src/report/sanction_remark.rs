//! Notes for the user on sanctions: typed remarks with their data.

use crate::trade::{
    Amount, Day, Flow, Instrument, Missing, Month, Name, Period, Printed, QuantityUnit, Regime,
    SanctionKind, Weight,
};
use std::sync::Arc;

/// A remark on sanctions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SanctionRemark {
    /// The regime of the measures; the other regime restates the same bans.
    MeasuresOf(Regime),
    /// Codes are verified, recalled or mapped; this is not legal advice.
    NotLegalAdvice,
    /// The note on a measure in the table.
    MeasureNote {
        /// The resolution or notice.
        instrument: Name,
        /// The goods of the measure.
        goods: Name,
        /// The note.
        note: Name,
    },
    /// Trade under a ban is not proof of a violation, and why.
    NotProof,
    /// Kinds of measures that are shown separately and never count as hits.
    SetAside(Vec<SanctionKind>),
    /// Goods without trade in the data, with the month.
    NoTrade(Vec<(Arc<str>, Month)>),
    /// No goods under a measure have a figure in these months.
    NothingUnder(Period),
    /// The instruments of which China's customs cleared goods for longer, with its first full
    /// month.
    ClearedLonger(Vec<(Name, Month)>),
    /// The data are figures of single goods, none of which are under these bans.
    SingleGoodsOnly(Vec<Arc<str>>),
    /// The files have no row of a flow in these months.
    NoRows(Vec<(Flow, Month)>),
    /// Bans on goods without a row, in files that are not known to hold all goods.
    GoodsNotHeld(Vec<Arc<str>>),
    /// The unit of a quantity.
    MeasuredIn(QuantityUnit),
    /// A code also contains goods outside the measure, which applies to these codes only.
    WiderThan(Vec<Arc<str>>),
    /// Some of the month's trade may have been allowed.
    Transition(Transition),
    /// Other measures on the same code, which counts once.
    AlsoUnder(Vec<Arc<str>>),
    /// The components known to be covered, and those known to be free, with lower bounds.
    Parts {
        /// Covered components.
        covered: Vec<(Name, Amount)>,
        /// Free components.
        free: Vec<(Name, Amount)>,
    },
    /// The total behind the shares.
    Denominator {
        /// The flow, from the chosen perspective.
        flow: Flow,
        /// The year.
        year: i32,
        /// The total, in dollars.
        total: Amount,
        /// The compiler of the total and the components.
        compiler: Arc<str>,
    },
    /// A share is uncertain between two bounds, given what was published.
    Undecided {
        /// The flow, from the chosen perspective.
        flow: Flow,
        /// The year.
        year: i32,
        /// The lower bound, in percent.
        low: Printed,
        /// The upper bound.
        high: Printed,
        /// A round share between the two.
        between: i128,
    },
    /// Estimated components were left out.
    EstimatesLeftOut,
    /// Shares are based on all rows in the data.
    AllRows {
        /// The flow, from the chosen perspective.
        flow: Flow,
        /// The months.
        base: Period,
    },
    /// No share can be determined: there are neither rows for all goods nor published components.
    NoBase {
        /// The flow, from the chosen perspective.
        flow: Flow,
        /// The months.
        base: Period,
        /// What is missing.
        why: Missing,
        /// The years and flows with published components.
        years: Vec<(i32, Flow)>,
    },
    /// Whether goods under a cap or a livelihood exemption count as covered.
    BansOnly(bool),
    /// Caps apply to all states together.
    CapsOfAllStates,
    /// The cap begins within a month, which is left out.
    CapBegins {
        /// The measure.
        measure: Arc<str>,
        /// The day.
        day: Day,
        /// The first month counted.
        month: Month,
    },
    /// The cap ends within a month, which is counted in full.
    CapEnds {
        /// The measure.
        measure: Arc<str>,
        /// The last day.
        day: Day,
        /// The measure that superseded it; `None` if a new cap period begins.
        successor: Option<Arc<str>>,
        /// The month.
        month: Month,
    },
    /// The notices passed: the percentage, the month, and whether it may have been earlier.
    Passed {
        /// The measure.
        measure: Arc<str>,
        /// The notices.
        notices: Vec<(i128, Month, bool)>,
        /// The percentages of which missing months, or figures that differ, leave open whether
        /// they were passed.
        open: Vec<i128>,
    },
    /// The factors used to convert tonnes to barrels, for each measure.
    Barrels(Vec<(Printed, Arc<str>)>),
    /// Two measures are alternative limits of one cap.
    TwoLimbs {
        /// The first.
        one: Arc<str>,
        /// The second.
        other: Arc<str>,
        /// The one closer to its limit.
        nearer: Arc<str>,
    },
    /// A cap set by an earlier period without figures in the data.
    RelativeCap(Arc<str>),
    /// Publishers differ on the use of a cap, so that the lowest is given.
    UseFalls(Arc<str>),
    /// No cap was in force in a year.
    NoCap(i32),
    /// The amount is a minimum, because these months have no figure.
    AtLeastWithout {
        /// The measure.
        measure: Arc<str>,
        /// The months.
        months: Vec<Month>,
    },
    /// The amount is a minimum, because these goods have no figure.
    AtLeastWithoutGoods {
        /// The measure.
        measure: Arc<str>,
        /// Their HS codes.
        codes: Vec<Arc<str>>,
    },
    /// A measure bans the goods of a series.
    Banned {
        /// The flow, from the chosen perspective.
        flow: Flow,
        /// The resolution or notice.
        instrument: Instrument,
        /// The month of effect.
        since: Month,
        /// The first month in which no trade is allowed.
        full_from: Option<Month>,
        /// The banned codes, if only some of the goods are banned.
        part: Option<Vec<Arc<str>>>,
    },
    /// The day and regime that define a breakdown by sanctions.
    SplitOn {
        /// The regime.
        regime: Regime,
        /// The day.
        day: Day,
    },
}

/// Why trade in a month may have been allowed under a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Transition {
    /// The day within the month on which it took effect.
    pub from: Option<Day>,
    /// The day within the month on which it ended.
    pub to: Option<Day>,
    /// Whether the UN text allows no trade in the month, but China's notice does.
    pub is_full_by_text: bool,
    /// The first full month by China's notice, if it is later.
    pub window_to: Option<Month>,
    /// The first full month by the UN text, if it is later and no notice gives one.
    pub full_from: Option<Month>,
}

impl SanctionRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            SanctionRemark::MeasuresOf(_) => "measures_of",
            SanctionRemark::NotLegalAdvice => "not_legal_advice",
            SanctionRemark::MeasureNote { .. } => "measure_note",
            SanctionRemark::NotProof => "not_proof",
            SanctionRemark::SetAside(_) => "shown_apart",
            SanctionRemark::NoTrade(_) => "no_trade",
            SanctionRemark::NothingUnder(_) => "nothing_under_a_measure",
            SanctionRemark::ClearedLonger(_) => "cleared_longer",
            SanctionRemark::SingleGoodsOnly(_) => "single_goods_only",
            SanctionRemark::NoRows(_) => "no_rows",
            SanctionRemark::GoodsNotHeld(_) => "goods_not_held",
            SanctionRemark::MeasuredIn(_) => "counted_in",
            SanctionRemark::WiderThan(_) => "code_wider",
            SanctionRemark::Transition(_) => "transition",
            SanctionRemark::AlsoUnder(_) => "counted_once",
            SanctionRemark::Parts { .. } => "parts",
            SanctionRemark::Denominator { .. } => "denominator",
            SanctionRemark::Undecided { .. } => "undecided",
            SanctionRemark::EstimatesLeftOut => "estimates_left_out",
            SanctionRemark::AllRows { .. } => "all_rows",
            SanctionRemark::NoBase { .. } => "no_base",
            SanctionRemark::BansOnly(_) => "bans_only",
            SanctionRemark::CapsOfAllStates => "caps_of_all_states",
            SanctionRemark::CapBegins { .. } => "cap_begins",
            SanctionRemark::CapEnds { .. } => "cap_ends",
            SanctionRemark::Passed { .. } => "notices_passed",
            SanctionRemark::Barrels(_) => "barrels_per_tonne",
            SanctionRemark::TwoLimbs { .. } => "two_limbs",
            SanctionRemark::RelativeCap(_) => "relative_cap",
            SanctionRemark::UseFalls(_) => "use_falls",
            SanctionRemark::NoCap(_) => "no_cap",
            SanctionRemark::AtLeastWithout { .. } | SanctionRemark::AtLeastWithoutGoods { .. } => {
                "at_least"
            }
            SanctionRemark::Banned { .. } => "banned",
            SanctionRemark::SplitOn { .. } => "split_on",
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            SanctionRemark::NotLegalAdvice
            | SanctionRemark::MeasureNote { .. }
            | SanctionRemark::AlsoUnder(_)
            | SanctionRemark::Parts { .. }
            | SanctionRemark::EstimatesLeftOut
            | SanctionRemark::CapBegins { .. }
            | SanctionRemark::RelativeCap(_) => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
