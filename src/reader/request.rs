//! What the reader is asked to read, and what the user stated about the inputs.

use crate::reader::bytes::encoding::Encoding;
use crate::trade::{
    Currency, DecimalMark, Flow, LayoutName, Partner, PartnerChoice, PartnerCodes, Period,
    Perspective, Unit,
};
use std::path::PathBuf;

/// An input as the user gave it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it comes from.
    pub origin: Origin,
    /// The flow, if the input was given with `--imports` or `--exports`.
    pub flow: Option<Flow>,
}

/// Where an input comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A file or a folder.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// Data compiled into the program: trade with North Korea.
    BuiltIn {
        /// The name shown to the user.
        name: &'static str,
        /// The content of the file.
        text: &'static [u8],
    },
}

/// The flag that says which table of a file is read.
pub(crate) const SHEET: &str = "--sheet";
/// The flag that says of which month a file is.
pub(crate) const FILE_MONTH: &str = "--file-month";
/// The flag that says in which unit amounts are.
pub(crate) const FILE_UNIT: &str = "--file-unit";

/// What the user stated about all inputs.
#[derive(Clone, Debug)]
pub struct Options {
    /// The partners whose rows are wanted.
    pub partner: PartnerChoice,
    /// The unit of values for which the input states none.
    pub unit: Option<Unit>,
    /// The month or period of files without a month column.
    pub file_month: Option<Period>,
    /// The currency of values for which the input states none.
    pub currency: Option<Currency>,
    /// The layout of every input; `None` to recognise it by the
    /// content.
    pub layout: Option<LayoutName>,
    /// The encoding of every file without a byte order mark; `None` to detect it.
    pub encoding: Option<Encoding>,
    /// The sheet of a workbook, or the number of the table in a page, to read.
    pub sheet: Option<String>,
    /// Whether a bad row is dropped instead of refusing the run.
    pub lenient: bool,
    /// Which details of each row are needed.
    pub needs: Projection,
    /// Whose imports and exports the files report, if they do not say so themselves.
    pub file_side: Option<Perspective>,
    /// The decimal mark of files whose cells leave it open.
    pub decimal: Option<DecimalMark>,
    /// The partner codes in use, if more than one list of codes would fit.
    pub partner_codes: Option<PartnerCodes>,
    /// Whether each file covers all goods of its months.
    pub all_goods: bool,
    /// Whether each file covers all partners of its months.
    pub all_partners: bool,
    /// Columns, and words in titles, that the user declared to be irrelevant.
    pub ignored: Vec<String>,
    /// Whether there are other rows, in an archive, that this run does not read. Every row then
    /// keeps its key, because it may repeat one of those.
    pub has_rows_beside: bool,
    /// Whether to skip the fast path that sums blocks of rows. Tests use it to check that path.
    pub row_by_row: bool,
}

impl Default for Options {
    /// North Korea, with nothing stated about any file.
    fn default() -> Options {
        Options {
            partner: PartnerChoice::These(Partner::find("109").into_iter().collect()),
            unit: None,
            file_month: None,
            currency: None,
            layout: None,
            encoding: None,
            sheet: None,
            lenient: false,
            needs: Projection::default(),
            file_side: None,
            decimal: None,
            partner_codes: None,
            all_goods: false,
            all_partners: false,
            ignored: Vec::new(),
            has_rows_beside: false,
            row_by_row: false,
        }
    }
}

/// The details of a row needed besides its month, partner and value. Other details are not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Projection {
    /// Number of digits of the HS code.
    pub digits: usize,
    /// Whether partners are kept apart when all of them are asked for.
    pub partners: bool,
    /// Whether quantities are needed.
    pub quantities: bool,
    /// Whether the input's names of goods, provinces and trade modes are needed.
    pub names: bool,
}

impl Options {
    /// Whether the sum over all partners is asked for.
    pub(crate) fn wants_every_partner(&self) -> bool {
        self.partner == PartnerChoice::All
    }
}
