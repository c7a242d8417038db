//! Values that a shell requests while a command is typed, from the built-in tables.
//! A completer sees a single word, so the months of the user's own files are not included.

use super::Cli;
use crate::trade::{Groups, Month, Partner};
use clap::{Arg, Command, CommandFactory};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::CompleteEnv;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

/// The figures whose months are offered.
const PUBLISHED: &str = include_str!("../../data/published.csv");
/// The goods whose codes are offered.
const GOODS: &str = include_str!("../../data/published-goods.csv");

/// Answers a completion request (`COMPLETE=bash` and the like in the environment); returns whether
/// there was one.
///
/// # Errors
/// clap's, if the shell is unknown or standard output cannot be written.
pub fn answers(args: Vec<OsString>, folder: Option<&Path>) -> Result<bool, clap::Error> {
    if args.is_empty() {
        return Ok(false);
    }
    let complete = CompleteEnv::with_factory(command).bin("tradecheck");
    complete.try_complete(args, folder)
}

/// The program's command with the values that its flags accept.
fn command() -> Command {
    fn offer(arg: Arg) -> Arg {
        match arg.get_id().as_str() {
            "month" | "from" | "to" => arg.add(ArgValueCandidates::new(months)),
            "partner" => arg.add(ArgValueCandidates::new(partners)),
            "group" => arg.add(ArgValueCandidates::new(groups)),
            "hs" => arg.add(ArgValueCandidates::new(codes)),
            _ => arg,
        }
    }
    Cli::command().mut_subcommands(|command| command.mut_args(offer))
}

/// The months with a row in the built-in data.
fn months() -> Vec<CompletionCandidate> {
    let firsts = PUBLISHED.lines().filter_map(|line| line.split(',').next());
    let months: BTreeSet<Month> = firsts.filter_map(|text| text.parse().ok()).collect();
    months
        .into_iter()
        .map(|month| CompletionCandidate::new(month.to_string()))
        .collect()
}

fn partners() -> Vec<CompletionCandidate> {
    let one = |partner: &Partner| {
        let name = partner.en.to_string();
        CompletionCandidate::new(&*partner.code).help(Some(name.into()))
    };
    Partner::table().iter().map(one).collect()
}

fn groups() -> Vec<CompletionCandidate> {
    let names = Groups::built_in().names();
    names.into_iter().map(CompletionCandidate::new).collect()
}

/// The codes of the built-in goods.
fn codes() -> Vec<CompletionCandidate> {
    let head: Vec<&str> = GOODS
        .lines()
        .next()
        .unwrap_or_default()
        .split(',')
        .collect();
    let Some(place) = head.iter().position(|name| *name == "code") else {
        return Vec::new();
    };
    let cells = GOODS
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(place));
    let is_code = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let codes: BTreeSet<&str> = cells.filter(is_code).collect();
    codes.into_iter().map(CompletionCandidate::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_something_to_offer() {
        let offers = |found: Vec<CompletionCandidate>, word: &str| {
            found.iter().any(|one| one.get_value() == word)
        };
        assert!(offers(months(), "2017-09"));
        assert!(offers(partners(), "109"));
        assert!(offers(groups(), "coal"));
        assert!(offers(codes(), "2701"));
    }
}
