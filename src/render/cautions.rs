//! Writes the remarks under a table for people: either the cautions, one line for each kind, or all
//! remarks.
//!
//! Source: docs/definitions.md, "What is said beside a figure".

use crate::render::lang::{self, Wording};
use crate::render::options::Lang;
use crate::render::{labels, places, wrap};
use crate::report::{Cell, Column, Flag, Remark, RemarkKind, Report, Row};
use crate::trade::{Flow, InputRemark, Period, Weight, named_of};
use std::collections::{BTreeMap, BTreeSet};

/// Number of items that a line lists.
const NAMED: usize = 3;

/// What a remark refers to.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct About {
    pub(super) flow: Option<Flow>,
    pub(super) part: Option<String>,
    pub(super) period: Option<Period>,
    /// The column, if the period alone does not identify it.
    pub(super) column: Option<Column>,
    /// The file, for remarks of the reader.
    pub(super) file: Option<String>,
}

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
        period: remark.period,
        column: remark.column.filter(|column| *column == Column::MomPct),
        file: None,
    }
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

/// The lines for one kind: a single line if its remarks refer to figures or files, otherwise one
/// for each remark.
fn lines_of(
    remarks: &[(About, &Remark)],
    width: usize,
    wording: &dyn Wording,
    lang: Lang,
) -> Vec<String> {
    let nothing =
        |about: &About| about.flow.is_none() && about.period.is_none() && about.file.is_none();
    let text_of = |(about, remark): &(About, &Remark)| match &remark.kind {
        RemarkKind::Input(input) if about.file.is_some() => wording.input(&input.what),
        other => lang::kind(other, None, lang),
    };
    // Kinds without a headline of their own use their first sentence.
    let has_headline = remarks
        .first()
        .is_some_and(|first| wording.headline(&first.1.kind) != text_of(first));
    if has_headline && !remarks.iter().all(|(about, _)| nothing(about)) {
        return vec![line(remarks, width, wording, lang)];
    }
    let mut lines: Vec<(String, Vec<About>)> = Vec::new();
    for one in remarks {
        let text = text_of(one);
        match lines.iter_mut().find(|(known, _)| *known == text) {
            Some((_, abouts)) if !abouts.contains(&one.0) => abouts.push(one.0.clone()),
            Some(_) => {}
            None => lines.push((text, vec![one.0.clone()])),
        }
    }
    let lines = lines
        .into_iter()
        .map(|(text, abouts)| match labels_of(&abouts, lang) {
            label if label.is_empty() => text,
            label => places::labelled(&label, &text, lang),
        });
    lines.collect()
}

/// The line for one kind: its sentence if they share one, otherwise a headline and the list of what
/// it refers to.
fn line(remarks: &[(About, &Remark)], width: usize, wording: &dyn Wording, lang: Lang) -> String {
    // The same figure occurs in several rows: as a value, and as the base of a year later.
    let mut lines: Vec<(String, Vec<About>)> = Vec::new();
    for (about, remark) in remarks {
        let text = match remark.kind {
            RemarkKind::PrintedDiffers(_) => wording.in_brief(&remark.kind),
            RemarkKind::Input(ref input) if about.file.is_some() => wording.input(&input.what),
            _ => lang::kind(&remark.kind, None, lang),
        };
        match lines.iter_mut().find(|(known, _)| *known == text) {
            Some((_, abouts)) if !abouts.contains(about) => abouts.push(about.clone()),
            Some(_) => {}
            None => lines.push((text, vec![about.clone()])),
        }
    }
    let Some((_, first)) = remarks.first() else {
        return String::new();
    };
    if let [(text, abouts)] = &lines[..] {
        return match labels_of(abouts, lang) {
            label if label.is_empty() => text.clone(),
            label => places::labelled(&label, text, lang),
        };
    }
    // If they have a size, the largest come first.
    let mut remarks: Vec<&(About, &Remark)> = remarks.iter().collect();
    remarks.sort_by_key(|(_, remark)| std::cmp::Reverse(remark.kind.size()));
    let mut shorts: Vec<(Option<String>, Vec<About>)> = Vec::new();
    for (about, remark) in &remarks {
        let short = wording.short(&remark.kind);
        match shorts.iter_mut().find(|(known, _)| *known == short) {
            Some((_, abouts)) if !abouts.contains(about) => abouts.push(about.clone()),
            Some(_) => {}
            None => shorts.push((short, vec![about.clone()])),
        }
    }
    let mut before = String::new();
    let items = shorts.iter().map(|(short, abouts)| {
        // A flow is named once for all its periods.
        let name = match &abouts[..] {
            [one] => name_of(one, lang),
            _ => String::new(),
        };
        let unnamed: Vec<About> = match abouts.first() {
            Some(one) if !name.is_empty() && name == before => vec![About {
                flow: None,
                part: None,
                column: None,
                file: None,
                ..one.clone()
            }],
            _ => abouts.clone(),
        };
        before = name;
        let label = labels_of(&unnamed, lang);
        match short {
            Some(short) => places::in_brackets(&label, short, lang),
            None => label,
        }
    });
    let mut items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
    // The first published change that differs is given in full, the others follow by name.
    let headline = match (&first.kind, remarks.first()) {
        (RemarkKind::PrintedDiffers(_), Some((about, remark))) => {
            let label = labels_of(std::slice::from_ref(about), lang);
            let text = wording.in_brief(&remark.kind);
            let text = places::labelled(&label, &text, lang);
            items.remove(0);
            text + wording.also()
        }
        _ => wording.headline(&first.kind),
    };
    let with = |count: usize| {
        let list = wording.listed(&items[..count], items.len() - count);
        match first.kind {
            RemarkKind::PrintedDiffers(_) => format!("{headline}{list}"),
            _ => places::labelled(&headline, &list, lang),
        }
    };
    let lines = |text: &str| wrap::wrap(text, width.saturating_sub(2), 0).len();
    let most = named_of(items.len(), NAMED);
    let Some(least) = (most > 0).then(|| lines(&with(1))) else {
        return headline;
    };
    // As many items as fit without taking an additional line.
    let fitting = (1..=most).rev().find(|count| lines(&with(*count)) <= least);
    with(fitting.unwrap_or(1))
}

/// `imports 2017-01–03, 2017-05`, `exports 27, 2017-01`, `a.csv, b.csv`.
fn labels_of(abouts: &[About], lang: Lang) -> String {
    let wording = lang::wording(lang);
    let mut groups: Vec<(String, Vec<Period>)> = Vec::new();
    for about in abouts {
        let name = name_of(about, lang);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, periods)) => periods.extend(about.period),
            None => groups.push((name, about.period.into_iter().collect())),
        }
    }
    // Flows of the same periods are named together.
    let mut joined: Vec<(Vec<String>, Vec<Period>)> = Vec::new();
    for (name, periods) in groups {
        let periods = places::runs(periods);
        match joined.iter_mut().find(|(_, known)| *known == periods) {
            Some((names, _)) => names.push(name),
            None => joined.push((vec![name], periods)),
        }
    }
    let texts = joined.iter().map(|(names, periods)| {
        let shown = &names[..named_of(names.len(), NAMED)];
        let names = wording.listed(shown, names.len() - shown.len());
        let periods: Vec<String> = periods.iter().map(|one| wording.period(*one)).collect();
        let shown = &periods[..named_of(periods.len(), NAMED)];
        let periods = wording.listed(shown, periods.len() - shown.len());
        places::with_periods(&names, &periods, lang)
    });
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.join(places::between(lang))
}

/// The names of flow, part, column and file.
fn name_of(about: &About, lang: Lang) -> String {
    let words = [
        about.flow.map(|flow| labels::flow_in_note(flow, lang)),
        about.part.clone(),
        about.column.map(|_| labels::mom(lang).to_owned()),
        about.file.clone(),
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    words.join(" ")
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

/// All remarks, with identical ones of a row merged: first the cautions, then the details on the
/// origin of figures.
pub(super) fn full(report: &Report, lang: Lang) -> Vec<String> {
    let mut lines: Vec<(String, Weight, Vec<About>)> = Vec::new();
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
        let known = lines.iter_mut().find(|(known, ..)| *known == text);
        match known {
            Some((.., abouts)) if !abouts.contains(&about) => abouts.push(about),
            Some(_) => {}
            None => lines.push((text, remark.weight, vec![about])),
        }
    }
    lines.sort_by_key(|(_, weight, _)| *weight);
    let lines = lines
        .iter()
        .map(|(text, _, abouts)| match labels_of(abouts, lang) {
            label if label.is_empty() => text.clone(),
            label => places::labelled(&label, text, lang),
        });
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
