//! The log of an archive, in the format of Delta Lake (reader version 1, writer version 2): which
//! files count, and which inputs were added. Every version is one file, created by one operation
//! that fails if the version exists, so that readers see either the old set of files or the new
//! one.

use crate::archive::error::ArchiveError;
use crate::archive::files::{self, Folder};
use crate::archive::snapshot::{Action, Change, Snapshot};
use rayon::prelude::*;
use serde_json::json;
use std::path::{Path, PathBuf};

const LOG: &str = "_delta_log";

/// The folder of the log.
pub(crate) fn folder(root: &Path) -> PathBuf {
    root.join(LOG)
}

fn name_of(version: u64) -> String {
    format!("{version:020}.json")
}

/// The latest version of the archive at `root`.
///
/// # Errors
/// [`ArchiveError::NoArchive`] if there is none; [`ArchiveError::Damaged`] if the log is
/// unreadable; [`ArchiveError::LogHole`] if it lacks a version before its last one.
pub(crate) fn snapshot(root: &Path) -> Result<Snapshot, ArchiveError> {
    let folder = folder(root);
    if !folder.is_dir() {
        return Err(ArchiveError::NoArchive(root.to_owned()));
    }
    // Listed before it is read, since another process may write the next version meanwhile.
    let last = last_version(&folder)?;
    let mut versions: Vec<(PathBuf, String)> = Vec::new();
    for version in 0.. {
        let path = folder.join(name_of(version));
        match std::fs::read_to_string(&path) {
            Ok(text) => versions.push((path, text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => break,
            Err(error) => return Err(ArchiveError::at(path)(error)),
        }
    }
    let next = versions.len() as u64;
    if let Some(last) = last.filter(|last| *last > next) {
        // Without it, files of later versions would pass for leftovers.
        return Err(ArchiveError::LogHole {
            path: folder.join(name_of(next)),
            lacking: next,
            last,
        });
    }
    let damaged = |path: &Path| ArchiveError::Damaged {
        what: format!("{} has a line that is not JSON", path.display()),
    };
    // A log of many years names thousands of files with all their partners, so it is parsed in
    // parallel.
    let actions = versions.par_iter().map(|(path, text)| {
        let actions = text.lines().map(serde_json::from_str);
        let actions = actions.collect::<Result<Vec<Action<'_>>, _>>();
        actions.map_err(|_| damaged(path))
    });
    let actions = actions.collect::<Result<Vec<_>, _>>()?;
    let version = versions.len().checked_sub(1).map(|last| last as u64);
    Snapshot::of(actions.into_iter().flatten(), version).ok_or_else(|| damaged(&folder))
}

/// The last version that has a file.
fn last_version(folder: &Path) -> Result<Option<u64>, ArchiveError> {
    let mut last = None;
    for entry in std::fs::read_dir(folder).map_err(ArchiveError::at(folder))? {
        let name = entry.map_err(ArchiveError::at(folder))?.file_name();
        let name = name.to_string_lossy();
        let version = name.strip_suffix(".json").filter(|text| text.len() == 20);
        last = last.max(version.and_then(|text| text.parse().ok()));
    }
    Ok(last)
}

/// Writes the version that follows `snapshot`. Files that it adds must already exist.
///
/// # Errors
/// [`ArchiveError::Locked`] if another process has written that version in the meantime.
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
        "tradecheck": {"inputs": change.inputs, "inside": change.inside, "assured": change.assured},
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
