//! Reads one row: a heading, a note, a repeated header, or a series with its label.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::months::year_number;
use crate::reader::layout::series_label;
use crate::reader::layout::series_label::{Label, LabelReading};
use crate::reader::layout::wide::columns::WideColumns;
use crate::reader::layout::wide::headings::new_head;
use crate::reader::layout::wide::headings::settle_headings;
use crate::reader::layout::wide::roles::ColumnRole;
use crate::reader::layout::wide::series::{series, settle_year};
use crate::reader::layout::wide::state::WideState;
use crate::reader::lenient::FlowAt;
use crate::reader::row_reader::Reading;
use crate::trade::Flow;

pub(super) fn read_row(
    reading: &mut Reading<'_, '_>,
    columns: &mut WideColumns,
    state: &mut WideState,
) {
    let cells: Vec<String> = (0..reading.table.width())
        .map(|column| reading.table.cell(column).into_owned())
        .collect();
    let line = reading.table.line();
    let Some(first_text) = cells.iter().find(|cell| !cell.is_empty()).cloned() else {
        return;
    };
    if series_label::is_note(&first_text) && !holds_values(reading, columns, &cells) {
        state
            .pending
            .push((line, cells.join(",").trim_matches(',').to_owned()));
        return;
    }
    if new_head(reading, columns, &cells, state) {
        return;
    }
    if series_label::is_note(&first_text) && is_note_or_row(columns, &cells, &first_text) {
        if reading.is_ignored(&first_text) {
            state
                .pending
                .push((line, cells.join(",").trim_matches(',').to_owned()));
        } else {
            reading.doubt(Some(line), &InputError::NoteOrRow, &first_text);
        }
        return;
    }
    settle_year(reading, columns, state);
    let filled = |column: usize| cells.get(column).is_some_and(|cell| !cell.is_empty());
    if !columns.times.iter().any(|(column, _)| filled(*column)) {
        state
            .pending
            .push((line, cells.join(",").trim_matches(',').to_owned()));
        return;
    }
    settle_headings(reading, state);
    if let Some((heading, _)) = &state.unknown {
        state.under.get_or_insert((0, line, heading.clone())).0 += 1;
        return;
    }
    let Some((own, partner_name)) = own_label(reading, columns, state, &cells) else {
        state.left_out.get_or_insert((0, line, first_text)).0 += 1;
        return;
    };
    if !fits_width(reading, columns, cells.len()) {
        return;
    }
    let row = RowOfSeries {
        line,
        text: first_text,
        own,
        partner_name,
    };
    for at in 0..columns.groups.len() {
        read_group(reading, columns, state, &row, at);
    }
}

/// A row of figures and the meaning of its labels.
struct RowOfSeries {
    line: u64,
    /// Its first text.
    text: String,
    own: Label,
    partner_name: Option<usize>,
}

/// Reads the row in the columns of one group.
fn read_group(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    state: &mut WideState,
    row: &RowOfSeries,
    at: usize,
) {
    let group = &columns.groups[at];
    let RowOfSeries {
        line, text, own, ..
    } = row;
    let section = group.label.over(&state.section());
    let context = section.over(&of_whole(columns));
    let is_sum = own.bare_total && context.flow.is_some_and(|flow| flow != Flow::Total);
    let differ = |one: Option<u16>, other: Option<u16>| {
        one.zip(other).is_some_and(|(one, other)| one != other)
    };
    // A row of imports under a heading of exports, or of one partner in a column of another.
    if is_sum
        || (!own.bare_total && own.contradicts_flow(&section))
        || own.contradicts(&group.label) && !own.bare_total
        || differ(own.partner, group.label.partner)
    {
        state.left_out.get_or_insert((0, *line, text.clone())).0 += 1;
        return;
    }
    // `Imports from North Korea` under the heading `Russia` are Russia's.
    if differ(own.partner, section.partner) && own.flow.is_some() && section.flow.is_none() {
        reading.doubt(Some(*line), &InputError::SideInDoubt, text);
        return;
    }
    let label = own.over(&context);
    // `Cumulative` alone, below rows or beside columns of flows, repeats one of them.
    let beside_flows = || {
        let mut groups = columns.groups.iter();
        group.label.cumulative && groups.any(|group| group.label.flow.is_some())
    };
    if label.flow.is_none() && (own.cumulative && state.series > 0 || beside_flows()) {
        state.left_out.get_or_insert((0, *line, text.clone())).0 += 1;
        return;
    }
    if label.side_unclear {
        let (line, text) = match (own.side_unclear, &state.unclear_heading) {
            (false, Some(heading)) => heading.clone(),
            _ => (*line, text.clone()),
        };
        reading.doubt(Some(line), &InputError::SideInDoubt, &text);
        return;
    }
    if label.is_reversed {
        crate::reader::layout::titles::say_turned(reading, label.partner);
    }
    reading.drops.keys.flow = label.flow.map_or(FlowAt::Unknown, FlowAt::Fixed);
    state.series += 1;
    series(
        reading,
        columns,
        (&label, &group.times),
        row.partner_name,
        state,
    );
}

/// Whether the row has only numbers under its months: then it is not a note, whatever its
/// label starts with.
fn holds_values(reading: &Reading<'_, '_>, columns: &WideColumns, cells: &[String]) -> bool {
    let times = columns.times.iter().map(|(at, _)| *at);
    let under = times.filter_map(|at| Some((at, cells.get(at)?)));
    let read = |(at, cell): (usize, &String)| number::read_marked(cell, reading.mark_in(at));
    under.clone().all(|cell| read(cell).is_ok())
        && under
            .into_iter()
            .any(|cell| matches!(read(cell), Ok(ValueCell::Given(..))))
}

/// Whether such a row may be a note for all that: it starts with a word for notes, or its one
/// number could be the year at the end of a sentence that was split at its comma.
fn is_note_or_row(columns: &WideColumns, cells: &[String], first_text: &str) -> bool {
    let under = columns.times.iter().filter_map(|(at, _)| cells.get(*at));
    let mut filled = under.filter(|cell| !cell.is_empty());
    let is_year = filled
        .next()
        .is_some_and(|cell| year_number(cell).is_some());
    let bare = series_label::without_mark(first_text);
    bare == first_text || series_label::is_note(bare) || is_year && filled.next().is_none()
}

pub(super) fn of_whole(columns: &WideColumns) -> Label {
    Label {
        flow: columns.corner_flow.or(columns.whole.flow),
        partner: columns.whole.partner,
        unit: columns.whole.unit,
        currency: columns.whole.currency,
        cumulative: columns.whole.cumulative,
        ..Label::default()
    }
}

pub(super) fn fits_width(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    fields: usize,
) -> bool {
    let last = columns
        .times
        .iter()
        .map(|(column, _)| *column)
        .max()
        .unwrap_or(0);
    let header = reading.table.header.len();
    if fields > header {
        reading.wrong(
            header,
            &InputError::LongRow {
                fields,
                columns: header,
            },
        );
        return false;
    }
    if fields <= last {
        reading.wrong_row(&InputError::ShortRow {
            fields,
            columns: header,
        });
        return false;
    }
    true
}

/// The meaning of the row's labels, and the column with its partner if a label gives it. `None` if
/// the row is not a series of trade in all goods.
pub(super) fn own_label(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    state: &WideState,
    cells: &[String],
) -> Option<(Label, Option<usize>)> {
    let mut own = Label::default();
    let mut partner_name = None;
    for (column, role) in &columns.roles {
        let Some(text) = cells.get(*column).filter(|text| !text.is_empty()) else {
            continue;
        };
        match role {
            ColumnRole::Name
                if columns
                    .roles
                    .iter()
                    .any(|(_, role)| *role == ColumnRole::Code) =>
            {
                continue;
            }
            ColumnRole::Name if vocabulary::is_all_goods(&vocabulary::plain(text)) => continue,
            ColumnRole::Name => return None,
            ColumnRole::Frequency => {
                let monthly = ["m", "monthly", "month", "月", "月度", "월", "월간"]
                    .contains(&&*vocabulary::plain(text));
                if !monthly {
                    return None;
                }
                continue;
            }
            ColumnRole::Label => {}
            _ => continue,
        }
        // A list of partners that holds China is that of another country.
        if is_of_partners(reading, *column) && is_china_alone(text) && !reading.is_ignored(text) {
            reading.wrong_column(*column, &InputError::ReporterOrPartner);
            return None;
        }
        let read = {
            let harmless = |word: &str| reading.is_ignored(word);
            Label::read(text, state.side, &harmless)
        };
        match read {
            LabelReading::Understood(label) if label.contradicts(&own) => return None,
            LabelReading::Understood(label) => own = label.over(&own),
            LabelReading::NotUnderstood(meaning)
                if columns.labels_are_partners
                    && meaning.flows.is_empty()
                    && meaning.unit.is_none() =>
            {
                partner_name = Some(*column);
            }
            LabelReading::NotUnderstood(meaning) => {
                for (dimension, _) in &meaning.names {
                    reading.accounts.placed.insert(*dimension);
                }
                return None;
            }
        }
    }
    Some((own, partner_name))
}

/// Whether the corner says that the labels of this column are partners: `imports by partner`.
fn is_of_partners(reading: &Reading<'_, '_>, column: usize) -> bool {
    let name = reading.table.header.get(column).map_or("", String::as_str);
    let plain = vocabulary::plain(name);
    let words = ["partner", "伙伴", "상대국", "파트너"];
    words.iter().any(|word| plain.contains(word))
}

fn is_china_alone(label: &str) -> bool {
    crate::trade::Partner::find(label).is_some_and(crate::reader::accounting::meaning::is_china)
}
