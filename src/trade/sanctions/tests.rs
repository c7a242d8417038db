//! Boundary dates of the built-in measures, worked out from the dates in the texts.

use super::{Phase, Regime, Sanction, SanctionKind, SanctionSplit, SanctionStep, Sanctions};
use crate::trade::{Day, Flow, Goods, Month};

fn measure(id: &str) -> &'static Sanction {
    let list = Sanctions::built_in().list();
    list.iter().find(|one| *one.id == *id).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn phase(id: &str, month: &str) -> &'static str {
    let month: Month = month.parse().unwrap();
    measure(id).phase(month).name()
}

fn in_force(id: &str, on: &str) -> bool {
    Sanctions::built_in().is_in_force(measure(id), day(on))
}

#[test]
fn the_table_is_read_whole_and_told_in_three_languages() {
    let text = include_str!("../../../data/measures.csv");
    let read = Sanctions::read(text).unwrap();
    assert_eq!(read.list().len(), text.lines().count() - 1);
    assert_eq!(&read, Sanctions::built_in());
    for one in read.list() {
        assert!(one.source.starts_with("http"), "{}", one.id);
        assert!(
            !one.goods.zh.is_ascii() && !one.goods.ko.is_ascii(),
            "{}",
            one.id
        );
        assert_eq!(
            one.cap.is_some(),
            one.kind == SanctionKind::Cap,
            "{}",
            one.id
        );
        assert!(one.adopted <= one.effective, "{}", one.id);
        let full = one.first_full_month.and_then(Day::first_of);
        // The month by the text is the first that begins with the measure in force; a notice may
        // come later than the day from which its cap is counted.
        let is_cap = one.kind == SanctionKind::Cap;
        assert!(
            is_cap || full.is_none_or(|first| one.effective <= first),
            "{}",
            one.id
        );
        assert!(
            one.ended.is_some() || one.superseded_by.is_empty(),
            "{}",
            one.id
        );
    }
}

#[test]
fn a_ban_with_grace_goes_through_its_phases() {
    // 2371 was adopted on 5 August 2017. Iron ore under earlier contracts had 30 days, to 4
    // September; China let goods at port clear until the same day, so October is its first full
    // month.
    for (month, expected) in [
        ("2017-07", "before"),
        ("2017-08", "before"),
        ("2017-09", "transition"),
        ("2017-10", "full"),
        ("2024-01", "full"),
    ] {
        assert_eq!(phase("UN2371-iron-ore", month), expected, "{month}");
    }
    assert!(!in_force("UN2371-iron-ore", "2017-09-04"));
    assert!(in_force("UN2371-iron-ore", "2017-09-05"));
}

#[test]
fn coal_was_banned_at_once_and_cleared_for_another_month() {
    for (month, expected) in [
        ("2017-07", "before"),
        ("2017-08", "transition"),
        ("2017-09", "transition"),
        ("2017-10", "full"),
    ] {
        assert_eq!(phase("UN2371-coal", month), expected, "{month}");
    }
    // The day before, and the day on which it was adopted and replaced the yearly cap.
    assert!(!in_force("UN2371-coal", "2017-08-04"));
    assert!(in_force("UN2321-coalcap-2017", "2017-08-04"));
    assert!(in_force("UN2371-coal", "2017-08-05"));
    assert!(!in_force("UN2321-coalcap-2017", "2017-08-05"));
    assert_eq!(phase("UN2321-coalcap-2017", "2017-08"), "transition");
    assert_eq!(phase("UN2321-coalcap-2017", "2017-09"), "ended");
}

#[test]
fn a_measure_that_ended_is_in_force_on_its_last_day_unless_another_took_its_place() {
    assert!(in_force("UN2321-coalcap-2016", "2016-12-31"));
    assert!(!in_force("UN2321-coalcap-2016", "2017-01-01"));
    assert!(in_force("UN2321-coalcap-2017", "2017-01-01"));
    // The cap replaced the exemption of 2270 on the day on which 2321 was adopted.
    assert!(in_force("UN2270-coal", "2016-11-29"));
    assert!(!in_force("UN2270-coal", "2016-11-30"));
    // A notice is superseded by all notices with one number.
    assert!(in_force("CN2016-11-imp-lh", "2017-08-14"));
    assert!(!in_force("CN2016-11-imp-lh", "2017-08-15"));
    // Cut short by 2397 before it began: never in force.
    assert_eq!(phase("UN2375-refined-2018", "2017-12"), "before");
    assert_eq!(phase("UN2375-refined-2018", "2018-01"), "ended");
    assert!(!in_force("UN2375-refined-2018", "2018-01-01"));
    // A suspension meant to last until the end of the year has no full month.
    assert_eq!(phase("CN2016-75", "2016-11"), "before");
    assert_eq!(phase("CN2016-75", "2016-12"), "transition");
    assert_eq!(phase("CN2016-75", "2017-01"), "ended");
}

#[test]
fn an_empty_list_of_codes_matches_nothing() {
    let iron = measure("CN2017-40-iron");
    assert!(iron.prefixes.is_empty());
    for code in ["", "72", "7201", "72011000"] {
        assert!(!iron.has(code) && !iron.is_inside(code), "{code}");
    }
}

#[test]
fn a_month_of_one_regime_never_holds_the_other() {
    let month = "2017-10".parse().unwrap();
    for regime in Regime::ALL {
        let found = Sanctions::built_in().in_month(regime, month);
        assert!(!found.is_empty());
        assert!(found.iter().all(|(one, _)| one.regime == regime));
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].0.kind <= pair[1].0.kind)
        );
        let phases = [Phase::Transition, Phase::Full];
        assert!(found.iter().all(|(_, phase)| phases.contains(phase)));
    }
}

#[test]
fn goods_are_told_apart_by_the_strictest_measure_of_their_code() {
    let split = |on: &str| SanctionSplit::on(Sanctions::built_in(), Regime::Un, day(on));
    let part = |on: &str, flow, code| split(on).part(flow, code).map(|part| part.to_string());
    let is = |text: &str| Some(text.to_owned());
    let (import, export) = (Flow::Import, Flow::Export);
    for (on, flow, code, expected) in [
        ("2017-08-04", import, "27011100", is("capped")),
        ("2017-08-05", import, "27011100", is("banned")),
        ("2016-11-29", import, "27011100", is("exempt")),
        ("2016-03-01", import, "27011100", is("rest")),
        // Banned by 2321 and twice by 2397: counts once.
        ("2018-01-01", export, "89019021", is("banned")),
        ("2018-01-01", import, "72022100", is("contested")),
        ("2018-01-01", import, "72011000", is("banned")),
        ("2018-01-01", export, "72022100", is("banned")),
        // Luxury cars by a list, all vehicles by 2397.
        ("2017-12-21", export, "87032342", is("rest")),
        ("2017-12-22", export, "87032342", is("banned")),
        // Jet fuel is banned within the capped heading 2710.
        ("2018-01-01", export, "27101911", is("banned")),
        ("2018-01-01", export, "27101922", is("capped")),
        ("2018-01-01", export, "271019", None),
        ("2018-01-01", import, "26", None),
        ("2018-01-01", import, "26011120", is("banned")),
        ("2018-01-01", import, "26110000", is("rest")),
        ("2018-01-01", import, "", None),
        ("2018-01-01", Flow::Total, "27011100", None),
    ] {
        assert_eq!(part(on, flow, code), expected, "{on} {flow} {code}");
    }
    assert_eq!(split("2018-02-01").digits(), 8);
}

#[test]
fn the_events_are_in_the_order_of_their_days() {
    let sanctions = Sanctions::built_in();
    let events = sanctions.events(Regime::Un);
    assert!(events.windows(2).all(|pair| pair[0].day <= pair[1].day));
    let coal = Goods::under(vec!["2701".into()], Vec::new());
    let of_coal: Vec<String> = events
        .iter()
        .filter(|one| one.concerns(Flow::Import, &coal) && one.kind == SanctionKind::Ban)
        .map(|one| format!("{} {:?} {}", one.day, one.step, one.instrument))
        .collect();
    let expected = [
        "2017-08-05 Adopted UN 2371",
        "2017-08-05 InForce UN 2371",
        // Iron ore, seafood and lead are events of other days; coal shares only the first full
        // month.
        "2017-10-01 FirstFullMonth UN 2371",
    ];
    assert_eq!(of_coal, expected);
    let september = |one: &&super::events::SanctionEvent| one.day == day("2017-09-05");
    let later = events.iter().find(september).unwrap();
    assert_eq!(later.step, SanctionStep::InForce);
    assert!(later.prefixes.iter().any(|prefix| **prefix == *"2601"));
    assert!(!later.concerns(Flow::Import, &coal) && !later.concerns(Flow::Export, &Goods::all()));
}

#[test]
fn what_bans_a_good_is_said_with_its_months() {
    let sanctions = Sanctions::built_in();
    let ban = |flow, codes: &[&str]| {
        let within = codes.iter().map(|code| (*code).into()).collect();
        sanctions.bans_on(
            Regime::Un,
            flow,
            &Goods::under(within, Vec::new()),
            None,
            None,
        )
    };
    let coal = &ban(Flow::Import, &["2701"])[..];
    let [coal] = coal else {
        panic!("one ban on coal: {coal:?}");
    };
    assert_eq!(coal.instrument.to_string(), "UN 2371");
    assert_eq!(coal.since.to_string(), "2017-08");
    assert_eq!(coal.full_from.unwrap().to_string(), "2017-10");
    assert_eq!(coal.part, None);
    assert_eq!(ban(Flow::Export, &["2701"]), []);
    // Part of chapter 26: gold, titanium, vanadium and rare-earth ores, first by 2270.
    let ores = ban(Flow::Import, &["26"]);
    assert!(ores.iter().all(|ban| ban.part.is_some()));
    let numbers: Vec<String> = ores.iter().map(|ban| ban.instrument.to_string()).collect();
    assert_eq!(numbers.first().map(|one| &**one), Some("UN 2270"));
    assert!(numbers.contains(&"UN 2371".to_owned()), "{numbers:?}");
    assert_eq!(ban(Flow::Import, &["7202"]), [], "contested is no ban");
    // Coal by 2371 in August 2017, textiles by 2375 in December, after contracts had run out.
    let both = ban(Flow::Import, &["2701", "61"]);
    let bans = both.iter().map(|ban| {
        let codes = ban.part.iter().flatten().map(|code| &**code);
        (
            ban.instrument.to_string(),
            codes.collect::<Vec<_>>().join(" "),
        )
    });
    let bans: Vec<(String, String)> = bans.collect();
    let expected = [("UN 2371", "2701"), ("UN 2375", "61")];
    assert_eq!(
        bans,
        expected.map(|(one, codes)| (one.to_owned(), codes.to_owned()))
    );
    let by = |month: &str| {
        let goods = Goods::under(["2701", "61"].map(Into::into).to_vec(), Vec::new());
        sanctions
            .bans_on(
                Regime::Un,
                Flow::Import,
                &goods,
                Some(month.parse().unwrap()),
                None,
            )
            .len()
    };
    assert_eq!([by("2017-07"), by("2017-08"), by("2017-12")], [0, 1, 2]);
    assert_eq!(
        sanctions.bans_on(Regime::Un, Flow::Import, &Goods::all(), None, None),
        []
    );
}

#[test]
fn an_instrument_names_its_goods_by_direction() {
    let reached = |number: &str| {
        let goods = Sanctions::built_in().reached_by(number).into_iter();
        goods
            .map(|(flow, prefixes)| (flow, prefixes.join(" ")))
            .collect::<Vec<_>>()
    };
    let [(flow, prefixes)] = &reached("2371")[..] else {
        panic!("2371 bans imports only");
    };
    assert_eq!(*flow, Flow::Import);
    assert!(prefixes.starts_with("03 1603 1604 1605 2601 2607 2701 7201 7203 "));
    assert!(!prefixes.contains("7202") && prefixes.ends_with(" 7229 78"));
    let flows: Vec<Flow> = reached("2397").into_iter().map(|(flow, _)| flow).collect();
    assert_eq!(flows, [Flow::Import, Flow::Export]);
    assert!(reached("2372").is_empty());
    assert_eq!(reached("2016-75"), [(Flow::Import, "2701".to_owned())]);
}
