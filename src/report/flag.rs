//! How a figure came about, as a letter beside it.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

/// A letter beside a figure. The order is that in which they are explained.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Flag {
    /// Worked back from a published change.
    Implied,
    /// The difference of published figures.
    Difference,
    /// Converted from the yuan figure.
    Converted,
    /// Revised since it was first published.
    Revised,
    /// A change as it was published: no levels to work it out from.
    AsPublished,
    /// Rounding of the published figures leaves a point or more, or the sign, open.
    Uncertain,
}

impl Flag {
    /// The letter, the same in every language.
    pub fn letter(self) -> char {
        match self {
            Flag::Implied => 'e',
            Flag::Difference => 'd',
            Flag::Converted => 'c',
            Flag::Revised => 'r',
            Flag::AsPublished => 'p',
            Flag::Uncertain => 'u',
        }
    }
}
