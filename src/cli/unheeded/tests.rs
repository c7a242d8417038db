//! Every command with every flag that it refuses.

use crate::cli::Cli;
use crate::cli::unheeded::*;
use clap::CommandFactory;

/// What files do not state themselves: refused if no file is given.
const FILE_FLAGS: &str =
    "file-month file-unit layout encoding sheet file-side decimal partner-codes ignore lenient";

/// Each command, with the flags that it refuses; `*` for those of [`FILE_FLAGS`].
const REFUSED: &[(&str, &str)] = &[
    ("yoy", "* groups regime measures"),
    ("yoy --hs 2701", "* groups"),
    ("yoy own.csv", "groups regime measures"),
    ("streak", "* groups regime measures"),
    ("streak --links", "* groups regime measures"),
    ("streak --longest", "* groups regime measures"),
    ("series", "* groups regime measures"),
    ("record", "* groups regime measures"),
    (
        "brief",
        "* groups measure by regime measures period from to unit",
    ),
    ("revisions", "* groups regime measures"),
    (
        "sanctions list",
        "FILE imports exports with-built-in * all-goods all-partners data currency groups measure by month period from to unit strict",
    ),
    ("sanctions check", "* groups measure by"),
    (
        "sanctions coverage --base 2016",
        "* groups measure by month period from to",
    ),
    (
        "sanctions caps --year 2017",
        "* groups measure by month period from to",
    ),
    ("movers", "* groups regime measures"),
    ("inspect", "* groups measure by regime measures"),
    (
        "check imports yoy 2017-09 5%",
        "* flow groups measure by regime measures month period from to",
    ),
    (
        "check --claims claims.csv",
        "* flow hs groups measure by regime measures month period from to",
    ),
    (
        "check --claims claims.csv own.csv",
        "flow hs groups measure by regime measures month period from to",
    ),
    (
        "check --text article.txt",
        "* flow hs groups measure by regime measures month period from to",
    ),
    (
        "check --identity --claims claims.csv",
        "FILE imports exports with-built-in * all-goods all-partners data flow hs groups measure by regime measures month period from to as-of",
    ),
    ("chart", "* groups regime"),
    ("report", "* groups regime columns"),
    (
        "archive add own.csv --to kept",
        "data format columns no-header notes unit strict",
    ),
    ("archive list kept", "unit strict"),
    (
        "archive verify kept",
        "format columns no-header notes unit strict",
    ),
    (
        "archive compact kept",
        "format columns no-header notes unit strict",
    ),
    (
        "sql rollup",
        "rolled-up FILE imports exports with-built-in * groups regime measures format columns no-header notes unit strict",
    ),
    (
        "sql yoy",
        "FILE imports exports with-built-in * groups regime measures format columns no-header notes unit strict",
    ),
    (
        "sql streak",
        "FILE imports exports with-built-in * groups regime measures format columns no-header notes unit strict",
    ),
    (
        "sql contributions",
        "FILE imports exports with-built-in * groups regime measures format columns no-header notes unit strict",
    ),
    ("list goods", "as-of unit strict"),
    ("list releases", "unit strict"),
    ("verify receipt.json", "unit strict"),
];

/// Flags that are heeded by every command that has them.
const HEEDED: &[&str] = &[
    "as",
    "bans-only",
    "barrels-per-tonne",
    "base",
    "basis",
    "before",
    "by-instrument",
    "check",
    "claims",
    "color",
    "depth",
    "direction",
    "estimates",
    "events",
    "explain",
    "fail-on-hit",
    "group",
    "identity",
    "lang",
    "level",
    "links",
    "longest",
    "min",
    "on",
    "output",
    "partner",
    "published",
    "quiet",
    "sanctions",
    "sources",
    "spark",
    "table",
    "text",
    "top",
    "width",
    "year",
];

/// The flags that are refused with `typed`, one at a time.
fn refused(typed: &str) -> String {
    let cli = Cli::command();
    let words: Vec<&str> = ["tradecheck"].into_iter().chain(typed.split(' ')).collect();
    let matches = cli.clone().try_get_matches_from(&words).unwrap();
    let (path, command, given) = leaf(&cli, &matches).unwrap();
    let found = command.get_arguments().filter(|arg| {
        let id = arg.get_id().as_str();
        !Given(given).any(&[id]) && instead(&path, id, given).is_some()
    });
    let names = found.map(|arg| arg.get_long().unwrap_or("FILE"));
    let names: Vec<&str> = names.collect();
    let of_files: Vec<&str> = FILE_FLAGS.split(' ').collect();
    let has_all = of_files.iter().all(|flag| names.contains(flag));
    let mut told = Vec::new();
    for name in names {
        match has_all && of_files.contains(&name) {
            true if name == of_files[0] => told.push("*"),
            true => {}
            false => told.push(name),
        }
    }
    told.join(" ")
}

fn leaves<'a>(command: &'a Command, found: &mut Vec<&'a Command>) {
    match command.has_subcommands() {
        true => command.get_subcommands().for_each(|one| leaves(one, found)),
        false => found.push(command),
    }
}

#[test]
fn every_command_heeds_its_flags_or_refuses_them() {
    for (typed, flags) in REFUSED {
        assert_eq!(refused(typed), *flags, "{typed}");
    }
}

#[test]
fn a_new_flag_is_put_into_one_of_the_lists() {
    let cli = Cli::command();
    let mut commands = Vec::new();
    leaves(&cli, &mut commands);
    let flags = commands.iter().flat_map(|command| command.get_arguments());
    for flag in flags.filter_map(|arg| arg.get_long()) {
        let is_refused = REFUSED
            .iter()
            .any(|(_, flags)| flags.split(' ').any(|one| one == flag));
        let is_known = is_refused || FILE_FLAGS.split(' ').any(|one| one == flag);
        assert!(is_known != HEEDED.contains(&flag), "--{flag}");
    }
}

#[test]
fn what_settings_hold_is_left_out_and_not_refused() {
    let said = |typed: &str, settings: &str| {
        let args = ["tradecheck"].into_iter().chain(typed.split(' '));
        let settings = crate::cli::settings::Settings {
            file: "home.toml".into(),
            text: settings.to_owned(),
        };
        let screen = crate::cli::Screen {
            lang: crate::render::Lang::En,
            width: 80,
        };
        match crate::cli::parse(args.map(Into::into).collect(), Some(&settings), screen) {
            Ok(crate::cli::Work::Answer(request)) => request.arguments.join(" "),
            Ok(_) => String::new(),
            Err(wrong) => wrong.text().to_owned(),
        }
    };
    let settings = "currency = \"cny\"\nunit = \"one\"\ngroups = \"g.csv\"\nimports = \"in\"";
    assert_eq!(said("sanctions list", settings), "sanctions list");
    assert_eq!(
        said("sanctions check --month 2017-09", settings),
        "sanctions check --imports=in --currency=cny --unit=one --month 2017-09"
    );
    assert_eq!(
        said("brief --group coal", settings),
        "brief --imports=in --currency=cny --groups=g.csv --group coal"
    );
    // The words of a claim are not files.
    assert_eq!(
        said(
            "check imports yoy 2017-09 5%",
            "files = [\"a.csv\", \"b.csv\"]"
        ),
        "check imports yoy 2017-09 5% a.csv b.csv"
    );
    // What is typed is refused even so.
    assert!(said("sanctions list --currency cny", settings).contains("`--currency`"));
    assert!(said("check imports yoy 2017-09 5% --flow exports", "").contains("`--flow`"));
}
