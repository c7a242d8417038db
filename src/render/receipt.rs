//! Writes receipts: an answer in json with everything it was made from, for `tradecheck verify`.

use crate::render::Lang;
use crate::render::json::Rows;
use crate::report::Receipt;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::io::{self, Write};

/// Writes the receipt of an answer; `answer` is the answer in json.
///
/// # Errors
/// Errors of `out`, or if `answer` is not json.
pub fn write(receipt: &Receipt, answer: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let answer = std::str::from_utf8(answer).map_err(io::Error::other)?;
    let answer = RawValue::from_string(answer.trim_end().to_owned()).map_err(io::Error::other)?;
    let whole = JsonReceipt {
        receipt,
        answer: &answer,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)?;
    out.flush()
}

struct JsonReceipt<'a> {
    receipt: &'a Receipt,
    answer: &'a RawValue,
}

impl Serialize for JsonReceipt<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsonReceipt { receipt, answer } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", "tradecheck.receipt.1")?;
        map.serialize_entry("program", &Program(receipt))?;
        map.serialize_entry("arguments", &receipt.arguments)?;
        let settings = receipt.settings.as_ref();
        let settings = settings.map(|(name, hash)| Named(name, hash.as_deref()));
        map.serialize_entry("settings", &settings)?;
        let inputs = receipt.inputs.iter();
        let inputs = inputs.map(|(name, hash)| Named(name, hash.as_deref()));
        map.serialize_entry("inputs", &inputs.collect::<Vec<_>>())?;
        map.serialize_entry("answer", answer)?;
        map.serialize_entry("explained", &Rows(&receipt.workings, Lang::En))?;
        map.serialize_entry("figures", &Rows(&receipt.figures, Lang::En))?;
        map.end()
    }
}

struct Program<'a>(&'a Receipt);

impl Serialize for Program<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("name", "tradecheck")?;
        map.serialize_entry("version", self.0.version)?;
        map.serialize_entry("data", &self.0.data)?;
        map.end()
    }
}

struct Named<'a>(&'a str, Option<&'a str>);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("name", self.0)?;
        map.serialize_entry("sha256", &self.1)?;
        map.end()
    }
}
