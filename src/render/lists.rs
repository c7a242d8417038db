//! The words of `list` and of other tables that are about no trade in particular.

use crate::render::options::Lang;
use crate::report::{Head, ListOf};

/// What a list is called.
pub(super) fn title(of: ListOf, lang: Lang) -> &'static str {
    let [en, zh, ko] = match of {
        ListOf::Goods => [
            "Goods by HS code, with the figures that the built-in data hold",
            "商品HS编码及内置数据情况",
            "품목 HS 코드와 내장 자료 현황",
        ],
        ListOf::Groups => [
            "Groups of goods, with the figures that the built-in data hold",
            "商品组及内置数据情况",
            "품목군과 내장 자료 현황",
        ],
        ListOf::Partners => [
            "Partners, with the figures that the built-in data hold",
            "贸易伙伴及内置数据情况",
            "교역 상대국과 내장 자료 현황",
        ],
        ListOf::Layouts => [
            "Layouts of files that are read",
            "可读取的文件格式",
            "읽을 수 있는 파일 형식",
        ],
        ListOf::Columns => [
            "Machine columns of each command",
            "各命令的数据列",
            "명령별 데이터 열",
        ],
        ListOf::Measures => [
            "What is measured, what `check` checks, and measures of sanctions",
            "度量、核查指标与制裁措施",
            "측정 항목, 확인 지표, 제재 조치",
        ],
        ListOf::Releases => [
            "Releases of the customs office",
            "海关总署公布日程",
            "해관총서 공표 일정",
        ],
    };
    pick(lang, en, zh, ko)
}

/// The head of a column of such a table.
pub(super) fn head(head: Head, lang: Lang) -> &'static str {
    let [en, zh, ko] = match head {
        Head::Code => ["Code", "编码", "코드"],
        Head::Group => ["Group", "商品组", "품목군"],
        Head::Partner => ["Partner", "贸易伙伴", "상대국"],
        Head::Name => ["Name", "名称", "이름"],
        Head::Figures => ["Figures", "数据数", "수치 수"],
        Head::From => ["From", "起", "처음"],
        Head::To => ["To", "止", "마지막"],
        Head::Layout => ["Layout", "格式", "형식"],
        Head::Recognised => ["Recognised by", "识别依据", "식별 기준"],
        Head::Command => ["Command", "命令", "명령"],
        Head::ColumnName => ["Column", "列", "열"],
        Head::Meaning => ["Meaning", "含义", "뜻"],
        Head::Table => ["Table", "统计表", "통계표"],
        Head::Figure => ["Figure", "数据", "수치"],
        Head::Result => ["Result", "结果", "결과"],
        Head::Formula => ["Formula", "算式", "계산식"],
        Head::Definition => ["Definition", "定义", "정의"],
        Head::Publisher => ["Publisher", "公布者", "공표 기관"],
        Head::Address => ["Address", "网址", "주소"],
        Head::Line => ["Line", "行", "행"],
        Head::Then => ["Then", "当时", "당시"],
        Head::Current => ["Rows that count", "有效行数", "유효 행수"],
        Head::Status => ["Status", "状态", "상태"],
        _ => ["", "", ""],
    };
    pick(lang, en, zh, ko)
}

/// The words that stand in such tables; `None` for any other.
pub(super) fn word(word: &str, lang: Lang) -> Option<&'static str> {
    let [en, zh, ko] = match word {
        "preliminary" => [
            "preliminary: world totals",
            "快讯：进出口总值",
            "잠정치: 전체 교역액",
        ],
        "countries" => ["by country", "国别总值表", "국가별"],
        "countries_in_dollars" => [
            "by country, in dollars (English page)",
            "国别总值表（美元，英文网页）",
            "국가별, 달러 (영문 페이지)",
        ],
        "goods" => [
            "goods by country (online query)",
            "分国别商品（在线查询）",
            "국가별 품목 (온라인 조회)",
        ],
        "UN Comtrade" => ["UN Comtrade", "联合国Comtrade", "유엔 Comtrade"],
        "UN Comtrade until 2022" => [
            "UN Comtrade until 2022",
            "联合国Comtrade（2022年以前）",
            "유엔 Comtrade (2022년 이전)",
        ],
        "ITC Trade Map" => ["ITC Trade Map", "ITC Trade Map", "ITC Trade Map"],
        "the result of `tradecheck sql rollup`" => [
            "the result of `tradecheck sql rollup`",
            "`tradecheck sql rollup`的结果",
            "`tradecheck sql rollup`의 결과",
        ],
        "the IMF's trade by partner" => [
            "the IMF's trade by partner",
            "国际货币基金组织分伙伴贸易",
            "IMF 상대국별 교역",
        ],
        "a row for each series, a column for each month" => [
            "a row for each series, a column for each month",
            "每行一个序列，每列一个月",
            "계열마다 한 행, 월마다 한 열",
        ],
        "the customs query platform" => [
            "the customs query platform",
            "海关统计在线查询平台",
            "해관 통계 조회 플랫폼",
        ],
        "the office's monthly table by country" => [
            "the office's monthly table by country",
            "海关总署月度国别总值表",
            "해관총서 월별 국가별 표",
        ],
        "the office's preliminary table of major partners" => [
            "the office's preliminary table of major partners",
            "海关总署主要国别快讯表",
            "해관총서 주요국 잠정 표",
        ],
        "Series" => ["Series", "序列", "계열"],
        "Change" => ["Change", "变化", "증감"],
        "Contribution" => ["Contribution", "拉动", "기여도"],
        "Unit value" => ["Unit value", "单价", "단가"],
        "Streak" => ["Streak", "连续增减", "연속 증감"],
        "Record" => ["Record", "历史高低", "역대 최고·최저"],
        "A published figure and its rounding" => [
            "A published figure and its rounding",
            "公布数与四舍五入",
            "공표 수치와 반올림",
        ],
        "One month twice: files, vintages, revisions" => [
            "One month twice: files, vintages, revisions",
            "同月多数：文件、版本、修订",
            "같은 달의 여러 수치: 파일, 공표 시점, 수정",
        ],
        "Sanctions" => ["Sanctions", "制裁", "제재"],
        "as published" => ["as published", "按公布数", "공표된 대로"],
        "difference of published figures" => [
            "difference of published figures",
            "公布数相减",
            "공표 수치의 차",
        ],
        "worked back from a published change" => [
            "worked back from a published change",
            "由公布增减率推算",
            "공표 증감률에서 역산",
        ],
        "converted from yuan at the rate of the month" => [
            "converted from yuan at the rate of the month",
            "按当月汇率由人民币折算",
            "그달 환율로 위안화에서 환산",
        ],
        "sum of the rows" => ["sum of the rows", "各行之和", "행의 합"],
        "the change closest to zero of those counted" => [
            "the change closest to zero of those counted",
            "所计各月中最接近零的变化",
            "센 달 가운데 0에 가장 가까운 변화",
        ],
        "compared with the months of the window" => [
            "compared with the months of the window",
            "与区间内各月比较",
            "구간의 달들과 비교",
        ],
        "compared with every earlier month" => [
            "compared with every earlier month",
            "与此前各月比较",
            "이전 모든 달과 비교",
        ],
        "covered / total * 100, at the least and at the most" => [
            "covered / total * 100, at the least and at the most",
            "覆盖额 / 总额 * 100，至少与至多",
            "포괄액 / 총액 * 100, 최소와 최대",
        ],
        "part / whole * 100" => [
            "part / whole * 100",
            "部分 / 总额 * 100",
            "부분 / 전체 * 100",
        ],
        "from the figures used" => ["from the figures used", "由所用数据得出", "사용한 수치에서"],
        "no figures held" => ["no figures held", "无数据", "자료 없음"],
        "measure of sanctions" => ["measure of sanctions", "制裁措施", "제재 조치"],
        "scheduled" => ["scheduled", "已预告", "예고"],
        "first_print" => ["first report", "首次报道", "첫 보도"],
        "observed" => ["dated page", "网页日期", "페이지 날짜"],
        "inferred" => ["expected, by the rule", "按惯例预计", "관례에 따른 예상"],
        "day_unknown" => ["out, day unknown", "已公布，日期不详", "공표됨, 날짜 미상"],
        "measure" => ["--measure", "--measure", "--measure"],
        "metric" => ["check", "check", "check"],
        "sanction" => ["sanctions", "制裁", "제재"],
        "text" => ["text", "文本", "글"],
        "word" => ["word", "词", "단어"],
        "period" => ["period", "时期", "기간"],
        "date" => ["date", "日期", "날짜"],
        "amount" => ["amount", "金额", "금액"],
        "quantity" => ["quantity", "数量", "수량"],
        "unit_value" => ["unit value", "单价", "단가"],
        "value" => ["value", "金额", "금액"],
        "percent" => ["percent", "百分比", "퍼센트"],
        "points" => ["percentage points", "百分点", "퍼센트포인트"],
        "count" => ["count", "个数", "개수"],
        "flag" => ["true or false", "真或假", "참 또는 거짓"],
        _ => return None,
    };
    Some(pick(lang, en, zh, ko))
}

fn pick(lang: Lang, en: &'static str, zh: &'static str, ko: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
        Lang::Ko => ko,
    }
}
