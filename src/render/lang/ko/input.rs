//! Remarks on an input.

use super::words::{day, few, flow, left_out, partner, period};
use crate::trade::{InputRemark, SkipReason};

/// A remark of the reader on an input.
pub(super) fn sentence(what: &InputRemark) -> String {
    match what {
        InputRemark::FlowFromName(of) => format!("파일 이름에 따라 {}(으)로 읽음", flow(*of)),
        InputRemark::FlowAgainstName { named, given } => format!(
            "파일 이름은 {}(이)나 {}(으)로 지정됨; 지정에 따름",
            flow(*named),
            flow(*given)
        ),
        InputRemark::MonthFromName(of) => {
            format!("월 열이 없어 파일 이름에 따라 {}(으)로 읽음", period(*of))
        }
        InputRemark::MonthAgainstName { named, given } => format!(
            "파일 이름은 {}(이)나 {}(으)로 지정됨; 지정에 따름",
            period(*named),
            period(*given)
        ),
        InputRemark::PartnerAssumed(partner_index) => {
            format!("상대국 열이 없어 대{} 교역으로 봄", partner(*partner_index))
        }
        InputRemark::CodeBesideName { code, name, line } => {
            format!("상대국 코드 {code}와 이름 ‘{name}’ 불일치(첫 {line}행); 코드를 따름")
        }
        InputRemark::SouthKoreaOnly { south, north } => {
            format!("코드 {south}는 한국, 북한은 {north}")
        }
        InputRemark::Truncated => {
            "정확히 10,000행: 플랫폼이 예고 없이 자르는 한도로, 누락이 있을 수 있음".to_owned()
        }
        InputRemark::NotATable => "알 수 있는 표가 아니어서 읽지 않음".to_owned(),
        InputRemark::TablesNotRead { count, names } => {
            format!(
                "자료는 있으나 알 수 없는 형식의 표 {count}개를 읽지 않음: {}",
                few(names, *count)
            )
        }
        InputRemark::NoRows => "머리글 아래에 자료가 없음".to_owned(),
        InputRemark::GivenTwice => "여러 번 지정되어 한 번만 읽음".to_owned(),
        InputRemark::FilesSkipped { count, names } => {
            format!("파일 {count}개를 읽지 않음: {}", few(names, *count))
        }
        InputRemark::PartnerFromName(partner_index) => {
            format!(
                "상대국 열이 없음: 파일 이름에 따라 {} 교역으로 봄",
                partner(*partner_index)
            )
        }
        InputRemark::FlowsReversed(partner_index) => format!(
            "{} 기준의 표: 수입과 수출을 중국 기준으로 바꿈",
            partner_index.map_or("상대국", partner)
        ),
        InputRemark::DecimalCommas => {
            "세미콜론으로 나뉜 파일이므로 쉼표를 소수점으로 봄. 아니면 `--decimal point`".to_owned()
        }
        InputRemark::IncompleteLastLine { line, text } => format!(
            "마지막 {line}행에 줄 끝이 없고 숫자 `{text}`의 소수 자리가 위보다 적음: 파일이 온전한지 확인"
        ),
        InputRemark::WholeUnits(name) => {
            format!("`{name}`에 통화만 있고 배수가 없어 1단위로 읽음. 아니면 `--file-unit`")
        }
        InputRemark::OthersReported { count, names } => {
            format!(
                "중국이 아닌 나라가 보고한 {count}행을 쓰지 않음: {}",
                names.join(", ")
            )
        }
        InputRemark::ColumnInPart { name, words } => {
            format!("‘{name}’ 열은 읽지 않음: 이름의 ‘{words}’이(가) 범위를 좁힐 수 있음")
        }
        InputRemark::RowsSkipped {
            why,
            count,
            line,
            text,
        } => {
            let why = match why {
                SkipReason::Sum => "다른 행의 합계나 평균",
                SkipReason::Head => "되풀이된 표머리",
                SkipReason::Label => "전체 수입·수출·교역액의 금액이 아님",
                SkipReason::Frequency => "월별 자료가 아님",
                SkipReason::Flow => "파일에 지정한 수출입 구분과 다름",
                SkipReason::Heading => "알 수 없는 소제목 아래",
            };
            format!("{count}행을 쓰지 않음({why}, 첫 {line}행: ‘{text}’)")
        }
        InputRemark::NotASeries { count, line, text } => {
            format!("수입·수출·교역액이 아닌 {count}행을 읽지 않음(첫 {line}행: ‘{text}’)")
        }
        InputRemark::ValueMissing(count) => {
            format!("값이 없는 칸(빈칸, 줄표, ‘..’) {count}개를 0으로 보지 않음")
        }
        InputRemark::EmptyCells {
            partner: partner_index,
            count,
        } => {
            format!(
                "{} 빈칸 {count}개를 0으로 보지 않음",
                partner(*partner_index)
            )
        }
        InputRemark::GoodsWithoutCode(count) => {
            format!("코드 없이 품명만 있는 {count}행을 쓰지 않음")
        }
        InputRemark::UnknownUnit { unit, count } => {
            format!("알 수 없는 단위 ‘{unit}’의 물량 {count}개를 쓰지 않음")
        }
        InputRemark::RowsRepaired { count, line } => {
            format!("상대국 이름의 쉼표로 나뉜 {count}행을 바로잡음(첫 {line}행)")
        }
        InputRemark::RepeatedHeader { count, line } => {
            format!(
                "표 머리글이 행 사이에 {count}번 더 나옴(첫 {line}행): 여러 파일을 이어 붙인 듯함. 그 아래 행도 읽음"
            )
        }
        InputRemark::SameAsOtherFlow(other) => {
            format!(
                "{other}와(과) 행이 모두 같은데 서로 다른 방향으로 주어짐: 하나는 이름이 잘못된 사본일 수 있음"
            )
        }
        InputRemark::Dropped {
            rows, cells, line, ..
        } => {
            let mut both = Vec::new();
            if *rows > 0 {
                both.push(format!("{rows}행"));
            }
            if *cells > 0 {
                both.push(format!("{cells}칸"));
            }
            format!("{} 제외(--lenient), 첫 {line}행", both.join(", "))
        }
        InputRemark::LeftOut { why, count, line } => {
            format!("{count}행 제외({}), 첫 {line}행", left_out(*why))
        }
        InputRemark::DatedBeforeTitle(date) => {
            let date = day(*date);
            format!("쪽의 날짜 {date}이(가) 제목의 월보다 앞서 공표일로 보지 않음")
        }
        InputRemark::UnknownPartners { count, names } => {
            format!("상대국 목록에 없는 이름: {}", few(names, *count))
        }
        InputRemark::BlocsAlone(names) => format!(
            "{} 합계는 제외했으나 파일에 그 회원국이 없음: 전체 상대국 합계에 그 교역이 빠짐",
            names.join(", ")
        ),
        InputRemark::FlagNotUsed(flag) => {
            format!("`{flag}`은(는) 쓰이지 않음: 이를 필요로 하는 파일이 없음")
        }
        InputRemark::BlocsLeftOut(count) => format!("대륙·경제권 합계 {count}행은 제외"),
        InputRemark::NoRowFor {
            partner: partner_index,
            of_major,
        } => {
            let major = if *of_major {
                "(주요 상대국만 수록)"
            } else {
                ""
            };
            format!("이 표에는 {} 행이 없음{major}", partner(*partner_index))
        }
        InputRemark::TwoValues {
            flow: of,
            period: at,
        } => format!(
            "{} {} 값이 두 열에서 달라 앞의 것을 씀",
            period(*at),
            flow(*of)
        ),
    }
}
