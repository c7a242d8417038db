//! Why a file gave no rows.

/// Why a file was left before its rows.
pub(crate) enum NotRead {
    /// It is no table, and was not named as one.
    PassedOver,
    /// The problem was added.
    Problem,
}
