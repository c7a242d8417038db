//! Wording for pages, apart from their tables and charts.

use crate::report::{MonthState, Subject};
use crate::trade::{Measured, Perspective, SaidBy};

/// A heading or a label of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PagePhrase {
    BeforeYouQuote,
    Notes,
    Sources,
    HowMade,
    /// What the columns of a table hold.
    Columns,
    /// The program and its version.
    MadeBy,
    Skip,
    Copy,
    Copied,
    MarkedInChart,
    Download,
}

/// The wording for pages in one language.
pub(crate) trait Pages {
    /// A phrase without data.
    fn of_page(&self, phrase: PagePhrase) -> &'static str;
    /// The heading of a part of a page.
    fn over(&self, part: Subject) -> &'static str;
    /// The start of a chart.
    fn since(&self, month: &str) -> String;
    /// The caption of the table of months, which explains its signs.
    fn month_by_month(&self, unit: &str) -> String;
    /// A sentence on reproducing the page, with its hash.
    fn how_to_reproduce(&self, version: &str, hash: &str) -> String;
    /// A sentence on the month on which a streak depends.
    fn depends_on(&self, flow: &str, period: &str, percent: &str) -> String;
    /// A sentence on a base that was worked back from the change that it gives: `period` is the
    /// base's.
    fn worked_back(
        &self,
        flow: &str,
        change: (&str, &SaidBy),
        period: &str,
        base: Measured,
    ) -> String;
    /// A sentence on whose imports are meant, and how they are valued.
    fn whose_imports(&self, partner: &str, perspective: Perspective) -> String;
    /// The meaning of a sign in a calendar of coverage, of months without a figure of their own.
    fn state(&self, state: MonthState) -> &'static str;
}
