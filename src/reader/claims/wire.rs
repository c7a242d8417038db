//! Interprets sentences of Chinese and Korean agencies once their words are known: whose trade,
//! which flow, when, how much.
//!
//! If any piece of a sentence is unknown, the sentence is not understood.

mod figures;

use super::months::{MonthsOfYear, Year};
use super::party::Party;
use super::statement::{Base, Figure, SentenceReading, Statement, months_of};
use super::text_context::TextContext;
use super::wire_figure::{StatedFigure, StatedMonths, Understood};
use super::wire_words::{Noun, WirePiece};
use crate::trade::{Currency, Flow, NotUnderstood, StatedNumber, Trend};
use std::sync::Arc;

/// The statement being assembled.
#[derive(Clone, Debug, Default)]
struct SentenceState {
    parties: Vec<Party>,
    partner: Option<Party>,
    /// Whether a flow was mentioned that has no figure yet.
    is_open: bool,
    /// Whether the year was given after the last months.
    is_year_new: bool,
    is_steady: bool,
    /// Whether a level follows, and the direction towards it.
    to: Option<Option<Trend>>,
    /// The one named first, if both are named as one: `中朝`, `북중`.
    both: Option<Party>,
    /// The goods, and whether they have no figure yet.
    hs: Vec<Arc<str>>,
    is_good_open: bool,
    /// Whether the amount that follows is that of the base.
    is_base_next: bool,
    flow: Option<(Flow, bool)>,
    /// The amount of a balance whose direction is not known yet.
    balance: Option<(StatedNumber, Currency)>,
    year: Option<Year>,
    months: Option<(u32, u32)>,
    last_month: bool,
    that_month: bool,
    base: Option<Base>,
    /// Whether no figure has been measured from that base yet.
    is_base_new: bool,
    currency: Option<Currency>,
    trend: Option<Trend>,
    percent: Option<[StatedNumber; 2]>,
    in_a_row: Option<StatedNumber>,
    since: Option<MonthsOfYear>,
    found: Vec<StatedFigure>,
}

fn unclear<T>(text: impl ToString) -> Understood<T> {
    Err(NotUnderstood::NoMetric(text.to_string()))
}

/// Reads the pieces of a sentence. `trend_first`: whether the verb comes before its number, as in
/// Chinese, or after it, as in Korean.
pub(super) fn read(
    pieces: &[WirePiece],
    context: &mut TextContext,
    trend_first: bool,
) -> SentenceReading {
    let mut owner = context.known.take();
    let months = std::mem::take(&mut context.months);
    let mut state = SentenceState::default();
    for piece in pieces {
        if let Err(why) = state.take(piece, &mut owner, trend_first) {
            return SentenceReading::NotUnderstood(why);
        }
    }
    let read = state.is_whole().and_then(|()| {
        let last = state.named();
        let found = state.found.iter();
        let found = found.map(|one| one.statement(last, months, context.published));
        found.collect::<Understood<Vec<Statement>>>()
    });
    match read {
        Err(why) => SentenceReading::NotUnderstood(why),
        Ok(statements) if statements.is_empty() => match state.is_steady {
            true => SentenceReading::NotUnderstood(NotUnderstood::NoMetric(String::new())),
            false => SentenceReading::Nothing,
        },
        Ok(statements) => {
            context.known = owner;
            context.is_side_open = owner.is_none() && state.both == Some(Party::NorthKorea);
            context.months = months_of(&statements);
            SentenceReading::Statements(statements)
        }
    }
}

impl SentenceState {
    fn take(
        &mut self,
        piece: &WirePiece,
        owner: &mut Option<Party>,
        trend_first: bool,
    ) -> Understood<()> {
        if self.to.is_some()
            && !matches!(
                piece,
                WirePiece::Money(..) | WirePiece::Tonnes(_) | WirePiece::Filler
            )
        {
            return unclear("");
        }
        let is_way = matches!(piece, WirePiece::Noun(Noun::Surplus | Noun::Deficit));
        if self.balance.is_some() && !is_way && *piece != WirePiece::Filler {
            return unclear("");
        }
        match piece {
            WirePiece::Filler => {}
            WirePiece::Unknown(text) => return Err(NotUnderstood::Word(text.clone())),
            WirePiece::Comma => {
                if self.percent.is_some()
                    || self.trend.is_some()
                    || self.in_a_row.is_some()
                    || self.since.is_some()
                {
                    return unclear("");
                }
                // `2017年9月环比，…`: a base before the flow is that of its figure.
                self.drop_base();
                self.partner = None;
                self.parties.clear();
            }
            WirePiece::Party(party) => self.parties.push(*party),
            WirePiece::Partner(party) => {
                if self.partner.is_some_and(|other| other != *party) {
                    return Err(NotUnderstood::NoFlow);
                }
                self.partner = Some(*party);
            }
            WirePiece::BaseLevel => self.is_base_next = true,
            WirePiece::To(trend) => self.to = Some(*trend),
            WirePiece::Both => self.both = Some(Party::China),
            WirePiece::NorthKoreaAndChina => self.both = Some(Party::NorthKorea),
            WirePiece::Noun(noun) => return self.noun(*noun, owner),
            WirePiece::Year(year) => {
                // The months of another year do not apply to this one.
                self.months = None;
                (self.last_month, self.that_month) = (false, false);
                self.year = Some(*year);
                self.is_year_new = true;
            }
            WirePiece::Months(first, last) => {
                // `2017年12月…，1月…`, `2017年…，1月…`: the year of January is ambiguous.
                let before = self.months.map(|(_, before)| before);
                let whole_year = || {
                    let is_whole = matches!(self.year, Some(Year::Of(_) | Year::FromPublished(-1)));
                    (is_whole && !self.found.is_empty()).then_some(12)
                };
                let is_back = before
                    .or_else(whole_year)
                    .is_some_and(|before| *last < before);
                if is_back && !self.is_year_new {
                    return Err(NotUnderstood::NoYear);
                }
                self.is_year_new = false;
                self.months = Some((*first, *last));
                (self.last_month, self.that_month) = (false, false);
            }
            WirePiece::LastMonth => self.last_month = true,
            // `6月当月` is the month just named.
            WirePiece::ThatMonth => {
                self.that_month = self.months.is_none_or(|(first, last)| first != last);
            }
            WirePiece::Base(base) => (self.base, self.is_base_new) = (Some(*base), true),
            WirePiece::Cumulative => return self.cumulative(),
            WirePiece::Terms(currency) => self.currency = Some(*currency),
            WirePiece::Steady => {
                self.add(Figure::Steady, self.base)?;
                if let Some(last) = self.found.last_mut() {
                    last.is_aside = true;
                }
                (self.is_steady, self.base, self.is_base_new) = (true, None, false);
            }
            WirePiece::Trend(trend) => return self.trend(*trend),
            WirePiece::Turned(trend) => {
                if self.percent.is_some() {
                    self.trend(*trend)?;
                }
                // By itself, it may be a turn from the month before.
                let before = self.last_claim().filter(|one| Some(one.flow) == self.flow);
                let base = self.base.or(before.and_then(|one| one.base));
                base.ok_or(NotUnderstood::NoBasis)?;
                let figure = Figure::Months(StatedNumber::whole(1), Some(*trend));
                return self.add(figure, base);
            }
            WirePiece::Percent(number) => return self.percent([*number; 2], trend_first),
            WirePiece::PercentRange(low, high) => return self.percent([*low, *high], trend_first),
            WirePiece::Times(number) => return self.add(Figure::Times(*number), self.base),
            WirePiece::TimesMore(number) => {
                // A fall by a multiple has no meaning.
                return match self.trend.take() {
                    Some(Trend::Rise) => self.change(Trend::Rise, [*number; 2]),
                    _ => unclear(number),
                };
            }
            WirePiece::Money(number, currency) => return self.money(*number, *currency),
            WirePiece::Tonnes(number) => {
                if self.hs.is_empty() || self.trend.is_some() || self.base.is_some() {
                    return unclear(format!("{number} t"));
                }
                self.to = None;
                return self.add(Figure::Tonnes(*number), None);
            }
            WirePiece::Goods(codes) => {
                if std::mem::replace(&mut self.is_good_open, true) {
                    return Err(NotUnderstood::NoFlow);
                }
                self.hs = codes.iter().map(|code| Arc::from(*code)).collect();
            }
            WirePiece::Volume if self.hs.is_empty() => return unclear(""),
            WirePiece::Volume => {}
            WirePiece::InARow(count) => {
                if self.percent.is_some() || self.in_a_row.is_some() {
                    return unclear(count);
                }
                self.in_a_row = Some(*count);
            }
            WirePiece::Since(named) => {
                if self.since.replace(*named).is_some() {
                    return unclear("");
                }
            }
            WirePiece::End(end, known) => return self.record(*end, *known),
        }
        Ok(())
    }

    /// Drops the base of the previous figures.
    fn drop_base(&mut self) {
        if !self.is_base_new {
            self.base = None;
        }
    }

    /// `9月累计` is January to September. Of several months or a whole year it says nothing more.
    fn cumulative(&mut self) -> Understood<()> {
        let is_year = matches!(self.year, Some(Year::Of(_) | Year::FromPublished(-1)));
        match self.months {
            Some((first, last)) if first == last => self.months = Some((1, last)),
            Some(_) => {}
            None if is_year => {}
            None => return unclear(""),
        }
        Ok(())
    }

    /// Checks that every statement begun is complete.
    fn is_whole(&self) -> Understood<()> {
        let is_begun = self.percent.is_some()
            || self.in_a_row.is_some()
            || self.trend.is_some()
            || self.balance.is_some()
            || self.since.is_some()
            || self.is_open
            || self.is_good_open
            || self.is_base_new
            || self.partner.is_some()
            || self.is_year_new && !self.found.is_empty()
            || self.to.is_some();
        if is_begun { unclear("") } else { Ok(()) }
    }

    fn named(&self) -> Option<StatedMonths> {
        if self.that_month {
            return Some(StatedMonths::Last);
        }
        if self.last_month {
            return Some(StatedMonths::MonthsOfYear(MonthsOfYear::last_month()));
        }
        let year = self.year.unwrap_or(Year::Open);
        match self.months {
            Some(months) => Some(StatedMonths::MonthsOfYear(MonthsOfYear { months, year })),
            // `今年` alone is the year so far, whose last month is not stated.
            None => match year {
                Year::Of(_) | Year::FromPublished(-1) => {
                    Some(StatedMonths::MonthsOfYear(MonthsOfYear::year(year)))
                }
                _ => None,
            },
        }
    }
}
