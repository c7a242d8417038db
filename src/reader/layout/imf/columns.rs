//! The columns of a file of the IMF, by their names.

use crate::reader::cells::month::read_month;
use crate::reader::layout::{Fit, find_folded, folded};
use crate::reader::row_reader::Reading;
use crate::trade::{Meaning, Month};

const REPORTER: [&str; 5] = [
    "country",
    "countrycode",
    "countryname",
    "refarea",
    "countryid",
];

const COUNTERPART: [&str; 7] = [
    "counterpartcountry",
    "counterpartcountrycode",
    "counterpartcountryname",
    "counterpartarea",
    "counterpartcountryid",
    "counterpart",
    "counterpartareacode",
];

const INDICATOR: [&str; 4] = ["indicator", "indicatorcode", "indicatorid", "indicatorname"];

const TIME: [&str; 3] = ["timeperiod", "period", "time"];

const VALUE: [&str; 3] = ["obsvalue", "value", "observation"];

const SCALE: [&str; 4] = ["scale", "scalename", "unitmult", "scaleid"];

const UNIT: [&str; 5] = [
    "unit",
    "unitname",
    "unitofmeasure",
    "unitmeasure",
    "currency",
];

const FREQUENCY: [&str; 4] = ["frequency", "freq", "frequencyname", "frequencyid"];

pub(super) fn fit(columns: &[String]) -> Fit {
    let there = |names: &[&str]| find_folded(columns, names).is_some();
    let months = columns.iter().any(|name| month(name).is_some());
    crate::reader::layout::fit(&[
        (there(&REPORTER), "`COUNTRY`"),
        (there(&INDICATOR), "`INDICATOR`"),
        (there(&COUNTERPART), "`COUNTERPART_COUNTRY`"),
        (
            (there(&TIME) && there(&VALUE)) || months,
            "`TIME_PERIOD` and `OBS_VALUE`",
        ),
    ])
}

/// `2016-M09`, `2016M9`, `2016-09`; `None` for a year or a quarter.
pub(super) fn month(text: &str) -> Option<Month> {
    let text = text.trim().to_ascii_uppercase();
    let text = match text.split_once('M') {
        Some((year, month)) if year.trim_end_matches('-').len() == 4 => {
            format!("{}-{month}", year.trim_end_matches('-'))
        }
        _ => text,
    };
    let starts_with_year = text.len() >= 6 && text.bytes().take(4).all(|b| b.is_ascii_digit());
    starts_with_year.then(|| read_month(&text).ok()).flatten()
}

/// The columns of an IMF file.
pub(super) struct ImfColumns {
    pub reporter: Vec<usize>,
    pub counterpart: Vec<usize>,
    pub indicator: Vec<usize>,
    pub scale: Option<usize>,
    /// The currency, where the indicator does not name it.
    pub unit: Option<usize>,
    pub frequency: Option<usize>,
    pub values: ImfValues,
}

pub(super) enum ImfValues {
    /// The columns of the month and the value.
    Row(usize, usize),
    /// One column for each month.
    Columns(Vec<(usize, Month)>),
}

pub(super) fn columns(header: &[String]) -> Option<ImfColumns> {
    let all = |names: &[&str]| -> Vec<usize> {
        let named = header.iter().enumerate();
        let named = named.filter(|(_, name)| names.contains(&folded(name).as_str()));
        named.map(|(column, _)| column).collect()
    };
    let row = find_folded(header, &TIME).zip(find_folded(header, &VALUE));
    let months = header.iter().enumerate();
    let months = months.filter_map(|(column, name)| Some((column, month(name)?)));
    Some(ImfColumns {
        reporter: all(&REPORTER),
        counterpart: all(&COUNTERPART),
        indicator: all(&INDICATOR),
        scale: find_folded(header, &SCALE),
        unit: find_folded(header, &UNIT),
        frequency: find_folded(header, &FREQUENCY),
        values: match row {
            Some((time, value)) => ImfValues::Row(time, value),
            None => ImfValues::Columns(months.collect()),
        },
    })
}

pub(super) fn claim(reading: &mut Reading<'_, '_>, columns: &ImfColumns) {
    let some = |all: &[usize]| all.iter().copied().map(Some).collect::<Vec<_>>();
    let accounts = &mut reading.accounts;
    accounts.claim_all(some(&columns.reporter), Meaning::Reporter);
    accounts.claim_all(some(&columns.counterpart), Meaning::Partner);
    accounts.claim_all(some(&columns.indicator), Meaning::Flow);
    accounts.claim_all([columns.scale, columns.unit], Meaning::Unit);
    accounts.claim_all([columns.frequency], Meaning::Month);
    match &columns.values {
        ImfValues::Row(time, value) => {
            accounts.claim(*time, Meaning::Month);
            accounts.claim(*value, Meaning::Value);
        }
        ImfValues::Columns(months) => {
            for (column, _) in months {
                accounts.claim(*column, Meaning::Value);
            }
        }
    }
}
