//! What findings of `inspect` say.

use super::dates;
use crate::report::FindingText;

/// A finding in words.
pub(super) fn text(finding: FindingText) -> String {
    let text = match finding {
        FindingText::NoData(period) => return format!("no data for {}", dates::period(period)),
        FindingText::InsideOnly(period) => {
            return format!("published only inside {}", dates::period(period));
        }
        FindingText::CutOff => {
            "exactly 10,000 rows: the platform truncates downloads there without warning"
        }
        FindingText::TwoFiles => {
            "two files differ and no date shows which is later: the file named later is used"
        }
        FindingText::RevisedAsImplied => "revised, as a change printed a year later implies",
        FindingText::RevisedLater => "revised by a later release",
        FindingText::Details => "the details do not add up to the published figure",
        FindingText::Levels => "the same trade at two levels of detail, the larger sum is used",
        FindingText::Flows => "imports and exports do not add up to the published total",
        FindingText::YtdSum => {
            "the year to date is not the sum of its months as first published: a month was revised since, but which one is unknown"
        }
        FindingText::YtdStep => {
            "the year to date is not the previous one plus the month, as first published: earlier months, or the year to date itself, were revised"
        }
        FindingText::Repeated => "in several files with the same value: counted once",
        FindingText::Joined => "rows of one file that differ only in value: added up",
        FindingText::Currencies => {
            "the dollar and yuan figures imply an exchange rate more than 1 % off: one of them is from before a revision"
        }
        FindingText::Copied => "rows of one file that are equal in every cell: counted once",
    };
    text.to_owned()
}
