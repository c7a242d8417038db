//! What each input holds, so that an absence can be told from a hole.
//!
//! Source: docs/definitions.md, "Coverage".

use super::detail::{detail_grain, flows, numbers, periods};
use super::schema::{CODE, FLOW, FROM, GRAIN, INPUT, KEYS, PART, PARTNER, SPLIT, TO};
use crate::frame::breakdown::FIRST;
use crate::trade::{
    Breakdown, Fits, Flow, Observations, Partner, PartnerChoice, Period, RowKind, Selection,
    TextId, Thing,
};
use polars::prelude::{DataFrame, IntoLazy, PolarsResult, SortMultipleOptions, col, len, lit};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A period and a flow at one grain.
pub type Place = (Period, Flow, u32);

/// What the rows of a selection hold, by input.
#[derive(Debug, Default)]
pub struct Coverage {
    /// The inputs of each place.
    carried: HashMap<Place, Vec<u32>>,
    /// By input, flow and grain.
    held: HashMap<(u32, Flow, u32), InputCoverage>,
    /// The prefixes asked for, where there are several; else none.
    prefixes: Vec<Arc<str>>,
    /// Which of the prefixes have a row at each place.
    there: HashMap<Place, BTreeSet<usize>>,
    is_cut: Vec<bool>,
    /// Whether parts are told apart by something else than their goods.
    beside_goods: bool,
    is_all_goods: bool,
}

/// What an input holds of a flow at a grain, whatever the month.
#[derive(Debug, Default)]
struct InputCoverage {
    parts: BTreeSet<u32>,
    /// The first two digits of its codes.
    chapters: BTreeSet<Arc<str>>,
    /// The first four.
    headings: BTreeSet<Arc<str>>,
    /// The provinces, trade modes or partners that the selection is split by.
    keys: BTreeSet<Arc<str>>,
    partners: BTreeSet<u32>,
    prefixes: BTreeSet<usize>,
}

impl InputCoverage {
    /// How many headings of a chapter it holds.
    fn headings_of(&self, chapter: &str) -> usize {
        let headings = self.headings.iter();
        headings.filter(|one| one.starts_with(chapter)).count()
    }
}

impl Coverage {
    /// Looks at the rows of a selection, details alone.
    pub fn of(
        rows: &DataFrame,
        selection: &Selection,
        records: &Observations,
    ) -> PolarsResult<Coverage> {
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
        let places = distinct(rows, &[FROM, TO, FLOW, GRAIN, INPUT])?;
        for (place, input) in places_of(&places)?
            .into_iter()
            .zip(numbers(&places, INPUT)?)
        {
            holds.carried.entry(place).or_default().push(input);
        }
        holds.look_at_inputs(rows, selection, records)?;
        if !holds.prefixes.is_empty() {
            let taken = rows.clone().lazy().filter(col(PART).gt_eq(lit(FIRST)));
            let codes = distinct(&taken.collect()?, &[FROM, TO, FLOW, GRAIN, CODE])?;
            for (place, code) in places_of(&codes)?.into_iter().zip(numbers(&codes, CODE)?) {
                if let Some(prefix) = holds.prefix(&records.text_of(TextId(code))) {
                    holds.there.entry(place).or_default().insert(prefix);
                }
            }
        }
        Ok(holds)
    }

    fn look_at_inputs(
        &mut self,
        rows: &DataFrame,
        selection: &Selection,
        records: &Observations,
    ) -> PolarsResult<()> {
        let several = match &selection.partner {
            PartnerChoice::All => true,
            PartnerChoice::These(places) => places.len() > 1,
        };
        let mut key = vec![INPUT, FLOW, GRAIN, PART, CODE];
        key.extend(several.then_some(PARTNER));
        let split = selection.by.and_then(Breakdown::side);
        key.extend(split.map(|_| SPLIT));
        let table = distinct(rows, &key)?;
        let (inputs, flows) = (numbers(&table, INPUT)?, flows(&table)?);
        let (grains, parts) = (numbers(&table, GRAIN)?, numbers(&table, PART)?);
        let codes = numbers(&table, CODE)?;
        let optional = |name: &str, is_there: bool| match is_there {
            true => numbers(&table, name),
            false => Ok(Vec::new()),
        };
        let (partners, splits) = (
            optional(PARTNER, several)?,
            optional(SPLIT, split.is_some())?,
        );
        for at in 0..table.height() {
            let code = records.text_of(TextId(codes[at]));
            let prefix = (parts[at] >= FIRST).then(|| self.prefix(&code)).flatten();
            let place = (inputs[at], flows[at], grains[at]);
            let held = self.held.entry(place).or_default();
            held.parts.insert(parts[at]);
            held.chapters.extend(code.get(..2).map(Arc::from));
            held.headings.extend(code.get(..4).map(Arc::from));
            held.prefixes.extend(prefix);
            held.partners.extend(partners.get(at));
            if let (Some(split), Some(side)) = (splits.get(at), split) {
                let key = records.split_part(TextId(*split), side);
                held.keys.insert(key.unwrap_or_else(|| "".into()));
            }
            if selection.by == Some(Breakdown::Partner) {
                let number = partners.get(at).map(u32::to_string);
                held.keys.extend(number.map(Arc::from));
            }
        }
        self.look_behind_sums(several, records);
        Ok(())
    }

    /// Puts the chapters and partners of the rows behind sums in place of what the sums keep.
    fn look_behind_sums(&mut self, several: bool, records: &Observations) {
        for (input, apart) in (0..).zip(records.inputs.iter().map(|input| &input.apart)) {
            for within in apart.iter().flatten() {
                let grain = detail_grain(usize::from(within.digits), within.splits);
                let Some(held) = self.held.get_mut(&(input, within.flow, grain)) else {
                    continue;
                };
                held.chapters.clone_from(&within.chapters);
                if several {
                    held.partners = within.partners.iter().copied().map(u32::from).collect();
                }
            }
        }
    }

    /// Whether parts are told apart by something else than their goods, such as provinces.
    pub fn beside_goods(&self) -> bool {
        self.beside_goods
    }

    /// The longest of the prefixes that `code` begins with.
    fn prefix(&self, code: &str) -> Option<usize> {
        let fitting = self.prefixes.iter().enumerate();
        let fitting = fitting.filter(|(_, prefix)| code.starts_with(&***prefix));
        fitting
            .max_by_key(|(_, prefix)| prefix.len())
            .map(|(at, _)| at)
    }

    /// What the inputs hold that have rows of a place.
    fn at(&self, place: Place) -> impl Iterator<Item = (u32, &InputCoverage)> {
        let inputs = self.carried.get(&place).into_iter().flatten();
        inputs.filter_map(move |input| {
            let held = self.held.get(&(*input, place.1, place.2))?;
            Some((*input, held))
        })
    }

    fn is_whole(&self, input: u32) -> bool {
        !self.is_cut.get(input as usize).copied().unwrap_or(false)
    }

    /// Whether a part without a row had no trade: an input that has rows of the place, and that
    /// holds the part in another month, or goods of several chapters; where parts are told apart by
    /// something else, such as provinces, the goods and several of those. A file of one chapter
    /// may be a query for it, and tells nothing of the others; a file that was cut tells nothing of
    /// what it lacks.
    pub fn covers(&self, place: Place, part: u32) -> bool {
        let tells = |held: &InputCoverage| {
            let of_goods = held.chapters.len() > 1;
            let any = || held.parts.range(FIRST..).next().is_some();
            held.parts.contains(&part)
                || if self.beside_goods {
                    held.keys.len() > 1 && (of_goods || self.is_all_goods || any())
                } else {
                    of_goods
                }
        };
        self.at(place)
            .any(|(input, held)| self.is_whole(input) && tells(held))
    }

    /// The prefixes asked for that have no row at a place, and of which no input that has rows of
    /// it tells. A heading that no input has is taken as none where others of its chapter are held.
    pub fn untold(&self, place: Place) -> Vec<Arc<str>> {
        let there = self.there.get(&place);
        let untold = |at: &usize| {
            let prefix = &self.prefixes[*at];
            let chapter = prefix.get(..2).unwrap_or("");
            let nowhere = !self.held.values().any(|held| held.prefixes.contains(at));
            let tells = |held: &InputCoverage| {
                held.chapters.len() > 1
                    || held.prefixes.contains(at)
                    || prefix.len() > 2 && nowhere && held.headings_of(chapter) > 1
            };
            !there.is_some_and(|there| there.contains(at))
                && !self
                    .at(place)
                    .any(|(input, held)| self.is_whole(input) && tells(held))
        };
        let places = (0..self.prefixes.len()).filter(untold);
        places.map(|at| self.prefixes[at].clone()).collect()
    }

    /// What other inputs hold of the flow, and of which no input that has rows of a place tells:
    /// chapters, or partners.
    pub fn elsewhere(&self, place: Place) -> Vec<Thing> {
        let (_, flow, grain) = place;
        let here: Vec<&InputCoverage> = self.at(place).map(|(_, held)| held).collect();
        let alike = |(_, own, depth): &&(u32, Flow, u32)| *own == flow && *depth == grain;
        let others = self.held.keys().filter(alike).map(|key| &self.held[key]);
        let mut untold = Vec::new();
        for other in others {
            // An input of several chapters, or of none at all, is one of all goods.
            let chapters = other.chapters.iter().filter(|one| {
                let tells =
                    |held: &InputCoverage| held.chapters.len() != 1 || held.chapters.contains(*one);
                !here.iter().any(|held| tells(held))
            });
            untold.extend(chapters.map(|chapter| Thing::Hs(chapter.to_string())));
            let partners = other.partners.iter().filter(|one| {
                let tells =
                    |held: &InputCoverage| held.partners.len() != 1 || held.partners.contains(one);
                !here.iter().any(|held| tells(held))
            });
            let place = |place: &u32| u16::try_from(*place).unwrap_or(Partner::UNLISTED);
            untold.extend(partners.map(place).map(Thing::Partner));
        }
        untold.sort_by_key(Thing::code);
        untold.dedup();
        untold
    }

    /// The prefixes asked for of which no input has a row, and how many chapters the inputs hold.
    pub fn nowhere(&self, selection: &Selection, records: &Observations) -> (Vec<Arc<str>>, usize) {
        let chapters: BTreeSet<&Arc<str>> =
            self.held.values().flat_map(|held| &held.chapters).collect();
        let goods = &selection.goods;
        let details = records
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Detail);
        let codes: BTreeSet<TextId> = details.map(|row| row.code).collect();
        let codes: Vec<Arc<str>> = codes.iter().map(|code| records.text_of(*code)).collect();
        let has_row = |prefix: &Arc<str>| {
            let mut codes = codes.iter();
            codes.any(|code| code.starts_with(&**prefix) && goods.fits(code) == Fits::In)
        };
        let prefixes = goods.within().iter();
        let absent = prefixes.filter(|prefix| !has_row(prefix)).cloned();
        (absent.collect(), chapters.len())
    }
}

/// The distinct rows of some columns, in order.
fn distinct(rows: &DataFrame, key: &[&str]) -> PolarsResult<DataFrame> {
    rows.clone()
        .lazy()
        .group_by(key.iter().map(|name| col(*name)).collect::<Vec<_>>())
        .agg([len().alias(KEYS)])
        .sort(key.to_vec(), SortMultipleOptions::default())
        .collect()
}

fn places_of(table: &DataFrame) -> PolarsResult<Vec<Place>> {
    let (periods, flows) = (periods(table)?, flows(table)?);
    let grains = numbers(table, GRAIN)?;
    let places = periods.into_iter().zip(flows).zip(grains);
    Ok(places
        .map(|((period, flow), grain)| (period, flow, grain))
        .collect())
}
