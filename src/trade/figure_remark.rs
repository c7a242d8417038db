//! Remarks on how one figure was made.

use super::{Amount, Basis, Period, UnitOfMeasure, Vintage, Weight};
use std::sync::Arc;

/// An amount with what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measured {
    /// The amount.
    pub amount: Amount,
    /// What it is.
    pub unit: UnitOfMeasure,
}

/// A remark on how one figure of a series came about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FigureRemark {
    /// The difference of two published figures.
    Derived {
        /// From this one.
        whole: Period,
        /// That one was taken.
        part: Period,
    },
    /// Zero, since a longer period was published as zero.
    ZeroInside(Period),
    /// The details add up to something else than the published figure.
    DetailsDiffer {
        /// The sum of the details.
        details: Measured,
        /// The published figure.
        published: Measured,
    },
    /// Imports and exports add up to something else than the published total.
    FlowsDiffer {
        /// Their sum.
        sum: Measured,
        /// The total.
        total: Measured,
        /// How the total came about.
        basis: Basis,
        /// When it was released.
        released: Option<Vintage>,
    },
    /// The same trade stands at two depths of detail, which differ.
    DepthsDiffer {
        /// What was used.
        used: Measured,
        /// The other.
        other: Measured,
    },
    /// The parts add up to something else than coarser rows of the same trade.
    CoarserDiffer {
        /// The sum of the parts.
        parts: Measured,
        /// The coarser rows.
        coarser: Measured,
    },
    /// What a unit value is made of was revised.
    PartRevised {
        /// Whether it is the quantity; else the value.
        is_quantity: bool,
        /// The month.
        period: Period,
        /// As it had been.
        earlier: Measured,
        /// As it is.
        later: Measured,
    },
    /// Bad rows of the figure were left out.
    Dropped {
        /// How many rows, or cells.
        count: u64,
        /// Whether they are all single cells.
        cells: bool,
        /// Of what.
        of: DroppedOf,
        /// File and line of the first.
        first: String,
    },
    /// Bad rows of a month that the figure is made of were left out.
    DroppedInside(Period),
    /// The figures of a period in the two currencies imply a rate off that of the time: one of them
    /// was revised, and this one is the older print.
    CurrencyGap {
        /// The figure held.
        own: Measured,
        /// The one in the other currency.
        other: Measured,
        /// Yuan for a dollar that the two imply, in millionths.
        implied: i128,
        /// That of the period, in millionths.
        of_period: i128,
        /// What the other figure comes to at the rate of the period.
        at_rate: Measured,
        /// The changes from a year earlier that would follow, in whole per cent.
        changes: Vec<(Period, i128)>,
    },
    /// A figure that it is made of has a [`FigureRemark::CurrencyGap`].
    OlderPrintInside,
    /// In a sum of partners: the remark on the figure of one of them.
    OfPartner(Arc<str>, Box<FigureRemark>),
}

/// Of what rows were left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DroppedOf {
    /// Of this period.
    Period(Period),
    /// Of this period, whose printed change may have shown a revised base.
    BaseOf(Period),
    /// Of this input, with a month that cannot be read.
    Unknown(String),
}

impl FigureRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            FigureRemark::Derived { .. } => "derived",
            FigureRemark::ZeroInside(_) => "zero_inside",
            FigureRemark::DetailsDiffer { .. } => "details_differ",
            FigureRemark::FlowsDiffer { .. } => "flows_differ",
            FigureRemark::DepthsDiffer { .. } => "depths_differ",
            FigureRemark::CoarserDiffer { .. } => "coarser_rows_differ",
            FigureRemark::PartRevised { .. } => "part_revised",
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => "rows_dropped",
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside => "currency_gap",
            FigureRemark::OfPartner(_, what) => what.code(),
        }
    }

    /// Whether it doubts the figure.
    pub fn weight(&self) -> Weight {
        match self {
            FigureRemark::DetailsDiffer { .. }
            | FigureRemark::FlowsDiffer { .. }
            | FigureRemark::DepthsDiffer { .. }
            | FigureRemark::CoarserDiffer { .. }
            | FigureRemark::CurrencyGap { .. }
            | FigureRemark::OlderPrintInside
            | FigureRemark::Dropped { .. }
            | FigureRemark::DroppedInside(_) => Weight::Caution,
            FigureRemark::OfPartner(_, what) => what.weight(),
            FigureRemark::Derived { .. }
            | FigureRemark::ZeroInside(_)
            | FigureRemark::PartRevised { .. } => Weight::Detail,
        }
    }

    /// Whether it says that the figure, or one that it is made of, is an older print than that in
    /// the other currency.
    pub fn is_of_currencies(&self) -> bool {
        matches!(
            self,
            FigureRemark::CurrencyGap { .. } | FigureRemark::OlderPrintInside
        )
    }

    /// Whether it says that bad rows were left out.
    pub fn is_of_drops(&self) -> bool {
        matches!(
            self,
            FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_)
        )
    }
}
