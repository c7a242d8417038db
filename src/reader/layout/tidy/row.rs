//! Reads one row: its month, partner, label, unit and values.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::tidy::beside::MadeOfRow;
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::tidy::state::pass;
use crate::reader::layout::tidy::sums::is_unit_of_quantity;
use crate::reader::layout::tidy::time_column::TimeAt;
use crate::reader::layout::tidy::traders;
use crate::reader::layout::tidy::values::FlowOf;
use crate::reader::layout::tidy::whose::{is_turned, partner};
use crate::reader::layout::titles;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Month, Observation, Partner, Period, SkipReason, TextId, Unit};

pub(super) fn read_row(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<()> {
    let line = reading.table.line();
    // The year holds for the rows below it, even if its own row is left out.
    if let TimeAt::Parts { year, .. } = columns.time {
        let text = reading.table.cell(year);
        if !text.is_empty() {
            state.year = year_number(&text);
        }
    }
    if state.heading.not_understood {
        let text = state.heading.text.clone();
        pass(state, SkipReason::Heading, line, &text);
        return None;
    }
    let mut of_flow = TextMeaning::default();
    if let Some(column) = columns.flow {
        let cell = reading.table.cell(column);
        of_flow = TextMeaning::of(&cell);
        // Goods in transit, quantities, prices, changes and the like are not imports or exports here.
        let is_other = |dimension: Dimension| dimension != Dimension::ReleaseStatus;
        let mut names = of_flow.names.iter();
        if names.any(|(dimension, _)| is_other(*dimension)) && !reading.is_ignored(&cell) {
            pass(state, SkipReason::Label, line, &cell);
            return None;
        }
    }
    if let Some(column) = columns.frequency {
        let cell = reading.table.cell(column);
        let plain = vocabulary::plain(&cell);
        let monthly = ["", "m", "monthly", "month", "月", "月度", "월", "월간"].contains(&&*plain);
        if !monthly {
            pass(state, SkipReason::Frequency, line, &cell);
            return None;
        }
    }
    let label = match label(reading, columns) {
        Ok(label) => label,
        Err(text) => {
            // If the file name mentions the same, it refers to these rows.
            for (dimension, _) in TextMeaning::of(&text).names {
                reading.accounts.placed.insert(dimension);
            }
            pass(state, SkipReason::Label, line, &text);
            return None;
        }
    };
    let period = period(reading, columns, state);
    if reading.is_good_without_code(columns.code, columns.name) {
        reading.count_without_code();
        return None;
    }
    let traded = match columns.traders {
        Some(traders) => {
            let traded = traders::of_row(reading, traders);
            let given = reading.given_flow;
            let is_given = |flow: Flow| given.is_none_or(|given| given == flow);
            if traded.is_none_or(|(flow, _)| !is_given(flow)) {
                let why = traded.map_or(SkipReason::Label, |_| SkipReason::Flow);
                let text = reading.table.cell(traders.receiver).into_owned();
                pass(state, why, line, &text);
                return None;
            }
            traded
        }
        None => None,
    };
    let partner_column = columns.partner.and_then(|partner| partner.column());
    // Told from the partner's side, its trade with others than China is none of China's.
    if columns.partner_has_china
        && let Some(column) = partner_column
        && !Partner::find(&reading.table.cell(column)).is_some_and(is_china)
    {
        let text = reading.table.cell(column).into_owned();
        pass(state, SkipReason::Label, line, &text);
        return None;
    }
    let (partner, is_reversed) = match &traded {
        Some((_, partner)) => {
            reading.note_china();
            (reading.wanted_partner(partner)?, false)
        }
        None => partner(reading, columns, &label, state)?,
    };
    if let Some(named) = label.partner().filter(|named| *named != partner) {
        let names_it =
            |column: &usize| TextMeaning::of(&reading.table.cell(*column)).partner() == Some(named);
        let label = columns.labels.iter().copied().find(names_it);
        match (label, partner_column) {
            (Some(label), Some(beside)) => reading.wrong_beside(label, beside),
            _ => {
                let text = reading.table.cell(label.unwrap_or(0)).into_owned();
                pass(state, SkipReason::Label, line, &text);
            }
        }
        return None;
    }
    let turn = traded.is_none() && is_turned(reading, columns, &label, state)?;
    let code = match columns.code {
        Some(column) if !is_code_of_all(reading, column, columns.name) => {
            reading.code_or_all(column, columns.name)
        }
        _ => Some(TextId::EMPTY),
    };
    let own_currency = reading.optional(columns.currency, vocabulary::currency)?;
    if let Some(column) = columns.unit
        && is_unit_of_quantity(&reading.table.cell(column))
    {
        let text = reading.table.cell(column).into_owned();
        pass(state, SkipReason::Label, line, &text);
        return None;
    }
    let stated = reading
        .optional(columns.unit, vocabulary::stated)?
        .unwrap_or_default();
    let scale = reading.optional(columns.scale, vocabulary::scale_of_cell)?;
    let heading = state.heading.meaning.clone();
    let mut made = MadeOfRow::default();
    for values in &columns.values {
        let (flow, blamed) = match values.flow {
            FlowOf::Known(flow) => {
                // A row of exports cannot have a value of imports, whatever its column is called.
                let own = match columns.flow {
                    Some(column) if reading.table.cell(column).is_empty() => None,
                    Some(column) => reading.flow_or_balance(column),
                    None => label.flow().or(heading.flow()),
                };
                let own = if turn { own.map(titles::reversed) } else { own };
                if own.is_some_and(|own| own != flow) {
                    let text = reading.table.cell(values.column).into_owned();
                    pass(state, SkipReason::Label, line, &text);
                    continue;
                }
                (Some(flow), values.column)
            }
            FlowOf::Row if let Some((flow, _)) = traded => (Some(flow), values.column),
            FlowOf::Row => match (columns.flow, label.flow().or(heading.flow())) {
                (Some(column), _) => (reading.flow_or_balance(column), column),
                (None, Some(flow)) => (Some(flow), values.column),
                (None, None) => (reading.flow_of_file_once(), values.column),
            },
        };
        // The perspective may be given by the row or by the file. A flow known from its column is
        // already reversed.
        let turn = matches!(values.flow, FlowOf::Row) && (is_reversed || turn);
        let flow = if turn {
            flow.map(titles::reversed)
        } else {
            flow
        };
        let partner = match (values.partner, partner_column) {
            (Some(named), Some(beside)) if named != partner => {
                reading.wrong_beside(values.column, beside);
                continue;
            }
            (named, _) => named.unwrap_or(partner),
        };
        if !reading.options.partner.wants(partner) {
            reading.observations.partners_seen.insert(partner);
            continue;
        }
        let currencies = [
            label.currency,
            of_flow.currency,
            stated.currency,
            values.currency,
            heading.currency,
        ];
        let unit_stated = currencies.into_iter().flatten().next();
        if currencies
            .into_iter()
            .flatten()
            .any(|one| Some(one) != unit_stated)
        {
            reading.wrong(values.column, &InputError::CurrencyDisagrees);
            continue;
        }
        let currency = reading.currency(own_currency, unit_stated, values.column);
        let unit = unit(&[
            label.unit,
            of_flow.unit,
            stated.unit,
            scale,
            values.unit,
            heading.unit,
        ]);
        let unit = reading.or_wrong(values.column, unit);
        let cumulative = values.cumulative || reading.says_cumulative(&label);
        let is_part = !cumulative && code.is_some_and(|code| code != TextId::EMPTY);
        let value = unit.and_then(|unit| match is_part {
            _ if flow == Some(Flow::Balance) => Some(reading.balance(values.column, unit)),
            true => reading.part(values.column, unit),
            false => reading.value(values.column, unit).map(Some),
        });
        let (Some(period), Some(code), Some(flow), Some(currency), Some(value)) =
            (period, code, flow, currency, value)
        else {
            continue;
        };
        if let Some((_, interval)) = value
            && period.is_month()
            && flow != Flow::Balance
        {
            let key = (flow, partner, currency, code);
            match cumulative {
                true => reading.note_cumulative(key, period.from, interval),
                false => reading.note_month(key, period.from, interval),
            }
        }
        let period = if cumulative && period.is_month() {
            Period::year_to_date(period.from)
        } else {
            period
        };
        let row = Observation {
            value,
            ..Observation::printed_row((line, period, flow), (partner, currency, code))
        };
        match flow {
            Flow::Balance => reading.note_balance(&row, blamed),
            _ => {
                state.taken += 1;
                made.add(&row);
                reading.push(row);
            }
        }
    }
    made.check(reading, columns);
    Some(())
}

/// Whether the code is zeros and the name next to it is that of all goods: `00`, `총계`.
fn is_code_of_all(reading: &Reading<'_, '_>, code: usize, name: Option<usize>) -> bool {
    let cell = reading.table.cell(code);
    let is_zero = !cell.is_empty() && cell.bytes().all(|byte| byte == b'0');
    let named = name.map(|name| vocabulary::plain(&reading.table.cell(name)));
    is_zero && named.is_some_and(|name| vocabulary::is_all_goods(&name))
}

/// The one unit of all that are stated. A scale takes precedence over whole currency units.
pub(super) fn unit(stated: &[Option<Unit>]) -> Result<Option<Unit>, InputError> {
    let mut scales: Vec<Unit> = stated
        .iter()
        .flatten()
        .copied()
        .filter(|unit| *unit != Unit::ONE)
        .collect();
    scales.dedup();
    match scales[..] {
        [] => Ok(stated.iter().flatten().next().copied()),
        [only] => Ok(Some(only)),
        _ => Err(InputError::Number(NumberError::TwoUnits)),
    }
}

/// The meaning of the row's labels; or the text of a label that is not a value of trade or was not
/// understood.
pub(super) fn label(
    reading: &Reading<'_, '_>,
    columns: &TidyColumns,
) -> Result<TextMeaning, String> {
    let mut label = TextMeaning::default();
    for column in &columns.labels {
        let text = reading.table.cell(*column);
        if text.is_empty() || reading.is_ignored(&text) {
            continue;
        }
        let meaning = TextMeaning::of(&text);
        let other = |dimension: Dimension| {
            !matches!(dimension, Dimension::Cumulative | Dimension::ReleaseStatus)
        };
        let strange = meaning.unknown.iter().any(|word| !reading.is_ignored(word));
        let named = meaning.names.iter().any(|(dimension, _)| other(*dimension));
        if strange
            || named
            || meaning.flow() == Some(Flow::Balance)
            || meaning.flows.len() > 1 && meaning.flow().is_none()
        {
            return Err(text.into_owned());
        }
        let differs = |one: Option<Flow>, other: Option<Flow>| {
            one.zip(other).is_some_and(|(one, other)| one != other)
        };
        let contradicts = differs(label.flow(), meaning.flow())
            || label
                .partner()
                .zip(meaning.partner())
                .is_some_and(|(one, other)| one != other)
            || label
                .unit
                .zip(meaning.unit)
                .is_some_and(|(one, other)| one != other)
            || label
                .currency
                .zip(meaning.currency)
                .is_some_and(|(one, other)| one != other);
        if contradicts || meaning.partners.len() > 1 || meaning.two_units {
            return Err(text.into_owned());
        }
        label.flows.extend(meaning.flows);
        label.partners.extend(meaning.partners);
        label.names.extend(meaning.names);
        label.side = label.side.and(meaning.side);
        label.unit = label.unit.or(meaning.unit);
        label.currency = label.currency.or(meaning.currency);
    }
    Ok(label)
}

/// The month in a cell that leaves out the year, as the one directly after or before that of the row
/// above. A year that begins says so, if the months rise: `Jan 2017`.
fn next_to(cell: &str, state: &TidyState) -> Option<Period> {
    let above = state.month_above.filter(|above| above.is_month())?.from;
    // A bare number may be anything.
    let month = month_number(cell).filter(|_| cell.chars().any(char::is_alphabetic))?;
    let same = month == above.month();
    let follows = month == above.month() + 1 || month + 1 == above.month();
    (same || follows)
        .then(|| Month::new(above.year(), month))
        .flatten()
        .map(Period::month)
}

pub(super) fn period(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<Period> {
    let year_number = state.year;
    match columns.time {
        TimeAt::Column(column) => {
            let cell = reading.table.cell(column);
            let read = match columns.dates.read(&cell) {
                Err(InputError::NotAMonth) => next_to(&cell, state).ok_or(InputError::NotAMonth),
                read => read,
            };
            state.month_above = read.as_ref().ok().copied();
            reading.or_wrong(column, read)
        }
        TimeAt::Parts { year, month } => {
            let number = month_number(&reading.table.cell(month));
            let found = year_number
                .zip(number)
                .and_then(|(year, month)| Month::new(year, month));
            let whole = columns
                .dates
                .read(&reading.table.cell(month))
                .ok()
                .filter(|period| Some(period.from.year()) == year_number);
            let read = found
                .map(Period::month)
                .or(whole)
                .ok_or(InputError::NotAMonth);
            reading.or_wrong(if year_number.is_some() { month } else { year }, read)
        }
    }
}
