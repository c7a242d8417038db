//! Parses what a clause says about its subject: changes, levels, streaks, records.

use super::cursor::{Cursor, MeasuredNumber};
use super::subject::Subject;
use super::time::Basis;
use super::verbs::{ADVERBS, FALLS, FELL, RISES, ROSE};
use crate::reader::claims::months::MonthsOfYear;
use crate::trade::{Currency, StatedNumber, Superlative, Trend};

/// A fact stated by a clause.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum ClauseFact {
    /// The figure changed by this much.
    Change(Trend, MeasuredNumber),
    /// The figure changed, but no number is given.
    Moved(Trend),
    /// The figure is this much.
    Level(MeasuredNumber),
    /// The figure was this much before.
    Base(MeasuredNumber),
    /// The figure was this much at another time as well.
    OtherBase(MeasuredNumber, Basis),
    /// The figure is this many times its base.
    Times(StatedNumber),
    /// The figure changed in one direction for this number of months in a row.
    Months(StatedNumber, Option<Trend>),
    /// The figure had changed in the other direction for this number of months in a row, until the
    /// month before.
    MonthsBefore(StatedNumber, Trend),
    /// The figure is the lowest or highest.
    Record(Superlative, Since),
    /// The goods are this share of the figure.
    Share(StatedNumber),
}

/// The start of the period in which a record is the highest or lowest figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Since {
    /// These months.
    Months(MonthsOfYear),
    /// The start of the figures, if it is stated.
    Ever(Option<MonthsOfYear>),
}

/// A clause: its subject, its facts, and the period and base that it states.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    pub subject: Option<Subject>,
    pub facts: Vec<ClauseFact>,
    pub period: Option<MonthsOfYear>,
    /// Whether the months are only the end of the period, `through September`.
    pub is_end: bool,
    pub basis: Option<Basis>,
    pub currency: Option<Currency>,
    /// The direction of the verb, which the next clause may share.
    pub trend: Option<Trend>,
    /// Whether it has a verb of trading: `China imported …`.
    pub is_traded: bool,
    /// The direction given with a base, `down from $456 million in July`.
    pub trend_to_base: Option<Trend>,
    /// Whether the change is described as too small for a number.
    pub is_steady: bool,
}

impl Cursor<'_> {
    /// Skips adverbs.
    pub fn adverbs(&mut self) {
        self.skip(ADVERBS);
    }

    pub(super) fn trend_verb(&mut self) -> Option<Trend> {
        self.attempt(|it| {
            it.eat_any(&["had", "has", "have"]);
            it.adverbs();
            it.eat("been");
            if it.eat_any(ROSE) {
                Some(Trend::Rise)
            } else if it.eat_any(FELL) {
                Some(Trend::Fall)
            } else {
                None
            }
        })
    }

    pub(super) fn trend_noun(&mut self) -> Option<Trend> {
        if self.eat_any(RISES) {
            Some(Trend::Rise)
        } else if self.eat_any(FALLS) {
            Some(Trend::Fall)
        } else {
            None
        }
    }

    /// Parses a clause after its subject. `before` is the previous clause, whose verb applies if
    /// this one has none.
    pub fn predicate(&mut self, clause: &mut Clause, before: Option<&Clause>) -> Option<()> {
        self.when(clause);
        if let Some(level) = self.level_between() {
            clause.facts.push(level);
        }
        self.adverbs();
        if let Some(trend) = self.trend_verb() {
            clause.trend = Some(trend);
            self.adverbs();
            self.change(clause, trend)?;
        } else if self.eat_any(&["changed little", "was unchanged", "were unchanged"]) {
            clause.is_steady = true;
        } else if let Some(fact) = self.multiplied() {
            clause.facts.push(fact);
        } else if let Some(amount) = self.exceeded() {
            clause.facts.push(ClauseFact::Level(amount));
        } else if self.level_verb() {
            self.level(clause)?;
        } else if let Some(amount) = self.amount_of() {
            clause.facts.push(ClauseFact::Level(amount));
        } else if let Some(amount) = self.amount() {
            // The verb is that of the previous clause: `total trade 10.5 percent`.
            match (amount, before.and_then(|clause| clause.trend)) {
                (MeasuredNumber::Percent(_), Some(trend)) => {
                    clause.trend = Some(trend);
                    clause.facts.push(ClauseFact::Change(trend, amount));
                }
                // `exports were worth $154.71 million and imports $29.51 million`.
                (MeasuredNumber::Money(..), _)
                    if before
                        .is_some_and(|one| matches!(one.facts[..], [ClauseFact::Level(_)])) =>
                {
                    clause.facts.push(ClauseFact::Level(amount));
                }
                _ => return None,
            }
        } else if let Some(trend) = self.up_or_down() {
            clause.trend = Some(trend);
            self.eat("by");
            let amount = self.amount()?;
            clause.facts.push(ClauseFact::Change(trend, amount));
        } else {
            return None;
        }
        self.complements(clause)
    }

    /// `higher`, `lower`, `less`; `more than a year before`, with the base that follows.
    pub fn more_or_less(&mut self, clause: &mut Clause) -> Option<Trend> {
        let (trend, with_base) = match self.word() {
            "higher" | "more" => (Trend::Rise, false),
            "lower" | "less" => (Trend::Fall, false),
            "morethan" | "above" => (Trend::Rise, true),
            "lessthan" | "below" => (Trend::Fall, true),
            _ => return None,
        };
        self.at += 1;
        if with_base {
            clause.basis = Some(self.base()?);
        }
        Some(trend)
    }

    /// Parses months, bases and currencies at this position.
    pub fn when(&mut self, clause: &mut Clause) -> bool {
        let start = self.at;
        loop {
            let at = self.at;
            // The months named before.
            if clause.period.is_none() && self.in_the_period() {
                continue;
            }
            if clause.currency.is_none()
                && let Some(currency) = self.currency_terms()
            {
                clause.currency = Some(currency);
            } else if clause.basis.is_none()
                && let Some(basis) = self.basis()
            {
                clause.basis = Some(basis);
            } else if clause.period.is_none()
                && let Some((period, is_end)) = self.period()
            {
                clause.period = Some(period);
                clause.is_end = is_end;
            }
            if self.at == at {
                return self.at > start;
            }
        }
    }
}
