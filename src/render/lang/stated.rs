//! Claims for people: `USD 228 million`, `lowest since 2017-02`, `7 falls`.

use crate::render::lang::marks::Marks;
use crate::trade::{
    Currency, Period, Precision, QuantityUnit, RecordSpan, Stated, StatedNumber, StatedUnit,
    Superlative, Trend, Written,
};

/// Claims in one language.
pub(crate) trait StatedWords {
    /// A fall or a rise, without a number.
    fn direction(&self, trend: Trend) -> &'static str;
    /// The lowest or highest of its span. A whole year is written as a year.
    fn record_stated(&self, superlative: Superlative, span: RecordSpan) -> String;
    /// A number with its precision.
    fn with_precision(&self, precision: Precision, number: &str) -> String;
    /// A multiple of something.
    fn times_stated(&self, number: &str) -> String;
    /// A number of falls or rises in a row.
    fn months_stated(&self, trend: Trend, months: &str) -> String;
    /// Money.
    fn money_stated(&self, number: &Written, currency: Currency) -> String;
    /// A quantity, in a unit that is this many thousandths of the base unit.
    fn quantity_stated(&self, number: &Written, unit: QuantityUnit, thousandths: i128) -> String;
}

/// A claim, for people.
pub(crate) fn stated<W: StatedWords + ?Sized>(stated: &Stated, words: &W, marks: &Marks) -> String {
    let plain = |number: StatedNumber| {
        let Written { digits, .. } = number.in_full().written();
        format!("{}{digits}", minus(number.digits < 0))
    };
    let (number, text) = match stated {
        Stated::Moved(trend) => return words.direction(*trend).to_owned(),
        Stated::Record(superlative, span) => return words.record_stated(*superlative, *span),
        Stated::Months(number, None) => (number, plain(*number)),
        Stated::Months(number, Some(trend)) => {
            (number, words.months_stated(*trend, &plain(*number)))
        }
        Stated::Number(number, unit) => {
            let text = match unit {
                StatedUnit::Percent => format!("{}{}", plain(*number), marks.percent),
                StatedUnit::Times => words.times_stated(&plain(*number)),
                StatedUnit::Money(currency) => words.money_stated(&number.written(), *currency),
                StatedUnit::Quantity(unit, thousandths) => {
                    words.quantity_stated(&number.written(), *unit, *thousandths)
                }
            };
            (number, text)
        }
    };
    words.with_precision(number.precision, &text)
}

/// The minus sign of people's formats, or nothing.
pub(super) fn minus(is_negative: bool) -> &'static str {
    if is_negative { "−" } else { "" }
}

/// The year of a period that is one calendar year.
pub(super) fn calendar_year(period: Period) -> Option<i32> {
    (period.len() == 12 && period.from.month() == 1).then(|| period.from.year())
}

/// A number in East Asian units (ten thousand, hundred million), with all stated digits: `2.28亿`.
pub(super) fn in_myriads(number: &Written, [ten_thousand, hundred_million]: [&str; 2]) -> String {
    let (whole, decimals) = number
        .digits
        .split_once('.')
        .unwrap_or((&number.digits, ""));
    // Number of digits before the point once the word is written out.
    let leading = whole.len() + number.power;
    let (word, down) = match leading {
        9.. => (hundred_million, 8),
        5..=8 => (ten_thousand, 4),
        _ => ("", 0),
    };
    let before = leading - down;
    let all = format!("{whole}{decimals}");
    let all = format!("{all:0<before$}");
    let (whole, decimals) = all.split_at(before);
    let sign = minus(number.is_negative);
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
    use crate::trade::Metric;

    #[test]
    fn what_is_claimed_is_said_as_each_language_says_it() {
        use Metric::{Quantity, Ratio, Record, Streak, Value, Yoy};
        let cases = [
            (Yoy, "-37.9%", "−37.9 %", "−37.9%", "−37.9%"),
            (
                Value,
                "228 million USD",
                "USD 228 million",
                "2.28亿美元",
                "2.28억 달러",
            ),
            (
                Value,
                "2.02220 billion USD",
                "USD 2.02220 billion",
                "20.2220亿美元",
                "20.2220억 달러",
            ),
            (
                Value,
                "63 thousand USD",
                "USD 63 thousand",
                "6.3万美元",
                "6.3만 달러",
            ),
            (
                Value,
                "-1.46 billion CNY",
                "CNY −1.46 billion",
                "−14.6亿元",
                "−14.6억 위안",
            ),
            (
                Quantity,
                "1636591 t",
                "1,636,591 t",
                "163.6591万吨",
                "163.6591만 톤",
            ),
            (
                Ratio,
                "about 40.7 times",
                "about 40.7 times",
                "约40.7倍",
                "약 40.7배",
            ),
            (
                Streak,
                "at least 7 falls",
                "at least 7 falls",
                "至少连续7个月下降",
                "7개월 연속 감소 이상",
            ),
            (
                Yoy,
                "more than 90%",
                "more than 90 %",
                "超过90%",
                "90% 초과",
            ),
            (
                Yoy,
                "just over 40%",
                "just over 40 %",
                "略高于40%",
                "40% 소폭 초과",
            ),
            (Streak, "7", "7", "7", "7"),
            (Yoy, "rise", "rise", "增长", "증가"),
            (
                Record,
                "lowest-since:2017-02",
                "lowest since 2017-02",
                "2017年2月以来最低",
                "2017년 2월 이후 최저",
            ),
            (
                Record,
                "highest-since:2019",
                "highest since 2019",
                "2019年以来最高",
                "2019년 이후 최고",
            ),
            (
                Record,
                "lowest-on-record",
                "lowest on record",
                "有记录以来最低",
                "역대 최저",
            ),
        ];
        for (metric, claimed, en, zh, ko) in cases {
            let claim = Stated::read(metric, claimed, "", None).expect(claimed);
            let all = Lang::ALL.map(|lang| stated(&claim, wording(lang), marks(lang)));
            assert_eq!(all, [en, zh, ko]);
        }
    }
}
