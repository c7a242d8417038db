//! The content of a receipt besides the answer, and remarks on a later run that differs.

use crate::report::Report;
use crate::trade::Weight;

/// A receipt: the run, and the tables that explain its answer.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The version of the program.
    pub version: &'static str,
    /// The hash of the built-in data.
    pub data: String,
    /// The command-line arguments, without the program name.
    pub arguments: Vec<String>,
    /// The settings file and its hash, if one was used.
    pub settings: Option<(String, Option<String>)>,
    /// Every input with its hash; no hash for inputs that cannot be read twice.
    pub inputs: Vec<(String, Option<String>)>,
    /// How the figures were computed.
    pub workings: Report,
    /// The figures that were used.
    pub figures: Report,
}

/// A remark on an answer that was computed again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReceiptRemark {
    /// All figures are the same.
    Holds,
    /// The number of figures that differ.
    Differs(usize),
    /// Inputs that have changed.
    InputsChanged(Vec<String>),
    /// The version of the program differs.
    ProgramChanged {
        /// The version in the receipt.
        then: String,
        /// The current version.
        now: String,
    },
    /// The built-in data have changed.
    DataChanged,
    /// The settings file has changed; the receipt has the old text.
    SettingsChanged(String),
}

impl ReceiptRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            ReceiptRemark::Holds => "holds",
            ReceiptRemark::Differs(_) => "differs",
            ReceiptRemark::InputsChanged(_) => "inputs_changed",
            ReceiptRemark::ProgramChanged { .. } => "program_changed",
            ReceiptRemark::DataChanged => "data_changed",
            ReceiptRemark::SettingsChanged(_) => "settings_changed",
        }
    }

    /// Its weight: each of them is the answer or its reason.
    pub fn weight(&self) -> Weight {
        Weight::Caution
    }
}
