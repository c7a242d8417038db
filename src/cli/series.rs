use super::common::Common;
use super::{Command, Request};
use clap::Args as ClapArgs;

/// Value, m/m, y/y, year to date and rolling sums, month by month
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck series --from 2017-01 --to 2017-09 --flow imports
  tradecheck series --from 2017-01 --to 2017-09 --columns month,flow,value,yoy_pct
  tradecheck series --currency cny --from 2024-01 --format csv")]
pub struct Args {
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
        let mut request = self.common.request(Command::Series)?;
        request.output.spark = self.spark;
        Ok(request)
    }
}
