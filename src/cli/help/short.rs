//! `-h`: one line for each common flag; `--help` has all of them.

use super::parts::{
    Screen, about, commands, heeded, is_several, takes_value, typed, value_name, words,
};
use crate::render::{columns, shortened};
use clap::{Arg, Command};

/// The short help of a command.
pub fn of(command: &Command, path: &str, screen: Screen) -> String {
    let lines = heeded(command, path)
        .filter(|arg| !arg.is_hide_short_help_set())
        .filter(|arg| arg.get_id() != "help")
        .map(|arg| {
            let help = arg.get_help().map(ToString::to_string);
            (label(arg), screen.say(&help.unwrap_or_default()))
        });
    let more = screen.say("All flags, their values and examples");
    let more = format!("{more}{}--help", screen.colon());
    page(command, path, lines.collect(), &more, screen)
}

/// The short help of a command with commands of its own: one line each.
pub fn of_commands(command: &Command, path: &str, screen: Screen) -> String {
    let lines = commands(command).map(|one| (one.get_name().to_owned(), about(one, screen)));
    let more = screen.say("Examples, flags and values");
    let last = screen.say("COMMAND");
    let more = format!("{more}{}{} help {last}", screen.colon(), typed(path));
    page(command, path, lines.collect(), &more, screen)
}

fn page(
    command: &Command,
    path: &str,
    lines: Vec<(String, String)>,
    more: &str,
    screen: Screen,
) -> String {
    let width = lines.iter().map(|(label, _)| columns(label)).max();
    let width = width.unwrap_or(0);
    let mut text = format!(
        "{}\n\n{}{}{} {}\n\n",
        about(command, screen),
        screen.say("Usage"),
        screen.colon(),
        typed(path),
        words(command, path, screen)
    );
    for (label, about) in lines {
        let line = format!("  {label:width$}  {about}");
        // One line on the screen; the long help has the full text.
        text.push_str(&shortened(&line, 80));
        text.push('\n');
    }
    text.push_str(&format!("\n{more}\n"));
    text
}

/// `-f, --format FORMAT`.
fn label(arg: &Arg) -> String {
    let value = Some(value_name(arg)).filter(|name| takes_value(arg) && !name.is_empty());
    let short = arg.get_short().map(|short| format!("-{short}, "));
    let Some(long) = arg.get_long() else {
        let several = if is_several(arg) { "..." } else { "" };
        return value.map_or_else(String::new, |value| format!("{value}{several}"));
    };
    let value = value.map(|value| format!(" {value}"));
    format!(
        "{}--{long}{}",
        short.unwrap_or_default(),
        value.unwrap_or_default()
    )
}
