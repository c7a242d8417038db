//! The roles of the columns around the months of a wide table: labels, codes, units, partners.

use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::tidy::countries::{
    holds_countries, is_always_china, is_blank, labels_name_partners, may_be_label,
};
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::reader::layout::wide::beside_times::{
    beside, differ_without, is_row_number, says_nothing, trader,
};
use crate::reader::layout::wide::groups::is_of_year;
use crate::reader::layout::wide::times::{TimeOf, begins_with_a_year};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Meaning, Perspective};

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

/// The table around which the roles are found.
pub(super) struct AroundMonths<'a> {
    pub header: &'a [String],
    /// The first rows.
    pub rows: &'a [Line],
    /// The columns of values.
    pub times: &'a [(usize, TimeOf)],
    /// All columns headed by a time, also those without values.
    pub timed_heads: &'a [usize],
    /// Whether heads join other words to their times.
    pub joins_words: bool,
}

/// The roles found so far.
#[derive(Default)]
pub(super) struct Roles {
    pub roles: Vec<(usize, ColumnRole)>,
    pub partner: Option<usize>,
    /// What the names of the columns say of the whole table, as lines above it.
    pub corner: Vec<Line>,
    /// The flow given by the corner: `Exporters` supply imports.
    pub corner_flow: Option<Flow>,
}

/// What the table shows beside the column that is looked at.
struct Beside {
    /// The line of the header.
    line: u64,
    first_time: usize,
    /// Whether each time is a month of a year.
    are_whole: bool,
    /// The column with the year or the month of each row.
    row_time: Option<usize>,
    /// Whether a column is named after partners.
    has_partner: bool,
    /// Whether labels name partners, or the user says that China tells the table.
    is_labelled: bool,
}

impl Roles {
    /// Finds the roles, and claims the columns. `None` if one is in doubt, with a problem added.
    pub fn find(reading: &mut Reading<'_, '_>, table: &AroundMonths<'_>) -> Option<Roles> {
        let header = table.header;
        let is_whole = |(_, time): &(usize, TimeOf)| matches!(time, TimeOf::Whole(_));
        let beside = Beside {
            line: reading.table.header_line().unwrap_or(1),
            first_time: table.times.first()?.0,
            are_whole: table.times.iter().all(is_whole),
            row_time: row_time(table.times, header, table.rows),
            has_partner: header
                .iter()
                .any(|name| named(name) == NamedColumn::Partner),
            is_labelled: labels_name_partners(reading, table.rows)
                || reading.options.file_side == Some(Perspective::Reporter),
        };
        let mut roles = Roles::default();
        for (column, name) in header.iter().enumerate() {
            if table.times.iter().any(|(time, _)| *time == column) {
                reading.accounts.claim(column, Meaning::Value);
                continue;
            }
            // Changes, quantities, balances and release dates are claimed already.
            let is_claimed = !reading.accounts.is_unread(column);
            if is_claimed || table.timed_heads.contains(&column) {
                continue;
            }
            if roles.is_of_time(reading, table, &beside, column) {
                continue;
            }
            if let Some(flow) = trader(name) {
                roles.corner_flow = Some(flow);
                roles.partner = roles.partner.or(Some(column));
                reading.accounts.claim(column, Meaning::Partner);
                continue;
            }
            let Some(kind) = roles.kind(table, &beside, column) else {
                continue;
            };
            if is_numbering(table, &beside, column, kind) {
                reading.accounts.claim(column, Meaning::Note);
                continue;
            }
            roles.place(reading, table, &beside, column, kind)?;
        }
        Some(roles)
    }

    /// Whether a column has the times of the rows, or years beside months. It is then claimed.
    fn is_of_time(
        &mut self,
        reading: &mut Reading<'_, '_>,
        table: &AroundMonths<'_>,
        beside: &Beside,
        column: usize,
    ) -> bool {
        let name = &table.header[column];
        if Some(column) == beside.row_time {
            reading.accounts.claim(column, Meaning::Month);
            self.roles.push((column, ColumnRole::Time));
            let is_text = named(name) != NamedColumn::Year && named(name) != NamedColumn::Month;
            if is_text {
                self.add_to_corner(beside, name);
            }
            return true;
        }
        // Years may also stand before months.
        let is_year = beside.are_whole
            && (year_number(name).is_some() || table.joins_words && is_of_year(reading, name));
        if is_year {
            reading.accounts.claim(column, Meaning::Sum);
        }
        is_year
    }

    /// What the name of a column says on top of the corner.
    fn add_to_corner(&mut self, beside: &Beside, name: &str) {
        self.corner.push(Line {
            line: beside.line,
            cells: vec![name.to_owned()],
        });
    }

    /// The kind of a column by its name and the columns beside it. `None` for codes beside the partners
    /// that they stand for.
    fn kind(
        &self,
        table: &AroundMonths<'_>,
        beside: &Beside,
        column: usize,
    ) -> Option<NamedColumn> {
        // Next to a column of partners, a column of countries has the reporters; and so has one that
        // is always China next to labels that name partners.
        match named(&table.header[column]) {
            NamedColumn::Country if beside.has_partner => Some(NamedColumn::Reporter),
            NamedColumn::Country if is_always_china(table.rows, column) && beside.is_labelled => {
                Some(NamedColumn::Reporter)
            }
            // The codes are those of countries, not of goods.
            NamedColumn::Code if holds_countries(table.rows, column) => match self.partner {
                Some(_) => None,
                None => Some(NamedColumn::Country),
            },
            kind => Some(kind),
        }
    }

    /// Places a column of this kind. `None` if it is in doubt, with a problem added.
    fn place(
        &mut self,
        reading: &mut Reading<'_, '_>,
        table: &AroundMonths<'_>,
        beside: &Beside,
        column: usize,
        kind: NamedColumn,
    ) -> Option<()> {
        let name = &table.header[column];
        let has = |role: ColumnRole| self.roles.iter().any(|(_, one)| *one == role);
        let is_before = column < beside.first_time;
        let (meaning, role) = match kind {
            NamedColumn::Partner | NamedColumn::Country if self.partner.is_none() => {
                self.partner = Some(column);
                reading.accounts.claim(column, Meaning::Partner);
                return Some(());
            }
            NamedColumn::Code if has(ColumnRole::Code) => {
                reading.wrong_column(column, &InputError::ColumnTwice);
                return None;
            }
            // A column without a code in any row distinguishes no goods.
            NamedColumn::Code if is_blank(table.rows, column) => return Some(()),
            NamedColumn::Code => (Meaning::Code, ColumnRole::Code),
            NamedColumn::Name => (Meaning::Name, ColumnRole::Name),
            NamedColumn::Unit => (Meaning::Unit, ColumnRole::Unit),
            NamedColumn::Scale => (Meaning::Unit, ColumnRole::Scale),
            NamedColumn::Currency => (Meaning::Unit, ColumnRole::Currency),
            NamedColumn::Reporter => (Meaning::Reporter, ColumnRole::Reporter),
            NamedColumn::Frequency => (Meaning::Month, ColumnRole::Frequency),
            // Next to the first label, unknown words may mean anything.
            _ if is_before && has(ColumnRole::Label) && !may_be_label(table.rows, column) => {
                return Some(());
            }
            _ if is_before && !says_nothing(name) => {
                self.add_to_corner(beside, name);
                (Meaning::Label, ColumnRole::Label)
            }
            _ => return claim_beside(reading, column, name),
        };
        reading.accounts.claim(column, meaning);
        self.roles.push((column, role));
        Some(())
    }
}

/// Claims a column that has none of the roles, if its name says what it has. `None` if its name begins
/// like a time, with a problem added.
fn claim_beside(reading: &mut Reading<'_, '_>, column: usize, name: &str) -> Option<()> {
    match beside(name) {
        Some(meaning) => reading.accounts.claim(column, meaning),
        None if begins_with_a_year(name) && !reading.is_column_ignored(name) => {
            reading.wrong_column(column, &InputError::HeadInDoubt(name.to_owned()));
            return None;
        }
        None => {}
    }
    Some(())
}

/// Whether a column has the numbers that programs and people put in front of rows.
fn is_numbering(
    table: &AroundMonths<'_>,
    beside: &Beside,
    column: usize,
    kind: NamedColumn,
) -> bool {
    let (name, first_time) = (&table.header[column], beside.first_time);
    column < first_time
        && first_time > 1
        && matches!(kind, NamedColumn::Other)
        && (name.is_empty() || says_nothing(name))
        && is_row_number(table.rows, column)
        && differ_without(table.rows, column, first_time)
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
