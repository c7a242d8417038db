//! Why no series can be made.

use crate::trade::Currency;
use polars::prelude::PolarsError;

/// Why no series can be made.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The inputs have nothing for the partner.
    #[error("no rows for {wanted}: the data contain {held}\n  help: {help}")]
    NoPartner {
        /// The partner asked for.
        wanted: String,
        /// The partners in the data.
        held: String,
        /// What the user can do.
        help: String,
    },
    /// The inputs have the partner, but no row of it can be used.
    #[error("no usable rows for {wanted}\n  help: its rows were left out or have no value")]
    NoRowLeft {
        /// The partner asked for.
        wanted: String,
    },
    /// The inputs have nothing in the currency.
    #[error("no figures in {wanted}: the data are in {held}\n  help: pass `--currency {other}`")]
    NoCurrency {
        /// The currency asked for.
        wanted: Currency,
        /// The currency in the data.
        held: Currency,
        /// The name of that currency as a value of the flag.
        other: &'static str,
    },
    /// Partners or goods that are to be added up have figures in another currency only.
    #[error(
        "no figures of {what} in {wanted}: the data have them in {held} only, and two currencies are never added up\n  help: pass files with these figures in {wanted}, or leave them out with `--partner` or `--hs`"
    )]
    OtherCurrency {
        /// The partners or goods.
        what: String,
        /// The currency of the answer.
        wanted: Currency,
        /// The currency in which they are known.
        held: Currency,
    },
    /// The inputs have no rows of the goods.
    #[error("no rows for {wanted}: the data contain {held}\n  help: {help}")]
    NoGoods {
        /// The goods asked for.
        wanted: String,
        /// The goods in the data.
        held: String,
        /// What the user can do.
        help: String,
    },
    /// The inputs cannot be broken down this way.
    #[error("cannot split by {by}: {why}\n  help: {help}")]
    NoSplit {
        /// The breakdown asked for.
        by: &'static str,
        /// Why it is not possible.
        why: String,
        /// What the user can do.
        help: &'static str,
    },
    /// The inputs have values but no quantities.
    #[error("no quantities{of}: the data contain values only\n  help: {help}")]
    NoQuantities {
        /// The goods: empty, or ` of HS 2701`.
        of: String,
        /// What the user can do.
        help: &'static str,
    },
    /// Two rows of one file give different values for the same total.
    #[error(
        "{file}:{line}: another value for {what} is in line {first_line}\n  \
         expected: one row for each month, flow and partner, or a column that distinguishes them\n  \
         help: delete one of the two rows, or restore the column that was removed"
    )]
    TwoValues {
        /// The file name.
        file: String,
        /// The line of the second row.
        line: u64,
        /// The line of the first row.
        first_line: u64,
        /// The total: `imports of 2017-09 with North Korea`.
        what: String,
    },
    /// Values that were read as whole currency units turn out to have a scale that is not stated.
    #[error(
        "{file}:{line}: the unit is uncertain: no scale is stated; {what} read as {value}, but were published as {published}\n  \
         help: pass `--file-unit '{scale}'` if that is the unit of the file, or `--file-unit 1` if its amounts are in whole dollars or yuan"
    )]
    OtherUnit {
        /// The file.
        file: String,
        /// The row.
        line: u64,
        /// Of what: `imports of 2017-09`.
        what: String,
        /// The value as it was read.
        value: String,
        /// The published total.
        published: String,
        /// The scale at which the two agree.
        scale: &'static str,
    },
    /// A file that names no partner has totals far above those of the partner assumed.
    #[error(
        "{file}:{line}: no partner is named, and {what} read as {value} are far from those published for {partner}, {published}\n  \
         help: name the partner in a column or a title, or pass `--partner`"
    )]
    OtherPartner {
        /// The file.
        file: Box<str>,
        /// The row.
        line: u64,
        /// The partner assumed.
        partner: Box<str>,
        /// Of what: `imports of 2017-09`.
        what: Box<str>,
        /// The value as it was read.
        value: Box<str>,
        /// The published total.
        published: Box<str>,
    },
    /// The flows of a table are those that were published as the other flow.
    #[error(
        "{file}:{line}: {what} read as {value} are what China's customs published as {published}\n  \
         help: say whose imports and exports the file contains: `--file-side cn` or `--file-side kp`"
    )]
    FlowsSwapped {
        /// The file.
        file: Box<str>,
        /// The row.
        line: u64,
        /// Of what: `imports of 2017-09`.
        what: Box<str>,
        /// The value as it was read.
        value: Box<str>,
        /// The other flow: `exports`.
        published: Box<str>,
    },
    /// A row with a blank province or trade mode equals the sum of the other rows.
    #[error(
        "{file}:{line}: the province or trade mode is blank, and the value is the sum of the other rows \
         of this month, partner and code\n  \
         expected: one level of detail in a file\n  \
         help: delete the rows of totals, or fill in the cell"
    )]
    BlankTotal {
        /// The file name.
        file: String,
        /// The line of the row.
        line: u64,
    },
    /// An unlisted partner equals the sum of all the others.
    #[error(
        "the partner `{name}` equals the sum of all the others, as a total would\n  \
         expected: partners only, with totals under a name such as `World`\n  \
         help: leave it out with `--ignore '{name}'`; if it is a partner, use `--all-partners`"
    )]
    PartnerIsSum {
        /// The name in the input.
        name: String,
    },
    /// Figures of the customs office and of another body in one series.
    #[error(
        "{what} are from `{source_name}`, while other figures are from `{before}`: each compiles its own\n  \
         expected: figures from one source in a series\n  \
         help: pass figures from only one of them"
    )]
    TwoCompilers {
        /// The figure: `imports of 2017-09`.
        what: String,
        /// Its publisher.
        source_name: String,
        /// The publisher of the others.
        before: String,
    },
    /// Nothing had been released by the date asked for.
    #[error("nothing had been released by {as_of}: {why}\n  help: {help}")]
    NotYet {
        /// The date asked for.
        as_of: String,
        /// When the first figure was released, or that no figure is dated.
        why: String,
        /// What the user can do.
        help: &'static str,
    },
    /// The data frame itself failed.
    #[error("the data frame failed: {0}")]
    Frame(#[from] PolarsError),
}

impl FrameError {
    /// Whether the data merely have nothing of the kind. Every other error means that the data
    /// cannot be trusted, and that nothing may be answered from the rest of them.
    pub fn is_absence(&self) -> bool {
        match self {
            FrameError::NoPartner { .. }
            | FrameError::NoRowLeft { .. }
            | FrameError::NoCurrency { .. }
            | FrameError::NoGoods { .. }
            | FrameError::NoSplit { .. }
            | FrameError::NoQuantities { .. }
            | FrameError::NotYet { .. } => true,
            FrameError::TwoValues { .. }
            | FrameError::OtherCurrency { .. }
            | FrameError::OtherUnit { .. }
            | FrameError::OtherPartner { .. }
            | FrameError::FlowsSwapped { .. }
            | FrameError::BlankTotal { .. }
            | FrameError::PartnerIsSum { .. }
            | FrameError::TwoCompilers { .. }
            | FrameError::Frame(_) => false,
        }
    }

    /// What was found; `None` if the data have nothing of the kind.
    ///
    /// # Errors
    /// Every error that is not an absence.
    pub fn unless_absent<T>(found: Result<T, FrameError>) -> Result<Option<T>, FrameError> {
        match found {
            Ok(found) => Ok(Some(found)),
            Err(why) if why.is_absence() => Ok(None),
            Err(why) => Err(why),
        }
    }
}
