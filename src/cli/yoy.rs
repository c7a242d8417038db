use super::common::Common;
use super::{Command, Request};
use crate::measure::Span;
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// Year-over-year changes by month and flow, with streaks
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck yoy --month 2017-09
  tradecheck yoy --month 2017-09 --flow imports --format json
  tradecheck yoy --from 2017-01 --to 2017-12 --flow imports
  tradecheck yoy --period 2017-Q3
  tradecheck yoy --month 2025-01 --currency cny --as-of 2025-06-30
  tradecheck yoy --month 2017-09 --as kp --lang ko
  tradecheck yoy --hs 2701 --month 2017-09 --measure quantity

With your own data:
  tradecheck yoy --month 2017-09 --by chapter --top 10 --imports imports/")]
pub struct Args {
    /// With --by: the N largest contributions and the rest
    #[arg(long, value_name = "N")]
    top: Option<usize>,
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
        let mut request = self.common.request(Command::Yoy { top: self.top })?;
        if let Span::Period(period) = request.question.span
            && period.len() > 12
        {
            let text = format!(
                "`--period` {period} is longer than 12 months and overlaps the year before it\n  \
                 help: use `--from {} --to {}` for month by month\n",
                period.from, period.to
            );
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        if self.top.is_some() && request.question.by.is_none() {
            let text = "`--top` goes with `--by`, which splits the trade\n  help: `tradecheck yoy --by chapter --top 10`\n";
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        request.output.spark = self.spark;
        Ok(request)
    }
}
