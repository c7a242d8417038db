use super::common::Common;
use super::values::{self, EventsWord};
use super::{Command, Request};
use clap::Args as ClapArgs;

/// Imports, exports and their changes, drawn month by month
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck chart --month 2017-09
  tradecheck chart --from 2016-01 --to 2020-12 --flow imports
  tradecheck chart --hs 2701 --from 2016-01 --to 2017-09
  tradecheck chart --month 2017-09 -o chart.svg
  tradecheck chart --month 2017-09 --format csv            the figures that are drawn

`rsvg-convert -z 2 chart.svg -o chart.png` converts an SVG to a picture for slides.")]
pub struct Args {
    /// The width of the SVG, in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 720, value_parser = clap::value_parser!(u16).range(320..=2000))]
    width: u16,
    /// Whose sanctions are marked: un, cn or none
    #[arg(long, value_name = "EVENTS", default_value = "un", value_delimiter = ',', value_parser = values::word::<EventsWord>(), ignore_case = true)]
    events: Vec<EventsWord>,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        self.common.request(Command::Chart {
            width: self.width,
            events: self
                .events
                .into_iter()
                .filter_map(EventsWord::regime)
                .collect(),
        })
    }
}
