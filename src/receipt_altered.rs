//! Tests that a receipt that was altered in any of its parts does not hold.

use crate::reader;
use crate::surroundings::{Streams, Surroundings};
use serde_json::Value;
use std::ffi::OsString;

/// What the program writes.
fn written(command: &str) -> String {
    let around = Surroundings::new(false, None, |_| None);
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        input: &mut std::io::empty(),
        output: &mut output,
        errors: &mut errors,
        progress: &reader::Unwatched,
    };
    let args = command.split(' ').map(OsString::from);
    super::run(args, &around, &mut streams);
    String::from_utf8(output).unwrap()
}

/// Every value below this one, by its pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (name, inner) in entries {
                pointers(inner, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(values) => {
            for (index, inner) in values.iter().enumerate() {
                pointers(inner, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(at.to_owned());
}

fn altered(value: &Value) -> Value {
    match value {
        Value::Null => Value::from(""),
        Value::Bool(is) => Value::from(!is),
        Value::Number(number) => Value::from(number.as_f64().unwrap() + 1.0),
        Value::String(text) => Value::from(format!("{text} ")),
        Value::Array(values) => values.iter().skip(1).cloned().collect(),
        Value::Object(entries) => {
            let mut entries = entries.clone();
            entries.insert("more".to_owned(), Value::Null);
            Value::from(entries)
        }
    }
}

#[test]
fn a_receipt_that_was_altered_in_any_part_does_not_hold() {
    for command in [
        "tradecheck yoy --month 2017-09 --flow imports",
        "tradecheck brief --month 2017-09",
        "tradecheck check imports yoy 2017-09 −37.9%",
        "tradecheck sanctions check --month 2017-09 --flow imports",
    ] {
        let text = written(&format!("{command} --format json --explain"));
        let now = reader::Receipt::read(text.as_bytes()).unwrap();
        let whole: Value = serde_json::from_str(&text).unwrap();
        let same = |value: &Value| {
            let text = value.to_string();
            let then = reader::Receipt::read(text.as_bytes()).unwrap();
            then.differences(&now).is_empty()
        };
        assert!(same(&whole), "{command}");
        let mut found = Vec::new();
        for part in ["answer", "explained", "figures"] {
            pointers(&whole[part], &format!("/{part}"), &mut found);
        }
        found.push("/program/name".to_owned());
        assert!(found.len() > 50, "{command}: {}", found.len());
        for pointer in found {
            let mut other = whole.clone();
            let value = other.pointer_mut(&pointer).unwrap();
            let new = altered(value);
            let is_empty = *value == new;
            *value = new;
            assert!(is_empty || !same(&other), "{command}: {pointer}");
        }
        let mut other = whole.clone();
        other["comment"] = Value::from("altered");
        assert!(!same(&other), "{command}");
    }
}
