//! Sentences of Chinese and Korean agencies, once their words are known: whose trade, which flow,
//! when, how much.
//!
//! Every piece of a sentence is known, or the sentence is not understood.

use super::months::{Named, Year};
use super::statement::{Base, Figure, Reading, Statement};
use crate::trade::{Currency, Flow, NotUnderstood, StatedNumber, Trend, Vintage};

/// One of the two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Party {
    China,
    NorthKorea,
}

/// A flow as its word tells it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Noun {
    Imports,
    Exports,
    Trade,
    Surplus,
    Deficit,
}

/// A piece of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Piece {
    /// A side by its name.
    Party(Party),
    /// The side that is traded with: `对朝鲜`, `대북`.
    Partner(Party),
    /// `中朝`, `북중`: both of them.
    Both,
    Noun(Noun),
    Year(Year),
    /// The first and the last month.
    Months(u32, u32),
    LastMonth,
    Base(Base),
    Trend(Trend),
    Percent(StatedNumber),
    Money(StatedNumber, Currency),
    /// So many months in a row.
    InARow(i128),
    Terms(Currency),
    /// The amount that follows is what it came to: `降至`.
    To,
    Comma,
    /// Says nothing.
    Filler,
    /// Not known.
    Unknown(String),
}

/// What the sentences before have said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    pub known: Option<Party>,
    pub published: Option<Vintage>,
}

/// What is being put together.
#[derive(Clone, Debug, Default)]
struct State {
    parties: Vec<Party>,
    partner: Option<Party>,
    /// Whether a flow was named of which nothing has been said yet.
    is_open: bool,
    /// Whether the year was said since the last months.
    is_year_new: bool,
    to: bool,
    both: bool,
    flow: Option<Flow>,
    year: Option<Year>,
    months: Option<(u32, u32)>,
    last_month: bool,
    base: Option<Base>,
    currency: Option<Currency>,
    trend: Option<Trend>,
    percent: Option<StatedNumber>,
    in_a_row: Option<i128>,
}

/// Reads the pieces of a sentence. `trend_first`: whether the verb stands before its number, as in
/// Chinese, or behind, as in Korean.
pub(super) fn read(pieces: &[Piece], before: &mut Before, trend_first: bool) -> Reading {
    let known = before.known.take();
    let mut state = State::default();
    let mut owner = known;
    let mut found: Vec<(Flow, Option<Named>, Option<Base>, Option<Currency>, Figure)> = Vec::new();
    let not_understood = |why| Reading::NotUnderstood(why);
    for piece in pieces {
        if state.to && !matches!(piece, Piece::Money(..) | Piece::Filler) {
            return not_understood(NotUnderstood::NoMetric(String::new()));
        }
        match piece {
            Piece::Filler => {}
            Piece::Unknown(text) => return not_understood(NotUnderstood::Word(text.clone())),
            Piece::Comma => {
                if state.percent.is_some() || state.trend.is_some() {
                    return not_understood(NotUnderstood::NoMetric(String::new()));
                }
                if state.in_a_row.is_some() {
                    return not_understood(NotUnderstood::NoMetric(String::new()));
                }
                state.base = None;
                state.partner = None;
                state.parties.clear();
            }
            Piece::Party(party) => state.parties.push(*party),
            Piece::Partner(party) => {
                if state.partner.is_some_and(|other| other != *party) {
                    return not_understood(NotUnderstood::NoFlow);
                }
                state.partner = Some(*party);
            }
            Piece::To => state.to = true,
            Piece::Both => state.both = true,
            Piece::Noun(noun) => {
                // A change or a number of the flow before, or a flow of which nothing was said:
                // `出口和进口增长5%`.
                let is_waiting = state.percent.is_some() && state.flow.is_some();
                if is_waiting || state.trend.is_some() || state.in_a_row.is_some() || state.is_open
                {
                    return not_understood(NotUnderstood::NoMetric(String::new()));
                }
                state.is_open = true;
                let Some((flow, told)) = flow_of(*noun, &state, owner) else {
                    return not_understood(NotUnderstood::NoFlow);
                };
                owner = Some(told);
                state.flow = Some(flow);
                state.base = None;
                state.partner = None;
                state.parties.clear();
            }
            Piece::Year(year) => {
                // The months of another year are not those of this one.
                state.months = None;
                state.last_month = false;
                state.year = Some(*year);
                state.is_year_new = true;
            }
            Piece::Months(first, last) => {
                // `2017年12月…，1月…`: January of which year is not sure.
                let is_back = state.months.is_some_and(|(_, before)| *last < before);
                if is_back && !state.is_year_new {
                    return not_understood(NotUnderstood::NoYear);
                }
                state.is_year_new = false;
                state.months = Some((*first, *last));
                state.last_month = false;
            }
            Piece::LastMonth => state.last_month = true,
            Piece::Base(base) => state.base = Some(*base),
            Piece::Terms(currency) => state.currency = Some(*currency),
            Piece::Trend(trend) => {
                if let Some(count) = state.in_a_row.take() {
                    let figure = Figure::Months(count, Some(*trend));
                    let Some(flow) = state.flow else {
                        return not_understood(NotUnderstood::NoFlow);
                    };
                    state.is_open = false;
                    found.push((flow, state.named(), state.base, state.currency, figure));
                } else if let Some(number) = state.percent.take() {
                    let Some(flow) = state.flow else {
                        return not_understood(NotUnderstood::NoFlow);
                    };
                    let figure = Figure::Percent(*trend, number);
                    state.is_open = false;
                    found.push((
                        flow,
                        state.named(),
                        state.base.take(),
                        state.currency,
                        figure,
                    ));
                } else {
                    state.trend = Some(*trend);
                }
            }
            Piece::Percent(number) => match (state.trend.take(), trend_first) {
                (Some(trend), true) => {
                    let Some(flow) = state.flow else {
                        return not_understood(NotUnderstood::NoFlow);
                    };
                    let figure = Figure::Percent(trend, *number);
                    state.is_open = false;
                    found.push((
                        flow,
                        state.named(),
                        state.base.take(),
                        state.currency,
                        figure,
                    ));
                }
                (None, false) if state.percent.is_none() => state.percent = Some(*number),
                _ => return not_understood(NotUnderstood::NoMetric(format!("{number} %"))),
            },
            Piece::Money(number, currency) => {
                let Some(flow) = state.flow else {
                    return not_understood(NotUnderstood::NoFlow);
                };
                // `下降1亿美元`: by or to is not sure; `较去年同期的2亿美元`: of the year before.
                if (state.trend.is_some() && !state.to) || state.base.is_some() {
                    return not_understood(NotUnderstood::TwoWays(number.to_string()));
                }
                (state.to, state.trend) = (false, None);
                let figure = Figure::Money(*number, Some(*currency));
                state.is_open = false;
                found.push((flow, state.named(), None, state.currency, figure));
            }
            Piece::InARow(count) => {
                if state.percent.is_some() {
                    return not_understood(NotUnderstood::NoMetric(count.to_string()));
                }
                state.in_a_row = Some(*count);
            }
        }
    }
    if state.percent.is_some()
        || state.in_a_row.is_some()
        || state.trend.is_some()
        || state.is_open
        || state.to
    {
        return not_understood(NotUnderstood::NoMetric(String::new()));
    }
    if found.is_empty() {
        return Reading::Nothing;
    }
    let last = state.named();
    let mut statements = Vec::new();
    for (flow, named, basis, currency, figure) in found {
        let Some(named) = named.or(last) else {
            return not_understood(NotUnderstood::NoPeriod);
        };
        let Some(period) = named.resolved(before.published) else {
            return not_understood(NotUnderstood::NoYear);
        };
        statements.push(Statement {
            flow,
            is_turned: false,
            hs: Vec::new(),
            period,
            basis,
            currency,
            figure,
        });
    }
    before.known = owner;
    Reading::Statements(statements)
}

impl State {
    fn named(&self) -> Option<Named> {
        if self.last_month {
            return Some(Named::last_month());
        }
        let year = self.year.unwrap_or(Year::Open);
        match self.months {
            Some(months) => Some(Named { months, year }),
            // `今年` alone is the year so far: how far is not said.
            None => match year {
                Year::Of(_) | Year::FromPublished(-1) => Some(Named::year(year)),
                _ => None,
            },
        }
    }
}

/// The flow as China tells it, and whose word it is told by.
fn flow_of(noun: Noun, state: &State, known: Option<Party>) -> Option<(Flow, Party)> {
    let owner = match (&state.parties[..], state.partner) {
        ([], None) if state.both => Party::China,
        ([], None) => known?,
        // `对朝出口`, `대북 수출`: the one who exports to the other.
        ([], Some(Party::NorthKorea)) => Party::China,
        ([], Some(Party::China)) => Party::NorthKorea,
        ([owner], Some(partner)) if *owner != partner => *owner,
        ([one, other], None) if one != other && noun == Noun::Trade => Party::China,
        // `我国出口` alone is that to all the world.
        _ => return None,
    };
    let flow = match (noun, owner) {
        (Noun::Imports, Party::China) | (Noun::Exports, Party::NorthKorea) => Flow::Import,
        (Noun::Exports, Party::China) | (Noun::Imports, Party::NorthKorea) => Flow::Export,
        (Noun::Trade, _) => Flow::Total,
        (Noun::Surplus, Party::China) | (Noun::Deficit, Party::NorthKorea) => Flow::Balance,
        (Noun::Surplus, Party::NorthKorea) | (Noun::Deficit, Party::China) => return None,
    };
    Some((flow, owner))
}
