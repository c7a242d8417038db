//! Korean, as the customs service and its press write it.

mod amounts;
mod brief;
mod brief_words;
mod cells;
mod chart;
mod claims;
mod dates;
mod figure;
mod findings;
mod input;
mod korean;
mod labels;
mod lines;
mod lists;
mod marks;
mod messages;
mod of_measures;
mod page;
mod particles;
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
pub(crate) use korean::Korean;

impl Wording for Korean {
    fn marks(&self) -> &'static Marks {
        &marks::MARKS
    }

    fn finding(&self, text: FindingText) -> String {
        findings::text(text)
    }

    fn input(&self, what: &InputRemark) -> String {
        particles::settled(&input::sentence(what))
    }

    fn figure(&self, what: &FigureRemark) -> String {
        particles::settled(&figure::sentence(what))
    }

    fn set(&self, what: &SetRemark) -> String {
        particles::settled(&set::sentence(what))
    }

    fn measure(&self, what: &RemarkKind, of: Option<Period>) -> String {
        particles::settled(&of_measures::sentence(what, of))
    }

    fn revision(&self, what: &RevisionRemark) -> String {
        revision_sentence(what, self)
    }

    fn sanction(&self, what: &SanctionRemark) -> String {
        particles::settled(&sanctions::sentence(what))
    }

    fn receipt(&self, what: &ReceiptRemark) -> String {
        receipts::sentence(what)
    }

    fn reason(&self, missing: &Missing) -> String {
        figure::reason(missing)
    }

    fn headline(&self, what: &RemarkKind) -> String {
        particles::settled(&summary::headline(what))
    }

    fn in_brief(&self, what: &RemarkKind) -> String {
        particles::settled(&summary::in_brief(what))
    }

    fn also(&self) -> &'static str {
        "; 그 밖에 "
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        summary::short(what)
    }

    fn uncertain_or_open(&self) -> &'static str {
        "반올림으로 1%p 이상 또는 증감 방향 불확실"
    }

    fn flag(&self, flag: Flag) -> &'static str {
        match flag {
            Flag::Implied => "공표 증감률에서 역산",
            Flag::Difference => "공표치의 차",
            Flag::Converted => "위안화 수치에서 환산",
            Flag::Revised => "수정치",
            Flag::AsPublished => "공표 증감률",
            Flag::Uncertain => "반올림으로 1%p 이상 불확실",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "수출입 구분과 월",
            (true, false) => "수출입 구분",
            _ => "월",
        };
        match files {
            1 => format!("{what}: 파일 이름에서 읽음"),
            files => {
                format!("파일 {files}개의 {what}: 파일 이름에서 읽음(목록은 tradecheck inspect)")
            }
        }
    }

    fn left_out(&self, columns: &str) -> String {
        format!("{columns}: 이 너비에는 들어가지 않음. 더 넓은 화면이나 `--columns`로 볼 수 있음")
    }

    fn more_details(&self) -> &'static str {
        "자세히: --notes full"
    }
}
