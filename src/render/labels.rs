//! The words of the tables for people, in English, Chinese and Korean.

use super::{Lang, finding_words, lists};
pub(crate) use crate::render::pick::{name, pick};
use crate::render::{breakdown, lang};
use crate::report::{Column, Head, Shows, Subject, ViewColumn};
use crate::trade::{Flow, Partner, PartnerChoice};

/// The partner, or several joined, or all of them.
pub(crate) fn partner(choice: &PartnerChoice, lang: Lang) -> String {
    let PartnerChoice::These(places) = choice else {
        let all = match lang {
            Lang::En => "all partners",
            Lang::Zh => "所有伙伴",
            Lang::Ko => "전체 상대국",
        };
        return all.to_string();
    };
    let partners = places.iter().filter_map(|place| Partner::at(*place));
    let names: Vec<&str> = partners
        .map(|partner| match lang {
            Lang::En => &*partner.en,
            Lang::Zh => &*partner.zh,
            Lang::Ko => &*partner.ko,
        })
        .collect();
    match (lang, &names[..]) {
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} and {last}", first.join(", "))
        }
        (Lang::Zh, _) => names.join("、"),
        (Lang::Ko, _) => names.join("·"),
        _ => names.concat(),
    }
}

pub(crate) fn subject(subject: Subject, lang: Lang) -> &'static str {
    let [en, zh, ko] = match subject {
        Subject::Yoy => [
            "change from a year earlier",
            "同比变化",
            "전년 동월 대비 증감",
        ],
        Subject::YoyOfPeriod => [
            "change from a year earlier",
            "同比变化",
            "전년 동기 대비 증감",
        ],
        Subject::Streaks => ["current streaks", "当前连续增减", "현재 연속 증감"],
        Subject::Links => [
            "current streaks month by month",
            "当前连续增减逐月明细",
            "현재 연속 증감의 월별 내역",
        ],
        Subject::LongestStreaks => ["longest streaks", "最长连续增减", "최장 연속 증감"],
        Subject::Series => ["month by month", "逐月数据", "월별 추이"],
        Subject::Movers => ["goods behind the change", "主要拉动商品", "주요 변동 품목"],
        Subject::Brief => ["statement", "概况", "개요"],
        Subject::Record => ["highs and lows on record", "历史高低", "역대 최고·최저"],
        // The picture itself says what it shows.
        Subject::Chart | Subject::Page => ["", "", ""],
        Subject::Inspect => ["contents of the data", "数据概况", "자료 점검"],
        Subject::Files => ["files", "文件", "파일"],
        Subject::Coverage => ["coverage", "覆盖月份", "수록 범위"],
        Subject::Texts => ["columns and texts", "列与文字", "열과 글"],
        Subject::Findings => ["findings", "检查结果", "점검 결과"],
        Subject::Revisions => ["figures by release", "历次公布", "공표별 수치"],
        Subject::Sanctions => ["sanctions on goods", "商品制裁措施", "물품 제재 조치"],
        Subject::SanctionedTrade => [
            "trade under sanctions in force",
            "生效制裁措施下的贸易",
            "시행 중 제재 대상 교역",
        ],
        Subject::SanctionsCoverage => [
            "share covered by sanctions",
            "制裁覆盖比重",
            "제재 포괄 비중",
        ],
        Subject::SanctionsCaps => ["use of caps", "限额使用情况", "한도 소진 현황"],
        Subject::Claims => ["claims checked", "核查结果", "사실 확인"],
        Subject::List(of) => return lists::title(of, lang),
        Subject::Figures => ["figures used", "所用数据", "사용한 수치"],
        Subject::Workings => [
            "how the figures were worked out",
            "数据的计算过程",
            "수치의 계산 과정",
        ],
        Subject::Receipt => [
            "Whether an earlier answer still holds",
            "此前结果是否仍成立",
            "이전 답이 아직 유효한지",
        ],
        Subject::Archive => ["what the archive keeps", "存档内容", "보관 자료 내용"],
    };
    pick(lang, en, zh, ko)
}

/// Where a head may break that has no space there.
pub(crate) const NO_SPACE: char = '\u{200b}';

/// The head of a column for people.
pub(crate) fn head(head: Head, lang: Lang) -> String {
    let [en, zh, ko] = match head {
        Head::At(period) => return lang::period(period, lang),
        Head::LastMonths(count) => return lang::spark::head(count, lang),
        Head::Column(column) => return column.name().to_owned(),
        Head::Flow => ["Flow", "进出口", "구분"],
        Head::Part(by) => breakdown::words(by),
        Head::Contribution => ["Contrib. pp", "拉动\u{200b}（百分点）", "기여도 (%p)"],
        Head::Quantity => ["Quantity y/y", "数量\u{200b}同比", "물량 전년 동월 대비"],
        Head::UnitValue => ["Unit value y/y", "单价\u{200b}同比", "단가 전년 동월 대비"],
        Head::Unit => ["Unit", "单位", "단위"],
        Head::Share => ["Share", "比重", "비중"],
        Head::Month => ["Month", "月份", "월"],
        Head::MonthEarlier => ["A month earlier", "上月", "전월"],
        Head::YearEarlier => ["A year earlier", "上年同期", "전년 동월"],
        Head::Value => ["Value", "金额", "금액"],
        Head::Change => ["Change", "增减额", "증감액"],
        Head::Yoy => ["y/y", "同比", "전년 동월 대비"],
        Head::YoyOfPeriod => ["y/y", "同比", "전년 동기 대비"],
        Head::Mom => ["m/m", "环比", "전월 대비"],
        Head::Printed => ["Printed", "公布\u{200b}同比", "공표 증감률"],
        Head::Streak => ["Streak", "连续增减", "연속 증감"],
        Head::YearToDate => ["Year to date", "累计", "누계"],
        Head::YearToDateYoy => ["YTD y/y", "累计\u{200b}同比", "누계 전년 동기 대비"],
        Head::Rolling3 => ["3m sum", "近3\u{200b}个月", "3개월"],
        Head::Rolling3Yoy => [
            "3m y/y",
            "近3\u{200b}个月\u{200b}同比",
            "3개월 전년 동기 대비",
        ],
        Head::Rolling12 => ["12m sum", "近12\u{200b}个月", "12개월"],
        Head::Rolling12Yoy => [
            "12m y/y",
            "近12\u{200b}个月\u{200b}同比",
            "12개월 전년 동기 대비",
        ],
        Head::Basis => ["Basis", "依据", "근거"],
        Head::Since => ["Since", "起始", "시작"],
        Head::Until => ["Until", "截至", "종료"],
        Head::Link => ["No.", "序号", "순번"],
        Head::Weakest => ["Weakest", "最小变动", "최소 변동폭"],
        Head::File => ["File", "文件", "파일"],
        Head::Rows => ["Rows", "行数", "행수"],
        Head::Holds => ["Holds", "内容", "내용"],
        Head::Released => ["Released", "公布", "공표"],
        Head::Year => ["Year", "年", "연도"],
        Head::Finding => ["Finding", "类型", "유형"],
        Head::Claim => ["Claim", "编号", "번호"],
        Head::Sentence => ["No.", "句", "문장"],
        Head::Metric => ["Metric", "指标", "지표"],
        Head::Claimed => ["Claimed", "所称", "주장"],
        Head::Verdict => ["Verdict", "判定", "판정"],
        Head::Now => ["Now", "现在", "현재"],
        Head::Reading => ["Reading", "读法", "읽기"],
        Head::Against => ["Against", "对照", "대조"],
        Head::Difference => ["Difference", "差", "차이"],
        Head::Count => ["Count", "数目", "건수"],
        Head::Record => ["Record", "历史排位", "기록"],
        Head::Before => ["Before", "此前", "이전"],
        Head::YoyBefore => ["y/y before", "此前\u{200b}同比", "이전 전년 동월 대비"],
        Head::RevisedBy => ["Revised by", "修订幅度", "수정률"],
        Head::Instrument => ["By", "依据", "근거"],
        Head::Measure => ["Measure", "措施", "조치"],
        Head::Goods => ["Goods", "商品", "품목"],
        Head::HsCodes => ["HS", "HS编码", "HS"],
        Head::Kind => ["Kind", "种类", "종류"],
        Head::InForce => ["In force", "生效", "시행"],
        Head::FirstFullMonth => ["Full from", "首个完整月", "온전한 첫 달"],
        Head::Phase => ["Phase", "阶段", "단계"],
        Head::On => ["On", "日期", "기준일"],
        Head::AtLeast => ["At least", "至少", "최소"],
        Head::AtMost => ["At most", "至多", "최대"],
        Head::Amount => ["Quantity", "数量", "수량"],
        Head::Used => ["Used", "已用", "사용"],
        Head::Cap => ["Cap", "限额", "한도"],
        Head::ShareOfCap => ["Of cap", "占限额", "한도 대비"],
        Head::Bound => ["Bound", "确定性", "확정 여부"],
        other => return lists::head(other, lang).to_owned(),
    };
    pick(lang, en, zh, ko).to_string()
}

/// What one column is called in a line under the table.
pub(crate) fn column_in_note(column: &ViewColumn, lang: Lang) -> String {
    let word = match (column.head, column.shows) {
        (Head::At(period), Shows::Column(Column::Base)) if !period.is_month() => {
            pick(lang, "A year earlier", "上年同期", "전년 동기").to_owned()
        }
        (Head::At(_), Shows::Column(Column::Base)) => head(Head::YearEarlier, lang),
        (Head::At(_), Shows::Column(Column::Value)) => head(Head::Value, lang),
        _ => head(column.head, lang).replace(NO_SPACE, ""),
    };
    // `YTD yoy` keeps its capitals.
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = word.chars().skip(1);
            first.to_lowercase().chain(rest).collect()
        }
        _ => word,
    }
}

/// A flow as the first cell of a row.
pub(crate) fn flow(flow: Flow, lang: Lang) -> &'static str {
    match flow {
        Flow::Import => pick(lang, "Imports", "进口", "수입"),
        Flow::Export => pick(lang, "Exports", "出口", "수출"),
        Flow::Total => pick(lang, "Total", "进出口", "교역액"),
        Flow::Balance => pick(lang, "Balance", "贸易差额", "무역수지"),
    }
}

/// A flow inside a line under the table.
pub(crate) fn flow_in_note(one: Flow, lang: Lang) -> String {
    flow(one, lang).to_lowercase()
}

/// A word from a closed list; a word that is not on it stands as it is.
pub(crate) fn word(word: &'static str, lang: Lang) -> &'static str {
    match word {
        "total" => pick(lang, "Total", "合计", "합계"),
        "other" => pick(lang, "Other", "其他", "기타"),
        "fall" => pick(lang, "fall", "下降", "감소"),
        "rise" => pick(lang, "rise", "增长", "증가"),
        "flat" => pick(lang, "unchanged", "持平", "보합"),
        "exact" => pick(lang, "exact", "确定", "확정"),
        "at_least" => pick(lang, "at least", "至少", "최소"),
        "printed" => pick(lang, "printed", "公布", "공표"),
        "difference" => pick(lang, "difference", "相减", "차액"),
        "implied" => pick(lang, "implied", "推算", "역산"),
        "sum" => pick(lang, "sum", "加总", "합산"),
        "yoy" => pick(lang, "y/y", "同比", "전년 동월 대비"),
        "mom" => pick(lang, "m/m", "环比", "전월 대비"),
        "converted" => pick(lang, "converted", "折算", "환산"),
        "ban" => pick(lang, "ban", "禁止", "금지"),
        "suspension" => pick(lang, "suspension", "暂停", "중단"),
        "ban_livelihood_exempt" => pick(lang, "exempt", "民生豁免", "민생 예외"),
        "cap" => pick(lang, "cap", "限额", "한도"),
        "cap_relative" => pick(lang, "relative cap", "相对限额", "상대 한도"),
        "contested" => pick(lang, "contested", "有争议", "논란"),
        "list_based" => pick(lang, "by list", "按清单", "목록 기준"),
        "streak" => pick(lang, "streak", "连续增减", "연속 증감"),
        "streak-mom" => pick(lang, "streak m/m", "环比连续增减", "전월 대비 연속 증감"),
        "ytd-yoy" => pick(lang, "YTD y/y", "累计同比", "누계 전년 동기 대비"),
        "record" => pick(lang, "record", "历史排位", "기록"),
        "share" => pick(lang, "share", "比重", "비중"),
        "ratio" => pick(lang, "ratio", "倍数", "배율"),
        "value" => pick(lang, "value", "金额", "금액"),
        "quantity" => pick(lang, "quantity", "数量", "물량"),
        "balance" => pick(lang, "balance", "贸易差额", "무역수지"),
        "balance-yoy" => pick(lang, "balance y/y", "贸易差额同比", "무역수지 전년 대비"),
        "coverage" => pick(lang, "coverage", "覆盖比重", "포괄 비중"),
        "true" => pick(lang, "true", "属实", "참"),
        "false" => pick(lang, "false", "不实", "거짓"),
        "cannot_tell" => pick(lang, "cannot tell", "无法判定", "판정 불가"),
        "not_understood" => pick(lang, "not understood", "未能读懂", "해석 불가"),
        "before" => pick(lang, "before", "之前", "이전"),
        "transition" => pick(lang, "transition", "过渡", "과도"),
        "full" => pick(lang, "full", "完全", "전면"),
        other => finding_words::word(other, lang),
    }
}

/// The change from the month before, in a line under the table.
pub(crate) fn mom(lang: Lang) -> &'static str {
    pick(lang, "m/m", "环比", "전월 대비")
}

/// ` and 3 more`, at the end of a list.
pub(crate) fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(" and {count} more"),
        Lang::Zh => format!("等（另有{count}个）"),
        Lang::Ko => format!(" 외 {count}건"),
    }
}

/// What a flag says where it is set.
pub(crate) fn flag(lang: Lang) -> &'static str {
    pick(lang, "weakest", "最小变动", "최소 변동폭")
}

/// `(12-fold)`.
pub(crate) fn fold(times: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("({times}-fold)"),
        Lang::Zh => format!("({times}倍)"),
        Lang::Ko => format!("({times}배)"),
    }
}

/// `−1.0 % in 2017-08`.
pub(crate) fn percent_in(percent: &str, month: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{percent} % in {month}"),
        Lang::Zh => format!("{month}：{percent}%"),
        Lang::Ko => format!("{month} {percent}%"),
    }
}

/// The line before the notes.
pub(crate) fn notes(lang: Lang) -> &'static str {
    pick(lang, "Notes:", "注：", "주:")
}
