use super::*;
use crate::reader::errors::month_error::MonthError;

#[test]
fn a_long_text_of_dashes_is_no_run_of_months() {
    let long = "2017-13".repeat(10_000);
    assert!(Dates::default().read(&long).is_err());
}

#[test]
fn every_spelling_of_september_2017_is_that_month() {
    for text in [
        "2017-09",
        "2017/9",
        "201709",
        "2017.09",
        "Sep 2017",
        "September 2017",
        "sept-2017",
        "2017 SEP",
        "2017年9月",
        "2017年09月份",
        "2017년 9월",
        "2017-09-01",
        "2017/9/30",
        "２０１７年９月",
        "2017M09",
        "2017-M9",
        "Sep-17",
        "Sep '17",
        "09/2017",
        "9.2017",
        "09-2017",
        "20170930",
        "201709.0",
        "2017-09-01 00:00:00",
        "2017-09-01T00:00:00.000Z",
        "2017-09-30 0:00",
        " 2017-09 ",
    ] {
        assert_eq!(read_month(text), Ok(Month::new(2017, 9).unwrap()), "{text}");
    }
}

#[test]
fn a_month_that_the_calendar_lacks_is_told_from_what_is_no_month() {
    let thirteen = "has no month 13: months run from 01 to 12";
    for text in ["2017-13", "201713", "2017年13月", "2017/13"] {
        let wrong = Err(InputError::Month(MonthError::NoSuchMonth(
            thirteen.to_owned(),
        )));
        assert_eq!(read_month(text), wrong, "{text}");
    }
    for text in [
        "",
        "2017",
        "9",
        "Sep 17",
        "17-Sep",
        "2017-09-01 12:30:00",
        "2017.1-9",
        "2017-09-31",
        "2017-09-",
        "total",
        "2017-1-",
        "20179",
    ] {
        assert_eq!(
            read_month(text),
            Err(InputError::Month(MonthError::NotAMonth)),
            "{text}"
        );
    }
}

#[test]
fn a_run_of_months_is_no_day_of_its_first() {
    let run = Period::new(Month::new(2017, 1).unwrap(), Month::new(2017, 9).unwrap()).unwrap();
    for text in [
        "2017.1-9",
        "2017.1–9",
        "2017年1-9月",
        "2017年1至9月",
        "2017年1月到9月",
        "2017.01~09",
        "2017년 1~9월",
        "2017/1-9",
        "2017.1-2017.9",
        "Jan-Sep 2017",
        "January–September 2017",
        "2017 Jan-Sep",
        "2017M1-M9",
        "2017-01..2017-09",
        "1-9月 2017",
    ] {
        assert_eq!(read_period(text), Ok(run), "{text}");
    }
    let day = Period::month(Month::new(2017, 1).unwrap());
    for text in ["2017-1-9", "2017.1.9", "2017/01/09"] {
        assert_eq!(read_period(text), Ok(day), "{text}");
    }
}

#[test]
fn what_one_date_leaves_open_is_settled_by_all() {
    let month = |text: &str, all: &str| {
        let dates = Dates::of(all.split(' '));
        dates.read(text).map(|period| period.from.month())
    };
    // October, as a spreadsheet cuts it.
    assert_eq!(
        month("2016.1", "2016.01 2016.02 2016.09 2016.1 2016.11"),
        Ok(10)
    );
    assert_eq!(month("2016.1", "2016.1 2016.2 2016.10"), Ok(1));
    assert_eq!(month("2016.1", "2016.1 2016.2 2016.3"), Ok(1));
    assert_eq!(month("2016.1", "2016.8 2016.9 2016.1 2016.11"), Ok(10));
    for all in [
        "2016.1 2017.1",
        "2016.1 2016.2 2016.9 2016.1 2016.11",
        "2016.01 2016.1 2016.10",
    ] {
        assert_eq!(
            month("2016.1", all),
            Err(InputError::Month(MonthError::MonthAfterPoint)),
            "{all}"
        );
    }
    assert_eq!(month("01/09/2017", "01/08/2017 01/09/2017"), Ok(9));
    assert_eq!(month("9/1/2017", "8/1/2017 9/1/2017"), Ok(9));
    assert_eq!(month("9/30/2017", "9/30/2017"), Ok(9));
    assert_eq!(month("30.09.2017", "30.09.2017"), Ok(9));
    assert_eq!(month("9/9/2017", "9/9/2017"), Ok(9));
    assert_eq!(
        month("05/09/2017", "04/08/2017 05/09/2017"),
        Err(InputError::Month(MonthError::DayOrMonth))
    );
}

#[test]
fn a_period_runs_forward() {
    let month = |number| Month::new(2017, number).unwrap();
    assert_eq!(
        read_period("2017-01..2017-09").ok(),
        Period::new(month(1), month(9))
    );
    assert_eq!(
        read_period("2017-09..2017-01"),
        Err(InputError::Month(MonthError::PeriodBackwards))
    );
}
