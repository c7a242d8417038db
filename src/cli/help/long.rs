//! `--help`: examples first, then every flag with its values, under the headings of the flags.

use super::parts::{
    Screen, about, commands, heeded, positional, takes_a_row, takes_value, typed, value_name, words,
};
use crate::render::{columns, wrap};
use clap::builder::styling::Style;
use clap::builder::{PossibleValue, StyledStr, Styles};
use clap::{Arg, Command};

/// Longer lines are hard to read.
const WIDEST: usize = 100;
/// Where the text of a flag begins.
const INDENT: usize = 10;
/// The heading of flags without one of their own.
const OPTIONS: &str = "Options";
/// The last heading of the flags of every command.
const OUTPUT: &str = "Output";

/// The help of a command of `cli`.
pub fn of(cli: &Command, command: &Command, path: &str, screen: Screen) -> StyledStr {
    let styles = Styles::styled();
    let mut page = Page {
        text: String::new(),
        screen: Screen {
            width: screen.width.clamp(40, WIDEST),
            ..screen
        },
        heading: *styles.get_header(),
        literal: *styles.get_literal(),
    };
    let about = command.get_long_about().or(command.get_about());
    page.paragraphs(&about.map(ToString::to_string).unwrap_or_default(), 0);
    page.usage(command, path);
    page.commands(command);
    let after = command.get_after_long_help().or(command.get_after_help());
    page.examples(&after.map(ToString::to_string).unwrap_or_default());
    // A flag that every command has is defined only at the program.
    let globals = cli.get_arguments().filter(|arg| arg.is_global_set());
    let own = heeded(command, path).filter(|arg| !arg.is_global_set());
    let args: Vec<&Arg> = own
        .chain(globals.filter(|arg| !arg.is_hide_set()))
        .collect();
    page.flags(&args, path.is_empty());
    StyledStr::from(page.text)
}

struct Page {
    text: String,
    screen: Screen,
    heading: Style,
    literal: Style,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, words: &str) {
        let (style, words) = (self.heading, self.screen.say(words));
        let colon = self.screen.colon();
        self.line(&format!("{style}{words}{}{style:#}", colon.trim_end()));
    }

    /// The paragraphs of a text, each translated and wrapped.
    fn paragraphs(&mut self, text: &str, indent: usize) {
        for paragraph in text.split("\n\n") {
            let translation = self.screen.say(paragraph);
            self.wrapped(&translation, indent, 0);
            self.line("");
        }
    }

    fn wrapped(&mut self, text: &str, indent: usize, hang: usize) {
        for line in wrap(text, self.screen.width - indent, hang) {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    fn usage(&mut self, command: &Command, path: &str) {
        let (heading, literal) = (self.heading, self.literal);
        let usage = self.screen.say("Usage");
        let colon = self.screen.colon();
        let words = words(command, path, self.screen);
        let mark = colon.trim_end();
        let gap = &colon[mark.len()..];
        self.line(&format!(
            "{heading}{usage}{mark}{heading:#}{gap}{literal}{}{literal:#} {words}",
            typed(path)
        ));
        self.line("");
    }

    fn commands(&mut self, command: &Command) {
        if !command.has_subcommands() {
            return;
        }
        self.heading("Commands");
        let named = commands(command).map(|one| (one.get_name(), about(one, self.screen)));
        let help = self.screen.say("Show this help, or the help for a command");
        let lines: Vec<_> = named.chain([("help", help)]).collect();
        let width = lines.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        let literal = self.literal;
        for (name, about) in lines {
            let mut translation = wrap(&about, self.screen.width - width - 4, 0).into_iter();
            let first = translation.next().unwrap_or_default();
            self.line(&format!("  {literal}{name:width$}{literal:#}  {first}"));
            for line in translation {
                self.line(&format!("{:1$}{line}", "", width + 4));
            }
        }
        self.line("");
    }

    /// Examples as written, with their descriptions, and the paragraphs below them.
    fn examples(&mut self, text: &str) {
        for block in text.split("\n\n").filter(|block| !block.is_empty()) {
            let mut prose: Vec<&str> = Vec::new();
            for line in block.lines() {
                match line.strip_prefix("  ") {
                    Some(example) => {
                        self.lead(&mut prose);
                        self.example(example);
                    }
                    None => prose.push(line),
                }
            }
            if !prose.is_empty() {
                let translation = self.screen.say(&prose.join(" "));
                self.wrapped(&translation, 0, 0);
            }
            self.line("");
        }
    }

    /// What introduces examples.
    fn lead(&mut self, prose: &mut Vec<&str>) {
        let words = prose.join(" ");
        prose.clear();
        match words.strip_suffix(':') {
            Some(words) => self.heading(words),
            None if words.is_empty() => {}
            None => {
                let translation = self.screen.say(&words);
                self.wrapped(&translation, 0, 0);
            }
        }
    }

    fn example(&mut self, example: &str) {
        let (typed, comment) = example.split_once("  ").unwrap_or((example, ""));
        // A comment follows after a single space if the line would be too long.
        let comment = comment.trim_start();
        let translation = self.screen.say(comment);
        let gap = (example.len() - comment.len()).saturating_sub(typed.len());
        let room = self
            .screen
            .width
            .saturating_sub(2 + columns(typed) + columns(&translation));
        let gap = if comment.is_empty() {
            0
        } else {
            gap.min(room).max(2)
        };
        self.line(&format!("  {typed}{:gap$}{translation}", ""));
    }

    fn flags(&mut self, args: &[&Arg], is_program: bool) {
        let heading = |arg: &Arg| arg.get_help_heading().unwrap_or(OPTIONS).to_owned();
        let mut headings: Vec<String> = vec![OPTIONS.to_owned()];
        for arg in args {
            if !headings.contains(&heading(arg)) {
                headings.push(heading(arg));
            }
        }
        headings.sort_by_key(|one| one == OUTPUT);
        for name in headings {
            let under: Vec<&&Arg> = args.iter().filter(|arg| heading(arg) == name).collect();
            self.heading(&name);
            let (words, flags): (Vec<_>, Vec<_>) =
                under.into_iter().partition(|arg| arg.is_positional());
            for arg in words.into_iter().chain(flags) {
                self.flag(arg);
            }
            if name == OPTIONS {
                self.fixed(
                    "-h, --help",
                    "Show this help; `-h` lists the most common flags",
                );
                if is_program {
                    self.fixed(
                        "-V, --version",
                        "Show the version of the program and its data",
                    );
                }
            }
        }
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.text.push('\n');
    }

    fn fixed(&mut self, name: &str, about: &str) {
        let literal = self.literal;
        self.line(&format!("  {literal}{name}{literal:#}"));
        self.paragraphs(about, INDENT);
    }

    fn flag(&mut self, arg: &Arg) {
        self.line(&self.name(arg));
        let help = arg.get_long_help().or(arg.get_help());
        self.paragraphs(&help.map(ToString::to_string).unwrap_or_default(), INDENT);
        if !takes_value(arg) {
            return;
        }
        let defaults: Vec<String> = arg
            .get_default_values()
            .iter()
            .map(|one| one.to_string_lossy().into_owned())
            .collect();
        if !defaults.is_empty() {
            self.bracket("default", &defaults);
        }
        let values = arg.get_possible_values();
        let values: Vec<PossibleValue> = values
            .into_iter()
            .filter(|one| !one.is_hide_set())
            .collect();
        if values.iter().any(|one| one.get_help().is_some()) {
            self.values(&values);
        } else if !values.is_empty() {
            let names: Vec<String> = values.iter().map(|one| one.get_name().to_owned()).collect();
            self.bracket("values", &names);
        }
        if !(defaults.is_empty() && values.is_empty()) {
            self.line("");
        }
    }

    /// `  -f, --format <FORMAT>`.
    fn name(&self, arg: &Arg) -> String {
        let literal = self.literal;
        let Some(long) = arg.get_long() else {
            return format!("  {}", positional(arg));
        };
        let short = match arg.get_short() {
            Some(short) => format!("  {literal}-{short}{literal:#}, "),
            None => " ".repeat(6),
        };
        let value = match takes_value(arg) {
            false => String::new(),
            true if arg
                .get_num_args()
                .is_some_and(|count| count.min_values() == 0) =>
            {
                format!(" [<{}>]", value_name(arg))
            }
            true => format!(
                " <{}>{}",
                value_name(arg),
                if takes_a_row(arg) { "..." } else { "" }
            ),
        };
        format!("{short}{literal}--{long}{literal:#}{value}")
    }

    fn bracket(&mut self, what: &str, words: &[String]) {
        let what = self.screen.say(what);
        let text = format!("[{what}{}{}]", self.screen.colon(), words.join(", "));
        self.wrapped(&text, INDENT, 0);
    }

    fn values(&mut self, values: &[PossibleValue]) {
        let names = values.iter().map(|one| one.get_name().len() + 1);
        let width = names.max().unwrap_or(0);
        let literal = self.literal;
        for one in values {
            let about = one.get_help().map(ToString::to_string).unwrap_or_default();
            let about = self.screen.say(&about);
            let gap = width - one.get_name().len();
            let lines = wrap(&about, self.screen.width - INDENT - width - 3, 0);
            for (at, line) in lines.iter().enumerate() {
                let name = match at {
                    0 => format!("- {literal}{}{literal:#}:{:gap$}", one.get_name(), ""),
                    _ => " ".repeat(width + 3),
                };
                self.line(&format!("{:INDENT$}{name}{line}", ""));
            }
        }
    }
}
