//! The table of what each input covers, stored next to the files: an engine needs it to distinguish
//! zero from missing.

use crate::archive::error::ArchiveError;
use crate::archive::files;
use crate::archive::snapshot::Snapshot;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The path of the table.
pub(crate) fn path(root: &Path) -> PathBuf {
    root.join("coverage.csv")
}

/// Writes `coverage.csv`: one row per input and flow, with its months, partners and chapters, and
/// whether it is declared to cover all goods and all partners; several rows where that is declared
/// of some of its months alone.
///
/// # Errors
/// [`ArchiveError::TableBehind`] when the file cannot be written; the rows it lists are in the
/// archive.
pub(crate) fn write(root: &Path, snapshot: &Snapshot) -> Result<(), ArchiveError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |row: &[String]| writer.write_record(row);
    let head = [
        "source",
        "flow",
        "months",
        "partners",
        "chapters",
        "levels",
        "currencies",
        "all_goods",
        "all_partners",
        "rows",
    ];
    let mut written = put(&head.map(str::to_owned));
    for input in &snapshot.inputs {
        // What is declared may concern some of its months alone.
        let mut flows: BTreeMap<(&str, [bool; 2]), [BTreeSet<&str>; 5]> = BTreeMap::new();
        let mut rows: BTreeMap<(&str, [bool; 2]), u64> = BTreeMap::new();
        for file in &input.files {
            let known = snapshot.assurances(input, file);
            let own = (file.flow.as_str(), [known.all_goods, known.all_partners]);
            let sets = flows.entry(own).or_default();
            let lists = [
                &file.partners,
                &file.chapters,
                &file.levels,
                &file.currencies,
            ];
            let [months, rest @ ..] = sets;
            months.insert(&file.to);
            for (set, list) in rest.iter_mut().zip(lists) {
                set.extend(list.iter().map(String::as_str));
            }
            *rows.entry(own).or_default() += file.rows;
        }
        for (own, sets) in flows {
            let (flow, known) = own;
            let mut row = vec![input.source.clone(), flow.to_owned()];
            row.extend(sets.map(|set| set.into_iter().collect::<Vec<_>>().join(" ")));
            let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
            row.extend(known.map(yes));
            row.push(rows.get(&own).copied().unwrap_or_default().to_string());
            written = written.and_then(|()| put(&row));
        }
    }
    let path = path(root);
    let failed = |error: csv::Error| ArchiveError::Io {
        path: path.clone(),
        error: std::io::Error::other(error),
    };
    written.map_err(failed)?;
    let bytes = writer.into_inner().map_err(|error| ArchiveError::Io {
        path: path.clone(),
        error: std::io::Error::other(error.to_string()),
    })?;
    files::replace(&path, &bytes).map_err(|failed| match failed {
        ArchiveError::Io { path, error } => ArchiveError::TableBehind { path, error },
        other => other,
    })
}
