//! Sums over all partners, directly from the columns of current files. Rows are never materialised,
//! so memory does not grow with the archive.

use crate::archive::behind;
use crate::archive::error::ArchiveError;
use crate::archive::group_sums::Opened;
use crate::archive::monthly_sums::{Key, Months, Sums};
use crate::archive::names_of_codes::currency_named;
use crate::archive::names_of_codes::flow_named;
use crate::archive::partners::{self, Places};
use crate::archive::snapshot::{FileEntry, Snapshot};
use crate::archive::stated;
use crate::archive::wanted::{ArchivedInput, OtherInputs, Wanted};
use crate::trade::{
    Amount, Basis, Flow, InputRemark, Interval, LayoutName, Month, Observation, Observations,
    PartnerChoice, Period, RowKind, TextId,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Whether sums without rows can answer: all partners are asked for and nothing that needs single
/// rows, no other rows are read that may be the same, and no month has its trade at two levels of
/// detail, between which only rows can choose.
pub(crate) fn can_answer(snapshot: &Snapshot, wanted: &Wanted) -> bool {
    let is_of_sums = wanted.partner == PartnerChoice::All
        && !wanted.quantities
        && !wanted.names
        && !wanted.vintages
        && !wanted.beside.may_share(snapshot.current.values());
    // Sums are of the whole archive, so it is no longer known what a single file lacks.
    // Which goods the rows of the World hold shows in rows alone.
    let is_of_world = |file: &FileEntry| {
        let mut partners = file.partners.iter();
        file.levels_of_detail().next().is_some() && partners.any(|code| partners::is_world(code))
    };
    is_of_sums
        && !snapshot.inputs.iter().any(|input| input.is_cut)
        && !snapshot.current.values().any(is_of_world)
        && has_one_level(snapshot)
}

/// Whether the detail rows of every month and flow have a single level.
fn has_one_level(snapshot: &Snapshot) -> bool {
    let mut levels: BTreeMap<&str, Vec<(&FileEntry, &str)>> = BTreeMap::new();
    for file in snapshot.current.values() {
        for level in file.levels_of_detail() {
            for flow in file.flow.split(' ') {
                levels.entry(flow).or_default().push((file, level));
            }
        }
    }
    levels.values_mut().all(|files| {
        files.sort_by_key(|(file, _)| (&file.from, &file.to));
        // If two overlapping files differ, two neighbours in this order do, or one extends over
        // several others: hence the comparison with the longest file so far.
        let mut longest: Option<(&str, &str)> = None;
        files.iter().all(|(file, level)| {
            let is_same = longest
                .is_none_or(|(to, of_longest)| file.from.as_str() > to || of_longest == *level);
            if longest.is_none_or(|(to, _)| file.to.as_str() > to) {
                longest = Some((&file.to, level));
            }
            is_same
        })
    })
}

/// Adds one input with the sums of all current detail rows.
///
/// # Errors
/// [`ArchiveError`] when a file cannot be read.
pub(crate) fn read(
    root: &Path,
    snapshot: &Snapshot,
    wanted: &Wanted,
    observations: &mut Observations,
) -> Result<ArchivedInput, ArchiveError> {
    let current = || snapshot.current.values();
    let files: Vec<&FileEntry> = current()
        .filter(|file| file.levels_of_detail().next().is_some())
        .collect();
    // A partner's published total replaces its rows, and the row of all partners is none of them:
    // both are known only if partners are distinguished.
    let has_totals = current().any(|file| {
        file.has_published() || file.partners.iter().any(|code| partners::is_world(code))
    });
    let has_totals = has_totals || wanted.beside != OtherInputs::Nothing;
    let tells_partners = wanted.partners || has_totals;
    let wanted = &Wanted {
        flows: flows_alone(&files, wanted),
        ..wanted.clone()
    };
    let opened = wanted
        .needed(&files)
        .into_iter()
        .filter(|file| wanted.takes_flow_of(file))
        .collect::<Vec<&FileEntry>>()
        .par_iter()
        .map(|file| {
            let path = root.join(&file.path);
            let opened = Opened::open(path.clone(), has_chapters(file));
            opened.map_err(ArchiveError::in_file(&path))
        })
        .collect::<Result<Vec<Opened>, ArchiveError>>()?;
    let sums = added_up(&opened, (wanted, tells_partners))?;
    observations.open("archive", LayoutName::Archive);
    let mut known = Places::default();
    let codes = files.iter().flat_map(|file| &file.partners);
    let partners = known.of(codes, observations);
    let within = behind::rows(snapshot, &mut known, observations);
    if let Some(input) = observations.inputs.last_mut() {
        input.disjoint = Some(within);
        input.stated = stated::of_all(snapshot);
    }
    let before = observations.rows.len();
    let mut blanks = 0;
    let in_order: BTreeMap<&Key, usize> = sums
        .places
        .iter()
        .map(|(key, place)| (key, *place))
        .collect();
    for (key, place) in in_order {
        if let Some(months) = sums.of.get(place) {
            blanks += push(key, months, observations)?;
        }
    }
    if blanks > 0 {
        observations.remark("archive", InputRemark::ValueMissing(blanks));
    }
    Ok(ArchivedInput {
        name: "archive".to_owned(),
        rows: files.iter().map(|file| file.rows).sum(),
        records: (observations.rows.len() - before) as u64,
        partners,
    })
}

/// The flows to read: those asked for, if each of them occurs and all rows are in one currency,
/// since other flows then change nothing; otherwise all (empty).
pub(crate) fn flows_alone(files: &[&FileEntry], wanted: &Wanted) -> Vec<Flow> {
    let has = |flow: &Flow| {
        let is_of = |file: &&FileEntry| file.flow.split(' ').any(|one| one == flow.name());
        files.iter().any(is_of)
    };
    let currencies: BTreeSet<&String> = files.iter().flat_map(|file| &file.currencies).collect();
    match currencies.len() <= 1 && wanted.flows.iter().all(has) {
        true => wanted.flows.clone(),
        false => Vec::new(),
    }
}

/// The sums over all row groups of some files, using all cores.
fn added_up(files: &[Opened], asked: (&Wanted, bool)) -> Result<Sums, ArchiveError> {
    let groups = files.iter().flat_map(|file| {
        let groups = 0..file.groups();
        groups.map(move |group| (file, group))
    });
    let groups: Vec<(&Opened, usize)> = groups.collect();
    let next = AtomicUsize::new(0);
    // Each core has only one set of sums, however fine.
    let of_cores = (0..rayon::current_num_threads()).into_par_iter().map(|_| {
        let mut sums = Sums::default();
        while let Some((file, group)) = groups.get(next.fetch_add(1, Ordering::Relaxed)) {
            file.add_up(*group, asked, &mut sums)
                .map_err(ArchiveError::in_file(file.path()))?;
        }
        Ok(sums)
    });
    of_cores.try_reduce(Sums::default, |one, other| Ok(one.join(other)))
}

/// Whether each code in a file is empty or has a chapter.
fn has_chapters(file: &FileEntry) -> bool {
    !file
        .levels
        .iter()
        .any(|level| level.starts_with("hs1") && !level.starts_with("hs10"))
}

/// Adds the sums of one key to the input opened last, and returns how many of its rows have no
/// value.
fn push(key: &Key, months: &Months, observations: &mut Observations) -> Result<u64, ArchiveError> {
    let damaged = |what: &str, found: &str| ArchiveError::Damaged {
        what: format!("not a {what}: `{found}`"),
    };
    let flow = flow_named(&key.flow).ok_or_else(|| damaged("flow", &key.flow))?;
    let currency =
        currency_named(&key.currency).ok_or_else(|| damaged("currency", &key.currency))?;
    let partner = partners::place_of(&key.partner, observations);
    let code = observations.text(&key.code);
    let held = (months.first..).zip(&months.sums).enumerate();
    for (at, (month, sum)) in held.filter(|(_, (_, sum))| sum.rows > 0) {
        let to = Month::from_index(month);
        let [below, above] = months.slack(at);
        let interval = Interval {
            low: Amount(sum.value - below),
            high: Amount(sum.value + above),
        };
        let observation = Observation {
            line: 0,
            period: Period {
                from: to.plus(1 - key.months),
                to,
            },
            flow,
            partner,
            currency,
            code,
            split: TextId::EMPTY,
            kind: RowKind::Detail,
            value: (sum.blanks == 0).then_some((Amount(sum.value), interval)),
            basis: Basis::Sum,
            released: None,
            printed: None,
            publisher: TextId::EMPTY,
        };
        observations.push_sum(observation, sum.rows);
    }
    let blanks = months.sums.iter().map(|sum| u64::from(sum.blanks));
    Ok(blanks.sum())
}
