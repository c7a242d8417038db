//! What each input holds, so that an absence can be told from a hole.
//!
//! A good without a row is a true zero only where it is known that an input holds all goods of the
//! month: because the user says so, because its rows add up to a published total, or because it has
//! rows of many chapters and lacks none that other inputs have.
//!
//! Source: docs/definitions.md, "Coverage".

use crate::frame::breakdown::FIRST;
use crate::frame::chosen::Chosen;
use crate::frame::place::{Place, Places, Quick};
use crate::trade::{
    Amount, Breakdown, Currency, Fits, Flow, Interval, Observation, Observations, Partner,
    PartnerChoice, RowKind, Selection, TextId, Thing,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// An input with rows of so many chapters in a month is taken to hold all goods of that month. Two
/// chapters are no evidence: a query for two chapters looks the same.
const MANY_CHAPTERS: usize = 10;

/// What is known of the inputs beside what stands in them.
#[derive(Debug, Default)]
pub struct Known {
    /// Whether the user says that every input holds all goods.
    pub all_goods: bool,
    /// Whether the user says that the inputs hold all partners.
    pub all_partners: bool,
    /// Published totals that are compiled in, which rows of detail may add up to.
    pub totals: Option<Observations>,
}

/// Why an input is known to hold all goods of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Evidence {
    /// The user says so.
    Said,
    /// Its rows add up to a published total.
    Total,
    /// It has rows of many chapters, and lacks none that others have.
    Chapters,
}

/// That a component without a row had no trade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrueZero {
    /// The input that holds the month.
    pub input: u32,
    /// Whether the input is only taken to hold all goods, after the many chapters that it has.
    pub is_assumed: bool,
}

/// What the rows of a selection hold, by input.
#[derive(Debug, Default)]
pub struct Coverage {
    /// The inputs of each place.
    inputs: HashMap<Place, Vec<u32>>,
    evidence: HashMap<(u32, Place), Evidence>,
    /// By input and flow, whatever the month.
    held: BTreeMap<(u32, Flow), InputCoverage>,
    /// The prefixes asked for, where there are several; else none.
    prefixes: Vec<Arc<str>>,
    /// Which of the prefixes have a row at each place.
    there: HashMap<Place, BTreeSet<usize>>,
    is_cut: Vec<bool>,
    /// Whether components are told apart by something else than their goods.
    beside_goods: bool,
    is_all_goods: bool,
}

/// What an input holds of a flow, whatever the month.
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
    /// Looks at the rows of a selection, details alone. Where nothing is split, and there is only one
    /// input (`may_differ` is not set), no component can be absent.
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
        if may_differ {
            holds.look_at_inputs(chosen, selection);
            holds.look_for_evidence(chosen, selection, known);
        }
        holds
    }

    fn look_at_inputs(&mut self, chosen: &Chosen<'_>, selection: &Selection) {
        let records = chosen.records();
        let several = match &selection.partner {
            PartnerChoice::All => true,
            PartnerChoice::These(places) => places.len() > 1,
        };
        let side = selection.by.and_then(Breakdown::side);
        let codes = self.codes(records);
        let mut seen = Seen::default();
        let mut places = Places::default();
        let mut there = Once::in_one_round();
        for row in chosen.rows() {
            let own = (row.input, row.key.flow);
            seen.begin(own);
            if seen.parts.is_new(row.part) {
                self.held.entry(own).or_default().parts.insert(row.part);
            }
            let Some(code) = codes.get(row.key.code.0 as usize) else {
                continue;
            };
            if seen.heads.is_new(code.head) {
                let held = self.held.entry(own).or_default();
                held.chapters.extend(code.chapter.clone());
                held.headings.extend(code.heading.clone());
            }
            if let Some(prefix) = code.prefix.filter(|_| row.part >= FIRST) {
                let place = (row.key.period, row.key.flow);
                let number = places.number(place) as usize * self.prefixes.len() + prefix;
                if there.is_new(number as u32) {
                    self.there.entry(place).or_default().insert(prefix);
                }
                if seen.prefixes.is_new(prefix as u32) {
                    self.held.entry(own).or_default().prefixes.insert(prefix);
                }
            }
            if several && seen.partners.is_new(u32::from(row.key.partner)) {
                let held = self.held.entry(own).or_default();
                held.partners.insert(u32::from(row.key.partner));
                if selection.by == Some(Breakdown::Partner) {
                    held.keys.insert(row.key.partner.to_string().into());
                }
            }
            if let Some(side) = side
                && seen.splits.is_new(row.key.split.0)
            {
                let key = records.split_part(row.key.split, side);
                let held = self.held.entry(own).or_default();
                held.keys.insert(key.unwrap_or_else(|| "".into()));
            }
        }
        self.look_behind_sums(several, records);
    }

    /// What every text says of goods, were it a code.
    fn codes(&self, records: &Observations) -> Vec<Code> {
        let mut heads: HashMap<Arc<str>, u32> = HashMap::new();
        let code = |text: &Arc<str>| {
            let next = heads.len() as u32;
            let head = text.get(..4).or(text.get(..2)).unwrap_or("");
            Code {
                head: *heads.entry(head.into()).or_insert(next),
                chapter: text.get(..2).map(Arc::from),
                heading: text.get(..4).map(Arc::from),
                prefix: self.prefix(text),
            }
        };
        records.texts().iter().map(code).collect()
    }

    /// Puts the chapters and partners of the rows behind sums in place of what the sums keep.
    fn look_behind_sums(&mut self, several: bool, records: &Observations) {
        for (input, apart) in (0..).zip(records.inputs.iter().map(|input| &input.apart)) {
            let mut behind: BTreeMap<Flow, InputCoverage> = BTreeMap::new();
            for within in apart.iter().flatten() {
                let of_flow = behind.entry(within.flow).or_default();
                of_flow.chapters.extend(within.chapters.iter().cloned());
                let partners = within.partners.iter().copied().map(u32::from);
                of_flow.partners.extend(partners);
            }
            for (flow, behind) in behind {
                let Some(held) = self.held.get_mut(&(input, flow)) else {
                    continue;
                };
                held.chapters = behind.chapters;
                if several {
                    held.partners = behind.partners;
                }
            }
        }
    }

    /// Finds the inputs of each place, and which of them are known to hold all goods of it.
    fn look_for_evidence(&mut self, chosen: &Chosen<'_>, selection: &Selection, known: &Known) {
        let records = chosen.records();
        let chapters: Vec<u128> = records
            .texts()
            .iter()
            .map(|text| chapter_bit(text))
            .collect();
        let mut places = Places::default();
        let mut all: HashMap<(u32, u32), Held, Quick> = HashMap::default();
        for row in chosen.rows() {
            let place = places.number((row.key.period, row.key.flow));
            let held = all.entry((place, row.input)).or_default();
            held.chapters |= chapters.get(row.key.code.0 as usize).copied().unwrap_or(0);
            let grain = chosen.grains.grain(&row.key);
            let sum = held.sum_of(grain);
            if let Some(amount) = records.rows.amount(row.at as usize) {
                *sum = *sum + amount;
            }
        }
        let place_of = |number: u32| places.list.get(number as usize).copied();
        let all: BTreeMap<(Place, u32), Held> = all
            .into_iter()
            .filter_map(|((number, input), held)| Some(((place_of(number)?, input), held)))
            .collect();
        let mut ever: BTreeMap<(Flow, u32), u128> = BTreeMap::new();
        let mut of_flow: BTreeMap<Flow, u128> = BTreeMap::new();
        for (((_, flow), input), held) in &all {
            *ever.entry((*flow, *input)).or_default() |= held.chapters;
            *of_flow.entry(*flow).or_default() |= held.chapters;
        }
        let totals = published_totals(selection, chosen.currency(), (records, known));
        for ((place, input), held) in all {
            self.inputs.entry(place).or_default().push(input);
            let meets_a_total = || {
                let mut own = totals.get(&place).into_iter().flatten();
                let meets = |total: &Interval| {
                    let mut sums = held.sums.iter();
                    sums.any(|(_, sum)| total.meets(Interval::exact(*sum)))
                };
                own.any(meets)
            };
            let has_many_chapters = || {
                held.chapters.count_ones() as usize >= MANY_CHAPTERS
                    && ever.get(&(place.1, input)) == of_flow.get(&place.1)
            };
            let evidence = if known.all_goods {
                Some(Evidence::Said)
            } else if meets_a_total() {
                Some(Evidence::Total)
            } else if self.is_cut.get(input as usize).copied().unwrap_or(false) {
                None
            } else {
                has_many_chapters().then_some(Evidence::Chapters)
            };
            if let Some(evidence) = evidence {
                self.evidence.insert((input, place), evidence);
            }
        }
    }

    /// Whether components are told apart by something else than their goods, such as provinces.
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

    /// The inputs that have rows of a place.
    fn inputs_at(&self, place: Place) -> impl Iterator<Item = u32> + '_ {
        self.inputs.get(&place).into_iter().flatten().copied()
    }

    /// What the inputs hold that have rows of a place.
    fn at(&self, place: Place) -> impl Iterator<Item = (u32, &InputCoverage)> {
        self.inputs_at(place)
            .filter_map(move |input| Some((input, self.held.get(&(input, place.1))?)))
    }

    /// Whether any input that has rows of a place was probably cut.
    pub fn is_any_cut(&self, place: Place) -> bool {
        self.inputs_at(place).any(|input| !self.is_whole(input))
    }

    fn is_whole(&self, input: u32) -> bool {
        !self.is_cut.get(input as usize).copied().unwrap_or(false)
    }

    /// The best evidence that an input holds all goods of a place.
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

    /// That a component without a row had no trade; `None` where that is not known. Where components
    /// are told apart by something else than goods, such as provinces, an input tells of one that it
    /// holds in another month, or of all where it holds several; a file that was cut tells nothing
    /// of what it lacks.
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
        let telling = |(input, held): &(u32, &InputCoverage)| self.is_whole(*input) && tells(held);
        let (input, _) = self.at(place).find(telling)?;
        Some(TrueZero {
            input,
            is_assumed: false,
        })
    }

    /// The prefixes asked for that have no row at a place, and of which no input that has rows of it
    /// tells: none is known to hold all goods. A heading that no input has at all is taken as none
    /// where others of its chapter are held, which is said.
    pub fn untold(&self, place: Place) -> Vec<Arc<str>> {
        if self.all_goods(place).is_some() {
            return Vec::new();
        }
        let there = self.there.get(&place);
        let untold = |at: &usize| {
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
        let places = (0..self.prefixes.len()).filter(untold);
        places.map(|at| self.prefixes[at].clone()).collect()
    }

    /// What other inputs hold of the flow, and of which no input that has rows of a place tells:
    /// chapters, or partners. A sum without them is not the sum of all.
    ///
    /// An input tells of what it never has where it has many of the kind, and no other input of one of
    /// its months has what it lacks: a query for some chapters looks like one for two.
    pub fn elsewhere(&self, place: Place, known: &Known, records: &Observations) -> Vec<Thing> {
        let (_, flow) = place;
        let here: Vec<(u32, &InputCoverage)> = self.at(place).collect();
        let others = self.held.iter().filter(|((_, own), _)| *own == flow);
        let knows_goods = self.all_goods(place).is_some();
        let mut untold: Vec<Thing> = Vec::new();
        for ((other_input, _), other) in others {
            // One without codes is a total, and of all goods.
            let is_of_many = |(input, count): (u32, usize)| {
                count >= MANY_CHAPTERS && !self.share_a_month(flow, input, *other_input)
            };
            let chapters = other.chapters.iter().filter(|one| {
                let tells = |(input, held): &(u32, &InputCoverage)| {
                    let own = &held.chapters;
                    own.is_empty() || own.contains(*one) || is_of_many((*input, own.len()))
                };
                !knows_goods && !here.iter().any(tells)
            });
            untold.extend(chapters.map(|chapter| Thing::Hs(chapter.to_string())));
            let partners = other.partners.iter().filter(|one| {
                let tells = |(input, held): &(u32, &InputCoverage)| {
                    let own = &held.partners;
                    own.is_empty() || own.contains(one) || is_of_many((*input, own.len()))
                };
                !known.all_partners && !here.iter().any(tells)
            });
            let name = |place: &u32| {
                let place = u16::try_from(*place).unwrap_or(Partner::UNLISTED);
                partner(place, records)
            };
            untold.extend(partners.map(name));
        }
        untold.sort_by_key(Thing::code);
        untold.dedup();
        untold
    }

    /// Whether two inputs have rows of one month of a flow.
    fn share_a_month(&self, flow: Flow, one: u32, other: u32) -> bool {
        let of_flow = self.inputs.iter().filter(|((_, own), _)| *own == flow);
        let mut inputs = of_flow.map(|(_, inputs)| inputs);
        one != other && inputs.any(|own| own.contains(&one) && own.contains(&other))
    }

    /// The prefixes asked for of which no input has a row, and how many chapters the inputs hold.
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
        let is_said = self.evidence.values().any(|one| *one == Evidence::Said);
        (absent.collect(), (!is_said).then_some(chapters.len()))
    }
}

/// A partner as a thing to be named.
pub fn partner(place: u16, records: &Observations) -> Thing {
    match Partner::at(place) {
        Some(_) => Thing::Partner(place),
        None => Thing::Named(records.partner_name(place)),
    }
}

/// The published totals of all goods that rows of detail may be held against, every release of
/// them: those in hand, and those compiled in.
fn published_totals(
    selection: &Selection,
    currency: Currency,
    (records, known): (&Observations, &Known),
) -> HashMap<Place, Vec<Interval>> {
    let partner = match &selection.partner {
        PartnerChoice::All => Some(Partner::WORLD),
        PartnerChoice::These(places) => match places[..] {
            [only] => Some(only),
            _ => None,
        },
    };
    let is_total = |row: &Observation| {
        row.kind == RowKind::Published
            && row.code == TextId::EMPTY
            && row.currency == currency
            && Some(row.partner) == partner
    };
    let compiled_in = known.totals.iter().flat_map(|totals| totals.rows.iter());
    let mut totals: HashMap<Place, Vec<Interval>> = HashMap::new();
    for row in records.rows.iter().chain(compiled_in).filter(is_total) {
        if let Some((_, interval)) = row.value {
            totals
                .entry((row.period, row.flow))
                .or_default()
                .push(interval);
        }
    }
    totals
}

/// A bit for the chapter of a code; none where it has none.
fn chapter_bit(code: &str) -> u128 {
    let chapter = code.get(..2).and_then(|text| text.parse::<u32>().ok());
    chapter.map_or(0, |chapter| 1 << chapter)
}

/// What an input holds of one place.
#[derive(Default)]
struct Held {
    /// A bit for each chapter.
    chapters: u128,
    /// What its rows of each grain come to.
    sums: Vec<(u32, Amount)>,
}

impl Held {
    fn sum_of(&mut self, grain: u32) -> &mut Amount {
        let at = self.sums.iter().position(|(own, _)| *own == grain);
        let at = at.unwrap_or_else(|| {
            self.sums.push((grain, Amount::ZERO));
            self.sums.len() - 1
        });
        &mut self.sums[at].1
    }
}

/// What a code says of the goods of its rows.
struct Code {
    /// A number for its heading, or its chapter where it has no more.
    head: u32,
    chapter: Option<Arc<str>>,
    heading: Option<Arc<str>>,
    /// The longest of the prefixes asked for that it begins with, where there are several.
    prefix: Option<usize>,
}

/// What was seen of one input and flow, so that each thing is looked at once.
#[derive(Default)]
struct Seen {
    of: Option<(u32, Flow)>,
    parts: Once,
    heads: Once,
    prefixes: Once,
    partners: Once,
    splits: Once,
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

/// Whether numbers come for the first time in a round.
#[derive(Default)]
struct Once {
    round: u32,
    seen: Vec<u32>,
}

impl Once {
    fn in_one_round() -> Once {
        Once {
            round: 1,
            ..Once::default()
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
