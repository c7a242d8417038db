//! What has been determined for the whole file, and what earlier rows say about the following ones.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::layout::series_label::Label;
use crate::trade::Perspective;

/// What has been determined for the whole file, when first needed, and what earlier rows say about
/// the following ones.
#[derive(Default)]
pub(super) struct OfFile {
    pub partner: Option<Option<PartnerOf>>,
    pub unit_missing: bool,
    pub series: usize,
    /// Number of rows left out because they are not series, with the line and text of the first.
    pub left_out: Option<(u64, u64, String)>,
    /// Number of rows left out under headings that were not understood, with the line and text of
    /// the first.
    pub under: Option<(u64, u64, String)>,
    /// Lines of text that may be headings or notes.
    pub pending: Vec<(u64, String)>,
    /// The heading of the current rows.
    pub section: Label,
    /// The heading that was not understood, whose rows are left out.
    pub unknown: Option<(String, TextMeaning)>,
    /// The year, if it is given once for several rows.
    pub year: Option<i32>,
    pub side: Option<Perspective>,
}
