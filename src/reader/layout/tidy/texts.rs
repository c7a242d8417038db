//! Handles lines between the rows: headings, notes and sums.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::texts::Applied;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::quarters::is_longer_than_months;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::months::year_number;
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::layout::tidy::state::Heading;
use crate::reader::layout::tidy::state::TidyState;
use crate::reader::layout::tidy::state::pass;
use crate::reader::layout::tidy::sums::is_sum;
use crate::reader::layout::tidy::time_column::TimeAt;
use crate::reader::row_reader::Reading;
use crate::trade::{Interpretation, SkipReason, TextKind};

/// Whether the row is a line of text, which is kept for later, or a sum or a repeated header, which
/// is skipped.
pub(super) fn is_text(
    reading: &mut Reading<'_, '_>,
    columns: &TidyColumns,
    state: &mut TidyState,
) -> bool {
    let width = reading.table.width();
    let cells: Vec<String> = (0..width)
        .map(|column| reading.table.cell(column).into_owned())
        .collect();
    let line = reading.table.line();
    if cells.len() > 1 && cells == reading.table.header {
        pass(state, SkipReason::Head, line, &cells.join(", "));
        return true;
    }
    let at = match columns.time {
        TimeAt::Column(column) => column,
        TimeAt::Parts { year, .. } => year,
    };
    let cell = cells.get(at).map_or("", String::as_str);
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let is_value = |column: usize| columns.values.iter().any(|one| one.column == column);
    let has_value = (0..width)
        .any(|column| is_value(column) && !cells[column].is_empty() && !is_wordy(&cells[column]));
    let is_time = columns.dates.read(cell).is_ok() || year_number(cell).is_some();
    let first = cells
        .iter()
        .find(|cell| !cell.is_empty())
        .cloned()
        .unwrap_or_default();
    let header = reading.table.header.len();
    // A line of text, perhaps split at its commas, without a value where one is expected.
    let prose = !is_time
        && first.chars().any(char::is_alphabetic)
        && (filled == 1 || !has_value || is_note(&first));
    if prose
        && (filled < header.max(2) || is_note(&first))
        && !matches!(
            columns.dates.read(cell),
            Err(InputError::Month(MonthError::NoSuchMonth(_)))
        )
    {
        state
            .pending
            .push((line, cells.join(",").trim_matches(',').to_owned()));
        return true;
    }
    // The month may stand in a column of its own: `2016,Total,2631`.
    let month = match columns.time {
        TimeAt::Parts { month, .. } => cells.get(month).map_or("", String::as_str),
        TimeAt::Column(_) => cell,
    };
    if has_value && (is_sum(month) || is_longer_than_months(month)) {
        pass(state, SkipReason::Sum, line, month);
        return true;
    }
    if has_value && (is_sum(cell) || (is_sum(&first) && !is_time)) {
        pass(state, SkipReason::Sum, line, &first);
        return true;
    }
    if let TimeAt::Column(_) = columns.time
        && year_number(cell).is_some()
        && !columns.dates.are_whole_years()
        && has_value
    {
        pass(state, SkipReason::Sum, line, cell);
        return true;
    }
    if width != header {
        let wrong = if width < header {
            InputError::ShortRow {
                fields: width,
                columns: header,
            }
        } else {
            InputError::LongRow {
                fields: width,
                columns: header,
            }
        };
        if width < header {
            reading.wrong_short(&wrong);
        } else {
            reading.wrong(header, &wrong);
        }
        return true;
    }
    false
}

/// Whether a cell is a piece of a sentence that was split at its commas: `Macao and Taiwan.`
fn is_wordy(cell: &str) -> bool {
    let words = cell.split_whitespace();
    let is_word = |word: &&str| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        letters.len() > 1 && letters.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    words.filter(is_word).count() > 2
}

/// Text followed by rows is a heading, unless it is a note.
pub(super) fn settle_heading(reading: &mut Reading<'_, '_>, state: &mut TidyState) {
    for (line, text) in std::mem::take(&mut state.pending) {
        if is_note(&text) {
            reading
                .accounts
                .text(TextKind::Note, line, &text, Applied::default());
            continue;
        }
        let mut meaning = TextMeaning::of(&text);
        if reading.is_ignored(&text) {
            meaning.side = WhoseTrade::NotStated;
        }
        let named = meaning
            .names
            .iter()
            .any(|(dimension, _)| *dimension != Dimension::ReleaseStatus);
        let understood = meaning.unknown.is_empty() && !named || reading.is_ignored(&text);
        let taken = if understood {
            Interpretation::Applied
        } else {
            Interpretation::LeftOut
        };
        reading.accounts.note(TextKind::Heading, line, &text, taken);
        state.heading = Heading {
            line,
            text,
            meaning,
            not_understood: !understood,
        };
    }
}

/// Whether the line starts like a note: with a word for one, or with a mark.
pub(super) fn is_note(text: &str) -> bool {
    crate::reader::layout::series_label::is_note(text)
}
