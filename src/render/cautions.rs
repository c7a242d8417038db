//! Writes the remarks under a table for people: either the cautions, one line for each kind, or all
//! remarks.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

use crate::render::caution_line::{About, labelled, labels_of, lines_of};
use crate::render::lang::{self, Wording};
use crate::render::options::Lang;
use crate::render::places;
use crate::report::{Cell, Column, Flag, Remark, RemarkKind, Report, RevisionRemark, Row};
use crate::trade::{Flow, InputRemark, Weight};
use std::collections::{BTreeMap, BTreeSet};

/// All remarks of a report with what they refer to, in order.
fn all(report: &Report, lang: Lang) -> impl Iterator<Item = (About, &Remark)> {
    let several = flows(report) > 1;
    let of_rows = report.rows.iter().flat_map(move |row| {
        let remarks = row.remarks.iter();
        remarks.map(move |remark| (about(row, remark, several, lang), remark))
    });
    let of_all = report.notes.iter().map(|remark| {
        let file = match &remark.kind {
            RemarkKind::Input(input) => Some(input.file.to_string()),
            _ => None,
        };
        let nothing = About {
            flow: None,
            part: None,
            period: remark.period,
            column: None,
            file: file.filter(|file| !file.is_empty()),
        };
        (nothing, remark)
    });
    of_rows.chain(of_all)
}

/// Number of flows that the rows of a report have.
fn flows(report: &Report) -> usize {
    let flows: BTreeSet<Flow> = report.rows.iter().filter_map(flow_of).collect();
    flows.len()
}

fn flow_of(row: &Row) -> Option<Flow> {
    match row.cell(Column::Flow) {
        Cell::Flow(flow) => Some(*flow),
        _ => None,
    }
}

/// What a remark refers to. `several`: whether there are several flows, so that the row's must be
/// named.
fn about(row: &Row, remark: &Remark, several: bool, lang: Lang) -> About {
    About {
        flow: flow_of(row).filter(|_| several),
        part: places::part(row, lang),
        // The sentence begins with the month whose change it is about.
        period: remark.period.filter(|_| !is_statement(&remark.kind)),
        column: remark.column.filter(|column| *column == Column::MomPct),
        file: None,
    }
}

fn is_statement(kind: &RemarkKind) -> bool {
    matches!(kind, RemarkKind::Revision(RevisionRemark::Statement { .. }))
}

/// The cautions, the most important first, one line for each kind with everything it refers to.
pub(super) fn brief(report: &Report, width: usize, lang: Lang) -> Vec<String> {
    // The title shows how old the month is.
    lines(report, width, lang, |kind| {
        !matches!(kind, RemarkKind::NotNewest { .. })
    })
}

/// The cautions of the wanted kinds.
fn lines(
    report: &Report,
    width: usize,
    lang: Lang,
    is_wanted: impl Fn(&RemarkKind) -> bool,
) -> Vec<String> {
    let wording = lang::wording(lang);
    let mut kinds: BTreeMap<(u8, &'static str), Vec<(About, &Remark)>> = BTreeMap::new();
    let flagged = flagged(report);
    for (about, remark) in all(report, lang) {
        let is_shown = remark.weight == Weight::Caution || remark.kind.is_pointer();
        let is_flagged = flagged.iter().any(|one| std::ptr::eq(*one, remark));
        if is_wanted(&remark.kind) && is_shown && !is_flagged && !is_from_name(remark) {
            let kind = (remark.kind.place(), remark.kind.code());
            kinds.entry(kind).or_default().push((about, remark));
        }
    }
    let mut lines: Vec<String> = kinds
        .into_values()
        .flat_map(|remarks| match remarks.first() {
            Some((_, first)) if says_it_all(&first.kind) => each_sentence(remarks, lang),
            _ => vec![remarks],
        })
        .flat_map(|remarks| lines_of(&remarks, width, wording, lang))
        .collect();
    lines.extend(names_of_files(report, wording));
    lines
}

/// Whether each remark of this kind has its own content, so that none can represent the others.
fn says_it_all(kind: &RemarkKind) -> bool {
    matches!(kind, RemarkKind::Sanction(_) | RemarkKind::Revision(_))
}

/// Remarks of one kind, grouped by their sentences.
fn each_sentence<'r>(
    remarks: Vec<(About, &'r Remark)>,
    lang: Lang,
) -> Vec<Vec<(About, &'r Remark)>> {
    let mut by_sentence: Vec<(String, Vec<(About, &'r Remark)>)> = Vec::new();
    for (about, remark) in remarks {
        let text = lang::kind(&remark.kind, None, lang);
        match by_sentence.iter_mut().find(|(known, _)| *known == text) {
            Some((_, alike)) => alike.push((about, remark)),
            None => by_sentence.push((text, vec![(about, remark)])),
        }
    }
    by_sentence.into_iter().map(|(_, alike)| alike).collect()
}

/// The remarks that are already shown as a flag next to their figure.
fn flagged(report: &Report) -> Vec<&Remark> {
    let shown: BTreeSet<Column> = places::shown(report).collect();
    let says = |row: &Row, remark: &Remark| {
        let flag = match remark.kind {
            RemarkKind::Revised { .. } => Flag::Revised,
            // The flag tells of a revision, and not of a contradiction in one file.
            RemarkKind::Implied {
                revised: Some(ref one),
                ..
            } if one.is_of_one_input => return false,
            RemarkKind::Implied { .. } => Flag::Implied,
            _ => return false,
        };
        let column = remark.column.filter(|column| shown.contains(column));
        column.is_some_and(|column| row.flags(column).any(|one| one == flag))
    };
    let mut found = Vec::new();
    for row in &report.rows {
        found.extend(row.remarks.iter().filter(|remark| says(row, remark)));
    }
    found
}

/// Whether there are remarks that [`brief`] leaves out.
pub(super) fn has_details(report: &Report) -> bool {
    let remarks = report.rows.iter().flat_map(|row| &row.remarks);
    let mut all = remarks.chain(&report.notes);
    all.any(|remark| remark.weight == Weight::Detail && !remark.kind.is_pointer())
}

fn is_from_name(remark: &Remark) -> bool {
    matches!(&remark.kind, RemarkKind::Input(input)
        if matches!(input.what, InputRemark::FlowFromName(_) | InputRemark::MonthFromName(_)))
}

/// One line for all files whose flow or month was inferred from their names.
fn names_of_files(report: &Report, wording: &dyn Wording) -> Option<String> {
    let mut files: BTreeSet<&str> = BTreeSet::new();
    let (mut flow, mut month) = (false, false);
    let mut only = None;
    for remark in report.notes.iter().filter(|remark| is_from_name(remark)) {
        if let RemarkKind::Input(input) = &remark.kind {
            files.insert(&input.file);
            flow |= matches!(input.what, InputRemark::FlowFromName(_));
            month |= matches!(input.what, InputRemark::MonthFromName(_));
            only = Some(format!("{}: {}", input.file, wording.input(&input.what)));
        }
    }
    match files.len() {
        0 => None,
        1 if !(flow && month) => only,
        count => Some(wording.names_of_files(count, flow, month)),
    }
}

/// A sentence with everything it refers to.
struct Line {
    text: String,
    weight: Weight,
    /// The size of a revision of earlier months, of which there may be one a month.
    of_earlier: Option<i128>,
    abouts: Vec<About>,
}

/// Sorts the revisions of earlier months among themselves, on the lines that they have.
fn largest_first(lines: &mut Vec<Line>) {
    let is_it = |at: &usize| lines.get(*at).is_some_and(|line| line.of_earlier.is_some());
    let places: Vec<usize> = (0..lines.len()).filter(is_it).collect();
    let mut order: Vec<usize> = places.clone();
    order.sort_by_key(|at| std::cmp::Reverse(lines.get(*at).and_then(|line| line.of_earlier)));
    let mut slots: Vec<Option<Line>> = std::mem::take(lines).into_iter().map(Some).collect();
    let mut sorted: Vec<Line> = Vec::new();
    let mut order = order.into_iter();
    for at in 0..slots.len() {
        let from = match places.contains(&at) {
            true => order.next().unwrap_or(at),
            false => at,
        };
        sorted.extend(slots.get_mut(from).and_then(Option::take));
    }
    *lines = sorted;
}

/// All remarks, with identical ones of a row merged: first the cautions, then the details on the
/// origin of figures.
pub(super) fn full(report: &Report, lang: Lang) -> Vec<String> {
    let mut lines: Vec<Line> = Vec::new();
    for (about, remark) in all(report, lang) {
        let text = lang::kind(&remark.kind, None, lang);
        let text = match &about.file {
            // The sentence already begins with the file.
            Some(_) => lang::sentence(remark, lang),
            None => text,
        };
        let about = About {
            file: None,
            ..about
        };
        match lines.iter_mut().find(|known| known.text == text) {
            Some(known) if !known.abouts.contains(&about) => known.abouts.push(about),
            Some(_) => {}
            None => lines.push(Line {
                text,
                weight: remark.weight,
                of_earlier: match remark.kind {
                    RemarkKind::EarlierRevised { .. } => Some(remark.kind.size()),
                    _ => None,
                },
                abouts: vec![about],
            }),
        }
    }
    lines.sort_by_key(|line| line.weight);
    largest_first(&mut lines);
    let lines = lines
        .iter()
        .map(|line| labelled(&labels_of(&line.abouts, lang), &line.text, lang));
    lines.collect()
}

/// The cautions of a report, as lines for standard error.
pub fn cautions(report: &Report, lang: Lang) -> Vec<String> {
    let whole = Report {
        rows: Vec::new(),
        ..report.clone()
    };
    lines(&whole, usize::MAX, lang, |_| true)
}

/// All remarks on the report as a whole, as lines for standard error.
pub fn remarks(report: &Report, lang: Lang) -> Vec<String> {
    let lines = report.notes.iter();
    lines.map(|remark| lang::sentence(remark, lang)).collect()
}
