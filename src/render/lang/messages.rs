//! Messages of what went wrong, in Chinese and Korean, by their English text: errors say themselves
//! in English where they stand, and every one that users often meet has its line here. `{}` stands
//! for what a message names; a message without a line stays English.

use super::dates;
use crate::render::options::Lang;
use crate::trade::Partner;

/// English, Chinese, Korean.
const MESSAGES: &[[&str; 3]] = &[
    // Questions without an answer.
    [
        "{} is outside the data: {} figures run from {} to {}; {} figures have it",
        "{}不在数据范围内：{}数据始于{}、止于{}；{}数据有该月",
        "{}은 자료 범위 밖: {} 자료는 {}부터 {}까지; {} 자료에는 있음",
    ],
    [
        "{} is outside the data: {} figures run from {} to {}; it was released on {}",
        "{}不在数据范围内：{}数据始于{}、止于{}；该月数据于{}公布",
        "{}은 자료 범위 밖: {} 자료는 {}부터 {}까지; 그달 수치는 {} 공표",
    ],
    [
        "{} is outside the data: {} figures run from {} to {}; its release, dated {}, counts as {}",
        "{}不在数据范围内：{}数据始于{}、止于{}；该月数据公布日期为{}，按{}计",
        "{}은 자료 범위 밖: {} 자료는 {}부터 {}까지; 그달 수치의 공표 시점은 {}로, {}로 봄",
    ],
    [
        "{} is outside the data: {} figures run from {} to {}",
        "{}不在数据范围内：{}数据始于{}、止于{}",
        "{}은 자료 범위 밖: {} 자료는 {}부터 {}까지",
    ],
    [
        "pass a month in between, or your own files",
        "请给出其间的月份，或自己的文件",
        "그 사이의 월이나 자신의 파일을 지정",
    ],
    [
        "pass {} or a later day",
        "请用{}或更晚的日期",
        "{} 또는 더 늦은 날짜를 지정",
    ],
    ["pass {}", "请用{}", "{} 지정"],
    ["{} is after {}", "{}晚于{}", "{}이 {}보다 늦음"],
    [
        "give the earlier month to {}",
        "请把较早的月份给{}",
        "{}에 더 이른 월을 지정",
    ],
    [
        "no figures for {}: the data hold {}",
        "没有{}的数据：数据中有{}",
        "{} 자료 없음: 있는 자료는 {}",
    ],
    [
        "ask for what is there with {}",
        "请用{}选择已有的数据",
        "{}로 있는 자료를 선택",
    ],
    [
        "the dates are three months apart and may stand for quarters, not for months",
        "日期相隔三个月，可能代表季度而非月份",
        "날짜가 석 달 간격이어서 월이 아니라 분기일 수 있음",
    ],
    [
        "the dates are a year apart and may stand for years, not for months",
        "日期相隔一年，可能代表年份而非月份",
        "날짜가 1년 간격이어서 월이 아니라 연도일 수 있음",
    ],
    ["no column {}", "没有列{}", "{} 열이 없음"],
    ["some of {}", "其中之一：{}", "다음 중에서: {}"],
    [
        "no rows for {}: the data hold {}",
        "没有{}的数据：数据中有{}",
        "{} 자료 없음: 있는 자료는 {}",
    ],
    [
        "name one of them with {}, or {}",
        "请用{}指定其中之一，或用{}",
        "{}로 그중 하나를 지정하거나 {} 사용",
    ],
    ["name it with {}", "请用{}指定", "{}로 지정"],
    [
        "no figures in {}: the data hold {}",
        "没有{}数据：数据为{}",
        "{} 자료 없음: 자료는 {}",
    ],
    [
        "no rows of {}: the data hold {}",
        "没有{}的数据：数据中有{}",
        "{} 자료 없음: 있는 자료는 {}",
    ],
    [
        "name goods that the files hold, or pass the files that hold them",
        "请指定文件所含的商品，或给出含有这些商品的文件",
        "파일에 있는 품목이나 그 품목이 있는 파일을 지정",
    ],
    [
        "ask for one of them alone, or pass your own downloads",
        "请只选其中一项，或给出自己下载的文件",
        "그중 하나만 선택하거나 내려받은 파일을 지정",
    ],
    [
        "nothing can be split by {}: {}",
        "不能按{}拆分：{}",
        "{}별로 나눌 수 없음: {}",
    ],
    [
        "nothing had been released by {}: {}",
        "截至{}尚未公布任何数据：{}",
        "{}까지 공표된 자료 없음: {}",
    ],
    [
        "pass a later {}, or none",
        "请用更晚的{}，或不用",
        "더 늦은 {}를 지정하거나 생략",
    ],
    ["unknown group {}", "没有商品组{}", "{} 품목군이 없음"],
    [
        "did you mean {}? {} lists them; your own with {}",
        "是否想用{}？{}列出全部；自定义的用{}",
        "{}를 뜻했습니까? {}에 목록이 있음; 자신의 것은 {}",
    ],
    [
        "{} lists them; your own with {}",
        "{}列出全部；自定义的用{}",
        "{}에 목록이 있음; 자신의 것은 {}",
    ],
    // What was typed.
    [
        "{}: unknown value {}",
        "{}：无法识别的值{}",
        "{}: 알 수 없는 값 {}",
    ],
    ["{} needs a value", "{}需要一个值", "{}에 값이 필요함"],
    ["no command {}", "没有命令{}", "{} 명령이 없음"],
    ["no flag {}", "没有选项{}", "{} 옵션이 없음"],
    ["unknown flag {}", "没有选项{}", "{} 옵션이 없음"],
    [
        "{} cannot go with {}",
        "{}不能与{}同用",
        "{}는 {}와 함께 쓸 수 없음",
    ],
    ["{} is missing", "缺少{}", "{}가 빠졌음"],
    ["did you mean {}?", "是否想用{}？", "{}를 뜻했습니까?"],
    ["one of {}", "其中之一：{}", "다음 중 하나: {}"],
    [
        "imports, exports, total or balance",
        "imports、exports、total或balance",
        "imports, exports, total, balance 중 하나",
    ],
    [
        "a claim has four parts",
        "一项说法由四部分组成",
        "주장은 네 부분으로 이루어짐",
    ],
    [
        "FLOW METRIC PERIOD VALUE, as in {}",
        "流向、指标、时期、数值，例如{}",
        "구분, 지표, 기간, 값, 예: {}",
    ],
    [
        "a file of claims with {}, an article with {}",
        "说法文件用{}，文章用{}",
        "주장 파일은 {}, 기사는 {}",
    ],
    // Files.
    [
        "no such file or folder",
        "没有此文件或文件夹",
        "파일이나 폴더가 없음",
    ],
    [
        "check the spelling; {} reads standard input",
        "请核对拼写；{}读取标准输入",
        "철자를 확인; {}는 표준 입력",
    ],
    ["cannot be read: {}", "无法读取：{}", "읽을 수 없음: {}"],
    ["the file is empty", "文件为空", "파일이 비어 있음"],
    ["a header line and rows", "表头和数据行", "머리행과 자료 행"],
    ["download it again", "请重新下载", "다시 내려받기"],
    ["no table to read", "没有可读的表格", "읽을 표가 없음"],
    ["files that hold a table", "含表格的文件", "표가 있는 파일"],
    [
        "name the file itself to hear what is wrong with it",
        "直接给出该文件可知其问题",
        "파일을 직접 지정하면 문제를 알 수 있음",
    ],
    [
        "the file is binary, not text",
        "文件是二进制，不是文本",
        "텍스트가 아닌 이진 파일",
    ],
    [
        "save the table as CSV",
        "请把表格存为CSV",
        "표를 CSV로 저장",
    ],
    [
        "holds several tables: {}",
        "含有多个表：{}",
        "표가 여럿임: {}",
    ],
    ["one table", "一个表", "표 하나"],
    ["{} says which", "请用{}指明", "{}로 지정"],
    ["{} and {} say which", "请用{}和{}指明", "{}와 {}로 지정"],
    ["not a number", "不是数字", "숫자가 아님"],
    [
        "digits such as {} or {}",
        "数字，例如{}或{}",
        "{}나 {} 같은 숫자",
    ],
    [
        "leave a cell empty, or write {}, where no value is known",
        "没有数值时请留空，或写{}",
        "값이 없으면 비워 두거나 {}로 표기",
    ],
    ["the value is too large", "数值过大", "값이 너무 큼"],
    [
        "a trade value below zero",
        "贸易额小于零",
        "교역액이 0보다 작음",
    ],
    ["a value of zero or more", "零或更大的数值", "0 이상의 값"],
    [
        "a balance is computed, not read",
        "差额由计算得出，不读取",
        "수지는 읽지 않고 계산함",
    ],
    ["not a month", "不是月份", "월이 아님"],
    [
        "a month such as {}, {}, {} or {}",
        "月份，例如{}、{}、{}或{}",
        "{}, {}, {}, {} 같은 월",
    ],
    [
        "a month such as {} or {}",
        "月份，例如{}或{}",
        "{}나 {} 같은 월",
    ],
    ["a month such as {}", "月份，例如{}", "{} 같은 월"],
    [
        "has no month {}: months run from 01 to 12",
        "没有{}月：月份为01至12",
        "{}월은 없음: 월은 01~12",
    ],
    [
        "unknown flow",
        "无法识别的进出口方向",
        "알 수 없는 수출입 구분",
    ],
    [
        "`{}`, `{}` or `{}`",
        "`{}`、`{}`或`{}`",
        "`{}`, `{}`, `{}` 중 하나",
    ],
    ["unknown unit", "无法识别的单位", "알 수 없는 단위"],
    [
        "`{}`, `{}`, `{}`, `{}`, `{}` or `{}`, of USD or CNY",
        "`{}`、`{}`、`{}`、`{}`、`{}`或`{}`，美元或人民币",
        "`{}`, `{}`, `{}`, `{}`, `{}`, `{}` 중 하나(달러 또는 위안)",
    ],
    ["unknown currency", "无法识别的货币", "알 수 없는 통화"],
    ["`{}` or `{}`", "`{}`或`{}`", "`{}` 또는 `{}`"],
    ["not an HS code", "不是HS编码", "HS 코드가 아님"],
    [
        "2, 4, 6, 8 or 10 digits",
        "2、4、6、8或10位数字",
        "2, 4, 6, 8, 10자리 숫자",
    ],
    ["not a date", "不是日期", "날짜가 아님"],
    [
        "a date such as {} or {}",
        "日期，例如{}或{}",
        "{}나 {} 같은 날짜",
    ],
    [
        "and {} more like this",
        "另有{}处同类问题",
        "같은 문제 {}건 더 있음",
    ],
    ["and {} more problems", "另有{}个问题", "문제 {}건 더 있음"],
    ["and 1 more problem", "另有1个问题", "문제 1건 더 있음"],
    [
        "the unit is not stated",
        "未说明单位",
        "단위가 나와 있지 않음",
    ],
    [
        "the currency is not stated",
        "未说明货币",
        "통화가 나와 있지 않음",
    ],
    [
        "the row is long: {} fields under {} columns",
        "该行过长：{}个字段，{}列",
        "행이 김: {}개 항목, {}개 열",
    ],
    [
        "the row is short: {} fields under {} columns",
        "该行过短：{}个字段，{}列",
        "행이 짧음: {}개 항목, {}개 열",
    ],
    ["{} fields", "{}个字段", "{}개 항목"],
    [
        "the line may be cut off",
        "该行可能被截断",
        "행이 잘렸을 수 있음",
    ],
];

/// A message with its lines, as the program says it in English, in another language.
pub fn message(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let lines: Vec<String> = text.lines().map(|line| in_lines(line, lang)).collect();
    lines.join("\n")
}

fn in_lines(line: &str, lang: Lang) -> String {
    let labels = match lang {
        Lang::Zh => ["  应为：", "  提示："],
        _ => ["  바른 값: ", "  도움말: "],
    };
    for (english, label) in ["  expected: ", "  help: "].into_iter().zip(labels) {
        if let Some(rest) = line.strip_prefix(english) {
            return format!(
                "{label}{}",
                translated(rest, lang).unwrap_or_else(|| rest.to_owned())
            );
        }
    }
    // The place comes first, what stood there last: `a.csv:2:26: unknown unit: `milion``.
    let starts = line.match_indices(": ").map(|(at, mark)| at + mark.len());
    for start in std::iter::once(0).chain(starts) {
        let (place, said) = line.split_at(start);
        if let Some(said) = translated(said, lang) {
            return format!("{place}{said}");
        }
        if let Some((what, found)) = said.rsplit_once(": `")
            && let Some(what) = translated(what, lang)
        {
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            return format!("{place}{what}{colon}`{found}");
        }
    }
    line.to_owned()
}

/// The message in the language, where it has a line.
fn translated(text: &str, lang: Lang) -> Option<String> {
    MESSAGES.iter().find_map(|[english, zh, ko]| {
        let named = named(english, text)?;
        let words = if lang == Lang::Zh { zh } else { ko };
        let mut said = String::new();
        let mut named = named.into_iter();
        for (at, part) in words.split("{}").enumerate() {
            if at > 0 {
                said.push_str(&in_words(named.next()?, lang));
            }
            said.push_str(part);
        }
        Some(said)
    })
}

/// What a message names in the places of its pattern.
fn named<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let end = match (is_last, part.is_empty()) {
            (true, true) => rest.len(),
            (true, false) => rest.strip_suffix(part)?.len(),
            (false, _) => rest.find(part)?,
        };
        found.push(rest.get(..end)?);
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(found)
}

/// A month, a date, a currency, a flow among what is named.
fn in_words(named: &str, lang: Lang) -> String {
    let is_date = matches!(named.len(), 7 | 10)
        && named.starts_with(|one: char| one.is_ascii_digit())
        && named.split('-').all(|part| part.parse::<u32>().is_ok());
    match (named, lang) {
        ("USD", Lang::Zh) => "美元".to_owned(),
        ("CNY", Lang::Zh) => "人民币".to_owned(),
        ("USD", Lang::Ko) => "달러".to_owned(),
        ("CNY", Lang::Ko) => "위안".to_owned(),
        _ if is_date => dates::day(named, lang),
        _ => {
            let names: Vec<String> = named.split(", ").map(|one| partner(one, lang)).collect();
            names.join(", ")
        }
    }
}

/// `South Korea (133)`: a partner with its code; anything else stands as it is.
fn partner(named: &str, lang: Lang) -> String {
    let code = named
        .strip_suffix(')')
        .and_then(|named| named.rsplit_once(" ("));
    let found = code.and_then(|(name, code)| {
        let partner = Partner::at(Partner::find(code)?)?;
        (*partner.en == *name).then_some((partner, code))
    });
    match (found, lang) {
        (Some((partner, code)), Lang::Zh) => format!("{}（{code}）", partner.zh),
        (Some((partner, code)), Lang::Ko) => format!("{}({code})", partner.ko),
        _ => named.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_place_and_what_stood_there() {
        let text = "tradecheck: a.csv:2:26: unknown unit: `milion`\n  help: download it again";
        assert_eq!(
            message(text, Lang::Zh),
            "tradecheck: a.csv:2:26: 无法识别的单位：`milion`\n  提示：请重新下载"
        );
        assert_eq!(
            message(text, Lang::Ko),
            "tradecheck: a.csv:2:26: 알 수 없는 단위: `milion`\n  도움말: 다시 내려받기"
        );
        assert_eq!(message(text, Lang::En), text);
    }

    #[test]
    fn what_is_named_is_said_in_the_language() {
        let text = "2030-01 is outside the data: USD figures run from 2013-01 to 2026-06";
        assert_eq!(
            message(text, Lang::Zh),
            "2030年1月不在数据范围内：美元数据始于2013年1月、止于2026年6月"
        );
        assert_eq!(message("nobody knows this", Lang::Ko), "nobody knows this");
    }

    #[test]
    fn every_line_names_the_same_things_in_each_language() {
        for line in MESSAGES {
            let places = line.map(|text| text.matches("{}").count());
            assert!(places.iter().all(|one| *one == places[0]), "{line:?}");
        }
    }
}
