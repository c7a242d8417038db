//! Compares what a note says the figures are with what the table says: a note that names another unit,
//! currency, flow, side or period contradicts it.

use crate::reader::accounting::country_names::is_china;
use crate::reader::accounting::neutral_words::{is_neutral, sentences};
use crate::reader::accounting::scan::{self, Piece, PieceKind};
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Unit};

/// Words after which a unit is that of the figures: `values in`, `进口单位为`.
const BEFORE_UNIT: &str = "in is are as to into unit units currency all both note notes values amounts figures data value";
/// The same, at the end of words that no blanks part.
const BEFORE_UNIT_ELSEWHERE: [&str; 15] = [
    "为", "系", "以", "按", "用", "成", "单位", "注", "은", "는", "단위", "통화", "주", "로",
    "금액",
];
/// Words of a clause on rates of exchange, whose currencies are not those of the figures.
const OF_RATES: [&str; 8] = [
    "rate",
    "per ",
    " equals ",
    "汇率",
    "折算率",
    "환율",
    " per-",
    "compare",
];
/// Verbs between two flows that make one of them the other.
const EQUATE: &str = "is are means mean holds hold contains contain shows show shown labelled labeled called represents represent 为 是 即 实为 实际为 은 는 이";
/// Words that may stand beside such a verb.
const BESIDE_EQUATION: &str =
    "column columns figures values data the in fact actually really as 列 栏 数据 열 값";
/// Words for heads that stand over the wrong columns.
const SWAPPED: [&str; 19] = [
    "swapped",
    "interchanged",
    "transposed",
    "switched",
    "mixed up",
    "wrong way round",
    "reversed",
    "inverted",
    "in reverse order",
    "互换",
    "对调",
    "颠倒",
    "调换",
    "写反",
    "바뀜",
    "바뀌",
    "뒤바",
    "반대",
    "거꾸로",
];
/// Words for what may be swapped, besides flows.
const HEADS: [&str; 11] = [
    "column", "head", "label", "series", "flows", "sides", "列", "栏", "表头", "열", "항목",
];
/// Words for the point of view of a table.
const VIEWS: [&str; 11] = [
    "seen",
    "viewed",
    "view",
    "viewpoint",
    "perspective",
    "standpoint",
    "side",
    "视角",
    "角度",
    "입장",
    "관점",
];

/// The clauses of a text; a point or comma within a number divides nothing.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let parts = sentences(text).flat_map(|part| part.split('，'));
    parts.flat_map(|part| part.split(", "))
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

fn has(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What a note says the figures are, against the table: the words, and what they may mean.
pub(super) type Claim = (String, Dimension);

impl Reading<'_, '_> {
    /// The first clause of a note that contradicts the table.
    pub(super) fn contradiction(&self, text: &str) -> Option<Claim> {
        let is_mended = has(
            &["correct", "fixed", "已更正", "已改", "수정"],
            &vocabulary::plain(text),
        );
        clauses(text).find_map(|clause| {
            let clause = clause.trim();
            let pieces = scan::pieces(&vocabulary::words_apart(clause));
            let dimension = if self.states_other_unit(clause, &pieces) {
                Dimension::Unit
            } else if equates_flows(&pieces) || swaps(clause, &pieces) && !is_mended {
                Dimension::OtherFlow
            } else if is_seen_from_partner(&pieces) && !self.knows(Dimension::WhoseTrade) {
                Dimension::WhoseTrade
            } else {
                return None;
            };
            Some((clause.to_owned(), dimension))
        })
    }

    /// Whether a clause gives the unit of the figures, and none of them has it.
    fn states_other_unit(&self, clause: &str, pieces: &[Piece]) -> bool {
        let plain = vocabulary::plain(clause);
        // `Converted into yuan at the rate of the month` is of figures all the same.
        let is_into = has(
            &["into ", "convert", "换算成", "折算为", "换算为", "환산"],
            &plain,
        );
        if has(&OF_RATES, &plain) && !is_into {
            return false;
        }
        let mut stated = pieces.iter().enumerate().filter_map(|(at, piece)| {
            let PieceKind::StatedUnits(stated) = piece.kind else {
                return None;
            };
            is_of_figures(pieces, at).then_some(stated)
        });
        let mut is_converted = false;
        let is_other = stated.any(|one| {
            is_converted |= self.is_own_unit(one);
            !self.is_own_unit(one)
        });
        // `Original data in RMB`, whose figures the next clause converts.
        let is_of_origin = has(&["original", "原始", "원자료"], &plain);
        is_other && !is_converted && !is_of_origin
    }

    /// Whether some figures of the file are in this unit, or the user has stated theirs.
    fn is_own_unit(&self, stated: StatedUnits) -> bool {
        let units = &self.accounts.units;
        let is_scale = |unit: &Unit| *unit != Unit::ONE && !units.is_empty();
        let other_scale = stated
            .unit
            .filter(is_scale)
            .is_some_and(|unit| !units.contains(&unit) && self.options.unit.is_none());
        let other_currency = stated.currency.is_some_and(|currency| {
            let own = self.own_currencies();
            !own.is_empty() && !own.contains(&currency) && self.options.currency.is_none()
        });
        !other_scale && !other_currency
    }
}

/// Whether the unit at this place is that of figures, and not of an amount: `values in RMB million`.
fn is_of_figures(pieces: &[Piece], at: usize) -> bool {
    let next = pieces.get(at + 1);
    let is_amount = next.is_some_and(|next| {
        let counts = next.kind == PieceKind::Names(Dimension::Quantity) && !next.after_sign;
        counts || next.kind == PieceKind::Number
    });
    let before = at.checked_sub(1).and_then(|at| pieces.get(at));
    let is_begun = before.is_none_or(|before| match before.kind {
        PieceKind::Flow(_) => true,
        PieceKind::Number | PieceKind::Year(_) => false,
        _ => {
            let ends = |word: &&str| before.text.ends_with(*word);
            is_one_of(BEFORE_UNIT, &before.text) || BEFORE_UNIT_ELSEWHERE.iter().any(ends)
        }
    });
    is_begun && !is_amount
}

/// Whether a clause says that one flow is the other: `the column exports holds imports`.
fn equates_flows(pieces: &[Piece]) -> bool {
    let flows = |piece: &Piece| match piece.kind {
        PieceKind::Flow(flow @ (Flow::Import | Flow::Export)) => Some(flow),
        _ => None,
    };
    let places: Vec<usize> = (0..pieces.len())
        .filter(|at| flows(&pieces[*at]).is_some())
        .collect();
    places.windows(2).any(|pair| {
        let between = pieces.get(pair[0] + 1..pair[1]).unwrap_or(&[]);
        let is_verb = |piece: &Piece| is_one_of(EQUATE, &piece.text);
        let is_beside = |piece: &Piece| is_one_of(BESIDE_EQUATION, &piece.text);
        flows(&pieces[pair[0]]) != flows(&pieces[pair[1]])
            && between.iter().any(is_verb)
            && between
                .iter()
                .all(|piece| is_verb(piece) || is_beside(piece))
    })
}

/// Whether a clause says that columns or flows were swapped.
fn swaps(clause: &str, pieces: &[Piece]) -> bool {
    let plain = vocabulary::plain(clause);
    let has_flow = pieces.iter().any(|piece| {
        matches!(
            piece.kind,
            PieceKind::Flow(Flow::Import | Flow::Export | Flow::Total)
        )
    });
    let is_said = has(&SWAPPED, &plain) && (has_flow || has(&HEADS, &plain));
    // `Chinese exports reversed their decline` tells news.
    let verbs = ["reversed ", "inverted "];
    let is_news = verbs.iter().any(|verb| {
        plain
            .split_once(verb)
            .is_some_and(|(_, rest)| !rest.trim().is_empty())
    });
    is_said && !is_news
}

/// Whether a clause says that the figures are seen from a partner's side.
fn is_seen_from_partner(pieces: &[Piece]) -> bool {
    let is_view = |piece: &Piece| is_one_of(&VIEWS.join(" "), &piece.text);
    let is_partner =
        |piece: &Piece| matches!(piece.kind, PieceKind::Country(place, _) if !is_china(place));
    let is_plain = |piece: &Piece| match piece.kind {
        PieceKind::Unknown => is_view(piece) || is_neutral(&piece.text),
        _ => true,
    };
    pieces.iter().any(is_view) && pieces.iter().any(is_partner) && pieces.iter().all(is_plain)
}
