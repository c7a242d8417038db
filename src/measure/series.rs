//! A series month by month: value, mom, yoy, year to date, rolling sums.
//!
//! Source: DEFINITIONS "Change".

use super::change::{Change, Comparison};
use super::{remarks, yoy};
use crate::frame::SeriesSet;
use crate::measure::breakdown;
use crate::measure::breakdown::percent;
use crate::measure::question::{Answer, KeyedSeries, MeasureError, Question, SelectedSeries};
use crate::report::{Cell, Head, Report, Row, RowRemark, Shows, Subject, ViewColumn};
use crate::trade::{Breakdown, Flow, Month, Period, Series};

/// The machine columns, in order.
pub const COLUMNS: [&str; 15] = [
    "month",
    "flow",
    "value",
    "basis",
    "mom_pct",
    "yoy_pct",
    "printed_pct",
    "ytd",
    "ytd_yoy_pct",
    "roll3",
    "roll3_yoy_pct",
    "roll12",
    "roll12_yoy_pct",
    "currency",
    "note",
];

/// Answers with one row per month and flow, of the columns asked for (`None`: all).
///
/// # Errors
/// When the data do not reach the months asked for, hold none of the flows, or a column is not
/// among [`COLUMNS`].
pub fn answer(
    question: &Question,
    wanted: Option<&[String]>,
    set: &SeriesSet,
) -> Result<Answer, MeasureError> {
    let columns = chosen(wanted)?;
    let selected = question.select(set)?;
    let all = |selected: &SelectedSeries| Ok((selected.range(None, None)?, Vec::new()));
    let (months, _) = selected.asked(question.span, all)?;
    let mut rows = Vec::new();
    let mut sources = Vec::new();
    for month in months.months() {
        for keyed in &selected.all_series {
            rows.push(row(keyed, month, &columns, question.by));
            yoy::add_sources(&mut sources, &keyed.series, Period::month(month));
        }
    }
    let report = Report {
        command: "series",
        heading: question.heading(Subject::Series, set, Some(months)),
        view: breakdown::view(view(&columns), question.by, selected.is_money()),
        rows,
        notes: columns
            .contains(&"mom_pct")
            .then(|| "mom is not seasonally adjusted".to_owned())
            .into_iter()
            .chain(breakdown::on_revisions(
                question,
                yoy::since_a_year_before(months),
            ))
            .collect(),
        columns: breakdown::columns(&columns, question.by),
        sources,
        parts: Vec::new(),
        picture: None,
    };
    Ok(Answer::of(report))
}

/// The columns asked for, in the order asked for.
fn chosen(wanted: Option<&[String]>) -> Result<Vec<&'static str>, MeasureError> {
    let Some(wanted) = wanted else {
        return Ok(COLUMNS.to_vec());
    };
    wanted
        .iter()
        .map(|asked| {
            COLUMNS
                .into_iter()
                .find(|name| name == asked)
                .ok_or_else(|| MeasureError::NoColumn {
                    asked: asked.clone(),
                    known: COLUMNS.join(", "),
                })
        })
        .collect()
}

fn row(keyed: &KeyedSeries, month: Month, columns: &[&'static str], by: Option<Breakdown>) -> Row {
    let (flow, series) = (keyed.flow, &keyed.series);
    let period = Period::month(month);
    let yoy = Change::of(series, period, Comparison::Yoy);
    let mom = Change::of(series, period, Comparison::Mom);
    let to_date = Change::of(series, Period::year_to_date(month), Comparison::Yoy);
    let window = |months: i32| Period {
        from: month.plus(1 - months),
        to: month,
    };
    let rolling = |months: i32| Change::of(series, window(months), Comparison::Yoy);
    let (three, twelve) = (rolling(3), rolling(12));
    let cell = |name: &&'static str| match *name {
        "month" => Cell::Month(month),
        "flow" => Cell::Flow(flow),
        "value" => breakdown::figure(series, &yoy.value),
        "basis" => yoy
            .value
            .as_ref()
            .map_or(Cell::Empty, |figure| Cell::Word(figure.basis.name())),
        "mom_pct" => percent(&mom),
        "yoy_pct" => percent(&yoy),
        "printed_pct" => series
            .printed(period)
            .map_or(Cell::Empty, |printed| Cell::PrintedPercent(printed.percent)),
        "ytd" => breakdown::figure(series, &to_date.value),
        "ytd_yoy_pct" => percent(&to_date),
        "roll3" => breakdown::figure(series, &three.value),
        "roll3_yoy_pct" => percent(&three),
        "roll12" => breakdown::figure(series, &twelve.value),
        "roll12_yoy_pct" => percent(&twelve),
        "currency" => breakdown::unit(series),
        _ => Cell::Empty,
    };
    let mut notes = remarks::of_figure("value", series, period);
    // Where the value itself is shown, it carries its own mark.
    let own = (!columns.contains(&"value")).then_some(period);
    for (column, base) in [
        ("mom_pct", Period::month(month.plus(-1))),
        ("yoy_pct", period.year_before()),
    ] {
        let taken = own.into_iter().chain([base]);
        notes.extend(remarks::of_drops(column, series, taken));
    }
    for (value, change, window) in [
        ("ytd", "ytd_yoy_pct", Period::year_to_date(month)),
        ("roll3", "roll3_yoy_pct", window(3)),
        ("roll12", "roll12_yoy_pct", window(12)),
    ] {
        notes.extend(remarks::of_drops(value, series, [window]));
        let own = (!columns.contains(&value)).then_some(window);
        let taken = own.into_iter().chain([window.year_before()]);
        notes.extend(remarks::of_drops(change, series, taken));
    }
    notes.extend(remarks::uncertain("mom_pct", &mom));
    notes.extend(remarks::of_rounding("yoy_pct", &yoy));
    notes.extend(remarks::of_printed("printed_pct", series, period, &yoy));
    if month != month.january() {
        notes.extend(to_date_remark(series, month));
        notes.extend(remarks::of_printed(
            "ytd_yoy_pct",
            series,
            Period::year_to_date(month),
            &to_date,
        ));
    }
    notes.retain(|remark| columns.contains(&remark.column));
    Row {
        cells: breakdown::cells(columns.iter().map(cell).collect(), columns, keyed, by),
        remarks: notes,
    }
}

/// How the year to date came about where it is not the sum of its months.
fn to_date_remark(series: &Series, month: Month) -> Option<RowRemark> {
    let period = Period::year_to_date(month);
    let published = series.figure(period)?;
    if series.flow == Flow::Balance || published.basis == crate::trade::Basis::Sum {
        return None;
    }
    let months = remarks::beside_months(series, period)?;
    let text = format!("{}; {months}", remarks::for_the_whole(published));
    Some(RowRemark {
        column: "ytd",
        text,
    })
}

/// Every column asked for that people read; the currency stands in the heading.
fn view(columns: &[&'static str]) -> Vec<ViewColumn> {
    let head = |name: &str| match name {
        "month" => Some(Head::Month),
        "flow" => Some(Head::Flow),
        "value" => Some(Head::Value),
        "basis" => Some(Head::Basis),
        "mom_pct" => Some(Head::Mom),
        "yoy_pct" => Some(Head::Yoy),
        "printed_pct" => Some(Head::Printed),
        "ytd" => Some(Head::YearToDate),
        "ytd_yoy_pct" => Some(Head::YearToDateYoy),
        "roll3" => Some(Head::Rolling3),
        "roll3_yoy_pct" => Some(Head::Rolling3Yoy),
        "roll12" => Some(Head::Rolling12),
        "roll12_yoy_pct" => Some(Head::Rolling12Yoy),
        _ => None,
    };
    // All thirteen do not fit 80 columns; how a figure came about is the one to spare.
    let everything = columns.len() == COLUMNS.len();
    columns
        .iter()
        .filter(|name| !(everything && **name == "basis"))
        .filter_map(|name| {
            head(name).map(|head| ViewColumn {
                head,
                shows: Shows::Column(name),
            })
        })
        .collect()
}
