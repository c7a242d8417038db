//! Flags that would change nothing in the command they were typed with: each is refused with
//! what to do instead, since an answer that ignored the flag would look as if it had followed it.
//!
//! Presentation flags (`--unit`, `--lang`, `--color`, `--notes`) are refused only if a command has
//! no use for them in any format. Settings from a file are not refused but ignored.

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, Error};

mod rules;
#[cfg(test)]
mod tests;

use rules::{Given, RULES, RULES_OF_ALL};

/// The command that was typed, by the words that name it, its definition and what was given to it.
pub fn leaf<'a>(
    cli: &'a Command,
    matches: &'a ArgMatches,
) -> Option<(String, &'a Command, &'a ArgMatches)> {
    let (mut path, mut command, mut given) = (Vec::new(), cli, matches);
    while let Some((name, inner)) = given.subcommand() {
        command = command.find_subcommand(name)?;
        given = inner;
        path.push(name);
    }
    (!path.is_empty()).then(|| (path.join(" "), command, given))
}

/// What to do in place of a flag that the command does not heed; `None` where it does.
pub fn instead(path: &str, flag: &str, given: &ArgMatches) -> Option<&'static str> {
    let rules = RULES.iter().chain(&RULES_OF_ALL);
    let mut found = rules.filter(|rule| {
        let is_of = rule.commands.is_empty() || rule.commands.contains(&path);
        is_of
            && rule.flags.contains(&flag)
            && !rule.unless.is_some_and(|unless| unless(Given(given)))
    });
    found.next().map(|rule| rule.help)
}

/// Whether the command heeds the flag at all, with some other flags at least: what it never heeds
/// is left out of its help.
pub fn is_ever_heeded(path: &str, flag: &str) -> bool {
    let mut never = RULES.iter().filter(|rule| rule.unless.is_none());
    !never.any(|rule| rule.commands.contains(&path) && rule.flags.contains(&flag))
}

/// Whether a claim was typed, which leaves no word for a file.
pub fn is_claim_alone(given: &ArgMatches) -> bool {
    let given = Given(given);
    given.words_of_claim() > 0 && !given.has_files()
}

/// Refuses the first flag that the command does not heed.
///
/// # Errors
/// Which one, and what to do instead.
pub fn refuse(cli: &Command, matches: &ArgMatches) -> Result<(), Error> {
    let Some((path, command, given)) = leaf(cli, matches) else {
        return Ok(());
    };
    for arg in command.get_arguments() {
        let id = arg.get_id().as_str();
        if !Given(given).any(&[id]) {
            continue;
        }
        let Some(help) = instead(&path, id, given) else {
            continue;
        };
        let flag = match arg.get_long() {
            Some(long) => format!("`--{long}`"),
            None => "files".to_owned(),
        };
        let text = format!("`{path}` does not take {flag}\n  help: {help}\n");
        return Err(Error::raw(ErrorKind::ArgumentConflict, text));
    }
    Ok(())
}
