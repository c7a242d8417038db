use super::common::Common;
use super::{Command, Request, values};
use crate::measure::Span;
use crate::measure::streak::StreakWanted;
use crate::trade::{Comparison, Direction};
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// How many months in a row a flow has fallen or risen, and since when
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck streak --month 2017-09
  tradecheck streak --month 2017-09 --flow imports --links
  tradecheck streak --month 2017-09 --flow imports --direction fall --min 6
  tradecheck streak --longest --flow exports --min 3
  tradecheck streak --month 2017-09 --basis mom

With your own data:
  tradecheck streak --by chapter --direction fall --min 6 --imports imports/")]
pub struct Args {
    /// fall or rise [default: each flow's own]
    #[arg(long, value_parser = values::word::<Direction>(), ignore_case = true)]
    direction: Option<Direction>,
    /// yoy or mom: what a month is compared with
    #[arg(long, default_value = "yoy", hide_short_help = true, value_parser = values::word::<Comparison>(), ignore_case = true)]
    basis: Comparison,
    /// Show every month of the streak with its change
    #[arg(long)]
    links: bool,
    /// The ten longest streaks of three months or more
    ///
    /// Over all of the data, up to `--month`, or between `--from` and `--to`. `--min N` lists all
    /// streaks of N months or more, `--min 1` every streak.
    #[arg(long, conflicts_with = "links")]
    longest: bool,
    /// Exit with 1 if shorter than N months, 3 if unknown
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    min: Option<u32>,
    /// In tables, a small trend line for each row
    ///
    /// From the same month a year earlier to the row's own. Not in csv or json.
    #[arg(long, hide_short_help = true, help_heading = "Output")]
    spark: bool,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let mut request = self.common.request(Command::Streak(StreakWanted {
            direction: self.direction,
            comparison: self.basis,
            links: self.links,
            longest: self.longest,
            min: self.min,
        }))?;
        if let Span::Period(period) = request.question.span {
            let text = format!(
                "a streak counts single months; `--period` {period} combines several\n  \
                 help: use `--month {}` for the streak that ends there, or `--from {} --to {}` for all of them\n",
                period.to, period.from, period.to
            );
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        request.output.spark = self.spark;
        Ok(request)
    }
}
