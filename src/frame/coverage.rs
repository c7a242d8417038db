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
mod partner_set;
mod partners;

use crate::frame::breakdown::FIRST;
use crate::frame::chosen::Chosen;
use crate::frame::coverage::chapters::Chapters;
use crate::frame::coverage::input::Evidence;
use crate::frame::coverage::input::InputCoverage;
use crate::frame::coverage::input::MANY_CHAPTERS;
pub use crate::frame::coverage::known::{Known, PublishedTotals};
use crate::frame::coverage::partner_set::PartnerSet;
use crate::frame::place::{Place, Quick};
use crate::trade::{
    Breakdown, Fits, Flow, Observations, Partner, Period, RowKind, Selection, TextId, Thing,
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
    inputs: HashMap<Place, Vec<u32>>,
    /// Why an input is taken to cover all goods, by input, period and flow; none if it is not.
    evidence: HashMap<(u32, Place), Evidence>,
    /// The periods with rows, by input and flow, for the same rows as `inputs`.
    periods: BTreeMap<(u32, Flow), BTreeSet<Period>>,
    /// What an input covers in any month, by input and flow.
    held: BTreeMap<(u32, Flow), InputCoverage>,
    /// What all inputs together cover in any month, by flow: chapters and partners only.
    of_flow: BTreeMap<Flow, InputCoverage>,
    /// The HS prefixes asked for; empty if there is only one.
    prefixes: Vec<Arc<str>>,
    /// The prefixes with a row in any input, by period and flow: indices into `prefixes`.
    there: HashMap<Place, BTreeSet<usize>>,
    /// Whether an input was probably truncated, by input.
    is_cut: Vec<bool>,
    /// The partners with rows, by input, period and flow, if all partners are added up.
    partners_at: HashMap<(u32, Place), PartnerSet, Quick>,
    /// The chapters with rows, by input, period and flow, if all goods are asked for.
    chapters: Chapters,
    /// Whether components differ by something other than goods.
    beside_goods: bool,
    /// Whether all goods are asked for.
    is_all_goods: bool,
}

impl Coverage {
    /// The coverage of the detail rows of a selection. With `may_differ` unset (a single input, no
    /// breakdown) no component can be absent except a chapter.
    pub fn of(
        chosen: &Chosen<'_>,
        selection: &Selection,
        known: &Known,
        may_differ: bool,
    ) -> Coverage {
        let records = chosen.records();
        let mut holds = Coverage {
            prefixes: match selection.goods.within() {
                [_] => Vec::new(),
                several => several.to_vec(),
            },
            is_cut: records.inputs.iter().map(|input| input.is_cut).collect(),
            beside_goods: matches!(
                selection.by,
                Some(Breakdown::Province | Breakdown::TradeMode | Breakdown::Partner)
            ),
            is_all_goods: selection.goods.is_all(),
            ..Coverage::default()
        };
        if selection.goods.is_all() {
            holds.chapters = Chapters::of(chosen);
        }
        if may_differ {
            holds.look_at_inputs(chosen, selection);
            holds.put_together();
            holds.look_at_partners(chosen, selection);
        }
        if may_differ || holds.chapters.is_any_absent() {
            holds.look_for_evidence(chosen, selection, known);
        }
        holds
    }

    /// Unites the coverage of all inputs by flow.
    fn put_together(&mut self) {
        for ((_, flow), held) in &self.held {
            let all = self.of_flow.entry(*flow).or_default();
            all.chapters.extend(held.chapters.iter().cloned());
            all.partners.extend(&held.partners);
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
    fn inputs_at(&self, place: Place) -> impl Iterator<Item = u32> + '_ {
        self.inputs.get(&place).into_iter().flatten().copied()
    }

    /// The inputs with rows of a period and flow, and what each covers.
    fn at(&self, place: Place) -> impl Iterator<Item = (u32, &InputCoverage)> {
        self.inputs_at(place)
            .filter_map(move |input| Some((input, self.held.get(&(input, place.1))?)))
    }

    /// Whether any input with rows of a period and flow was probably truncated.
    pub fn is_any_cut(&self, place: Place) -> bool {
        self.inputs_at(place).any(|input| !self.is_whole(input))
    }

    fn is_whole(&self, input: u32) -> bool {
        !self.is_cut.get(input as usize).copied().unwrap_or(false)
    }

    /// The best evidence that an input covers all goods of a period and flow.
    fn all_goods(&self, place: Place) -> Option<TrueZero> {
        let known = self.inputs_at(place).filter_map(|input| {
            let evidence = self.evidence.get(&(input, place))?;
            Some(TrueZero {
                input,
                is_assumed: *evidence == Evidence::Chapters,
            })
        });
        known.min_by_key(|zero| zero.is_assumed)
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
    /// `part` may be `u32::MAX`, a component that no row has: whether any absent component is zero.
    pub fn true_zero(&self, place: Place, part: u32) -> Option<TrueZero> {
        let by_goods = self.all_goods(place);
        if by_goods.is_some() || !self.beside_goods {
            return by_goods;
        }
        let tells = |held: &InputCoverage| {
            let of_goods = held.chapters.len() > 1;
            let any = || held.parts.range(FIRST..).next().is_some();
            held.parts.contains(&part)
                || held.keys.len() > 1 && (of_goods || self.is_all_goods || any())
        };
        let covering = |(input, held): &(u32, &InputCoverage)| self.is_whole(*input) && tells(held);
        let (input, _) = self.at(place).find(covering)?;
        Some(TrueZero {
            input,
            is_assumed: false,
        })
    }

    /// The prefixes asked for that have no row in a period and flow, and that no input with rows
    /// there covers; chapters, if all goods are asked for. A heading that no input has at all
    /// counts as no trade, with a remark, if an input has other headings of its chapter.
    ///
    /// This is about what was asked for; [`Coverage::elsewhere`] is about everything that other
    /// inputs have for the flow.
    pub fn uncovered(&self, place: Place) -> Vec<Arc<str>> {
        if self.all_goods(place).is_some() {
            return Vec::new();
        }
        if self.is_all_goods {
            return self.chapters.absent(place, self.inputs_at(place));
        }
        let there = self.there.get(&place);
        let uncovered = |at: &usize| {
            let prefix = &self.prefixes[*at];
            let chapter = prefix.get(..2).unwrap_or("");
            let nowhere = !self.held.values().any(|held| held.prefixes.contains(at));
            let tells =
                |held: &InputCoverage| prefix.len() > 2 && nowhere && held.headings_of(chapter) > 1;
            !there.is_some_and(|there| there.contains(at))
                && !self
                    .at(place)
                    .any(|(input, held)| self.is_whole(input) && tells(held))
        };
        let places = (0..self.prefixes.len()).filter(uncovered);
        places.map(|at| self.prefixes[at].clone()).collect()
    }

    /// Chapters or partners that other inputs have for the flow, and that no input with rows of
    /// this period covers. A sum without them is not the sum of all.
    ///
    /// An input with many chapters (or partners) is evidence that those it lacks had no trade,
    /// unless it shares a month with the input that has them: the two may then be parts of one
    /// download. If one file has forty chapters of 2016, but not 27, and another has 27 in 2017
    /// only, then 27 had no trade in 2016. Few chapters are no evidence: they look like a query for
    /// just these.
    pub fn elsewhere(&self, place: Place, known: &Known, records: &Observations) -> Vec<Thing> {
        let (_, flow) = place;
        let here: Vec<(u32, &InputCoverage)> = self.at(place).collect();
        let others = self.held.iter().filter(|((_, own), _)| *own == flow);
        let knows_goods = self.all_goods(place).is_some();
        // An input covers whatever it contains itself.
        let of_flow = self.of_flow.get(&flow);
        let own_chapters = |one: &&Arc<str>| {
            let mut here = here.iter().map(|(_, held)| &held.chapters);
            here.any(|own| own.is_empty() || own.contains(*one))
        };
        let chapters: Vec<&Arc<str>> = match of_flow {
            Some(all) if !knows_goods => all
                .chapters
                .iter()
                .filter(|one| !own_chapters(one))
                .collect(),
            _ => Vec::new(),
        };
        let own_partners = |one: &&u32| {
            here.iter().any(|(input, held)| {
                let own = &held.partners;
                own.is_empty() || own.contains(*one) && self.tells_of(*input, place, **one)
            })
        };
        let partners: Vec<&u32> = match of_flow {
            Some(all) if !known.all_partners => all
                .partners
                .iter()
                .filter(|one| !own_partners(one))
                .collect(),
            _ => Vec::new(),
        };
        if chapters.is_empty() && partners.is_empty() {
            return Vec::new();
        }
        let mut uncovered: Vec<Thing> = Vec::new();
        for ((other_input, _), other) in others {
            // An input without codes gives totals, which are for all goods.
            let shares_no_month = |input: u32| !self.share_a_month(flow, input, *other_input);
            let knows_chapters = |(input, _): &(u32, &InputCoverage)| {
                self.chapters.are_many(*input, place) && shares_no_month(*input)
            };
            if !here.iter().any(knows_chapters) {
                let lacking = chapters.iter().filter(|one| other.chapters.contains(**one));
                uncovered.extend(lacking.map(|chapter| Thing::Hs(chapter.to_string())));
            }
            let knows_partners = |(input, own): &(u32, &InputCoverage)| {
                own.partners.len() >= MANY_CHAPTERS && shares_no_month(*input)
            };
            if here.iter().any(knows_partners) {
                continue;
            }
            let partners = partners.iter().filter(|one| other.partners.contains(one));
            let name = |place: &&u32| {
                let place = u16::try_from(**place).unwrap_or(Partner::UNLISTED);
                partner(place, records)
            };
            uncovered.extend(partners.map(name));
        }
        uncovered.sort_by_key(Thing::code);
        uncovered.dedup();
        uncovered
    }

    /// Whether two inputs have rows of the same month of a flow.
    fn share_a_month(&self, flow: Flow, one: u32, other: u32) -> bool {
        let periods = |input| self.periods.get(&(input, flow));
        let both = periods(one).zip(periods(other));
        one != other && both.is_some_and(|(one, other)| !one.is_disjoint(other))
    }

    /// The prefixes asked for without a row in any input, and how many chapters the inputs have.
    pub fn nowhere(
        &self,
        selection: &Selection,
        records: &Observations,
    ) -> (Vec<Arc<str>>, Option<usize>) {
        let chapters: BTreeSet<&Arc<str>> =
            self.held.values().flat_map(|held| &held.chapters).collect();
        let goods = &selection.goods;
        let details = records
            .rows
            .keys()
            .filter(|row| row.kind == RowKind::Detail);
        let codes: BTreeSet<TextId> = details.map(|row| row.code).collect();
        let codes: Vec<Arc<str>> = codes.iter().map(|code| records.text_of(*code)).collect();
        let has_row = |prefix: &Arc<str>| {
            let mut codes = codes.iter();
            codes.any(|code| code.starts_with(&**prefix) && goods.fits(code) == Fits::In)
        };
        let prefixes = goods.within().iter();
        let absent = prefixes.filter(|prefix| !has_row(prefix)).cloned();
        let is_stated = self.evidence.values().any(|one| *one == Evidence::Stated);
        (absent.collect(), (!is_stated).then_some(chapters.len()))
    }
}

/// A partner as a thing with a printable name.
pub fn partner(place: u16, records: &Observations) -> Thing {
    match Partner::at(place) {
        Some(_) => Thing::Partner(place),
        None => Thing::Named(records.partner_name(place)),
    }
}
