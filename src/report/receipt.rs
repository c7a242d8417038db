//! What a receipt records of a run beside its answer, and the remarks on a later run that differs.

use crate::report::Report;
use crate::trade::Weight;

/// A receipt: the run, and the tables that explain its answer.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The version of the program.
    pub version: &'static str,
    /// The hash of the data that it brings along.
    pub data: String,
    /// The arguments after the program's name.
    pub arguments: Vec<String>,
    /// The file of settings and its hash, where one was used.
    pub settings: Option<(String, Option<String>)>,
    /// Every input and its hash; no hash where it cannot be read twice.
    pub inputs: Vec<(String, Option<String>)>,
    /// How the figures were worked out.
    pub workings: Report,
    /// The figures that were used.
    pub figures: Report,
}

/// A remark on an answer that was worked out again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReceiptRemark {
    /// Every figure is what it was.
    Holds,
    /// So many figures are not.
    Differs(usize),
    /// These inputs are not what they were.
    InputsChanged(Vec<String>),
    /// Another version of the program.
    ProgramChanged {
        /// That of the receipt.
        then: String,
        /// This one.
        now: String,
    },
    /// The data that the program brings along are not what they were.
    DataChanged,
    /// The file of settings is not what it was; the receipt keeps its text.
    SettingsChanged(String),
}

impl ReceiptRemark {
    /// What kind it is, for scripts.
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

    /// How much it weighs: each is the answer or its reason.
    pub fn weight(&self) -> Weight {
        Weight::Caution
    }
}
