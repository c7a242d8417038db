//! Remarks on how all the figures of a selection were made, and the things that remarks name.

use super::{Breakdown, Component, Flow, Goods, Partner, Period, Vintage, Weight};
use std::fmt;
use std::sync::Arc;

/// One of the things that goods, provinces and the like are distinguished by.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Thing {
    /// A code of the Harmonized System.
    Hs(String),
    /// A partner, by its place in the table.
    Partner(u16),
    /// A part of a breakdown: its code and its name.
    Part(Breakdown, Arc<Component>),
    /// What has a name alone, such as a partner that the table does not have.
    Named(Arc<str>),
}

impl fmt::Display for Thing {
    /// In English: `HS 27`, `South Korea`, `province 21 (Liaoning)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Thing::Hs(code) => write!(f, "HS {code}"),
            Thing::Partner(place) => {
                let partner = Partner::at(*place);
                f.write_str(partner.map_or("other partners", |partner| &partner.en))
            }
            Thing::Part(by, part) if part.name.en.is_empty() => {
                write!(f, "{} {}", by.name(), part.code)
            }
            Thing::Part(by, part) => write!(f, "{} {} ({})", by.name(), part.code, part.name.en),
            Thing::Named(name) => f.write_str(name),
        }
    }
}

impl Thing {
    /// What they are put in order by.
    pub fn code(&self) -> String {
        match self {
            Thing::Hs(code) => code.clone(),
            Thing::Partner(place) => format!("{place:05}"),
            Thing::Part(_, part) => part.code.to_string(),
            Thing::Named(name) => name.to_string(),
        }
    }
}

/// A remark on how the series of a selection were made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetRemark {
    /// Values are sums of detail rows.
    SumsOfDetail,
    /// All of them are of this one chapter, while all goods are asked for: probably a query for it.
    OneChapter(Arc<str>),
    /// Some months have details too coarse for the selection.
    TooCoarse {
        /// The goods asked for.
        goods: Goods,
        /// What they are broken down by.
        by: Option<Breakdown>,
    },
    /// Months of which the inputs do not cover everything that was asked for.
    NotWhole(Uncovered),
    /// Months made of fewer files than others.
    FewerFiles(Uncovered),
    /// Goods that no input has a row of, taken as no trade.
    TakenAsNone {
        /// How many codes.
        count: usize,
        /// The first of them.
        codes: Vec<Arc<str>>,
        /// How many chapters the files hold; `None` where the user says that they hold all goods.
        chapters: Option<usize>,
    },
    /// Several files hold the same rows, and each has rows that the others lack.
    FilesOverlap {
        /// The first flow.
        flow: Flow,
        /// Its month.
        period: Period,
        /// How many flows and months.
        months: usize,
        /// How many rows.
        rows: u32,
    },
    /// Rows of one file with the same key were added up.
    RowsJoined(u32),
    /// Rows that several files hold alike, counted once.
    RowsRepeated(u32),
    /// Rows that several files hold with different values.
    RowsRevised(u32),
    /// Files without a release date, or of one day, differ: one was taken over the other by their
    /// order alone.
    TakenByOrder {
        /// The file taken.
        taken: Arc<str>,
        /// The other.
        other: Arc<str>,
    },
    /// Files taken to hold all goods, since they have rows of many chapters in the month.
    TakenAsAllGoods(Vec<Arc<str>>),
    /// Lines of one file that are equal in every cell to earlier ones, counted once.
    Copies {
        /// The file.
        file: Arc<str>,
        /// How many lines.
        lines: u64,
        /// The first of them.
        line: u64,
        /// The line that it copies.
        original: u64,
    },
    /// Rows whose province or trade mode is blank: in the totals, and in none of those.
    BlankBreakdown {
        /// How many rows.
        rows: u64,
        /// The file of the first.
        file: Arc<str>,
        /// Its line.
        line: u64,
    },
    /// Rows without a release date, left out of what was known by a day.
    Undated {
        /// How many rows.
        rows: u64,
        /// The day.
        as_of: Vintage,
    },
}

/// Months of which the inputs that hold them do not cover something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Uncovered {
    /// The first flow.
    pub flow: Flow,
    /// Its month.
    pub period: Period,
    /// How many flows and months.
    pub months: usize,
    /// How many things are not covered.
    pub count: usize,
    /// The first of them.
    pub things: Vec<Thing>,
}

impl Uncovered {
    /// The flag that says that the inputs hold all of such things, so that an absence is no trade.
    pub fn flag(&self) -> &'static str {
        let is_of_goods = |thing: &Thing| matches!(thing, Thing::Hs(_));
        match self.things.iter().any(is_of_goods) {
            true => "--all-goods",
            false => "--all-partners",
        }
    }
}

impl SetRemark {
    /// What kind it is, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            SetRemark::SumsOfDetail => "sums_of_detail",
            SetRemark::OneChapter(_) => "one_chapter",
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

    /// Whether it doubts the figures.
    pub fn weight(&self) -> Weight {
        match self {
            SetRemark::SumsOfDetail | SetRemark::RowsRepeated(_) => Weight::Detail,
            SetRemark::TooCoarse { .. }
            | SetRemark::OneChapter(_)
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
