//! Collects the values of a table as monthly or year to date, and refuses them if they look like
//! the other.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::reader::years_to_date::{Noted, SeriesKey, are_years_to_date};
use crate::trade::{Interval, Month};

impl Reading<'_, '_> {
    /// Notes a value declared to be a year to date. Such values never fall within a year; one that
    /// does casts doubt on all of them.
    pub fn note_cumulative(&mut self, key: SeriesKey, month: Month, value: Interval) {
        let line = self.table.line();
        let year = self.years.to_date.entry((key, month.year())).or_default();
        year.push((month, value, line));
    }

    /// Notes a value taken to be monthly, as long as there are not too many.
    pub fn note_month(&mut self, key: SeriesKey, month: Month, value: Interval) {
        const MOST: usize = 20_000;
        self.years.noted += 1;
        if self.years.noted > MOST {
            self.years.monthly.clear();
            return;
        }
        let line = self.table.line();
        self.years
            .monthly
            .entry(key)
            .or_default()
            .push((month, value, line));
    }

    /// Refuses values that are not declared as year to date but look like it: they rise within each
    /// year and drop at its end. `time` is the text that names their months, with which the user
    /// can overrule this.
    pub fn settle_unsaid_years(&mut self, time: &str) {
        let monthly = std::mem::take(&mut self.years.monthly);
        if self.built_in || self.is_ignored(time) {
            return;
        }
        let found = monthly.into_values().find_map(|mut months| {
            months.sort_by_key(|(month, ..)| *month);
            are_years_to_date(&months).then(|| months.last().map(|(.., line)| *line))
        });
        if let Some(line) = found {
            let place = Location { line, column: None };
            let wrong = &InputError::Month(MonthError::YearToDateUnsaid(time.to_owned()));
            self.problems.add(self.file, place, wrong, None);
        }
    }

    /// Refuses years to date that fall within a year.
    pub fn settle_cumulative(&mut self) {
        let years = std::mem::take(&mut self.years.to_date);
        let falls = years.into_values().find_map(|mut year| {
            year.sort_by_key(|(month, ..)| *month);
            let fall = |pair: &[Noted]| match pair {
                [(_, before, _), (month, after, line)] if after.high < before.low => {
                    Some((*month, *line))
                }
                _ => None,
            };
            year.windows(2).find_map(fall)
        });
        if let Some((month, line)) = falls {
            let place = Location {
                line: Some(line),
                column: None,
            };
            let wrong = &InputError::Month(MonthError::YearToDateFalls);
            let found = month.to_string();
            self.problems.add(self.file, place, wrong, Some(&found));
        }
    }
}
