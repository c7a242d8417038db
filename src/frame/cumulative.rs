//! What years to date say about their months: months published only inside them, and months they
//! revised.
//!
//! Source: docs/definitions.md, "Change" (a month may be derived), "One month twice".

use crate::trade::{Basis, Figure, FigureRemark, Month, Period, Series};

/// Derives months published only inside cumulative figures, as a difference: the last month between
/// two years to date, or January as January–February less February.
///
/// Uses first releases: a year to date as later revised, less one as first released, is the month
/// plus a year of revisions.
pub fn derive_months<'a>(
    series: &mut Series,
    first: impl Fn(Period) -> Option<&'a Figure>,
    of_goods: bool,
) {
    let ends: Vec<Period> = series
        .periods()
        .filter(|period| !period.is_month() && period.from == period.from.january())
        .collect();
    for to_date in ends {
        let last = Period::month(to_date.to);
        let before = Period {
            to: to_date.to.plus(-1),
            ..to_date
        };
        let (whole, part, end) = (first(to_date), first(before), first(last));
        let alike = |one: Option<&Figure>| {
            let of = |figure: Option<&Figure>| figure.map(|figure| figure.source.clone());
            !of_goods || of(one) == of(whole)
        };
        if alike(part) {
            derive(series, last, (to_date, whole), (before, part));
        }
        if before.is_month() && alike(end) {
            derive(series, before, (to_date, whole), (last, end));
        }
    }
}

/// The year to date of a month, the previous one, and the month itself, each as `first` gives it.
/// The first should be the sum of the other two.
pub fn step_of_year<'a>(
    first: &impl Fn(Period) -> Option<&'a Figure>,
    month: Month,
) -> Option<[&'a Figure; 3]> {
    let to_date = Period::year_to_date(month);
    let before = Period {
        to: month.plus(-1),
        ..to_date
    };
    // January is its own year to date.
    if to_date.is_month() {
        return None;
    }
    Some([
        first(to_date)?,
        first(before)?,
        first(Period::month(month))?,
    ])
}

/// Finds years to date that, as first released, are not the previous one plus the month, and
/// records by how much the release changed earlier months.
///
/// Source: docs/definitions.md, "One month twice": a difference beyond rounding is remarked.
pub fn find_revised_years<'a>(series: &mut Series, first: impl Fn(Period) -> Option<&'a Figure>) {
    let months: Vec<Period> = series
        .periods()
        .filter(|period| period.is_month())
        .collect();
    for month in months {
        let Some([all, earlier, own]) = step_of_year(&first, month.to) else {
            continue;
        };
        let stated = [all, earlier, own]
            .iter()
            .all(|one| one.basis == Basis::Printed);
        let sum = earlier.interval + own.interval;
        if stated && !all.interval.meets(sum) {
            series.set_revision_of_earlier_months(month.to, all.value - earlier.value - own.value);
        }
    }
}

/// Sets `month` to `whole` less `part`, if it has no figure of its own.
fn derive(
    series: &mut Series,
    month: Period,
    (whole, all): (Period, Option<&Figure>),
    (part, rest): (Period, Option<&Figure>),
) {
    let (Some(all), Some(rest)) = (all, rest) else {
        return;
    };
    // An implied figure dates from a year later, so its vintage differs from its neighbour's.
    let implied = [all, rest]
        .iter()
        .any(|figure| figure.basis == Basis::Implied);
    if implied || series.figure(month).is_some() || all.value < rest.value {
        return;
    }
    let figure = Figure {
        value: all.value - rest.value,
        interval: all.interval - rest.interval,
        basis: Basis::Difference,
        released: all.released.max(rest.released),
        source: all.source.clone(),
    };
    let mut sources = series.sources(whole);
    sources.extend(series.sources(part));
    series.set_figure(month, figure);
    series.set_sources(month, sources);
    series.remark(month, FigureRemark::Derived { whole, part });
}
