//! Reads the cells of one row: a value of one series for each month.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::series_label::Label;
use crate::reader::layout::tidy::sums::{is_sum, is_unit_of_quantity};
use crate::reader::layout::titles::reversed;
use crate::reader::layout::wide::columns::{ColumnRole, WideColumns};
use crate::reader::layout::wide::state::WideState;
use crate::reader::layout::wide::times::TimeOf;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Month, Observation, Partner, Period, RowKind, TextId, Unit};

/// Adds the values of one series.
pub(super) fn series(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    (label, times): (&Label, &[(usize, TimeOf)]),
    partner_name: Option<usize>,
    state: &mut WideState,
) -> Option<()> {
    if let Some(column) = columns.reporter_in_every_row
        && reading.table.cell(column).is_empty()
    {
        reading.wrong(column, &InputError::ReporterNotStated);
        return None;
    }
    if let Some(other) = other_reporter(reading, columns) {
        reading.count_of_others(&other);
        return None;
    }
    reading.note_china();
    let column = partner_name.map(PartnerOf::Either).or(columns.partner_of);
    if !partner_agrees(reading, columns, column, label) {
        return None;
    }
    let partner = partner(reading, column, label, state)?;
    let flow = match label.flow {
        Some(flow) => Some(flow),
        None => reading.flow_of_file_once().map(|flow| {
            if columns.whole.is_reversed {
                reversed(flow)
            } else {
                flow
            }
        }),
    };
    if let (Some(given), Some(flow)) = (reading.given_flow, flow)
        && given != flow
    {
        let given = given.name();
        reading.wrong_row(&InputError::FlowDisagrees { given });
        return None;
    }
    let mut code = TextId::EMPTY;
    let mut stated = StatedUnits {
        unit: label.unit,
        currency: label.currency,
    };
    let (mut own_currency, mut unit_column, mut own_unit) = (None, 0, false);
    let of_title = &columns.whole;
    for (column, role) in &columns.roles {
        match role {
            ColumnRole::Code => {
                let mut names = columns.roles.iter();
                let name = names.find(|(_, role)| *role == ColumnRole::Name);
                code = reading.code_or_all(*column, name.map(|(column, _)| *column))?;
            }
            ColumnRole::Currency => {
                own_currency = reading.optional(Some(*column), vocabulary::currency)?
            }
            ColumnRole::Unit if is_unit_of_quantity(&reading.table.cell(*column)) => {
                let (line, text) = (reading.table.line(), reading.table.cell(*column));
                let text = text.into_owned();
                state.left_out.get_or_insert((0, line, text)).0 += 1;
                state.series = state.series.saturating_sub(1);
                return None;
            }
            ColumnRole::Unit => {
                let unit = reading
                    .optional(Some(*column), vocabulary::stated)?
                    .unwrap_or_default();
                // A title may be overruled, the label of the row or another column not.
                let before = StatedUnits {
                    unit: stated
                        .unit
                        .filter(|one| own_unit || Some(*one) != of_title.unit),
                    currency: stated
                        .currency
                        .filter(|one| own_unit || Some(*one) != of_title.currency),
                };
                if before.contradicts(&unit) {
                    reading.wrong(*column, &InputError::Number(NumberError::TwoUnits));
                    return None;
                }
                unit_column = *column;
                own_unit |= unit.unit.is_some();
                stated.unit = unit.unit.or(stated.unit);
                stated.currency = unit.currency.or(stated.currency);
            }
            ColumnRole::Scale => {
                let scale = reading.optional(Some(*column), vocabulary::scale_of_cell)?;
                own_unit |= scale.is_some();
                stated.unit = scale
                    .filter(|scale| *scale != Unit::ONE)
                    .or(stated.unit)
                    .or(scale);
            }
            ColumnRole::Label
            | ColumnRole::Name
            | ColumnRole::Reporter
            | ColumnRole::Frequency
            | ColumnRole::Time => {}
        }
    }
    let from_title = !own_unit && label.unit == columns.whole.unit || label.unit.is_none();
    if columns.whole.two_units && from_title {
        if !state.unit_missing {
            state.unit_missing = true;
            columns.whole.unit_in_doubt(reading);
        }
        return None;
    }
    let currency = reading.currency(own_currency, stated.currency, unit_column)?;
    compare_with_titles(columns, (stated.unit, currency), state);
    let flow = flow?;
    let Some(row_time) = row_time(reading, columns, state) else {
        let time = columns.roles.iter();
        let mut time = time.filter(|(_, role)| *role == ColumnRole::Time);
        let text = time
            .next()
            .map_or_else(String::new, |(at, _)| reading.table.cell(*at).into_owned());
        if !is_sum(&text) {
            let line = reading.table.line();
            state.left_out.get_or_insert((0, line, text)).0 += 1;
        }
        return None;
    };
    let first = columns.times.first().map_or(0, |(column, _)| *column);
    let mut texts = (0..first).map(|column| reading.table.cell(column));
    let named = texts.find(|text| !text.is_empty()).unwrap_or_default();
    if stated.unit.is_none() && stated.currency.or(own_currency).is_some() {
        for (column, _) in times {
            let (place, cell) = (reading.table.place(*column), reading.table.cell(*column));
            stated.unit = reading.whole_units(*column, &named, (place, &cell));
        }
    }
    for (column, time) in times {
        let period = match (time, row_time) {
            (TimeOf::Whole(period), _) => Some(*period),
            (TimeOf::Month(month), RowTime::Year(year)) => {
                Month::new(year, *month).map(Period::month)
            }
            (TimeOf::Year(year), RowTime::Month(month)) => {
                Month::new(*year, month).map(Period::month)
            }
            _ => None,
        };
        let Some(period) = period else {
            continue;
        };
        let period = if label.cumulative && period.is_month() {
            Period::year_to_date(period.from)
        } else {
            period
        };
        reading.drops.cell = Some((period, flow));
        let cell = number::read_marked(&reading.table.cell(*column), reading.mark_in(*column));
        if !own_unit {
            reading.note_unit(stated.unit);
        }
        let unit = stated.unit.or(reading.options.unit);
        if unit.is_none() && matches!(cell, Ok(ValueCell::Given(_, None))) {
            if !state.unit_missing {
                state.unit_missing = true;
                reading.wrong(*column, &InputError::UnitNotStated);
            }
            return None;
        }
        let is_figure = code == TextId::EMPTY;
        let value = match is_figure || label.cumulative {
            true => reading.value(*column, stated.unit).map(Some),
            false => reading.part(*column, stated.unit),
        };
        let Some(value) = value else {
            continue;
        };
        if let Some((_, interval)) = value {
            let key = (flow, partner, currency, code);
            if label.cumulative {
                reading.note_cumulative(key, period.to, interval);
            } else if period.is_month() {
                reading.note_month(key, period.from, interval);
            }
        }
        let line = reading.table.line();
        reading.push(Observation {
            kind: if is_figure {
                RowKind::Published
            } else {
                RowKind::Detail
            },
            value,
            ..Observation::printed_row((line, period, flow), (partner, currency, code))
        });
    }
    Some(())
}

/// The year or the month given by a row.
#[derive(Clone, Copy)]
pub(super) enum RowTime {
    None,
    Year(i32),
    Month(u32),
}

/// Notes the year given by the row, which holds for the rows below it until the next one, even if
/// the row itself is left out.
pub(super) fn settle_year(reading: &Reading<'_, '_>, columns: &WideColumns, state: &mut WideState) {
    let time = columns
        .roles
        .iter()
        .find(|(_, role)| *role == ColumnRole::Time);
    if let (Some((column, _)), Some((_, TimeOf::Month(_)))) = (time, columns.times.first()) {
        let cell = reading.table.cell(*column);
        if !cell.is_empty() {
            state.year = year_number(&cell);
        }
    }
}

/// The year or month given by the row; `None` for a row that sums or averages years or months.
pub(super) fn row_time(
    reading: &Reading<'_, '_>,
    columns: &WideColumns,
    state: &WideState,
) -> Option<RowTime> {
    let Some((column, _)) = columns
        .roles
        .iter()
        .find(|(_, role)| *role == ColumnRole::Time)
    else {
        return Some(RowTime::None);
    };
    if let Some((_, TimeOf::Month(_))) = columns.times.first() {
        return state.year.map(RowTime::Year);
    }
    let cell = reading.table.cell(*column);
    month_number(&cell).map(RowTime::Month)
}

/// The country other than China that reported the row, if a column names the reporter.
fn other_reporter(reading: &Reading<'_, '_>, columns: &WideColumns) -> Option<String> {
    let reporters = columns
        .roles
        .iter()
        .filter(|(_, role)| *role == ColumnRole::Reporter);
    reporters.into_iter().find_map(|(column, _)| {
        let cell = reading.table.cell(*column);
        let is_of_china =
            cell.is_empty() || &*cell == "156" || Partner::find(&cell).is_some_and(is_china);
        (!is_of_china).then(|| cell.into_owned())
    })
}

/// Notes whether the unit and the currency of a series are those of the titles. What is nearer to the
/// figures prevails, but titles that hold for none of them contradict them.
fn compare_with_titles(
    columns: &WideColumns,
    (unit, currency): (Option<Unit>, Currency),
    state: &mut WideState,
) {
    let whole = &columns.whole;
    if whole.two_units {
        return;
    }
    // `US dollars` over `thousand` states no other unit.
    let scale = |unit: Option<Unit>| unit.filter(|unit| *unit != Unit::ONE);
    let units = scale(unit).zip(scale(whole.unit));
    let units = units.map(|(own, of_titles)| own == of_titles);
    let currencies = whole.currency.map(|of_titles| of_titles == currency);
    for (agrees, place) in [units, currencies]
        .into_iter()
        .zip(&mut state.agree_with_titles)
    {
        *place = match (*place, agrees) {
            (Some(true), _) | (_, None) => *place,
            (_, agrees) => agrees,
        };
    }
}

/// Whether the label of the row, or the heading above it, names the same partner as its column. If
/// not, and one of the two is asked for, adds a problem.
fn partner_agrees(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    column: Option<PartnerOf>,
    label: &Label,
) -> bool {
    let (Some(named), Some(beside), Some(column)) = (label.partner, columns.partner, column) else {
        return true;
    };
    let in_column = reading.plain_partner(column, usize::MAX);
    let Some(in_column) = in_column.filter(|place| *place != named) else {
        return true;
    };
    let wanted = [named, in_column];
    if !wanted
        .into_iter()
        .any(|place| reading.options.partner.wants(place))
    {
        return true;
    }
    let labels = columns.roles.iter();
    let mut labels = labels.filter(|(_, role)| *role == ColumnRole::Label);
    let says =
        |column: usize| TextMeaning::of(&reading.table.cell(column)).partner() == Some(named);
    match labels.find(|(column, _)| says(*column)) {
        Some((label, _)) => reading.wrong_beside(*label, beside),
        // The heading above the row does.
        None => return true,
    }
    false
}

/// The partner of the series: from its column, its label or heading, the title, or else the partner
/// asked for.
pub(super) fn partner(
    reading: &mut Reading<'_, '_>,
    column: Option<PartnerOf>,
    label: &Label,
    state: &mut WideState,
) -> Option<u16> {
    if let Some(column) = column {
        return reading.wanted_partner(&column);
    }
    if let Some(place) = label.partner {
        reading.fixed_partner = Some(place);
        return reading.wanted_partner(&PartnerOf::Fixed(place));
    }
    let state = state
        .partner
        .get_or_insert_with(|| reading.assumed_partner());
    reading.wanted_partner(state.as_ref()?)
}
