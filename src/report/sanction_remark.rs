//! What a careful reader must know of an answer on sanctions: kinds with their data.

use crate::trade::{
    Amount, Day, Flow, Instrument, Missing, Month, Name, Period, Printed, QuantityUnit, Regime,
    SanctionKind, Weight,
};
use std::sync::Arc;

/// A remark on sanctions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SanctionRemark {
    /// Whose measures they are; those of the other regime restate the same bans.
    MeasuresOf(Regime),
    /// Codes are seen, recalled or mapped; no legal advice.
    NotLegalAdvice,
    /// The note of a measure in the table, in English.
    MeasureNote(Arc<str>),
    /// Trade under a ban is not proof of a violation, and why.
    NotProof,
    /// Kinds of measures that are shown apart and never counted as met.
    SetAside(Vec<SanctionKind>),
    /// Goods that the data show as not traded, with the month.
    NoTrade(Vec<(Arc<str>, Month)>),
    /// The data are figures of single goods, and hold none of the goods of these bans.
    SingleGoodsOnly(Vec<Arc<str>>),
    /// What a quantity is counted in.
    CountedIn(QuantityUnit),
    /// A code holds goods beside those of the measure, which is on these.
    WiderThan(Vec<Arc<str>>),
    /// Part of the month's trade may have been in line.
    Transition(Transition),
    /// Other measures on the same code, which counts once.
    AlsoUnder(Vec<Arc<str>>),
    /// The parts of a total that are known to be covered, and to be free, each at least.
    Parts {
        /// Covered.
        covered: Vec<(Name, Amount)>,
        /// Not covered.
        free: Vec<(Name, Amount)>,
    },
    /// What shares are of.
    Denominator {
        /// The flow, from the perspective asked for.
        flow: Flow,
        /// The year.
        year: i32,
        /// The total, in dollars.
        total: Amount,
        /// Who compiled the total and the parts.
        compiler: Arc<str>,
    },
    /// A share between two ends cannot be decided from what was published.
    Undecided {
        /// The flow, from the perspective asked for.
        flow: Flow,
        /// The year.
        year: i32,
        /// At least, in percent.
        low: Printed,
        /// At most.
        high: Printed,
        /// A round share in between.
        between: i128,
    },
    /// Parts that are estimates were left out.
    EstimatesLeftOut,
    /// Shares are of all rows held.
    AllRows {
        /// The flow, from the perspective asked for.
        flow: Flow,
        /// The months.
        base: Period,
    },
    /// No share can be determined: neither rows of all goods nor published parts are there.
    NoBase {
        /// The flow, from the perspective asked for.
        flow: Flow,
        /// The months.
        base: Period,
        /// What is missing.
        why: Missing,
        /// The years that parts were published of.
        years: Vec<(i32, Flow)>,
    },
    /// Whether goods under a cap or a livelihood exemption count as covered.
    BansOnly(bool),
    /// Caps are for all states together.
    CapsOfAllStates,
    /// The cap counts from a day inside of a month that is left out.
    CapBegins {
        /// The measure.
        measure: Arc<str>,
        /// The day.
        day: Day,
        /// The first month that is counted.
        month: Month,
    },
    /// The cap ends inside of a month that is counted whole.
    CapEnds {
        /// The measure.
        measure: Arc<str>,
        /// The last day.
        day: Day,
        /// What took its place; `None` where its year ends and another begins.
        successor: Option<Arc<str>>,
        /// The month.
        month: Month,
    },
    /// The notices that a cap passed: in percent, the month, and whether it may have been earlier.
    Passed {
        /// The measure.
        measure: Arc<str>,
        /// Each notice.
        notices: Vec<(i128, Month, bool)>,
    },
    /// By what tonnes were turned into barrels, for each measure.
    Barrels(Vec<(Printed, Arc<str>)>),
    /// Two measures are limbs of one cap.
    TwoLimbs {
        /// One.
        one: Arc<str>,
        /// The other.
        other: Arc<str>,
        /// The one that stands nearer to its end.
        nearer: Arc<str>,
    },
    /// A cap set by an earlier period for which no figures are held.
    RelativeCap(Arc<str>),
    /// No cap was in force in a year.
    NoCap(i32),
    /// So much at least: these months have no figure.
    AtLeastWithout(Vec<Month>),
    /// A measure bans the goods of a series.
    Banned {
        /// The flow, from the perspective asked for.
        flow: Flow,
        /// The resolution or notice.
        instrument: Instrument,
        /// The month since which.
        since: Month,
        /// The first month in which nothing is in line.
        full_from: Option<Month>,
        /// The codes, where only a part of the goods is banned.
        part: Option<Vec<Arc<str>>>,
    },
    /// The day whose measures a split by sanctions distinguishes.
    SplitOn {
        /// Whose measures.
        regime: Regime,
        /// The day.
        day: Day,
    },
}

/// Why trade of a month may have been in line with a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Transition {
    /// The day inside the month from which it is in force.
    pub from: Option<Day>,
    /// The day inside the month on which it ended.
    pub to: Option<Day>,
    /// Whether the UN text leaves no trade of the month in line, though China's notice does.
    pub is_full_by_text: bool,
    /// The first full month by China's notice, where that is later.
    pub window_to: Option<Month>,
    /// The first full month of the text, where it is later and no notice names one.
    pub full_from: Option<Month>,
}

impl SanctionRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            SanctionRemark::MeasuresOf(_) => "measures_of",
            SanctionRemark::NotLegalAdvice => "not_legal_advice",
            SanctionRemark::MeasureNote(_) => "measure_note",
            SanctionRemark::NotProof => "not_proof",
            SanctionRemark::SetAside(_) => "shown_apart",
            SanctionRemark::NoTrade(_) => "no_trade",
            SanctionRemark::SingleGoodsOnly(_) => "single_goods_only",
            SanctionRemark::CountedIn(_) => "counted_in",
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
            SanctionRemark::NoCap(_) => "no_cap",
            SanctionRemark::AtLeastWithout(_) => "at_least",
            SanctionRemark::Banned { .. } => "banned",
            SanctionRemark::SplitOn { .. } => "split_on",
        }
    }

    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            SanctionRemark::NotLegalAdvice
            | SanctionRemark::MeasureNote(_)
            | SanctionRemark::NoTrade(_)
            | SanctionRemark::AlsoUnder(_)
            | SanctionRemark::Parts { .. }
            | SanctionRemark::EstimatesLeftOut
            | SanctionRemark::CapBegins { .. }
            | SanctionRemark::RelativeCap(_) => Weight::Detail,
            _ => Weight::Caution,
        }
    }
}
