//! Detects dates that may mean quarters or years instead of months.

use crate::reader::cells::month::{Dates, without_time};
use crate::reader::cells::number::narrow;
use crate::reader::errors::month_error::DateSpacing;
use crate::trade::Month;
use chrono::{Datelike, NaiveDate};

/// Why the dates of a column or header may each mean more than a month: they are first or last
/// days of quarters or years (`2016-03-31`, `2016-06-30`, `2016-09-30`), every third month, or the
/// months 1 to 4 of every year. `None` if they are months, or too few to tell.
pub(crate) fn spacing<'c>(name: &str, cells: impl Iterator<Item = &'c str>) -> Option<DateSpacing> {
    // Skips notes below the table.
    let cells: Vec<&str> = cells
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let dates = Dates::of(cells.iter().copied());
    let is_date = |cell: &&&str| dates.read(cell).is_ok();
    let cells: Vec<&str> = cells.iter().filter(is_date).copied().collect();
    if is_name(name) && !cells.is_empty() {
        return Some(DateSpacing::Named);
    }
    of_ends(&dates, &cells)
        .or_else(|| of_runs(&cells))
        .or_else(|| every_third(&dates, &cells))
        .or_else(|| one_to_four(&dates, &cells))
}

/// Whether the name of a column means quarters.
pub(crate) fn is_name(name: &str) -> bool {
    const NAMES: [&str; 9] = [
        "quarter",
        "quarters",
        "qtr",
        "qtrs",
        "quarterly",
        "季度",
        "季",
        "분기",
        "四半期",
    ];
    let plain = crate::reader::cells::vocabulary::plain(name);
    NAMES.contains(&&*plain)
}

/// Whether a text is a quarter, a half or a whole year, with its year or without: `2016Q3`,
/// `2016年第3季度`, `2016년 하반기`, `H2 2016`.
pub(crate) fn is_longer_than_months(text: &str) -> bool {
    const LONGEST: usize = 40;
    const PARTS: &str = "q1|q2|q3|q4|1q|2q|3q|4q|h1|h2|1h|2h|1季度|2季度|3季度|4季度|一季度|二季度|三季度|\
        四季度|1季|2季|3季|4季|1분기|2분기|3분기|4분기|1四半期|2四半期|3四半期|4四半期|上半年|下半年|상반기|하반기";
    if text.len() > LONGEST {
        return false;
    }
    let plain = crate::reader::cells::vocabulary::plain(text);
    let plain: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let split = |at: usize| plain.split_at_checked(at);
    let rest = match (split(4), split(plain.len().saturating_sub(4))) {
        (Some((year, rest)), _) if digits(year) => rest,
        (_, Some((rest, year))) if digits(year) => rest,
        _ => &plain,
    };
    let rest = rest.trim_start_matches(['年', '년', '第', '제']);
    PARTS.split('|').any(|part| part == rest)
}

/// First or last days of months, a quarter or a year apart.
fn of_ends(dates: &Dates, cells: &[&str]) -> Option<DateSpacing> {
    let mut months: Vec<Month> = Vec::new();
    for cell in cells {
        let narrowed = narrow(cell);
        let text = without_time(narrowed.trim());
        // In an ambiguous date, all dates together show which number is the month.
        let month = dates.read(text).ok()?.from.month();
        let (year, one, other) = whole_day(text)?;
        let day = if one == month { other } else { one };
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let is_end = date.succ_opt().is_some_and(|next| next.month() != month);
        if day != 1 && !is_end {
            return None;
        }
        months.push(Month::new(year, month)?);
    }
    // Two dates are enough for years: the first or last day of a year means the year as often
    // as for a month.
    let shortest = shortest_step(&mut months, 2)?;
    let first = months.first()?.month();
    match shortest {
        3 if months.len() > 2 => Some(DateSpacing::Quarters),
        12 if first == 1 || first == 12 => Some(DateSpacing::Years),
        _ => None,
    }
}

/// The same day in January of each year: `2016-01-09` and `2017-01-09` may mean January to
/// September.
fn of_runs(cells: &[&str]) -> Option<DateSpacing> {
    let mut days: Vec<(i32, u32, u32)> = Vec::new();
    for cell in cells {
        let narrowed = narrow(cell);
        days.push(whole_day(without_time(narrowed.trim()))?);
    }
    let (_, _, day) = *days.first()?;
    let is_of_january = |one: &(i32, u32, u32)| one.1 == 1 && one.2 == day;
    days.dedup();
    (days.len() > 1 && (2..=12).contains(&day) && days.iter().all(is_of_january))
        .then_some(DateSpacing::Years)
}

/// Months without a day, three months apart.
fn every_third(dates: &Dates, cells: &[&str]) -> Option<DateSpacing> {
    let mut months = months(dates, cells)?;
    let shortest = shortest_step(&mut months, 4)?;
    let mut numbers: Vec<u32> = months.iter().map(|month| month.month()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let of_quarters = numbers.len() > 2 && matches!(numbers.first(), Some(1 | 3));
    (shortest == 3 && of_quarters).then_some(DateSpacing::Quarters)
}

/// `2016.1` to `2016.4`, and the same for the next year.
fn one_to_four(dates: &Dates, cells: &[&str]) -> Option<DateSpacing> {
    let mut months = months(dates, cells)?;
    months.sort_unstable();
    months.dedup();
    let mut years: Vec<i32> = months.iter().map(|month| month.year()).collect();
    years.dedup();
    // A month in two digits or in words is not a quarter.
    let is_short =
        |cell: &&str| cell.len() == "2016.1".len() && !cell.chars().any(char::is_alphabetic);
    let whole = |year: &i32| {
        let of_year = months.iter().filter(|month| month.year() == *year);
        of_year.map(|month| month.month()).eq(1..=4)
    };
    let all_but_last = years.split_last()?.1;
    let fits = months.iter().all(|month| month.month() <= 4)
        && years.len() > 1
        && cells.iter().all(is_short)
        && all_but_last.iter().all(whole);
    fits.then_some(DateSpacing::OneToFour)
}

/// The three numbers of a date with a single separator, or of eight digits.
fn whole_day(text: &str) -> Option<(i32, u32, u32)> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from: usize, to: usize| text[from..to].parse().ok();
        return Some((text[..4].parse().ok()?, part(4, 6)?, part(6, 8)?));
    }
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(separator);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = match first.len() {
        4 => (first, last),
        _ => (last, first),
    };
    (year.len() == 4 && parts.next().is_none())
        .then(|| Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)))
        .flatten()
}

fn months(dates: &Dates, cells: &[&str]) -> Option<Vec<Month>> {
    let of_cells = cells.iter().map(|cell| dates.read(cell).ok());
    of_cells
        .map(|period| {
            period
                .filter(|period| period.is_month())
                .map(|period| period.from)
        })
        .collect()
}

/// Sorts months and returns their smallest distance, if all distances are multiples of it and there
/// are at least `fewest` months.
fn shortest_step(months: &mut Vec<Month>, fewest: usize) -> Option<i32> {
    months.sort_unstable();
    months.dedup();
    let steps = months
        .windows(2)
        .map(|pair| pair[1].index() - pair[0].index());
    let shortest = steps.clone().min()?;
    let is_even = steps.clone().all(|step| step % shortest == 0);
    (is_even && months.len() >= fewest).then_some(shortest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, cells: &str) -> Option<DateSpacing> {
        spacing(name, cells.split(' '))
    }

    #[test]
    fn every_third_month_may_stand_for_a_quarter() {
        for (name, cells, found) in [
            (
                "date",
                "2016-03-31 2016-06-30 2016-09-30",
                Some(DateSpacing::Quarters),
            ),
            (
                "date",
                "2014-12-31 2015-12-31 2016-12-31",
                Some(DateSpacing::Years),
            ),
            (
                "period",
                "2016-03 2016-06 2016-09 2016-12",
                Some(DateSpacing::Quarters),
            ),
            (
                "period",
                "2016.1 2016.2 2016.3 2016.4 2017.1 2017.2",
                Some(DateSpacing::OneToFour),
            ),
            ("quarter", "2016-1 2016-2", Some(DateSpacing::Named)),
            ("month", "2016-09 2017-09", None),
            ("month", "2016-01 2016-02 2016-03 2016-04 2017-01", None),
            ("month", "2016-07 2016-08 2016-09", None),
            ("date", "2015-09-30 2016-09-30 2017-09-30", None),
            ("date", "2016-12-31 2017-12-31", Some(DateSpacing::Years)),
            ("date", "2016-01-01 2017-01-01", Some(DateSpacing::Years)),
            ("date", "2016-12 2017-12", None),
            ("date", "01/01/2016 01/02/2016 01/01/2017 01/02/2017", None),
            ("date", "01/01/2016 02/01/2016 01/01/2017 02/01/2017", None),
            ("date", "31/12/2016 31/12/2017", Some(DateSpacing::Years)),
            ("date", "2016-09-30 2017-09-30", None),
            ("date", "2016-06-30 2016-09-30", None),
            ("date", "2016-01-09 2017-01-09", Some(DateSpacing::Years)),
            ("month", "2016.1 2016.2 2016.3", None),
        ] {
            assert_eq!(of(name, cells), found, "{cells}");
        }
    }
}
