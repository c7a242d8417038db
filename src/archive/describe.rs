//! The log entry for some rows: what their file contains, and where it is.

use crate::archive::content::Contents;
use crate::archive::snapshot::FileEntry;
use crate::trade::{Flow, Month, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file may have rows of a month and flow.
pub(crate) fn holds(file: &FileEntry, month: Month, flow: Flow) -> bool {
    let month = month.to_string();
    file.flow.split(' ').any(|one| one == flow.name()) && file.from <= month && month <= file.to
}

/// Whether two files may have a row with the same key: they have a partner, level, currency and
/// chapter in common.
pub(crate) fn may_share(one: &FileEntry, other: &FileEntry) -> bool {
    let meet = |some: &[String], others: &[String]| some.iter().any(|text| others.contains(text));
    meet(&one.partners, &other.partners)
        && meet(&one.levels, &other.levels)
        && meet(&one.currencies, &other.currencies)
        && meet(&one.chapters, &other.chapters)
}

/// Whether two files have months and flows in common.
pub(crate) fn overlap(one: &FileEntry, other: &FileEntry) -> bool {
    let mut flows = one.flow.split(' ');
    one.from <= other.to
        && other.from <= one.to
        && flows.any(|flow| other.flow.split(' ').any(|name| name == flow))
}

/// The log entry for some rows, before they are written.
pub(crate) fn describe(contents: &Contents<'_>, rows: &[usize], name: &str) -> FileEntry {
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
    let flows = texts(keys(), |key| key.flow, |flow| flow.name().to_owned());
    let months = || keys().map(|key| key.period.to);
    let [from, to] = [months().min(), months().max()]
        .map(|month| month.map_or(String::new(), |month| month.to_string()));
    let mut entry = FileEntry {
        path: String::new(),
        size: 0,
        sha256: String::new(),
        name: name.to_owned(),
        flow: flows.join(" "),
        from,
        to,
        rows: rows.len() as u64,
        partners,
        chapters,
        levels,
        currencies,
        released: released.map_or(String::new(), |date| date.to_string()),
        rows_of_inputs: BTreeMap::new(),
    };
    entry.path = path_of(&entry);
    entry
}

/// The path: `year=2017/2017-09-import-2017-10-23-0f3a…parquet`, or, for rows of several months or
/// flows of a year, that of a compacted file.
fn path_of(entry: &FileEntry) -> String {
    let year = entry.from.split('-').next().unwrap_or("");
    if entry.from != entry.to || entry.flow.contains(' ') {
        return compacted_path(year, &entry.name);
    }
    let released = match entry.released.as_str() {
        "" => "undated",
        date => date,
    };
    format!(
        "year={year}/{}-{}-{released}-{}.parquet",
        entry.from, entry.flow, entry.name
    )
}

/// The path of a file with rows of several months or flows of a year.
pub(crate) fn compacted_path(year: &str, name: &str) -> String {
    format!("year={year}/{year}-compacted-{name}.parquet")
}
