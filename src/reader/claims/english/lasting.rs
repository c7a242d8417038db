//! Parses streaks and records: how long, and since when.

use super::cursor::Cursor;
use crate::reader::claims::english::clause::ClauseFact;
use crate::reader::claims::english::clause::Since;
use crate::trade::{Precision, StatedNumber, Superlative, Trend};

impl Cursor<'_> {
    /// `the lowest since February`, `a record high`, `the lowest on record going back to January
    /// 2014`.
    pub(super) fn record(&mut self) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.skip(&["the", "its", "their", "a", "an", "all", "-", "time"]);
            if it.eat_any(&["record high", "time high"]) {
                return Some(ClauseFact::Record(Superlative::Highest, Since::Ever(None)));
            }
            if it.eat_any(&["record low", "time low"]) {
                return Some(ClauseFact::Record(Superlative::Lowest, Since::Ever(None)));
            }
            let end = match it.word() {
                "lowest" | "smallest" | "weakest" => Superlative::Lowest,
                "highest" | "largest" | "biggest" | "strongest" | "greatest" => {
                    Superlative::Highest
                }
                _ => return None,
            };
            it.at += 1;
            it.skip(&[
                "level", "monthly", "amount", "value", "total", "figure", "volume",
            ]);
            if it.eat_any(&["since at", "since atleast"]) {
                return None;
            }
            // `of all months since April 2013 for which there are figures`.
            if it.eat("of all months since") {
                let from = it.named()?;
                it.eat("for which there are figures").then_some(())?;
                return Some(ClauseFact::Record(end, Since::Ever(Some(from))));
            }
            if it.eat("since") {
                return it
                    .named()
                    .map(|named| ClauseFact::Record(end, Since::Months(named)));
            }
            it.eat_any(&["on record", "ever recorded", "in records"])
                .then_some(())?;
            let back = it.eat_any(&[
                "going back to",
                "that go back to",
                "which go back to",
                "dating back to",
                "dating to",
                "since",
                "starting in",
                "that began in",
            ]);
            let from = if back { Some(it.named()?) } else { None };
            Some(ClauseFact::Record(end, Since::Ever(from)))
        })
    }

    /// `the seventh straight month of decline`, `for the third month in a row`, `for 10 months
    /// running`.
    pub(super) fn streak(&mut self, trend: Option<Trend>) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat("for");
            it.skip(&["the", "a", "an", "its", "their"]);
            let (count, is_ordinal) = it.months_counted()?;
            it.skip(&["-"]);
            let straight = it.eat_any(&["straight", "consecutive", "successive", "running"]);
            let monthly = it.eat("monthly");
            let own = if monthly {
                Some(it.trend_noun()?)
            } else {
                let month = if is_ordinal { "month" } else { "months" };
                it.eat(month).then_some(())?;
                None
            };
            let after = it.eat_any(&["inarow", "running", "straight", "consecutively"]);
            (straight || after).then_some(())?;
            let own = own.or_else(|| {
                it.attempt(|it| {
                    it.eat_any(&["of", "with a", "with"]).then_some(())?;
                    it.skip(&["year", "-", "on", "annual", "a"]);
                    it.trend_noun()
                })
            });
            match (own, trend) {
                (Some(one), Some(other)) if one != other => None,
                (own, trend) => Some(ClauseFact::Months(count, own.or(trend))),
            }
        })
    }

    /// The number of months, and whether it is an ordinal (the seventh month).
    fn months_counted(&mut self) -> Option<(StatedNumber, bool)> {
        if let Some(count) = self.ordinal() {
            return Some((StatedNumber::whole(count), true));
        }
        let precision = match self.eat("atleast") {
            true => Precision::AtLeast,
            false => Precision::Printed,
        };
        let count = self.count()?;
        Some((StatedNumber::whole(count).meant(precision), false))
    }

    /// `, up for at least 2 months in a row`; `trend` is the direction of the clause.
    pub(super) fn up_for(&mut self, trend: Option<Trend>) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat(",");
            let own = it.up_or_down()?;
            (it.word() == "for" && trend.is_none_or(|trend| trend == own)).then_some(())?;
            it.streak(Some(own))
        })
    }

    /// `, after at least 2 months of growth`: a change in the other direction, until the month
    /// before.
    pub(super) fn after_months(&mut self, trend: Option<Trend>) -> Option<ClauseFact> {
        self.attempt(|it| {
            it.eat(",");
            it.eat("after").then_some(())?;
            let (count, is_ordinal) = it.months_counted()?;
            it.eat_any(&["straight", "consecutive", "successive"]);
            (!is_ordinal && it.eat_any(&["months", "month"])).then_some(())?;
            it.eat("of").then_some(())?;
            let own = it.trend_noun()?;
            (trend? != own).then_some(ClauseFact::MonthsBefore(count, own))
        })
    }
}
