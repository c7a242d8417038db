//! The list of sanctions measures.

use super::instrument::{Instrument, Regime};
use super::read;
use super::sanction::{Phase, Sanction};
use super::wrong::SanctionsError;
use crate::trade::{Day, Flow, Month};
use std::sync::{Arc, OnceLock};

/// A list of measures, in file order. Cheap to clone.
///
/// Source of the built-in ones: `data/measures.csv`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sanctions(Arc<[Sanction]>);

/// The HS prefixes that an instrument covers in one flow.
pub type GoodsOfFlow = (Flow, Vec<Arc<str>>);

impl Sanctions {
    /// The built-in measures.
    pub fn built_in() -> &'static Sanctions {
        static BUILT_IN: OnceLock<Sanctions> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            // The table is part of the program; a test reads it.
            Sanctions::read(include_str!("../../../data/measures.csv"))
                .unwrap_or_else(|_| Sanctions(Arc::from([])))
        })
    }

    /// Reads measures in the layout of `data/measures.csv`.
    ///
    /// # Errors
    /// [`SanctionsError`] with all problems, up to twenty lines: nothing is skipped silently.
    pub fn read(text: &str) -> Result<Sanctions, SanctionsError> {
        read::read(text).map(|list| Sanctions(list.into()))
    }

    /// All of them.
    pub fn list(&self) -> &[Sanction] {
        &self.0
    }

    /// The measures of one regime. Regimes restate each other, so they are never combined.
    pub fn of(&self, regime: Regime) -> impl Iterator<Item = &Sanction> {
        self.0.iter().filter(move |one| one.regime == regime)
    }

    /// Whether a measure is in force on a day and has not been superseded yet.
    pub fn is_in_force(&self, measure: &Sanction, day: Day) -> bool {
        measure.is_in_force(day) && !self.is_replaced(measure, day)
    }

    fn is_replaced(&self, measure: &Sanction, day: Day) -> bool {
        let named = |other: &Sanction| {
            let mut ids = measure.superseded_by.iter();
            ids.any(|id| match id.strip_suffix('*') {
                Some(start) => other.id.starts_with(start),
                None => other.id == *id,
            })
        };
        // The last day of the old measure is the first day of the new one.
        measure.ended.is_some_and(|ended| ended <= day)
            && self
                .0
                .iter()
                .any(|other| other.effective <= day && named(other))
    }

    /// The measures of a regime in force on any day of a month, with their phase; strictest first,
    /// then earliest.
    pub fn in_month(&self, regime: Regime, month: Month) -> Vec<(&Sanction, Phase)> {
        let of_month = |measure| {
            let phase = Sanction::phase(measure, month);
            matches!(phase, Phase::Transition | Phase::Full).then_some((measure, phase))
        };
        let mut found: Vec<_> = self.of(regime).filter_map(of_month).collect();
        found.sort_by_key(|(measure, _)| (measure.kind, measure.effective));
        found
    }

    /// The measures of a regime in force on a day.
    pub fn on(&self, regime: Regime, day: Day) -> Vec<&Sanction> {
        self.of(regime)
            .filter(|measure| self.is_in_force(measure, day))
            .collect()
    }

    /// The instruments of a regime, in order of adoption.
    pub fn instruments(&self, regime: Regime) -> Vec<&Instrument> {
        let mut dated: Vec<(Day, &Instrument)> = Vec::new();
        for measure in self.of(regime) {
            match dated
                .iter_mut()
                .find(|(_, known)| **known == measure.instrument)
            {
                Some((day, _)) => *day = measure.adopted.min(*day),
                None => dated.push((measure.adopted, &measure.instrument)),
            }
        }
        dated.sort_by_key(|(day, _)| *day);
        dated.into_iter().map(|(_, known)| known).collect()
    }

    /// The goods that an instrument ever bans or caps, by flow. The instrument is given by
    /// [`Instrument::number`]. Contested and list-based measures are left out.
    pub fn reached_by(&self, number: &str) -> Vec<GoodsOfFlow> {
        let of_flow = |flow| {
            let measures = self.0.iter().filter(|one| {
                one.flow == flow && one.kind.reaches() && one.instrument.number() == number
            });
            let mut prefixes: Vec<Arc<str>> =
                measures.flat_map(|one| &one.prefixes).cloned().collect();
            prefixes.sort();
            prefixes.dedup();
            (flow, prefixes)
        };
        let both = [Flow::Import, Flow::Export].map(of_flow);
        both.into_iter()
            .filter(|(_, prefixes)| !prefixes.is_empty())
            .collect()
    }
}
