//! The log of an archive, in the format of Delta Lake (reader version 1, writer version 2): which
//! files count, and which inputs were ever added. A version is one file, made by one rename that
//! fails where the version exists, so that a reader sees the old set or the new one, whole.

use crate::archive::error::ArchiveError;
use crate::archive::files::{self, Folder};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

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

const LOG: &str = "_delta_log";

fn name_of(version: u64) -> String {
    format!("{version:020}.json")
}

/// The latest version of the archive at `root`.
///
/// # Errors
/// [`ArchiveError::NoArchive`] where there is none; [`ArchiveError::Damaged`] for a log that cannot
/// be read.
pub(crate) fn snapshot(root: &Path) -> Result<Snapshot, ArchiveError> {
    let folder = root.join(LOG);
    if !folder.is_dir() {
        return Err(ArchiveError::NoArchive(root.to_owned()));
    }
    let mut snapshot = Snapshot::default();
    for version in 0.. {
        let path = folder.join(name_of(version));
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => break,
            Err(error) => return Err(ArchiveError::at(path)(error)),
        };
        for line in text.lines() {
            let damaged = || ArchiveError::Damaged {
                what: format!("{} has a line that is not json", path.display()),
            };
            let action: Value = serde_json::from_str(line).map_err(|_| damaged())?;
            snapshot.apply(&action).ok_or_else(damaged)?;
        }
        snapshot.version = Some(version);
    }
    Ok(snapshot)
}

impl Snapshot {
    /// Applies one action; `None` where it lacks what it must have.
    fn apply(&mut self, action: &Value) -> Option<()> {
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

/// Writes the version after `snapshot`. The files that it adds are in place already.
///
/// # Errors
/// [`ArchiveError::Locked`] where another process has written that version meanwhile.
pub(crate) fn commit(
    folder: &Folder,
    snapshot: &Snapshot,
    operation: &str,
    change: &Change,
) -> Result<(), ArchiveError> {
    let version = snapshot.version.map_or(0, |last| last + 1);
    let mut actions = vec![json!({"commitInfo": {
        "operation": operation,
        "engineInfo": concat!("tradecheck ", env!("CARGO_PKG_VERSION")),
        "tradecheck": {"inputs": change.inputs, "inside": change.inside},
    }})];
    if version == 0 {
        actions.push(json!({"protocol": {"minReaderVersion": 1, "minWriterVersion": 2}}));
        actions.push(json!({"metaData": {
            "id": "7261646f-6368-6b61-7263-686976650001",
            "format": {"provider": "parquet", "options": {}},
            "schemaString": crate::archive::schema::delta().to_string(),
            "partitionColumns": [],
            "configuration": {},
            "createdTime": 0,
        }}));
    }
    for path in &change.remove {
        actions.push(json!({"remove": {"path": path, "dataChange": true, "deletionTimestamp": 0}}));
    }
    for file in &change.add {
        let tag = serde_json::to_string(file).unwrap_or_default();
        actions.push(json!({"add": {
            "path": file.path,
            "partitionValues": {},
            "size": file.size,
            "modificationTime": 0,
            "dataChange": operation != "OPTIMIZE",
            "tags": {"tradecheck": tag},
        }}));
    }
    let mut text = String::new();
    for action in actions {
        text.push_str(&action.to_string());
        text.push('\n');
    }
    let log = folder.root().join(LOG);
    files::make_folder(&log)?;
    files::write_new(&log.join(name_of(version)), text.as_bytes()).map_err(|error| match error {
        ArchiveError::Io { error, .. } if error.kind() == std::io::ErrorKind::AlreadyExists => {
            ArchiveError::Locked(folder.root().to_owned())
        }
        other => other,
    })
}
