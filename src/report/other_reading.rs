//! Other readings of a claim: the respects in which it may have been meant differently.

use crate::trade::{Comparison, Currency, Flow, Metric, Period, Perspective, Vintage};

/// One respect in which a claim is read differently from its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OtherReading {
    /// Another month or period.
    Period(Period),
    /// Another base: the year before, or the month before.
    Basis(Comparison),
    /// The other currency.
    Currency(Currency),
    /// Another flow.
    Flow(Flow),
    /// The trade as seen from this side.
    Side(Perspective),
    /// The figures as they stood on this day; `None` is when they were first published.
    AsOf(Option<Vintage>),
    /// Another compiler, by its name.
    Compiler(&'static str),
    /// A slip of this power of ten.
    Scale(i32),
    /// The opposite sign.
    Sign,
    /// A record that reaches back to this period.
    Since(Period),
    /// Another metric.
    Metric(Metric),
}

/// A reading as in machine columns: `period=2017-01..2017-09,basis=mom`.
pub fn machine_text(reading: &[OtherReading]) -> String {
    let texts: Vec<String> = reading.iter().map(OtherReading::to_string).collect();
    texts.join(",")
}

impl OtherReading {
    /// The factor of a slip: `1000`, `0.001`.
    pub fn factor(power: i32) -> String {
        let zeros = |count: i32| "0".repeat(count.unsigned_abs() as usize);
        match power {
            0.. => format!("1{}", zeros(power)),
            _ => format!("0.{}1", zeros(power + 1)),
        }
    }
}

impl std::fmt::Display for OtherReading {
    /// As in the column `reading`: `period=2017-01..2017-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OtherReading::Period(period) => write!(f, "period={period}"),
            OtherReading::Basis(basis) => write!(f, "basis={}", basis.name()),
            OtherReading::Currency(currency) => {
                write!(f, "currency={}", currency.code().to_lowercase())
            }
            OtherReading::Flow(flow) => write!(f, "flow={flow}"),
            OtherReading::Side(Perspective::Reporter) => f.write_str("side=cn"),
            OtherReading::Side(Perspective::Partner) => f.write_str("side=kp"),
            OtherReading::AsOf(Some(date)) => write!(f, "as_of={date}"),
            OtherReading::AsOf(None) => f.write_str("as_of=first"),
            OtherReading::Compiler(name) => write!(f, "compiler={name}"),
            OtherReading::Scale(power) => write!(f, "scale={}", OtherReading::factor(*power)),
            OtherReading::Sign => f.write_str("sign"),
            OtherReading::Since(period) => write!(f, "since={period}"),
            OtherReading::Metric(metric) => write!(f, "metric={}", metric.name()),
        }
    }
}
