//! The lines under a table for people: flags, cautions, reasons, and the source.

use crate::render::lang;
use crate::render::options::{Lang, Notes, Style};
use crate::render::{cautions, labels, places, sources, wrap};
use crate::report::{Cell, Column, Flag, Remark, RemarkKind, Report, Row};
use crate::trade::{Flow, Missing, Period, Reason, named_of};
use std::collections::BTreeSet;

/// Number of months or columns that a reason lists.
const NAMED: usize = 3;

/// The lines under a table, before wrapping.
pub(super) struct Footer {
    /// `e calculated back from a published change; r revised`.
    pub(super) flags: Option<String>,
    /// The remarks, the most important first.
    pub(super) notes: Vec<String>,
    /// `y/y 2017-09: no data for 2016-09`: the reason for a `..`.
    pub(super) reasons: Vec<String>,
    /// `Source: …`.
    pub(super) source: Option<String>,
}

impl Footer {
    /// The lines under the table of `report`.
    pub(super) fn new(report: &Report, style: &Style) -> Footer {
        let lang = style.lang;
        let details = (style.notes == Notes::Brief && cautions::has_details(report))
            .then(|| lang::wording(lang).more_details());
        let end = lang::marks(lang).stop;
        let details = details.map(|details| format!("{end}{details}"));
        let details = details.unwrap_or_default();
        let room = style.width.saturating_sub(wrap::width(&details));
        let source = sources::in_columns(&report.sources, room, lang);
        let source = source.map(|source| format!("{source}{details}"));
        Footer {
            flags: (style.notes != Notes::None)
                .then(|| flags(report, lang))
                .flatten(),
            notes: match style.notes {
                Notes::None => Vec::new(),
                Notes::Brief => cautions::brief(report, style.width, lang),
                Notes::Full => cautions::full(report, lang),
            },
            reasons: match style.notes {
                Notes::None => Vec::new(),
                Notes::Brief | Notes::Full => reasons(report, lang),
            },
            source,
        }
    }

    /// Whether there are no lines.
    pub(super) fn is_empty(&self) -> bool {
        let lines = self.notes.len() + self.reasons.len();
        lines == 0 && self.flags.is_none() && self.source.is_none()
    }
}

/// The meanings of the flags in use.
fn flags(report: &Report, lang: Lang) -> Option<String> {
    let mut used: BTreeSet<Flag> = BTreeSet::new();
    for column in places::shown(report) {
        used.extend(report.rows.iter().flat_map(|row| row.flags(column)));
    }
    let wording = lang::wording(lang);
    let mut remarks = report.rows.iter().flat_map(|row| &row.remarks);
    let is_open = remarks.any(|remark| remark.kind == RemarkKind::SignOpen);
    let meaning = |flag: Flag| match (flag, is_open) {
        (Flag::Uncertain, true) => wording.uncertain_or_open(),
        (flag, _) => wording.flag(flag),
    };
    let one = |flag: &Flag| format!("{} {}", flag.letter(), meaning(*flag));
    let texts: Vec<String> = used.iter().map(one).collect();
    (!texts.is_empty()).then(|| texts.join(places::between(lang)))
}

/// A reason with all the cells that are missing because of it.
struct Lacking {
    reason: Reason,
    flows: Vec<Flow>,
    parts: Vec<String>,
    rows: Vec<Period>,
    columns: Vec<String>,
    missing: Missing,
}

/// Why cells are missing, one line per reason. The lack of a percentage for a balance is never
/// explained.
fn reasons(report: &Report, lang: Lang) -> Vec<String> {
    let mut all: Vec<Lacking> = Vec::new();
    let rows: BTreeSet<Period> = report.rows.iter().filter_map(period_of).collect();
    let is_split = report.heading.by.is_some();
    for row in &report.rows {
        for (column, missing) in missing_in_view(report, row, lang) {
            // In a series, each month lacks different months. In a single month, parts that lack
            // the same are listed together.
            let is_same = |one: &&mut Lacking| {
                let is_alike = one.missing.periods == missing.periods
                    && (is_split || one.flows == flow_of(row).into_iter().collect::<Vec<_>>());
                let is_one_reason =
                    one.reason == missing.reason && one.missing.lacking == missing.lacking;
                is_one_reason && (rows.len() > 1 || is_alike)
            };
            let found = all.iter_mut().find(is_same);
            let one = match found {
                Some(one) => one,
                None => {
                    all.push(Lacking {
                        reason: missing.reason,
                        flows: Vec::new(),
                        parts: Vec::new(),
                        rows: Vec::new(),
                        columns: Vec::new(),
                        missing: missing.clone(),
                    });
                    match all.last_mut() {
                        Some(one) => one,
                        None => continue,
                    }
                }
            };
            add(&mut one.flows, flow_of(row));
            add(&mut one.parts, places::part(row, lang));
            add(&mut one.rows, period_of(row));
            add(&mut one.columns, Some(column));
            for period in &missing.periods {
                add(&mut one.missing.periods, Some(*period));
            }
        }
    }
    let lines = merged(of_flows(all))
        .into_iter()
        .map(|one| line(report, one, lang));
    lines.collect()
}

/// Merges flows that lack the same columns for the same reason.
fn of_flows(all: Vec<Lacking>) -> Vec<Lacking> {
    let mut joined: Vec<Lacking> = Vec::new();
    for one in all {
        let is_same = |known: &&mut Lacking| {
            known.reason == one.reason
                && known.columns == one.columns
                && known.parts == one.parts
                && known.missing == one.missing
        };
        match joined.iter_mut().find(is_same) {
            Some(known) => known.flows.extend(one.flows),
            None => joined.push(one),
        }
    }
    joined
}

/// Merges reasons of the same kind that concern the same parts.
fn merged(all: Vec<Lacking>) -> Vec<Lacking> {
    let mut merged: Vec<Lacking> = Vec::new();
    for one in all {
        let is_same = |known: &&mut Lacking| {
            known.reason == one.reason
                && known.flows == one.flows
                && known.parts == one.parts
                && known.missing.lacking == one.missing.lacking
        };
        match merged.iter_mut().find(is_same) {
            Some(known) => {
                known.columns.extend(
                    one.columns
                        .into_iter()
                        .filter(|column| !known.columns.contains(column))
                        .collect::<Vec<_>>(),
                );
                known.missing.periods.extend(one.missing.periods);
            }
            None => merged.push(one),
        }
    }
    merged
}

fn line(report: &Report, mut one: Lacking, lang: Lang) -> String {
    let wording = lang::wording(lang);
    let held = |of: fn(&Row) -> Option<Flow>| {
        let flows: BTreeSet<Flow> = report.rows.iter().filter_map(of).collect();
        flows.len()
    };
    // If it applies to all of them, none is listed.
    if one.flows.len() == held(flow_of) {
        one.flows.clear();
    }
    let parts: BTreeSet<String> = report
        .rows
        .iter()
        .filter_map(|row| places::part(row, lang))
        .collect();
    if one.parts.len() == parts.len() {
        one.parts.clear();
    }
    let rows: BTreeSet<Period> = report.rows.iter().filter_map(period_of).collect();
    if one.rows.len() == rows.len() {
        one.rows.clear();
    }
    one.missing.periods = places::runs(one.missing.periods);
    // Months that lack their own figure are listed once.
    if places::runs(one.rows.clone()) == one.missing.periods {
        one.rows.clear();
    }
    let few = |things: Vec<String>| {
        let shown = &things[..named_of(things.len(), NAMED)];
        wording.listed(shown, things.len() - shown.len())
    };
    let flows = one.flows.iter();
    let flows = flows
        .map(|flow| labels::flow_in_note(*flow, lang))
        .collect();
    let periods = places::runs(one.rows).into_iter();
    let periods = periods.map(|period| wording.period(period)).collect();
    let words = [few(flows), few(one.parts), few(one.columns), few(periods)];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    places::labelled(&words.join(" "), &wording.reason(&one.missing), lang)
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: Option<T>) {
    list.extend(one.filter(|one| !list.contains(one)));
}

fn flow_of(row: &Row) -> Option<Flow> {
    match row.cell(Column::Flow) {
        Cell::Flow(flow) => Some(*flow),
        _ => None,
    }
}

fn period_of(row: &Row) -> Option<Period> {
    match (row.cell(Column::Period), row.cell(Column::Month)) {
        (Cell::Period(period), _) | (_, Cell::Period(period)) => Some(*period),
        (_, Cell::Month(month)) => Some(Period::month(*month)),
        _ => None,
    }
}

/// Whether a caution of the row already says that rounding leaves a sign open.
fn is_said(row: &Row, missing: &Missing) -> bool {
    let is_sign = |remark: &Remark| remark.kind == RemarkKind::SignOpen;
    missing.reason == Reason::UncertainSign && row.remarks.iter().any(is_sign)
}

/// The missing cells in the view, with the name of their column; each reason once per column.
fn missing_in_view<'a>(
    report: &'a Report,
    row: &'a Row,
    lang: Lang,
) -> impl Iterator<Item = (String, &'a Missing)> {
    report.view.iter().flat_map(move |column| {
        let mut found: Vec<&Missing> = Vec::new();
        for name in places::names(&column.shows) {
            if let Cell::Missing(missing) = row.cell(*name)
                && !missing.reason.is_by_nature()
                // The phrase itself says so.
                && missing.reason != Reason::UncertainRank
                && !is_said(row, missing)
                && !found.contains(&missing)
            {
                found.push(missing);
            }
        }
        let word = labels::column_in_note(column, lang);
        found.into_iter().map(move |one| (word.clone(), one))
    })
}
