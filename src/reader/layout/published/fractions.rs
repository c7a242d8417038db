//! Refuses printed changes that are fractions, as pandas' `pct_change` gives them: -0.379 for -37.9 %.
//! The values of the same file show it.

use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::errors::problems::Location;
use crate::reader::layout::published::columns::PublishedColumns;
use crate::reader::row_reader::Reading;
use crate::trade::{
    Currency, Flow, Interval, Observation, Period, Printed, PrintedChange, RowQuantity, TextId,
};
use std::collections::HashMap;

/// What the figures of a series share. `true` is for quantities.
type SeriesKey = (bool, Flow, u16, Currency, TextId, TextId);

/// The printed changes of a file, and the figures beside which they stand.
#[derive(Default)]
pub(super) struct Changes {
    levels: HashMap<(SeriesKey, Period), Vec<Interval>>,
    printed: Vec<PrintedInRow>,
}

/// A change with the figure for which it is printed.
struct PrintedInRow {
    key: SeriesKey,
    period: Period,
    figure: Interval,
    percent: Printed,
    column: usize,
    place: Location,
    text: String,
}

impl Changes {
    /// Keeps what a row says.
    pub fn add(
        &mut self,
        reading: &Reading<'_, '_>,
        columns: &PublishedColumns,
        row: &Observation,
        counted: &RowQuantity,
    ) {
        let values = row.value.map(|(_, interval)| interval);
        let quantities = counted.quantity.map(|one| one.interval);
        for (is_quantity, column, figure, percent) in [
            (false, columns.yoy, values, row.printed),
            (true, columns.quantity_yoy, quantities, counted.printed),
        ] {
            let (Some(column), Some(figure), false) = (column, figure, reading.built_in) else {
                continue;
            };
            let key = (
                is_quantity,
                row.flow,
                row.partner,
                row.currency,
                row.code,
                row.publisher,
            );
            let levels = self.levels.entry((key, row.period)).or_default();
            levels.push(figure);
            self.printed.extend(percent.map(|percent| PrintedInRow {
                key,
                period: row.period,
                figure,
                percent,
                column,
                place: reading.table.place(column),
                text: reading.table.cell(column).into_owned(),
            }));
        }
    }

    /// Adds a problem for the first fraction of each column, if the values of the file show that some
    /// are fractions and none that it is in per cent.
    ///
    /// Source: docs/definitions.md, "A printed change is data".
    pub fn settle(&self, reading: &mut Reading<'_, '_>) {
        let mut columns: Vec<usize> = self.printed.iter().map(|one| one.column).collect();
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            let own = || self.printed.iter().filter(|one| one.column == column);
            let is_base =
                |one: &PrintedInRow, percent: Option<Printed>| self.meets_base(one, percent);
            let in_percent = |one: &PrintedInRow| is_base(one, Some(one.percent));
            let in_fractions = |one: &PrintedInRow| is_base(one, hundredfold(one.percent));
            let first = own().find(|one| in_fractions(one) && !in_percent(one));
            let (Some(first), false) = (
                first,
                own().any(|one| in_percent(one) && !in_fractions(one)),
            ) else {
                continue;
            };
            let sheet = reading.table.sheet();
            let name = reading.table.header.get(column);
            let wrong = InputError::Number(NumberError::ChangeInFractions(
                name.map_or("", String::as_str).into(),
            ));
            let file = reading.file;
            reading
                .problems
                .add_in_sheet(file, sheet, first.place, &wrong, Some(&first.text));
        }
    }

    /// Whether a figure a year earlier is one that the change implies.
    fn meets_base(&self, one: &PrintedInRow, percent: Option<Printed>) -> bool {
        let bases = self.levels.get(&(one.key, one.period.year_before()));
        let (Some(bases), Some(percent)) = (bases, percent) else {
            return false;
        };
        let change = PrintedChange {
            percent,
            released: None,
            source: "".into(),
            note: "".into(),
        };
        let implied = change.implied_base(one.figure);
        implied.is_some_and(|implied| bases.iter().any(|base| base.meets(implied)))
    }
}

/// The number times a hundred.
fn hundredfold(printed: Printed) -> Option<Printed> {
    let power = 10i128.checked_pow(2u32.saturating_sub(printed.decimals))?;
    Some(Printed {
        digits: printed.digits.checked_mul(power)?,
        decimals: printed.decimals.saturating_sub(2),
    })
}
