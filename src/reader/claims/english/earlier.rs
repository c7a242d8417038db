//! Parses the change of other months that follows a clause: `after falling 1 percent in August`.

use super::clause::{Clause, ClauseFact};
use super::cursor::{Cursor, MeasuredNumber};
use super::time::Basis;
use crate::trade::Trend;

/// Participles of a rise.
const RISING: &[&str] = &[
    "rising",
    "increasing",
    "growing",
    "climbing",
    "jumping",
    "gaining",
    "surging",
    "soaring",
    "expanding",
];

/// Participles of a fall.
const FALLING: &[&str] = &[
    "falling",
    "declining",
    "dropping",
    "decreasing",
    "plunging",
    "sliding",
    "shrinking",
    "slumping",
    "tumbling",
    "sinking",
    "plummeting",
    "contracting",
    "slipping",
];

impl Cursor<'_> {
    /// `after falling 1 percent in August`, `compared with a 1 percent drop in August`: a change of
    /// the same kind in other months. `before` is the clause that it follows.
    pub fn change_before(&mut self, before: Option<&Clause>) -> Option<Clause> {
        let before = before?;
        let is_change =
            |fact: &ClauseFact| matches!(fact, ClauseFact::Change(_, MeasuredNumber::Percent(_)));
        // Next to a change from the month before, either base may be meant.
        let is_yoy = matches!(before.basis, None | Some(Basis::Yoy));
        (is_yoy && before.facts.iter().any(is_change)).then_some(())?;
        self.attempt(|it| {
            it.eat(",");
            it.eat_any(&["after", "following", "than", "versus", "against"])
                .then_some(())?;
            let (trend, amount) = it.falling_by().or_else(|| it.a_fall_of())?;
            let (period, is_end) = it.period()?;
            let mut clause = Clause {
                subject: before.subject.clone(),
                facts: vec![ClauseFact::Change(trend, amount)],
                period: Some(period),
                currency: before.currency,
                ..Clause::default()
            };
            it.when(&mut clause);
            let is_yoy = matches!(clause.basis, None | Some(Basis::Yoy));
            let is_other = before.period.is_none_or(|own| own != period);
            (is_yoy && is_other && !is_end).then_some(clause)
        })
    }

    /// `falling 1 percent`.
    fn falling_by(&mut self) -> Option<(Trend, MeasuredNumber)> {
        self.attempt(|it| {
            let trend = match it.word() {
                word if RISING.contains(&word) => Trend::Rise,
                word if FALLING.contains(&word) => Trend::Fall,
                _ => return None,
            };
            it.at += 1;
            it.eat("by");
            let amount = it.amount()?;
            matches!(amount, MeasuredNumber::Percent(_)).then_some((trend, amount))
        })
    }

    /// `a 1 percent drop`, `a drop of 1 percent`.
    fn a_fall_of(&mut self) -> Option<(Trend, MeasuredNumber)> {
        self.attempt(|it| {
            it.eat_any(&["a", "an"]);
            let (trend, amount) = match it.amount() {
                Some(amount) => (it.trend_noun()?, amount),
                None => {
                    let trend = it.trend_noun()?;
                    it.eat("of").then_some(())?;
                    (trend, it.amount()?)
                }
            };
            matches!(amount, MeasuredNumber::Percent(_)).then_some((trend, amount))
        })
    }
}
