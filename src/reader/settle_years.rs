//! Values of a table noted as those of single months or of years to date, and refused where they
//! look like the other.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Place;
use crate::reader::row_reader::Reading;
use crate::reader::years_to_date::{Noted, SeriesKey, are_years_to_date};
use crate::trade::{Interval, Month};

impl Reading<'_, '_> {
    /// Takes note of a value declared as a year to date: such values never fall within a
    /// year, so that one that does makes all of them doubtful.
    pub fn note_cumulative(&mut self, key: SeriesKey, month: Month, value: Interval) {
        let line = self.table.line();
        let year = self.years.to_date.entry((key, month.year())).or_default();
        year.push((month, value, line));
    }

    /// Takes note of a value that is taken for one of a single month, as long as they are few.
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

    /// Values that rise within every year and fall at its end are those of the year to date, though
    /// nothing says so. `time`: what names their months, by which the user may say that they are
    /// not.
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
            let place = Place { line, column: None };
            let wrong = &InputError::YearToDateUnsaid(time.to_owned());
            self.problems.add(self.file, place, wrong, None);
        }
    }

    /// Refuses years to date that fall.
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
            let place = Place {
                line: Some(line),
                column: None,
            };
            let wrong = &InputError::YearToDateFalls;
            let found = month.to_string();
            self.problems.add(self.file, place, wrong, Some(&found));
        }
    }
}
