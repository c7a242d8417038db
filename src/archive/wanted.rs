//! What is asked of an archive, and what each of its inputs turns out to be.

use crate::archive::snapshot::FileEntry;
use crate::trade::{Flow, Month, PartnerChoice, Period};
use std::collections::BTreeSet;

/// What of an archive is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The partners whose rows are wanted.
    pub partner: PartnerChoice,
    /// How many digits of the HS code.
    pub digits: usize,
    /// Whether partners are distinguished, where all are wanted.
    pub partners: bool,
    /// Quantities, which are kept row by row.
    pub quantities: bool,
    /// Names of goods, provinces and trade modes.
    pub names: bool,
    /// Whether earlier vintages matter: a date was asked for.
    pub vintages: bool,
    /// The months asked for, where no figure needs a later one, and none an earlier one than the
    /// [`MONTHS_BEFORE`] before them; `None`: every month is needed.
    pub months: Option<Period>,
    /// The flows whose sums are wanted, from China's side; empty: all. Nothing can be said about
    /// the others then, not even what their months lack.
    pub flows: Vec<Flow>,
    /// The names of the layouts that inputs may have had.
    pub layouts: Vec<&'static str>,
    /// What is read beside the archive.
    pub beside: ReadBeside,
}

/// What is read beside an archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadBeside {
    /// Nothing.
    Nothing,
    /// Published figures, which may stand in place of the rows of a partner.
    Figures,
    /// Rows, which may be those of the archive.
    Rows,
}

/// What a rolling sum of twelve months and its base a year earlier reach back.
const MONTHS_BEFORE: i32 = 23;

impl Wanted {
    /// Whether rows of a flow are wanted, by its name.
    pub(crate) fn takes_flow(&self, name: &str) -> bool {
        self.flows.is_empty() || self.flows.iter().any(|flow| flow.name() == name)
    }

    /// Whether a file may have rows of a flow that is wanted.
    pub(crate) fn takes_flow_of(&self, file: &FileEntry) -> bool {
        file.flow.split(' ').any(|flow| self.takes_flow(flow))
    }

    /// Those of some files that have months that are needed. All of them where the archive does not
    /// have the first and the last month asked for: what it has instead is then part of the answer.
    pub(crate) fn needed<'f>(&self, files: &[&'f FileEntry]) -> Vec<&'f FileEntry> {
        let has = |month: Month| {
            let month = month.to_string();
            files
                .iter()
                .any(|file| file.from <= month && month <= file.to)
        };
        let Some(asked) = self.months.filter(|asked| has(asked.from) && has(asked.to)) else {
            return files.to_vec();
        };
        let first = asked.from.plus(-MONTHS_BEFORE).to_string();
        let last = asked.to.to_string();
        let is_needed = |file: &&&FileEntry| file.from <= last && first <= file.to;
        files.iter().filter(is_needed).copied().collect()
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
