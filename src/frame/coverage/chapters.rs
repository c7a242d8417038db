//! The chapters that each input has in each month, to distinguish a chapter that is missing from
//! one without trade.
//!
//! Source: docs/definitions.md, "Coverage" and "One month twice: files, vintages, revisions" (a sum
//! of goods that lacks one of them is missing).

use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::period_flow::{KeyHasher, PeriodFlow, PeriodFlowNumbers};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Flow, Observations};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The bit of rows without a code, which are of all goods.
const TOTAL: u128 = 1 << 127;

/// The chapters of every input, one bit per chapter.
#[derive(Debug, Default)]
pub(super) struct Chapters {
    /// Chapters with rows, by input, period and flow.
    at: HashMap<(u32, PeriodFlow), u128>,
    /// Chapters with rows in any period, by input and flow.
    ever: BTreeMap<(u32, Flow), u128>,
}

impl Chapters {
    /// Collects the chapters of all rows; for pre-summed inputs, those of the rows behind the sums.
    pub fn of(selected_rows: &SelectedRows<'_>) -> Chapters {
        let observations = selected_rows.observations();
        let texts = observations.texts().iter();
        let bits: Vec<u128> = texts
            .map(|text| match text.is_empty() {
                true => TOTAL,
                false => chapter_bit(text),
            })
            .collect();
        let is_disjoint = observations.summed_inputs();
        let mut places = PeriodFlowNumbers::default();
        let mut numbered: HashMap<(u32, u32), u128, KeyHasher> = HashMap::default();
        // Neighbouring rows usually have the same period and flow.
        let mut last = (u32::MAX, None, 0);
        for row in selected_rows.rows() {
            let bit = match is_disjoint.get(row.input as usize) {
                Some(true) => 0,
                _ => bits.get(row.key.code.0 as usize).copied().unwrap_or(0),
            };
            let period_flow = (row.key.period, row.key.flow);
            if last.0 != row.input || last.1 != Some(period_flow) || last.2 & bit != bit {
                let number = places.number(period_flow);
                let held = numbered.entry((row.input, number)).or_default();
                *held |= bit;
                last = (row.input, Some(period_flow), *held);
            }
        }
        let mut all = Chapters::default();
        for ((input, number), bits) in numbered {
            if let Some(period_flow) = places.list.get(number as usize) {
                all.at.insert((input, *period_flow), bits);
            }
        }
        all.use_rows_behind_sums(observations);
        for ((input, (_, flow)), bits) in &all.at {
            *all.ever.entry((*input, *flow)).or_default() |= bits & !TOTAL;
        }
        all
    }

    fn use_rows_behind_sums(&mut self, observations: &Observations) {
        for ((input, (period, flow)), bits) in &mut self.at {
            let input = observations.inputs.get(*input as usize);
            let disjoint = input.and_then(|input| input.disjoint.as_ref());
            let behind = disjoint.into_iter().flatten();
            for within in behind.filter(|within| within.flow == *flow) {
                *bits |= match within.by_month.is_empty() {
                    false => match (within.by_month.get(&period.to), within.digits) {
                        (Some(_), 0) => TOTAL,
                        (chapters, _) => chapters.copied().unwrap_or(0),
                    },
                    true => within
                        .chapters
                        .iter()
                        .fold(0, |all, one| all | chapter_bit(one)),
                };
            }
        }
    }

    /// Whether an input has rows of all goods for a period and flow, or of enough chapters
    /// (`MANY_CHAPTERS`) to be assumed to cover all goods.
    pub fn are_many(&self, input: u32, period_flow: PeriodFlow) -> bool {
        let at = self.at.get(&(input, period_flow)).copied().unwrap_or(0);
        at & TOTAL != 0 || at.count_ones() as usize >= MANY_CHAPTERS
    }

    /// The missing chapters of a period and flow: those that one of the inputs with rows here has
    /// in another month, and that none of them has here. A chapter of an input with many chapters
    /// here counts as without trade; if the inputs together have many here, so does every chapter.
    pub fn absent(
        &self,
        period_flow: PeriodFlow,
        inputs: impl Iterator<Item = u32>,
    ) -> Vec<Arc<str>> {
        let absent = self.absent_bits(period_flow, inputs);
        let numbers = (0..100).filter(|at| absent >> at & 1 == 1);
        numbers.map(|at| format!("{at:02}").into()).collect()
    }

    fn absent_bits(&self, period_flow: PeriodFlow, inputs: impl Iterator<Item = u32>) -> u128 {
        let (mut absent, mut vouched_for, mut there) = (0, 0, 0);
        for input in inputs {
            there |= self.at.get(&(input, period_flow)).copied().unwrap_or(0);
            let ever = self.ever.get(&(input, period_flow.1)).copied().unwrap_or(0);
            match self.are_many(input, period_flow) {
                true => vouched_for |= ever,
                false => absent |= ever,
            }
        }
        // Files that are parts of one download are judged by the chapters they have together.
        if (there & !TOTAL).count_ones() as usize >= MANY_CHAPTERS {
            return 0;
        }
        absent & !there & !vouched_for
    }

    /// Whether any period and flow lacks a chapter that one of its inputs has in another month.
    pub fn is_any_absent(&self) -> bool {
        let mut inputs: HashMap<PeriodFlow, Vec<u32>> = HashMap::new();
        for (input, period_flow) in self.at.keys() {
            inputs.entry(*period_flow).or_default().push(*input);
        }
        inputs
            .into_iter()
            .any(|(period_flow, inputs)| self.absent_bits(period_flow, inputs.into_iter()) != 0)
    }
}

/// The bit of the chapter of a code; zero if the code has no chapter.
pub fn chapter_bit(code: &str) -> u128 {
    let chapter = code.get(..2).and_then(|text| text.parse::<u32>().ok());
    chapter.map_or(0, |chapter| 1 << chapter)
}
