//! Gathers evidence of what a file covers from its rows.

use crate::frame::breakdown::FIRST;
use crate::frame::coverage::Coverage;
use crate::frame::coverage::chapters::chapter_bit;
use crate::frame::coverage::input::InputCoverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::coverage::input::{Evidence, Vouched};
use crate::frame::coverage::known::OutsideKnowledge;
use crate::frame::detail_level::digits_of;
use crate::frame::first_seen::FirstSeen;
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
        let mut heads: HashMap<Arc<str>, u32> = HashMap::new();
        let code = |text: &Arc<str>| {
            let next = heads.len() as u32;
            let head = text.get(..2).unwrap_or("");
            Code {
                head: *heads.entry(head.into()).or_insert(next),
                chapter: text.get(..2).map(Arc::from),
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
        let is_disjoint = observations.summed_inputs();
        let is_disjoint = |input: u32| is_disjoint.get(input as usize) == Some(&true);
        let mut partners = OnlyPartner::default();
        // Pre-summed rows carry no partner of their own.
        let behind = observations.inputs.iter();
        for within in behind.filter_map(|input| input.disjoint.as_ref()).flatten() {
            within.partners.iter().for_each(|one| partners.see(*one));
        }
        for row in selected_rows.rows() {
            let period_flow = places.number((row.key.period, row.key.flow));
            if !is_disjoint(row.input) {
                partners.see(row.key.partner);
            }
            let held = all.entry((period_flow, row.input)).or_default();
            let chapter = chapters.get(row.key.code.0 as usize).copied().unwrap_or(0);
            held.chapters |= chapter;
            let level = held.level(selected_rows.detail_levels.detail_level(&row.key));
            level.chapters |= chapter;
            if let Some(amount) = observations.rows.amount(row.at as usize) {
                level.sum = level.sum + amount;
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
        // With one partner in the data, all partners are this one.
        let partner = match (&selection.partner, partners) {
            (PartnerChoice::All, OnlyPartner::One(only)) if Partner::at(only).is_some() => {
                Some(only)
            }
            _ => partner_of_totals(&selection.partner),
        };
        let totals = published_totals(partner, selected_rows.currency(), (observations, known));
        // Each of several files may have part of the goods, and only together all of them.
        let mut together: BTreeMap<PeriodFlow, InputGoods> = BTreeMap::new();
        for ((period_flow, _), held) in &all {
            let of_place = together.entry(*period_flow).or_default();
            for one in &held.levels {
                let all = of_place.level(one.detail_level);
                all.sum = all.sum + one.sum;
            }
        }
        for ((period_flow, input), held) in all {
            self.inputs.entry(period_flow).or_default().push(input);
            let periods = self.periods.entry((input, period_flow.1)).or_default();
            periods.insert(period_flow.0);
            let totals = totals.get(&period_flow).map_or(&[][..], |totals| totals);
            let together = together.get(&period_flow);
            let lacks_none = ever.get(&(period_flow.1, input)) == of_flow.get(&period_flow.1);
            let is_cut = self.is_cut.get(input as usize).copied().unwrap_or(false);
            let evidence = if known.has_all_goods(period_flow, &selection.partner) {
                vec![Vouched::by(Evidence::Stated, u32::MAX)]
            } else {
                let of_total = held.digits_of_total(together, totals);
                let of_chapters = held.digits_of_many_chapters();
                let of_chapters = of_chapters.filter(|_| lacks_none && !is_cut);
                let of_total = of_total.map(|digits| Vouched::by(Evidence::Total, digits));
                let of_chapters = of_chapters.map(|digits| Vouched::by(Evidence::Chapters, digits));
                of_total.into_iter().chain(of_chapters).collect()
            };
            if !evidence.is_empty() {
                self.evidence.insert((input, period_flow), evidence);
            }
        }
    }
}

/// The partner of rows, if it is a single one.
#[derive(Clone, Copy, Default)]
enum OnlyPartner {
    #[default]
    None,
    One(u16),
    Several,
}

impl OnlyPartner {
    fn see(&mut self, partner: u16) {
        *self = match *self {
            OnlyPartner::None => OnlyPartner::One(partner),
            OnlyPartner::One(own) if own == partner => return,
            _ => OnlyPartner::Several,
        };
    }
}

/// The partner whose published totals the rows of the partners asked for may add up to.
pub(crate) fn partner_of_totals(partner: &PartnerChoice) -> Option<u16> {
    match partner {
        PartnerChoice::All => Some(Partner::WORLD),
        PartnerChoice::These(places) => match places[..] {
            [only] => Some(only),
            _ => None,
        },
    }
}

/// Every release of the published totals of all goods with a partner, from the inputs and built in,
/// against which detail rows may be checked.
pub(crate) fn published_totals(
    partner: Option<u16>,
    currency: Currency,
    (observations, known): (&Observations, &OutsideKnowledge),
) -> HashMap<PeriodFlow, Vec<Interval>> {
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
    /// Its rows at each level of detail.
    levels: Vec<GoodsOfLevel>,
}

/// What an input has at one level of detail.
pub(super) struct GoodsOfLevel {
    detail_level: u32,
    /// One bit per chapter.
    chapters: u128,
    /// The sum of the rows.
    sum: Amount,
}

impl InputGoods {
    fn level(&mut self, detail_level: u32) -> &mut GoodsOfLevel {
        let mut levels = self.levels.iter();
        let at = levels.position(|own| own.detail_level == detail_level);
        let at = at.unwrap_or_else(|| {
            self.levels.push(GoodsOfLevel {
                detail_level,
                chapters: 0,
                sum: Amount::ZERO,
            });
            self.levels.len() - 1
        });
        &mut self.levels[at]
    }

    /// The digits of the finest level of detail whose rows, or those of all inputs together, add up
    /// to a published total.
    fn digits_of_total(&self, together: Option<&InputGoods>, totals: &[Interval]) -> Option<u32> {
        let together = together.into_iter().flat_map(|all| &all.levels);
        let meets = |one: &&GoodsOfLevel| {
            let sum = Interval::exact(one.sum);
            totals.iter().any(|total| total.meets(sum))
        };
        let levels = self.levels.iter().chain(together).filter(meets);
        levels.map(|one| digits_of(one.detail_level)).max()
    }

    /// The largest number of digits at which the rows are still of many chapters.
    fn digits_of_many_chapters(&self) -> Option<u32> {
        let digits = self.levels.iter().map(|one| digits_of(one.detail_level));
        let are_many = |digits: &u32| {
            let finer = self.levels.iter();
            let finer = finer.filter(|one| digits_of(one.detail_level) >= *digits);
            let chapters = finer.fold(0, |all, one| all | one.chapters);
            chapters.count_ones() as usize >= MANY_CHAPTERS
        };
        digits.filter(are_many).max()
    }
}

/// What a code says about the goods of its rows.
pub(super) struct Code {
    /// A number for its chapter.
    head: u32,
    chapter: Option<Arc<str>>,
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
                once.begin();
            }
        }
    }
}
