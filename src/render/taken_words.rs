//! What became of the columns and texts of a file, in words.

use crate::render::Lang;
use crate::trade::{Meaning, Taken};

/// The text and what it was taken for: `` `amount`: read: value ``.
pub(super) fn say(text: &str, taken: &Taken, lang: Lang) -> String {
    match lang {
        Lang::En => format!("`{text}`: {taken}"),
        Lang::Zh => format!("`{text}`：{}", zh(taken)),
        Lang::Ko => format!("`{text}`: {}", ko(taken)),
    }
}

fn zh(taken: &Taken) -> String {
    let words = match taken {
        Taken::Read(meaning) => return format!("读作{}", meant_zh(*meaning)),
        Taken::Constant(value) => return format!("无影响：全部为`{value}`"),
        Taken::Heeded => "已采用",
        Taken::Empty => "无影响：为空",
        Taken::TellsNothingApart => "无影响：不区分各行",
        Taken::NamesNothing => "无影响：未提及任何维度",
        Taken::Ignored => "按要求忽略",
        Taken::LeftOut => "未能读懂，其下各行未采用",
    };
    words.to_owned()
}

fn ko(taken: &Taken) -> String {
    let words = match taken {
        Taken::Read(meaning) => return format!("{}(으)로 읽음", meant_ko(*meaning)),
        Taken::Constant(value) => return format!("영향 없음: 모두 `{value}`"),
        Taken::Heeded => "반영함",
        Taken::Empty => "영향 없음: 빈 열",
        Taken::TellsNothingApart => "영향 없음: 행을 구분하지 않음",
        Taken::NamesNothing => "영향 없음: 해당 항목 없음",
        Taken::Ignored => "요청에 따라 무시",
        Taken::LeftOut => "해석 불가, 해당 행 제외",
    };
    words.to_owned()
}

fn meant_zh(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Month => "月份",
        Meaning::Flow => "进出口",
        Meaning::Partner => "贸易伙伴",
        Meaning::Reporter => "报告方",
        Meaning::Code => "HS编码",
        Meaning::Name => "商品名称",
        Meaning::Breakdown => "细分",
        Meaning::Value => "金额",
        Meaning::Unit => "单位",
        Meaning::Quantity => "数量",
        Meaning::Change => "增减、比重或指数",
        Meaning::Balance => "贸易差额（另行计算）",
        Meaning::Sum => "各月之和（另行计算）",
        Meaning::Release => "公布",
        Meaning::Publisher => "公布单位",
        Meaning::Note => "备注",
        Meaning::RowNumber => "行号",
        Meaning::Label => "序列名称",
    }
}

fn meant_ko(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Month => "월",
        Meaning::Flow => "수출입 구분",
        Meaning::Partner => "교역 상대국",
        Meaning::Reporter => "보고국",
        Meaning::Code => "HS 코드",
        Meaning::Name => "품목명",
        Meaning::Breakdown => "세분",
        Meaning::Value => "금액",
        Meaning::Unit => "단위",
        Meaning::Quantity => "수량",
        Meaning::Change => "증감률, 비중 또는 지수",
        Meaning::Balance => "무역수지(따로 계산)",
        Meaning::Sum => "월별 합(따로 계산)",
        Meaning::Release => "공표",
        Meaning::Publisher => "공표 기관",
        Meaning::Note => "비고",
        Meaning::RowNumber => "행 번호",
        Meaning::Label => "계열 이름",
    }
}
