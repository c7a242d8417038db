//! Determines the meaning of each column in a table kept by hand: by its name, or else by its
//! content.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::filled_down::is_filled_down;
use crate::reader::layout::tidy::added_columns::adds_nothing;
use crate::reader::layout::tidy::against_titles;
use crate::reader::layout::tidy::codes::codes;
use crate::reader::layout::tidy::countries;
use crate::reader::layout::tidy::countries::{LOOKED_AT, holds_labels, may_be_label, partner};
use crate::reader::layout::tidy::kinds::kinds_over;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::reader::layout::tidy::repeated::repeat_throughout;
use crate::reader::layout::tidy::side_by_side::other_months;
use crate::reader::layout::tidy::tellers::{self, Countries};
use crate::reader::layout::tidy::time_column::{TimeAt, time};
use crate::reader::layout::tidy::traders::{Traders, traders};
use crate::reader::layout::tidy::values::ValueColumn;
use crate::reader::layout::tidy::values::values;
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Meaning, Unit};

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
    let kinds = kinds_over(&names, &rows);
    let titles: Vec<String> = reading
        .table
        .titles
        .iter()
        .map(titles::whole_line)
        .collect();
    let time = time(&names, &rows)?;
    // `USD thousand` in the corner above the months is the unit of the other columns.
    let corner = match time {
        TimeAt::Column(column)
            if kinds[column] == NamedColumn::Money && states_money(&names[column]) =>
        {
            vec![Line {
                line: reading.table.header_line().unwrap_or(1),
                cells: vec![names[column].clone()],
            }]
        }
        _ => Vec::new(),
    };
    let whole = titles::read(reading, &corner);
    let cells = |column: usize| {
        rows.iter()
            .filter_map(move |line| line.cells.get(column))
            .map(String::as_str)
    };
    let dates = match time {
        TimeAt::Column(column) => {
            let texts = names.iter().map(String::as_str);
            let titles = titles.iter().map(String::as_str);
            Dates::of(cells(column)).with_texts(texts.chain(titles))
        }
        TimeAt::Parts { .. } => Dates::default(),
    };
    if let TimeAt::Column(column) = time
        && let Some(spacing) = quarters::spacing(&names[column], cells(column))
        && !reading.is_ignored(&names[column])
    {
        let column_name = names[column].clone();
        let wrong = InputError::MonthOrQuarter {
            column: column_name,
            spacing,
        };
        reading.wrong_column(column, &wrong);
        return None;
    }
    if let TimeAt::Column(first) = time
        && let Some((column, line)) = other_months(first, &names, &rows, &dates)
    {
        reading.wrong_column(column, &InputError::MonthsDiffer { line });
        return None;
    }
    let mut taken: Vec<Option<Meaning>> = vec![None; names.len()];
    let times = match time {
        TimeAt::Column(column) => vec![column],
        TimeAt::Parts { year, month } => vec![year, month],
    };
    for column in &times {
        taken[*column] = Some(Meaning::Month);
    }
    let find = |kind: NamedColumn, meaning: Meaning, taken: &mut Vec<Option<Meaning>>| {
        let found =
            (0..kinds.len()).find(|column| kinds[*column] == kind && taken[*column].is_none())?;
        taken[found] = Some(meaning);
        Some(found)
    };
    let flow = find(NamedColumn::Flow, Meaning::Flow, &mut taken).or_else(|| {
        // `Total` alone may be the total of anything.
        let tells = |cell: &str| matches!(vocabulary::flow(cell), Ok(Flow::Import | Flow::Export));
        let all_flows = |column: &usize| {
            let mut texts = cells(*column).filter(|cell| !cell.is_empty());
            cells(*column).any(tells) && texts.all(|cell| vocabulary::flow(cell).is_ok())
        };
        // A letter alone is a flow only beside that of the other: `M` may be monthly, `E` estimated.
        let has_words = |column: &usize| {
            let mut texts = cells(*column);
            texts.any(|cell| tells(cell) && cell.chars().count() > 1)
        };
        let has_both = |column: &usize| {
            let mut flows = [Flow::Import, Flow::Export].into_iter();
            flows.all(|flow| cells(*column).any(|cell| vocabulary::flow(cell) == Ok(flow)))
        };
        let may_be_flows = |column: &usize| {
            matches!(
                kinds[*column],
                NamedColumn::Other | NamedColumn::Label | NamedColumn::Name
            )
        };
        let found = (0..names.len()).find(|column| {
            taken[*column].is_none()
                && may_be_flows(column)
                && all_flows(column)
                && (kinds[*column] == NamedColumn::Label || has_words(column) || has_both(column))
        })?;
        taken[found] = Some(Meaning::Flow);
        Some(found)
    });
    let of_codes = match codes(&kinds, &taken, &rows) {
        Ok(columns) => columns,
        Err(column) => {
            reading.wrong_column(column, &InputError::ColumnTwice);
            return None;
        }
    };
    for column in &of_codes {
        taken[*column] = Some(Meaning::Code);
    }
    let code = of_codes.first().copied();
    let name = find(NamedColumn::Name, Meaning::Name, &mut taken);
    let currency = find(NamedColumn::Currency, Meaning::Unit, &mut taken);
    let unit = find(NamedColumn::Unit, Meaning::Unit, &mut taken);
    let scale = find(NamedColumn::Scale, Meaning::Unit, &mut taken);
    let frequency = find(NamedColumn::Frequency, Meaning::Month, &mut taken);
    // A quarter next to its month adds nothing.
    for column in 0..names.len() {
        if quarters::is_name(&names[column]) && taken[column].is_none() {
            taken[column] = Some(Meaning::Month);
        }
    }
    let traders = traders(&names, &rows).filter(|_| flow.is_none());
    let (mut partner_columns, mut reporter) = match traders {
        Some(Traders { sender, receiver }) => {
            taken[sender] = Some(Meaning::Partner);
            taken[receiver] = Some(Meaning::Partner);
            (vec![sender, receiver], None)
        }
        None => countries::countries(&kinds, &mut taken, &rows),
    };
    if reporter.is_none() && traders.is_none() {
        for column in partner_columns.clone() {
            match tellers::held(kinds[column], column, &rows, &whole) {
                Countries::Partners => {}
                Countries::Reporters => {
                    partner_columns.retain(|one| *one != column);
                    reporter = Some(column);
                    taken[column] = Some(Meaning::Reporter);
                }
                Countries::Unclear => {
                    reading.wrong_column(column, &InputError::ReporterOrPartner);
                    return None;
                }
            }
        }
    }
    if !repeat_throughout(reading, &kinds, &partner_columns, &rows) {
        return None;
    }
    adds_nothing(&names, &rows, &partner_columns, &mut taken);
    let mut labels = Vec::new();
    for column in 0..names.len() {
        if kinds[column] == NamedColumn::Label
            && taken[column].is_none()
            && may_be_label(&rows, column)
        {
            taken[column] = Some(Meaning::Label);
            labels.push(column);
        }
    }
    for column in 0..names.len() {
        if kinds[column] == NamedColumn::Other
            && taken[column].is_none()
            && holds_labels(&rows, column)
        {
            taken[column] = Some(Meaning::Label);
            labels.push(column);
        }
    }
    for (column, kind) in kinds.iter().enumerate() {
        let meaning = match kind {
            NamedColumn::Change => Meaning::Change,
            NamedColumn::Quantity => Meaning::Quantity,
            NamedColumn::Balance => Meaning::Balance,
            NamedColumn::Sum => Meaning::Sum,
            _ => continue,
        };
        if taken[column].is_none() {
            taken[column] = Some(meaning);
        }
    }
    let values = values(
        reading,
        &names,
        &kinds,
        &mut taken,
        (
            &whole,
            flow.is_some() || traders.is_some() || !labels.is_empty(),
            currency.or(unit).is_some() || !labels.is_empty(),
        ),
    )?;
    let of_flows = flow.into_iter().flat_map(cells);
    if against_titles::disagree(reading, &names, &values, &whole, of_flows) {
        return None;
    }
    for (column, meaning) in taken.iter().enumerate() {
        if let Some(meaning) = meaning {
            reading.accounts.claim(column, *meaning);
        }
    }
    let beside: Vec<usize> = [flow, code]
        .into_iter()
        .flatten()
        .chain(times.iter().copied())
        .chain(labels.iter().copied())
        .collect();
    reading.partner_above.is_meant = is_filled_down(&rows, &partner_columns, &beside);
    let mut but = times;
    but.extend(of_codes.iter().copied().chain(scale));
    but.extend(&partner_columns);
    if !reading.settle_decimal(&but) {
        return None;
    }
    let partner = match traders {
        Some(_) => None,
        None => partner(
            reading,
            &partner_columns,
            reporter,
            &rows,
            &whole,
            &values,
            !labels.is_empty(),
        )?,
    };
    let partner_has_china = whole.is_reversed && {
        let named = partner_columns.iter().flat_map(|column| cells(*column));
        named.filter_map(crate::trade::Partner::find).any(is_china)
    };
    Some(TidyColumns {
        partner_has_china,
        time,
        dates,
        partner,
        reporter_in_every_row: reporter
            .is_some_and(|column| countries::reports_others(&rows, column)),
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
