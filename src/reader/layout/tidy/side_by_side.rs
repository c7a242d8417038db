//! Recognises two tables side by side in one sheet.

use crate::reader::cells::month::Dates;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::layout::tidy::names::is_month_itself;

/// A second column of months of the same name, or of another name for months, and the line in which
/// it has another month: there are two tables side by side.
pub(super) fn other_months(
    first: usize,
    names: &[String],
    rows: &[Line],
    dates: &Dates,
) -> Option<(usize, u64)> {
    // Programs number repeated names: `month.1`.
    let unnumbered = |name: &str| {
        let bare = name.rsplit_once('.').filter(|(_, number)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        vocabulary::plain(bare.map_or(name, |(name, _)| name))
    };
    let name = unnumbered(&names[first]);
    let is_itself = is_month_itself(&name);
    let again = (first + 1..names.len()).filter(|column| {
        let other = unnumbered(&names[*column]);
        other == name || is_itself && is_month_itself(&other)
    });
    again.into_iter().find_map(|column| {
        let differs = |line: &&Line| {
            let month = |column: usize| {
                line.cells
                    .get(column)
                    .and_then(|cell| dates.read(cell).ok())
            };
            month(column).is_some() && month(column) != month(first)
        };
        rows.iter().find(differs).map(|line| (column, line.line))
    })
}
