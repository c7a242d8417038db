//! Recognises texts that begin with a country as the teller of a trade.

use crate::reader::accounting::country_names::is_china;
use crate::reader::accounting::scan::{self, Piece, PieceKind};
use crate::reader::accounting::words::Link;
use crate::trade::Flow;

/// Names of the trade of two countries, or of one with all.
const TRADE: [&str; 13] = [
    "trade",
    "bilateral trade",
    "foreign trade",
    "external trade",
    "merchandise trade",
    "goods trade",
    "trade in goods",
    "贸易",
    "貿易",
    "双边贸易",
    "교역",
    "무역",
    "对外贸易",
];

/// Whether a country other than China leads the name of a trade, and so may be the one that tells it:
/// `DPRK-China trade`, `North Korea external trade`.
pub(super) fn leads(pieces: &[Piece]) -> bool {
    let is_place = |piece: &Piece| matches!(piece.kind, PieceKind::Country(..));
    let Some(first) = pieces.iter().position(is_place) else {
        return false;
    };
    let is_linked = first
        .checked_sub(1)
        .is_some_and(|at| matches!(pieces[at].kind, PieceKind::Link(_)));
    let of_china = matches!(pieces[first].kind, PieceKind::Country(one, _) if is_china(one));
    let goes_on = |piece: &&Piece| {
        matches!(piece.kind, PieceKind::Link(Link::And))
            || matches!(piece.kind, PieceKind::Country(one, _) if is_china(one))
    };
    let next = pieces.iter().skip(first + 1).find(|piece| !goes_on(piece));
    let is_trade = next.is_some_and(|piece| {
        piece.kind == PieceKind::Flow(Flow::Total) || TRADE.contains(&&*piece.text)
    });
    // In an abbreviated pair, `북중`, the order is that of the language.
    let is_pair = pieces[first].text.is_empty();
    !of_china && !is_linked && !is_pair && is_trade
}

/// Whether a text is about the whole trade of a country other than China, which it names as the teller
/// and alone: `North Korea's exports`, `朝鲜对外贸易`. `Reported by North Korea` only tells the side.
pub(crate) fn tells_its_trade(text: &str) -> bool {
    let pieces = scan::pieces(text);
    pieces.iter().enumerate().any(|(at, piece)| {
        let PieceKind::Country(place, is_owner) = piece.kind else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|at| pieces.get(at));
        let is_by = before.is_some_and(|piece| matches!(piece.kind, PieceKind::Link(_)));
        let is_link = |piece: &Piece| matches!(piece.kind, PieceKind::Link(_));
        let owns = is_owner || pieces.get(at + 1).is_some_and(is_link);
        let mut after = pieces.iter().skip(at + 1).take(3);
        let is_trade = after
            .any(|piece| matches!(piece.kind, PieceKind::Flow(_)) || TRADE.contains(&&*piece.text));
        !is_china(place) && !is_by && owns && is_trade
    })
}
