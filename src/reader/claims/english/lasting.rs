//! Streaks and records: how long, and since when.

use super::cursor::Cursor;
use crate::reader::claims::english::clause::Said;
use crate::reader::claims::english::clause::Since;
use crate::trade::{Superlative, Trend};

impl Cursor<'_> {
    /// `the lowest since February`, `a record high`, `the lowest on record going back to January
    /// 2014`.
    pub(super) fn record(&mut self) -> Option<Said> {
        self.attempt(|it| {
            it.skip(&["the", "its", "their", "a", "an", "all", "-", "time"]);
            if it.eat_any(&["record high", "time high"]) {
                return Some(Said::Record(Superlative::Highest, Since::Ever(None)));
            }
            if it.eat_any(&["record low", "time low"]) {
                return Some(Said::Record(Superlative::Lowest, Since::Ever(None)));
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
            if it.eat("since") {
                return it
                    .named()
                    .map(|named| Said::Record(end, Since::Months(named)));
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
            Some(Said::Record(end, Since::Ever(from)))
        })
    }

    /// `the seventh straight month of decline`, `for the third month in a row`, `for 10 months
    /// running`.
    pub(super) fn streak(&mut self, trend: Option<Trend>) -> Option<Said> {
        self.attempt(|it| {
            it.eat("for");
            it.skip(&["the", "a", "its", "their"]);
            let (count, is_ordinal) = match it.ordinal() {
                Some(count) => (count, true),
                None => (it.count()?, false),
            };
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
                (own, trend) => Some(Said::Months(count, own.or(trend))),
            }
        })
    }
}
