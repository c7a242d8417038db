//! Wording for the small line charts next to the rows of a table.

/// The wording of one language.
pub(crate) trait Lines {
    /// The header of their column.
    fn last_months(&self, months: u32) -> String;
    /// The scale of a line: from zero to the row's own highest month, or from its lowest month if
    /// that is negative.
    fn scale_of_line(&self, below_zero: bool) -> &'static str;
    /// The meaning of a gap in a line, with its character.
    fn hole_in_line(&self) -> &'static str;
    /// The meaning of a zero in a line, with its character.
    fn zero_in_line(&self) -> &'static str;
}
