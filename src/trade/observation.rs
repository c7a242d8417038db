//! One observation: a row as a layout read it.

use crate::trade::{Amount, Basis, Currency, Flow, Interval, Period, Printed, TextId, Vintage};

/// What stands in [`Observation::split`] where the cell of a province or trade mode is blank.
pub const BLANK: &str = "?";

/// What kind of row it is, which decides how rows of one file that share a key are taken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum RowKind {
    /// A published figure for all goods: a month or a run of months, with its rounding.
    Published,
    /// A row of detail (one code, one province, …), to be added up.
    Detail,
}

/// One row as a layout read it. Many of them are kept as [`Rows`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Observation {
    /// Line in the file, from 1: the receipt.
    pub line: u64,
    /// The month, or the run of months, that it is for.
    pub period: Period,
    /// Import, export or total; never balance.
    pub flow: Flow,
    /// Place in [`super::Partner::table`], or [`super::Partner::UNLISTED`].
    pub partner: u16,
    /// The currency of the value.
    pub currency: Currency,
    /// The HS code as text; empty for all goods.
    pub code: TextId,
    /// Province and trade mode and whatever else splits it, joined by `|`; empty where nothing
    /// does.
    pub split: TextId,
    /// Figure or detail.
    pub kind: RowKind,
    /// The value and what its rounding leaves open; `None` where only a change was printed.
    pub value: Option<(Amount, Interval)>,
    /// How the value came about.
    pub basis: Basis,
    /// When it was released, where known.
    pub released: Option<Vintage>,
    /// The change from a year earlier that was printed beside it.
    pub printed: Option<Printed>,
    /// Who published it; empty: the file.
    pub publisher: TextId,
}

impl Observation {
    /// A row as printed, without its value yet: a published figure where it is for all goods, else
    /// detail; released on no known day, by nobody named.
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

    /// What the text of [`Observation::split`] names, a bit each: 1 province, 2 trade mode, 4 and 8
    /// whatever else.
    pub fn splits(text: &str) -> u32 {
        let parts = text.split('|').enumerate();
        let given = parts.filter(|(_, part)| !part.is_empty());
        given.fold(0, |bits, (at, _)| bits | 1 << at.min(3))
    }
}
