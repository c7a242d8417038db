use super::{Inputs, values};
use crate::reader::Encoding;
use crate::trade::{Currency, DecimalMark, LayoutName, PartnerCodes, Period, Perspective, Unit};
use clap::Args;
use std::path::PathBuf;

/// Where the data are, and what they do not state themselves.
#[derive(Args, Default)]
#[command(next_help_heading = "Data")]
pub struct DataArgs {
    /// Your own files or folders; `-` is standard input
    ///
    /// Used instead of the built-in data; with `-b`, alongside them.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Files of China's imports; --exports FILE for exports
    ///
    /// Files or folders.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    imports: Vec<PathBuf>,
    /// Files of China's exports
    ///
    /// Files or folders.
    #[arg(long, value_name = "FILE", num_args = 1.., hide_short_help = true)]
    exports: Vec<PathBuf>,
    /// Also read the built-in data
    ///
    /// Where a month has several figures, the latest release is used.
    #[arg(long, short = 'b')]
    with_built_in: bool,
    /// The month, year or period of files without a date column: 2017-09, 2017, 2017-01..09
    #[arg(long, value_name = "PERIOD", hide_short_help = true)]
    file_month: Option<Period>,
    /// The unit of amounts in files that do not state one
    #[arg(long, value_name = "UNIT", value_parser = values::unit(), ignore_case = true, hide_short_help = true)]
    file_unit: Option<Unit>,
    /// The layout of all files, if it is not recognised correctly
    #[arg(long, value_name = "NAME", value_parser = values::layout, hide_short_help = true, long_help = values::layout_help())]
    layout: Option<LayoutName>,
    /// The encoding of files, if it cannot be detected
    #[arg(long, value_name = "NAME", value_parser = values::encoding, hide_short_help = true, long_help = values::encoding_help())]
    encoding: Option<Encoding>,
    /// The sheet of a workbook, or the table number in a page, if there are several
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    sheet: Option<String>,
    /// The reporting side of the files [default: cn]
    #[arg(long, value_name = "SIDE", value_parser = values::word::<Perspective>(), ignore_case = true, hide_short_help = true)]
    file_side: Option<Perspective>,
    /// The decimal mark in the files [default: detected from all cells]
    #[arg(long, value_name = "MARK", value_parser = values::word::<DecimalMark>(), ignore_case = true, hide_short_help = true)]
    decimal: Option<DecimalMark>,
    /// Whose partner codes the files use
    #[arg(long, value_name = "WHOSE", value_parser = values::word::<PartnerCodes>(), ignore_case = true, hide_short_help = true)]
    partner_codes: Option<PartnerCodes>,
    /// The files contain all goods: a good without a row is zero
    #[arg(long, hide_short_help = true)]
    all_goods: bool,
    /// The files contain all partners
    #[arg(long, hide_short_help = true)]
    all_partners: bool,
    /// A column or title words that do not affect the figures; repeatable
    #[arg(long, value_name = "TEXT", hide_short_help = true)]
    ignore: Vec<String>,
    /// Skip bad rows instead of stopping; affected figures are marked
    #[arg(long, hide_short_help = true)]
    lenient: bool,
    /// Answer from an archive, see `tradecheck help archive` [also: TRADECHECK_DATA]
    ///
    /// Files you pass, and with `-b` the built-in data, are read as well.
    #[arg(long, value_name = "DIR", hide_short_help = true)]
    data: Option<PathBuf>,
}

impl DataArgs {
    /// Whether neither files nor the built-in data are named.
    pub fn names_nothing(&self) -> bool {
        let files = [&self.files, &self.imports, &self.exports];
        files.iter().all(|one| one.is_empty()) && !self.with_built_in
    }

    /// Takes the first few words from the files.
    pub fn take_words(&mut self, most: usize) -> Vec<String> {
        let count = most.min(self.files.len());
        let words = self.files.drain(..count);
        words.map(|word| word.display().to_string()).collect()
    }

    /// The inputs; `currency` applies to files that do not state one.
    pub fn inputs(self, currency: Option<Currency>) -> Inputs {
        Inputs {
            files: self.files,
            imports: self.imports,
            exports: self.exports,
            with_built_in: self.with_built_in,
            unit: self.file_unit,
            file_month: self.file_month,
            currency,
            layout: self.layout,
            encoding: self.encoding,
            sheet: self.sheet,
            lenient: self.lenient,
            data: self.data,
            file_side: self.file_side,
            decimal: self.decimal,
            partner_codes: self.partner_codes,
            all_goods: self.all_goods,
            all_partners: self.all_partners,
            ignored: self.ignore,
        }
    }
}
