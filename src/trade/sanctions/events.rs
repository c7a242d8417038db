//! Dated events of sanctions, and bans on given goods.

use super::instrument::{Instrument, Regime};
use super::list::Sanctions;
use super::sanction::{Sanction, SanctionKind};
use crate::trade::{Day, Flow, Goods, Month, Name};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What happened on the day of an event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SanctionStep {
    /// The instrument was adopted.
    Adopted,
    /// Its measures took effect.
    InForce,
    /// The first month began in which no trade in the goods is allowed any more.
    FirstFullMonth,
}

/// A dated sanctions event, for charts and notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SanctionEvent {
    /// The day.
    pub day: Day,
    /// What happened.
    pub step: SanctionStep,
    /// The resolution or notice; its `Display` is a short label: `UN 2371`.
    pub instrument: Instrument,
    /// The flow, from China's side.
    pub flow: Flow,
    /// The kind of measure.
    pub kind: SanctionKind,
    /// The names of the goods, one per measure.
    pub goods: Vec<Name>,
    /// The HS prefixes of the goods; empty for goods without codes.
    pub prefixes: Vec<Arc<str>>,
    /// The ids of the measures.
    pub measures: Vec<Arc<str>>,
    /// The address of the source.
    pub source: Arc<str>,
}

impl SanctionEvent {
    /// The month of the event.
    pub fn month(&self) -> Option<Month> {
        self.day.month()
    }

    /// Whether it concerns any of `goods` in this flow; total and balance are affected by both
    /// directions.
    pub fn concerns(&self, flow: Flow, goods: &Goods) -> bool {
        let of_flow = self.flow == flow || matches!(flow, Flow::Total | Flow::Balance);
        let may_include = |prefix: &Arc<str>| goods.may_include(prefix);
        of_flow && (goods.is_all() || self.prefixes.iter().any(may_include))
    }
}

/// What the sanctions list says about the goods of a series in one flow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BanOnGoods {
    /// The flow, from China's side.
    pub flow: Flow,
    /// The resolution or notice.
    pub instrument: Instrument,
    /// The month in which the ban took effect.
    pub since: Month,
    /// The first month in which no trade is allowed any more, if known.
    pub full_from: Option<Month>,
    /// The codes that are banned, if only some of the goods are; `None` if all are.
    pub part: Option<Vec<Arc<str>>>,
}

impl BanOnGoods {
    /// Whether the ban had taken effect by the end of a month.
    pub fn is_by(&self, month: Month) -> bool {
        self.since <= month
    }
}

impl Sanctions {
    /// The events of a regime in chronological order; measures with the same instrument, flow, kind
    /// and day form one event. Measures on goods without codes are left out.
    pub fn events(&self, regime: Regime) -> Vec<SanctionEvent> {
        type Key = (Day, SanctionStep, Instrument, Flow, SanctionKind);
        let mut found: BTreeMap<Key, Vec<&Sanction>> = BTreeMap::new();
        let with_codes = |one: &&Sanction| one.kind != SanctionKind::ListBased;
        for measure in self.of(regime).filter(with_codes) {
            let full = measure.full_from().and_then(Day::first_of);
            let never = measure.ended.is_some_and(|ended| ended < measure.effective);
            let steps = [
                (SanctionStep::Adopted, Some(measure.adopted)),
                (SanctionStep::InForce, Some(measure.effective)),
                (SanctionStep::FirstFullMonth, full),
            ];
            for (step, day) in steps {
                let Some(day) = day.filter(|_| !never || step == SanctionStep::Adopted) else {
                    continue;
                };
                let instrument = measure.instrument.clone();
                let key = (day, step, instrument, measure.flow, measure.kind);
                found.entry(key).or_default().push(measure);
            }
        }
        let event = |(key, measures): (Key, Vec<&Sanction>)| {
            let (day, step, instrument, flow, kind) = key;
            let mut prefixes: Vec<Arc<str>> = measures
                .iter()
                .flat_map(|one| one.prefixes.iter().cloned())
                .collect();
            prefixes.sort();
            prefixes.dedup();
            SanctionEvent {
                day,
                step,
                instrument,
                flow,
                kind,
                goods: measures.iter().map(|one| one.goods.clone()).collect(),
                prefixes,
                measures: measures.iter().map(|one| one.id.clone()).collect(),
                source: measures
                    .first()
                    .map_or_else(|| "".into(), |one| one.source.clone()),
            }
        };
        found.into_iter().map(event).collect()
    }

    /// The bans on some goods in one flow that had taken effect by the end of `last` (`None` for
    /// now) and been adopted by the day `known_by`, in order of date: the first one that bans all of
    /// them, or else each one that bans goods not banned before. Empty if there is no outright ban,
    /// or for all goods.
    pub fn bans_on(
        &self,
        regime: Regime,
        flow: Flow,
        goods: &Goods,
        last: Option<Month>,
        known_by: Option<Day>,
    ) -> Vec<BanOnGoods> {
        if goods.is_all() {
            return Vec::new();
        }
        let bans = |one: &&Sanction| {
            let is_known = known_by.is_none_or(|day| one.adopted <= day);
            one.flow == flow && one.kind == SanctionKind::Ban && is_known
        };
        let mut bans: Vec<&Sanction> = self.of(regime).filter(bans).collect();
        bans.sort_by_key(|one| one.effective);
        // One resolution bans many goods in separate measures.
        let mut found: Vec<(BanOnGoods, Vec<Arc<str>>)> = Vec::new();
        for one in bans {
            let Some(since) = one.effective.month() else {
                continue;
            };
            let ban = BanOnGoods {
                flow,
                instrument: one.instrument.clone(),
                since,
                full_from: one.full_from(),
                part: None,
            };
            let is_known = |prefix: &Arc<str>| {
                let mut known = found.iter().flat_map(|(_, codes)| codes);
                known.any(|code| prefix.starts_with(&**code))
            };
            let inside = one.prefixes.iter();
            let inside = inside.filter(|prefix| goods.may_include(prefix) && !is_known(prefix));
            let inside: Vec<Arc<str>> = inside.cloned().collect();
            if inside.is_empty() || last.is_some_and(|last| !ban.is_by(last)) {
                continue;
            }
            match found.iter_mut().find(|(known, _)| *known == ban) {
                Some((_, codes)) => codes.extend(inside),
                None => found.push((ban, inside)),
            }
        }
        let is_whole = |codes: &[Arc<str>]| {
            let has = |prefix: &Arc<str>| codes.iter().any(|code| prefix.starts_with(&**code));
            goods.within().iter().all(has)
        };
        let whole = found.iter().position(|(_, codes)| is_whole(codes));
        if let Some(whole) = whole {
            return vec![found.swap_remove(whole).0];
        }
        let part = |(ban, codes)| BanOnGoods {
            part: Some(codes),
            ..ban
        };
        found.into_iter().map(part).collect()
    }
}
