//! Determines the flow, unit, currency and partner of one column of values by its head.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::{NamedColumn, meaning_of_value};
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, Partner, Perspective, Unit};

/// A column of values.
#[derive(Clone, Debug)]
pub(crate) struct ValueColumn {
    pub column: usize,
    pub flow: FlowOf,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    pub partner: Option<u16>,
    pub cumulative: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FlowOf {
    /// Given in each row, by the column of flows or by a label.
    Row,
    Known(Flow),
}

/// What the table says beside the heads of its values.
pub(super) struct HeadContext<'a> {
    pub names: &'a [String],
    pub kinds: &'a [NamedColumn],
    pub whole: &'a TableDefaults,
    pub flow_in_row: bool,
    pub unit_in_row: bool,
}

/// What is made of a column.
pub(super) enum ColumnRead {
    /// Its head is understood in part: its flow, and the words that are not understood.
    InPart(Option<Flow>, String),
    /// It is in doubt; a problem was added.
    InDoubt,
    Values(ValueColumn),
}

/// What is made of a column of values by its head. `None` if the whole table is in doubt, with a problem
/// added.
pub(super) fn value_column(
    reading: &mut Reading<'_, '_>,
    context: &HeadContext<'_>,
    column: usize,
    flow_of_file: &mut Option<Option<Flow>>,
) -> Option<ColumnRead> {
    let (whole, unit_in_row) = (context.whole, context.unit_in_row);
    let name = &context.names[column];
    let meaning = meaning_of_value(name);
    let rest = rest(reading, &meaning);
    if !rest.is_empty() {
        return Some(ColumnRead::InPart(meaning.flow(), rest));
    }
    let Some(turn) = side(reading, column, &meaning, whole) else {
        return Some(ColumnRead::InDoubt);
    };
    let flow = flow(reading, context, (column, &meaning, turn), flow_of_file);
    let currency = meaning
        .currency
        .or(whole.currency)
        .or(reading.options.currency);
    // The year to date beside the months, whose unit is not stated, is not needed.
    let is_stated = currency.is_some() || unit_in_row;
    if !is_stated
        && meaning.is_of(Dimension::Cumulative)
        && has_months(context, column, meaning.flow())
    {
        let words = meaning.names.iter().map(|(_, word)| word.as_str());
        let words = words.collect::<Vec<_>>().join(" ");
        return Some(ColumnRead::InPart(meaning.flow(), words));
    }
    let needs_title = (meaning.unit.is_none() || meaning.currency.is_none()) && !unit_in_row;
    if (needs_title && whole.unit_in_doubt(reading)) || meaning.two_units {
        if meaning.two_units {
            reading.wrong_column(column, &InputError::UnknownUnit);
        }
        return None;
    }
    if currency.is_none() && !unit_in_row {
        reading.wrong_column(column, &InputError::CurrencyNotStated);
        return Some(ColumnRead::InDoubt);
    }
    let Some(flow) = flow else {
        return Some(ColumnRead::InDoubt);
    };
    let unit = unit(reading, context, column, &meaning);
    Some(ColumnRead::Values(ValueColumn {
        column,
        flow,
        unit,
        currency: match unit_in_row {
            true => meaning.currency.or(whole.currency),
            false => currency,
        },
        partner: meaning.partner(),
        cumulative: whole.cumulative || reading.says_cumulative(&meaning),
    }))
}

/// Whether another column has the months of this flow, and states their currency.
fn has_months(context: &HeadContext<'_>, column: usize, flow: Option<Flow>) -> bool {
    let mut others = (0..context.names.len()).filter(|one| *one != column);
    others.any(|one| {
        let other = meaning_of_value(&context.names[one]);
        other.flow() == flow && other.currency.is_some() && other.names.is_empty()
    })
}

/// The flow of a column of values: that of its head, or else of the row, of the titles, of the sums next
/// to it, or of the file. `None` if there is none, or it is not the one given, with a problem added.
fn flow(
    reading: &mut Reading<'_, '_>,
    context: &HeadContext<'_>,
    (column, meaning, turn): (usize, &TextMeaning, bool),
    flow_of_file: &mut Option<Option<Flow>>,
) -> Option<FlowOf> {
    let turned = |flow: Flow, turn: bool| if turn { titles::reversed(flow) } else { flow };
    if let Some(flow) = meaning.flow() {
        return named_flow(reading, column, turned(flow, turn));
    }
    if context.flow_in_row {
        return Some(FlowOf::Row);
    }
    let whole = context.whole;
    if let Some(flow) = whole.flow.or(flow_of_sums(context.names, context.kinds)) {
        return named_flow(reading, column, flow);
    }
    let flow = *flow_of_file.get_or_insert_with(|| reading.flow_of_file());
    // The flow in a file name is given from the same perspective as the file.
    let turn = whole.is_reversed && reading.given_flow.is_none();
    flow.map(|flow| FlowOf::Known(turned(flow, turn)))
}

/// The unit of a column of values: that of its head, of the titles, or whole units of a currency.
fn unit(
    reading: &mut Reading<'_, '_>,
    context: &HeadContext<'_>,
    column: usize,
    meaning: &TextMeaning,
) -> Option<Unit> {
    let whole = context.whole;
    let stated = StatedUnits {
        unit: meaning.unit,
        currency: meaning.currency,
    };
    let mut unit = whole.together(&stated).or(meaning.unit).or(whole.unit);
    let is_named = meaning.currency.or(whole.currency).is_some()
        || context.kinds.contains(&NamedColumn::Currency);
    if unit.is_none() && is_named && !context.unit_in_row {
        let place = reading.table.header_place(column);
        let name = &context.names[column];
        unit = reading.whole_units(column, name, (place, name));
    }
    if !context.unit_in_row {
        reading.note_unit(unit);
    }
    unit
}

/// The flow named by the column that sums the partners: `DPRK,ROK,Imports total`.
fn flow_of_sums(names: &[String], kinds: &[NamedColumn]) -> Option<Flow> {
    let sums = names.iter().zip(kinds);
    let sums = sums.filter(|(_, kind)| **kind == NamedColumn::Sum);
    let mut flows = sums.filter_map(|(name, _)| TextMeaning::of(name).flow());
    let first = flows.next()?;
    flows.all(|flow| flow == first).then_some(first)
}

/// The words of a header that are not understood, except those that the user declared irrelevant.
pub(super) fn rest(reading: &Reading<'_, '_>, meaning: &TextMeaning) -> String {
    let named = meaning
        .names
        .iter()
        .filter(|(dimension, _)| match dimension {
            Dimension::Cumulative | Dimension::ReleaseStatus => false,
            Dimension::Good => !reading.options.all_goods,
            _ => true,
        });
    // Of two partners, none is that of the column.
    let partners = match meaning.partners.len() {
        0 | 1 => &[],
        _ => &meaning.partners[..],
    };
    let partners = partners.iter().filter_map(|place| Partner::at(*place));
    let partners: Vec<&str> = partners.map(|partner| &*partner.en).collect();
    let years: Vec<String> = meaning.years.iter().map(i32::to_string).collect();
    let words = named
        .map(|(_, word)| word)
        .chain(&meaning.unknown)
        .chain(&meaning.numbers)
        .chain(&years);
    let words: Vec<&str> = words
        .map(String::as_str)
        .chain(partners)
        .filter(|word| !reading.is_word_ignored(word))
        .collect();
    words.join(" ")
}

/// Whether unknown words are in the position of a unit: `value_eur_mn`.
pub(super) fn rest_is_unit(name: &str, meaning: &TextMeaning) -> bool {
    let scaled = meaning.unit.is_some() || !meaning.unknown.is_empty() && meaning.flows.is_empty();
    scaled
        && meaning.names.is_empty()
        && meaning.currency.is_none()
        && meaning.partners.is_empty()
        && !name.is_empty()
}

/// Whether the flow of a header must be reversed; `None` if its perspective is in doubt.
fn side(
    reading: &mut Reading<'_, '_>,
    column: usize,
    meaning: &TextMeaning,
    whole: &TableDefaults,
) -> Option<bool> {
    let perspective = match (reading.options.file_side, meaning.side) {
        (Some(given), _) => Some(given),
        (None, WhoseTrade::Of(named)) => Some(named),
        (None, WhoseTrade::NotStated) => return Some(whole.is_reversed),
        (None, WhoseTrade::Unclear) if whole.is_reversed => Some(Perspective::Partner),
        (None, WhoseTrade::Unclear) => None,
    };
    match perspective {
        Some(Perspective::Partner) => {
            titles::say_turned(reading, meaning.partner().or(whole.partner));
            Some(true)
        }
        Some(Perspective::Reporter) => Some(false),
        None => {
            reading.wrong_column(column, &InputError::SideInDoubt);
            None
        }
    }
}

fn named_flow(reading: &mut Reading<'_, '_>, column: usize, flow: Flow) -> Option<FlowOf> {
    match reading.given_flow {
        Some(given) if given != flow => {
            let given = given.name();
            reading.wrong_column(column, &InputError::FlowDisagrees { given });
            None
        }
        _ => Some(FlowOf::Known(flow)),
    }
}
