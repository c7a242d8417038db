//! How much a remark weighs.

/// How much a remark weighs.
///
/// Source: docs/definitions.md, "What is said beside a figure".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// It changes a printed digit, a sign, a streak or a rank, or doubts what an input is.
    Caution,
    /// It says where a figure comes from and how.
    Detail,
}
