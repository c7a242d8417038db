//! How the columns and texts of a file were understood.

use super::korean::Korean;
use crate::render::lang::taken::TakenWords;
use crate::trade::{Interpretation, Meaning};

impl TakenWords for Korean {
    fn taken(&self, text: &str, taken: &Interpretation) -> String {
        format!("`{text}`: {}", text_of(taken))
    }
}

fn text_of(taken: &Interpretation) -> String {
    let words = match taken {
        Interpretation::Read(meaning) => return format!("{}(으)로 읽음", meant(*meaning)),
        Interpretation::ReadTogether(meanings) => {
            let meanings: Vec<&str> = meanings.iter().map(|one| meant(*one)).collect();
            return format!("{}(으)로 읽음", meanings.join(", "));
        }
        Interpretation::Constant(value) => return format!("영향 없음: 모두 `{value}`"),
        Interpretation::Applied => "반영함",
        Interpretation::Empty => "영향 없음: 빈 열",
        Interpretation::DistinguishesNothing => "영향 없음: 행을 구분하지 않음",
        Interpretation::NamesNothing => "영향 없음: 해당 항목 없음",
        Interpretation::Ignored => "요청에 따라 무시",
        Interpretation::LeftOut => "해석 불가, 해당 행 제외",
    };
    words.to_owned()
}

fn meant(meaning: Meaning) -> &'static str {
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
        Meaning::Coverage => "모든 품목의 포함 여부",
        Meaning::RowNumber => "행 번호",
        Meaning::Label => "계열 이름",
    }
}
