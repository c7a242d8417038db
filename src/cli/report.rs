use super::common::Common;
use super::values::{self, EventsWord};
use super::{Command, Request};
use crate::measure::Span;
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// A report on one month: a single page for screen or print
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck report --month 2017-09 -o report.html
  tradecheck report --from 2013-01 --to 2017-09 -o since-2013.html
  tradecheck report --month 2025-05 --currency cny --lang zh -o 2025-05.html
  tradecheck report --imports imports/ --exports exports/ --sanctions -o report.html

The page covers one month (the last of a range): the goods behind it if the data have any, a chart from `--from` or January of the previous year, the streak month by month, highs and lows, notes on quoting, and the sources. It loads nothing from the network. `-o report.svg` draws its head as a picture.")]
pub struct Args {
    /// Whose sanctions are marked in the chart: un, cn or none
    #[arg(long, value_name = "EVENTS", default_value = "un", value_delimiter = ',', value_parser = values::word::<EventsWord>(), ignore_case = true)]
    events: Vec<EventsWord>,
    /// Add trade under sanctions and the measures in force
    #[arg(long)]
    sanctions: bool,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let request = self.common.request(Command::Report {
            sanctions: self.sanctions,
            events: self
                .events
                .into_iter()
                .filter_map(EventsWord::regime)
                .collect(),
        })?;
        if let Span::Period(period) = request.question.span {
            let text = format!(
                "a page covers one month; `--period` {period} is several\n  \
                 help: use `--month {}`; `--from {} --to {}` charts all of them\n",
                period.to, period.from, period.to
            );
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        Ok(request)
    }
}
