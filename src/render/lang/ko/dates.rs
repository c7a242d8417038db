//! Months, periods and days.

use super::korean::Korean;
use crate::render::lang::dates::{Dates, with_words};
use crate::trade::{Month, Period};

impl Dates for Korean {
    fn period(&self, period: Period) -> String {
        self::period(period)
    }

    fn day(&self, date: &str) -> String {
        day(date)
    }
}

pub(super) fn month(month: Month) -> String {
    format!("{}년 {}월", month.year(), month.month())
}

pub(super) fn period(period: Period) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        return month(from);
    }
    let (year, first, last) = (from.year(), from.month(), to.month());
    match year == to.year() {
        true => format!("{year}년 {first}~{last}월"),
        false => format!("{}~{}", month(from), month(to)),
    }
}

pub(super) fn day(date: impl ToString) -> String {
    with_words(&date.to_string(), ["년", "월", "일"], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_date_has_its_word_and_a_year_is_named_once() {
        assert_eq!(day("2017-07-03"), "2017년 7월 3일");
        assert_eq!(day("2017-10"), "2017년 10월");
        assert_eq!(day("2017"), "2017년");
        assert_eq!(
            Korean.date_in_column("2017-07".parse().unwrap()),
            "2017년 7월"
        );
        let months = |from: &str, to: &str| {
            let of = Period::new(from.parse().unwrap(), to.parse().unwrap());
            period(of.unwrap())
        };
        assert_eq!(months("2017-01", "2017-09"), "2017년 1~9월");
        assert_eq!(months("2016-11", "2017-02"), "2016년 11월~2017년 2월");
    }
}
