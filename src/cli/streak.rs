use super::common::{Common, HELP};
use super::{Command, Request, values};
use crate::measure::streak::{Direction, Wanted};
use crate::measure::{Comparison, Span};
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// How many months in a row a flow has fallen or risen, since when, and by which weakest link
#[derive(ClapArgs)]
#[command(help_template = HELP, after_help = "\
Examples:
  tradecheck streak --month 2017-09
  tradecheck streak --month 2017-09 --flow imports --links
  tradecheck streak --month 2017-09 --flow imports --direction fall --min 6
  tradecheck streak --longest --flow exports --min 3
  tradecheck streak --month 2017-09 --basis mom

With your own data: tradecheck streak --by chapter --direction fall --min 6 --imports imports/")]
pub struct Args {
    /// fall or rise [default: the way each flow goes in the month]
    #[arg(long, value_parser = direction)]
    direction: Option<Direction>,
    /// yoy or mom
    #[arg(long, default_value = "yoy", value_parser = values::comparison)]
    basis: Comparison,
    /// Show every link of the streak with its change
    #[arg(long)]
    links: bool,
    /// Every maximal streak in the data (or up to --month, or in --from/--to), longest first
    #[arg(long, conflicts_with = "links")]
    longest: bool,
    /// Exit with 1 when a streak is shorter than N months, 3 when that cannot be told
    #[arg(long, value_name = "N")]
    min: Option<u32>,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let request = self.common.request(Command::Streak(Wanted {
            direction: self.direction,
            comparison: self.basis,
            links: self.links,
            longest: self.longest,
            min: self.min,
        }))?;
        if let Span::Period(period) = request.question.span {
            let text = format!(
                "a streak counts months, `--period` {period} is several taken together\n  \
                 help: `--month {}` for the streak that ends there, `--from {} --to {}` for all of them\n",
                period.to, period.from, period.to
            );
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        Ok(request)
    }
}

fn direction(text: &str) -> Result<Direction, String> {
    match text {
        "fall" => Ok(Direction::Fall),
        "rise" => Ok(Direction::Rise),
        _ => Err("expected: fall or rise".to_owned()),
    }
}
