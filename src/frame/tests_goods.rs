//! Property tests of goods and breakdowns: whatever the rows, components add up to the whole, and
//! how the files are cut does not matter.

use super::*;
use crate::trade::{
    Amount, Basis, Breakdown, Flow, Goods, Groups, Interval, LayoutName, Month, Observation,
    Observations, Period, RowKind, TextId,
};
use proptest::prelude::*;

/// Six chapters; two headings are in one group, and one heading is in another group than the rest
/// of its chapter.
const CODES: [&str; 8] = [
    "03061490", "16041400", "26011100", "26179090", "27011100", "27101922", "61034300", "62019310",
];
const SPLITS: [&str; 3] = ["21|10", "21|19", "22|10"];

/// Month counted from 2016-01, flow, code, breakdown, partner, value.
type Row = (i32, usize, usize, usize, u16, i64);

fn row() -> impl Strategy<Value = Row> {
    (
        0..24,
        0..2usize,
        0..CODES.len(),
        0..SPLITS.len(),
        0..2u16,
        0..1000i64,
    )
}

/// Random rows plus, in every month and flow, one row in each of two chapters, one for each
/// partner, so that every file of a month covers all goods and all partners. Keys are unique.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 1..150).prop_map(|mut rows| {
        for month in 0..24 {
            for flow in 0..2 {
                rows.push((month, flow, 0, 0, 0, 7));
                rows.push((month, flow, 6, 2, 1, 11));
            }
        }
        rows.sort_unstable();
        rows.dedup_by_key(|row| (row.0, row.1, row.2, row.3, row.4));
        rows
    })
}

fn month(at: i32) -> Month {
    Month::new(2016, 1).unwrap().plus(at)
}

fn frame(files: &[Vec<Row>]) -> Frame {
    let mut observations = Observations::new();
    let codes = CODES.map(|code| observations.text(code));
    let splits = SPLITS.map(|split| observations.text(split));
    for (at, file) in files.iter().enumerate() {
        observations.open(&format!("{at}.csv"), LayoutName::Ours);
        for (month_at, flow, code, split, partner, value) in file {
            observations.push(Observation {
                line: 1,
                period: Period::month(month(*month_at)),
                flow: [Flow::Import, Flow::Export][*flow],
                partner: *partner,
                currency: Currency::Usd,
                code: codes[*code],
                split: splits[*split],
                kind: RowKind::Detail,
                value: Some((
                    Amount::units(*value),
                    Interval::exact(Amount::units(*value)),
                )),
                basis: Basis::Sum,
                released: None,
                printed: None,
                publisher: TextId::EMPTY,
            });
        }
    }
    let known = OutsideKnowledge {
        all_goods: true,
        all_partners: true,
        ..OutsideKnowledge::default()
    };
    Frame::new(observations).with_outside_knowledge(known)
}

fn selection(goods: Goods, by: Option<Breakdown>) -> Selection {
    Selection {
        partner: PartnerChoice::All,
        currency: None,
        as_of: None,
        goods,
        by,
        measure: Measure::Value,
        groups: None,
        sanctions: None,
    }
}

fn under(prefixes: &[&str]) -> Goods {
    Goods::under(
        prefixes.iter().map(|one| (*one).into()).collect(),
        Vec::new(),
    )
}

/// The figure of a series in a month, in whole units.
fn units(set: &SeriesSet, flow: Flow, at: i32) -> Option<i128> {
    let figure = set.flow(flow).figure(Period::month(month(at)));
    figure.map(|figure| figure.value.0 / Amount::PER_UNIT)
}

/// The sum of the wanted rows of a month and flow, added up by hand.
fn by_hand(rows: &[Row], at: i32, flow: usize, wanted: impl Fn(&Row) -> bool) -> i128 {
    let own = rows.iter().filter(|row| (row.0, row.1) == (at, flow));
    own.filter(|row| wanted(row))
        .map(|row| i128::from(row.5))
        .sum()
}

/// All figures of the components and of the whole.
fn figures(set: &SeriesSet) -> Vec<(String, Flow, i32, Option<i128>)> {
    let parts = set.parts.iter().map(|(part, set)| (&*part.code, set));
    let sets = parts.chain([("whole", set)]);
    let of_set = |(code, set): (&str, &SeriesSet)| {
        let code = code.to_owned();
        let flows = Flow::ALL.into_iter();
        let cells = flows.flat_map(|flow| (0..24).map(move |at| (flow, at)));
        let cells = cells.map(|(flow, at)| (code.clone(), flow, at, units(set, flow, at)));
        cells.collect::<Vec<_>>()
    };
    sets.flat_map(of_set).collect()
}

const SPLIT_BY: [Breakdown; 6] = [
    Breakdown::Chapter,
    Breakdown::Heading,
    Breakdown::Code,
    Breakdown::Group,
    Breakdown::Province,
    Breakdown::Partner,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_add_up_to_the_whole(rows in rows()) {
        let frame = frame(std::slice::from_ref(&rows));
        for by in SPLIT_BY {
            let set = frame.series(&selection(Goods::all(), Some(by))).unwrap();
            for at in 0..24 {
                for (number, flow) in [Flow::Import, Flow::Export].into_iter().enumerate() {
                    let parts: Option<Vec<i128>> = set.parts.iter().map(|(_, part)| units(part, flow, at)).collect();
                    let whole = by_hand(&rows, at, number, |_| true);
                    prop_assert_eq!(parts.map(|parts| parts.iter().sum()), Some(whole), "{:?}", by);
                    prop_assert_eq!(units(&set, flow, at), Some(whole));
                }
                let total: Option<Vec<i128>> = set.parts.iter().map(|(_, part)| units(part, Flow::Total, at)).collect();
                prop_assert_eq!(total.map(|parts| parts.iter().sum()), units(&set, Flow::Total, at));
            }
        }
    }

    #[test]
    fn a_part_is_the_rows_that_begin_with_its_code(rows in rows()) {
        let frame = frame(std::slice::from_ref(&rows));
        let set = frame.series(&selection(Goods::all(), Some(Breakdown::Heading))).unwrap();
        for (part, own) in &set.parts {
            for at in 0..24 {
                let rows = by_hand(&rows, at, 0, |row| CODES[row.2].starts_with(&*part.code));
                prop_assert_eq!(units(own, Flow::Import, at), Some(rows), "{}", part.code);
            }
        }
    }

    #[test]
    fn goods_are_the_union_of_their_prefixes(rows in rows(), picks in prop::collection::vec(0..CODES.len() * 4, 1..5)) {
        let prefix = |pick: &usize| &CODES[pick / 4][..[2, 4, 6, 8][pick % 4]];
        let prefixes: Vec<&str> = picks.iter().map(prefix).collect();
        let frame = frame(std::slice::from_ref(&rows));
        let set = frame.series(&selection(under(&prefixes), None)).unwrap();
        for at in 0..24 {
            let wanted = |row: &Row| prefixes.iter().any(|prefix| CODES[row.2].starts_with(prefix));
            prop_assert_eq!(units(&set, Flow::Import, at), Some(by_hand(&rows, at, 0, wanted)));
        }
    }

    #[test]
    fn a_group_is_its_codes_and_no_other_groups(rows in rows()) {
        // 2601 is iron ore; the rest of 26 (here 261790) belongs to another group.
        let frame = frame(std::slice::from_ref(&rows));
        let groups = Groups::built_in();
        for (name, codes) in [
            ("iron_ore", &["26011100"][..]),
            ("ores_sanctioned", &["26179090"]),
            ("seafood", &["03061490", "16041400"]),
            ("apparel", &["61034300", "62019310"]),
        ] {
            let goods = Goods::of_groups(groups, &groups.find(name), &[]);
            let set = frame.series(&selection(goods, None)).unwrap();
            for at in 0..24 {
                let rows = by_hand(&rows, at, 0, |row| codes.contains(&CODES[row.2]));
                prop_assert_eq!(units(&set, Flow::Import, at), Some(rows), "{}", name);
            }
        }
    }

    #[test]
    fn how_files_are_cut_shuffled_and_repeated_does_not_matter(rows in rows(), seed in any::<u64>()) {
        // One file per month, in any order, some months twice.
        let mut files: Vec<Vec<Row>> = (0..24)
            .map(|at| rows.iter().filter(|row| row.0 == at).copied().collect())
            .collect();
        let mut state = seed | 1;
        let mut roll = |sides: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % sides
        };
        for at in 0..24 {
            files[at].reverse();
            if roll(3) == 0 {
                files.push(files[at].clone());
            }
            let other = roll(files.len());
            files.swap(at, other);
        }
        let (one, many) = (frame(std::slice::from_ref(&rows)), frame(&files));
        for by in SPLIT_BY {
            let selection = selection(Goods::all(), Some(by));
            let answers = [&one, &many].map(|frame| figures(&frame.series(&selection).unwrap()));
            prop_assert_eq!(&answers[0], &answers[1], "{:?}", by);
        }
        let selection = selection(under(&["27", "03", "62"]), None);
        let answers = [&one, &many].map(|frame| figures(&frame.series(&selection).unwrap()));
        prop_assert_eq!(&answers[0], &answers[1]);
    }
}
