//! What each input covers, so that a true zero can be distinguished from a gap.
//!
//! A good without a row is a true zero only if an input is known to cover all goods of the month:
//! because the user says so, because its rows add up to a published total, or because it has rows
//! in many chapters and lacks none that other inputs have.
//!
//! Source: docs/definitions.md, "Coverage".

mod chapters;
mod evidence;
mod input;
mod known;
mod other_inputs;
mod partner_set;
mod partners;
mod stated;
mod within_periods;

use crate::frame::breakdown::FIRST;
use crate::frame::coverage::chapters::Chapters;
pub(super) use crate::frame::coverage::chapters::chapter_bit;
pub(super) use crate::frame::coverage::evidence::{partner_of_totals, published_totals};
use crate::frame::coverage::input::InputCoverage;
pub(super) use crate::frame::coverage::input::MANY_CHAPTERS;
use crate::frame::coverage::input::{Evidence, Vouched};
pub use crate::frame::coverage::known::{OutsideKnowledge, PublishedTotals};
use crate::frame::coverage::partner_set::PartnerSet;
pub(super) use crate::frame::coverage::stated::StatedMonths;
use crate::frame::coverage::within_periods::WithinPeriods;
use crate::frame::period_flow::{KeyHasher, PeriodFlow};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{
    AllGoods, Breakdown, Flow, Membership, Observations, Partner, Period, RowKind, Selection,
    TextId, Thing,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Evidence that a component without a row had no trade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrueZero {
    /// The input that covers the month.
    pub input: u32,
    /// Whether the input is only assumed to cover all goods, because of the many chapters it has.
    pub is_assumed: bool,
}

/// What the rows of a selection cover, by input.
#[derive(Debug, Default)]
pub struct Coverage {
    /// The inputs with rows, by period and flow.
    inputs: HashMap<PeriodFlow, Vec<u32>>,
    /// Why an input is taken to cover all goods, by input, period and flow; none if it is not.
    evidence: HashMap<(u32, PeriodFlow), Vec<Vouched>>,
    /// The digits of the longest code that a component or the selection is made of: a sum of
    /// chapters says nothing about the headings in them.
    digits: usize,
    /// The periods with rows, by input and flow, for the same rows as `inputs`.
    periods: BTreeMap<(u32, Flow), BTreeSet<Period>>,
    /// What an input covers in any month, by input and flow.
    input_coverage: BTreeMap<(u32, Flow), InputCoverage>,
    /// What all inputs together cover in any month, by flow: chapters and partners only.
    of_flow: BTreeMap<Flow, InputCoverage>,
    /// The HS prefixes asked for; empty if there is only one.
    prefixes: Vec<Arc<str>>,
    /// The prefixes with a row in any input, by period and flow: indices into `prefixes`.
    there: HashMap<PeriodFlow, BTreeSet<usize>>,
    /// Whether an input was probably truncated, by input.
    is_cut: Vec<bool>,
    /// The partners with rows, by input, period and flow, if all partners are added up.
    partners_at: HashMap<(u32, PeriodFlow), PartnerSet, KeyHasher>,
    /// The chapters with rows, by input, period and flow, if all goods are asked for.
    chapters: Chapters,
    /// Whether components differ by something other than goods.
    beside_goods: bool,
    /// Whether components are partners.
    by_partner: bool,
    /// Whether all goods are asked for.
    is_all_goods: bool,
    /// Goods in periods of several months, compared with those in their months.
    within_periods: WithinPeriods,
}

impl Coverage {
    /// The coverage of the detail rows of a selection. With `may_differ` unset (a single input, no
    /// breakdown) no component can be absent except a chapter.
    pub fn of(
        selected_rows: &SelectedRows<'_>,
        selection: &Selection,
        known: &OutsideKnowledge,
        may_differ: bool,
    ) -> Coverage {
        let observations = selected_rows.observations();
        let mut covered = Coverage {
            prefixes: match selection.goods.within() {
                [_] => Vec::new(),
                several => several.to_vec(),
            },
            is_cut: observations
                .inputs
                .iter()
                .map(|input| input.is_cut)
                .collect(),
            beside_goods: matches!(
                selection.by,
                Some(Breakdown::Province | Breakdown::TradeMode | Breakdown::Partner)
            ),
            by_partner: selection.by == Some(Breakdown::Partner),
            digits: selection
                .by
                .and_then(Breakdown::digits)
                .unwrap_or(0)
                .max(selection.goods.digits()),
            is_all_goods: selection.goods.is_all(),
            ..Coverage::default()
        };
        if selection.goods.is_all() {
            covered.chapters = Chapters::of(selected_rows);
        }
        covered.within_periods = WithinPeriods::of(selected_rows);
        if may_differ {
            covered.collect_input_coverage(selected_rows, selection);
            covered.merge_by_flow();
            covered.collect_partners(selected_rows, selection);
        }
        if may_differ || covered.chapters.is_any_absent() {
            covered.collect_evidence(selected_rows, selection, known);
        }
        covered
    }

    /// Unites the coverage of all inputs by flow.
    fn merge_by_flow(&mut self) {
        for ((_, flow), input_coverage) in &self.input_coverage {
            let all = self.of_flow.entry(*flow).or_default();
            all.chapters.extend(input_coverage.chapters.iter().cloned());
            all.partners.extend(&input_coverage.partners);
        }
    }

    /// Whether components differ by something other than goods, such as provinces.
    pub fn beside_goods(&self) -> bool {
        self.beside_goods
    }

    /// The longest of the prefixes asked for that `code` begins with.
    fn prefix(&self, code: &str) -> Option<usize> {
        let fitting = self.prefixes.iter().enumerate();
        let fitting = fitting.filter(|(_, prefix)| code.starts_with(&***prefix));
        fitting
            .max_by_key(|(_, prefix)| prefix.len())
            .map(|(at, _)| at)
    }

    /// The inputs with rows of a period and flow.
    fn inputs_at(&self, period_flow: PeriodFlow) -> impl Iterator<Item = u32> + '_ {
        self.inputs.get(&period_flow).into_iter().flatten().copied()
    }

    /// The inputs with rows of a period and flow, and what each covers.
    fn at(&self, period_flow: PeriodFlow) -> impl Iterator<Item = (u32, &InputCoverage)> {
        self.inputs_at(period_flow).filter_map(move |input| {
            Some((input, self.input_coverage.get(&(input, period_flow.1))?))
        })
    }

    /// Whether any input with rows of a period and flow was probably truncated.
    pub fn is_any_cut(&self, period_flow: PeriodFlow) -> bool {
        self.inputs_at(period_flow)
            .any(|input| !self.is_whole(input))
    }

    fn is_whole(&self, input: u32) -> bool {
        !self.is_cut.get(input as usize).copied().unwrap_or(false)
    }

    /// The best evidence that an input covers all goods of a period and flow.
    fn all_goods(&self, period_flow: PeriodFlow) -> Option<TrueZero> {
        let known = self.inputs_at(period_flow).filter_map(|input| {
            let mut evidence = self.evidence.get(&(input, period_flow))?.iter();
            let vouched = evidence.find(|one| one.digits as usize >= self.digits)?;
            Some(TrueZero {
                input,
                is_assumed: vouched.evidence == Evidence::Chapters,
            })
        });
        known.min_by_key(|zero| zero.is_assumed)
    }

    /// Whether any input is known to cover all goods of a period and flow.
    pub fn has_all_goods(&self, period_flow: PeriodFlow) -> bool {
        self.all_goods(period_flow).is_some()
    }

    /// Whether an absent component is a true zero, by the first of these that applies; `None` if
    /// that is not known.
    ///
    /// - An input covers all goods of the period and flow. The answer then says whether that is
    ///   only assumed, because of its many chapters.
    /// - Components are not goods but, say, provinces, and an input that is not truncated has
    ///   this province in another month; or it has several provinces, and rows of several chapters
    ///   or of the goods asked for.
    ///
    /// - Components are partners, and an input has all of them.
    ///
    /// `part` may be `u32::MAX`, a component that no row has: whether any absent component is zero.
    pub fn true_zero(
        &self,
        period_flow: PeriodFlow,
        part: u32,
        known: &OutsideKnowledge,
    ) -> Option<TrueZero> {
        let by_goods = self.all_goods(period_flow);
        if self.by_partner {
            let is_covered = self.is_all_goods || by_goods.is_some();
            let input = self.input_of_all_partners(period_flow, known);
            return input.filter(|_| is_covered).map(|input| TrueZero {
                input,
                is_assumed: false,
            });
        }
        if by_goods.is_some() || !self.beside_goods {
            return by_goods;
        }
        let tells = |input_coverage: &InputCoverage| {
            let of_goods = input_coverage.chapters.len() > 1;
            let any = || input_coverage.parts.range(FIRST..).next().is_some();
            input_coverage.parts.contains(&part)
                || input_coverage.keys.len() > 1 && (of_goods || self.is_all_goods || any())
        };
        let covering = |(input, input_coverage): &(u32, &InputCoverage)| {
            self.is_whole(*input) && tells(input_coverage)
        };
        let (input, _) = self.at(period_flow).find(covering)?;
        Some(TrueZero {
            input,
            is_assumed: false,
        })
    }

    /// The components of a period of several months whose goods its months have, and it has not: its
    /// own rows are not their sum.
    pub fn goods_of_months_only(&self, period_flow: PeriodFlow) -> Option<&BTreeSet<u32>> {
        self.within_periods.of_months_only.get(&period_flow)
    }

    /// The components of a month with goods that only a period of several months around it has, and
    /// that period.
    pub fn combined(&self, period_flow: PeriodFlow) -> Option<&(Period, BTreeSet<u32>)> {
        self.within_periods.combined.get(&period_flow)
    }

    /// The prefixes asked for that have no row in a period and flow, and that no input with rows
    /// there covers; chapters, if all goods are asked for.
    ///
    /// This is about what was asked for; [`Coverage::covered_by_other_inputs`] is about everything that other
    /// inputs have for the flow.
    pub fn uncovered(&self, period_flow: PeriodFlow) -> Vec<Arc<str>> {
        if self.all_goods(period_flow).is_some() {
            return Vec::new();
        }
        if self.is_all_goods {
            return self
                .chapters
                .absent(period_flow, self.inputs_at(period_flow));
        }
        let there = self.there.get(&period_flow);
        let uncovered = |at: &usize| !there.is_some_and(|there| there.contains(at));
        let places = (0..self.prefixes.len()).filter(uncovered);
        places.map(|at| self.prefixes[at].clone()).collect()
    }

    /// The prefixes asked for without a row in any input, and why the inputs are taken to cover all
    /// goods.
    pub fn nowhere(
        &self,
        selection: &Selection,
        observations: &Observations,
    ) -> (Vec<Arc<str>>, AllGoods) {
        let chapters: BTreeSet<&Arc<str>> = self
            .input_coverage
            .values()
            .flat_map(|input_coverage| &input_coverage.chapters)
            .collect();
        let goods = &selection.goods;
        let details = observations
            .rows
            .keys()
            .filter(|row| row.kind == RowKind::Detail);
        let codes: BTreeSet<TextId> = details.map(|row| row.code).collect();
        let codes: Vec<Arc<str>> = codes
            .iter()
            .map(|code| observations.text_of(*code))
            .collect();
        let has_row = |prefix: &Arc<str>| {
            let mut codes = codes.iter();
            codes.any(|code| code.starts_with(&**prefix) && goods.fits(code) == Membership::In)
        };
        let prefixes = goods.within().iter();
        let absent = prefixes.filter(|prefix| !has_row(prefix)).cloned();
        let mut stated = self.evidence.values().flatten();
        let mut of_months = self.evidence.values();
        let is_total = |of_month: &Vec<Vouched>| {
            let mut evidence = of_month.iter();
            evidence.any(|one| one.evidence == Evidence::Total)
        };
        let why = if stated.any(|one| one.evidence == Evidence::Stated) {
            AllGoods::Stated
        } else if of_months.all(is_total) {
            AllGoods::Total
        } else {
            AllGoods::Chapters(chapters.len())
        };
        (absent.collect(), why)
    }
}

/// A partner as a thing with a printable name.
pub fn partner(place: u16, observations: &Observations) -> Thing {
    match Partner::at(place) {
        Some(_) => Thing::Partner(place),
        None => Thing::Named(observations.partner_name(place)),
    }
}
