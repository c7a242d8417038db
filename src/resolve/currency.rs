//! The currency of an answer that names none.

use crate::cli::{Command, Request};
use crate::trade::{Currency, Observations};

/// Settles the currency by the user's own files, if these are in one currency and the built-in data
/// stand beside them: whoever adds a file asks for its figures.
pub fn of_own_files(request: &mut Request, observations: &Observations) {
    let is_open = request.selection.currency.is_none() && request.inputs.with_built_in;
    let is_series = !matches!(request.command, Command::Check(_) | Command::Inspect { .. });
    if !is_open || !is_series {
        return;
    }
    let is_own = |name: &str| !name.starts_with(crate::trade::BUILT_IN_DATA);
    let inputs = observations.inputs.iter().enumerate();
    let own = inputs.filter(|(_, input)| is_own(&input.name));
    let rows = own.flat_map(|(at, _)| observations.rows_of(u32::try_from(at).unwrap_or(u32::MAX)));
    let mut currencies: Vec<Currency> = Vec::new();
    for row in rows.filter_map(|at| observations.rows.get(at)) {
        let is_wanted = request.selection.partner.wants(row.partner);
        if is_wanted && !currencies.contains(&row.currency) {
            currencies.push(row.currency);
        }
    }
    if let [one] = currencies[..] {
        request.selection.currency = Some(one);
    }
}
