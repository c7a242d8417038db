//! A single sanctions measure: its kind, cap, dates and phases.

use super::instrument::{Instrument, Regime};
use crate::trade::{Day, Flow, Month, Name};
use std::sync::Arc;

/// How a measure restricts trade in its goods.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SanctionKind {
    /// Trade is banned.
    Ban,
    /// A government suspended the trade for a time.
    Suspension,
    /// Banned, except trade declared to be for livelihood; so no month can show a breach.
    LivelihoodExempt,
    /// Allowed up to a fixed amount.
    Cap,
    /// Allowed up to the amount of an earlier period.
    RelativeCap,
    /// Whether the code is banned is disputed; shown separately.
    Contested,
    /// Based on a list of things without HS codes; never flagged.
    ListBased,
}

impl SanctionKind {
    /// All kinds, strictest first: where two measures meet on one code, the first decides.
    pub const ALL: [SanctionKind; 7] = [
        SanctionKind::Ban,
        SanctionKind::Suspension,
        SanctionKind::LivelihoodExempt,
        SanctionKind::Cap,
        SanctionKind::RelativeCap,
        SanctionKind::Contested,
        SanctionKind::ListBased,
    ];

    /// Its name in machine columns and in a file of measures.
    pub fn name(self) -> &'static str {
        match self {
            SanctionKind::Ban => "ban",
            SanctionKind::Suspension => "suspension",
            SanctionKind::LivelihoodExempt => "ban_livelihood_exempt",
            SanctionKind::Cap => "cap",
            SanctionKind::RelativeCap => "cap_relative",
            SanctionKind::Contested => "contested",
            SanctionKind::ListBased => "list_based",
        }
    }

    /// Whether no trade is allowed at all.
    pub fn is_outright(self) -> bool {
        matches!(self, SanctionKind::Ban | SanctionKind::Suspension)
    }

    /// Whether the measure affects the goods, by a ban of any kind or a cap.
    pub fn reaches(self) -> bool {
        !matches!(self, SanctionKind::Contested | SanctionKind::ListBased)
    }
}

/// How certain a row is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Certainty {
    /// Verified in the sources.
    High,
    /// Partly recalled or mapped by us.
    Medium,
    /// Mostly recalled or mapped by us, or disputed.
    Low,
}

impl Certainty {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::High => "high",
            Certainty::Medium => "medium",
            Certainty::Low => "low",
        }
    }
}

/// The unit of a cap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CapUnit {
    /// Tonnes.
    Tonnes,
    /// Barrels, which the statistics do not record: converted from tonnes.
    Barrels,
    /// US dollars.
    Dollars,
}

impl CapUnit {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            CapUnit::Tonnes => "t",
            CapUnit::Barrels => "bbl",
            CapUnit::Dollars => "USD",
        }
    }
}

/// When a cap period starts again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CapPeriod {
    /// On 1 January.
    CalendarYear,
    /// Never: it applies to these days, both included.
    Once(Day, Day),
    /// On this day of every year; the year of the day is irrelevant.
    Yearly(Day),
}

impl CapPeriod {
    /// The first and last day of the cap period that begins in `year`.
    pub fn days(self, year: i32) -> Option<(Day, Day)> {
        match self {
            CapPeriod::CalendarYear => Some((
                Day::first_of(Month::new(year, 1)?)?,
                Day::last_of(Month::new(year, 12)?)?,
            )),
            CapPeriod::Once(from, to) => (from.year() == year).then_some((from, to)),
            CapPeriod::Yearly(start) => {
                let end = start.in_year(year + 1)?;
                Some((start.in_year(year)?, end.plus(-1)))
            }
        }
    }
}

/// A limit on the trade of all states together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cap {
    /// The limit, in whole units.
    pub most: i64,
    /// The unit.
    pub unit: CapUnit,
    /// The period it applies to.
    pub period: CapPeriod,
}

/// The phase of a measure in a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Phase {
    /// Not in force on any day of the month, whether adopted or not.
    Before,
    /// In force on some day, but some of the month's trade may still have been allowed by the UN
    /// text or by the notice that implements it.
    Transition,
    /// In force for the whole month, by both texts.
    Full,
    /// Ended or superseded before the month began.
    Ended,
}

impl Phase {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::Transition => "transition",
            Phase::Full => "full",
            Phase::Ended => "ended",
        }
    }
}

/// One measure: what a paragraph of an instrument does to some goods in one flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sanction {
    /// Its id in the table: `UN2371-coal`.
    pub id: Arc<str>,
    /// The regime.
    pub regime: Regime,
    /// The resolution or notice.
    pub instrument: Instrument,
    /// The paragraph.
    pub paragraph: Arc<str>,
    /// The flow, from China's side: an import is an export of North Korea.
    pub flow: Flow,
    /// The goods in words.
    pub goods: Name,
    /// The HS prefixes of the goods; empty for goods without codes, which then never match.
    pub prefixes: Vec<Arc<str>>,
    /// The kind of measure.
    pub kind: SanctionKind,
    /// The limit, for a [`SanctionKind::Cap`].
    pub cap: Option<Cap>,
    /// The day of the vote or of the notice.
    pub adopted: Day,
    /// The first day without any grace period.
    pub effective: Day,
    /// The first full month in which any trade violates the text.
    pub first_full_month: Option<Month>,
    /// The first full month in which any trade violates the Chinese notice, which may give goods
    /// more time to clear customs.
    pub first_full_month_cn: Option<Month>,
    /// The Chinese notices that implement it: `2017 No.40`.
    pub notice: Arc<str>,
    /// The last day in force.
    pub ended: Option<Day>,
    /// The ids of the measures that superseded it; a final `*` matches any ending.
    pub superseded_by: Vec<Arc<str>>,
    /// The address of the source.
    pub source: Arc<str>,
    /// How certain the row is.
    pub certainty: Certainty,
    /// The origin of the codes: `resolution_text_seen`, `analyst_mapping`.
    pub code_basis: Arc<str>,
    /// A note for readers; the same text in every language if the file has only one.
    pub note: Name,
    /// Its line in the file.
    pub line: usize,
}

impl Sanction {
    /// Whether it is in force on a day, even if superseded on that very day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.effective <= day && self.ended.is_none_or(|ended| day <= ended)
    }

    /// The first full month in which neither text allows any trade, as far as known: the later of
    /// the two.
    pub fn full_from(&self) -> Option<Month> {
        self.first_full_month.max(self.first_full_month_cn)
    }

    /// Its phase in a month.
    pub fn phase(&self, month: Month) -> Phase {
        let (Some(first), Some(last)) = (Day::first_of(month), Day::last_of(month)) else {
            return Phase::Before;
        };
        // A measure that ended before it took effect was never in force.
        let never = self.ended.is_some_and(|ended| ended < self.effective);
        if self.ended.is_some_and(|ended| ended < first) || never && self.effective <= last {
            return Phase::Ended;
        }
        if last < self.effective {
            return Phase::Before;
        }
        let is_whole = self.effective <= first && self.ended.is_none_or(|ended| last <= ended);
        let is_full = self.full_from().is_some_and(|full| full <= month);
        if is_whole && is_full {
            Phase::Full
        } else {
            Phase::Transition
        }
    }

    /// Whether a code begins with one of its prefixes.
    pub fn has(&self, code: &str) -> bool {
        let mut prefixes = self.prefixes.iter();
        prefixes.any(|prefix| code.starts_with(&**prefix))
    }

    /// Whether a code is broader than the measure, and so contains other goods as well.
    pub fn is_inside(&self, code: &str) -> bool {
        let mut prefixes = self.prefixes.iter();
        !self.has(code)
            && prefixes.any(|prefix| prefix.len() > code.len() && prefix.starts_with(code))
    }
}
