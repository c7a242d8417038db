//! Months, periods and days as each language writes them inside a sentence or a table.

use crate::render::options::Lang;
use crate::trade::{Month, Period};

/// `2017-09`, `2017年9月`, `2017년 9월`.
pub(crate) fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::En => month.to_string(),
        Lang::Zh => format!("{}年{}月", month.year(), month.month()),
        Lang::Ko => format!("{}년 {}월", month.year(), month.month()),
    }
}

/// `2017-01–09`, `2017年1—9月`, `2017년 1~9월`; across years `2016-11–2017-02`.
pub(crate) fn period(period: Period, lang: Lang) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        return month(from, lang);
    }
    let is_one_year = from.year() == to.year();
    let (first, last, year) = (from.month(), to.month(), from.year());
    match (lang, is_one_year) {
        (Lang::En, true) => format!("{from}–{last:02}"),
        (Lang::En, false) => format!("{from}–{to}"),
        (Lang::Zh, true) => format!("{year}年{first}—{last}月"),
        (Lang::Zh, false) => format!("{}—{}", month(from, lang), month(to, lang)),
        (Lang::Ko, true) => format!("{year}년 {first}~{last}월"),
        (Lang::Ko, false) => format!("{}~{}", month(from, lang), month(to, lang)),
    }
}

/// A date such as `2017-07-13`, `2017-07` or `2017`, a [`crate::trade::Day`] or a
/// [`crate::trade::Vintage`], inside a sentence: `13 July 2017`, `2017年7月13日`,
/// `2017년 7월 13일`.
pub(crate) fn day(date: impl ToString, lang: Lang) -> String {
    let text = date.to_string();
    let plain = |part: &str| part.trim_start_matches('0').to_owned();
    let joined = |words: [&str; 3], between: &str| {
        let parts = text.split('-').zip(words);
        let parts: Vec<String> = parts.map(|(part, word)| plain(part) + word).collect();
        parts.join(between)
    };
    match lang {
        Lang::En => in_english(&text),
        Lang::Zh => joined(["年", "月", "日"], ""),
        Lang::Ko => joined(["년", "월", "일"], " "),
    }
}

/// A date in a column of dates: as machines have it in English.
pub(crate) fn in_column(date: &str, lang: Lang) -> String {
    let is_date = date.starts_with(|one: char| one.is_ascii_digit());
    match lang {
        Lang::Zh | Lang::Ko if is_date => day(date, lang),
        _ => date.to_owned(),
    }
}

fn in_english(text: &str) -> String {
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    match (month, parts.next()) {
        (Some(month), Some(day)) => {
            format!("{} {month} {year}", day.trim_start_matches('0'))
        }
        (Some(month), None) => format!("{month} {year}"),
        _ => text.to_owned(),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years() {
        let said = |date: &str| Lang::ALL.map(|lang| day(date, lang));
        assert_eq!(
            said("2017-07-03"),
            ["3 July 2017", "2017年7月3日", "2017년 7월 3일"]
        );
        assert_eq!(
            said("2017-10"),
            ["October 2017", "2017年10月", "2017년 10월"]
        );
        assert_eq!(said("2017"), ["2017", "2017年", "2017년"]);
        assert_eq!(in_column("2017-07-03", Lang::En), "2017-07-03");
        assert_eq!(in_column("..", Lang::Zh), "..");
    }

    #[test]
    fn periods_of_one_year_name_it_once() {
        let months = |from: &str, to: &str| {
            let period_of = Period::new(from.parse().unwrap(), to.parse().unwrap());
            Lang::ALL.map(|lang| period(period_of.unwrap(), lang))
        };
        let nine = ["2017-01–09", "2017年1—9月", "2017년 1~9월"];
        assert_eq!(months("2017-01", "2017-09"), nine);
        let winter = [
            "2016-11–2017-02",
            "2016年11月—2017年2月",
            "2016년 11월~2017년 2월",
        ];
        assert_eq!(months("2016-11", "2017-02"), winter);
    }
}
