use super::common::{Common, HELP};
use super::{Command, Request};
use clap::Args as ClapArgs;

/// What the data hold: files, the months they cover, and what is missing, revised or contradictory
#[derive(ClapArgs)]
#[command(help_template = HELP, after_help = "\
Examples:
  tradecheck inspect --from 2016-01 --to 2017-12
  tradecheck inspect --currency cny --from 2024-01 --format json
  tradecheck inspect --from 2017-01 --to 2017-09 --flow imports --check

With your own data: tradecheck inspect --imports imports/ --exports exports/ --check
Without --month, --period, --from and --to it looks at every month that the data reach.")]
pub struct Args {
    /// Exit with 1 when anything in the months asked for is missing or contradictory
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
