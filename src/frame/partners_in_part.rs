//! Partners of whom something else is known than what is asked: some goods where all are asked for, a
//! total where some are.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (a sum of partners
//! that lacks one of them is missing).

use crate::frame::Frame;
use crate::frame::assemble::Assembled;
use crate::frame::coverage::{MANY_CHAPTERS, chapter_bit, partner as thing};
use crate::frame::period_flow::{PeriodFlow, PeriodFlowNumbers};
use crate::trade::{
    Breakdown, Currency, Flow, Missing, Partner, PartnerChoice, Reason, RowKey, RowKind, Selection,
    Series, TextId,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of one partner in a period and flow are of.
#[derive(Default)]
struct Held {
    /// Whether a total of all goods was published.
    total: bool,
    /// Whether that total stands in an input of the user.
    total_in_own: bool,
    /// Whether there are rows of single goods.
    goods: bool,
    /// Whether any of them are goods asked for.
    asked: bool,
    /// The inputs with these rows.
    inputs: BTreeSet<u32>,
}

/// What the rows of all partners in one period and flow are of.
#[derive(Default)]
struct HeldOfAll {
    partners: BTreeMap<u16, Held>,
    /// One bit for each chapter with rows, by input.
    chapters: BTreeMap<u32, u128>,
}

/// What the rows of all partners are of.
#[derive(Default)]
struct HeldInMonths {
    months: Vec<(PeriodFlow, HeldOfAll)>,
    /// The inputs with rows of the goods asked for in any month, by flow.
    with_asked: BTreeSet<(Flow, u32)>,
}

impl HeldOfAll {
    /// Whether an input with rows of a partner is taken to hold all goods, because of the many
    /// chapters it has.
    fn has_many_chapters(&self, held: &Held) -> bool {
        let mut chapters = held
            .inputs
            .iter()
            .filter_map(|input| self.chapters.get(input));
        chapters.any(|chapters| chapters.count_ones() as usize >= MANY_CHAPTERS)
    }
}

impl Frame {
    /// The partners that the sum of a selection lacks, by period and flow.
    ///
    /// - A sum of all goods lacks a partner with rows of single goods only, if the flow has totals
    ///   in this month or another, unless its rows are known to hold all goods. A total of one month
    ///   is no base for some goods of another.
    /// - A sum of some goods, or a breakdown by goods, lacks a partner with a total only, beside
    ///   partners with rows of goods, unless the inputs are stated to hold all partners.
    /// - A sum of some goods over all partners lacks a partner whose rows stand only in inputs that
    ///   never have these goods, unless its rows are known to hold all goods.
    fn partners_in_part(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> BTreeMap<PeriodFlow, BTreeSet<u16>> {
        let mut lacking: BTreeMap<PeriodFlow, BTreeSet<u16>> = BTreeMap::new();
        let HeldInMonths { months, with_asked } = self.held_of_partners(selection, currency);
        let has_total = |(_, of_all): &&(PeriodFlow, HeldOfAll)| {
            of_all.partners.values().any(|held| held.total)
        };
        let with_totals = months.iter().filter(has_total);
        let with_totals: BTreeSet<Flow> = with_totals.map(|((_, flow), _)| *flow).collect();
        for (period_flow, of_all) in months {
            let partners = &of_all.partners;
            let has_totals = with_totals.contains(&period_flow.1);
            let has_goods = partners.values().any(|held| held.asked);
            let is_lacking = |(partner, held): &(&u16, &Held)| {
                let these = PartnerChoice::These(vec![**partner]);
                let has_all_goods = || {
                    of_all.has_many_chapters(held) || self.known.has_all_goods(period_flow, &these)
                };
                if is_of_all_goods(selection) {
                    has_totals && held.goods && !held.total && !has_all_goods()
                } else if held.goods {
                    let mut inputs = held.inputs.iter();
                    has_goods
                        && selects_of_all(selection)
                        && !inputs.any(|input| with_asked.contains(&(period_flow.1, *input)))
                        && !has_all_goods()
                } else {
                    let is_known = self.known.has_all_partners(period_flow);
                    has_goods && held.total_in_own && !is_known
                }
            };
            let found = partners.iter().filter(is_lacking);
            let found: BTreeSet<u16> = found.map(|(partner, _)| *partner).collect();
            if !found.is_empty() {
                lacking.insert(period_flow, found);
            }
        }
        lacking
    }

    /// What the rows of each partner are of; empty if nothing can be lacking.
    fn held_of_partners(&self, selection: &Selection, currency: Currency) -> HeldInMonths {
        let observations = &self.observations;
        let is_total = |row: &RowKey| {
            row.kind == RowKind::Published
                && row.code == TextId::EMPTY
                && row.partner != Partner::WORLD
        };
        let has_totals = || observations.rows.keys().any(|row| is_total(&row));
        if !self.has_details() || !(selects_of_all(selection) || has_totals()) {
            return HeldInMonths::default();
        }
        let is_asked = self.texts_of(&selection.goods);
        let texts = observations.texts().iter();
        let chapters: Vec<u128> = texts.map(|code| chapter_bit(code)).collect();
        let mut places = PeriodFlowNumbers::default();
        let mut all: Vec<HeldOfAll> = Vec::new();
        let mut summed: BTreeSet<(u32, u32)> = BTreeSet::new();
        let mut with_asked = BTreeSet::new();
        for ((at, row), input_index) in (0..).zip(observations.rows.keys()).zip(&observations.input)
        {
            let input = observations.inputs.get(*input_index as usize);
            if row.currency != currency
                || row.partner == Partner::WORLD
                || !self.is_of(selection, at, &row)
            {
                continue;
            }
            let place = places.number((row.period, row.flow));
            if all.len() <= place as usize {
                all.push(HeldOfAll::default());
            }
            let of_text = row.code.0 as usize;
            let is_asked = is_asked.get(of_text).copied().unwrap_or(false);
            let is_asked = is_asked && row.code != TextId::EMPTY;
            if is_asked && row.kind == RowKind::Detail {
                with_asked.insert((row.flow, *input_index));
            }
            // Rows summed beforehand carry no partner of their own.
            if input.is_some_and(|input| input.disjoint.is_some()) {
                summed.insert((place, *input_index));
                continue;
            }
            let Some(of_all) = all.get_mut(place as usize) else {
                continue;
            };
            let held = of_all.partners.entry(row.partner).or_default();
            if is_total(&row) {
                held.total = true;
                held.total_in_own |= input.is_some_and(|input| !input.is_built_in());
                continue;
            }
            let chapter = chapters.get(of_text).copied().unwrap_or(0);
            held.goods = true;
            held.asked |= is_asked;
            held.inputs.insert(*input_index);
            *of_all.chapters.entry(*input_index).or_default() |= chapter;
        }
        for (place, input_index) in summed {
            let input = observations.inputs.get(input_index as usize);
            let (Some(of_all), Some(input)) = (all.get_mut(place as usize), input) else {
                continue;
            };
            let Some((period, flow)) = places.list.get(place as usize) else {
                continue;
            };
            let behind = input.disjoint.iter().flatten();
            for within in behind.filter(|within| within.flow == *flow) {
                let partners = within.partners_by_month.get(&period.to);
                for partner in partners.into_iter().flatten() {
                    let held = of_all.partners.entry(*partner).or_default();
                    held.goods = true;
                    held.asked = true;
                    held.inputs.insert(input_index);
                }
                let chapters = within.by_month.get(&period.to).copied();
                *of_all.chapters.entry(input_index).or_default() |= chapters.unwrap_or_default();
            }
        }
        HeldInMonths {
            months: places.list.into_iter().zip(all).collect(),
            with_asked,
        }
    }

    /// Withholds what lacks a partner, naming it: the whole, and the components unless they are
    /// partners.
    pub(super) fn withhold_sums_in_part(
        &self,
        sum: &mut Assembled,
        selection: &Selection,
        currency: Currency,
    ) {
        let lacking = self.partners_in_part(selection, currency);
        if lacking.is_empty() {
            return;
        }
        let several = !matches!(&selection.partner, PartnerChoice::These(one) if one.len() == 1);
        let reason = match is_of_all_goods(selection) {
            true => Reason::NoRow,
            false => Reason::ComponentMissing,
        };
        let withhold = |series: &mut Vec<Series>| {
            for series in series {
                for ((period, flow), partners) in &lacking {
                    if *flow == series.flow && series.figure(*period).is_some() {
                        // A single partner goes without saying.
                        let named = partners.iter().filter(|_| several);
                        let named = named.map(|one| thing(*one, &self.observations));
                        let why = Missing::new(reason, *period).lacking(named.collect());
                        series.withhold(*period, why);
                    }
                }
            }
        };
        withhold(&mut sum.whole);
        if selection.by != Some(Breakdown::Partner) {
            sum.parts.iter_mut().for_each(|(_, own)| withhold(own));
        }
        // The rows of goods are of one chapter, the sum is not.
        sum.notes.retain(|note| !note.is_of_some_goods());
    }
}

/// Whether a selection is of some goods of all partners.
fn selects_of_all(selection: &Selection) -> bool {
    selection.partner == PartnerChoice::All && !selection.goods.is_all()
}

/// Whether totals of all goods answer a selection.
fn is_of_all_goods(selection: &Selection) -> bool {
    selection.goods.is_all() && selection.by.and_then(Breakdown::digits).is_none()
}
