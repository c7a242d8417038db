//! Missing figures, and why they are missing.

use super::{Figure, Period, Thing, listed};
use std::fmt;

/// Why a figure is missing. Codes are stable; scripts match them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// No input covers the month.
    NoData,
    /// No trade a year (or a month) earlier, so there is no percentage.
    ZeroBase,
    /// The figure to divide by was published as zero after rounding: little trade, or none.
    RoundedBase,
    /// Published only for January and February together.
    Combined,
    /// The flow has no such figure, such as a percentage for the balance.
    NotComputed,
    /// Streaks are counted in months, so a longer period has none.
    OfMonths,
    /// Several goods together, whose quantities are not added up.
    SeveralGoods,
    /// The first release of a figure has no earlier one to differ from.
    FirstRelease,
    /// The goods are counted in different units.
    MixedUnits,
    /// No quantity was given, or it is zero and cannot be divided by.
    NoQuantity,
    /// The sign is uncertain because of rounding.
    UncertainSign,
    /// It is uncertain which of two months was higher, because of rounding.
    UncertainRank,
    /// A good has no row in files not known to cover all goods.
    NoRow,
    /// A component of the sum is missing: a partner, a good.
    ComponentMissing,
    /// The rows were dropped as bad, at the user's request.
    Dropped,
}

impl Reason {
    /// Whether there can be no such figure, whatever the data hold: it is not missing, and tables do
    /// not explain it.
    pub fn is_by_nature(self) -> bool {
        matches!(
            self,
            Reason::NotComputed | Reason::OfMonths | Reason::SeveralGoods | Reason::FirstRelease
        )
    }

    /// Its name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Reason::NoData => "no_data",
            Reason::ZeroBase => "zero_base",
            Reason::RoundedBase => "rounded_base",
            Reason::Combined => "combined",
            Reason::NotComputed => "not_computed",
            Reason::OfMonths => "of_months",
            Reason::SeveralGoods => "several_goods",
            Reason::FirstRelease => "first_release",
            Reason::MixedUnits => "mixed_units",
            Reason::NoQuantity => "no_quantity",
            Reason::UncertainSign => "uncertain_sign",
            Reason::UncertainRank => "uncertain_rank",
            Reason::NoRow => "no_row",
            Reason::ComponentMissing => "part_missing",
            Reason::Dropped => "dropped",
        }
    }
}

/// A missing figure: why, and for which periods.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Missing {
    /// The reason.
    pub reason: Reason,
    /// The periods at fault, in order.
    pub periods: Vec<Period>,
    /// The names of missing components of a sum: `HS 03`, `South Korea`.
    pub lacking: Vec<Thing>,
}

impl Missing {
    /// A missing figure with one reason and one period.
    pub fn new(reason: Reason, period: Period) -> Missing {
        Missing {
            reason,
            periods: vec![period],
            lacking: Vec::new(),
        }
    }

    /// Names the components that are missing.
    pub fn lacking(self, lacking: Vec<Thing>) -> Missing {
        Missing { lacking, ..self }
    }

    /// Why nothing can be divided by `figure`: no trade, or too little to show in rounded figures.
    pub fn base(figure: &Figure, period: Period) -> Missing {
        let reason = match figure.interval.is_exact() {
            true => Reason::ZeroBase,
            false => Reason::RoundedBase,
        };
        Missing::new(reason, period)
    }

    /// The reason why a balance has no percentage.
    pub fn not_computed() -> Missing {
        Missing::by_nature(Reason::NotComputed)
    }

    /// A figure that there cannot be, whatever the data hold.
    pub fn by_nature(reason: Reason) -> Missing {
        Missing {
            reason,
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
            Reason::ComponentMissing => write!(f, "no data{} for {}", names(), listed()),
            Reason::Dropped => write!(f, "{} left out by `--lenient`", listed()),
            Reason::NoData => write!(f, "no data for {}", listed()),
            Reason::ZeroBase => write!(f, "no trade in {}", listed()),
            Reason::RoundedBase => write!(f, "rounded to zero in {}", listed()),
            Reason::Combined => write!(f, "{} published only together", listed()),
            Reason::NotComputed => f.write_str("a balance has no percentage: its sign may turn"),
            Reason::OfMonths => f.write_str("streaks are counted in months"),
            Reason::SeveralGoods => f.write_str("several goods together"),
            Reason::FirstRelease => f.write_str("the first release"),
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
