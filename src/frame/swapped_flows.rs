//! Compares the flows of tables of one's own with the published ones: a table told from the partner's side
//! has the published exports as its imports, whatever its words say.

use crate::frame::all_rows::Frame;
use crate::frame::error::FrameError;
use crate::trade::{Amount, Flow, LayoutName};

impl Frame {
    /// Checks that the imports of a table are not the exports that China's customs published, nor its
    /// exports the imports.
    ///
    /// # Errors
    /// If figures of both flows are those of the other, and none is that of its own.
    pub fn check_flows(&self) -> Result<(), FrameError> {
        for (number, input) in (0..).zip(&self.observations.inputs) {
            if !matches!(input.layout, LayoutName::Tidy | LayoutName::Wide) {
                continue;
            }
            let held = self.sums_of(number);
            let (mut swapped, mut own) = (Vec::new(), 0);
            for (((period, flow), currency, partner), held) in &held {
                let other = match flow {
                    Flow::Import => Flow::Export,
                    Flow::Export => Flow::Import,
                    _ => continue,
                };
                let published = |flow: Flow| self.published((*period, flow), *currency, *partner);
                let is_of = |flow: Flow| {
                    let total = published(flow);
                    total
                        .is_some_and(|total| total != Amount::ZERO && is_near(held.amount(), total))
                };
                match (is_of(*flow), is_of(other)) {
                    (true, _) => own += 1,
                    (false, true) => swapped.push((*period, *flow, other, held)),
                    (false, false) => {}
                }
            }
            let Some((period, flow, other, held)) = swapped.first() else {
                continue;
            };
            let is_both = swapped.iter().any(|one| one.1 != *flow);
            if own == 0 && is_both {
                let whole = (held.amount().0 / Amount::PER_UNIT).to_string();
                return Err(FrameError::FlowsSwapped {
                    file: (*input.name).into(),
                    line: held.line,
                    what: format!("{}s of {period}", flow.name()).into(),
                    value: whole.into(),
                    published: format!("{}s", other.name()).into(),
                });
            }
        }
        Ok(())
    }
}

/// Whether a figure is a published one, up to rounding and small revisions.
fn is_near(figure: Amount, total: Amount) -> bool {
    let difference = figure.0.saturating_sub(total.0).saturating_abs();
    difference.saturating_mul(100) <= total.0.saturating_abs()
}
