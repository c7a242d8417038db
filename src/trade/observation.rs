//! One observation: a row as read by a layout.

use crate::trade::{Amount, Basis, Currency, Flow, Interval, Period, Printed, TextId, Vintage};

/// Stands for a blank province or trade mode in [`Observation::split`].
pub const BLANK: &str = "?";

/// The kind of a row, which decides how rows of one file with the same key are treated.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum RowKind {
    /// A published figure for a month or a longer period, with its rounding.
    Published,
    /// A row of detail (one code, one province, …), to be added up.
    Detail,
}

/// One row as read by a layout. Large numbers of them are stored as [`crate::trade::rows::Rows`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Observation {
    /// The line in the file, from 1; kept for the receipt.
    pub line: u64,
    /// The month, or longer period, it is for.
    pub period: Period,
    /// Import, export or total; never balance.
    pub flow: Flow,
    /// Index into [`super::Partner::table`], or that of an unlisted partner or of World, see
    /// [`super::Partner::FIRST_UNLISTED`].
    pub partner: u16,
    /// The currency of the value.
    pub currency: Currency,
    /// The HS code as text; empty for all goods.
    pub code: TextId,
    /// Province, trade mode and any further dimension, joined by `|`; empty if there is no
    /// breakdown.
    pub split: TextId,
    /// Published figure or detail.
    pub kind: RowKind,
    /// The value with its rounding interval; `None` if only a change was printed.
    pub value: Option<(Amount, Interval)>,
    /// How the value came about.
    pub basis: Basis,
    /// The release date, if known.
    pub released: Option<Vintage>,
    /// The change from a year earlier, as printed with the value.
    pub printed: Option<Printed>,
    /// The publisher; empty for the file itself.
    pub publisher: TextId,
}

impl Observation {
    /// A row as printed, without its value: a published figure if it is for all goods, otherwise a
    /// detail. It has no release date and no publisher.
    pub fn printed_row(
        (line, period, flow): (u64, Period, Flow),
        (partner, currency, code): (u16, Currency, TextId),
    ) -> Observation {
        Observation {
            line,
            period,
            flow,
            partner,
            currency,
            code,
            split: TextId::EMPTY,
            kind: match code {
                TextId::EMPTY => RowKind::Published,
                _ => RowKind::Detail,
            },
            value: None,
            basis: Basis::Printed,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        }
    }

    /// The dimensions present in a text of [`Observation::split`], as bits: 1 province, 2 trade
    /// mode, 4 and 8 anything further.
    pub fn splits(text: &str) -> u32 {
        let parts = text.split('|').enumerate();
        let given = parts.filter(|(_, part)| !part.is_empty());
        given.fold(0, |bits, (at, _)| bits | 1 << at.min(3))
    }
}
