//! What each language must be able to say.

use crate::report::RemarkKind;
use crate::trade::{FigureRemark, InputRemark, Measured, Missing, Period, Printed, SetRemark};

/// The sentences of one language. A sentence has no capital and no full stop.
pub(crate) trait Wording {
    /// A remark of the reader on an input.
    fn input(&self, what: &InputRemark) -> String;
    /// A remark on how a figure was made.
    fn figure(&self, what: &FigureRemark) -> String;
    /// A remark on how the series were made.
    fn set(&self, what: &SetRemark) -> String;
    /// A remark of a measure; `period`: that of the figure it is about.
    fn measure(&self, what: &RemarkKind, period: Option<Period>) -> String;
    /// Why a figure is not there.
    fn reason(&self, missing: &Missing) -> String;
    /// An amount in a sentence.
    fn measured(&self, amount: Measured) -> String;
}

/// A percentage with a sign, without the percent sign: `−28.9`, `+4`.
pub(crate) fn signed(printed: Printed) -> String {
    let size = printed.digits.unsigned_abs();
    let power = 10u128.pow(printed.decimals.min(30));
    let sign = if printed.digits < 0 { "−" } else { "+" };
    if printed.decimals == 0 {
        return format!("{sign}{size}");
    }
    let width = printed.decimals as usize;
    format!("{sign}{}.{:0width$}", size / power, size % power)
}
