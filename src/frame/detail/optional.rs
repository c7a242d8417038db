//! Which of the optional columns a table has.

/// Which optional columns the table of entries, and each table made of it, has.
#[derive(Clone, Copy, Debug)]
pub struct Optional {
    /// `RELEASED`.
    pub dates: bool,
    /// `LOW` and `HIGH`, and the bounds of the earliest release.
    pub rounding: bool,
    /// `LACKING`.
    pub lacking: bool,
    /// `UNIT` and `OTHER_UNIT`: the values are quantities.
    pub is_quantity: bool,
}

impl Optional {
    /// Whether it has none of them.
    pub fn is_plain(self) -> bool {
        !(self.dates || self.rounding || self.lacking || self.is_quantity)
    }
}
