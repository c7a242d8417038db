//! Errors in months and other dates, with their messages.

use crate::reader::errors::explanation::{Explanation, explained};

/// Why dates in a column may mean quarters or years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DateSpacing {
    /// They are three months apart throughout.
    Quarters,
    /// They are a year apart throughout, each in the first or the last month of its year.
    Years,
    /// Each year has numbers from 1 to 4.
    OneToFour,
    /// The column name mentions quarters.
    Named,
}

/// An error in a month or another date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum MonthError {
    NotAMonth,
    NoSuchMonth(String),
    MonthAfterPoint,
    MonthOrQuarter {
        column: String,
        spacing: DateSpacing,
    },
    DayOrMonth,
    YearOfTwoDigits,
    /// Values declared as year to date fall within a year.
    YearToDateFalls,
    /// Values rise within every year and drop at its end, but are not declared as year to date.
    /// Gives the name of the column of months.
    YearToDateUnsaid(String),
    PeriodBackwards,
}

impl MonthError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(&self) -> Explanation {
        match self {
            MonthError::NotAMonth => explained(
                "not a month",
                "a month such as `2017-09`, `201709`, `Sep 2017` or `2017年9月`",
                "",
            ),
            MonthError::NoSuchMonth(why) => explained(why, "a month such as `2017-09`", ""),
            MonthError::MonthAfterPoint => explained(
                "may be January, or October if a spreadsheet read `2017.10` as a number; the other dates do not show which",
                "a month such as `2017-01` or `2017-10`",
                "write the month with two digits",
            ),
            MonthError::MonthOrQuarter { column, spacing } => {
                let what = match spacing {
                    DateSpacing::Quarters => {
                        "the dates are three months apart and may stand for quarters"
                    }
                    DateSpacing::Years => "the dates are a year apart and may stand for years",
                    DateSpacing::OneToFour => {
                        "the dates run from 1 to 4 in each year and may stand for quarters"
                    }
                    DateSpacing::Named => "the name of the column says quarters",
                };
                explained(
                    &format!("{what}, not for months"),
                    "a date for each month, or months such as `2017-09`",
                    &format!("if each stands for one month, use `--ignore '{column}'`"),
                )
            }
            MonthError::DayOrMonth => explained(
                "the day or the month may come first; the other dates do not show which",
                "a month such as `2017-09`",
                "write the year first",
            ),
            MonthError::YearOfTwoDigits => explained(
                "the year has two digits and may belong to another calendar",
                "a month such as `2017-09`",
                "write the year with four digits",
            ),
            MonthError::YearToDateFalls => explained(
                "the values are labelled as year to date but fall within a year",
                "values that never fall from January to December",
                "if they are single months, use `--ignore 'WORDS'` with the words that say otherwise",
            ),
            MonthError::YearToDateUnsaid(time) => explained(
                "the values rise within each year and drop at its end, as year-to-date values do, but nothing says that they are",
                "a title that says so, such as `Cumulative`, or values for single months",
                &format!("if they are single months, use `--ignore '{time}'`"),
            ),
            MonthError::PeriodBackwards => explained(
                "the period ends before it begins",
                "a period such as `2017-01..2017-09`",
                "",
            ),
        }
    }
}
