//! How files write numbers, where several ways would fit.

/// The sign before the decimals of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalMark {
    /// `145.82`
    Point,
    /// `145,82`
    Comma,
}

/// Whose numbers stand for partners: many a number is one country here and another there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartnerCodes {
    /// Those of China's customs: 109 is North Korea.
    Customs,
    /// Those of the United Nations (M49): 408 is North Korea.
    Un,
}
