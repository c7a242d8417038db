//! Adding what was read: each input whole, once; where inputs share rows, the later vintage counts.

use crate::archive::content::{self, Cells};
use crate::archive::coverage;
use crate::archive::error::ArchiveError;
use crate::archive::files::{self, Folder};
use crate::archive::kept::Kept;
use crate::archive::log;
use crate::archive::partners;
use crate::archive::rows::{self, Origin, level};
use crate::archive::snapshot::{Change, FileEntry, InputEntry, Snapshot};
use crate::archive::write;
use crate::trade::{Flow, Month, Observations, Vintage};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// What adding came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Added {
    /// Inputs that brought something new.
    pub inputs: usize,
    /// Inputs whose rows were all there.
    pub known: usize,
    /// Rows added.
    pub rows: u64,
    /// Months and flows in which a later vintage took the place of earlier rows.
    pub revised: usize,
}

/// What the user says of all inputs that are added.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Assurances {
    /// They hold all goods.
    pub all_goods: bool,
    /// They hold all partners.
    pub all_partners: bool,
}

/// Adds every input of `observations` to the archive at `root`, which is made where it is not there.
///
/// # Errors
/// [`ArchiveError`]; then the archive is as it was.
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
    folder.tidy_up(&snapshot)?;
    let mut added = Added::default();
    for input in 0..observations.inputs.len() as u32 {
        let change = Addition::of(&folder, &snapshot, observations, input, assured)?;
        if change.entry.files.is_empty() {
            added.known += 1;
            continue;
        }
        added.inputs += 1;
        added.rows += change.entry.files.iter().map(|file| file.rows).sum::<u64>();
        added.revised += change.revised;
        let change = Change {
            add: change.add,
            remove: change.remove,
            inputs: vec![change.entry],
            inside: BTreeMap::new(),
        };
        log::commit(&folder, &snapshot, "WRITE", &change)?;
        folder.put_away(&snapshot, &change.remove)?;
        snapshot.take(change);
    }
    coverage::write(root, &snapshot)?;
    Ok(added)
}

/// What one input changes.
struct Addition {
    entry: InputEntry,
    add: Vec<FileEntry>,
    remove: Vec<String>,
    revised: usize,
}

impl Addition {
    fn of(
        folder: &Folder,
        snapshot: &Snapshot,
        observations: &Observations,
        input: u32,
        assured: Assurances,
    ) -> Result<Addition, ArchiveError> {
        let about = observations.inputs.get(input as usize);
        let mut addition = Addition {
            entry: InputEntry {
                source: about.map_or(String::new(), |one| one.name.to_string()),
                layout: about.map_or(String::new(), |one| one.layout.to_owned()),
                is_cut: about.is_some_and(|one| one.is_cut),
                all_goods: assured.all_goods,
                all_partners: assured.all_partners,
                files: Vec::new(),
            },
            add: Vec::new(),
            remove: Vec::new(),
            revised: 0,
        };
        let cells: Cells = content::cells(observations, input);
        for ((month, flow), rows) in cells {
            let name = content::name_of(&rows, observations);
            if !snapshot.has(&name) {
                addition.cell(folder, snapshot, observations, (month, flow, &rows, name))?;
            }
        }
        Ok(addition)
    }

    /// Takes over the rows of one month and flow.
    fn cell(
        &mut self,
        folder: &Folder,
        snapshot: &Snapshot,
        observations: &Observations,
        (month, flow, rows, name): (Month, Flow, &[usize], String),
    ) -> Result<(), ArchiveError> {
        let origin = Origin {
            source: self.entry.source.as_str().into(),
            input: name.as_str().into(),
            all_goods: self.entry.all_goods,
        };
        let batch = rows::to_batch(observations, rows, &|_| origin.clone())?;
        let whole = describe(observations, rows, (month, flow), &name);
        let there: Vec<&FileEntry> = snapshot
            .current
            .values()
            .filter(|file| holds(file, month, flow) && may_share(file, &whole))
            .collect();
        let merged = match there.is_empty() {
            true => Merged::Apart,
            false => merge(folder.root(), &there, (observations, rows), &origin)?,
        };
        let path = whole.path.clone();
        match merged {
            Merged::Apart => {
                let entry = write::file(folder.root(), &path, &batch, whole)?;
                self.add.push(entry.clone());
                self.entry.files.push(entry);
            }
            Merged::NothingNew => {}
            Merged::Rows(all) => {
                let kept = files::superseded(&path);
                self.entry
                    .files
                    .push(write::file(folder.root(), &kept, &batch, whole)?);
                let order = all.order();
                let joined = content::name_of(&order, &all.rows);
                let mut entry = describe(&all.rows, &order, (month, flow), &joined);
                if let [one] = there[..] {
                    // A compacted file holds other months too.
                    entry.from = entry.from.min(one.from.clone());
                    entry.to = entry.to.max(one.to.clone());
                }
                let path = entry.path.clone();
                self.add.push(write::file(
                    folder.root(),
                    &path,
                    &all.batch(&order)?,
                    entry,
                )?);
                self.remove
                    .extend(there.iter().map(|file| file.path.clone()));
                self.revised += 1;
            }
        }
        Ok(())
    }
}

fn holds(file: &FileEntry, month: Month, flow: Flow) -> bool {
    let month = month.to_string();
    file.flow.split(' ').any(|one| one == flow.name()) && file.from <= month && month <= file.to
}

/// Whether two files could have a row with one key: some partner, level and currency in both.
fn may_share(one: &FileEntry, other: &FileEntry) -> bool {
    let meet = |some: &[String], others: &[String]| some.iter().any(|text| others.contains(text));
    meet(&one.partners, &other.partners)
        && meet(&one.levels, &other.levels)
        && meet(&one.currencies, &other.currencies)
        && meet(&one.chapters, &other.chapters)
}

/// What the rows of a month and flow come to beside those that are there.
enum Merged {
    /// No key stands in both.
    Apart,
    /// Every row was there.
    NothingNew,
    /// What counts of both.
    Rows(Box<Kept>),
}

fn merge(
    root: &Path,
    there: &[&FileEntry],
    (observations, rows): (&Observations, &[usize]),
    origin: &Origin,
) -> Result<Merged, ArchiveError> {
    let mut old = Kept::new();
    for file in there {
        old.read(&root.join(&file.path))?;
    }
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut known = BTreeSet::new();
    for (at, row) in old.rows.rows.iter().enumerate() {
        by_key
            .entry(content::key(&row, &old.rows))
            .or_default()
            .push(at);
        known.insert(content::statement(at, &old.rows));
    }
    let date = |released: Option<Vintage>| released.map(Vintage::last_day);
    let (mut shares, mut is_new) = (false, false);
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    let mut taken: Vec<usize> = Vec::new();
    for at in rows {
        let Some(row) = observations.rows.get(*at) else {
            continue;
        };
        is_new |= !known.contains(&content::statement(*at, observations));
        let Some(earlier) = by_key.get(&content::key(&row, observations)) else {
            taken.push(*at);
            continue;
        };
        shares = true;
        // Dated beats undated, the later release beats the earlier, and what is added later holds
        // where nothing tells.
        let rows = earlier.iter().filter_map(|at| old.rows.rows.get(*at));
        let latest = rows.map(|row| date(row.released)).max();
        if latest.is_none_or(|latest| date(row.released) >= latest) {
            dropped.extend(earlier);
            taken.push(*at);
        }
    }
    if !is_new {
        return Ok(Merged::NothingNew);
    }
    if !shares {
        return Ok(Merged::Apart);
    }
    let mut all = Kept::new();
    for (at, own) in old
        .origins
        .iter()
        .enumerate()
        .filter(|(at, _)| !dropped.contains(at))
    {
        all.take(&old.rows, at, own.clone());
    }
    for at in taken {
        all.take(observations, at, origin.clone());
    }
    all.take_names(&old.rows);
    all.take_names(observations);
    Ok(Merged::Rows(Box::new(all)))
}

/// Everything the log says of some rows, before they are written.
fn describe(
    observations: &Observations,
    rows: &[usize],
    (month, flow): (Month, Flow),
    name: &str,
) -> FileEntry {
    let mut sets: [BTreeSet<String>; 4] = Default::default();
    let mut released = None;
    for row in rows.iter().filter_map(|at| observations.rows.get(*at)) {
        let code = observations.text_of(row.code);
        let texts = [
            partners::code_of(row.partner, observations).to_string(),
            code.get(..2).unwrap_or("").to_owned(),
            level(&row, observations),
            row.currency.code().to_owned(),
        ];
        for (set, text) in sets.iter_mut().zip(texts) {
            set.insert(text);
        }
        released = released.max(row.released);
    }
    let [partners, chapters, levels, currencies] = sets.map(|set| set.into_iter().collect());
    let mut entry = FileEntry {
        path: String::new(),
        size: 0,
        sha256: String::new(),
        name: name.to_owned(),
        flow: flow.name().to_owned(),
        from: month.to_string(),
        to: month.to_string(),
        rows: rows.len() as u64,
        partners,
        chapters,
        levels,
        currencies,
        released: released.map_or(String::new(), |date| date.to_string()),
    };
    entry.path = path_of(&entry, month);
    entry
}

/// `year=2017/2017-09-import-2017-10-23-0f3a…parquet`.
fn path_of(entry: &FileEntry, month: Month) -> String {
    let released = match entry.released.as_str() {
        "" => "undated",
        date => date,
    };
    format!(
        "year={:04}/{month}-{}-{released}-{}.parquet",
        month.year(),
        entry.flow,
        entry.name
    )
}
