//! What each language says on a page beside its tables and its chart.

use crate::report::Subject;
use crate::trade::Perspective;

/// A heading or a label of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PagePhrase {
    BeforeYouQuote,
    Notes,
    Sources,
    HowMade,
    Skip,
    Copy,
    Copied,
    MarkedInChart,
    Download,
}

/// The words of pages in one language.
pub(crate) trait Pages {
    /// A phrase without data.
    fn of_page(&self, phrase: PagePhrase) -> &'static str;
    /// What stands over a part of a page.
    fn over(&self, part: Subject) -> &'static str;
    /// Since when a chart runs.
    fn since(&self, month: &str) -> String;
    /// What the caption of the table of months says of its signs.
    fn month_by_month(&self, unit: &str) -> String;
    /// What the hash of a page is for.
    fn same_again(&self, version: &str, hash: &str) -> String;
    /// On which month a streak hangs.
    fn hangs_on(&self, flow: &str, period: &str, percent: &str) -> String;
    /// Whose imports are meant, and how they are valued.
    fn whose_imports(&self, partner: &str, perspective: Perspective) -> String;
    /// What the signs of a calendar of coverage mean: `zero`, `combined`, `cumulative`; else
    /// missing.
    fn state(&self, state: &str) -> &'static str;
}
