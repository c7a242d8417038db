use super::common::Common;
use super::{Command, Request};
use crate::trade::Flow;
use clap::Args as ClapArgs;
use clap::error::ErrorKind;

/// The month in two or three sentences, for a news report
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck brief --month 2017-09
  tradecheck brief --month 2017-09 --as-of 2017-10-13 --lang zh
  tradecheck brief --month 2017-09 --format json     every figure behind the sentences

With your own data:
  tradecheck brief --month 2017-09 --imports imports/ --exports exports/

Nothing is stated that the figures do not support: uncertain digits are left out, and a streak cut short by missing data is given as \"at least\".")]
pub struct Args {
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let request = self.common.request(Command::Brief)?;
        let wrong = |text: &str| Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        if request.question.flows == [Flow::Balance] {
            return wrong(
                "`brief` covers imports, exports or total\n  help: `tradecheck yoy --flow balance`\n",
            );
        }
        Ok(request)
    }
}
