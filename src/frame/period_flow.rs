//! The period and flow of a row.

use crate::trade::{Flow, Period};
use std::collections::HashMap;

/// A period and a flow.
pub type PeriodFlow = (Period, Flow);

/// A fast hasher for whole numbers, the same in every run.
pub type KeyHasher = foldhash::fast::FixedState;

/// A number for each period and flow, in order of first appearance.
#[derive(Default)]
pub struct PeriodFlowNumbers {
    numbers: HashMap<PeriodFlow, u32, KeyHasher>,
    /// The periods and flows by number.
    pub list: Vec<PeriodFlow>,
}

impl PeriodFlowNumbers {
    pub fn number(&mut self, period_flow: PeriodFlow) -> u32 {
        let next = self.list.len() as u32;
        let number = *self.numbers.entry(period_flow).or_insert(next);
        if number == next {
            self.list.push(period_flow);
        }
        number
    }
}
