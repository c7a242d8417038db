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
pub(crate) fn code_of(partner_index: u16, observations: &Observations) -> Arc<str> {
    match Partner::at(partner_index) {
        Some(partner) => partner.code.clone(),
        None if partner_index == Partner::WORLD => WORLD.into(),
        None => match observations.unlisted_name(partner_index) {
            Some(called) => stored(
                called,
                &observations.unlisted_key(partner_index).unwrap_or_default(),
            ),
            None => UNLISTED.into(),
        },
    }
}

/// After the name of a partner that has no code, where the name alone would be read as something
/// else: `Other Africa (nes) ()`.
const NO_CODE: &str = " ()";

/// The text stored for a partner missing from the list: what it is called, as long as it is read
/// back as the same partner.
fn stored(called: Arc<str>, key: &str) -> Arc<str> {
    let is_taken =
        |text: &str| Partner::by_code(text).is_some() || [WORLD, UNLISTED].contains(&text);
    let is_read_back = |text: &str| {
        let (code, name) = code_and_name(text);
        !is_taken(text) && Observations::key_of_unlisted(code, name) == key
    };
    if is_read_back(&called) {
        return called;
    }
    let of_name = format!("{called}{NO_CODE}");
    match is_read_back(&of_name) {
        true => of_name.into(),
        // A code with brackets of its own.
        false => format!("{called} ({key})").into(),
    }
}

/// Code and name of a partner missing from the list, as combined by `Observations::unlisted`:
/// `Name (code)`.
fn code_and_name(text: &str) -> (&str, &str) {
    if let Some(name) = text.strip_suffix(NO_CODE) {
        return ("", name);
    }
    let combined = text.strip_suffix(')');
    match combined.and_then(|text| text.rsplit_once(" (")) {
        Some((name, code)) => (code, name),
        None => ("", text),
    }
}

/// The index of the partner with this stored text.
pub(crate) fn place_of(code: &str, observations: &mut Observations) -> u16 {
    if let Some(partner_index) = Partner::by_code(code) {
        return partner_index;
    }
    match code {
        WORLD => Partner::WORLD,
        UNLISTED | "" => Partner::UNLISTED,
        _ => {
            let (code, name) = code_and_name(code);
            observations.unlisted(code, name)
        }
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
        let partner_index = |code: &'f String| {
            let known = self
                .0
                .entry(code)
                .or_insert_with(|| place_of(code, observations));
            *known
        };
        let mut places: Vec<u16> = codes.map(partner_index).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().collect()
    }
}

/// Whether rows of a partner are wanted. Partners missing from the list are wanted only if all are.
pub(crate) fn is_wanted(choice: &PartnerChoice, code: &str) -> bool {
    match Partner::by_code(code) {
        Some(partner_index) => choice.wants(partner_index),
        None => *choice == PartnerChoice::All,
    }
}

/// Whether it is the row of all partners together.
pub(crate) fn is_world(code: &str) -> bool {
    code == WORLD
}
