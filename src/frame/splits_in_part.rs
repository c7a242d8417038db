//! Provinces and trade modes: a file of one of them is a query for it, and not all trade.
//!
//! Source: docs/definitions.md, "Coverage".

use crate::frame::Frame;
use crate::frame::assemble::Assembled;
use crate::frame::coverage::MANY_CHAPTERS;
use crate::frame::first_seen::FirstSeen;
use crate::frame::period_flow::{KeyHasher, PeriodFlow, PeriodFlowNumbers};
use crate::trade::{
    BLANK, Breakdown, Component, Currency, Flow, Missing, NameKind, Reason, RowKey, RowKind,
    Selection, SetRemark, TextId, Thing,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
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

/// What one row's split says on each side.
type Sides = [OnSide; 2];

#[derive(Clone)]
enum OnSide {
    /// All provinces or modes together.
    Whole,
    /// A blank cell, which is neither one nor all.
    Blank,
    /// A province or mode.
    One(Arc<str>),
}

impl OnSide {
    /// 0, 1 or 2.
    fn kind(&self) -> u32 {
        match self {
            OnSide::Whole => 0,
            OnSide::Blank => 1,
            OnSide::One(_) => 2,
        }
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
        let [provinces, modes] = self.sides(selection, currency);
        for (by, one_side) in [
            (Breakdown::Province, provinces),
            (Breakdown::TradeMode, modes),
        ] {
            if selection.by == Some(by) {
                continue;
            }
            let thing = |value: &Arc<str>| Thing::Part(by, self.component(by, value));
            let mut lacking: BTreeMap<PeriodFlow, Missing> = BTreeMap::new();
            for place in one_side.at.keys() {
                let is_vouched = self.known.has_all_goods(*place, &selection.partner);
                if let Some(values) = one_side.lacking(*place).filter(|_| !is_vouched) {
                    let reason = match values.is_empty() {
                        true => Reason::NoRow,
                        false => Reason::ComponentMissing,
                    };
                    let things = values.iter().map(thing).collect();
                    let why = Missing::new(reason, place.0).lacking(things);
                    lacking.insert(*place, why);
                }
            }
            let parts = sum.parts.iter_mut().flat_map(|(_, series)| series);
            for series in sum.whole.iter_mut().chain(parts) {
                for ((period, flow), why) in &lacking {
                    if *flow == series.flow && series.figure(*period).is_some() {
                        series.withhold(*period, why.clone());
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

    /// What the rows of a selection hold by province and by trade mode. Each kind of row of a month,
    /// and each split of an input, is looked at once: there may be millions of rows.
    fn sides(&self, selection: &Selection, currency: Currency) -> [OneSide; 2] {
        let observations = &self.observations;
        let is_split = |row: RowKey| row.kind == RowKind::Detail && row.split != TextId::EMPTY;
        let mut sides = [OneSide::default(), OneSide::default()];
        if !observations.rows.keys().any(is_split) {
            return sides;
        }
        let is_asked = self.texts_of(&selection.goods);
        let is_by_goods = selection.by.and_then(Breakdown::digits).is_some();
        let mut splits: HashMap<TextId, (u32, Sides), KeyHasher> = HashMap::default();
        let mut places = PeriodFlowNumbers::default();
        // Of one input at a time.
        let (mut kinds, mut values) = (FirstSeen::default(), FirstSeen::default());
        let mut of = None;
        for ((at, row), input) in (0..).zip(observations.rows.keys()).zip(&observations.input) {
            let of_input = observations.inputs.get(*input as usize);
            let is_summed = of_input.is_some_and(|input| input.disjoint.is_some());
            let is_asked = match row.kind {
                RowKind::Published => row.code == TextId::EMPTY && selection.goods.is_all(),
                RowKind::Detail => is_asked.get(row.code.0 as usize).copied().unwrap_or(false),
            };
            // A breakdown by goods is made of rows with a code alone.
            let is_asked = is_asked && !(is_by_goods && row.code == TextId::EMPTY);
            if is_summed
                || row.currency != currency
                || !is_asked
                || !self.is_of(selection, at, &row)
            {
                continue;
            }
            if of.replace(*input) != Some(*input) {
                kinds.begin();
                values.begin();
            }
            let split = match row.kind {
                RowKind::Published => TextId::EMPTY,
                RowKind::Detail => row.split,
            };
            let next = splits.len() as u32;
            let (number, on_sides) = splits
                .entry(split)
                .or_insert_with(|| (next, self.on_sides(split)));
            let place = (row.period, row.flow);
            let kind = on_sides[0].kind() * 3 + on_sides[1].kind();
            if kinds.is_new(places.number(place) * 9 + kind) {
                for (one_side, on_side) in sides.iter_mut().zip(&*on_sides) {
                    match on_side {
                        OnSide::Whole => _ = one_side.whole.insert(place),
                        OnSide::Blank => {}
                        OnSide::One(_) => {
                            one_side.at.entry(place).or_default().insert(*input);
                        }
                    }
                }
            }
            let flows = Flow::ALL.len() as u32;
            if values.is_new(*number * flows + row.flow as u32) {
                for (one_side, on_side) in sides.iter_mut().zip(&*on_sides) {
                    if let OnSide::One(value) = on_side {
                        let own = one_side.of_inputs.entry((row.flow, *input)).or_default();
                        own.insert(value.clone());
                    }
                }
            }
        }
        sides
    }

    fn on_sides(&self, split: TextId) -> Sides {
        let text = self.observations.text_of(split);
        [0, 1].map(|side| match self.observations.split_part(split, side) {
            Some(value) => OnSide::One(value),
            None if text.split('|').nth(side) == Some(BLANK) => OnSide::Blank,
            None => OnSide::Whole,
        })
    }

    /// A province or trade mode, with the name that an input gives it.
    fn component(&self, by: Breakdown, code: &Arc<str>) -> Arc<Component> {
        let kind = match by {
            Breakdown::Province => NameKind::Province,
            _ => NameKind::TradeMode,
        };
        Arc::new(Component {
            code: code.clone(),
            name: self.observations.name_given(kind, code),
        })
    }
}
