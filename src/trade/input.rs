//! One input: what it is, and what is known of it beside its rows.

use super::LayoutName;
use crate::trade::{Flow, Month, Period, StatedCoverage};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The displayed name of the built-in data.
pub const BUILT_IN_DATA: &str = "built-in data";

/// The kind of thing that an input names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameKind {
    /// An HS code.
    Code,
    /// A province.
    Province,
    /// A trade mode.
    TradeMode,
}

/// One input that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The displayed name: a path as the user gave it, `standard input`, or [`BUILT_IN_DATA`].
    pub name: Arc<str>,
    /// The layout it was recognised as.
    pub layout: LayoutName,
    /// Whether rows are probably missing at its end, because the platform truncates downloads.
    pub is_cut: bool,
    /// Whether values were read as whole currency units because no scale is stated: `value_usd`,
    /// `US$`.
    pub whole_units: bool,
    /// Chapters and partners behind pre-summed rows. Present only for inputs proved to share no key
    /// with any other input, and in which no key occurs twice, so that their sums may be added.
    /// `None` if rows have their full keys, as is usual.
    pub disjoint: Option<Vec<RowsBehindSum>>,
    /// What was stated about it when it was added to an archive.
    pub stated: StatedCoverage,
}

impl Input {
    /// Whether it is the built-in data, and not an input of the user.
    pub fn is_built_in(&self) -> bool {
        &*self.name == BUILT_IN_DATA
    }
}

/// What the rows behind pre-summed ones contain, for one flow and one depth of detail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowsBehindSum {
    /// Import, export or total.
    pub flow: Flow,
    /// The number of digits of the codes.
    pub digits: u8,
    /// How the rows are broken down, see [`Observation::splits`].
    pub splits: u32,
    /// The chapters (first two digits) of the codes.
    pub chapters: BTreeSet<Arc<str>>,
    /// The chapters by month, one bit per chapter; empty if not known.
    pub by_month: BTreeMap<Month, u128>,
    /// Indices into [`super::Partner::table`], or [`super::Partner::UNLISTED`].
    pub partners: BTreeSet<u16>,
    /// The partners by month, in any order; empty if not known.
    pub partners_by_month: BTreeMap<Month, Vec<u16>>,
}

/// A row or single cell dropped as bad at the user's request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// Index into [`Observations::inputs`].
    pub input: u32,
    /// The period it was for; `None` if that cannot be read.
    pub period: Option<Period>,
    /// Its flow; `None` if that cannot be read, or if it has several.
    pub flow: Option<Flow>,
    /// Its line in the file.
    pub line: u64,
    /// Whether it is one cell in a row of many months.
    pub is_cell: bool,
}
