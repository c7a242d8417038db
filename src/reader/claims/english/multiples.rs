//! Parses changes stated as a multiple or a fraction of the base: `quadrupled`, `rose fourfold`,
//! `fell to a third of its level a year earlier`, `lost half of its value`.

use super::cursor::{Cursor, MeasuredNumber};
use crate::reader::claims::english::clause::{Clause, ClauseFact};
use crate::trade::{Precision, StatedNumber, Trend};

/// Verbs that multiply, with the factor.
pub(super) const MULTIPLIED: [(&str, i128); 8] = [
    ("doubled", 2),
    ("tripled", 3),
    ("trebled", 3),
    ("quadrupled", 4),
    ("quintupled", 5),
    ("sextupled", 6),
    ("septupled", 7),
    ("octupled", 8),
];

/// The factor of `fourfold`, `tenfold`.
pub(super) fn fold(word: &str) -> Option<i128> {
    let count = word.strip_suffix("fold")?.trim_end_matches('-');
    let count = super::words::number_word(count).or_else(|| count.parse().ok())?;
    (2..=1000).contains(&count).then_some(count)
}

impl Cursor<'_> {
    /// `more than doubled`, `nearly tripled`, `halved`, `were cut by a third`, `lost half of their
    /// value`.
    pub(super) fn multiplied(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat_any(&["had", "has", "have", "were", "was"]);
            it.eat("been");
            if let Some(fact) = it.lost_part().or_else(|| it.cut_by()) {
                return Some(fact);
            }
            let precision = it.precision();
            let word = it.word();
            it.at += 1;
            if word == "halved" {
                let half = StatedNumber::fraction(1, 2, precision)?;
                return Some(ClauseFact::Change(
                    Trend::Fall,
                    MeasuredNumber::Percent(half),
                ));
            }
            let (_, factor) = MULTIPLIED.iter().find(|(verb, _)| *verb == word)?;
            Some(ClauseFact::Times(StatedNumber::multiple(
                *factor, precision,
            )))
        })
    }

    /// `lost more than half of its value`.
    fn lost_part(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat("lost").then_some(())?;
            let part = it.part_of()?;
            it.eat_any(&["their value", "its value", "their worth", "its worth"])
                .then_some(())?;
            Some(ClauseFact::Change(
                Trend::Fall,
                MeasuredNumber::Percent(part),
            ))
        })
    }

    /// `cut in half`, `cut by more than a third`.
    fn cut_by(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat("cut").then_some(())?;
            let by = it.eat("by");
            (by || it.eat("in")).then_some(())?;
            match it.amount()? {
                part @ MeasuredNumber::Percent(number)
                    if by || number == StatedNumber::fraction(1, 2, Precision::Printed)? =>
                {
                    Some(ClauseFact::Change(Trend::Fall, part))
                }
                _ => None,
            }
        })
    }

    /// What follows a verb of change where it is a multiple of the base: `nearly fourfold`, `to a
    /// third of its level a year earlier`, `to three times that of a year earlier`. A fall is to
    /// less than the base, a rise to more.
    pub(super) fn multiple_reached(
        &mut self,
        clause: &mut Clause,
        trend: Trend,
    ) -> Option<ClauseFact> {
        let before = clause.clone();
        let found = self.attempt(|it| {
            let multiple = it.folded(trend).or_else(|| it.multiple_behind_to(clause))?;
            let one = 10i128.checked_pow(multiple.exponent.min(0).unsigned_abs());
            let is_more = one.is_some_and(|one| multiple.digits >= one);
            (is_more == (trend == Trend::Rise)).then_some(ClauseFact::Times(multiple))
        });
        if found.is_none() {
            *clause = before;
        }
        found
    }

    /// `nearly fourfold`: to four times the base. A fall by a multiple has no meaning.
    fn folded(&mut self, trend: Trend) -> Option<StatedNumber> {
        self.attempt(|it| {
            let precision = it.precision();
            // `10-fold` is a number, a hyphen and a word.
            let factor = match it.number() {
                Some(number) if it.ahead(1) == "-" && it.ahead(2) == "fold" => {
                    it.at += 2;
                    number.meant(precision)
                }
                _ => StatedNumber::multiple(fold(it.word())?, precision),
            };
            it.at += 1;
            (trend == Trend::Rise).then_some(factor)
        })
    }

    fn multiple_behind_to(&mut self, clause: &mut Clause) -> Option<StatedNumber> {
        self.eat("to").then_some(())?;
        if let Some(part) = self.part_of_base(clause) {
            return Some(part);
        }
        let times = self.attempt(|it| match it.amount()? {
            MeasuredNumber::Times(number) => it.as_high_as(clause).map(|()| number),
            _ => None,
        });
        // `fell to a third`, without from what: from a year earlier, as changes are.
        times.or_else(|| self.bare_part())
    }

    /// `as high as a year earlier`, `those of a year earlier`, `as high in September 2017 as a year
    /// earlier`.
    pub(super) fn as_high_as(&mut self, clause: &mut Clause) -> Option<()> {
        if self.eat_any(&["as much", "as high", "as large", "as big"]) {
            self.when(clause);
            self.eat("as").then_some(())?;
        } else {
            self.eat_any(&["the level of", "the value of", "its level", "their level"]);
        }
        self.eat_any(&["of", "in", "from"]);
        clause.basis = Some(self.base()?);
        Some(())
    }

    /// A part of the base as a multiple of it: `a third of what it was a year earlier`, `38 percent
    /// of the year-earlier level`.
    pub(super) fn part_of_base(&mut self, clause: &mut Clause) -> Option<StatedNumber> {
        if clause.basis.is_some() {
            return None;
        }
        self.attempt(|it| {
            let part = it.part_of()?;
            it.eat_any(&["the", "its", "their"]);
            it.eat_any(&["year - earlier", "year - ago"]);
            let is_earlier =
                it.at > 0 && matches!(it.tokens[it.at - 1].word.as_str(), "earlier" | "ago");
            let level = it.eat_any(&[
                "levels", "level", "value", "values", "figure", "amount", "total",
            ]);
            if is_earlier {
                level.then_some(())?;
                clause.basis = Some(super::time::Basis::Yoy);
                return Some(part.times_ten_to(-2));
            }
            it.eat_any(&["what it was", "what they were", "of", "in", "from"]);
            clause.basis = Some(it.base()?);
            Some(part.times_ten_to(-2))
        })
    }

    /// `a third of`, `38 percent of`, as a percentage.
    fn part_of(&mut self) -> Option<StatedNumber> {
        self.attempt(|it| {
            let precision = it.precision();
            let part = match it.fraction_here() {
                Some((one, of)) => StatedNumber::fraction(one, of, precision)?,
                None => {
                    let number = it.number()?.meant(precision);
                    it.at += 1;
                    it.eat("percent").then_some(())?;
                    number
                }
            };
            let is_half = it
                .tokens
                .get(it.at - 1)
                .is_some_and(|last| last.word == "half");
            // `half its value`.
            let its = is_half && matches!(it.word(), "its" | "their" | "what" | "the");
            (it.eat("of") || its).then_some(part)
        })
    }

    /// `a third`, with nothing said of what.
    fn bare_part(&mut self) -> Option<StatedNumber> {
        self.attempt(|it| {
            let precision = it.precision();
            let (one, of) = it.fraction_here()?;
            (!matches!(
                it.word(),
                "of" | "month" | "quarter" | "year" | "-" | "straight"
            ))
            .then_some(())?;
            Some(StatedNumber::fraction(one, of, precision)?.times_ten_to(-2))
        })
    }
}
