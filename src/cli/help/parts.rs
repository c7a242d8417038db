use crate::cli::unheeded;
use crate::render::{self, Lang};
use clap::{Arg, ArgAction, Command};

/// What help is formatted for.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// The language.
    pub lang: Lang,
    /// The columns of the terminal.
    pub width: usize,
}

impl Default for Screen {
    fn default() -> Screen {
        Screen {
            lang: Lang::En,
            width: 80,
        }
    }
}

impl Screen {
    /// A help text in the language.
    pub fn say(self, text: &str) -> String {
        render::help(text, self.lang).to_owned()
    }

    /// Between a word and what it introduces.
    pub fn colon(self) -> &'static str {
        render::colon(self.lang)
    }
}

/// `tradecheck sanctions check`.
pub fn typed(path: &str) -> String {
    ["tradecheck", path].join(" ").trim_end().to_owned()
}

/// The flags and arguments that a command heeds and does not hide.
pub fn heeded<'a>(command: &'a Command, path: &'a str) -> impl Iterator<Item = &'a Arg> {
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    shown.filter(move |arg| unheeded::is_ever_heeded(path, arg.get_id().as_str()))
}

/// What follows the name of a command: `[OPTIONS] [FILE]...`, or `COMMAND`.
pub fn words(command: &Command, path: &str, screen: Screen) -> String {
    if command.has_subcommands() {
        return screen.say("COMMAND");
    }
    let options = format!("[{}]", screen.say("OPTIONS"));
    let positionals = heeded(command, path).filter(|arg| arg.is_positional());
    let positionals = positionals.map(positional);
    let words: Vec<String> = std::iter::once(options).chain(positionals).collect();
    words.join(" ")
}

/// `[FILE]...`, or `WHAT` if it is required.
pub fn positional(arg: &Arg) -> String {
    let name = value_name(arg);
    let several = if is_several(arg) { "..." } else { "" };
    match arg.is_required_set() {
        true => format!("{name}{several}"),
        false => format!("[{name}]{several}"),
    }
}

/// The placeholder for the value of a flag: `FILE`.
pub fn value_name(arg: &Arg) -> &str {
    let name = arg.get_value_names().unwrap_or_default().first();
    name.map_or("", |name| name.as_str())
}

/// Whether a flag takes a value, or an argument is one.
pub fn takes_value(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Set | ArgAction::Append)
}

/// Whether it takes several values.
pub fn is_several(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append) || takes_a_row(arg)
}

/// Whether several values may follow one flag.
pub fn takes_a_row(arg: &Arg) -> bool {
    arg.get_num_args()
        .is_some_and(|count| count.max_values() > 1)
}

/// The commands of a command that are not hidden.
pub fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|one| !one.is_hide_set())
}

/// What a command is for, in one line.
pub fn about(command: &Command, screen: Screen) -> String {
    let about = command.get_about().map(ToString::to_string);
    screen.say(&about.unwrap_or_default())
}
