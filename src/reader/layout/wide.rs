//! Wide tables: one row a series, months as columns, titles above and notes below.

use crate::reader::accounting::taken::Meaning;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::month::read_period;
use crate::reader::cells::number;
use crate::reader::cells::number::Cell;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::table::Table;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::Stated;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::series_label;
use crate::reader::layout::series_label::Label;
use crate::reader::layout::tidy::{CODE, CURRENCY, PARTNER};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, Months};
use crate::reader::row_reader::Reading;
use crate::trade::{Basis, Flow, InputRemark, Observation, Period, RowKind, TextId};

pub(crate) const LAYOUT: Layout = Layout {
    name: "wide",
    described: "a row for each series, a column for each month",
    fit,
    read,
};

const UNIT: [&str; 6] = ["unit", "units", "单位", "計量單位", "计量单位", "단위"];
/// Columns that say nothing of what a row counts.
const SAYS_NOTHING: [&str; 14] = [
    "no",
    "no.",
    "id",
    "series id",
    "source",
    "sources",
    "note",
    "notes",
    "frequency",
    "频率",
    "来源",
    "备注",
    "출처",
    "비고",
];

const MONTHS: &str = "a column for each month, such as `2017-09`";

fn fit(columns: &[String]) -> Fit {
    crate::reader::layout::fit(&[(!months(columns).is_empty(), MONTHS)])
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
    [b',', b'\t', b';']
        .into_iter()
        .find_map(|delimiter| Table::open_under(text, delimiter, |cells| is_header(cells, fewest)))
}

/// The columns whose names are months.
fn months(columns: &[String]) -> Vec<(usize, Period)> {
    columns
        .iter()
        .enumerate()
        .filter_map(|(column, name)| Some((column, read_period(name).ok()?)))
        .collect()
}

fn is_header(cells: &[String], fewest: usize) -> bool {
    let months = months(cells);
    let Some((first, _)) = months.first() else {
        return false;
    };
    let mut periods: Vec<Period> = months.iter().map(|(_, period)| *period).collect();
    periods.sort_unstable_by_key(|period| (period.from, period.to));
    periods.dedup();
    // A row of values is no header, though a date stand in it: `2017-09,2017-10-23,145.8`.
    let is_value = |cell: &String| {
        let year = cell.len() == 4 && read_period(&format!("{cell}-01")).is_ok();
        matches!(number::read_cell(cell), Ok(Cell::Given(..))) && !year
    };
    let others = cells[*first..]
        .iter()
        .filter(|cell| read_period(cell).is_err());
    // Two dates that begin a row are data: the month and when it was released.
    let labelled = *first > 0 || fewest == 1;
    labelled && periods.len() >= fewest && !others.into_iter().any(is_value)
}

/// What a column before, between or after the months is for.
enum Role {
    Label,
    Code,
    Unit,
    Currency,
    Nothing,
}

struct Columns {
    months: Vec<(usize, Period)>,
    /// Every other column that says something of the row.
    roles: Vec<(usize, Role)>,
    partner: Option<usize>,
    /// What the lines above the table state.
    title: Label,
    /// The heading over the rows being read.
    section: Label,
}

/// What is settled for the whole file, when first needed.
#[derive(Default)]
struct OfFile {
    flow: Option<Option<Flow>>,
    partner: Option<Option<PartnerOf>>,
    unit_missing: bool,
    series: usize,
    /// How many rows were left out as no series, and the line and the text of the first.
    left_out: Option<(u64, u64, String)>,
}

fn read(reading: &mut Reading<'_, '_>) {
    let Some(mut columns) = columns(reading) else {
        return;
    };
    let periods = columns.months.iter().map(|(_, period)| *period);
    reading.drops.keys.months = Months::These(periods.collect());
    let mut of_file = OfFile::default();
    while reading.next_row() {
        read_row(reading, &mut columns, &mut of_file);
    }
    if let Some((count, line, text)) = &of_file.left_out {
        reading.remark(InputRemark::NotASeries {
            count: *count,
            line: *line,
            text: text.clone(),
        });
        if of_file.series == 0 {
            reading.wrong_file(&InputError::NoSeries);
        }
    }
}

fn columns(reading: &mut Reading<'_, '_>) -> Option<Columns> {
    let header = reading.table.header.clone();
    let months = months(&header);
    let second = (0..months.len()).find(|at| {
        months[..*at]
            .iter()
            .any(|(_, before)| *before == months[*at].1)
    });
    if let Some(second) = second {
        reading.wrong_column(months[second].0, &InputError::ColumnTwice);
        return None;
    }
    let first_month = months.first()?.0;
    let partner = crate::reader::layout::find(&header, &PARTNER);
    let mut above = reading.table.titles.clone();
    let mut roles = Vec::new();
    let mut unknown = Vec::new();
    for (column, name) in header.iter().enumerate() {
        let plain = vocabulary::plain(name);
        let one_of = |names: &[&str]| names.contains(&plain.as_str());
        if Some(column) == partner || months.iter().any(|(month, _)| *month == column) {
            continue;
        }
        let role = match () {
            () if one_of(&CODE) => Role::Code,
            () if one_of(&UNIT) => Role::Unit,
            () if one_of(&CURRENCY) => Role::Currency,
            () if one_of(&SAYS_NOTHING) => Role::Nothing,
            () if column < first_month => {
                above.push(vec![name.clone()]);
                Role::Label
            }
            () => {
                unknown.push(name.clone());
                Role::Nothing
            }
        };
        reading.accounts.claim(
            column,
            match role {
                Role::Label => Meaning::Label,
                Role::Code => Meaning::Code,
                Role::Unit | Role::Currency => Meaning::Unit,
                Role::Nothing => Meaning::Note,
            },
        );
        roles.push((column, role));
    }
    if !unknown.is_empty() {
        reading.remark(InputRemark::ColumnsWithoutMonth(unknown));
    }
    for (column, _) in &months {
        reading.accounts.claim(*column, Meaning::Value);
    }
    reading.accounts.claim_all([partner], Meaning::Partner);
    let Some(title) = series_label::of_titles(&above) else {
        reading.wrong_file(&InputError::TitleUnits);
        return None;
    };
    Some(Columns {
        months,
        roles,
        partner,
        title,
        section: Label::default(),
    })
}

fn read_row(reading: &mut Reading<'_, '_>, columns: &mut Columns, of_file: &mut OfFile) {
    let cells: Vec<String> = (0..reading.table.width())
        .map(|column| reading.table.cell(column).into_owned())
        .collect();
    let first_text = cells.iter().find(|cell| !cell.is_empty());
    if first_text.is_none_or(|text| series_label::is_note(text)) {
        return;
    }
    let filled = |column: usize| cells.get(column).is_some_and(|cell| !cell.is_empty());
    let mut own = Label::default();
    let mut understood = true;
    for (column, role) in &columns.roles {
        if matches!(role, Role::Label) && filled(*column) {
            understood &= own.take(&cells[*column]);
        }
    }
    if !columns.months.iter().any(|(column, _)| filled(*column)) {
        if understood && columns.partner.is_none_or(|column| !filled(column)) {
            columns.section = own;
        }
        return;
    }
    let context = columns.section.over(&columns.title);
    let is_sum = own.bare_total && context.flow.is_some_and(|flow| flow != Flow::Total);
    if !understood || is_sum || own.flow == Some(Flow::Balance) {
        let text = first_text.cloned().unwrap_or_default();
        let line = reading.table.line();
        of_file.left_out.get_or_insert((0, line, text)).0 += 1;
        return;
    }
    let last = columns
        .months
        .iter()
        .map(|(column, _)| *column)
        .max()
        .unwrap_or(0);
    let flow = own.over(&context).flow;
    reading.drops.keys.flow = flow.map_or(FlowAt::Unknown, FlowAt::Fixed);
    let (fields, header) = (cells.len(), reading.table.header.len());
    if fields > header {
        return reading.wrong(
            header,
            &InputError::LongRow {
                fields,
                columns: header,
            },
        );
    }
    if fields <= last {
        return reading.wrong_row(&InputError::ShortRow {
            fields,
            columns: header,
        });
    }
    of_file.series += 1;
    series(reading, columns, &own.over(&context), of_file);
}

/// Takes the values of one series over.
fn series(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    label: &Label,
    of_file: &mut OfFile,
) -> Option<()> {
    let partner = partner(reading, columns.partner, label, of_file)?;
    let flow = label.flow.or_else(|| flow_of_file(reading, of_file));
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
    let mut own_currency = None;
    let mut unit_column = 0;
    for (column, role) in &columns.roles {
        match role {
            Role::Code => code = reading.code(*column)?,
            Role::Currency => {
                own_currency = reading.optional(Some(*column), vocabulary::currency)?
            }
            Role::Unit => {
                let unit = reading
                    .optional(Some(*column), vocabulary::stated)?
                    .unwrap_or_default();
                unit_column = *column;
                stated.unit = unit.unit.or(stated.unit);
                stated.currency = unit.currency.or(stated.currency);
            }
            Role::Label | Role::Nothing => {}
        }
    }
    let currency = reading.currency(own_currency, stated.currency, unit_column)?;
    let flow = flow?;
    for (column, period) in &columns.months {
        reading.drops.cell = Some((*period, flow));
        let cell = number::read_cell(&reading.table.cell(*column));
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
        let is_figure = code == TextId::EMPTY;
        reading.push(Observation {
            line: reading.table.line(),
            period: *period,
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
        return reading.wanted_partner(&PartnerOf::Fixed(place));
    }
    let of_file = of_file
        .partner
        .get_or_insert_with(|| reading.assumed_partner());
    reading.wanted_partner(of_file.as_ref()?)
}

fn flow_of_file(reading: &mut Reading<'_, '_>, of_file: &mut OfFile) -> Option<Flow> {
    *of_file.flow.get_or_insert_with(|| reading.flow_of_file())
}
