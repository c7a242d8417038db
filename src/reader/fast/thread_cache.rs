//! What a thread keeps from one file to the next: a buffer for blocks, and partner names already
//! checked.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::fast::marks::Marks;
use crate::trade::Partner;

/// Buffers and names kept between files.
#[derive(Default)]
pub(crate) struct ThreadCache {
    pub block: Vec<u8>,
    /// The quotes and line ends of the block.
    pub marks: Marks,
    pub names: PartnerNames,
}

/// Names that fit the partner code next to them.
#[derive(Default)]
pub(crate) struct PartnerNames {
    /// The last name of each customs code.
    last: Vec<Box<[u8]>>,
    /// The encoding of these names.
    encoding: Option<Encoding>,
}

impl PartnerNames {
    /// Whether the name next to a partner's code fits it: a name of that partner, an unknown one,
    /// or blank. Sums, other partners and unlisted codes are left to reading row by row.
    pub fn check(&mut self, partner: u16, name: &[u8], encoding: Encoding) -> Option<()> {
        if self.encoding != Some(encoding) {
            *self = PartnerNames {
                last: vec![Box::default(); 1000],
                encoding: Some(encoding),
            };
        }
        let last = self.last.get_mut(usize::from(partner))?;
        if name.is_empty() || **last == *name {
            return Some(());
        }
        let text = (encoding.strictly())(name)?;
        let by_code = Partner::by_code(&format!("{partner:03}"))?;
        let is_own = match Partner::find(&text) {
            Some(by_name) => by_name == by_code,
            None => aggregate(&text).is_none() && !TextMeaning::of(&text).tells_of_figures(),
        };
        if is_own {
            *last = name.into();
        }
        is_own.then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_its_partner_however_often_and_in_whatever_order_it_comes() {
        let mut names = PartnerNames::default();
        let chinese = encoding_rs::GB18030.encode("朝鲜").0.into_owned();
        for _ in 0..2 {
            let mut check =
                |partner, name: &[u8], encoding| names.check(partner, name, encoding).is_some();
            assert!(check(109, "朝鲜".as_bytes(), Encoding::Utf8));
            assert!(check(109, b"", Encoding::Utf8));
            assert!(!check(133, "朝鲜".as_bytes(), Encoding::Utf8));
            assert!(check(109, &chinese, Encoding::Gb18030));
            // Not a complete text in the other encoding, and so not a name.
            assert!(!check(109, &chinese, Encoding::Utf8));
            assert!(!check(109, "全球".as_bytes(), Encoding::Utf8));
        }
    }
}
