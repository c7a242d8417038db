//! Texts of several pieces.

use crate::reader::cells::number::{PIECES, must_be_parted};
use crate::reader::grid::html::raised;
use std::collections::HashMap;

/// Two forms of a text made of pieces: without a break, and with digits of two pieces kept apart.
#[derive(Default)]
pub(super) struct TwoForms {
    pub plain: String,
    pub parted: String,
}

impl TwoForms {
    pub fn push(&mut self, text: &str, is_raised: bool, is_new: bool) {
        self.plain.push_str(text);
        if is_raised {
            self.parted.push_str(&raised(text));
            return;
        }
        if is_new && must_be_parted(&self.parted, text) {
            self.parted.push(PIECES);
        }
        self.parted.push_str(text);
    }

    /// The two forms of a text in UTF-16, of which each run begins with another font.
    pub fn of_runs(text: &[u16], runs: impl Iterator<Item = FontRun>) -> TwoForms {
        let mut forms = TwoForms::default();
        let mut current = FontRun::default();
        let last = FontRun {
            start: text.len(),
            is_raised: false,
        };
        for next in runs.chain([last]) {
            let piece = text.get(current.start..next.start).unwrap_or_default();
            if !piece.is_empty() {
                let is_new = !forms.plain.is_empty();
                let piece = String::from_utf16_lossy(piece);
                forms.push(&piece, current.is_raised, is_new);
            }
            current = next;
        }
        forms
    }

    pub fn keep(self, parted: &mut HashMap<String, String>) {
        if self.plain != self.parted {
            parted.insert(self.plain, self.parted);
        }
    }
}

/// Where letters of another font begin in a text.
#[derive(Default)]
pub(super) struct FontRun {
    pub start: usize,
    pub is_raised: bool,
}
