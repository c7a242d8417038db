//! Merges a closed year into one file, sorted by partner first, so that a question about one
//! partner reads a contiguous part of it instead of a bit of every month.

use crate::archive::content::Contents;
use crate::archive::coverage;
use crate::archive::describe::compacted_path;
use crate::archive::error::ArchiveError;
use crate::archive::files::Folder;
use crate::archive::kept::RowsWithOrigins;
use crate::archive::log;
use crate::archive::snapshot::{Change, FileEntry, Snapshot};
use crate::archive::write;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The outcome of compacting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Compacted {
    /// Years merged into one file.
    pub years: usize,
    /// Files of these years before.
    pub files: usize,
}

/// Merges every year before `before` into one file; all years but the last if it is `None`.
///
/// # Errors
/// [`ArchiveError`]; the archive is then unchanged.
pub fn compact(root: &Path, before: Option<i32>) -> Result<Compacted, ArchiveError> {
    let folder = Folder::lock(root)?;
    let mut snapshot = log::snapshot(root)?;
    folder.tidy_up(&snapshot)?;
    let mut years: BTreeMap<String, Vec<FileEntry>> = BTreeMap::new();
    for file in snapshot.current.values() {
        let year = file.path.split('/').next().unwrap_or("").to_owned();
        years.entry(year).or_default().push(file.clone());
    }
    let last = years.keys().next_back().cloned();
    let mut done = Compacted::default();
    for (year, files) in years {
        let number: i32 = year.trim_start_matches("year=").parse().unwrap_or(i32::MAX);
        let is_closed = before.map_or(Some(&year) != last.as_ref(), |before| number < before);
        if !is_closed || files.len() < 2 {
            continue;
        }
        let change = of_year(&folder, &snapshot, &year, &files)?;
        log::commit(&folder, &snapshot, "OPTIMIZE", &change)?;
        snapshot.take(change);
        folder.tidy_up(&snapshot)?;
        done.years += 1;
        done.files += files.len();
    }
    coverage::write(root, &snapshot)?;
    Ok(done)
}

fn of_year(
    folder: &Folder,
    snapshot: &Snapshot,
    year: &str,
    files: &[FileEntry],
) -> Result<Change, ArchiveError> {
    let mut all = RowsWithOrigins::new();
    for file in files {
        let path = folder.root().join(&file.path);
        all.read(&path).map_err(ArchiveError::in_file(&path))?;
    }
    let contents = Contents::of(&all.rows);
    let mut order: Vec<usize> = (0..all.rows.rows.len()).collect();
    contents.sort_rows(&mut order);
    let name = contents.name_of(&order);
    let whole: BTreeSet<&str> = snapshot
        .inputs
        .iter()
        .flat_map(|input| &input.files)
        .map(|file| file.name.as_str())
        .collect();
    let complete: BTreeSet<String> = files
        .iter()
        .filter(|file| whole.contains(file.name.as_str()))
        .map(|file| file.name.clone())
        .collect();
    let mut rows_of_inputs = all.origins.rows_of_inputs();
    rows_of_inputs.retain(|name, _| !complete.contains(name));
    let union = |list: fn(&FileEntry) -> &Vec<String>| -> Vec<String> {
        let set: BTreeSet<&String> = files.iter().flat_map(list).collect();
        set.into_iter().cloned().collect()
    };
    let flows: BTreeSet<&str> = files.iter().flat_map(|file| file.flow.split(' ')).collect();
    let entry = FileEntry {
        path: compacted_path(year.trim_start_matches("year="), &name),
        size: 0,
        sha256: String::new(),
        name,
        flow: flows.into_iter().collect::<Vec<_>>().join(" "),
        from: files
            .iter()
            .map(|file| file.from.clone())
            .min()
            .unwrap_or_default(),
        to: files
            .iter()
            .map(|file| file.to.clone())
            .max()
            .unwrap_or_default(),
        rows: order.len() as u64,
        partners: union(|file| &file.partners),
        chapters: union(|file| &file.chapters),
        levels: union(|file| &file.levels),
        currencies: union(|file| &file.currencies),
        released: FileEntry::latest_release(files.iter()),
        rows_of_inputs,
    };
    let path = entry.path.clone();
    let written = write::file(
        folder.root(),
        &path,
        (&contents, &order, &all.origins),
        entry,
    )?;
    Ok(Change {
        add: vec![written],
        remove: files.iter().map(|file| file.path.clone()).collect(),
        inputs: Vec::new(),
        inside: complete
            .into_iter()
            .map(|name| (name, path.clone()))
            .collect(),
        assured: Vec::new(),
    })
}
