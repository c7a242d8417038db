//! Remarks on how one figure came about.

use super::{Amount, Basis, Period, UnitOfMeasure, Vintage, Weight};
use std::sync::Arc;

/// An amount with its unit of measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measured {
    /// The amount.
    pub amount: Amount,
    /// The unit.
    pub unit: UnitOfMeasure,
}

/// A remark on how one figure of a series came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FigureRemark {
    /// It is the difference of two published figures.
    Derived {
        /// The longer period.
        whole: Period,
        /// The period subtracted from it.
        part: Period,
    },
    /// It is zero because a longer period was published as zero.
    ZeroInside(Period),
    /// It is zero because the quantity was published as zero.
    NoQuantity,
    /// The details add up to something other than the published figure.
    DetailsDiffer {
        /// The sum of the details.
        details: Measured,
        /// The published figure.
        published: Measured,
    },
    /// Imports and exports add up to something other than the published total.
    FlowsDiffer {
        /// Their sum.
        sum: Measured,
        /// The published total.
        total: Measured,
        /// How the total came about.
        basis: Basis,
        /// The release date of the total.
        released: Option<Vintage>,
    },
    /// The same trade exists at two depths of detail, with different sums.
    LevelsDiffer {
        /// The sum used.
        used: Measured,
        /// The other sum.
        other: Measured,
    },
    /// The components add up to something other than coarser rows of the same trade.
    CoarserDiffer {
        /// The sum of the components.
        parts: Measured,
        /// The sum of the coarser rows.
        coarser: Measured,
    },
    /// The value or quantity behind a unit value was revised.
    UnitValueInputRevised {
        /// Whether the quantity was revised; otherwise the value.
        is_quantity: bool,
        /// The month.
        period: Period,
        /// The earlier figure.
        earlier: Measured,
        /// The revised figure.
        later: Measured,
    },
    /// Bad rows of the figure were dropped.
    Dropped {
        /// The number of rows or cells.
        count: u64,
        /// Whether all of them are single cells.
        cells: bool,
        /// What the dropped rows were for.
        of: DroppedOf,
        /// File and line of the first one.
        first: String,
    },
    /// Bad rows of this month, which the figure includes, were dropped.
    DroppedInside(Period),
    /// The figures in the two currencies imply an exchange rate off that of the time: one was
    /// revised, and this one is from an older release.
    CurrencyGap {
        /// The figure in this currency.
        own: Measured,
        /// The figure in the other currency.
        other: Measured,
        /// The implied rate, in millionths of yuan per dollar.
        implied: i128,
        /// The rate of the period, in millionths.
        of_period: i128,
        /// The other figure, converted at the rate of the period.
        at_rate: Measured,
        /// The changes from a year earlier that would follow, in whole percent.
        changes: Vec<(Period, i128)>,
    },
    /// One of the figures it is made of has a [`FigureRemark::CurrencyGap`].
    OlderPrintInside,
    /// In a sum of partners: a remark on the figure of one of them.
    OfPartner(Arc<str>, Box<FigureRemark>),
}

/// What dropped rows were for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DroppedOf {
    /// This period.
    Period(Period),
    /// This period, if the printed change might have shown a revised base.
    BaseOf(Period),
    /// An unreadable month of this input.
    Unknown(String),
}

impl FigureRemark {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            FigureRemark::Derived { .. } => "derived",
            FigureRemark::ZeroInside(_) => "zero_inside",
            FigureRemark::NoQuantity => "no_quantity_traded",
            FigureRemark::DetailsDiffer { .. } => "details_differ",
            FigureRemark::FlowsDiffer { .. } => "flows_differ",
            FigureRemark::LevelsDiffer { .. } => "depths_differ",
            FigureRemark::CoarserDiffer { .. } => "coarser_rows_differ",
            FigureRemark::UnitValueInputRevised { .. } => "part_revised",
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => "rows_dropped",
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside => "currency_gap",
            FigureRemark::OfPartner(_, what) => what.code(),
        }
    }

    /// Its weight: a caution if it casts doubt on the figure, otherwise a detail.
    pub fn weight(&self) -> Weight {
        match self {
            FigureRemark::DetailsDiffer { .. }
            | FigureRemark::FlowsDiffer { .. }
            | FigureRemark::LevelsDiffer { .. }
            | FigureRemark::CoarserDiffer { .. }
            | FigureRemark::CurrencyGap { .. }
            | FigureRemark::OlderPrintInside
            | FigureRemark::Dropped { .. }
            | FigureRemark::DroppedInside(_) => Weight::Caution,
            FigureRemark::OfPartner(_, what) => what.weight(),
            FigureRemark::Derived { .. }
            | FigureRemark::ZeroInside(_)
            | FigureRemark::NoQuantity
            | FigureRemark::UnitValueInputRevised { .. } => Weight::Detail,
        }
    }

    /// Whether it says that the figure, or one it is made of, is from an older release than the one
    /// in the other currency.
    pub fn is_of_currencies(&self) -> bool {
        matches!(
            self,
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside
        )
    }

    /// Whether it says that bad rows were dropped.
    pub fn is_of_drops(&self) -> bool {
        matches!(
            self,
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_)
        )
    }
}
