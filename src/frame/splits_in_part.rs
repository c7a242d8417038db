//! Provinces and trade modes: a file of one of them is a query for it, and not all trade.
//!
//! Source: docs/definitions.md, "Coverage".

use crate::frame::Frame;
use crate::frame::assemble::Assembled;
use crate::frame::coverage::MANY_CHAPTERS;
use crate::frame::period_flow::{KeyHasher, PeriodFlow};
use crate::trade::{
    BLANK, Breakdown, Component, Currency, Flow, Membership, Missing, Name, NameKind, Reason,
    RowKey, RowKind, Selection, SetRemark, TextId, Thing,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// What the rows hold on one side of their splits: provinces, or trade modes.
#[derive(Default)]
struct OneSide {
    /// The values that each input has in any month, by flow.
    of_inputs: BTreeMap<(Flow, u32), BTreeSet<Arc<str>>>,
    /// The inputs with such values, by period and flow.
    at: BTreeMap<PeriodFlow, BTreeSet<u32>>,
    /// Periods and flows with rows of all provinces or modes together.
    whole: BTreeSet<PeriodFlow>,
}

impl OneSide {
    /// All values of a flow.
    fn of_flow(&self, flow: Flow) -> BTreeSet<&Arc<str>> {
        let own = self.of_inputs.iter().filter(|((of, _), _)| *of == flow);
        own.flat_map(|(_, values)| values).collect()
    }

    /// The only value of all rows.
    fn only(&self) -> Option<&Arc<str>> {
        let values: BTreeSet<&Arc<str>> = self.of_inputs.values().flatten().collect();
        let one = values.len() == 1 && self.whole.is_empty();
        values.into_iter().next().filter(|_| one)
    }

    /// The values that a period and flow lacks, because other inputs have them and those with rows
    /// here never do. An input with many values is taken to have them all. `None` if it lacks none.
    fn lacking(&self, (period, flow): PeriodFlow) -> Option<BTreeSet<Arc<str>>> {
        let inputs = self.at.get(&(period, flow))?;
        if self.whole.contains(&(period, flow)) {
            return None;
        }
        let of_input = |input: &u32| self.of_inputs.get(&(flow, *input));
        let own: Vec<&BTreeSet<Arc<str>>> = inputs.iter().filter_map(of_input).collect();
        if own.iter().any(|values| values.len() >= MANY_CHAPTERS) {
            return None;
        }
        let has = |value: &Arc<str>| own.iter().any(|values| values.contains(value));
        let all = self.of_flow(flow).into_iter();
        let lacking: BTreeSet<Arc<str>> = all.filter(|value| !has(value)).cloned().collect();
        let is_part = self.whole.iter().any(|(_, of)| *of == flow);
        (is_part || !lacking.is_empty()).then_some(lacking)
    }
}

impl Frame {
    /// Withholds sums of some provinces or trade modes, where other months have others or all of
    /// them, and remarks where every row is of a single one.
    pub(super) fn withhold_splits_in_part(
        &self,
        sum: &mut Assembled,
        selection: &Selection,
        currency: Currency,
    ) {
        let mut only = Vec::new();
        for (side, by) in [Breakdown::Province, Breakdown::TradeMode]
            .into_iter()
            .enumerate()
        {
            if selection.by == Some(by) {
                continue;
            }
            let one_side = self.one_side(side, selection, currency);
            let thing = |value: &Arc<str>| Thing::Part(by, self.component(by, value));
            let series = sum.parts.iter_mut().flat_map(|(_, series)| series);
            for series in sum.whole.iter_mut().chain(series) {
                let places = one_side.at.keys().filter(|(_, flow)| *flow == series.flow);
                for place in places
                    .filter(|(period, _)| series.figure(*period).is_some())
                    .copied()
                    .collect::<Vec<_>>()
                {
                    let is_vouched = self.known.has_all_goods(place, &selection.partner);
                    if let Some(lacking) = one_side.lacking(place).filter(|_| !is_vouched) {
                        let reason = match lacking.is_empty() {
                            true => Reason::NoRow,
                            false => Reason::ComponentMissing,
                        };
                        let lacking = lacking.iter().map(thing).collect();
                        series.withhold(place.0, Missing::new(reason, place.0).lacking(lacking));
                    }
                }
            }
            only.extend(one_side.only().map(thing));
        }
        let is_vouched = self.known.has_all_goods_always(&selection.partner);
        if !only.is_empty() && !is_vouched {
            sum.notes.push(SetRemark::OnePart(only));
        }
    }

    /// What the rows of a selection hold on one side of their splits.
    fn one_side(&self, side: usize, selection: &Selection, currency: Currency) -> OneSide {
        let observations = &self.observations;
        let is_split = |row: RowKey| row.kind == RowKind::Detail && row.split != TextId::EMPTY;
        let mut one_side = OneSide::default();
        if !observations.rows.keys().any(is_split) {
            return one_side;
        }
        let texts = observations.texts().iter();
        let is_asked = |code: &Arc<str>| {
            selection.goods.is_all() || selection.goods.fits(code) == Membership::In
        };
        let is_asked: Vec<bool> = texts.map(is_asked).collect();
        let mut seen: HashSet<(PeriodFlow, u32, TextId), KeyHasher> = HashSet::default();
        for ((at, row), input) in (0..).zip(observations.rows.keys()).zip(&observations.input) {
            let of_input = observations.inputs.get(*input as usize);
            let is_summed = of_input.is_some_and(|input| input.disjoint.is_some());
            let is_whole = row.kind == RowKind::Published;
            let is_asked = match is_whole {
                true => row.code == TextId::EMPTY && selection.goods.is_all(),
                false => is_asked.get(row.code.0 as usize).copied().unwrap_or(false),
            };
            let place = (row.period, row.flow);
            if is_summed
                || row.currency != currency
                || !is_asked
                || !self.is_of(selection, at, &row)
                || !seen.insert((place, *input, row.split))
            {
                continue;
            }
            // A blank cell is neither a value nor all values.
            let is_blank = |text: &str| text.split('|').nth(side) == Some(BLANK);
            if !is_whole && is_blank(&observations.text_of(row.split)) {
                continue;
            }
            match observations
                .split_part(row.split, side)
                .filter(|_| !is_whole)
            {
                None => {
                    one_side.whole.insert(place);
                }
                Some(value) => {
                    one_side.at.entry(place).or_default().insert(*input);
                    let own = one_side.of_inputs.entry((row.flow, *input)).or_default();
                    own.insert(value);
                }
            }
        }
        one_side
    }

    /// A province or trade mode, with the name that an input gives it.
    fn component(&self, by: Breakdown, code: &Arc<str>) -> Arc<Component> {
        let kind = match by {
            Breakdown::Province => NameKind::Province,
            _ => NameKind::TradeMode,
        };
        let name = self.observations.names.get(&(kind, code.clone()));
        Arc::new(Component {
            code: code.clone(),
            name: Name::given(name.map_or("", |name| name)),
        })
    }
}
