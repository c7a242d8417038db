//! Claims for people, from the machine text: `228 million USD`, `lowest-since:2017-02`, `7 falls`.

use crate::render::lang::dates::Dates;
use crate::render::lang::marks::Marks;
use crate::trade::Period;

/// The precision of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberPrecision {
    About,
    Almost,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}

const MEANT: [(&str, NumberPrecision); 6] = [
    ("about ", NumberPrecision::About),
    ("almost ", NumberPrecision::Almost),
    ("more than ", NumberPrecision::MoreThan),
    ("at least ", NumberPrecision::AtLeast),
    ("less than ", NumberPrecision::LessThan),
    ("at most ", NumberPrecision::AtMost),
];

/// A number with its unit, as stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct SizeStated<'a> {
    /// A minus sign, or nothing.
    pub sign: &'a str,
    /// All stated digits, without a sign.
    pub digits: &'a str,
    /// `billion`, `million`, `thousand`, or nothing.
    pub word: &'a str,
    /// The power of ten of that word.
    pub power: usize,
    /// A currency or a unit of quantity, or nothing.
    pub unit: &'a str,
}

/// The words for scales in the machine text, with their powers of ten.
const SIZES: [(&str, usize); 3] = [("billion", 9), ("million", 6), ("thousand", 3)];

/// Claims in one language.
pub(crate) trait StatedWords {
    /// A fall or a rise, without a number.
    fn direction(&self, is_fall: bool) -> &'static str;
    /// The lowest or highest since this month.
    fn record_since(&self, is_lowest: bool, from: &str) -> String;
    /// The lowest or highest of all figures, with the first of them if it is stated.
    fn record_of_all(&self, is_lowest: bool, from: Option<&str>) -> String;
    /// A number with its precision.
    fn meant(&self, how: NumberPrecision, number: &str) -> String;
    /// A multiple of something.
    fn times_stated(&self, number: &str) -> String;
    /// A number of falls or rises in a row.
    fn months_stated(&self, is_fall: bool, months: &str) -> String;
    /// Money or a quantity.
    fn size_stated(&self, size: SizeStated<'_>) -> String;
}

/// A claim, for people.
pub(crate) fn stated<W: StatedWords + Dates + ?Sized>(
    stated: &str,
    words: &W,
    marks: &Marks,
) -> String {
    for (start, is_lowest) in [("lowest-", true), ("highest-", false)] {
        if let Some(reach) = stated.strip_prefix(start) {
            return record(reach, is_lowest, words);
        }
    }
    if matches!(stated, "rise" | "fall") {
        return words.direction(stated == "fall").to_owned();
    }
    let meant = MEANT
        .iter()
        .find_map(|(word, how)| Some((how, stated.strip_prefix(word)?)));
    match meant {
        Some((how, rest)) => words.meant(*how, &number(rest, words, marks)),
        None => number(stated, words, marks),
    }
}

/// `since:2017-02`, `on-record:2014-01`, `on-record`.
fn record<W: StatedWords + Dates + ?Sized>(reach: &str, is_lowest: bool, words: &W) -> String {
    let (kind, from) = reach.split_once(':').unwrap_or((reach, ""));
    let from = from.parse::<Period>().map_or_else(
        |_| from.to_owned(),
        |period| match period.len() == 12 && period.from.month() == 1 {
            true => words.day(from),
            false => words.period(period),
        },
    );
    match kind {
        "since" => words.record_since(is_lowest, &from),
        _ => words.record_of_all(is_lowest, Some(&*from).filter(|from| !from.is_empty())),
    }
}

/// `-37.9 %`, `228 million USD`, `2.2 times`, `7 falls`, `1636591 t`.
fn number<W: StatedWords + ?Sized>(stated: &str, words: &W, marks: &Marks) -> String {
    let (digits, rest) = stated.split_once(' ').unwrap_or((stated, ""));
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(size) => ("−", size),
        None => ("", digits),
    };
    if !digits.starts_with(|one: char| one.is_ascii_digit()) {
        return stated.to_owned();
    }
    let (word, unit) = rest.split_once(' ').unwrap_or((rest, ""));
    let (word, power, unit) = match SIZES.iter().find(|(known, _)| *known == word) {
        Some((_, power)) => (word, *power, unit),
        None => ("", 0, rest),
    };
    match unit {
        "%" => format!("{sign}{digits}{}", marks.percent),
        "times" => words.times_stated(&format!("{sign}{digits}")),
        "fall" | "falls" => words.months_stated(true, digits),
        "rise" | "rises" => words.months_stated(false, digits),
        unit => words.size_stated(SizeStated {
            sign,
            digits,
            word,
            power,
            unit,
        }),
    }
}

/// A number in East Asian units (ten thousand, hundred million), with all stated digits: `2.28亿`.
pub(super) fn in_myriads(
    size: SizeStated<'_>,
    [ten_thousand, hundred_million]: [&str; 2],
) -> String {
    let (whole, decimals) = size.digits.split_once('.').unwrap_or((size.digits, ""));
    // Number of digits before the point once the word is written out.
    let leading = whole.len() + size.power;
    let (word, down) = match leading {
        9.. => (hundred_million, 8),
        5..=8 => (ten_thousand, 4),
        _ => ("", 0),
    };
    let before = leading - down;
    let all = format!("{whole}{decimals}");
    let all = format!("{all:0<before$}");
    let (whole, decimals) = all.split_at(before);
    let sign = size.sign;
    match decimals {
        "" => format!("{sign}{whole}{word}"),
        decimals => format!("{sign}{whole}.{decimals}{word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::lang::{marks, wording};
    use crate::render::options::Lang;

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
        for (claimed, en, zh, ko) in cases {
            let all = Lang::ALL.map(|lang| stated(claimed, wording(lang), marks(lang)));
            assert_eq!(all, [en, zh, ko]);
        }
    }
}
