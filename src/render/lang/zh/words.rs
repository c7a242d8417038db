//! Words and short phrases in sentences.

use super::chinese::Chinese;
use super::dates;
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
        more => format!("等（另{more}个）"),
    };
    format!("{}{more}", texts.join("、"))
}

/// An amount in hundred millions with this number of decimals, or in ten thousands: `2.28亿`,
/// `2,889万`.
pub(super) fn to_decimals(amount: Amount, decimals: u32) -> String {
    let sign = if amount < Amount::ZERO { "−" } else { "" };
    let size = amount.abs().0.unsigned_abs();
    let digits = |power: u32, decimals: u32| {
        let step = 10u128.pow(power + 3 - decimals);
        decimal((size + step / 2) / step, decimals, true)
    };
    let scaled = |power: u32, decimals: u32, word: &str| {
        let digits = digits(power, decimals);
        format!("{sign}{digits}{word}")
    };
    // To the ten thousand, as in English to the hundredth of a million, but no zeros for it.
    let hundred_millions = || {
        let mut digits = digits(8, decimals + 2);
        for _ in 0..2 {
            digits = digits.strip_suffix('0').unwrap_or(&digits).to_owned();
        }
        format!("{sign}{digits}亿")
    };
    // Thousandths of a unit.
    match size {
        size if size >= 10_000_000_000_000 => scaled(8, decimals, "亿"),
        size if size >= 100_000_000_000 && decimals <= 6 => hundred_millions(),
        size if size >= 100_000_000_000 => scaled(8, decimals, "亿"),
        // Millions are given to the nearest thousand or ten thousand.
        size if size >= 10_000_000_000 => scaled(4, decimals - 2, "万"),
        size if size >= 1_000_000_000 => scaled(4, decimals - 1, "万"),
        size if size >= 10_000_000 => scaled(4, decimals, "万"),
        _ => format!("{sign}{}", (size + 500) / 1000),
    }
}

pub(super) fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    lists::first_of(names, count, &Chinese)
}

pub(super) fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        more => format!("及另外{}个月", more - 1),
    }
}

pub(super) fn lacking(why: &Missing) -> String {
    let things = &why.lacking;
    match things.is_empty() {
        true => String::new(),
        false => lists::things(things, things.len(), &Chinese),
    }
}

/// The remark on a figure based on one with a [`crate::trade::FigureRemark::CurrencyGap`].
pub(super) const OLDER_PRINT: &str = "此处用较早公布数，另一币种的数据此后已修订";

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
        "{}{}{}{what}：文件未包含{}；{why}",
        period(*at),
        of.map_or("进出口", flow),
        and_more(*months),
        lists::things(things, *count, &Chinese)
    )
}

pub(super) fn breakdown(by: crate::trade::Breakdown) -> &'static str {
    Chinese.part_of(by)
}

pub(super) fn partner(place: u16) -> &'static str {
    Partner::at(place).map_or("其他伙伴", |partner| &partner.zh)
}

pub(super) fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "进口",
        Flow::Export => "出口",
        Flow::Total => "进出口",
        Flow::Balance => "贸易差额",
    }
}

pub(super) fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "“世界”是各伙伴之和",
        LeftOut::NotMonthly => "年度或季度数据",
        LeftOut::OtherFlow => "复进口、复出口等，不并入进出口",
        LeftOut::Services => "服务贸易",
        LeftOut::NotHs => "非HS分类的商品",
        LeftOut::Repeated => "同一贸易按另一分类重复列出",
    }
}

pub(super) fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "公布",
        Basis::Difference => "相减",
        Basis::Implied => "推算",
        Basis::Sum => "加总",
        Basis::Converted => "折算",
    }
}

/// The phrase for figures in a currency.
pub(super) fn of_currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "美元数据",
        Currency::Cny => "人民币数据",
    }
}

pub(super) fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!("（{}公布）", day(date)));
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
        Currency::Usd => "美元",
        Currency::Cny => "元人民币",
    }
}
