//! What the lines above a table of the Trade Map say: its unit, product, flow and partner.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::texts::Applied;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, Perspective, TextKind, Unit};

/// What the lines above the table say.
pub(super) struct Above {
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    pub flow: Option<Flow>,
    pub partner: Option<u16>,
    /// The product's code; empty for all products.
    pub product: Option<String>,
    /// The title that names a single product, with its line and the code.
    pub alone: Option<(u64, String, String)>,
    /// Whether two units or currencies are given.
    pub two_units: bool,
}

pub(super) fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

/// Reads the titles: `Unit : US Dollar thousand`, `Product: 27 Mineral fuels`, `imported by China`.
pub(super) fn above(reading: &mut Reading<'_, '_>) -> Above {
    let mut above = Above {
        unit: None,
        currency: None,
        flow: None,
        partner: None,
        product: None,
        alone: None,
        two_units: false,
    };
    for (at, cells) in std::mem::take(&mut reading.table.titles)
        .into_iter()
        .enumerate()
    {
        let line = joined(&cells.cells);
        let line = line.trim();
        let mut applied = Applied {
            unit: true,
            ..Applied::default()
        };
        let product = ["product:", "product :", "product"]
            .iter()
            .find_map(|word| {
                let lower = line.to_ascii_lowercase();
                lower.strip_prefix(word).map(|rest| rest.trim().to_owned())
            });
        if let Some(product) = product {
            let first = product.split([' ', '-', ':']).find(|word| !word.is_empty());
            let digits = first.filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            above.product = match (digits, first) {
                (Some(code), _) => Some(code.to_owned()),
                (None, Some("total")) => Some(String::new()),
                _ => None,
            };
            if let Some(code) = above.product.as_ref().filter(|code| !code.is_empty()) {
                above.alone = Some((at as u64 + 1, line.to_owned(), code.clone()));
            }
            if above.product.is_some() {
                let part = TextKind::Title;
                let taken = crate::trade::Interpretation::Applied;
                reading.accounts.note(part, at as u64 + 1, line, taken);
                continue;
            }
        }
        let meaning = TextMeaning::of(line);
        above.two_units |= meaning.two_units
            || differ(above.unit, meaning.unit)
            || differ(above.currency, meaning.currency);
        above.unit = above.unit.or(meaning.unit);
        above.currency = above.currency.or(meaning.currency);
        if meaning.side == WhoseTrade::Of(Perspective::Reporter) {
            above.flow = above.flow.or(meaning.flow());
            applied.side = true;
        }
        above.partner = above.partner.or(meaning.partner());
        applied.partner = meaning.partner().is_some();
        applied.anything = applied.partner || meaning.unit.is_some() || meaning.flow().is_some();
        reading
            .accounts
            .text(TextKind::Title, at as u64 + 1, line, applied);
    }
    above
}

/// A line above the table as one text; an unquoted comma may have split `Unit: US$1,000`.
fn joined(cells: &[String]) -> String {
    cells
        .iter()
        .fold(String::new(), |line, cell| match &**cell {
            "000" => line + "," + cell,
            _ => line + " " + cell,
        })
}
