//! What was read, kept: every vintage, once, in Parquet files that never change, with a log in the
//! format of Delta Lake that says which of them count.
//!
//! In: [`Observations`](crate::trade::Observations). Out: the same, for the partners and goods
//! asked for. `docs/archive.md` describes the folder for those who read it with other tools.

mod add;
mod batch_columns;
mod chunks;
mod columns;
mod compact;
mod content;
mod coverage;
mod error;
mod files;
mod group_keys;
mod group_sums;
mod kept;
mod log;
mod monthly_sums;
mod names_of_codes;
mod partners;
mod read;
mod row_groups;
mod rows;
mod schema;
mod snapshot;
mod sums;
mod verify;
mod wanted;
mod write;

pub use add::{Assurances, add};
pub use compact::compact;
pub use error::ArchiveError;
pub use read::read;
pub use verify::{Listed, list, verify};
pub use wanted::{ReadBeside, Wanted};
