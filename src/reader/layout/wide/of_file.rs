//! What is settled for the whole file, and what is known from the rows before.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::layout::series_label::Label;
use crate::trade::Perspective;

/// What is settled for the whole file, when first needed, and what is known from the rows before.
#[derive(Default)]
pub(super) struct OfFile {
    pub partner: Option<Option<PartnerOf>>,
    pub unit_missing: bool,
    pub series: usize,
    /// How many rows were left out as no series, and the line and the text of the first.
    pub left_out: Option<(u64, u64, String)>,
    /// The same for rows under headings that were not understood.
    pub under: Option<(u64, u64, String)>,
    /// Lines of text that may be headings or notes.
    pub pending: Vec<(u64, String)>,
    /// The heading over the rows being read.
    pub section: Label,
    /// The heading that was not understood, under which rows are left out.
    pub unknown: Option<(String, TextMeaning)>,
    /// The year of the rows, where it stands once for several of them.
    pub year: Option<i32>,
    pub side: Option<Perspective>,
}
