//! What a claim says, in the words of each language: the machine text `228 million USD`,
//! `lowest-since:2017-02`, `7 falls`.

use super::dates;
use crate::render::options::Lang;
use crate::render::pick::pick;
use crate::trade::{Period, QuantityUnit};

/// The words of size of the machine text, and the power of ten of each.
const SIZES: [(&str, usize); 3] = [("billion", 9), ("million", 6), ("thousand", 3)];

/// How exactly a number is meant: the machine text, Chinese, Korean behind the number.
const MEANT: [(&str, &str, &str); 6] = [
    ("about ", "约", "약 "),
    ("almost ", "近", "거의 "),
    ("more than ", "超过", " 초과"),
    ("at least ", "至少", " 이상"),
    ("less than ", "不足", " 미만"),
    ("at most ", "至多", " 이하"),
];

/// What a claim says, for people.
pub(crate) fn stated(said: &str, lang: Lang) -> String {
    for (start, lowest) in [("lowest-", true), ("highest-", false)] {
        if let Some(reach) = said.strip_prefix(start) {
            return record(reach, lowest, lang);
        }
    }
    match said {
        "rise" => return pick(lang, "rise", "增长", "증가").to_owned(),
        "fall" => return pick(lang, "fall", "下降", "감소").to_owned(),
        _ => {}
    }
    let meant = MEANT.iter().find(|(word, ..)| said.starts_with(word));
    let rest = meant.map_or(said, |(word, ..)| &said[word.len()..]);
    let number = number(rest, lang);
    match (meant, lang) {
        (None, _) => number,
        (Some((word, ..)), Lang::En) => format!("{word}{number}"),
        (Some((_, zh, _)), Lang::Zh) => format!("{zh}{number}"),
        (Some((_, _, ko)), Lang::Ko) if ko.starts_with(' ') => format!("{number}{ko}"),
        (Some((_, _, ko)), Lang::Ko) => format!("{ko}{number}"),
    }
}

/// `since:2017-02`, `on-record:2014-01`, `on-record`.
fn record(reach: &str, lowest: bool, lang: Lang) -> String {
    let (kind, from) = reach.split_once(':').unwrap_or((reach, ""));
    let from = from.parse::<Period>().map_or_else(
        |_| from.to_owned(),
        |period| match period.len() == 12 && period.from.month() == 1 {
            true => dates::day(from, lang),
            false => dates::period(period, lang),
        },
    );
    let extreme = match lowest {
        true => pick(lang, "lowest", "最低", "최저"),
        false => pick(lang, "highest", "最高", "최고"),
    };
    match (kind, &*from, lang) {
        ("since", _, Lang::En) => format!("{extreme} since {from}"),
        ("since", _, Lang::Zh) => format!("{from}以来{extreme}"),
        ("since", _, Lang::Ko) => format!("{from} 이후 {extreme}"),
        (_, "", Lang::En) => format!("{extreme} on record"),
        (_, "", Lang::Zh) => format!("有记录以来{extreme}"),
        (_, "", Lang::Ko) => format!("역대 {extreme}"),
        (_, _, Lang::En) => format!("{extreme} on record, from {from}"),
        (_, _, Lang::Zh) => format!("{from}有记录以来{extreme}"),
        (_, _, Lang::Ko) => format!("{from} 집계 이래 {extreme}"),
    }
}

/// `-37.9 %`, `228 million USD`, `2.2 times`, `7 falls`, `1636591 t`.
fn number(said: &str, lang: Lang) -> String {
    let (digits, rest) = said.split_once(' ').unwrap_or((said, ""));
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(size) => ("−", size),
        None => ("", digits),
    };
    let is_number = digits.starts_with(|one: char| one.is_ascii_digit());
    if !is_number {
        return said.to_owned();
    }
    let (size, unit) = rest.split_once(' ').unwrap_or((rest, ""));
    let (power, unit) = match SIZES.iter().find(|(word, _)| *word == size) {
        Some((_, power)) => (*power, unit),
        None => (0, rest),
    };
    let plain = |unit: &str| format!("{sign}{digits}{unit}");
    match (unit, lang) {
        ("%", Lang::En) => plain(" %"),
        ("%", _) => plain("%"),
        ("times", _) => plain(pick(lang, " times", "倍", "배")),
        ("fall" | "falls", Lang::Zh) => format!("连续{digits}个月下降"),
        ("fall" | "falls", Lang::Ko) => format!("{digits}개월 연속 감소"),
        ("rise" | "rises", Lang::Zh) => format!("连续{digits}个月增长"),
        ("rise" | "rises", Lang::Ko) => format!("{digits}개월 연속 증가"),
        (_, Lang::En) => {
            let word = if power > 0 {
                format!(" {size}")
            } else {
                String::new()
            };
            let amount = format!("{sign}{}{word}", grouped(digits));
            match unit {
                "" => amount,
                "USD" | "CNY" => format!("{unit} {amount}"),
                unit => format!("{amount} {unit}"),
            }
        }
        _ => format!(
            "{sign}{}{}",
            in_myriads(digits, power, lang),
            unit_of(unit, lang)
        ),
    }
}

/// `1,636,591`.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut said = String::new();
    for (at, one) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(one);
    }
    match decimals {
        "" => said,
        decimals => format!("{said}.{decimals}"),
    }
}

/// A number in the words of size of East Asia, with each digit that was stated: `2.28亿`.
fn in_myriads(digits: &str, power: usize, lang: Lang) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    // So many digits stand before the point once the word of size is written out.
    let all = format!("{whole}{decimals}");
    let leading = whole.len() + power;
    let (word, down) = match leading {
        9.. => (pick(lang, "", "亿", "억"), 8),
        5..=8 => (pick(lang, "", "万", "만"), 4),
        _ => ("", 0),
    };
    let before = leading - down;
    let all = format!("{all:0<before$}");
    let (whole, decimals) = all.split_at(before);
    match decimals {
        "" => format!("{whole}{word}"),
        decimals => format!("{whole}.{decimals}{word}"),
    }
}

/// A currency or a unit of quantity.
fn unit_of(unit: &str, lang: Lang) -> String {
    let gap = if lang == Lang::Ko { " " } else { "" };
    match unit {
        "" => String::new(),
        "USD" => format!("{gap}{}", pick(lang, unit, "美元", "달러")),
        "CNY" => format!("{gap}{}", pick(lang, unit, "元", "위안")),
        "t" => format!("{gap}{}", pick(lang, "t", "吨", "톤")),
        "kg" => format!("{gap}{}", pick(lang, "kg", "千克", "킬로그램")),
        unit => match QuantityUnit::find(unit) {
            Some((one, _)) if !one.is_weight() => {
                format!("{gap}{}", pick(lang, unit, one.zh(), one.ko()))
            }
            _ => format!(" {unit}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_claimed_is_said_as_each_language_says_it() {
        let cases = [
            ("-37.9 %", "−37.9 %", "−37.9%", "−37.9%"),
            (
                "228 million USD",
                "USD 228 million",
                "2.28亿美元",
                "2.28억 달러",
            ),
            (
                "2.02220 billion USD",
                "USD 2.02220 billion",
                "20.2220亿美元",
                "20.2220억 달러",
            ),
            (
                "63 thousand USD",
                "USD 63 thousand",
                "6.3万美元",
                "6.3만 달러",
            ),
            (
                "-1.46 billion CNY",
                "CNY −1.46 billion",
                "−14.6亿元",
                "−14.6억 위안",
            ),
            ("1636591 t", "1,636,591 t", "163.6591万吨", "163.6591만 톤"),
            (
                "about 40.7 times",
                "about 40.7 times",
                "约40.7倍",
                "약 40.7배",
            ),
            (
                "at least 7 falls",
                "at least 7 falls",
                "至少连续7个月下降",
                "7개월 연속 감소 이상",
            ),
            ("more than 90 %", "more than 90 %", "超过90%", "90% 초과"),
            ("7", "7", "7", "7"),
            ("rise", "rise", "增长", "증가"),
            (
                "lowest-since:2017-02",
                "lowest since 2017-02",
                "2017年2月以来最低",
                "2017년 2월 이후 최저",
            ),
            (
                "highest-since:2019",
                "highest since 2019",
                "2019年以来最高",
                "2019년 이후 최고",
            ),
            (
                "lowest-on-record",
                "lowest on record",
                "有记录以来最低",
                "역대 최저",
            ),
        ];
        for (said, en, zh, ko) in cases {
            assert_eq!(stated(said, Lang::En), en);
            assert_eq!(stated(said, Lang::Zh), zh);
            assert_eq!(stated(said, Lang::Ko), ko);
        }
    }
}
