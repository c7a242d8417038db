//! Reads receipts of earlier answers. The content of a receipt is untrusted: it is only compared,
//! as text.

mod differences;
mod object;

pub use differences::Difference;

use crate::reader::fingerprint::Fingerprint;
use object::Object;
use serde::Deserialize;

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
    /// The name of the program.
    name: Option<String>,
    /// Its other parts: the answer, the workings, the figures used.
    parts: Object,
}

/// Why a file cannot be read as a receipt.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// Not JSON, or JSON of another shape.
    #[error(
        "not a receipt: error at line {}, column {}\n  expected: the output of `--format json --explain`",
        .0.line(),
        .0.column()
    )]
    Shape(serde_json::Error),
    /// A receipt of an unknown schema.
    #[error(
        "unknown schema `{0}`\n  expected: `{SCHEMA}`, as written by `--format json --explain`"
    )]
    Schema(String),
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
}

/// The parts of a receipt that say how the answer was made; each is compared with this run on its
/// own.
const OF_THE_RUN: [&str; 5] = ["schema", "program", "arguments", "settings", "inputs"];

#[derive(Deserialize)]
struct Program {
    name: Option<String>,
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
        let mut parts: Object = serde_json::from_slice(bytes).map_err(ReceiptError::Shape)?;
        parts.retain(|name| !OF_THE_RUN.contains(&name));
        Ok(Receipt {
            version: whole.program.version,
            data: whole.program.data,
            arguments: whole.arguments,
            settings: whole.settings.map(Fingerprint::from),
            inputs: whole.inputs.into_iter().map(Fingerprint::from).collect(),
            name: whole.program.name,
            parts,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            // A key that is there twice would show a reader the one, and the check the other.
            "{\"schema\": \"tradecheck.receipt.1\", \"program\": {\"version\": \"1\", \"data\": \"\"}, \
             \"arguments\": [], \"settings\": null, \"inputs\": [], \"answer\": {}, \"answer\": {}}",
        ] {
            assert!(Receipt::read(text.as_bytes()).is_err(), "{text}");
        }
        let deep = "[".repeat(100_000);
        let text = format!("{{\"schema\": \"tradecheck.receipt.1\", \"answer\": {deep}");
        assert!(Receipt::read(text.as_bytes()).is_err());
    }
}
