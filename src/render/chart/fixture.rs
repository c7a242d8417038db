//! Pictures for testing both renderers of charts.

use crate::report::picture::{Bar, ChangePanel, ChartLine, Event, Marked, Picture, Point};
use crate::report::{Heading, Report, Subject};
use crate::trade::{
    Amount, Basis, Currency, Day, Flow, Goods, Missing, Month, Name, Partner, PartnerChoice,
    Period, Perspective, Ratio, Reason, Sign, UnitOfMeasure,
};
use proptest::prelude::*;

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn name(en: &str, zh: &str, ko: &str) -> Name {
    Name {
        en: en.into(),
        zh: zh.into(),
        ko: ko.into(),
    }
}

/// A level with values in tenths of a million; `None` is a missing figure.
pub fn level(flow: Flow, from: Month, tenths: &[Option<i64>]) -> ChartLine {
    let point = |(at, value): (usize, &Option<i64>)| {
        let month = from.plus(at as i32);
        Point {
            month,
            value: value
                .map(|tenths| Amount::units(tenths * 100_000))
                .ok_or_else(|| Missing::new(Reason::NoData, Period::month(month))),
            basis: value.map(|_| Basis::Printed),
        }
    };
    ChartLine {
        flow,
        points: tenths.iter().enumerate().map(point).collect(),
    }
}

fn ratio(tenths: i64) -> Ratio {
    Ratio::new(i128::from(tenths), 1000).unwrap()
}

/// A panel with changes in tenths of a percent; `None` is a missing change.
pub fn panel(flow: Flow, from: Month, tenths: &[Option<i64>]) -> ChangePanel {
    let bar = |(at, change): (usize, &Option<i64>)| {
        let period = Period::month(from.plus(at as i32));
        Bar {
            period,
            percent: change
                .map(ratio)
                .ok_or_else(|| Missing::new(Reason::NoData, period.year_before())),
            is_as_published: false,
        }
    };
    ChangePanel {
        flow,
        bars: tenths.iter().enumerate().map(bar).collect(),
        streak: None,
    }
}

pub fn events() -> Vec<Event> {
    let event = |of: &str, label: &str, goods: &[Name]| Event {
        month: month(of),
        day: Day::first_of(month(of)).unwrap().plus(4),
        label: name(label, label, label),
        goods: goods.to_vec(),
        source: "https://example.org/2371".into(),
    };
    let (coal, seafood) = (
        name("Coal", "煤", "석탄"),
        name("Seafood", "水产品", "수산물"),
    );
    vec![
        event("2017-08", "UN 2371", &[coal, seafood]),
        event("2017-09", "UN 2375", &[name("Textiles", "纺织品", "섬유")]),
    ]
}

/// Twelve months with missing figures on each side, a change near zero, one beyond a hundred
/// percent, and a missing one.
pub fn year() -> Picture {
    let from = month("2017-01");
    let some = |values: [i64; 12]| values.map(|value| (value >= 0).then_some(value));
    let imports = some([1000, 500, 250, 125, -1, 4000, 3000, 2000, 1500, 0, 10, 1450]);
    let exports = some([
        2000, 2000, -1, 3500, -1, 2500, 2500, 2500, 2500, 2500, 2500, 3000,
    ]);
    let changes = [
        Some(500),
        Some(1500),
        None,
        Some(0),
        None,
        Some(2),
        Some(-3),
        Some(-333),
        Some(-500),
        Some(-1000),
        Some(-667),
        Some(-167),
    ];
    let mut of_imports = panel(Flow::Import, from, &changes);
    of_imports.streak = Some(Marked {
        way: Sign::Fall,
        months: 6,
        since: month("2017-07"),
        until: month("2017-12"),
        weakest: Some((Period::month(month("2017-07")), ratio(-3))),
        is_longest: false,
        open_before: false,
        open_after: false,
    });
    Picture {
        months: Period::new(from, from.plus(11)).unwrap(),
        unit: UnitOfMeasure::Money(Currency::Usd),
        levels: vec![
            level(Flow::Import, from, &imports),
            level(Flow::Export, from, &exports),
        ],
        changes: vec![of_imports, panel(Flow::Export, from, &[Some(100); 12])],
        events: events(),
    }
}

/// A report with a picture.
pub fn report(picture: Picture) -> Report {
    Report {
        command: "chart",
        heading: Heading {
            subject: Subject::Chart,
            partner: PartnerChoice::These(vec![Partner::find("109").unwrap()]),
            partners_in_data: None,
            perspective: Perspective::Reporter,
            currency: Currency::Usd,
            period: Some(picture.months),
            reaches: None,
            as_of: None,
            goods: Goods::all(),
            by: None,
            unit: picture.unit,
        },
        columns: Vec::new(),
        rows: Vec::new(),
        notes: Vec::new(),
        sources: vec!["GACC".to_owned(), "Sankei".to_owned()],
        view: Vec::new(),
        parts: Vec::new(),
        picture: Some(picture),
        brief: None,
    }
}

prop_compose! {
    /// One to 168 months with all kinds of values: missing, negative, a thousandfold.
    pub fn pictures()(
        from in 2010i32..2020, start in 1u32..=12, count in 1usize..=168,
    )(
        first in proptest::collection::vec(proptest::option::weighted(0.8, -5_000i64..50_000), count),
        second in proptest::collection::vec(proptest::option::weighted(0.5, 0i64..900_000), count),
        changes in proptest::collection::vec(proptest::option::weighted(0.8, -1000i64..20_000), count),
        happened in proptest::collection::vec((0..count, "\\PC{0,24}"), 0..12),
        streak in proptest::option::of((0..count, 0i32..30, any::<bool>(), any::<bool>())),
        from in Just(from), start in Just(start), count in Just(count),
    ) -> Picture {
        let from = Month::new(from, start).unwrap();
        let mut events: Vec<Event> = happened.into_iter().map(|(at, label)| Event {
            month: from.plus(at as i32),
            day: Day::first_of(from.plus(at as i32)).unwrap(),
            goods: vec![name(&label, "煤、水产品", "석탄")],
            label: name(&label, &label, &label),
            source: "".into(),
        }).collect();
        events.sort_by_key(|event| event.month);
        let mut changes = panel(Flow::Import, from, &changes);
        changes.streak = streak.map(|(at, before, open_before, open_after)| {
            let until = from.plus(at as i32);
            Marked {
                way: Sign::Fall, months: before as u32 + 1, since: until.plus(-before), until,
                weakest: None, is_longest: false,
                open_before, open_after,
            }
        });
        Picture {
            months: Period::new(from, from.plus(count as i32 - 1)).unwrap(),
            unit: UnitOfMeasure::Money(Currency::Usd),
            levels: vec![level(Flow::Balance, from, &first), level(Flow::Export, from, &second)],
            changes: vec![changes],
            events,
        }
    }
}
