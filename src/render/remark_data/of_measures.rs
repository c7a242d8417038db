//! The data of remarks on revisions and sanctions.

use super::datum::{Datum, date, number, percent, text};
use crate::report::{RevisionRemark, SanctionRemark};

pub(super) fn revision(remark: &RevisionRemark) -> Vec<(&'static str, Datum)> {
    match remark {
        RevisionRemark::Statement {
            period,
            before,
            after,
            streak,
        } => {
            let mut data = vec![
                ("of", text(period)),
                ("before", percent(*before)),
                ("after", percent(*after)),
            ];
            if let Some(streak) = streak {
                let direction = if streak.fall { "fall" } else { "rise" };
                data.push(("streak_direction", text(direction)));
                data.push(("streak_until", text(streak.until)));
                data.push(("streak_before", number(streak.was)));
                let bound = |is_at_least: bool| if is_at_least { "at_least" } else { "exact" };
                data.push(("streak_before_bound", text(bound(streak.was_at_least))));
                data.push(("streak_after", number(streak.is)));
                data.push(("streak_after_bound", text(bound(streak.is_at_least))));
            }
            data
        }
        RevisionRemark::Summary(span) => {
            let mut data = vec![("from_months", number(span.from))];
            data.extend(span.to.map(|to| ("to_months", number(to))));
            data.push(("count", number(span.count)));
            data.push(("mean_pct", percent(span.mean)));
            data.push(("mean_absolute_pct", percent(span.mean_absolute)));
            data.push(("largest_pct", percent(span.largest)));
            data.push(("largest_of", text(span.period)));
            data
        }
        RevisionRemark::InOtherCurrency {
            currency,
            flow,
            period,
            by,
            released,
        } => {
            let mut data = vec![
                ("currency", text(currency.code())),
                ("flow", text(flow.name())),
                ("of", text(period)),
                ("change_pct", percent(*by)),
            ];
            data.extend(date("released", *released));
            data
        }
        RevisionRemark::NoneRevised | RevisionRemark::NoneReleased => Vec::new(),
    }
}

pub(super) fn sanction(remark: &SanctionRemark) -> Vec<(&'static str, Datum)> {
    let list = |names: &[std::sync::Arc<str>]| {
        Datum::List(names.iter().map(|name| name.to_string()).collect())
    };
    match remark {
        SanctionRemark::MeasuresOf(regime) => vec![("regime", text(regime.name()))],
        SanctionRemark::SingleGoodsOnly(measures) | SanctionRemark::AlsoUnder(measures) => {
            vec![("measures", list(measures))]
        }
        SanctionRemark::WiderThan(codes) => vec![("codes", list(codes))],
        SanctionRemark::Denominator {
            year,
            total,
            compiler,
            ..
        } => vec![
            ("year", number(year)),
            ("total", number(total)),
            ("compiler", text(compiler)),
        ],
        SanctionRemark::Undecided { low, high, .. } => {
            vec![("low_pct", percent(*low)), ("high_pct", percent(*high))]
        }
        SanctionRemark::Banned {
            instrument,
            since,
            full_from,
            part,
            ..
        } => {
            let mut data = vec![("instrument", text(instrument)), ("since", text(since))];
            data.extend(full_from.map(|month| ("first_full_month", text(month))));
            data.extend(part.iter().map(|codes| ("codes", list(codes))));
            data
        }
        SanctionRemark::AtLeastWithout { measure, .. } => vec![("measure", text(measure))],
        SanctionRemark::Barrels(factors) => factors
            .first()
            .map(|(factor, _)| ("barrels_per_tonne", percent(*factor)))
            .into_iter()
            .collect(),
        SanctionRemark::Passed {
            measure,
            notices,
            open,
        } => {
            let passed = notices.iter().map(|(percent, month, open)| {
                let bound = if *open { "at_latest" } else { "exact" };
                format!("{percent} {month} {bound}")
            });
            vec![
                ("measure", text(measure)),
                ("passed", Datum::List(passed.collect())),
                (
                    "open",
                    Datum::List(open.iter().map(ToString::to_string).collect()),
                ),
            ]
        }
        SanctionRemark::SplitOn { regime, day } => {
            vec![("regime", text(regime.name())), ("day", text(day))]
        }
        _ => Vec::new(),
    }
}
