//! The measures as portable SQL, for tables too large for one machine.
//!
//! In: a [`Query`]. Out: a statement that gives the same answer in DuckDB, Spark, ClickHouse,
//! PostgreSQL and SQLite. The table has the columns of an archive (see `docs/archive.md`). The
//! templates are the `.sql` files next to this one, with names in braces as placeholders.
//!
//! Only detail rows of one level are covered: published totals, balances and combined months need
//! the rules of the program itself, which can answer from the result of a roll-up.

mod complete;
mod error;
mod partners;
mod templates;

use crate::sql::templates::{STREAK, YOY, fill, indent, percent};
use crate::trade::{Currency, Flow, Goods, Period, Perspective};
pub use error::SqlError;
use std::sync::Arc;

/// The kind of statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatementKind {
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
pub enum GoodsLevel {
    /// HS chapters (two digits).
    Chapter,
    /// HS headings (four digits).
    Heading,
}

/// A request for a statement.
#[derive(Clone, Debug)]
pub struct Query {
    /// The kind of statement.
    pub kind: StatementKind,
    /// The table name, as the engine knows it.
    pub table: String,
    /// Whether the table is already the result of a roll-up.
    pub is_rolled_up: bool,
    /// The goods distinguished in the roll-up.
    pub good: GoodsLevel,
    /// Imports, exports or both, from the side asked for.
    pub flows: Vec<Flow>,
    /// Whose imports and exports are meant; the table has those of China.
    pub perspective: Perspective,
    /// Customs codes of partners; empty for all partners in the table.
    pub partners: Vec<String>,
    /// Whether the table is known to hold all goods, and all partners.
    pub known: Known,
    /// The currency of the values.
    pub currency: Currency,
    /// The level of detail of the rows, as named by the archive: `hs8`.
    pub level: String,
    /// The goods.
    pub goods: Goods,
    /// The months; for a streak or contributions only the last one counts.
    pub months: Option<Period>,
}

/// What the user declares about the table.
#[derive(Clone, Copy, Default, Debug)]
pub struct Known {
    /// Whether a good without rows in a month had no trade.
    pub all_goods: bool,
    /// Whether a partner without rows in a month had no trade.
    pub all_partners: bool,
}

impl GoodsLevel {
    /// `chapter` or `heading`, also the name of the column.
    pub fn name(self) -> &'static str {
        match self {
            GoodsLevel::Chapter => "chapter",
            GoodsLevel::Heading => "heading",
        }
    }

    /// The number of HS digits it keeps.
    fn digits(self) -> usize {
        match self {
            GoodsLevel::Chapter => 2,
            GoodsLevel::Heading => 4,
        }
    }

    /// Its expression in a table of rows.
    fn of_rows(self) -> &'static str {
        match self {
            GoodsLevel::Chapter => "chapter",
            GoodsLevel::Heading => "SUBSTR(hs, 1, 4)",
        }
    }
}

impl StatementKind {
    /// All kinds, in command-line order.
    pub const ALL: [StatementKind; 4] = [
        StatementKind::Rollup,
        StatementKind::Yoy,
        StatementKind::Streak,
        StatementKind::Contributions,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            StatementKind::Rollup => "rollup",
            StatementKind::Yoy => "yoy",
            StatementKind::Streak => "streak",
            StatementKind::Contributions => "contributions",
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
            StatementKind::Rollup => self.rollup(&self.filters()),
            StatementKind::Yoy | StatementKind::Streak => self.changes()?,
            StatementKind::Contributions => self.contributions()?,
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
        if self.kind == StatementKind::Rollup && self.perspective == Perspective::Partner {
            return Err(SqlError::TurnedRollup);
        }
        let finer = |prefix: &&Arc<str>| prefix.len() > self.good.digits();
        let by_row = self.kind == StatementKind::Rollup && !self.is_rolled_up;
        let mut prefixes = self.goods.within().iter().chain(self.goods.except());
        match prefixes.find(finer) {
            Some(prefix) if !by_row => Err(SqlError::TooFine {
                prefix: prefix.to_string(),
                good: self.good.name(),
                help: match self.good {
                    GoodsLevel::Chapter => "roll up by heading: `--by heading`",
                    GoodsLevel::Heading => "choose a heading: the first four digits",
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
        let filters = self.of_flows() + &self.of_partners();
        let text = match self.is_rolled_up {
            true => format!(
                "SELECT flow, partner, {}, month_no, thousandths, blanks, whole\nFROM {}\nWHERE currency = '{}'\n  AND level = '{}'",
                self.good.name(),
                self.table,
                self.currency.code(),
                self.level
            ),
            false => self.rollup(&filters).trim_end().to_owned(),
        };
        let text = match self.is_rolled_up {
            true => text + &filters,
            false => text,
        };
        self.of_all_partners(&indent(&text))
    }

    fn of_flows(&self) -> String {
        let names: Vec<String> = self.flow_names().map(|name| format!("'{name}'")).collect();
        format!("\n  AND flow IN ({})", names.join(", "))
    }

    /// The flows as the table names them.
    fn flow_names(&self) -> impl Iterator<Item = &'static str> {
        let own = |flow: &Flow| self.perspective.reporter_flow(*flow).name();
        self.flows.iter().map(own)
    }

    /// The column of the flow in an answer: as seen from the side asked for.
    fn shown_flow(&self) -> &'static str {
        match self.perspective {
            Perspective::Reporter => "flow",
            Perspective::Partner => {
                "CASE WHEN flow = 'import' THEN 'export' ELSE 'import' END AS flow"
            }
        }
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
        if self.goods.is_all() {
            return String::new();
        }
        let under = |prefix: &Arc<str>| {
            let except = self.goods.except().iter();
            let except = except.filter(|longer| longer.starts_with(&**prefix));
            let except = except.map(|longer| format!(" AND {column} NOT LIKE '{longer}%'"));
            format!("({column} LIKE '{prefix}%'{})", except.collect::<String>())
        };
        let any: Vec<String> = self.goods.within().iter().map(under).collect();
        match any.is_empty() {
            true => "\n  AND 1 = 0".to_owned(),
            false => format!("\n  AND ({})", any.join(" OR ")),
        }
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
            StatementKind::Streak => months.to.index() - 479,
            _ => months.from.index() - 480,
        };
        let chapter = match self.good {
            GoodsLevel::Chapter => "chapter",
            GoodsLevel::Heading => "SUBSTR(heading, 1, 2)",
        };
        let has_goods = !self.goods.is_all();
        let holder = self.holder();
        let vouched = match self.known.all_goods {
            true => String::new(),
            false => format!("\n  HAVING COUNT(DISTINCT {chapter}) >= 10 OR MIN(whole) = 1"),
        };
        let covered = format!(
            "
-- Months known to hold all goods: a good without a row there had no trade.
covered AS (
  SELECT flow, {holder}month_no
  FROM rolled
  GROUP BY flow, {holder}month_no{vouched}
),"
        );
        let zeros = format!(
            "
  UNION ALL
  SELECT flow, {holder}month_no, CAST(0 AS BIGINT) FROM covered"
        );
        Ok(fill(
            include_str!("yoy.sql"),
            &[
                ("rolled", &self.rolled()),
                ("first", &first.to_string()),
                ("last", &months.to.index().to_string()),
                ("flows", &flows.join(" UNION ALL\n")),
                ("selected", &self.of_goods(self.good.name())),
                ("covered", if has_goods { &covered } else { "" }),
                ("zeros", if has_goods { &zeros } else { "" }),
                ("holder", holder),
                ("complete", &self.complete("part")),
                ("percent", &percent("flow, month_no, lacks_part", "change")),
                (
                    "select",
                    if self.kind == StatementKind::Streak {
                        STREAK
                    } else {
                        YOY
                    },
                ),
                ("shown_flow", self.shown_flow()),
                (
                    "shown_from",
                    &if self.kind == StatementKind::Streak {
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
                ("complete", &self.complete("rolled")),
                ("shown_flow", self.shown_flow()),
                (
                    "percent",
                    &percent("flow, part_code, lacks_part, lacks_base", "change"),
                ),
            ],
        ))
    }
}
