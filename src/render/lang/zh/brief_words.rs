//! The words of the statement in Chinese: flows, months, amounts, percentages.

use crate::render::lang::brief::numbers::{Size, rounded, rounded_by_ten_thousands, size};
use crate::render::{Lang, labels};
use crate::report::Heading;
use crate::report::brief::{StatedAmount, StatedPercent, StreakStatement};
use crate::trade::{Currency, Flow, Goods, Month, Period, Perspective, Sign};

/// `连续七个月下降`, `由升转降`.
pub(super) fn run(streak: &StreakStatement) -> String {
    let is_fall = streak.direction == Sign::Fall;
    let verb = if is_fall { "下降" } else { "增长" };
    match (streak.months, streak.is_at_least, streak.after) {
        (1, false, Some(_)) if is_fall => "由升转降".to_owned(),
        (1, false, Some(_)) => "由降转升".to_owned(),
        (1, ..) => String::new(),
        (months, true, _) => format!("至少连续{}个月{verb}", count(months)),
        (months, false, _) => format!("连续{}个月{verb}", count(months)),
    }
}

fn count(number: u32) -> String {
    const WORDS: [&str; 10] = ["一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let word = WORDS.get(number.saturating_sub(1) as usize);
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

pub(super) fn percent(stated: StatedPercent) -> String {
    match size(stated) {
        Size::To(digits) => format!("{digits}%"),
        Size::MoreThan(digits) => format!("超过{digits}%"),
        Size::About(digits) => format!("约{digits}%"),
        Size::Between(low, high) => format!("{low}%至{high}%"),
        Size::AtLeast(digits) => format!("{digits}%以上"),
    }
}

/// `1.458亿美元`, `9,075万美元`.
pub(super) fn money(amount: StatedAmount, currency: Currency) -> String {
    let unit = match currency {
        Currency::Usd => "美元",
        Currency::Cny => "元",
    };
    let rounded = match rounded(amount) {
        small if small.units < 100_000_000 => rounded_by_ten_thousands(amount),
        large => large.padded_to(8),
    };
    let (power, word, most) = match rounded.units {
        size if size >= 100_000_000 => (8, "亿", 3),
        size if size >= 10_000 => (4, "万", 2),
        _ => (0, "", 0),
    };
    let digits = rounded.in_unit(power, most);
    // `2.84亿`, not `2.840亿`.
    let digits = match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.'),
        false => &digits,
    };
    let about = if rounded.is_about { "约" } else { "" };
    format!("{about}{digits}{word}{unit}")
}

pub(super) fn subject(flow: Flow, heading: &Heading) -> String {
    let stated = labels::partner_stated(heading, Lang::Zh);
    let of_all = stated.is_none();
    let partner = stated.unwrap_or_else(|| labels::partner(&heading.partner, Lang::Zh));
    let [reporter, partner] = match heading.perspective {
        Perspective::Reporter => ["中国".to_owned(), partner],
        Perspective::Partner => [partner, "中国".to_owned()],
    };
    let goods = match heading.goods.is_all() {
        true => String::new(),
        false => goods(&heading.goods),
    };
    match flow {
        _ if of_all => format!("{reporter}{}{goods}", noun(flow)),
        Flow::Import => format!("{reporter}自{partner}进口{goods}"),
        Flow::Export => format!("{reporter}对{partner}出口{goods}"),
        _ => format!("{reporter}与{partner}进出口{goods}"),
    }
}

pub(super) fn noun(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "进口",
        Flow::Export => "出口",
        Flow::Total => "进出口",
        Flow::Balance => "差额",
    }
}

pub(super) fn month(month: Month) -> String {
    format!("{}年{}月", month.year(), month.month())
}

pub(super) fn period(period: Period) -> String {
    if period.is_month() {
        month(period.from)
    } else if period.from.year() == period.to.year() {
        format!(
            "{}—{}月",
            month(period.from).trim_end_matches('月'),
            period.to.month()
        )
    } else {
        format!("{}至{}", month(period.from), month(period.to))
    }
}

/// The goods before an amount: a code without a name would run into its digits.
fn goods(goods: &Goods) -> String {
    let goods = labels::goods(goods, Lang::Zh);
    match goods.ends_with(|last: char| last.is_ascii_digit()) {
        true => format!("{goods}项下商品"),
        false => goods,
    }
}
