//! Remarks on an answer that was reproduced.

use super::marks::MARKS;
use crate::report::ReceiptRemark;

/// A remark as a sentence.
pub(super) fn sentence(remark: &ReceiptRemark) -> String {
    match remark {
        ReceiptRemark::Holds => "the answer still holds: every part of it is the same".to_owned(),
        ReceiptRemark::Differs(1) => "the answer no longer holds: 1 part is different".to_owned(),
        ReceiptRemark::Differs(count) => {
            format!("the answer no longer holds: {count} parts are different")
        }
        ReceiptRemark::InputsChanged(names) => {
            format!("changed since: {}", names.join(MARKS.list))
        }
        ReceiptRemark::ProgramChanged { then, now } => {
            format!(
                "written by version {then}; this is version {now}, which may word remarks otherwise"
            )
        }
        ReceiptRemark::DataChanged => "the built-in data are not those of the receipt".to_owned(),
        ReceiptRemark::SettingsChanged(file) => {
            format!("{file} has changed since; what it said then was used")
        }
    }
}
