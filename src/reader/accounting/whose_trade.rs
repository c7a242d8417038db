//! Whose imports and exports a text describes: the country that the words make the owner of the trade,
//! and the countries on the other side of it.

use crate::reader::accounting::country_names::is_china;
use crate::reader::accounting::leading::leads;
use crate::reader::accounting::scan::{Piece, PieceKind};
use crate::reader::accounting::words::Link;
use crate::trade::{Flow, Perspective};

/// Whose imports and exports a text describes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum WhoseTrade {
    /// Not stated.
    #[default]
    NotStated,
    Of(Perspective),
    /// Both sides, or one that is ambiguous: `North Korea exports`.
    Unclear,
}

impl WhoseTrade {
    /// What two texts say together.
    pub fn and(self, other: WhoseTrade) -> WhoseTrade {
        match (self, other) {
            (WhoseTrade::NotStated, side) | (side, WhoseTrade::NotStated) => side,
            (WhoseTrade::Of(one), WhoseTrade::Of(another)) if one != another => WhoseTrade::Unclear,
            (WhoseTrade::Of(one), _) | (_, WhoseTrade::Of(one)) => WhoseTrade::Of(one),
            (WhoseTrade::Unclear, WhoseTrade::Unclear) => WhoseTrade::Unclear,
        }
    }
}

/// The relation of a country to the flow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CountryRole {
    /// The country whose imports or exports they are.
    Owner,
    /// The country from which the goods come.
    Origin,
    Destination,
    Counterpart,
    /// `North Korea exports`: exports by the country, or to it.
    Adjunct,
    Bare,
}

pub(super) fn side(pieces: &[Piece]) -> WhoseTrade {
    let between = pieces.iter().any(|piece| piece.text == "between");
    let mut whose = WhoseTrade::NotStated;
    for (at, piece) in pieces.iter().enumerate() {
        let PieceKind::Country(partner_index, is_owner) = piece.kind else {
            continue;
        };
        let role = role(pieces, at, is_owner);
        let flow = flow_of(pieces, at);
        let of = |own: bool| match own == is_china(partner_index) {
            true => WhoseTrade::Of(Perspective::Reporter),
            false => WhoseTrade::Of(Perspective::Partner),
        };
        whose = whose.and(match (role, flow) {
            (CountryRole::Owner, _) => of(true),
            (CountryRole::Bare, _) => WhoseTrade::NotStated,
            (CountryRole::Adjunct, _) if is_china(partner_index) => of(true),
            (CountryRole::Adjunct, _) => WhoseTrade::Unclear,
            _ if between => WhoseTrade::NotStated,
            (CountryRole::Origin, Some(Flow::Export)) => of(true),
            (CountryRole::Origin, Some(Flow::Import)) => of(false),
            (CountryRole::Destination, Some(Flow::Export)) => of(false),
            (CountryRole::Destination, Some(Flow::Import)) => of(true),
            (CountryRole::Counterpart | CountryRole::Origin | CountryRole::Destination, _) => {
                of(false)
            }
        });
    }
    match whose {
        WhoseTrade::NotStated if leads(pieces) => WhoseTrade::Unclear,
        whose => whose,
    }
}

fn role(pieces: &[Piece], at: usize, is_owner: bool) -> CountryRole {
    // `Imports of North Korean goods` are what China imports.
    let flow_of_goods = at.checked_sub(2).and_then(|at| pieces.get(at..at + 2));
    let of_goods = flow_of_goods.is_some_and(|before| {
        matches!(before[0].kind, PieceKind::Flow(Flow::Import | Flow::Export))
            && before[1].kind == PieceKind::Link(Link::Of)
    });
    if is_owner && of_goods {
        return CountryRole::Origin;
    }
    if is_owner {
        return CountryRole::Owner;
    }
    let link = at.checked_sub(1).and_then(|at| pieces.get(at));
    // In `疫情与中朝贸易`, the pair is the trade of the two.
    let begins_pair = pieces[at].text.is_empty()
        && pieces
            .get(at + 1)
            .is_some_and(|next| next.text.is_empty() && next.kind == PieceKind::Link(Link::And));
    if begins_pair && link.is_some_and(|link| link.kind == PieceKind::Link(Link::With)) {
        return CountryRole::Bare;
    }
    // `对` and `대` introduce the partner, whatever the direction of trade.
    let is_english = link.is_some_and(|piece| piece.text.is_ascii() && !piece.text.is_empty());
    let before = link.map(|piece| piece.kind);
    let after = pieces.get(at + 1);
    let is_cjk_link = |piece: &Piece| {
        matches!(
            piece.kind,
            PieceKind::Link(Link::From | Link::To | Link::With)
        ) && !piece.text.is_ascii()
            && !piece.after_sign
    };
    match before {
        Some(PieceKind::Link(Link::From)) => return CountryRole::Origin,
        Some(PieceKind::Link(Link::To)) if is_english => return CountryRole::Destination,
        Some(PieceKind::Link(Link::To)) => return CountryRole::Counterpart,
        Some(PieceKind::Link(Link::With)) => return CountryRole::Counterpart,
        Some(PieceKind::Link(Link::By)) => return CountryRole::Owner,
        Some(PieceKind::Link(Link::Of)) => return CountryRole::Adjunct,
        _ => {}
    }
    // `中朝进出口` is the trade of two, the same from either side.
    let first = at.checked_sub(2).and_then(|at| pieces.get(at));
    let is_and = before == Some(PieceKind::Link(Link::And))
        && matches!(first.map(|piece| piece.kind), Some(PieceKind::Country(..)));
    // `中国—朝鲜进出口` is one too.
    let is_dash = pieces[at].after_sign && matches!(before, Some(PieceKind::Country(_, false)));
    let is_pair = is_and || is_dash;
    match after {
        Some(next) if is_cjk_link(next) => CountryRole::Owner,
        Some(next) if is_pair && next.kind == PieceKind::Flow(Flow::Total) => CountryRole::Bare,
        Some(next)
            if matches!(
                next.kind,
                PieceKind::Flow(Flow::Import | Flow::Export | Flow::Total)
            ) && !next.after_sign
                && !next.bracketed =>
        {
            CountryRole::Adjunct
        }
        _ => CountryRole::Bare,
    }
}

/// The flow that a country refers to: the nearest one before it, else the nearest one after it.
fn flow_of(pieces: &[Piece], at: usize) -> Option<Flow> {
    let flow = |piece: &Piece| match piece.kind {
        PieceKind::Flow(flow) => Some(flow),
        _ => None,
    };
    let before = pieces[..at].iter().rev().find_map(flow);
    before.or_else(|| pieces[at..].iter().find_map(flow))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::accounting::meaning::TextMeaning;
    use crate::reader::accounting::scan;

    fn sides(text: &str) -> WhoseTrade {
        TextMeaning::of(text).side
    }

    #[test]
    fn whose_trade_it_is_follows_from_where_the_goods_go() {
        const CHINA: WhoseTrade = WhoseTrade::Of(Perspective::Reporter);
        const PARTNER: WhoseTrade = WhoseTrade::Of(Perspective::Partner);
        for (text, side) in [
            ("China's imports from North Korea", CHINA),
            ("Imports from North Korea (US$ million)", CHINA),
            ("Exports to North Korea", CHINA),
            ("Exports from China to North Korea", CHINA),
            ("中国自朝鲜进口", CHINA),
            ("对朝鲜出口", CHINA),
            ("중국의 대북 수출", CHINA),
            ("Exports from North Korea", PARTNER),
            ("Imports to North Korea", PARTNER),
            ("North Korea's exports to China", PARTNER),
            ("DPRK exports to China, USD th", PARTNER),
            ("North Korean imports", PARTNER),
            ("Imports of North Korean goods", CHINA),
            ("Exports of Chinese goods to North Korea", CHINA),
            ("朝鲜对华出口", PARTNER),
            ("朝鲜从中国进口", PARTNER),
            ("북한의 대중국 수출입 추이 (단위: 천 달러)", PARTNER),
            ("북한의 대중 수입", PARTNER),
            ("North Korea exports", WhoseTrade::Unclear),
            ("북한 수출", WhoseTrade::Unclear),
            ("China-DPRK trade (USD million)", WhoseTrade::NotStated),
            ("Trade between China and North Korea", WhoseTrade::NotStated),
            ("中朝贸易", WhoseTrade::NotStated),
            ("中朝进出口总值", WhoseTrade::NotStated),
            ("中国—朝鲜进出口", WhoseTrade::NotStated),
            ("China-North Korea trade volume", WhoseTrade::NotStated),
            ("China-North Korea exports", WhoseTrade::Unclear),
            ("North Korea-China trade volume", WhoseTrade::Unclear),
            ("朝鲜—中国进出口", WhoseTrade::Unclear),
            ("한국은행: 중국-북한 무역", WhoseTrade::NotStated),
            ("북중 수출입", WhoseTrade::NotStated),
            ("North Korea trade", WhoseTrade::Unclear),
            ("DPRK-China trade", WhoseTrade::Unclear),
            ("朝鲜贸易", WhoseTrade::Unclear),
            ("China: Import: North Korea: USD th", WhoseTrade::NotStated),
            ("Imports", WhoseTrade::NotStated),
        ] {
            assert_eq!(sides(text), side, "{text}: {:?}", scan::pieces(text));
        }
    }
}
