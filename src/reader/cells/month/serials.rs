//! Dates saved as the numbers by which programs store them.

use chrono::{DateTime, Datelike, Days, NaiveDate};

/// The day numbered `42979`, counted as spreadsheets do from 1900, or `1504224000000`, in milliseconds
/// as pandas writes JSON; from 1990 to 2049.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = match digits.len() {
        5 => {
            let number: u64 = digits.parse().ok()?;
            // Spreadsheets count 29 February 1900, a day that did not exist.
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))?
        }
        12 | 13 => midnight(digits)?,
        _ => return None,
    };
    (1990..2050).contains(&day.year()).then_some(day)
}

/// The day that begins so many milliseconds after 1970 began; `None` within a day.
fn midnight(digits: &str) -> Option<NaiveDate> {
    let time = DateTime::from_timestamp_millis(digits.parse().ok()?)?;
    (time.time() == chrono::NaiveTime::MIN).then(|| time.date_naive())
}

/// Whether a day is the first of its month or, counted from 1970, the last.
fn bounds_month(cell: &str) -> bool {
    let is_count_of_days = cell.strip_suffix(".0").unwrap_or(cell).len() == 5;
    day(cell).is_some_and(|day| {
        let ends = day.succ_opt().is_some_and(|next| next.day() == 1);
        day.day() == 1 || !is_count_of_days && ends
    })
}

/// Whether all numbers of a column are first days of months. Other numbers hardly ever are: of two
/// that mean something else, one pair in nine hundred. Last days prove nothing: counted from 1904,
/// as on old Macs, first days look like last days of other months.
pub(super) fn are_first_days(cells: &[String]) -> bool {
    let is_number = |cell: &&String| {
        let digits = cell.strip_suffix(".0").unwrap_or(cell);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut numbers: Vec<&String> = cells.iter().filter(is_number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len() > 1 && numbers.iter().all(|cell| bounds_month(cell))
}

#[cfg(test)]
mod tests {
    use crate::reader::cells::month::Dates;
    use crate::trade::{Month, Period};

    #[test]
    fn numbers_of_first_days_are_months_and_others_are_not() {
        // 1 September 2016 and 2017, as spreadsheets number them.
        let dates = Dates::of(["42614", "42979"].into_iter());
        let september = Period::month(Month::new(2017, 9).unwrap());
        assert_eq!(dates.read("42979"), Ok(september));
        assert_eq!(dates.read("42979.0"), Ok(september));
        // Their first days, and their last, in milliseconds after 1970.
        for milliseconds in [
            ["1472688000000", "1504224000000"],
            ["1475193600000", "1506729600000"],
        ] {
            let dates = Dates::of(milliseconds.into_iter());
            assert_eq!(dates.read(milliseconds[1]), Ok(september));
        }
        for others in [
            &["1504224000000"][..],
            &["1472688000000", "1504224000001"],
            &["1472774400000", "1504310400000"],
            &["42979"],
            &["42643", "43008"],
            &["42614", "42980"],
            &["42614", "42979", "201709"],
            &["12345", "23456"],
        ] {
            let dates = Dates::of(others.iter().copied());
            assert!(dates.read(others[0]).is_err(), "{others:?}");
        }
    }
}
