//! The state of a file while its rows are read by a layout.

mod balances;
mod complaints;
mod dates;
mod decimal;
mod flow;
mod hash;
mod release;
mod reporters;
mod typed_decimals;
mod values;
mod whole_units;

use crate::reader::accounting::accounts::Accounting;
use crate::reader::bytes::progress::Meter;
use crate::reader::cells::month::Dates;
use crate::reader::cells::partner::Partners;
use crate::reader::cells::table::{Repairable, Table};
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::{Location, Problems};
use crate::reader::lenient::DroppingState;
use crate::reader::other_reporters::OtherReporters;
use crate::reader::request::Options;
use crate::reader::years_to_date::Years;
use crate::trade::UnderstoodText;
use crate::trade::{
    Amount, Currency, DecimalMark, Flow, InputRemark, Interval, Observations, Period, QuantityUnit,
    TextId,
};
use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// Number of rows between two progress reports.
const PROGRESS_EVERY: u64 = 4096;

/// A file being read: its table, what the user stated about it, and where observations and problems
/// are added.
pub(crate) struct Reading<'a, 't> {
    pub file: &'a str,
    /// From `--imports` or `--exports`.
    pub given_flow: Option<Flow>,
    pub built_in: bool,
    pub options: &'a Options,
    pub table: Table<'t>,
    pub observations: &'a mut Observations,
    pub problems: &'a mut Problems,
    pub partners: Partners,
    /// The rows and cells that `--lenient` drops.
    pub drops: DroppingState,
    pub meter: Option<&'a Meter<'a>>,
    /// How each column and text was understood.
    pub accounts: Accounting,
    /// Number of observations before the first of this file.
    pub rows_before: usize,
    /// Whether a remark says that the flows of the file are reversed.
    pub reversal_remarked: bool,
    /// The country from whose side the file is told, if its texts name one.
    pub told_by: Option<u16>,
    /// The partner of every row, if no column gives it.
    pub fixed_partner: Option<u16>,
    /// Whether neither the file nor its name gives the partner.
    pub partner_assumed: bool,
    /// The decimal mark, determined when first needed.
    pub decimal: Option<DecimalMark>,
    /// How many decimals numbers by their type have.
    pub typed_decimals: TypedDecimals,
    /// How the dates of the column of months are read, determined before the first row.
    pub dates: Dates,
    codes: HashMap<Vec<u8>, TextId, RandomState>,
    /// Footnote marks after numbers, and whether the meaning of each is known.
    marks: HashMap<String, bool>,
    /// Values from which it is decided, when the file ends, whether they are monthly or year to
    /// date.
    pub years: Years,
    /// Whether a blank partner repeats the partner of the row above, and what that is.
    pub partner_above: PartnerAbove,
    /// Columns that repeat the information of another column in other words.
    pub spelling_columns: SpellingColumns,
    /// Units of quantities by their bytes; `None` for unknown ones.
    units: HashMap<Vec<u8>, Option<(QuantityUnit, i128)>>,
    flow_settled: Option<Option<Flow>>,
    /// Number of observations added.
    pub taken: u64,
    /// Whether the current row has added any.
    pub is_row_begun: bool,
    /// Rows of another flow than the one the file was given as: how many, and the first.
    other_flow: Option<(u64, Location, String)>,
    /// Number of rows reported by other countries than China.
    others: OtherReporters,
    not_given: u64,
    without_unit: Vec<usize>,
    /// Balance rows.
    balances: Vec<Balance>,
    /// Values read as whole currency units, since their column names a currency and no scale.
    whole: WholeUnits,
    without_code: u64,
    /// Unknown units of quantities, with the number of rows of each.
    unknown_units: BTreeMap<String, u64>,
}

/// Where figures that are rounded alike stand in a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum RoundedAlike {
    /// In a column, or in the rows of a column that have the same unit.
    #[default]
    InColumn,
    /// In the values of a row.
    InRow,
}

/// How many decimals the numbers of a file have that are numbers by their type.
#[derive(Default)]
pub(crate) struct TypedDecimals {
    pub are_alike: RoundedAlike,
    /// Of each column and the texts of the unit beside it; `None` before they are counted.
    of_columns: Option<HashMap<(usize, String), u32>>,
}

/// How a partner that is written once for several rows is carried down.
#[derive(Clone, Copy, Default)]
pub(crate) struct PartnerAbove {
    /// Whether the table is written that way.
    pub is_meant: bool,
    /// The partner of the last row that names one.
    pub last: Option<Option<u16>>,
}

/// Columns whose spelling does not distinguish rows.
#[derive(Clone, Default)]
pub(crate) struct SpellingColumns {
    /// Names of partners, and names that accompany a code.
    pub names: Vec<usize>,
    /// Units of quantities.
    pub units: Vec<usize>,
}

/// What a balance and its two flows share.
pub(crate) type BalanceKey = (Period, u16, Currency, TextId, TextId);

/// A balance row.
#[derive(Debug)]
pub(crate) struct Balance {
    pub key: BalanceKey,
    /// What it may be within its rounding; `None` if the row gives none.
    pub value: Option<Interval>,
    pub place: Location,
    pub found: String,
}

/// The columns, or the rows of a wide table, that state a currency without a scale.
#[derive(Default)]
pub(crate) struct WholeUnits {
    /// The place of the first such value or column, and its text.
    pub first: Option<(Location, String)>,
    /// What names the currency: a column, or the label of a row.
    pub name: String,
    /// The columns.
    pub columns: Vec<usize>,
    /// The largest value of any, by amount; `None` before the first.
    pub largest: Option<Amount>,
    /// Whether the values of a column are too small for whole units, by column.
    pub small: RefCell<BTreeMap<usize, bool>>,
}

impl<'a, 't> Reading<'a, 't> {
    pub fn new(
        file: &'a str,
        table: Table<'t>,
        options: &'a Options,
        observations: &'a mut Observations,
        problems: &'a mut Problems,
    ) -> Reading<'a, 't> {
        let accounts = Accounting::new(table.header.len());
        let rows_before = observations.rows.len();
        Reading {
            file,
            given_flow: None,
            built_in: false,
            options,
            table,
            observations,
            problems,
            partners: Partners::default(),
            drops: DroppingState::default(),
            meter: None,
            accounts,
            rows_before,
            reversal_remarked: false,
            told_by: None,
            fixed_partner: None,
            partner_assumed: false,
            decimal: None,
            typed_decimals: TypedDecimals::default(),
            dates: Dates::default(),
            codes: HashMap::default(),
            marks: HashMap::new(),
            years: Years::default(),
            partner_above: PartnerAbove::default(),
            spelling_columns: SpellingColumns::default(),
            units: HashMap::new(),
            flow_settled: None,
            taken: 0,
            is_row_begun: false,
            other_flow: None,
            others: OtherReporters::default(),
            not_given: 0,
            without_unit: Vec::new(),
            balances: Vec::new(),
            whole: WholeUnits::default(),
            without_code: 0,
            unknown_units: BTreeMap::new(),
        }
    }

    /// Advances to the next row. A row that cannot be split is reported and skipped.
    pub fn next_row(&mut self) -> bool {
        loop {
            self.settle_row();
            if let Some(meter) = self.meter
                && self.table.rows.is_multiple_of(PROGRESS_EVERY)
            {
                let (part, whole) = self.table.part_read();
                meter.at(part, whole);
            }
            match self.table.next() {
                Ok(more) => {
                    self.is_row_begun = false;
                    return more;
                }
                Err(located) => self.problem(located),
            }
        }
    }

    /// Whether two columns have the same name. If so, adds a problem.
    pub fn has_column_twice(&mut self) -> bool {
        let names: Vec<String> = self
            .table
            .header
            .iter()
            .map(|name| vocabulary::plain(name))
            .collect();
        let second = (0..names.len())
            .find(|at| !names[*at].is_empty() && names[..*at].contains(&names[*at]));
        if let Some(column) = second {
            self.wrong_column(column, &InputError::ColumnTwice);
        }
        second.is_some()
    }

    /// Repairs rows that have one field too many because of an unquoted comma in the partner's
    /// name.
    pub fn repair_names(&mut self, name: Option<usize>) {
        if let Some(column) = name {
            let is_name = crate::reader::cells::partner::is_name;
            self.table.repair(Repairable { column, is_name });
        }
    }

    /// Makes the final remarks and checks after the last row. Returns how each column and text was
    /// understood.
    pub fn finish(&mut self) -> Vec<UnderstoodText> {
        self.settle_row();
        self.settle_other_flow();
        self.settle_cumulative();
        self.settle_balances();
        self.settle_whole_units();
        let accounted = self.settle_accounts();
        if let Some(drop_count) = self.drops.drop_count.remark() {
            self.remark(drop_count);
        }
        self.remark_on_names();
        if self.not_given > 0 {
            self.remark(InputRemark::ValueMissing(self.not_given));
        }
        self.settle_other_reporters();
        if self.without_code > 0 && !self.built_in {
            self.remark(InputRemark::GoodsWithoutCode(self.without_code));
        }
        for (unit, count) in std::mem::take(&mut self.unknown_units) {
            self.remark(InputRemark::UnknownUnit { unit, count });
        }
        if let Some(line) = self.table.repeated_headers.first().copied() {
            let count = self.table.repeated_headers.len() as u64;
            self.remark(InputRemark::RepeatedHeader { count, line });
        }
        if let Some((line, text)) = self.table.incomplete_last_line.take() {
            self.remark(InputRemark::IncompleteLastLine { line, text });
        }
        if let Some((count, line)) = self.table.repaired {
            self.remark(InputRemark::RowsRepaired { count, line });
        }
        if self.table.rows == 0 {
            self.remark(InputRemark::NoRows);
        }
        accounted
    }
}
