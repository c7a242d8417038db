//! Notes that inputs cover all goods or partners when their rows are given again with that
//! assurance: the rows are the same, but a reader may then take what is missing as no trade.

use crate::archive::assurances::{Assurances, Assured};
use crate::archive::columns::{Origin, Origins};
use crate::archive::content::{Contents, hex};
use crate::archive::error::ArchiveError;
use crate::archive::files::Folder;
use crate::archive::kept::RowsWithOrigins;
use crate::archive::merge::Cell;
use crate::archive::snapshot::{Change, FileEntry, InputEntry, Snapshot};
use crate::archive::write;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// Whether an input declares something about a cell, all rows of which the archive has, that no
/// input with the same month and flow declared about all of its partners or goods.
pub(crate) fn says_more(snapshot: &Snapshot, input: &InputEntry, cell: &Cell) -> bool {
    let own = Assurances {
        all_goods: input.all_goods,
        all_partners: input.all_partners,
    };
    let own_file = &cell.whole;
    let has_all = |all: &[String], some: &[String]| some.iter().all(|one| all.contains(one));
    let of_month = snapshot
        .assured_files()
        .filter(|(file, _)| file.flow == own_file.flow && file.to == own_file.to);
    let known = of_month.fold(Assurances::default(), |known, (file, of_file)| {
        let has_partners = has_all(&file.partners, &own_file.partners);
        let has_chapters = has_all(&file.chapters, &own_file.chapters);
        Assurances {
            all_goods: known.all_goods || of_file.all_goods && has_partners,
            all_partners: known.all_partners || of_file.all_partners && has_chapters,
        }
    });
    own.says_more_than(known)
}

/// The change that notes an assurance about cells whose rows were in the archive before; empty if
/// it says nothing new. Files of which it says something are written anew under another name.
///
/// # Errors
/// [`ArchiveError`] when a file cannot be read or written.
pub(crate) fn raise(
    folder: &Folder,
    snapshot: &Snapshot,
    (contents, cells): (&Contents<'_>, &[Cell]),
    assured: Assurances,
) -> Result<Change, ArchiveError> {
    let mut change = Change::default();
    if assured == Assurances::default() || cells.is_empty() {
        return Ok(change);
    }
    let noted = Assured {
        names: cells.iter().map(|cell| cell.whole.name.clone()).collect(),
        all_goods: assured.all_goods,
        all_partners: assured.all_partners,
    };
    let mut files = snapshot.assured_files();
    if files.any(|(file, known)| assured.says_more_than(known) && noted.names.contains(&file.name))
    {
        change.assured.push(noted);
    }
    if !assured.all_goods {
        return Ok(change);
    }
    let is_unnoted = |cell: &&Cell| {
        let mut files = snapshot.assured_files();
        !files.any(|(file, known)| known.all_goods && file.name == cell.whole.name)
    };
    let cells: Vec<&Cell> = cells.iter().filter(is_unnoted).collect();
    for file in snapshot.current.values() {
        let own: Vec<&Cell> = cells
            .iter()
            .filter(|cell| cell.meets(file))
            .copied()
            .collect();
        if own.is_empty() {
            continue;
        }
        let rows = own.iter().flat_map(|cell| &cell.rows);
        let stated: HashSet<String> = rows.map(|at| contents.statement(*at)).collect();
        if let Some(raised) = rewritten(folder, file, &stated)? {
            let all = snapshot.inputs.iter().flat_map(|input| &input.files);
            let is_inside = |one: &&FileEntry| match snapshot.inside.get(&one.name) {
                Some(path) => *path == file.path,
                None => one.path == file.path,
            };
            let names = all.filter(is_inside).map(|one| one.name.clone());
            let inside = names.map(|name| (name, raised.path.clone()));
            change.inside.extend(inside);
            change.remove.push(file.path.clone());
            change.add.push(raised);
        }
    }
    Ok(change)
}

/// A file with the rows of `stated` marked as those of inputs that cover all goods; `None` if they
/// were.
fn rewritten(
    folder: &Folder,
    file: &FileEntry,
    stated: &HashSet<String>,
) -> Result<Option<FileEntry>, ArchiveError> {
    let path = folder.root().join(&file.path);
    let mut kept = RowsWithOrigins::new();
    kept.read(&path).map_err(ArchiveError::in_file(&path))?;
    let contents = Contents::of(&kept.rows);
    let mut origins = Origins::default();
    let mut is_raised = false;
    let mut marks = Sha256::new();
    for at in 0..kept.rows.rows.len() {
        let Some(own) = kept.origins.origin(at) else {
            continue;
        };
        let raises = !own.all_goods && stated.contains(&contents.statement(at));
        is_raised |= raises;
        let origin = Origin {
            all_goods: own.all_goods || raises,
            ..own.clone()
        };
        marks.update([u8::from(origin.all_goods)]);
        let number = origins.number(origin);
        origins.push(number);
    }
    if !is_raised {
        return Ok(None);
    }
    let mut order: Vec<usize> = (0..kept.rows.rows.len()).collect();
    contents.sort_rows(&mut order);
    let stem = file.path.trim_end_matches(".parquet");
    let stem = stem.split(MARK).next().unwrap_or(stem);
    let mut entry = file.clone();
    entry.path = format!("{stem}{MARK}{}.parquet", hex(&marks.finalize(), 6));
    let path = entry.path.clone();
    write::file(folder.root(), &path, (&contents, &order, &origins), entry).map(Some)
}

/// In the names of files rewritten because of an assurance, before the mark that distinguishes
/// them from those with the same rows.
const MARK: &str = "-all-";
