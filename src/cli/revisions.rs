use super::common::Common;
use super::{Command, Request};
use clap::Args as ClapArgs;

/// Each figure by release, and how revisions changed what was reported
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck revisions
  tradecheck revisions --month 2022-10 --flow exports
  tradecheck revisions --period 2016-Q1 --currency cny
  tradecheck revisions --from 2016-01 --to 2017-12 --flow imports --format csv")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        self.common.request(Command::Revisions)
    }
}
