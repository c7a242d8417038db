//! Figures stated in sentences of Chinese and Korean agencies, and the statements that they make.

use super::months::{MonthsBefore, MonthsOfYear};
use super::party::Party;
use super::statement::{Base, Figure, Statement};
use super::wire_words::Noun;
use crate::trade::{Currency, Flow, NotUnderstood, Period, Vintage};
use std::sync::Arc;

/// A figure that was found, with what was known about it at that point.
#[derive(Clone, Debug)]
pub(super) struct StatedFigure {
    pub flow: (Flow, bool),
    pub months: Option<StatedMonths>,
    pub base: Option<Base>,
    pub currency: Option<Currency>,
    pub figure: Figure,
    pub hs: Vec<Arc<str>>,
    /// Whether a year was stated.
    pub has_year: bool,
    /// Whether it is a direction given with a level.
    pub is_aside: bool,
}

/// The months of a figure.
#[derive(Clone, Copy, Debug)]
pub(super) enum StatedMonths {
    MonthsOfYear(MonthsOfYear),
    /// The last month of the previous sentence.
    Last,
}

/// A result, or the reason why the sentence is not understood.
pub(super) type Understood<T> = Result<T, NotUnderstood>;

impl StatedFigure {
    /// `last`: the months at the end of the sentence; `before`: those of the previous sentence.
    pub fn statement(
        &self,
        last: Option<StatedMonths>,
        before: MonthsBefore,
        published: Option<Vintage>,
    ) -> Understood<Statement> {
        let period = match self.months.or(last) {
            Some(StatedMonths::Last) => before.last.map(|months| Period::month(months.to)),
            Some(StatedMonths::MonthsOfYear(named)) => named.resolved_after(before.last, published),
            // `今年` alone is the year so far.
            None if self.has_year => return Err(NotUnderstood::NoPeriod),
            None => Some(before.only.ok_or(NotUnderstood::NoPeriod)?),
        };
        let (flow, is_sign_reversed) = self.flow;
        Ok(Statement {
            is_of_value: false,
            flow,
            is_sign_reversed,
            hs: self.hs.clone(),
            period: period.ok_or(NotUnderstood::NoYear)?,
            basis: self.base,
            currency: self.currency,
            figure: match self.figure {
                Figure::RecordSince(end, named) => Figure::RecordSince(
                    end,
                    named.in_year_of(published).ok_or(NotUnderstood::NoYear)?,
                ),
                figure => figure,
            },
            is_aside: self.is_aside,
        })
    }
}

/// The flow from China's perspective, and whether a balance is stated with the opposite sign, as
/// China's deficit or North Korea's surplus.
pub(super) fn flow_of(noun: Noun, owner: Party) -> (Flow, bool) {
    match (noun, owner) {
        (Noun::Imports, Party::China) | (Noun::Exports, Party::NorthKorea) => (Flow::Import, false),
        (Noun::Exports, Party::China) | (Noun::Imports, Party::NorthKorea) => (Flow::Export, false),
        (Noun::Trade, _) => (Flow::Total, false),
        (Noun::Deficit, Party::China) | (Noun::Surplus, Party::NorthKorea) => (Flow::Balance, true),
        (Noun::Surplus | Noun::Deficit | Noun::Balance, _) => (Flow::Balance, false),
    }
}

/// The country whose trade the noun refers to.
pub(super) fn owner_of(
    noun: Noun,
    (parties, partner, both): (&[Party], Option<Party>, Option<Party>),
    known: Option<Party>,
) -> Option<Party> {
    Some(match (parties, partner) {
        // `北中贸易`: of both, but whose exports are meant is not said.
        ([], None) if both == Some(Party::China) || both.is_some() && noun == Noun::Trade => {
            Party::China
        }
        ([], None) => known?,
        // `对朝出口`, `대북 수출`: the owner exports to the other country.
        ([], Some(Party::NorthKorea)) => Party::China,
        ([], Some(Party::China)) => Party::NorthKorea,
        ([owner], Some(partner)) if *owner != partner => *owner,
        ([one, other], None) if one != other && noun == Noun::Trade => Party::China,
        // `我国出口` alone means exports to the whole world.
        _ => return None,
    })
}
