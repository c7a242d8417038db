//! The archive as one version of its log has it.

use serde::{Deserialize, Serialize};
use serde_json::Value;
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

impl Snapshot {
    /// Applies one action; `None` where it lacks what it must have.
    pub(crate) fn apply(&mut self, action: &Value) -> Option<()> {
        if let Some(add) = action.get("add") {
            let entry: FileEntry =
                serde_json::from_str(add.pointer("/tags/tradecheck")?.as_str()?).ok()?;
            self.current.insert(entry.path.clone(), entry);
        } else if let Some(remove) = action.get("remove") {
            self.current.remove(remove.get("path")?.as_str()?);
        } else if let Some(own) = action.pointer("/commitInfo/tradecheck") {
            let inputs: Vec<InputEntry> =
                serde_json::from_value(own.get("inputs")?.clone()).ok()?;
            self.inputs.extend(inputs);
            let inside: BTreeMap<String, String> =
                serde_json::from_value(own.get("inside")?.clone()).ok()?;
            self.inside.extend(inside);
        }
        Some(())
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
