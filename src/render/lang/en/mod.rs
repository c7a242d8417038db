//! English.

mod amounts;
mod brief;
mod brief_words;
mod cells;
mod chart;
mod claims;
mod dates;
mod english;
mod figure;
mod findings;
mod input;
mod labels;
mod lines;
mod lists;
mod marks;
mod messages;
mod of_measures;
mod page;
mod phrases;
mod published_change;
mod publishers;
mod readings;
mod receipts;
mod revisions;
mod runs;
mod sanctions;
mod set;
mod stated;
mod summary;
mod taken;
mod title;
mod words;

use crate::render::lang::marks::Marks;
use crate::render::lang::revisions::revision_sentence;
use crate::render::lang::wording::Wording;
use crate::report::{FindingText, Flag, ReceiptRemark, RemarkKind, RevisionRemark, SanctionRemark};
use crate::trade::{FigureRemark, InputRemark, Missing, Period, SetRemark};
pub(crate) use english::English;

impl Wording for English {
    fn marks(&self) -> &'static Marks {
        &marks::MARKS
    }

    fn finding(&self, text: FindingText) -> String {
        findings::text(text)
    }

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

    fn revision(&self, what: &RevisionRemark) -> String {
        revision_sentence(what, self)
    }

    fn sanction(&self, what: &SanctionRemark) -> String {
        sanctions::sentence(what)
    }

    fn receipt(&self, what: &ReceiptRemark) -> String {
        receipts::sentence(what)
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

    fn uncertain_or_open(&self) -> &'static str {
        "rounding over 1 pt, or sign open"
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

    fn left_out(&self, columns: &str) -> String {
        format!("{columns}: no room at this width; a wider terminal or `--columns` shows them")
    }

    fn more_details(&self) -> &'static str {
        "Details: --notes full"
    }
}
