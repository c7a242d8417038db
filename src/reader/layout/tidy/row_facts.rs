//! What a row says of all its values: its month, partner, label, good, currency and unit.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::tidy::state::pass;
use crate::reader::layout::tidy::sums::is_unit_of_quantity;
use crate::reader::layout::tidy::time_column::TimeAt;
use crate::reader::layout::tidy::traders::{self, Traders};
use crate::reader::layout::tidy::whose::{is_turned, partner};
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, Month, Partner, Period, SkipReason, TextId, Unit};

/// What a row says of all its values.
pub(super) struct RowFacts {
    pub line: u64,
    /// What the heading above the row says.
    pub heading: TextMeaning,
    /// What the label of the row says.
    pub label: TextMeaning,
    /// What the cell of the flow says.
    pub of_flow: TextMeaning,
    /// The flow, if the row names who sends and who receives.
    pub flow_traded: Option<Flow>,
    pub partner: u16,
    pub partner_column: Option<usize>,
    /// Whether the file tells the flows of the row from the partner's side.
    pub is_reversed: bool,
    /// Whether the label or the heading tells the flow from the partner's side.
    pub is_text_turned: bool,
    /// `None` if the month is wrong, with a problem added; the same holds for the code.
    pub period: Option<Period>,
    pub code: Option<TextId>,
    pub currency: Option<Currency>,
    pub stated: StatedUnits,
    pub scale: Option<Unit>,
}

/// Keeps the year that the row gives: it holds for the rows below, even if this one is left out.
pub(super) fn keep_year(reading: &Reading<'_, '_>, columns: &TidyColumns, state: &mut TidyState) {
    if let TimeAt::Parts { year, .. } = columns.time {
        let text = reading.table.cell(year);
        if !text.is_empty() {
            state.year = year_number(&text);
        }
    }
}

/// What the row says of all its values. `None` if it is left out, or if a problem was added.
pub(super) fn facts(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<RowFacts> {
    let line = reading.table.line();
    if state.heading.not_understood {
        let text = state.heading.text.clone();
        pass(state, SkipReason::Heading, line, &text);
        return None;
    }
    let of_flow = words_of_flow(reading, columns, state)?;
    if !is_monthly(reading, columns, state) {
        return None;
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
        Some(traders) => Some(traded(reading, traders, state)?),
        None => None,
    };
    let partner_column = columns.partner.and_then(|partner| partner.column());
    // Told from the partner's side, its trade with others than China is none of China's.
    if columns.partner_has_china
        && let Some(column) = partner_column
        && !Partner::find(&reading.table.cell(column)).is_some_and(is_china)
    {
        pass(state, SkipReason::Label, line, &reading.table.cell(column));
        return None;
    }
    let (partner, is_reversed) = match &traded {
        Some((_, partner)) => {
            reading.note_china();
            (reading.wanted_partner(partner)?, false)
        }
        None => partner(reading, columns, &label, state)?,
    };
    if !label_agrees(reading, columns, (&label, partner, partner_column), state) {
        return None;
    }
    let is_text_turned = traded.is_none() && is_turned(reading, columns, &label, state)?;
    let code = match columns.code {
        Some(column) if !is_code_of_all(reading, column, columns.name) => {
            reading.code_or_all(column, columns.name)
        }
        _ => Some(TextId::EMPTY),
    };
    let currency = reading.optional(columns.currency, vocabulary::currency)?;
    if let Some(column) = columns.unit
        && is_unit_of_quantity(&reading.table.cell(column))
    {
        pass(state, SkipReason::Label, line, &reading.table.cell(column));
        return None;
    }
    let stated = reading
        .optional(columns.unit, vocabulary::stated)?
        .unwrap_or_default();
    let scale = reading.optional(columns.scale, vocabulary::scale_of_cell)?;
    Some(RowFacts {
        line,
        heading: state.heading.meaning.clone(),
        label,
        of_flow,
        flow_traded: traded.map(|(flow, _)| flow),
        partner,
        partner_column,
        is_reversed,
        is_text_turned,
        period,
        code,
        currency,
        stated,
        scale,
    })
}

/// What the cell of the flow says. `None` for a row of another kind of figures, which is left out:
/// goods in transit, quantities, prices, changes and the like are not imports or exports here.
fn words_of_flow(
    reading: &Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<TextMeaning> {
    let Some(column) = columns.flow else {
        return Some(TextMeaning::default());
    };
    let cell = reading.table.cell(column);
    let meaning = TextMeaning::of(&cell);
    let is_other = |dimension: Dimension| dimension != Dimension::ReleaseStatus;
    let mut names = meaning.names.iter();
    if names.any(|(dimension, _)| is_other(*dimension)) && !reading.is_ignored(&cell) {
        pass(state, SkipReason::Label, reading.table.line(), &cell);
        return None;
    }
    Some(meaning)
}

/// Whether the row is of a month, by its frequency. Others are left out.
fn is_monthly(reading: &Reading<'_, '_>, columns: &TidyColumns, state: &mut TidyState) -> bool {
    let Some(column) = columns.frequency else {
        return true;
    };
    let cell = reading.table.cell(column);
    let plain = vocabulary::plain(&cell);
    let monthly = ["", "m", "monthly", "month", "月", "月度", "월", "월간"].contains(&&*plain);
    let yearly = [
        "a", "y", "annual", "yearly", "年", "年度", "연", "연간", "년",
    ]
    .contains(&&*plain);
    let fits = monthly || yearly && columns.dates.are_whole_years();
    if !fits {
        pass(state, SkipReason::Frequency, reading.table.line(), &cell);
    }
    fits
}

/// The flow and the partner of a row that names who sends and who receives. `None` if it is not China's
/// trade, or another flow than the one given: the row is left out.
fn traded(
    reading: &Reading<'_, '_>,
    traders: Traders,
    state: &mut TidyState,
) -> Option<(Flow, PartnerOf)> {
    let traded = traders::of_row(reading, traders);
    let given = reading.given_flow;
    let is_given = |flow: Flow| given.is_none_or(|given| given == flow);
    if traded.is_none_or(|(flow, _)| !is_given(flow)) {
        let why = traded.map_or(SkipReason::Label, |_| SkipReason::Flow);
        pass(
            state,
            why,
            reading.table.line(),
            &reading.table.cell(traders.receiver),
        );
        return None;
    }
    traded
}

/// Whether the label names no other partner than that of the row. Otherwise adds a problem, or leaves
/// out the row.
fn label_agrees(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    (label, partner, partner_column): (&TextMeaning, u16, Option<usize>),
    state: &mut TidyState,
) -> bool {
    let Some(named) = label.partner().filter(|named| *named != partner) else {
        return true;
    };
    let names_it =
        |column: &usize| TextMeaning::of(&reading.table.cell(*column)).partner() == Some(named);
    let label = columns.labels.iter().copied().find(names_it);
    match (label, partner_column) {
        (Some(label), Some(beside)) => reading.wrong_beside(label, beside),
        _ => {
            pass(
                state,
                SkipReason::Label,
                reading.table.line(),
                &reading.table.cell(label.unwrap_or(0)),
            );
        }
    }
    false
}

/// Whether the code is zeros and the name next to it is that of all goods: `00`, `총계`.
fn is_code_of_all(reading: &Reading<'_, '_>, code: usize, name: Option<usize>) -> bool {
    let cell = reading.table.cell(code);
    let is_zero = !cell.is_empty() && cell.bytes().all(|byte| byte == b'0');
    let named = name.map(|name| vocabulary::plain(&reading.table.cell(name)));
    is_zero && named.is_some_and(|name| vocabulary::is_all_goods(&name))
}

/// The meaning of the row's labels; or the text of a label that is not a value of trade or was not
/// understood.
fn label(reading: &Reading<'_, '_>, columns: &TidyColumns) -> Result<TextMeaning, String> {
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

/// The month of the row, or its period. `None` if there is none, with a problem added.
fn period(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> Option<Period> {
    let year_number = state.year;
    match columns.time {
        TimeAt::Column(column) => {
            let cell = reading.table.cell(column);
            let read = match columns.dates.read(&cell) {
                Err(InputError::Month(MonthError::NotAMonth)) => {
                    next_to(&cell, state).ok_or(InputError::Month(MonthError::NotAMonth))
                }
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
                .ok_or(InputError::Month(MonthError::NotAMonth));
            reading.or_wrong(if year_number.is_some() { month } else { year }, read)
        }
    }
}
