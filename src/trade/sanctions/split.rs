//! The breakdown of goods by the sanctions in force.

use super::instrument::Regime;
use super::list::Sanctions;
use super::sanction::{Sanction, SanctionKind};
use crate::trade::{Day, Flow, Group, GroupMatch, Groups, Name};
use std::sync::Arc;

/// A breakdown of goods, by flow, according to the measures in force on a day. A code under several
/// measures counts once, under the strictest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SanctionSplit {
    /// The day.
    pub day: Day,
    /// The regime of the measures.
    pub regime: Regime,
    import: Groups,
    export: Groups,
}

/// Key and names (in three languages) of goods without a measure.
const REST: [&str; 4] = ["rest", "other goods", "其他商品", "기타 품목"];

/// Key and names (in three languages) of goods under a kind of measure.
fn names(kind: SanctionKind) -> Option<[&'static str; 4]> {
    match kind {
        SanctionKind::Ban | SanctionKind::Suspension => {
            Some(["banned", "goods under a ban", "被禁商品", "금수 품목"])
        }
        SanctionKind::LivelihoodExempt => Some([
            "exempt",
            "banned but for livelihood",
            "禁止（民生豁免）",
            "금수(민생 예외)",
        ]),
        SanctionKind::Cap | SanctionKind::RelativeCap => {
            Some(["capped", "goods under a cap", "限量商品", "한도 품목"])
        }
        SanctionKind::Contested => {
            Some(["contested", "contested goods", "有争议商品", "논란 품목"])
        }
        SanctionKind::ListBased => None,
    }
}

impl SanctionSplit {
    /// The breakdown by the measures of a regime in force on `day`.
    pub fn on(sanctions: &Sanctions, regime: Regime, day: Day) -> SanctionSplit {
        let mut measures = sanctions.on(regime, day);
        measures.sort_by_key(|one| one.kind);
        let of_flow = |flow: Flow| {
            let of_flow = measures.iter().copied().filter(|one| one.flow == flow);
            Groups::of_list(groups(of_flow))
        };
        SanctionSplit {
            day,
            regime,
            import: of_flow(Flow::Import),
            export: of_flow(Flow::Export),
        }
    }

    /// The name for goods without a measure.
    pub fn rest() -> Name {
        let [_, en, zh, ko] = REST.map(Arc::from);
        Name { en, zh, ko }
    }

    /// The groups of one flow; `None` for total and balance, which combine two.
    pub fn groups(&self, flow: Flow) -> Option<&Groups> {
        match flow {
            Flow::Import => Some(&self.import),
            Flow::Export => Some(&self.export),
            Flow::Total | Flow::Balance => None,
        }
    }

    /// The key of a code's component; `None` if the code is too short to decide, or for total and
    /// balance.
    pub fn part(&self, flow: Flow, code: &str) -> Option<Arc<str>> {
        let groups = self.groups(flow)?;
        match groups.of(code) {
            GroupMatch::One(place) => groups.list().get(place).map(|group| group.key.clone()),
            GroupMatch::None => Some(REST[0].into()),
            GroupMatch::Unclear => None,
        }
    }

    /// The component with a key.
    pub fn named(&self, key: &str) -> Option<&Group> {
        let lists = [&self.import, &self.export].map(Groups::list);
        let mut all = lists.into_iter().flatten();
        all.find(|group| *group.key == *key)
    }

    /// The number of digits a code needs to determine its component.
    #[cfg(test)]
    pub fn digits(&self) -> usize {
        let lists = [&self.import, &self.export].map(Groups::list);
        let prefixes = lists.into_iter().flatten().flat_map(|one| &one.prefixes);
        prefixes.map(|prefix| prefix.len()).max().unwrap_or(0)
    }
}

/// Groups from measures sorted strictest first. A prefix under one of a stricter measure is left
/// out, so that the longest prefix of a code never belongs to a milder measure.
fn groups<'s>(measures: impl Iterator<Item = &'s Sanction>) -> Vec<Group> {
    let mut list: Vec<Group> = Vec::new();
    for measure in measures {
        let Some([key, en, zh, ko]) = names(measure.kind) else {
            continue;
        };
        let is_inside = |prefix: &Arc<str>| {
            let mut taken = list.iter().flat_map(|group| &group.prefixes);
            taken.any(|one| prefix.starts_with(&**one))
        };
        let own: Vec<Arc<str>> = measure
            .prefixes
            .iter()
            .filter(|prefix| !is_inside(prefix))
            .cloned()
            .collect();
        match list.iter_mut().find(|group| *group.key == *key) {
            Some(group) => group.prefixes.extend(own),
            None if own.is_empty() => {}
            None => list.push(Group {
                key: key.into(),
                prefixes: own,
                en: en.into(),
                zh: zh.into(),
                ko: ko.into(),
                also: Vec::new(),
            }),
        }
    }
    list
}
