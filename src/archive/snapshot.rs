//! The archive as one version of its log has it.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One file of rows, whether it counts or is kept as an earlier vintage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct FileEntry {
    /// Its path under the folder of the archive, while it counts.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The name of its rows, see [`crate::archive::content::name_of`].
    pub name: String,
    pub flow: String,
    /// The last month of its rows: `2017-09`; the first and the last where it holds several.
    pub from: String,
    pub to: String,
    pub rows: u64,
    /// The codes of its partners.
    pub partners: Vec<String>,
    /// The chapters of its goods; empty text for all goods.
    pub chapters: Vec<String>,
    /// The levels of detail.
    pub levels: Vec<String>,
    pub currencies: Vec<String>,
    /// The latest release; empty where none is known.
    pub released: String,
}

/// An input that was added.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct InputEntry {
    /// The name of the file, as the user gave it.
    pub source: String,
    pub layout: String,
    /// Whether rows are probably missing at its end.
    pub is_cut: bool,
    /// Whether it is known to hold all goods, and all partners.
    pub all_goods: bool,
    pub all_partners: bool,
    /// Its rows by month and flow, whole, as they were read.
    pub files: Vec<FileEntry>,
}

/// The archive as one version has it.
#[derive(Clone, Default, Debug)]
pub(crate) struct Snapshot {
    /// The last version; `None` where nothing was committed.
    pub version: Option<u64>,
    /// The files that count, by path.
    pub current: BTreeMap<String, FileEntry>,
    /// Every input, in the order of adding.
    pub inputs: Vec<InputEntry>,
    /// For names of rows that were taken up by a compacted file: its path.
    pub inside: BTreeMap<String, String>,
}

/// What a commit changes.
#[derive(Default)]
pub(crate) struct Change {
    pub add: Vec<FileEntry>,
    /// Paths that count no more.
    pub remove: Vec<String>,
    pub inputs: Vec<InputEntry>,
    /// Names of rows that are now found inside the one file added.
    pub inside: BTreeMap<String, String>,
}

/// One line of the log, as far as it is looked at.
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
    /// Absent where another program wrote it.
    tradecheck: Option<Own>,
}

/// What Delta Lake has no word for.
#[derive(Deserialize)]
struct Own {
    inputs: Vec<InputEntry>,
    inside: BTreeMap<String, String>,
}

/// The level of published figures; every other one is of detail.
pub(crate) const PUBLISHED: &str = "published";

impl FileEntry {
    /// Whether it holds published figures.
    pub(crate) fn has_published(&self) -> bool {
        self.levels.iter().any(|level| level == PUBLISHED)
    }

    /// The levels of its rows of detail.
    pub(crate) fn levels_of_detail(&self) -> impl Iterator<Item = &String> {
        self.levels.iter().filter(|level| *level != PUBLISHED)
    }
}

impl Snapshot {
    /// What the actions of a log come to, in their order; `None` where one lacks what it must have.
    pub(crate) fn of<'l>(
        actions: impl Iterator<Item = Action<'l>>,
        version: Option<u64>,
    ) -> Option<Snapshot> {
        let mut snapshot = Snapshot {
            version,
            ..Snapshot::default()
        };
        // Most files that were added count no more once their year is compacted: nobody reads
        // what the log says of those.
        let mut count: BTreeMap<Cow<'l, str>, Cow<'l, str>> = BTreeMap::new();
        for action in actions {
            if let Some(add) = action.add {
                count.insert(add.path, add.tags.tradecheck);
            } else if let Some(remove) = action.remove {
                count.remove(&remove.path);
            } else if let Some(own) = action.commit_info.and_then(|info| info.tradecheck) {
                snapshot.inputs.extend(own.inputs);
                snapshot.inside.extend(own.inside);
            }
        }
        let entries = count.par_iter().map(|(_, text)| {
            let entry: FileEntry = serde_json::from_str(text).ok()?;
            Some((entry.path.clone(), entry))
        });
        snapshot.current = entries.collect::<Option<_>>()?;
        Some(snapshot)
    }

    /// The snapshot after a change was committed.
    pub(crate) fn take(&mut self, change: Change) {
        for path in &change.remove {
            self.current.remove(path);
        }
        let files = change.add.into_iter().map(|file| (file.path.clone(), file));
        self.current.extend(files);
        self.inputs.extend(change.inputs);
        self.inside.extend(change.inside);
        self.version = Some(self.version.map_or(0, |last| last + 1));
    }

    /// Whether rows of this name were added before.
    pub(crate) fn has(&self, name: &str) -> bool {
        let files = self.inputs.iter().flat_map(|input| &input.files);
        files.into_iter().any(|file| file.name == name)
    }
}
