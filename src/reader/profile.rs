//! The profile of a file: its layout, encoding, columns and partners.

use crate::reader::bytes::encoding::Encoding;
use crate::trade::{LayoutName, UnderstoodText};
use std::collections::BTreeSet;

/// What reading one file has shown about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputProfile {
    /// The name shown to the user.
    pub name: String,
    /// The encoding of the file.
    pub encoding: Encoding,
    /// The name of its layout.
    pub layout: LayoutName,
    /// Its columns, as named in the header.
    pub columns: Vec<String>,
    /// Number of rows below the header.
    pub rows: u64,
    /// Number of observations made from them, without those of partners not asked for.
    pub observations: u64,
    /// How each of its columns and texts was understood.
    pub accounted: Vec<UnderstoodText>,
    /// All partners named in it, whether asked for or not.
    pub partners: BTreeSet<u16>,
}

impl InputProfile {
    /// The profile of an input stored in an archive.
    pub fn of_archive(
        name: String,
        rows: u64,
        observations: u64,
        partners: BTreeSet<u16>,
    ) -> InputProfile {
        InputProfile {
            name,
            encoding: Encoding::Utf8,
            layout: LayoutName::Archive,
            columns: Vec::new(),
            rows,
            observations,
            partners,
            accounted: Default::default(),
        }
    }
}

impl InputProfile {
    /// Whether the layout has fixed column names, as official layouts do and tables kept by hand do
    /// not.
    pub fn has_fixed_columns(&self) -> bool {
        self.layout.has_fixed_columns()
    }
}
