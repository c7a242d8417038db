//! Parses the title of a monthly table: which table it is, its months and its currency.

use crate::reader::cells::month_names::named_month;
use crate::trade::{Currency, Month, Period};

/// The monthly tables by country.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum MonthlyTable {
    /// Table (2), with all countries.
    Countries,
    /// The preliminary table of major partners, which does not include North Korea.
    MajorPartners,
}

/// A parsed title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Title {
    pub table: MonthlyTable,
    /// The month or period of the table; `None` if the title gives none.
    pub period: Option<Period>,
    /// The currency, if the title gives one.
    pub currency: Option<Currency>,
}

/// Whether a text has the title of a monthly table by country.
pub(crate) fn is_title(text: &str) -> bool {
    table(text).is_some()
}

/// Parses titles such as `（2）2024年1月进出口商品国别（地区）总值表（人民币值）`.
pub(crate) fn read(text: &str) -> Option<Title> {
    Some(Title {
        table: table(text)?,
        period: period(text),
        currency: currency(text),
    })
}

fn table(text: &str) -> Option<MonthlyTable> {
    // Only letters matter, so that brackets, blanks and `&` may be written in any way.
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let letters = letters.to_lowercase();
    let has = |words: &str| letters.contains(words);
    if has("总值表") && (has("国别") || has("国家")) {
        let major = has("主要");
        return Some(if major {
            MonthlyTable::MajorPartners
        } else {
            MonthlyTable::Countries
        });
    }
    let countries = [
        "importsandexportsbycountry",
        "importsexportsbycountry",
        "exportsandimportsbycountry",
        "exportsimportsbycountry",
    ];
    if countries.iter().any(|words| has(words)) {
        return Some(MonthlyTable::Countries);
    }
    let values = [
        "totalexportimportvaluesbycountry",
        "totalexportandimportvaluesbycountry",
    ];
    let major = values.iter().any(|words| has(words));
    major.then_some(MonthlyTable::MajorPartners)
}

fn currency(text: &str) -> Option<Currency> {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let yuan = has(&["人民币", "in cny", "in rmb", "in renminbi"]);
    let dollars = has(&["美元", "in usd", "in us$", "in us dollar"]);
    match (yuan, dollars) {
        (true, false) => Some(Currency::Cny),
        (false, true) => Some(Currency::Usd),
        _ => None,
    }
}

/// A token of a title: a number, a word, or a single other character.
#[derive(PartialEq, Eq, Debug)]
enum TitlePiece {
    Number(u32, usize),
    Word(String),
    Sign(char),
}

fn pieces(text: &str) -> Vec<TitlePiece> {
    let text = crate::reader::cells::number::narrow(text).to_lowercase();
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c: char| !fits(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            let number = rest[..end].parse().unwrap_or(u32::MAX);
            pieces.push(TitlePiece::Number(number, end));
            end
        } else if first.is_ascii_alphabetic() {
            let end = run(|c| c.is_ascii_alphabetic());
            pieces.push(TitlePiece::Word(rest[..end].to_owned()));
            end
        } else {
            if !first.is_whitespace() {
                pieces.push(TitlePiece::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    pieces
}

/// `2024年1月`, `2020年1至2月`, `6.2026`, `1-2.2026`, `Mar 2026`, `January-February 2025`.
fn period(text: &str) -> Option<Period> {
    let pieces = pieces(text);
    let years = pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| match piece {
            TitlePiece::Number(year, 4) => Some((at, *year)),
            _ => None,
        });
    let mut found = years.filter_map(|(at, year)| {
        after(&pieces[at + 1..], year).or_else(|| before(&pieces[..at], year))
    });
    found.next()
}

fn of(year: u32, from: u32, to: u32) -> Option<Period> {
    let month = |month: u32| Month::new(i32::try_from(year).ok()?, month);
    Period::new(month(from)?, month(to)?)
}

/// `年1月`, `年1至2月`, `年1-2月`.
fn after(pieces: &[TitlePiece], year: u32) -> Option<Period> {
    let rest = match pieces {
        [TitlePiece::Sign('年'), rest @ ..] => rest,
        _ => return None,
    };
    match rest {
        [TitlePiece::Number(month, _), TitlePiece::Sign('月'), ..] => match rest.get(2..) {
            Some(
                [
                    TitlePiece::Sign(sign),
                    TitlePiece::Number(to, _),
                    TitlePiece::Sign('月'),
                    ..,
                ],
            ) if is_to(*sign) => of(year, *month, *to),
            _ => of(year, *month, *month),
        },
        [
            TitlePiece::Number(from, _),
            TitlePiece::Sign(sign),
            TitlePiece::Number(to, _),
            TitlePiece::Sign('月'),
            ..,
        ] if is_to(*sign) => of(year, *from, *to),
        _ => None,
    }
}

fn is_to(sign: char) -> bool {
    matches!(sign, '至' | '到' | '-' | '—' | '–' | '~' | '～' | '－')
}

/// The period before the year, with the pieces read backwards.
fn before(pieces: &[TitlePiece], year: u32) -> Option<Period> {
    let mut rest = pieces;
    let dotted = matches!(rest, [.., TitlePiece::Sign('.' | '/')]);
    while let [start @ .., TitlePiece::Sign('.' | '/' | ',')] = rest {
        rest = start;
    }
    let (to, start) = month(rest, dotted)?;
    let start = match start {
        [start @ .., TitlePiece::Sign('.')] => start,
        start => start,
    };
    let range = match start {
        [start @ .., TitlePiece::Sign(sign)] if is_to(*sign) => Some(start),
        [start @ .., TitlePiece::Word(word)] if word == "to" => Some(start),
        _ => None,
    };
    match range.and_then(|start| month(start, dotted)) {
        Some((from, _)) => of(year, from, to),
        None => of(year, to, to),
    }
}

/// The month at the end of the pieces, and the pieces before it. A number counts only if a point
/// joins it to the year, since titles have other numbers too.
fn month(pieces: &[TitlePiece], by_number: bool) -> Option<(u32, &[TitlePiece])> {
    let (last, mut start) = pieces.split_last()?;
    if *last == TitlePiece::Sign('.') {
        return month(start, by_number);
    }
    let month = match last {
        TitlePiece::Number(month, _) if by_number => Some(*month),
        TitlePiece::Word(word) => named_month(word).and_then(|at| u32::try_from(at).ok()),
        _ => None,
    }?;
    while let [rest @ .., TitlePiece::Sign('.')] = start {
        start = rest;
    }
    Some((month, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_title(text: &str) -> (MonthlyTable, String, Option<&'static str>) {
        let title = read(text).unwrap();
        let period = title.period.map(|period| period.to_string());
        let currency = title.currency.map(Currency::code);
        (title.table, period.unwrap_or_default(), currency)
    }

    #[test]
    fn a_title_tells_its_table_its_months_and_its_currency() {
        use MonthlyTable::{Countries, MajorPartners};
        for (text, table, period, currency) in [
            (
                "（2）Imports and Exports by Country （Region） of Origin/Destination,6.2026",
                Countries,
                "2026-06",
                None,
            ),
            (
                "(2) Imports and Exports by Country (Region) of Origin/Destination, 12.2025 (in RMB)",
                Countries,
                "2025-12",
                Some("CNY"),
            ),
            (
                "（2）2024年1月进出口商品国别（地区）总值表（人民币值）",
                Countries,
                "2024-01",
                Some("CNY"),
            ),
            (
                "(2) Imports & Exports by Country (Region) of Origin/Destination,3.2025",
                Countries,
                "2025-03",
                None,
            ),
            (
                "(2)2018年12月进出口商品国别(地区)总值表(美元值)",
                Countries,
                "2018-12",
                Some("USD"),
            ),
            (
                "（2） 2020年1至2月进出口商品国别（地区）总值表 （美元值）",
                Countries,
                "2020-01..2020-02",
                Some("USD"),
            ),
            (
                "(4) China's Total Export & Import Values by Country/Region, Mar 2026 (in CNY)",
                MajorPartners,
                "2026-03",
                Some("CNY"),
            ),
            (
                "(4) China's Total Export & Import Values by Country/Region, January-February 2025 (in USD)",
                MajorPartners,
                "2025-01..2025-02",
                Some("USD"),
            ),
            (
                "（4）2024年1-2月进出口商品主要国别（地区）总值表（美元值）",
                MajorPartners,
                "2024-01..2024-02",
                Some("USD"),
            ),
        ] {
            let period = period.to_owned();
            assert_eq!(read_title(text), (table, period, currency), "{text}");
        }
    }

    #[test]
    fn a_title_without_a_month_tells_none_and_other_tables_are_none() {
        let text = "Imports and Exports by Country (Region) of Origin/Destination";
        assert_eq!(read_title(text).1, "");
        assert_eq!(read_title("2024年13月进出口商品国别总值表").1, "");
        for text in [
            "（1）2024年1月进出口商品总值表（人民币值）",
            "数据年月,贸易伙伴名称,美元",
            "(15) Imports by Customs Regime, 6.2026",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
