//! What earlier sentences of a text have established.

use super::months::MonthsBefore;
use super::party::Party;
use crate::trade::Vintage;

/// What a sentence may leave out because an earlier one said it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextContext {
    /// The day of publication.
    pub published: Option<Vintage>,
    /// Whose trade the previous sentence was about, if it was understood.
    pub known: Option<Party>,
    /// Whether a sentence before was about the trade of the two countries.
    pub is_of_trade: bool,
    /// Whether that sentence was about the trade of both, so that whose exports follow is not said.
    pub is_side_open: bool,
    /// Whether China has been mentioned.
    pub names_china: bool,
    /// The months of the previous sentence.
    pub months: MonthsBefore,
}
