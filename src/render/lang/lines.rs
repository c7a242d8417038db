//! What each language says of the small lines beside the rows of a table.

/// The phrases of one language.
pub(crate) trait Lines {
    /// The head of their column.
    fn last_months(&self, months: u32) -> String;
    /// How a line is read: from zero to the row's own highest month, or, where there are months
    /// below zero, from its lowest.
    fn scale_of_line(&self, below_zero: bool) -> &'static str;
    /// What a hole in a line is, with its sign.
    fn hole_in_line(&self) -> &'static str;
    /// What a zero in a line is, with its sign.
    fn zero_in_line(&self) -> &'static str;
}
