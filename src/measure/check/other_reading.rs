//! Respects in which a claim may have been meant differently.

use crate::trade::{Currency, Flow, Metric, Period, Perspective, Vintage};

/// One respect in which a claim is read differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum OtherReading {
    Period(Period),
    Basis(&'static str),
    Currency(Currency),
    Flow(Flow),
    Side(Perspective),
    AsOf(Option<Vintage>),
    Compiler(&'static str),
    Scale(i32),
    Sign,
    Since(Period),
    Metric(Metric),
}

impl std::fmt::Display for OtherReading {
    /// As in the column `reading`: `period=2017-01..2017-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OtherReading::Period(period) => write!(f, "period={period}"),
            OtherReading::Basis(basis) => write!(f, "basis={basis}"),
            OtherReading::Currency(currency) => {
                write!(f, "currency={}", currency.code().to_lowercase())
            }
            OtherReading::Flow(flow) => write!(f, "flow={flow}"),
            OtherReading::Side(Perspective::Reporter) => f.write_str("side=cn"),
            OtherReading::Side(Perspective::Partner) => f.write_str("side=kp"),
            OtherReading::AsOf(Some(date)) => write!(f, "as_of={date}"),
            OtherReading::AsOf(None) => f.write_str("as_of=first"),
            OtherReading::Compiler(name) => write!(f, "compiler={name}"),
            OtherReading::Scale(power) if *power >= 0 => {
                write!(f, "scale=1{}", "0".repeat(*power as usize))
            }
            OtherReading::Scale(power) => {
                write!(f, "scale=0.{}1", "0".repeat((-power - 1) as usize))
            }
            OtherReading::Sign => f.write_str("sign"),
            OtherReading::Since(period) => write!(f, "since={period}"),
            OtherReading::Metric(metric) => write!(f, "metric={}", metric.name()),
        }
    }
}
