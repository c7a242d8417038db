use super::common::{Common, HELP};
use super::{Command, Request};
use clap::Args as ClapArgs;

/// Value, mom, yoy, year to date and rolling sums, month by month
#[derive(ClapArgs)]
#[command(help_template = HELP, after_help = "\
Examples:
  tradecheck series --from 2017-01 --to 2017-09 --flow imports
  tradecheck series --from 2017-01 --to 2017-09 --columns month,flow,value,yoy_pct
  tradecheck series --currency cny --from 2024-01 --format csv")]
pub struct Args {
    /// The columns to show, in this order
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    columns: Option<Vec<String>>,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        self.common.request(Command::Series(self.columns))
    }
}
