//! Formulas with their numbers filled in, and the sections that define them.

use crate::measure::breakdown::period_of;
use crate::measure::{Change, Comparison};
use crate::report::{Cell, Column, Row};
use crate::trade::{Amount, Basis, Figure, Month, Period, Ratio, Series, UnitOfMeasure};

/// How a figure was computed.
pub(super) struct Working {
    pub definition: &'static str,
    /// With numbers filled in, or in words if there are none.
    pub formula: Cell,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    /// The result, if it was computed separately from the answer.
    pub ratio: Option<Ratio>,
}

/// The sections of docs/definitions.md that define figures.
pub(super) mod section {
    pub const SERIES: &str = "Series";
    pub const CHANGE: &str = "Change";
    pub const CONTRIBUTION: &str = "Contribution";
    pub const UNIT_VALUE: &str = "Unit value";
    pub const STREAK: &str = "Streak";
    pub const RECORD: &str = "Record";
    pub const PUBLISHED: &str = "A published figure and its rounding";
    pub const RELEASES: &str = "One month twice: files, vintages, revisions";
    pub const SANCTIONS: &str = "Sanctions";
}

impl Working {
    /// A working in words, which every language translates.
    pub fn in_words(definition: &'static str, words: &'static str) -> Working {
        Working {
            definition,
            formula: Cell::Word(words),
            numerator: None,
            denominator: None,
            ratio: None,
        }
    }

    pub fn formula(definition: &'static str, formula: String) -> Working {
        Working {
            definition,
            formula: Cell::Text(formula),
            numerator: None,
            denominator: None,
            ratio: None,
        }
    }

    /// Numerator over denominator minus one, in percent.
    pub fn change(definition: &'static str, numerator: String, denominator: String) -> Working {
        Working {
            definition,
            formula: Cell::Text(format!(
                "({} / {} - 1) * 100",
                in_brackets(&numerator),
                in_brackets(&denominator)
            )),
            numerator: Some(numerator),
            denominator: Some(denominator),
            ratio: None,
        }
    }

    /// Numerator over denominator, in percent.
    pub fn share(definition: &'static str, numerator: String, denominator: String) -> Working {
        Working {
            definition,
            formula: Cell::Text(format!(
                "{} / {} * 100",
                in_brackets(&numerator),
                in_brackets(&denominator)
            )),
            numerator: Some(numerator),
            denominator: Some(denominator),
            ratio: None,
        }
    }
}

/// A sum or a negative number, in brackets for use in a product.
pub(super) fn in_brackets(text: &str) -> String {
    match text.starts_with('-') || text.contains(' ') {
        true => format!("({text})"),
        false => text.to_owned(),
    }
}

/// An amount in the unit of its series.
pub(super) fn amount_text(unit: UnitOfMeasure, amount: Amount) -> String {
    match unit {
        UnitOfMeasure::Money(_) => amount.to_string(),
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            UnitOfMeasure::tonnes_text(amount)
        }
        UnitOfMeasure::Quantity(_) => UnitOfMeasure::quantity_text(amount),
        UnitOfMeasure::UnitValue(..) => UnitOfMeasure::unit_value_text(amount),
    }
}

/// The change of a period from another, from both figures.
pub(super) fn change(series: &Series, at: Period, base: Period) -> Option<Working> {
    let ratio = series.change_from(base, at, false);
    let (value, base) = (series.over(at).ok()?, series.over(base).ok()?);
    let amount_text = |figure: &Figure| amount_text(series.unit, figure.value);
    Some(Working {
        ratio,
        ..Working::change(section::CHANGE, amount_text(&value), amount_text(&base))
    })
}

/// The change of a window, as sums of months.
pub(super) fn of_window(series: &Series, at: Period) -> Option<Working> {
    let (value, base) = (
        series.over_months(at).ok()?,
        series.over_months(at.year_before()).ok()?,
    );
    let amount_text = |figure: &Figure| amount_text(series.unit, figure.value);
    Some(Working {
        ratio: series.change_from(at.year_before(), at, true),
        ..Working::change(section::CHANGE, amount_text(&value), amount_text(&base))
    })
}

/// The figure of several months: that of the whole period, or the sum of the months.
pub(super) fn sum(series: &Series, at: Period) -> Option<Working> {
    match series.figure(at) {
        Some(figure) if !at.is_month() => {
            Some(Working::in_words(section::CHANGE, basis(figure.basis)))
        }
        _ => sum_of_months(series, at),
    }
}

/// The figures that are added up for several months, even if one was published for the period.
pub(super) fn sum_of_months(series: &Series, at: Period) -> Option<Working> {
    let parts = series.summed(at).ok()?;
    let parts = parts.iter().filter_map(|part| series.figure(*part));
    let parts: Vec<String> = parts
        .map(|one| in_brackets(&amount_text(series.unit, one.value)))
        .collect();
    Some(Working::formula(section::CHANGE, parts.join(" + ")))
}

/// A streak: each month with its change.
pub(super) fn streak(column: Column, row: &Row, series: &Series) -> Option<Working> {
    let (since, until) = match column {
        Column::Streak => (month(row, Column::StreakSince)?, period_of(row)?.to),
        _ => (month(row, Column::Since)?, month(row, Column::Until)?),
    };
    let comparison = match row.cell(Column::Basis) {
        Cell::Word("mom") => Comparison::Mom,
        _ => Comparison::Yoy,
    };
    let links = Period::new(since, until)?.months().map(|month| {
        let change = Change::of(series, Period::month(month), comparison);
        let percent = change.percent.map(|ratio| ratio.percent_text(1));
        let percent = percent.unwrap_or_else(|_| "..".to_owned());
        format!("{month} {percent}")
    });
    let links: Vec<String> = links.collect();
    Some(Working::formula(section::STREAK, links.join(", ")))
}

/// How the figure of a metric is computed.
pub(super) fn by_metric(metric: &str, series: &Series, at: Period, months: i32) -> Option<Working> {
    let comparison = match metric {
        "mom" | "streak-mom" => Comparison::Mom,
        _ => Comparison::Yoy,
    };
    match metric {
        "yoy" => change(series, at, at.year_before()),
        "ratio" => {
            let (value, base) = (series.over(at).ok()?, series.over(at.year_before()).ok()?);
            let [value, base] = [value, base].map(|one| amount_text(series.unit, one.value));
            Some(Working {
                definition: section::CHANGE,
                formula: Cell::Text(format!("{value} / {}", in_brackets(&base))),
                numerator: Some(value),
                denominator: Some(base),
                ratio: None,
            })
        }
        "ytd-yoy" => {
            let at = Period::year_to_date(at.to);
            change(series, at, at.year_before())
        }
        "mom" => change(series, at, Comparison::Mom.base(at)),
        "balance-yoy" => {
            let (value, base) = (series.over(at).ok()?, series.over(at.year_before()).ok()?);
            let [value, base] = [value, base].map(|one| amount_text(series.unit, one.value));
            Some(Working::formula(
                section::CHANGE,
                format!("{} - {}", in_brackets(&value), in_brackets(&base)),
            ))
        }
        "streak" | "streak-mom" if months > 0 => {
            let links = (1 - months..=0).map(|back| {
                let month = at.to.plus(back);
                let change = Change::of(series, Period::month(month), comparison);
                let percent = change.percent.map(|ratio| ratio.percent_text(1));
                let percent = percent.unwrap_or_else(|_| "..".to_owned());
                format!("{month} {percent}")
            });
            let links: Vec<String> = links.collect();
            Some(Working::formula(section::STREAK, links.join(", ")))
        }
        "record" => Some(Working::in_words(
            section::RECORD,
            "compared with every earlier month",
        )),
        "coverage" => Some(Working::in_words(
            section::SANCTIONS,
            "covered / total * 100, at the least and at the most",
        )),
        "share" => Some(Working::in_words(section::PUBLISHED, "part / whole * 100")),
        "value" | "balance" | "quantity" => Some(match series.figure(at) {
            Some(figure) => Working::in_words(section::PUBLISHED, basis(figure.basis)),
            None => sum(series, at)?,
        }),
        _ => None,
    }
}

pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "as published",
        Basis::Difference => "difference of published figures",
        Basis::Implied => "worked back from a published change",
        Basis::Sum => "sum of the rows",
        Basis::Converted => "converted from yuan at the rate of the month",
    }
}

/// The month in a cell.
pub(super) fn month(row: &Row, column: Column) -> Option<Month> {
    match row.cell(column) {
        Cell::Month(month) => Some(*month),
        _ => None,
    }
}
