//! What a careful reader must know of how sums of detail came about.

use super::detail::{Details, Point};
use crate::frame::breakdown::FIRST;
use crate::frame::why_nothing::NAMED;
use crate::trade::{Basis, Flow, Observations, Period, Selection, Series, listed};
use std::collections::BTreeSet;
use std::sync::Arc;

impl Details {
    /// What must be known of the adding up, over all months.
    pub fn notes(&self, records: &Observations) -> Vec<String> {
        let total = |count: fn(&Point) -> u32| {
            let points = self.points.iter();
            let taken = points.filter(|point| point.part >= FIRST);
            taken.map(count).sum::<u32>()
        };
        let (joined, repeated, revised) = (
            total(|point| point.joined),
            total(|point| point.repeated),
            total(|point| point.revised),
        );
        let mut notes = Vec::new();
        if let Some((period, flow, _)) = self.apart.first() {
            let keys: u32 = self.apart.iter().map(|(.., keys)| keys).sum();
            let more = and_more(self.apart.len());
            notes.push(format!(
                "{}s of {period}{more}: several files hold the same rows, and each has rows that \
                 the others lack ({keys} in all); every row is counted, also one that a later \
                 download may have dropped",
                flow.name(),
            ));
        }
        if joined > 0 {
            notes.push(format!(
                "{joined} {} added to another row of the same file, month, flow, partner and code: \
                 details whose distinguishing column is not there",
                rows_were(joined)
            ));
        }
        if repeated > 0 {
            notes.push(format!(
                "{repeated} {} in several files with the same value and counted once",
                rows_were(repeated)
            ));
        }
        if revised > 0 {
            notes.push(format!(
                "{revised} {} in several files with different values: the later release holds, or, \
                 where none is dated, the file named later",
                rows_were(revised)
            ));
        }
        notes.extend(by_order_alone(&self.by_order_alone, records));
        notes
    }
}

fn rows_were(count: u32) -> &'static str {
    if count == 1 { "row was" } else { "rows were" }
}

/// ` and 3 more months`, after the first of so many.
fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        2 => " and 1 more month".to_owned(),
        more => format!(" and {} more months", more - 1),
    }
}

/// Months of which something is not told by the inputs that hold them.
#[derive(Default)]
pub struct UncoveredMonths {
    months: Vec<(Flow, Period)>,
    things: BTreeSet<String>,
}

impl UncoveredMonths {
    /// One month, where there is anything that it does not tell of.
    pub fn add(&mut self, month: (Flow, Period), things: impl Iterator<Item = String>) {
        let before = self.months.len();
        for thing in things {
            self.things.insert(thing);
            if self.months.len() == before {
                self.months.push(month);
            }
        }
    }

    /// `imports of 2016-09 and 3 more months WHAT: no input there tells of HS 03; WHY`.
    pub fn note(&self, what: &str, why: &str) -> Option<String> {
        let (flow, period) = self.months.first()?;
        let more = and_more(self.months.len());
        Some(format!(
            "{}s of {period}{more} are {what}: no input there tells of {}: {why}",
            flow.name(),
            listed(&self.things, NAMED),
        ))
    }
}

/// Says which file was taken where files without a release date differ: nothing but their order said
/// so.
pub fn by_order_alone(pairs: &BTreeSet<(u32, u32)>, records: &Observations) -> Vec<String> {
    let name = |input: &u32| {
        let input = records.inputs.get(*input as usize);
        input.map_or_else(|| "".into(), |input| input.name.clone())
    };
    let pair = |(taken, other): &(u32, u32)| {
        format!(
            "{} was taken over {}, which differs: neither has a release date, and nothing but the \
             order of their names said so",
            name(taken),
            name(other)
        )
    };
    pairs.iter().take(NAMED).map(pair).collect()
}

/// Says which files are taken to hold all goods, where a zero rests on it.
pub fn taken_as_all_goods(inputs: &BTreeSet<u32>, records: &Observations) -> Option<String> {
    let names = inputs.iter().filter_map(|input| {
        let input = records.inputs.get(*input as usize)?;
        Some(input.name.clone())
    });
    let names: Vec<Arc<str>> = names.collect();
    let (verb, they) = if names.len() == 1 {
        ("is", "it has")
    } else {
        ("are", "each has")
    };
    (!names.is_empty()).then(|| {
        format!(
            "{} {verb} taken to hold all goods, since {they} rows of ten or more chapters in the \
             month: a good without a row is no trade",
            listed(&names, NAMED)
        )
    })
}

/// Says which of the goods asked for have no row at all, where their absence is taken for zero.
pub fn taken_as_none(
    details: &Details,
    selection: &Selection,
    records: &Observations,
    whole: &[Series],
) -> Option<String> {
    let is_made_of_details = |one: &Series| {
        one.periods().any(|period| {
            one.figure(period)
                .is_some_and(|one| one.basis == Basis::Sum)
        })
    };
    if selection.goods.is_all() || !whole.iter().any(is_made_of_details) {
        return None;
    }
    let (absent, chapters) = details.holds.nowhere(selection, records);
    let absent: BTreeSet<Arc<str>> = absent.into_iter().collect();
    let plural = if chapters == 1 { "" } else { "s" };
    (!absent.is_empty()).then(|| {
        format!(
            "no row of HS {} in any input: taken as no trade, since the files hold {chapters} \
             chapter{plural}",
            listed(&absent, NAMED)
        )
    })
}
