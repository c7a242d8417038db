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
mod help;
mod inputs;
mod inspect;
mod list;
mod movers;
mod output;
mod output_args;
mod record;
mod report;
mod request;
mod revisions;
mod sanctions;
mod selection_args;
mod series;
pub mod settings;
mod sql;
mod streak;
mod time_args;
mod trace_args;
mod unheeded;
mod usage;
mod values;
mod verify;
mod work;
mod yoy;

pub use help::Screen;
pub use inputs::Inputs;
pub use output::Output;
pub use request::{CheckAsked, ClaimSource, Command, GoodsAsked, Request, SanctionsAsked, Trace};
use settings::Settings;
pub use usage::Usage;
pub use work::{ArchiveTask, ListAsked, SqlAsked, Work};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

/// Year-over-year changes and streaks from customs trade statistics
///
/// Every figure is right, or missing with its reason.
#[derive(Parser)]
#[command(name = "tradecheck", version, arg_required_else_help = true)]
#[command(after_help = "Examples:
  tradecheck yoy --month 2017-09             changes and streaks, built-in data
  tradecheck streak --month 2017-09 --links  every month of the streak
  tradecheck record --month 2017-10          lowest or highest since when
  tradecheck movers --imports imports/       which goods drove the change
  tradecheck inspect --imports imports/      what your files contain and lack

`tradecheck help COMMAND` begins with examples that run.

Exit codes: 0 answered, 1 the answer is no, 2 could not answer, 3 data are missing.")]
struct Cli {
    #[command(flatten)]
    everywhere: Everywhere,
    #[command(subcommand)]
    command: Commands,
}

#[derive(Args)]
struct Everywhere {
    /// A settings file (TOML); flags take precedence [also: TRADECHECK_CONFIG]
    #[arg(
        long,
        value_name = "FILE",
        global = true,
        hide_short_help = true,
        help_heading = "Output"
    )]
    config: Option<PathBuf>,
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

/// How each command is defined.
const DEFINITIONS: [(&str, fn(clap::Command) -> clap::Command); 17] = [
    ("yoy", yoy::Args::augment_args),
    ("streak", streak::Args::augment_args),
    ("series", series::Args::augment_args),
    ("record", record::Args::augment_args),
    ("brief", brief::Args::augment_args),
    ("revisions", revisions::Args::augment_args),
    ("sanctions", sanctions::Args::augment_args),
    ("movers", movers::Args::augment_args),
    ("inspect", inspect::Args::augment_args),
    ("check", check::Args::augment_args),
    ("archive", archive::Args::augment_args),
    ("sql", sql::Args::augment_args),
    ("chart", chart::Args::augment_args),
    ("report", report::Args::augment_args),
    ("list", list::Args::augment_args),
    ("verify", verify::Args::augment_args),
    ("generate", generate::Args::augment_args),
];

/// The program with only the command that the arguments begin with. Defining the others, with some
/// hundreds of flags and their values, takes longer than answering a short question.
fn with_one_command(args: &[OsString]) -> Option<clap::Command> {
    let typed = args.get(1)?;
    let mut definitions = DEFINITIONS.iter();
    let (name, define) = definitions.find(|(name, _)| typed == name)?;
    let program = clap::Command::new("tradecheck").subcommand_required(true);
    Some(Everywhere::augment_args(program).subcommand(define(clap::Command::new(*name))))
}

/// The parsed arguments, if the command heeds all of them. If something is wrong or help is
/// asked for, all commands are defined, so that the message is the same either way.
fn read(args: &[OsString]) -> Result<Commands, clap::Error> {
    let short = with_one_command(args).and_then(|mut program| {
        let matches = program.try_get_matches_from_mut(args).ok()?;
        let command = Commands::from_arg_matches(&matches).ok()?;
        Some((program, matches, command))
    });
    let (program, matches, command) = match short {
        Some(found) => found,
        None => {
            let mut program = Cli::command();
            let matches = program.try_get_matches_from_mut(args)?;
            let command = Cli::from_arg_matches(&matches)?.command;
            (program, matches, command)
        }
    };
    unheeded::refuse(&program, &matches)?;
    Ok(command)
}

/// The work that the arguments ask for; the first is the program's name. Help is formatted for
/// `screen`.
///
/// # Errors
/// [`Usage`] for bad usage or bad settings; a request for help or the version is returned as one
/// too.
pub fn parse(
    args: Vec<OsString>,
    settings: Option<&Settings>,
    screen: Screen,
) -> Result<Work, Usage> {
    let args = with_true_minus(with_language_last(args));
    let args = match settings {
        Some(settings) => settings::added(args, settings, Cli::command()).map_err(Usage::Wrong)?,
        None => args,
    };
    let work =
        understood(&args).map_err(|error| Usage::new(error, &args, &Cli::command(), screen))?;
    Ok(match work {
        Work::Answer(request) => Work::Answer(Box::new(Request {
            settings: settings.map(|settings| settings.file.clone()),
            ..*request
        })),
        other => other,
    })
}

fn understood(args: &[OsString]) -> Result<Work, clap::Error> {
    match read(args)? {
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
        Commands::Generate(args) => return args.work(Cli::command()),
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

/// The arguments as one shell command line, with the plain name of the program.
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

/// The arguments with a `--lang` before the command moved to the end, and without that
/// of `help COMMAND`, whose language is known before.
fn with_language_last(mut args: Vec<OsString>) -> Vec<OsString> {
    let is_help = args.get(1).is_some_and(|arg| arg == "help");
    let at = args.iter().position(|arg| {
        let text = arg.to_string_lossy();
        text == "--lang" || text.starts_with("--lang=")
    });
    let Some(at) = at.filter(|at| *at == 1 || is_help) else {
        return args;
    };
    let count = if args[at] == "--lang" { 2 } else { 1 };
    let moved: Vec<OsString> = args.drain(at..args.len().min(at + count)).collect();
    if args.len() > 1 && args[1] != "help" {
        let end = args.iter().position(|arg| arg == "--");
        let end = end.unwrap_or(args.len());
        args.splice(end..end, moved);
    }
    args
}

/// The arguments of `check` with a typographic minus before a negative value, which otherwise would
/// be taken for a flag: `-37.9%`, `-$5 million`.
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
    use clap::CommandFactory;
    use std::ffi::OsString;

    #[test]
    fn the_language_may_come_first() {
        let moved = |typed: &str| {
            let args = typed.split(' ').map(OsString::from).collect();
            let args = super::with_language_last(args);
            let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
            args.join(" ")
        };
        assert_eq!(
            moved("tradecheck --lang zh yoy -h"),
            "tradecheck yoy -h --lang zh"
        );
        assert_eq!(
            moved("tradecheck --lang=ko list -- x"),
            "tradecheck list --lang=ko -- x"
        );
        assert_eq!(
            moved("tradecheck yoy --lang zh"),
            "tradecheck yoy --lang zh"
        );
        assert_eq!(moved("tradecheck --lang zh"), "tradecheck");
        assert_eq!(moved("tradecheck --lang"), "tradecheck");
        assert_eq!(
            moved("tradecheck --lang ko help yoy"),
            "tradecheck help yoy"
        );
        assert_eq!(
            moved("tradecheck help yoy --lang=ko"),
            "tradecheck help yoy"
        );
        assert_eq!(
            moved("tradecheck yoy help --lang ko"),
            "tradecheck yoy help --lang ko"
        );
    }

    #[test]
    fn one_command_alone_is_defined_as_among_all() {
        let all = super::Cli::command();
        let names: Vec<&str> = all.get_subcommands().map(|one| one.get_name()).collect();
        assert_eq!(names, super::DEFINITIONS.map(|(name, _)| name));
        let flags = |program: &clap::Command, name: &str| {
            let own = program.find_subcommand(name).unwrap();
            let args = own.get_arguments().map(|arg| format!("{arg:?}"));
            let below = own.get_subcommands().map(|one| format!("{one:?}"));
            args.chain(below).collect::<Vec<_>>()
        };
        for name in names {
            let args = ["tradecheck", name].map(OsString::from);
            let alone = super::with_one_command(&args).unwrap();
            assert_eq!(flags(&alone, name), flags(&all, name), "{name}");
        }
    }

    #[test]
    fn the_flags_do_not_contradict_one_another() {
        super::Cli::command().debug_assert();
    }
}
