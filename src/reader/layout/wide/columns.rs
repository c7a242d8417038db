//! The columns of a wide table: months, years, or months of years, and the columns around them.

use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::filled_down::is_filled_down;
use crate::reader::layout::months::month_number;
use crate::reader::layout::tidy::countries::{coded_or_named, reports_others};
use crate::reader::layout::tidy::names::named;
use crate::reader::layout::tidy::tellers::{self, Countries};
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::layout::wide::groups::{
    ColumnGroup, groups, other_than_values, timed, unread_date,
};
use crate::reader::layout::wide::head_words::TimedHead;
use crate::reader::layout::wide::roles::{AroundMonths, ColumnRole, Roles};
use crate::reader::layout::wide::times::TimeOf;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Partner, Perspective};
use crate::trade::{Interpretation, Meaning, TextKind};

pub(crate) struct WideColumns {
    /// The columns of values, of all groups.
    pub times: Vec<(usize, TimeOf)>,
    /// The same by what else their heads say.
    pub groups: Vec<ColumnGroup>,
    /// The other columns that describe the row.
    pub roles: Vec<(usize, ColumnRole)>,
    pub partner: Option<usize>,
    /// How that column names the partner.
    pub partner_of: Option<PartnerOf>,
    /// The column of reporters, if others than China are among them: a blank one may be any.
    pub reporter_in_every_row: Option<usize>,
    /// Whether labels that are not understood are names of partners.
    pub labels_are_partners: bool,
    /// What the lines above the table and its corner say.
    pub whole: TableDefaults,
    /// The flow given by the corner: `Exporters` supply imports.
    pub corner_flow: Option<Flow>,
}

/// Number of rows looked at before they are read.
const LOOKED_AT: usize = 2000;

/// Determines the meaning of each column. `None` if that is not clear, with a problem added.
pub(crate) fn columns(reading: &mut Reading<'_, '_>) -> Option<WideColumns> {
    let header = reading.table.header.clone();
    let mut heads = timed(&header);
    if are_of_years(&heads, &reading.table.ahead(LOOKED_AT)) {
        reading.accounts.has_whole_years = true;
        for head in &mut heads {
            head.time = head.time.whole_year();
        }
    }
    if let Some(column) = unread_date(&header, &heads) {
        let name = header[column].clone();
        if !reading.is_column_ignored(&name) {
            reading.wrong_column(column, &InputError::HeadInDoubt(name));
            return None;
        }
    }
    let joins_words = heads.iter().any(|head| !head.words.is_empty());
    let timed_heads: Vec<usize> = heads.iter().map(|head| head.column).collect();
    let heads = of_values(reading, &header, heads);
    let times: Vec<(usize, TimeOf)> = heads.iter().map(|head| (head.column, head.time)).collect();
    if times.is_empty() {
        reading.no_series(&header.join(","));
        return None;
    }
    let first_time = times.first()?.0;
    if has_dates_in_doubt(reading, &header) || are_quarters(reading, &header, &heads) {
        return None;
    }
    let rows = reading.table.ahead(LOOKED_AT);
    let around = AroundMonths {
        header: &header,
        rows: &rows,
        times: &times,
        timed_heads: &timed_heads,
        joins_words,
    };
    let Roles {
        roles,
        partner,
        corner,
        corner_flow,
    } = Roles::find(reading, &around)?;
    if let Some((line, words)) = words_above(reading, first_time) {
        reading.table.titles.pop();
        if !reading.is_ignored(&words) {
            let wrong = InputError::HeadInDoubt(words.clone());
            reading.doubt(Some(line), &wrong, &words);
            return None;
        }
        let taken = Interpretation::Ignored;
        reading.accounts.note(TextKind::Title, line, &words, taken);
    }
    let whole = titles::read(reading, &corner);
    let of_role = |wanted: &[ColumnRole]| -> Vec<usize> {
        let found = roles.iter().filter(|(_, role)| wanted.contains(role));
        found.map(|(column, _)| *column).collect()
    };
    let reporter = of_role(&[ColumnRole::Reporter]).first().copied();
    if let Some(column) = partner.filter(|_| reporter.is_none())
        && let Some(kind) = reading.table.header.get(column).map(|name| named(name))
        && tellers::held(kind, column, &rows, &whole, false) != Countries::Partners
    {
        reading.wrong_column(column, &InputError::ReporterOrPartner);
        return None;
    }
    let mut no_values = of_role(&[ColumnRole::Code, ColumnRole::Scale, ColumnRole::Time]);
    no_values.extend(partner);
    if !reading.settle_decimal(&no_values) {
        return None;
    }
    let partner_of = match partner {
        Some(column) => Some(coded_or_named(reading, column, &rows, false)?),
        None => None,
    };
    let beside = of_role(&[ColumnRole::Label, ColumnRole::Code, ColumnRole::Time]);
    let columns: Vec<usize> = partner.into_iter().collect();
    reading.partner_above.is_meant = is_filled_down(&rows, &columns, &beside);
    let side = match whole.is_reversed {
        true => Some(Perspective::Partner),
        false => reading.options.file_side,
    };
    let labels_are_partners =
        partner.is_none() && hold_partners(&of_role(&[ColumnRole::Label]), &rows);
    let names_partners = partner.is_some() || labels_are_partners;
    Some(WideColumns {
        groups: groups(reading, &heads, side, names_partners)?,
        reporter_in_every_row: reporter.filter(|column| reports_others(&rows, *column)),
        labels_are_partners,
        times,
        roles,
        partner,
        partner_of,
        whole,
        corner_flow,
    })
}

/// The months that have values: without changes, quantities and the like, and without those that the
/// user asked to leave out. Words to be ignored set a column apart from others, or say nothing where all
/// have them.
fn of_values(
    reading: &mut Reading<'_, '_>,
    header: &[String],
    mut heads: Vec<TimedHead>,
) -> Vec<TimedHead> {
    let is_ignored = |head: &TimedHead| {
        let words = &head.words;
        !words.is_empty()
            && (reading.is_ignored(words) || reading.is_column_ignored(&header[head.column]))
    };
    let is_ignored: Vec<bool> = heads.iter().map(is_ignored).collect();
    let all_ignored = heads
        .iter()
        .zip(&is_ignored)
        .all(|(head, ignored)| *ignored || other_than_values(&head.words).is_some());
    let mut ignored = is_ignored.into_iter();
    heads.retain(|head| {
        let other = other_than_values(&head.words);
        if let Some(meaning) = other {
            reading.accounts.claim(head.column, meaning);
        }
        let is_left_out = ignored.next().unwrap_or(false) && !all_ignored;
        if is_left_out {
            reading.accounts.claim(head.column, Meaning::Note);
        }
        other.is_none() && !is_left_out
    });
    heads
}

/// Whether a head is a date that may be read in two ways. If so, adds a problem.
fn has_dates_in_doubt(reading: &mut Reading<'_, '_>, header: &[String]) -> bool {
    let dates = Dates::of(header.iter().map(String::as_str));
    for (column, name) in header.iter().enumerate() {
        if let Err(
            wrong @ (InputError::Month(MonthError::MonthAfterPoint)
            | InputError::Month(MonthError::DayOrMonth)
            | InputError::Month(MonthError::YearOfTwoDigits)),
        ) = dates.read(name)
        {
            reading.wrong_column(column, &wrong);
            return true;
        }
    }
    false
}

/// Whether the dates in the heads may stand for quarters. If so, adds a problem.
fn are_quarters(reading: &mut Reading<'_, '_>, header: &[String], heads: &[TimedHead]) -> bool {
    let Some(first) = heads.first().map(|head| head.column) else {
        return false;
    };
    let bare = heads.iter().filter(|head| head.words.is_empty());
    let bare: Vec<&str> = bare.map(|head| header[head.column].as_str()).collect();
    let is_whole = |head: &TimedHead| matches!(head.time, TimeOf::Whole(_));
    if heads.iter().all(is_whole)
        && let Some(spacing) = quarters::spacing("", bare.into_iter())
        && !reading.is_ignored(&header[first])
    {
        let column = header[first].clone();
        let wrong = InputError::Month(MonthError::MonthOrQuarter { column, spacing });
        reading.wrong_column(first, &wrong);
        return true;
    }
    false
}

/// The line directly above the months and its words, if it groups them: `,Value,,Cumulative,`. A title
/// parted at its commas has no gaps.
fn words_above(reading: &Reading<'_, '_>, first_time: usize) -> Option<(u64, String)> {
    let above = reading.table.titles.last()?;
    if above.line + 1 != reading.table.header_line()? {
        return None;
    }
    let from = above.cells.iter().position(|cell| !cell.is_empty())?;
    let mut words: Vec<&str> = Vec::new();
    let mut has_gap = from > 0;
    let mut blanks = 0;
    for cell in &above.cells[from..] {
        if cell.is_empty() {
            blanks += 1;
            continue;
        }
        has_gap |= blanks > 0;
        blanks = 0;
    }
    for cell in above.cells.iter().skip(first_time) {
        let says = !cell.is_empty() && !words.contains(&&**cell);
        if says {
            words.push(cell);
        }
    }
    (has_gap && words.len() > 1).then(|| (above.line, words.join(", ")))
}

/// Whether the heads are years and no row has a month: the columns are whole years.
fn are_of_years(heads: &[TimedHead], rows: &[Line]) -> bool {
    let is_year = |head: &TimedHead| matches!(head.time, TimeOf::Year(_));
    let is_head = |column: usize| heads.iter().any(|head| head.column == column);
    let has_month = |line: &Line| {
        let cells = line.cells.iter().enumerate();
        let mut others = cells.filter(|(column, _)| !is_head(*column));
        others.any(|(_, cell)| month_number(cell).is_some())
    };
    heads.len() > 1 && heads.iter().all(is_year) && !rows.iter().any(has_month)
}

/// Whether most labels of rows with values are names of countries.
fn hold_partners(labels: &[usize], rows: &[Line]) -> bool {
    let [column] = labels[..] else {
        return false;
    };
    let texts: Vec<&String> = rows
        .iter()
        .filter_map(|line| line.cells.get(column))
        .filter(|text| !text.is_empty())
        .collect();
    let named = texts
        .iter()
        .filter(|text| {
            text.chars().filter(|c| c.is_alphabetic()).count() > 1 && Partner::find(text).is_some()
        })
        .count();
    named > 1 && named * 2 >= texts.len()
}
