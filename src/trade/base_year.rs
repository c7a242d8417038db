//! Published trade of base years, by which the coverage of sanctions is measured.

use super::{Amount, Flow, Interval, Name, Printed, Unit, facts, hs_prefixes};
use std::sync::{Arc, OnceLock};

/// How the figure of a component came about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PartBasis {
    /// Printed in the source.
    Printed,
    /// Follows from two printed figures.
    Implied,
    /// The remainder of a printed sum.
    Arithmetic,
    /// An estimate, used only on request.
    Estimated,
}

impl PartBasis {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            PartBasis::Printed => "printed",
            PartBasis::Implied => "implied",
            PartBasis::Arithmetic => "arithmetic",
            PartBasis::Estimated => "estimated",
        }
    }
}

/// Some goods of a base year, and what was published about their trade.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BasePart {
    /// The HS prefixes of the goods.
    pub codes: Vec<Arc<str>>,
    /// The goods in words.
    pub name: Name,
    /// The lowest and highest value, in dollars.
    pub value: Interval,
    /// How the figure came about.
    pub basis: PartBasis,
    /// The publisher.
    pub publisher: Arc<str>,
    /// The address of the source.
    pub url: Arc<str>,
}

/// What one compiler published about the trade of one year and flow: the total, and components of
/// it. In dollars.
///
/// Source: `data/base-years.csv`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseYear {
    /// The year.
    pub year: i32,
    /// The flow, from China's side.
    pub flow: Flow,
    /// The value of all goods.
    pub total: Interval,
    /// The publisher of the total.
    pub compiler: Arc<str>,
    /// The address of its source.
    pub url: Arc<str>,
    /// The components, which may overlap.
    pub parts: Vec<BasePart>,
}

impl BaseYear {
    /// All years and flows with published components.
    pub fn table() -> &'static [BaseYear] {
        static TABLE: OnceLock<Vec<BaseYear>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table: Vec<BaseYear> = Vec::new();
            for row in facts::rows(include_str!("../../data/base-years.csv")) {
                let Some((year, flow, part)) = read_row(&row) else {
                    continue;
                };
                let held = table
                    .iter_mut()
                    .find(|one| (one.year, one.flow) == (year, flow));
                match held {
                    Some(held) => held.parts.push(part),
                    // The first row is the total.
                    None => table.push(BaseYear {
                        year,
                        flow,
                        total: part.value,
                        compiler: part.publisher,
                        url: part.url,
                        parts: Vec::new(),
                    }),
                }
            }
            table
        })
    }

    /// What was published about a year and flow.
    pub fn of(year: i32, flow: Flow) -> Option<&'static BaseYear> {
        let mut table = BaseYear::table().iter();
        table.find(|one| (one.year, one.flow) == (year, flow))
    }
}

fn read_row(row: &facts::Row) -> Option<(i32, Flow, BasePart)> {
    let cell = |at: usize| row.get(at);
    let million = |at: usize| {
        let printed = Printed::read(cell(at)?).ok()?;
        printed.amount(Unit { power: 6 }).ok()
    };
    let flow = match cell(1)? {
        "import" => Flow::Import,
        "export" => Flow::Export,
        _ => return None,
    };
    let basis = match cell(8)? {
        "printed" => PartBasis::Printed,
        "implied" => PartBasis::Implied,
        "arithmetic" => PartBasis::Arithmetic,
        "estimated" => PartBasis::Estimated,
        _ => return None,
    };
    let mut codes = Vec::new();
    for piece in cell(2)?.split(';').filter(|piece| !piece.is_empty()) {
        codes.extend(hs_prefixes(piece).ok()?);
    }
    let text = |at: usize| cell(at).map(Arc::from);
    let part = BasePart {
        codes,
        name: Name {
            en: text(3)?,
            zh: text(4)?,
            ko: text(5)?,
        },
        value: Interval {
            low: million(6)?,
            high: million(7)?,
        },
        basis,
        publisher: text(10)?,
        url: text(11)?,
    };
    let is_sound = part.value.low <= part.value.high && part.value.low >= Amount::ZERO;
    Some((cell(0)?.parse().ok()?, flow, part)).filter(|_| is_sound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// The rows of a table of facts as maps.
    fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            let cells = header.iter().zip(row.iter());
            cells
                .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                .collect()
        });
        rows.collect()
    }

    #[test]
    fn every_row_is_read_and_every_year_begins_with_its_total() {
        let text = include_str!("../../data/base-years.csv");
        let table = BaseYear::table();
        let parts: usize = table.iter().map(|one| one.parts.len()).sum();
        assert_eq!(table.len() + parts, text.lines().count() - 1);
        for row in rows(text) {
            assert_eq!(row["codes"].is_empty(), row["name"] == "total");
        }
        for one in table {
            assert!(
                one.parts
                    .iter()
                    .all(|part| part.value.high <= one.total.high)
            );
        }
    }

    /// Every printed or implied component is a figure in the built-in table of goods, except where
    /// its note explains the arithmetic.
    #[test]
    fn the_parts_are_those_of_the_table_of_goods() {
        let goods = rows(include_str!("../../data/published-goods.csv"));
        let power = |unit: &str| match unit {
            "1" => 0,
            "thousand" => 3,
            "ten thousand" => 4,
            "million" => 6,
            "hundred million" => 8,
            other => panic!("{other}"),
        };
        let mut seen = 0;
        for row in rows(include_str!("../../data/base-years.csv")) {
            if row["codes"].is_empty() || row["note"].contains("(KDI) and") {
                continue;
            }
            if !["printed", "implied"].contains(&&*row["basis"]) {
                continue;
            }
            let period = format!("{0}-01..{0}-12", row["year"]);
            let ends = |row: &BTreeMap<String, String>| -> Option<(Amount, Amount)> {
                if row["value"].is_empty() {
                    return None;
                }
                let unit = Unit {
                    power: power(&row["unit"]),
                };
                let read = |text: &str| Printed::read(text).unwrap();
                Some(match row["low"].is_empty() {
                    true => {
                        let interval = read(&row["value"]).interval(unit).unwrap();
                        (interval.low, interval.high)
                    }
                    false => (
                        read(&row["low"]).amount(unit).unwrap(),
                        read(&row["high"]).amount(unit).unwrap(),
                    ),
                })
            };
            let million = |text: &str| {
                let unit = Unit { power: 6 };
                Printed::read(text).unwrap().amount(unit).unwrap()
            };
            let (low, high) = (million(&row["low"]), million(&row["high"]));
            let same = |one: &&BTreeMap<String, String>| {
                one["period"] == period && one["flow"] == row["flow"] && one["url"] == row["url"]
            };
            let found = goods.iter().filter(same).filter_map(ends);
            // The component lies within what its page prints.
            let inside = found
                .filter(|(from, to)| *from <= low && high <= *to)
                .count();
            assert!(
                inside > 0,
                "{} {} {}",
                row["year"],
                row["flow"],
                row["name"]
            );
            seen += 1;
        }
        assert!(seen >= 25, "{seen}");
    }

    #[test]
    fn what_is_worked_out_follows_from_printed_figures() {
        let part = |code: &str| {
            let year = BaseYear::of(2016, Flow::Import).unwrap();
            let of_code = |one: &&BasePart| one.codes.iter().any(|own| **own == *code);
            year.parts.iter().find(of_code).unwrap().clone()
        };
        // 633 million of 2015, less 3.4 percent: [632.5, 633.5) times [0.9655, 0.9665).
        let clothing = part("62").value;
        assert_eq!(clothing.low.0 / 100_000_000, 6_325 * 9_655 / 10_000);
        assert!(clothing.high.0 <= 61_230 * 10_000_000 && clothing.high.0 >= 61_227 * 10_000_000);
        // Nearly 1.5 billion (1,490 and more) of coal, iron ore, lead ore and seafood.
        let others = [part("2701"), part("2601"), part("03")];
        let others: i128 = others.iter().map(|one| one.value.low.0).sum();
        let lead = (1_490_000_000 * Amount::PER_UNIT - others) / (1_000_000 * Amount::PER_UNIT);
        assert_eq!(
            lead,
            part("2607").value.low.0 / (1_000_000 * Amount::PER_UNIT)
        );
    }
}
