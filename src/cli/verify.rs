use super::common::Common;
use super::data_args::DataArgs;
use super::output_args::OutputArgs;
use super::{Command, Work};
use clap::Args as ClapArgs;
use std::path::PathBuf;

/// Whether an earlier answer still holds: run its receipt again
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck yoy --month 2017-09 --format json --explain > receipt.json
  tradecheck verify receipt.json

The same command is run again in the current folder. Inputs are compared by their hashes.

Exit codes: 0 the same, 1 some part differs, 2 the receipt or an input cannot be read.")]
pub struct Args {
    /// A receipt written by `--format json --explain`
    ///
    /// `-` is standard input.
    #[arg(value_name = "RECEIPT")]
    receipt: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub fn work(self) -> Result<Work, clap::Error> {
        // No measure is asked for: the one given here is ignored.
        let common = Common::of_data(DataArgs::default(), self.output);
        let request = common.request(Command::Record)?;
        Ok(Work::Verify(self.receipt, Box::new(request)))
    }
}
