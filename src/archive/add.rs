//! Adds inputs to an archive: each once and complete; if inputs share rows, the later release
//! counts.

use crate::archive::columns::{Origin, Origins};
use crate::archive::content::Contents;
use crate::archive::coverage;
use crate::archive::error::ArchiveError;
use crate::archive::files::{self, Folder};
use crate::archive::kept::Kept;
use crate::archive::log;
use crate::archive::snapshot::{Change, FileEntry, InputEntry, Snapshot};
use crate::archive::write;
use crate::trade::{Flow, Month, Observations, RowKey, Vintage};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
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
}

/// What the user declares about all inputs added.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Assurances {
    /// Whether they cover all goods.
    pub all_goods: bool,
    /// Whether they cover all partners.
    pub all_partners: bool,
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
    folder.tidy_up(&snapshot)?;
    let mut added = Added::default();
    let contents = Contents::of(observations);
    for input in 0..observations.inputs.len() as u32 {
        let change = Addition::of(&folder, &snapshot, &contents, input, assured)?;
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

/// The changes that one input makes.
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
        contents: &Contents<'_>,
        input: u32,
        assured: Assurances,
    ) -> Result<Addition, ArchiveError> {
        let about = contents.observations().inputs.get(input as usize);
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
        for ((month, flow), rows) in contents.cells(input) {
            let name = contents.name_of(&rows);
            if !snapshot.has(&name) {
                addition.cell(folder, snapshot, contents, (month, flow, &rows, name))?;
            }
        }
        Ok(addition)
    }

    /// Adds the rows of one month and flow.
    fn cell(
        &mut self,
        folder: &Folder,
        snapshot: &Snapshot,
        contents: &Contents<'_>,
        (month, flow, rows, name): (Month, Flow, &[usize], String),
    ) -> Result<(), ArchiveError> {
        let origin = Origin {
            source: self.entry.source.as_str().into(),
            input: name.as_str().into(),
            all_goods: self.entry.all_goods,
        };
        let origins = Origins::all(origin.clone());
        let own = (contents, rows, &origins);
        let whole = describe(contents, rows, (month, flow), &name);
        let there: Vec<&FileEntry> = snapshot
            .current
            .values()
            .filter(|file| holds(file, month, flow) && may_share(file, &whole))
            .collect();
        let merged = match there.is_empty() {
            true => Merged::Disjoint,
            false => merge(folder.root(), &there, (contents, rows), &origin)?,
        };
        let path = whole.path.clone();
        match merged {
            Merged::Disjoint => {
                let entry = write::file(folder.root(), &path, own, whole)?;
                self.add.push(entry.clone());
                self.entry.files.push(entry);
            }
            Merged::NothingNew => {}
            Merged::Rows(all) => {
                let kept = files::superseded(&path);
                self.entry
                    .files
                    .push(write::file(folder.root(), &kept, own, whole)?);
                let of_all = Contents::of(&all.rows);
                let mut order: Vec<usize> = (0..all.rows.rows.len()).collect();
                of_all.put_in_order(&mut order);
                let joined = of_all.name_of(&order);
                let mut entry = describe(&of_all, &order, (month, flow), &joined);
                if let [one] = there[..] {
                    // A compacted file also has other months.
                    entry.from = entry.from.min(one.from.clone());
                    entry.to = entry.to.max(one.to.clone());
                }
                let path = entry.path.clone();
                self.add.push(write::file(
                    folder.root(),
                    &path,
                    (&of_all, &order, &all.origins),
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

/// Whether two files may have a row with the same key: they have a partner, level, currency and
/// chapter in common.
fn may_share(one: &FileEntry, other: &FileEntry) -> bool {
    let meet = |some: &[String], others: &[String]| some.iter().any(|text| others.contains(text));
    meet(&one.partners, &other.partners)
        && meet(&one.levels, &other.levels)
        && meet(&one.currencies, &other.currencies)
        && meet(&one.chapters, &other.chapters)
}

/// The result of comparing the rows of a month and flow with those in the archive.
enum Merged {
    /// They have no key in common: the rows become a new file.
    Disjoint,
    /// Every row was in the archive: nothing is written.
    NothingNew,
    /// The rows of both that count: they become a file that replaces those with some of the keys,
    /// while the added rows alone are kept among the superseded files.
    Rows(Box<Kept>),
}

fn merge(
    root: &Path,
    there: &[&FileEntry],
    (contents, rows): (&Contents<'_>, &[usize]),
    origin: &Origin,
) -> Result<Merged, ArchiveError> {
    let observations = contents.observations();
    let mut old = Kept::new();
    for file in there {
        old.read(&root.join(&file.path))?;
    }
    let of_old = Contents::of(&old.rows);
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut known = HashSet::new();
    for at in 0..old.rows.rows.len() {
        by_key.entry(of_old.key(at)).or_default().push(at);
        known.insert(of_old.statement(at));
    }
    let date = |released: Option<Vintage>| released.map(Vintage::last_day);
    let (mut shares, mut is_new) = (false, false);
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    let mut taken: Vec<usize> = Vec::new();
    for at in rows {
        let Some(row) = observations.rows.get(*at) else {
            continue;
        };
        is_new |= !known.contains(&contents.statement(*at));
        let Some(earlier) = by_key.get(&contents.key(*at)) else {
            taken.push(*at);
            continue;
        };
        shares = true;
        // A dated release beats an undated one, a later release an earlier one; otherwise what is
        // added later counts.
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
        return Ok(Merged::Disjoint);
    }
    let mut all = Kept::new();
    for at in (0..old.rows.rows.len()).filter(|at| !dropped.contains(at)) {
        if let Some(own) = old.origins.origin(at) {
            all.take(&old.rows, at, own.clone());
        }
    }
    for at in taken {
        all.take(observations, at, origin.clone());
    }
    all.take_names(&old.rows);
    all.take_names(observations);
    Ok(Merged::Rows(Box::new(all)))
}

/// The log entry for some rows, before they are written.
fn describe(
    contents: &Contents<'_>,
    rows: &[usize],
    (month, flow): (Month, Flow),
    name: &str,
) -> FileEntry {
    let held = &contents.observations().rows;
    let keys = || rows.iter().filter_map(|at| held.key(*at));
    /// The distinct texts of all rows, each made by `text` from what `tells` gives for a row.
    fn texts<K: Ord>(
        keys: impl Iterator<Item = RowKey>,
        tells: impl Fn(&RowKey) -> K,
        text: impl Fn(&K) -> String,
    ) -> Vec<String> {
        let all: BTreeSet<K> = keys.map(|key| tells(&key)).collect();
        let all: BTreeSet<String> = all.iter().map(text).collect();
        all.into_iter().collect()
    }
    let released = match held.released().is_empty() {
        true => None,
        false => rows.iter().filter_map(|at| held.released().get(*at)).max(),
    };
    let chapter = |text: &str| text.get(..2).unwrap_or("").to_owned();
    let partners = texts(
        keys(),
        |key| key.partner,
        |place| contents.partner(*place).to_owned(),
    );
    let chapters = texts(keys(), |key| key.code, |id| chapter(contents.text(*id)));
    let levels = texts(
        keys(),
        |key| contents.level(key),
        |level| contents.level_name(*level).to_owned(),
    );
    let currencies = texts(
        keys(),
        |key| key.currency,
        |currency| currency.code().to_owned(),
    );
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

/// The path, such as `year=2017/2017-09-import-2017-10-23-0f3a…parquet`.
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
