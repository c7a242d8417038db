//! Where the data of a run are, and what the user stated about them.

use crate::reader::Encoding;
use crate::trade::{Currency, DecimalMark, LayoutName, PartnerCodes, Period, Perspective, Unit};
use std::path::PathBuf;

/// The user's own data; the built-in data if empty.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Files whose layout or name states the flow; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// Files of China's imports.
    pub imports: Vec<PathBuf>,
    /// Files of China's exports.
    pub exports: Vec<PathBuf>,
    /// Whether the built-in data are read with them.
    pub with_built_in: bool,
    /// The unit of amounts in files that do not state one.
    pub unit: Option<Unit>,
    /// The month or months of files without a date column.
    pub file_month: Option<Period>,
    /// The currency of files that do not state one.
    pub currency: Option<Currency>,
    /// The layout of all files, if given.
    pub layout: Option<LayoutName>,
    /// The encoding of files without a byte order mark, if given.
    pub encoding: Option<Encoding>,
    /// The sheet to read in workbooks, or the number of the table in pages.
    pub sheet: Option<String>,
    /// Whether bad rows are dropped.
    pub lenient: bool,
    /// The archive to answer from.
    pub data: Option<PathBuf>,
    /// Whose imports and exports the files contain.
    pub file_side: Option<Perspective>,
    /// How the files mark decimals.
    pub decimal: Option<DecimalMark>,
    /// Whose partner codes the files use.
    pub partner_codes: Option<PartnerCodes>,
    /// Whether the files contain all goods of their months.
    pub all_goods: bool,
    /// Whether the files contain all partners of their months.
    pub all_partners: bool,
    /// Columns and title words that do not affect the figures.
    pub ignored: Vec<String>,
}

impl Inputs {
    /// Whether no file was given, so that the built-in data are read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
            && self.imports.is_empty()
            && self.exports.is_empty()
            && self.data.is_none()
    }
}
