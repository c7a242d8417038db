//! Remarks on how the figures of a selection were made, and the things they name.

use super::{Breakdown, Component, Flow, Goods, Measured, Partner, Period, Vintage, Weight};
use std::fmt;
use std::sync::Arc;

/// Why files are taken to cover all goods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AllGoods {
    /// The user says so.
    Stated,
    /// Their rows add up to the published total of each month.
    Total,
    /// They have so many chapters.
    Chapters(usize),
}

/// A thing that a remark can name: a good, a partner, a province.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Thing {
    /// An HS code.
    Hs(String),
    /// A partner, by its index in the table.
    Partner(u16),
    /// A component of a breakdown, with code and name.
    Part(Breakdown, Arc<Component>),
    /// A thing with only a name, such as a partner missing from the table.
    Named(Arc<str>),
}

impl fmt::Display for Thing {
    /// In English: `HS 27`, `South Korea`, `province 21 (Liaoning)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Thing::Hs(code) => write!(f, "HS {code}"),
            Thing::Partner(partner_index) => {
                let partner = Partner::at(*partner_index);
                f.write_str(partner.map_or("other partners", |partner| &partner.en))
            }
            Thing::Part(by, part) => {
                write!(f, "{} {}", by.name().replace('-', " "), part.code)?;
                match &*part.name.en {
                    "" => Ok(()),
                    name => write!(f, " ({name})"),
                }
            }
            Thing::Named(name) => f.write_str(name),
        }
    }
}

impl Thing {
    /// The sort key.
    pub fn code(&self) -> String {
        match self {
            Thing::Hs(code) => code.clone(),
            Thing::Partner(partner_index) => format!("{partner_index:05}"),
            Thing::Part(_, part) => part.code.to_string(),
            Thing::Named(name) => name.to_string(),
        }
    }
}

/// A sum of details and the published total of all goods that it falls short of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shortfall {
    /// The flow, from the reporter's side.
    pub flow: Flow,
    /// The month.
    pub period: Period,
    /// The sum.
    pub sum: Measured,
    /// The published total.
    pub total: Measured,
}

/// A remark on how the series of a selection were made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetRemark {
    /// Values are sums of detail rows.
    SumsOfDetail,
    /// All details are in this chapter, or below this longer code, though all goods were asked for:
    /// probably a query for it.
    OneCode(Arc<str>),
    /// All details are in these few chapters, though all goods were asked for, and nothing shows that
    /// there were no others.
    FewChapters {
        /// The chapters.
        chapters: Vec<Arc<str>>,
        /// A published total that the details fall short of, which shows that there were.
        short: Option<Shortfall>,
    },
    /// All details are of one province, one trade mode, or both: probably a query for them.
    OnePart(Vec<Thing>),
    /// Some months have details too coarse for the selection.
    TooCoarse {
        /// The goods asked for.
        goods: Goods,
        /// The breakdown.
        by: Option<Breakdown>,
    },
    /// In some months the inputs do not cover everything that was asked for.
    NotWhole(CoverageGap),
    /// Some months are made of fewer files than others.
    FewerFiles(CoverageGap),
    /// Goods without a row in any input, assumed to have no trade.
    TakenAsNone {
        /// The number of codes.
        count: usize,
        /// The first few codes.
        codes: Vec<Arc<str>>,
        /// Why the files are taken to cover all goods.
        why: AllGoods,
    },
    /// Several files have some rows in common, and each has rows that the others lack.
    FilesOverlap {
        /// The first flow.
        flow: Flow,
        /// The first month.
        period: Period,
        /// The number of flows and months.
        months: usize,
        /// The number of rows.
        rows: u32,
    },
    /// Rows of one file with the same key were added up.
    RowsJoined(u32),
    /// Rows with the same value in several files, counted once.
    RowsRepeated(u32),
    /// Rows with different values in several files.
    RowsRevised(u32),
    /// Files that are undated, or of the same day, disagree: only their order decided which was
    /// used.
    TakenByOrder {
        /// The file used.
        taken: Arc<str>,
        /// The other file.
        other: Arc<str>,
    },
    /// Files assumed to cover all goods, because they have rows in many chapters of the month.
    TakenAsAllGoods(Vec<Arc<str>>),
    /// Lines of a file that repeat earlier ones in every cell, counted once.
    Copies {
        /// The file.
        file: Arc<str>,
        /// The number of lines.
        lines: u64,
        /// The first of them.
        line: u64,
        /// The line it repeats.
        original: u64,
    },
    /// Rows with a blank province or trade mode: part of the totals, but of no component.
    BlankBreakdown {
        /// The number of rows.
        rows: u64,
        /// The file of the first one.
        file: Arc<str>,
        /// Its line.
        line: u64,
    },
    /// Rows without a release date, left out when asking what was known on a day.
    Undated {
        /// The number of rows.
        rows: u64,
        /// The day.
        as_of: Vintage,
    },
}

/// Months in which the inputs do not cover something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageGap {
    /// The flow; `None` if it is both imports and exports.
    pub flow: Option<Flow>,
    /// The first month.
    pub period: Period,
    /// The number of months.
    pub months: usize,
    /// The number of things not covered.
    pub count: usize,
    /// The first few of them.
    pub things: Vec<Thing>,
}

impl CoverageGap {
    /// The flag that declares the inputs complete for such things, so that an absent one is zero.
    pub fn flag(&self) -> &'static str {
        let is_of_goods = |thing: &Thing| matches!(thing, Thing::Hs(_));
        match self.things.iter().any(is_of_goods) {
            true => "--all-goods",
            false => "--all-partners",
        }
    }
}

impl SetRemark {
    /// Whether it says that the rows are of some goods, or not known to be of all.
    pub fn is_of_some_goods(&self) -> bool {
        matches!(self, SetRemark::OneCode(_) | SetRemark::FewChapters { .. })
    }

    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            SetRemark::SumsOfDetail => "sums_of_detail",
            SetRemark::OneCode(_) => "one_code",
            SetRemark::FewChapters { .. } => "few_chapters",
            SetRemark::OnePart(_) => "one_part",
            SetRemark::TooCoarse { .. } => "too_coarse",
            SetRemark::NotWhole(_) => "not_whole",
            SetRemark::FewerFiles(_) => "fewer_files",
            SetRemark::TakenAsNone { .. } => "taken_as_none",
            SetRemark::FilesOverlap { .. } => "files_overlap",
            SetRemark::RowsJoined(_) => "rows_joined",
            SetRemark::RowsRepeated(_) => "rows_repeated",
            SetRemark::RowsRevised(_) => "rows_revised",
            SetRemark::TakenByOrder { .. } => "taken_by_order",
            SetRemark::TakenAsAllGoods(_) => "taken_as_all_goods",
            SetRemark::Copies { .. } => "copies_in_file",
            SetRemark::BlankBreakdown { .. } => "blank_breakdown",
            SetRemark::Undated { .. } => "undated",
        }
    }

    /// Its weight: a caution if it casts doubt on the figures, otherwise a detail.
    pub fn weight(&self) -> Weight {
        match self {
            SetRemark::SumsOfDetail | SetRemark::RowsRepeated(_) => Weight::Detail,
            SetRemark::TooCoarse { .. }
            | SetRemark::OneCode(_)
            | SetRemark::FewChapters { .. }
            | SetRemark::OnePart(_)
            | SetRemark::NotWhole(_)
            | SetRemark::FewerFiles(_)
            | SetRemark::TakenAsNone { .. }
            | SetRemark::FilesOverlap { .. }
            | SetRemark::RowsJoined(_)
            | SetRemark::TakenByOrder { .. }
            | SetRemark::TakenAsAllGoods(_)
            | SetRemark::Copies { .. }
            | SetRemark::BlankBreakdown { .. }
            | SetRemark::Undated { .. }
            | SetRemark::RowsRevised(_) => Weight::Caution,
        }
    }
}
