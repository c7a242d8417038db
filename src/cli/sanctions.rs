use super::common::Common;
use super::{Command, Request, values};
use crate::measure::sanctions::{CapsAsked, CoverageAsked, On, SanctionsWanted, list};
use crate::trade::{Flow, Period, Printed};
use clap::error::ErrorKind;
use clap::{Args as ClapArgs, Subcommand};

/// Sanctions on goods: measures, trade under them, share, caps used
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck sanctions list --on 2017-09
  tradecheck sanctions check --month 2017-09
  tradecheck sanctions coverage --base 2016
  tradecheck sanctions caps --year 2017

Measures of the UN (`--regime un`, the default) and the Chinese notices that implement them (`--regime cn`) are two versions of the same bans and are never added up. Not legal advice.")]
pub struct Args {
    #[command(subcommand)]
    what: SanctionsCommand,
}

#[derive(Subcommand)]
enum SanctionsCommand {
    List(ListArgs),
    Check(CheckArgs),
    Coverage(CoverageArgs),
    Caps(CapsArgs),
}

/// The measures: what is banned or capped, by what, since when
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck sanctions list
  tradecheck sanctions list --on 2017-08-05 --flow imports
  tradecheck sanctions list --hs 2701 --by-instrument
  tradecheck sanctions list --regime cn --format csv")]
struct ListArgs {
    /// Only those in force on a day, or on any day of a month
    #[arg(long, value_name = "DAY|M", value_parser = on)]
    on: Option<On>,
    /// Sort by resolution or notice
    ///
    /// Not by the day they took effect.
    #[arg(long)]
    by_instrument: bool,
    #[command(flatten)]
    common: Common,
}

/// Trade under a measure in force, good by good
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck sanctions check --month 2017-09
  tradecheck sanctions check --period 2018 --imports imports/ --exports exports/
  tradecheck sanctions check --month 2023-02 --fail-on-hit --exports exports/

Trade under a ban is not proof of a violation.")]
struct CheckArgs {
    /// Exit with 1 on trade under a ban, with 3 if unknown
    #[arg(long)]
    fail_on_hit: bool,
    #[command(flatten)]
    common: Common,
}

/// The share of a base year's trade that the measures cover
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck sanctions coverage --base 2016
  tradecheck sanctions coverage --base 2016 --on 2018-01 --flow imports
  tradecheck sanctions coverage --base 2016 --bans-only --estimates
  tradecheck sanctions coverage --base 2019 --imports imports/ --exports exports/")]
struct CoverageArgs {
    /// The base year, or months, of the share
    #[arg(long, value_name = "P")]
    base: Period,
    /// Measures in force by a day or month's end [default: all]
    #[arg(long, value_name = "DAY|M", value_parser = on)]
    on: Option<On>,
    /// Leave out goods under a cap or a livelihood exemption
    #[arg(long)]
    bans_only: bool,
    /// Also count components that are estimates
    #[arg(long)]
    estimates: bool,
    #[command(flatten)]
    common: Common,
}

/// How much of the caps on coal and oil is used, month by month
#[derive(ClapArgs)]
#[command(after_long_help = "\
Examples:
  tradecheck sanctions caps --year 2017
  tradecheck sanctions caps --year 2017 --regime cn --flow imports
  tradecheck sanctions caps --year 2019 --barrels-per-tonne 7.9 --exports exports/")]
struct CapsArgs {
    /// The year of the caps
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..2200))]
    year: i32,
    /// Barrels per tonne [default: refined 8.33, crude 7.619]
    #[arg(long, value_name = "N", value_parser = barrels)]
    barrels_per_tonne: Option<Printed>,
    #[command(flatten)]
    common: Common,
}

impl Args {
    pub fn request(self) -> Result<Request, clap::Error> {
        let (wanted, common) = match self.what {
            SanctionsCommand::List(args) => (
                SanctionsWanted::List(list::ListAsked {
                    on: args.on,
                    by_instrument: args.by_instrument,
                }),
                args.common,
            ),
            SanctionsCommand::Check(args) => (
                SanctionsWanted::Check {
                    fail_on_hit: args.fail_on_hit,
                },
                args.common,
            ),
            SanctionsCommand::Coverage(args) => (
                SanctionsWanted::Coverage(CoverageAsked {
                    base: args.base,
                    on: args.on.and_then(On::last),
                    bans_only: args.bans_only,
                    estimates: args.estimates,
                }),
                args.common,
            ),
            SanctionsCommand::Caps(args) => (
                SanctionsWanted::Caps(CapsAsked {
                    year: args.year,
                    barrels_per_tonne: args.barrels_per_tonne,
                }),
                args.common,
            ),
        };
        let request = common.request(Command::Sanctions(wanted))?;
        let flows = &request.question.flows;
        let is_one_way = |flow: &Flow| matches!(flow, Flow::Import | Flow::Export);
        if let Some(other) = flows.first().filter(|_| !flows.iter().any(is_one_way)) {
            let text = format!(
                "sanctions are on imports or exports, not on `{other}`\n  help: pass `--flow imports`\n"
            );
            return Err(clap::Error::raw(ErrorKind::ArgumentConflict, text));
        }
        Ok(request)
    }
}

/// A day or a month.
fn on(text: &str) -> Result<On, String> {
    let day = text.parse().map(On::Day);
    day.or_else(|_| text.parse().map(On::Month))
        .map_err(|_| values::DAY_OR_MONTH.to_owned())
}

/// A number above zero.
fn barrels(text: &str) -> Result<Printed, String> {
    let number = Printed::read(text).ok();
    let sound = |one: &Printed| one.digits > 0 && one.digits < 1_000_000 && one.decimals <= 6;
    number
        .filter(sound)
        .ok_or_else(|| "expected: a number such as 8.33".to_owned())
}
