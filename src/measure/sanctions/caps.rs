//! How much of each cap is used, month by month.
//!
//! Source: docs/definitions.md, "Sanctions", caps.

use super::list::{add_sources, cap_amount, cap_unit};
use super::rows::{note, remark, report, show};
use crate::frame::{Frame, FrameError};
use crate::measure::question::{Answer, Question};
use crate::measure::sanctions::cap_run::CapUsed;
use crate::measure::sanctions::cap_run::CapsAsked;
use crate::measure::sanctions::cap_run::Run;
use crate::measure::sanctions::cap_run::barrels_per_tonne;
use crate::measure::sanctions::cap_run::parts;
use crate::measure::sanctions::cap_run::runs;
use crate::measure::sanctions::cap_run::series;
use crate::measure::sanctions::cap_run::used;
use crate::report::{Cell, Column, Head, Remark, Report, Row, SanctionRemark, Subject, Word};
use crate::trade::{
    Amount, CapUnit, Day, Extent, Missing, Month, Period, Ratio, Reason, Regime, SanctionKind,
    Sanctions, Selection, UnitOfMeasure,
};

/// The machine columns, in order.
pub const COLUMNS: [Column; 10] = [
    Column::Month,
    Column::Flow,
    Column::Measure,
    Column::Used,
    Column::Cap,
    Column::SharePct,
    Column::Bound,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The percentages at which the committee gives notice.
const NOTICES: [i128; 4] = [75, 90, 95, 100];

/// Answers with one row per month for every cap of the year, each cumulative from the start of the
/// cap's period.
///
/// # Errors
/// [`FrameError`] when the data cannot be queried at all.
pub fn answer(
    question: &Question,
    asked: CapsAsked,
    frame: &Frame,
    selection: &Selection,
    sanctions: &Sanctions,
    regime: Regime,
) -> Result<Answer, FrameError> {
    let runs = runs(question, asked.year, sanctions, regime);
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for run in &runs {
        let series = series(frame, selection, run)?;
        let parts = parts(frame, selection, run)?;
        let (used, missing) = used(run, series.as_ref(), &parts, asked);
        rows.extend(run_rows(run, &used, &missing));
        notes.extend(on_run(run, &used));
    }
    notes.extend(on_barrels(&runs, asked));
    notes.extend(on_limbs(&runs, &rows));
    if !runs.is_empty() {
        notes.push(note(SanctionRemark::CapsOfAllStates));
    }
    let relative = sanctions.of(regime).filter(|one| {
        one.kind == SanctionKind::RelativeCap
            && one.effective.year() <= asked.year
            && one.ended.is_none_or(|ended| asked.year <= ended.year())
    });
    notes.extend(relative.map(|one| note(SanctionRemark::RelativeCap(one.id.clone()))));
    if runs.is_empty() {
        notes.push(note(SanctionRemark::NoCap(asked.year)));
    }
    let year = Month::new(asked.year, 1).zip(Month::new(asked.year, 12));
    let mut report: Report = report(
        "sanctions.caps",
        Subject::SanctionsCaps,
        question,
        year.and_then(|(from, to)| Period::new(from, to)),
        &COLUMNS,
        rows,
    );
    report.view = vec![
        show(Head::Month, Column::Month),
        show(Head::Flow, Column::Flow),
        show(Head::Measure, Column::Measure),
        show(Head::Used, Column::Used),
        show(Head::Cap, Column::Cap),
        show(Head::Unit, Column::Unit),
        show(Head::ShareOfCap, Column::SharePct),
        show(Head::Bound, Column::Bound),
    ];
    add_sources(&mut report, runs.iter().map(|run| run.measure));
    report.notes = notes;
    Ok(Answer::of(report))
}

fn run_rows(run: &Run<'_>, used: &[CapUsed], missing: &[Month]) -> Vec<Row> {
    let unit = cap_unit(run.cap.unit);
    let cap = cap_amount(&run.cap);
    let amount = |amount| match unit {
        UnitOfMeasure::Quantity(unit) => Cell::Quantity(amount, unit),
        _ => Cell::Money(amount),
    };
    let base = |month| {
        Row::new([
            (Column::Month, Cell::Month(month)),
            (Column::Flow, Cell::Flow(run.shown_flow)),
            (Column::Measure, Cell::text(&run.measure.id)),
            (Column::Cap, amount(cap)),
            (Column::Unit, Cell::Unit(unit)),
        ])
    };
    // If no month has a figure, a single row says so.
    let is_nothing = |one: &CapUsed| one.high.is_none() && one.low == Amount::ZERO;
    if missing.len() == run.months.len() && used.iter().all(is_nothing) {
        let mut row = base(run.months.to);
        for column in [Column::Used, Column::SharePct] {
            row.put(
                column,
                Cell::Missing(Missing::new(Reason::NoData, run.months)),
            );
        }
        return vec![row];
    }
    let row = |one: &CapUsed| {
        let mut row = base(one.month);
        if one.high.is_none() && one.low == Amount::ZERO {
            // "At least zero" says nothing.
            let before = Period {
                from: run.months.from,
                to: one.month,
            };
            for column in [Column::Used, Column::SharePct] {
                let missing = Missing::new(Reason::NoData, before);
                row.put(column, Cell::Missing(missing));
            }
            return row;
        }
        row.put(Column::Used, amount(one.value));
        let share = Ratio::new(one.value.0, cap.0);
        row.put(Column::SharePct, share.map_or(Cell::Empty, Cell::Percent));
        let bound = match one.high {
            Some(_) if !one.differs => Extent::Exact,
            _ => Extent::AtLeast,
        };
        row.put(Column::Bound, Cell::Word(Word::Extent(bound)));
        if one.high.is_none() {
            let before: Vec<Month> = missing
                .iter()
                .copied()
                .filter(|month| *month <= one.month && !one.in_part.contains(month))
                .collect();
            let measure = &run.measure.id;
            let mut remarks = Vec::new();
            if !one.lacking.is_empty() {
                remarks.push(SanctionRemark::AtLeastWithoutGoods {
                    measure: measure.clone(),
                    codes: one.lacking.clone(),
                });
            }
            if !before.is_empty() {
                remarks.push(SanctionRemark::AtLeastWithout {
                    measure: measure.clone(),
                    months: before,
                });
            }
            let period = Period::month(one.month);
            let remarks = remarks
                .into_iter()
                .map(|kind| remark(Column::Used, period, kind));
            row.remarks.extend(remarks);
        }
        row
    };
    used.iter().map(row).collect()
}

/// Remarks on a cap period: the notices it passed, and where counted months and actual days differ.
fn on_run(run: &Run<'_>, used: &[CapUsed]) -> Vec<Remark> {
    let measure = &run.measure.id;
    let mut notes = Vec::new();
    let (from, to) = run.days;
    if Day::first_of(run.months.from) != Some(from) {
        notes.push(note(SanctionRemark::CapBegins {
            measure: measure.clone(),
            day: from,
            month: run.months.from,
        }));
    }
    if Day::last_of(run.months.to) != Some(to) {
        let ended = run.measure.ended == Some(to);
        let next = run.measure.superseded_by.first().filter(|_| ended);
        notes.push(note(SanctionRemark::CapEnds {
            measure: measure.clone(),
            day: to,
            successor: next.cloned(),
            month: run.months.to,
        }));
    }
    if used.iter().any(|one| one.differs) {
        notes.push(note(SanctionRemark::UseFalls(measure.clone())));
    }
    if used.iter().any(|one| one.low > Amount::ZERO) {
        let cap = cap_amount(&run.cap).0;
        let is_past = |used: Amount, percent: i128| used.0 * 100 > cap * percent;
        let may_be = |one: &CapUsed, percent| one.high.is_none_or(|high| is_past(high, percent));
        let passed = NOTICES.into_iter().filter_map(|percent| {
            let at = used.iter().position(|one| is_past(one.low, percent))?;
            let may_be_earlier = used[..at].iter().any(|one| may_be(one, percent));
            Some((percent, used[at].month, may_be_earlier))
        });
        let passed: Vec<(i128, Month, bool)> = passed.collect();
        let is_open = |percent: &i128| {
            let is_passed = passed.iter().any(|(one, ..)| one == percent);
            !is_passed && used.iter().any(|one| may_be(one, *percent))
        };
        let open = NOTICES.into_iter().filter(is_open).collect();
        notes.push(note(SanctionRemark::Passed {
            measure: measure.clone(),
            notices: passed,
            open,
        }));
    }
    notes
}

/// The remark on the factor used to convert tonnes to barrels.
fn on_barrels(runs: &[Run<'_>], asked: CapsAsked) -> Option<Remark> {
    let barrels = runs.iter().filter(|run| run.cap.unit == CapUnit::Barrels);
    let factors: Vec<_> = barrels
        .filter_map(|run| {
            let factor = barrels_per_tonne(run.measure, asked)?;
            Some((factor, run.measure.id.clone()))
        })
        .collect();
    (!factors.is_empty()).then(|| note(SanctionRemark::Barrels(factors)))
}

/// For caps with two alternative limits, which one is closer to being reached.
fn on_limbs(runs: &[Run<'_>], rows: &[Row]) -> Vec<Remark> {
    let share = |run: &Run<'_>| {
        let of_run = rows
            .iter()
            .filter(|row| *row.cell(Column::Measure) == Cell::text(&run.measure.id));
        let shares = of_run.filter_map(|row| match row.cell(Column::SharePct) {
            Cell::Percent(share) => Some(*share),
            _ => None,
        });
        shares.fold(None, |_, share| Some(share))
    };
    let mut notes = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        for other in runs.iter().skip(at + 1) {
            let is_same = run.measure.instrument == other.measure.instrument
                && run.measure.flow == other.measure.flow
                && run.measure.prefixes == other.measure.prefixes
                && run.days == other.days
                && run.cap.unit != other.cap.unit;
            let (Some(one), Some(two)) = (share(run), share(other)) else {
                continue;
            };
            if is_same {
                let binding = if one >= two { run } else { other };
                notes.push(note(SanctionRemark::TwoLimbs {
                    one: run.measure.id.clone(),
                    other: other.measure.id.clone(),
                    nearer: binding.measure.id.clone(),
                }));
            }
        }
    }
    notes
}
