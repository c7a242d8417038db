use super::common::Common;
use super::{CheckAsked, ClaimSource, Command, Request, values};
use crate::trade::{Claim, Currency, Flow, Metric, Period, Perspective, Stated, Vintage};
use clap::Args as ClapArgs;
use clap::error::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

/// Check published claims: one, a file, or an article
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck check imports yoy 2017-09 -37.9%
  tradecheck check exports value 2017-09 \"266.4 million\" --published 2017-10-13
  tradecheck check imports record 2017-10 lowest-since:2014-01
  tradecheck check --claims                    the built-in claims from news pages
  tradecheck check --claims claims.csv
  tradecheck check --text article.html --published 2017-10-13

A claim is FLOW METRIC PERIOD VALUE, followed by your own files, if any. The value is read as printed: −37.9 % stands for anything from −37.95 to −37.85.

Exit codes: 0 all true, 1 at least one false, 3 none false but some undecided.")]
pub struct Args {
    /// A file of claims; without a name, the built-in ones
    ///
    /// csv, json or toml.
    #[arg(long, value_name = "CLAIMS", num_args = 0..=1, conflicts_with = "text", help_heading = "Claims")]
    claims: Option<Option<PathBuf>>,
    /// An article; every figure in it is checked
    ///
    /// Text, HTML or markdown; `-` is standard input. A sentence may be given itself.
    #[arg(long, value_name = "ARTICLE", help_heading = "Claims")]
    text: Option<PathBuf>,
    /// Check the claims against each other only, without data
    #[arg(long, help_heading = "Claims")]
    identity: bool,
    /// The day of publication; a month counts as its last day
    #[arg(long, value_name = "DATE", help_heading = "Claims")]
    published: Option<Vintage>,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(mut self) -> Result<Request, clap::Error> {
        let claims = match (self.claims, self.text) {
            (Some(Some(file)), _) => ClaimSource::File(file),
            (Some(None), _) => ClaimSource::BuiltIn,
            (None, Some(article)) => ClaimSource::Article(article),
            (None, None) => {
                let words = self.common.take_words(4);
                let side = self.common.perspective();
                let claim = claim(&words, side, self.common.one_currency(), self.published)?;
                ClaimSource::Given(Box::new(claim))
            }
        };
        let is_of_north_korea = matches!(claims, ClaimSource::BuiltIn | ClaimSource::Article(_));
        let is_one = matches!(claims, ClaimSource::Given(_));
        let mut request = self.common.request(Command::Check(CheckAsked {
            claims,
            published: self.published,
            by_identities: self.identity,
        }))?;
        let wrong = |text: &'static str| Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        if is_of_north_korea && !request.selection.partner.is_north_korea() {
            return wrong(
                "articles and the built-in claims are about trade with North Korea\n  help: leave `--partner` out; it works with a file of claims or a claim on the command line\n",
            );
        }
        if is_one && self.identity {
            return wrong(
                "one claim has no others to be checked against\n  help: `--identity` requires `--claims FILE` or `--text FILE`\n",
            );
        }
        if !request.goods.groups.is_empty() {
            let text = "`--group` cannot be used with `check`\n  help: give the goods of a claim as HS codes with `--hs`\n";
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        let Command::Check(asked) = &mut request.command else {
            return Ok(request);
        };
        if let ClaimSource::Given(claim) = &mut asked.claims {
            claim.hs = request.goods.prefixes.clone();
            request.selection.goods = crate::trade::Goods::all();
            request.question.goods = request.selection.goods.clone();
        }
        Ok(request)
    }
}

/// The claim that four words make.
fn claim(
    words: &[String],
    side: Perspective,
    currency: Option<Currency>,
    published: Option<Vintage>,
) -> Result<Claim, clap::Error> {
    let wrong = |text: String| clap::Error::raw(ErrorKind::ValueValidation, format!("{text}\n"));
    let [flow, metric, period, value] = words else {
        return Err(wrong(
            "a claim has four parts\n  expected: FLOW METRIC PERIOD VALUE, as in `check imports yoy 2017-09 -37.9%`\n  help: use `--claims FILE` for a file of claims, `--text FILE` for an article, `--text \"…\"` for a sentence; `-` reads standard input"
                .to_owned(),
        ));
    };
    let flow: Flow =
        values::one(flow).map_err(|why| wrong(format!("`{flow}` is not a flow\n  {why}")))?;
    let metric: Metric = metric.parse().map_err(|why| wrong(format!("{why}")))?;
    let period: Period = period.parse().map_err(wrong)?;
    let stated = Stated::read(metric, value, "", currency).map_err(|why| wrong(why.to_string()))?;
    Ok(Claim {
        id: "1".to_owned(),
        flow,
        side,
        period,
        metric,
        stated,
        currency,
        hs: Vec::<Arc<str>>::new(),
        published,
        source: "command line".into(),
    })
}
