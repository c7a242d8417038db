//! What the rows say about one period and flow: a sum, what it lacks, and where it differs from
//! other figures for the same trade.
//!
//! Source: docs/definitions.md, "Coverage", "A published figure and its rounding".

use crate::frame::level_choice::LevelChoice;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::point_sums::Sum;
use crate::frame::rounded_sum::RoundedSum;
use crate::trade::{Figure, FigureRemark, Measured, Missing, Period, Reason, Thing, UnitOfMeasure};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the rows say about one period and flow.
pub(super) struct Found {
    /// The sum of the rows, if there are any.
    pub(super) sum: Option<Sum>,
    /// The published figure.
    pub(super) published: Option<Figure>,
    /// Whether the goods are beyond what the detail files cover.
    pub(super) is_beyond: bool,
    /// The goods asked for that no file covers.
    pub(super) uncovered: Vec<Arc<str>>,
    /// The components without a row that are known to be zero.
    pub(super) zeros: BTreeMap<u32, Sum>,
    /// The components that the sum lacks.
    pub(super) lacking: Vec<u32>,
    /// The goods whose rows have no value; `None` if every row has one.
    pub(super) without_value: Option<Vec<Thing>>,
    /// The goods of which only codes within them are known, by component.
    pub(super) in_part: BTreeMap<u32, BTreeSet<Arc<str>>>,
    /// The components with goods that only the months of this period have.
    pub(super) of_months_only: BTreeSet<u32>,
    /// The components with goods that only a longer period has, and that period.
    pub(super) combined: Option<(Period, BTreeSet<u32>)>,
}

impl Found {
    /// Why a component is missing: some of its goods are known only for a longer period.
    pub(super) fn why_combined(&self, part: u32) -> Option<Missing> {
        let (period, parts) = self.combined.as_ref()?;
        let is_combined = parts.contains(&part);
        is_combined.then(|| Missing::new(Reason::Combined, *period))
    }

    /// Whether nothing is missing from the sum.
    pub(super) fn is_known(&self) -> bool {
        self.uncovered.is_empty() && self.lacking.is_empty()
    }

    /// Where the sum differs from the published figure, or from the same trade at another level of
    /// detail.
    pub(super) fn differences(
        &self,
        period_flow: PeriodFlow,
        levels: &LevelChoice,
        unit: UnitOfMeasure,
        is_split: bool,
    ) -> Vec<FigureRemark> {
        let measured = |amount| Measured { amount, unit };
        let total = self.sum.map_or(RoundedSum::ZERO, |sum| sum.value);
        let has_values = self.without_value.is_none();
        let mut differences = Vec::new();
        let is_comparable = self.is_known() && has_values;
        let published = self.published.as_ref().filter(|_| is_comparable);
        let differing = published.filter(|one| !one.interval.meets(total.interval));
        differences.extend(differing.map(|published| FigureRemark::DetailsDiffer {
            details: measured(total.value),
            published: measured(published.value),
        }));
        if !has_values || self.published.is_some() && !is_split {
            return differences;
        }
        differences.extend(levels.differ.get(&period_flow).map(|(used, other)| {
            FigureRemark::LevelsDiffer {
                used: measured(used.value),
                other: measured(other.value),
            }
        }));
        let too_few = levels.too_few.get(&period_flow);
        differences.extend(too_few.map(|(codes, whole)| FigureRemark::CoarserDiffer {
            parts: measured(codes.value),
            coarser: measured(whole.value),
        }));
        let coarser = levels.coarser.get(&period_flow);
        let coarser = coarser.filter(|one| is_split && !one.meets(total) && differing.is_none());
        differences.extend(coarser.map(|coarser| FigureRemark::CoarserDiffer {
            parts: measured(total.value),
            coarser: measured(coarser.value),
        }));
        differences
    }
}
