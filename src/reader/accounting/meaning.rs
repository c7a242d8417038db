//! Parses the meaning of a text for the figures that it describes.

pub(crate) use crate::reader::accounting::country_names::is_china;
use crate::reader::accounting::directions;
use crate::reader::accounting::scan;
use crate::reader::accounting::scan::{Piece, PieceKind};
use crate::reader::accounting::whose_trade::{WhoseTrade, side};
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::trade::{Currency, Flow, Unit};

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
        let pieces = directions::with_flow(scan::pieces(text));
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
        // `US dollars (millions)`: the currency in words, and then its scale.
        if self.unit == Some(Unit::ONE) && self.currency.is_some() && stated.currency.is_none() {
            self.unit = stated.unit.or(self.unit);
            return;
        }
        // `In millions, US dollars`.
        if self.unit.is_some() && self.currency.is_none() && stated.unit == Some(Unit::ONE) {
            self.currency = stated.currency;
            return;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

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
