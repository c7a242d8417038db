//! The columns that rows of several measures share: keys, components, units, comparisons.

use super::change::Change;
use super::contribution::OTHER;
use crate::measure::question::{KeyedSeries, Question};
use crate::report::{Cell, Column, Head, Remark, RemarkKind, Row, Shows, ViewColumn, Word};
use crate::trade::{
    Amount, Breakdown, Figure, Missing, Period, Ratio, Series, UnitOfMeasure, revisions_between,
};

/// An amount of a series, as a cell of its unit.
pub(crate) fn amount(series: &Series, amount: Amount) -> Cell {
    match series.unit {
        UnitOfMeasure::Money(_) => Cell::Money(amount),
        UnitOfMeasure::Quantity(unit) => Cell::Quantity(amount, unit),
        UnitOfMeasure::UnitValue(..) => Cell::UnitValue(amount),
    }
}

/// The amount, or why it is missing.
pub(crate) fn figure(series: &Series, figure: &Result<Figure, Missing>) -> Cell {
    match figure {
        Ok(figure) => rounded(amount(series, figure.value), &[figure]),
        Err(missing) => Cell::Missing(missing.clone()),
    }
}

/// A cell that marks a zero due to rounding, as opposed to no trade, judging by the figures it is
/// made of.
pub(crate) fn rounded(cell: Cell, made_of: &[&Figure]) -> Cell {
    let is_zero = match &cell {
        Cell::Money(amount) | Cell::Quantity(amount, _) | Cell::UnitValue(amount) => {
            *amount == Amount::ZERO
        }
        Cell::Percent(ratio) => *ratio == Ratio::whole(0),
        _ => false,
    };
    match is_zero && made_of.iter().any(|one| !one.interval.is_exact()) {
        true => Cell::Rounded(Box::new(cell)),
        false => cell,
    }
}

/// The percentage, or why it is missing.
pub(crate) fn percent(change: &Change) -> Cell {
    let cell = change.percent.clone();
    rounded(
        cell.map_or_else(Cell::Missing, Cell::Percent),
        &both(change),
    )
}

/// The two figures that a change compares.
pub(crate) fn both(change: &Change) -> Vec<&Figure> {
    let both = [&change.base, &change.value];
    both.into_iter().flatten().collect()
}

/// The cells of a comparison: base month, base, value, change, and change in percent.
pub(crate) fn comparison(series: &Series, change: &Change) -> [(Column, Cell); 5] {
    let difference = match &change.amount {
        Ok(difference) => rounded(amount(series, *difference), &both(change)),
        Err(missing) => Cell::Missing(missing.clone()),
    };
    [
        (Column::BaseMonth, Cell::Period(change.base_period)),
        (Column::Base, figure(series, &change.base)),
        (Column::Value, figure(series, &change.value)),
        (Column::Change, difference),
        (Column::YoyPct, percent(change)),
    ]
}

/// The cells for the unit and the currency of a series.
pub(crate) fn unit(series: &Series) -> [(Column, Cell); 2] {
    let currency = match series.unit {
        UnitOfMeasure::Quantity(_) => Cell::Empty,
        UnitOfMeasure::Money(currency) | UnitOfMeasure::UnitValue(currency, _) => {
            Cell::Currency(currency)
        }
    };
    // Without a quantity a unit value has no unit to refer to.
    let unit = match series.unit {
        UnitOfMeasure::Quantity(None) | UnitOfMeasure::UnitValue(_, None) => Cell::Empty,
        unit => Cell::Unit(unit),
    };
    [(Column::Unit, unit), (Column::Currency, currency)]
}

/// The month of a row. For a period of several months also the period; the month is then its last
/// one, since other tables are joined by month.
pub(crate) fn when(period: Period, question: &Question) -> Vec<(Column, Cell)> {
    let month = (Column::Month, Cell::Month(period.to));
    let is_named = question.names_period || !period.is_month();
    let named = is_named.then_some((Column::Period, Cell::Period(period)));
    std::iter::once(month).chain(named).collect()
}

/// The period that a row is about.
pub(crate) fn period_of(row: &Row) -> Option<Period> {
    match (row.cell(Column::Period), row.cell(Column::Month)) {
        (Cell::Period(period), _) => Some(*period),
        (_, Cell::Month(month)) => Some(Period::month(*month)),
        _ => None,
    }
}

/// With `--period`, even of one month, inserts the column `period` before `month`: scripts that loop
/// over periods get one header.
pub(crate) fn name_period(columns: &mut Vec<Column>, question: &Question) {
    if question.names_period
        && let Some(column_index) = columns.iter().position(|one| *one == Column::Month)
    {
        columns.insert(column_index, Column::Period);
    }
}

/// A remark on editions of the Harmonized System that took effect between the months compared, if
/// goods are identified by four or more digits. Chapters do not change.
///
/// Source: [`revisions_between`].
pub(crate) fn on_revisions(question: &Question, compared: Period) -> Option<Remark> {
    let split = match question.by {
        Some(Breakdown::Group | Breakdown::Sanction) => 4,
        Some(by) => by.digits().unwrap_or(0),
        None => 0,
    };
    if question.goods.digits().max(split) < 4 {
        return None;
    }
    let editions = revisions_between(compared.from, compared.to);
    let years: Vec<i32> = editions.iter().map(|month| month.year()).collect();
    (!years.is_empty()).then(|| Remark::on_all(RemarkKind::HsRevised(years)))
}

/// The columns of a command, with `code` and `name` after `flow` if there is a breakdown.
pub(crate) fn columns(columns: &[Column], by: Option<Breakdown>) -> Vec<Column> {
    let mut columns = columns.to_vec();
    if by.is_some() {
        let flow = columns.iter().position(|one| *one == Column::Flow);
        let column_index = flow.map_or(0, |column_index| column_index + 1);
        columns.splice(column_index..column_index, [Column::Code, Column::Name]);
    }
    columns
}

/// The cells for the flow of a row and, if there is a breakdown, its component.
pub(crate) fn key(keyed: &KeyedSeries, by: Option<Breakdown>) -> Vec<(Column, Cell)> {
    let mut cells = vec![(Column::Flow, Cell::Flow(keyed.flow))];
    if by.is_some() {
        let [code, name] = match &keyed.part {
            Some(part) => [
                if *part.code == *OTHER {
                    Cell::Word(Word::Other)
                } else {
                    Cell::Text(part.code.to_string())
                },
                Cell::Name(part.name.clone()),
            ],
            None => [Cell::Word(Word::Total), Cell::Empty],
        };
        cells.extend([(Column::Code, code), (Column::Name, name)]);
    }
    cells
}

/// The first table columns: flow, base and value, headed by the period if there is only `one`, or
/// with the month in each row.
pub(crate) fn sides(one: Option<Period>) -> Vec<ViewColumn> {
    let show = ViewColumn::of;
    match one {
        Some(period) => vec![
            show(Head::Flow, Column::Flow),
            show(Head::At(period.year_before()), Column::Base),
            show(Head::At(period), Column::Value),
        ],
        None => vec![
            show(Head::Month, Column::Month),
            show(Head::Flow, Column::Flow),
            show(Head::YearEarlier, Column::Base),
            show(Head::Value, Column::Value),
        ],
    }
}

/// The table columns, with the component after the flow if there is a breakdown.
pub(crate) fn view(
    mut view: Vec<ViewColumn>,
    by: Option<Breakdown>,
    is_money: bool,
) -> Vec<ViewColumn> {
    if let Some(by) = by {
        let flow = view.iter().position(|column| column.head == Head::Flow);
        let part = ViewColumn {
            head: Head::Part(by),
            shows: Shows::Part([Column::Code, Column::Name]),
        };
        let column_index = flow.map_or(0, |column_index| column_index + 1);
        view.insert(column_index, part);
        if !is_money {
            // Each component may have its own unit.
            let unit = ViewColumn::of(Head::Unit, Column::Unit);
            view.insert(column_index + 1, unit);
        }
    }
    view
}
