//! How much of a base year's trade the measures in force cover, cumulatively by instrument.
//!
//! Source: docs/definitions.md, "Sanctions", coverage.

use super::bounds::{Bounds, Covered, Part, Reach, disjoint_sum};
use super::goods::HeldGoods;
use super::list::add_sources;
use super::rows::{directions, note, remark, report, show};
use super::year_of;
use crate::measure::question::{Answer, Question};
use crate::report::{Cell, Column, Head, Remark, RemarkKind, Row, SanctionRemark, Subject};
use crate::trade::{
    Amount, BasePart, BaseYear, Currency, Day, Flow, Instrument, Interval, Missing, PartBasis,
    Period, Printed, Reason, Regime, Sanction, Sanctions, UnitOfMeasure, Weight,
};
use std::sync::Arc;

/// What is asked of coverage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The trade that is covered.
    pub base: Period,
    /// The last day of measures; `None`: all of them.
    pub on: Option<Day>,
    /// Whether only outright bans count, and goods under a cap or a livelihood exemption do not.
    pub bans_only: bool,
    /// Whether parts that are estimates count too.
    pub estimates: bool,
}

/// The machine columns, in order.
pub const COLUMNS: [Column; 12] = [
    Column::Instrument,
    Column::On,
    Column::Flow,
    Column::Base,
    Column::Total,
    Column::CoveredLow,
    Column::CoveredHigh,
    Column::LowPct,
    Column::HighPct,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// The fewest chapters of a file that is taken to hold all goods.
const CHAPTERS_OF_ALL_GOODS: usize = 10;

/// Answers with a row an instrument and flow, each with all that came before it: from the rows of
/// detail in hand, exactly; else from what was published of parts, at least and at most.
pub fn answer(
    question: &Question,
    asked: Asked,
    held: Option<&HeldGoods>,
    sanctions: &Sanctions,
    regime: Regime,
) -> Answer {
    let mut rows = Vec::new();
    let mut taken: Vec<&Sanction> = Vec::new();
    let of_frame = held.iter().flat_map(|held| held.notes.iter().cloned());
    let mut notes: Vec<Remark> = of_frame.map(RemarkKind::Set).map(Remark::on_all).collect();
    let mut currency = Currency::Usd;
    for (told, flow) in directions(question) {
        let source = Source::of(flow, asked, held);
        for step in steps(sanctions, regime, flow, asked.on) {
            let measures = in_force(sanctions, &step, flow, asked.bans_only);
            let covered = covered(&measures);
            rows.push(row(&step, told, asked, source.as_ref(), &covered));
            taken.extend(measures);
        }
        if let Some(last) = rows.last_mut() {
            // The parts of the last step are named in the open, those of the others in detail.
            for remark in &mut last.remarks {
                remark.weight = Weight::Caution;
            }
        }
        match &source {
            Ok(source) => {
                currency = source.currency();
                notes.extend(source.notes(told, asked, &rows));
            }
            Err(why) => notes.push(note(SanctionRemark::NoBase {
                flow: told,
                base: asked.base,
                why: why.clone(),
                years: BaseYear::table()
                    .iter()
                    .map(|one| (one.year, one.flow))
                    .collect(),
            })),
        }
    }
    let mut report = report(
        "sanctions.coverage",
        Subject::SanctionsCoverage,
        question,
        Some(asked.base),
        &COLUMNS,
        rows,
    );
    report.heading.currency = currency;
    report.heading.unit = UnitOfMeasure::Money(currency);
    report.view = vec![
        show(Head::Flow, Column::Flow),
        show(Head::Instrument, Column::By),
        show(Head::On, Column::On),
        show(Head::AtLeast, Column::CoveredLow),
        show(Head::AtMost, Column::CoveredHigh),
        show(Head::AtLeast, Column::LowPct),
        show(Head::AtMost, Column::HighPct),
    ];
    notes.push(note(SanctionRemark::BansOnly(asked.bans_only)));
    if source_is_parts(held) && !asked.estimates {
        notes.push(note(SanctionRemark::EstimatesLeftOut));
    }
    taken.dedup_by_key(|one| one.line);
    add_sources(&mut report, taken.into_iter());
    report.notes = notes;
    Answer::of(report)
}

/// An instrument, and the day on which all that it and those before it did to a flow is in force.
struct Step<'s> {
    instrument: &'s Instrument,
    /// It and those before it.
    upto: Vec<&'s Instrument>,
    regime: Regime,
    on: Day,
}

/// The instruments that did anything to a flow by a day, in order.
fn steps(sanctions: &Sanctions, regime: Regime, flow: Flow, by: Option<Day>) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut upto = Vec::new();
    for instrument in sanctions.instruments(regime) {
        upto.push(instrument);
        let began = sanctions.of(regime).filter(|one| {
            one.instrument == *instrument
                && one.flow == flow
                && one.kind.reaches()
                && one.ended.is_none_or(|ended| one.effective <= ended)
                && by.is_none_or(|by| one.effective <= by)
        });
        if let Some(on) = began.map(|one| one.effective).max() {
            let on = steps.last().map_or(on, |before| on.max(before.on));
            steps.push(Step {
                instrument,
                upto: upto.clone(),
                regime,
                on,
            });
        }
    }
    // As of the day asked for, which may be long after the last of them took effect.
    if let (Some(last), Some(by)) = (steps.last_mut(), by) {
        last.on = by;
    }
    steps
}

/// The measures of a step that count, and those that are disputed.
fn in_force<'s>(
    sanctions: &'s Sanctions,
    step: &Step<'s>,
    flow: Flow,
    bans_only: bool,
) -> Vec<&'s Sanction> {
    let counts = |one: &&Sanction| {
        one.flow == flow
            && step.upto.contains(&&one.instrument)
            && sanctions.is_in_force(one, step.on)
            && (one.kind == crate::trade::SanctionKind::Contested
                || one.kind.is_outright()
                || !bans_only && one.kind.reaches())
    };
    sanctions.of(step.regime).filter(counts).collect()
}

fn covered(measures: &[&Sanction]) -> Covered {
    let prefixes = |contested: bool| -> Vec<Arc<str>> {
        let kind = crate::trade::SanctionKind::Contested;
        let of_kind = measures
            .iter()
            .filter(|one| (one.kind == kind) == contested);
        of_kind
            .flat_map(|one| one.prefixes.iter().cloned())
            .collect()
    };
    Covered::new(prefixes(false), prefixes(true))
}

/// Where the base year's trade is from.
enum Source<'a> {
    /// Rows of detail that hold all goods.
    Rows {
        lines: Vec<(Arc<str>, Amount)>,
        total: Amount,
        currency: Currency,
    },
    /// What was published of parts.
    Parts {
        year: &'a BaseYear,
        parts: Vec<&'a BasePart>,
    },
}

impl<'a> Source<'a> {
    /// From what is in hand; the published parts only where nothing is.
    fn of(flow: Flow, asked: Asked, held: Option<&HeldGoods>) -> Result<Source<'a>, Missing> {
        match held {
            Some(held) => Source::rows(flow, asked.base, held),
            None => Source::parts(flow, asked),
        }
    }

    fn rows(flow: Flow, base: Period, held: &HeldGoods) -> Result<Source<'a>, Missing> {
        let none = || Missing::new(Reason::NoData, base);
        let whole = held.whole.as_ref().ok_or_else(none)?;
        let chapters = held.chapters.get(&flow).copied().unwrap_or(0);
        if !held.is_all_goods && chapters < CHAPTERS_OF_ALL_GOODS {
            return Err(Missing::new(Reason::NoRow, base));
        }
        let total = whole.flow(flow).over(base)?.value;
        let mut lines = Vec::new();
        for good in held.list.iter().filter(|good| !good.is_published) {
            let series = good.values.as_ref().map(|set| set.flow(flow));
            let Some(series) = series.filter(|series| !series.is_empty()) else {
                continue;
            };
            lines.push((good.code.clone(), series.over(base)?.value));
        }
        Ok(Source::Rows {
            lines,
            total,
            currency: whole.currency,
        })
    }

    fn parts(flow: Flow, asked: Asked) -> Result<Source<'a>, Missing> {
        let none = || Missing::new(Reason::NoData, asked.base);
        let year = year_of(asked.base).and_then(|year| BaseYear::of(year, flow));
        let year = year.ok_or_else(none)?;
        let wanted = |part: &&BasePart| asked.estimates || part.basis != PartBasis::Estimated;
        Ok(Source::Parts {
            year,
            parts: year.parts.iter().filter(wanted).collect(),
        })
    }

    fn currency(&self) -> Currency {
        match self {
            Source::Rows { currency, .. } => *currency,
            Source::Parts { .. } => Currency::Usd,
        }
    }

    /// How much of it some measures cover.
    fn bounds(&self, covered: &Covered) -> Bounds {
        match self {
            Source::Rows { lines, total, .. } => {
                let sum = |wanted: &[Reach]| {
                    let of_reach = lines
                        .iter()
                        .filter(|(code, _)| wanted.contains(&covered.reach(code)));
                    of_reach.fold(Amount::ZERO, |sum, (_, value)| sum + *value)
                };
                Bounds {
                    covered: Interval {
                        low: sum(&[Reach::Covered]),
                        high: sum(&[Reach::Covered, Reach::Open]),
                    },
                    total: Interval::exact(*total),
                }
            }
            Source::Parts { year, parts } => {
                let of = |wanted: Reach| {
                    let parts = parts
                        .iter()
                        .filter(|part| covered.reach_of(&part.codes) == wanted);
                    let parts: Vec<Part<'_>> = parts
                        .map(|part| (&part.codes[..], part.value.low))
                        .collect();
                    disjoint_sum(&parts)
                };
                Bounds::new(year.total, of(Reach::Covered), of(Reach::Free))
            }
        }
    }

    /// The parts that are known to be covered, and those that are known not to be.
    fn named(&self, covered: &Covered) -> Option<SanctionRemark> {
        let Source::Parts { parts, .. } = self else {
            return None;
        };
        let of = |wanted: Reach| {
            let parts = parts
                .iter()
                .filter(|part| covered.reach_of(&part.codes) == wanted);
            // What may be nothing tells nothing.
            let parts = parts.filter(|part| part.value.low > Amount::ZERO);
            parts
                .map(|part| (part.name.clone(), part.value.low))
                .collect()
        };
        Some(SanctionRemark::Parts {
            covered: of(Reach::Covered),
            free: of(Reach::Free),
        })
    }

    fn notes(&self, told: Flow, asked: Asked, rows: &[Row]) -> Vec<Remark> {
        let Source::Parts { year, .. } = self else {
            return vec![note(SanctionRemark::AllRows {
                flow: told,
                base: asked.base,
            })];
        };
        let mut notes = vec![note(SanctionRemark::Denominator {
            flow: told,
            year: year.year,
            total: middle(year.total),
            compiler: year.compiler.clone(),
        })];
        let share = |row: &Row, column| match row.cell(column) {
            Cell::Percent(share) => Some(share.percent(1)),
            _ => None,
        };
        let last = rows.last();
        let ends =
            last.and_then(|row| Some((share(row, Column::LowPct)?, share(row, Column::HighPct)?)));
        if let Some((low, high)) = ends.filter(|(low, high)| low < high) {
            let tenths = |digits| Printed {
                digits,
                decimals: 1,
            };
            notes.push(note(SanctionRemark::Undecided {
                flow: told,
                year: year.year,
                low: tenths(low),
                high: tenths(high),
                between: between(low, high),
            }));
        }
        notes
    }
}

/// Whether the shares are from published parts.
fn source_is_parts(held: Option<&HeldGoods>) -> bool {
    held.is_none()
}

/// A round percentage between two shares in tenths: the tens nearest to their middle.
fn between(low: i128, high: i128) -> i128 {
    let tens = ((low + high) / 2 + 50) / 100 * 10;
    match low < tens * 10 && tens * 10 < high {
        true => tens,
        false => (low + high) / 20,
    }
}

fn row(
    step: &Step<'_>,
    told: Flow,
    asked: Asked,
    source: Result<&Source<'_>, &Missing>,
    covered: &Covered,
) -> Row {
    let mut row = Row::new([
        (Column::By, Cell::Name(step.instrument.called())),
        (
            Column::Instrument,
            Cell::Text(step.instrument.cited().to_owned()),
        ),
        (Column::On, Cell::Text(step.on.to_string())),
        (Column::Flow, Cell::Flow(told)),
        (Column::Base, Cell::Period(asked.base)),
    ]);
    let columns = [
        Column::Total,
        Column::CoveredLow,
        Column::CoveredHigh,
        Column::LowPct,
        Column::HighPct,
    ];
    let source = match source {
        Ok(source) => source,
        Err(why) => {
            for column in columns {
                row.put(column, Cell::Missing(why.clone()));
            }
            return row;
        }
    };
    let bounds = source.bounds(covered);
    // What both shares are of, for those who ask how they were worked out.
    row.put(Column::High, Cell::Money(bounds.total.high));
    let zero_base = || Cell::Missing(Missing::new(Reason::ZeroBase, asked.base));
    let cells = [
        Cell::Money(middle(bounds.total)),
        Cell::Money(bounds.covered.low),
        Cell::Money(bounds.covered.high),
        bounds.low().map_or_else(zero_base, Cell::Percent),
        bounds.high().map_or_else(zero_base, Cell::Percent),
    ];
    for (column, cell) in columns.into_iter().zip(cells) {
        row.put(column, cell);
    }
    row.put(
        Column::Unit,
        Cell::Unit(UnitOfMeasure::Money(source.currency())),
    );
    if let Some(named) = source.named(covered) {
        row.remarks
            .push(remark(Column::CoveredLow, asked.base, named));
    }
    row
}

/// The figure that an interval stands for.
fn middle(interval: Interval) -> Amount {
    Amount((interval.low.0 + interval.high.0) / 2)
}
