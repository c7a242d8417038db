//! Parses years, months, quarters, runs of months, and numbers in Chinese characters.

use super::multiples::{part, times};
use super::numerals::numeral;
use crate::reader::claims::months::{MonthsOfYear, Year};
use crate::reader::claims::pieces::digits;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::{Precision, StatedNumber};

/// Years, months, quarters, half-years, and runs of months.
pub(super) fn time(text: &str) -> Option<(WirePiece, usize)> {
    if let Some(found) = times(text).or_else(|| since(text)) {
        return Some(found);
    }
    for (word, piece) in [
        ("今年", WirePiece::Year(Year::FromPublished(0))),
        ("去年", WirePiece::Year(Year::FromPublished(-1))),
        ("上半年", WirePiece::Months(1, 6)),
        ("下半年", WirePiece::Months(7, 12)),
        ("全年", WirePiece::Months(1, 12)),
        ("上个月", WirePiece::LastMonth),
        ("上月", WirePiece::LastMonth),
    ] {
        // `去年同期` is a base, which is in the list of words together with what precedes it.
        if let Some(rest) = text.strip_prefix(word) {
            return (!rest.starts_with('同')).then_some((piece, word.len()));
        }
    }
    if let Some(found) = part(text) {
        return Some(found);
    }
    let (least, body) = match text.strip_prefix("至少") {
        Some(body) => (Precision::AtLeast, body),
        None => (Precision::Printed, text),
    };
    if let Some(rest) = body.strip_prefix("连续") {
        let rest = rest.strip_prefix('第').unwrap_or(rest);
        let (count, length) = numeral(rest)?;
        let after = rest[length..].strip_prefix("个月")?;
        let count = StatedNumber::whole(i128::from(count)).meant(least);
        return Some((WirePiece::InARow(count), text.len() - after.len()));
    }
    if let Some(rest) = text.strip_prefix('前') {
        let (count, length) = numeral(rest)?;
        let rest = &rest[length..];
        let months_named = rest
            .strip_prefix("个月")
            .or_else(|| rest.strip_prefix('月'));
        let (months, after) = match months_named {
            Some(after) => (count, after),
            None => (
                count * 3,
                rest.strip_prefix("季度")
                    .or_else(|| rest.strip_prefix("个季度"))?,
            ),
        };
        let is_part = (2..=12).contains(&months);
        return is_part.then(|| (WirePiece::Months(1, months), text.len() - after.len()));
    }
    let body = text.strip_prefix('第').unwrap_or(text);
    let (first, length) = numeral(body)?;
    let rest = &body[length..];
    if let Some(after) = rest.strip_prefix('年') {
        return (1990..2100).contains(&first).then(|| {
            (
                WirePiece::Year(Year::Of(first as i32)),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix("季度") {
        return (1..=4).contains(&first).then(|| {
            (
                WirePiece::Months(first * 3 - 2, first * 3),
                text.len() - after.len(),
            )
        });
    }
    (text.len() == body.len()).then_some(())?;
    if let Some(after) = rest.strip_prefix('月') {
        let after = after.strip_prefix('份').unwrap_or(after);
        // `8月至9月`.
        let range = ["至", "到", "-", "—"]
            .iter()
            .find_map(|sign| after.strip_prefix(*sign));
        if let Some((last, length)) = range.and_then(numeral) {
            let end = range?.get(length..)?.strip_prefix('月')?;
            let end = end.strip_prefix('份').unwrap_or(end);
            return (first < last && last <= 12)
                .then(|| (WirePiece::Months(first, last), text.len() - end.len()));
        }
        return (1..=12)
            .contains(&first)
            .then(|| (WirePiece::Months(first, first), text.len() - after.len()));
    }
    // `1至9月`, `1-9月`.
    let after = ["至", "到", "-", "—", "~"]
        .iter()
        .find_map(|sign| rest.strip_prefix(*sign))?;
    let (last, length) = numeral(after)?;
    let end = after[length..].strip_prefix('月')?;
    let end = end.strip_prefix('份').unwrap_or(end);
    (first < last && last <= 12).then(|| (WirePiece::Months(first, last), text.len() - end.len()))
}

/// `2013年4月以来`, `2019年以来`, `去年12月以来`, `5月以来`.
fn since(text: &str) -> Option<(WirePiece, usize)> {
    let relative = [
        ("今年", Year::FromPublished(0)),
        ("去年", Year::FromPublished(-1)),
        ("", Year::Open),
    ];
    let month = relative.iter().find_map(|(word, year)| {
        let rest = text.strip_prefix(word)?;
        let (month, length) = digits(rest)?;
        let after = rest[length..].strip_prefix('月')?;
        let after = after.strip_prefix('份').unwrap_or(after);
        let after = after.strip_prefix("以来")?;
        let months = (month, month);
        let named = MonthsOfYear {
            months,
            year: *year,
        };
        (1..=12).contains(&month).then_some((named, after))
    });
    if let Some((named, after)) = month {
        return Some((WirePiece::Since(named), text.len() - after.len()));
    }
    let (year, length) = digits(text)?;
    let rest = text[length..].strip_prefix('年')?;
    let year = Some(year as i32).filter(|year| (1990..2100).contains(year))?;
    let month = digits(rest).and_then(|(month, length)| {
        let after = rest[length..].strip_prefix('月')?;
        let after = after.strip_prefix('份').unwrap_or(after);
        let named = MonthsOfYear::of(month, month, Some(year));
        (1..=12).contains(&month).then_some((named, after))
    });
    let (named, after) = month.unwrap_or((MonthsOfYear::year(Year::Of(year)), rest));
    let after = after.strip_prefix("以来")?;
    Some((WirePiece::Since(named), text.len() - after.len()))
}
