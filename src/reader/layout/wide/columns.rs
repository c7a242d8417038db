//! The columns of a wide table: months, years, or months of years, and the columns around them.

use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::quarters;
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::filled_down::is_filled_down;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::tidy::countries::{
    coded_or_named, holds_countries, is_always_china, is_blank, labels_name_partners, may_be_label,
    reports_others,
};
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::tidy::tellers::{self, Countries};
use crate::reader::layout::titles;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::layout::wide::beside_times::{
    beside, differ_without, is_row_number, says_nothing, trader,
};
use crate::reader::layout::wide::groups::{
    ColumnGroup, groups, is_of_year, other_than_values, timed, unread_date,
};
use crate::reader::layout::wide::times::{TimeOf, begins_with_a_year};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Partner, Perspective};
use crate::trade::{Interpretation, Meaning, TextKind};

/// The meaning of a column before, between or after the months.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColumnRole {
    Label,
    Code,
    Name,
    Unit,
    Scale,
    Currency,
    Reporter,
    Frequency,
    /// The year or the month of the row.
    Time,
}

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

/// Determines the meaning of each column. `None` if that is not clear, with a problem added.
pub(crate) fn columns(reading: &mut Reading<'_, '_>) -> Option<WideColumns> {
    let header = reading.table.header.clone();
    let mut heads = timed(&header);
    if let Some(column) = unread_date(&header, &heads) {
        let name = header[column].clone();
        if !reading.is_column_ignored(&name) {
            reading.wrong_column(column, &InputError::HeadInDoubt(name));
            return None;
        }
    }
    let joins_words = heads.iter().any(|head| !head.words.is_empty());
    let timed_heads: Vec<usize> = heads.iter().map(|head| head.column).collect();
    // Words to be ignored set a column apart from others, or say nothing where all have them.
    let is_ignored: Vec<bool> = heads
        .iter()
        .map(|head| {
            let words = &head.words;
            !words.is_empty()
                && (reading.is_ignored(words) || reading.is_column_ignored(&header[head.column]))
        })
        .collect();
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
    let times: Vec<(usize, TimeOf)> = heads.iter().map(|head| (head.column, head.time)).collect();
    if times.is_empty() {
        reading.no_series(&header.join(","));
        return None;
    }
    let in_doubt = Dates::of(header.iter().map(String::as_str));
    for (column, name) in header.iter().enumerate() {
        if let Err(
            wrong @ (InputError::MonthAfterPoint
            | InputError::DayOrMonth
            | InputError::YearOfTwoDigits),
        ) = in_doubt.read(name)
        {
            reading.wrong_column(column, &wrong);
            return None;
        }
    }
    let first_time = times.first()?.0;
    let whole = |(_, time): &(usize, TimeOf)| matches!(time, TimeOf::Whole(_));
    let bare = heads.iter().filter(|head| head.words.is_empty());
    let bare: Vec<&str> = bare.map(|head| header[head.column].as_str()).collect();
    if times.iter().all(whole)
        && let Some(spacing) = quarters::spacing("", bare.into_iter())
        && !reading.is_ignored(&header[first_time])
    {
        let column = header[first_time].clone();
        let wrong = InputError::MonthOrQuarter { column, spacing };
        reading.wrong_column(first_time, &wrong);
        return None;
    }
    let rows = reading.table.ahead(2000);
    let mut corner = Vec::new();
    let mut corner_flow = None;
    let (mut roles, mut partner) = (Vec::new(), None);
    let line = reading.table.header_line().unwrap_or(1);
    let row_time = row_time(&times, &header, &rows);
    let has_partner = header
        .iter()
        .any(|name| named(name) == NamedColumn::Partner);
    let is_labelled = labels_name_partners(reading, &rows);
    for (column, name) in header.iter().enumerate() {
        if times.iter().any(|(time, _)| *time == column) {
            reading.accounts.claim(column, Meaning::Value);
            continue;
        }
        // Changes, quantities, balances and release dates are claimed already.
        let is_claimed = !reading.accounts.is_unread(column);
        if is_claimed || timed_heads.contains(&column) {
            continue;
        }
        if Some(column) == row_time {
            reading.accounts.claim(column, Meaning::Month);
            roles.push((column, ColumnRole::Time));
            let is_text = named(name) != NamedColumn::Year && named(name) != NamedColumn::Month;
            if is_text {
                corner.push(Line {
                    line,
                    cells: vec![name.clone()],
                });
            }
            continue;
        }
        // Years beside months, also before them.
        if times.iter().all(whole)
            && (year_number(name).is_some() || joins_words && is_of_year(reading, name))
        {
            reading.accounts.claim(column, Meaning::Sum);
            continue;
        }
        if let Some(flow) = trader(name) {
            corner_flow = Some(flow);
            partner = partner.or(Some(column));
            reading.accounts.claim(column, Meaning::Partner);
            continue;
        }
        // Next to a column of partners, a column of countries has the reporters; and so has one that
        // is always China next to labels that name partners.
        let kind = match named(name) {
            NamedColumn::Country if has_partner => NamedColumn::Reporter,
            NamedColumn::Country if is_always_china(&rows, column) && is_labelled => {
                NamedColumn::Reporter
            }
            // The codes are those of countries, not of goods.
            NamedColumn::Code if holds_countries(&rows, column) => match partner {
                Some(_) => continue,
                None => NamedColumn::Country,
            },
            kind => kind,
        };
        // The numbers that programs and people put in front of rows.
        if column < first_time
            && first_time > 1
            && matches!(kind, NamedColumn::Other)
            && (name.is_empty() || says_nothing(name))
            && is_row_number(&rows, column)
            && differ_without(&rows, column, first_time)
        {
            reading.accounts.claim(column, Meaning::Note);
            continue;
        }
        let (meaning, role) = match kind {
            NamedColumn::Partner | NamedColumn::Country if partner.is_none() => {
                partner = Some(column);
                reading.accounts.claim(column, Meaning::Partner);
                continue;
            }
            NamedColumn::Code if roles.iter().any(|(_, role)| *role == ColumnRole::Code) => {
                reading.wrong_column(column, &InputError::ColumnTwice);
                return None;
            }
            // A column without a code in any row distinguishes no goods.
            NamedColumn::Code if is_blank(&rows, column) => continue,
            NamedColumn::Code => (Meaning::Code, ColumnRole::Code),
            NamedColumn::Name => (Meaning::Name, ColumnRole::Name),
            NamedColumn::Unit => (Meaning::Unit, ColumnRole::Unit),
            NamedColumn::Scale => (Meaning::Unit, ColumnRole::Scale),
            NamedColumn::Currency => (Meaning::Unit, ColumnRole::Currency),
            NamedColumn::Reporter => (Meaning::Reporter, ColumnRole::Reporter),
            NamedColumn::Frequency => (Meaning::Month, ColumnRole::Frequency),
            // Next to the first label, unknown words may mean anything.
            _ if column < first_time
                && roles.iter().any(|(_, role)| *role == ColumnRole::Label)
                && !may_be_label(&rows, column) =>
            {
                continue;
            }
            _ if column < first_time && !says_nothing(name) => {
                corner.push(Line {
                    line,
                    cells: vec![name.clone()],
                });
                (Meaning::Label, ColumnRole::Label)
            }
            _ => {
                match beside(name) {
                    Some(meaning) => reading.accounts.claim(column, meaning),
                    None if begins_with_a_year(name) && !reading.is_column_ignored(name) => {
                        reading.wrong_column(column, &InputError::HeadInDoubt(name.clone()));
                        return None;
                    }
                    None => {}
                }
                continue;
            }
        };
        reading.accounts.claim(column, meaning);
        roles.push((column, role));
    }
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
    let has_reporter = roles.iter().any(|(_, role)| *role == ColumnRole::Reporter);
    if let Some(column) = partner.filter(|_| !has_reporter)
        && let Some(kind) = reading.table.header.get(column).map(|name| named(name))
        && tellers::held(kind, column, &rows, &whole) != Countries::Partners
    {
        reading.wrong_column(column, &InputError::ReporterOrPartner);
        return None;
    }
    let mut but: Vec<usize> = roles
        .iter()
        .filter(|(_, role)| {
            matches!(
                role,
                ColumnRole::Code | ColumnRole::Scale | ColumnRole::Time
            )
        })
        .map(|(column, _)| *column)
        .collect();
    but.extend(partner);
    if !reading.settle_decimal(&but) {
        return None;
    }
    let partner_of = match partner {
        Some(column) => Some(coded_or_named(reading, column, &rows, false)?),
        None => None,
    };
    let tells = |role: ColumnRole| {
        matches!(
            role,
            ColumnRole::Label | ColumnRole::Code | ColumnRole::Time
        )
    };
    let beside = roles.iter().filter(|(_, role)| tells(*role));
    let beside: Vec<usize> = beside.map(|(column, _)| *column).collect();
    let columns: Vec<usize> = partner.into_iter().collect();
    reading.partner_above.is_meant = is_filled_down(&rows, &columns, &beside);
    let mut reporters = roles.iter();
    let reporter = reporters.find(|(_, role)| *role == ColumnRole::Reporter);
    let reporter = reporter.map(|(column, _)| *column);
    let side = match whole.is_reversed {
        true => Some(Perspective::Partner),
        false => reading.options.file_side,
    };
    let labels_are_partners = partner.is_none() && hold_partners(&roles, &rows);
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

/// The column with the year or the month of each row.
fn row_time(times: &[(usize, TimeOf)], header: &[String], rows: &[Line]) -> Option<usize> {
    let reads: fn(&str) -> bool = match times.first()?.1 {
        TimeOf::Whole(_) => return None,
        TimeOf::Month(_) => |cell| year_number(cell).is_some(),
        TimeOf::Year(_) => |cell| month_number(cell).is_some(),
    };
    let count = |column: usize| {
        rows.iter()
            .filter_map(|line| line.cells.get(column))
            .filter(|cell| reads(cell))
            .count()
    };
    let others =
        (0..header.len().max(1)).filter(|column| times.iter().all(|(time, _)| time != column));
    others.max_by_key(|column| (count(*column), std::cmp::Reverse(*column)))
}

/// Whether most labels of rows with values are names of countries.
fn hold_partners(roles: &[(usize, ColumnRole)], rows: &[Line]) -> bool {
    let labels: Vec<usize> = roles
        .iter()
        .filter(|(_, role)| *role == ColumnRole::Label)
        .map(|(column, _)| *column)
        .collect();
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
