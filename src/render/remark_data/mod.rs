//! The data of remarks for json: exact numbers, periods and dates as text.

mod datum;
mod of_measures;
mod of_trade;

use crate::report::{MonthsBeside, RemarkKind};
use crate::trade::{Measured, Period};
use datum::{Data, Datum, date, measured, number, percent, periods, reason, text};
use of_measures::{revision, sanction};
use of_trade::{figure, input, set};

/// The data of a remark.
pub(super) fn of(kind: &RemarkKind) -> Data {
    let mut data: Vec<(&'static str, Datum)> = Vec::new();
    match kind {
        RemarkKind::Input(remark) => {
            if !remark.file.is_empty() {
                data.push(("file", text(&remark.file)));
            }
            data.extend(input(&remark.what));
        }
        RemarkKind::Set(remark) => data.extend(set(remark)),
        RemarkKind::Figure(remark) => data.extend(figure(remark)),
        RemarkKind::Revision(remark) => data.extend(revision(remark)),
        RemarkKind::Sanction(remark) => data.extend(sanction(remark)),
        RemarkKind::Implied {
            released, revised, ..
        } => {
            data.extend(date("released", *released));
            if let Some(one) = revised {
                let of = |amount| {
                    measured(&Measured {
                        amount,
                        unit: one.unit,
                    })
                };
                data.push(("earlier", of(one.earlier)));
                data.push(("earlier_basis", text(one.basis.name())));
                data.extend(date("earlier_released", one.released));
                data.push(("later", of(one.later)));
            }
        }
        RemarkKind::Revised {
            earlier,
            earlier_released,
            later,
            later_released,
        } => {
            data.push(("earlier", measured(earlier)));
            data.extend(date("earlier_released", *earlier_released));
            data.push(("later", measured(later)));
            data.extend(date("later_released", *later_released));
        }
        RemarkKind::Difference { released } | RemarkKind::Converted { released } => {
            data.extend(date("released", *released));
        }
        RemarkKind::EarlierRevised { by } => data.push(("by", measured(by))),
        RemarkKind::ForTheWhole {
            basis,
            released,
            months,
        } => {
            data.push(("basis", text(basis.name())));
            data.extend(date("released", *released));
            data.extend(months.iter().flat_map(beside));
        }
        RemarkKind::MonthsBeside(months) => data.extend(beside(months)),
        RemarkKind::SumOf(parts) => {
            let of = parts.iter().flat_map(|(_, months)| months).copied();
            data.push(("months", periods(&of.collect::<Vec<Period>>())));
        }
        RemarkKind::DroppedIn { first, more } | RemarkKind::OlderPrintIn { first, more } => {
            data.push(("first", text(first)));
            data.push(("more", number(more)));
        }
        RemarkKind::PrintedDiffers(one) => {
            data.push(("published_pct", percent(one.printed)));
            data.extend(date("released", one.released));
            data.extend(
                one.computed
                    .map(|computed| ("computed_pct", percent(computed))),
            );
            data.push(("implied_base", measured(&one.needed)));
            data.push(("difference", measured(&one.more)));
            if !one.note.is_empty() {
                data.push(("note", text(&one.note)));
            }
        }
        RemarkKind::PrintedOfEarlier {
            printed,
            released,
            earlier,
            ..
        } => {
            data.push(("published_pct", percent(*printed)));
            data.extend(date("released", *released));
            data.extend(earlier.as_ref().map(|one| ("earlier", measured(one))));
        }
        RemarkKind::RoundingOpen { least, most } => {
            data.push(("low_pct", percent(*least)));
            data.extend(most.map(|most| ("high_pct", percent(most))));
        }
        RemarkKind::StreakOpen {
            at_least,
            month,
            why,
            ..
        } => {
            data.push(("at_least", number(at_least)));
            data.push(("month", text(month)));
            data.extend(reason(why));
        }
        RemarkKind::WindowLacks(lacking) | RemarkKind::MayHaveBeen { lacking, .. } => {
            data.push(("missing", periods(&lacking.without)));
        }
        RemarkKind::RankOpen { since, surely, .. } => {
            data.push(("since", text(since)));
            data.extend(surely.map(|month| ("surely", text(month))));
        }
        RemarkKind::NotNewest { month, last } => {
            data.push(("month", text(month)));
            data.push(("last", text(last)));
        }
        RemarkKind::OtherCurrency { currency, last } => {
            data.push(("currency", text(currency.code())));
            data.push(("last", text(last)));
        }
        RemarkKind::HeldInOtherCurrency { month, currency } => {
            data.push(("month", text(month)));
            data.push(("currency", text(currency.code())));
        }
        RemarkKind::ReleasedLater {
            month, released, ..
        } => {
            data.push(("month", text(month)));
            data.extend(date("released", Some(*released)));
        }
        RemarkKind::RangeCut { left_out, held } => {
            data.push(("left_out", periods(left_out)));
            data.push(("held", text(held)));
        }
        RemarkKind::HsRevised(years) => {
            let years = years.iter().map(|year| year.to_string());
            data.push(("years", Datum::List(years.collect())));
        }
        RemarkKind::QuantityBeside {
            flow,
            value,
            base,
            change,
        } => {
            data.push(("flow", text(flow.name())));
            data.push(("value", measured(value)));
            data.push(("base", measured(base)));
            data.push(("change_pct", percent(*change)));
        }
        RemarkKind::NotRanked { flow, count, codes } => {
            data.push(("flow", text(flow.name())));
            data.push(("count", number(count)));
            let codes = codes.iter().map(|code| code.to_string());
            data.push(("codes", Datum::List(codes.collect())));
        }
        RemarkKind::StreaksUnknown { flow, months } => {
            data.push(("flow", text(flow.name())));
            data.push(("months", periods(months)));
        }
        RemarkKind::StreakGoesOn(month) => data.push(("month", text(month))),
        RemarkKind::StreaksNotListed(count) | RemarkKind::CheckFailed(count) => {
            data.push(("count", number(count)));
        }
        RemarkKind::FlowsNotLookedFor(flows) => {
            let flows = flows.iter().map(|flow| flow.name().to_owned());
            data.push(("flows", Datum::List(flows.collect())));
        }
        RemarkKind::UnitBreak { flow, period, .. } => {
            data.push(("flow", text(flow.name())));
            data.push(("period", text(period)));
        }
        RemarkKind::SignOpen
        | RemarkKind::Claim(_)
        | RemarkKind::Receipt(_)
        | RemarkKind::CountsAsTwo
        | RemarkKind::MomUnadjusted
        | RemarkKind::ToDateFalls
        | RemarkKind::UnitValueMix
        | RemarkKind::NothingHeld(_) => {}
    }
    Data(data)
}

fn beside(months: &MonthsBeside) -> Vec<(&'static str, Datum)> {
    match months {
        MonthsBeside::Missing(missing) => reason(missing).into(),
        MonthsBeside::Sum { sum, revised_by } => vec![
            ("sum_of_months", measured(sum)),
            ("revised_by", measured(revised_by)),
        ],
    }
}
