//! Months as stated in a sentence, and the period they mean given the day of publication.

use crate::trade::{Month, Period, Vintage};

/// Months as stated, with or without a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct MonthsOfYear {
    /// The first and the last month, 1 to 12.
    pub months: (u32, u32),
    /// The year, or how to infer it.
    pub year: Year,
}

/// The months of the previous sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct MonthsBefore {
    /// The months of its last figure.
    pub last: Option<Period>,
    /// The months of all its figures. A sentence without months is about the same ones.
    pub only: Option<Period>,
}

/// The year that is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Year {
    /// This year.
    Of(i32),
    /// This number of years after the year of publication.
    FromPublished(i32),
    /// The year of the last month before publication.
    LastMonth,
    /// Not stated.
    Open,
}

impl MonthsOfYear {
    pub fn of(first: u32, last: u32, year: Option<i32>) -> MonthsOfYear {
        MonthsOfYear {
            months: (first, last),
            year: year.map_or(Year::Open, Year::Of),
        }
    }

    /// A whole year.
    pub fn year(year: Year) -> MonthsOfYear {
        MonthsOfYear {
            months: (1, 12),
            year,
        }
    }

    /// The month before publication.
    pub fn last_month() -> MonthsOfYear {
        MonthsOfYear {
            months: (0, 0),
            year: Year::LastMonth,
        }
    }

    /// The period meant in a text published on `day`. Without a year, it is the latest that had
    /// ended by then. `None` if the day is needed but unknown.
    pub fn resolved(self, day: Option<Vintage>) -> Option<Period> {
        let of_year = |year: i32| {
            let from = Month::new(year, self.months.0)?;
            Period::new(from, Month::new(year, self.months.1)?)
        };
        let published = || day.and_then(month_of);
        match self.year {
            Year::Of(year) => of_year(year),
            Year::FromPublished(years) => {
                let published = published()?;
                // Months of the current year that have not ended cannot be meant.
                of_year(published.year() + years).filter(|period| period.to < published)
            }
            Year::LastMonth => Some(Period::month(published()?.plus(-1))),
            Year::Open => {
                let published = published()?;
                let this = of_year(published.year())?;
                if this.to < published {
                    Some(this)
                } else if this.to == published {
                    // They have not ended, or only just, so the year is ambiguous.
                    None
                } else {
                    of_year(published.year() - 1)
                }
            }
        }
    }

    /// The period meant if the previous sentence is about `last_period`. A year to date up to its
    /// last month is in the same year. Other months without a year are resolved by the day of
    /// publication, provided that this gives the same year.
    pub fn resolved_after(
        self,
        last_period: Option<Period>,
        day: Option<Vintage>,
    ) -> Option<Period> {
        let (Some(last_period), Year::Open) = (last_period, self.year) else {
            return self.resolved(day);
        };
        let (first, last) = self.months;
        let ends_there = last == last_period.to.month();
        if ends_there && (day.is_none() || (first == 1 && last > 1)) {
            return Period::new(Month::new(last_period.to.year(), first)?, last_period.to);
        }
        let resolved = self.resolved(day)?;
        (resolved.to.year() == last_period.to.year()).then_some(resolved)
    }

    /// With the year that it has on the day of publication: `去年5月`.
    pub fn in_year_of(self, day: Option<Vintage>) -> Option<MonthsOfYear> {
        match self.year {
            Year::FromPublished(years) => Some(MonthsOfYear {
                year: Year::Of(day.and_then(month_of)?.year() + years),
                ..self
            }),
            _ => Some(self),
        }
    }

    /// The latest such months that end before `period`, for "since February".
    pub fn before(self, period: Period) -> Option<Period> {
        let year = period.from.year();
        let named = |year: i32| {
            let from = Month::new(year, self.months.0)?;
            Period::new(from, Month::new(year, self.months.1)?)
        };
        match self.year {
            Year::Of(year) => named(year),
            Year::Open => {
                let same = named(year)?;
                if same.to < period.from {
                    Some(same)
                } else {
                    named(year - 1)
                }
            }
            _ => None,
        }
    }
}

/// The month of a date, which may itself be a month.
fn month_of(day: Vintage) -> Option<Month> {
    let text = day.to_string();
    text.get(..7)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_a_year_are_the_last_that_had_ended() {
        let day = |text: &str| text.parse::<Vintage>().ok();
        let meant = |named: MonthsOfYear, published: &str| {
            let period = named.resolved(day(published));
            period.map(|period| period.to_string())
        };
        let september = MonthsOfYear::of(9, 9, None);
        assert_eq!(meant(september, "2017-10-13").as_deref(), Some("2017-09"));
        assert_eq!(meant(september, "2018-01-13").as_deref(), Some("2017-09"));
        assert_eq!(meant(september, "2017-09-25"), None);
        assert_eq!(
            meant(MonthsOfYear::last_month(), "2018-01-12").as_deref(),
            Some("2017-12")
        );
        assert_eq!(
            meant(MonthsOfYear::of(1, 9, None), "2017-10-13").as_deref(),
            Some("2017-01..2017-09")
        );
        assert_eq!(
            meant(MonthsOfYear::year(Year::FromPublished(-1)), "2018-01-12").as_deref(),
            Some("2017-01..2017-12")
        );
        assert_eq!(september.resolved(None), None);
        assert_eq!(
            MonthsOfYear::of(9, 9, Some(2016))
                .resolved(None)
                .map(|one| one.to_string())
                .as_deref(),
            Some("2016-09")
        );
        let month = |text: &str| Period::month(text.parse().expect("a month"));
        let since = MonthsOfYear::of(2, 2, None).before(month("2017-10"));
        assert_eq!(since, Some(month("2017-02")));
    }
}
