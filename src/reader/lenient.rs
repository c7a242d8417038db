//! `--lenient`: what is wrong with a row drops the row in place of refusing the run. What is wrong
//! with a file still refuses it.

use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Flow, InputRemark, Period};

impl InputError {
    /// Whether no more than the row it is in is spoilt.
    pub fn is_of_a_row(&self) -> bool {
        matches!(
            self,
            InputError::ShortRow { .. }
                | InputError::LongRow { .. }
                | InputError::TextAfterQuote
                | InputError::CutOff
                | InputError::NumberCut
                | InputError::NotOnCustomsList
                | InputError::NotANumber
                | InputError::TooLarge
                | InputError::TooLong
                | InputError::Negative
                | InputError::Lost
                | InputError::TwoUnits
                | InputError::NotAMonth
                | InputError::NoSuchMonth(_)
                | InputError::PeriodBackwards
                | InputError::UnknownFlow
                | InputError::BalanceIsComputed
                | InputError::UnknownUnit
                | InputError::UnknownCurrency
                | InputError::CurrencyDisagrees
                | InputError::BadCode
                | InputError::OddCode
                | InputError::UnknownBasis
                | InputError::BadDate
                | InputError::OneBound
                | InputError::BoundsDisagree
                | InputError::BlankPartner
                | InputError::BlankKey
                | InputError::ValueNotGiven
        )
    }
}

/// Where a row says which figures it belongs to, as far as its layout knows.
#[derive(Default)]
pub(crate) struct Keys {
    pub months: MonthOfRow,
    pub flow: FlowAt,
    pub partner: Option<PartnerOf>,
}

/// Where the month of a row stands.
#[derive(Default)]
pub(crate) enum MonthOfRow {
    #[default]
    Unknown,
    Column(usize),
    /// Every row is for all of these.
    These(Vec<Period>),
}

/// Where the flow of a row stands.
#[derive(Clone, Copy, Default)]
pub(crate) enum FlowAt {
    #[default]
    Unknown,
    Column(usize, fn(&str) -> Option<Flow>),
    Fixed(Flow),
}

/// How many rows of a file were dropped, and how many single cells of rows that are a whole series.
#[derive(Default)]
pub(crate) struct Lost {
    rows: u64,
    cells: u64,
    /// Line and words of the first.
    first: Option<(u64, String)>,
}

impl Lost {
    pub fn add(&mut self, line: u64, wrong: &InputError, found: Option<&str>, is_cell: bool) {
        let count = if is_cell {
            &mut self.cells
        } else {
            &mut self.rows
        };
        *count += 1;
        self.first.get_or_insert_with(|| {
            let found = found.map(crate::reader::errors::problems::shown);
            let found = found.map_or_else(String::new, |found| format!(": `{found}`"));
            (line, format!("{}{found}", wrong.explain().what))
        });
    }

    /// The remark on it; `None` where nothing was dropped.
    pub fn remark(&self) -> Option<InputRemark> {
        let (line, what) = self.first.clone()?;
        Some(InputRemark::Dropped {
            rows: self.rows,
            cells: self.cells,
            line,
            what,
        })
    }
}

/// What is dropped of the file being read.
#[derive(Default)]
pub(crate) struct Drops {
    pub keys: Keys,
    /// The cell being read, where a row is a whole series, of which a bad cell alone is dropped.
    pub cell: Option<(Period, Flow)>,
    pub lost: Lost,
    pub row_dropped: bool,
    /// How many records there were before this row.
    pub before: usize,
}
