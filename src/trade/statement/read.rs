//! Reads what a claim states: `-37.9%`, `USD 228 million`, `7 falls`, `lowest-since:2017-02`.

use super::{RecordSpan, Stated, StatedUnit, Superlative, Trend};
use crate::trade::claim_error::ClaimError;
use crate::trade::{Currency, Metric, Period, Precision, QuantityUnit, StatedNumber};
use std::borrow::Cow;

impl Stated {
    /// Parses a value of `metric` as printed, with the unit and currency given separately.
    ///
    /// # Errors
    /// [`ClaimError`] if the value or its unit does not suit the metric.
    pub fn read(
        metric: Metric,
        value: &str,
        unit: &str,
        currency: Option<Currency>,
    ) -> Result<Stated, ClaimError> {
        let whole = value.trim();
        let (trend, number) = match metric.is_change() {
            true => with_trend(whole),
            false => (None, whole),
        };
        let (precision, value) = Precision::named(number);
        let value = &*without_gaps(value);
        let wrong = || ClaimError::NoValue {
            text: whole.to_owned(),
            metric: metric.name(),
            expected: expected_of(metric),
        };
        let number = || {
            let (number, rest) = read_number(value).ok_or_else(wrong)?;
            let number = match trend {
                Some(_) if number.digits < 0 => return Err(wrong()),
                Some(Trend::Fall) => number.negated(),
                _ => number,
            };
            Ok((number.meant(precision), rest))
        };
        if metric.is_change()
            && let Some(trend) = trend_of(value)
        {
            return Ok(Stated::Moved(trend));
        }
        match metric {
            Metric::Record => read_record(value).ok_or_else(wrong),
            Metric::Streak | Metric::StreakMom => {
                let (number, rest) = number()?;
                let word = rest.trim().trim_start_matches("months").trim();
                let trend = trend_of(word);
                let is_whole = number.exponent == 0 && number.digits != 0;
                if !is_whole || number.digits < 0 || (trend.is_none() && !word.is_empty()) {
                    return Err(wrong());
                }
                Ok(Stated::Months(number, trend))
            }
            _ => {
                let (number, rest) = number()?;
                let own = value[..value.len() - rest.len()].trim_end().to_lowercase();
                let rest = rest.trim();
                let unit = match (rest, unit.trim()) {
                    ("", unit) | (unit, "") => unit,
                    // The value and the separate column give the same unit.
                    (own, unit) if own == unit => unit,
                    _ => return Err(wrong()),
                };
                // A size that the value has already, `145.8 million` with the unit `million`, counts
                // once.
                let has_size = own.ends_with(|c: char| !c.is_ascii_digit());
                let (size, lower) = (size_of(unit), unit.to_lowercase());
                let unit = match size {
                    (0, _) => unit,
                    _ if !has_size => unit,
                    (_, bare) => {
                        let words = lower.strip_suffix(&bare).unwrap_or_default().trim();
                        if !rest.is_empty() || !own.ends_with(words) {
                            return Err(wrong());
                        }
                        &bare.clone()
                    }
                };
                let (sign, rest) = money_sign(value);
                let stated = sign.filter(|_| !rest.is_empty());
                let (number, unit) = with_unit(metric, number, unit, stated.or(currency))?;
                let in_words = match &unit {
                    StatedUnit::Money(currency) => Some(*currency),
                    _ => None,
                };
                let other = [(stated, currency), (stated, in_words), (in_words, currency)];
                if let Some((stated, given)) = other
                    .into_iter()
                    .filter_map(|(one, other)| one.zip(other))
                    .find(|(one, other)| one != other)
                {
                    return Err(ClaimError::OtherCurrency {
                        text: whole.to_owned(),
                        stated,
                        given,
                    });
                }
                Ok(Stated::Number(number, unit))
            }
        }
    }
}

/// What values of the metric look like.
fn expected_of(metric: Metric) -> &'static str {
    match metric {
        Metric::Value | Metric::Balance => "an amount such as `266.4 million` or `1.48 billion`",
        Metric::Yoy | Metric::YtdYoy | Metric::Mom | Metric::BalanceYoy => {
            "a percentage such as `-37.9%`, or `rise` or `fall`"
        }
        Metric::Share | Metric::Coverage => "a percentage such as `44.7%`",
        Metric::Ratio => "a number of times such as `2.2`",
        Metric::Quantity => "a quantity such as `2.67 million t`",
        Metric::Streak | Metric::StreakMom => "a number of months such as `7`, or `7 falls`",
        Metric::Record => {
            "`lowest-since:MONTH`, `highest-since:MONTH`, `lowest-on-record` or `highest-on-record:MONTH`"
        }
    }
}

fn trend_of(word: &str) -> Option<Trend> {
    match word.to_ascii_lowercase().as_str() {
        "rise" | "rises" | "rose" | "up" => Some(Trend::Rise),
        "fall" | "falls" | "fell" | "down" => Some(Trend::Fall),
        _ => None,
    }
}

/// The direction that stands before a number, and the text after it: `down 37.9%`.
fn with_trend(text: &str) -> (Option<Trend>, &str) {
    let found = text.split_once(' ').and_then(|(word, number)| {
        let trend = trend_of(word)?;
        Some((Some(trend), number.trim_start()))
    });
    found.unwrap_or((None, text))
}

/// The currency sign at the start of a text, and the text after it.
fn money_sign(text: &str) -> (Option<Currency>, &str) {
    // Callers restore a minus sign before the currency sign.
    let body = text.strip_prefix(['-', '−']).unwrap_or(text);
    let signs = [
        ("US$", Currency::Usd),
        ("USD", Currency::Usd),
        ("$", Currency::Usd),
        ("CNY", Currency::Cny),
        ("RMB", Currency::Cny),
        ("¥", Currency::Cny),
        ("￥", Currency::Cny),
    ];
    for (word, currency) in signs {
        if let Some(rest) = body.strip_prefix(word) {
            return (Some(currency), rest.trim_start());
        }
    }
    (None, text)
}

/// The value without the blanks that group its first digits by three: `1 480 million`, as tables in
/// many languages have it.
fn without_gaps(value: &str) -> Cow<'_, str> {
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let Some(start) = value.find(|c: char| c.is_ascii_digit()) else {
        return Cow::Borrowed(value);
    };
    let (before, number) = value.split_at(start);
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = digits(number);
    let (mut joined, mut rest) = (number[..first].to_owned(), &number[first..]);
    while let Some(group) = rest
        .strip_prefix(is_blank)
        .filter(|group| digits(group) == 3)
    {
        joined.push_str(&group[..3]);
        rest = &group[3..];
    }
    match first <= 3 && joined.len() > first {
        true => Cow::Owned(format!("{before}{joined}{rest}")),
        false => Cow::Borrowed(value),
    }
}

/// The number at the start of a value, and the text after it.
fn read_number(value: &str) -> Option<(StatedNumber, &str)> {
    let is_negative = value.starts_with(['-', '−']);
    let (currency, rest) = money_sign(value);
    let (number, length) = StatedNumber::read_start(rest)?;
    let number = match currency {
        Some(_) if is_negative => number.negated(),
        _ => number,
    };
    Some((number, &rest[length..]))
}

/// The number scaled by the magnitude words in `unit`, and its unit.
fn with_unit(
    metric: Metric,
    number: StatedNumber,
    unit: &str,
    currency: Option<Currency>,
) -> Result<(StatedNumber, StatedUnit), ClaimError> {
    let wrong = |expected| match unit.is_empty() {
        true => ClaimError::UnitMissing {
            metric: metric.name(),
            expected,
        },
        false => ClaimError::NoUnit {
            unit: unit.to_owned(),
            metric: metric.name(),
            expected,
        },
    };
    // Tables of figures write `1` for whole units. Other digits would belong to the number.
    if unit != "1" && unit.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(wrong(
            "the number in one piece: `145820000` or `145,820,000`",
        ));
    }
    let lower = unit.to_lowercase();
    let (size, rest) = size_of(&lower);
    let rest = if rest == "1" { "" } else { &*rest };
    let sized = number.times_ten_to(size);
    let is_percent = matches!(rest, "%" | "percent" | "per cent" | "pct" | "％");
    match metric {
        Metric::Ratio => match rest {
            "" | "times" | "x" | "倍" | "배" if size == 0 => Ok((number, StatedUnit::Times)),
            _ => Err(wrong("times")),
        },
        Metric::Quantity => QuantityUnit::find(rest)
            .map(|(unit, factor)| (sized, StatedUnit::Quantity(unit, factor)))
            .ok_or_else(|| wrong("t, kg or another unit of quantity, as in `2.67 million t`")),
        _ if metric.is_percent()
            && size == 0
            && number.exponent <= 0
            && (is_percent || rest.is_empty()) =>
        {
            Ok((number, StatedUnit::Percent))
        }
        // A change may be stated as an amount.
        _ if !metric.is_percent() || metric.is_change() => {
            let stated = match rest {
                "" => currency.or(Some(Currency::Usd)),
                word => currency_of(word),
            };
            match stated {
                Some(currency) => Ok((sized, StatedUnit::Money(currency))),
                None => Err(wrong(
                    "1, thousand, million, billion, with or without a currency",
                )),
            }
        }
        _ => Err(wrong("%")),
    }
}

/// The power of ten of the magnitude words at the start of a unit, and what is left of it in lower
/// case: `million t`, `ten thousand dollars`.
fn size_of(unit: &str) -> (i32, String) {
    let lower = unit.to_lowercase();
    // Read as a one-digit number with magnitude words.
    let (size, rest) = match StatedNumber::read_start(&format!("1 {lower}")) {
        Some((one, length)) if length > 1 => (one.exponent, lower[length - 2..].trim()),
        _ => match StatedNumber::read_start(&format!("1{lower}")) {
            Some((one, length)) if length > 1 => (one.exponent, lower[length - 1..].trim()),
            _ => (0, lower.as_str()),
        },
    };
    (size, rest.to_owned())
}

/// The currency meant by a word after a number.
fn currency_of(word: &str) -> Option<Currency> {
    Some(match word {
        "usd" | "dollar" | "dollars" | "us dollars" | "u.s. dollars" | "美元" | "달러" => {
            Currency::Usd
        }
        "cny" | "rmb" | "yuan" | "renminbi" | "元" | "人民币" | "위안" => Currency::Cny,
        _ => return None,
    })
}

/// `highest-since:2016-12`, `lowest-on-record:2014-01`, `lowest-on-record`.
fn read_record(text: &str) -> Option<Stated> {
    let text = text.trim().to_ascii_lowercase();
    let (end, rest) = text.split_once('-')?;
    let superlative = match end {
        "lowest" | "smallest" => Superlative::Lowest,
        "highest" | "largest" => Superlative::Highest,
        _ => return None,
    };
    let reach = match rest.split_once(':') {
        Some(("since", since)) => RecordSpan::Since(since.parse().ok()?),
        Some(("on-record", from)) => RecordSpan::OnRecord(Some(from.parse::<Period>().ok()?.from)),
        None if rest == "on-record" => RecordSpan::OnRecord(None),
        _ => return None,
    };
    Some(Stated::Record(superlative, reach))
}
