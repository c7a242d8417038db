//! The state of an archive at one version of its log.

use crate::archive::assurances::{Assurances, Assured, AssuredLater};
use crate::trade::Vintage;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One file of rows, either current or kept as an earlier vintage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct FileEntry {
    /// Its path relative to the archive folder, while it is current.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The name of its rows, see [`crate::archive::content::Contents::name_of`].
    pub name: String,
    pub flow: String,
    /// Its first and last month (`2017-09`), by the last month of its rows.
    pub from: String,
    pub to: String,
    pub rows: u64,
    /// The codes of its partners.
    pub partners: Vec<String>,
    /// The chapters of its goods; an empty text for all goods.
    pub chapters: Vec<String>,
    /// The levels of detail.
    pub levels: Vec<String>,
    pub currencies: Vec<String>,
    /// The latest release date; empty if unknown.
    pub released: String,
    /// For a file merged from several inputs: how many rows are of each input that is not complete
    /// in it, by the name of its rows.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rows_of_inputs: BTreeMap<String, u64>,
}

/// An input that was added.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct InputEntry {
    /// The name of the file, as the user gave it.
    pub source: String,
    pub layout: String,
    /// Whether rows are probably missing at its end.
    pub is_cut: bool,
    /// Whether it was declared to cover all goods, and all partners, when it was added; see
    /// [`Snapshot::assurances`].
    pub all_goods: bool,
    pub all_partners: bool,
    /// Its complete rows by month and flow, as they were read.
    pub files: Vec<FileEntry>,
}

/// The state of an archive at one version.
#[derive(Clone, Default, Debug)]
pub(crate) struct Snapshot {
    /// The last version; `None` if nothing was committed.
    pub version: Option<u64>,
    /// The current files, by path.
    pub current: BTreeMap<String, FileEntry>,
    /// All inputs, in the order of adding.
    pub inputs: Vec<InputEntry>,
    /// The paths of compacted files, by the names of the rows merged into them.
    pub inside: BTreeMap<String, String>,
    /// What became known of inputs after they were added.
    pub assured: AssuredLater,
}

/// The changes of a commit.
#[derive(Default)]
pub(crate) struct Change {
    pub add: Vec<FileEntry>,
    /// Paths that are no longer current.
    pub remove: Vec<String>,
    pub inputs: Vec<InputEntry>,
    /// The path of the new file, by the names of the rows merged into it.
    pub inside: BTreeMap<String, String>,
    /// What is newly known of earlier inputs.
    pub assured: Vec<Assured>,
}

impl Change {
    /// Whether it changes nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.add.is_empty()
            && self.remove.is_empty()
            && self.inputs.is_empty()
            && self.assured.is_empty()
    }
}

/// The parts we need of one line in the log.
#[derive(Deserialize)]
pub(crate) struct Action<'l> {
    #[serde(borrow)]
    add: Option<Add<'l>>,
    #[serde(borrow)]
    remove: Option<Remove<'l>>,
    #[serde(rename = "commitInfo")]
    commit_info: Option<CommitInfo>,
}

#[derive(Deserialize)]
struct Add<'l> {
    #[serde(borrow)]
    path: Cow<'l, str>,
    #[serde(borrow)]
    tags: Tags<'l>,
}

#[derive(Deserialize)]
struct Tags<'l> {
    /// A [`FileEntry`] as text.
    #[serde(borrow)]
    tradecheck: Cow<'l, str>,
}

#[derive(Deserialize)]
struct Remove<'l> {
    #[serde(borrow)]
    path: Cow<'l, str>,
}

#[derive(Deserialize)]
struct CommitInfo {
    /// `None` if another program wrote it.
    tradecheck: Option<Own>,
}

/// Information for which Delta Lake has no field.
#[derive(Deserialize)]
struct Own {
    inputs: Vec<InputEntry>,
    inside: BTreeMap<String, String>,
    /// Older logs have none.
    #[serde(default)]
    assured: Vec<Assured>,
}

/// The level of published figures; all others are levels of detail.
pub(crate) const PUBLISHED: &str = "published";

impl FileEntry {
    /// The latest release date of several files; empty if none is dated. As text `2016-10-23` is
    /// the greater, and yet `2016-10` counts as the 31st.
    pub(crate) fn latest_release<'f>(files: impl Iterator<Item = &'f FileEntry>) -> String {
        let date = |file: &&FileEntry| file.released.parse::<Vintage>().ok();
        files
            .max_by_key(date)
            .map_or_else(String::new, |file| file.released.clone())
    }

    /// Whether it has published figures.
    pub(crate) fn has_published(&self) -> bool {
        self.levels.iter().any(|level| level == PUBLISHED)
    }

    /// The levels of its detail rows.
    pub(crate) fn levels_of_detail(&self) -> impl Iterator<Item = &String> {
        self.levels.iter().filter(|level| *level != PUBLISHED)
    }
}

impl Snapshot {
    /// The result of applying the actions of a log in order; `None` if one lacks a required field.
    pub(crate) fn of<'l>(
        actions: impl Iterator<Item = Action<'l>>,
        version: Option<u64>,
    ) -> Option<Snapshot> {
        let mut snapshot = Snapshot {
            version,
            ..Snapshot::default()
        };
        // Most files that were added are no longer current once their year is compacted, so their
        // log entries are not parsed.
        let mut count: BTreeMap<Cow<'l, str>, Cow<'l, str>> = BTreeMap::new();
        for action in actions {
            if let Some(add) = action.add {
                count.insert(add.path, add.tags.tradecheck);
            } else if let Some(remove) = action.remove {
                count.remove(&remove.path);
            } else if let Some(own) = action.commit_info.and_then(|info| info.tradecheck) {
                snapshot.inputs.extend(own.inputs);
                snapshot.inside.extend(own.inside);
                own.assured
                    .into_iter()
                    .for_each(|one| snapshot.assured.note(one));
            }
        }
        let entries = count.par_iter().map(|(_, text)| {
            let entry: FileEntry = serde_json::from_str(text).ok()?;
            Some((entry.path.clone(), entry))
        });
        snapshot.current = entries.collect::<Option<_>>()?;
        Some(snapshot)
    }

    /// Applies a committed change.
    pub(crate) fn take(&mut self, change: Change) {
        for path in &change.remove {
            self.current.remove(path);
        }
        let files = change.add.into_iter().map(|file| (file.path.clone(), file));
        self.current.extend(files);
        self.inputs.extend(change.inputs);
        self.inside.extend(change.inside);
        change
            .assured
            .into_iter()
            .for_each(|one| self.assured.note(one));
        self.version = Some(self.version.map_or(0, |last| last + 1));
    }

    /// What is declared about the rows of an input in one month and flow.
    pub(crate) fn assurances(&self, input: &InputEntry, file: &FileEntry) -> Assurances {
        let later = self.assured.of(&file.name);
        Assurances {
            all_goods: input.all_goods || later.all_goods,
            all_partners: input.all_partners || later.all_partners,
        }
    }

    /// The rows of all inputs by month and flow, with what is declared about them.
    pub(crate) fn assured_files(&self) -> impl Iterator<Item = (&FileEntry, Assurances)> {
        self.inputs.iter().flat_map(|input| {
            let files = input.files.iter();
            files.map(|file| (file, self.assurances(input, file)))
        })
    }

    /// How many rows of a file of an input are in use.
    pub(crate) fn rows_in_use(&self, file: &FileEntry) -> u64 {
        if self.current.contains_key(&file.path) {
            return file.rows;
        }
        match self.inside.get(&file.name) {
            Some(path) if self.current.contains_key(path) => file.rows,
            _ => {
                let of_input = |one: &FileEntry| one.rows_of_inputs.get(&file.name).copied();
                self.current.values().filter_map(of_input).sum()
            }
        }
    }

    /// Whether rows with this name were added before.
    pub(crate) fn has(&self, name: &str) -> bool {
        let files = self.inputs.iter().flat_map(|input| &input.files);
        files.into_iter().any(|file| file.name == name)
    }
}
