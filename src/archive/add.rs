//! Adds inputs to an archive: each once and complete; if inputs share rows, the later release
//! counts.

use crate::archive::assurances::Assurances;
use crate::archive::assure;
use crate::archive::columns::{Origin, Origins};
use crate::archive::content::Contents;
use crate::archive::coverage;
use crate::archive::describe::describe;
use crate::archive::error::ArchiveError;
use crate::archive::files::{self, Folder};
use crate::archive::kept::RowsWithOrigins;
use crate::archive::log;
use crate::archive::merge::{self, Cell, Found, Meeting};
use crate::archive::snapshot::{Change, FileEntry, InputEntry, Snapshot};
use crate::archive::write;
use crate::trade::{Flow, Month, Observations};
use std::path::Path;

/// The outcome of adding.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Added {
    /// Inputs with anything new.
    pub inputs: usize,
    /// Inputs whose rows were all in the archive.
    pub known: usize,
    /// Rows added.
    pub rows: u64,
    /// Months and flows in which a later vintage replaced earlier rows.
    pub revised: usize,
    /// Inputs whose rows were in the archive, but not that they cover all goods or partners.
    pub assured: usize,
}

/// Adds every input of `observations` to the archive at `root`, which is created if necessary.
///
/// # Errors
/// [`ArchiveError`]; the archive is then unchanged.
pub fn add(
    root: &Path,
    observations: &Observations,
    assured: Assurances,
) -> Result<Added, ArchiveError> {
    let folder = Folder::lock(root)?;
    let mut snapshot = match log::snapshot(root) {
        Err(ArchiveError::NoArchive(_)) => Snapshot::default(),
        other => other?,
    };
    // The table of what inputs cover is written after the log.
    if snapshot.version.is_none() && coverage::path(root).exists() {
        return Err(ArchiveError::LogGone(log::folder(root)));
    }
    folder.tidy_up(&snapshot)?;
    let mut added = Added::default();
    let contents = Contents::of(observations);
    for input in 0..observations.inputs.len() as u32 {
        let addition = Addition::of(&folder, &snapshot, &contents, input, assured)?;
        let is_new = addition.is_new;
        let mut is_raised = false;
        if !addition.files.is_empty() {
            if is_new {
                added.inputs += 1;
                added.rows += addition.files().map(|file| file.rows).sum::<u64>();
                added.revised += addition.revised;
            }
            is_raised |= !is_new;
            let change = addition.change;
            log::commit(&folder, &snapshot, "WRITE", &change)?;
            folder.hide_superseded(&snapshot, &change.remove)?;
            snapshot.take(change);
        }
        let change = assure::raise(&folder, &snapshot, (&contents, &addition.known), assured)?;
        if !change.is_empty() {
            is_raised = true;
            log::commit(&folder, &snapshot, "OPTIMIZE", &change)?;
            snapshot.take(change);
            folder.tidy_up(&snapshot)?;
        }
        match (is_new, is_raised) {
            (_, true) => added.assured += 1,
            (false, false) => added.known += 1,
            (true, false) => {}
        }
    }
    coverage::write(root, &snapshot)?;
    Ok(added)
}

/// The changes that one input makes.
struct Addition {
    change: Change,
    /// The complete rows of the input that were not in the archive, by month and flow.
    files: Vec<((Month, Flow), FileEntry)>,
    revised: usize,
    /// Whether any row is new.
    is_new: bool,
    /// What was in the archive already.
    known: Vec<Cell>,
}

impl Addition {
    fn files(&self) -> impl Iterator<Item = &FileEntry> {
        self.files.iter().map(|(_, file)| file)
    }

    fn of(
        folder: &Folder,
        snapshot: &Snapshot,
        contents: &Contents<'_>,
        input: u32,
        assured: Assurances,
    ) -> Result<Addition, ArchiveError> {
        let about = contents.observations().inputs.get(input as usize);
        let mut entry = InputEntry {
            source: about.map_or(String::new(), |one| one.name.to_string()),
            layout: about.map_or(String::new(), |one| one.layout.name().to_owned()),
            is_cut: about.is_some_and(|one| one.is_cut),
            all_goods: assured.all_goods,
            all_partners: assured.all_partners,
            files: Vec::new(),
        };
        let cells = contents.cells(input).into_iter();
        let (known, new): (Vec<Cell>, Vec<Cell>) = cells
            .map(|cell| Cell::of(contents, cell))
            .partition(|cell| snapshot.has(&cell.whole.name));
        let mut addition = Addition {
            change: Change::default(),
            files: Vec::new(),
            revised: 0,
            is_new: false,
            known,
        };
        for meeting in merge::meetings(new, snapshot) {
            addition.meeting((folder, snapshot), contents, meeting, &entry)?;
        }
        if !addition.files.is_empty() {
            // In the order of months and flows, whichever files they met.
            addition.files.sort_by_key(|(cell, _)| *cell);
            entry.files = addition.files().cloned().collect();
            addition.change.inputs.push(entry);
        }
        Ok(addition)
    }

    /// Adds the rows of the cells that meet a file in common.
    fn meeting(
        &mut self,
        (folder, snapshot): (&Folder, &Snapshot),
        contents: &Contents<'_>,
        meeting: Meeting<'_>,
        entry: &InputEntry,
    ) -> Result<(), ArchiveError> {
        let origin = |cell: &Cell| Origin {
            source: entry.source.as_str().into(),
            input: cell.whole.name.as_str().into(),
            all_goods: entry.all_goods,
        };
        let origins: Vec<Origin> = meeting.cells.iter().map(origin).collect();
        let merged = merge::merge(folder.root(), &meeting, contents, &origins)?;
        let cells = meeting.cells.into_iter().zip(origins).zip(merged.found);
        for ((cell, origin), found) in cells {
            let origins = Origins::all(origin);
            let at = (cell.month, cell.flow);
            let own = (contents, &cell.rows[..], &origins);
            let path = cell.whole.path.clone();
            self.is_new |= found != Found::NothingNew;
            match found {
                Found::Disjoint => {
                    let written = write::file(folder.root(), &path, own, cell.whole)?;
                    self.change.add.push(written.clone());
                    self.files.push((at, written));
                }
                Found::NothingNew => {
                    // Part of the rows of a file: of these alone it is declared.
                    if assure::says_more(snapshot, entry, &cell) {
                        let kept = files::superseded(&path);
                        let entry = cell.whole.clone();
                        let written = write::file(folder.root(), &kept, own, entry)?;
                        self.files.push((at, written));
                    }
                    self.known.push(cell);
                }
                Found::Shared => {
                    let kept = files::superseded(&path);
                    let written = write::file(folder.root(), &kept, own, cell.whole)?;
                    self.files.push((at, written));
                    self.revised += usize::from(merged.rows.is_some());
                }
            }
        }
        if let Some(all) = merged.rows {
            self.change.add.push(joined(folder, &all)?);
            let paths = meeting.files.iter().map(|file| file.path.clone());
            self.change.remove.extend(paths);
        }
        Ok(())
    }
}

/// Writes the rows that count of an input and of the files that it met.
fn joined(folder: &Folder, all: &RowsWithOrigins) -> Result<FileEntry, ArchiveError> {
    let contents = Contents::of(&all.rows);
    let mut order: Vec<usize> = (0..all.rows.rows.len()).collect();
    contents.sort_rows(&mut order);
    let mut entry = describe(&contents, &order, &contents.name_of(&order));
    entry.rows_of_inputs = all.origins.rows_of_inputs();
    let path = entry.path.clone();
    write::file(
        folder.root(),
        &path,
        (&contents, &order, &all.origins),
        entry,
    )
}
