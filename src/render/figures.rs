//! Formats numbers and periods, for machines and for people.

use super::MoneyUnit;
use crate::render::digits::decimal;
use crate::render::options::Lang;
use crate::render::{labels, lang};
use crate::report::{Cell, RemarkKind, machine_text};
use crate::trade::{Amount, Missing, Period, Printed, QuantityUnit, Ratio, Reason, UnitOfMeasure};

/// Marks a missing figure.
pub(super) const MISSING: &str = "..";
/// How tables show a missing figure. Where there can be none, the cell is blank; only for the
/// percentage of a balance do statistical tables print the mark.
pub(super) fn missing(missing: &Missing) -> &'static str {
    match missing.reason {
        Reason::NotComputed => MISSING,
        reason if reason.is_by_nature() => "",
        _ => MISSING,
    }
}

/// Marks exactly zero.
pub(super) const ZERO: &str = "–";

/// The text of a cell in machine columns, with names and sentences in `lang`; empty for an empty
/// cell.
pub(super) fn machine(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Word(word) => word.name().to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Name(name) => labels::name(name, lang).to_string(),
        Cell::Remarks(kinds) => remarks_text(kinds, lang),
        Cell::Finding(text) => lang::wording(lang).finding(*text),
        Cell::Meaning(column) => lang::catalog::column_about(*column, lang).to_owned(),
        Cell::Interpretation(text, taken) => lang::wording(lang).taken(text, taken),
        Cell::Stated(stated) => stated.to_string(),
        Cell::Reading(reading) => machine_text(reading),
        Cell::List(cells) => {
            let texts: Vec<String> = cells.iter().map(|one| machine(one, lang)).collect();
            texts.join(", ")
        }
        Cell::Flow(flow) => flow.name().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Month(month) => month.to_string(),
        Cell::Period(period) => period.to_string(),
        Cell::Money(amount) => amount.to_string(),
        Cell::Quantity(amount, unit) => match unit {
            Some(unit) if unit.is_weight() => UnitOfMeasure::tonnes_text(*amount),
            _ => UnitOfMeasure::quantity_text(*amount),
        },
        Cell::UnitValue(amount) => UnitOfMeasure::unit_value_text(*amount),
        Cell::Percent(ratio) | Cell::Points(ratio) => ratio.percent_text(6),
        Cell::Times(ratio) => hundredth(*ratio).percent_text(6),
        Cell::PrintedPercent(printed) => printed_plain(*printed),
        Cell::Count(count) => count.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Currency(currency) => currency.code().to_string(),
        Cell::Unit(UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => "t".to_owned(),
        Cell::Unit(unit) => unit.to_string(),
        Cell::Rounded(cell) => machine(cell, lang),
        Cell::Empty | Cell::Missing(_) => String::new(),
    }
}

/// A multiple as the percentage that has its digits.
fn hundredth(times: Ratio) -> Ratio {
    times.times(1, 100).unwrap_or(times)
}

/// A multiple with one decimal: `41.7`.
pub(super) fn times(ratio: Ratio) -> String {
    rounded_percent(hundredth(ratio))
}

/// The sentences of several remarks.
pub(super) fn remarks_text(kinds: &[RemarkKind], lang: Lang) -> String {
    let texts = kinds.iter().map(|kind| lang::kind(kind, None, lang));
    texts.collect::<Vec<_>>().join(lang::marks(lang).semicolon)
}

/// A printed percentage as a plain number with its own decimals, at most six; zero has no sign.
pub(super) fn printed_plain(printed: Printed) -> String {
    let Printed { digits, decimals } = at_most_six(printed);
    let sign = if digits < 0 { "-" } else { "" };
    format!("{sign}{}", decimal(digits.unsigned_abs(), decimals, false))
}

/// Money in `unit` with one decimal (none in whole currency units, three in billions).
pub(super) fn money(amount: Amount, unit: MoneyUnit) -> String {
    if amount == Amount::ZERO {
        return ZERO.to_string();
    }
    // A small amount has one digit that is not zero: 3,000 dollars are 0.003 million.
    let least = decimals_of(unit);
    let shown = |decimals: &u32| rounded_to(amount, unit, *decimals);
    let is_nothing = |text: &String| text.chars().all(|one| matches!(one, '0' | '.'));
    let mut finer = (least..=least + 2).map(|decimals| shown(&decimals));
    let first = finer.find(|text| !is_nothing(text));
    first.unwrap_or_else(|| shown(&least))
}

fn rounded_money(amount: Amount, unit: MoneyUnit) -> String {
    rounded_to(amount, unit, decimals_of(unit))
}

/// The decimals of money in a unit.
fn decimals_of(unit: MoneyUnit) -> u32 {
    match unit {
        MoneyUnit::One => 0,
        MoneyUnit::Thousand | MoneyUnit::TenThousand | MoneyUnit::Million => 1,
        MoneyUnit::HundredMillion => 2,
        MoneyUnit::Billion => 3,
    }
}

fn rounded_to(amount: Amount, unit: MoneyUnit, decimals: u32) -> String {
    let step = 10u128.pow(unit.power() + 3 - decimals);
    signed(
        amount.0 < 0,
        rounded(amount.0.unsigned_abs(), step),
        decimals,
    )
}

/// A quantity: weights below a thousand tonnes in tonnes with one decimal, others in whole units.
pub(super) fn quantity(amount: Amount, unit: Option<QuantityUnit>) -> String {
    match amount {
        Amount::ZERO => ZERO.to_string(),
        _ => rounded_quantity(amount, unit),
    }
}

fn rounded_quantity(amount: Amount, unit: Option<QuantityUnit>) -> String {
    let size = amount.0.unsigned_abs();
    let (step, decimals) = match unit {
        Some(unit) if unit.is_weight() && size < 1_000_000_000 => (100_000, 1),
        Some(unit) if unit.is_weight() => (1_000_000, 0),
        _ => (1000, 0),
    };
    signed(amount.0 < 0, rounded(size, step), decimals)
}

/// A unit value with two decimals.
pub(super) fn unit_value(amount: Amount) -> String {
    match amount {
        Amount::ZERO => ZERO.to_string(),
        _ => rounded_unit_value(amount),
    }
}

fn rounded_unit_value(amount: Amount) -> String {
    signed(
        amount.0 < 0,
        rounded(amount.0.unsigned_abs(), 10_000_000),
        2,
    )
}

/// A computed change in percent with one decimal, without the percent sign.
pub(super) fn percent(ratio: Ratio) -> String {
    match Some(ratio) == Ratio::new(0, 1) {
        true => ZERO.to_string(),
        false => rounded_percent(ratio),
    }
}

fn rounded_percent(ratio: Ratio) -> String {
    let digits = ratio.percent(1);
    signed(digits < 0, digits.unsigned_abs(), 1)
}

/// A figure that rounds to zero, with the usual decimals: `0.0` differs from exactly zero.
pub(super) fn rounded_cell(cell: &Cell, unit: MoneyUnit) -> String {
    match cell {
        Cell::Money(amount) => rounded_money(*amount, unit),
        Cell::Quantity(amount, unit) => rounded_quantity(*amount, *unit),
        Cell::UnitValue(amount) => rounded_unit_value(*amount),
        Cell::Percent(ratio) => rounded_percent(*ratio),
        other => machine(other, Lang::En),
    }
}

/// The ratio to the base, for changes to at least ten times the base.
pub(super) fn fold(ratio: Ratio) -> Option<String> {
    let tenfold = Ratio::new(9, 1)?;
    let whole = 100_000_000;
    (ratio >= tenfold).then(|| {
        let times = rounded(ratio.percent(6).unsigned_abs() + whole, whole);
        decimal(times, 0, true)
    })
}

/// A percentage as printed, without the percent sign. A printed `0.0` is rounded, not exactly zero.
pub(super) fn printed(printed: Printed) -> String {
    let Printed { digits, decimals } = at_most_six(printed);
    signed(digits < 0, digits.unsigned_abs(), decimals)
}

/// A period for people: `2017-09`, `2020-01–02`, `2016-11–2017-02`.
pub(super) fn period(period: Period) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        from.to_string()
    } else if from.year() == to.year() {
        format!("{from}–{:02}", to.month())
    } else {
        format!("{from}–{to}")
    }
}

fn at_most_six(printed: Printed) -> Printed {
    let surplus = printed.decimals.saturating_sub(6);
    if surplus == 0 {
        return printed;
    }
    let step = 10u128.checked_pow(surplus).unwrap_or(u128::MAX);
    // Divided by ten or more, the number fits again.
    let size = i128::try_from(rounded(printed.digits.unsigned_abs(), step)).unwrap_or(i128::MAX);
    Printed {
        digits: if printed.digits < 0 { -size } else { size },
        decimals: 6,
    }
}

/// `size / step`, rounding half up.
fn rounded(size: u128, step: u128) -> u128 {
    let rest = size % step;
    size / step + u128::from(rest >= step - rest)
}

/// Digits with thousands separators and a typographic minus sign; zero has no sign.
fn signed(negative: bool, digits: u128, decimals: u32) -> String {
    let sign = if negative && digits != 0 { "−" } else { "" };
    format!("{sign}{}", decimal(digits, decimals, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_grouped_and_rounded_half_away_from_zero() {
        let million = |units| money(Amount::units(units), MoneyUnit::Million);
        assert_eq!(million(1_234_550_000), "1,234.6");
        assert_eq!(million(-88_950_000), "−89.0");
        // Little is not nothing.
        assert_eq!(million(-40_000), "−0.04");
        assert_eq!(million(3_000), "0.003");
        assert_eq!(million(40), "0.0");
        assert_eq!(million(0), "–");
        assert_eq!(
            money(Amount::units(145_820_000), MoneyUnit::HundredMillion),
            "1.46"
        );
        assert_eq!(
            money(Amount::units(145_820_000), MoneyUnit::Billion),
            "0.146"
        );
        assert_eq!(money(Amount(2_710_653), MoneyUnit::One), "2,711");
    }

    #[test]
    fn a_rounded_zero_is_not_the_sign_of_nothing() {
        let zero = |cell| rounded_cell(&cell, MoneyUnit::Million);
        assert_eq!(zero(Cell::Money(Amount::ZERO)), "0.0");
        assert_eq!(zero(Cell::Percent(Ratio::whole(0))), "0.0");
        assert_eq!(zero(Cell::UnitValue(Amount::ZERO)), "0.00");
        assert_eq!(rounded_money(Amount::ZERO, MoneyUnit::Billion), "0.000");
    }

    #[test]
    fn a_printed_percentage_keeps_its_decimals() {
        let read = |text| Printed::read(text).unwrap();
        assert_eq!(printed_plain(read("-37.90")), "-37.90");
        assert_eq!(printed_plain(read("-0.0")), "0.0");
        assert_eq!(printed_plain(read("0.12345678")), "0.123457");
        assert_eq!(printed(read("-38")), "−38");
    }

    #[test]
    fn ten_times_the_base_is_said_as_a_fold() {
        let ratio = |n, d| Ratio::new(n, d).unwrap();
        assert_eq!(fold(ratio(9, 1)).as_deref(), Some("10"));
        assert_eq!(fold(ratio(2_124_600, 100)).as_deref(), Some("21,247"));
        assert_eq!(fold(ratio(899, 100)), None);
        assert_eq!(percent(ratio(113, 10)), "1,130.0");
        assert_eq!(percent(ratio(-1, 1_000_000)), "0.0");
        assert_eq!(percent(ratio(0, 7)), "–");
    }
}
