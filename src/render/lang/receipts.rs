//! What is said of an answer that was worked out again, in each language.

use crate::render::options::Lang;
use crate::report::ReceiptRemark;

/// A remark as a sentence.
pub(crate) fn sentence(remark: &ReceiptRemark, lang: Lang) -> String {
    match (remark, lang) {
        (ReceiptRemark::Holds, Lang::En) => {
            "the answer still holds: every figure is the same".to_owned()
        }
        (ReceiptRemark::Holds, Lang::Zh) => "结果仍成立：所有数据相同".to_owned(),
        (ReceiptRemark::Holds, Lang::Ko) => "답이 여전히 유효함: 모든 수치가 같음".to_owned(),
        (ReceiptRemark::Differs(1), Lang::En) => {
            "the answer no longer holds: 1 figure is different".to_owned()
        }
        (ReceiptRemark::Differs(count), Lang::En) => {
            format!("the answer no longer holds: {count} figures are different")
        }
        (ReceiptRemark::Differs(count), Lang::Zh) => {
            format!("结果不再成立：{count}个数据不同")
        }
        (ReceiptRemark::Differs(count), Lang::Ko) => {
            format!("답이 더는 유효하지 않음: 수치 {count}개가 다름")
        }
        (ReceiptRemark::InputsChanged(names), Lang::En) => {
            format!("changed since: {}", names.join(", "))
        }
        (ReceiptRemark::InputsChanged(names), Lang::Zh) => {
            format!("此后有变动的文件：{}", names.join("、"))
        }
        (ReceiptRemark::InputsChanged(names), Lang::Ko) => {
            format!("그 뒤 바뀐 파일: {}", names.join(", "))
        }
        (ReceiptRemark::ProgramChanged { then, now }, Lang::En) => {
            format!("written by version {then}; this is version {now}")
        }
        (ReceiptRemark::ProgramChanged { then, now }, Lang::Zh) => {
            format!("由版本{then}写出；当前版本为{now}")
        }
        (ReceiptRemark::ProgramChanged { then, now }, Lang::Ko) => {
            format!("버전 {then}에서 작성됨; 현재 버전은 {now}")
        }
        (ReceiptRemark::DataChanged, Lang::En) => {
            "the built-in data are not those of the receipt".to_owned()
        }
        (ReceiptRemark::DataChanged, Lang::Zh) => "内置数据与当时不同".to_owned(),
        (ReceiptRemark::DataChanged, Lang::Ko) => "내장 자료가 당시와 다름".to_owned(),
        (ReceiptRemark::SettingsChanged(file), Lang::En) => {
            format!("{file} has changed since; what it said then was used")
        }
        (ReceiptRemark::SettingsChanged(file), Lang::Zh) => {
            format!("{file}此后有变动；使用当时的设置")
        }
        (ReceiptRemark::SettingsChanged(file), Lang::Ko) => {
            format!("{file} 파일이 그 뒤 바뀜; 당시 설정을 사용함")
        }
    }
}
