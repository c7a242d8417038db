//! Months inside a period published as exactly zero: trade is never below zero, so each of them is
//! zero.

use crate::trade::{Amount, Basis, Figure, FigureRemark, Interval, Period, Series};

/// Sets every month without a figure inside a period that is exactly zero to zero.
pub fn fill(series: &mut Series) {
    let nothing = Interval::exact(Amount::ZERO);
    let empty: Vec<(Period, Figure)> = series
        .periods()
        .filter(|period| !period.is_month())
        .filter_map(|period| Some((period, series.figure(period)?.clone())))
        .filter(|(_, figure)| figure.interval == nothing)
        .collect();
    for (period, figure) in empty {
        for month in period.months().map(Period::month) {
            if series.figure(month).is_none() {
                let zero = Figure {
                    basis: Basis::Difference,
                    ..figure.clone()
                };
                let sources = series.sources(period);
                series.set_figure(month, zero);
                series.set_sources(month, sources);
                series.remark(month, FigureRemark::ZeroInside(period));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Currency, Flow};

    #[test]
    fn only_what_is_exactly_nothing_makes_its_months_nothing() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let figure = |low: i64, high: i64| Figure {
            value: Amount::units(low),
            interval: Interval {
                low: Amount::units(low),
                high: Amount::units(high),
            },
            basis: Basis::Printed,
            released: None,
            source: "".into(),
        };
        let mut series = Series::new(Flow::Export, Currency::Usd);
        series.set_figure(period("2015-01..2015-03"), figure(0, 0));
        series.set_figure(period("2015-02"), figure(7, 7));
        // Printed as 0.0 million, a rounded figure, so a month in it may be more than zero.
        series.set_figure(period("2016-01..2016-03"), figure(0, 1));
        fill(&mut series);
        let value = |text: &str| series.figure(period(text)).map(|one| one.value);
        assert_eq!(value("2015-01"), Some(Amount::ZERO));
        // We do not resolve a contradiction: the month as stated stays.
        assert_eq!(value("2015-02"), Some(Amount::units(7)));
        assert_eq!(value("2015-03"), Some(Amount::ZERO));
        assert_eq!(value("2016-01"), None);
        assert_eq!(
            series.remarks(period("2015-03")),
            [FigureRemark::ZeroInside(period("2015-01..2015-03"))]
        );
    }
}
