use super::common::Common;
use super::{Command, Request, values};
use crate::trade::{Breakdown, Flow};
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// The goods that drove a change, with quantities and unit values
#[derive(ClapArgs)]
#[command(after_long_help = "\
With your own data, since only single goods are built in:
  tradecheck movers --month 2017-09 --imports imports/ --exports exports/
  tradecheck movers --month 2017-09 --flow imports --depth chapter --top 3 --imports imports/
  tradecheck movers --month 2017-09 --hs 50-63 --depth code --exports exports/")]
pub struct Args {
    /// Product level: chapter, code, … [default: heading]
    #[arg(long, value_name = "DEPTH", value_parser = values::word_shown_if(is_depth), ignore_case = true, conflicts_with = "by")]
    depth: Option<Breakdown>,
    /// Items in each direction
    #[arg(long, value_name = "N", default_value_t = 5)]
    top: usize,
    /// In tables, a small trend line for each row
    ///
    /// From the same month a year earlier to the row's own. Not in csv or json.
    #[arg(long, hide_short_help = true, help_heading = "Output")]
    spark: bool,
    #[command(flatten)]
    common: Common,
}

/// Whether a breakdown is by goods.
fn is_depth(by: Breakdown) -> bool {
    by.digits().is_some() || by == Breakdown::Group
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let depth = self.depth;
        if depth.is_some_and(|by| !is_depth(by)) {
            let text = "`--depth` takes chapter, heading, subheading, code or group; for anything else use `--by`\n";
            return Err(clap::Error::raw(ErrorKind::InvalidValue, text));
        }
        let mut request = self.common.request(Command::Movers { top: self.top })?;
        let by = depth.or(request.selection.by).or(Some(Breakdown::Heading));
        request.output.spark = self.spark;
        request.selection.by = by;
        request.question.by = by;
        if request.question.only_with_figures {
            // What moved the total is what moved imports and exports; a balance has no percentage
            // to explain.
            request.question.flows = vec![Flow::Import, Flow::Export];
        }
        Ok(request)
    }
}
