//! Crash-safe file writing: to a temporary name, to disk, then a single rename.

use crate::archive::error::ArchiveError;
use crate::archive::snapshot::{FileEntry, Snapshot};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The folder of earlier vintages, whose names no glob for `*.parquet` matches.
const SUPERSEDED: &str = "superseded";

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(30);

/// An archive folder locked for writing by this process. The operating system releases the lock
/// when the process ends, for whatever reason.
pub(crate) struct Folder {
    root: PathBuf,
    _lock: File,
}

impl Folder {
    /// Locks the folder, which is created if necessary.
    ///
    /// # Errors
    /// [`ArchiveError::Locked`] if another process holds the lock for more than half a minute.
    pub(crate) fn lock(root: &Path) -> Result<Folder, ArchiveError> {
        make_folder(root)?;
        let path = root.join("archive.lock");
        let lock = File::create(&path).map_err(ArchiveError::at(&path))?;
        let begun = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(fs::TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(ArchiveError::Locked(root.to_owned()));
                }
                Err(fs::TryLockError::Error(error)) => return Err(ArchiveError::at(path)(error)),
            }
        }
        Ok(Folder {
            root: root.to_owned(),
            _lock: lock,
        })
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Finishes the work of an interrupted process: deletes files of an archive that are not in the
    /// log, and moves away files that no longer count. Files that no archive writes are left alone.
    ///
    /// # Errors
    /// When a file cannot be moved or deleted.
    pub(crate) fn tidy_up(&self, snapshot: &Snapshot) -> Result<(), ArchiveError> {
        for path in files_under(&self.root)? {
            let Ok(inside) = path.strip_prefix(&self.root) else {
                continue;
            };
            let name = inside.to_string_lossy().replace('\\', "/");
            let is_old = inside.starts_with(SUPERSEDED);
            if is_temporary(&name) {
                fs::remove_file(&path).map_err(ArchiveError::at(&path))?;
            } else if is_of_archive(&name) && !is_old && !snapshot.current.contains_key(&name) {
                self.put_away_one(snapshot, &name)?;
            }
        }
        Ok(())
    }

    /// Hides files that no longer count from globs. Files with complete input rows are kept; those
    /// merged from several inputs are deleted.
    ///
    /// # Errors
    /// When a file cannot be moved or deleted.
    pub(crate) fn hide_superseded(
        &self,
        before: &Snapshot,
        paths: &[String],
    ) -> Result<(), ArchiveError> {
        paths
            .iter()
            .try_for_each(|path| self.put_away_one(before, path))
    }

    fn put_away_one(&self, snapshot: &Snapshot, path: &str) -> Result<(), ArchiveError> {
        let mut files = snapshot.inputs.iter().flat_map(|input| &input.files);
        let is_whole =
            |file: &FileEntry| file.path == path && !snapshot.inside.contains_key(&file.name);
        let holds_whole = snapshot.inside.values().any(|one| one == path);
        if files.any(is_whole) || holds_whole {
            return self.supersede(path);
        }
        let full = self.root.join(path);
        fs::remove_file(&full).map_err(ArchiveError::at(full))
    }

    /// Moves a file that is no longer in use to where no glob finds it.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub(crate) fn supersede(&self, path: &str) -> Result<(), ArchiveError> {
        let to = self.root.join(superseded(path));
        if let Some(folder) = to.parent() {
            make_folder(folder)?;
        }
        let from = self.root.join(path);
        fs::rename(&from, &to).map_err(ArchiveError::at(from))?;
        to.parent().map_or(Ok(()), sync_folder)
    }
}

/// Whether a file under the folder, by its path from there, has the name of a file of rows:
/// `year=2017/…-0f3a9c2be1d4.parquet`.
pub(crate) fn is_of_archive(name: &str) -> bool {
    let stem = name
        .strip_prefix("year=")
        .and_then(|name| name.strip_suffix(".parquet"));
    let digits = stem.and_then(|stem| stem.split("-all-").next()?.rsplit('-').next());
    digits.is_some_and(|digits| {
        digits.len() == 12 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// Whether it is a file that a write of an archive left unfinished.
fn is_temporary(name: &str) -> bool {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_own = folder.starts_with("year=") || [SUPERSEDED, "_delta_log"].contains(&folder);
    name == "coverage.tmp" || is_own && name.ends_with(".tmp")
}

/// The name under which a file that no longer counts is kept.
pub(crate) fn superseded(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    format!("{SUPERSEDED}/{name}.old")
}

/// The current location of the rows of an input: the file itself, its kept copy, or a compacted
/// file.
pub(crate) fn place_of(root: &Path, file: &FileEntry, snapshot: &Snapshot) -> PathBuf {
    if snapshot.current.contains_key(&file.path) {
        return root.join(&file.path);
    }
    match snapshot.inside.get(&file.name) {
        Some(path) if snapshot.current.contains_key(path) => root.join(path),
        Some(path) => kept_or_there(root, path),
        None => kept_or_there(root, &file.path),
    }
}

/// The location of a file that no longer counts; between commit and move it is still in its old
/// place.
fn kept_or_there(root: &Path, path: &str) -> PathBuf {
    let kept = root.join(superseded(path));
    if kept.exists() { kept } else { root.join(path) }
}

pub(crate) fn files_under(root: &Path) -> Result<Vec<PathBuf>, ArchiveError> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(ArchiveError::at(&folder))? {
            let path = entry.map_err(ArchiveError::at(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Creates a folder and its parents.
///
/// # Errors
/// When the system refuses.
pub(crate) fn make_folder(path: &Path) -> Result<(), ArchiveError> {
    fs::create_dir_all(path).map_err(ArchiveError::at(path))
}

/// Writes a new file, completely or not at all.
///
/// # Errors
/// A system error; `AlreadyExists` if the name is taken.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    let temporary = path.with_extension("tmp");
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    // A link fails if the name is taken; a rename would not.
    let linked = written.and_then(|()| fs::hard_link(&temporary, path));
    let _ = fs::remove_file(&temporary);
    linked.map_err(ArchiveError::at(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

fn sync_folder(path: &Path) -> Result<(), ArchiveError> {
    // Windows has no handles for folders.
    if cfg!(unix) {
        let folder = File::open(path).map_err(ArchiveError::at(path))?;
        folder.sync_all().map_err(ArchiveError::at(path))?;
    }
    Ok(())
}

/// Replaces a small file: readers see the old one or the new one.
///
/// # Errors
/// A system error.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    let temporary = path.with_extension("tmp");
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written
        .and_then(|()| fs::rename(&temporary, path))
        .map_err(ArchiveError::at(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}
