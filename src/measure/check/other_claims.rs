//! Which claims are checked against each other, and the remarks that result.

use super::identity::{self, Allowed};
use crate::report::{Cell, ClaimFigure, ClaimRemark, Column, Remark, RemarkKind, Row, Word};
use crate::trade::{Amount, Claim, Measured, Passage, Ratio, Truth, UnitOfMeasure};

/// The bounds left by the other claims of a statement, remarked on one of its claims.
pub(super) struct OtherClaim<'a> {
    /// The claim that carries the remark.
    pub claim: &'a Claim,
    /// Whether that claim contradicts the others.
    pub contradicts: bool,
    /// Whether the bounds are for that claim; otherwise for a flow without a claim.
    is_own: bool,
    left: Allowed,
}

/// The bounds that the claims of each statement leave for each other. A statement is a sentence, a
/// statement in a file, or, without these, everything with the same source and day.
pub(super) fn remarks(passages: &[Passage], is_text: bool) -> Vec<OtherClaim<'_>> {
    let is_one = |one: &Passage, other: &Passage| {
        if is_text {
            return one.number == other.number;
        }
        if !one.text.is_empty() || !other.text.is_empty() {
            return one.text == other.text;
        }
        match (one.claims.first(), other.claims.first()) {
            (Some(one), Some(other)) => {
                one.source == other.source && one.published == other.published
            }
            _ => false,
        }
    };
    let mut found = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        if done.contains(&at) {
            continue;
        }
        let mut claims: Vec<&Claim> = Vec::new();
        for (other, one) in passages.iter().enumerate().skip(at) {
            if is_one(passage, one) {
                done.push(other);
                claims.extend(&one.claims);
            }
        }
        for left in identity::allowed(&claims) {
            let own = left.claim.and_then(|at| claims.get(at).copied());
            if let Some(claim) = own.or(claims.first().copied()) {
                found.push(OtherClaim {
                    claim,
                    contradicts: own.is_some() && left.truth == Truth::False,
                    is_own: own.is_some(),
                    left,
                });
            }
        }
    }
    found
}

/// The row of a claim judged by the other claims alone.
pub(super) fn row(other_claims: &[&OtherClaim<'_>], contradicts: bool) -> Row {
    let verdict = match contradicts {
        true => Truth::False,
        false => Truth::CannotTell,
    };
    let mut row = Row::new([(Column::Verdict, Cell::Word(Word::Truth(verdict)))]);
    if let Some(own) = other_claims.iter().find(|one| one.is_own) {
        let cell = |end: Option<Ratio>| end.map_or(Cell::Empty, |end| own.cell(end));
        row.put(Column::Low, cell(own.left.bounds.low()));
        row.put(Column::High, cell(own.left.bounds.high()));
        row.put(
            Column::Unit,
            match own.left.is_change {
                true => Cell::Word(Word::Percent),
                false => Cell::Unit(UnitOfMeasure::Money(own.left.currency)),
            },
        );
    }
    row.remarks = other_claims.iter().map(|one| one.remark()).collect();
    row
}

impl OtherClaim<'_> {
    fn cell(&self, end: Ratio) -> Cell {
        match self.left.is_change {
            true => Cell::Percent(end),
            false => Cell::Money(Amount(end.rounded())),
        }
    }

    /// The remark on these bounds.
    pub fn remark(&self) -> Remark {
        let figure = |end: Ratio| match self.left.is_change {
            true => ClaimFigure::Percent(end),
            false => ClaimFigure::Amount(Measured {
                amount: Amount(end.rounded()),
                unit: UnitOfMeasure::Money(self.left.currency),
            }),
        };
        let remark = ClaimRemark::Beside {
            flow: self.left.flow,
            is_change: self.left.is_change,
            low: self.left.bounds.low().map(figure),
            high: self.left.bounds.high().map(figure),
            contradicts: self.contradicts,
        };
        Remark::on(
            Column::Claimed,
            self.claim.months(),
            RemarkKind::Claim(remark),
        )
    }
}
