//! Random trade under random measures, held against a plain second implementation that knows
//! nothing of the program: strings compared with strings, days with days.

use crate::dice::Dice;
use crate::program::Folder;
use crate::sanctions::columns;
use std::collections::BTreeMap;

const CODES: [&str; 17] = [
    "27011100", "27011290", "27101911", "27101922", "03061490", "03074310", "72011000", "72022100",
    "84715040", "85171210", "61034300", "62014000", "10063020", "26011120", "08021200", "39011000",
    "44011100",
];
const PREFIXES: [&str; 16] = [
    "27", "2701", "270111", "27101911", "2710", "03", "0306", "72", "7202", "84", "85", "61", "62",
    "2601", "26", "99",
];
/// As the program ranks them: the first that fits a code decides.
const KINDS: [&str; 4] = ["ban", "ban_livelihood_exempt", "contested", "list_based"];

struct Measure {
    id: String,
    flow: &'static str,
    prefixes: Vec<&'static str>,
    kind: usize,
    effective: String,
    ended: Option<String>,
}

impl Measure {
    /// Whether it is in force on some day of a month; days and months are compared as text.
    fn is_in(&self, month: &str) -> bool {
        let last = format!("{month}-31");
        let first = format!("{month}-01");
        self.effective <= last
            && self
                .ended
                .as_ref()
                .is_none_or(|ended| *ended >= first && *ended >= self.effective)
    }

    /// The first month that begins with it in force.
    fn full_from(&self) -> String {
        let (month, day) = self.effective.split_at(7);
        if day == "-01" {
            return month.to_owned();
        }
        let (year, month): (u32, u32) = (
            month[..4].parse().expect("a year"),
            month[5..].parse().expect("a month"),
        );
        if month == 12 {
            format!("{}-01", year + 1)
        } else {
            format!("{year}-{:02}", month + 1)
        }
    }

    fn is_full(&self, month: &str) -> bool {
        let last = format!("{month}-28");
        self.full_from().as_str() <= month
            && self.ended.as_ref().is_none_or(|ended| {
                ended[..7] > *month
                    || ended[..7] == *month && ended.as_str() > last.as_str() && is_last(ended)
            })
    }

    fn has(&self, code: &str) -> bool {
        self.prefixes.iter().any(|prefix| code.starts_with(prefix))
    }
}

/// Whether a day is the last of its month, of the months that the dice throw.
fn is_last(day: &str) -> bool {
    matches!(&day[5..], "01-31" | "03-31" | "06-30" | "09-30" | "12-31")
}

fn measures(dice: &mut Dice) -> Vec<Measure> {
    let count = 4 + dice.roll(8);
    (0..count)
        .map(|at| {
            let day = |dice: &mut Dice| {
                let days = [
                    "01-01", "01-31", "03-31", "06-30", "09-01", "09-05", "12-31", "12-22",
                ];
                format!("{}-{}", 2016 + dice.roll(2), dice.of(&days))
            };
            let effective = day(dice);
            let ended = (dice.roll(3) == 0).then(|| day(dice));
            let prefixes = (0..dice.roll(4))
                .map(|_| PREFIXES[dice.roll(16) as usize])
                .collect();
            Measure {
                id: format!("UN{at}"),
                flow: if dice.roll(3) == 0 {
                    "export"
                } else {
                    "import"
                },
                prefixes,
                kind: dice.roll(4) as usize,
                effective,
                ended,
            }
        })
        .collect()
}

fn csv_of(measures: &[Measure]) -> String {
    let mut text =
        "id,instrument,china_flow,goods,hs_codes,kind,adopted,effective,ended\n".to_owned();
    for one in measures {
        text.push_str(&format!(
            "{},UNSCR 1 (2016),{},Goods,{},{},{},{},{}\n",
            one.id,
            one.flow,
            one.prefixes.join(";"),
            KINDS[one.kind],
            one.effective,
            one.effective,
            one.ended.as_deref().unwrap_or("")
        ));
    }
    text
}

type Trade = BTreeMap<(String, &'static str, &'static str), u64>;

fn trade(dice: &mut Dice) -> Trade {
    let mut trade = Trade::new();
    for month in ["2016-09", "2016-12", "2017-09", "2018-01"] {
        for flow in ["import", "export"] {
            for code in CODES {
                if dice.roll(3) > 0 {
                    trade.insert((month.to_owned(), flow, code), dice.roll(5) * 100);
                }
            }
        }
    }
    trade
}

fn file_of(trade: &Trade) -> String {
    let mut text = "month,flow,code,value_usd\n".to_owned();
    for ((month, flow, code), value) in trade {
        text.push_str(&format!("{month},{flow},{code},{value}\n"));
    }
    text
}

#[test]
fn the_rows_under_measures_are_those_of_a_plain_search() {
    let mut met = 0;
    for seed in 0..8 {
        let mut dice = Dice(seed * 7919 + 13);
        let (measures, trade) = (measures(&mut dice), trade(&mut dice));
        let folder = Folder::new()
            .with("measures.csv", csv_of(&measures))
            .with("trade.csv", file_of(&trade));
        for month in ["2016-12", "2017-09", "2018-01"] {
            let run = format!(
                "sanctions check --month {month} --measures measures.csv trade.csv --file-unit 1 --all-goods"
            );
            let csv = folder.run(&run).answer_with_notes();
            let mut got = columns(&csv, &["flow", "code", "value", "measure", "kind", "phase"]);
            let mut expected = Vec::new();
            for ((own, flow, code), value) in &trade {
                if own != month || *value == 0 {
                    continue;
                }
                let fits = |one: &&Measure| one.flow == *flow && one.is_in(month) && one.has(code);
                let strictest = measures
                    .iter()
                    .filter(fits)
                    .min_by_key(|one| (one.kind, one.effective.clone()));
                if let Some(one) = strictest {
                    let phase = if one.is_full(month) {
                        "full"
                    } else {
                        "transition"
                    };
                    let kind = KINDS[one.kind];
                    expected.push(format!("{flow} {code} {value} {} {kind} {phase}", one.id));
                }
            }
            got.sort();
            expected.sort();
            met += expected.len();
            assert_eq!(got, expected, "seed {seed}, {month}\n{}", csv_of(&measures));
        }
    }
    // Enough was met for the test to mean something.
    assert!(met > 50, "{met}");
}

#[test]
fn shares_and_splits_are_those_of_a_plain_sum() {
    let (mut seen, mut shares) = (0, 0);
    for seed in 100..108 {
        let mut dice = Dice(seed * 7919 + 13);
        let (measures, trade) = (measures(&mut dice), trade(&mut dice));
        let folder = Folder::new()
            .with("measures.csv", csv_of(&measures))
            .with("trade.csv", file_of(&trade));
        // On the last day of September 2017.
        let on = |one: &&Measure| {
            one.effective.as_str() <= "2017-09-30"
                && one
                    .ended
                    .as_ref()
                    .is_none_or(|ended| ended.as_str() >= "2017-09-30")
        };
        for flow in ["import", "export"] {
            let sum = |month: &str, wanted: &dyn Fn(&str) -> bool| -> u64 {
                let rows = trade
                    .iter()
                    .filter(|((own, way, code), _)| own == month && *way == flow && wanted(code));
                rows.map(|(_, value)| value).sum()
            };
            let kind_of = |code: &str| {
                let of_flow = measures.iter().filter(|one| one.flow == flow).filter(on);
                of_flow
                    .filter(|one| one.has(code))
                    .map(|one| one.kind)
                    .min()
            };
            let keys = ["banned", "exempt", "contested", "rest"];
            let run = format!(
                "yoy --month 2017-09 --flow {flow}s --by sanction --measures measures.csv trade.csv --file-unit 1 --all-goods"
            );
            let csv = folder.run(&run).answer_with_notes();
            let got = columns(&csv, &["code", "base", "value"]);
            for (place, key) in keys.iter().enumerate() {
                let is = |code: &str| kind_of(code).unwrap_or(3) == place;
                let (base, value) = (sum("2016-09", &is), sum("2017-09", &is));
                let row = got.iter().find(|row| row.starts_with(&format!("{key} ")));
                // Parts without trade on either side are left out.
                let expected = (base + value > 0).then(|| format!("{key} {base} {value}"));
                seen += usize::from(place < 3 && expected.is_some());
                assert_eq!(
                    row.cloned(),
                    expected,
                    "seed {seed} {flow}\n{}",
                    csv_of(&measures)
                );
            }
            // The share of December 2016: bans and exempt bans at least, contested goods at most.
            let run = format!(
                "sanctions coverage --base 2016-12 --on 2017-09-30 --flow {flow}s \
                 --measures measures.csv trade.csv --file-unit 1 --all-goods"
            );
            let csv = folder.run(&run).answer_with_notes();
            let got = columns(&csv, &["total", "covered_low", "covered_high"]);
            let upto = |most: usize| {
                sum("2016-12", &|code: &str| {
                    kind_of(code).is_some_and(|kind| kind <= most)
                })
            };
            // The milder of two kinds does not hide the stricter, nor the other way round.
            let total = sum("2016-12", &|_| true);
            if let Some(last) = got.last() {
                assert_eq!(
                    *last,
                    format!("{total} {} {}", upto(1), upto(2)),
                    "seed {seed} {flow}\n{}",
                    csv_of(&measures)
                );
                shares += 1;
            }
        }
    }
    // Enough was met for the test to mean something.
    assert!(seen > 10 && shares > 4, "{seen} {shares}");
}
