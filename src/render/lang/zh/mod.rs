//! Chinese, as the customs office and its press write it.

mod amounts;
mod brief;
mod brief_words;
mod cells;
mod chart;
mod chinese;
mod claims;
mod dates;
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
pub(crate) use chinese::Chinese;

impl Wording for Chinese {
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

    fn measure(&self, what: &RemarkKind, of: Option<Period>) -> String {
        of_measures::sentence(what, of)
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
        "；另有"
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        summary::short(what)
    }

    fn uncertain_or_open(&self) -> &'static str {
        "四舍五入影响超过1个百分点或正负不定"
    }

    fn flag(&self, flag: Flag) -> &'static str {
        match flag {
            Flag::Implied => "由公布的同比推算",
            Flag::Difference => "公布数之差",
            Flag::Converted => "由人民币数折算",
            Flag::Revised => "修订数",
            Flag::AsPublished => "公布的同比",
            Flag::Uncertain => "四舍五入影响超过1个百分点",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "流向和月份",
            (true, false) => "流向",
            _ => "月份",
        };
        match files {
            1 => format!("{what}取自文件名"),
            files => format!("{files}个文件的{what}取自文件名，详见 tradecheck inspect"),
        }
    }

    fn left_out(&self, columns: &str) -> String {
        format!("此宽度下放不下：{columns}；加宽终端或用 `--columns` 可见")
    }

    fn more_details(&self) -> &'static str {
        "详情：--notes full"
    }
}
