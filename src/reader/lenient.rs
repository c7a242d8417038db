//! `--lenient`: an error in a row drops that row instead of refusing the run. An error that
//! concerns the whole file still refuses it.

use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::errors::number_error::NumberError;
use crate::trade::{Flow, InputRemark, Period};

impl InputError {
    /// Whether the error spoils only the row it is in.
    pub fn is_of_a_row(&self) -> bool {
        matches!(
            self,
            InputError::ShortRow { .. }
                | InputError::LongRow { .. }
                | InputError::TextAfterQuote
                | InputError::File(FileError::CutOff)
                | InputError::File(FileError::NumberCut)
                | InputError::NotOnCustomsList
                | InputError::Number(NumberError::NotANumber)
                | InputError::Number(NumberError::NumberInPieces)
                | InputError::Number(NumberError::ValueOverCells)
                | InputError::Number(NumberError::DecimalComma)
                | InputError::Number(NumberError::TooLarge)
                | InputError::Number(NumberError::TooLong)
                | InputError::Number(NumberError::Negative)
                | InputError::Number(NumberError::UnreadableCell)
                | InputError::Number(NumberError::TwoUnits)
                | InputError::Month(MonthError::NotAMonth)
                | InputError::Month(MonthError::NoSuchMonth(_))
                | InputError::Month(MonthError::PeriodBackwards)
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
                | InputError::ReporterNotStated
                | InputError::ValueNotGiven
        )
    }
}

/// Where the month, flow and partner of a row are found, as far as the layout knows.
#[derive(Default)]
pub(crate) struct Keys {
    pub months: MonthOfRow,
    pub flow: FlowAt,
    pub partner: Option<PartnerOf>,
}

/// Where the month of a row is found.
#[derive(Default)]
pub(crate) enum MonthOfRow {
    #[default]
    Unknown,
    Column(usize),
    /// Every row covers all of these periods.
    These(Vec<Period>),
}

/// Where the flow of a row is found.
#[derive(Clone, Copy, Default)]
pub(crate) enum FlowAt {
    #[default]
    Unknown,
    Column(usize, fn(&str) -> Option<Flow>),
    Fixed(Flow),
}

/// The number of rows dropped from a file, and of single cells dropped from rows that are whole
/// series.
#[derive(Default)]
pub(crate) struct DropCount {
    rows: u64,
    cells: u64,
    /// The first drop: its line, and what was wrong.
    first: Option<(u64, String)>,
}

impl DropCount {
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

    /// The remark on what was dropped; `None` if nothing was.
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

/// What is being dropped from the file being read.
#[derive(Default)]
pub(crate) struct DroppingState {
    pub keys: Keys,
    /// The cell being read, in layouts where a row is a whole series: there a bad cell is dropped
    /// alone.
    pub cell: Option<(Period, Flow)>,
    pub drop_count: DropCount,
    pub row_dropped: bool,
    /// The number of observations before this row.
    pub before: usize,
}
