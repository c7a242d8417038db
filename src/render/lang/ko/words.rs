//! Words and short phrases in sentences.

use super::dates;
use super::korean::Korean;
use crate::render::digits::decimal;
use crate::render::lang::labels::Labels;
use crate::render::lang::lists;
use crate::render::lang::signed::signed;
use crate::trade::{
    Amount, Basis, CoverageGap, Currency, Flow, LeftOut, Missing, Month, Partner, Period, Printed,
    Vintage, named_of,
};

pub(super) fn month(month: Month) -> String {
    dates::month(month)
}

pub(super) fn period(period: Period) -> String {
    dates::period(period)
}

/// The first few periods, and the number of others.
pub(super) fn periods(all: &[Period]) -> String {
    let all = Period::joined(all.iter().copied());
    let texts: Vec<String> = all
        .iter()
        .take(named_of(all.len(), 3))
        .map(|one| period(*one))
        .collect();
    let more = match all.len() - texts.len() {
        0 => String::new(),
        more => format!(" 외 {more}개"),
    };
    format!("{}{more}", texts.join(", "))
}

/// An amount to this number of decimals of a hundred million, or of ten thousand if it is smaller:
/// `2억 2,800만`, `2,889만`.
pub(super) fn to_decimals(amount: Amount, decimals: u32) -> String {
    let sign = if amount < Amount::ZERO { "−" } else { "" };
    let size = amount.abs().0.unsigned_abs();
    // Thousandths of a unit.
    let (power, decimals) = match size {
        size if size >= 10_000_000_000_000 => (8, decimals),
        // To the 만, as in English to the hundredth of a million.
        size if size >= 100_000_000_000 => (8, decimals + 2),
        // Millions are given to the nearest thousand or ten thousand.
        size if size >= 10_000_000_000 => (4, decimals - 2),
        size if size >= 1_000_000_000 => (4, decimals - 1),
        size if size >= 10_000_000 => (4, decimals),
        _ => (0, 0),
    };
    let step = 10u128.pow(power + 3 - decimals.min(power));
    let units = (size + step / 2) / step * (step / 1000);
    format!("{sign}{}", by_ten_thousands(units))
}

/// A whole number in the magnitudes of Korean: `1억 4,580만`, `36만 4천`.
pub(super) fn by_ten_thousands(number: u128) -> String {
    let mut groups = Vec::new();
    let mut rest = number;
    for word in ["", "만", "억"] {
        groups.push((rest % 10_000, word));
        rest /= 10_000;
    }
    groups.push((rest, "조"));
    let groups = groups.into_iter().rev().filter(|(size, _)| *size > 0);
    // `36만 4천`, as newspapers write it.
    let groups = groups.map(|(size, word)| match (size % 1000, word) {
        (0, "") => format!("{}천", size / 1000),
        _ => format!("{}{word}", decimal(size, 0, true)),
    });
    match groups.collect::<Vec<_>>() {
        none if none.is_empty() => "0".to_owned(),
        groups => groups.join(" "),
    }
}

pub(super) fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    lists::first_of(names, count, &Korean)
}

pub(super) fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        more => format!(" 외 {}개월", more - 1),
    }
}

pub(super) fn lacking(why: &Missing) -> String {
    let things = &why.lacking;
    match things.is_empty() {
        true => String::new(),
        false => format!(" {}", lists::things(things, things.len(), &Korean)),
    }
}

/// The remark on a figure based on one with a [`crate::trade::FigureRemark::CurrencyGap`].
pub(super) const OLDER_PRINT: &str = "이전 공표치를 사용, 다른 통화의 수치는 이후 수정됨";

/// An exchange rate in yuan per dollar, from millionths: `7.10`.
pub(super) fn rate(millionths: i128) -> String {
    let hundredths = (millionths + 5_000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub(super) fn uncovered(months: &CoverageGap, what: &str, why: &str) -> String {
    let CoverageGap {
        flow: of,
        period: at,
        months,
        count,
        things,
    } = months;
    format!(
        "{} {}{} {what}: 파일에 {} 없음; {why}",
        period(*at),
        of.map_or("수출입", flow),
        and_more(*months),
        lists::things(things, *count, &Korean)
    )
}

pub(super) fn breakdown(by: crate::trade::Breakdown) -> &'static str {
    Korean.part_of(by)
}

pub(super) fn partner(place: u16) -> &'static str {
    Partner::at(place).map_or("기타 상대국", |partner| &partner.ko)
}

pub(super) fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "수입",
        Flow::Export => "수출",
        Flow::Total => "교역액",
        Flow::Balance => "무역수지",
    }
}

pub(super) fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "‘세계’는 상대국의 합계",
        LeftOut::NotMonthly => "연간 또는 분기 자료",
        LeftOut::OtherFlow => "재수입·재수출 등은 수출입에 더하지 않음",
        LeftOut::Services => "서비스 교역",
        LeftOut::NotHs => "HS가 아닌 분류",
        LeftOut::Repeated => "같은 교역이 다른 분류로 반복됨",
    }
}

pub(super) fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "공표",
        Basis::Difference => "차액",
        Basis::Implied => "역산",
        Basis::Sum => "합산",
        Basis::Converted => "환산",
    }
}

pub(super) fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!("({} 공표)", day(date)));
    date.unwrap_or_default()
}

pub(super) fn day(date: Vintage) -> String {
    dates::day(date)
}

pub(super) fn percent(printed: Printed) -> String {
    format!("{}%", signed(printed))
}

pub(super) fn currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "달러",
        Currency::Cny => "위안",
    }
}
