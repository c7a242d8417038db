//! The two countries that claims are about.

/// One of the two countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::reader::claims) enum Party {
    China,
    NorthKorea,
}

impl Party {
    pub fn other(self) -> Party {
        match self {
            Party::China => Party::NorthKorea,
            Party::NorthKorea => Party::China,
        }
    }
}
