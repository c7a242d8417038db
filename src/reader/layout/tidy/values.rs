//! Settles which columns have values, and that no two of them give the same figures.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::{NamedColumn, meaning_of_value};
use crate::reader::layout::tidy::value_column::{
    ColumnRead, FlowOf, HeadContext, ValueColumn, rest, rest_is_unit, value_column,
};
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, InputRemark, Meaning, Unit};

/// The columns of values. A column that is only partly understood is left out if another one with
/// its flow is fully understood, and is in doubt otherwise.
pub(super) fn values(
    reading: &mut Reading<'_, '_>,
    context: &HeadContext<'_>,
    taken: &mut [Option<Meaning>],
) -> Option<Vec<ValueColumn>> {
    let names = context.names;
    if let Some(second) = numbered(context) {
        reading.wrong_column(second, &InputError::ColumnTwice);
        return None;
    }
    let mut values: Vec<ValueColumn> = Vec::new();
    let mut in_part: Vec<(usize, Option<Flow>, String)> = Vec::new();
    let mut all_known = true;
    let free: Vec<usize> = (0..names.len())
        .filter(|column| taken[*column].is_none())
        .collect();
    let together = FreeColumns::of(reading, context, &free);
    let mut flow_of_file: Option<Option<Flow>> = None;
    for column in free {
        if together.set_apart(context, column) {
            continue;
        }
        match value_column(reading, context, column, &mut flow_of_file)? {
            ColumnRead::InPart(flow, rest) => in_part.push((column, flow, rest)),
            ColumnRead::InDoubt => all_known = false,
            ColumnRead::Values(one) => {
                values.push(one);
                taken[column] = Some(Meaning::Value);
            }
        }
    }
    // The file name may repeat the partner that the headers name.
    let mut partners = values.iter().map(|one| one.partner);
    if let Some(Some(first)) = partners.next()
        && partners.all(|one| one == Some(first))
        && Some(first) == file_name::partner(reading.file)
    {
        reading.accounts.placed.insert(Dimension::Partner);
    }
    if contradicts(reading, names, &values, context.whole) {
        return None;
    }
    for (column, flow, rest) in in_part {
        match has_flow(&values, flow) {
            true => {
                taken[column] = Some(Meaning::Label);
                reading.remark(InputRemark::ColumnInPart {
                    name: names[column].clone(),
                    words: rest,
                });
            }
            false => {
                reading.wrong_column(column, &not_understood(&names[column], rest));
                all_known = false;
            }
        }
    }
    if !all_known {
        return None;
    }
    if let Some(second) = said_twice(&values) {
        reading.wrong_column(second, &InputError::ColumnTwice);
        return None;
    }
    if values.is_empty() {
        reading.wrong_file(&InputError::NoSeries);
        return None;
    }
    Some(values)
}

/// The first column of values whose name a program numbered because another has it: `imports.1`.
fn numbered(context: &HeadContext<'_>) -> Option<usize> {
    let names = context.names;
    let is_again = |column: &usize| {
        let numbered = names[*column].rsplit_once('.');
        numbered.is_some_and(|(name, number)| {
            number.bytes().all(|byte| byte.is_ascii_digit())
                && !number.is_empty()
                && names[..*column].iter().any(|before| before == name)
        })
    };
    let mut values = (0..names.len()).filter(|at| context.kinds[*at] == NamedColumn::Value);
    values.find(is_again)
}

/// What the free columns show together, of which some may be set apart for it.
struct FreeColumns {
    /// Whether one is of money in a currency that its name states.
    has_money: bool,
    /// Whether one states its currency and unit, and nothing else.
    states_all: bool,
    /// Whether imports and exports are among them.
    has_both_flows: bool,
}

impl FreeColumns {
    fn of(reading: &Reading<'_, '_>, context: &HeadContext<'_>, free: &[usize]) -> FreeColumns {
        let (names, kinds) = (context.names, context.kinds);
        let states_all = |column: &usize| {
            let meaning = meaning_of_value(&names[*column]);
            kinds[*column] == NamedColumn::Value
                && meaning.flows.is_empty()
                && meaning.currency.is_some()
                && meaning.unit.is_some()
                && rest(reading, &meaning).is_empty()
        };
        let flows = names.iter().map(|name| TextMeaning::of(name).flow());
        let flows: Vec<Option<Flow>> = flows.collect();
        let mut both = [Flow::Import, Flow::Export].into_iter();
        FreeColumns {
            has_money: free.iter().any(|one| kinds[*one] == NamedColumn::Money),
            states_all: free.iter().any(states_all),
            has_both_flows: both.all(|flow| flows.contains(&Some(flow))),
        }
    }

    /// Whether a column is none of values, or has those that others give: an `Amount` next to a column
    /// that names its currency is some other amount, and a total next to imports and exports is their
    /// sum.
    fn set_apart(&self, context: &HeadContext<'_>, column: usize) -> bool {
        let kind = context.kinds[column];
        if !matches!(kind, NamedColumn::Value | NamedColumn::Money) {
            return true;
        }
        let meaning = meaning_of_value(&context.names[column]);
        let says_little =
            meaning.flow().is_none() && meaning.currency.is_none() && meaning.partners.is_empty();
        let is_other = says_little
            && kind == NamedColumn::Value
            && (self.has_money || meaning.unit.is_none() && self.states_all);
        let is_sum = meaning.total && meaning.flows.is_empty() && self.has_both_flows;
        is_other || is_sum
    }
}

/// Whether one of the columns has the values of a flow, or any if none is named.
fn has_flow(values: &[ValueColumn], flow: Option<Flow>) -> bool {
    values.iter().any(|one| match (flow, one.flow) {
        (Some(flow), FlowOf::Known(known)) => flow == known,
        _ => true,
    })
}

/// The error of a head with words that are not understood.
fn not_understood(name: &str, rest: String) -> InputError {
    let meaning = TextMeaning::of(name);
    if meaning.is_of(Dimension::OtherCurrency) {
        InputError::UnknownCurrency
    } else if rest_is_unit(name, &meaning) {
        InputError::UnknownUnit
    } else {
        InputError::HeadInDoubt(rest)
    }
}

/// The column that gives the same figures as one before it.
fn said_twice(values: &[ValueColumn]) -> Option<usize> {
    let is_same = |one: &ValueColumn, other: &ValueColumn| {
        one.flow == other.flow
            && one.partner == other.partner
            && one.cumulative == other.cumulative
            && one.currency == other.currency
    };
    let mut each = values.iter().enumerate();
    let second = each.find(|(at, one)| values[..*at].iter().any(|before| is_same(before, one)));
    second.map(|(_, one)| one.column)
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
