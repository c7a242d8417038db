//! What has been determined for the whole file, and what earlier rows say about the following ones.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::layout::series_label::Label;
use crate::trade::{Flow, Perspective};

/// What has been determined for the whole file, when first needed, and what earlier rows say about
/// the following ones.
#[derive(Default)]
pub(super) struct WideState {
    pub partner: Option<Option<PartnerOf>>,
    pub unit_missing: bool,
    /// Whether the unit, and the currency, of any series are those of the titles; `None` where no
    /// series could be compared.
    pub agree_with_titles: [Option<bool>; 2],
    pub series: usize,
    /// Number of rows left out because they are not series, with the line and text of the first.
    pub left_out: Option<(u64, u64, String)>,
    /// Number of rows left out under headings that were not understood, with the line and text of
    /// the first.
    pub under: Option<(u64, u64, String)>,
    /// Lines of text that may be headings or notes.
    pub pending: Vec<(u64, String)>,
    /// The headings of the current rows, from the outermost.
    pub headings: Vec<Label>,
    /// The last heading that leaves open whose trade it is, with its line.
    pub unclear_heading: Option<(u64, String)>,
    /// The heading that was not understood, whose rows are left out.
    pub unknown: Option<(String, TextMeaning)>,
    /// The year, if it is given once for several rows.
    pub year: Option<i32>,
    pub side: Option<Perspective>,
}

impl WideState {
    /// What the headings say together.
    pub fn section(&self) -> Label {
        let together = |above: Label, heading: &Label| heading.over(&above);
        self.headings.iter().fold(Label::default(), together)
    }

    /// Adds a heading. It ends those on its own level, with all that they say: a flow ends a flow,
    /// a partner ends a partner.
    pub fn head(&mut self, heading: Label) {
        let narrows = |flow: Option<Flow>| matches!(flow, Some(Flow::Import | Flow::Export));
        self.headings.retain(|before| {
            let same_flow =
                heading.flow.is_some() && (narrows(before.flow) || before.flow == heading.flow);
            let same_partner = heading.partner.is_some() && before.partner.is_some();
            !same_flow && !same_partner && *before != heading
        });
        self.headings.push(heading);
    }
}
