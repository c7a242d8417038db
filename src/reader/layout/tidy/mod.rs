//! Tidy tables, as people keep them: a month, and either a value with its flow or a column for each
//! flow.

mod added_columns;
mod against_titles;
mod beside;
mod codes;
pub(crate) mod columns;
pub(crate) mod countries;
pub(crate) mod kinds;
pub(crate) mod names;
mod open_columns;
mod repeated;
mod row;
mod row_facts;
mod side_by_side;
mod state;
pub(crate) mod sums;
pub(crate) mod tellers;
pub(crate) mod texts;
pub(crate) mod time_column;
pub(crate) mod traders;
mod value_column;
mod values;
mod whose;

use crate::reader::accounting::texts::Applied;
use crate::reader::cells::vocabulary;
use crate::reader::layout::tidy::columns::columns;
use crate::reader::layout::tidy::kinds::has_values;
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::tidy::row::read_row;
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::tidy::texts::is_text;
use crate::reader::layout::tidy::texts::settle_heading;
use crate::reader::layout::tidy::time_column::TimeAt;
use crate::reader::layout::tidy::value_column::{FlowOf, ValueColumn};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{InputRemark, LayoutName, SkipReason, TextKind};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Tidy,
    fit,
    read,
    of_either_side: true,
};

fn fit(names: &[String]) -> Fit {
    let months = names.iter().any(|name| named(name) == NamedColumn::Month);
    let values = has_values(names);
    crate::reader::layout::fit(&[
        (months, "`month`"),
        (values, "a value such as `value_usd_mn` or `imports_usd_mn`"),
    ])
}

fn read(reading: &mut Reading<'_, '_>) {
    reading.table.ragged = true;
    let Some(columns) = columns(reading) else {
        // What the titles say has not been looked at.
        reading.table.titles.clear();
        return;
    };
    reading.drops.keys = Keys {
        months: match columns.time {
            TimeAt::Column(_) if columns.dates.are_whole_years() => MonthOfRow::Unknown,
            TimeAt::Column(column) => MonthOfRow::Column(column),
            TimeAt::Parts { .. } => MonthOfRow::Unknown,
        },
        flow: match columns.values[..] {
            [
                ValueColumn {
                    flow: FlowOf::Known(flow),
                    ..
                },
            ] => FlowAt::Fixed(flow),
            [
                ValueColumn {
                    flow: FlowOf::Row, ..
                },
            ] if !columns.whole.is_reversed => match columns.flow {
                Some(column) => FlowAt::Column(column, |text| vocabulary::flow(text).ok()),
                None => FlowAt::Unknown,
            },
            // A row with one column per flow is dropped as a whole.
            _ => FlowAt::Unknown,
        },
        partner: columns.partner,
    };
    let mut state = TidyState::default();
    while reading.next_row() {
        if !is_text(reading, &columns, &mut state) {
            settle_heading(reading, &mut state);
            read_row(reading, &columns, &mut state);
        }
    }
    let (TimeAt::Column(time) | TimeAt::Parts { month: time, .. }) = columns.time;
    let time = reading.table.header.get(time).cloned().unwrap_or_default();
    reading.settle_unsaid_years(&time);
    for (line, text) in std::mem::take(&mut state.pending) {
        reading
            .accounts
            .text(TextKind::Note, line, &text, Applied::default());
    }
    for (why, (count, line, text)) in &state.not_taken {
        reading.remark(InputRemark::RowsSkipped {
            why: *why,
            count: *count,
            line: *line,
            text: crate::reader::errors::problems::shown(text),
        });
    }
    if state.taken == 0
        && let Some((.., text)) = state.not_taken.get(&SkipReason::Label)
    {
        reading.no_series(text);
    }
}
