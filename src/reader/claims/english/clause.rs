//! What a clause says of its subject: changes, levels, streaks, records.

use super::cursor::{Amount, Cursor};
use super::subject::Subject;
use super::time::Basis;
use super::verbs::{ADVERBS, FALLS, FELL, RISES, ROSE};
use crate::reader::claims::months::Named;
use crate::trade::{Currency, Precision, StatedNumber, Superlative, Trend};

/// One thing that is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Said {
    /// It changed by this much.
    Change(Trend, Amount),
    /// It changed, without a number.
    Moved(Trend),
    /// It is this much.
    Level(Amount),
    /// It had been this much.
    Base(Amount),
    /// It is so many times its base.
    Times(StatedNumber),
    /// It changed one way so many months in a row.
    Months(i128, Option<Trend>),
    /// It is the lowest or highest.
    Record(Superlative, Since),
    /// The goods are this part of it.
    Share(StatedNumber),
}

/// Since when a record holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Since {
    /// Since these months.
    Months(Named),
    /// As long as there are figures; since when, where it is said.
    Ever(Option<Named>),
}

/// A clause: its subject and what is said of it, with what was said of when and from what.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    pub subject: Option<Subject>,
    pub said: Vec<Said>,
    pub period: Option<Named>,
    /// Whether the months are only the end of what is told, `through September`.
    pub is_end: bool,
    pub basis: Option<Basis>,
    pub currency: Option<Currency>,
    /// The way that the verb told, for a clause that leaves it out.
    pub trend: Option<Trend>,
}

impl Cursor<'_> {
    /// Goes past adverbs.
    pub fn adverbs(&mut self) {
        self.skip(ADVERBS);
    }

    fn trend_verb(&mut self) -> Option<Trend> {
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

    fn trend_noun(&mut self) -> Option<Trend> {
        if self.eat_any(RISES) {
            Some(Trend::Rise)
        } else if self.eat_any(FALLS) {
            Some(Trend::Fall)
        } else {
            None
        }
    }

    /// The rest of a clause after its subject. `before`: the clause before it, whose verb holds
    /// where this one has none.
    pub fn predicate(&mut self, clause: &mut Clause, before: Option<&Clause>) -> Option<()> {
        self.when(clause);
        self.adverbs();
        if let Some(trend) = self.trend_verb() {
            clause.trend = Some(trend);
            self.adverbs();
            self.change(clause, trend)?;
        } else if let Some(said) = self.multiplied() {
            clause.said.push(said);
        } else if let Some(amount) = self.exceeded() {
            clause.said.push(Said::Level(amount));
        } else if self.level_verb() {
            self.level(clause)?;
        } else if let Some(amount) = self.amount_of() {
            clause.said.push(Said::Level(amount));
        } else if let Some(amount) = self.amount() {
            // The verb is that of the clause before: `total trade 10.5 percent`.
            match (amount, before.and_then(|clause| clause.trend)) {
                (Amount::Percent(_), Some(trend)) => {
                    clause.trend = Some(trend);
                    clause.said.push(Said::Change(trend, amount));
                }
                // `exports were worth $154.71 million and imports $29.51 million`.
                (Amount::Money(..), _)
                    if before.is_some_and(|one| matches!(one.said[..], [Said::Level(_)])) =>
                {
                    clause.said.push(Said::Level(amount));
                }
                _ => return None,
            }
        } else if let Some(trend) = self.up_or_down() {
            clause.trend = Some(trend);
            self.eat("by");
            let amount = self.amount()?;
            clause.said.push(Said::Change(trend, amount));
        } else {
            return None;
        }
        self.complements(clause)
    }

    /// `more than doubled`, `nearly tripled`, `halved`.
    fn multiplied(&mut self) -> Option<Said> {
        self.attempt(|it| {
            it.eat_any(&["had", "has", "have"]);
            let precision = it.precision();
            let said = match it.word() {
                "doubled" => Said::Times(StatedNumber::whole(2).meant(precision)),
                "tripled" | "trebled" => Said::Times(StatedNumber::whole(3).meant(precision)),
                "quadrupled" => Said::Times(StatedNumber::whole(4).meant(precision)),
                "halved" => {
                    let precision = match precision {
                        Precision::Printed | Precision::About => Precision::Fraction,
                        other => other,
                    };
                    let half = StatedNumber::whole(50).meant(precision);
                    Said::Change(Trend::Fall, Amount::Percent(half))
                }
                _ => return None,
            };
            it.at += 1;
            Some(said)
        })
    }

    /// `exceeded $1.1 billion`.
    fn exceeded(&mut self) -> Option<Amount> {
        self.attempt(|it| {
            it.eat_any(&["had", "has"]);
            it.eat_any(&["exceeded", "topped", "surpassed"])
                .then_some(())?;
            match it.amount()? {
                Amount::Money(number, currency) => {
                    Some(Amount::Money(number.meant(Precision::MoreThan), currency))
                }
                _ => None,
            }
        })
    }

    /// `exports of $920.74 million`.
    fn amount_of(&mut self) -> Option<Amount> {
        self.attempt(|it| {
            it.eat("of").then_some(())?;
            let amount = it.amount()?;
            matches!(amount, Amount::Money(_, Some(_))).then_some(amount)
        })
    }

    fn up_or_down(&mut self) -> Option<Trend> {
        if self.eat("up") {
            Some(Trend::Rise)
        } else if self.eat("down") {
            Some(Trend::Fall)
        } else {
            None
        }
    }

    /// What stands directly behind a verb of change.
    fn change(&mut self, clause: &mut Clause, trend: Trend) -> Option<()> {
        let by = self.eat("by");
        let start = self.at;
        if let Some(amount) = self.amount() {
            match amount {
                Amount::Percent(_) => clause.said.push(Said::Change(trend, amount)),
                Amount::Money(..) if by => clause.said.push(Said::Change(trend, amount)),
                // `grew 2.2 times` may be to or by, and money without `by` or `to` as well.
                _ => {
                    self.at = start;
                    return None;
                }
            }
        } else if by {
            return None;
        }
        // `fell by $1.4 to $1.5 billion` may be a range.
        let is_money = matches!(clause.said.last(), Some(Said::Change(_, Amount::Money(..))));
        if self.word() == "to" && !is_money {
            let said = self.level_reached()?;
            clause.said.push(said);
        }
        Some(())
    }

    /// `to $145.8 million`, `to a record low`.
    fn level_reached(&mut self) -> Option<Said> {
        self.attempt(|it| {
            it.eat("to").then_some(())?;
            if let Some(record) = it.record() {
                return Some(record);
            }
            let amount = it.amount()?;
            matches!(amount, Amount::Money(..) | Amount::Tonnes(_)).then_some(Said::Level(amount))
        })
    }

    /// A verb of level.
    fn level_verb(&mut self) -> bool {
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

    /// What stands behind a verb of level.
    fn level(&mut self, clause: &mut Clause) -> Option<()> {
        self.adverbs();
        if let Some(trend) = self.up_or_down() {
            clause.trend = Some(trend);
            self.eat("by");
            let amount = self.amount()?;
            if !matches!(amount, Amount::Percent(_)) {
                return None;
            }
            clause.said.push(Said::Change(trend, amount));
            return Some(());
        }
        if let Some(record) = self.record() {
            clause.said.push(record);
            return Some(());
        }
        match self.amount()? {
            Amount::Times(number) => {
                self.eat_any(&["as much as", "as high as", "the level of", "the value of"]);
                clause.basis = Some(self.base()?);
                clause.said.push(Said::Times(number));
            }
            Amount::Percent(number) => {
                let trend = self.more_or_less(clause)?;
                clause.trend = Some(trend);
                clause
                    .said
                    .push(Said::Change(trend, Amount::Percent(number)));
            }
            amount => clause.said.push(Said::Level(amount)),
        }
        Some(())
    }

    /// `higher`, `lower`, `less`; `more than a year before`, with the base behind it.
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

    /// `the lowest since February`, `a record high`, `the lowest on record going back to January
    /// 2014`.
    fn record(&mut self) -> Option<Said> {
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
    fn streak(&mut self, trend: Option<Trend>) -> Option<Said> {
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

    /// Goes past months, bases and currencies that stand here and keeps them.
    pub fn when(&mut self, clause: &mut Clause) -> bool {
        let start = self.at;
        loop {
            let at = self.at;
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

    /// `in yuan`, `in dollar terms`.
    fn currency_terms(&mut self) -> Option<Currency> {
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

    /// All that may follow: months, bases, streaks, levels before, another way to say the change.
    fn complements(&mut self, clause: &mut Clause) -> Option<()> {
        loop {
            let start = self.at;
            self.adverbs();
            if self.month_to_month(clause) || self.when(clause) {
                continue;
            }
            if let Some(said) = self.streak(clause.trend) {
                clause.said.push(said);
                continue;
            }
            // `slid 6.7 percent year-on-year to $266.34 million`.
            if (clause.trend.is_some() || matches!(clause.said[..], [Said::Times(_)]))
                && matches!(
                    clause.said[..],
                    [] | [Said::Change(_, Amount::Percent(_)) | Said::Times(_)]
                )
                && let Some(said) = self.level_reached()
            {
                clause.said.push(said);
                continue;
            }
            if let Some(said) = self.had_been(clause) {
                clause.said.push(said);
                continue;
            }
            if let Some(said) = self.beside(clause) {
                clause.said.push(said);
                continue;
            }
            if self.at == start {
                break;
            }
        }
        if clause.said.is_empty() {
            clause.said.push(Said::Moved(clause.trend?));
        }
        Some(())
    }

    /// `from July to August 2017`: a change from one month to the next, or from one year to the
    /// same month of the next.
    fn month_to_month(&mut self, clause: &mut Clause) -> bool {
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
            Basis::Named(first)
        } else {
            Basis::Mom
        });
        true
    }

    /// One month alone, not the first of several.
    fn single_month(&mut self) -> Option<Named> {
        self.attempt(|it| {
            let month = it.month_here()?;
            it.at += 1;
            let year = it.year();
            Some(Named::of(month, month, year))
        })
    }

    /// `from $234.8 million a year earlier`.
    fn had_been(&mut self, clause: &mut Clause) -> Option<Said> {
        if clause.basis.is_some() {
            return None;
        }
        self.attempt(|it| {
            it.skip(&[","]);
            if let Some(trend) = it.up_or_down() {
                // `rose to X, down from Y` cannot be.
                (it.word() == "from" && clause.trend.is_none_or(|own| own == trend))
                    .then_some(())?;
            }
            it.eat_any(&["from", "than", "against", "versus"])
                .then_some(())?;
            let amount = it.amount()?;
            let basis = it.basis().or_else(|| it.base())?;
            clause.basis = Some(basis);
            matches!(amount, Amount::Money(..) | Amount::Tonnes(_)).then_some(Said::Base(amount))
        })
    }

    /// After a comma, the same once more: `, down 37.9 percent`, `, the lowest since February`,
    /// `, a fall of 37.9 percent`, `, marking the seventh straight month of decline`.
    fn beside(&mut self, clause: &mut Clause) -> Option<Said> {
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
                if let (Said::Months(_, Some(own)), Some(trend)) = (streak, clause.trend)
                    && own != trend
                {
                    return None;
                }
                return Some(match streak {
                    Said::Months(count, own) => Said::Months(count, own.or(clause.trend)),
                    other => other,
                });
            }
            let superlative = it.at;
            if let Some(record) = it.record() {
                // Behind a change, `the biggest since March` is the change, not the amount.
                let is_level = it.tokens[superlative..it.at]
                    .iter()
                    .any(|token| matches!(&*token.word, "lowest" | "highest" | "high" | "low"));
                let has_change = clause.trend.is_some()
                    || clause
                        .said
                        .iter()
                        .any(|said| matches!(said, Said::Change(..) | Said::Times(_)));
                let is_of_level =
                    matches!(clause.said.last(), Some(Said::Level(_) | Said::Base(_)));
                let is_sure = !has_change || (is_of_level && is_level);
                return is_sure.then_some(record);
            }
            if it.at > adverbs || it.tokens[it.at.saturating_sub(1)].word != "," {
                // Only a comma may stand before what follows.
                let is_comma = it.at > 0 && it.tokens[it.at - 1].word == ",";
                is_comma.then_some(())?;
            }
            if let Some(trend) = it.up_or_down() {
                let amount = it.amount()?;
                clause.trend = Some(trend);
                return matches!(amount, Amount::Percent(_)).then_some(Said::Change(trend, amount));
            }
            it.skip(&["a", "an"]);
            let trend = it.trend_noun()?;
            it.eat("of").then_some(())?;
            let amount = it.amount()?;
            clause.trend = Some(trend);
            matches!(amount, Amount::Percent(_)).then_some(Said::Change(trend, amount))
        })
    }
}
