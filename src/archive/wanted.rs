//! Requests to an archive, and what each of its inputs contributes.

use crate::archive::snapshot::FileEntry;
use crate::trade::{Flow, Month, Observations, PartnerChoice, Period, RowKind};
use std::collections::BTreeSet;

/// A request to an archive.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The partners to read.
    pub partner: PartnerChoice,
    /// The number of HS digits needed.
    pub digits: usize,
    /// Whether to distinguish partners, if all are wanted.
    pub partners: bool,
    /// Whether quantities are needed; they require single rows.
    pub quantities: bool,
    /// Whether names of goods, provinces and trade modes are needed.
    pub names: bool,
    /// Whether earlier vintages matter, because a date was given.
    pub vintages: bool,
    /// The months asked for, if no figure needs a later month, or one more than [`MONTHS_BEFORE`]
    /// earlier; `None` if every month is needed.
    pub months: Option<Period>,
    /// The flows to sum, from China's side; empty for all. Nothing is then known about other flows,
    /// not even which months they lack.
    pub flows: Vec<Flow>,
    /// What is read besides the archive.
    pub beside: OtherInputs,
}

/// What is read besides an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OtherInputs {
    /// Nothing.
    Nothing,
    /// Published figures, which may replace the rows of a partner, and rows of these months and flows
    /// (the last month of each period), which may be the same as in the archive.
    Given(BTreeSet<(Month, Flow)>),
}

impl OtherInputs {
    /// What these observations are.
    pub fn of(beside: &Observations) -> OtherInputs {
        let details = beside.rows.keys().filter(|row| row.kind == RowKind::Detail);
        OtherInputs::Given(details.map(|row| (row.period.to, row.flow)).collect())
    }

    /// Whether one of the rows may also be in one of these files: they are of the same month and flow.
    pub(crate) fn may_share<'f>(&self, mut files: impl Iterator<Item = &'f FileEntry>) -> bool {
        let OtherInputs::Given(rows) = self else {
            return false;
        };
        let rows: Vec<(String, &str)> = rows
            .iter()
            .map(|(month, flow)| (month.to_string(), flow.name()))
            .collect();
        files.any(|file| {
            rows.iter().any(|(month, flow)| {
                file.from <= *month
                    && *month <= file.to
                    && file.flow.split(' ').any(|one| one == *flow)
            })
        })
    }
}

/// How far back a rolling twelve-month sum and its base reach.
const MONTHS_BEFORE: i32 = 23;

impl Wanted {
    /// Whether rows of a flow are wanted, by its name.
    pub(crate) fn takes_flow(&self, name: &str) -> bool {
        self.flows.is_empty() || self.flows.iter().any(|flow| flow.name() == name)
    }

    /// Whether a file may have rows of a wanted flow.
    pub(crate) fn takes_flow_of(&self, file: &FileEntry) -> bool {
        file.flow.split(' ').any(|flow| self.takes_flow(flow))
    }

    /// The files with months that are needed; all of them if the archive lacks the first or last
    /// month asked for, since the answer then depends on which months it has.
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

/// An input in the archive.
#[derive(Clone, Debug)]
pub struct ArchivedInput {
    /// The name of the file that was added.
    pub name: String,
    /// Its number of rows.
    pub rows: u64,
    /// The number of rows read this time.
    pub records: u64,
    /// Every partner that it names, by table index.
    pub partners: BTreeSet<u16>,
}
