//! Parses the meaning of a text for the figures that it describes.

pub(crate) use crate::reader::accounting::country_names::is_china;
use crate::reader::accounting::leading::leads;
use crate::reader::accounting::scan;
use crate::reader::accounting::scan::{Piece, PieceKind};
use crate::reader::accounting::words::{Dimension, Link};
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::trade::{Currency, Flow, Perspective, Unit};

/// The meaning of a title, a heading, a label, a note or a column name.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextMeaning {
    /// The flows mentioned, in order, from the perspective of the text.
    pub flows: Vec<Flow>,
    /// Whether `total` is mentioned on its own.
    pub total: bool,
    /// The countries mentioned, other than China.
    pub partners: Vec<u16>,
    /// Whether China is mentioned.
    pub china: bool,
    pub side: WhoseTrade,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    /// Whether it gives two different units or currencies.
    pub two_units: bool,
    /// Words for dimensions that have no field above, each with its dimension.
    pub names: Vec<(Dimension, String)>,
    /// The years mentioned.
    pub years: Vec<i32>,
    /// Numbers and names of months, except footnote marks.
    pub numbers: Vec<String>,
    /// Unknown words. In a label they raise a doubt.
    pub unknown: Vec<String>,
}

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

impl TextMeaning {
    /// Whether a text tells of a flow, a unit or a kind of figure, such as the year to date or a
    /// share, and so of something else than a country.
    pub fn tells_of_figures(&self) -> bool {
        use Dimension::{
            Adjusted, Change, Cumulative, Estimate, Index, Period, Price, Quantity, ReExports,
            Share,
        };
        let is_kind = |(dimension, _): &(Dimension, String)| {
            matches!(
                dimension,
                Adjusted
                    | Change
                    | Cumulative
                    | Estimate
                    | Index
                    | Period
                    | Price
                    | Quantity
                    | ReExports
                    | Share
            )
        };
        let stated = self.unit.is_some() || self.currency.is_some();
        stated || !self.flows.is_empty() || self.names.iter().any(is_kind)
    }

    /// Parses a text.
    pub fn of(text: &str) -> TextMeaning {
        let text = &*vocabulary::words_apart(text);
        let pieces = scan::pieces(text);
        let mut meaning = TextMeaning::default();
        for (at, piece) in pieces.iter().enumerate() {
            // `Thousand tonnes` is not a unit of money.
            let counts = pieces.get(at + 1).is_some_and(|next| {
                next.kind == PieceKind::Names(Dimension::Quantity) && !next.after_sign
            });
            match piece.kind {
                PieceKind::StatedUnits(stated) if counts && stated.currency.is_none() => {}
                PieceKind::Flow(flow) => meaning.flows.push(flow),
                PieceKind::Total => meaning.total = true,
                PieceKind::StatedUnits(stated) => meaning.state(stated),
                PieceKind::Names(Dimension::Partner) if is_place_of(&pieces, at) => {}
                PieceKind::Names(dimension) => meaning.names.push((dimension, piece.text.clone())),
                PieceKind::Year(year) => meaning.years.push(year),
                PieceKind::Unknown => meaning.unknown.push(piece.text.clone()),
                PieceKind::Country(partner_index, _) if is_china(partner_index) => {
                    meaning.china = true
                }
                PieceKind::Country(partner_index, _) => {
                    if !meaning.partners.contains(&partner_index) {
                        meaning.partners.push(partner_index);
                    }
                }
                PieceKind::Number => meaning.numbers.push(piece.text.clone()),
                PieceKind::Link(_) | PieceKind::Plain => {}
            }
        }
        meaning.side = side(&pieces);
        meaning
    }

    /// The flow, if only one is mentioned; total trade for `total` on its own.
    pub fn flow(&self) -> Option<Flow> {
        let first = *self.flows.first()?;
        self.flows
            .iter()
            .all(|flow| *flow == first)
            .then_some(first)
    }

    /// The country, other than China, if only one is mentioned.
    pub fn partner(&self) -> Option<u16> {
        match self.partners[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether this dimension is mentioned.
    pub fn is_of(&self, dimension: Dimension) -> bool {
        self.names.iter().any(|(named, _)| *named == dimension)
    }

    fn state(&mut self, stated: StatedUnits) {
        self.two_units |= self.unit.is_some() && stated.unit.is_some() && self.unit != stated.unit;
        self.two_units |= self.currency.is_some()
            && stated.currency.is_some()
            && self.currency != stated.currency;
        self.unit = self.unit.or(stated.unit);
        self.currency = self.currency.or(stated.currency);
    }
}

/// Whether the continent at this place only tells where the country after it lies: `Asia: North Korea`.
fn is_place_of(pieces: &[Piece], at: usize) -> bool {
    let continents = ["asia", "africa", "europe", "亚洲", "아시아"];
    let is_country = |next: &Piece| matches!(next.kind, PieceKind::Country(..)) && next.after_sign;
    continents.contains(&&*pieces[at].text) && pieces.get(at + 1).is_some_and(is_country)
}

fn side(pieces: &[Piece]) -> WhoseTrade {
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
    let is_pair = before == Some(PieceKind::Link(Link::And))
        && matches!(first.map(|piece| piece.kind), Some(PieceKind::Country(..)));
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

    #[test]
    fn heads_of_columns_are_understood_to_the_last_word() {
        for (text, flow, power, currency) in [
            ("imports_usd_mn", Flow::Import, Some(6), Currency::Usd),
            ("import_value_usd_mn", Flow::Import, Some(6), Currency::Usd),
            (
                "Imports from North Korea (US$ million)",
                Flow::Import,
                Some(6),
                Currency::Usd,
            ),
            ("Imports (US$'000)", Flow::Import, Some(3), Currency::Usd),
            (
                "Value of imports, US$m",
                Flow::Import,
                Some(6),
                Currency::Usd,
            ),
            (
                "Exports, f.o.b., millions of US dollars",
                Flow::Export,
                Some(6),
                Currency::Usd,
            ),
            (
                "Total imports in thousand US dollars",
                Flow::Import,
                Some(3),
                Currency::Usd,
            ),
            ("进口金额(万美元)", Flow::Import, Some(4), Currency::Usd),
            (
                "中国自朝鲜进口额（万元人民币）",
                Flow::Import,
                Some(4),
                Currency::Cny,
            ),
            ("수입금액(천 달러)", Flow::Import, Some(3), Currency::Usd),
            ("수출(천불)", Flow::Export, Some(3), Currency::Usd),
            ("대북 수출액 (백만불)", Flow::Export, Some(6), Currency::Usd),
            ("进出口总值（亿元）", Flow::Total, Some(8), Currency::Cny),
            (
                "IMPORT_VALUE_USD_1000",
                Flow::Import,
                Some(3),
                Currency::Usd,
            ),
        ] {
            let meaning = TextMeaning::of(text);
            assert_eq!(meaning.flow(), Some(flow), "{text}: {meaning:?}");
            assert_eq!(meaning.unit.map(|unit| unit.power), power, "{text}");
            assert_eq!(meaning.currency, Some(currency), "{text}");
            assert!(
                meaning.unknown.is_empty() && meaning.names.is_empty() && !meaning.two_units,
                "{text}: {meaning:?}"
            );
        }
    }

    #[test]
    fn words_that_name_a_dimension_are_found() {
        for (text, dimension) in [
            (
                "Imports of coal from North Korea, USD million",
                Dimension::Good,
            ),
            ("Seasonally adjusted", Dimension::Adjusted),
            ("累计进口", Dimension::Cumulative),
            ("Imports, cumulative since January", Dimension::Cumulative),
            ("Rest of Asia", Dimension::Partner),
            ("Net weight (kt)", Dimension::Quantity),
            ("수입 증감률", Dimension::Change),
            ("Imports %YoY", Dimension::Change),
            ("수입 비중", Dimension::Share),
            ("석탄 수입", Dimension::Good),
            ("mirror", Dimension::Estimate),
            ("Imports, partner-reported", Dimension::Estimate),
            ("Imports, unit value", Dimension::Price),
            ("Imports since the start of the year", Dimension::Cumulative),
            ("中国自朝鲜进口（1-9月）", Dimension::MonthsTogether),
            ("Imports, 2010 = 100", Dimension::Index),
            ("trailing twelve months", Dimension::Adjusted),
            ("소비재 수입", Dimension::Good),
        ] {
            let meaning = TextMeaning::of(text);
            assert!(meaning.is_of(dimension), "{text}: {meaning:?}");
        }
        assert_eq!(TextMeaning::of("Not seasonally adjusted").names, []);
        for (text, code) in [
            ("China imports from JPN", "116"),
            ("Partner: 133", "133"),
            ("partner code 133", "133"),
            ("Imports JP", "116"),
            ("中国对韩进口", "133"),
            ("대일 수출", "116"),
            ("Vietnamese goods", "141"),
            ("북한 교역", "109"),
        ] {
            let named = TextMeaning::of(text)
                .partner()
                .and_then(crate::trade::Partner::at);
            assert_eq!(named.map(|partner| &*partner.code), Some(code), "{text}");
        }
        for text in [
            "IMPORTS PER MONTH",
            "MAR 2017",
            "USD CIF",
            "대한 수출",
            "row 133",
        ] {
            assert_eq!(TextMeaning::of(text).partners, [0; 0], "{text}");
        }
    }
}
#[cfg(test)]
mod marks {
    use super::*;

    #[test]
    fn a_mark_of_a_footnote_is_no_unit_and_no_number() {
        for text in [
            "Imports 1)",
            "Imports (1)",
            "Imports [1]",
            "1. Imports",
            "(1) Imports",
            "Imports*",
            "Imports¹",
            "Imports (a)",
            "Imports (P)",
        ] {
            let meaning = TextMeaning::of(text);
            assert_eq!(
                meaning.flow(),
                Some(Flow::Import),
                "{text}: {:?}",
                scan::pieces(text)
            );
            assert!(
                meaning.unknown.is_empty() && meaning.numbers.is_empty() && meaning.unit.is_none(),
                "{text}: {:?}",
                scan::pieces(text)
            );
        }
        assert_eq!(TextMeaning::of("Imports 03").numbers, ["03"]);
    }
}
