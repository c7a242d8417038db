use crate::cli::Cli;
use crate::cli::help::{self, Screen};
use crate::reader::Encoding;
use crate::render::{Format, Lang, columns, help_texts};
use crate::report::Column;
use crate::trade::{Groups, LayoutName, Named};
use clap::{Command, CommandFactory};
use std::collections::BTreeSet;

/// Names, and words of the program's own language.
const NAMES: [&str; 38] = [
    "VALUE",
    "version",
    "METRIC",
    "toml",
    "tradecheck",
    "help",
    "CONFIG",
    "DATA",
    "TRADECHECK",
    "config",
    "HS",
    "SQL",
    "SVG",
    "CSV",
    "TOML",
    "HTML",
    "DuckDB",
    "Spark",
    "ClickHouse",
    "PostgreSQL",
    "SQLite",
    "JP",
    "KR",
    "Q",
    "coal",
    "seafood",
    "textiles",
    "hs",
    "prefixes",
    "data",
    "measures",
    "zsh",
    "bashrc",
    "COMPLETE",
    "source",
    "rsvg",
    "convert",
    "FLOW",
];

/// The words that lead to each command, the program itself first.
fn paths(cli: &Command) -> Vec<String> {
    let mut paths = vec![String::new()];
    for one in cli.get_subcommands() {
        paths.push(one.get_name().to_owned());
        for deeper in one.get_subcommands() {
            paths.push(format!("{} {}", one.get_name(), deeper.get_name()));
        }
    }
    paths
}

fn commands(cli: &Command) -> Vec<&Command> {
    let mut found = vec![cli];
    for one in cli.get_subcommands() {
        found.push(one);
        found.extend(one.get_subcommands());
    }
    found
}

/// The words that a person types: of commands, flags, values, columns, groups.
fn typed_words(cli: &Command) -> BTreeSet<String> {
    let mut words: Vec<String> = NAMES.map(str::to_owned).into();
    for command in commands(cli) {
        words.push(command.get_name().to_owned());
        for arg in command.get_arguments() {
            words.extend(arg.get_long().map(str::to_owned));
            let names = arg.get_value_names().unwrap_or_default();
            words.extend(names.iter().map(ToString::to_string));
            let values = arg.get_possible_values();
            words.extend(values.iter().map(|one| one.get_name().to_owned()));
        }
    }
    words.extend(Column::ALL.iter().map(|one| one.name().to_owned()));
    let groups = Groups::built_in().list().iter();
    words.extend(groups.map(|group| group.key.to_string()));
    words.extend(LayoutName::EVERY.iter().map(|one| one.name().to_owned()));
    words.extend(Encoding::NAMES.map(|(_, names)| names[0].to_owned()));
    let formats = Format::EVERY.iter().flat_map(|one| one.extensions());
    words.extend(formats.map(ToString::to_string));
    let is_letter = |one: char| one.is_ascii_alphabetic();
    let parts = words
        .iter()
        .flat_map(|word| word.split(|one| !is_letter(one)));
    parts.map(str::to_owned).collect()
}

/// A help text without its examples, which are typed as shown.
fn prose(text: &str) -> String {
    let lines = text.lines().map(|line| match line.trim_start() {
        example if example.starts_with("tradecheck ") => {
            example.split_once("  ").map_or("", |(_, said)| said)
        }
        _ => line,
    });
    let prose = lines.collect::<Vec<_>>().join("\n");
    prose.split('`').step_by(2).collect()
}

#[test]
fn short_help_fits_a_screen() {
    let cli = Cli::command();
    let mut cut = BTreeSet::new();
    for path in paths(&cli) {
        for lang in [Lang::En, Lang::Zh, Lang::Ko] {
            let text = help::of(&cli, &path, true, Screen { lang, width: 80 }).to_string();
            // A flag too many in it gets `hide_short_help = true`.
            assert!(text.lines().count() <= 25, "{text}");
            assert!(text.lines().all(|line| columns(line) <= 80), "{text}");
            let is_cut = |line: &str| line.ends_with('…') && !line.ends_with(", …");
            cut.extend(text.lines().filter(|line| is_cut(line)).map(str::to_owned));
        }
    }
    assert_eq!(cut, BTreeSet::new());
}

#[test]
fn long_help_stays_within_the_screen() {
    let cli = Cli::command();
    for path in paths(&cli) {
        for lang in [Lang::En, Lang::Zh, Lang::Ko] {
            let text = help::of(&cli, &path, false, Screen { lang, width: 80 }).to_string();
            for line in text.lines().filter(|line| columns(line) > 80) {
                // An example is never broken.
                assert!(line.trim_start().starts_with("tradecheck "), "{line}");
            }
        }
    }
}

#[test]
fn help_is_whole_in_each_language() {
    let cli = Cli::command();
    let typed = typed_words(&cli);
    let mut wrong = BTreeSet::new();
    for path in paths(&cli) {
        for lang in [Lang::Zh, Lang::Ko] {
            for is_short in [true, false] {
                let text = help::of(&cli, &path, is_short, Screen { lang, width: 1000 });
                for line in prose(&text.to_string()).lines() {
                    let words = line.split(|one: char| !one.is_ascii_alphabetic());
                    let mut words = words.filter(|word| word.len() > 1);
                    if let Some(word) = words.find(|word| !typed.contains(*word)) {
                        wrong.insert(format!("{path}: {word} in {line}"));
                    }
                }
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_flags_of_a_command_are_the_same_in_each_language() {
    let cli = Cli::command();
    for path in paths(&cli) {
        let flags = |lang| {
            let text = help::of(&cli, &path, false, Screen { lang, width: 1000 }).to_string();
            // The text of a flag is indented further than its name.
            let is_text = |line: &&str| line.starts_with(&" ".repeat(10)) && !line.contains("  - ");
            let lines = text
                .lines()
                .filter(|line| !is_text(line))
                .map(str::trim_start);
            let flags =
                lines.filter(|line| line.starts_with('-') || line.starts_with("tradecheck "));
            let flag = |line: &str| line.split("  ").next().unwrap_or(line).to_owned();
            flags.map(flag).collect::<Vec<_>>().join("\n")
        };
        let without_values = |text: String| {
            let lines = text.lines().map(|line| match line.strip_prefix("- ") {
                Some(value) => value.split(':').next().unwrap_or(value).to_owned(),
                None => line.to_owned(),
            });
            lines.collect::<Vec<_>>()
        };
        let english = without_values(flags(Lang::En));
        assert!(!english.is_empty());
        assert_eq!(without_values(flags(Lang::Zh)), english, "{path}");
        assert_eq!(without_values(flags(Lang::Ko)), english, "{path}");
    }
}

#[test]
fn no_translation_is_left_of_a_text_that_is_gone() {
    let cli = Cli::command();
    let screen = Screen {
        lang: Lang::En,
        width: 1000,
    };
    let mut all = String::from("default values ");
    for path in paths(&cli) {
        for is_short in [true, false] {
            let text = help::of(&cli, &path, is_short, screen).to_string();
            all.push_str(&text);
        }
    }
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in help_texts(Lang::Zh) {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn help_lists_only_what_the_command_heeds() {
    let cli = Cli::command();
    for (path, absent) in [
        (
            "sanctions list",
            ["[FILE]...", "--imports", "--with-built-in", "--month"],
        ),
        (
            "sanctions coverage",
            ["--by", "--month", "--period", "--from"],
        ),
        ("brief", ["--by", "--unit", "--period", "--from"]),
        ("sql yoy", ["[FILE]...", "--sheet", "--strict", "--format"]),
    ] {
        for is_short in [true, false] {
            let text = help::of(&cli, path, is_short, Screen::default()).to_string();
            let usage = text.lines().filter(|line| line.contains("OPTIONS"));
            let flags = text
                .lines()
                .filter(|line| line.trim_start().starts_with('-'));
            let listed: Vec<&str> = usage.chain(flags).collect();
            for flag in absent {
                let names = |line: &&str| {
                    let mut words = line.split([' ', ',']);
                    words.any(|word| word == flag)
                };
                let found: Vec<_> = listed.iter().copied().filter(names).collect();
                assert!(found.is_empty(), "{path}: {flag}: {found:?}");
            }
        }
    }
}
