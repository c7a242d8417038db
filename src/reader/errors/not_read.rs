//! Why a file yielded no rows.

/// Why a file was abandoned before its rows were read.
pub(crate) enum FileSkipped {
    /// It is not a table, and the user did not name it as one.
    PassedOver,
    /// It has an error, which was added to the problems.
    Problem,
}
