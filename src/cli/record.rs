use super::common::Common;
use super::{Command, Request};
use clap::Args as ClapArgs;

/// Whether a month is the lowest or highest on record, or since when
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck record --month 2017-10
  tradecheck record --month 2017-10 --flow imports --format json
  tradecheck record --from 2017-07 --to 2017-12 --flow exports

With your own data:
  tradecheck record --imports imports/ --by chapter

The window begins with the first month that has a figure. The value and its change from a year earlier are ranked separately.")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        self.common.request(Command::Record)
    }
}
