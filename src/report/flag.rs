//! Letters next to a figure that show how it came about.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

/// A letter next to a figure, in the order in which they are explained.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Flag {
    /// Implied by a published change.
    Implied,
    /// The difference of published figures.
    Difference,
    /// Converted from the yuan figure.
    Converted,
    /// Revised since it was first published.
    Revised,
    /// A published change, for lack of levels to compute it from.
    AsPublished,
    /// Uncertain by a point or more, or in its sign, because of rounding.
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
