//! Reads receipts of earlier answers. The content of a receipt is untrusted: it is only compared,
//! as text.

use crate::reader::fingerprint::Fingerprint;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The only schema that is supported.
pub const SCHEMA: &str = "tradecheck.receipt.1";

/// An answer together with everything it was made from.
#[derive(Debug)]
pub struct Receipt {
    /// The version of the program that wrote it.
    pub version: String,
    /// Hash of the data built into that program.
    pub data: String,
    /// The arguments after the program's name.
    pub arguments: Vec<String>,
    /// The settings file, if one was used.
    pub settings: Option<Fingerprint>,
    /// All inputs.
    pub inputs: Vec<Fingerprint>,
    answer: BTreeMap<String, Box<RawValue>>,
}

/// Why a file cannot be read as a receipt.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// Not JSON, or JSON of another shape.
    #[error(
        "not a receipt, from line {} and column {} on\n  expected: what `--format json --explain` writes",
        .0.line(),
        .0.column()
    )]
    Shape(serde_json::Error),
    /// A receipt of an unknown schema.
    #[error(
        "schema `{0}` is not known\n  expected: `{SCHEMA}`, which `--format json --explain` writes"
    )]
    Schema(String),
}

/// A figure that has changed between two answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The columns that identify the row (`month`, `flow` and so on), each with its text.
    pub row: BTreeMap<String, String>,
    /// The column that changed; empty if the whole row appeared or disappeared.
    pub column: String,
    /// The earlier text; empty if there was none.
    pub then: String,
    /// The current text; empty if there is none.
    pub now: String,
}

#[derive(Deserialize)]
struct Schema {
    schema: String,
}

#[derive(Deserialize)]
struct WholeReceipt {
    program: Program,
    arguments: Vec<String>,
    settings: Option<ReceiptFile>,
    inputs: Vec<ReceiptFile>,
    answer: BTreeMap<String, Box<RawValue>>,
}

#[derive(Deserialize)]
struct Program {
    version: String,
    data: String,
}

#[derive(Deserialize)]
struct ReceiptFile {
    name: String,
    sha256: Option<String>,
}

impl From<ReceiptFile> for Fingerprint {
    fn from(ReceiptFile { name, sha256 }: ReceiptFile) -> Fingerprint {
        Fingerprint { name, sha256 }
    }
}

impl Receipt {
    /// Reads a receipt.
    ///
    /// # Errors
    /// [`ReceiptError`] if the bytes are not a receipt, or are one of another schema.
    pub fn read(bytes: &[u8]) -> Result<Receipt, ReceiptError> {
        let Schema { schema } = serde_json::from_slice(bytes).map_err(ReceiptError::Shape)?;
        if schema != SCHEMA {
            return Err(ReceiptError::Schema(schema.chars().take(80).collect()));
        }
        let whole: WholeReceipt = serde_json::from_slice(bytes).map_err(ReceiptError::Shape)?;
        Ok(Receipt {
            version: whole.program.version,
            data: whole.program.data,
            arguments: whole.arguments,
            settings: whole.settings.map(Fingerprint::from),
            inputs: whole.inputs.into_iter().map(Fingerprint::from).collect(),
            answer: whole.answer,
        })
    }

    /// The figures that differ between this receipt and `now`, in the order of the rows.
    pub fn differences(&self, now: &Receipt) -> Vec<Difference> {
        let mut differences = Vec::new();
        for part in ROW_LISTS {
            let [then, now] = [self, now].map(|one| one.rows(part));
            compare(&then, &now, &mut differences);
        }
        // The text of a brief.
        let text = |receipt: &Receipt| {
            let text = receipt.answer.get("text");
            text.map_or_else(String::new, |text| plain(text))
        };
        let (then, now) = (text(self), text(now));
        if then != now {
            differences.push(Difference {
                row: BTreeMap::new(),
                column: "text".to_owned(),
                then,
                now,
            });
        }
        differences
    }

    /// The rows of one part of the answer.
    fn rows(&self, part: &str) -> Vec<ReceiptRow> {
        let rows = self.answer.get(part).map(|rows| rows.get());
        let rows = rows.and_then(|rows| serde_json::from_str::<Vec<ReceiptRow>>(rows).ok());
        rows.unwrap_or_default()
    }
}

type ReceiptRow = BTreeMap<String, Box<RawValue>>;

/// The lists of rows that an answer may contain.
const ROW_LISTS: [&str; 6] = ["rows", "parts", "files", "coverage", "findings", "texts"];

/// The columns that identify a row.
const KEYS: [&str; 19] = [
    "id",
    "sentence",
    "month",
    "period",
    "flow",
    "code",
    "of",
    "link",
    "metric",
    "measure",
    "instrument",
    "on",
    "file",
    "line",
    "kind",
    "direction",
    "rank",
    "released",
    "finding",
];

/// Columns of remarks, which are not compared.
const NOT_COMPARED: [&str; 5] = ["note", "flags", "reasons", "cautions", "details"];

/// The text of a value: a string without its quotes, nothing for null.
fn plain(value: &RawValue) -> String {
    match serde_json::from_str::<Option<String>>(value.get()) {
        Ok(Some(text)) => text,
        Ok(None) => String::new(),
        Err(_) => value.get().to_owned(),
    }
}

/// The columns that identify a row, and its number among rows with the same ones.
type RowId = (BTreeMap<String, String>, usize);

/// The rows of an answer with their keys, in order.
fn keyed(rows: &[ReceiptRow]) -> Vec<(RowId, &ReceiptRow)> {
    let mut seen: HashMap<BTreeMap<String, String>, usize> = HashMap::new();
    let with_key = |row| {
        let of = |name: &&str| Some(((*name).to_owned(), plain(ReceiptRow::get(row, *name)?)));
        let key: BTreeMap<String, String> = KEYS.iter().filter_map(of).collect();
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        ((key, *count), row)
    };
    rows.iter().map(with_key).collect()
}

fn compare(then: &[ReceiptRow], now: &[ReceiptRow], differences: &mut Vec<Difference>) {
    let (earlier, later) = (keyed(then), keyed(now));
    let of_then: HashSet<&RowId> = earlier.iter().map(|(key, _)| key).collect();
    let of_now: HashMap<&RowId, &ReceiptRow> = later.iter().map(|(key, row)| (key, *row)).collect();
    let whole = |row: &BTreeMap<String, String>, then: &str, now: &str| Difference {
        row: row.clone(),
        column: String::new(),
        then: then.to_owned(),
        now: now.to_owned(),
    };
    for (key, row) in &earlier {
        let Some(other) = of_now.get(key) else {
            differences.push(whole(&key.0, "row", ""));
            continue;
        };
        let columns: Vec<&String> = row
            .keys()
            .chain(other.keys().filter(|name| !row.contains_key(*name)))
            .collect();
        for column in columns {
            if NOT_COMPARED.contains(&column.as_str()) {
                continue;
            }
            let text =
                |row: &ReceiptRow| row.get(column).map_or_else(String::new, |one| plain(one));
            let (then, now) = (text(row), text(other));
            if then != now {
                differences.push(Difference {
                    row: key.0.clone(),
                    column: column.clone(),
                    then,
                    now,
                });
            }
        }
    }
    for (key, _) in &later {
        if !of_then.contains(key) {
            differences.push(whole(&key.0, "", "row"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(rows: &str) -> Receipt {
        let text = format!(
            r#"{{"schema": "tradecheck.receipt.1", "program": {{"version": "1", "data": ""}},
            "arguments": ["yoy"], "settings": null, "inputs": [], "answer": {{"rows": {rows}}}}}"#
        );
        Receipt::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn figures_are_compared_row_by_row_and_remarks_are_not() {
        let then = receipt(
            r#"[{"flow": "import", "value": 10000000000000000000001, "note": "a"},
                {"flow": "export", "value": 2}]"#,
        );
        let now = receipt(
            r#"[{"flow": "export", "value": null},
                {"flow": "import", "value": 10000000000000000000002, "note": "b"}]"#,
        );
        let found = then.differences(&now);
        let differences: Vec<String> = found
            .iter()
            .map(|one| {
                format!(
                    "{} {}: {} {}",
                    one.row["flow"], one.column, one.then, one.now
                )
            })
            .collect();
        assert_eq!(
            differences,
            [
                "import value: 10000000000000000000001 10000000000000000000002",
                "export value: 2 "
            ]
        );
        assert!(then.differences(&then).is_empty());
    }

    #[test]
    fn a_row_that_came_or_went_is_a_difference() {
        let (one, two) = (
            receipt(r#"[{"flow": "import", "value": 1}]"#),
            receipt(r#"[{"flow": "import", "value": 1}, {"flow": "import", "value": 1}]"#),
        );
        assert_eq!(one.differences(&two).len(), 1);
        assert_eq!(two.differences(&one)[0].then, "row");
    }

    #[test]
    fn rows_of_one_key_meet_in_their_order_wherever_they_stand() {
        let of = |rows: &[(u32, u32)]| {
            let row = |(id, value): &(u32, u32)| format!(r#"{{"id": {id}, "value": {value}}}"#);
            let rows: Vec<String> = rows.iter().map(row).collect();
            receipt(&format!("[{}]", rows.join(",")))
        };
        let mut then: Vec<(u32, u32)> = (0..5_000).map(|id| (id, id)).collect();
        then.extend([(7, 70), (7, 71)]);
        let mut now = then.clone();
        now.reverse();
        // In reverse 71 is the first of the three rows of 7, and 7 is the last.
        let found = of(&then).differences(&of(&now));
        let pairs: Vec<(&str, &str)> = found
            .iter()
            .map(|one| (one.then.as_str(), one.now.as_str()))
            .collect();
        assert_eq!(pairs, [("7", "71"), ("71", "7")]);
    }

    #[test]
    fn what_is_no_receipt_is_refused() {
        for text in [
            "",
            "[]",
            "{}",
            "{\"schema\": 1}",
            "{\"schema\": \"tradecheck.yoy.1\"}",
            "{\"schema\": \"tradecheck.receipt.2\"}",
            "{\"schema\": \"tradecheck.receipt.1\"}",
            "{\"schema\": \"tradecheck.receipt.1\", \"arguments\": \"yoy\"}",
        ] {
            assert!(Receipt::read(text.as_bytes()).is_err(), "{text}");
        }
        let deep = "[".repeat(100_000);
        let text = format!("{{\"schema\": \"tradecheck.receipt.1\", \"answer\": {deep}");
        assert!(Receipt::read(text.as_bytes()).is_err());
    }
}
