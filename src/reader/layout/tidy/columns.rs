//! Determines the meaning of each column in a table kept by hand: by its name, or else by its
//! content.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::filled_down::is_filled_down;
use crate::reader::layout::tidy::added_columns::adds_nothing;
use crate::reader::layout::tidy::against_titles;
use crate::reader::layout::tidy::codes::codes;
use crate::reader::layout::tidy::countries;
use crate::reader::layout::tidy::countries::{LOOKED_AT, partner};
use crate::reader::layout::tidy::names::NamedColumn;
use crate::reader::layout::tidy::open_columns::OpenColumns;
use crate::reader::layout::tidy::repeated::repeat_throughout;
use crate::reader::layout::tidy::side_by_side::other_months;
use crate::reader::layout::tidy::tellers::{self, Countries};
use crate::reader::layout::tidy::time_column::{TimeAt, are_whole_years, time};
use crate::reader::layout::tidy::traders::{Traders, traders};
use crate::reader::layout::tidy::value_column::{HeadContext, ValueColumn};
use crate::reader::layout::tidy::values::values;
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::{Meaning, Perspective, Unit};

/// The columns of such a table.
pub(crate) struct TidyColumns {
    pub time: TimeAt,
    pub dates: Dates,
    pub partner: Option<PartnerOf>,
    /// Whether a table told by a partner names China in the column of partners.
    pub partner_has_china: bool,
    pub reporter: Option<usize>,
    /// Whether others than China are among the reporters: a blank one may be any.
    pub reporter_in_every_row: bool,
    pub traders: Option<Traders>,
    pub code: Option<usize>,
    pub name: Option<usize>,
    pub currency: Option<usize>,
    pub unit: Option<usize>,
    pub scale: Option<usize>,
    pub frequency: Option<usize>,
    pub labels: Vec<usize>,
    pub flow: Option<usize>,
    pub values: Vec<ValueColumn>,
    pub whole: TableDefaults,
}

/// Whether a name states a currency or a scale: `unit` alone does not.
fn states_money(name: &str) -> bool {
    let meaning = TextMeaning::of(name);
    meaning.currency.is_some() || meaning.unit.is_some_and(|unit| unit != Unit::ONE)
}

/// Determines the meaning of each column. `None` if that is not clear, with a problem added.
pub(crate) fn columns(reading: &mut Reading<'_, '_>) -> Option<TidyColumns> {
    let names = reading.table.header.clone();
    let rows = reading.table.ahead(LOOKED_AT);
    let titles = reading.table.titles.iter();
    let titles: Vec<String> = titles.map(titles::whole_line).collect();
    let time = time(&names, &rows)?;
    let mut open = OpenColumns::new(names, rows, reading.options.file_side.is_some());
    let corner = corner(reading, &open, time);
    let whole = titles::read(reading, &corner);
    let dates = dates(&open, time, &titles);
    reading.accounts.has_whole_years = dates.are_whole_years();
    if let TimeAt::Column(column) = time
        && !are_months(reading, &open, column, &dates)
    {
        return None;
    }
    let times = match time {
        TimeAt::Column(column) => vec![column],
        TimeAt::Parts { year, month } => vec![year, month],
    };
    for column in &times {
        open.take(*column, Meaning::Month);
    }
    let flow = open.flow();
    let of_codes = match codes(&open.kinds, &open.taken, &open.rows) {
        Ok(columns) => columns,
        Err(column) => {
            reading.wrong_column(column, &InputError::ColumnTwice);
            return None;
        }
    };
    for column in &of_codes {
        open.take(*column, Meaning::Code);
    }
    let code = of_codes.first().copied();
    let name = open.find(NamedColumn::Name, Meaning::Name);
    let currency = open.find(NamedColumn::Currency, Meaning::Unit);
    let unit = open.find(NamedColumn::Unit, Meaning::Unit);
    let scale = open.find(NamedColumn::Scale, Meaning::Unit);
    let frequency = open.find(NamedColumn::Frequency, Meaning::Month);
    open.take_quarters();
    let countries = countries_of(reading, &mut open, &whole, flow)?;
    let (partner_columns, reporter) = (&countries.partners, countries.reporter);
    if !repeat_throughout(reading, &open.kinds, partner_columns, &open.rows) {
        return None;
    }
    adds_nothing(&open.names, &open.rows, partner_columns, &mut open.taken);
    let labels = open.labels();
    open.take_unused();
    let traders = countries.traders;
    let context = HeadContext {
        names: &open.names,
        kinds: &open.kinds,
        whole: &whole,
        flow_in_row: flow.is_some() || traders.is_some() || !labels.is_empty(),
        unit_in_row: currency.or(unit).is_some() || !labels.is_empty(),
    };
    let values = values(reading, &context, &mut open.taken)?;
    let of_flows = flow.into_iter().flat_map(|column| open.cells(column));
    if against_titles::disagree(reading, &open.names, &values, &whole, of_flows) {
        return None;
    }
    for (column, meaning) in open.taken.iter().enumerate() {
        if let Some(meaning) = meaning {
            reading.accounts.claim(column, *meaning);
        }
    }
    let beside = [flow, code].into_iter().flatten();
    let beside = beside.chain(times.iter().copied());
    let beside: Vec<usize> = beside.chain(labels.iter().copied()).collect();
    reading.partner_above.is_meant = is_filled_down(&open.rows, partner_columns, &beside);
    let mut no_values = times;
    no_values.extend(of_codes.iter().copied().chain(scale));
    no_values.extend(partner_columns);
    if !reading.settle_decimal(&no_values) {
        return None;
    }
    let partner = match traders {
        Some(_) => None,
        None => partner(
            reading,
            partner_columns,
            reporter,
            &open.rows,
            &whole,
            &values,
            !labels.is_empty(),
        )?,
    };
    let partner_has_china = whole.is_reversed && {
        let named = partner_columns
            .iter()
            .flat_map(|column| open.cells(*column));
        named.filter_map(crate::trade::Partner::find).any(is_china)
    };
    Some(TidyColumns {
        partner_has_china,
        time,
        dates,
        partner,
        reporter_in_every_row: reporter
            .is_some_and(|column| countries::reports_others(&open.rows, column)),
        reporter,
        traders,
        code,
        name,
        currency,
        unit,
        scale,
        frequency,
        labels,
        flow,
        values,
        whole,
    })
}

/// The corner above the months, if it states the unit of the other columns: `USD thousand`.
fn corner(reading: &Reading<'_, '_>, open: &OpenColumns, time: TimeAt) -> Vec<Line> {
    match time {
        TimeAt::Column(column)
            if open.kinds[column] == NamedColumn::Money && states_money(&open.names[column]) =>
        {
            vec![Line {
                line: reading.table.header_line().unwrap_or(1),
                cells: vec![open.names[column].clone()],
            }]
        }
        _ => Vec::new(),
    }
}

/// How the dates of the rows are written.
fn dates(open: &OpenColumns, time: TimeAt, titles: &[String]) -> Dates {
    match time {
        TimeAt::Column(column) => {
            let texts = open.names.iter().map(String::as_str);
            let titles = titles.iter().map(String::as_str);
            let dates = Dates::of(open.cells(column)).with_texts(texts.chain(titles));
            match are_whole_years(&open.names, &open.rows, column) {
                true => dates.of_whole_years(),
                false => dates,
            }
        }
        TimeAt::Parts { .. } => Dates::default(),
    }
}

/// Whether the dates in a column are months, and no second column has others. If not, adds a problem.
fn are_months(
    reading: &mut Reading<'_, '_>,
    open: &OpenColumns,
    column: usize,
    dates: &Dates,
) -> bool {
    let name = &open.names[column];
    if let Some(spacing) = quarters::spacing(name, open.cells(column))
        && !reading.is_ignored(name)
    {
        let column_name = name.clone();
        let wrong = InputError::Month(MonthError::MonthOrQuarter {
            column: column_name,
            spacing,
        });
        reading.wrong_column(column, &wrong);
        return false;
    }
    if let Some((other, line)) = other_months(column, &open.names, &open.rows, dates) {
        reading.wrong_column(other, &InputError::MonthsDiffer { line });
        return false;
    }
    true
}

/// The columns of countries.
struct CountryColumns {
    partners: Vec<usize>,
    reporter: Option<usize>,
    traders: Option<Traders>,
}

/// Which columns of countries are of partners, and which of reporters. `None` if that is not clear, with
/// a problem added.
fn countries_of(
    reading: &mut Reading<'_, '_>,
    open: &mut OpenColumns,
    whole: &TableDefaults,
    flow: Option<usize>,
) -> Option<CountryColumns> {
    let traders = traders(&open.names, &open.rows).filter(|_| flow.is_none());
    if let Some(Traders { sender, receiver }) = traders {
        open.take(sender, Meaning::Partner);
        open.take(receiver, Meaning::Partner);
        return Some(CountryColumns {
            partners: vec![sender, receiver],
            reporter: None,
            traders,
        });
    }
    let (mut partners, mut reporter) =
        countries::countries(&open.kinds, &mut open.taken, &open.rows);
    if reporter.is_none() {
        let tells_china = reading.options.file_side == Some(Perspective::Reporter);
        for column in partners.clone() {
            match tellers::held(open.kinds[column], column, &open.rows, whole, tells_china) {
                Countries::Partners => {}
                Countries::Reporters => {
                    partners.retain(|one| *one != column);
                    reporter = Some(column);
                    open.take(column, Meaning::Reporter);
                }
                Countries::Unclear => {
                    reading.wrong_column(column, &InputError::ReporterOrPartner);
                    return None;
                }
            }
        }
    }
    Some(CountryColumns {
        partners,
        reporter,
        traders,
    })
}
