//! Remarks on how a figure was made, and on why one is missing.

use super::amounts::{as_distinct, measured};
use super::words::{OLDER_PRINT, counted, lacking, periods, rate, released};
use crate::trade::{DroppedOf, FigureRemark, Missing, Reason};

/// A remark on how a figure was made.
pub(super) fn sentence(what: &FigureRemark) -> String {
    match what {
        FigureRemark::Derived { whole, part } => {
            format!(
                "the sum of {} less that of {}",
                periods(&[*whole]),
                periods(&[*part])
            )
        }
        FigureRemark::ZeroInside(period) => {
            format!("zero, because {period} as a whole was zero")
        }
        FigureRemark::NoQuantity => "zero, because the quantity was published as zero".to_owned(),
        FigureRemark::DetailsDiffer { details, published } => {
            let [details, published] = as_distinct(details, published);
            format!("details sum to {details}, against a published {published}")
        }
        FigureRemark::FlowsDiffer {
            sum,
            total,
            released: date,
            ..
        } => {
            let [sum, total] = as_distinct(sum, total);
            let date = released(*date);
            format!("imports and exports sum to {sum}, against a published total of {total}{date}")
        }
        FigureRemark::LevelsDiffer { used, other } => {
            let [used, other] = as_distinct(used, other);
            format!("two levels of detail differ: {used} (used) and {other}")
        }
        FigureRemark::CoarserDiffer { parts, coarser } => {
            let [parts, coarser] = as_distinct(parts, coarser);
            format!("the parts sum to {parts}, less detailed rows of the same trade to {coarser}")
        }
        FigureRemark::UnitValueInputRevised {
            is_quantity,
            period,
            earlier,
            later,
        } => {
            let what = if *is_quantity { "quantity" } else { "value" };
            let [earlier, later] = as_distinct(earlier, later);
            format!("{what} of {period} revised from {earlier} to {later}")
        }
        FigureRemark::Dropped {
            count,
            cells,
            of,
            first,
        } => {
            let noun = if *cells { "cell" } else { "row" };
            let were = if *count == 1 { "was" } else { "were" };
            let of = match of {
                DroppedOf::Period(period) => format!("of {period}"),
                DroppedOf::BaseOf(period) => {
                    format!("of {period}, whose published change may show a revised base,")
                }
                DroppedOf::Unknown(name) => format!("of {name} with an unknown month"),
            };
            let at = if *count == 1 { "at" } else { "first at" };
            let rows = counted(*count, noun);
            format!("{rows} {of} {were} skipped (--lenient), {at} {first}")
        }
        FigureRemark::DroppedInside(period) => {
            format!("rows of {period} were skipped (--lenient)")
        }
        FigureRemark::CurrencyGap {
            own,
            other,
            implied,
            of_period,
            at_rate,
            changes,
        } => {
            let changes = changes.iter().map(|(period, percent)| {
                let sign = if *percent < 0 { "−" } else { "+" };
                format!(
                    "the change of {} about {sign}{} %",
                    periods(&[*period]),
                    percent.abs()
                )
            });
            let changes: Vec<String> = changes.collect();
            let changes = match changes.is_empty() {
                true => String::new(),
                false => format!(", {}", changes.join(", ")),
            };
            format!(
                "{} and {} imply {} yuan to the dollar, the rate then was about {}: an \
                 earlier, unrevised figure; at that rate it would be {}{changes}",
                measured(*own),
                measured(*other),
                rate(*implied),
                rate(*of_period),
                measured(*at_rate),
            )
        }
        FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
        FigureRemark::OfPartner(partner, what) => format!("{partner}: {}", sentence(what)),
    }
}

pub(super) fn reason(missing: &Missing) -> String {
    let at = periods(&missing.periods);
    match missing.reason {
        Reason::NoData => format!("no data for {at}"),
        Reason::ZeroBase => format!("no trade in {at}"),
        Reason::RoundedBase => {
            let is = if missing.periods.len() == 1 {
                "is"
            } else {
                "are"
            };
            format!("{at} {is} zero after rounding")
        }
        Reason::Combined => format!("{at} published only together"),
        Reason::NotComputed => "a balance has no percentage".to_owned(),
        Reason::OfMonths => "streaks are counted in months".to_owned(),
        Reason::SeveralGoods => "several goods together".to_owned(),
        Reason::FirstRelease => "the first release".to_owned(),
        Reason::MixedUnits => format!("goods in several units in {at}"),
        Reason::NoQuantity => format!("no quantity for {at}"),
        Reason::UncertainSign => {
            format!("rounding of published figures leaves the sign open in {at}")
        }
        Reason::UncertainRank => {
            format!("rounded figures do not show whether {at} was lower or higher")
        }
        Reason::NoRow => format!(
            "no row{} in a file not known to hold all goods, for {at} (`--all-goods` where it does)",
            lacking(missing)
        ),
        Reason::ComponentMissing => format!("no data{} for {at}", lacking(missing)),
        Reason::Dropped => format!("{at} left out by `--lenient`"),
    }
}
