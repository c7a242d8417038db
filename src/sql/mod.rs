//! The measures as portable SQL, for tables too large for one machine.
//!
//! In: a [`Query`]. Out: a statement that gives the same answer in DuckDB, Spark, ClickHouse,
//! PostgreSQL and SQLite. The table has the columns of an archive (see `docs/archive.md`). The
//! templates are the `.sql` files next to this one, with names in braces as placeholders.
//!
//! Only detail rows of one level are covered: published totals, balances and combined months need
//! the rules of the program itself, which can answer from the result of a roll-up.

use crate::trade::{Currency, Flow, Period};

/// The kind of statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Sums by flow, partner, chapter or heading, and month.
    Rollup,
    /// Changes from a year earlier, with streaks.
    Yoy,
    /// The streak that ends in one month.
    Streak,
    /// The contribution of each chapter or heading to the change of its flow.
    Contributions,
}

/// The goods distinguished in a roll-up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Good {
    /// HS chapters (two digits).
    Chapter,
    /// HS headings (four digits).
    Heading,
}

/// A request for a statement.
#[derive(Clone, Debug)]
pub struct Query {
    /// The kind of statement.
    pub kind: Kind,
    /// The table name, as the engine knows it.
    pub table: String,
    /// Whether the table is already the result of a roll-up.
    pub is_rolled_up: bool,
    /// The goods distinguished in the roll-up.
    pub good: Good,
    /// Imports, exports or both, from China's side.
    pub flows: Vec<Flow>,
    /// Customs codes of partners; empty for all partners in the table.
    pub partners: Vec<String>,
    /// The currency of the values.
    pub currency: Currency,
    /// The level of detail of the rows, as named by the archive: `hs8`.
    pub level: String,
    /// HS codes or prefixes; empty for all goods.
    pub prefixes: Vec<String>,
    /// The months; for a streak or contributions only the last one counts.
    pub months: Option<Period>,
}

/// Why there is no statement.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SqlError {
    /// The table name is unsafe: it could end the statement.
    #[error(
        "not a name of a table: `{0}`\n  expected: letters, digits and `_`, parts joined by `.`"
    )]
    Table(String),
    /// The archive has rows of several levels, or none that can be added up.
    #[error("{archive}: {held}\n  help: {help}")]
    ArchiveLevels {
        /// The archive folder.
        archive: String,
        /// The levels in it.
        held: String,
        /// What the user can do.
        help: &'static str,
    },
    /// The level is unsafe: it could end the statement.
    #[error(
        "not a level of detail: `{0}`\n  expected: a level that the archive names, such as `hs8`"
    )]
    Level(String),
    /// A measure needs months, but none are given.
    #[error("no months given\n  help: add `--month 2017-09`, or `--from 2016-01 --to 2017-12`")]
    NoMonths,
    /// Total and balance are not supported.
    #[error(
        "SQL answers for imports and exports only, not for `{0}`\n  help: run the roll-up, then ask tradecheck for the {0} of its result"
    )]
    Flow(&'static str),
    /// A code is more detailed than the roll-up.
    #[error("a roll-up by {good} does not tell `{prefix}` apart\n  help: {help}")]
    TooFine {
        /// The code.
        prefix: String,
        /// `chapter` or `heading`.
        good: &'static str,
        /// What the user can do.
        help: &'static str,
    },
}

impl Good {
    /// `chapter` or `heading`, also the name of the column.
    pub fn name(self) -> &'static str {
        match self {
            Good::Chapter => "chapter",
            Good::Heading => "heading",
        }
    }

    /// The number of HS digits it keeps.
    fn digits(self) -> usize {
        match self {
            Good::Chapter => 2,
            Good::Heading => 4,
        }
    }

    /// Its expression in a table of rows.
    fn of_rows(self) -> &'static str {
        match self {
            Good::Chapter => "chapter",
            Good::Heading => "SUBSTR(hs, 1, 4)",
        }
    }
}

impl Kind {
    /// All kinds, in command-line order.
    pub const ALL: [Kind; 4] = [Kind::Rollup, Kind::Yoy, Kind::Streak, Kind::Contributions];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Rollup => "rollup",
            Kind::Yoy => "yoy",
            Kind::Streak => "streak",
            Kind::Contributions => "contributions",
        }
    }
}

impl Query {
    /// The statement, with a final line end and no semicolon.
    ///
    /// # Errors
    /// When a name could end the statement, months are missing, or the goods are more detailed than
    /// the roll-up.
    pub fn text(&self) -> Result<String, SqlError> {
        self.check()?;
        Ok(match self.kind {
            Kind::Rollup => self.rollup(&self.filters()),
            Kind::Yoy | Kind::Streak => self.changes()?,
            Kind::Contributions => self.contributions()?,
        })
    }

    fn check(&self) -> Result<(), SqlError> {
        let is_name = |text: &str| {
            !text.is_empty()
                && text
                    .chars()
                    .all(|one| one.is_ascii_alphanumeric() || one == '_')
        };
        if !self.table.split('.').all(is_name) {
            return Err(SqlError::Table(self.table.clone()));
        }
        if !self.level.split('+').all(is_name) {
            return Err(SqlError::Level(self.level.clone()));
        }
        let other = |flow: &&Flow| !matches!(flow, Flow::Import | Flow::Export);
        if let Some(flow) = self.flows.iter().find(other) {
            return Err(SqlError::Flow(flow.name()));
        }
        let finer = |prefix: &&String| prefix.len() > self.good.digits();
        let by_row = self.kind == Kind::Rollup && !self.is_rolled_up;
        match self.prefixes.iter().find(finer) {
            Some(prefix) if !by_row => Err(SqlError::TooFine {
                prefix: prefix.clone(),
                good: self.good.name(),
                help: match self.good {
                    Good::Chapter => "roll up by heading: `--by heading`",
                    Good::Heading => "ask for a heading: its first four digits",
                },
            }),
            _ => Ok(()),
        }
    }

    fn rollup(&self, filters: &str) -> String {
        fill(
            include_str!("rollup.sql"),
            &[
                ("good", self.good.name()),
                ("hs", self.good.of_rows()),
                ("currency", self.currency.code()),
                ("level", &self.level),
                ("table", &self.table),
                ("filters", filters),
            ],
        )
    }

    /// The rolled-up rows that a measure starts from.
    fn rolled(&self) -> String {
        let text = match self.is_rolled_up {
            true => format!(
                "SELECT flow, partner, {}, month_no, thousandths, whole\nFROM {}\nWHERE currency = '{}'\n  AND level = '{}'",
                self.good.name(),
                self.table,
                self.currency.code(),
                self.level
            ),
            false => self
                .rollup(&(self.of_flows() + &self.of_partners()))
                .trim_end()
                .to_owned(),
        };
        let text = match self.is_rolled_up {
            true => text + &self.of_flows() + &self.of_partners(),
            false => text,
        };
        indent(&text)
    }

    fn of_flows(&self) -> String {
        let names: Vec<String> = self.flow_names().map(|name| format!("'{name}'")).collect();
        format!("\n  AND flow IN ({})", names.join(", "))
    }

    fn flow_names(&self) -> impl Iterator<Item = &'static str> {
        self.flows.iter().map(|flow| flow.name())
    }

    fn of_partners(&self) -> String {
        if self.partners.is_empty() {
            return String::new();
        }
        // Codes are digits, checked when partners are looked up; quotes are doubled all the same.
        let quoted = self
            .partners
            .iter()
            .map(|code| format!("'{}'", code.replace('\'', "''")));
        format!(
            "\n  AND partner IN ({})",
            quoted.collect::<Vec<_>>().join(", ")
        )
    }

    fn of_goods(&self, column: &str) -> String {
        if self.prefixes.is_empty() {
            return String::new();
        }
        let any = self
            .prefixes
            .iter()
            .map(|prefix| format!("{column} LIKE '{prefix}%'"));
        format!("\n  AND ({})", any.collect::<Vec<_>>().join(" OR "))
    }

    fn of_months(&self) -> String {
        self.months.map_or(String::new(), |months| {
            let (from, to) = (months.from.index(), months.to.index());
            format!("\n  AND month_no BETWEEN {from} AND {to}")
        })
    }

    fn filters(&self) -> String {
        self.of_flows() + &self.of_partners() + &self.of_goods("hs") + &self.of_months()
    }

    fn changes(&self) -> Result<String, SqlError> {
        let months = self.months.ok_or(SqlError::NoMonths)?;
        let flows: Vec<String> = self
            .flow_names()
            .map(|flow| format!("  SELECT '{flow}' AS flow"))
            .collect();
        // A streak may have begun long before the months shown.
        let first = match self.kind {
            Kind::Streak => months.to.index() - 479,
            _ => months.from.index() - 480,
        };
        let chapter = match self.good {
            Good::Chapter => "chapter",
            Good::Heading => "SUBSTR(heading, 1, 2)",
        };
        let has_goods = !self.prefixes.is_empty();
        let covered = fill(
            "
-- Months known to hold all goods: a good without a row there had no trade.
covered AS (
  SELECT flow, month_no
  FROM rolled
  GROUP BY flow, month_no
  HAVING COUNT(DISTINCT {chapter}) >= 10 OR MIN(whole) = 1
),",
            &[("chapter", chapter)],
        );
        let zeros = "
  UNION ALL
  SELECT flow, CAST(month_no AS BIGINT), 1, CAST(0 AS BIGINT) FROM covered
  UNION ALL
  SELECT flow, CAST(month_no + 12 AS BIGINT), 2, CAST(0 AS BIGINT) FROM covered";
        Ok(fill(
            include_str!("yoy.sql"),
            &[
                ("rolled", &self.rolled()),
                ("first", &first.to_string()),
                ("last", &months.to.index().to_string()),
                ("flows", &flows.join(" UNION ALL\n")),
                ("selected", &self.of_goods(self.good.name())),
                ("covered", if has_goods { &covered } else { "" }),
                ("zeros", if has_goods { zeros } else { "" }),
                ("percent", &percent("flow, month_no", "change")),
                (
                    "select",
                    if self.kind == Kind::Streak {
                        STREAK
                    } else {
                        YOY
                    },
                ),
                (
                    "shown_from",
                    &if self.kind == Kind::Streak {
                        months.to
                    } else {
                        months.from
                    }
                    .index()
                    .to_string(),
                ),
                ("only", ""),
            ],
        ))
    }

    fn contributions(&self) -> Result<String, SqlError> {
        let months = self.months.ok_or(SqlError::NoMonths)?;
        Ok(fill(
            include_str!("contributions.sql"),
            &[
                ("rolled", &self.rolled()),
                ("good", self.good.name()),
                ("month", &months.to.index().to_string()),
                ("base_month", &(months.to.index() - 12).to_string()),
                ("selected", &self.of_goods(self.good.name())),
                ("percent", &percent("flow, part_code", "change")),
            ],
        ))
    }
}

/// The columns of `sql yoy`.
const YOY: &str = "SELECT
  flow,
  month_no,
  old_value AS base_thousandths,
  new_value AS value_thousandths,
  new_value - old_value AS change_thousandths,
  millionths AS yoy_millionths,
  CASE
    WHEN known = 0 THEN 'no_data'
    WHEN old_value = 0 THEN 'zero_base'
  END AS reason,
  CASE WHEN known = 1 THEN run_length END AS streak,
  CASE WHEN known = 1 THEN direction END AS streak_direction,
  CASE WHEN known = 1 THEN run_start END AS streak_since_no,
  CASE WHEN known = 1 THEN (CASE WHEN run_start > stretch_start THEN 'exact' ELSE 'at_least' END) END AS streak_bound";

/// The columns of `sql streak`.
const STREAK: &str = "SELECT
  flow,
  CASE WHEN known = 1 THEN direction END AS streak_direction,
  CASE WHEN known = 1 THEN run_length END AS months,
  CASE WHEN known = 1 THEN (CASE WHEN run_start > stretch_start THEN 'exact' ELSE 'at_least' END) END AS bound,
  CASE WHEN known = 1 THEN run_start END AS since_no,
  month_no AS until_no,
  CASE WHEN known = 0 THEN 'no_data' END AS reason";

fn percent(keys: &str, from: &str) -> String {
    let text = fill(
        include_str!("percent.sql"),
        &[("keys", keys), ("from", from)],
    );
    text.trim_end().to_owned()
}

fn indent(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!("  {line}")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A template with its placeholders filled in.
fn fill(text: &str, names: &[(&str, &str)]) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
