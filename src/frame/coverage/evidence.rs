//! Gathers evidence of what a file covers from its rows.

use crate::frame::breakdown::FIRST;
use crate::frame::coverage::Coverage;
use crate::frame::coverage::chapters::chapter_bit;
use crate::frame::coverage::input::Evidence;
use crate::frame::coverage::input::InputCoverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::coverage::known::OutsideKnowledge;
use crate::frame::period_flow::{KeyHasher, PeriodFlow, PeriodFlowNumbers};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{
    Amount, Breakdown, Currency, Flow, Interval, Observation, Observations, Partner, PartnerChoice,
    RowKey, RowKind, Selection, TextId,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

impl Coverage {
    pub(super) fn collect_input_coverage(
        &mut self,
        selected_rows: &SelectedRows<'_>,
        selection: &Selection,
    ) {
        let observations = selected_rows.observations();
        let several = match &selection.partner {
            PartnerChoice::All => true,
            PartnerChoice::These(places) => places.len() > 1,
        };
        let side = selection.by.and_then(Breakdown::side);
        let codes = self.codes(observations);
        let mut seen = Seen::default();
        let mut places = PeriodFlowNumbers::default();
        let mut there = FirstSeen::in_one_round();
        for row in selected_rows.rows() {
            let own = (row.input, row.key.flow);
            seen.begin(own);
            if seen.parts.is_new(row.part) {
                self.input_coverage
                    .entry(own)
                    .or_default()
                    .parts
                    .insert(row.part);
            }
            let Some(code) = codes.get(row.key.code.0 as usize) else {
                continue;
            };
            if seen.heads.is_new(code.head) {
                let held = self.input_coverage.entry(own).or_default();
                held.chapters.extend(code.chapter.clone());
                held.headings.extend(code.heading.clone());
            }
            if let Some(prefix) = code.prefix.filter(|_| row.part >= FIRST) {
                let period_flow = (row.key.period, row.key.flow);
                let number = places.number(period_flow) as usize * self.prefixes.len() + prefix;
                if there.is_new(number as u32) {
                    self.there.entry(period_flow).or_default().insert(prefix);
                }
                if seen.prefixes.is_new(prefix as u32) {
                    self.input_coverage
                        .entry(own)
                        .or_default()
                        .prefixes
                        .insert(prefix);
                }
            }
            if several && seen.partners.is_new(u32::from(row.key.partner)) {
                let held = self.input_coverage.entry(own).or_default();
                held.partners.insert(u32::from(row.key.partner));
                if selection.by == Some(Breakdown::Partner) {
                    held.keys.insert(row.key.partner.to_string().into());
                }
            }
            if let Some(side) = side
                && seen.splits.is_new(row.key.split.0)
            {
                let key = observations.split_part(row.key.split, side);
                let held = self.input_coverage.entry(own).or_default();
                held.keys.insert(key.unwrap_or_else(|| "".into()));
            }
        }
        self.use_rows_behind_sums(several, observations);
    }

    /// What every text would say about goods if it were an HS code.
    pub(super) fn codes(&self, observations: &Observations) -> Vec<Code> {
        // Headings matter only if there are several prefixes, and a hundred files have a hundred
        // thousand of them.
        let asks_of_headings = !self.prefixes.is_empty();
        let mut heads: HashMap<Arc<str>, u32> = HashMap::new();
        let code = |text: &Arc<str>| {
            let next = heads.len() as u32;
            let heading = text.get(..4).filter(|_| asks_of_headings);
            let head = heading.or(text.get(..2)).unwrap_or("");
            Code {
                head: *heads.entry(head.into()).or_insert(next),
                chapter: text.get(..2).map(Arc::from),
                heading: heading.map(Arc::from),
                prefix: self.prefix(text),
            }
        };
        observations.texts().iter().map(code).collect()
    }

    /// For pre-summed rows, replaces the chapters and partners of the sums by those of the rows
    /// behind them.
    pub(super) fn use_rows_behind_sums(&mut self, several: bool, observations: &Observations) {
        for (input, disjoint) in (0..).zip(observations.inputs.iter().map(|input| &input.disjoint))
        {
            let mut behind: BTreeMap<Flow, InputCoverage> = BTreeMap::new();
            for within in disjoint.iter().flatten() {
                let of_flow = behind.entry(within.flow).or_default();
                of_flow.chapters.extend(within.chapters.iter().cloned());
                let partners = within.partners.iter().copied().map(u32::from);
                of_flow.partners.extend(partners);
            }
            for (flow, behind) in behind {
                let Some(held) = self.input_coverage.get_mut(&(input, flow)) else {
                    continue;
                };
                held.chapters = behind.chapters;
                if several {
                    held.partners = behind.partners;
                }
            }
        }
    }

    /// Finds the inputs of each period and flow, and which of them are known to cover all its
    /// goods.
    pub(super) fn collect_evidence(
        &mut self,
        selected_rows: &SelectedRows<'_>,
        selection: &Selection,
        known: &OutsideKnowledge,
    ) {
        let observations = selected_rows.observations();
        let chapters: Vec<u128> = observations
            .texts()
            .iter()
            .map(|text| chapter_bit(text))
            .collect();
        let mut places = PeriodFlowNumbers::default();
        let mut all: HashMap<(u32, u32), InputGoods, KeyHasher> = HashMap::default();
        for row in selected_rows.rows() {
            let period_flow = places.number((row.key.period, row.key.flow));
            let held = all.entry((period_flow, row.input)).or_default();
            held.chapters |= chapters.get(row.key.code.0 as usize).copied().unwrap_or(0);
            let detail_level = selected_rows.detail_levels.detail_level(&row.key);
            let sum = held.sum_of(detail_level);
            if let Some(amount) = observations.rows.amount(row.at as usize) {
                *sum = *sum + amount;
            }
        }
        let place_of = |number: u32| places.list.get(number as usize).copied();
        let all: BTreeMap<(PeriodFlow, u32), InputGoods> = all
            .into_iter()
            .filter_map(|((number, input), held)| Some(((place_of(number)?, input), held)))
            .collect();
        let mut ever: BTreeMap<(Flow, u32), u128> = BTreeMap::new();
        let mut of_flow: BTreeMap<Flow, u128> = BTreeMap::new();
        for (((_, flow), input), held) in &all {
            *ever.entry((*flow, *input)).or_default() |= held.chapters;
            *of_flow.entry(*flow).or_default() |= held.chapters;
        }
        let totals = published_totals(selection, selected_rows.currency(), (observations, known));
        // Each of several files may have part of the goods, and only together all of them.
        let mut together: BTreeMap<PeriodFlow, InputGoods> = BTreeMap::new();
        for ((period_flow, _), held) in &all {
            let of_place = together.entry(*period_flow).or_default();
            for (detail_level, sum) in &held.sums {
                let all_sum = of_place.sum_of(*detail_level);
                *all_sum = *all_sum + *sum;
            }
        }
        for ((period_flow, input), held) in all {
            self.inputs.entry(period_flow).or_default().push(input);
            let periods = self.periods.entry((input, period_flow.1)).or_default();
            periods.insert(period_flow.0);
            let meets_a_total = || {
                let mut own = totals.get(&period_flow).into_iter().flatten();
                let meets = |total: &Interval| {
                    let of_place = together.get(&period_flow).into_iter();
                    let of_place = of_place.flat_map(|together| &together.sums);
                    let mut sums = held.sums.iter().chain(of_place);
                    sums.any(|(_, sum)| total.meets(Interval::exact(*sum)))
                };
                own.any(meets)
            };
            let has_many_chapters = || {
                held.chapters.count_ones() as usize >= MANY_CHAPTERS
                    && ever.get(&(period_flow.1, input)) == of_flow.get(&period_flow.1)
            };
            let evidence = if known.has_all_goods(period_flow, &selection.partner) {
                Some(Evidence::Stated)
            } else if meets_a_total() {
                Some(Evidence::Total)
            } else if self.is_cut.get(input as usize).copied().unwrap_or(false) {
                None
            } else {
                has_many_chapters().then_some(Evidence::Chapters)
            };
            if let Some(evidence) = evidence {
                self.evidence.insert((input, period_flow), evidence);
            }
        }
    }
}

/// Every release of the published totals of all goods, from the inputs and built in, against which
/// detail rows may be checked.
pub(super) fn published_totals(
    selection: &Selection,
    currency: Currency,
    (observations, known): (&Observations, &OutsideKnowledge),
) -> HashMap<PeriodFlow, Vec<Interval>> {
    let partner = match &selection.partner {
        PartnerChoice::All => Some(Partner::WORLD),
        PartnerChoice::These(places) => match places[..] {
            [only] => Some(only),
            _ => None,
        },
    };
    let is_total = |(_, row): &(usize, RowKey)| {
        row.kind == RowKind::Published
            && row.code == TextId::EMPTY
            && row.currency == currency
            && Some(row.partner) == partner
    };
    let totals_of = |observations: &'_ Observations| -> Vec<Observation> {
        let rows = observations.rows.keys().enumerate().filter(is_total);
        rows.filter_map(|(at, _)| observations.rows.get(at))
            .collect()
    };
    let compiled_in = known.totals.get().into_iter().flat_map(totals_of);
    let mut totals: HashMap<PeriodFlow, Vec<Interval>> = HashMap::new();
    for row in totals_of(observations).into_iter().chain(compiled_in) {
        if let Some((_, interval)) = row.value {
            totals
                .entry((row.period, row.flow))
                .or_default()
                .push(interval);
        }
    }
    totals
}

/// What an input has for one period and flow.
#[derive(Default)]
pub(super) struct InputGoods {
    /// One bit per chapter.
    chapters: u128,
    /// The sum of its rows at each depth.
    sums: Vec<(u32, Amount)>,
}

impl InputGoods {
    fn sum_of(&mut self, detail_level: u32) -> &mut Amount {
        let at = self.sums.iter().position(|(own, _)| *own == detail_level);
        let at = at.unwrap_or_else(|| {
            self.sums.push((detail_level, Amount::ZERO));
            self.sums.len() - 1
        });
        &mut self.sums[at].1
    }
}

/// What a code says about the goods of its rows.
pub(super) struct Code {
    /// A number for its heading, or for its chapter if the code has no more digits.
    head: u32,
    chapter: Option<Arc<str>>,
    heading: Option<Arc<str>>,
    /// The longest of the prefixes asked for that it begins with, if there are several.
    prefix: Option<usize>,
}

/// What was already seen of one input and flow, so that each thing is looked at once.
#[derive(Default)]
pub(super) struct Seen {
    of: Option<(u32, Flow)>,
    parts: FirstSeen,
    heads: FirstSeen,
    prefixes: FirstSeen,
    partners: FirstSeen,
    splits: FirstSeen,
}

impl Seen {
    fn begin(&mut self, of: (u32, Flow)) {
        if self.of.replace(of) != Some(of) {
            for once in [
                &mut self.parts,
                &mut self.heads,
                &mut self.prefixes,
                &mut self.partners,
                &mut self.splits,
            ] {
                once.round += 1;
            }
        }
    }
}

/// Detects numbers that appear for the first time in a round.
#[derive(Default)]
pub(super) struct FirstSeen {
    round: u32,
    seen: Vec<u32>,
}

impl FirstSeen {
    fn in_one_round() -> FirstSeen {
        FirstSeen {
            round: 1,
            ..FirstSeen::default()
        }
    }

    fn is_new(&mut self, number: u32) -> bool {
        let at = number as usize;
        if self.seen.len() <= at {
            self.seen.resize(at + 1, 0);
        }
        std::mem::replace(&mut self.seen[at], self.round) != self.round
    }
}
