//! The subjects of `list`.

use crate::trade::Named;

/// A kind of words a user may type, or the release calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListOf {
    /// HS codes.
    Goods,
    /// Groups of goods.
    Groups,
    /// Trading partners.
    Partners,
    /// File layouts.
    Layouts,
    /// Machine columns.
    Columns,
    /// Measures, metrics of claims, and sanctions measures.
    Measures,
    /// The release calendar of the office.
    Releases,
}

impl Named for ListOf {
    const EVERY: &'static [ListOf] = &[
        ListOf::Goods,
        ListOf::Groups,
        ListOf::Partners,
        ListOf::Layouts,
        ListOf::Columns,
        ListOf::Measures,
        ListOf::Releases,
    ];

    fn words(self) -> &'static [&'static str] {
        match self {
            ListOf::Goods => &["goods", "good", "hs"],
            ListOf::Groups => &["groups", "group"],
            ListOf::Partners => &["partners", "partner", "countries", "country"],
            ListOf::Layouts => &["layouts", "layout"],
            ListOf::Columns => &["columns", "column"],
            ListOf::Measures => &["measures", "measure", "metrics"],
            ListOf::Releases => &["releases", "release", "calendar"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            ListOf::Goods => "HS codes for `--hs`, with the data for each",
            ListOf::Groups => "groups of goods for `--group`",
            ListOf::Partners => "partners for `--partner`",
            ListOf::Layouts => "layouts of files for `--layout`",
            ListOf::Columns => "machine columns for `--columns`, by command",
            ListOf::Measures => "words for `--measure` and `check`, and sanctions measures",
            ListOf::Releases => "which table customs publishes next, and when",
        }
    }
}

impl ListOf {
    /// The command, which is also the middle part of the JSON schema name.
    pub fn command(self) -> &'static str {
        match self {
            ListOf::Goods => "list.goods",
            ListOf::Groups => "list.groups",
            ListOf::Partners => "list.partners",
            ListOf::Layouts => "list.layouts",
            ListOf::Columns => "list.columns",
            ListOf::Measures => "list.measures",
            ListOf::Releases => "list.releases",
        }
    }
}
