//! A claim: what somebody said that a figure of the trade is.

use super::{
    Bounds, Currency, Flow, Month, Period, Perspective, Precision, QuantityUnit, StatedNumber,
    Vintage,
};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What somebody said that a figure of the trade is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// What it goes by: its id in a file, or its number.
    pub id: String,
    /// The flow, as the side below tells it.
    pub flow: Flow,
    /// Whose imports and exports are told.
    pub side: Perspective,
    /// The month or months it is about.
    pub period: Period,
    /// What is said of them.
    pub metric: Metric,
    /// What it is said to be.
    pub stated: Stated,
    /// The currency; `None`: not said, so that dollars are taken.
    pub currency: Option<Currency>,
    /// The goods, by prefixes of their HS codes; empty: all goods.
    pub hs: Vec<Arc<str>>,
    /// When it was said.
    pub published: Option<Vintage>,
    /// Where it was said.
    pub source: Arc<str>,
}

/// A sentence, or a row of a file of claims, with what it claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Its number in the text or file, from 1.
    pub number: u32,
    /// The sentence; empty where there is none.
    pub text: String,
    /// What it claims.
    pub claims: Vec<Claim>,
    /// Why it was not understood, of a sentence that seems to state a figure of this trade.
    pub why_not: Option<NotUnderstood>,
}

/// Why a sentence was not understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotUnderstood {
    /// A word that is not known.
    Word(String),
    /// Whose trade, or which flow, is not said.
    NoFlow,
    /// When is not said.
    NoPeriod,
    /// Of which year is not said.
    NoYear,
    /// What a number counts is not clear.
    NoMetric(String),
    /// What a change is measured from is not said.
    NoBasis,
    /// The sentence is of another trade, too.
    OtherTrade,
    /// Something can be read in two ways.
    TwoWays(String),
}

/// What a claim is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Metric {
    /// The value of the flow.
    Value,
    /// Its change from the same months a year earlier.
    Yoy,
    /// The same, of the year to date.
    YtdYoy,
    /// Its change from the month before.
    Mom,
    /// How many months in a row it changed one way from a year earlier.
    Streak,
    /// How many months in a row it changed one way from the month before.
    StreakMom,
    /// The lowest or highest, and since when.
    Record,
    /// The part that the goods are of all goods.
    Share,
    /// How many times the same months a year earlier it is.
    Ratio,
    /// The quantity of the goods.
    Quantity,
    /// Exports less imports.
    Balance,
    /// The change of the balance from a year earlier.
    BalanceYoy,
    /// The part of the flow that a sanction covers.
    Coverage,
}

impl Metric {
    /// All of them, in the order in which help lists them.
    pub const ALL: [Metric; 13] = [
        Metric::Value,
        Metric::Yoy,
        Metric::YtdYoy,
        Metric::Mom,
        Metric::Streak,
        Metric::StreakMom,
        Metric::Record,
        Metric::Share,
        Metric::Ratio,
        Metric::Quantity,
        Metric::Balance,
        Metric::BalanceYoy,
        Metric::Coverage,
    ];

    /// Its name in machine columns, in files of claims and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Value => "value",
            Metric::Yoy => "yoy",
            Metric::YtdYoy => "ytd-yoy",
            Metric::Mom => "mom",
            Metric::Streak => "streak",
            Metric::StreakMom => "streak-mom",
            Metric::Record => "record",
            Metric::Share => "share",
            Metric::Ratio => "ratio",
            Metric::Quantity => "quantity",
            Metric::Balance => "balance",
            Metric::BalanceYoy => "balance-yoy",
            Metric::Coverage => "coverage",
        }
    }

    /// Whether it is stated in percent.
    pub fn is_percent(self) -> bool {
        use Metric::{BalanceYoy, Coverage, Mom, Share, Yoy, YtdYoy};
        matches!(self, Yoy | YtdYoy | Mom | Share | BalanceYoy | Coverage)
    }

    /// Whether it is a change, which may be stated as an amount of money or as a mere rise or fall.
    pub fn is_change(self) -> bool {
        use Metric::{BalanceYoy, Mom, Yoy, YtdYoy};
        matches!(self, Yoy | YtdYoy | Mom | BalanceYoy)
    }
}

impl FromStr for Metric {
    type Err = ClaimError;

    fn from_str(text: &str) -> Result<Metric, ClaimError> {
        let wanted = text.trim().to_ascii_lowercase().replace('_', "-");
        let found = Metric::ALL.into_iter().find(|one| one.name() == wanted);
        found.ok_or_else(|| ClaimError::NoMetric(text.trim().to_owned()))
    }
}

/// Which way something goes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Trend {
    /// Down.
    Fall,
    /// Up.
    Rise,
}

/// The lower or the upper end.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Superlative {
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

/// How far back a record is said to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Not since this period was it as low, or as high.
    Since(Period),
    /// Never since this month, where the record is said to begin; `None`: where it does is not said.
    OnRecord(Option<Month>),
}

/// What a number is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatedUnit {
    /// Percent.
    Percent,
    /// Times a base.
    Times,
    /// Units of a currency.
    Money(Currency),
    /// A unit of quantity, and how many thousandths of the base unit one of it is.
    Quantity(QuantityUnit, i128),
}

/// What a claim says that a figure is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stated {
    /// A number.
    Number(StatedNumber, StatedUnit),
    /// A rise or a fall, without a number.
    Moved(Trend),
    /// So many months in a row; which way, where it is said.
    Months(StatedNumber, Option<Trend>),
    /// A record.
    Record(Superlative, Reach),
}

/// Why a text is no claim.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ClaimError {
    /// A metric that there is not.
    #[error(
        "`{0}` is no metric\n  expected: value, yoy, ytd-yoy, mom, streak, streak-mom, record, share, ratio, quantity, balance, balance-yoy or coverage"
    )]
    NoMetric(String),
    /// Not a number of that metric.
    #[error("`{text}` is no {metric}\n  expected: {expected}")]
    NoValue {
        /// What stood there.
        text: String,
        /// The metric.
        metric: &'static str,
        /// What would do.
        expected: &'static str,
    },
    /// A unit that is not known, or not one of the metric.
    #[error("`{unit}` is no unit of {metric}\n  expected: {expected}")]
    NoUnit {
        /// What stood there.
        unit: String,
        /// The metric.
        metric: &'static str,
        /// What would do.
        expected: &'static str,
    },
    /// Two currencies for one number.
    #[error(
        "`{text}` is in {stated}, the currency given is {given}\n  help: one of the two is wrong"
    )]
    OtherCurrency {
        /// The value.
        text: String,
        /// Its currency.
        stated: Currency,
        /// The currency given beside it.
        given: Currency,
    },
}

impl Stated {
    /// Reads a value of `metric` as it was printed, with the unit and the currency given beside it.
    ///
    /// # Errors
    /// [`ClaimError`] where the value, or its unit, is none of the metric.
    pub fn read(
        metric: Metric,
        value: &str,
        unit: &str,
        currency: Option<Currency>,
    ) -> Result<Stated, ClaimError> {
        let whole = value.trim();
        let (precision, value) = Precision::named(whole);
        let wrong = || ClaimError::NoValue {
            text: whole.to_owned(),
            metric: metric.name(),
            expected: expected_of(metric),
        };
        let number = || {
            let (number, rest) = read_number(value).ok_or_else(wrong)?;
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
                let rest = rest.trim();
                let unit = match (rest, unit.trim()) {
                    ("", unit) | (unit, "") => unit,
                    // A unit in the value and the same one beside it.
                    (own, unit) if own == unit => unit,
                    _ => return Err(wrong()),
                };
                let (sign, rest) = money_sign(value);
                let stated = sign.filter(|_| !rest.is_empty());
                let (number, unit) = with_unit(metric, number, unit, stated.or(currency))?;
                if let (Some(stated), Some(given)) = (stated, currency)
                    && stated != given
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

    /// Whether it is a number in percent.
    pub fn is_percent(&self) -> bool {
        matches!(self, Stated::Number(_, StatedUnit::Percent))
    }

    /// The amount of money itself, in thousandths, where it is meant as it is printed.
    pub fn amount(&self) -> Option<super::Ratio> {
        match self {
            Stated::Number(number, StatedUnit::Money(_)) => number.value(3),
            _ => None,
        }
    }

    /// The values it allows, in the unit that a figure of the metric is compared in: a share of the
    /// base for percentages, a quotient for times, thousandths for money and quantities, months.
    /// `None` for a record.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Stated::Number(number, StatedUnit::Percent) => number.bounds(-2),
            Stated::Number(number, StatedUnit::Times) => number.bounds(0),
            Stated::Number(number, StatedUnit::Money(_)) => number.bounds(3),
            Stated::Number(number, StatedUnit::Quantity(_, factor)) => {
                number.bounds(0)?.scaled(*factor, 1)
            }
            // So many months: no more and no fewer.
            Stated::Months(number, _) => {
                let whole = super::Ratio::whole(number.digits);
                Some(match number.precision {
                    super::Precision::Printed => Bounds::closed(Some(whole), Some(whole)),
                    _ => number.bounds(0)?,
                })
            }
            Stated::Moved(Trend::Rise) => Some(Bounds::above(super::Ratio::whole(0))),
            Stated::Moved(Trend::Fall) => Some(Bounds::below(super::Ratio::whole(0))),
            Stated::Record(..) => None,
        }
    }
}

/// What a value of the metric looks like.
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

/// The currency whose sign a text begins with, and what follows it.
fn money_sign(text: &str) -> (Option<Currency>, &str) {
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (&text[..text.len() - body.len()], body),
        None => ("", text),
    };
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
            // A sign of minus before the sign of the currency is put back by who reads the number.
            let _ = sign;
            return (Some(currency), rest.trim_start());
        }
    }
    (None, text)
}

/// The number that a value begins with, and the words after it.
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

/// The number in the unit that is written after it, and what that unit is.
fn with_unit(
    metric: Metric,
    number: StatedNumber,
    unit: &str,
    currency: Option<Currency>,
) -> Result<(StatedNumber, StatedUnit), ClaimError> {
    let wrong = |expected| ClaimError::NoUnit {
        unit: unit.to_owned(),
        metric: metric.name(),
        expected,
    };
    let lower = unit.to_lowercase();
    // `million t`, `ten thousand dollars`: read as a number of one digit with its words of size.
    let (size, rest) = match StatedNumber::read_start(&format!("1 {lower}")) {
        Some((one, length)) if length > 1 => (one.exponent, lower[length - 2..].trim()),
        _ => match StatedNumber::read_start(&format!("1{lower}")) {
            Some((one, length)) if length > 1 => (one.exponent, lower[length - 1..].trim()),
            _ => (0, lower.as_str()),
        },
    };
    // `1` is what tables of figures write for whole units.
    let rest = if rest == "1" { "" } else { rest };
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
        // A change may be told as an amount.
        _ if !metric.is_percent() || metric.is_change() => {
            let told = match rest {
                "" => currency.or(Some(Currency::Usd)),
                word => currency_of(word),
            };
            match told {
                Some(told) => Ok((sized, StatedUnit::Money(told))),
                None => Err(wrong(
                    "1, thousand, million, billion, with or without a currency",
                )),
            }
        }
        _ => Err(wrong("%")),
    }
}

/// The currency of a word behind a number.
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
        Some(("since", since)) => Reach::Since(since.parse().ok()?),
        Some(("on-record", from)) => Reach::OnRecord(Some(from.parse::<Period>().ok()?.from)),
        None if rest == "on-record" => Reach::OnRecord(None),
        _ => return None,
    };
    Some(Stated::Record(superlative, reach))
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reach::Since(period) if period.len() == 12 && period.from.month() == 1 => {
                write!(f, "since:{}", period.from.year())
            }
            Reach::Since(period) => write!(f, "since:{period}"),
            Reach::OnRecord(None) => f.write_str("on-record"),
            Reach::OnRecord(Some(month)) => write!(f, "on-record:{month}"),
        }
    }
}

impl fmt::Display for Stated {
    /// As machine columns have it: `-37.9 %`, `266400000`, `2.2`, `7`, `lowest-since:2017-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stated::Number(number, unit) => {
                write!(f, "{number}")?;
                match unit {
                    StatedUnit::Percent => f.write_str(" %"),
                    StatedUnit::Times => f.write_str(" times"),
                    StatedUnit::Money(currency) => write!(f, " {currency}"),
                    StatedUnit::Quantity(unit, factor) => match unit.name_of(*factor) {
                        Some(name) => write!(f, " {name}"),
                        None => Ok(()),
                    },
                }
            }
            Stated::Moved(Trend::Rise) => f.write_str("rise"),
            Stated::Moved(Trend::Fall) => f.write_str("fall"),
            Stated::Months(number, None) => write!(f, "{number}"),
            Stated::Months(number, Some(Trend::Fall)) => write!(f, "{number} falls"),
            Stated::Months(number, Some(Trend::Rise)) => write!(f, "{number} rises"),
            Stated::Record(Superlative::Lowest, reach) => write!(f, "lowest-{reach}"),
            Stated::Record(Superlative::Highest, reach) => write!(f, "highest-{reach}"),
        }
    }
}

impl Claim {
    /// The flow as the reporter, China, tells it.
    pub fn reporter_flow(&self) -> Flow {
        self.side.reporter_flow(self.flow)
    }

    /// The currency it is told in; dollars where none is said.
    pub fn told_in(&self) -> Currency {
        match &self.stated {
            Stated::Number(_, StatedUnit::Money(currency)) => *currency,
            _ => self.currency.unwrap_or(Currency::Usd),
        }
    }

    /// The months it is about, the year to date where the metric is of that.
    pub fn months(&self) -> Period {
        match self.metric {
            Metric::YtdYoy if self.period.is_month() => Period::year_to_date(self.period.to),
            _ => self.period,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(metric: Metric, value: &str, unit: &str) -> String {
        match Stated::read(metric, value, unit, None) {
            Ok(stated) => stated.to_string(),
            Err(why) => why.to_string(),
        }
    }

    #[test]
    fn a_value_is_read_with_the_unit_in_it_or_beside_it() {
        for (metric, value, unit, expected) in [
            (Metric::Yoy, "-37.9%", "", "-37.9 %"),
            (Metric::Yoy, "-37.90", "%", "-37.90 %"),
            (Metric::Yoy, "rise", "%", "rise"),
            (Metric::YtdYoy, "3.7 percent", "", "3.7 %"),
            (Metric::Value, "266.4 million", "", "266.4 million USD"),
            (Metric::Value, "266.4", "million", "266.4 million USD"),
            (Metric::Value, "25.5", "hundred million", "2.55 billion USD"),
            (Metric::Value, "5434", "ten thousand", "54.34 million USD"),
            (Metric::Value, "2382", "1", "2382 USD"),
            (Metric::Value, "1.46亿元", "", "146 million CNY"),
            (Metric::Value, "$1.48 billion", "", "1.48 billion USD"),
            (Metric::Value, "13.26 billion yuan", "", "13.26 billion CNY"),
            (Metric::Balance, "-$5 million", "", "-5 million USD"),
            (Metric::Quantity, "2.67", "million t", "2.67 million t"),
            (Metric::Quantity, "1636591", "t", "1636591 t"),
            (Metric::Ratio, "2.2", "times", "2.2 times"),
            (Metric::Streak, "7", "months", "7"),
            (Metric::Streak, "7 falls", "", "7 falls"),
            (Metric::Mom, "388", "million", "388 million USD"),
            (
                Metric::Record,
                "highest-since:2019",
                "",
                "highest-since:2019",
            ),
            (
                Metric::Record,
                "lowest-on-record:2014-01",
                "",
                "lowest-on-record:2014-01",
            ),
            (Metric::Record, "lowest-on-record", "", "lowest-on-record"),
        ] {
            assert_eq!(shown(metric, value, unit), expected, "{value} {unit}");
        }
    }

    #[test]
    fn what_is_no_value_of_the_metric_is_refused_with_what_would_do() {
        for (metric, value, unit, begins) in [
            (Metric::Yoy, "much", "", "`much` is no yoy"),
            (Metric::Yoy, "5 t", "", "`t` is no unit of yoy"),
            (Metric::Share, "5 million", "", "`` is no unit of share"),
            (
                Metric::Value,
                "5 apples",
                "",
                "`apples` is no unit of value",
            ),
            (Metric::Streak, "7.5", "", "`7.5` is no streak"),
            (Metric::Streak, "0", "", "`0` is no streak"),
            (Metric::Streak, "-7", "", "`-7` is no streak"),
            (Metric::Record, "lowest", "", "`lowest` is no record"),
            (
                Metric::Record,
                "lowest-since:x",
                "",
                "`lowest-since:x` is no record",
            ),
            (Metric::Quantity, "5", "", "`` is no unit of quantity"),
            (Metric::Value, "1,23", "", "`1,23` is no value"),
        ] {
            let text = shown(metric, value, unit);
            assert!(text.starts_with(begins), "{value} {unit}: {text}");
        }
        let two = Stated::read(Metric::Value, "$5 million", "", Some(Currency::Cny));
        assert!(two.is_err_and(|why| why.to_string().contains("the currency given is CNY")));
    }

    #[test]
    fn millions_are_compared_in_thousandths_and_percentages_as_shares() {
        let ends = |metric, value: &str| {
            let stated = Stated::read(metric, value, "", None).expect(value);
            let bounds = stated.bounds().expect(value);
            [bounds.low(), bounds.high()].map(|end| end.map(|end| end.percent_text(6)))
        };
        let of = |low: &str, high: &str| [Some(low.to_owned()), Some(high.to_owned())];
        // docs/definitions.md: "−37.9 %" is [−37.95, −37.85].
        assert_eq!(ends(Metric::Yoy, "-37.9%"), of("-37.95", "-37.85"));
        assert_eq!(ends(Metric::Ratio, "8"), of("750", "850"));
        // 238.38 million dollars: 238.375 to 238.385 million, in thousandths, in percent of one.
        assert_eq!(
            ends(Metric::Value, "238.38 million"),
            of("23837500000000", "23838500000000")
        );
        // 2.67 million t are 2,665,000 to 2,675,000 t, that is as many thousand kg.
        assert_eq!(
            ends(Metric::Quantity, "2.67 million t"),
            of("266500000000000", "267500000000000")
        );
        assert_eq!(ends(Metric::Streak, "7"), of("700", "700"));
    }
}
