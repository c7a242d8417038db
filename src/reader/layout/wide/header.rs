//! Recognises the header of a wide table by its times and the rows below it.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::cells::month::read_period;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::quarters::is_longer_than_months;
use crate::reader::cells::table::Line;
use crate::reader::layout::months::{month_number, year_number};
use crate::reader::layout::wide::groups::timed;
use crate::reader::layout::wide::head_words::TimedHead;
use crate::reader::layout::wide::times::TimeOf;
use crate::trade::{Flow, Period};

/// Whether the rows below a header of years are series of whole years: each label that is followed by values
/// is understood, and names a flow or a partner; none is a month.
fn are_of_years(first: usize, below: &[Line]) -> bool {
    let is_value = |cell: &String| matches!(number::read_cell(cell), Ok(ValueCell::Given(..)));
    let rows = below
        .iter()
        .filter(|line| line.cells.iter().skip(first).any(is_value));
    let labels = rows.map(|line| line.cells.get(..first).unwrap_or(&[]));
    let labels: Vec<&[String]> = labels.collect();
    let names_series = |cell: &String| {
        let meaning = TextMeaning::of(cell);
        let is_flow = matches!(
            meaning.flow(),
            Some(Flow::Import | Flow::Export | Flow::Total)
        );
        is_flow || !meaning.partners.is_empty()
    };
    let is_of_month = |cell: &String| {
        month_number(cell).is_some() || read_period(cell).is_ok() || is_longer_than_months(cell)
    };
    labels.iter().any(|cells| cells.iter().any(names_series))
        && !labels.iter().any(|cells| cells.iter().any(is_of_month))
}

/// Whether a line is the header of such a table above these lines, with at least `fewest` months.
pub(crate) fn is_header(cells: &[String], below: &[Line], fewest: usize) -> bool {
    let heads = timed(cells);
    let Some((first, kind)) = heads.first().map(|head| (head.column, head.time)) else {
        return false;
    };
    let has = |read: &dyn Fn(&str) -> bool| {
        let rows = below
            .iter()
            .filter(|line| line.cells.iter().skip(first).any(|cell| !cell.is_empty()));
        let rows: Vec<&Line> = rows.take(4).collect();
        let count = rows
            .iter()
            .filter(|line| line.cells.iter().take(first.max(1)).any(|cell| read(cell)))
            .count();
        count > 0 && count * 2 >= rows.len()
    };
    match kind {
        TimeOf::Month(_) => first > 0 && has(&|cell| year_number(cell).is_some()),
        TimeOf::Year(_) => {
            let is_of_months = has(&|cell| month_number(cell).is_some());
            first > 0 && (is_of_months || heads.len() > 1 && are_of_years(first, below))
        }
        TimeOf::Whole(_) => {
            let period = |head: &TimedHead| match head.time {
                TimeOf::Whole(period) => Some(period),
                _ => None,
            };
            let mut periods: Vec<Period> = heads.iter().filter_map(period).collect();
            periods.sort_unstable_by_key(|period| (period.from, period.to));
            periods.dedup();
            // A row of values is not a header, even if it has dates: `2017-09,2017-10-23,145.8`.
            let is_value = |cell: &String| {
                matches!(number::read_cell(cell), Ok(ValueCell::Given(..)))
                    && year_number(cell).is_none()
            };
            let is_time = |column: usize| heads.iter().any(|head| head.column == column);
            let others = (first..cells.len()).filter(|column| !is_time(*column));
            // Two dates at the start of a row are data: the month and its release date.
            let labelled = first > 0 || fewest == 1;
            labelled
                && periods.len() >= fewest
                && !others.into_iter().any(|column| is_value(&cells[column]))
        }
    }
}
