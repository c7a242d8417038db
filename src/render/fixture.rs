//! Reports for testing all renderers, with every kind of cell, one of them wide.

use crate::report::{
    BESIDE_STREAK, Cell, Column, Head, Heading, Remark, RemarkKind, Report, Row, Shows, Subject,
    ViewColumn, Word,
};
use crate::trade::{
    Amount, Basis, Currency, Direction, Extent, Flow, Missing, Month, Partner, PartnerChoice,
    Period, Perspective, Printed, Ratio, Reason,
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

const FULL: [Column; 15] = [
    Column::Month,
    Column::Flow,
    Column::Value,
    Column::Basis,
    Column::MomPct,
    Column::YoyPct,
    Column::PrintedPct,
    Column::Ytd,
    Column::YtdYoyPct,
    Column::Roll3,
    Column::Roll3YoyPct,
    Column::Roll12,
    Column::Roll12YoyPct,
    Column::Currency,
    Column::Note,
];

const SERIES: [Column; 14] = [
    Column::Month,
    Column::Flow,
    Column::Value,
    Column::Basis,
    Column::MomPct,
    Column::YoyPct,
    Column::Ytd,
    Column::YtdYoyPct,
    Column::Roll3,
    Column::Roll3YoyPct,
    Column::Roll12,
    Column::Roll12YoyPct,
    Column::Currency,
    Column::Note,
];

const STREAKS: [Column; 7] = [
    Column::Flow,
    Column::Direction,
    Column::Months,
    Column::Bound,
    Column::Since,
    Column::WeakestMonth,
    Column::WeakestPct,
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

/// Nine columns of figures, a row for two months combined, and figures missing for months.
pub(super) fn series() -> Report {
    let hole = |of: &str| missing(Reason::NoData, of);
    let first = [
        Cell::Period(period("2020-01..2020-02")),
        Cell::Flow(Flow::Total),
        money(208_399_000),
        Cell::Word(Word::Basis(Basis::Printed)),
        hole("2019-12"),
        hole("2019-01..2019-02"),
        money(208_399_000),
        hole("2019-01..2019-02"),
        hole("2019-12"),
        hole("2018-12..2019-02"),
        hole("2019-03..2019-12"),
        hole("2019-03..2019-12"),
        Cell::Currency(Currency::Usd),
        Cell::Empty,
    ];
    let second = [
        Cell::Month(month("2020-03")),
        Cell::Flow(Flow::Total),
        money(1_018_030_000),
        Cell::Word(Word::Basis(Basis::Implied)),
        change(1_018_030_000, 2_208_399_000),
        hole("2019-03"),
        money(1_226_429_000),
        hole("2019-01..2019-03"),
        money(1_226_429_000),
        change(1_226_429_000, 1_000_000),
        money(12_345_678_900),
        change(0, 1),
        Cell::Currency(Currency::Usd),
        Cell::Empty,
    ];
    let row = |cells: [Cell; 14]| Row::new(SERIES.into_iter().zip(cells));
    Report {
        command: "series",
        heading: heading(Subject::Series, "2020-01..2020-03"),
        columns: SERIES.to_vec(),
        rows: vec![row(first), row(second)],
        notes: Vec::new(),
        sources: ["A", "B", "C", "D", "E"].map(String::from).into(),
        parts: Vec::new(),
        picture: None,
        brief: None,
        view: vec![
            view(Head::Month, Column::Month),
            view(Head::Value, Column::Value),
            view(Head::Mom, Column::MomPct),
            view(Head::Yoy, Column::YoyPct),
            view(Head::YearToDate, Column::Ytd),
            view(Head::YearToDateYoy, Column::YtdYoyPct),
            view(Head::Rolling3, Column::Roll3),
            view(Head::Rolling3Yoy, Column::Roll3YoyPct),
            view(Head::Rolling12, Column::Roll12),
            view(Head::Rolling12Yoy, Column::Roll12YoyPct),
        ],
    }
}

/// The view with all columns of a series: two months, two flows, ordinary figures.
pub(super) fn full_series() -> Report {
    let mut report = series();
    report.heading.period = Some(period("2017-08..2017-09"));
    report.sources.clear();
    report.columns = FULL.to_vec();
    report.view.insert(1, view(Head::Flow, Column::Flow));
    report
        .view
        .insert(5, view(Head::Printed, Column::PrintedPct));
    let row = |of: &str, flow, value: i64, percents: [(i64, i64); 5]| {
        let [mom, yoy, ytd, three, twelve] = percents.map(|(to, from)| change(to, from));
        Row::new(FULL.into_iter().zip([
            Cell::Month(month(of)),
            Cell::Flow(flow),
            money(value),
            Cell::Word(Word::Basis(Basis::Printed)),
            mom,
            yoy,
            printed("-37.9"),
            money(value * 5),
            ytd,
            money(value * 2),
            three,
            money(value * 8),
            twelve,
            Cell::Currency(Currency::Usd),
            Cell::Empty,
        ]))
    };
    let usual = [(184, 100), (99, 100), (830, 1000), (81, 100), (9, 10)];
    let lower = [(506, 1000), (621, 1000), (833, 1000), (7, 8), (8, 9)];
    report.rows = vec![
        row("2017-08", Flow::Import, 288_300_000, usual),
        row("2017-08", Flow::Export, 314_820_000, lower),
        row("2017-09", Flow::Import, 145_820_000, lower),
        row("2017-09", Flow::Export, 614_820_000, usual),
    ];
    report
}

/// Only streaks, without money: their descriptions and weakest links.
pub(super) fn streaks() -> Report {
    let row = |flow, cells: [Cell; 6]| {
        let mut all = vec![Cell::Flow(flow)];
        all.extend(cells);
        Row::new(STREAKS.into_iter().zip(all))
    };
    let unknown = || missing(Reason::UncertainSign, "2017-09");
    Report {
        command: "streak",
        heading: heading(Subject::Streaks, "2017-09"),
        columns: STREAKS.to_vec(),
        rows: vec![
            row(
                Flow::Import,
                [
                    Cell::Word(Word::Direction(Direction::Fall)),
                    Cell::Count(7),
                    Cell::Word(Word::Extent(Extent::Exact)),
                    Cell::Month(month("2017-03")),
                    Cell::Month(month("2017-08")),
                    change(99, 100),
                ],
            ),
            row(
                Flow::Export,
                [
                    Cell::Word(Word::Direction(Direction::Rise)),
                    Cell::Count(1),
                    Cell::Word(Word::Extent(Extent::Exact)),
                    Cell::Month(month("2017-09")),
                    Cell::Month(month("2017-09")),
                    change(1114, 1000),
                ],
            ),
            row(
                Flow::Total,
                [
                    unknown(),
                    unknown(),
                    unknown(),
                    unknown(),
                    unknown(),
                    unknown(),
                ],
            ),
        ],
        notes: Vec::new(),
        sources: Vec::new(),
        parts: Vec::new(),
        picture: None,
        brief: None,
        view: vec![
            view(Head::Flow, Column::Flow),
            ViewColumn {
                head: Head::Streak,
                shows: Shows::StreakPhrase(
                    [
                        Column::Months,
                        Column::Direction,
                        Column::Since,
                        Column::Bound,
                    ],
                    BESIDE_STREAK,
                ),
            },
            ViewColumn {
                head: Head::Weakest,
                shows: Shows::PercentIn([Column::WeakestPct, Column::WeakestMonth]),
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
