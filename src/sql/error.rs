//! Why there is no statement.

/// Why there is no statement.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SqlError {
    /// The table name is unsafe: it could end the statement.
    #[error(
        "not a table name: `{0}`\n  expected: letters, digits and `_`, with parts joined by `.`"
    )]
    Table(String),
    /// The archive has rows of several levels, or none that can be added up.
    #[error("{archive}: {held}\n  help: {help}")]
    ArchiveLevels {
        /// The archive folder.
        archive: String,
        /// The levels in it.
        held: String,
        /// What the user can do.
        help: &'static str,
    },
    /// The level is unsafe: it could end the statement.
    #[error(
        "not a level of detail: `{0}`\n  expected: a level listed for the archive, such as `hs8`"
    )]
    Level(String),
    /// A measure needs months, but none are given.
    #[error("no months given\n  help: add `--month 2017-09`, or `--from 2016-01 --to 2017-12`")]
    NoMonths,
    /// Total and balance are not supported.
    #[error(
        "SQL covers imports and exports only, not `{0}`\n  help: run the roll-up, then use tradecheck for the {0} of its result"
    )]
    Flow(&'static str),
    /// A code is more detailed than the roll-up.
    #[error("a roll-up by {good} cannot distinguish `{prefix}`\n  help: {help}")]
    TooFine {
        /// The code.
        prefix: String,
        /// `chapter` or `heading`.
        good: &'static str,
        /// What the user can do.
        help: &'static str,
    },
    /// Something that the rows of a table do not say, or that SQL does not cover.
    #[error(
        "SQL does not support `{0}`: it adds up current values month by month, by chapter or heading\n  help: use `tradecheck yoy --data DIR`"
    )]
    Unsupported(String),
    /// A roll-up is a table for later questions, whose flows must not be turned.
    #[error(
        "a roll-up keeps the flows as they are in the table\n  help: leave `--as` out here, and use it when you query the result"
    )]
    TurnedRollup,
}
