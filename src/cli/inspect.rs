use super::common::Common;
use super::{Command, Request};
use clap::Args as ClapArgs;

/// What the data contain: files, months, gaps and contradictions
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck inspect --from 2016-01 --to 2017-12
  tradecheck inspect --currency cny --from 2024-01 --format json
  tradecheck inspect --from 2017-01 --to 2017-09 --flow imports --check

With your own data:
  tradecheck inspect --imports imports/ --exports exports/ --check

Without --month, --period, --from or --to, every month in the data is examined.")]
pub struct Args {
    /// Exit with 1 when anything is missing or contradictory
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        self.common.request(Command::Inspect { check: self.check })
    }
}
