//! Handles repeated headers, and headings between the rows.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::texts::Applied;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::layout::series_label;
use crate::reader::layout::series_label::{Label, LabelReading};
use crate::reader::layout::wide::columns::WideColumns;
use crate::reader::layout::wide::state::WideState;
use crate::reader::layout::wide::times::{TimeOf, times};
use crate::reader::lenient::MonthOfRow;
use crate::reader::row_reader::Reading;
use crate::trade::Period;
use crate::trade::{Interpretation, TextKind};

/// Handles a second header within the table, from which on its columns may have other times.
/// `false` if the row is not a header.
pub(super) fn new_head(
    reading: &mut Reading<'_, '_>,
    columns: &mut WideColumns,
    cells: &[String],
    state: &mut WideState,
) -> bool {
    // Heads of several lines, or with words, are not repeated.
    if columns.groups.len() != 1 || columns.groups[0].label != Label::default() {
        return false;
    }
    let new = times(cells);
    let same_places = !new.is_empty()
        && new
            .iter()
            .map(|(column, _)| *column)
            .eq(columns.times.iter().map(|(column, _)| *column));
    let whole = new.iter().all(|(_, time)| matches!(time, TimeOf::Whole(_)))
        == columns
            .times
            .iter()
            .all(|(_, time)| matches!(time, TimeOf::Whole(_)));
    // A row of values may look like months by chance, but then its other columns have numbers too.
    let others_filled = cells.iter().enumerate().any(|(column, cell)| {
        let is_time = new.iter().any(|(time, _)| *time == column);
        !is_time && matches!(number::read_cell(cell), Ok(ValueCell::Given(..)))
    });
    if !same_places || !whole || others_filled || may_be_values(columns, &new, reading, cells) {
        return false;
    }
    columns.groups[0].times.clone_from(&new);
    columns.times = new;
    drops(reading, columns);
    let line = reading.table.line();
    let texts = cells
        .iter()
        .enumerate()
        .filter(|(column, _)| columns.times.iter().all(|(time, _)| time != column));
    let text: Vec<&str> = texts
        .map(|(_, cell)| cell.as_str())
        .filter(|cell| !cell.is_empty())
        .collect();
    if !text.is_empty() {
        state.pending.push((line, text.join(" ")));
    }
    true
}

/// Whether the new months may as well be values, `200712` thousand dollars or `2016.05` million: all
/// are plain numbers, the text before them is not that of the header, and their distances from one
/// another are not those of the months so far.
fn may_be_values(
    columns: &WideColumns,
    new: &[(usize, TimeOf)],
    reading: &Reading<'_, '_>,
    cells: &[String],
) -> bool {
    let is_number = |cell: &String| matches!(number::read_cell(cell), Ok(ValueCell::Given(..)));
    if !new.iter().all(|(column, _)| is_number(&cells[*column])) {
        return false;
    }
    let first = new.first().map_or(0, |(column, _)| *column);
    if cells[..first] == reading.table.header[..first.min(reading.table.header.len())] {
        return false;
    }
    let steps = |times: &[(usize, TimeOf)]| -> Vec<i32> {
        let at = |time: &TimeOf| match time {
            TimeOf::Whole(period) => period.from.index(),
            TimeOf::Month(month) => *month as i32,
            TimeOf::Year(year) => *year,
        };
        let pairs = times.windows(2);
        pairs.map(|pair| at(&pair[1].1) - at(&pair[0].1)).collect()
    };
    new.len() < 2 || steps(new) != steps(&columns.times)
}

/// Text followed by rows is a heading, which applies until the next one. Rows under a heading that
/// is not understood are left out.
pub(super) fn settle_headings(reading: &mut Reading<'_, '_>, state: &mut WideState) {
    for (line, text) in std::mem::take(&mut state.pending) {
        if series_label::is_note(&text) {
            reading
                .accounts
                .text(TextKind::Note, line, &text, Applied::default());
            continue;
        }
        let read = {
            let harmless = |word: &str| reading.is_ignored(word);
            Label::read(&text, state.side, &harmless)
        };
        let taken = match read {
            LabelReading::Understood(label) => {
                let revives = state
                    .unknown
                    .as_ref()
                    .is_none_or(|(_, unknown)| revives(&label, unknown));
                if revives {
                    state.unknown = None;
                    if label.side_unclear {
                        state.unclear_heading = Some((line, text.clone()));
                    }
                    state.head(Label {
                        bare_total: false,
                        ..label
                    });
                }
                Interpretation::Applied
            }
            LabelReading::NotUnderstood(meaning) => {
                for (dimension, _) in &meaning.names {
                    reading.accounts.placed.insert(*dimension);
                }
                state.unknown = Some((text.clone(), meaning));
                Interpretation::LeftOut
            }
        };
        reading.accounts.note(TextKind::Heading, line, &text, taken);
    }
}

/// Whether a heading is on the same level as the one that was not understood, rather than below it.
pub(super) fn revives(label: &Label, unknown: &TextMeaning) -> bool {
    let flow_alone = label.flow.is_some() && label.partner.is_none();
    match () {
        () if label.partner.is_some() => true,
        () if unknown.is_of(Dimension::Partner) || !unknown.partners.is_empty() => false,
        () if flow_alone => !unknown.flows.is_empty() || unknown.is_of(Dimension::ReExports),
        () => true,
    }
}

pub(super) fn drops(reading: &mut Reading<'_, '_>, columns: &WideColumns) {
    let periods: Option<Vec<Period>> = columns
        .times
        .iter()
        .map(|(_, time)| match time {
            TimeOf::Whole(period) => Some(*period),
            _ => None,
        })
        .collect();
    reading.drops.keys.months = periods.map_or(MonthOfRow::Unknown, MonthOfRow::These);
}
