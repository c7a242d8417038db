//! Flags to one typed request per command. It reads nothing, prints nothing, decides nothing about
//! trade.

mod common;
mod inspect;
mod movers;
mod record;
mod series;
mod streak;
mod values;
mod yoy;

use crate::measure::{Question, streak::Wanted};
use crate::render::{Format, Lang, MoneyUnit};
use crate::trade::{Currency, DecimalMark, PartnerCodes, Period, Perspective, Selection, Unit};
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub struct Request {
    /// What is to be measured.
    pub command: Command,
    /// Where the data are.
    pub inputs: Inputs,
    /// Which series; its goods are yet to be put together where groups are asked for.
    pub selection: Selection,
    /// The goods as they were asked for.
    pub goods: GoodsAsked,
    /// Flows, side and time.
    pub question: Question,
    /// How the answer is to look and where it goes.
    pub output: Output,
    /// Whether a missing figure is a failure.
    pub strict: bool,
}

/// The measure asked for, with what only it is asked.
#[derive(Clone, Debug)]
pub enum Command {
    /// Changes from a year earlier; of a split, this many parts.
    Yoy {
        /// `None`: all.
        top: Option<usize>,
    },
    /// Streaks.
    Streak(Wanted),
    /// A series month by month, of these columns.
    Series(Option<Vec<String>>),
    /// The parts that did most, so many each way.
    Movers {
        /// How many.
        top: usize,
    },
    /// Highest and lowest on record, and since when.
    Record,
    /// What the data hold; whether anything missing or contradictory is a no.
    Inspect {
        /// Whether it is a no.
        check: bool,
    },
}

/// Goods by codes and by groups; none of either: all goods.
#[derive(Clone, Debug)]
pub struct GoodsAsked {
    /// The prefixes of `--hs`.
    pub prefixes: Vec<Arc<str>>,
    /// The names of groups.
    pub groups: Vec<String>,
    /// A file of groups in place of the built-in ones.
    pub file: Option<PathBuf>,
}

/// The user's own data; empty: the built-in data.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Files whose layout or name tells the flow; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// Files of China's imports.
    pub imports: Vec<PathBuf>,
    /// Files of China's exports.
    pub exports: Vec<PathBuf>,
    /// The unit of amounts in files that state none.
    pub unit: Option<Unit>,
    /// The month or months of files that have no date column.
    pub file_month: Option<Period>,
    /// The currency of files that state none.
    pub currency: Option<Currency>,
    /// The layout of every file, where it was named.
    pub layout: Option<String>,
    /// Whether bad rows are dropped.
    pub lenient: bool,
    /// Whose imports and exports the files tell.
    pub file_side: Option<Perspective>,
    /// How the files mark decimals.
    pub decimal: Option<DecimalMark>,
    /// Whose numbers stand for partners in the files.
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
        self.files.is_empty() && self.imports.is_empty() && self.exports.is_empty()
    }
}

/// How the answer is to look and where it goes.
#[derive(Clone, Debug)]
pub struct Output {
    /// The format, where one was asked for.
    pub format: Option<Format>,
    /// A file in place of standard output.
    pub file: Option<PathBuf>,
    /// Whether machine formats start with their header.
    pub header: bool,
    /// Colour: always, never, or as the terminal and the environment have it.
    pub color: Option<bool>,
    /// The language of labels.
    pub lang: Lang,
    /// The unit of money in tables for people.
    pub show_unit: Option<MoneyUnit>,
}

/// Year-over-year changes and streaks from customs trade statistics: right, or with the reason why
/// not.
#[derive(Parser)]
#[command(name = "tradecheck", version, arg_required_else_help = true)]
#[command(after_help = "Examples:
  tradecheck yoy --month 2017-09                   changes and streaks on the built-in data
  tradecheck streak --month 2017-09 --links        every month of the streak
  tradecheck record --month 2017-10                lowest or highest since when, of how many months
  tradecheck yoy --imports imports/ --exports exports/     your own downloads
  tradecheck movers --imports imports/ --exports exports/  which goods drove the change
  tradecheck inspect --imports imports/ --exports exports/ what they hold, and what is missing

`tradecheck help COMMAND` begins with examples that run.
Exit codes: 0 answered, 1 the answer is no, 2 could not answer, 3 data is missing for it.")]
struct Cli {
    #[command(subcommand)]
    command: Commands,
}

#[derive(Subcommand)]
enum Commands {
    Yoy(yoy::Args),
    Streak(streak::Args),
    Series(series::Args),
    Record(record::Args),
    Movers(movers::Args),
    Inspect(inspect::Args),
}

/// The request that the arguments make; the first is the program's name.
///
/// # Errors
/// clap's, for bad usage; asking for help or the version comes out as an "error" too.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Request, clap::Error> {
    match Cli::try_parse_from(args)?.command {
        Commands::Yoy(args) => args.request(),
        Commands::Streak(args) => args.request(),
        Commands::Series(args) => args.request(),
        Commands::Record(args) => args.request(),
        Commands::Inspect(args) => args.request(),
        Commands::Movers(args) => args.request(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_flags_do_not_contradict_one_another() {
        super::Cli::command().debug_assert();
    }
}
