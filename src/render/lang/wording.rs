//! The wording that each language must provide.

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
use crate::render::lang::publishers::Publishers;
use crate::render::lang::runs::Runs;
use crate::render::lang::stated::StatedWords;
use crate::render::lang::taken::TakenWords;
use crate::render::lang::titles::Titles;
use crate::report::{FindingText, Flag, ReceiptRemark, RemarkKind, RevisionRemark, SanctionRemark};
use crate::trade::{FigureRemark, InputRemark, Missing, Period, SetRemark};

/// The sentences of one language, without a capital letter and a full stop.
pub(crate) trait Wording:
    Dates
    + Labels
    + Lines
    + Lists
    + Messages
    + Pages
    + Pictures
    + Publishers
    + Readings
    + Runs
    + StatedWords
    + Statements
    + TakenWords
    + Titles
{
    /// The punctuation.
    fn marks(&self) -> &'static Marks;
    /// What a finding of `inspect` says.
    fn finding(&self, text: FindingText) -> String;
    /// A remark of the reader on an input.
    fn input(&self, what: &InputRemark) -> String;
    /// A remark on how a figure was made.
    fn figure(&self, what: &FigureRemark) -> String;
    /// A remark on how the series were made.
    fn set(&self, what: &SetRemark) -> String;
    /// A remark of a measure; `period` is that of its figure.
    fn measure(&self, what: &RemarkKind, period: Option<Period>) -> String;
    /// A remark on revisions.
    fn revision(&self, what: &RevisionRemark) -> String;
    /// A remark on sanctions.
    fn sanction(&self, what: &SanctionRemark) -> String;
    /// A remark on an answer that was reproduced.
    fn receipt(&self, what: &ReceiptRemark) -> String;
    /// Why a figure is missing.
    fn reason(&self, missing: &Missing) -> String;
    /// What remarks of one kind have in common, placed before the list of what they refer to.
    fn headline(&self, what: &RemarkKind) -> String;
    /// The sentence of a remark without what follows from it.
    fn in_brief(&self, what: &RemarkKind) -> String;
    /// Between a full remark and others of its kind.
    fn also(&self) -> &'static str;
    /// What distinguishes a remark from others of its kind, in brackets after what it refers to.
    fn short(&self, what: &RemarkKind) -> Option<String>;
    /// The meaning of the flag for rounding if it also stands beside a change whose sign is open.
    fn uncertain_or_open(&self) -> &'static str;
    /// The meaning of a flag next to a figure.
    fn flag(&self, flag: Flag) -> &'static str;
    /// A note on the number of files whose flow, month or both were inferred from their names.
    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String;
    /// Where to find the other remarks.
    fn more_details(&self) -> &'static str;
    /// A note on columns that do not fit in a table of this width.
    fn left_out(&self, columns: &str) -> String;
}
