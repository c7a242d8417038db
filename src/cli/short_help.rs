//! `-h`: one line a flag, of the flags that are used most; `--help` has all of them.

use clap::{Arg, ArgAction, Command};

/// The short help of a command.
pub fn of(command: &Command, name: &str) -> String {
    let shown = |arg: &&Arg| !arg.is_hide_set() && !arg.is_hide_short_help_set();
    let lines: Vec<(String, String)> = command
        .get_arguments()
        .filter(shown)
        .filter(|arg| arg.get_id() != "help")
        .map(|arg| (label(arg), about(arg)))
        .collect();
    let width = lines.iter().map(|(label, _)| label.chars().count()).max();
    let width = width.unwrap_or(0);
    let about = command.get_about().map(ToString::to_string);
    let mut text = format!("{}\n\n", about.unwrap_or_default());
    let words: Vec<String> = command.get_positionals().map(positional).collect();
    let words = words.join(" ");
    text.push_str(&format!("Usage: tradecheck {name} [OPTIONS] {words}\n\n"));
    for (label, about) in lines {
        let line = format!("  {label:width$}  {about}");
        text.push_str(&cut(&line));
        text.push('\n');
    }
    text.push_str("\nAll flags, their values and examples: --help\n");
    text
}

/// The short help of a command that has commands of its own: one line each.
pub fn of_commands(command: &Command, name: &str) -> String {
    let path = ["tradecheck", name].join(" ");
    let path = path.trim_end();
    let shown = command.get_subcommands().filter(|one| !one.is_hide_set());
    let lines: Vec<(&str, String)> = shown
        .map(|one| (one.get_name(), one.get_about().map(ToString::to_string)))
        .map(|(name, about)| (name, about.unwrap_or_default()))
        .collect();
    let width = lines.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let about = command.get_about().map(ToString::to_string);
    let mut text = format!("{}\n\nUsage: {path} COMMAND\n\n", about.unwrap_or_default());
    for (name, about) in lines {
        text.push_str(&cut(&format!("  {name:width$}  {about}")));
        text.push('\n');
    }
    text.push_str(&format!(
        "\nExamples, flags and values: {path} help COMMAND\n"
    ));
    text
}

/// `[FILE]...`, or `WHAT` where it must be there.
fn positional(arg: &Arg) -> String {
    let name = arg.get_value_names().unwrap_or_default().first();
    let name = name.map_or("", |name| name.as_str());
    let several = if is_several(arg) { "..." } else { "" };
    match arg.is_required_set() {
        true => format!("{name}{several}"),
        false => format!("[{name}]{several}"),
    }
}

fn is_several(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
        || arg
            .get_num_args()
            .is_some_and(|count| count.max_values() > 1)
}

/// `-f, --format FORMAT`.
fn label(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let value = names.first().filter(|_| takes_value);
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

/// A line of the screen; the whole of it is in the long help.
fn cut(line: &str) -> String {
    const COLUMNS: usize = 80;
    if line.chars().count() <= COLUMNS {
        return line.to_owned();
    }
    let kept: String = line.chars().take(COLUMNS - 1).collect();
    format!("{}…", kept.trim_end())
}

fn about(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}
