//! The kinds of the columns of a table kept by hand, by their names and the cells under them.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::watch::country;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::cells::number::{ValueCell, read_cell};
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::layout::tidy::countries;
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::trade::{Flow, Perspective};

pub(crate) fn has_values(names: &[String]) -> bool {
    let is_value = |kind: &NamedColumn| matches!(kind, NamedColumn::Value | NamedColumn::Money);
    kinds(names).iter().any(is_value)
}

/// The meaning of each column by its name. If none is a value, the columns named after partners
/// are: `month,North Korea,Japan`.
fn kinds(names: &[String]) -> Vec<NamedColumn> {
    let mut kinds: Vec<NamedColumn> = names.iter().map(|name| named(name)).collect();
    let partner = |name: &str| country(name).filter(|place| !is_china(*place));
    let is_value = |kind: &NamedColumn| {
        matches!(
            kind,
            NamedColumn::Value | NamedColumn::Money | NamedColumn::Flow
        )
    };
    // `Total` next to them is their sum.
    let named_kinds = || kinds.iter().zip(names);
    let of_partners = named_kinds()
        .filter(|(kind, name)| **kind == NamedColumn::Other && partner(name).is_some())
        .count();
    let is_sum = |name: &str| {
        let meaning = TextMeaning::of(name);
        // `Imports total` next to several partners is theirs.
        let of_flow = meaning.flow().is_some() && of_partners > 1;
        meaning.total && (meaning.flows.is_empty() || of_flow) && meaning.partners.is_empty()
    };
    let has_values = named_kinds().any(|(kind, name)| is_value(kind) && !is_sum(name));
    let has_partners =
        named_kinds().any(|(kind, name)| *kind == NamedColumn::Other && partner(name).is_some());
    if has_values || !has_partners {
        return kinds;
    }
    for (kind, name) in kinds.iter_mut().zip(names) {
        *kind = match *kind {
            NamedColumn::Other if partner(name).is_some() => NamedColumn::Value,
            one if is_value(&one) => NamedColumn::Sum,
            one => one,
        };
    }
    kinds
}

/// The kinds of the columns, as [`kinds`] finds them, except that a column named after a flow may
/// have numbers: `进出口` next to `出口` and `进口`.
/// `knows_side`: whether the user says whose flows they are.
pub(super) fn kinds_over(names: &[String], rows: &[Line], knows_side: bool) -> Vec<NamedColumn> {
    let mut kinds = kinds(names);
    let is_number = |cell: &&String| matches!(read_cell(cell), Ok(ValueCell::Given(..)));
    for (column, kind) in kinds.iter_mut().enumerate() {
        let cells = rows.iter().filter_map(|line| line.cells.get(column));
        let mut filled = cells.filter(|cell| !cell.is_empty()).peekable();
        if *kind == NamedColumn::Flow
            && filled.peek().is_some()
            && filled.all(|cell| is_number(&cell))
        {
            *kind = NamedColumn::Value;
        }
        // `price_basis` tells rows apart by its texts.
        let is_figure = |cell: &String| read_cell(cell.trim_end_matches('%').trim()).is_ok();
        let mut cells = rows.iter().filter_map(|line| line.cells.get(column));
        if matches!(*kind, NamedColumn::Quantity | NamedColumn::Change)
            && cells.any(|cell| {
                !cell.is_empty()
                    && !is_figure(cell)
                    && cell.chars().all(|c| c.is_alphabetic() || c == ' ')
            })
        {
            *kind = NamedColumn::Other;
        }
        // `trade type` may have trade modes, `code` those of countries.
        let texts = || countries::texts(rows, column);
        match kind {
            // `Chinese imports`, `대중 수출`: the flow with its side or partner, as labels have it.
            NamedColumn::Flow if texts().iter().any(|text| tells_side(text, knows_side)) => {
                *kind = NamedColumn::Label;
            }
            NamedColumn::Flow
                if !texts().is_empty() && !texts().iter().any(|text| is_flow(text)) =>
            {
                *kind = NamedColumn::Other;
            }
            NamedColumn::Code
                if !texts().is_empty() && texts().iter().all(|text| country(text).is_some()) =>
            {
                *kind = NamedColumn::Country;
            }
            _ => {}
        }
    }
    kinds
}

/// Whether a cell of flows tells whose it is, or with whom. `Exports to China` leaves open who tells it.
fn tells_side(cell: &str, knows_side: bool) -> bool {
    let meaning = TextMeaning::of(cell);
    let of_china = meaning.side == WhoseTrade::Of(Perspective::Reporter);
    let is_told = meaning.partner().is_some() || of_china || knows_side && meaning.china;
    meaning.flow().is_some() && is_told
}

/// Whether a cell says imports or exports. `Total` by itself may be the total of anything.
fn is_flow(cell: &str) -> bool {
    matches!(vocabulary::flow(cell), Ok(Flow::Import | Flow::Export))
        || !TextMeaning::of(cell).flows.is_empty()
        || cell.bytes().all(|byte| byte.is_ascii_digit())
}
