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
    /// Measures of it took effect.
    InForce,
    /// The first month began in which nothing of the goods is in line any more.
    FirstFullMonth,
}

/// A dated event of the sanctions on goods, for charts and notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SanctionEvent {
    /// When.
    pub day: Day,
    /// What.
    pub step: SanctionStep,
    /// By which resolution or notice; its `Display` is a short label: `UN 2371`.
    pub instrument: Instrument,
    /// China's side of the trade it is about.
    pub flow: Flow,
    /// What it does.
    pub kind: SanctionKind,
    /// The goods, a name a measure.
    pub goods: Vec<Name>,
    /// The beginnings of their codes; none where they have no code.
    pub prefixes: Vec<Arc<str>>,
    /// The measures, by their ids.
    pub measures: Vec<Arc<str>>,
    /// Where it was read.
    pub source: Arc<str>,
}

impl SanctionEvent {
    /// The month that it lies in.
    pub fn month(&self) -> Option<Month> {
        self.day.month()
    }

    /// Whether it concerns any of some goods traded in this direction; total and balance are
    /// concerned by both directions.
    pub fn concerns(&self, flow: Flow, goods: &Goods) -> bool {
        let of_flow = self.flow == flow || matches!(flow, Flow::Total | Flow::Balance);
        let touches = |prefix: &Arc<str>| goods.touches(prefix);
        of_flow && (goods.is_all() || self.prefixes.iter().any(touches))
    }
}

/// What the sanctions list says about the goods of a series in one direction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BanOnGoods {
    /// The direction, from China's side.
    pub flow: Flow,
    /// The resolution or notice.
    pub instrument: Instrument,
    /// The month in which the ban took effect.
    pub since: Month,
    /// The first month in which nothing is in line any more, where one is known.
    pub full_from: Option<Month>,
    /// Whether all of the goods are banned; else a part of them, by these codes.
    pub part: Option<Vec<Arc<str>>>,
}

impl BanOnGoods {
    /// Whether the ban was known of in a month: it took effect in it or earlier.
    pub fn is_by(&self, month: Month) -> bool {
        self.since <= month
    }
}

impl Sanctions {
    /// The events of a regime in the order of their days: of an instrument, those of one direction,
    /// one kind and one day are one. Measures by lists of things that have no code are left out.
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

    /// The bans on some goods in one direction that had taken effect by the end of `last` (`None`:
    /// by now), in the order of their dates: the earliest that bans all of them, else every one
    /// that bans a part which none before it does. None where no outright ban is known, or the
    /// goods are all goods.
    pub fn bans_on(
        &self,
        regime: Regime,
        flow: Flow,
        goods: &Goods,
        last: Option<Month>,
    ) -> Vec<BanOnGoods> {
        if goods.is_all() {
            return Vec::new();
        }
        let bans = |one: &&Sanction| one.flow == flow && one.kind == SanctionKind::Ban;
        let mut bans: Vec<&Sanction> = self.of(regime).filter(bans).collect();
        bans.sort_by_key(|one| one.effective);
        // One resolution bans many goods, each a measure of its own.
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
            let inside = inside.filter(|prefix| goods.touches(prefix) && !is_known(prefix));
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
