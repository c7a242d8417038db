//! What each column of a table that people keep is for: told by its name, else by what stands in it.

use crate::reader::accounting::said::{Said, Side, is_china};
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::{CodesOf, PartnerOf};
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::months::year_number;
use crate::reader::layout::tidy_names::{Named, named};
use crate::reader::layout::titles;
use crate::reader::layout::titles::Whole;
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;
use crate::trade::{Currency, Flow, InputRemark, Partner, Perspective, Unit};

/// How many rows are looked at to tell what a column is for.
const LOOKED_AT: usize = 2000;

/// Where everything stands.
pub(crate) struct Columns {
    pub time: TimeAt,
    pub dates: Dates,
    pub partner: Option<PartnerOf>,
    pub reporter: Option<usize>,
    pub code: Option<usize>,
    pub name: Option<usize>,
    pub currency: Option<usize>,
    pub unit: Option<usize>,
    pub scale: Option<usize>,
    pub frequency: Option<usize>,
    pub labels: Vec<usize>,
    pub flow: Option<usize>,
    pub values: Vec<Values>,
    pub whole: Whole,
}

/// Where the month stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TimeAt {
    Column(usize),
    /// The year and the month apart.
    Parts {
        year: usize,
        month: usize,
    },
}

/// One column of values.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    pub column: usize,
    pub flow: FlowOf,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    pub partner: Option<u16>,
    pub cumulative: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FlowOf {
    /// In the column for it, or in a label.
    Row,
    Known(Flow),
}

/// The first column whose rows below are all months, where none has a name of one.
pub(crate) fn time(names: &[String], rows: &[Line]) -> Option<TimeAt> {
    let kinds: Vec<Named> = names.iter().map(|name| named(name)).collect();
    let of = |kind: Named| kinds.iter().position(|one| *one == kind);
    if let (Some(year), Some(month)) = (of(Named::Year), of(Named::Month)) {
        return Some(TimeAt::Parts { year, month });
    }
    if let Some(column) = of(Named::Month) {
        return Some(TimeAt::Column(column));
    }
    let is_of_months = |column: usize| {
        let cells: Vec<&str> = rows
            .iter()
            .filter_map(|line| line.cells.get(column))
            .map(String::as_str)
            .collect();
        let dates = Dates::of(cells.iter().copied());
        let is_month =
            |cell: &&str| dates.read(cell).is_ok() || is_bare_month_in_doubt(&dates, cell);
        let first = cells.iter().filter(|cell| !cell.is_empty()).take(3);
        first.clone().count() > 0 && first.into_iter().all(is_month)
    };
    let is_month = |name: &String| Dates::default().read(name).is_ok();
    let may_be = |column: &usize| {
        !is_month(&names[*column])
            && matches!(
                kinds[*column],
                Named::Other | Named::Label | Named::Year | Named::Name
            )
    };
    (0..names.len())
        .filter(may_be)
        .find(|column| is_of_months(*column))
        .map(TimeAt::Column)
}

/// Whether a cell is a month of which only the reading is open.
fn is_bare_month_in_doubt(dates: &Dates, cell: &str) -> bool {
    matches!(
        dates.read(cell),
        Err(InputError::MonthAfterPoint | InputError::DayOrMonth | InputError::YearOfTwoDigits)
    )
}

/// Whether a table with these columns over these rows is one of this layout.
pub(crate) fn fits(names: &[String], rows: &[Line]) -> bool {
    if !has_values(names) {
        return false;
    }
    let cells = |column: usize| {
        rows.iter()
            .filter_map(move |line| line.cells.get(column))
            .map(String::as_str)
    };
    match time(names, rows) {
        None => false,
        Some(TimeAt::Parts { year, .. }) => cells(year).any(|cell| year_number(cell).is_some()),
        Some(TimeAt::Column(column)) => {
            let dates = Dates::of(cells(column));
            cells(column)
                .any(|cell| dates.read(cell).is_ok() || is_bare_month_in_doubt(&dates, cell))
        }
    }
}

pub(crate) fn has_values(names: &[String]) -> bool {
    names
        .iter()
        .any(|name| matches!(named(name), Named::Value | Named::Money))
}

/// Tells what each column is for; `None` where it cannot be told, which is a problem, added already.
pub(crate) fn columns(reading: &mut Reading<'_, '_>) -> Option<Columns> {
    let names = reading.table.header.clone();
    let rows = reading.table.ahead(LOOKED_AT);
    let kinds: Vec<Named> = names.iter().map(|name| named(name)).collect();
    let titles: Vec<String> = reading
        .table
        .titles
        .iter()
        .map(titles::whole_line)
        .collect();
    let whole = titles::read(reading, &[]);
    let time = time(&names, &rows)?;
    let cells = |column: usize| {
        rows.iter()
            .filter_map(move |line| line.cells.get(column))
            .map(String::as_str)
    };
    let dates = match time {
        TimeAt::Column(column) => {
            let texts = names.iter().map(String::as_str);
            let titles = titles.iter().map(String::as_str);
            Dates::of(cells(column)).beside(texts.chain(titles))
        }
        TimeAt::Parts { .. } => Dates::default(),
    };
    if let TimeAt::Column(column) = time
        && let Some(apart) = quarters::apart(&names[column], cells(column))
        && !reading.is_ignored(&names[column])
    {
        let column_name = names[column].clone();
        let wrong = InputError::MonthOrQuarter {
            column: column_name,
            apart,
        };
        reading.wrong_column(column, &wrong);
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
    let find = |kind: Named, meaning: Meaning, taken: &mut Vec<Option<Meaning>>| {
        let found =
            (0..kinds.len()).find(|column| kinds[*column] == kind && taken[*column].is_none())?;
        taken[found] = Some(meaning);
        Some(found)
    };
    let flow = find(Named::Flow, Meaning::Flow, &mut taken).or_else(|| {
        // `Total` alone may be the total of anything.
        let tells = |cell: &str| matches!(vocabulary::flow(cell), Ok(Flow::Import | Flow::Export));
        let all_flows = |column: &usize| {
            let mut texts = cells(*column).filter(|cell| !cell.is_empty());
            cells(*column).any(tells) && texts.all(|cell| vocabulary::flow(cell).is_ok())
        };
        let found =
            (0..names.len()).find(|column| taken[*column].is_none() && all_flows(column))?;
        taken[found] = Some(Meaning::Flow);
        Some(found)
    });
    let code = find(Named::Code, Meaning::Code, &mut taken);
    let name = find(Named::Name, Meaning::Name, &mut taken);
    let currency = find(Named::Currency, Meaning::Unit, &mut taken);
    let unit = find(Named::Unit, Meaning::Unit, &mut taken);
    let scale = find(Named::Scale, Meaning::Unit, &mut taken);
    let frequency = find(Named::Frequency, Meaning::Month, &mut taken);
    // The quarter of a month that stands beside it says nothing more.
    for column in 0..names.len() {
        if quarters::is_name(&names[column]) && taken[column].is_none() {
            taken[column] = Some(Meaning::Month);
        }
    }
    let (partner_columns, reporter) = countries(&kinds, &mut taken, &rows);
    let mut labels = Vec::new();
    for column in 0..names.len() {
        if kinds[column] == Named::Label && taken[column].is_none() && may_be_label(&rows, column) {
            taken[column] = Some(Meaning::Label);
            labels.push(column);
        }
    }
    for column in 0..names.len() {
        if kinds[column] == Named::Other && taken[column].is_none() && holds_labels(&rows, column) {
            taken[column] = Some(Meaning::Label);
            labels.push(column);
        }
    }
    for (column, kind) in kinds.iter().enumerate() {
        let meaning = match kind {
            Named::Change => Meaning::Change,
            Named::Quantity => Meaning::Quantity,
            Named::Balance => Meaning::Balance,
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
            flow.is_some() || !labels.is_empty(),
            currency.or(unit).is_some() || !labels.is_empty(),
        ),
    )?;
    for (column, meaning) in taken.iter().enumerate() {
        if let Some(meaning) = meaning {
            reading.accounts.claim(column, *meaning);
        }
    }
    let mut but = times;
    but.extend([code, scale].into_iter().flatten());
    but.extend(&partner_columns);
    if !reading.settle_decimal(&but) {
        return None;
    }
    let partner = partner(
        reading,
        &partner_columns,
        reporter,
        &rows,
        &whole,
        &values,
        !labels.is_empty(),
    )?;
    Some(Columns {
        time,
        dates,
        partner,
        reporter,
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

/// The columns of partners and the one of reporters: by their names, else by what stands in them.
fn countries(
    kinds: &[Named],
    taken: &mut [Option<Meaning>],
    rows: &[Line],
) -> (Vec<usize>, Option<usize>) {
    let free = |kind: Named, taken: &[Option<Meaning>]| -> Vec<usize> {
        (0..kinds.len())
            .filter(|column| kinds[*column] == kind && taken[*column].is_none())
            .collect()
    };
    let mut partners = free(Named::Partner, taken);
    let mut reporter = free(Named::Reporter, taken).first().copied();
    let countries = free(Named::Country, taken);
    if partners.is_empty() {
        // Of several columns that name countries, one that is always China is the reporter.
        let (china, others): (Vec<usize>, Vec<usize>) = countries
            .iter()
            .partition(|column| countries.len() > 1 && is_always_china(rows, **column));
        partners = others;
        reporter = reporter.or(china.first().copied());
    } else {
        reporter = reporter.or(countries.first().copied());
    }
    if partners.is_empty() {
        let by_content =
            (0..kinds.len()).filter(|column| taken[*column].is_none() && Some(*column) != reporter);
        let by_content: Vec<usize> = by_content
            .filter(|column| holds_countries(rows, *column))
            .collect();
        let (china, others): (Vec<usize>, Vec<usize>) = by_content
            .iter()
            .partition(|column| is_always_china(rows, **column));
        partners = others.into_iter().take(1).collect();
        reporter = reporter.or(china.first().copied());
    }
    for column in &partners {
        taken[*column] = Some(Meaning::Partner);
    }
    if let Some(column) = reporter {
        taken[column] = Some(Meaning::Reporter);
    }
    (partners, reporter)
}

fn texts(rows: &[Line], column: usize) -> Vec<&str> {
    let cells = rows.iter().filter_map(|line| line.cells.get(column));
    let mut texts: Vec<&str> = cells
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

fn is_always_china(rows: &[Line], column: usize) -> bool {
    let texts = texts(rows, column);
    !texts.is_empty() && texts.iter().all(|text| country(text).is_some_and(is_china))
}

/// Whether at least half of the texts in a column are names of countries.
fn holds_countries(rows: &[Line], column: usize) -> bool {
    let texts = texts(rows, column);
    let named = texts.iter().filter(|text| country(text).is_some()).count();
    named > 0 && named * 2 >= texts.len()
}

/// Whether a column of labels can be taken at its word. Where some of its texts are not known, the
/// others must say what they are: `Imports`; one that says nothing may stand for anything.
pub(crate) fn may_be_label(rows: &[Line], column: usize) -> bool {
    let said: Vec<Said> = texts(rows, column)
        .iter()
        .map(|text| Said::of(text))
        .collect();
    let unknown = |said: &Said| !said.unknown.is_empty() || !said.numbers.is_empty();
    let says_nothing =
        |said: &Said| said.flows.is_empty() && said.names.is_empty() && said.partners.is_empty();
    let some_unknown = said.iter().any(unknown);
    let filled = |line: &&Line| line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let some_blank = rows
        .iter()
        .filter(filled)
        .any(|line| line.cells.get(column).is_none_or(String::is_empty));
    let some_silent = some_blank || said.iter().any(|one| !unknown(one) && says_nothing(one));
    !(said.iter().all(unknown) || some_unknown && some_silent)
}

/// Whether a column holds a few texts, each of them known to the last word: `direct` and `mirror`,
/// `Value` and `Net weight (kt)`.
fn holds_labels(rows: &[Line], column: usize) -> bool {
    const MOST: usize = 30;
    let texts = texts(rows, column);
    let known = |text: &&str| {
        let said = Said::of(text);
        let says = !said.flows.is_empty()
            || !said.names.is_empty()
            || said.total
            || text.chars().any(char::is_alphabetic);
        says && said.unknown.is_empty() && said.numbers.is_empty() && said.years.is_empty()
    };
    let several = |dimension: Dimension| {
        texts
            .iter()
            .filter(|text| Said::of(text).is_of(dimension))
            .count()
            > 1
    };
    (2..=MOST).contains(&texts.len()) && texts.iter().all(known) && !several(Dimension::Vintage)
}

fn country(text: &str) -> Option<u16> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 1).then(|| Partner::find(text)).flatten()
}

/// Where the partner of a row stands: in columns, in the heads of values, in a title, or nowhere.
fn partner(
    reading: &mut Reading<'_, '_>,
    columns: &[usize],
    reporter: Option<usize>,
    rows: &[Line],
    whole: &Whole,
    values: &[Values],
    has_labels: bool,
) -> Option<Option<PartnerOf>> {
    if columns.is_empty() {
        let in_heads = values.iter().all(|one| one.partner.is_some());
        if in_heads && !values.is_empty() {
            return Some(None);
        }
        if has_labels && whole.partner.is_none() && labels_name_partners(reading, rows) {
            return Some(None);
        }
        return match whole.partner {
            Some(place) => {
                reading.fixed_partner = Some(place);
                Some(Some(PartnerOf::Fixed(place)))
            }
            None => reading.assumed_partner().map(Some),
        };
    }
    let is_number = |column: &usize| {
        let texts = texts(rows, *column);
        !texts.is_empty()
            && texts.iter().all(|text| {
                text.trim_end_matches(".0")
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
            })
    };
    let code = columns.iter().copied().find(is_number);
    let name = columns.iter().copied().find(|column| !is_number(column));
    reading.mend_names(name);
    let Some(code) = code else {
        return Some(name.map(PartnerOf::Either));
    };
    let pairs = rows.iter().map(|line| {
        let cell = |column: usize| line.cells.get(column).map_or("", String::as_str);
        (cell(code), name.map_or("", cell))
    });
    let un_reporter = reporter.is_some_and(|column| {
        texts(rows, column)
            .iter()
            .any(|text| text.trim_end_matches(".0") == "156")
    });
    match CodesOf::of(
        reading.options.partner_codes,
        pairs,
        un_reporter,
        &reading.options.partner,
    ) {
        CodesOf::Customs => Some(Some(PartnerOf::Columns {
            code: Some(code),
            name,
        })),
        CodesOf::Un => Some(Some(PartnerOf::Un {
            code: Some(code),
            iso: None,
            name,
        })),
        CodesOf::Unclear(text) => {
            let line = rows
                .iter()
                .find(|line| line.cells.get(code).is_some_and(|cell| *cell == text));
            reading.doubt(
                line.map(|line| line.line),
                &InputError::PartnerCodeInDoubt,
                &text,
            );
            None
        }
    }
}

fn labels_name_partners(reading: &Reading<'_, '_>, rows: &[Line]) -> bool {
    let labels: Vec<usize> = (0..reading.table.header.len())
        .filter(|column| named(&reading.table.header[*column]) == Named::Label)
        .collect();
    rows.iter().any(|line| {
        let cells = labels.iter().filter_map(|column| line.cells.get(*column));
        cells
            .into_iter()
            .any(|cell| Said::of(cell).partner().is_some())
    })
}

/// The columns of values. A column that is understood in part is left out where another one of its
/// flow is whole, and in doubt where none is.
fn values(
    reading: &mut Reading<'_, '_>,
    names: &[String],
    kinds: &[Named],
    taken: &mut [Option<Meaning>],
    (whole, flow_in_row, unit_in_row): (&Whole, bool, bool),
) -> Option<Vec<Values>> {
    let mut values: Vec<Values> = Vec::new();
    let mut in_part: Vec<(usize, Option<Flow>, String)> = Vec::new();
    let mut all_known = true;
    let is_value = |column: usize| kinds[column] == Named::Value;
    // Programs number a name that comes again: `imports`, `imports.1`.
    let again = |column: usize| {
        let numbered = names[column].rsplit_once('.');
        numbered.is_some_and(|(name, number)| {
            number.bytes().all(|byte| byte.is_ascii_digit())
                && !number.is_empty()
                && names[..column].iter().any(|before| before == name)
        })
    };
    if let Some(second) = (0..names.len()).find(|column| is_value(*column) && again(*column)) {
        reading.wrong_column(second, &InputError::ColumnTwice);
        return None;
    }
    let has_money =
        (0..names.len()).any(|column| kinds[column] == Named::Money && taken[column].is_none());
    let mut flow_of_file: Option<Option<Flow>> = None;
    for (column, name) in names.iter().enumerate() {
        let is_money = kinds[column] == Named::Money;
        if taken[column].is_some() || !(is_value(column) || is_money) {
            continue;
        }
        let said = Said::of(name);
        // `Amount` beside a column that is named for its currency is some other amount.
        if !is_money && has_money && said.flow().is_none() && said.currency.is_none() {
            continue;
        }
        let rest = rest(reading, &said);
        let flow = said.flow();
        if !rest.is_empty() {
            in_part.push((column, flow, rest));
            continue;
        }
        let Some(turn) = side(reading, column, &said, whole) else {
            all_known = false;
            continue;
        };
        let flow_of = match flow {
            Some(flow) => {
                let flow = if turn { titles::turned(flow) } else { flow };
                named_flow(reading, column, flow)
            }
            None if flow_in_row => Some(FlowOf::Row),
            None => match whole.flow {
                Some(flow) => Some(FlowOf::Known(flow)),
                None => {
                    let told = *flow_of_file.get_or_insert_with(|| reading.flow_of_file());
                    // The name of a file tells the side that the file tells.
                    let turn = whole.turned && reading.given_flow.is_none();
                    let told = told.map(|flow| if turn { titles::turned(flow) } else { flow });
                    told.map(FlowOf::Known)
                }
            },
        };
        let currency = said
            .currency
            .or(whole.currency)
            .or(reading.options.currency);
        let needs_title = (said.unit.is_none() || said.currency.is_none()) && !unit_in_row;
        if (needs_title && whole.unit_in_doubt(reading)) || said.two_units {
            if said.two_units {
                reading.wrong_column(column, &InputError::UnknownUnit);
            }
            return None;
        }
        if currency.is_none() && !unit_in_row {
            reading.wrong_column(column, &InputError::CurrencyNotStated);
            all_known = false;
            continue;
        }
        let Some(flow) = flow_of else {
            all_known = false;
            continue;
        };
        values.push(Values {
            column,
            flow,
            unit: said.unit.or(whole.unit),
            currency: if unit_in_row {
                said.currency.or(whole.currency)
            } else {
                currency
            },
            partner: said.partner(),
            cumulative: whole.cumulative || reading.says_cumulative(&said),
        });
        taken[column] = Some(Meaning::Value);
    }
    for (column, flow, rest) in in_part {
        let whole_one = values.iter().any(|one| match (flow, one.flow) {
            (Some(flow), FlowOf::Known(known)) => flow == known,
            _ => true,
        });
        let words = Said::of(&names[column]);
        let unit = rest_is_unit(&names[column], &words);
        match whole_one {
            true => {
                taken[column] = Some(Meaning::Label);
                reading.remark(InputRemark::ColumnInPart {
                    name: names[column].clone(),
                    words: rest,
                });
            }
            false => {
                let wrong = if unit {
                    InputError::UnknownUnit
                } else {
                    InputError::HeadInDoubt(rest)
                };
                reading.wrong_column(column, &wrong);
                all_known = false;
            }
        }
    }
    if !all_known {
        return None;
    }
    let same = |one: &Values, other: &Values| {
        one.flow == other.flow
            && one.partner == other.partner
            && one.cumulative == other.cumulative
            && one.currency == other.currency
    };
    if let Some(second) = (0..values.len()).find(|at| {
        values[..*at]
            .iter()
            .any(|before| same(before, &values[*at]))
    }) {
        reading.wrong_column(values[second].column, &InputError::ColumnTwice);
        return None;
    }
    if values.is_empty() {
        reading.wrong_file(&InputError::NoSeries);
        return None;
    }
    Some(values)
}

/// The words of a head that are not understood, those left out that the user calls harmless.
fn rest(reading: &Reading<'_, '_>, said: &Said) -> String {
    let named = said.names.iter().filter(|(dimension, _)| match dimension {
        Dimension::Cumulative | Dimension::Vintage => false,
        Dimension::Good => !reading.options.all_goods,
        _ => true,
    });
    let years: Vec<String> = said.years.iter().map(i32::to_string).collect();
    let words = named
        .map(|(_, word)| word)
        .chain(&said.unknown)
        .chain(&said.numbers)
        .chain(&years);
    let words: Vec<&str> = words
        .map(String::as_str)
        .filter(|word| !reading.is_ignored(word))
        .collect();
    words.join(" ")
}

/// Whether what is not understood stands where a unit is expected: `value_eur_mn`.
fn rest_is_unit(name: &str, said: &Said) -> bool {
    let scaled = said.unit.is_some() || !said.unknown.is_empty() && said.flows.is_empty();
    scaled
        && said.names.is_empty()
        && said.currency.is_none()
        && said.partners.is_empty()
        && !name.is_empty()
}

/// Whether the flow of a head must be turned round; `None` where its side is in doubt.
fn side(reading: &mut Reading<'_, '_>, column: usize, said: &Said, whole: &Whole) -> Option<bool> {
    let told = match (reading.options.file_side, said.side) {
        (Some(given), _) => Some(given),
        (None, Side::Of(told)) => Some(told),
        (None, Side::Untold) => return Some(whole.turned),
        (None, Side::Unclear) if whole.turned => Some(Perspective::Partner),
        (None, Side::Unclear) => None,
    };
    match told {
        Some(Perspective::Partner) => {
            titles::say_turned(reading, said.partner().or(whole.partner));
            Some(true)
        }
        Some(Perspective::Reporter) => Some(false),
        None => {
            reading.wrong_column(column, &InputError::SideInDoubt);
            None
        }
    }
}

fn named_flow(reading: &mut Reading<'_, '_>, column: usize, flow: Flow) -> Option<FlowOf> {
    match reading.given_flow {
        Some(given) if given != flow => {
            let given = given.name();
            reading.wrong_column(column, &InputError::FlowDisagrees { given });
            None
        }
        _ => Some(FlowOf::Known(flow)),
    }
}
