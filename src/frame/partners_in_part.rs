//! Partners that a sum lacks because what is known of them is something else than what is summed.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (a sum of partners
//! that lacks one of them is missing).

use crate::frame::Frame;
use crate::frame::assemble::Assembled;
use crate::frame::coverage::{MANY_CHAPTERS, chapter_bit, partner as thing};
use crate::frame::period_flow::{KeyHasher, PeriodFlow, PeriodFlowNumbers};
use crate::trade::{
    Breakdown, Currency, Membership, Missing, Partner, PartnerChoice, Reason, RowKind, Selection,
    Series, SetRemark, TextId, Thing,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the rows of one partner in a period and flow are of.
#[derive(Clone, Copy, Default)]
struct Held {
    /// Whether a total of all goods was published.
    total: bool,
    /// Whether that total stands in an input of the user.
    total_in_own: bool,
    /// Whether there are rows of single goods.
    goods: bool,
    /// Whether any of them are goods asked for.
    asked: bool,
    /// One bit for each chapter of these rows.
    chapters: u128,
}

/// The partners that a sum lacks, by period and flow.
pub(super) struct PartnersInPart(BTreeMap<PeriodFlow, BTreeSet<u16>>);

impl Frame {
    /// The partners that the sum of a selection lacks.
    ///
    /// - A sum of all goods lacks a partner with rows of single goods only, beside partners with
    ///   totals, unless its rows are known to hold all goods.
    /// - A sum of some goods, or a breakdown by goods, lacks a partner with a total only, beside
    ///   partners with rows of goods, unless the inputs are stated to hold all partners.
    pub(super) fn partners_in_part(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> PartnersInPart {
        let mut lacking: BTreeMap<PeriodFlow, BTreeSet<u16>> = BTreeMap::new();
        for (period_flow, partners) in self.held_of_partners(selection, currency) {
            let has_totals = partners.iter().any(|(_, held)| held.total);
            let has_goods = partners.iter().any(|(_, held)| held.asked);
            let is_lacking = |(partner, held): &(u16, Held)| {
                if is_of_all_goods(selection) {
                    let these = PartnerChoice::These(vec![*partner]);
                    let is_known = held.chapters.count_ones() as usize >= MANY_CHAPTERS
                        || self.known.has_all_goods(period_flow, &these);
                    has_totals && held.goods && !held.total && !is_known
                } else {
                    let is_known = self.known.has_all_partners(period_flow);
                    has_goods && held.total_in_own && !held.goods && !is_known
                }
            };
            let found = partners.iter().filter(|one| is_lacking(one));
            let found: BTreeSet<u16> = found.map(|(partner, _)| *partner).collect();
            if !found.is_empty() {
                lacking.insert(period_flow, found);
            }
        }
        PartnersInPart(lacking)
    }

    /// What the rows of each partner are of; empty if no partner has totals and another has goods.
    fn held_of_partners(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Vec<(PeriodFlow, Vec<(u16, Held)>)> {
        let observations = &self.observations;
        let is_total = |row: &crate::trade::RowKey| {
            row.kind == RowKind::Published
                && row.code == TextId::EMPTY
                && row.partner != Partner::WORLD
        };
        if !self.has_details() || !observations.rows.keys().any(|row| is_total(&row)) {
            return Vec::new();
        }
        let texts = observations.texts().iter();
        let codes: Vec<(bool, u128)> = texts
            .map(|code| {
                let is_asked = !code.is_empty()
                    && (selection.goods.is_all() || selection.goods.fits(code) == Membership::In);
                (is_asked, chapter_bit(code))
            })
            .collect();
        let mut places = PeriodFlowNumbers::default();
        let mut all: HashMap<(u32, u16), Held, KeyHasher> = HashMap::default();
        for ((at, row), input) in (0..).zip(observations.rows.keys()).zip(&observations.input) {
            let input = observations.inputs.get(*input as usize);
            // Rows summed beforehand carry no partner of their own.
            let is_summed = input.is_some_and(|input| input.disjoint.is_some());
            if is_summed
                || row.currency != currency
                || row.partner == Partner::WORLD
                || !self.is_of(selection, at, &row)
            {
                continue;
            }
            let place = places.number((row.period, row.flow));
            let held = all.entry((place, row.partner)).or_default();
            if is_total(&row) {
                held.total = true;
                held.total_in_own |= input.is_some_and(|input| !input.is_built_in());
                continue;
            }
            let code = codes.get(row.code.0 as usize).copied();
            let (is_asked, chapter) = code.unwrap_or_default();
            held.goods = true;
            held.asked |= is_asked;
            held.chapters |= chapter;
        }
        let mut by_place: Vec<(PeriodFlow, Vec<(u16, Held)>)> = places
            .list
            .iter()
            .map(|place| (*place, Vec::new()))
            .collect();
        for ((place, partner), held) in all {
            if let Some((_, partners)) = by_place.get_mut(place as usize) {
                partners.push((partner, held));
            }
        }
        by_place
    }

    /// Withholds what lacks a partner, naming it: the whole, and the components unless they are
    /// partners.
    pub(super) fn withhold_sums_in_part(
        &self,
        sum: &mut Assembled,
        selection: &Selection,
        currency: Currency,
    ) {
        let PartnersInPart(lacking) = self.partners_in_part(selection, currency);
        if lacking.is_empty() {
            return;
        }
        let reason = match is_of_all_goods(selection) {
            true => Reason::NoRow,
            false => Reason::ComponentMissing,
        };
        let withhold = |series: &mut Vec<Series>| {
            for series in series {
                for ((period, flow), partners) in &lacking {
                    if *flow == series.flow && series.figure(*period).is_some() {
                        let named = partners.iter().map(|one| thing(*one, &self.observations));
                        let why = Missing::new(reason, *period);
                        let named: Vec<Thing> = named.collect();
                        series.withhold(*period, why.lacking(named));
                    }
                }
            }
        };
        withhold(&mut sum.whole);
        if selection.by != Some(Breakdown::Partner) {
            sum.parts.iter_mut().for_each(|(_, own)| withhold(own));
        }
        // The rows of goods are of one chapter, the sum is not.
        let is_of_one_chapter = |note: &SetRemark| matches!(note, SetRemark::OneChapter(_));
        sum.notes.retain(|note| !is_of_one_chapter(note));
    }
}

/// Whether totals of all goods answer a selection.
fn is_of_all_goods(selection: &Selection) -> bool {
    selection.goods.is_all() && selection.by.and_then(Breakdown::digits).is_none()
}
