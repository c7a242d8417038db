//! A claim: a statement about a trade figure.

use super::{Currency, Flow, Metric, Period, Perspective, Stated, StatedUnit, Vintage};
use std::sync::Arc;

/// A statement about a trade figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Its id in a file, or its number.
    pub id: String,
    /// The flow, as seen from `side`.
    pub flow: Flow,
    /// Whose imports and exports are meant.
    pub side: Perspective,
    /// The period it is about.
    pub period: Period,
    /// The metric claimed.
    pub metric: Metric,
    /// The value claimed.
    pub stated: Stated,
    /// The currency; `None` if not stated, which is read as dollars.
    pub currency: Option<Currency>,
    /// The goods, by HS prefix; empty for all goods.
    pub hs: Vec<Arc<str>>,
    /// The date of publication.
    pub published: Option<Vintage>,
    /// The place of publication.
    pub source: Arc<str>,
}

/// A sentence, or a row of a file of claims, with its claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Its number in the text or file, from 1.
    pub number: u32,
    /// The sentence; empty if there is none.
    pub text: String,
    /// The claims it makes.
    pub claims: Vec<Claim>,
    /// Directions that it mentions next to levels.
    pub asides: Vec<Aside>,
    /// Why it was not understood, for a sentence that seems to state a figure of this trade.
    pub why_not: Option<NotUnderstood>,
}

/// A direction mentioned next to a level, `fell to $145.8 million`. It counts only where the
/// figures deny it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aside {
    /// The rise or fall, from a year earlier if nothing else is stated.
    pub claim: Claim,
    /// Whether it may be from the month before as well.
    pub is_base_open: bool,
}

/// Why a sentence was not understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotUnderstood {
    /// An unknown word.
    Word(String),
    /// It is unclear whose trade is meant, or which flow.
    NoFlow,
    /// The period is not stated.
    NoPeriod,
    /// The year is not stated.
    NoYear,
    /// It is unclear what a number measures.
    NoMetric(String),
    /// The base of a change is not stated.
    NoBasis,
    /// The sentence is also about other trade.
    OtherTrade,
    /// A phrase can be read in two ways.
    TwoWays(String),
    /// Two statements contradict each other.
    Contradiction,
    /// It has more characters than this.
    TooLong(usize),
}

impl Claim {
    /// The flow from the side of the reporter, China.
    pub fn reporter_flow(&self) -> Flow {
        self.side.reporter_flow(self.flow)
    }

    /// The currency of the claim; dollars by default.
    pub fn stated_currency(&self) -> Currency {
        match &self.stated {
            Stated::Number(_, StatedUnit::Money(currency)) => *currency,
            _ => self.currency.unwrap_or(Currency::Usd),
        }
    }

    /// The months it is about: for a year-to-date metric, the year to date.
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
            (Metric::Value, "145 820 000 USD", "", "145820000 USD"),
            (Metric::Value, "1 480 million", "", "1.480 billion USD"),
            (
                Metric::Value,
                "$145\u{a0}820\u{202f}000",
                "",
                "145820000 USD",
            ),
            (Metric::Quantity, "511 619 t", "", "511619 t"),
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
            (Metric::Yoy, "much", "", "`much` is not a valid yoy"),
            (Metric::Yoy, "5 t", "", "`t` is not a unit of yoy"),
            (Metric::Share, "5 million", "", "share needs a unit"),
            (
                Metric::Value,
                "5 apples",
                "",
                "`apples` is not a unit of value",
            ),
            (Metric::Streak, "7.5", "", "`7.5` is not a valid streak"),
            (Metric::Streak, "0", "", "`0` is not a valid streak"),
            (Metric::Streak, "-7", "", "`-7` is not a valid streak"),
            (
                Metric::Record,
                "lowest",
                "",
                "`lowest` is not a valid record",
            ),
            (
                Metric::Record,
                "lowest-since:x",
                "",
                "`lowest-since:x` is not a valid record",
            ),
            (Metric::Quantity, "5", "", "quantity needs a unit"),
            (Metric::Value, "1,23", "", "`1,23` is not a valid value"),
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
        // 238.38 million dollars is 238.375 to 238.385 million; in thousandths; in percent of one.
        assert_eq!(
            ends(Metric::Value, "238.38 million"),
            of("23837500000000", "23838500000000")
        );
        // 2.67 million t are 2,665,000 to 2,675,000 t, or as many thousand kg.
        assert_eq!(
            ends(Metric::Quantity, "2.67 million t"),
            of("266500000000000", "267500000000000")
        );
        assert_eq!(ends(Metric::Streak, "7"), of("700", "700"));
    }
}
