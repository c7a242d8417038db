//! Recognises texts on the trade of two countries of which neither is China.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::scan::{self, Piece, PieceKind};
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Link;
use crate::trade::{Flow, Perspective, TextKind};

/// The country whose trade a title or heading is about, if it is neither China nor the partner
/// (`is_of_partner`: the layout read it as such): `Russia's trade with North Korea`, `Russia–DPRK
/// trade`, `imported by Japan`.
pub(super) fn of_others(
    (part, text): (TextKind, &str),
    is_of_partner: bool,
    meaning: &TextMeaning,
    wants: &dyn Fn(u16) -> bool,
) -> Option<u16> {
    let is_above = matches!(part, TextKind::Title | TextKind::Heading);
    if !is_above || meaning.china {
        return None;
    }
    let pieces = scan::pieces(text);
    let other = meaning
        .partners
        .iter()
        .copied()
        .find(|place| !is_china(*place) && !wants(*place))?;
    let is_told = matches!(
        meaning.side,
        WhoseTrade::Unclear | WhoseTrade::Of(Perspective::Partner)
    );
    let is_two =
        meaning.partners.len() == 2 && (is_told || are_a_pair(&pieces) || owns(&pieces, other));
    // A single country is the partner if the layout has read it as such.
    let is_one = meaning.partners.len() == 1 && is_told && !is_of_partner;
    (is_two || is_one).then_some(other)
}

/// Whether a text names China's customs, who tell China's trade.
pub(crate) fn names_chinas_customs(text: &str) -> bool {
    const OF_CHINA: [&str; 8] = [
        "gacc",
        "general administration of customs",
        "china customs",
        "chinese customs",
        "海关",
        "海關",
        "해관",
        "중국 세관",
    ];
    let plain = text.to_lowercase();
    OF_CHINA.iter().any(|name| plain.contains(name))
}

/// Whether the trade is that of the country: `imports of Japan from North Korea`.
fn owns(pieces: &[Piece], place: u16) -> bool {
    let is_it = |piece: &Piece| matches!(piece.kind, PieceKind::Country(one, _) if one == place);
    let Some(at) = pieces.iter().position(is_it) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|at| pieces.get(at));
    before.is_some_and(|piece| matches!(piece.kind, PieceKind::Link(Link::Of | Link::By)))
}

/// Whether two countries are joined as the two sides of a trade: `between Russia and the DPRK`,
/// `Russia-DPRK trade`; not as a list of partners: `imports from Japan and Russia`.
fn are_a_pair(pieces: &[Piece]) -> bool {
    let is_place = |piece: &Piece| matches!(piece.kind, PieceKind::Country(..));
    let Some(first) = pieces.iter().position(is_place) else {
        return false;
    };
    let before = first.checked_sub(1).and_then(|at| pieces.get(at));
    if before.is_some_and(|piece| piece.text == "between") {
        return true;
    }
    let is_linked = before.is_some_and(|piece| {
        matches!(
            piece.kind,
            PieceKind::Link(Link::From | Link::To | Link::With | Link::Of)
        )
    });
    let next = pieces.get(first + 1).is_some_and(is_place);
    let is_trade = |piece: &Piece| {
        piece.kind == PieceKind::Flow(Flow::Total)
            || ["trade", "bilateral trade", "贸易", "교역", "무역"].contains(&&*piece.text)
    };
    next && !is_linked && pieces.get(first + 2).is_some_and(is_trade)
}
