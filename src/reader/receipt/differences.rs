//! What differs between a receipt and the same command run again: every part of the answer, and
//! where the answer is the same, the workings and the figures used.

use super::{Object, Receipt};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A part that has changed between two answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The columns that identify the row (`month`, `flow` and so on), each with its text.
    pub row: BTreeMap<String, String>,
    /// The column or part that changed; empty if the whole row appeared or disappeared.
    pub column: String,
    /// The earlier text; empty if there was none.
    pub then: String,
    /// The current text; empty if there is none.
    pub now: String,
}

/// The lists of rows that an answer may contain.
const ROW_LISTS: [&str; 6] = ["rows", "parts", "files", "coverage", "findings", "texts"];

/// The columns that identify a row.
const KEYS: [&str; 20] = [
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
    "column",
];

/// The columns that identify a figure used: its place in a file may change with other rows.
const KEYS_OF_FIGURES: [&str; 6] = ["id", "period", "flow", "code", "basis", "released"];

/// The columns with the place of a figure.
const PLACE: [&str; 2] = ["file", "line"];

/// Parts whose last word is one of these are sentences of the program, which another version may
/// put otherwise.
const WORDING: [&str; 5] = ["title", "note", "name", "formula", "definition"];

/// Parts of an answer whose `text` is such a sentence.
const REMARKS: [&str; 7] = [
    "cautions", "details", "notes", "reasons", "files", "coverage", "findings",
];

/// Compares two receipts, part by part.
struct Comparison<'a> {
    found: Vec<Difference>,
    /// Whether sentences are compared.
    with_wording: bool,
    /// The inputs that are not the same, to the byte, in both.
    changed_files: HashSet<&'a str>,
    /// Whether the built-in data differ.
    is_other_data: bool,
}

impl Receipt {
    /// The parts that differ between this receipt and `now`, in the order of the rows.
    pub fn differences(&self, now: &Receipt) -> Vec<Difference> {
        let gone = self.inputs.iter().filter(|one| !now.inputs.contains(one));
        let new = now.inputs.iter().filter(|one| !self.inputs.contains(one));
        let mut comparison = Comparison {
            found: Vec::new(),
            with_wording: self.version == now.version,
            changed_files: gone.chain(new).map(|one| one.name.as_str()).collect(),
            is_other_data: self.data != now.data,
        };
        let parts = |name| [self, now].map(|one| one.parts.get(name));
        comparison.value("", parts("answer"), &BTreeMap::new());
        if !comparison.found.is_empty() {
            return comparison.found;
        }
        for name in names(&self.parts, &now.parts) {
            comparison.value(name, parts(name), &BTreeMap::new());
        }
        if self.name.is_some() && self.name != now.name {
            let text = |one: &Receipt| one.name.clone().unwrap_or_default();
            comparison.add(&BTreeMap::new(), "program.name", text(self), text(now));
        }
        comparison.found
    }
}

/// The keys of both, each once.
fn names<'a>(then: &'a Object, now: &'a Object) -> impl Iterator<Item = &'a str> {
    let new = now.names().filter(|name| then.get(name).is_none());
    then.names().chain(new)
}

impl Comparison<'_> {
    fn add(&mut self, row: &BTreeMap<String, String>, column: &str, then: String, now: String) {
        self.found.push(Difference {
            row: row.clone(),
            column: column.to_owned(),
            then,
            now,
        });
    }

    /// Compares two values at a place of the answer, within a row.
    fn value(
        &mut self,
        path: &str,
        [then, now]: [Option<&RawValue>; 2],
        row: &BTreeMap<String, String>,
    ) {
        if !self.with_wording && is_wording(path) {
            return;
        }
        let (Some(one), Some(other)) = (then, now) else {
            let text = |value: Option<&RawValue>| value.map_or_else(String::new, shown);
            return self.add(row, path, text(then), text(now));
        };
        if one.get() == other.get() {
            return;
        }
        if let (Some(one), Some(other)) = (parsed::<Object>(one), parsed::<Object>(other)) {
            for name in names(&one, &other) {
                let path = inner(path, name);
                self.value(&path, [one.get(name), other.get(name)], row);
            }
        } else if let (Some(one), Some(other)) = (list(one), list(other)) {
            self.list(path, &one, &other, row);
        } else if parsed::<String>(one).is_none()
            || parsed::<String>(one) != parsed::<String>(other)
        {
            let (mut then, mut now) = (shown(one), shown(other));
            if then == now {
                (then, now) = (one.get().to_owned(), other.get().to_owned());
            }
            self.add(row, path, then, now);
        }
    }

    fn list(
        &mut self,
        path: &str,
        then: &[Box<RawValue>],
        now: &[Box<RawValue>],
        row: &BTreeMap<String, String>,
    ) {
        let keys: &[&str] = match path {
            "figures" => &KEYS_OF_FIGURES,
            "explained" => &KEYS,
            path if ROW_LISTS.contains(&path) => &KEYS,
            _ => &[],
        };
        if let (false, Some(then), Some(now)) = (keys.is_empty(), rows(then), rows(now)) {
            return self.rows(path, &keyed(&then, keys), &keyed(&now, keys));
        }
        for at in 0..then.len().max(now.len()) {
            let values = [then, now].map(|list| list.get(at).map(|value| &**value));
            self.value(&inner(path, &(at + 1).to_string()), values, row);
        }
    }

    fn rows(&mut self, path: &str, then: &[(RowId, &Object)], now: &[(RowId, &Object)]) {
        let of_then: HashSet<&RowId> = then.iter().map(|(key, _)| key).collect();
        let of_now: HashMap<&RowId, &Object> = now.iter().map(|(key, row)| (key, *row)).collect();
        let before = self.found.len();
        for (key, row) in then {
            match of_now.get(key) {
                Some(other) => self.row(path, key, row, other),
                None => self.add(&key.0, whole_row(path), "row".to_owned(), String::new()),
            }
        }
        for (key, _) in now {
            if !of_then.contains(key) {
                self.add(&key.0, whole_row(path), String::new(), "row".to_owned());
            }
        }
        let order = |rows: &[(RowId, &Object)], at: usize| rows.get(at).map(|(key, _)| key.clone());
        let moved = (0..then.len()).find(|at| order(then, *at) != order(now, *at));
        if let (Some(at), true) = (moved, before == self.found.len()) {
            let place = |rows: &[(RowId, &Object)]| {
                let found = rows
                    .iter()
                    .position(|(key, _)| Some(key) == order(then, at).as_ref());
                found.map_or_else(String::new, |at| format!("{}", at + 1))
            };
            let row = order(then, at).map(|key| key.0).unwrap_or_default();
            self.add(&row, "row", place(then), place(now));
        }
    }

    fn row(&mut self, path: &str, key: &RowId, then: &Object, now: &Object) {
        let of_figures = path == "figures";
        // The place of a figure is compared only if its file has not changed.
        let files = [then, now].map(|row| row.get("file").map(shown).unwrap_or_default());
        let is_changed = |file: &String| self.changed_files.contains(file.as_str());
        let has_moved = self.is_other_data || files.iter().any(is_changed);
        for name in names(then, now) {
            if of_figures && PLACE.contains(&name) && has_moved {
                continue;
            }
            let column = match path {
                "explained" | "figures" => inner(path, name),
                _ => name.to_owned(),
            };
            self.value(&column, [then.get(name), now.get(name)], &key.0);
        }
    }
}

/// Whether a part is a sentence of the program, not a figure or a word for scripts.
fn is_wording(path: &str) -> bool {
    let mut words = path.split('.');
    let is_remark = words.any(|word| REMARKS.contains(&word));
    let last = path.rsplit('.').next().unwrap_or(path);
    let is_in_list = last.bytes().all(|byte| byte.is_ascii_digit()) && path.starts_with("notes");
    WORDING.contains(&last) || is_remark && last == "text" || is_in_list
}

fn inner(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    }
}

/// The name of a difference that is a whole row: none in the answer itself.
fn whole_row(path: &str) -> &str {
    match path {
        "explained" | "figures" => path,
        _ => "",
    }
}

fn parsed<'a, T: serde::Deserialize<'a>>(value: &'a RawValue) -> Option<T> {
    serde_json::from_str(value.get()).ok()
}

fn list(value: &RawValue) -> Option<Vec<Box<RawValue>>> {
    parsed(value)
}

fn rows(values: &[Box<RawValue>]) -> Option<Vec<Object>> {
    values.iter().map(|value| parsed(value)).collect()
}

/// The text of a value: a string without its quotes, nothing for null, only brackets for an
/// object or a list.
fn shown(value: &RawValue) -> String {
    match value.get().as_bytes().first() {
        Some(b'{') => "{…}".to_owned(),
        Some(b'[') => "[…]".to_owned(),
        _ => match parsed::<Option<String>>(value) {
            Some(text) => text.unwrap_or_default(),
            None => value.get().to_owned(),
        },
    }
}

/// The columns that identify a row, and its number among rows with the same ones.
type RowId = (BTreeMap<String, String>, usize);

/// The rows of an answer with their keys, in order.
fn keyed<'a>(rows: &'a [Object], keys: &[&str]) -> Vec<(RowId, &'a Object)> {
    let mut seen: HashMap<BTreeMap<String, String>, usize> = HashMap::new();
    let with_key = |row: &'a Object| {
        let of = |name: &&str| Some(((*name).to_owned(), shown(row.get(name)?)));
        let key: BTreeMap<String, String> = keys.iter().filter_map(of).collect();
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        ((key, *count), row)
    };
    rows.iter().map(with_key).collect()
}

#[cfg(test)]
mod tests {
    use crate::reader::receipt::Receipt;

    fn receipt(rows: &str) -> Receipt {
        let text = format!(
            r#"{{"schema": "tradecheck.receipt.1", "program": {{"version": "1", "data": ""}},
            "arguments": ["yoy"], "settings": null, "inputs": [], "answer": {{"rows": {rows}}}}}"#
        );
        Receipt::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn figures_and_remarks_are_compared_row_by_row() {
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
                "import note: a b",
                "import value: 10000000000000000000001 10000000000000000000002",
                "export value: 2 "
            ]
        );
        assert!(then.differences(&then).is_empty());
    }

    #[test]
    fn another_order_of_rows_is_a_difference() {
        let [one, other] = [
            r#"[{"flow": "import"}, {"flow": "export"}]"#,
            r#"[{"flow": "export"}, {"flow": "import"}]"#,
        ];
        let found = receipt(one).differences(&receipt(other));
        let row = &found[0];
        assert_eq!(
            (row.then.as_str(), row.now.as_str(), found.len()),
            ("1", "2", 1)
        );
        assert_eq!(
            (row.column.as_str(), row.row["flow"].as_str()),
            ("row", "import")
        );
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
}
