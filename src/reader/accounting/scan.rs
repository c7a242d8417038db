//! Splits a text into known and unknown words.

use super::scan_phrases::{address, base_of_index, begins, classified, is_percent, unit};
use super::scan_words::{ADJECTIVES, OFFICES, PARTICLES, TOTALS};
use crate::reader::accounting::conditions::{self, condition};
use crate::reader::accounting::country_codes::{Capitals, numbered};
use crate::reader::accounting::country_names::country;
use crate::reader::accounting::month_runs::{FirstMonth, month_run, since_january};
use crate::reader::accounting::pairs::pair;
use crate::reader::accounting::parts_of_time::{PartOfTime, counted_firms, part_of_time};
use crate::reader::accounting::trade_verbs;
use crate::reader::accounting::words;
use crate::reader::accounting::words::{Dimension, Link, Word};
use crate::reader::cells::month_names::named_month;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::trade::{Flow, Partner};

/// A piece of text and its meaning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Piece {
    pub text: String,
    pub kind: PieceKind,
    /// Whether anything other than blanks separates it from the piece before.
    pub after_sign: bool,
    /// Whether it is in brackets.
    pub bracketed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PieceKind {
    Flow(Flow),
    /// `Total` or a synonym: total trade or no meaning, depending on the context.
    Total,
    /// A country, by its index in the table of partners, and whether it is possessive: `China's`,
    /// `북한의`.
    Country(u16, bool),
    Link(Link),
    StatedUnits(StatedUnits),
    Names(Dimension),
    Year(i32),
    /// A number or the name of a month, as in dates and footnote marks.
    Number,
    Plain,
    Unknown,
}

/// The pieces of a text, without blanks and punctuation between them.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let names_us = names_us(text);
    let capitals = Capitals::of(text);
    let text = vocabulary::plain(text);
    let mut scan = Scan {
        names_us,
        capitals,
        text: &text,
        at: 0,
        after_sign: false,
        depth: 0,
        pieces: Vec::new(),
    };
    while scan.at < text.len() {
        scan.step();
    }
    scan.pieces
}

/// Whether a text names the United States as `US` or `U.S.`; lower-case `us` is a pronoun (`contact
/// us`).
fn names_us(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '$');
    words
        .map(|word| word.trim_end_matches('.'))
        .any(|word| word == "US" || word == "U.S")
}

struct Scan<'t> {
    /// Whether `us` is the United States.
    names_us: bool,
    capitals: Capitals,
    text: &'t str,
    at: usize,
    after_sign: bool,
    depth: usize,
    pieces: Vec<Piece>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Takes the next piece, or steps over a sign between two.
    fn step(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            self.at = self.text.len();
            return;
        };
        if let Some((length, kind)) = self.phrase(rest).or_else(|| self.measure(rest, first)) {
            return self.take(length, kind);
        }
        if let Some((links, length)) = pair(rest, country) {
            for (link, place) in links {
                if let Some(link) = link {
                    self.take(0, PieceKind::Link(link));
                }
                self.take(0, PieceKind::Country(place, false));
            }
            self.at += length;
            return;
        }
        if let Some((place, length)) = self.country(rest) {
            return self.place(place, length);
        }
        let word = self.word(rest, first);
        let number = || self.number(rest, first).or_else(|| self.footnote(rest));
        if let Some((length, kind)) = word.or_else(number).or_else(|| self.unknown(rest, first)) {
            return self.take(length, kind);
        }
        match first {
            '(' | '[' => self.depth += 1,
            ')' | ']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.after_sign |= !first.is_whitespace();
        self.at += first.len_utf8();
    }

    /// The phrase of several words that begins here: an address, months together, a part of a month, a
    /// number of firms, a condition, the base of an index, a flow.
    fn phrase(&self, rest: &str) -> Option<(usize, PieceKind)> {
        let begins_word = self.begins_word();
        if begins_word && let Some(length) = address(rest) {
            return Some((length, PieceKind::Plain));
        }
        if begins_word && let Some(length) = month_run(rest) {
            return Some((length, PieceKind::Names(Dimension::MonthsTogether)));
        }
        match part_of_time(rest).filter(|_| begins_word) {
            // On those days something was done to the table: `retrieved on 1-3 November`.
            Some(PartOfTime::Other(length)) if self.text[..self.at].ends_with("on ") => {
                return Some((length, PieceKind::Plain));
            }
            Some(PartOfTime::Other(length)) => {
                return Some((length, PieceKind::Names(Dimension::Period)));
            }
            Some(PartOfTime::WholeMonth(length)) => return Some((length, PieceKind::Plain)),
            None => {}
        }
        if begins_word && let Some(length) = counted_firms(rest) {
            return Some((length, PieceKind::Names(Dimension::Segment)));
        }
        if begins_word && let Some((dimension, length)) = condition(rest) {
            return Some((length, PieceKind::Names(dimension)));
        }
        if let Some(length) = base_of_index(rest).filter(|_| self.follows_year()) {
            return Some((length, PieceKind::Names(Dimension::Index)));
        }
        if !begins_word {
            return None;
        }
        let (flow, length) = conditions::flow(rest).or_else(|| trade_verbs::flow(rest))?;
        Some((length, PieceKind::Flow(flow)))
    }

    /// The price, the unit, the office or the foreign currency that begins here.
    fn measure(&self, rest: &str, first: char) -> Option<(usize, PieceKind)> {
        let named = |dimension: Dimension| {
            let is_named = |(phrase, word): &&(&str, Word)| {
                *word == Word::Names(dimension) && begins(rest, phrase)
            };
            let found = words::beginning(first).iter().find(is_named);
            found.map(|(phrase, _)| (phrase.len(), PieceKind::Names(dimension)))
        };
        // `Unit value` is no unit.
        if let Some(price) = named(Dimension::Price) {
            return Some(price);
        }
        if let Some((stated, length)) = unit(rest, self.at == 0 || self.depth > 0) {
            // `捷克元`, `B$`: after an unknown word without a gap, the money of somebody else.
            let is_other = stated.currency.is_some() && rest.starts_with(['元', '$']);
            return Some(match is_other && self.follows_unknown() {
                true => (length, PieceKind::Names(Dimension::OtherCurrency)),
                false => (length, PieceKind::StatedUnits(stated)),
            });
        }
        // The name of an office contains that of its country, but says nothing about the trade.
        if let Some(office) = OFFICES.iter().find(|office| begins(rest, office)) {
            return Some((office.len(), PieceKind::Plain));
        }
        // In `Hong Kong dollars`, Hong Kong is not the partner.
        named(Dimension::OtherCurrency)
    }

    /// The country that is named here, with the length of its name.
    fn country(&self, rest: &str) -> Option<(u16, usize)> {
        if let Some(found) = country(rest) {
            return Some(found);
        }
        // The names of CEIC's series begin so.
        if self.at == 0
            && rest.starts_with("cn:")
            && let Some(place) = Partner::by_code("142")
        {
            return Some((place, 2));
        }
        if self.names_us
            && let Some(name) = ["u.s.", "u.s", "us"].iter().find(|name| begins(rest, name))
            && let Some(place) = Partner::by_code("502")
        {
            return Some((place, name.len()));
        }
        self.code_of_country(rest)
    }

    /// The word from one of the lists that begins here.
    fn word(&self, rest: &str, first: char) -> Option<(usize, PieceKind)> {
        if self.begins_word()
            && let Some(first_month) = since_january(rest)
        {
            return Some(match first_month {
                FirstMonth::Onwards(length) => (length, PieceKind::Plain),
                FirstMonth::Run(length) => (length, PieceKind::Names(Dimension::MonthsTogether)),
            });
        }
        if let Some((phrase, word)) = words::beginning(first)
            .iter()
            .find(|(phrase, _)| begins(rest, phrase))
        {
            let kind = match word {
                // `Imports tumble 20%` tells of a change, and is none.
                Word::Names(Dimension::Change) if is_percent(phrase) && self.follows_figure() => {
                    PieceKind::Number
                }
                Word::Flow(flow) => PieceKind::Flow(*flow),
                Word::Link(link) => PieceKind::Link(*link),
                Word::Names(dimension) => PieceKind::Names(*dimension),
                Word::Plain => PieceKind::Plain,
            };
            return Some((phrase.len(), kind));
        }
        if let Some(length) = classified(rest) {
            return Some((length, PieceKind::Names(Dimension::Good)));
        }
        let total = TOTALS.iter().find(|total| begins(rest, total))?;
        Some((total.len(), PieceKind::Total))
    }

    /// The number that begins here: a year, the mark of a footnote, or any other.
    fn number(&self, rest: &str, first: char) -> Option<(usize, PieceKind)> {
        if !first.is_ascii_digit() {
            return None;
        }
        let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b',';
        let length = rest.bytes().take_while(is_part).count();
        // `1)`, `(1)`, `[1]`, and `1.` before a text are footnote marks.
        let after = rest[length..].chars().next();
        let closed = matches!(after, Some(')' | ']'));
        if length < 3 && (closed || (after == Some('.') && self.at == 0)) {
            return Some((length, PieceKind::Plain));
        }
        let year = rest[..length]
            .parse()
            .ok()
            .filter(|year| length == 4 && (1900..2200).contains(year));
        Some((length, year.map_or(PieceKind::Number, PieceKind::Year)))
    }

    /// The mark of a footnote in brackets, `(a)`, `(P)`; `(e)` and `(f)` are estimates and forecasts.
    fn footnote(&self, rest: &str) -> Option<(usize, PieceKind)> {
        let marks = ["a)", "b)", "c)", "d)", "p)", "r)"];
        let before = self.text.get(..self.at)?;
        let is_mark = before.ends_with('(') && marks.iter().any(|mark| rest.starts_with(mark));
        is_mark.then_some((1, PieceKind::Plain))
    }

    /// The word on none of the lists that begins here: the name of a month, or unknown. In scripts
    /// without blanks, a letter of it.
    fn unknown(&self, rest: &str, first: char) -> Option<(usize, PieceKind)> {
        let of_date = |length: usize, is_date: bool| match is_date {
            true => (length, PieceKind::Number),
            false => (length, PieceKind::Unknown),
        };
        if first.is_ascii_alphabetic() {
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let word = &rest[..length];
            let is_date = named_month(word).is_some()
                || (word.starts_with('m') && word[1..].parse::<u8>().is_ok());
            return Some(of_date(length, is_date));
        }
        if !first.is_alphabetic() {
            return None;
        }
        let is_number = |last: &Piece| matches!(last.kind, PieceKind::Number | PieceKind::Year(_));
        let is_date = ['年', '月', '日', '份', '년', '월', '일'].contains(&first)
            && self.pieces.last().is_some_and(is_number);
        Some(of_date(first.len_utf8(), is_date))
    }

    /// Whether no letter or digit stands before this place.
    fn begins_word(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("");
        !before.ends_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// The country that a code in capitals or a number names here: `from JPN`, `Partner: 133`.
    fn code_of_country(&self, rest: &str) -> Option<(u16, usize)> {
        if !self.begins_word() {
            return None;
        }
        let before = self.text.get(..self.at).unwrap_or("");
        let is_linked = self.pieces.last().is_some_and(|last| {
            matches!(
                last.kind,
                PieceKind::Link(Link::From | Link::To | Link::With | Link::And)
            )
        });
        // `CN→NK`.
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_before_arrow = ["→", "->", "⇒"]
            .iter()
            .any(|arrow| behind.trim_start().starts_with(arrow));
        // `CN imports`.
        let of_china = rest.strip_prefix("cn ");
        let is_teller = of_china.is_some_and(|next| {
            ["import", "export"]
                .iter()
                .any(|flow| next.starts_with(flow))
        });
        self.capitals
            .country(rest, is_linked || is_before_arrow || is_teller)
            .or_else(|| numbered(before, rest))
    }

    fn follows_year(&self) -> bool {
        let is_year = |last: &Piece| matches!(last.kind, PieceKind::Year(_) | PieceKind::Number);
        self.pieces.last().is_some_and(is_year)
    }

    /// Whether a number stands right before this place: `20%`, `37.9 percent`.
    fn follows_figure(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("").trim_end();
        let is_figure = |last: &Piece| last.kind == PieceKind::Number;
        before.ends_with(|c: char| c.is_ascii_digit()) && self.pieces.last().is_some_and(is_figure)
    }

    fn follows_unknown(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("");
        let is_unknown = |last: &Piece| last.kind == PieceKind::Unknown;
        before.ends_with(char::is_alphabetic) && self.pieces.last().is_some_and(is_unknown)
    }

    fn place(&mut self, place: u16, length: usize) {
        self.at += length;
        let after = self.rest();
        let possessive = ["'s", "’s", "s'", "s’"]
            .iter()
            .find(|mark| begins(after, mark));
        let owner = possessive.map_or(0, |mark| mark.len());
        let adjective = self.text.get(self.at.saturating_sub(length)..self.at);
        let is_adjective =
            adjective.is_some_and(|name| ADJECTIVES.iter().any(|end| name.ends_with(end)));
        let particle = PARTICLES
            .iter()
            .find(|(particle, _)| after.starts_with(particle));
        let (link, is_owner, skip) = match particle {
            Some((particle, link)) => (*link, link.is_none(), particle.len()),
            None => (None, owner > 0 || is_adjective, owner),
        };
        self.at -= length;
        if let Some(link) = link {
            self.take(0, PieceKind::Link(link));
        }
        self.take(length, PieceKind::Country(place, is_owner));
        self.at += skip;
    }

    fn take(&mut self, length: usize, kind: PieceKind) {
        let text = self
            .text
            .get(self.at..self.at + length)
            .unwrap_or("")
            .to_owned();
        let after_sign = std::mem::take(&mut self.after_sign);
        let bracketed = self.depth > 0;
        self.at += length;
        // In scripts without blanks, consecutive unknown letters form one piece.
        if let (PieceKind::Unknown, Some(last)) = (kind, self.pieces.last_mut())
            && last.kind == PieceKind::Unknown
            && !after_sign
            && !text.is_ascii()
        {
            last.text.push_str(&text);
            return;
        }
        self.pieces.push(Piece {
            text,
            kind,
            after_sign,
            bracketed,
        });
    }
}
