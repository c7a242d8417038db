//! Parses what accompanies a change or a level: its period, its base, its currency.

use super::cursor::{Cursor, MeasuredNumber};
use super::time::Basis;
use super::verbs::ADVERBS;
use crate::reader::claims::english::clause::Clause;
use crate::reader::claims::english::clause::ClauseFact;
use crate::reader::claims::months::MonthsOfYear;
use crate::trade::Currency;

impl Cursor<'_> {
    /// `in yuan`, `in dollar terms`.
    pub(super) fn currency_terms(&mut self) -> Option<Currency> {
        self.attempt(|it| {
            it.skip(&[","]);
            it.eat_any(&["when measured in", "measured in", "in", "denominated in"])
                .then_some(())?;
            it.eat("terms of");
            let currency = match it.word() {
                "yuan" | "renminbi" | "rmb" => Currency::Cny,
                "dollar" | "dollars" | "usd" => Currency::Usd,
                _ => return None,
            };
            it.at += 1;
            it.eat_any(&[
                "- denominated terms",
                "denominated terms",
                "terms",
                "- terms",
            ]);
            Some(currency)
        })
    }

    /// Parses everything that may follow: months, bases, streaks, earlier levels, the change in
    /// other words.
    pub(super) fn complements(&mut self, clause: &mut Clause) -> Option<()> {
        loop {
            let start = self.at;
            self.adverbs();
            if self.month_to_month(clause) || self.when(clause) {
                continue;
            }
            let lasting = self.streak(clause.trend);
            let lasting = lasting.or_else(|| self.up_for(clause.trend));
            if let Some(fact) = lasting.or_else(|| self.after_months(clause.trend)) {
                clause.facts.push(fact);
                continue;
            }
            if self.eat_any(&[", by the customs office 's own figure"]) {
                continue;
            }
            // `changed little in September, at $217 million`.
            if clause.is_steady
                && clause.facts.is_empty()
                && let Some(fact) = self.steady_level()
            {
                clause.facts.push(fact);
                continue;
            }
            // `slid 6.7 percent year-on-year to $266.34 million`, `…, to $266.34 million`.
            let is_change = |fact: &ClauseFact| {
                matches!(fact, ClauseFact::Change(_, MeasuredNumber::Percent(_)))
            };
            let is_of_change = clause.trend.is_some() && clause.facts.iter().all(is_change);
            if (is_of_change || matches!(clause.facts[..], [ClauseFact::Times(_)]))
                && let Some(fact) = self.level_reached_behind()
            {
                clause.facts.push(fact);
                continue;
            }
            if let Some(fact) = self.had_been(clause) {
                clause.facts.push(fact);
                continue;
            }
            if let Some(fact) = self.had_been_as_well(clause) {
                clause.facts.push(fact);
                continue;
            }
            if let Some(fact) = self.beside(clause) {
                clause.facts.push(fact);
                continue;
            }
            if self.at == start {
                break;
            }
        }
        // A change described as too small for a number is not a claim.
        if clause.facts.is_empty() && !clause.is_steady {
            clause.facts.push(ClauseFact::Moved(clause.trend?));
        }
        Some(())
    }

    fn level_reached_behind(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat(",");
            it.level_reached()
        })
    }

    /// `, at $217 million`.
    fn steady_level(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat(",");
            it.eat("at").then_some(())?;
            let amount = it.amount()?;
            matches!(amount, MeasuredNumber::Money(..)).then_some(ClauseFact::Level(amount))
        })
    }

    /// `from July to August 2017`: a change from one month to the next, or to the same month of the
    /// next year.
    pub(super) fn month_to_month(&mut self, clause: &mut Clause) -> bool {
        if clause.period.is_some() || clause.basis.is_some() {
            return false;
        }
        let found = self.attempt(|it| {
            it.eat("from").then_some(())?;
            let first = it.single_month()?;
            it.eat("to").then_some(())?;
            let second = it.named()?;
            let is_single = second.months.0 == second.months.1;
            let next = first.months.0 % 12 + 1 == second.months.0;
            let same = first.months.0 == second.months.0;
            (is_single && (next || same)).then_some((first, second, same))
        });
        let Some((first, second, is_year)) = found else {
            return false;
        };
        clause.period = Some(second);
        clause.basis = Some(if is_year {
            Basis::MonthsOfYear(first)
        } else {
            Basis::Mom
        });
        true
    }

    /// A single month, not the first of several.
    pub(super) fn single_month(&mut self) -> Option<MonthsOfYear> {
        self.attempt(|it| {
            let month = it.month_here()?;
            it.at += 1;
            let year = it.year();
            Some(MonthsOfYear::of(month, month, year))
        })
    }

    /// `from $234.8 million a year earlier`.
    pub(super) fn had_been(&mut self, clause: &mut Clause) -> Option<ClauseFact> {
        if clause.basis.is_some() {
            return None;
        }
        self.attempt(|it| {
            it.skip(&[","]);
            if let Some(trend) = it.up_or_down() {
                // `rose to X, down from Y` is contradictory.
                (it.word() == "from" && clause.trend.is_none_or(|own| own == trend))
                    .then_some(())?;
                clause.trend_to_base = Some(trend);
            }
            it.eat_any(&["from", "than", "against", "versus"])
                .then_some(())?;
            let amount = it.amount()?;
            let basis = it.basis().or_else(|| it.base())?;
            clause.basis = Some(basis);
            matches!(
                amount,
                MeasuredNumber::Money(..) | MeasuredNumber::Tonnes(_)
            )
            .then_some(ClauseFact::Base(amount))
        })
    }

    /// After one base, `and $285.5 million a year earlier`.
    fn had_been_as_well(&mut self, clause: &Clause) -> Option<ClauseFact> {
        matches!(clause.facts.last(), Some(ClauseFact::Base(_))).then_some(())?;
        self.attempt(|it| {
            it.skip(&[","]);
            it.eat("and").then_some(())?;
            it.eat_any(&["from", "than", "against", "versus", "with"]);
            let amount = it.amount()?;
            let basis = it.basis().or_else(|| it.base())?;
            (matches!(amount, MeasuredNumber::Money(..)) && clause.basis != Some(basis))
                .then_some(ClauseFact::OtherBase(amount, basis))
        })
    }

    /// A repetition of the statement after a comma: `, down 37.9 percent`,
    /// `, the lowest since February`, `, a fall of 37.9 percent`,
    /// `, marking the seventh straight month of decline`.
    pub(super) fn beside(&mut self, clause: &mut Clause) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.skip(&[",", "and"]);
            it.eat_any(&["which is", "which was", "that is", "that was"]);
            it.eat_any(&[
                "marking",
                "extending",
                "making it",
                "making this",
                "making",
                "representing",
                "hitting",
                "reaching",
                "to",
                "in what was",
                "in",
            ]);
            let adverbs = it.at;
            it.skip(ADVERBS);
            if let Some(streak) = it.streak(None) {
                if let (ClauseFact::Months(_, Some(own)), Some(trend)) = (streak, clause.trend)
                    && own != trend
                {
                    return None;
                }
                return Some(match streak {
                    ClauseFact::Months(count, own) => {
                        ClauseFact::Months(count, own.or(clause.trend))
                    }
                    other => other,
                });
            }
            let superlative = it.at;
            if let Some(record) = it.record() {
                // After a change, `the biggest since March` refers to the change, not to the
                // amount.
                let is_level = it.tokens[superlative..it.at]
                    .iter()
                    .any(|token| matches!(&*token.word, "lowest" | "highest" | "high" | "low"));
                let has_change = clause.trend.is_some()
                    || clause
                        .facts
                        .iter()
                        .any(|fact| matches!(fact, ClauseFact::Change(..) | ClauseFact::Times(_)));
                let is_of_level = matches!(
                    clause.facts.last(),
                    Some(ClauseFact::Level(_) | ClauseFact::Base(_))
                );
                let is_sure = !has_change || (is_of_level && is_level);
                return is_sure.then_some(record);
            }
            if it.at > adverbs || it.tokens[it.at.saturating_sub(1)].word != "," {
                // Only a comma may precede what follows.
                let is_comma = it.at > 0 && it.tokens[it.at - 1].word == ",";
                is_comma.then_some(())?;
            }
            if let Some(trend) = it.up_or_down() {
                let amount = it.amount()?;
                clause.trend = Some(trend);
                return matches!(amount, MeasuredNumber::Percent(_))
                    .then_some(ClauseFact::Change(trend, amount));
            }
            it.skip(&["a", "an"]);
            let trend = it.trend_noun()?;
            it.eat("of").then_some(())?;
            let amount = it.amount()?;
            clause.trend = Some(trend);
            matches!(amount, MeasuredNumber::Percent(_))
                .then_some(ClauseFact::Change(trend, amount))
        })
    }
}
