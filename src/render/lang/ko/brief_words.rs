//! The words of the statement in Korean: flows, months, amounts, percentages.

use super::words::by_ten_thousands;
use crate::render::lang::brief::numbers::{Size, rounded_by_ten_thousands, size};
use crate::render::{Lang, labels};
use crate::report::Heading;
use crate::report::brief::{StatedAmount, StatedPercent, StreakStatement};
use crate::trade::{Currency, Flow, Month, Period, Perspective, Sign};

/// `7개월 연속 감소`, `감소로 전환`.
pub(super) fn run(streak: &StreakStatement) -> String {
    let verb = if streak.direction == Sign::Fall {
        "감소"
    } else {
        "증가"
    };
    match (streak.months, streak.is_at_least, streak.after) {
        (1, false, Some(_)) => format!("{verb}로 전환"),
        (1, ..) => String::new(),
        (months, true, _) => format!("최소 {months}개월 연속 {verb}"),
        (months, false, _) => format!("{months}개월 연속 {verb}"),
    }
}

pub(super) fn percent(stated: StatedPercent) -> String {
    match size(stated) {
        Size::To(digits) => format!("{digits}%"),
        Size::MoreThan(digits) => format!("{digits}% 넘게"),
        Size::About(digits) => format!("약 {digits}%"),
        Size::Between(low, high) => format!("{low}~{high}%"),
        Size::AtLeast(digits) => format!("{digits}% 이상"),
    }
}

/// `1억 4,580만 달러`, `9,075만 달러`.
pub(super) fn money(amount: StatedAmount, currency: Currency) -> String {
    let unit = match currency {
        Currency::Usd => "달러",
        Currency::Cny => "위안",
    };
    let rounded = rounded_by_ten_thousands(amount);
    let about = if rounded.is_about { "약 " } else { "" };
    let number = by_ten_thousands(rounded.units);
    // `2,925달러`, `36만 4천 달러`, `9,075만 달러`.
    let between = match number.ends_with(|last: char| last.is_ascii_digit()) {
        true => "",
        false => " ",
    };
    format!("{about}{number}{between}{unit}")
}

/// `중국의 대북 수입`, `북한의 대중 수출`.
pub(super) fn subject(flow: Flow, heading: &Heading) -> String {
    let stated = labels::partner_stated(heading, Lang::Ko);
    let of_all = stated.is_none();
    let partner = stated.unwrap_or_else(|| labels::partner(&heading.partner, Lang::Ko));
    let [reporter, toward] = match heading.perspective {
        Perspective::Reporter => ["중국".to_owned(), toward(&partner).to_owned()],
        Perspective::Partner => [partner, "중".to_owned()],
    };
    let goods = match heading.goods.is_all() {
        true => String::new(),
        false => format!(" {}", labels::goods(&heading.goods, Lang::Ko)),
    };
    match of_all {
        true => format!("{reporter}의{goods} {}", noun(flow)),
        false => format!("{reporter}의 대{toward}{goods} {}", noun(flow)),
    }
}

/// The partner after 대: `대북 수입`.
pub(super) fn toward(partner: &str) -> &str {
    match partner {
        "북한" => "북",
        other => other,
    }
}

pub(super) fn noun(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "수입",
        Flow::Export => "수출",
        Flow::Total => "교역",
        Flow::Balance => "무역수지",
    }
}

pub(super) fn month(month: Month) -> String {
    format!("{}년 {}월", month.year(), month.month())
}

pub(super) fn period(period: Period) -> String {
    if period.is_month() {
        month(period.from)
    } else if period.from.year() == period.to.year() {
        format!(
            "{}~{}월",
            month(period.from).trim_end_matches('월'),
            period.to.month()
        )
    } else {
        format!("{}~{}", month(period.from), month(period.to))
    }
}
