//! What is asked of an archive, and what each of its inputs turns out to be.

use crate::archive::snapshot::FileEntry;
use crate::trade::{Month, PartnerChoice};
use std::collections::BTreeSet;

/// What of an archive is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The partners whose rows are wanted.
    pub partner: PartnerChoice,
    /// How many digits of the HS code.
    pub digits: usize,
    /// Whether partners are told apart, where all are wanted.
    pub partners: bool,
    /// Quantities, which are kept row by row.
    pub quantities: bool,
    /// Names of goods, provinces and trade modes.
    pub names: bool,
    /// Whether earlier vintages matter: a date was asked for.
    pub vintages: bool,
    /// The first and the last month that any figure needs; `None`: every month.
    pub months: Option<(Month, Month)>,
    /// The names of the layouts that inputs may have had.
    pub layouts: Vec<&'static str>,
}

impl Wanted {
    /// Whether a file has months that are needed.
    pub(crate) fn may_need(&self, file: &FileEntry) -> bool {
        self.months.is_none_or(|(first, last)| {
            file.from <= last.to_string() && first.to_string() <= file.to
        })
    }
}

/// An input as the archive has it.
#[derive(Clone, Debug)]
pub struct ArchivedInput {
    /// The name of the file that was added.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// Those that were read now.
    pub records: u64,
    /// Every partner that it names, by place in the table.
    pub partners: BTreeSet<u16>,
}
