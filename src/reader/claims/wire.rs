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
}

/// A piece of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Piece {
    Party(Party),
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
        match piece {
            Piece::Filler => {}
            Piece::Unknown(text) => return not_understood(NotUnderstood::Word(text.clone())),
            Piece::Comma => {
                if state.percent.is_some() || (state.trend.is_some() && trend_first) {
                    return not_understood(NotUnderstood::NoMetric(String::new()));
                }
                if state.in_a_row.is_some() {
                    return not_understood(NotUnderstood::NoMetric(String::new()));
                }
                (state.base, state.trend) = (None, None);
                state.parties.clear();
            }
            Piece::Party(party) => state.parties.push(*party),
            Piece::Both => state.both = true,
            Piece::Noun(noun) => {
                let Some((flow, told)) = flow_of(*noun, &state, owner) else {
                    return not_understood(NotUnderstood::NoFlow);
                };
                owner = Some(told);
                state.flow = Some(flow);
                (state.base, state.trend) = (None, None);
                state.parties.clear();
            }
            Piece::Year(year) => state.year = Some(*year),
            Piece::Months(first, last) => {
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
                    found.push((flow, state.named(), state.base, state.currency, figure));
                } else if let Some(number) = state.percent.take() {
                    let Some(flow) = state.flow else {
                        return not_understood(NotUnderstood::NoFlow);
                    };
                    let figure = Figure::Percent(*trend, number);
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
                // `下降1亿美元`: by or to is not sure.
                if state.trend.is_some() {
                    return not_understood(NotUnderstood::TwoWays(number.to_string()));
                }
                let figure = Figure::Money(*number, Some(*currency));
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
    if state.percent.is_some() || state.in_a_row.is_some() || state.trend.is_some() {
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
    let owner = match state.parties[..] {
        [] if state.both => Party::China,
        [] => known?,
        // `对朝出口`, `대북 수출`: the one who exports to the other.
        [partner] => match partner {
            Party::NorthKorea => Party::China,
            Party::China => Party::NorthKorea,
        },
        [owner, partner] if owner != partner => owner,
        _ => return None,
    };
    let flow = match (noun, owner) {
        (Noun::Imports, Party::China) | (Noun::Exports, Party::NorthKorea) => Flow::Import,
        (Noun::Exports, Party::China) | (Noun::Imports, Party::NorthKorea) => Flow::Export,
        (Noun::Trade, _) => Flow::Total,
        (Noun::Surplus, Party::China) => Flow::Balance,
        (Noun::Surplus, Party::NorthKorea) => return None,
    };
    // One party alone tells the pair only where it is named as the one traded with.
    Some((flow, owner))
}
