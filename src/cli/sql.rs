use super::common::Common;
use super::{Command, SqlAsked, Work};
use clap::{Args as ClapArgs, Subcommand};

/// Portable SQL for engines: rollup, yoy, streak, contributions
///
/// The same text works in DuckDB, Spark, ClickHouse, PostgreSQL and SQLite.
#[derive(ClapArgs)]
pub struct Args {
    #[command(subcommand)]
    kind: Kinds,
}

#[derive(Subcommand)]
enum Kinds {
    /// Sums by flow, partner, chapter or heading, and month
    ///
    /// The one step that needs a large engine.
    #[command(after_long_help = "\
Examples:
  tradecheck sql rollup --table trade --partner all > rollup.sql
  tradecheck sql rollup --table trade --by heading --from 2015-01 --to 2017-12")]
    Rollup(Asked),
    /// Changes from a year earlier, with streaks, month by month
    #[command(after_long_help = "\
Examples:
  tradecheck sql yoy --table trade --from 2017-01 --to 2017-09
  tradecheck sql yoy --table rollup --rolled-up --month 2017-09")]
    Yoy(Asked),
    /// The streak that ends in one month
    Streak(Asked),
    /// What each chapter or heading contributed to one month's change
    Contributions(Asked),
}

#[derive(ClapArgs)]
struct Asked {
    /// The table with the rows, by its name in the engine
    #[arg(long, value_name = "NAME", default_value = "trade")]
    table: String,
    /// The table is already the result of `sql rollup`
    #[arg(long)]
    rolled_up: bool,
    /// The level of detail of the rows: hs8, hs8+province
    ///
    /// The digits of the code and any breakdown, as listed by `tradecheck archive list` [default:
    /// the level of the --data archive, else hs8].
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    #[command(flatten)]
    common: Box<Common>,
}

impl Args {
    pub fn work(self) -> Result<Work, clap::Error> {
        let (kind, asked) = match self.kind {
            Kinds::Rollup(asked) => ("rollup", asked),
            Kinds::Yoy(asked) => ("yoy", asked),
            Kinds::Streak(asked) => ("streak", asked),
            Kinds::Contributions(asked) => ("contributions", asked),
        };
        // No measure of the program is asked for: the one given here is ignored.
        let request = asked.common.request(Command::Record)?;
        let asked = SqlAsked {
            kind,
            table: asked.table,
            is_rolled_up: asked.rolled_up,
            level: asked.level,
        };
        Ok(Work::Sql(asked, Box::new(request)))
    }
}
