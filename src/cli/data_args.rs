use super::{Inputs, values};
use crate::trade::{Currency, Month, Unit};
use clap::Args;
use std::path::PathBuf;

/// Where the data are, and what they do not say of themselves.
#[derive(Args)]
#[command(next_help_heading = "Data")]
pub struct DataArgs {
    /// Your own files or folders; `-` is standard input
    ///
    /// In place of the built-in data; with `-b` beside them.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Files of China's imports; --exports FILE alike
    ///
    /// Files or folders.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    imports: Vec<PathBuf>,
    /// Files of China's exports
    ///
    /// Files or folders.
    #[arg(long, value_name = "FILE", num_args = 1.., hide_short_help = true)]
    exports: Vec<PathBuf>,
    /// Read the built-in data beside your own
    ///
    /// Of several figures for one month the later release holds.
    #[arg(long, short = 'b')]
    with_built_in: bool,
    /// The month of files that have no date column
    #[arg(long, value_name = "M", hide_short_help = true)]
    file_month: Option<Month>,
    /// The unit of amounts in files that state none
    #[arg(long, value_name = "UNIT", value_parser = values::unit(), ignore_case = true, hide_short_help = true)]
    file_unit: Option<Unit>,
    /// The layout of all files, where their content misleads
    #[arg(long, value_name = "NAME", value_parser = values::layout, hide_short_help = true, long_help = values::layout_help())]
    layout: Option<&'static str>,
    /// Skip bad rows instead of stopping; the figures they belong to are marked
    #[arg(long, hide_short_help = true)]
    lenient: bool,
}

impl DataArgs {
    /// The inputs; `currency` is that of files that state none.
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
            lenient: self.lenient,
        }
    }
}
