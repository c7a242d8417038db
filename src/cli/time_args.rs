use crate::cli::values;
use crate::measure::Span;
use crate::trade::{Month, Period, Vintage};
use clap::Args;

/// Which months, and as known when.
#[derive(Args, Default)]
#[command(next_help_heading = "Time")]
pub struct TimeArgs {
    /// One month: 2017-09 [default: latest with a change]
    ///
    /// 2017-09, 201709, 2017/9 or `Sep 2017`.
    #[arg(long, value_name = "M", value_parser = values::month, conflicts_with_all = ["from", "to"])]
    month: Option<Month>,
    /// A longer period: 2017-Q3, 2017-H1, 2017-01..2017-09
    ///
    /// Also a whole year: 2017.
    #[arg(long, value_name = "P", conflicts_with_all = ["month", "from", "to"])]
    pub period: Option<Period>,
    /// The first of several months; --to M sets the last
    #[arg(long, value_name = "M", value_parser = values::first_month)]
    from: Option<Month>,
    /// The last of several months
    #[arg(long, value_name = "M", value_parser = values::last_month, hide_short_help = true)]
    to: Option<Month>,
    /// Only what had been released by the end of this day
    ///
    /// 2017-10-13; 2017-10 means its last day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Vintage>,
}

impl TimeArgs {
    /// The months asked for.
    pub fn span(&self) -> Span {
        match (self.month, self.period, self.from, self.to) {
            (Some(month), ..) => Span::Month(month),
            (_, Some(period), ..) if period.is_month() => Span::Month(period.from),
            (_, Some(period), ..) => Span::Period(period),
            (None, None, None, None) => Span::Latest,
            (None, None, from, to) => Span::Range(from, to),
        }
    }
}
