//! Looks for keys that are in two current files: their trade would be counted twice.

use crate::archive::content::Contents;
use crate::archive::describe::{may_share, overlap};
use crate::archive::kept::RowsWithOrigins;
use crate::archive::snapshot::{FileEntry, Snapshot};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The keys held by two files, as one line for each pair. Files that cannot be read are left out.
pub(crate) fn lines(root: &Path, snapshot: &Snapshot) -> Vec<String> {
    // Files of different years have no month in common.
    let mut years: BTreeMap<&str, Vec<&FileEntry>> = BTreeMap::new();
    for file in snapshot.current.values() {
        let year = file.path.split('/').next().unwrap_or("");
        years.entry(year).or_default().push(file);
    }
    years
        .values()
        .flat_map(|files| of_year(root, files))
        .collect()
}

fn of_year(root: &Path, files: &[&FileEntry]) -> Vec<String> {
    let meets = |one: &FileEntry, other: &FileEntry| {
        one.path != other.path && overlap(one, other) && may_share(one, other)
    };
    // Most files meet no other one, and are not read.
    let in_doubt = files
        .iter()
        .filter(|file| files.iter().any(|other| meets(file, other)));
    let mut holder: HashMap<String, usize> = HashMap::new();
    let mut doubles: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    let in_doubt: Vec<&&FileEntry> = in_doubt.collect();
    for (at, file) in in_doubt.iter().enumerate() {
        let mut kept = RowsWithOrigins::new();
        if kept.read(&root.join(&file.path)).is_err() {
            continue;
        }
        let contents = Contents::of(&kept.rows);
        for row in 0..kept.rows.rows.len() {
            let first = *holder.entry(contents.key(row)).or_insert(at);
            if first != at {
                *doubles.entry((first, at)).or_default() += 1;
            }
        }
    }
    let line = |((one, other), rows): ((usize, usize), u64)| {
        let path = |at: usize| in_doubt.get(at).map_or("", |file| &file.path);
        let (own, first) = (path(other), path(one));
        format!(
            "{own}: rows with the same keys as in `{first}`, so their trade is counted twice: {rows}"
        )
    };
    doubles.into_iter().map(line).collect()
}
