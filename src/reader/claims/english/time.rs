//! Parses periods (months, quarters, years) and the bases of changes.

use super::cursor::Cursor;
use super::words::{number_word, ordinal};
use crate::reader::claims::months::{MonthsOfYear, Year};
use crate::reader::claims::statement::Base;
use crate::trade::Period;

/// The base of a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Basis {
    /// The same months a year earlier.
    Yoy,
    /// The month before.
    Mom,
    /// The same months of the stated year.
    SameOf(i32),
    /// The stated months.
    MonthsOfYear(MonthsOfYear),
}

impl Basis {
    /// The base of a change in `period`.
    pub fn base_of(self, period: Period) -> Base {
        match self {
            Basis::Yoy => Base::Yoy,
            Basis::Mom => Base::Mom,
            Basis::MonthsOfYear(named) => match named.before(period) {
                Some(base) if base == period.year_before() => Base::Yoy,
                Some(base) if period.is_month() && base == period.plus(-1) => Base::Mom,
                base => Base::Other(base.filter(|base| base.len() == period.len())),
            },
            Basis::SameOf(year) if year == period.year_before().from.year() => Base::Yoy,
            Basis::SameOf(_) => Base::Other(None),
        }
    }
}

/// The number of a month, 1 to 12, by its English name.
pub(super) fn month(word: &str) -> Option<u32> {
    const NAMES: [[&str; 3]; 12] = [
        ["january", "jan", ""],
        ["february", "feb", ""],
        ["march", "mar", ""],
        ["april", "apr", ""],
        ["may", "", ""],
        ["june", "jun", ""],
        ["july", "jul", ""],
        ["august", "aug", ""],
        ["september", "sept", "sep"],
        ["october", "oct", ""],
        ["november", "nov", ""],
        ["december", "dec", ""],
    ];
    let found = NAMES
        .iter()
        .position(|names| !word.is_empty() && names.contains(&word));
    found.map(|at| at as u32 + 1)
}

impl Cursor<'_> {
    /// The current word as a month. `may` and `march` count only if they are capitalised and not
    /// verbs (`may fall`, or `May Fall` in a headline).
    pub fn month_here(&self) -> Option<u32> {
        let found = month(self.word())?;
        let is_name = self
            .tokens
            .get(self.at)
            .is_some_and(|token| token.text.starts_with(char::is_uppercase));
        let is_verb = self.word() == "may"
            && matches!(
                self.ahead(1),
                "rise" | "grow" | "fall" | "drop" | "be" | "have" | "not" | "also" | "still"
            );
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let is_in = before.is_some_and(|token| {
            matches!(&*token.word, "in" | "of" | "for" | "from" | "since" | "to")
        });
        match self.word() {
            "may" | "march" | "mar" => (is_name && (is_in || !is_verb)).then_some(found),
            _ => Some(found),
        }
    }

    /// Months with their preposition, if any (`in September 2017`, `by June 2018`), and whether
    /// they are only the end of the period, `through September`.
    pub fn period(&mut self) -> Option<(MonthsOfYear, bool)> {
        self.attempt(|it| {
            it.skip(&[","]);
            it.eat_any(&[
                "in the whole of",
                "in all of",
                "for all of",
                "for the whole of",
            ]);
            let is_end = it.eat_any(&["by", "through"]);
            if !is_end {
                it.eat_any(&["in", "during", "over", "for", "of"]);
            }
            let named = it.named()?;
            it.eat("alone");
            Some((named, is_end))
        })
    }

    /// `in the period`, of months named before; not `in the same period of 2016`.
    pub fn in_the_period(&mut self) -> bool {
        let found = self.attempt(|it| {
            it.eat_any(&["in", "during", "over"]).then_some(())?;
            it.eat_any(&[
                "the same period",
                "the period",
                "that period",
                "this period",
            ])
            .then_some(())?;
            let ends = matches!(it.word(), "" | "," | "." | ";" | "and" | "while" | "to");
            ends.then_some(())
        });
        found.is_some()
    }

    /// Months in any form.
    pub fn named(&mut self) -> Option<MonthsOfYear> {
        self.attempt(|it| {
            it.skip(&["the", "full", "whole", "calendar"]);
            if let Some(first) = it.month_here() {
                it.at += 1;
                it.eat(".");
                return it.month_on(first);
            }
            let is_last = it.word() == "last";
            if let Some(months) = it.part_of_year() {
                let named = it.with_year(months)?;
                // `the last quarter` alone is the one before the publication.
                return (!is_last || named.year != Year::Open).then_some(named);
            }
            if let Some(year) = it.year() {
                return Some(MonthsOfYear::year(Year::Of(year)));
            }
            if it.eat("last month") {
                return Some(MonthsOfYear::last_month());
            }
            if it.eat("last year") {
                return Some(MonthsOfYear::year(Year::FromPublished(-1)));
            }
            None
        })
    }

    /// Parses what follows the name of a month: another month, a year.
    fn month_on(&mut self, first: u32) -> Option<MonthsOfYear> {
        let own_year = self.attempt(Cursor::year_of);
        let last = self.attempt(|it| {
            let is_pair = it.eat_any(&["and", "&"]);
            if !is_pair && !it.eat_any(&["to", "through", "until", "-"]) {
                return None;
            }
            let last = it.month_here()?;
            it.at += 1;
            it.eat(".");
            // `August and September` are two months. Only January and February count as one period,
            // since they are published together.
            let is_one = !is_pair || (first, last) == (1, 2);
            (last > first && is_one).then_some(last)
        });
        if last.is_some() {
            self.eat_any(&["period", "combined"]);
        }
        let year = self.attempt(Cursor::year_of);
        match (own_year, last, year) {
            (None, Some(last), year) => Some(MonthsOfYear::of(first, last, year)),
            (Some(one), Some(last), Some(other)) if one == other => {
                Some(MonthsOfYear::of(first, last, Some(one)))
            }
            (None, None, year) => self.with_relative_year(first, year),
            (own, None, None) => Some(MonthsOfYear::of(first, first, own)),
            _ => None,
        }
    }

    /// `September last year`, `September this year`.
    fn with_relative_year(&mut self, month: u32, year: Option<i32>) -> Option<MonthsOfYear> {
        let mut named = MonthsOfYear::of(month, month, year);
        if year.is_none() {
            if self.eat_any(&["last year", "of last year"]) {
                named.year = Year::FromPublished(-1);
            } else if self.eat_any(&["this year", "of this year"]) {
                named.year = Year::FromPublished(0);
            }
        }
        Some(named)
    }

    /// A year, with the words that may precede it.
    fn year_of(&mut self) -> Option<i32> {
        self.eat_any(&["of", ",", "in"]);
        self.year()
    }

    /// `first quarter`, `second half`, `first nine months`, `Q1`: the first and last month of a
    /// part of a year.
    fn part_of_year(&mut self) -> Option<(u32, u32)> {
        self.attempt(|it| {
            let quarter = ["q1", "q2", "q3", "q4"]
                .iter()
                .position(|one| *one == it.word());
            if let Some(at) = quarter {
                it.at += 1;
                return Some((at as u32 * 3 + 1, at as u32 * 3 + 3));
            }
            let place = match it.word() {
                "last" | "final" => 4,
                word => ordinal(word)? as u32,
            };
            let is_last = matches!(it.word(), "last" | "final");
            it.at += 1;
            it.eat("-");
            match it.word() {
                "quarter" if (1..=4).contains(&place) => {
                    it.at += 1;
                    Some((place * 3 - 2, place * 3))
                }
                "half" if (1..=2).contains(&place) => {
                    it.at += 1;
                    Some((place * 6 - 5, place * 6))
                }
                // `the first nine months`, `the first three quarters`.
                word if place == 1 && !is_last => {
                    let count = number_word(word).or_else(|| {
                        let number = it.number()?;
                        (number.exponent == 0).then_some(number.digits)
                    })?;
                    it.at += 1;
                    let months = match it.word() {
                        "months" => count,
                        "quarters" => count * 3,
                        _ => return None,
                    };
                    it.at += 1;
                    (2..=12).contains(&months).then_some((1, months as u32))
                }
                _ => None,
            }
        })
    }

    fn with_year(&mut self, (first, last): (u32, u32)) -> Option<MonthsOfYear> {
        let mut named = MonthsOfYear::of(first, last, None);
        if let Some(year) = self.attempt(Cursor::year_of) {
            named.year = Year::Of(year);
        } else if self.eat_any(&["of last year", "last year"]) {
            named.year = Year::FromPublished(-1);
        } else if self.eat("of the year") {
            // The year of the months, which depends on the day of publication.
            named.year = Year::Open;
        } else if self.eat_any(&["of this year", "this year"]) {
            named.year = Year::FromPublished(0);
        }
        Some(named)
    }

    /// The base of a change: `than a year earlier`, `from August`, `year on year`.
    pub fn basis(&mut self) -> Option<Basis> {
        self.attempt(|it| {
            it.skip(&[","]);
            if it.eat_any(&["yoy", "annually", "from yoy"]) {
                return Some(Basis::Yoy);
            }
            if it.eat_any(&["mom", "on a mom basis", "on a monthly basis"]) {
                return Some(Basis::Mom);
            }
            if it.eat_any(&["on an annual basis", "on a yearly basis", "on a yoy basis"]) {
                return Some(Basis::Yoy);
            }
            if !it.eat_any(&["than", "from", "against", "versus", "over", "on"]) {
                return None;
            }
            it.base()
        })
    }

    /// The months used as a base, stated or implied.
    pub fn base(&mut self) -> Option<Basis> {
        self.attempt(|it| {
            it.eat_any(&[
                "that of", "those of", "that in", "those in", "in", "that", "those",
            ]);
            if it.eat_any(&[
                "a year earlier",
                "a year before",
                "a year ago",
                "a year previously",
                "one year earlier",
                "one year ago",
                "one year before",
                "the year before",
                "the year earlier",
                "the previous year",
                "the prior year",
                "the preceding year",
                "year - earlier levels",
                "the year - earlier period",
            ]) {
                return Some(Basis::Yoy);
            }
            if it.eat_any(&[
                "a month earlier",
                "a month before",
                "a month ago",
                "one month earlier",
                "the previous month",
                "the prior month",
                "the preceding month",
                "the month before",
            ]) {
                return Some(Basis::Mom);
            }
            let same = it.attempt(|it| {
                it.eat_any(&["the same", "the corresponding"])
                    .then_some(())?;
                it.eat_any(&[
                    "period", "month", "quarter", "months", "time", "half", "stretch",
                ])
                .then_some(())?;
                it.eat("of");
                it.eat("in");
                if let Some(year) = it.year() {
                    return Some(Basis::SameOf(year));
                }
                let is_yoy = it.eat_any(&[
                    "last year",
                    "a year earlier",
                    "a year ago",
                    "a year before",
                    "the previous year",
                    "the year before",
                    "the prior year",
                ]);
                is_yoy.then_some(Basis::Yoy)
            });
            same.or_else(|| it.named().map(Basis::MonthsOfYear))
        })
    }
}
