//! Rows of detail, added up: inside a file, across files, and at one grain.
//!
//! Source: DEFINITIONS "One month twice: files, vintages, revisions".

use super::schema::{
    CODE, CURRENCY, EARLIER, FLOW, FROM, GRAIN, INPUT, INPUTS, KEYS, PARTNER, RELEASED, REVISED,
    ROW, ROWS, SPLIT, TO, VALUE,
};
use crate::trade::{
    Amount, Basis, Currency, Figure, Flow, Grain, Interval, Month, PartnerChoice, Period, Record,
    Records, Selection, Series,
};
use polars::prelude::{
    DataFrame, Expr, IntoLazy, LazyFrame, PolarsResult, SortMultipleOptions, col, len, lit,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The number of a row's grain: 0 for a figure; else one for each depth of code and kind of split,
/// so that the coarser grain has the smaller number.
pub fn grain(row: &Record, records: &Records) -> u32 {
    if row.grain == Grain::Figure {
        return 0;
    }
    let depth = records.text_of(row.code).len() as u32;
    let split = records.text_of(row.split);
    let kinds = split
        .split('|')
        .enumerate()
        .filter(|(_, part)| !part.is_empty());
    1 + depth.min(15) * 16 + kinds.fold(0, |bits, (at, _)| bits | 1 << at.min(3))
}

/// Grains above this one are split by HS code.
const NO_CODE: u32 = 16;

/// What one month (or run of months) of a flow adds up to at one grain.
#[derive(Clone, Debug)]
pub struct Point {
    pub period: Period,
    pub flow: Flow,
    pub grain: u32,
    pub value: Amount,
    /// What the earliest of differing files add up to.
    pub earlier: Amount,
    /// Keys that several inputs carry with one value.
    pub repeated: u32,
    /// Keys that inputs differ about.
    pub revised: u32,
    /// Rows added to another row of the same file and key.
    pub joined: u32,
    pub input: u32,
}

/// Every sum of detail that a selection has.
#[derive(Debug, Default)]
pub struct Details {
    pub points: Vec<Point>,
}

/// The places of the rows of a selection: its published figures, or its details.
pub fn selected(
    rows: &DataFrame,
    selection: &Selection,
    currency: Currency,
    figures: bool,
) -> PolarsResult<Vec<u32>> {
    let chosen = chosen(rows, selection, currency, figures)
        .select([col(ROW)])
        .collect()?;
    Ok(chosen.column(ROW)?.u32()?.into_no_null_iter().collect())
}

fn chosen(rows: &DataFrame, selection: &Selection, currency: Currency, figures: bool) -> LazyFrame {
    let mut wanted = col(CURRENCY).eq(lit(currency as u32));
    wanted = wanted.and(if figures {
        col(GRAIN).eq(lit(0u32))
    } else {
        col(GRAIN).neq(lit(0u32))
    });
    if let PartnerChoice::These(places) = &selection.partner {
        let any = places
            .iter()
            .map(|place| col(PARTNER).eq(lit(u32::from(*place))))
            .reduce(Expr::or);
        wanted = wanted.and(any.unwrap_or_else(|| lit(false)));
    }
    if let Some(as_of) = selection.as_of {
        wanted = wanted.and(col(RELEASED).lt_eq(lit(as_of.last_day())));
    }
    rows.clone().lazy().filter(wanted)
}

/// Adds up the details of a selection: rows of one file that share a key are added; across files
/// a key counts once, by its later vintage.
pub fn sums(rows: &DataFrame, selection: &Selection, currency: Currency) -> PolarsResult<Details> {
    let key = [FROM, TO, FLOW, PARTNER, CODE, SPLIT, GRAIN].map(col);
    let in_a_file: Vec<Expr> = key.iter().cloned().chain([col(INPUT)]).collect();
    let of_a_flow = [FROM, TO, FLOW, GRAIN].map(col);
    let in_order = SortMultipleOptions::default()
        .with_maintain_order(true)
        .with_nulls_last(false);
    let table = chosen(rows, selection, currency, false)
        .filter(col(VALUE).is_not_null())
        .group_by_stable(in_a_file)
        .agg([col(VALUE).sum(), col(ROWS).sum(), col(RELEASED).max()])
        .sort([RELEASED, INPUT], in_order)
        .group_by_stable(key)
        .agg([
            col(VALUE).first().alias(EARLIER),
            col(VALUE).last(),
            col(VALUE).neq(col(VALUE).first()).any(true).alias(REVISED),
            col(ROWS).sum(),
            len().alias(INPUTS),
            col(INPUT).max(),
        ])
        .group_by_stable(of_a_flow)
        .agg([
            col(VALUE).sum(),
            col(EARLIER).sum(),
            col(ROWS).sum(),
            len().alias(KEYS),
            col(REVISED).sum(),
            col(INPUTS).sum(),
            col(INPUT).max(),
        ])
        .sort([FROM, TO, FLOW, GRAIN], SortMultipleOptions::default())
        .collect()?;
    Ok(Details {
        points: points(&table)?,
    })
}

fn points(table: &DataFrame) -> PolarsResult<Vec<Point>> {
    let numbers = |name: &str| -> PolarsResult<Vec<u32>> {
        let column = table
            .column(name)?
            .cast(&polars::prelude::DataType::UInt32)?;
        Ok(column.u32()?.into_no_null_iter().collect())
    };
    let months = |name: &str| -> PolarsResult<Vec<i32>> {
        Ok(table.column(name)?.i32()?.into_no_null_iter().collect())
    };
    let money = |name: &str| -> PolarsResult<Vec<i128>> {
        Ok(table.column(name)?.i128()?.into_no_null_iter().collect())
    };
    let (from, to, flow, grain) = (months(FROM)?, months(TO)?, numbers(FLOW)?, numbers(GRAIN)?);
    let (value, earlier) = (money(VALUE)?, money(EARLIER)?);
    let (rows, keys, revised) = (numbers(ROWS)?, numbers(KEYS)?, numbers(REVISED)?);
    let (inputs, input) = (numbers(INPUTS)?, numbers(INPUT)?);
    let point = |at: usize| Point {
        period: Period {
            from: Month::from_index(from[at]),
            to: Month::from_index(to[at]),
        },
        flow: Flow::ALL[flow[at] as usize % 3],
        grain: grain[at],
        value: Amount(value[at]),
        earlier: Amount(earlier[at]),
        repeated: inputs[at]
            .saturating_sub(keys[at])
            .saturating_sub(revised[at]),
        revised: revised[at],
        joined: rows[at].saturating_sub(inputs[at]),
        input: input[at],
    };
    Ok((0..table.height()).map(point).collect())
}

impl Details {
    /// What must be known of the adding up, over all months.
    pub fn notes(&self) -> Vec<String> {
        let total = |count: fn(&Point) -> u32| self.points.iter().map(count).sum::<u32>();
        let (joined, repeated, revised) = (
            total(|point| point.joined),
            total(|point| point.repeated),
            total(|point| point.revised),
        );
        let mut notes = Vec::new();
        if joined > 0 {
            notes.push(format!(
                "{joined} {} added to another row of the same file, month, flow, partner and code: \
                 details whose distinguishing column is not there",
                rows_were(joined)
            ));
        }
        if repeated > 0 {
            notes.push(format!(
                "{repeated} {} in several files with the same value and counted once",
                rows_were(repeated)
            ));
        }
        if revised > 0 {
            notes.push(format!(
                "{revised} {} in several files with different values: the later release holds, or, \
                 where none is dated, the file named later",
                rows_were(revised)
            ));
        }
        notes
    }
}

fn rows_were(count: u32) -> &'static str {
    if count == 1 { "row was" } else { "rows were" }
}

/// Puts the sums of detail into the series where no figure was published, from one grain: the one
/// that adds up to most, as the most complete. Says where grains or the published figure differ;
/// gives a note where goods were added up.
pub fn fill(
    series: &mut Vec<Series>,
    details: &Details,
    records: &Records,
    currency: Currency,
) -> Option<String> {
    let mut goods = false;
    let mut by_period: BTreeMap<(Flow, Period), Vec<&Point>> = BTreeMap::new();
    for point in &details.points {
        by_period
            .entry((point.flow, point.period))
            .or_default()
            .push(point);
    }
    for ((flow, period), points) in by_period {
        let Some(fullest) = points
            .iter()
            .max_by_key(|point| (point.value, std::cmp::Reverse(point.grain)))
        else {
            continue;
        };
        let place = series
            .iter()
            .position(|one| one.flow == flow)
            .unwrap_or_else(|| {
                series.push(Series::new(flow, currency));
                series.len() - 1
            });
        let into = &mut series[place];
        if let Some(published) = into.figure(period) {
            if !published.interval.meets(Interval::exact(fullest.value)) {
                let text = format!(
                    "the details add up to {}, the published figure is {}",
                    fullest.value.in_words(currency),
                    published.value.in_words(currency),
                );
                into.remark(period, text);
            }
            continue;
        }
        if let Some(other) = points.iter().find(|point| point.value != fullest.value) {
            let text = format!(
                "the same trade stands at two depths of detail, which differ: {} (used) and {}",
                fullest.value.in_words(currency),
                other.value.in_words(currency),
            );
            into.remark(period, text);
        }
        hold(into, fullest, records);
        goods |= fullest.grain > NO_CODE;
    }
    goods.then(|| {
        "values are sums of detail rows: all goods only if the files hold them all".to_owned()
    })
}

fn hold(into: &mut Series, point: &Point, records: &Records) {
    let source: Arc<str> = records
        .inputs
        .get(point.input as usize)
        .map_or_else(|| "".into(), |input| input.name.clone());
    let figure = |value| Figure {
        value,
        interval: Interval::exact(value),
        basis: Basis::Sum,
        released: None,
        source: source.clone(),
    };
    into.hold(point.period, figure(point.earlier));
    if point.earlier != point.value {
        into.revise(point.period, figure(point.value));
    }
}
