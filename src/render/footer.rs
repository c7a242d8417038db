//! What stands under a table for people: reasons, remarks and notes, then the source.

use super::{Lang, figures, wrap};
use crate::render::{labels, lang};
use crate::report::{Cell, Column, Report, Row, Shows, ViewColumn};
use crate::trade::{Flow, Missing, Month, Period};
use std::collections::{BTreeMap, BTreeSet};

/// The lines under a table, unwrapped.
pub(super) struct Footer {
    /// `imports 2017-09, yoy: no data for 2016-09`, one for every `..` (alike ones together).
    pub(super) reasons: Vec<String>,
    /// Remarks on rows, then notes on the whole.
    pub(super) notes: Vec<String>,
    /// `Source: …`.
    pub(super) source: Option<String>,
}

impl Footer {
    /// The lines under the table of `report`.
    pub(super) fn new(report: &Report, lang: Lang) -> Footer {
        let mut notes = remarks(report, lang);
        notes.extend(report.notes.iter().map(|note| lang::sentence(note, lang)));
        Footer {
            reasons: reasons(report, lang),
            notes,
            source: source(&report.sources, lang),
        }
    }
}

/// One thing to say of some flows, months and columns.
#[derive(Clone, PartialEq)]
struct Entry<T> {
    flows: Vec<Flow>,
    /// The codes of the parts of a split.
    parts: Vec<String>,
    months: Vec<Month>,
    columns: Vec<String>,
    what: T,
}

fn reasons(report: &Report, lang: Lang) -> Vec<String> {
    let mut entries: Vec<Entry<Missing>> = Vec::new();
    for row in &report.rows {
        for (column, missing) in missing_in_view(report, row, lang) {
            let new = entry(row, column, missing.clone(), lang);
            // One reason for several months of a flow, with the months that it names.
            let alike = |old: &&mut Entry<Missing>| {
                old.what.reason == new.what.reason
                    && old.flows == new.flows
                    && old.parts == new.parts
                    && old.columns == new.columns
                    && (!new.months.is_empty() || old.what == new.what)
            };
            match entries.iter_mut().find(alike) {
                None => entries.push(new),
                Some(old) => {
                    add(&mut old.months, new.months);
                    add(&mut old.what.periods, new.what.periods);
                }
            }
        }
    }
    for entry in &mut entries {
        entry.what.periods = Period::joined(entry.what.periods.drain(..));
    }
    let entries = together(entries, &parts(report, lang));
    lines(entries, lang, |missing| lang::wording(lang).reason(missing))
}

/// The missing cells that the view shows, with the word for their column; each reason once a column.
fn missing_in_view<'a>(
    report: &'a Report,
    row: &'a Row,
    lang: Lang,
) -> impl Iterator<Item = (String, &'a Missing)> {
    report.view.iter().flat_map(move |column| {
        let names = names(&column.shows);
        let mut found: Vec<&Missing> = Vec::new();
        for name in names {
            if let Cell::Missing(missing) = row.cell(*name)
                && !found.contains(&missing)
            {
                found.push(missing);
            }
        }
        let word = labels::column_in_note(column, lang);
        found.into_iter().map(move |one| (word.clone(), one))
    })
}

fn names(shows: &Shows) -> &[Column] {
    match shows {
        Shows::Column(name) => std::slice::from_ref(name),
        Shows::StreakPhrase(names) => names,
        Shows::RunPhrase(names) => names,
        Shows::PercentIn(names) => names,
        Shows::RecordPhrase(names) => &names[..],
        // Nothing is ever remarked on what they show.
        Shows::Listed(_) | Shows::Part(_) => &[],
        Shows::Calendar(names) => names,
    }
}

fn remarks(report: &Report, lang: Lang) -> Vec<String> {
    let mut entries: Vec<Entry<String>> = Vec::new();
    for row in &report.rows {
        for remark in &row.remarks {
            let mut views = report.view.iter();
            let is_about = |column: &&ViewColumn| {
                let shown = names(&column.shows);
                remark.column.is_some_and(|one| shown.contains(&one))
            };
            let about = views.find(is_about);
            let column = about.map(|column| labels::column_in_note(column, lang));
            let column = column.unwrap_or_default();
            let new = entry(row, column, lang::sentence(remark, lang), lang);
            // One revision concerns the month itself and the year after: it is said once a flow.
            let alike = |old: &&mut Entry<String>| {
                old.what == new.what && old.flows == new.flows && old.parts == new.parts
            };
            match entries.iter_mut().find(alike) {
                None => entries.push(new),
                Some(old) => {
                    add(&mut old.months, new.months);
                    add(&mut old.columns, new.columns);
                }
            }
        }
    }
    let entries = together(entries, &parts(report, lang));
    lines(entries, lang, String::clone)
}

fn entry<T>(row: &Row, column: String, what: T, lang: Lang) -> Entry<T> {
    let flows = match row.cell(Column::Flow) {
        Cell::Flow(flow) => vec![*flow],
        _ => Vec::new(),
    };
    let months = match row.cell(Column::Month) {
        Cell::Month(month) => vec![*month],
        Cell::Period(period) => period.months().collect(),
        _ => Vec::new(),
    };
    Entry {
        flows,
        parts: part(row, lang).into_iter().collect(),
        months,
        columns: Some(column)
            .filter(|word| !word.is_empty())
            .into_iter()
            .collect(),
        what,
    }
}

/// The code of the part that a row is of, where something is split.
fn part(row: &Row, lang: Lang) -> Option<String> {
    match row.cell(Column::Code) {
        Cell::Text(code) => Some(code.clone()),
        Cell::Word(word) => Some(labels::word(word, lang).to_lowercase()),
        _ => None,
    }
}

/// How many parts each flow has rows of; those without a flow stand under `None`.
fn parts(report: &Report, lang: Lang) -> BTreeMap<Option<Flow>, usize> {
    let mut parts: BTreeMap<Option<Flow>, BTreeSet<String>> = BTreeMap::new();
    for row in &report.rows {
        let flow = match row.cell(Column::Flow) {
            Cell::Flow(flow) => Some(*flow),
            _ => None,
        };
        let of_flow = parts.entry(flow).or_default();
        of_flow.extend(part(row, lang));
    }
    let counts = parts.into_iter();
    counts.map(|(flow, parts)| (flow, parts.len())).collect()
}

/// Entries that differ only in their column become one, then those that differ only in their part,
/// then those that differ only in their flow.
fn together<T: PartialEq>(
    entries: Vec<Entry<T>>,
    parts: &BTreeMap<Option<Flow>, usize>,
) -> Vec<Entry<T>> {
    let by_column = join(entries, |old, new| {
        let same = old.flows == new.flows
            && old.parts == new.parts
            && old.months == new.months
            && old.what == new.what;
        if same {
            add(&mut old.columns, new.columns.clone());
        }
        same
    });
    let mut by_part = join(by_column, |old, new| {
        let same = old.flows == new.flows
            && old.columns == new.columns
            && old.months == new.months
            && old.what == new.what;
        if same {
            add(&mut old.parts, new.parts.clone());
        }
        same
    });
    for entry in &mut by_part {
        // What holds for every part needs no list of them.
        if parts.get(&entry.flows.first().copied()) == Some(&entry.parts.len()) {
            entry.parts.clear();
        }
    }
    join(by_part, |old, new| {
        let same = old.columns == new.columns
            && old.parts == new.parts
            && old.months == new.months
            && old.what == new.what;
        if same {
            add(&mut old.flows, new.flows.clone());
        }
        same
    })
}

fn join<T>(entries: Vec<T>, takes: impl Fn(&mut T, &T) -> bool) -> Vec<T> {
    let mut joined: Vec<T> = Vec::new();
    for new in entries {
        if !joined.iter_mut().any(|old| takes(old, &new)) {
            joined.push(new);
        }
    }
    joined
}

fn add<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

fn lines<T>(entries: Vec<Entry<T>>, lang: Lang, say: impl Fn(&T) -> String) -> Vec<String> {
    let line = |entry: Entry<T>| {
        let flows = entry
            .flows
            .iter()
            .map(|flow| labels::flow_in_note(*flow, lang));
        let flows = flows.collect::<Vec<_>>().join(", ");
        let parts = some(&entry.parts, lang);
        let flows = [flows, parts].into_iter().filter(|part| !part.is_empty());
        let flows = flows.collect::<Vec<_>>().join(" ");
        let months = months(&entry.months, lang);
        // `imports 2017-09`, and with a part of them `imports 27, 2017-09`.
        let between = if entry.parts.is_empty() { " " } else { ", " };
        let row = [flows, months].into_iter().filter(|part| !part.is_empty());
        let row = row.collect::<Vec<_>>().join(between);
        let label = [row, entry.columns.join(", ")];
        let label = label.into_iter().filter(|part| !part.is_empty());
        let label = label.collect::<Vec<_>>().join(", ");
        if label.is_empty() {
            say(&entry.what)
        } else {
            format!("{label}: {}", say(&entry.what))
        }
    };
    entries.into_iter().map(line).collect()
}

/// How many of many things are named.
const NAMED: usize = 6;

/// The first few of many things, and how many more.
fn some(things: &[String], lang: Lang) -> String {
    let shown = if things.len() > NAMED {
        NAMED - 1
    } else {
        things.len()
    };
    let mut texts = things[..shown].to_vec();
    if things.len() > shown {
        texts.push(and_more(things.len() - shown, lang));
    }
    texts.join(", ")
}

/// Months as runs, the first few of them.
fn months(months: &[Month], lang: Lang) -> String {
    let runs = Period::joined(months.iter().copied().map(Period::month));
    let texts: Vec<String> = runs.into_iter().map(figures::period).collect();
    some(&texts, lang)
}

/// `Source: …`: up to four publishers, else three and how many more.
fn source(sources: &[String], lang: Lang) -> Option<String> {
    let shown = if sources.len() > 4 { 3 } else { sources.len() };
    let (named, rest) = sources.split_at(shown);
    let label = labels::pick(lang, "Source: ", "来源：", "출처: ");
    let more = match (rest.len(), lang) {
        (0, _) => String::new(),
        (more, Lang::En) => format!("; and {more} more (in --format json)"),
        (more, Lang::Zh) => format!("；另有{more}个（见 --format json）"),
        (more, Lang::Ko) => format!("; 외 {more}건 (--format json 참조)"),
    };
    (!sources.is_empty()).then(|| format!("{label}{}{more}", named.join("; ")))
}

/// The same in one line of at most `columns`, with as many publishers as fit.
pub(super) fn source_in_a_line(sources: &[String], columns: usize, lang: Lang) -> Option<String> {
    let named = |count: usize| {
        let (named, rest) = sources.split_at(count.min(sources.len()));
        let label = labels::pick(lang, "Source: ", "来源：", "출처: ");
        let more = match rest.len() {
            0 => String::new(),
            more => format!("; {}", and_more(more, lang)),
        };
        format!("{label}{}{more}", named.join("; "))
    };
    let counts = (1..=sources.len()).rev();
    let fitting = counts.map(named).find(|line| wrap::width(line) <= columns);
    fitting.or_else(|| Some(wrap::shortened(sources.first()?, columns)))
}

/// `and 3 more`, at the end of a list.
fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more"),
        Lang::Zh => format!("另有{count}个"),
        Lang::Ko => format!("외 {count}건"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sources_and_how_many_more() {
        let sources: Vec<String> = ["a", "b", "c", "d", "e"].map(String::from).into();
        let line = |count| source(&sources[..count], Lang::En);
        assert_eq!(line(4).as_deref(), Some("Source: a; b; c; d"));
        assert_eq!(
            line(5).as_deref(),
            Some("Source: a; b; c; and 2 more (in --format json)")
        );
        assert_eq!(line(0), None);
    }
}
