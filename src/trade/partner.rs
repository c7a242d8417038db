//! Trading partners, by code or by any spelling of their names.

use super::facts;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// A trading partner: its customs code, its names, and all spellings of them.
///
/// Source: `data/partners.csv`.
#[derive(Debug)]
pub struct Partner {
    /// The code used by China's customs: `109`.
    pub code: Arc<str>,
    /// The English name shown.
    pub en: Arc<str>,
    /// The Chinese name.
    pub zh: Arc<str>,
    /// The Korean name; the English one if the table has none.
    pub ko: Arc<str>,
    iso3: &'static str,
    /// The UN code (M49), if the table has one.
    un: Option<u16>,
    /// The first columns of the table, each with one spelling.
    columns: [&'static str; 7],
    /// More spellings, separated by `|`.
    more: &'static str,
    /// The folded spellings, computed on first use.
    folded: OnceLock<Vec<String>>,
}

/// The partners a run is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PartnerChoice {
    /// These partners, added up; indices into [`Partner::table`]. Usually just one.
    These(Vec<u16>),
    /// The sum of all partners in the input.
    All,
}

impl PartnerChoice {
    /// Whether rows of the partner at `partner_index` are asked for. [`PartnerChoice::All`] includes the
    /// rows of [`Partner::WORLD`], which must not be added to those of the partners.
    pub fn wants(&self, partner_index: u16) -> bool {
        match self {
            PartnerChoice::These(partner_indices) => partner_indices.contains(&partner_index),
            PartnerChoice::All => true,
        }
    }

    /// Whether it is a single partner.
    pub fn is_one(&self) -> bool {
        matches!(self, PartnerChoice::These(partners) if partners.len() == 1)
    }

    /// Whether it is North Korea alone, whose trade the sanctions are about.
    pub fn is_north_korea(&self) -> bool {
        match self {
            PartnerChoice::These(partner_indices) => {
                matches!(partner_indices[..], [only] if Some(only) == Partner::by_code("109"))
            }
            PartnerChoice::All => false,
        }
    }
}

impl Partner {
    /// The index of a partner that is missing from the table and has no usable name: counted only
    /// in [`PartnerChoice::All`]. Named ones get numbers from [`Partner::FIRST_UNLISTED`] up, see
    /// [`super::Observations::unlisted`].
    pub const UNLISTED: u16 = u16::MAX;
    /// The index for rows of all partners together: World, 总值. A total, never one of its
    /// components.
    pub const WORLD: u16 = u16::MAX - 1;
    /// The first index for partners missing from the table: `Partner::table` uses those below,
    /// World and [`Partner::UNLISTED`] the last two.
    pub const FIRST_UNLISTED: u16 = 1 << 15;

    /// Its English name with its code: `Japan (116)`.
    pub fn with_code(&self) -> String {
        format!("{} ({})", self.en, self.code)
    }

    /// All known partners, in table order.
    pub fn table() -> &'static [Partner] {
        static TABLE: OnceLock<Vec<Partner>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let rows = facts::rows(include_str!("../../data/partners.csv"));
            rows.filter_map(|row| read_row(&row)).collect()
        })
    }

    /// The partner with this code in China's customs statistics, as used in files. Many of these
    /// numbers are the UN code of another country (408 is Bolivia here, North Korea there).
    pub fn by_code(code: &str) -> Option<u16> {
        // An archive names hundreds of partners for each of hundreds of files.
        static PLACES: OnceLock<HashMap<&str, u16, RandomState>> = OnceLock::new();
        let partner_indices = PLACES.get_or_init(|| {
            let mut partner_indices = HashMap::default();
            for (partner_index, partner) in (0..).zip(Partner::table()) {
                partner_indices
                    .entry(&*partner.code)
                    .or_insert(partner_index);
            }
            partner_indices
        });
        partner_indices.get(code).copied()
    }

    /// The partner with this UN code (M49, as used by Comtrade): 408 is North Korea, 410 South
    /// Korea. Leading zeros are ignored.
    pub fn by_un_code(code: &str) -> Option<u16> {
        let digits = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        let code: u16 = code.parse().ok().filter(|_| digits)?;
        let by_iso3 = OTHER_UN_CODES.iter().find(|(number, _)| *number == code);
        let at = Partner::table().iter().position(|partner| match by_iso3 {
            Some((_, iso3)) => partner.iso3 == *iso3,
            None => partner.un == Some(code),
        })?;
        u16::try_from(at).ok()
    }

    /// The partner a user means by `text`: a customs, ISO or UN code, or a name in any known
    /// spelling.
    pub fn find(text: &str) -> Option<u16> {
        // Usually it is the code, and then no spellings need to be folded. A number that is also
        // the UN code of an earlier partner means that one.
        if let Some(partner_index) = Partner::by_code(text) {
            let earlier = Partner::table().iter().take(partner_index.into());
            let means = |partner: &Partner| partner.written().any(|spelling| spelling == text);
            let found = earlier.enumerate().find(|(_, partner)| means(partner));
            return found.map_or(Some(partner_index), |(at, _)| u16::try_from(at).ok());
        }
        let wanted = fold(text);
        let at = Partner::table()
            .iter()
            .position(|partner| partner.folded().contains(&wanted))?;
        u16::try_from(at).ok()
    }

    /// Every spelling in the table.
    fn written(&self) -> impl Iterator<Item = &'static str> {
        self.columns.into_iter().chain(self.more.split('|'))
    }

    /// Its spellings, folded.
    fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| {
            let folded = self.written().map(fold);
            folded.filter(|spelling| !spelling.is_empty()).collect()
        })
    }

    /// Its three-letter ISO 3166-1 code; empty if it is not a country.
    pub fn iso3(&self) -> &str {
        self.iso3
    }

    /// Its UN code (M49), unless another partner has that number as its customs code.
    pub fn un(&self) -> Option<u16> {
        self.un
    }

    /// Whether one of its spellings contains `text`, ignoring case and punctuation.
    pub fn goes_by(&self, text: &str) -> bool {
        let wanted = fold(text);
        !wanted.is_empty() && self.folded().iter().any(|one| one.contains(&wanted))
    }

    /// Its names in the three languages.
    pub fn names(&self) -> [&str; 3] {
        [&self.en, &self.zh, &self.ko]
    }

    /// Every known spelling, codes included, folded to lower-case letters and digits, with the
    /// index of its partner.
    pub fn spellings() -> impl Iterator<Item = (&'static str, u16)> {
        let table = Partner::table().iter().enumerate();
        table.flat_map(|(at, partner)| {
            let partner_index = u16::try_from(at).unwrap_or(Partner::UNLISTED);
            let folded = partner.folded().iter();
            folded.map(move |spelling| (&**spelling, partner_index))
        })
    }

    /// The partner at an index, as returned by [`Partner::find`].
    pub fn at(partner_index: u16) -> Option<&'static Partner> {
        Partner::table().get(usize::from(partner_index))
    }
}

/// UN codes that are not in the table because they equal the customs code of another partner, and
/// those that Comtrade uses for a country with its dependencies.
///
/// Source: UN M49; Comtrade's list of partner areas.
#[rustfmt::skip]
const OTHER_UN_CODES: [(u16, &str); 65] = [
    (104, "MMR"), (108, "BDI"), (112, "BLR"), (116, "KHM"), (120, "CMR"), (124, "CAN"),
    (132, "CPV"), (136, "CYM"), (144, "LKA"), (148, "TCD"), (203, "CZE"), (204, "BEN"),
    (208, "DNK"), (212, "DMA"), (214, "DOM"), (218, "ECU"), (222, "SLV"), (226, "GNQ"),
    (231, "ETH"), (232, "ERI"), (233, "EST"), (234, "FRO"), (242, "FJI"), (246, "FIN"),
    (250, "FRA"), (251, "FRA"), (254, "GUF"), (258, "PYF"), (304, "GRL"), (308, "GRD"),
    (312, "GLP"), (320, "GTM"), (324, "GIN"), (328, "GUY"), (336, "VAT"), (340, "HND"),
    (344, "HKG"), (352, "ISL"), (356, "IND"), (381, "ITA"), (404, "KEN"), (410, "KOR"),
    (414, "KWT"), (417, "KGZ"), (418, "LAO"), (422, "LBN"), (426, "LSO"), (428, "LVA"),
    (430, "LBR"), (434, "LBY"), (438, "LIE"), (440, "LTU"), (442, "LUX"), (446, "MAC"),
    (499, "MNE"), (504, "MAR"), (579, "NOR"), (604, "PER"), (608, "PHL"), (616, "POL"),
    (620, "PRT"), (699, "IND"), (702, "SGP"), (757, "CHE"), (842, "USA"),
];

fn read_row(row: &facts::Row) -> Option<Partner> {
    let field = |at: usize| row.get(at).unwrap_or("");
    let english = field(4);
    let or_english = |text: &str| Arc::from(if text.is_empty() { english } else { text });
    Some(Partner {
        code: row.get(0)?.into(),
        en: english.into(),
        zh: or_english(field(5)),
        ko: or_english(field(6)),
        iso3: field(2),
        un: field(3).parse().ok(),
        columns: std::array::from_fn(field),
        more: field(7),
        folded: OnceLock::new(),
    })
}

/// Letters and digits only, in lower case; spellings are compared in this form.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customs_code_of(un: &str) -> Option<&'static str> {
        let partner = Partner::at(Partner::by_un_code(un)?)?;
        Some(&partner.code)
    }

    #[test]
    fn a_un_code_is_not_taken_for_the_customs_code_of_another_country() {
        for (un, customs) in [
            ("408", "109"),
            ("410", "133"),
            ("392", "116"),
            ("842", "502"),
            ("840", "502"),
            ("004", "101"),
            ("4", "101"),
        ] {
            assert_eq!(customs_code_of(un), Some(customs), "{un}");
        }
        for none in ["0", "899", "", "+408", "PRK", "70000"] {
            assert_eq!(customs_code_of(none), None, "{none}");
        }
    }

    #[test]
    fn a_customs_code_is_no_other_spelling_of_an_earlier_partner() {
        for partner in Partner::table() {
            let wanted = fold(&partner.code);
            let spelled = Partner::table()
                .iter()
                .position(|one| one.folded().contains(&wanted));
            let found = Partner::find(&partner.code).map(usize::from);
            assert_eq!(found, spelled, "{}", partner.code);
        }
    }

    #[test]
    fn every_country_with_an_iso_code_has_a_un_code() {
        let lacking = |partner: &&Partner| {
            let listed = OTHER_UN_CODES.iter().any(|(_, iso3)| *iso3 == partner.iso3);
            !partner.iso3.is_empty() && partner.un.is_none() && !listed
        };
        assert!(Partner::table().iter().find(lacking).is_none());
        for (_, iso3) in OTHER_UN_CODES {
            assert!(
                Partner::table().iter().any(|partner| partner.iso3 == iso3),
                "{iso3}"
            );
        }
    }
}
