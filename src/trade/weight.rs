//! How important a remark is.

/// How important a remark is.
///
/// Source: docs/definitions.md, "What is said beside a figure".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Changes a printed digit, a sign, a streak or a rank, or casts doubt on an input.
    Caution,
    /// Says where a figure comes from, and how it was made.
    Detail,
}
