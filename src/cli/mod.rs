//! Flags to one typed request per command. It reads nothing, prints nothing, decides nothing about
//! trade.

mod archive;
mod brief;
mod chart;
mod check;
mod common;
pub mod complete;
mod data_args;
mod generate;
mod inspect;
mod list;
mod movers;
mod output_args;
mod record;
mod report;
mod revisions;
mod sanctions;
mod selection_args;
mod series;
pub mod settings;
mod short_help;
mod sql;
mod streak;
mod time_args;
mod trace_args;
mod usage;
mod values;
mod verify;
mod yoy;

pub use archive::ArchiveTask;
pub use check::{CheckAsked, ClaimSource};
pub use list::ListAsked;
use settings::Settings;
pub use sql::SqlAsked;
pub use usage::Usage;

use crate::measure::{Question, streak::Wanted};
use crate::reader::Encoding;
use crate::render::{Format, Lang, MoneyUnit, Notes};
use crate::trade::{
    Currency, DecimalMark, PartnerCodes, Period, Perspective, Regime, Sanctions, Selection, Unit,
};
use clap::{CommandFactory, Parser, Subcommand};
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
    /// Whose sanctions.
    pub sanctions: SanctionsAsked,
    /// How the answer is to look and where it goes.
    pub output: Output,
    /// Whether a missing figure is a failure.
    pub strict: bool,
    /// What is shown in place of the answer.
    pub trace: Option<Trace>,
    /// What was typed, as a shell takes it.
    pub typed: String,
    /// The arguments after the program's name, those of the settings included.
    pub arguments: Vec<String>,
    /// The file of settings, where one was used.
    pub settings: Option<PathBuf>,
    /// Whether no archive is taken from the environment.
    pub keeps_to_named_data: bool,
}

/// What is shown in place of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trace {
    /// Where its figures are from.
    Sources,
    /// How they were worked out.
    Explain,
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
    /// A series month by month.
    Series,
    /// The parts that did most, so many each way.
    Movers {
        /// How many.
        top: usize,
    },
    /// A chart of levels and changes.
    Chart {
        /// How wide an SVG is, in pixels.
        width: u16,
        /// Whose measures are marked.
        events: Vec<Regime>,
    },
    /// A month as a page.
    Report {
        /// Whose measures are marked in its chart.
        events: Vec<Regime>,
        /// Whether it tells of sanctions.
        sanctions: bool,
    },
    /// Highest and lowest on record, and since when.
    Record,
    /// Each figure by release.
    Revisions,
    /// Sanctions: measures, trade under them, coverage, caps.
    Sanctions(crate::measure::sanctions::Wanted),
    /// Whether claims are true.
    Check(CheckAsked),
    /// The statement of a month.
    Brief,
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

/// Whose measures of sanctions are meant, and where they are read.
#[derive(Clone, Debug, Default)]
pub struct SanctionsAsked {
    /// Whose.
    pub regime: Regime,
    /// A file of measures in place of the built-in ones.
    pub file: Option<PathBuf>,
    /// The measures of the file, once it is read.
    pub list: Option<Sanctions>,
}

impl SanctionsAsked {
    /// The measures: those of the file, else those that are built in.
    pub fn list(&self) -> &Sanctions {
        self.list.as_ref().unwrap_or_else(|| Sanctions::built_in())
    }
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
    /// Whether the built-in data are read beside them.
    pub with_built_in: bool,
    /// The unit of amounts in files that state none.
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
        self.files.is_empty()
            && self.imports.is_empty()
            && self.exports.is_empty()
            && self.data.is_none()
    }
}

/// How the answer is to look and where it goes.
#[derive(Clone, Debug)]
pub struct Output {
    /// The format, where one was asked for.
    pub format: Option<Format>,
    /// A file in place of standard output.
    pub file: Option<PathBuf>,
    /// The columns, where they were named.
    pub columns: Option<Vec<String>>,
    /// Whether machine formats start with their header.
    pub header: bool,
    /// Whether remarks on standard error are left out.
    pub quiet: bool,
    /// Colour: always, never, or as the terminal and the environment have it.
    pub color: Option<bool>,
    /// The language of labels; `None`: that of the terminal.
    pub lang: Option<Lang>,
    /// The unit of money in tables for people.
    pub show_unit: Option<MoneyUnit>,
    /// Which remarks stand under tables.
    pub notes: Notes,
    /// Whether each row of a table for people has its run of months as a small line.
    pub spark: bool,
}

/// Year-over-year changes and streaks from customs trade statistics
///
/// Right, or with the reason why not.
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
    /// Settings to start from, a TOML file; flags win [also: TRADECHECK_CONFIG]
    #[arg(
        long,
        value_name = "FILE",
        global = true,
        hide_short_help = true,
        help_heading = "Output"
    )]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Commands,
}

#[derive(Subcommand)]
enum Commands {
    Yoy(yoy::Args),
    Streak(streak::Args),
    Series(series::Args),
    Record(record::Args),
    Brief(brief::Args),
    Revisions(revisions::Args),
    Sanctions(sanctions::Args),
    Movers(movers::Args),
    Inspect(inspect::Args),
    Check(check::Args),
    Archive(archive::Args),
    Sql(sql::Args),
    Chart(chart::Args),
    Report(report::Args),
    List(list::Args),
    Verify(verify::Args),
    Generate(generate::Args),
}

/// What a run is for.
#[derive(Clone, Debug)]
pub enum Work {
    /// A measure of trade, answered with a report.
    Answer(Box<Request>),
    /// A task of the archive; of the request, its inputs and its output.
    Archive(ArchiveTask, Box<Request>),
    /// What an archive keeps; of the request, its output.
    Kept(PathBuf, Box<Request>),
    /// A text that is there already, for standard output.
    Print(Vec<u8>),
    /// A receipt to be run again; of the request, its output.
    Verify(PathBuf, Box<Request>),
    /// Words that may be typed; of the request, its output.
    List(ListAsked, Box<Request>),
    /// A text for an engine; of the request, its selection, its months and its output.
    Sql(SqlAsked, Box<Request>),
}

/// The work that the arguments ask for; the first is the program's name.
///
/// # Errors
/// [`Usage`] for bad usage or bad settings; asking for help or the version comes out as one too.
pub fn parse(args: Vec<OsString>, settings: Option<&Settings>) -> Result<Work, Usage> {
    let args = with_true_minus(args);
    let args = match settings {
        Some(settings) => settings::added(args, settings, Cli::command()).map_err(Usage::Wrong)?,
        None => args,
    };
    let work = understood(&args).map_err(|error| Usage::new(error, &args, &Cli::command()))?;
    Ok(match work {
        Work::Answer(request) => Work::Answer(Box::new(Request {
            settings: settings.map(|settings| settings.file.clone()),
            ..*request
        })),
        other => other,
    })
}

fn understood(args: &[OsString]) -> Result<Work, clap::Error> {
    match Cli::try_parse_from(args)?.command {
        Commands::Yoy(args) => args.request(),
        Commands::Streak(args) => args.request(),
        Commands::Series(args) => args.request(),
        Commands::Record(args) => args.request(),
        Commands::Brief(args) => args.request(),
        Commands::Revisions(args) => args.request(),
        Commands::Sanctions(args) => args.request(),
        Commands::Inspect(args) => args.request(),
        Commands::Check(args) => args.request(),
        Commands::Archive(args) => return args.work(),
        Commands::Sql(args) => return args.work(),
        Commands::List(args) => return args.work(),
        Commands::Verify(args) => return args.work(),
        Commands::Generate(args) => return args.work(),
        Commands::Movers(args) => args.request(),
        Commands::Chart(args) => args.request(),
        Commands::Report(args) => args.request(),
    }
    .map(|request| {
        let typed = as_typed(args);
        let arguments = args
            .iter()
            .skip(1)
            .map(|arg| arg.to_string_lossy().into_owned());
        Work::Answer(Box::new(Request {
            typed,
            arguments: arguments.collect(),
            ..request
        }))
    })
}

/// The arguments as one line that a shell takes, with the plain name of the program.
fn as_typed(args: &[OsString]) -> String {
    let quoted = |arg: &OsString| {
        let arg = arg.to_string_lossy();
        let is_plain = |c: char| c.is_alphanumeric() || "-_./,:=@%+".contains(c);
        if !arg.is_empty() && arg.chars().all(is_plain) {
            arg.into_owned()
        } else {
            format!("'{}'", arg.replace('\'', "'\\''"))
        }
    };
    let mut words = vec!["tradecheck".to_owned()];
    words.extend(args.iter().skip(1).map(quoted));
    words.join(" ")
}

/// The arguments of `check` with a true minus before a value below zero, which else would be taken
/// for a flag: `-37.9%`, `-$5 million`.
fn with_true_minus(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    if args.get(1).is_none_or(|command| command != "check") {
        return args;
    }
    for arg in args.iter_mut().skip(2) {
        let value = arg.to_str().and_then(|text| text.strip_prefix('-'));
        let is_value = |rest: &&str| {
            let digit = rest.trim_start_matches(['$', '¥']).bytes().next();
            digit.is_some_and(|byte| byte.is_ascii_digit())
        };
        if let Some(rest) = value.filter(is_value) {
            *arg = format!("−{rest}").into();
        }
    }
    args
}

#[cfg(test)]
mod tests {
    use super::short_help;
    use clap::CommandFactory;

    #[test]
    fn the_flags_do_not_contradict_one_another() {
        super::Cli::command().debug_assert();
    }

    #[test]
    fn short_help_fits_a_screen() {
        let cli = super::Cli::command();
        let leaves = cli.get_subcommands().flat_map(|one| {
            let own = one.get_subcommands().count();
            one.get_subcommands().chain((own == 0).then_some(one))
        });
        let fits = |text: String| {
            assert!(text.lines().count() <= 25, "{text}");
            assert!(
                text.lines().all(|line| line.chars().count() <= 80),
                "{text}"
            );
        };
        for command in leaves {
            // A flag too many in it gets `hide_short_help = true`.
            fits(short_help::of(command, command.get_name()));
        }
        let parents = cli.get_subcommands().filter(|one| one.has_subcommands());
        for command in parents.chain([&cli]) {
            let name = if command.get_name() == "tradecheck" {
                ""
            } else {
                command.get_name()
            };
            fits(short_help::of_commands(command, name));
        }
    }
}
