//! What rows are called: by their content, so that adding the same rows twice changes nothing.

use crate::archive::partners;
use crate::archive::rows::level;
use crate::trade::{Flow, Month, Observation, Observations};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The rows of one input for one month (the last of a run) and flow.
pub(crate) type Cells = BTreeMap<(Month, Flow), Vec<usize>>;

/// The rows of one input by month and flow, each sorted: level, flow, partner, code, split, and
/// then as they were read.
pub(crate) fn cells(observations: &Observations, input: u32) -> Cells {
    let mut cells = Cells::new();
    for (at, row) in observations.rows.iter().enumerate() {
        if observations.input.get(at) == Some(&input) {
            cells.entry((row.period.to, row.flow)).or_default().push(at);
        }
    }
    for rows in cells.values_mut() {
        rows.sort_by_cached_key(|at| {
            observations
                .rows
                .get(*at)
                .map(|row| (key(&row, observations), *at))
        });
    }
    cells
}

/// What tells a row from every other of its month: level, currency, period, flow, partner, code and
/// split; of published figures whether there is a value, since a row that only has a printed change
/// hides none.
pub(crate) fn key(row: &Observation, observations: &Observations) -> String {
    let code = observations.text_of(row.code);
    let split = observations.text_of(row.split);
    let mut key = level(row, observations);
    let _ = write!(
        key,
        "\t{}\t{}\t{}\t{code}\t{split}\t{}\t{}\t{}",
        row.flow.name(),
        row.currency.code(),
        partners::code_of(row.partner, observations),
        row.period.from.index(),
        row.period.to.index(),
        row.value.is_some(),
    );
    key
}

/// Everything that a row says, its place in the file apart.
pub(crate) fn statement(at: usize, observations: &Observations) -> String {
    let Some(row) = observations.rows.get(at) else {
        return String::new();
    };
    let mut text = key(&row, observations);
    let value = row
        .value
        .map(|(value, interval)| (value.0, interval.low.0, interval.high.0));
    let quantity = observations.quantities.get(&(at as u32));
    let amount = quantity.and_then(|one| one.quantity);
    let amount = amount.map(|one| {
        (
            one.amount.0,
            one.interval.low.0,
            one.interval.high.0,
            one.unit.to_string(),
        )
    });
    let printed = |printed: crate::trade::Printed| (printed.digits, printed.decimals);
    let _ = write!(
        text,
        "\t{value:?}\t{}\t{:?}\t{:?}\t{amount:?}\t{:?}\t{}\t{:?}",
        row.basis.name(),
        row.released.map(|date| date.to_string()),
        row.printed.map(printed),
        quantity.and_then(|one| one.printed).map(printed),
        observations.text_of(row.publisher),
        Some(observations.rows.count(at)),
    );
    text
}

/// The first twelve hexadecimal digits of the SHA-256 of what rows say.
pub(crate) fn name_of(rows: &[usize], observations: &Observations) -> String {
    let mut hash = Sha256::new();
    for at in rows {
        hash.update(statement(*at, observations).as_bytes());
        hash.update(b"\n");
    }
    hex(&hash.finalize(), 12)
}

/// The first digits of a hash in hexadecimal.
pub(crate) fn hex(hash: &[u8], digits: usize) -> String {
    let mut text = String::new();
    for byte in hash {
        let _ = write!(text, "{byte:02x}");
    }
    text.truncate(digits);
    text
}
