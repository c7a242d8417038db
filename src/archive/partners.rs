//! How an archive identifies partners: by code, or, if they are missing from the list, by their
//! name in the input.

use crate::trade::{Observations, Partner, PartnerChoice};
use foldhash::fast::RandomState;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A partner without code and name.
const UNLISTED: &str = "unlisted";

/// All partners together, as a row of their own.
const WORLD: &str = "world";

/// The text stored for a partner.
pub(crate) fn code_of(place: u16, observations: &Observations) -> Arc<str> {
    match Partner::at(place) {
        Some(partner) => partner.code.clone(),
        None if place == Partner::WORLD => WORLD.into(),
        None => observations
            .unlisted_name(place)
            .unwrap_or_else(|| UNLISTED.into()),
    }
}

/// The index of the partner with this stored text.
pub(crate) fn place_of(code: &str, observations: &mut Observations) -> u16 {
    if let Some(place) = Partner::by_code(code) {
        return place;
    }
    match code {
        WORLD => Partner::WORLD,
        UNLISTED | "" => Partner::UNLISTED,
        // As combined by `Observations::unlisted`: `Name (code)`.
        _ => match code
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once(" ("))
        {
            Some((name, code)) => observations.unlisted(code, name),
            None => observations.unlisted("", code),
        },
    }
}

/// The indices of partners, each looked up once.
#[derive(Default)]
pub(crate) struct Places<'f>(HashMap<&'f str, u16, RandomState>);

impl<'f> Places<'f> {
    /// The indices for stored texts.
    pub(crate) fn of(
        &mut self,
        codes: impl Iterator<Item = &'f String>,
        observations: &mut Observations,
    ) -> BTreeSet<u16> {
        let place = |code: &'f String| {
            let known = self
                .0
                .entry(code)
                .or_insert_with(|| place_of(code, observations));
            *known
        };
        let mut places: Vec<u16> = codes.map(place).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().collect()
    }
}

/// Whether rows of a partner are wanted. Partners missing from the list are wanted only if all are.
pub(crate) fn is_wanted(choice: &PartnerChoice, code: &str) -> bool {
    match Partner::by_code(code) {
        Some(place) => choice.wants(place),
        None => *choice == PartnerChoice::All,
    }
}

/// Whether it is the row of all partners together.
pub(crate) fn is_world(code: &str) -> bool {
    code == WORLD
}
