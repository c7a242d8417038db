//! How much of a cap is used, month by month.
//!
//! Source: docs/definitions.md, "Sanctions", caps.

use super::list::{add_sources, cap_amount, cap_unit};
use super::rows::{directions, note, remark, report, show, text};
use crate::frame::{Frame, FrameError};
use crate::measure::question::{Answer, Question};
use crate::report::{Cell, Column, Head, Remark, Report, Row, SanctionRemark, Subject};
use crate::trade::{
    Amount, Cap, CapUnit, Currency, Day, Figure, Flow, Goods, Interval, Measure, Missing, Month,
    Period, Printed, Ratio, Reason, Regime, Sanction, SanctionKind, Sanctions, Selection, Series,
    UnitOfMeasure,
};

/// What is asked of caps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The year of the caps; one that runs from another day is of the year of most of its days.
    pub year: i32,
    /// Barrels in a tonne, where they are not as the table has it.
    pub barrels_per_tonne: Option<Printed>,
}

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

/// The shares that the committee gives notice of.
const NOTICES: [i128; 4] = [75, 90, 95, 100];

/// One cap in one run of it.
struct Run<'s> {
    measure: &'s Sanction,
    cap: Cap,
    /// The months that are counted.
    months: Period,
    /// The days, both included.
    days: (Day, Day),
    told: Flow,
}

/// What is used by the end of a month.
#[derive(Clone, Copy)]
struct Used {
    month: Month,
    /// As much at least; at most, where every month is there.
    low: Amount,
    high: Option<Amount>,
    /// The figure that is shown.
    value: Amount,
}

/// Answers with a row a month for every cap of the year, each with all that came before it in its
/// period.
///
/// # Errors
/// [`FrameError`] when the data cannot be asked at all.
pub fn answer(
    question: &Question,
    asked: Asked,
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
        let (used, missing) = match &series {
            Some(series) => used(run, series, asked),
            None => (Vec::new(), run.months.months().collect()),
        };
        rows.extend(run_rows(run, &used, &missing));
        notes.extend(on_run(run, &used, &missing));
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

/// The runs of a year's caps, on the flows asked for.
fn runs<'s>(
    question: &Question,
    year: i32,
    sanctions: &'s Sanctions,
    regime: Regime,
) -> Vec<Run<'s>> {
    let directions = directions(question);
    let mut runs = Vec::new();
    for measure in sanctions.of(regime) {
        let told = directions.iter().find(|(_, flow)| *flow == measure.flow);
        let (Some((told, _)), Some(cap)) = (told, measure.cap) else {
            continue;
        };
        let of_year = [year - 1, year].into_iter().find_map(|begun| {
            let (from, to) = cap.period.days(begun)?;
            (most_in(from, to) == Some(year)).then_some((from, to))
        });
        let Some((from, to)) = of_year else { continue };
        // Within the period, from the day on which the cap took effect to the day it ended.
        let days = (
            from.max(measure.effective.min(to)),
            measure.ended.map_or(to, |ended| ended.min(to)),
        );
        let ended_before = measure.ended.is_some_and(|ended| ended < from);
        let later = measure.effective > to;
        if ended_before || later || measure.ended.is_some_and(|ended| ended < measure.effective) {
            continue;
        }
        if let Some(months) = counted(from, days) {
            runs.push(Run {
                measure,
                cap,
                months,
                days: (from, days.1),
                told: *told,
            });
        }
    }
    runs
}

/// The year that most days of a run lie in; the later where it is even.
fn most_in(from: Day, to: Day) -> Option<i32> {
    let middle = from.month()?.index() + (to.month()?.index() - from.month()?.index() + 1) / 2;
    Some(Month::from_index(middle).year())
}

/// The months that a run is counted by: a month that it begins inside of is left out, for most of
/// it was before; the month that it ends in counts whole.
fn counted(from: Day, (_, to): (Day, Day)) -> Option<Period> {
    let month = from.month()?;
    let first = match Day::first_of(month) == Some(from) {
        true => month,
        false => month.plus(1),
    };
    Period::new(first, to.month()?)
}

/// The trade that is counted; `None` where the data hold none of it.
fn series(
    frame: &Frame,
    selection: &Selection,
    run: &Run<'_>,
) -> Result<Option<Series>, FrameError> {
    let measure = match run.cap.unit {
        CapUnit::Dollars => Measure::Value,
        CapUnit::Tonnes | CapUnit::Barrels => Measure::Quantity,
    };
    let of = |measure| {
        let selection = Selection {
            goods: Goods::under(run.measure.prefixes.clone(), Vec::new()),
            by: None,
            currency: Some(Currency::Usd),
            ..selection.measuring(measure)
        };
        match frame.series(&selection) {
            Ok(set) => Ok(Some(set.flow(run.measure.flow).clone())),
            Err(why @ FrameError::NoPartner { .. }) => Err(why),
            // The reason stands in the rows: nothing of these goods.
            Err(_) => Ok(None),
        }
    };
    let mut series = of(measure)?;
    if let (Some(values), CapUnit::Dollars) = (&mut series, run.cap.unit)
        && let Some(quantities) = of(Measure::Quantity)?
    {
        // No quantity at all is no value either.
        for month in run.months.months().map(Period::month) {
            let nothing = Interval::exact(Amount::ZERO);
            let is_none = |figure: &&Figure| figure.interval == nothing;
            let none = quantities.figure(month).filter(is_none);
            if let (Some(none), None) = (none, values.figure(month)) {
                values.hold(month, none.clone());
            }
        }
    }
    Ok(series)
}

/// What is used month by month, and the months without a figure.
fn used(run: &Run<'_>, series: &Series, asked: Asked) -> (Vec<Used>, Vec<Month>) {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    let mut open = false;
    let (mut low, mut high, mut value) = (Amount::ZERO, Amount::ZERO, Amount::ZERO);
    for month in run.months.months() {
        let figure = series.figure(Period::month(month));
        match figure
            .and_then(|figure| in_cap_unit(run, series, figure.interval, figure.value, asked))
        {
            Some((interval, figure)) => {
                low = low + interval.low;
                high = high + interval.high;
                value = value + figure;
            }
            None => {
                open = true;
                missing.push(month);
            }
        }
        // A figure published for all months so far tells of those that are missing.
        let so_far = Period::new(run.months.from, month).filter(|period| !period.is_month());
        let published = so_far.and_then(|period| series.figure(period));
        if let Some((interval, figure)) = published
            .and_then(|figure| in_cap_unit(run, series, figure.interval, figure.value, asked))
        {
            // Where every month is there, the finer of the two holds: some are printed cut or "about".
            if open || interval.width() < high - low {
                (low, high, value) = (interval.low, interval.high, figure);
            }
            open = false;
        }
        found.push(Used {
            month,
            low,
            high: (!open).then_some(high),
            value: if open { low } else { value },
        });
    }
    (found, missing)
}

/// A figure in what the cap is counted in; `None` where it is not counted so.
fn in_cap_unit(
    run: &Run<'_>,
    series: &Series,
    interval: Interval,
    value: Amount,
    asked: Asked,
) -> Option<(Interval, Amount)> {
    match (run.cap.unit, series.unit) {
        (CapUnit::Dollars, UnitOfMeasure::Money(Currency::Usd)) => Some((interval, value)),
        // Nothing at all has no unit.
        (_, UnitOfMeasure::Quantity(None)) if value == Amount::ZERO => Some((interval, value)),
        (CapUnit::Tonnes, UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => {
            Some((interval, value))
        }
        (CapUnit::Barrels, UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => {
            let factor = barrels_per_tonne(run.measure, asked)?;
            let scale = 1000 * 10i128.checked_pow(factor.decimals)?;
            let barrels = |amount: Amount| amount.0.checked_mul(factor.digits);
            Some((
                Interval {
                    low: Amount(barrels(interval.low)?.div_euclid(scale)),
                    high: Amount((barrels(interval.high)? + scale - 1).div_euclid(scale)),
                },
                Amount((barrels(value)? + scale / 2).div_euclid(scale)),
            ))
        }
        (CapUnit::Barrels, unit @ UnitOfMeasure::Quantity(_)) => {
            (unit == cap_unit(CapUnit::Barrels)).then_some((interval, value))
        }
        _ => None,
    }
}

/// Barrels in a tonne: 7.619 of crude oil, as resolution 2397 has 4,000,000 barrels or 525,000 t;
/// 8.33 of refined products, as the committee's page converts what China reports.
///
/// Source: `data/conversions.csv`.
fn barrels_per_tonne(measure: &Sanction, asked: Asked) -> Option<Printed> {
    let is_crude = measure
        .prefixes
        .iter()
        .all(|prefix| prefix.starts_with("2709"));
    let usual = if is_crude { "7.619" } else { "8.33" };
    asked
        .barrels_per_tonne
        .or_else(|| Printed::read(usual).ok())
}

fn run_rows(run: &Run<'_>, used: &[Used], missing: &[Month]) -> Vec<Row> {
    let unit = cap_unit(run.cap.unit);
    let cap = cap_amount(&run.cap);
    let amount = |amount| match unit {
        UnitOfMeasure::Quantity(unit) => Cell::Quantity(amount, unit),
        _ => Cell::Money(amount),
    };
    let base = |month| {
        Row::new([
            (Column::Month, Cell::Month(month)),
            (Column::Flow, Cell::Flow(run.told)),
            (Column::Measure, text(&run.measure.id)),
            (Column::Cap, amount(cap)),
            (Column::Unit, Cell::Unit(unit)),
        ])
    };
    // Where no month has a figure, one row says so.
    if missing.len() == run.months.len() && used.iter().all(|one| one.high.is_none()) {
        let mut row = base(run.months.to);
        for column in [Column::Used, Column::SharePct] {
            row.put(
                column,
                Cell::Missing(Missing::new(Reason::NoData, run.months)),
            );
        }
        return vec![row];
    }
    let row = |one: &Used| {
        let mut row = base(one.month);
        if one.high.is_none() && one.low == Amount::ZERO {
            // At least nothing says nothing.
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
        let bound = if one.high.is_some() {
            "exact"
        } else {
            "at_least"
        };
        row.put(Column::Bound, Cell::Word(bound));
        if one.high.is_none() {
            let before: Vec<Month> = missing
                .iter()
                .copied()
                .filter(|month| *month <= one.month)
                .collect();
            let said = SanctionRemark::AtLeastWithout(before);
            row.remarks
                .push(remark(Column::Used, Period::month(one.month), said));
        }
        row
    };
    used.iter().map(row).collect()
}

/// What must be known of a run: the notices that it passed, and where its months are not its days.
fn on_run(run: &Run<'_>, used: &[Used], missing: &[Month]) -> Vec<Remark> {
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
    if used.iter().any(|one| one.low > Amount::ZERO) {
        let cap = cap_amount(&run.cap).0;
        let passed = NOTICES.into_iter().filter_map(|percent| {
            let is_past = |one: &&Used| one.low.0 * 100 > cap * percent;
            let first = used.iter().find(is_past)?.month;
            let may_be_earlier = missing.iter().any(|month| *month < first);
            Some((percent, first, may_be_earlier))
        });
        notes.push(note(SanctionRemark::Passed {
            measure: measure.clone(),
            notices: passed.collect(),
        }));
    }
    notes
}

/// By what tonnes were turned into barrels.
fn on_barrels(runs: &[Run<'_>], asked: Asked) -> Option<Remark> {
    let barrels = runs.iter().filter(|run| run.cap.unit == CapUnit::Barrels);
    let factors: Vec<_> = barrels
        .filter_map(|run| {
            let factor = barrels_per_tonne(run.measure, asked)?;
            Some((factor, run.measure.id.clone()))
        })
        .collect();
    (!factors.is_empty()).then(|| note(SanctionRemark::Barrels(factors)))
}

/// Which limb of a cap that has two stands nearer to its end.
fn on_limbs(runs: &[Run<'_>], rows: &[Row]) -> Vec<Remark> {
    let share = |run: &Run<'_>| {
        let of_run = rows
            .iter()
            .filter(|row| *row.cell(Column::Measure) == text(&run.measure.id));
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
