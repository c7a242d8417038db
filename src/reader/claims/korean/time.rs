//! Parses years, months, quarters, runs of months, and the bases of changes.

use super::multiples::{part, times};
use crate::reader::claims::months::{MonthsOfYear, Year};
use crate::reader::claims::pieces::digits;
use crate::reader::claims::statement::Base;
use crate::reader::claims::wire_words::WirePiece;
use crate::trade::{Precision, StatedNumber};

/// Years, months, quarters, bases of changes, and runs of months.
pub(super) fn time(text: &str) -> Option<(WirePiece, usize)> {
    if let Some(found) = times(text) {
        return Some(found);
    }
    if let Some(found) = part(text) {
        return Some(found);
    }
    if let Some(length) = year_earlier(text) {
        return Some((WirePiece::Base(Base::Yoy), length));
    }
    if let Some(found) = since(text).or_else(|| so_far(text)) {
        return Some(found);
    }
    for (word, piece) in [
        ("올해", WirePiece::Year(Year::FromPublished(0))),
        ("지난해", WirePiece::Year(Year::FromPublished(-1))),
        ("작년", WirePiece::Year(Year::FromPublished(-1))),
        ("상반기", WirePiece::Months(1, 6)),
        ("하반기", WirePiece::Months(7, 12)),
        ("지난달", WirePiece::LastMonth),
        ("당월", WirePiece::ThatMonth),
    ] {
        if text.starts_with(word) {
            return Some((piece, word.len()));
        }
    }
    let (least, body) = match text.strip_prefix("최소 ") {
        Some(body) => (Precision::AtLeast, body),
        None => (Precision::Printed, text),
    };
    let (first, length) = digits(body)?;
    let rest = &body[length..];
    if let Some(after) = rest.strip_prefix("개월") {
        let after = after
            .trim_start()
            .strip_prefix("연속")
            .or_else(|| after.strip_prefix("째"))?;
        let count = StatedNumber::whole(i128::from(first)).meant(least);
        return Some((WirePiece::InARow(count), text.len() - after.len()));
    }
    (text.len() == body.len()).then_some(())?;
    if let Some(after) = rest.strip_prefix('년') {
        // `1년 전보다` is a base, already read above.
        return (1990..2100).contains(&first).then(|| {
            (
                WirePiece::Year(Year::Of(first as i32)),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix("분기") {
        return (1..=4).contains(&first).then(|| {
            (
                WirePiece::Months(first * 3 - 2, first * 3),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix('월') {
        return (1..=12)
            .contains(&first)
            .then(|| (WirePiece::Months(first, first), text.len() - after.len()));
    }
    // `1~9월`, `1∼9월`.
    let after = ["~", "∼", "-", "∽", "～", "–"]
        .iter()
        .find_map(|sign| rest.strip_prefix(*sign))?;
    let (last, length) = digits(after)?;
    let end = after[length..].strip_prefix('월')?;
    (first < last && last <= 12).then(|| (WirePiece::Months(first, last), text.len() - end.len()))
}

/// The length in bytes of `전년 동기 대비`, `지난해 같은 기간보다`, `1년 전보다`.
fn year_earlier(text: &str) -> Option<usize> {
    let heads = ["전년도", "전년", "지난해", "작년", "1년 전", "1년전"];
    let head = heads.iter().find(|head| text.starts_with(**head))?;
    let mut rest = text[head.len()..].trim_start();
    let sames = [
        "같은 기간",
        "같은기간",
        "같은 달",
        "같은달",
        "동기",
        "동월",
        "동 기간",
    ];
    let same = sames.iter().find(|same| rest.starts_with(**same));
    if let Some(same) = same {
        rest = rest[same.len()..].trim_start();
    }
    let ends = ["대비", "보다", "에 비해", "과 비교해", "에 비하면"];
    let end = ends.iter().find(|end| rest.starts_with(**end))?;
    // `지난해보다` means the year before only for a full year, so it is ambiguous.
    (same.is_some() || !matches!(*head, "지난해" | "작년")).then_some(())?;
    Some(text.len() - rest.len() + end.len())
}

/// `올 들어 9월까지`: the year to date.
fn so_far(text: &str) -> Option<(WirePiece, usize)> {
    let heads = ["올 들어", "올해 들어"];
    let rest = heads.iter().find_map(|head| text.strip_prefix(*head))?;
    let rest = rest.trim_start();
    let (last, length) = digits(rest)?;
    let after = rest[length..].strip_prefix("월까지")?;
    (2..=12)
        .contains(&last)
        .then(|| (WirePiece::Months(1, last), text.len() - after.len()))
}

/// `2013년 4월 이후`, `2019년 이래`, `지난해 9월 이후`, `5월 이후`.
fn since(text: &str) -> Option<(WirePiece, usize)> {
    let relative = [
        ("올해", Year::FromPublished(0)),
        ("지난해", Year::FromPublished(-1)),
        ("작년", Year::FromPublished(-1)),
        ("지난", Year::Open),
        ("", Year::Open),
    ];
    let month = relative.iter().find_map(|(word, year)| {
        let rest = text.strip_prefix(word)?.trim_start();
        let (month, length) = digits(rest)?;
        let after = rest[length..].strip_prefix('월')?.trim_start();
        let after = after.strip_prefix("이후").or(after.strip_prefix("이래"))?;
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
    let rest = text[length..].strip_prefix('년')?;
    let year = Some(year as i32).filter(|year| (1990..2100).contains(year))?;
    let rest = rest.trim_start();
    let month = digits(rest).and_then(|(month, length)| {
        let after = rest[length..].strip_prefix('월')?;
        let named = MonthsOfYear::of(month, month, Some(year));
        (1..=12).contains(&month).then_some((named, after))
    });
    let (named, after) = month.unwrap_or((MonthsOfYear::year(Year::Of(year)), rest));
    let after = after.trim_start();
    let after = after.strip_prefix("이후").or(after.strip_prefix("이래"))?;
    Some((WirePiece::Since(named), text.len() - after.len()))
}
