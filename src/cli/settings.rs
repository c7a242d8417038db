//! Settings from a file given by `--config FILE` or `TRADECHECK_CONFIG`: what a user
//! would type every time. No other place is searched. A flag that was typed takes precedence.

use crate::cli::unheeded;
use crate::trade::nearest;
use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// A settings file as read.
pub struct Settings {
    /// The file.
    pub file: PathBuf,
    /// Its content.
    pub text: String,
}

impl Settings {
    /// The language they give, if the file can be read as settings.
    pub fn language(&self) -> Option<String> {
        let table: Table = self.text.parse().ok()?;
        Some(table.get("lang")?.as_str()?.to_owned())
    }
}

/// The kind of value of a setting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SettingKind {
    /// One word or several.
    Words,
    /// Files or folders, relative to the folder of the settings.
    Paths,
    /// `true` or `false`.
    Switch,
}

/// Each setting with its flag; the data, which have no flag, without one.
const SETTINGS: [(&str, &str, SettingKind); 14] = [
    ("files", "", SettingKind::Paths),
    ("imports", "imports", SettingKind::Paths),
    ("exports", "exports", SettingKind::Paths),
    ("built-in", "with-built-in", SettingKind::Switch),
    ("data", "data", SettingKind::Paths),
    ("partner", "partner", SettingKind::Words),
    ("currency", "currency", SettingKind::Words),
    ("as", "as", SettingKind::Words),
    ("groups", "groups", SettingKind::Paths),
    ("lang", "lang", SettingKind::Words),
    ("notes", "notes", SettingKind::Words),
    ("events", "events", SettingKind::Words),
    ("unit", "unit", SettingKind::Words),
    ("color", "color", SettingKind::Words),
];

/// The flags that say where the data are: if any of them is typed, the settings for them are
/// ignored.
const DATA: [&str; 4] = ["files", "imports", "exports", "data"];

/// The file given by `--config`, or else by the environment.
pub fn file(args: &[OsString], named: Option<&str>) -> Option<PathBuf> {
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let text = arg.to_string_lossy();
        if text == "--" {
            break;
        }
        if text == "--config" {
            return args.next().map(PathBuf::from);
        }
        if let Some(file) = text.strip_prefix("--config=") {
            return Some(PathBuf::from(file));
        }
    }
    named.map(PathBuf::from)
}

/// The arguments of `cli` with those from the settings, right after the command.
///
/// # Errors
/// If the file is not TOML, or a setting is unknown or has an invalid value.
pub fn added(
    args: Vec<OsString>,
    settings: &Settings,
    cli: Command,
) -> Result<Vec<OsString>, String> {
    let place = settings.file.display();
    let table: Table = settings.text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().map_or("", |span| {
            settings.text.get(..span.start).unwrap_or_default()
        });
        let line = before.lines().count().max(1);
        format!("{place}:{line}: {}", error.message())
    })?;
    for name in table.keys() {
        if !SETTINGS.iter().any(|(known, ..)| known == name) {
            let known = SETTINGS.map(|(known, ..)| known);
            let guess = nearest(name, known);
            let guess = guess.map_or_else(String::new, |guess| format!("did you mean `{guess}`? "));
            return Err(format!(
                "{place}: unknown setting `{name}`\n  expected: any of {}\n  help: {guess}other flags must be typed on the command line",
                known.join(", ")
            ));
        }
    }
    // Errors in the arguments are reported when they are parsed.
    let Ok(matches) = cli.clone().try_get_matches_from(&args) else {
        return Ok(args);
    };
    let Some((path, command, typed)) = unheeded::leaf(&cli, &matches) else {
        return Ok(args);
    };
    let Some(at) = behind(&path, &args) else {
        return Ok(args);
    };
    let folder = settings.file.parent().unwrap_or(Path::new(""));
    let (mut more, mut files) = (Vec::new(), Vec::new());
    for (name, flag, holds) in SETTINGS {
        let Some(value) = table.get(name) else {
            continue;
        };
        let Some(id) = open(command, typed, name, flag) else {
            continue;
        };
        if unheeded::instead(&path, &id, typed).is_some() {
            continue;
        }
        let values = texts(value, holds).ok_or_else(|| {
            let expected = match holds {
                SettingKind::Words => "a string, or a list of strings",
                SettingKind::Paths => "a file or folder, or a list of them",
                SettingKind::Switch => "true or false",
            };
            format!(
                "{place}: `{name}` has a value of type {}\n  expected: {expected}",
                value.type_str()
            )
        })?;
        for text in values {
            let text = match holds {
                SettingKind::Paths => folder.join(text).into_os_string(),
                SettingKind::Words | SettingKind::Switch => text.into(),
            };
            if flag.is_empty() {
                files.push(text);
                continue;
            }
            more.push(match holds {
                SettingKind::Switch => format!("--{flag}").into(),
                SettingKind::Words | SettingKind::Paths => {
                    let mut arg = OsString::from(format!("--{flag}="));
                    arg.push(text);
                    arg
                }
            });
        }
    }
    let mut args = args;
    match unheeded::is_claim_alone(typed) {
        // The words of the claim come first.
        true => args.extend(files),
        false => drop(args.splice(at..at, files)),
    }
    args.splice(at..at, more);
    Ok(args)
}

/// The position after the words that name a command.
fn behind(path: &str, args: &[OsString]) -> Option<usize> {
    path.split(' ').try_fold(1, |from, word| {
        let found = args.get(from..)?.iter().position(|arg| arg == word)?;
        Some(from + found + 1)
    })
}

/// The id of the flag of a setting, if the command has it and it was not typed.
fn open(command: &Command, typed: &ArgMatches, name: &str, flag: &str) -> Option<String> {
    let id = |long: &str| {
        let mut args = command.get_arguments();
        let found = args.find(|arg| arg.get_long() == Some(long) || arg.get_id() == long);
        found.map(|arg| arg.get_id().as_str().to_owned())
    };
    let is_claim = unheeded::is_claim_alone(typed);
    let was = |id: &String| {
        typed.value_source(id) == Some(ValueSource::CommandLine) && !(is_claim && id == "files")
    };
    let own = id(if flag.is_empty() { name } else { flag })?;
    let of_data = DATA.contains(&name);
    let is_typed = was(&own) || (of_data && DATA.into_iter().filter_map(id).any(|one| was(&one)));
    (!is_typed).then_some(own)
}

/// The texts of a setting; `None` if it is of another type.
fn texts(value: &Value, holds: SettingKind) -> Option<Vec<String>> {
    match (value, holds) {
        (Value::Boolean(true), SettingKind::Switch) => Some(vec![String::new()]),
        (Value::Boolean(false), SettingKind::Switch) => Some(Vec::new()),
        (_, SettingKind::Switch) => None,
        (Value::String(text), _) => Some(vec![text.clone()]),
        (Value::Integer(number), SettingKind::Words) => Some(vec![number.to_string()]),
        (Value::Array(list), _) => {
            let texts = list.iter().map(|one| one.as_str().map(str::to_owned));
            texts.collect()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;

    fn with(typed: &str, text: &str) -> Result<String, String> {
        let args = typed.split(' ').map(OsString::from).collect();
        let settings = Settings {
            file: PathBuf::from("at/home.toml"),
            text: text.to_owned(),
        };
        let args = added(args, &settings, Cli::command())?;
        let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
        Ok(args.join(" "))
    }

    #[test]
    fn what_is_typed_wins() {
        let text =
            "currency = \"cny\"\nlang = \"zh\"\nbuilt-in = true\nimports = [\"in\", \"more\"]";
        assert_eq!(
            with("tradecheck yoy --month 2017-09 --lang ko", text).unwrap(),
            "tradecheck yoy --imports=at/in --imports=at/more --with-built-in --currency=cny --month \
             2017-09 --lang ko"
        );
        // Data that are typed are not mixed with those of the settings.
        assert_eq!(
            with("tradecheck yoy own.csv", text).unwrap(),
            "tradecheck yoy --with-built-in --currency=cny --lang=zh own.csv"
        );
        // A chart has events, a table has none.
        let events = "events = \"cn\"";
        assert_eq!(with("tradecheck yoy", events).unwrap(), "tradecheck yoy");
        assert_eq!(
            with("tradecheck chart", events).unwrap(),
            "tradecheck chart --events=cn"
        );
    }

    #[test]
    fn what_is_not_known_is_refused_with_a_guess() {
        let wrong = with("tradecheck yoy", "curency = \"cny\"").unwrap_err();
        assert!(
            wrong.starts_with("at/home.toml: unknown setting `curency`\n"),
            "{wrong}"
        );
        assert!(wrong.contains("did you mean `currency`?"), "{wrong}");
        let wrong = with("tradecheck yoy", "\ncurrency = [1]").unwrap_err();
        assert!(
            wrong.contains("`currency` has a value of type array"),
            "{wrong}"
        );
        let wrong = with("tradecheck yoy", "lang = \"zh\"\ncurrency = cny").unwrap_err();
        assert!(wrong.starts_with("at/home.toml:2: "), "{wrong}");
    }

    #[test]
    fn the_file_is_named_or_there_is_none() {
        let args: Vec<OsString> = ["tradecheck", "yoy", "--config", "a.toml"]
            .map(OsString::from)
            .into();
        assert_eq!(file(&args, Some("b.toml")), Some(PathBuf::from("a.toml")));
        assert_eq!(
            file(&args[..2], Some("b.toml")),
            Some(PathBuf::from("b.toml"))
        );
        assert_eq!(file(&args[..2], None), None);
    }
}
