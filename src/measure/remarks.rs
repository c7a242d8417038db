//! What a careful reader must know of a row: revisions, how a figure came about, where the printed
//! change and the computed one part.

use super::change::Change;
use crate::report::RowRemark;
use crate::trade::{Amount, Basis, Denomination, Figure, Period, Printed, Series, Vintage};
use std::collections::BTreeSet;

/// The remarks on one figure of a row, under the name of its column.
pub fn of_figure(column: &'static str, series: &Series, period: Period) -> Vec<RowRemark> {
    let mut texts = Vec::new();
    if let Some(revision) = series.revision(period) {
        let (earlier, later) = (&revision.earlier, &revision.later);
        texts.push(match later.basis {
            Basis::Implied => format!(
                "{period} implied by a printed change{}: {}; first {}{}: {}",
                released(later.released),
                series.told_in.in_words(later.value),
                how(earlier),
                released(earlier.released),
                series.told_in.in_words(earlier.value),
            ),
            _ => format!(
                "{period} revised from {}{} to {}{}{}",
                series.told_in.in_words(earlier.value),
                released(earlier.released),
                series.told_in.in_words(later.value),
                released(later.released),
                if later.released.is_none() {
                    " as the file named later has it"
                } else {
                    ""
                },
            ),
        });
    } else if let Some(figure) = series.figure(period) {
        match figure.basis {
            Basis::Implied => {
                texts.push(format!(
                    "{period} implied by a printed change{}",
                    released(figure.released)
                ));
            }
            Basis::Difference if series.remarks(period).is_empty() => {
                texts.push(format!(
                    "{period} is a difference of published figures{}",
                    released(figure.released)
                ));
            }
            _ => {}
        }
    }
    texts.extend(series.remarks(period).iter().cloned());
    if let Some(by) = series
        .earlier_revised(period.to)
        .filter(|_| period.is_month())
    {
        texts.push(format!(
            "the release of {period} revised earlier months of the year by {}, by month unknown",
            series.told_in.in_words(by),
        ));
    }
    texts
        .into_iter()
        .map(|text| RowRemark { column, text })
        .collect()
}

/// The remark on a figure made of several, rows of some of which were dropped as bad.
pub fn of_drops(
    column: &'static str,
    series: &Series,
    taken: impl IntoIterator<Item = Period>,
) -> Option<RowRemark> {
    let dropped: BTreeSet<Period> = taken
        .into_iter()
        .flat_map(|period| series.dropped_in(period))
        .collect();
    let first = dropped.first()?;
    let text = match dropped.len() - 1 {
        0 => format!("rows of {first} were dropped (--lenient)"),
        more => format!("rows of {first} and {more} more were dropped (--lenient)"),
    };
    Some(RowRemark { column, text })
}

/// Where the printed change cannot be that of the figures in hand: by how much the base must have
/// been revised.
pub fn of_printed(
    column: &'static str,
    series: &Series,
    period: Period,
    change: &Change,
) -> Option<RowRemark> {
    let printed = series.printed(period)?;
    let (value, base) = (change.value.as_ref().ok()?, change.base.as_ref().ok()?);
    let implied = printed.implied_base(value.interval)?;
    if implied.meets(base.interval) {
        return None;
    }
    let needed = printed.base_of(value.value)?;
    let text = format!(
        "{}{} would need a base of {}, {} than the one in hand",
        percent(printed.percent),
        released(printed.released),
        series.told_in.in_words(needed),
        more_or_less(needed - base.value, series.told_in),
    );
    Some(RowRemark { column, text })
}

/// The remark on a change whose sign the rounding leaves open.
pub fn uncertain(column: &'static str, change: &Change) -> Option<RowRemark> {
    let open = change.sign == Ok(crate::trade::Sign::Uncertain);
    open.then(|| RowRemark {
        column,
        text: "rounding of the published figures leaves the sign open".to_owned(),
    })
}

fn more_or_less(difference: Amount, told_in: Denomination) -> String {
    let word = if difference < Amount::ZERO {
        "less"
    } else {
        "more"
    };
    format!("{} {word}", told_in.in_words(difference.abs()))
}

/// A printed percentage with a sign: `−28.9 %`.
fn percent(printed: Printed) -> String {
    let size = printed.digits.unsigned_abs();
    let power = 10u128.pow(printed.decimals.min(30));
    let sign = if printed.digits < 0 { "−" } else { "+" };
    if printed.decimals == 0 {
        return format!("printed {sign}{size} %");
    }
    format!(
        "printed {sign}{}.{:0width$} %",
        size / power,
        size % power,
        width = printed.decimals as usize
    )
}

fn how(figure: &Figure) -> &'static str {
    match figure.basis {
        Basis::Printed => "printed",
        Basis::Difference => "taken as a difference",
        Basis::Implied => "implied",
        Basis::Sum => "added up",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    vintage.map(|date| format!(" ({date})")).unwrap_or_default()
}
