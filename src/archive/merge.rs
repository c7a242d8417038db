//! Compares the rows of an input with those of the archive, and merges the two.
//!
//! Of each key the latest release counts, whichever inputs the releases are from: an input may
//! itself have several.

use crate::archive::columns::Origin;
use crate::archive::content::Contents;
use crate::archive::describe::{describe, holds, may_share};
use crate::archive::error::ArchiveError;
use crate::archive::kept::RowsWithOrigins;
use crate::archive::latest::{self, OfKey};
use crate::archive::snapshot::{FileEntry, Snapshot};
use crate::trade::{Flow, Month};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

/// The rows of an input in one month and flow.
pub(crate) struct Cell {
    pub month: Month,
    pub flow: Flow,
    /// The rows by index, in the order of a file.
    pub rows: Vec<usize>,
    /// The entry of a file of these rows alone.
    pub whole: FileEntry,
}

impl Cell {
    pub(crate) fn of(
        contents: &Contents<'_>,
        ((month, flow), rows): ((Month, Flow), Vec<usize>),
    ) -> Cell {
        let whole = describe(contents, &rows, &contents.name_of(&rows));
        Cell {
            month,
            flow,
            rows,
            whole,
        }
    }

    /// Whether a current file may hold rows with the same keys.
    pub(crate) fn meets(&self, file: &FileEntry) -> bool {
        holds(file, self.month, self.flow) && may_share(file, &self.whole)
    }
}

/// Cells of one input with the current files that may hold the same keys. A compacted file has many
/// months and flows: all cells that meet it are merged with it at once, since each would otherwise
/// add its own copy of all other rows.
pub(crate) struct Meeting<'s> {
    pub cells: Vec<Cell>,
    pub files: Vec<&'s FileEntry>,
}

/// Puts together the cells that meet a file in common.
pub(crate) fn meetings(cells: Vec<Cell>, snapshot: &Snapshot) -> Vec<Meeting<'_>> {
    let mut all: Vec<Meeting<'_>> = Vec::new();
    for cell in cells {
        let current = snapshot.current.values();
        let files: Vec<&FileEntry> = current.filter(|file| cell.meets(file)).collect();
        let has = |files: &[&FileEntry], path: &str| files.iter().any(|file| file.path == path);
        let (touched, mut others): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|one| one.files.iter().any(|file| has(&files, &file.path)));
        let mut own = Meeting {
            cells: Vec::new(),
            files,
        };
        for one in touched {
            own.cells.extend(one.cells);
            let more = one.files.into_iter();
            let more: Vec<_> = more.filter(|file| !has(&own.files, &file.path)).collect();
            own.files.extend(more);
        }
        own.cells.push(cell);
        others.push(own);
        all = others;
    }
    all
}

/// What a cell has that its files do not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    /// It has no key in common with them, and each only once.
    Disjoint,
    /// Every row is in them.
    NothingNew,
    /// Some of its keys are in them with other statements, or it has several releases of a key.
    Shared,
}

/// The result of comparing cells with the files that they meet.
pub(crate) struct Merged {
    /// One for each cell.
    pub found: Vec<Found>,
    /// The rows of both that count, in place of the files; `None` if the files stay as they are.
    pub rows: Option<Box<RowsWithOrigins>>,
}

/// Compares the cells of a meeting with its files. `origins`: one for each cell.
///
/// # Errors
/// [`ArchiveError`] when a file cannot be read.
pub(crate) fn merge(
    root: &Path,
    meeting: &Meeting<'_>,
    contents: &Contents<'_>,
    origins: &[Origin],
) -> Result<Merged, ArchiveError> {
    let observations = contents.observations();
    let mut cells = meeting.cells.iter();
    if meeting.files.is_empty() && !cells.any(|cell| latest::has_several(contents, &cell.rows)) {
        return Ok(Merged {
            found: vec![Found::Disjoint; meeting.cells.len()],
            rows: None,
        });
    }
    let mut old = RowsWithOrigins::new();
    for file in &meeting.files {
        let path = root.join(&file.path);
        old.read(&path).map_err(ArchiveError::in_file(&path))?;
    }
    let of_old = Contents::of(&old.rows);
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut known = HashSet::new();
    for at in 0..old.rows.rows.len() {
        by_key.entry(of_old.key(at)).or_default().push(at);
        known.insert(of_old.statement(at));
    }
    let mut found = Vec::new();
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    let mut taken: Vec<(usize, &Origin)> = Vec::new();
    for (cell, origin) in meeting.cells.iter().zip(origins) {
        let own = compare(contents, cell, (&old, &by_key, &known));
        if own.found == Found::Shared {
            dropped.extend(own.dropped);
            taken.extend(own.taken.into_iter().map(|at| (at, origin)));
        }
        found.push(own.found);
    }
    if taken.is_empty() {
        return Ok(Merged { found, rows: None });
    }
    let mut all = RowsWithOrigins::new();
    for at in (0..old.rows.rows.len()).filter(|at| !dropped.contains(at)) {
        if let Some(own) = old.origins.origin(at) {
            all.take(&old.rows, at, own.clone());
        }
    }
    for (at, origin) in taken {
        all.take(observations, at, origin.clone());
    }
    all.take_names(&old.rows);
    all.take_names(observations);
    Ok(Merged {
        found,
        rows: Some(Box::new(all)),
    })
}

/// What comparing one cell gives.
struct Compared {
    found: Found,
    /// Rows of the files that no longer count.
    dropped: Vec<usize>,
    /// Rows of the cell that count.
    taken: Vec<usize>,
}

fn compare(
    contents: &Contents<'_>,
    cell: &Cell,
    (old, by_key, known): (
        &RowsWithOrigins,
        &HashMap<String, Vec<usize>>,
        &HashSet<String>,
    ),
) -> Compared {
    let (mut shares, mut is_new) = (false, false);
    let mut dropped: Vec<usize> = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    let is_known = |at: usize| known.contains(&contents.statement(at));
    latest::each_key(contents, &cell.rows, |OfKey { rows, latest, day }| {
        is_new = is_new || rows.iter().any(|at| !is_known(*at));
        shares |= latest.len() < rows.len();
        let earlier = match by_key.is_empty() {
            true => None,
            false => latest.first().and_then(|at| by_key.get(&contents.key(*at))),
        };
        let Some(earlier) = earlier else {
            taken.extend_from_slice(&latest);
            return;
        };
        shares = true;
        // A dated release beats an undated one, a later release an earlier one; otherwise what is
        // added later counts, unless it says nothing new.
        let of_old = earlier.iter().map(|at| latest::day(&old.rows, *at)).max();
        if of_old.is_none_or(|of_old| day >= of_old) && !latest.iter().all(|at| is_known(*at)) {
            dropped.extend(earlier);
            taken.extend_from_slice(&latest);
        }
    });
    Compared {
        found: match (is_new, shares) {
            (false, _) => Found::NothingNew,
            (true, false) => Found::Disjoint,
            (true, true) => Found::Shared,
        },
        dropped,
        taken,
    }
}
