//! English.

pub(super) mod brief;
pub(super) mod cells;
mod chart;
mod claims;
mod figure;
mod input;
mod labels;
mod of_measures;
mod page;
mod runs;
pub(super) mod sanctions;
mod set;
mod summary;
mod taken;
mod title;
mod words;

use crate::render::lang::wording::Wording;
use crate::report::{Flag, RemarkKind};
use crate::trade::{FigureRemark, InputRemark, Missing, Period, SetRemark};
use words::few;

/// English.
pub(crate) struct English;

impl Wording for English {
    fn input(&self, what: &InputRemark) -> String {
        input::sentence(what)
    }

    fn figure(&self, what: &FigureRemark) -> String {
        figure::sentence(what)
    }

    fn set(&self, what: &SetRemark) -> String {
        set::sentence(what)
    }

    fn measure(&self, what: &RemarkKind, at: Option<Period>) -> String {
        of_measures::sentence(what, at)
    }

    fn reason(&self, missing: &Missing) -> String {
        figure::reason(missing)
    }

    fn headline(&self, what: &RemarkKind) -> String {
        summary::headline(what)
    }

    fn in_brief(&self, what: &RemarkKind) -> String {
        summary::in_brief(what)
    }

    fn also(&self) -> &'static str {
        "; also "
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        summary::short(what)
    }

    fn flag(&self, flag: Flag) -> &'static str {
        match flag {
            Flag::Implied => "implied by a published change",
            Flag::Difference => "difference",
            Flag::Converted => "converted from yuan",
            Flag::Revised => "revised",
            Flag::AsPublished => "as published",
            Flag::Uncertain => "rounding over 1 pt",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "flow and month",
            (true, false) => "flow",
            _ => "month",
        };
        match files {
            1 => format!("{what} read from the file name"),
            files => {
                format!("{files} files: {what} read from their names; see `tradecheck inspect`")
            }
        }
    }

    fn more_details(&self) -> &'static str {
        "Details: --notes full"
    }

    fn period(&self, period: Period) -> String {
        words::written(period)
    }

    fn list(&self, things: &[String], count: usize) -> String {
        few(things, count)
    }
}
