//! Writes the remarks of one kind as a line: the sentence, and what it refers to.

use crate::render::lang::{self, Wording};
use crate::render::options::Lang;
use crate::render::{labels, places, wrap};
use crate::report::{Column, Remark, RemarkKind};
use crate::trade::{Flow, Period, named_of};

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

/// The lines for one kind: a single line if its remarks refer to figures or files, otherwise one
/// for each remark.
pub(super) fn lines_of(
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
    let lines = alike(remarks, text_of).into_iter();
    let lines = lines.map(|(text, abouts)| labelled(&labels_of(&abouts, lang), &text, lang));
    lines.collect()
}

/// The line for one kind: its sentence if they share one, otherwise a headline and the list of what
/// it refers to.
fn line(remarks: &[(About, &Remark)], width: usize, wording: &dyn Wording, lang: Lang) -> String {
    let text_of = |(about, remark): &(About, &Remark)| match &remark.kind {
        RemarkKind::PrintedDiffers(_) => wording.in_brief(&remark.kind),
        RemarkKind::Input(input) if about.file.is_some() => wording.input(&input.what),
        other => lang::kind(other, None, lang),
    };
    if let [(text, abouts)] = &alike(remarks, text_of)[..] {
        return labelled(&labels_of(abouts, lang), text, lang);
    }
    let Some((_, first)) = remarks.first() else {
        return String::new();
    };
    // If they have a size, the largest come first.
    let mut remarks = remarks.to_vec();
    remarks.sort_by_key(|(_, remark)| std::cmp::Reverse(remark.kind.size()));
    let mut items = items(&remarks, wording, lang);
    // The first published change that differs is given in full, the others follow by name.
    let is_printed = matches!(first.kind, RemarkKind::PrintedDiffers(_));
    let headline = match remarks.first() {
        Some((about, largest)) if is_printed => {
            let label = labels_of(std::slice::from_ref(about), lang);
            let text = places::labelled(&label, &wording.in_brief(&largest.kind), lang);
            items.remove(0);
            text + wording.also()
        }
        _ => wording.headline(&first.kind),
    };
    let with = |count: usize| {
        let list = wording.listed(&items[..count], items.len() - count);
        match is_printed {
            true => format!("{headline}{list}"),
            false => places::labelled(&headline, &list, lang),
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

/// What the remarks of one kind refer to, each with its own short addition if it has one.
fn items(remarks: &[(About, &Remark)], wording: &dyn Wording, lang: Lang) -> Vec<String> {
    let mut before = String::new();
    let mut items = Vec::new();
    for (short, abouts) in alike(remarks, |(_, remark)| wording.short(&remark.kind)) {
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
            _ => abouts,
        };
        before = name;
        let label = labels_of(&unnamed, lang);
        items.push(match short {
            Some(short) => places::in_brackets(&label, &short, lang),
            None => label,
        });
    }
    items.retain(|item| !item.is_empty());
    items
}

/// The remarks grouped by wording, in order, each with everything it refers to. The same
/// figure occurs in several rows: as a value, and as the base of a year later.
fn alike<'r, T: PartialEq>(
    remarks: &[(About, &'r Remark)],
    said: impl Fn(&(About, &'r Remark)) -> T,
) -> Vec<(T, Vec<About>)> {
    let mut found: Vec<(T, Vec<About>)> = Vec::new();
    for one in remarks {
        let said = said(one);
        match found.iter_mut().find(|(known, _)| *known == said) {
            Some((_, abouts)) if !abouts.contains(&one.0) => abouts.push(one.0.clone()),
            Some(_) => {}
            None => found.push((said, vec![one.0.clone()])),
        }
    }
    found
}

/// A sentence with what it refers to, if that has a name.
pub(super) fn labelled(label: &str, text: &str, lang: Lang) -> String {
    match label {
        "" => text.to_owned(),
        label => places::labelled(label, text, lang),
    }
}

/// `imports 2017-01–03, 2017-05`, `exports 27, 2017-01`, `a.csv, b.csv`.
pub(super) fn labels_of(abouts: &[About], lang: Lang) -> String {
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
