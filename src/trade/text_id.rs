//! Numbers of texts that are stored once.

/// The number of a text that is stored once. [`TextId::EMPTY`] is the empty text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TextId(pub u32);

impl TextId {
    /// The empty text: no code, no province, no trade mode.
    pub const EMPTY: TextId = TextId(0);
}
