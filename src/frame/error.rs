//! Why no series can be made.

use crate::trade::Currency;
use polars::prelude::PolarsError;

/// Why no series can be made.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The inputs hold nothing for the partner.
    #[error("no rows for {wanted}: the data hold {held}\n  help: {help}")]
    NoPartner {
        /// The partner asked for.
        wanted: String,
        /// The partners that the data hold.
        held: String,
        /// The way out.
        help: &'static str,
    },
    /// The inputs hold nothing in the currency.
    #[error("no figures in {wanted}: the data hold {held}\n  help: pass `--currency {other}`")]
    NoCurrency {
        /// The currency asked for.
        wanted: Currency,
        /// The other one.
        held: Currency,
        /// Its flag.
        other: &'static str,
    },
    /// The inputs hold no rows of the goods.
    #[error("no rows of {wanted}: the data hold {held}\n  help: {help}")]
    NoGoods {
        /// The goods asked for.
        wanted: String,
        /// What the data hold.
        held: String,
        /// The way out.
        help: &'static str,
    },
    /// The inputs hold nothing that can be split so.
    #[error("nothing can be split by {by}: {why}\n  help: {help}")]
    NoSplit {
        /// What it was to be split by.
        by: &'static str,
        /// Why not.
        why: String,
        /// The way out.
        help: &'static str,
    },
    /// The inputs hold values and no quantities.
    #[error("no quantities{of}: the data hold values alone\n  help: {help}")]
    NoQuantities {
        /// Of which goods: empty, or ` of HS 2701`.
        of: String,
        /// The way out.
        help: &'static str,
    },
    /// Two rows of one file give one total two values.
    #[error(
        "{file}:{line}: {what} stood there before with another value, at line {first_line}\n  \
         expected: one row for each month, flow and partner, or a column that tells them apart\n  \
         help: take one of the two out, or give the file the column that was cut away"
    )]
    TwoValues {
        /// The file.
        file: String,
        /// The second row.
        line: u64,
        /// The first row.
        first_line: u64,
        /// Of what: `imports of 2017-09 with North Korea`.
        what: String,
    },
    /// A row with a blank province or trade mode is the sum of the others beside it.
    #[error(
        "{file}:{line}: the province or trade mode is blank, and the value is the sum of the other rows \
         of this month, partner and code\n  \
         expected: one depth in a file\n  \
         help: take the rows of totals out, or fill the cell in"
    )]
    BlankTotal {
        /// The file.
        file: String,
        /// The row.
        line: u64,
    },
    /// A partner on no list is the sum of all the others.
    #[error(
        "the partner `{name}` comes to the sum of all the others, as a total does\n  \
         expected: partners alone, and totals under a name for one, such as `World`\n  \
         help: leave it out with `--ignore '{name}'`; where it is a partner, `--all-partners`"
    )]
    PartnerIsSum {
        /// What the input calls it.
        name: String,
    },
    /// Nothing had been released by the date asked for.
    #[error("nothing had been released by {as_of}: {why}\n  help: pass a later `--as-of`, or none")]
    NotYet {
        /// The date asked for.
        as_of: String,
        /// When the first figure was released, or that none is dated.
        why: String,
    },
    /// The frame itself failed.
    #[error("the data frame failed: {0}")]
    Frame(#[from] PolarsError),
}
