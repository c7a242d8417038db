//! What each language must be able to say.

use crate::render::lang::brief::Statements;
use crate::render::lang::claims::Readings;
use crate::render::lang::dates::Dates;
use crate::render::lang::labels::Labels;
use crate::render::lang::lines::Lines;
use crate::render::lang::lists::Lists;
use crate::render::lang::marks::Marks;
use crate::render::lang::messages::Messages;
use crate::render::lang::pages::Pages;
use crate::render::lang::pictures::Pictures;
use crate::render::lang::runs::Runs;
use crate::render::lang::stated::StatedWords;
use crate::render::lang::taken::TakenWords;
use crate::render::lang::titles::Titles;
use crate::report::{Flag, ReceiptRemark, RemarkKind, RevisionRemark, SanctionRemark};
use crate::trade::{FigureRemark, InputRemark, Missing, Period, SetRemark};

/// The sentences of one language. A sentence has no capital and no full stop.
pub(crate) trait Wording:
    Dates
    + Labels
    + Lines
    + Lists
    + Messages
    + Pages
    + Pictures
    + Readings
    + Runs
    + StatedWords
    + Statements
    + TakenWords
    + Titles
{
    /// The marks between and around words.
    fn marks(&self) -> &'static Marks;
    /// A remark of the reader on an input.
    fn input(&self, what: &InputRemark) -> String;
    /// A remark on how a figure was made.
    fn figure(&self, what: &FigureRemark) -> String;
    /// A remark on how the series were made.
    fn set(&self, what: &SetRemark) -> String;
    /// A remark of a measure; `period`: that of the figure it is about.
    fn measure(&self, what: &RemarkKind, period: Option<Period>) -> String;
    /// A remark on revisions.
    fn revision(&self, what: &RevisionRemark) -> String;
    /// A remark on sanctions.
    fn sanction(&self, what: &SanctionRemark) -> String;
    /// A remark on an answer that was worked out again.
    fn receipt(&self, what: &ReceiptRemark) -> String;
    /// Why a figure is not there.
    fn reason(&self, missing: &Missing) -> String;
    /// What remarks of one kind have in common, before the list of what they are about.
    fn headline(&self, what: &RemarkKind) -> String;
    /// The sentence of a remark without what can be worked out from it.
    fn in_brief(&self, what: &RemarkKind) -> String;
    /// Between a remark in full and the others of its kind.
    fn also(&self) -> &'static str;
    /// What differs from one remark of a kind to another, in brackets behind what it is about.
    fn short(&self, what: &RemarkKind) -> Option<String>;
    /// What a flag beside a figure means.
    fn flag(&self, flag: Flag) -> &'static str;
    /// So many files, whose flow, month or both were read from their names.
    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String;
    /// Where the rest of the remarks is to be found.
    fn more_details(&self) -> &'static str;
    /// Columns that a table of this width has no room for.
    fn left_out(&self, columns: &str) -> String;
}
