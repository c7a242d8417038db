//! Warns if a file has only rows of South Korea although North Korea is asked for, which is nearly
//! always a mistake.

use crate::trade::{InputRemark, Partner, PartnerChoice};

/// The codes of the two Koreas in one classification of partners.
pub(crate) struct KoreaCodes {
    /// The Republic of Korea.
    pub south: &'static str,
    /// The Democratic People's Republic of Korea.
    pub north: &'static str,
}

/// In the codes of China's customs.
pub(crate) const OF_CUSTOMS: KoreaCodes = KoreaCodes {
    south: "133",
    north: "109",
};

/// In the codes of the UN.
pub(crate) const OF_UN: KoreaCodes = KoreaCodes {
    south: "410",
    north: "408",
};

impl KoreaCodes {
    /// The remark on a file in which `is_seen` says which codes occur.
    pub fn only_south(
        &self,
        asked: &PartnerChoice,
        is_seen: impl Fn(&str) -> bool,
    ) -> Option<InputRemark> {
        let PartnerChoice::These(places) = asked else {
            return None;
        };
        let is_north_asked =
            Partner::by_un_code(OF_UN.north).is_some_and(|it| places.contains(&it));
        let is_only_south = is_seen(self.south) && !is_seen(self.north);
        (is_north_asked && is_only_south).then_some(InputRemark::SouthKoreaOnly {
            south: self.south,
            north: self.north,
        })
    }
}
