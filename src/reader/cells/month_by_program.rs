//! Spellings of dates that programs write: SAS, Stata, JavaScript, spreadsheets in Chinese.

use crate::reader::cells::date_digits::{is_number, of_this_century};
use crate::reader::cells::month_names::named_month;

/// `SEP16`, `Sep/16`, `01SEP2016`, `9月-16`, `2016年9月当月`, each with dashes between year, month and
/// perhaps day; `None` for any other spelling.
pub(super) fn dashed(text: &str) -> Option<String> {
    glued(text)
        .or_else(|| month_before_short_year(text))
        .or_else(|| of_single_month(text))
}

/// `SEP16`, `Sep/16`, `01SEP2016`, `01sep16`: the month in letters, with its year behind it.
fn glued(text: &str) -> Option<String> {
    let begins = text.find(char::is_alphabetic)?;
    let (day, rest) = text.split_at(begins);
    let (name, year) = rest.split_at(rest.find(|c: char| !c.is_alphabetic())?);
    let month = named_month(name)?;
    if day.is_empty() {
        let year = year.strip_prefix('/').unwrap_or(year);
        return is_number(year, 2..=2).then(|| format!("{}-{month}", of_this_century(year)));
    }
    let is_day = is_number(day, 1..=2) && (1..=31).contains(&day.parse::<u32>().ok()?);
    let is_year = is_number(year, 4..=4) || is_number(year, 2..=2);
    (is_day && is_year).then(|| format!("{}-{month}-{day}", of_this_century(year)))
}

/// `9月-16`, as spreadsheets write `Sep-16` in Chinese.
fn month_before_short_year(text: &str) -> Option<String> {
    let (month, year) = text.split_once("月-")?;
    (is_number(month, 1..=2) && is_number(year, 2..=2))
        .then(|| format!("{}-{month:0>2}", of_this_century(year)))
}

/// `2016年9月当月`: the month alone, and not the year to it.
fn of_single_month(text: &str) -> Option<String> {
    let rest = text.trim_end_matches(')').strip_suffix("当月")?;
    let rest = rest.trim_end_matches('(').trim_end();
    let (year, month) = rest.trim_end_matches('份').split_once('年')?;
    let month = month.trim().strip_suffix('月')?.trim_end();
    (is_number(year, 4..=4) && is_number(month, 1..=2)).then(|| format!("{year}-{month:0>2}"))
}

/// The date without the day of the week before it, and without JavaScript's midnight behind it:
/// `Fri Sep 30 2016 00:00:00 GMT+0800 (CST)`.
pub(super) fn without_weekday(text: &str) -> Option<&str> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const IN_FULL: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let (word, rest) = text.split_once(' ')?;
    let word = word.trim_end_matches([',', '.']).to_lowercase();
    if !DAYS.contains(&&*word) && !IN_FULL.contains(&&*word) {
        return None;
    }
    let (date, zone) = rest.split_once(" 00:00:00").unwrap_or((rest, ""));
    (zone.is_empty() || zone.starts_with(" GMT")).then(|| date.trim())
}

#[cfg(test)]
mod tests {
    use crate::reader::cells::month::read_month;
    use crate::reader::errors::input_error::InputError;
    use crate::reader::errors::month_error::MonthError;
    use crate::trade::Month;

    #[test]
    fn months_as_programs_write_them_are_read() {
        for text in [
            "SEP17",
            "sep17",
            "Sep/17",
            "01SEP2017",
            "01sep2017",
            "30SEP17",
            "9月-17",
            "09月-17",
            "2017年9月当月",
            "2017年9月份（当月）",
            "Sat Sep 30 2017",
            "Saturday, September 30, 2017",
            "Sat Sep 30 2017 00:00:00 GMT+0800 (China Standard Time)",
        ] {
            assert_eq!(read_month(text), Ok(Month::new(2017, 9).unwrap()), "{text}");
        }
    }

    #[test]
    fn days_runs_and_times_that_look_like_them_are_no_months() {
        for text in [
            "17SEP",
            "SEP1",
            "SEP170",
            "32SEP2017",
            "1-9月-17",
            "2017年1-9月当月",
            "2017年9月累计",
            "Sat Sep 30 2017 16:00:00 GMT+0000",
            "Sat Sep 30",
            "Saturn Sep 30 2017",
        ] {
            assert_eq!(
                read_month(text),
                Err(InputError::Month(MonthError::NotAMonth)),
                "{text}"
            );
        }
    }
}
