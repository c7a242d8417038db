//! Parses changes and levels: amounts and directions.

use super::cursor::{Cursor, MeasuredNumber};
use crate::reader::claims::english::clause::Clause;
use crate::reader::claims::english::clause::ClauseFact;
use crate::trade::{Precision, Trend};

impl Cursor<'_> {
    /// `exceeded $1.1 billion`.
    pub(super) fn exceeded(&mut self) -> Option<MeasuredNumber> {
        self.attempt(|it| {
            it.eat_any(&["had", "has"]);
            it.eat_any(&["exceeded", "topped", "surpassed"])
                .then_some(())?;
            match it.amount()? {
                MeasuredNumber::Money(number, currency) => Some(MeasuredNumber::Money(
                    number.meant(Precision::MoreThan),
                    currency,
                )),
                _ => None,
            }
        })
    }

    /// `exports of $920.74 million`.
    pub(super) fn amount_of(&mut self) -> Option<MeasuredNumber> {
        self.attempt(|it| {
            it.eat("of").then_some(())?;
            let amount = it.amount()?;
            matches!(amount, MeasuredNumber::Money(_, Some(_))).then_some(amount)
        })
    }

    pub(super) fn up_or_down(&mut self) -> Option<Trend> {
        if self.eat("up") {
            Some(Trend::Rise)
        } else if self.eat("down") {
            Some(Trend::Fall)
        } else {
            None
        }
    }

    /// Parses what directly follows a verb of change.
    pub(super) fn change(&mut self, clause: &mut Clause, trend: Trend) -> Option<()> {
        if let Some(level) = self.past(trend) {
            clause.facts.push(ClauseFact::Level(level));
            return Some(());
        }
        if let Some(fact) = self.multiple_reached(clause, trend) {
            clause.facts.push(fact);
            return Some(());
        }
        let by = self.eat("by");
        let start = self.at;
        if let Some(both) = self.base_and_level(clause) {
            clause.facts.extend(both);
            return Some(());
        }
        if let Some([low, high]) = self.range() {
            clause.facts.push(ClauseFact::Change(trend, low));
            clause.facts.push(ClauseFact::Change(trend, high));
        } else if let Some(amount) = self.amount() {
            match amount {
                MeasuredNumber::Percent(_) => clause.facts.push(ClauseFact::Change(trend, amount)),
                MeasuredNumber::Money(..) if by => {
                    clause.facts.push(ClauseFact::Change(trend, amount))
                }
                // `grew 2.2 times` may mean to or by, and so may money without `by` or `to`.
                _ => {
                    self.at = start;
                    return None;
                }
            }
        } else if by {
            return None;
        }
        // `fell by $1.4 to $1.5 billion` may be a range.
        let is_money = matches!(
            clause.facts.last(),
            Some(ClauseFact::Change(_, MeasuredNumber::Money(..)))
        );
        if self.word() == "to" && !is_money {
            let fact = self.level_reached()?;
            clause.facts.push(fact);
        }
        Some(())
    }

    /// `fell below $100 million`, `rose above $300 million`.
    fn past(&mut self, trend: Trend) -> Option<MeasuredNumber> {
        self.attempt(|it| {
            let is_below = matches!(it.word(), "below" | "under");
            let is_past = match trend {
                Trend::Fall => is_below,
                Trend::Rise => it.word() == "above",
            };
            is_past.then_some(())?;
            let amount = it.amount()?;
            matches!(amount, MeasuredNumber::Money(..)).then_some(amount)
        })
    }

    /// `China's imports in September, at $145.8 million, were …`.
    pub(super) fn level_between(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat(", at").then_some(())?;
            let amount = it.amount()?;
            let is_money = matches!(amount, MeasuredNumber::Money(..));
            (it.eat(",") && is_money).then_some(ClauseFact::Level(amount))
        })
    }

    /// `from $285.5 million in September 2016 to $266.3 million in September 2017`, `from $234.8
    /// million a year earlier to $145.8 million`.
    fn base_and_level(&mut self, clause: &mut Clause) -> Option<[ClauseFact; 2]> {
        if clause.basis.is_some() {
            return None;
        }
        self.attempt(|it| {
            it.eat("from").then_some(())?;
            let base = it.amount()?;
            it.eat("in");
            let basis = it.base()?;
            it.eat("to").then_some(())?;
            let level = it.amount()?;
            let is_money = |one| matches!(one, MeasuredNumber::Money(..));
            (is_money(base) && is_money(level)).then_some(())?;
            clause.basis = Some(basis);
            Some([ClauseFact::Level(level), ClauseFact::Base(base)])
        })
    }

    /// `between 41.7% and 45.0%`: at least the one, at most the other.
    fn range(&mut self) -> Option<[MeasuredNumber; 2]> {
        self.attempt(|it| {
            it.eat("between").then_some(())?;
            let low = it.number()?;
            it.at += 1;
            it.eat("percent");
            it.eat("and").then_some(())?;
            let (high, MeasuredNumber::Percent(_)) = (it.number()?, it.amount()?) else {
                return None;
            };
            let is_rising = low.value(3)? < high.value(3)?;
            is_rising.then(|| {
                let ends = [low.meant(Precision::AtLeast), high.meant(Precision::AtMost)];
                ends.map(MeasuredNumber::Percent)
            })
        })
    }

    /// `to $145.8 million`, `to a record low`.
    pub(super) fn level_reached(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat("to").then_some(())?;
            if let Some(record) = it.record() {
                return Some(record);
            }
            let amount = it.amount()?;
            matches!(
                amount,
                MeasuredNumber::Money(..) | MeasuredNumber::Tonnes(_)
            )
            .then_some(ClauseFact::Level(amount))
        })
    }

    /// A verb that introduces a level.
    pub(super) fn level_verb(&mut self) -> bool {
        self.eat_any(&[
            "was worth",
            "were worth",
            "was valued at",
            "were valued at",
            "was",
            "were",
            "reached",
            "totaled",
            "totalled",
            "came to",
            "came in at",
            "amounted to",
            "stood at",
            "hit",
            "hits",
            "reaches",
            "totals",
            "stands at",
            "made",
            "added up to",
            "had reached",
            "had been",
        ])
    }

    /// Parses what follows such a verb.
    pub(super) fn level(&mut self, clause: &mut Clause) -> Option<()> {
        self.adverbs();
        if let Some(number) = self.part_of_base(clause) {
            clause.facts.push(ClauseFact::Times(number));
            return Some(());
        }
        if let Some(trend) = self.up_or_down() {
            clause.trend = Some(trend);
            if let Some(fact) = self.multiple_reached(clause, trend) {
                clause.facts.push(fact);
                return Some(());
            }
            self.eat("by");
            let amount = self.amount()?;
            if !matches!(amount, MeasuredNumber::Percent(_)) {
                return None;
            }
            clause.facts.push(ClauseFact::Change(trend, amount));
            return Some(());
        }
        if let Some(record) = self.record() {
            clause.facts.push(record);
            return Some(());
        }
        match self.amount()? {
            MeasuredNumber::Times(number) => {
                self.as_high_as(clause)?;
                clause.facts.push(ClauseFact::Times(number));
            }
            MeasuredNumber::Percent(number) => {
                let trend = self.more_or_less(clause)?;
                clause.trend = Some(trend);
                clause
                    .facts
                    .push(ClauseFact::Change(trend, MeasuredNumber::Percent(number)));
            }
            amount => clause.facts.push(ClauseFact::Level(amount)),
        }
        Some(())
    }
}
