//! Determines the flow, unit, currency and partner of each column of values.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::{NamedColumn, meaning_of_value};
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, InputRemark, Meaning, Partner, Perspective, Unit};

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

/// The columns of values. A column that is only partly understood is left out if another one with
/// its flow is fully understood, and is in doubt otherwise.
pub(super) fn values(
    reading: &mut Reading<'_, '_>,
    names: &[String],
    kinds: &[NamedColumn],
    taken: &mut [Option<Meaning>],
    (whole, flow_in_row, unit_in_row): (&TableDefaults, bool, bool),
) -> Option<Vec<ValueColumn>> {
    let mut values: Vec<ValueColumn> = Vec::new();
    let mut in_part: Vec<(usize, Option<Flow>, String)> = Vec::new();
    let mut all_known = true;
    let is_value = |column: usize| kinds[column] == NamedColumn::Value;
    // Programs number repeated names: `imports`, `imports.1`.
    let again = |column: usize| {
        let numbered = names[column].rsplit_once('.');
        numbered.is_some_and(|(name, number)| {
            number.bytes().all(|byte| byte.is_ascii_digit())
                && !number.is_empty()
                && names[..column].iter().any(|before| before == name)
        })
    };
    if let Some(second) = (0..names.len()).find(|column| is_value(*column) && again(*column)) {
        reading.wrong_column(second, &InputError::ColumnTwice);
        return None;
    }
    let has_money = (0..names.len())
        .any(|column| kinds[column] == NamedColumn::Money && taken[column].is_none());
    let states_all = (0..names.len()).any(|column| {
        let meaning = meaning_of_value(&names[column]);
        is_value(column)
            && taken[column].is_none()
            && meaning.flows.is_empty()
            && meaning.currency.is_some()
            && meaning.unit.is_some()
            && rest(reading, &meaning).is_empty()
    });
    let flows_named = names.iter().map(|name| TextMeaning::of(name).flow());
    let flows_named: Vec<Option<Flow>> = flows_named.collect();
    let mut flow_of_file: Option<Option<Flow>> = None;
    for (column, name) in names.iter().enumerate() {
        let is_money = kinds[column] == NamedColumn::Money;
        if taken[column].is_some() || !(is_value(column) || is_money) {
            continue;
        }
        let meaning = meaning_of_value(name);
        // `Amount` next to a column that names its currency is some other amount.
        let says_little = |meaning: &TextMeaning| {
            meaning.flow().is_none() && meaning.currency.is_none() && meaning.partners.is_empty()
        };
        if !is_money && says_little(&meaning) && (has_money || meaning.unit.is_none() && states_all)
        {
            continue;
        }
        // A total next to imports and exports is their sum, and is computed.
        let flows = |flow: Flow| flows_named.contains(&Some(flow));
        if meaning.total && meaning.flows.is_empty() && flows(Flow::Import) && flows(Flow::Export) {
            continue;
        }
        let rest = rest(reading, &meaning);
        let flow = meaning.flow();
        if !rest.is_empty() {
            in_part.push((column, flow, rest));
            continue;
        }
        let Some(turn) = side(reading, column, &meaning, whole) else {
            all_known = false;
            continue;
        };
        let flow_of = match flow {
            Some(flow) => {
                let flow = if turn { titles::reversed(flow) } else { flow };
                named_flow(reading, column, flow)
            }
            None if flow_in_row => Some(FlowOf::Row),
            None => match whole.flow.or(flow_of_sums(names, kinds)) {
                Some(flow) => named_flow(reading, column, flow),
                None => {
                    let flow = *flow_of_file.get_or_insert_with(|| reading.flow_of_file());
                    // The flow in a file name is given from the same perspective as the file.
                    let turn = whole.is_reversed && reading.given_flow.is_none();
                    let flow = flow.map(|flow| if turn { titles::reversed(flow) } else { flow });
                    flow.map(FlowOf::Known)
                }
            },
        };
        let currency = meaning
            .currency
            .or(whole.currency)
            .or(reading.options.currency);
        let needs_title = (meaning.unit.is_none() || meaning.currency.is_none()) && !unit_in_row;
        if (needs_title && whole.unit_in_doubt(reading)) || meaning.two_units {
            if meaning.two_units {
                reading.wrong_column(column, &InputError::UnknownUnit);
            }
            return None;
        }
        if currency.is_none() && !unit_in_row {
            reading.wrong_column(column, &InputError::CurrencyNotStated);
            all_known = false;
            continue;
        }
        let Some(flow) = flow_of else {
            all_known = false;
            continue;
        };
        let stated = StatedUnits {
            unit: meaning.unit,
            currency: meaning.currency,
        };
        let mut unit = whole.together(&stated).or(meaning.unit).or(whole.unit);
        let is_named =
            meaning.currency.or(whole.currency).is_some() || kinds.contains(&NamedColumn::Currency);
        if unit.is_none() && is_named && !unit_in_row {
            let place = reading.table.header_place(column);
            unit = reading.whole_units(column, name, (place, name));
        }
        if !unit_in_row {
            reading.note_unit(unit);
        }
        values.push(ValueColumn {
            column,
            flow,
            unit,
            currency: if unit_in_row {
                meaning.currency.or(whole.currency)
            } else {
                currency
            },
            partner: meaning.partner(),
            cumulative: whole.cumulative || reading.says_cumulative(&meaning),
        });
        taken[column] = Some(Meaning::Value);
    }
    // The file name may repeat the partner that the headers name.
    let mut partners = values.iter().map(|one| one.partner);
    if let Some(Some(first)) = partners.next()
        && partners.all(|one| one == Some(first))
        && Some(first) == file_name::partner(reading.file)
    {
        reading.accounts.placed.insert(Dimension::Partner);
    }
    if contradicts(reading, names, &values, whole) {
        return None;
    }
    for (column, flow, rest) in in_part {
        let whole_one = values.iter().any(|one| match (flow, one.flow) {
            (Some(flow), FlowOf::Known(known)) => flow == known,
            _ => true,
        });
        let words = TextMeaning::of(&names[column]);
        let unit = rest_is_unit(&names[column], &words);
        match whole_one {
            true => {
                taken[column] = Some(Meaning::Label);
                reading.remark(InputRemark::ColumnInPart {
                    name: names[column].clone(),
                    words: rest,
                });
            }
            false => {
                let wrong = if words.is_of(Dimension::OtherCurrency) {
                    InputError::UnknownCurrency
                } else if unit {
                    InputError::UnknownUnit
                } else {
                    InputError::HeadInDoubt(rest)
                };
                reading.wrong_column(column, &wrong);
                all_known = false;
            }
        }
    }
    if !all_known {
        return None;
    }
    let same = |one: &ValueColumn, other: &ValueColumn| {
        one.flow == other.flow
            && one.partner == other.partner
            && one.cumulative == other.cumulative
            && one.currency == other.currency
    };
    if let Some(second) = (0..values.len()).find(|at| {
        values[..*at]
            .iter()
            .any(|before| same(before, &values[*at]))
    }) {
        reading.wrong_column(values[second].column, &InputError::ColumnTwice);
        return None;
    }
    if values.is_empty() {
        reading.wrong_file(&InputError::NoSeries);
        return None;
    }
    Some(values)
}

/// The flow named by the column that sums the partners: `DPRK,ROK,Imports total`.
fn flow_of_sums(names: &[String], kinds: &[NamedColumn]) -> Option<Flow> {
    let sums = names.iter().zip(kinds);
    let sums = sums.filter(|(_, kind)| **kind == NamedColumn::Sum);
    let mut flows = sums.filter_map(|(name, _)| TextMeaning::of(name).flow());
    let first = flows.next()?;
    flows.all(|flow| flow == first).then_some(first)
}

/// Whether a title or note states another unit or currency than all headers. If so, adds a problem.
fn contradicts(
    reading: &mut Reading<'_, '_>,
    names: &[String],
    values: &[ValueColumn],
    whole: &TableDefaults,
) -> bool {
    let heads: Vec<TextMeaning> = values
        .iter()
        .map(|one| meaning_of_value(&names[one.column]))
        .collect();
    let has_heads = !heads.is_empty();
    // A currency in words states no scale.
    let scale = whole.unit.filter(|unit| *unit != Unit::ONE);
    let other_unit = has_heads
        && scale.is_some_and(|unit| {
            let differs = |meaning: &TextMeaning| {
                let own = StatedUnits {
                    unit: meaning.unit,
                    currency: meaning.currency,
                };
                // A title that names only the currency states no scale.
                let is_of_same = unit == Unit::ONE && whole.currency == own.currency;
                own.unit.is_some_and(|own| own != unit)
                    && whole.together(&own).is_none()
                    && !is_of_same
            };
            heads.iter().all(differs)
        });
    let other_currency = has_heads
        && whole.currency.is_some_and(|currency| {
            let differs =
                |meaning: &TextMeaning| meaning.currency.is_some_and(|own| own != currency);
            heads.iter().all(differs)
        });
    if other_unit || other_currency {
        reading.wrong_file(&InputError::TitleUnits);
    }
    other_unit || other_currency
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
pub(super) fn side(
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

pub(super) fn named_flow(
    reading: &mut Reading<'_, '_>,
    column: usize,
    flow: Flow,
) -> Option<FlowOf> {
    match reading.given_flow {
        Some(given) if given != flow => {
            let given = given.name();
            reading.wrong_column(column, &InputError::FlowDisagrees { given });
            None
        }
        _ => Some(FlowOf::Known(flow)),
    }
}
