//! Remarks on an answer that was reproduced.

use super::marks::MARKS;
use crate::report::ReceiptRemark;

/// A remark as a sentence.
pub(super) fn sentence(remark: &ReceiptRemark) -> String {
    match remark {
        ReceiptRemark::Holds => "답이 여전히 유효함: 모든 내용이 같음".to_owned(),
        ReceiptRemark::Differs(count) => {
            format!("답이 더는 유효하지 않음: {count}곳이 다름")
        }
        ReceiptRemark::InputsChanged(names) => {
            format!("그 뒤 바뀐 파일: {}", names.join(MARKS.list))
        }
        ReceiptRemark::ProgramChanged { then, now } => {
            format!("버전 {then}에서 작성됨; 현재 버전은 {now}이며 설명 문구가 다를 수 있음")
        }
        ReceiptRemark::DataChanged => "내장 자료가 당시와 다름".to_owned(),
        ReceiptRemark::SettingsChanged(file) => {
            format!("{file} 파일이 그 뒤 바뀜; 당시 설정을 사용함")
        }
    }
}
