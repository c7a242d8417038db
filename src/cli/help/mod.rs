//! Help in the user's language: `-h`, with one line for each common flag, and
//! `--help`, which has all of them, their values and examples. The texts of the commands and flags
//! are at their definitions, in English; `help.po` of each other language translates them.

mod long;
mod parts;
mod short;
#[cfg(test)]
mod tests;

pub use parts::Screen;

use clap::Command;
use clap::builder::StyledStr;

/// The help of a command of `cli`, by the words that lead to it: `sanctions check`, empty for the
/// program itself.
pub fn of(cli: &Command, path: &str, is_short: bool, screen: Screen) -> StyledStr {
    let command = path
        .split_whitespace()
        .fold(cli, |at, name| at.find_subcommand(name).unwrap_or(at));
    match (is_short, command.has_subcommands()) {
        (true, true) => short::of_commands(command, path, screen).into(),
        (true, false) => short::of(command, path, screen).into(),
        (false, _) => long::of(cli, command, path, screen),
    }
}
