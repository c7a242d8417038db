//! Words and short phrases in sentences.

use super::dates;
use super::english::English;
use crate::render::lang::lists;
use crate::render::lang::signed::signed;
use crate::trade::{
    Basis, CoverageGap, Currency, LeftOut, Missing, Partner, Period, Printed, Vintage,
};

use std::fmt::Display;

/// `1 row was`, `3 rows were`.
pub(super) fn were<N: Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let were = if count == N::from(1) { "was" } else { "were" };
    format!("{} {were}", counted(count, noun))
}

/// `1 row`, `3 rows`.
pub(super) fn counted<N: Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let ending = if count == N::from(1) { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// The first `count` names, and the number of others.
pub(super) fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    lists::first_of(names, count, &English)
}

/// ` and 3 more months`, after the first ones.
pub(super) fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        2 => " and 1 more month".to_owned(),
        more => format!(" and {} more months", more - 1),
    }
}

/// The remark on a figure based on one with a [`crate::trade::FigureRemark::CurrencyGap`].
pub(super) const OLDER_PRINT: &str = "rests on an older figure, revised in the other currency";

/// An exchange rate in yuan per dollar, from millionths: `7.10`.
pub(super) fn rate(millionths: i128) -> String {
    let hundredths = (millionths + 5_000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub(super) fn uncovered(months: &CoverageGap, why: &str) -> String {
    let CoverageGap {
        flow,
        period,
        months,
        count,
        things,
    } = months;
    let flow = match flow {
        Some(flow) => format!("{flow}s"),
        None => "imports and exports".to_owned(),
    };
    format!(
        "{flow} of {period}{} are incomplete: their files have no row of {}, {why}",
        and_more(*months),
        lists::things(things, *count, &English)
    )
}

/// ` of HS 03, South Korea`; empty if nothing is listed.
pub(super) fn lacking(missing: &Missing) -> String {
    let things = &missing.lacking;
    match things.is_empty() {
        true => String::new(),
        false => format!(" of {}", lists::things(things, things.len(), &English)),
    }
}

pub(super) fn partner(place: u16, other: &'static str) -> &'static str {
    Partner::at(place).map_or(other, |partner| &partner.en)
}

pub(super) fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "World is the sum of the partners",
        LeftOut::NotMonthly => "annual or quarterly",
        LeftOut::OtherFlow => {
            "re-imports, re-exports and the like, not part of imports and exports here"
        }
        LeftOut::Services => "services, not goods",
        LeftOut::NotHs => "another classification than the HS",
        LeftOut::Repeated => "the same trade again, in a second classification",
    }
}

pub(super) fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "published",
        Basis::Difference => "calculated as a difference",
        Basis::Implied => "calculated back",
        Basis::Sum => "added up",
        Basis::Converted => "converted from yuan",
    }
}

pub(super) fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!(" ({})", day(date)));
    date.unwrap_or_default()
}

pub(super) fn on_day(vintage: Option<Vintage>) -> String {
    // `on 13 July 2017`, `in July 2017`.
    let word = |date: Vintage| if date == date.as_day() { "on" } else { "in" };
    let date = vintage.map(|date| format!(" {} {}", word(date), day(date)));
    date.unwrap_or_default()
}

pub(super) fn day(date: Vintage) -> String {
    dates::day(date)
}

pub(super) fn percent(printed: Printed) -> String {
    format!("{} %", signed(printed))
}

pub(super) fn flag(currency: Currency) -> String {
    format!("--currency {}", currency.code().to_lowercase())
}

/// A period in a sentence.
pub(super) fn written(period: Period) -> String {
    dates::period(period)
}

/// The first few periods, and the number of others.
pub(super) fn periods(all: &[Period]) -> String {
    let all = Period::joined(all.iter().copied());
    let most = if all.len() > 3 { 2 } else { 3 };
    let shown: Vec<String> = all.iter().take(most).map(|one| written(*one)).collect();
    few(&shown, all.len())
}
