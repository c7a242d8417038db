//! What is to be read, and what the user stated about it.

use crate::reader::bytes::encoding::Encoding;
use crate::trade::{
    Currency, DecimalMark, Flow, Partner, PartnerChoice, PartnerCodes, Period, Perspective, Unit,
};
use std::path::PathBuf;

/// An input as the user gave it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it comes from.
    pub origin: Origin,
    /// The flow that `--imports` or `--exports` gave it.
    pub flow: Option<Flow>,
}

/// Where an input comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A file or a folder.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// Data compiled in: trade with North Korea.
    BuiltIn {
        /// The name to show.
        name: &'static str,
        /// The file.
        text: &'static [u8],
    },
}

/// What the user stated about all inputs.
#[derive(Clone, Debug)]
pub struct Options {
    /// The partners whose rows are wanted.
    pub partner: PartnerChoice,
    /// The unit of values whose unit the input does not state.
    pub unit: Option<Unit>,
    /// The month, or the months together, of files without a month column.
    pub file_month: Option<Period>,
    /// The currency of values whose currency the input does not state.
    pub currency: Option<Currency>,
    /// The layout of every input, one of [`layouts`]; `None`: as its content shows.
    pub layout: Option<&'static str>,
    /// The encoding of every file without a byte order mark; `None`: as its bytes show.
    pub encoding: Option<Encoding>,
    /// The sheet of workbooks, or the number of the table in pages, that is read.
    pub sheet: Option<String>,
    /// Whether a bad row is dropped in place of refusing the run.
    pub lenient: bool,
    /// How much of each row is wanted.
    pub needs: Projection,
    /// Whose imports and exports the files give, where they do not say so themselves.
    pub file_side: Option<Perspective>,
    /// How decimals are marked in all files, where their cells do not show it.
    pub decimal: Option<DecimalMark>,
    /// Which codes of partners the files use, where both would fit.
    pub partner_codes: Option<PartnerCodes>,
    /// Whether each file holds all goods of its months.
    pub all_goods: bool,
    /// Whether each file holds all partners of its months.
    pub all_partners: bool,
    /// Columns and words of titles that change nothing.
    pub ignored: Vec<String>,
    /// Whether rows stand beside that are not read here, of an archive: then every row keeps its
    /// key, since it may be one of those.
    pub has_rows_beside: bool,
    /// Whether no block of a file is added up before its rows are looked at one by one: what the
    /// tests hold the blocks against.
    pub row_by_row: bool,
}

impl Default for Options {
    /// North Korea, and nothing stated about any file.
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

/// What of a row is wanted beyond its month, its partner and its value: what is not, is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Projection {
    /// How many digits of the HS code.
    pub digits: usize,
    /// Whether partners are distinguished, where all are asked for.
    pub partners: bool,
    /// Quantities.
    pub quantities: bool,
    /// What the input calls goods, provinces and trade modes.
    pub names: bool,
}

impl Options {
    /// Whether the sum over every partner is wanted.
    pub(crate) fn wants_every_partner(&self) -> bool {
        self.partner == PartnerChoice::All
    }
}
