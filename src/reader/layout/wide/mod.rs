//! Wide tables: one row per series with months as columns, or one row per year with its months as
//! columns; titles above and notes below.

mod beside_times;
mod columns;
mod groups;
mod head_lines;
mod head_words;
mod header;
mod headings;
mod roles;
mod row;
mod series;
mod series_units;
mod state;
mod times;
mod two_lines;

use crate::reader::accounting::texts::Applied;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::table::{Line, Table};
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::wide::columns::columns;
use crate::reader::layout::wide::header::is_header;
use crate::reader::layout::wide::headings::drops;
use crate::reader::layout::wide::row::read_row;
use crate::reader::layout::wide::state::WideState;
use crate::reader::layout::wide::times::{TimeOf, times};
use crate::reader::layout::{Fit, Layout};
use crate::reader::row_reader::{Reading, RoundedAlike};
use crate::trade::{InputRemark, LayoutName, Named, Perspective, SkipReason, TextKind};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Wide,
    fit,
    read,
    of_either_side: true,
};

const MONTHS: &str = "a column for each month, such as `2017-09`";

fn fit(names: &[String]) -> Fit {
    let whole = times(names)
        .iter()
        .any(|(_, time)| matches!(time, TimeOf::Whole(_)));
    crate::reader::layout::fit(&[(whole, MONTHS)])
}

/// The error for a table whose months are not in a header.
pub(crate) fn no_header() -> InputError {
    InputError::UnknownLayout {
        nearest: LAYOUT.name.about(),
        missing: vec![MONTHS.to_owned()],
    }
}

/// The table below the first row that has at least `fewest` months, whatever is above it.
pub(crate) fn open<'t>(text: &'t Text<'t>, fewest: usize) -> Option<Table<'t>> {
    [b',', b'\t', b';'].into_iter().find_map(|delimiter| {
        let lines = Table::first_lines(text, Some(delimiter));
        let below = |at: usize| lines.get(at + 1..).unwrap_or(&[]);
        let several = (0..lines.len()).find_map(|at| {
            let head = head_lines::head(lines.get(at..)?, fewest)?;
            Some((at, head))
        });
        if let Some((at, head)) = several {
            let mut table = Table::open_at(text, Some(delimiter), at, head.lines, |_| false)?;
            table.header = head.names;
            return Some(table);
        }
        let at = (0..lines.len()).find(|at| is_header(&lines[*at].cells, below(*at), fewest))?;
        Table::open_at(text, Some(delimiter), at, 1, |_| false)
    })
}

/// Whether a table of months by year, whose heads have words beside the years, begins with the first of
/// these lines: `Month,Imports 2016,Imports 2017`.
pub(crate) fn begins(lines: &[Line]) -> bool {
    let Some((first, below)) = lines.split_first() else {
        return false;
    };
    is_header(&first.cells, below, 2) || head_lines::head(lines, 2).is_some()
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(mut columns) = columns(reading) else {
        // What the titles say has not been looked at.
        reading.table.titles.clear();
        return;
    };
    drops(reading, &columns);
    reading.typed_decimals.are_alike = RoundedAlike::InRow;
    let side = match (reading.options.file_side, columns.whole.is_reversed) {
        (Some(given), _) => Some(given),
        (None, true) => Some(Perspective::Partner),
        (None, false) => None,
    };
    let mut state = WideState {
        side,
        ..WideState::default()
    };
    while reading.next_row() {
        read_row(reading, &mut columns, &mut state);
    }
    if state.agree_with_titles.contains(&Some(false)) {
        reading.wrong_file(&InputError::TitleUnits);
    }
    let first = columns.times.first().map_or(0, |(column, _)| *column);
    let time = reading.table.header.get(first).cloned().unwrap_or_default();
    reading.settle_unsaid_years(&time);
    for (line, text) in std::mem::take(&mut state.pending) {
        reading
            .accounts
            .text(TextKind::Note, line, &text, Applied::default());
    }
    if let Some((count, line, text)) = &state.under {
        reading.remark(InputRemark::RowsSkipped {
            why: SkipReason::Heading,
            count: *count,
            line: *line,
            text: crate::reader::errors::problems::shown(text),
        });
    }
    if let Some((count, line, text)) = &state.left_out {
        reading.remark(InputRemark::NotASeries {
            count: *count,
            line: *line,
            text: crate::reader::errors::problems::shown(text),
        });
    }
    if state.series == 0
        && let Some((.., text)) = state.left_out.take().or(state.under.take())
    {
        reading.no_series(&text);
    }
}
