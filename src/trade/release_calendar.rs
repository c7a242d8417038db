//! When the office released its tables, and when the next ones are due.
//!
//! Source: `data/release-calendar.csv`.

use super::{Day, Month, Period, facts};
use std::collections::BTreeSet;

/// One of the office's monthly tables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReleasedTable {
    /// World totals; single partners only if mentioned by the spokesman.
    Preliminary,
    /// Imports and exports by country.
    Countries,
    /// The same in dollars, on the English website.
    CountriesInDollars,
    /// Goods by country, on the query platform.
    Goods,
}

/// How the day of a release is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReleaseStatus {
    /// The office announced it.
    Scheduled,
    /// The day of the first newspaper quoting it.
    FirstPrint,
    /// The date on the page itself.
    Observed,
    /// Derived from the rule of earlier years.
    Inferred,
    /// Released, but on an unknown day.
    DayUnknown,
}

/// One release of a table, for one month or for January and February together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarRelease {
    /// Which table.
    pub table: ReleasedTable,
    /// The period it reports.
    pub period: Period,
    /// The day of release; `None` if unknown.
    pub day: Option<Day>,
    /// How the day is known.
    pub status: ReleaseStatus,
    /// The time of day, or the rule.
    pub rule: String,
    /// The source of this date.
    pub publisher: String,
    /// The address of the source.
    pub address: String,
    /// Further remarks.
    pub note: String,
}

impl ReleasedTable {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            ReleasedTable::Preliminary => "preliminary",
            ReleasedTable::Countries => "countries",
            ReleasedTable::CountriesInDollars => "countries_in_dollars",
            ReleasedTable::Goods => "goods",
        }
    }

    fn of(kind: &str) -> Option<ReleasedTable> {
        Some(match kind {
            kind if kind.starts_with("preliminary") => ReleasedTable::Preliminary,
            kind if kind.starts_with("table (2) in dollars") => ReleasedTable::CountriesInDollars,
            kind if kind.starts_with("table (2)") => ReleasedTable::Countries,
            kind if kind.starts_with("goods by country") => ReleasedTable::Goods,
            _ => return None,
        })
    }
}

impl ReleaseStatus {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            ReleaseStatus::Scheduled => "scheduled",
            ReleaseStatus::FirstPrint => "first_print",
            ReleaseStatus::Observed => "observed",
            ReleaseStatus::Inferred => "inferred",
            ReleaseStatus::DayUnknown => "day_unknown",
        }
    }

    fn of(status: &str) -> ReleaseStatus {
        match status {
            "scheduled" => ReleaseStatus::Scheduled,
            "observed" => ReleaseStatus::Observed,
            "inferred" => ReleaseStatus::Inferred,
            status if status.starts_with("first print") => ReleaseStatus::FirstPrint,
            _ => ReleaseStatus::DayUnknown,
        }
    }
}

/// All releases of the calendar, in order of their days. If only a rule is known for a year (`18th,
/// January and February together on 18 March`), it gives a release for every month that has no row
/// of its own.
pub fn releases() -> Vec<CalendarRelease> {
    let mut releases = Vec::new();
    let mut rules = Vec::new();
    for row in facts::rows(include_str!("../../data/release-calendar.csv")) {
        let text = |at: usize| row.get(at).unwrap_or("").to_owned();
        let Some(table) = ReleasedTable::of(&text(0)) else {
            continue;
        };
        let release = |period, day, status| CalendarRelease {
            table,
            period,
            day,
            status,
            rule: text(4),
            publisher: text(6),
            address: text(7),
            note: text(8),
        };
        match text(2).parse::<Period>() {
            Ok(period) => {
                let day = text(3).parse().ok();
                releases.push(release(period, day, ReleaseStatus::of(&text(5))));
            }
            Err(_) => {
                let due = text(1).parse().map(|year| due_in(year, &text(4)));
                let status = ReleaseStatus::of(&text(5));
                let due = due.unwrap_or_default().into_iter();
                rules.extend(due.map(|(period, day)| release(period, Some(day), status)));
            }
        }
    }
    let known: BTreeSet<(ReleasedTable, Month)> = releases
        .iter()
        .map(|one| (one.table, one.period.to))
        .collect();
    rules.retain(|one| !known.contains(&(one.table, one.period.to)));
    releases.extend(rules);
    releases.sort_by_key(|one| (one.day.is_none(), one.day, one.table, one.period.from));
    releases
}

/// The release days in `year`, by a rule that names a day of the month and skips February: the
/// table of a month comes out in the following month, January and February together in March. Empty
/// for other rules, used in years whose days are listed one by one.
fn due_in(year: i32, rule: &str) -> Vec<(Period, Day)> {
    let together = ["none in February", "January and February together"];
    let skips_february = together.iter().any(|words| rule.contains(words));
    let Some(number) = day_of_month(rule).filter(|_| skips_february) else {
        return Vec::new();
    };
    let months = (1..=12).filter_map(|number| Month::new(year, number));
    let due = months.filter_map(|month| {
        let period = match month.month() {
            2 => return None,
            3 => Period::new(month.plus(-2), month.plus(-1))?,
            _ => Period::month(month.plus(-1)),
        };
        let day = Day::first_of(month)?.plus(number - 1);
        Some((period, day))
    });
    due.collect()
}

/// The 18 in `monthly bulletin 18th, none in February`.
fn day_of_month(rule: &str) -> Option<i64> {
    let mut words = rule.split([' ', ',', ';']);
    let day = words.find_map(|word| word.strip_suffix("th")?.parse().ok())?;
    (1..=28).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(table: ReleasedTable, period: &str) -> Option<(String, ReleaseStatus)> {
        let period: Period = period.parse().unwrap();
        let all = releases();
        let mut found = all
            .iter()
            .filter(|one| one.table == table && one.period == period);
        let one = found.next()?;
        Some((one.day?.to_string(), one.status))
    }

    #[test]
    fn every_row_is_read() {
        let rows = facts::rows(include_str!("../../data/release-calendar.csv"));
        let single = rows.filter(|row| row.get(2) != Some("each")).count();
        let all = releases();
        let with_rule = all.iter().filter(|one| one.day.is_some());
        assert!(all.len() > single);
        assert!(with_rule.clone().count() > single);
        assert!(all.is_sorted_by_key(|one| (one.day.is_none(), one.day)));
    }

    #[test]
    fn the_day_of_a_table_is_that_of_its_row_else_of_the_rule() {
        // The notice for 2025: 2025-03-07 for January and February together.
        assert_eq!(
            due(ReleasedTable::Preliminary, "2025-01..2025-02"),
            Some(("2025-03-07".to_owned(), ReleaseStatus::Scheduled))
        );
        // The rule for 2026: the 18th of the following month, and no release in February.
        assert_eq!(
            due(ReleasedTable::Countries, "2026-11"),
            Some(("2026-12-18".to_owned(), ReleaseStatus::Inferred))
        );
        assert_eq!(
            due(ReleasedTable::Countries, "2027-01..2027-02"),
            Some(("2027-03-18".to_owned(), ReleaseStatus::Inferred))
        );
        assert_eq!(due(ReleasedTable::Countries, "2027-01"), None);
        // A listed row takes precedence over the rule: Kyodo quoted December 2025 on 18 January.
        assert_eq!(
            due(ReleasedTable::Countries, "2025-12"),
            Some(("2026-01-18".to_owned(), ReleaseStatus::FirstPrint))
        );
    }

    #[test]
    fn a_rule_without_a_day_gives_none() {
        assert_eq!(day_of_month("no schedule; rule: 20th, January"), Some(20));
        assert_eq!(day_of_month("10:00"), None);
        assert_eq!(day_of_month("on the 31th"), None);
        assert!(due_in(2026, "in the morning").is_empty());
    }
}
