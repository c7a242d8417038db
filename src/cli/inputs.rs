//! Where the data of a run are, and what was said of them.

use crate::reader::Encoding;
use crate::trade::{Currency, DecimalMark, PartnerCodes, Period, Perspective, Unit};
use std::path::PathBuf;

/// The user's own data; empty: the built-in data.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Files whose layout or name tells the flow; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// Files of China's imports.
    pub imports: Vec<PathBuf>,
    /// Files of China's exports.
    pub exports: Vec<PathBuf>,
    /// Whether the built-in data are read beside them.
    pub with_built_in: bool,
    /// The unit of amounts in files that do not state one.
    pub unit: Option<Unit>,
    /// The month or months of files that have no date column.
    pub file_month: Option<Period>,
    /// The currency of files that state none.
    pub currency: Option<Currency>,
    /// The layout of every file, where it was named.
    pub layout: Option<&'static str>,
    /// The encoding of files without a byte order mark, where it was named.
    pub encoding: Option<Encoding>,
    /// The sheet of workbooks, or the number of the table in pages, that is read.
    pub sheet: Option<String>,
    /// Whether bad rows are dropped.
    pub lenient: bool,
    /// The archive to answer from.
    pub data: Option<PathBuf>,
    /// Whose imports and exports the files tell.
    pub file_side: Option<Perspective>,
    /// How the files mark decimals.
    pub decimal: Option<DecimalMark>,
    /// Whose partner codes the files use.
    pub partner_codes: Option<PartnerCodes>,
    /// Whether the files hold all goods of their months.
    pub all_goods: bool,
    /// Whether the files hold all partners of their months.
    pub all_partners: bool,
    /// Columns and words of titles that change nothing.
    pub ignored: Vec<String>,
}

impl Inputs {
    /// Whether no file was named, so that the built-in data are read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
            && self.imports.is_empty()
            && self.exports.is_empty()
            && self.data.is_none()
    }
}
