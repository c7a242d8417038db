//! What is declared about the inputs of an archive, as readers need it.

use crate::archive::error::ArchiveError;
use crate::archive::log;
use crate::archive::names_of_codes::flow_named;
use crate::archive::snapshot::{FileEntry, InputEntry, Snapshot};
use crate::trade::{Flow, Month, StatedAndOthers, StatedCoverage};
use std::collections::BTreeMap;
use std::path::Path;

/// The month and flow of the rows of an input.
fn at(file: &FileEntry) -> Option<(Month, Flow)> {
    Some((file.to.parse().ok()?, flow_named(&file.flow)?))
}

/// Whether every month of some flows is declared to have all partners of its detail rows.
///
/// # Errors
/// If there is no archive, or its log is damaged.
pub fn declares_all_partners(root: &Path, flows: &[Flow]) -> Result<bool, ArchiveError> {
    let snapshot = log::snapshot(root)?;
    let stated = of_all(&snapshot).all_partners;
    let files = snapshot.inputs.iter().flat_map(|input| &input.files);
    let detailed = files.filter(|file| file.levels_of_detail().next().is_some());
    let mut months = detailed
        .filter_map(at)
        .filter(|(_, flow)| flows.contains(flow));
    Ok(!stated.is_empty() && months.all(|at| stated.contains(&at)))
}

/// What is declared about one input.
pub(crate) fn of_input(snapshot: &Snapshot, input: &InputEntry) -> StatedCoverage {
    let mut stated = StatedCoverage::default();
    for file in &input.files {
        let known = snapshot.assurances(input, file);
        if let Some(at) = at(file) {
            stated.all_goods.extend(known.all_goods.then_some(at));
            stated.all_partners.extend(known.all_partners.then_some(at));
        }
    }
    stated
}

/// What is declared about all inputs together: the months and flows whose goods are declared to be
/// complete for each partner that any input has, and those whose partners are, for each chapter.
pub(crate) fn of_all(snapshot: &Snapshot) -> StatedCoverage {
    let mut stated = StatedCoverage::default();
    let is_declared = |(_, known)| known != Default::default();
    if !snapshot.assured_files().any(is_declared) {
        return stated;
    }
    type Months<'s> = BTreeMap<(Month, Flow), StatedAndOthers<&'s str>>;
    let (mut goods, mut partners) = (Months::new(), Months::new());
    let files = snapshot.assured_files();
    for (file, known) in files.filter(|(file, _)| file.levels_of_detail().next().is_some()) {
        let Some(at) = at(file) else {
            continue;
        };
        let of_month = goods.entry(at).or_default();
        for code in &file.partners {
            of_month.add(known.all_goods, code);
        }
        let of_month = partners.entry(at).or_default();
        for chapter in &file.chapters {
            of_month.add(known.all_partners, chapter);
        }
    }
    let complete = |months: Months<'_>| {
        let complete = months.into_iter();
        let complete = complete.filter(|(_, of_month)| of_month.is_stated_of_all());
        complete.map(|(at, _)| at).collect()
    };
    stated.all_goods = complete(goods);
    stated.all_partners = complete(partners);
    stated
}
