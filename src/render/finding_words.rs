//! The words of findings.

use crate::render::pick::pick;
use crate::render::{Lang, lists};

/// The words of findings; a word that is not on the list stands as it is.
pub(super) fn word(word: &'static str, lang: Lang) -> &'static str {
    let [en, zh, ko] = match word {
        "gap" => ["missing", "缺", "없음"],
        "cut" => ["probably cut off", "可能被截断", "잘린 듯함"],
        "dropped" => ["rows dropped", "行已舍弃", "행 제외"],
        "unit_break" => ["unit break", "单位突变", "단위 단절"],
        "flows_total" => [
            "imports + exports ≠ total",
            "进口+出口≠进出口",
            "수입+수출≠교역액",
        ],
        "details_total" => ["details ≠ published", "明细≠公布", "세부≠공표"],
        "depths_differ" => ["two depths differ", "两种细度不同", "두 세분 수준 불일치"],
        "ytd_sum" => ["year to date ≠ its months", "累计≠各月之和", "누계≠월별 합"],
        "ytd_step" => [
            "year to date ≠ last + month",
            "累计≠上期累计+当月",
            "누계≠전월 누계+당월",
        ],
        "revision" => ["revised", "修订", "수정"],
        "repeated" => ["in several files", "多个文件重复", "여러 파일에 중복"],
        "currency_gap" => ["currencies apart", "币种数据不符", "통화 간 불일치"],
        "copied" => ["copies in one file", "文件内重复行", "파일 내 중복 행"],
        "joined" => ["rows added up", "同键相加", "행 합산"],
        other => return lists::word(other, lang).unwrap_or(word),
    };
    pick(lang, en, zh, ko)
}
