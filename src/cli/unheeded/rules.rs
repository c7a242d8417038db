//! Which flags which commands do not heed, and what to do instead.

use clap::ArgMatches;
use clap::parser::ValueSource;

/// Flags that some commands do not heed.
pub(super) struct Rule {
    pub(super) commands: &'static [&'static str],
    /// The ids of the flags.
    pub(super) flags: &'static [&'static str],
    /// When they are heeded after all; `None` if never.
    pub(super) unless: Option<fn(Given<'_>) -> bool>,
    /// What to do instead.
    pub(super) help: &'static str,
}

/// What was given to a command.
#[derive(Clone, Copy)]
pub(super) struct Given<'a>(pub(super) &'a ArgMatches);

impl Given<'_> {
    /// Whether any of these was given.
    pub(super) fn any(self, ids: &[&str]) -> bool {
        let mut known = self.0.ids();
        known.any(|id| ids.contains(&id.as_str()) && self.is_typed(id.as_str()))
    }

    fn is_typed(self, id: &str) -> bool {
        self.0.value_source(id) == Some(ValueSource::CommandLine)
    }

    /// Whether a value given for `id` begins with this text, ignoring case.
    fn begins(self, id: &str, start: &str) -> bool {
        let values = self.any(&[id]).then(|| self.0.get_raw(id)).flatten();
        values.into_iter().flatten().any(|value| {
            let value = value.to_string_lossy().to_lowercase();
            value.split(',').any(|one| one.trim().starts_with(start))
        })
    }

    /// Whether files were given, apart from the four words of a claim.
    pub(super) fn has_files(self) -> bool {
        let values = self.0.ids().filter(|id| id.as_str() == "files");
        let count: usize = values
            .filter_map(|_| self.0.get_raw("files"))
            .map(Iterator::count)
            .sum();
        self.any(&["imports", "exports"]) || count > self.words_of_claim()
    }

    /// How many of the file arguments are the words of a claim.
    pub(super) fn words_of_claim(self) -> usize {
        let mut ids = self.0.ids();
        let is_check = ids.any(|id| id.as_str() == "identity");
        match is_check && !self.any(&["claims", "text"]) {
            true => WORDS_OF_CLAIM,
            false => 0,
        }
    }

    /// Whether goods are chosen or split by sanctions measures.
    fn goods_by_measures(self) -> bool {
        self.begins("by", "sanction") || self.begins("group", "banned-")
    }
}

/// The commands that answer with series, and a remark on bans of their goods.
const OF_SERIES: &[&str] = &["yoy", "streak", "series", "record"];
/// The commands that support sanctions only as a breakdown, or as the goods of a group.
const OF_SPLITS: &[&str] = &["revisions", "movers", "chart", "report"];
const OF_SQL: &[&str] = &["sql rollup", "sql yoy", "sql streak", "sql contributions"];
/// The archive tasks that report what they did in one line.
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
/// FLOW METRIC PERIOD VALUE, which come before the files of `check`.
const WORDS_OF_CLAIM: usize = 4;
/// What files do not state themselves.
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

const SQL_READS_A_TABLE: &str = "the statement reads the table named by `--table`";

/// Whether `--encoding` applies to a file of groups or measures.
fn is_encoding_of_side_file(given: Given<'_>) -> bool {
    given.any(&["encoding"]) && given.any(&["groups", "measures"])
}

pub(super) const RULES: [Rule; 32] = [
    Rule {
        commands: &["check"],
        flags: &["flow"],
        unless: None,
        help: "a claim names its own flow",
    },
    Rule {
        commands: &["check"],
        flags: MONTHS,
        unless: None,
        help: "a claim names its own period; `--as-of DATE` limits the data to what was known then",
    },
    Rule {
        commands: &["check"],
        flags: &["measure"],
        unless: None,
        help: "a claim names its own metric: `value`, `quantity`, `yoy`, …",
    },
    Rule {
        commands: &["check"],
        flags: &["by"],
        unless: None,
        help: "a claim is about one series; `tradecheck yoy` takes `--by`",
    },
    Rule {
        commands: &["check"],
        flags: &["regime", "measures"],
        unless: None,
        help: "coverage claims are judged by the UN resolutions; `tradecheck sanctions coverage` takes both flags",
    },
    Rule {
        commands: &["check"],
        flags: &["hs"],
        unless: Some(|given| !given.any(&["claims", "text"])),
        help: "the goods of a claim are given in the column `hs` of the file, or in the sentence",
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
        unless: Some(|given| !given.any(&["identity"])),
        help: "`--identity` checks claims against each other, without data",
    },
    Rule {
        commands: &["check"],
        flags: &["files"],
        unless: Some(|given| !given.any(&["identity"]) || !given.any(&["claims", "text"])),
        help: "`--identity` checks claims against each other, without data",
    },
    Rule {
        commands: &["sanctions list"],
        flags: MONTHS,
        unless: None,
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
        unless: None,
        help: "it lists measures, not trade; `tradecheck sanctions check` shows the trade under them",
    },
    Rule {
        commands: &["sanctions check"],
        flags: &["measure", "by"],
        unless: None,
        help: "it shows values and quantities, good by good",
    },
    Rule {
        commands: &["sanctions coverage"],
        flags: MONTHS,
        unless: None,
        help: "use `--base P` for the base period and `--on DAY` for the last day of the measures",
    },
    Rule {
        commands: &["sanctions coverage"],
        flags: &["measure", "by"],
        unless: None,
        help: "it gives the share of the value, instrument by instrument",
    },
    Rule {
        commands: &["sanctions caps"],
        flags: MONTHS,
        unless: None,
        help: "use `--year YEAR` for the year of the caps",
    },
    Rule {
        commands: &["sanctions caps"],
        flags: &["measure", "by"],
        unless: None,
        help: "each cap is shown in its own unit, month by month",
    },
    Rule {
        commands: &["brief"],
        flags: &["period", "from", "to"],
        unless: None,
        help: "it covers one month: `--month M`",
    },
    Rule {
        commands: &["brief", "inspect"],
        flags: &["by", "measure"],
        unless: None,
        help: "it looks at values only; `tradecheck yoy` takes `--by` and `--measure`",
    },
    Rule {
        commands: &["brief", "inspect"],
        flags: &["regime"],
        unless: None,
        help: "it does not split by sanctions; `tradecheck yoy --by sanction` takes it",
    },
    Rule {
        commands: &["report"],
        flags: &["columns"],
        unless: None,
        help: "a page has no columns; `tradecheck yoy` takes `--columns`",
    },
    Rule {
        commands: OF_SERIES,
        flags: &["regime", "measures"],
        unless: Some(|given| given.any(&["hs", "group"]) || given.begins("by", "sanction")),
        help: "sanctions apply to goods: choose goods with `--hs` or `--group`, or split by sanction with `--by sanction`",
    },
    Rule {
        commands: OF_SPLITS,
        flags: &["regime"],
        unless: Some(|given| given.begins("by", "sanction") || given.any(&["sanctions"])),
        help: "use it with `--by sanction` or `tradecheck sanctions`",
    },
    Rule {
        commands: &["brief", "revisions", "inspect", "movers"],
        flags: &["measures"],
        unless: Some(|given| given.goods_by_measures()),
        help: "use it with `--by sanction` or `tradecheck sanctions`",
    },
    Rule {
        commands: OF_SQL,
        flags: &["regime", "measures"],
        unless: Some(|given| given.begins("group", "banned-")),
        help: "use `tradecheck yoy --by sanction`",
    },
    Rule {
        commands: OF_SQL,
        flags: &["files", "imports", "exports", "with_built_in"],
        unless: None,
        help: SQL_READS_A_TABLE,
    },
    Rule {
        commands: OF_SQL,
        flags: OF_FILES,
        unless: None,
        help: SQL_READS_A_TABLE,
    },
    Rule {
        commands: OF_SQL,
        flags: &["encoding"],
        unless: Some(is_encoding_of_side_file),
        help: SQL_READS_A_TABLE,
    },
    Rule {
        commands: OF_SQL,
        flags: &["format", "columns", "no_header", "notes", "unit", "strict"],
        unless: None,
        help: "the output is the text of a statement",
    },
    Rule {
        commands: &["sql rollup"],
        flags: &["rolled_up"],
        unless: None,
        help: "`tradecheck sql yoy`, `streak` and `contributions` read a table that is already rolled up",
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
        unless: None,
        help: "`tradecheck archive list` shows what the archive contains, in any format",
    },
    Rule {
        commands: OF_LISTS,
        flags: &["unit", "strict"],
        unless: None,
        help: "its output has no trade figures",
    },
    Rule {
        commands: &["list"],
        flags: &["as_of"],
        unless: Some(|given| given.begins("of", "releases")),
        help: "use `tradecheck list releases`",
    },
    Rule {
        commands: &["brief"],
        flags: &["unit"],
        unless: None,
        help: "its sentences choose the unit of each amount; use `tradecheck yoy` for a fixed unit",
    },
];

/// Rules for every command with such flags.
pub(super) const RULES_OF_ALL: [Rule; 3] = [
    Rule {
        commands: READING,
        flags: OF_FILES,
        unless: Some(|given| given.has_files()),
        help: "it applies to your own files, and none are given: add them as FILE, `--imports FILE` or `--exports FILE`",
    },
    Rule {
        commands: READING,
        flags: &["encoding"],
        unless: Some(|given| given.has_files() || given.any(&["groups", "measures"])),
        help: "it applies to your own files, and none are given: add them as FILE, `--imports FILE` or `--exports FILE`",
    },
    Rule {
        commands: &[],
        flags: &["groups"],
        unless: Some(|given| {
            given.any(&["group"]) || given.begins("by", "group") || given.begins("depth", "group")
        }),
        help: "choose groups of the file with `--group`, or split by all of them with `--by group`",
    },
];
