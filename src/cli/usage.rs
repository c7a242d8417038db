//! Errors in the arguments, in the same form as all other messages: what is wrong, what was
//! expected, what helps.

use crate::cli::help::{self, Screen};
use crate::trade::nearest;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use std::ffi::OsString;

/// Help or the version, if asked for, or what is wrong with the arguments.
#[derive(Debug)]
pub enum Usage {
    /// Text for standard output, with colours if wanted.
    Asked(StyledStr),
    /// The version, with details beyond its number.
    LongVersion,
    /// No arguments at all: the help, on standard error.
    Nothing(String),
    /// What is wrong.
    Wrong(String),
}

impl Usage {
    /// Converts an error from clap, with the nearest flag or command of `cli` for an unknown
    /// one; help is formatted for `screen`.
    pub fn new(error: Error, args: &[OsString], cli: &Command, screen: Screen) -> Usage {
        let path = || command_path(args, cli);
        match error.kind() {
            ErrorKind::DisplayHelp => Usage::Asked(help::of(cli, &path(), is_short(args), screen)),
            ErrorKind::DisplayVersion => match args.iter().any(|arg| arg == "--version") {
                true => Usage::LongVersion,
                false => Usage::Asked(error.render()),
            },
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Usage::Nothing(help::of(cli, &path(), false, screen).to_string())
            }
            _ => Usage::Wrong(wrong(&error, args, cli)),
        }
    }

    /// What is wrong, or empty.
    pub fn text(&self) -> &str {
        match self {
            Usage::Asked(_) | Usage::LongVersion => "",
            Usage::Nothing(text) | Usage::Wrong(text) => text,
        }
    }
}

fn wrong(error: &Error, args: &[OsString], cli: &Command) -> String {
    let one = |kind| context(error, kind).into_iter().next().unwrap_or_default();
    let flag = || flag_alone(&one(ContextKind::InvalidArg)).to_owned();
    let (used, path) = (command_used(args, cli), command_path(args, cli));
    let says_itself = error.context().next().is_none();
    let lines = match error.kind() {
        _ if says_itself => None,
        ErrorKind::InvalidValue if one(ContextKind::InvalidValue).is_empty() => {
            Some(format!("`{}` needs a value{}", flag(), expected(error)))
        }
        ErrorKind::InvalidValue => {
            let value = one(ContextKind::InvalidValue);
            let known = context(error, ContextKind::ValidValue);
            let guess = nearest(&value, known.iter().map(String::as_str));
            Some(format!(
                "`{}`: unknown value `{value}`{}{}",
                flag(),
                expected(error),
                did_you_mean(guess),
            ))
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            let value = one(ContextKind::InvalidValue);
            let why = why.map_or_else(|| "not understood".to_owned(), |why| plain(&why));
            // Some reasons name the value themselves.
            Some(if why.contains(&format!("`{value}`")) {
                format!("`{}`: {why}", flag())
            } else if why.starts_with("expected: ") {
                format!("`{}`: unknown value `{value}`\n  {why}", flag())
            } else {
                format!("`{}`: `{value}`: {why}", flag())
            })
        }
        ErrorKind::TooManyValues => {
            let value = one(ContextKind::InvalidValue);
            Some(format!("`{}` takes no value: `{value}`", flag()))
        }
        ErrorKind::UnknownArgument => {
            let asked = one(ContextKind::InvalidArg);
            Some(unknown_flag(
                &asked,
                used.map(|used| (used, path.as_str())),
                cli,
            ))
        }
        ErrorKind::InvalidSubcommand => {
            let asked = one(ContextKind::InvalidSubcommand);
            // `sanctions chek` means a command of `sanctions`.
            let within = used.filter(|one| one.has_subcommands());
            let names = commands(within.unwrap_or(cli)).map(Command::get_name);
            let names: Vec<&str> = names
                .filter(|name| within.is_none() || *name != "help")
                .collect();
            let helps = match command_elsewhere(&asked) {
                Some(typed) if within.is_none() => format!("\n  help: use {typed}"),
                _ => did_you_mean(nearest(&asked, names.iter().copied())),
            };
            // `help yoy streak`: a command, but not one of another command.
            if within.is_none() && names.contains(&&*asked) {
                return format!(
                    "`help` takes the name of one command\n  help: `tradecheck help {asked}`"
                );
            }
            let path = within.map_or_else(String::new, |one| format!("{} ", one.get_name()));
            Some(format!(
                "unknown command `{path}{asked}`\n  expected: one of {}{helps}",
                names.join(", "),
            ))
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(error, ContextKind::PriorArg);
            let prior: Vec<String> = prior.iter().map(|one| flag_alone(one).to_owned()).collect();
            let flag = flag();
            match prior.is_empty() {
                true => None,
                false if prior == [&*flag] => Some(format!("`{flag}` may be given only once")),
                false => Some(format!(
                    "`{flag}` cannot be used with `{}`",
                    prior.join("`, `")
                )),
            }
        }
        ErrorKind::MissingRequiredArgument => Some(format!(
            "`{}` is missing",
            context(error, ContextKind::InvalidArg)
                .iter()
                .map(|one| unbracketed(one))
                .collect::<Vec<_>>()
                .join("`, `")
        )),
        _ => None,
    };
    match lines {
        Some(text) => {
            let command = match path.is_empty() {
                true => path,
                false => format!("{path} "),
            };
            let has_help = text.contains("\n  help:");
            let more = format!("\n  help: `tradecheck {command}--help`");
            format!("{text}{}", if has_help { "" } else { &more })
        }
        None => {
            let text = error.render().to_string();
            let text = text.strip_prefix("error: ").unwrap_or(&text);
            let text = text
                .split("\n\nFor more information")
                .next()
                .unwrap_or(text);
            text.trim_end().to_owned()
        }
    }
}

/// The end of a range of whole numbers without one.
const MOST: &str = "4294967295";

/// Reasons given by the standard library and by clap, in the words of this program.
fn plain(why: &str) -> String {
    match why {
        "invalid digit found in string" => "not a whole number".to_owned(),
        "cannot parse integer from empty string" => "a number is missing".to_owned(),
        _ if why.starts_with("number too ") => "the number is too large".to_owned(),
        _ => match why
            .split_once(" is not in ")
            .map(|(_, range)| range.split_once(".."))
        {
            Some(Some((from, to))) if to.trim_start_matches('=') == MOST => {
                format!("below {from}")
            }
            Some(Some((from, to))) => {
                format!("outside the range {from} to {}", to.trim_start_matches('='))
            }
            _ => why.to_owned(),
        },
    }
}

/// What clap knows about one aspect of the error.
fn context(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// `--flow` of `--flow <FLOW>`, `WHAT` of `<WHAT>`.
fn flag_alone(text: &str) -> &str {
    unbracketed(text.split([' ', '=']).next().unwrap_or(text))
}

/// `WHAT` of `<WHAT>`; a flag is unchanged.
fn unbracketed(text: &str) -> &str {
    let word = text
        .strip_prefix('<')
        .and_then(|word| word.split('>').next());
    word.unwrap_or(text)
}

fn expected(error: &Error) -> String {
    let known = context(error, ContextKind::ValidValue);
    match known.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("\n  expected: {} or {last}", rest.join(", "))
        }
        Some((last, _)) => format!("\n  expected: {last}"),
        None => String::new(),
    }
}

fn did_you_mean(guess: Option<&str>) -> String {
    guess.map_or_else(String::new, |name| {
        format!("\n  help: did you mean `{name}`?")
    })
}

/// Whether `-h` was typed, not `--help` or `help COMMAND`.
fn is_short(args: &[OsString]) -> bool {
    let words = args.iter().filter_map(|word| word.to_str());
    let is_flags = |word: &str| word.starts_with('-') && !word.starts_with("--");
    words
        .clone()
        .any(|word| is_flags(word) && word.contains('h'))
        && !words.clone().any(|word| word == "--help" || word == "help")
}

/// The commands that are not hidden.
fn commands(cli: &Command) -> impl Iterator<Item = &Command> {
    cli.get_subcommands().filter(|one| !one.is_hide_set())
}

/// The command that the arguments name first, and the command of that command, if it has any.
fn command_used<'a>(args: &[OsString], cli: &'a Command) -> Option<&'a Command> {
    let words = args.iter().skip(1).filter_map(|word| word.to_str());
    words.fold(None, |found: Option<&Command>, word| match found {
        None => cli.find_subcommand(word),
        Some(command) => command.find_subcommand(word).or(found),
    })
}

/// Its name as typed: `archive add`.
fn command_path(args: &[OsString], cli: &Command) -> String {
    let words = args.iter().skip(1).filter_map(|word| word.to_str());
    let (mut at, mut path) = (cli, Vec::new());
    for word in words {
        if let Some(command) = at.find_subcommand(word) {
            path.push(word);
            at = command;
        }
    }
    path.join(" ")
}

/// The long flags of a command, with their dashes.
fn flags(command: &Command) -> Vec<String> {
    let longs = command.get_arguments().filter_map(|arg| arg.get_long());
    longs
        .chain(["help"])
        .map(|long| format!("--{long}"))
        .collect()
}

/// The equivalent of a flag of other programs, if the command has it.
fn in_other_programs(flag: &str, command: &Command) -> Option<&'static str> {
    let typed = match flag {
        "--since" | "--start" => "`--from M`",
        "--until" | "--end" => "`--to M`",
        "--year" | "--quarter" => "`--period P`",
        "--date" => "`--month M`",
        "--country" | "--reporter" => "`--partner PARTNER`",
        "--code" | "--commodity" | "--product" => "`--hs CODE`",
        "--json" => "`--format json`",
        "--csv" => "`--format csv`",
        "--markdown" | "--md" => "`--format markdown`",
        "--xlsx" | "--excel" => "`--format xlsx`",
        "--limit" => "`--top N`",
        "-v" | "--verbose" | "--details" => "`--notes full`",
        "--silent" => "`--quiet`",
        "--no-color" | "--no-colour" => "`--color never`",
        "--language" | "--locale" => "`--lang`",
        _ => return None,
    };
    let own = typed.trim_matches('`').split(' ').next()?;
    flags(command)
        .iter()
        .any(|known| known == own)
        .then_some(typed)
}

/// The equivalent of a command of other programs.
fn command_elsewhere(asked: &str) -> Option<&'static str> {
    Some(match asked {
        "version" => "`tradecheck --version`",
        "completions" | "completion" => "`tradecheck generate bash`",
        "man" | "manual" => "`tradecheck generate man`",
        "change" | "changes" | "growth" | "compare" => "`tradecheck yoy`",
        "trend" | "history" => "`tradecheck series`",
        "plot" | "graph" => "`tradecheck chart`",
        "goods" | "groups" | "partners" | "columns" | "layouts" | "releases" => "`tradecheck list`",
        "verify-claim" | "factcheck" | "fact-check" => "`tradecheck check`",
        _ => return None,
    })
}

fn unknown_flag(asked: &str, used: Option<(&Command, &str)>, cli: &Command) -> String {
    let flag = flag_alone(asked);
    let Some((command, path)) = used else {
        let has_it = |one: &Command| flags(one).iter().any(|known| known == flag);
        let first = match commands(cli).find(|one| has_it(one)) {
            Some(one) => format!(
                "\n  help: the command comes first: `tradecheck {} {flag}`",
                one.get_name()
            ),
            None => String::new(),
        };
        return format!("unknown flag `{flag}`{first}");
    };
    let below = command.get_subcommands();
    let below = below.filter(|one| flags(one).iter().any(|known| known == flag));
    let below: Vec<String> = below
        .map(|one| format!("`{path} {}`", one.get_name()))
        .collect();
    if !below.is_empty() {
        return format!(
            "`{path}` needs a command before `{flag}`\n  help: it is a flag of {}",
            below.join(", ")
        );
    }
    let has_it = |one: &&Command| flags(one).iter().any(|known| known == flag);
    let others: Vec<String> = commands(cli)
        .filter(has_it)
        .map(|one| format!("`{}`", one.get_name()))
        .collect();
    if let Some(typed) = in_other_programs(flag, command) {
        return format!("unknown flag `{flag}`\n  help: use {typed}");
    }
    if others.is_empty() {
        let own = flags(command);
        let names = own.iter().map(|one| one.trim_start_matches('-'));
        let guess = nearest(flag.trim_start_matches('-'), names);
        let guess = guess.map(|name| format!("--{name}"));
        return format!("unknown flag `{flag}`{}", did_you_mean(guess.as_deref()));
    }
    format!(
        "`{path}` has no flag `{flag}`\n  help: it is a flag of {}",
        others.join(", ")
    )
}
