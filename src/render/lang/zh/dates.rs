//! Months, periods and days.

use super::chinese::Chinese;
use crate::render::lang::dates::{Dates, with_words};
use crate::trade::{Month, Period};

impl Dates for Chinese {
    fn period(&self, period: Period) -> String {
        self::period(period)
    }

    fn day(&self, date: &str) -> String {
        day(date)
    }
}

pub(super) fn month(month: Month) -> String {
    format!("{}年{}月", month.year(), month.month())
}

pub(super) fn period(period: Period) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        return month(from);
    }
    let (year, first, last) = (from.year(), from.month(), to.month());
    match year == to.year() {
        true => format!("{year}年{first}—{last}月"),
        false => format!("{}—{}", month(from), month(to)),
    }
}

pub(super) fn day(date: impl ToString) -> String {
    with_words(&date.to_string(), ["年", "月", "日"], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_date_has_its_word_and_a_year_is_named_once() {
        assert_eq!(day("2017-07-03"), "2017年7月3日");
        assert_eq!(day("2017-10"), "2017年10月");
        assert_eq!(day("2017"), "2017年");
        assert_eq!(
            Chinese.date_in_column("2017-07".parse().unwrap()),
            "2017年7月"
        );
        let months = |from: &str, to: &str| {
            let of = Period::new(from.parse().unwrap(), to.parse().unwrap());
            period(of.unwrap())
        };
        assert_eq!(months("2017-01", "2017-09"), "2017年1—9月");
        assert_eq!(months("2016-11", "2017-02"), "2016年11月—2017年2月");
    }
}
