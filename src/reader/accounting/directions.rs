//! Recognises the flow in words that only tell where goods go: `From NK`, `NK → CN`, `shipments to`.

use crate::reader::accounting::scan::{Piece, PieceKind};
use crate::reader::accounting::words::Link;
use crate::trade::Flow;

/// The pieces of a text that is nothing but one direction, with its flow in front: goods from a country
/// are imported, goods to one exported.
pub(super) fn with_flow(pieces: Vec<Piece>) -> Vec<Piece> {
    let is_arrow = |piece: &Piece| matches!(&*piece.text, "→" | "->" | "⇒");
    let is_preposition = |piece: &Piece| matches!(&*piece.text, "from" | "to");
    let is_country = |piece: &Piece| matches!(piece.kind, PieceKind::Country(..));
    let is_direction = |piece: &Piece| is_arrow(piece) || is_preposition(piece);
    let is_known = |piece: &Piece| {
        is_direction(piece)
            || is_country(piece)
            || matches!(piece.kind, PieceKind::StatedUnits(_) | PieceKind::Plain)
    };
    let begins = match &pieces[..] {
        [first, second, ..] => {
            is_preposition(first) && is_country(second) || is_country(first) && is_arrow(second)
        }
        _ => false,
    };
    let flow = pieces.iter().find_map(|piece| match piece.kind {
        PieceKind::Link(Link::From) => Some(Flow::Import),
        PieceKind::Link(Link::To) => Some(Flow::Export),
        _ => None,
    });
    let Some(flow) = flow.filter(|_| begins && pieces.iter().all(is_known)) else {
        return pieces;
    };
    let told = Piece {
        text: String::new(),
        kind: PieceKind::Flow(flow),
        after_sign: false,
        bracketed: false,
    };
    std::iter::once(told).chain(pieces).collect()
}

#[cfg(test)]
mod tests {
    use crate::reader::accounting::meaning::TextMeaning;
    use crate::reader::accounting::whose_trade::WhoseTrade;
    use crate::trade::{Flow, Perspective};

    #[test]
    fn where_goods_go_tells_the_flow() {
        const CHINA: WhoseTrade = WhoseTrade::Of(Perspective::Reporter);
        const PARTNER: WhoseTrade = WhoseTrade::Of(Perspective::Partner);
        for (text, flow, side) in [
            ("From NK", Flow::Import, CHINA),
            ("To NK (USD million)", Flow::Export, CHINA),
            ("from_north_korea_usd", Flow::Import, CHINA),
            ("To China", Flow::Export, PARTNER),
            ("From North Korea to China", Flow::Import, CHINA),
            ("NK→CN", Flow::Export, PARTNER),
            ("CN -> NK, USD mn", Flow::Export, CHINA),
            ("China's purchases from North Korea", Flow::Import, CHINA),
            ("China's sales to the DPRK", Flow::Export, CHINA),
            ("Shipments from North Korea to China", Flow::Import, CHINA),
            ("Shipments from China to North Korea", Flow::Import, PARTNER),
        ] {
            let meaning = TextMeaning::of(text);
            assert_eq!((meaning.flow(), meaning.side), (Some(flow), side), "{text}");
            assert!(meaning.unknown.is_empty(), "{text}: {meaning:?}");
        }
        for text in [
            "Data from North Korea",
            "From North Korea by truck",
            "From January to September",
            "Coal sales",
            "purchases of coal",
            "Number of shipments",
            "China to North Korea",
        ] {
            assert_eq!(TextMeaning::of(text).flow(), None, "{text}");
        }
    }
}
