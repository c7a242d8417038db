//! The data of a remark, for json: numbers exact, periods and dates as text.

use crate::report::{MonthsBeside, RemarkKind, RevisionRemark, SanctionRemark};
use crate::trade::{
    FigureRemark, InputRemark, Measured, Missing, Partner, Period, Printed, SetRemark, Uncovered,
    UnitOfMeasure, Vintage,
};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// One thing that a remark tells.
pub(super) enum Datum {
    /// A number, as it is written.
    Number(String),
    Text(String),
    List(Vec<String>),
}

/// What a remark tells, by name.
pub(super) struct Data(Vec<(&'static str, Datum)>);

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, datum) in &self.0 {
            map.serialize_entry(name, datum)?;
        }
        map.end()
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Datum::Number(text) => RawValue::from_string(text.clone())
                .map_err(S::Error::custom)?
                .serialize(serializer),
            Datum::Text(text) => serializer.serialize_str(text),
            Datum::List(texts) => texts.serialize(serializer),
        }
    }
}

fn text(text: impl ToString) -> Datum {
    Datum::Text(text.to_string())
}

fn number(number: impl ToString) -> Datum {
    Datum::Number(number.to_string())
}

fn measured(of: &Measured) -> Datum {
    number(match of.unit {
        UnitOfMeasure::Money(_) => of.amount.to_string(),
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            UnitOfMeasure::tonnes_text(of.amount)
        }
        UnitOfMeasure::Quantity(_) => UnitOfMeasure::quantity_text(of.amount),
        UnitOfMeasure::UnitValue(..) => UnitOfMeasure::unit_value_text(of.amount),
    })
}

fn percent(printed: Printed) -> Datum {
    number(super::figures::printed_plain(printed))
}

fn date(name: &'static str, date: Option<Vintage>) -> Option<(&'static str, Datum)> {
    date.map(|date| (name, text(date)))
}

fn periods(periods: &[Period]) -> Datum {
    Datum::List(periods.iter().map(Period::to_string).collect())
}

fn reason(missing: &Missing) -> [(&'static str, Datum); 2] {
    [
        ("reason", text(missing.reason.code())),
        ("missing", periods(&missing.periods)),
    ]
}

fn partner(place: u16) -> (&'static str, Datum) {
    let code = Partner::at(place).map(|partner| partner.code.to_string());
    ("partner", text(code.unwrap_or_default()))
}

/// What a remark tells.
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
        RemarkKind::Implied { released, revised } => {
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
        RemarkKind::RoundingOpen { least, most } => {
            data.push(("low_pct", percent(*least)));
            data.push(("high_pct", percent(*most)));
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
        RemarkKind::ReleasedLater { month, released } => {
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

fn input(what: &InputRemark) -> Vec<(&'static str, Datum)> {
    match what {
        InputRemark::FlowFromName(flow) => vec![("flow", text(flow.name()))],
        InputRemark::FlowAgainstName { named, given } => {
            vec![("named", text(named.name())), ("given", text(given.name()))]
        }
        InputRemark::MonthFromName(month) => vec![("month", text(month))],
        InputRemark::MonthAgainstName { named, given } => {
            vec![("named", text(named)), ("given", text(given))]
        }
        InputRemark::PartnerAssumed(place) => vec![partner(*place)],
        InputRemark::CodeBesideName { code, name, line } => vec![
            ("code", text(code)),
            ("name", text(name)),
            ("line", number(line)),
        ],
        InputRemark::PassedOver { count, names }
        | InputRemark::UnknownPartners { count, names } => {
            vec![
                ("count", number(count)),
                ("names", Datum::List(names.clone())),
            ]
        }
        InputRemark::NotASeries { count, line, .. }
        | InputRemark::LeftOut { count, line, .. }
        | InputRemark::Mended { count, line } => {
            vec![("rows", number(count)), ("line", number(line))]
        }
        InputRemark::NotGiven(count) | InputRemark::GoodsWithoutCode(count) => {
            vec![("count", number(count))]
        }
        InputRemark::EmptyCells {
            partner: place,
            count,
        } => vec![partner(*place), ("count", number(count))],
        InputRemark::UnknownUnit { unit, count } => {
            vec![("unit", text(unit)), ("count", number(count))]
        }
        InputRemark::Dropped {
            rows, cells, line, ..
        } => vec![
            ("rows", number(rows)),
            ("cells", number(cells)),
            ("line", number(line)),
        ],
        InputRemark::DatedBeforeTitle(date) => vec![("date", text(date))],
        InputRemark::NoRowFor { partner: place, .. } => vec![partner(*place)],
        InputRemark::TwoValues { flow, period } => {
            vec![("flow", text(flow.name())), ("period", text(period))]
        }
        _ => Vec::new(),
    }
}

fn figure(what: &FigureRemark) -> Vec<(&'static str, Datum)> {
    match what {
        FigureRemark::Derived { whole, part } => {
            vec![("whole", text(whole)), ("part", text(part))]
        }
        FigureRemark::ZeroInside(period) | FigureRemark::DroppedInside(period) => {
            vec![("period", text(period))]
        }
        FigureRemark::DetailsDiffer { details, published } => vec![
            ("details", measured(details)),
            ("published", measured(published)),
        ],
        FigureRemark::FlowsDiffer { sum, total, .. } => {
            vec![("sum", measured(sum)), ("total", measured(total))]
        }
        FigureRemark::DepthsDiffer { used, other } => {
            vec![("used", measured(used)), ("other", measured(other))]
        }
        FigureRemark::CoarserDiffer { parts, coarser } => {
            vec![("parts", measured(parts)), ("coarser", measured(coarser))]
        }
        FigureRemark::PartRevised { earlier, later, .. } => {
            vec![("earlier", measured(earlier)), ("later", measured(later))]
        }
        FigureRemark::Dropped { count, first, .. } => {
            vec![("count", number(count)), ("first", text(first))]
        }
        FigureRemark::CurrencyGap {
            own,
            other,
            at_rate,
            ..
        } => vec![
            ("own", measured(own)),
            ("other", measured(other)),
            ("at_rate", measured(at_rate)),
        ],
        FigureRemark::OlderPrintInside => Vec::new(),
        FigureRemark::OfPartner(name, what) => {
            let mut data = figure(what);
            data.push(("partner", text(name)));
            data
        }
    }
}

fn set(what: &SetRemark) -> Vec<(&'static str, Datum)> {
    let uncovered = |months: &Uncovered| {
        vec![
            ("flow", text(months.flow.name())),
            ("period", text(months.period)),
            ("months", number(months.months)),
        ]
    };
    match what {
        SetRemark::NotWhole(months) | SetRemark::FewerFiles(months) => uncovered(months),
        SetRemark::TakenAsNone {
            codes, chapters, ..
        } => {
            let codes = codes.iter().map(|code| code.to_string());
            let mut data = vec![("codes", Datum::List(codes.collect()))];
            data.extend(chapters.map(|chapters| ("chapters", number(chapters))));
            data
        }
        SetRemark::OneChapter(chapter) => vec![("chapter", text(chapter))],
        SetRemark::FilesOverlap { rows, .. } => vec![("rows", number(rows))],
        SetRemark::RowsJoined(count)
        | SetRemark::RowsRepeated(count)
        | SetRemark::RowsRevised(count) => vec![("rows", number(count))],
        SetRemark::TakenByOrder { taken, other } => {
            vec![("taken", text(taken)), ("other", text(other))]
        }
        SetRemark::TakenAsAllGoods(files) => {
            let files = files.iter().map(|file| file.to_string());
            vec![("files", Datum::List(files.collect()))]
        }
        SetRemark::Copies {
            file, lines, line, ..
        } => vec![
            ("file", text(file)),
            ("lines", number(lines)),
            ("line", number(line)),
        ],
        SetRemark::BlankBreakdown { rows, file, line } => vec![
            ("rows", number(rows)),
            ("file", text(file)),
            ("line", number(line)),
        ],
        SetRemark::Undated { rows, as_of } => {
            vec![("rows", number(rows)), ("as_of", text(as_of))]
        }
        _ => Vec::new(),
    }
}

fn revision(remark: &RevisionRemark) -> Vec<(&'static str, Datum)> {
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
                data.push(("streak_after", number(streak.is)));
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
        RevisionRemark::NoneRevised => Vec::new(),
    }
}

fn sanction(remark: &SanctionRemark) -> Vec<(&'static str, Datum)> {
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
        SanctionRemark::Barrels(factors) => factors
            .first()
            .map(|(factor, _)| ("barrels_per_tonne", percent(*factor)))
            .into_iter()
            .collect(),
        SanctionRemark::Passed { measure, notices } => {
            let passed = notices.iter().map(|(percent, month, open)| {
                let bound = if *open { "at_latest" } else { "exact" };
                format!("{percent} {month} {bound}")
            });
            vec![
                ("measure", text(measure)),
                ("passed", Datum::List(passed.collect())),
            ]
        }
        SanctionRemark::SplitOn { regime, day } => {
            vec![("regime", text(regime.name())), ("day", text(day))]
        }
        _ => Vec::new(),
    }
}
