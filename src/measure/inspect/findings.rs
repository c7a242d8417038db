//! Findings: what is missing, duplicated, revised, or contradictory.

use super::coverage::CoveredMonth;
use super::{File, InspectMaterial};
use crate::frame::{Finding, Kind};
use crate::measure::Question;
use crate::measure::inspect::found::Found;
use crate::measure::inspect::units::unit_breaks;
use crate::report::{
    Cell, Column, FindingKind, FindingState, FindingText, Head, MonthState, RemarkKind, Row,
    ViewColumn, Word,
};
use crate::trade::{Basis, Currency, Figure, Flow, Period, Series};

/// The machine columns, in order.
pub const COLUMNS: [Column; 13] = [
    Column::Finding,
    Column::State,
    Column::Month,
    Column::Flow,
    Column::File,
    Column::Value,
    Column::Released,
    Column::Against,
    Column::AgainstReleased,
    Column::Difference,
    Column::Count,
    Column::Currency,
    Column::Text,
];

/// All findings about months of `range`, in a fixed order.
pub fn of(
    question: &Question,
    material: &InspectMaterial<'_>,
    selected: &[(Flow, &Series)],
    months: &[CoveredMonth],
    range: Option<Period>,
) -> Vec<Found> {
    let mut all = Vec::new();
    for (flow, series) in selected {
        all.extend(gaps(*flow, months));
        let breaks = unit_breaks(*flow, series);
        all.extend(breaks.into_iter().map(|one| in_file(one, material.files)));
        all.extend(revisions(*flow, series));
        all.extend(
            range
                .iter()
                .flat_map(|range| dropped(*flow, series, *range)),
        );
    }
    for found in material.found {
        let flow = question.perspective.reporter_flow(found.flow);
        if selected.iter().any(|(selected, _)| *selected == flow) {
            all.push(of_frame(found, flow));
        }
    }
    if let Some(range) = range {
        all.retain(|one| one.period.from <= range.to && range.from <= one.period.to);
    }
    let mut all = in_runs(all);
    let meets = |one: &Found| {
        range.is_none_or(|range| one.period.from <= range.to && range.from <= one.period.to)
    };
    all.extend(material.files.iter().filter_map(cut).filter(meets));
    all.sort_by_key(|one| (one.state, one.kind, one.period, one.flow));
    all
}

/// Merges findings on duplicate rows in adjacent months into one per run of months.
fn in_runs(all: Vec<Found>) -> Vec<Found> {
    let (mut twice, mut rest): (Vec<Found>, Vec<Found>) = all.into_iter().partition(|one| {
        matches!(one.kind, FindingKind::Repeated | FindingKind::Joined) && one.period.is_month()
    });
    twice.sort_by_key(|one| (one.kind, one.flow, one.period));
    let mut runs: Vec<Found> = Vec::new();
    for one in twice {
        match runs.last_mut() {
            Some(run)
                if (run.kind, run.flow) == (one.kind, one.flow)
                    && one.period.from <= run.period.to.plus(1) =>
            {
                run.period.to = one.period.to;
                run.count = run.count.saturating_add(one.count);
            }
            _ => runs.push(one),
        }
    }
    rest.extend(runs);
    rest
}

/// Runs of missing months.
fn gaps(flow: Flow, months: &[CoveredMonth]) -> Vec<Found> {
    let mut runs: Vec<Period> = Vec::new();
    let missing = |one: &&CoveredMonth| one.flow == flow && one.state == MonthState::Missing;
    for one in months.iter().filter(missing) {
        match runs.last_mut() {
            Some(run) if run.to.plus(1) == one.month => run.to = one.month,
            _ => runs.push(Period::month(one.month)),
        }
    }
    let found = |period: Period| Found {
        state: FindingState::Missing,
        kind: FindingKind::Gap,
        period,
        flow: Some(flow),
        file: None,
        value: None,
        against: None,
        count: u32::try_from(period.len()).unwrap_or(u32::MAX),
        text: Some(FindingText::NoData(period)),
        remarks: Vec::new(),
    };
    runs.into_iter().map(found).collect()
}

/// A download that was probably truncated.
fn cut(file: &File) -> Option<Found> {
    let period = Period::new(file.contents.first?, file.contents.last?)?;
    file.is_cut.then(|| Found {
        state: FindingState::Missing,
        kind: FindingKind::Cut,
        period,
        flow: None,
        file: Some(file.name.clone()),
        value: None,
        against: None,
        count: u32::try_from(file.rows).unwrap_or(u32::MAX),
        text: Some(FindingText::CutOff),
        remarks: Vec::new(),
    })
}

/// The finding, with the file that its value comes from.
fn in_file(mut found: Found, files: &[File]) -> Found {
    let source = found.value.as_ref().map(|value| value.source.clone());
    let file = files
        .iter()
        .find(|file| Some(&*file.name) == source.as_deref());
    found.file = file.map(|file| file.name.clone());
    found
}

/// Figures that a later release, or a file named later, changed by more than rounding.
fn revisions(flow: Flow, series: &Series) -> Vec<Found> {
    let found = |period: Period| {
        let revision = series.revision(period)?;
        let (earlier, later) = (&revision.earlier, &revision.later);
        let dated = earlier.released.is_some() && later.released.is_some();
        let text = match (dated, later.basis) {
            (false, _) => FindingText::TwoFiles,
            (true, Basis::Implied) => FindingText::RevisedAsImplied,
            (true, _) => FindingText::RevisedLater,
        };
        Some(Found {
            state: if dated {
                FindingState::Explained
            } else {
                FindingState::Contradictory
            },
            kind: FindingKind::Revision,
            period,
            flow: Some(flow),
            file: None,
            value: Some(later.clone()),
            against: Some(earlier.clone()),
            count: 0,
            text: Some(text),
            remarks: Vec::new(),
        })
    };
    series.periods().filter_map(found).collect()
}

/// Figures that lost a row to `--lenient`.
fn dropped(flow: Flow, series: &Series, range: Period) -> Vec<Found> {
    let found = |period: Period| Found {
        state: FindingState::Missing,
        kind: FindingKind::Dropped,
        period,
        flow: Some(flow),
        file: None,
        value: None,
        against: None,
        count: 0,
        text: None,
        remarks: {
            let remarks = series.remarks(period).iter();
            let own = remarks.filter(|what| what.is_of_drops());
            own.cloned().map(RemarkKind::Figure).collect()
        },
    };
    let months = range.months().map(Period::month);
    let longer = series.periods().filter(|period| !period.is_month());
    let marked = |period: &Period| series.dropped_in(*period).any(|one| one == *period);
    months.chain(longer).filter(marked).map(found).collect()
}

/// A finding of the frame, in words.
fn of_frame(found: &Finding, flow: Flow) -> Found {
    let (state, kind, text) = match found.kind {
        Kind::Details => (
            FindingState::Contradictory,
            FindingKind::DetailsTotal,
            FindingText::Details,
        ),
        Kind::DetailLevels => (
            FindingState::Contradictory,
            FindingKind::LevelsDiffer,
            FindingText::Levels,
        ),
        Kind::Flows => (
            FindingState::Contradictory,
            FindingKind::FlowsTotal,
            FindingText::Flows,
        ),
        Kind::YtdSum => (
            FindingState::Contradictory,
            FindingKind::YtdSum,
            FindingText::YtdSum,
        ),
        Kind::YtdStep => (
            FindingState::Contradictory,
            FindingKind::YtdStep,
            FindingText::YtdStep,
        ),
        Kind::Repeated => (
            FindingState::Explained,
            FindingKind::Repeated,
            FindingText::Repeated,
        ),
        Kind::Joined => (
            FindingState::Explained,
            FindingKind::Joined,
            FindingText::Joined,
        ),
        Kind::Currencies => (
            FindingState::Explained,
            FindingKind::CurrencyGap,
            FindingText::Currencies,
        ),
        Kind::Copied => (
            FindingState::Contradictory,
            FindingKind::Copied,
            FindingText::Copied,
        ),
    };
    Found {
        state,
        kind,
        period: found.period,
        flow: Some(flow),
        file: None,
        value: found.value.clone(),
        against: found.against.clone(),
        count: found.count,
        text: Some(text),
        remarks: Vec::new(),
    }
}

/// One row per finding.
pub fn rows(findings: &[Found], currency: Currency) -> Vec<Row> {
    let money = |figure: &Option<Figure>| {
        let figure = figure.as_ref();
        figure.map_or(Cell::Empty, |figure| Cell::Money(figure.value))
    };
    let released = |figure: &Option<Figure>| {
        let released = figure.as_ref().and_then(|figure| figure.released);
        Cell::date(released)
    };
    let row = |one: &Found| {
        let difference = one.difference().map_or(Cell::Empty, Cell::Money);
        let count = Some(one.count).filter(|count| *count > 0);
        let text = match &one.remarks[..] {
            [] => one.text.map_or(Cell::Empty, Cell::Finding),
            remarks => Cell::Remarks(remarks.to_vec()),
        };
        Row::new([
            (Column::Finding, Cell::Word(Word::Finding(one.kind))),
            (Column::State, Cell::Word(Word::FindingState(one.state))),
            (Column::Month, Cell::Period(one.period)),
            (Column::Flow, one.flow.map_or(Cell::Empty, Cell::Flow)),
            (
                Column::File,
                one.file.clone().map_or(Cell::Empty, Cell::Text),
            ),
            (Column::Value, money(&one.value)),
            (Column::Released, released(&one.value)),
            (Column::Against, money(&one.against)),
            (Column::AgainstReleased, released(&one.against)),
            (Column::Difference, difference),
            (Column::Count, count.map_or(Cell::Empty, Cell::Count)),
            (Column::Currency, Cell::Currency(currency)),
            (Column::Text, text),
        ])
    };
    findings.iter().map(row).collect()
}

/// The table view: finding, month, flow, and the two figures if there are any.
pub fn view(findings: &[Found]) -> Vec<ViewColumn> {
    let column = ViewColumn::of;
    let mut view = vec![
        column(Head::Finding, Column::Finding),
        column(Head::Month, Column::Month),
        column(Head::Flow, Column::Flow),
    ];
    if findings.iter().any(|one| one.value.is_some()) {
        view.extend([
            column(Head::Value, Column::Value),
            column(Head::Against, Column::Against),
            column(Head::Difference, Column::Difference),
        ]);
    }
    if findings.iter().any(|one| one.count > 0) {
        view.push(column(Head::Count, Column::Count));
    }
    view
}
