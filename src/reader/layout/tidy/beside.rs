//! Checks the columns of balances and totals beside imports and exports. They are not used otherwise.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::columns::TidyColumns;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Interval, Meaning, Observation, Unit};

/// The observations of a row by flow.
#[derive(Default)]
pub(super) struct MadeOfRow {
    imports: Option<Observation>,
    exports: Option<Observation>,
    /// Whether a flow was made twice, of several partners or currencies.
    is_several: bool,
}

impl MadeOfRow {
    pub fn add(&mut self, row: &Observation) {
        let held = match row.flow {
            Flow::Import => &mut self.imports,
            Flow::Export => &mut self.exports,
            _ => return,
        };
        self.is_several |= held.is_some();
        *held = Some(*row);
    }

    /// Checks the balance and the total that stand in the same row.
    pub fn check(&self, reading: &mut Reading<'_, '_>, columns: &TidyColumns) {
        let (Some(imports), Some(exports), false) = (&self.imports, &self.exports, self.is_several)
        else {
            return;
        };
        for column in 0..reading.table.header.len() {
            let claim = reading.accounts.claims.get(column).copied().flatten();
            let name = &reading.table.header[column];
            if !matches!(claim, None | Some(Meaning::Balance)) || reading.is_column_ignored(name) {
                continue;
            }
            let meaning = TextMeaning::of(name);
            let Some(unit) = unit(&meaning, columns) else {
                continue;
            };
            match claim {
                Some(_) => {
                    let row = Observation {
                        value: reading.balance(column, Some(unit)),
                        ..*imports
                    };
                    reading.note_balance(&row, column);
                }
                None if is_total(&meaning) => {
                    let total = reading.balance(column, Some(unit));
                    let both = imports.value.zip(exports.value);
                    let (Some((_, total)), Some(((_, one), (_, other)))) = (total, both) else {
                        continue;
                    };
                    let sum = Interval {
                        low: one.low + other.low,
                        high: one.high + other.high,
                    };
                    if !sum.meets(total) {
                        reading.wrong(column, &InputError::Bulletin(BulletinError::TotalOff));
                    }
                }
                None => {}
            }
        }
    }
}

/// The unit of such a column: its own, or the one that all values share.
fn unit(meaning: &TextMeaning, columns: &TidyColumns) -> Option<Unit> {
    let mut units = columns.values.iter().map(|one| one.unit);
    let first = units.next()??;
    let shared = units.all(|unit| unit == Some(first)).then_some(first);
    meaning.unit.or(shared)
}

/// Whether a head is that of the total of imports and exports, and says nothing else.
fn is_total(meaning: &TextMeaning) -> bool {
    meaning.total
        && meaning.flows.is_empty()
        && meaning.names.is_empty()
        && meaning.unknown.is_empty()
        && meaning.partners.is_empty()
        && !meaning.two_units
}
