use super::instrument::{Instrument, Regime};
use crate::trade::{Day, Flow, Month, Name};
use std::sync::Arc;

/// What a measure does to the trade of its goods.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SanctionKind {
    /// Trade is banned.
    Ban,
    /// A government stopped the trade for a time.
    Suspension,
    /// Banned, but for trade that is declared as livelihood; so no month shows a breach.
    LivelihoodExempt,
    /// So much is allowed and no more.
    Cap,
    /// No more is allowed than in an earlier period.
    RelativeCap,
    /// Whether the code is banned is disputed: shown apart.
    Contested,
    /// By a list of things that have no HS code: never flagged.
    ListBased,
}

impl SanctionKind {
    /// All of them, the strictest first: where two measures meet on one code, the first decides.
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

    /// Whether no trade at all is allowed.
    pub fn is_outright(self) -> bool {
        matches!(self, SanctionKind::Ban | SanctionKind::Suspension)
    }

    /// Whether the measure reaches the goods: it bans them, outright or not, or caps them.
    pub fn reaches(self) -> bool {
        !matches!(self, SanctionKind::Contested | SanctionKind::ListBased)
    }
}

/// How sure a row is as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Certainty {
    /// Seen in the sources.
    High,
    /// In parts recalled or mapped.
    Medium,
    /// Mostly recalled or mapped, or disputed.
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

/// What a cap is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CapUnit {
    /// Tonnes.
    Tonnes,
    /// Barrels, which the statistics do not count: they are worked out from tonnes.
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

/// When a cap starts anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CapPeriod {
    /// On the first of January.
    CalendarYear,
    /// Never: it is for these days, both included.
    Once(Day, Day),
    /// Every year on this day; the year of the day means nothing.
    Yearly(Day),
}

impl CapPeriod {
    /// The days, both included, of the run of the cap that begins in `year`.
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

/// The most that all states together may trade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cap {
    /// How much, in whole units.
    pub most: i64,
    /// Of what.
    pub unit: CapUnit,
    /// In which time.
    pub period: CapPeriod,
}

/// How far a measure had come in a month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Phase {
    /// Adopted or not, it was not in force on any day of the month.
    Before,
    /// In force on some day; part of the month's trade may still have been allowed: by the UN text,
    /// or by the notice that carries it out.
    Transition,
    /// In force, by both, for the whole month.
    Full,
    /// It had ended, or another measure had taken its place, before the month began.
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

/// One measure: what one paragraph of one instrument does to some goods in one direction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sanction {
    /// What it is called in the table: `UN2371-coal`.
    pub id: Arc<str>,
    /// Whose view of the ban it is.
    pub regime: Regime,
    /// The resolution or notice.
    pub instrument: Instrument,
    /// Where in it.
    pub paragraph: Arc<str>,
    /// China's side of the trade: an import is an export of North Korea.
    pub flow: Flow,
    /// The goods in words.
    pub goods: Name,
    /// The beginnings of their HS codes; none where they have no code, and then nothing matches.
    pub prefixes: Vec<Arc<str>>,
    /// What it does.
    pub kind: SanctionKind,
    /// How much is allowed, of a [`SanctionKind::Cap`].
    pub cap: Option<Cap>,
    /// The day of the vote, or of the notice.
    pub adopted: Day,
    /// The first day with no grace left.
    pub effective: Day,
    /// The first whole month in which any trade is out of line with the text.
    pub first_full_month: Option<Month>,
    /// The same by the Chinese notice, which may let goods clear for longer.
    pub first_full_month_cn: Option<Month>,
    /// The Chinese notices that carry it out: `2017 No.40`.
    pub notice: Arc<str>,
    /// The last day in force.
    pub ended: Option<Day>,
    /// The measures that took its place, by their ids; a `*` at the end stands for any ending.
    pub superseded_by: Vec<Arc<str>>,
    /// Where it was read.
    pub source: Arc<str>,
    /// How sure the row is.
    pub certainty: Certainty,
    /// Where the codes are from: `resolution_text_seen`, `analyst_mapping`.
    pub code_basis: Arc<str>,
    /// What a careful reader must know of it.
    pub note: Arc<str>,
    /// The line of the file.
    pub line: usize,
}

impl Sanction {
    /// Whether it is in force on a day, whatever took its place on that very day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.effective <= day && self.ended.is_none_or(|ended| day <= ended)
    }

    /// The first month in which both the text and the notice leave no trade in line, as far as they
    /// are known: the later of the two.
    pub fn full_from(&self) -> Option<Month> {
        self.first_full_month.max(self.first_full_month_cn)
    }

    /// How far it had come in a month.
    pub fn phase(&self, month: Month) -> Phase {
        let (Some(first), Some(last)) = (Day::first_of(month), Day::last_of(month)) else {
            return Phase::Before;
        };
        // One that ended before it began was never in force.
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

    /// Whether a code is wider than the measure: it holds some of its goods and others beside.
    pub fn is_inside(&self, code: &str) -> bool {
        let mut prefixes = self.prefixes.iter();
        !self.has(code)
            && prefixes.any(|prefix| prefix.len() > code.len() && prefix.starts_with(code))
    }
}
