//! Reports for testing all renderers, with every kind of cell, one of them wide.

mod long;

pub(super) use long::{full_series, series, streaks};

use crate::report::{
    BESIDE_STREAK, Cell, Column, Head, Heading, Remark, RemarkKind, Report, Row, Shows, Subject,
    ViewColumn, Word,
};
use crate::trade::{
    Amount, Currency, Direction, Extent, Flow, Missing, Month, Partner, PartnerChoice, Period,
    Perspective, Printed, Ratio, Reason,
};

const YOY: [Column; 14] = [
    Column::Month,
    Column::Flow,
    Column::BaseMonth,
    Column::Base,
    Column::Value,
    Column::Change,
    Column::YoyPct,
    Column::PrintedPct,
    Column::Streak,
    Column::StreakDirection,
    Column::StreakSince,
    Column::StreakBound,
    Column::Currency,
    Column::Note,
];

/// A caution with this text.
pub(super) fn remark(column: Option<Column>, text: &str) -> Remark {
    Remark {
        column,
        ..Remark::on_all(RemarkKind::NothingHeld(text.to_owned()))
    }
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn money(units: i64) -> Cell {
    Cell::Money(Amount::units(units))
}

fn change(value: i64, base: i64) -> Cell {
    Cell::Percent(Ratio::change(Amount::units(value), Amount::units(base)).unwrap())
}

fn printed(text: &str) -> Cell {
    Cell::PrintedPercent(Printed::read(text).unwrap())
}

fn missing(reason: Reason, of: &str) -> Cell {
    Cell::Missing(Missing::new(reason, period(of)))
}

fn view(head: Head, column: Column) -> ViewColumn {
    ViewColumn {
        head,
        shows: Shows::Column(column),
    }
}

fn heading(subject: Subject, of: &str) -> Heading {
    Heading {
        subject,
        partner: PartnerChoice::These(vec![Partner::find("109").unwrap()]),
        partners_in_data: None,
        perspective: Perspective::Reporter,
        currency: Currency::Usd,
        period: Some(period(of)),
        reaches: None,
        as_of: None,
        goods: crate::trade::Goods::all(),
        by: None,
        unit: crate::trade::UnitOfMeasure::Money(Currency::Usd),
    }
}

/// One month, four flows: a fall, a twelve-fold rise, a missing base, a balance.
pub(super) fn yoy() -> Report {
    let at = |flow| [Cell::Flow(flow), Cell::Month(month("2017-09"))];
    let streak = |count, direction, since, bound| {
        [
            Cell::Count(count),
            Cell::Word(Word::Direction(direction)),
            Cell::Month(month(since)),
            Cell::Word(Word::Extent(bound)),
        ]
    };
    let end = || [Cell::Currency(Currency::Usd), Cell::Empty];
    let base = || Cell::Month(month("2016-09"));
    let row = |flow, figures: [Cell; 5], streak: [Cell; 4], remarks: &[(Column, &str)]| {
        let [flow, of] = at(flow);
        let [from, value, by, yoy, print] = figures;
        let mut cells = vec![of, flow, base(), from, value, by, yoy, print];
        cells.extend(streak);
        cells.extend(end());
        let remarks = remarks
            .iter()
            .map(|(column, text)| remark(Some(*column), text));
        Row::new(YOY.into_iter().zip(cells)).with_remarks(remarks.collect())
    };
    let unknown = || missing(Reason::NoData, "2016-09");
    let no_streak = |why| [why, Cell::Empty, Cell::Empty, Cell::Empty];
    let not_computed = || Cell::Missing(Missing::not_computed());
    Report {
        command: "yoy",
        heading: heading(Subject::Yoy, "2017-09"),
        columns: YOY.to_vec(),
        rows: vec![
            row(
                Flow::Import,
                [
                    money(234_812_000),
                    money(145_820_000),
                    money(-88_992_000),
                    change(145_820_000, 234_812_000),
                    printed("-37.9"),
                ],
                streak(7, Direction::Fall, "2017-03", Extent::Exact),
                &[(
                    Column::Base,
                    "implied by the printed change, \"−37.9 %\" | 朝鲜: first 228.4 million",
                )],
            ),
            row(
                Flow::Export,
                [
                    money(22_000_000),
                    money(270_600_000),
                    money(248_600_000),
                    change(270_600_000, 22_000_000),
                    Cell::Empty,
                ],
                streak(4, Direction::Rise, "2017-06", Extent::AtLeast),
                &[],
            ),
            row(
                Flow::Total,
                [unknown(), money(0), unknown(), unknown(), printed("-0.0")],
                no_streak(unknown()),
                &[],
            ),
            row(
                Flow::Balance,
                [
                    money(0),
                    money(-1_234_567_890),
                    Cell::Money(Amount(-1_234_567_890_500)),
                    not_computed(),
                    Cell::Empty,
                ],
                no_streak(not_computed()),
                &[],
            ),
        ],
        notes: vec![remark(
            None,
            "2017-10 has imports only, so 2017-09 is the latest month with a change for every flow that was asked for",
        )],
        sources: vec!["General Administration of Customs".to_string()],
        parts: Vec::new(),
        picture: None,
        brief: None,
        view: vec![
            view(Head::Flow, Column::Flow),
            view(Head::At(period("2016-09")), Column::Base),
            view(Head::At(period("2017-09")), Column::Value),
            view(Head::Change, Column::Change),
            view(Head::Yoy, Column::YoyPct),
            view(Head::Printed, Column::PrintedPct),
            ViewColumn {
                head: Head::Streak,
                shows: Shows::StreakPhrase(
                    [
                        Column::Streak,
                        Column::StreakDirection,
                        Column::StreakSince,
                        Column::StreakBound,
                    ],
                    BESIDE_STREAK,
                ),
            },
        ],
    }
}

/// The output of `render` as text.
pub(super) fn rendered(report: &Report, style: super::Style) -> String {
    let mut out = Vec::new();
    super::render(report, &style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
