//! Formulas with their numbers filled in.

use crate::measure::Change;
use crate::measure::breakdown::period_of;
use crate::report::{Cell, Column, Definition, Row, Word, WorkingWords};
use crate::trade::{
    Amount, Basis, Comparison, Figure, Metric, Month, Period, Ratio, Series, UnitOfMeasure,
};

/// How a figure was computed.
pub(super) struct Working {
    pub definition: Definition,
    /// With numbers filled in, or in words if there are none.
    pub formula: Cell,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    /// The result, if it was computed separately from the answer.
    pub ratio: Option<Ratio>,
}

impl Working {
    /// A working in words, which every language translates.
    pub fn in_words(definition: Definition, words: WorkingWords) -> Working {
        Working {
            definition,
            formula: Cell::Word(Word::Working(words)),
            numerator: None,
            denominator: None,
            ratio: None,
        }
    }

    pub fn formula(definition: Definition, formula: String) -> Working {
        Working {
            definition,
            formula: Cell::Text(formula),
            numerator: None,
            denominator: None,
            ratio: None,
        }
    }

    /// Numerator over denominator minus one, in percent.
    pub fn change(definition: Definition, numerator: String, denominator: String) -> Working {
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
    pub fn share(definition: Definition, numerator: String, denominator: String) -> Working {
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
        ..Working::change(Definition::Change, amount_text(&value), amount_text(&base))
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
        ..Working::change(Definition::Change, amount_text(&value), amount_text(&base))
    })
}

/// The figure of several months: that of the whole period, or the sum of the months.
pub(super) fn sum(series: &Series, at: Period) -> Option<Working> {
    match series.figure(at) {
        Some(figure) if !at.is_month() => {
            Some(Working::in_words(Definition::Change, basis(figure.basis)))
        }
        _ => sum_of_months(series, at),
    }
}

/// The figures that are added up for several months, even if one was published for the period.
pub(super) fn sum_of_months(series: &Series, at: Period) -> Option<Working> {
    // A unit value of several months is not a sum: it is their value over their quantity.
    if matches!(series.unit, UnitOfMeasure::UnitValue(..)) && !at.is_month() {
        return Some(Working::in_words(
            Definition::UnitValue,
            WorkingWords::FromFigures,
        ));
    }
    let parts = series.summed(at).ok()?;
    let parts = parts.iter().filter_map(|part| series.figure(*part));
    let parts: Vec<String> = parts
        .map(|one| in_brackets(&amount_text(series.unit, one.value)))
        .collect();
    Some(Working::formula(Definition::Change, parts.join(" + ")))
}

/// A streak: each month with its change.
pub(super) fn streak(column: Column, row: &Row, series: &Series) -> Option<Working> {
    let (since, until) = match column {
        Column::Streak => (month(row, Column::StreakSince)?, period_of(row)?.to),
        _ => (month(row, Column::Since)?, month(row, Column::Until)?),
    };
    let comparison = match row.cell(Column::Basis) {
        Cell::Word(Word::Comparison(Comparison::Mom)) => Comparison::Mom,
        _ => Comparison::Yoy,
    };
    let links = Period::new(since, until)?.months().map(|month| {
        let change = Change::of(series, Period::month(month), comparison);
        let percent = change.percent.map(|ratio| ratio.percent_text(1));
        let percent = percent.unwrap_or_else(|_| "..".to_owned());
        format!("{month} {percent}")
    });
    let links: Vec<String> = links.collect();
    Some(Working::formula(Definition::Streak, links.join(", ")))
}

/// What the formula of a metric without a percentage gives.
pub(super) fn outcome(metric: Metric, series: &Series, at: Period) -> Option<String> {
    let value = series.over(at).ok()?.value;
    match metric {
        Metric::Ratio => {
            let base = series.over(at.year_before()).ok()?.value;
            let hundredth = Ratio::new(value.0, base.0)?.times(1, 100)?;
            Some(hundredth.percent_text(6))
        }
        Metric::Value | Metric::Balance | Metric::Quantity => Some(amount_text(series.unit, value)),
        _ => None,
    }
}

/// How the figure of a metric is computed.
pub(super) fn by_metric(
    metric: Metric,
    series: &Series,
    at: Period,
    months: i32,
) -> Option<Working> {
    let comparison = match metric {
        Metric::Mom | Metric::StreakMom => Comparison::Mom,
        _ => Comparison::Yoy,
    };
    match metric {
        Metric::Yoy | Metric::BalanceYoy => change(series, at, at.year_before()),
        Metric::Ratio => {
            let (value, base) = (series.over(at).ok()?, series.over(at.year_before()).ok()?);
            let [value, base] = [value, base].map(|one| amount_text(series.unit, one.value));
            Some(Working {
                definition: Definition::Change,
                formula: Cell::Text(format!("{value} / {}", in_brackets(&base))),
                numerator: Some(value),
                denominator: Some(base),
                ratio: None,
            })
        }
        Metric::YtdYoy => {
            let at = Period::year_to_date(at.to);
            change(series, at, at.year_before())
        }
        Metric::Mom => change(series, at, Comparison::Mom.base(at)),
        Metric::Streak | Metric::StreakMom if months > 0 => {
            let links = (1 - months..=0).map(|back| {
                let month = at.to.plus(back);
                let change = Change::of(series, Period::month(month), comparison);
                let percent = change.percent.map(|ratio| ratio.percent_text(1));
                let percent = percent.unwrap_or_else(|_| "..".to_owned());
                format!("{month} {percent}")
            });
            let links: Vec<String> = links.collect();
            Some(Working::formula(Definition::Streak, links.join(", ")))
        }
        Metric::Record => Some(Working::in_words(
            Definition::Record,
            WorkingWords::ComparedWithAll,
        )),
        Metric::Coverage => Some(Working::in_words(
            Definition::Sanctions,
            WorkingWords::Covered,
        )),
        Metric::Share => Some(Working::in_words(
            Definition::Published,
            WorkingWords::Share,
        )),
        Metric::Value | Metric::Balance | Metric::Quantity => Some(match series.figure(at) {
            Some(figure) => Working::in_words(Definition::Published, basis(figure.basis)),
            None => sum(series, at)?,
        }),
        _ => None,
    }
}

pub(super) fn basis(basis: Basis) -> WorkingWords {
    match basis {
        Basis::Printed => WorkingWords::AsPublished,
        Basis::Difference => WorkingWords::Difference,
        Basis::Implied => WorkingWords::WorkedBack,
        Basis::Sum => WorkingWords::Sum,
        Basis::Converted => WorkingWords::Converted,
    }
}

/// The month in a cell.
pub(super) fn month(row: &Row, column: Column) -> Option<Month> {
    match row.cell(column) {
        Cell::Month(month) => Some(*month),
        _ => None,
    }
}
