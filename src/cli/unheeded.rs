//! Flags that would change nothing in the command that they were typed beside: each is refused with
//! what to do instead, since an answer that passes over a wish looks as if it had heeded it.
//!
//! Flags of looks (`--unit`, `--lang`, `--color`, `--notes`) are refused only where a command has
//! nothing for them in any format. What a file of settings holds is not refused but left out.

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, Error};

/// Flags that some commands do not heed.
struct Rule {
    commands: &'static [&'static str],
    /// The ids of the flags.
    flags: &'static [&'static str],
    /// When they are heeded all the same.
    unless: fn(Given<'_>) -> bool,
    /// What to do instead.
    help: &'static str,
}

/// What was given to a command.
#[derive(Clone, Copy)]
struct Given<'a>(&'a ArgMatches);

impl Given<'_> {
    /// Whether any of these was given.
    fn any(self, ids: &[&str]) -> bool {
        let mut known = self.0.ids();
        known.any(|id| ids.contains(&id.as_str()) && self.is_typed(id.as_str()))
    }

    fn is_typed(self, id: &str) -> bool {
        self.0.value_source(id) == Some(ValueSource::CommandLine)
    }

    /// Whether a value that was given for `id` begins so, in any case.
    fn begins(self, id: &str, start: &str) -> bool {
        let values = self.any(&[id]).then(|| self.0.get_raw(id)).flatten();
        values.into_iter().flatten().any(|value| {
            let value = value.to_string_lossy().to_lowercase();
            value.split(',').any(|one| one.trim().starts_with(start))
        })
    }

    /// Whether files were given, beside the four words of a claim.
    fn has_files(self) -> bool {
        let values = self.0.ids().filter(|id| id.as_str() == "files");
        let count: usize = values
            .filter_map(|_| self.0.get_raw("files"))
            .map(Iterator::count)
            .sum();
        self.any(&["imports", "exports"]) || count > self.words_of_claim()
    }

    /// How many of the files are the words of a claim.
    fn words_of_claim(self) -> usize {
        let mut ids = self.0.ids();
        let is_check = ids.any(|id| id.as_str() == "identity");
        match is_check && !self.any(&["claims", "text"]) {
            true => WORDS_OF_CLAIM,
            false => 0,
        }
    }

    /// Whether goods are chosen or split by measures of sanctions.
    fn goods_by_measures(self) -> bool {
        self.begins("by", "sanction") || self.begins("group", "banned-")
    }
}

/// The commands whose answer is of series, with a remark on bans of their goods.
const OF_SERIES: &[&str] = &["yoy", "streak", "series", "record"];
/// The commands that know sanctions only as a split, or as the goods of a group.
const OF_SPLITS: &[&str] = &["brief", "revisions", "inspect", "movers", "chart", "report"];
const OF_SQL: &[&str] = &["sql rollup", "sql yoy", "sql streak", "sql contributions"];
/// The tasks of an archive that say what they did in a line.
const OF_TASKS: &[&str] = &["archive add", "archive verify", "archive compact"];
const OF_LISTS: &[&str] = &["list", "verify", "archive list"];
/// Every command that reads files.
const READING: &[&str] = &[
    "yoy",
    "streak",
    "series",
    "record",
    "brief",
    "revisions",
    "sanctions list",
    "sanctions check",
    "sanctions coverage",
    "sanctions caps",
    "movers",
    "inspect",
    "check",
    "chart",
    "report",
    "archive add",
];
const MONTHS: &[&str] = &["month", "period", "from", "to"];
/// FLOW METRIC PERIOD VALUE, which stand before the files of `check`.
const WORDS_OF_CLAIM: usize = 4;
/// What files do not say of themselves.
const OF_FILES: &[&str] = &[
    "file_month",
    "file_unit",
    "layout",
    "sheet",
    "file_side",
    "decimal",
    "partner_codes",
    "ignore",
    "lenient",
];

const fn never(_: Given<'_>) -> bool {
    false
}

const RULES: [Rule; 26] = [
    Rule {
        commands: &["check"],
        flags: &["flow"],
        unless: never,
        help: "a claim names its own flow",
    },
    Rule {
        commands: &["check"],
        flags: MONTHS,
        unless: never,
        help: "a claim names its own period; `--as-of DATE` takes only what was known then",
    },
    Rule {
        commands: &["check"],
        flags: &["measure"],
        unless: never,
        help: "a claim names its own metric: `value`, `quantity`, `yoy`, …",
    },
    Rule {
        commands: &["check"],
        flags: &["by"],
        unless: never,
        help: "a claim is about one series; `tradecheck yoy` takes `--by`",
    },
    Rule {
        commands: &["check"],
        flags: &["regime", "measures"],
        unless: never,
        help: "claims of coverage are judged by the resolutions of the UN; `tradecheck sanctions coverage` takes both",
    },
    Rule {
        commands: &["check"],
        flags: &["hs"],
        unless: |given| !given.any(&["claims", "text"]),
        help: "the goods of a claim stand in the column `hs` of the file, or in the sentence",
    },
    Rule {
        commands: &["check"],
        flags: &[
            "imports",
            "exports",
            "data",
            "with_built_in",
            "as_of",
            "all_goods",
            "all_partners",
        ],
        unless: |given| !given.any(&["identity"]),
        help: "`--identity` checks claims against each other, without data",
    },
    Rule {
        commands: &["check"],
        flags: &["files"],
        unless: |given| !given.any(&["identity"]) || !given.any(&["claims", "text"]),
        help: "`--identity` checks claims against each other, without data",
    },
    Rule {
        commands: &["sanctions list"],
        flags: MONTHS,
        unless: never,
        help: "`--on DAY` or `--on M` shows the measures in force then",
    },
    Rule {
        commands: &["sanctions list"],
        flags: &[
            "currency",
            "measure",
            "by",
            "unit",
            "strict",
            "files",
            "imports",
            "exports",
            "data",
            "with_built_in",
            "all_goods",
            "all_partners",
        ],
        unless: never,
        help: "it lists measures, not trade; `tradecheck sanctions check` shows the trade under them",
    },
    Rule {
        commands: &["sanctions check"],
        flags: &["measure", "by"],
        unless: never,
        help: "it shows values and quantities, good by good",
    },
    Rule {
        commands: &["sanctions coverage"],
        flags: MONTHS,
        unless: never,
        help: "`--base P` is the period of the share, `--on DAY` the last day of the measures",
    },
    Rule {
        commands: &["sanctions coverage"],
        flags: &["measure", "by"],
        unless: never,
        help: "it gives the share of the value, instrument by instrument",
    },
    Rule {
        commands: &["sanctions caps"],
        flags: MONTHS,
        unless: never,
        help: "`--year YEAR` is the year of the caps",
    },
    Rule {
        commands: &["sanctions caps"],
        flags: &["measure", "by"],
        unless: never,
        help: "each cap is used in its own unit, month by month",
    },
    Rule {
        commands: OF_SERIES,
        flags: &["regime", "measures"],
        unless: |given| given.any(&["hs", "group"]) || given.begins("by", "sanction"),
        help: "sanctions concern goods: choose some with `--hs` or `--group`, or split by them with `--by sanction`",
    },
    Rule {
        commands: OF_SPLITS,
        flags: &["regime"],
        unless: |given| given.begins("by", "sanction") || given.any(&["sanctions"]),
        help: "`--by sanction` and `tradecheck sanctions` take it",
    },
    Rule {
        commands: &["brief", "revisions", "inspect", "movers"],
        flags: &["measures"],
        unless: |given| given.goods_by_measures(),
        help: "`--by sanction` and `tradecheck sanctions` take it",
    },
    Rule {
        commands: OF_SQL,
        flags: &["regime", "measures"],
        unless: |given| given.begins("group", "banned-"),
        help: "`tradecheck yoy --by sanction` takes it",
    },
    Rule {
        commands: OF_SQL,
        flags: &[
            "files",
            "imports",
            "exports",
            "with_built_in",
            "encoding",
            "file_month",
            "file_unit",
            "layout",
            "sheet",
            "file_side",
            "decimal",
            "partner_codes",
            "ignore",
            "lenient",
        ],
        unless: |given| given.any(&["encoding"]) && given.any(&["groups", "measures"]),
        help: "the statement reads the table that `--table` names",
    },
    Rule {
        commands: OF_SQL,
        flags: &["format", "columns", "no_header", "notes", "unit", "strict"],
        unless: never,
        help: "what comes out is the text of a statement",
    },
    Rule {
        commands: &["sql rollup"],
        flags: &["rolled_up"],
        unless: never,
        help: "`tradecheck sql yoy`, `streak` and `contributions` read a table that is rolled up",
    },
    Rule {
        commands: OF_TASKS,
        flags: &[
            "format",
            "columns",
            "no_header",
            "notes",
            "unit",
            "strict",
            "data",
        ],
        unless: never,
        help: "`tradecheck archive list` shows what the archive keeps, in any format",
    },
    Rule {
        commands: OF_LISTS,
        flags: &["unit", "strict"],
        unless: never,
        help: "it has no figures of trade",
    },
    Rule {
        commands: &["list"],
        flags: &["as_of"],
        unless: |given| given.begins("of", "releases"),
        help: "`tradecheck list releases` takes it",
    },
    Rule {
        commands: &["brief"],
        flags: &["unit"],
        unless: never,
        help: "its sentences choose the unit of each amount; `tradecheck yoy` takes it",
    },
];

/// Rules that hold for every command with such flags.
const RULES_OF_ALL: [Rule; 3] = [
    Rule {
        commands: READING,
        flags: OF_FILES,
        unless: |given| given.has_files(),
        help: "it is about your own files, and none is named: add them with FILE, `--imports FILE` or `--exports FILE`",
    },
    Rule {
        commands: READING,
        flags: &["encoding"],
        unless: |given| given.has_files() || given.any(&["groups", "measures"]),
        help: "it is about your own files, and none is named: add them with FILE, `--imports FILE` or `--exports FILE`",
    },
    Rule {
        commands: &[],
        flags: &["groups"],
        unless: |given| {
            given.any(&["group"]) || given.begins("by", "group") || given.begins("depth", "group")
        },
        help: "name groups of the file with `--group`, or split by all of them with `--by group`",
    },
];

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
        is_of && rule.flags.contains(&flag) && !(rule.unless)(Given(given))
    });
    found.next().map(|rule| rule.help)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;

    /// What files do not say of themselves: refused where no file is named.
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
        ("brief", "* groups regime measures unit"),
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
        ("inspect", "* groups regime measures"),
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
        ("report", "* groups regime"),
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

    /// The flags that every command that has them heeds.
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

    /// The flags that are refused beside `typed`, each alone.
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
        // The words of a claim are no files.
        assert_eq!(
            said(
                "check imports yoy 2017-09 5%",
                "files = [\"a.csv\", \"b.csv\"]"
            ),
            "check imports yoy 2017-09 5% a.csv b.csv"
        );
        // What is typed is refused all the same.
        assert!(said("sanctions list --currency cny", settings).contains("`--currency`"));
        assert!(said("check imports yoy 2017-09 5% --flow exports", "").contains("`--flow`"));
    }
}
