//! Lists the contents of an archive, and verifies it against its log.

use crate::archive::content::hex;
use crate::archive::doubles;
use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::log;
use crate::archive::snapshot::{FileEntry, Snapshot};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// One flow of an input in an archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// The name of the file that was added.
    pub source: String,
    /// The layout of the file.
    pub layout: String,
    /// `import` or `export`.
    pub flow: String,
    /// The first month: `2017-01`.
    pub from: String,
    /// The last month.
    pub to: String,
    /// The latest release date; empty if unknown.
    pub released: String,
    /// The codes of its partners.
    pub partners: Vec<String>,
    /// The levels of detail.
    pub levels: Vec<String>,
    /// The number of rows.
    pub rows: u64,
    /// The number of rows in use: those that no later release took the place of.
    pub current: u64,
}

/// The inputs, in the order of adding.
///
/// # Errors
/// If there is no archive, or its log is damaged.
pub fn list(root: &Path) -> Result<Vec<Listed>, ArchiveError> {
    let snapshot = log::snapshot(root)?;
    let mut listed = Vec::new();
    for input in &snapshot.inputs {
        let flows: BTreeSet<&str> = input.files.iter().map(|file| file.flow.as_str()).collect();
        for flow in flows {
            let of_flow = || input.files.iter().filter(|file| file.flow == flow);
            let set = |list: fn(&FileEntry) -> &Vec<String>| -> Vec<String> {
                let all: BTreeSet<&String> = of_flow().flat_map(list).collect();
                all.into_iter().cloned().collect()
            };
            listed.push(Listed {
                source: input.source.clone(),
                layout: input.layout.clone(),
                flow: flow.to_owned(),
                from: of_flow()
                    .map(|file| file.from.clone())
                    .min()
                    .unwrap_or_default(),
                to: of_flow()
                    .map(|file| file.to.clone())
                    .max()
                    .unwrap_or_default(),
                released: FileEntry::latest_release(of_flow()),
                partners: set(|file| &file.partners),
                levels: set(|file| &file.levels),
                rows: of_flow().map(|file| file.rows).sum(),
                current: of_flow().map(|file| snapshot.rows_in_use(file)).sum(),
            });
        }
    }
    Ok(listed)
}

/// The problems of an archive, one per line; empty if it is sound.
///
/// # Errors
/// If there is no archive, its log is damaged, or a folder cannot be read.
pub fn verify(root: &Path) -> Result<Vec<String>, ArchiveError> {
    let snapshot = log::snapshot(root)?;
    let mut wrong = Vec::new();
    for (path, file) in &snapshot.current {
        check(&root.join(path), path, file, &mut wrong);
    }
    for file in snapshot.inputs.iter().flat_map(|input| &input.files) {
        let place = files::place_of(root, file, &snapshot);
        let is_own =
            !snapshot.current.contains_key(&file.path) && !snapshot.inside.contains_key(&file.name);
        if is_own {
            let shown = place
                .strip_prefix(root)
                .unwrap_or(&place)
                .to_string_lossy()
                .into_owned();
            check(&place, &shown, file, &mut wrong);
        }
    }
    wrong.extend(doubles::lines(root, &snapshot));
    wrong.extend(strays(root, &snapshot)?);
    Ok(wrong)
}

fn check(path: &Path, shown: &str, file: &FileEntry, wrong: &mut Vec<String>) {
    match std::fs::read(path) {
        Err(error) => wrong.push(format!("{shown}: {error}")),
        Ok(bytes) if hex(&Sha256::digest(&bytes), 64) != file.sha256 => {
            wrong.push(format!(
                "{shown}: changed since it was written (SHA-256 differs)"
            ));
        }
        Ok(_) => {}
    }
}

/// Files that a glob would find but that are not in the log.
fn strays(root: &Path, snapshot: &Snapshot) -> Result<Vec<String>, ArchiveError> {
    let files = files::files_under(root)?;
    let names = files.iter().filter_map(|path| path.strip_prefix(root).ok());
    let names = names.map(|name| name.to_string_lossy().replace('\\', "/"));
    let strays =
        names.filter(|name| name.ends_with(".parquet") && !snapshot.current.contains_key(name));
    Ok(strays
        .map(|name| match files::is_of_archive(&name) {
            true => format!(
                "{name}: in the folder, but not in the log; the next `archive add` deletes it"
            ),
            false => format!(
                "{name}: in the folder, but not part of this archive; a glob would read it too"
            ),
        })
        .collect())
}
