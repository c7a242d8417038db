//! An archive of everything that was read: every vintage, once, in immutable Parquet files, with a
//! log in Delta Lake format that says which files count.
//!
//! In: [`Observations`](crate::trade::Observations). Out: the same, for the partners and goods
//! asked for. `docs/archive.md` describes the folder for use with other tools.

mod add;
mod assurances;
mod assure;
mod batch_columns;
mod behind;
mod chunks;
mod columns;
mod compact;
mod content;
mod coverage;
mod describe;
mod doubles;
mod error;
mod files;
mod files_in_turn;
mod group_keys;
mod group_sums;
mod kept;
mod latest;
mod log;
mod merge;
mod monthly_sums;
mod names_of_codes;
mod partners;
mod read;
mod row_groups;
mod rows;
mod schema;
mod snapshot;
mod stated;
mod sums;
mod verify;
mod wanted;
mod write;

pub use add::add;
pub use assurances::Assurances;
pub use compact::compact;
pub use error::ArchiveError;
pub use read::read;
pub use stated::declares_all_partners;
pub use verify::{Listed, list, verify};
pub use wanted::{OtherInputs, Wanted};
