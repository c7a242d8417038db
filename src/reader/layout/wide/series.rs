//! Reads the cells of one row: a value of one series for each month.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::series_label::Label;
use crate::reader::layout::tidy::sums::is_sum;
use crate::reader::layout::titles::reversed;
use crate::reader::layout::wide::columns::WideColumns;
use crate::reader::layout::wide::roles::ColumnRole;
use crate::reader::layout::wide::series_units::{compare_with_titles, units, whole_units};
use crate::reader::layout::wide::state::WideState;
use crate::reader::layout::wide::times::TimeOf;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, Month, Observation, Partner, Period, RowKind, TextId, Unit};

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
    let flow = flow(reading, columns, label)?;
    let units = units(reading, columns, label, state)?;
    let from_title = !units.is_own && label.unit == columns.whole.unit || label.unit.is_none();
    if columns.whole.two_units && from_title {
        if !state.unit_missing {
            state.unit_missing = true;
            columns.whole.unit_in_doubt(reading);
        }
        return None;
    }
    let currency = reading.currency(units.own_currency, units.stated.currency, units.column)?;
    compare_with_titles(columns, (units.stated.unit, currency), state);
    let flow = flow?;
    let Some(row_time) = row_time(reading, columns, state) else {
        leave_out_sum(reading, columns, state);
        return None;
    };
    let series = Series {
        partner,
        flow,
        currency,
        code: units.code,
        unit: units
            .stated
            .unit
            .or(whole_units(reading, columns, &units, times)),
        is_unit_own: units.is_own,
        is_cumulative: label.cumulative,
    };
    for (column, time) in times {
        if let Some(period) = period(*time, row_time) {
            add_value(reading, &series, *column, period, state)?;
        }
    }
    Some(())
}

/// The flow of a series: that of its label, or else of the file. `None` in its place if there is none,
/// with a problem added; `None` for all if another flow was given.
fn flow(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    label: &Label,
) -> Option<Option<Flow>> {
    let of_file = |flow: Flow| match columns.whole.is_reversed {
        true => reversed(flow),
        false => flow,
    };
    let flow = match label.flow {
        Some(flow) => Some(flow),
        None => reading.flow_of_file_once().map(of_file),
    };
    if let (Some(given), Some(flow)) = (reading.given_flow, flow)
        && given != flow
    {
        let given = given.name();
        reading.wrong_row(&InputError::FlowDisagrees { given });
        return None;
    }
    Some(flow)
}

/// Counts a row without a time as left out, unless it sums or averages others.
fn leave_out_sum(reading: &Reading<'_, '_>, columns: &WideColumns, state: &mut WideState) {
    let mut time = columns.roles.iter();
    let time = time.find(|(_, role)| *role == ColumnRole::Time);
    let text = time.map_or_else(String::new, |(at, _)| reading.table.cell(*at).into_owned());
    if !is_sum(&text) {
        let line = reading.table.line();
        state.left_out.get_or_insert((0, line, text)).0 += 1;
    }
}

/// The period of a column in a row; `None` if the two do not give one.
fn period(time: TimeOf, row_time: RowTime) -> Option<Period> {
    match (time, row_time) {
        (TimeOf::Whole(period), _) => Some(period),
        (TimeOf::Month(month), RowTime::Year(year))
        | (TimeOf::Year(year), RowTime::Month(month)) => Month::new(year, month).map(Period::month),
        _ => None,
    }
}

/// What all values of a series have in common.
struct Series {
    partner: u16,
    flow: Flow,
    currency: Currency,
    code: TextId,
    unit: Option<Unit>,
    /// Whether a column states the unit.
    is_unit_own: bool,
    is_cumulative: bool,
}

/// Adds one value of a series. `None` if its unit is not stated, so that the others cannot be read
/// either; a value that is wrong is reported and left out.
fn add_value(
    reading: &mut Reading<'_, '_>,
    series: &Series,
    column: usize,
    period: Period,
    state: &mut WideState,
) -> Option<()> {
    let (flow, currency, code) = (series.flow, series.currency, series.code);
    let period = match series.is_cumulative && period.is_month() {
        true => Period::year_to_date(period.from),
        false => period,
    };
    reading.drops.cell = Some((period, flow));
    let cell = number::read_marked(&reading.table.cell(column), reading.mark_in(column));
    if !series.is_unit_own {
        reading.note_unit(series.unit);
    }
    let unit = series.unit.or(reading.options.unit);
    if unit.is_none() && matches!(cell, Ok(ValueCell::Given(_, None))) {
        if !state.unit_missing {
            state.unit_missing = true;
            reading.wrong(column, &InputError::UnitNotStated);
        }
        return None;
    }
    let is_figure = code == TextId::EMPTY;
    let value = match is_figure || series.is_cumulative {
        true => reading.value(column, series.unit).map(Some),
        false => reading.part(column, series.unit),
    };
    let Some(value) = value else {
        return Some(());
    };
    if let Some((_, interval)) = value {
        let key = (flow, series.partner, currency, code);
        if series.is_cumulative {
            reading.note_cumulative(key, period.to, interval);
        } else if period.is_month() {
            reading.note_month(key, period.from, interval);
        }
    }
    let line = reading.table.line();
    reading.push(Observation {
        kind: match is_figure {
            true => RowKind::Published,
            false => RowKind::Detail,
        },
        value,
        ..Observation::printed_row((line, period, flow), (series.partner, currency, code))
    });
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
