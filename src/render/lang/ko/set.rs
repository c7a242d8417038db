//! Remarks on how the series were made.

use super::amounts::as_distinct;
use super::korean::Korean;
use super::words::{and_more, breakdown, few, flow, period, uncovered};
use crate::render::lang::lists::things;
use crate::trade::{AllGoods, SetRemark};

/// A remark on how the series were made.
pub(super) fn sentence(what: &SetRemark) -> String {
    match what {
        SetRemark::SumsOfDetail => {
            "값은 세부 행의 합: 파일이 모든 품목을 담고 있을 때만 전체 품목".to_owned()
        }
        SetRemark::OneCode(code) if code.len() == 2 => {
            format!("모든 행이 HS {code}류: 이 류만의 수치이며 전체 품목이 아님")
        }
        SetRemark::OneCode(code) => {
            format!("모든 행이 HS {code}: 이 품목만의 수치이며 전체 품목이 아님")
        }
        SetRemark::FewChapters { chapters, short } => {
            let chapters = chapters.join(", ");
            match short {
                Some(short) => {
                    let [sum, total] = as_distinct(&short.sum, &short.total);
                    let (flow, period) = (flow(short.flow), period(short.period));
                    format!(
                        "모든 행이 HS {chapters}류: {period} {flow} 합계 {sum}, 공표 총액 {total}"
                    )
                }
                None => format!(
                    "모든 행이 HS {chapters}류이며, 전체 품목임을 보여 주는 근거가 없음(전체라면 `--all-goods`)"
                ),
            }
        }
        SetRemark::OnePart(parts) => {
            format!(
                "모든 행이 {}: 이 부분만의 수치이며 전체 교역이 아님",
                things(parts, parts.len(), &Korean)
            )
        }
        SetRemark::TooCoarse { goods, by } => {
            let by = by.map(|by| format!("({}별)", breakdown(by)));
            let goods = if goods.is_all() {
                "품목".to_owned()
            } else {
                goods.to_string()
            };
            format!(
                "일부 월은 세부 수준이 낮아 {goods}{} 구분이 안 되므로 제외",
                by.unwrap_or_default()
            )
        }
        SetRemark::NotWhole(months) => uncovered(
            months,
            "전체를 알 수 없음",
            "몇 개 류만 담거나 잘린 파일은 다른 품목을 알려 주지 않음(모든 품목을 담았으면 `--all-goods`)",
        ),
        SetRemark::FewerFiles(months) => {
            let flag = months.flag();
            let why = format!("다른 월에는 있어 서로 비교되지 않음(해당 교역이 없었으면 `{flag}`)");
            uncovered(months, "전체를 알 수 없음", &why)
        }
        SetRemark::TakenAsNone { count, codes, why } => {
            let codes = few(codes, *count);
            let why = match why {
                AllGoods::Stated => "`--all-goods`에 따라".to_owned(),
                AllGoods::Total => "각 행의 합이 공표된 총액과 일치하므로".to_owned(),
                AllGoods::Chapters(chapters) => format!("{chapters}개 류를 담고 있으므로"),
            };
            format!("어느 파일에도 HS {codes} 행이 없음: {why} 교역 없음으로 봄")
        }
        SetRemark::FilesOverlap {
            flow: of,
            period: at,
            months,
            rows,
        } => format!(
            "{} {}{}: 여러 파일에 같은 행이 있고 각각 다른 행도 있음(모두 {rows}행); 나중에 삭제되었을 수 있는 행까지 모두 합산",
            period(*at),
            flow(*of),
            and_more(*months)
        ),
        SetRemark::RowsJoined(count) => {
            format!("한 파일에서 월·방향·상대국·코드가 같고 구별할 열이 없는 {count}행을 합산")
        }
        SetRemark::RowsRepeated(count) => {
            format!("여러 파일에 같은 값으로 있는 {count}행을 한 번만 셈")
        }
        SetRemark::RowsRevised(count) => format!(
            "여러 파일에서 값이 다른 {count}행: 나중에 공표된 것, 날짜가 없으면 뒤에 지정한 파일을 따름"
        ),
        SetRemark::TakenByOrder { taken, other } => {
            format!(
                "값이 다른 {other} 대신 {taken} 사용: 공표일로 앞뒤를 알 수 없어 파일 순서에만 따름"
            )
        }
        SetRemark::TakenAsAllGoods(files) => format!(
            "해당 월에 10개 이상의 류가 있어 모든 품목을 담은 것으로 봄: {}",
            few(files, files.len())
        ),
        SetRemark::Copies {
            file,
            lines,
            line,
            original,
        } => format!(
            "{file}: 앞의 행과 모든 칸이 같은 {lines}행은 한 번만 셈, 처음 {line}행({original}행과 같음)"
        ),
        SetRemark::BlankBreakdown { rows, file, line } => {
            format!("지역이나 무역방식이 빈 {rows}행, 처음 {file}:{line}: 합계에만 포함")
        }
        SetRemark::Undated { rows, as_of } => {
            format!("공표일 없는 {rows}행 제외: {as_of}까지 공표되었는지 알 수 없음")
        }
    }
}
