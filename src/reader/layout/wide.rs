//! Wide tables: one row a series, months as columns, titles above and notes below; or one row a
//! year, with its months as columns.

use crate::reader::accounting::said::{Said, is_china};
use crate::reader::accounting::texts::Heeded;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::number;
use crate::reader::cells::number::Cell;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::table::Table;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::Stated;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::series_label;
use crate::reader::layout::series_label::{Label, Read};
use crate::reader::layout::titles::turned;
use crate::reader::layout::wide_columns::{Columns, Role, TimeOf, columns, is_header, times};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Months};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Basis, DecimalMark, Flow, InputRemark, Month, NotTaken, Observation, Partner, Period,
    Perspective, RowKind, TextId, Unit,
};
use crate::trade::{Part, Taken};

pub(crate) const LAYOUT: Layout = Layout {
    name: "wide",
    described: "a row for each series, a column for each month",
    fit,
    read,
};

const MONTHS: &str = "a column for each month, such as `2017-09`";

fn fit(names: &[String]) -> Fit {
    let whole = times(names)
        .iter()
        .any(|(_, time)| matches!(time, TimeOf::Whole(_)));
    crate::reader::layout::fit(&[(whole, MONTHS)])
}

/// Months stand in a row that is no header.
pub(crate) fn no_header() -> InputError {
    InputError::UnknownLayout {
        nearest: LAYOUT.described,
        missing: vec![MONTHS.to_owned()],
    }
}

/// The table under the first row that holds at least `fewest` months, whatever stands above it.
pub(crate) fn open<'t>(text: &'t Text<'t>, fewest: usize) -> Option<Table<'t>> {
    [b',', b'\t', b';'].into_iter().find_map(|delimiter| {
        let lines = Table::first_lines(text, Some(delimiter));
        let below = |at: usize| lines.get(at + 1..).unwrap_or(&[]);
        let at = (0..lines.len()).find(|at| is_header(&lines[*at].cells, below(*at), fewest))?;
        Table::open_at(text, Some(delimiter), at, 1, |_| false)
    })
}

/// What is settled for the whole file, when first needed, and what is known from the rows before.
#[derive(Default)]
struct OfFile {
    partner: Option<Option<PartnerOf>>,
    unit_missing: bool,
    series: usize,
    /// How many rows were left out as no series, and the line and the text of the first.
    left_out: Option<(u64, u64, String)>,
    /// The same for rows under headings that were not understood.
    under: Option<(u64, u64, String)>,
    /// Lines of text that may be headings or notes.
    pending: Vec<(u64, String)>,
    /// The heading over the rows being read.
    section: Label,
    /// The heading that was not understood, under which rows are left out.
    unknown: Option<(String, Said)>,
    /// The year of the rows, where it stands once for several of them.
    year: Option<i32>,
    side: Option<Perspective>,
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(mut columns) = columns(reading) else {
        return;
    };
    drops(reading, &columns);
    let side = match (reading.options.file_side, columns.whole.turned) {
        (Some(given), _) => Some(given),
        (None, true) => Some(Perspective::Partner),
        (None, false) => None,
    };
    let mut of_file = OfFile {
        side,
        ..OfFile::default()
    };
    while reading.next_row() {
        read_row(reading, &mut columns, &mut of_file);
    }
    let first = columns.times.first().map_or(0, |(column, _)| *column);
    let time = reading.table.header.get(first).cloned().unwrap_or_default();
    reading.settle_unsaid_years(&time);
    for (line, text) in std::mem::take(&mut of_file.pending) {
        reading
            .accounts
            .text(Part::Note, line, &text, Heeded::default());
    }
    if let Some((count, line, text)) = &of_file.under {
        reading.remark(InputRemark::RowsNotTaken {
            why: NotTaken::Heading,
            count: *count,
            line: *line,
            text: crate::reader::errors::problems::shown(text),
        });
    }
    if let Some((count, line, text)) = &of_file.left_out {
        reading.remark(InputRemark::NotASeries {
            count: *count,
            line: *line,
            text: crate::reader::errors::problems::shown(text),
        });
    }
    if of_file.series == 0
        && let Some((.., text)) = of_file.left_out.take().or(of_file.under.take())
    {
        reading.no_series(&text);
    }
}

fn drops(reading: &mut Reading<'_, '_>, columns: &Columns) {
    let periods: Option<Vec<Period>> = columns
        .times
        .iter()
        .map(|(_, time)| match time {
            TimeOf::Whole(period) => Some(*period),
            _ => None,
        })
        .collect();
    reading.drops.keys.months = periods.map_or(Months::Unknown, Months::These);
}

fn read_row(reading: &mut Reading<'_, '_>, columns: &mut Columns, of_file: &mut OfFile) {
    let cells: Vec<String> = (0..reading.table.width())
        .map(|column| reading.table.cell(column).into_owned())
        .collect();
    let line = reading.table.line();
    let Some(first_text) = cells.iter().find(|cell| !cell.is_empty()).cloned() else {
        return;
    };
    if series_label::is_note(&first_text) {
        of_file
            .pending
            .push((line, cells.join(",").trim_matches(',').to_owned()));
        return;
    }
    if new_head(reading, columns, &cells, of_file) {
        return;
    }
    let filled = |column: usize| cells.get(column).is_some_and(|cell| !cell.is_empty());
    if !columns.times.iter().any(|(column, _)| filled(*column)) {
        of_file
            .pending
            .push((line, cells.join(",").trim_matches(',').to_owned()));
        return;
    }
    settle_headings(reading, of_file);
    if let Some((heading, _)) = &of_file.unknown {
        of_file.under.get_or_insert((0, line, heading.clone())).0 += 1;
        return;
    }
    let Some((own, partner_name)) = own_label(reading, columns, of_file, &cells) else {
        of_file.left_out.get_or_insert((0, line, first_text)).0 += 1;
        return;
    };
    let context = of_file.section.over(&of_whole(columns));
    let is_sum = own.bare_total && context.flow.is_some_and(|flow| flow != Flow::Total);
    // A row of imports under a heading of exports.
    if is_sum || (!own.bare_total && own.contradicts_flow(&of_file.section)) {
        of_file.left_out.get_or_insert((0, line, first_text)).0 += 1;
        return;
    }
    if own.side_unclear {
        reading.doubt(Some(line), &InputError::SideInDoubt, &first_text);
        return;
    }
    let label = own.over(&context);
    if own.turned {
        crate::reader::layout::titles::say_turned(reading, label.partner);
    }
    reading.drops.keys.flow = label.flow.map_or(FlowAt::Unknown, FlowAt::Fixed);
    if !fits_width(reading, columns, cells.len()) {
        return;
    }
    of_file.series += 1;
    series(reading, columns, &label, partner_name, of_file);
}

fn of_whole(columns: &Columns) -> Label {
    Label {
        flow: columns.corner_flow.or(columns.whole.flow),
        partner: columns.whole.partner,
        unit: columns.whole.unit,
        currency: columns.whole.currency,
        cumulative: columns.whole.cumulative,
        ..Label::default()
    }
}

fn fits_width(reading: &mut Reading<'_, '_>, columns: &Columns, fields: usize) -> bool {
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

/// A second head within the table: its columns are the same times, or others from here on.
fn new_head(
    reading: &mut Reading<'_, '_>,
    columns: &mut Columns,
    cells: &[String],
    of_file: &mut OfFile,
) -> bool {
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
    // A row of values may look like a row of months by chance, but not all of it.
    let others_filled = cells.iter().enumerate().any(|(column, cell)| {
        let is_time = new.iter().any(|(time, _)| *time == column);
        !is_time && matches!(number::read_cell(cell), Ok(Cell::Given(..)))
    });
    if !same_places || !whole || others_filled {
        return false;
    }
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
        of_file.pending.push((line, text.join(" ")));
    }
    true
}

/// Text that rows follow is a heading over them: what it says holds until another says otherwise.
/// Under one that is not understood, rows are left out.
fn settle_headings(reading: &mut Reading<'_, '_>, of_file: &mut OfFile) {
    for (line, text) in std::mem::take(&mut of_file.pending) {
        if series_label::is_note(&text) {
            reading
                .accounts
                .text(Part::Note, line, &text, Heeded::default());
            continue;
        }
        let read = {
            let harmless = |word: &str| reading.is_ignored(word);
            Label::read(&text, of_file.side, &harmless)
        };
        let taken = match read {
            Read::Understood(label) => {
                let revives = of_file
                    .unknown
                    .as_ref()
                    .is_none_or(|(_, unknown)| revives(&label, unknown));
                if revives {
                    of_file.unknown = None;
                    of_file.section = Label {
                        bare_total: false,
                        ..label.over(&of_file.section)
                    };
                }
                Taken::Heeded
            }
            Read::NotUnderstood(said) => {
                for (dimension, _) in &said.names {
                    reading.accounts.placed.insert(*dimension);
                }
                of_file.unknown = Some((text.clone(), said));
                Taken::LeftOut
            }
        };
        reading.accounts.note(Part::Heading, line, &text, taken);
    }
}

/// Whether a heading stands beside the one that was not understood, and not under it.
fn revives(label: &Label, unknown: &Said) -> bool {
    let flow_alone = label.flow.is_some() && label.partner.is_none();
    match () {
        () if label.partner.is_some() => true,
        () if unknown.is_of(Dimension::Partner) || !unknown.partners.is_empty() => false,
        () if flow_alone => !unknown.flows.is_empty() || unknown.is_of(Dimension::ReExports),
        () => true,
    }
}

/// What the labels of the row say, and the column that names its partner where a label does;
/// `None` where they are no series of trade in all goods.
fn own_label(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    of_file: &OfFile,
    cells: &[String],
) -> Option<(Label, Option<usize>)> {
    let mut own = Label::default();
    let mut partner_name = None;
    for (column, role) in &columns.roles {
        let Some(text) = cells.get(*column).filter(|text| !text.is_empty()) else {
            continue;
        };
        match role {
            Role::Name if columns.roles.iter().any(|(_, role)| *role == Role::Code) => continue,
            Role::Name if vocabulary::is_all_goods(&vocabulary::plain(text)) => continue,
            Role::Name => return None,
            Role::Frequency => {
                let monthly = ["m", "monthly", "month", "月", "月度", "월", "월간"]
                    .contains(&&*vocabulary::plain(text));
                if !monthly {
                    return None;
                }
                continue;
            }
            Role::Label => {}
            _ => continue,
        }
        let read = {
            let harmless = |word: &str| reading.is_ignored(word);
            Label::read(text, of_file.side, &harmless)
        };
        match read {
            Read::Understood(label) if label.contradicts(&own) => return None,
            Read::Understood(label) => own = label.over(&own),
            Read::NotUnderstood(said)
                if columns.labels_are_partners && said.flows.is_empty() && said.unit.is_none() =>
            {
                partner_name = Some(*column);
            }
            Read::NotUnderstood(said) => {
                for (dimension, _) in &said.names {
                    reading.accounts.placed.insert(*dimension);
                }
                return None;
            }
        }
    }
    Some((own, partner_name))
}

/// Takes the values of one series over.
fn series(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    label: &Label,
    partner_name: Option<usize>,
    of_file: &mut OfFile,
) -> Option<()> {
    if !is_of_china(reading, columns) {
        reading.count_of_others();
        return None;
    }
    let partner = partner(reading, partner_name.or(columns.partner), label, of_file)?;
    let flow = match label.flow {
        Some(flow) => Some(flow),
        None => reading.flow_of_file_once().map(|flow| {
            if columns.whole.turned {
                turned(flow)
            } else {
                flow
            }
        }),
    };
    if let (Some(given), Some(flow)) = (reading.given_flow, flow)
        && given != flow
    {
        let given = given.name();
        reading.wrong_row(&InputError::FlowDisagrees { given });
        return None;
    }
    let mut code = TextId::EMPTY;
    let mut stated = Stated {
        unit: label.unit,
        currency: label.currency,
    };
    let (mut own_currency, mut unit_column, mut own_unit) = (None, 0, false);
    for (column, role) in &columns.roles {
        match role {
            Role::Code => code = reading.code_or_all(*column)?,
            Role::Currency => {
                own_currency = reading.optional(Some(*column), vocabulary::currency)?
            }
            Role::Unit => {
                let unit = reading
                    .optional(Some(*column), vocabulary::stated)?
                    .unwrap_or_default();
                unit_column = *column;
                own_unit |= unit.unit.is_some();
                stated.unit = unit.unit.or(stated.unit);
                stated.currency = unit.currency.or(stated.currency);
            }
            Role::Scale => {
                let scale = reading.optional(Some(*column), vocabulary::scale_of_cell)?;
                own_unit |= scale.is_some();
                stated.unit = scale
                    .filter(|scale| *scale != Unit::ONE)
                    .or(stated.unit)
                    .or(scale);
            }
            Role::Label | Role::Name | Role::Reporter | Role::Frequency | Role::Time => {}
        }
    }
    let from_title = !own_unit && label.unit == columns.whole.unit || label.unit.is_none();
    if columns.whole.two_units && from_title {
        if !of_file.unit_missing {
            of_file.unit_missing = true;
            columns.whole.unit_in_doubt(reading);
        }
        return None;
    }
    let currency = reading.currency(own_currency, stated.currency, unit_column)?;
    let flow = flow?;
    let row_time = row_time(reading, columns, of_file)?;
    for (column, time) in &columns.times {
        let period = match (time, row_time) {
            (TimeOf::Whole(period), _) => Some(*period),
            (TimeOf::Month(month), RowTime::Year(year)) => {
                Month::new(year, *month).map(Period::month)
            }
            (TimeOf::Year(year), RowTime::Month(month)) => {
                Month::new(*year, month).map(Period::month)
            }
            _ => None,
        };
        let Some(period) = period else {
            continue;
        };
        let period = if label.cumulative && period.is_month() {
            Period::year_to_date(period.from)
        } else {
            period
        };
        reading.drops.cell = Some((period, flow));
        let cell = number::read_marked(
            &reading.table.cell(*column),
            reading.decimal.unwrap_or(DecimalMark::Point),
        );
        let unit = stated.unit.or(reading.options.unit);
        if unit.is_none() && matches!(cell, Ok(Cell::Given(_, None))) {
            if !of_file.unit_missing {
                of_file.unit_missing = true;
                reading.wrong(*column, &InputError::UnitNotStated);
            }
            return None;
        }
        let Some(value) = reading.value(*column, stated.unit) else {
            continue;
        };
        if label.cumulative {
            let key = (flow, partner, currency, code);
            reading.note_cumulative(key, period.to, value.1);
        } else if period.is_month() {
            reading.note_month((flow, partner, currency, code), period.from, value.1);
        }
        let is_figure = code == TextId::EMPTY;
        reading.push(Observation {
            line: reading.table.line(),
            period,
            flow,
            partner,
            currency,
            code,
            split: TextId::EMPTY,
            kind: if is_figure {
                RowKind::Published
            } else {
                RowKind::Detail
            },
            value: Some(value),
            basis: Basis::Printed,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        });
    }
    Some(())
}

/// The year or the month that a row names.
#[derive(Clone, Copy)]
enum RowTime {
    None,
    Year(i32),
    Month(u32),
}

/// `None` for a row that sums up or averages years or months.
fn row_time(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    of_file: &mut OfFile,
) -> Option<RowTime> {
    let Some((column, _)) = columns.roles.iter().find(|(_, role)| *role == Role::Time) else {
        return Some(RowTime::None);
    };
    let cell = reading.table.cell(*column);
    if let Some((_, TimeOf::Month(_))) = columns.times.first() {
        if !cell.is_empty() {
            of_file.year = year_number(&cell);
        }
        return of_file.year.map(RowTime::Year);
    }
    month_number(&cell).map(RowTime::Month)
}

/// Whether the row is what China reports, as far as a column says who does.
fn is_of_china(reading: &Reading<'_, '_>, columns: &Columns) -> bool {
    let reporters = columns
        .roles
        .iter()
        .filter(|(_, role)| *role == Role::Reporter);
    reporters.into_iter().all(|(column, _)| {
        let cell = reading.table.cell(*column);
        cell.is_empty() || &*cell == "156" || Partner::find(&cell).is_some_and(is_china)
    })
}

/// The partner of the series: its column, its label or heading, the title, else the one asked for.
fn partner(
    reading: &mut Reading<'_, '_>,
    column: Option<usize>,
    label: &Label,
    of_file: &mut OfFile,
) -> Option<u16> {
    if let Some(column) = column {
        return reading.wanted_partner(&PartnerOf::Either(column));
    }
    if let Some(place) = label.partner {
        reading.fixed_partner = Some(place);
        return reading.wanted_partner(&PartnerOf::Fixed(place));
    }
    let of_file = of_file
        .partner
        .get_or_insert_with(|| reading.assumed_partner());
    reading.wanted_partner(of_file.as_ref()?)
}
