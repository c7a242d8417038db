//! How files write numbers and partner codes, where several readings are possible.

use super::Named;

/// The decimal mark of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalMark {
    /// `145.82`
    Point,
    /// `145,82`
    Comma,
}

impl Named for DecimalMark {
    const EVERY: &'static [DecimalMark] = &[DecimalMark::Point, DecimalMark::Comma];

    fn words(self) -> &'static [&'static str] {
        match self {
            DecimalMark::Point => &["point", "."],
            DecimalMark::Comma => &["comma", ","],
        }
    }

    fn about(self) -> &'static str {
        match self {
            DecimalMark::Point => "145.82",
            DecimalMark::Comma => "145,82",
        }
    }
}

/// Which code list the numbers of partners belong to: the same number can mean two countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartnerCodes {
    /// Those of China's customs: 109 is North Korea.
    Customs,
    /// Those of the United Nations (M49): 408 is North Korea.
    Un,
}

impl Named for PartnerCodes {
    const EVERY: &'static [PartnerCodes] = &[PartnerCodes::Customs, PartnerCodes::Un];

    fn words(self) -> &'static [&'static str] {
        match self {
            PartnerCodes::Customs => &["customs"],
            PartnerCodes::Un => &["un", "m49"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            PartnerCodes::Customs => "China's customs: 109 is North Korea",
            PartnerCodes::Un => "the UN (M49): 408 is North Korea",
        }
    }
}
