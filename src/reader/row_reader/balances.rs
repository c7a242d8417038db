//! Checks balance rows against exports and imports. Balances are not used otherwise, and a file
//! with one that is not exports minus imports is refused.

use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::values::unit_of;
use crate::reader::row_reader::{Balance, BalanceKey, Reading};
use crate::trade::{Amount, Flow, Interval, Observation, Unit};
use std::collections::HashMap;

impl Reading<'_, '_> {
    /// The flow in this field. Balances are recorded, and checked when the file ends.
    pub fn flow_or_balance(&mut self, column: usize) -> Option<Flow> {
        match vocabulary::flow(&self.table.cell(column)) {
            Err(InputError::BalanceIsComputed) => Some(Flow::Balance),
            _ => self.flow(column),
        }
    }

    /// The balance in this field, possibly negative; `None` if it is missing or unreadable.
    pub fn balance(&self, column: usize, unit: Option<Unit>) -> Option<(Amount, Interval)> {
        let mark = self.mark_in(column);
        let ValueCell::Given(printed, word) =
            number::read_marked(&self.table.cell(column), mark).ok()?
        else {
            return None;
        };
        let unit = match word {
            Some(_) => unit,
            None => self.scale_of(column, unit),
        };
        let unit = unit_of(unit, word).ok()?;
        Some((printed.amount(unit).ok()?, printed.interval(unit).ok()?))
    }

    /// Records a balance row; `column` is the column of flows.
    pub fn note_balance(&mut self, row: &Observation, column: usize) {
        let found = self.table.cell(column).into_owned();
        self.balances.push(Balance {
            key: (row.period, row.partner, row.currency, row.code, row.split),
            value: row.value.map(|(_, interval)| interval),
            place: self.table.place(column),
            found,
        });
    }

    /// Checks every balance against exports minus imports. A file with nothing but balances is
    /// refused.
    pub(super) fn settle_balances(&mut self) {
        let mut balances = std::mem::take(&mut self.balances);
        balances.retain(|one| !self.is_ignored(&one.found));
        let Some(first) = balances.first() else {
            return;
        };
        let sheet = self.table.sheet();
        if self.taken == 0 && self.other_flow.is_none() {
            let wrong = InputError::BalanceIsComputed;
            self.problems
                .add_in_sheet(self.file, sheet, first.place, &wrong, Some(&first.found));
            return;
        }
        let flows = self.flows_of_file();
        for balance in balances {
            let (Some([Some(imports), Some(exports)]), Some(value)) =
                (flows.get(&balance.key), balance.value)
            else {
                continue;
            };
            let left = |from: &Interval, less: &Interval| Interval {
                low: from.low - less.high,
                high: from.high - less.low,
            };
            let is_left = value.meets(left(exports, imports));
            // A table from the side of the partner may have the balance of the partner.
            let is_of_partner = self.reversal_remarked && value.meets(left(imports, exports));
            if !is_left && !is_of_partner {
                let wrong = InputError::BalanceDiffers;
                self.problems.add_in_sheet(
                    self.file,
                    sheet,
                    balance.place,
                    &wrong,
                    Some(&balance.found),
                );
            }
        }
    }

    /// Imports and exports of the file by key, without the flow.
    fn flows_of_file(&self) -> HashMap<BalanceKey, [Option<Interval>; 2]> {
        let own = self.observations.inputs.len().saturating_sub(1) as u32;
        let mut flows: HashMap<BalanceKey, [Option<Interval>; 2]> = HashMap::new();
        let inputs = self.observations.input.iter().enumerate();
        for (at, _) in inputs.filter(|(_, input)| **input == own) {
            let Some(row) = self.observations.rows.get(at) else {
                continue;
            };
            let place = match row.flow {
                Flow::Import => 0,
                Flow::Export => 1,
                _ => continue,
            };
            let key = (row.period, row.partner, row.currency, row.code, row.split);
            let held = flows.entry(key).or_default();
            held[place] = row.value.map(|(_, interval)| interval);
        }
        flows
    }
}
