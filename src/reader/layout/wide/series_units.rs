//! The good, the currency and the unit of one series: what its columns, its label and the titles state.

use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::layout::series_label::Label;
use crate::reader::layout::tidy::sums::is_unit_of_quantity;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::layout::wide::columns::WideColumns;
use crate::reader::layout::wide::roles::ColumnRole;
use crate::reader::layout::wide::state::WideState;
use crate::reader::layout::wide::times::TimeOf;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, TextId, Unit};

/// The good, the currency and the unit that the columns of a row state.
pub(super) struct SeriesUnits {
    pub code: TextId,
    /// The currency in a column of its own.
    pub own_currency: Option<Currency>,
    /// The unit and the currency of the label, the heading or the title, or of a column of units.
    pub stated: StatedUnits,
    /// The column of units.
    pub column: usize,
    /// Whether a column states the unit.
    pub is_own: bool,
}

impl SeriesUnits {
    /// Adds what a column of units states. `None` if that contradicts another column or the label, with a
    /// problem added; a title may be overruled.
    fn add(
        &mut self,
        reading: &mut Reading<'_, '_>,
        column: usize,
        of_title: &TableDefaults,
    ) -> Option<()> {
        let unit = reading
            .optional(Some(column), vocabulary::stated)?
            .unwrap_or_default();
        let (stated, is_own) = (self.stated, self.is_own);
        let before = StatedUnits {
            unit: stated
                .unit
                .filter(|one| is_own || Some(*one) != of_title.unit),
            currency: stated
                .currency
                .filter(|one| is_own || Some(*one) != of_title.currency),
        };
        if before.contradicts(&unit) {
            reading.wrong(column, &InputError::Number(NumberError::TwoUnits));
            return None;
        }
        self.column = column;
        self.is_own |= unit.unit.is_some();
        self.stated.unit = unit.unit.or(stated.unit);
        self.stated.currency = unit.currency.or(stated.currency);
        Some(())
    }
}

/// What the columns of a row and its label state of the good and the unit. `None` if the row is of
/// quantities or in doubt.
pub(super) fn units(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    label: &Label,
    state: &mut WideState,
) -> Option<SeriesUnits> {
    let mut units = SeriesUnits {
        code: TextId::EMPTY,
        own_currency: None,
        stated: StatedUnits {
            unit: label.unit,
            currency: label.currency,
        },
        column: 0,
        is_own: false,
    };
    for (column, role) in &columns.roles {
        match role {
            ColumnRole::Code => {
                let mut names = columns.roles.iter();
                let name = names.find(|(_, role)| *role == ColumnRole::Name);
                units.code = reading.code_or_all(*column, name.map(|(column, _)| *column))?;
            }
            ColumnRole::Currency => {
                units.own_currency = reading.optional(Some(*column), vocabulary::currency)?;
            }
            ColumnRole::Unit if is_unit_of_quantity(&reading.table.cell(*column)) => {
                let (line, text) = (reading.table.line(), reading.table.cell(*column));
                let text = text.into_owned();
                state.left_out.get_or_insert((0, line, text)).0 += 1;
                state.series = state.series.saturating_sub(1);
                return None;
            }
            ColumnRole::Unit => units.add(reading, *column, &columns.whole)?,
            ColumnRole::Scale => {
                let scale = reading.optional(Some(*column), vocabulary::scale_of_cell)?;
                units.is_own |= scale.is_some();
                units.stated.unit = scale
                    .filter(|scale| *scale != Unit::ONE)
                    .or(units.stated.unit)
                    .or(scale);
            }
            ColumnRole::Label
            | ColumnRole::Name
            | ColumnRole::Reporter
            | ColumnRole::Frequency
            | ColumnRole::Time => {}
        }
    }
    Some(units)
}

/// Whole units of a currency that is stated without a scale, if the values show that they are in them.
pub(super) fn whole_units(
    reading: &mut Reading<'_, '_>,
    columns: &WideColumns,
    units: &SeriesUnits,
    times: &[(usize, TimeOf)],
) -> Option<Unit> {
    if units.stated.unit.is_some() || units.stated.currency.or(units.own_currency).is_none() {
        return None;
    }
    let first = columns.times.first().map_or(0, |(column, _)| *column);
    let mut texts = (0..first).map(|column| reading.table.cell(column));
    let named = texts.find(|text| !text.is_empty()).unwrap_or_default();
    let mut unit = None;
    for (column, _) in times {
        let (place, cell) = (reading.table.place(*column), reading.table.cell(*column));
        unit = reading.whole_units(*column, &named, (place, &cell));
    }
    unit
}

/// Notes whether the unit and the currency of a series are those of the titles. What is nearer to the
/// figures prevails, but titles that hold for none of them contradict them.
pub(super) fn compare_with_titles(
    columns: &WideColumns,
    (unit, currency): (Option<Unit>, Currency),
    state: &mut WideState,
) {
    let whole = &columns.whole;
    if whole.two_units {
        return;
    }
    // `US dollars` over `thousand` states no other unit.
    let scale = |unit: Option<Unit>| unit.filter(|unit| *unit != Unit::ONE);
    let units = scale(unit).zip(scale(whole.unit));
    let units = units.map(|(own, of_titles)| own == of_titles);
    let currencies = whole.currency.map(|of_titles| of_titles == currency);
    for (agrees, place) in [units, currencies]
        .into_iter()
        .zip(&mut state.agree_with_titles)
    {
        *place = match (*place, agrees) {
            (Some(true), _) | (_, None) => *place,
            (_, agrees) => agrees,
        };
    }
}
