//! What one file turned out to be.

use crate::reader::bytes::encoding::Encoding;
use crate::trade::Accounted;
use std::collections::BTreeSet;

/// What one file turned out to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputProfile {
    /// The name to show.
    pub name: String,
    /// How it was written.
    pub encoding: Encoding,
    /// The layout it was recognised as.
    pub layout: &'static str,
    /// Its columns, as its header names them.
    pub columns: Vec<String>,
    /// The rows under the header.
    pub rows: u64,
    /// The records made from them, those of partners not asked for left out.
    pub records: u64,
    /// What became of each of its columns and texts.
    pub accounted: Vec<Accounted>,
    /// Every partner that it names, asked for or not.
    pub partners: BTreeSet<u16>,
}

impl InputProfile {
    /// That of an input kept in an archive.
    pub fn of_archive(
        name: String,
        rows: u64,
        records: u64,
        partners: BTreeSet<u16>,
    ) -> InputProfile {
        InputProfile {
            name,
            encoding: Encoding::Utf8,
            layout: "archive",
            columns: Vec::new(),
            rows,
            records,
            partners,
            accounted: Default::default(),
        }
    }
}

impl InputProfile {
    /// Whether its layout has columns of fixed names, as those of offices have; a table that people
    /// keep has not.
    pub fn has_fixed_columns(&self) -> bool {
        !["tidy", "wide"].contains(&self.layout)
    }
}
