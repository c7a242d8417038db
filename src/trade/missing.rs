use super::{Figure, Period, Thing, listed};
use std::fmt;

/// Why a figure is not there. The code is stable; scripts match it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// No input covers the month.
    NoData,
    /// There was no trade a year (or a month) earlier, so there is no percentage.
    ZeroBase,
    /// The figure to divide by is published as zero after rounding: there was little trade, or
    /// none.
    RoundedBase,
    /// Published only for January and February together.
    Combined,
    /// Not a figure that this flow has, such as a percentage of the balance.
    NotComputed,
    /// The goods are counted in several units.
    MixedUnits,
    /// A quantity is not given, or there is none to divide by.
    NoQuantity,
    /// The rounding of the published figures leaves the sign open.
    UncertainSign,
    /// The rounding of the published figures leaves open which of two months was higher.
    UncertainRank,
    /// A good has no row in files that are not known to hold all goods.
    NoRow,
    /// A sum lacks some of what it should be made of: a partner, a good.
    PartMissing,
    /// Its rows were dropped as bad, as the user asked.
    Dropped,
}

impl Reason {
    /// Its name in json.
    pub fn code(self) -> &'static str {
        match self {
            Reason::NoData => "no_data",
            Reason::ZeroBase => "zero_base",
            Reason::RoundedBase => "rounded_base",
            Reason::Combined => "combined",
            Reason::NotComputed => "not_computed",
            Reason::MixedUnits => "mixed_units",
            Reason::NoQuantity => "no_quantity",
            Reason::UncertainSign => "uncertain_sign",
            Reason::UncertainRank => "uncertain_rank",
            Reason::NoRow => "no_row",
            Reason::PartMissing => "part_missing",
            Reason::Dropped => "dropped",
        }
    }
}

/// A figure that is not there, with its reason and the periods it is for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Missing {
    /// Why.
    pub reason: Reason,
    /// The periods that are to blame, in order.
    pub periods: Vec<Period>,
    /// What is lacking, by name, where some of a sum is: `HS 03`, `South Korea`.
    pub lacking: Vec<Thing>,
}

impl Missing {
    /// One reason, one period.
    pub fn new(reason: Reason, period: Period) -> Missing {
        Missing {
            reason,
            periods: vec![period],
            lacking: Vec::new(),
        }
    }

    /// The same, naming what is lacking.
    pub fn lacking(self, lacking: Vec<Thing>) -> Missing {
        Missing { lacking, ..self }
    }

    /// Why nothing is divided by `figure`: no trade, or too little to be seen in rounded figures.
    pub fn base(figure: &Figure, period: Period) -> Missing {
        let reason = match figure.interval.is_exact() {
            true => Reason::ZeroBase,
            false => Reason::RoundedBase,
        };
        Missing::new(reason, period)
    }

    /// The percentage of a balance.
    pub fn not_computed() -> Missing {
        Missing {
            reason: Reason::NotComputed,
            periods: Vec::new(),
            lacking: Vec::new(),
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = || match self.lacking.is_empty() {
            true => String::new(),
            false => format!(" of {}", crate::trade::listed(&self.lacking, 6)),
        };
        let listed = || listed(&self.periods, 6);
        match self.reason {
            Reason::NoRow => write!(
                f,
                "no row{} in a file not known to hold all goods, for {} (`--all-goods` where it does)",
                names(),
                listed()
            ),
            Reason::PartMissing => write!(f, "no data{} for {}", names(), listed()),
            Reason::Dropped => write!(f, "{} left out by `--lenient`", listed()),
            Reason::NoData => write!(f, "no data for {}", listed()),
            Reason::ZeroBase => write!(f, "no trade in {}", listed()),
            Reason::RoundedBase => write!(f, "rounded to zero in {}", listed()),
            Reason::Combined => write!(f, "{} published only together", listed()),
            Reason::NotComputed => f.write_str("a balance has no percentage: its sign may turn"),
            Reason::MixedUnits => write!(f, "goods in several units in {}", listed()),
            Reason::NoQuantity => write!(f, "no quantity for {}", listed()),
            Reason::UncertainSign => {
                write!(f, "rounding leaves the sign of {} open", listed())
            }
            Reason::UncertainRank => {
                write!(
                    f,
                    "rounding leaves open which is higher, it or {}",
                    listed()
                )
            }
        }
    }
}
