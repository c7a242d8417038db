use super::common::Common;
use super::data_args::DataArgs;
use super::output_args::OutputArgs;
use super::{Command, ListAsked, Work, values};
use crate::report::ListOf;
use crate::trade::Vintage;
use clap::Args as ClapArgs;

/// Codes and names to use, with the data for each; next releases
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck list goods coal
  tradecheck list goods 26 72
  tradecheck list groups
  tradecheck list partners japan
  tradecheck list columns yoy
  tradecheck list releases
  tradecheck list releases 2017-10

A number matches the beginning of a code, any other word a name in any language.")]
pub struct Args {
    /// What to list
    #[arg(value_name = "WHAT", value_parser = values::word::<ListOf>(), ignore_case = true)]
    of: ListOf,
    /// Words or code prefixes to look for [default: all]
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// Releases from this day on [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Vintage>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub fn work(self) -> Result<Work, clap::Error> {
        let asked = ListAsked {
            of: self.of,
            words: self.words,
            day: self.as_of.and_then(Vintage::day),
        };
        // No measure of trade is asked for: the one given here is ignored.
        let common = Common::of_data(DataArgs::default(), self.output);
        Ok(Work::List(
            asked,
            Box::new(common.request(Command::Record)?),
        ))
    }
}
