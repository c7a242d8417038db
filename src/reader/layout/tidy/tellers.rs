//! Columns of countries that may be those who report the trade, and not the partners.

use crate::reader::accounting::meaning::is_china;
use crate::reader::accounting::watch::country;
use crate::reader::cells::table::Line;
use crate::reader::layout::tidy::countries::texts;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::reader::layout::titles::TableDefaults;
use std::collections::BTreeSet;

/// What a column of countries, whose name does not say it, holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Countries {
    Partners,
    /// The title names another partner, so that these report their trade with it.
    Reporters,
    /// Either.
    Unclear,
}

/// What a column holds under these titles.
///
/// - Below `Imports from North Korea`, a column of other countries names those who import.
/// - China alone, or with one other country, is hardly the partner of China: it may be who tells.
///   `tells_china`: the user says that China does.
pub(crate) fn held(
    kind: NamedColumn,
    column: usize,
    rows: &[Line],
    whole: &TableDefaults,
    tells_china: bool,
) -> Countries {
    if kind == NamedColumn::Partner {
        return Countries::Partners;
    }
    let places = texts(rows, column).into_iter().filter_map(country);
    let (china, others): (BTreeSet<u16>, BTreeSet<u16>) = places.partition(|one| is_china(*one));
    let of_title = whole.partner.filter(|_| !whole.is_reversed);
    let is_other = of_title.is_some_and(|of_title| !others.contains(&of_title));
    match (china.is_empty(), others.len()) {
        (true, 0) => Countries::Partners,
        (true, _) if is_other => Countries::Unclear,
        (false, 0) if is_other || tells_china => Countries::Reporters,
        (false, 0) => Countries::Unclear,
        (false, _) if is_other => Countries::Reporters,
        (false, 1) => Countries::Unclear,
        _ => Countries::Partners,
    }
}
