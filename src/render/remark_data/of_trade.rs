//! The data of remarks on files, figures and selections.

use super::datum::{Datum, measured, number, partner, text};
use crate::trade::{AllGoods, CoverageGap, FigureRemark, InputRemark, SetRemark, Thing};

pub(super) fn input(what: &InputRemark) -> Vec<(&'static str, Datum)> {
    match what {
        InputRemark::FlowFromName(flow) => vec![("flow", text(flow.name()))],
        InputRemark::FlowAgainstName { named, given } => {
            vec![("named", text(named.name())), ("given", text(given.name()))]
        }
        InputRemark::MonthFromName(month) => vec![("month", text(month))],
        InputRemark::MonthAgainstName { named, given } => {
            vec![("named", text(named)), ("given", text(given))]
        }
        InputRemark::PartnerAssumed(partner_index) => vec![partner(*partner_index)],
        InputRemark::CodeBesideName { code, name, line } => vec![
            ("code", text(code)),
            ("name", text(name)),
            ("line", number(line)),
        ],
        InputRemark::FilesSkipped { count, names }
        | InputRemark::OthersReported { count, names }
        | InputRemark::UnknownPartners { count, names } => {
            vec![
                ("count", number(count)),
                ("names", Datum::List(names.clone())),
            ]
        }
        InputRemark::NotASeries { count, line, .. }
        | InputRemark::LeftOut { count, line, .. }
        | InputRemark::RowsRepaired { count, line } => {
            vec![("rows", number(count)), ("line", number(line))]
        }
        InputRemark::ValueMissing(count) | InputRemark::GoodsWithoutCode(count) => {
            vec![("count", number(count))]
        }
        InputRemark::EmptyCells {
            partner: partner_index,
            count,
        } => vec![partner(*partner_index), ("count", number(count))],
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
        InputRemark::NoRowFor {
            partner: partner_index,
            ..
        } => vec![partner(*partner_index)],
        InputRemark::TwoValues { flow, period } => {
            vec![("flow", text(flow.name())), ("period", text(period))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn figure(what: &FigureRemark) -> Vec<(&'static str, Datum)> {
    match what {
        FigureRemark::Derived { whole, part } => {
            vec![("whole", text(whole)), ("part", text(part))]
        }
        FigureRemark::ZeroInside(period) | FigureRemark::DroppedInside(period) => {
            vec![("period", text(period))]
        }
        FigureRemark::NoQuantity => Vec::new(),
        FigureRemark::DetailsDiffer { details, published } => vec![
            ("details", measured(details)),
            ("published", measured(published)),
        ],
        FigureRemark::FlowsDiffer { sum, total, .. } => {
            vec![("sum", measured(sum)), ("total", measured(total))]
        }
        FigureRemark::LevelsDiffer { used, other } => {
            vec![("used", measured(used)), ("other", measured(other))]
        }
        FigureRemark::CoarserDiffer { parts, coarser } => {
            vec![("parts", measured(parts)), ("coarser", measured(coarser))]
        }
        FigureRemark::UnitValueInputRevised { earlier, later, .. } => {
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

pub(super) fn set(what: &SetRemark) -> Vec<(&'static str, Datum)> {
    let uncovered = |months: &CoverageGap| {
        vec![
            match months.flow {
                Some(flow) => ("flow", text(flow.name())),
                None => ("flow", text("import, export")),
            },
            ("period", text(months.period)),
            ("months", number(months.months)),
        ]
    };
    match what {
        SetRemark::NotWhole(months) | SetRemark::FewerFiles(months) => uncovered(months),
        SetRemark::TakenAsNone { codes, why, .. } => {
            let codes = codes.iter().map(|code| code.to_string());
            let mut data = vec![("codes", Datum::List(codes.collect()))];
            if let AllGoods::Chapters(chapters) = why {
                data.push(("chapters", number(chapters)));
            }
            data
        }
        SetRemark::OneCode(code) => vec![("code", text(code))],
        SetRemark::FewChapters { chapters, short } => {
            let chapters = chapters.iter().map(|code| code.to_string());
            let mut data = vec![("chapters", Datum::List(chapters.collect()))];
            if let Some(short) = short {
                data.push(("flow", text(short.flow.name())));
                data.push(("period", text(short.period)));
                data.push(("sum", text(short.sum.amount)));
                data.push(("total", text(short.total.amount)));
            }
            data
        }
        SetRemark::OnePart(parts) => {
            let codes: Vec<String> = parts.iter().map(Thing::code).collect();
            vec![("parts", text(codes.join(" ")))]
        }
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
