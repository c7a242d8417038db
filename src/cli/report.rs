use super::common::{Common, HELP};
use super::values::{self, EventsWord};
use super::{Command, Request};
use clap::Args as ClapArgs;

/// A month as a page: one file for the screen and for paper
#[derive(ClapArgs)]
#[command(help_template = HELP, after_help = "", after_long_help = "\
Examples:
  tradecheck report --month 2017-09 -o report.html
  tradecheck report --month 2025-05 --currency cny --lang zh -o 2025-05.html
  tradecheck report --imports imports/ --exports exports/ --sanctions -o report.html

The page has the month, the goods behind it where the data have any, a chart since January of the
year before, the streak month by month, highs and lows, what to know before quoting, and the
sources. It loads nothing from anywhere. `-o report.svg` draws its head as a picture.")]
pub struct Args {
    /// What is marked in the chart: un, cn or none
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
        self.common.request(Command::Report {
            sanctions: self.sanctions,
            events: self
                .events
                .into_iter()
                .filter_map(EventsWord::regime)
                .collect(),
        })
    }
}
