//! Remarks on an answer that was reproduced.

use super::marks::MARKS;
use crate::report::ReceiptRemark;

/// A remark as a sentence.
pub(super) fn sentence(remark: &ReceiptRemark) -> String {
    match remark {
        ReceiptRemark::Holds => "结果仍成立：各项内容均相同".to_owned(),
        ReceiptRemark::Differs(count) => {
            format!("结果不再成立：{count}处不同")
        }
        ReceiptRemark::InputsChanged(names) => {
            format!("此后有变动的文件：{}", names.join(MARKS.list))
        }
        ReceiptRemark::ProgramChanged { then, now } => {
            format!("由版本{then}写出；当前版本为{now}，说明文字可能有所不同")
        }
        ReceiptRemark::DataChanged => "内置数据与当时不同".to_owned(),
        ReceiptRemark::SettingsChanged(file) => {
            format!("{file}此后有变动；使用当时的设置")
        }
    }
}
