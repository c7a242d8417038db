//! Names of the Harmonized System, and the months of its new editions.

use super::{Month, facts};
use std::sync::{Arc, OnceLock};

/// The short names of a chapter (2 digits) or heading (4 digits) of the Harmonized System.
///
/// Source: `data/hs.csv`.
#[derive(Debug)]
pub struct HsName {
    /// The code: `27`, `2701`.
    pub code: Arc<str>,
    /// The English name, at most 28 characters.
    pub en: Arc<str>,
    /// The Chinese name, at most 12 characters.
    pub zh: Arc<str>,
    /// The Korean name, at most 14 characters.
    pub ko: Arc<str>,
}

impl HsName {
    /// All names, sorted by code.
    pub fn table() -> &'static [HsName] {
        static TABLE: OnceLock<Vec<HsName>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let rows = facts::rows(include_str!("../../data/hs.csv"));
            rows.filter_map(|row| read_row(&row)).collect()
        })
    }

    /// The names of exactly this code; longer codes do not inherit the name of their chapter.
    pub fn of(code: &str) -> Option<&'static HsName> {
        let table = HsName::table();
        let at = table.binary_search_by(|name| (*name.code).cmp(code)).ok()?;
        table.get(at)
    }

    /// The codes named `name` in one of the three languages, in any case, for users who typed a
    /// name. Several if the name is shared, empty if it is unknown.
    pub fn find(name: &str) -> Vec<&'static str> {
        let wanted = name.trim().to_lowercase();
        HsName::table()
            .iter()
            .filter(|known| {
                [&known.en, &known.zh, &known.ko]
                    .iter()
                    .any(|name| name.to_lowercase() == wanted)
            })
            .map(|known| &*known.code)
            .collect()
    }
}

fn read_row(row: &facts::Row) -> Option<HsName> {
    let field = |at: usize| row.get(at).map(Arc::from);
    Some(HsName {
        code: field(0)?,
        en: field(1)?,
        zh: field(2)?,
        ko: field(3)?,
    })
}

/// The years in which a new edition of the Harmonized System took effect, each in January.
///
/// Source: World Customs Organization, editions HS 1996 to HS 2022; China adopted each of them on
/// time.
const EDITIONS: [i32; 6] = [1996, 2002, 2007, 2012, 2017, 2022];

/// The months after `earlier`, up to and including `later`, in which a new edition of the
/// Harmonized System took effect. Across such a month a code of six or more digits may mean other
/// goods.
pub fn revisions_between(earlier: Month, later: Month) -> Vec<Month> {
    EDITIONS
        .iter()
        .filter_map(|year| Month::new(*year, 1))
        .filter(|month| earlier < *month && *month <= later)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_own_names_and_never_those_of_its_chapter() {
        let names = |code: &str| {
            HsName::of(code).map(|name| [&*name.en, &*name.zh, &*name.ko].map(str::to_owned))
        };
        let some = |names: [&str; 3]| Some(names.map(str::to_owned));
        assert_eq!(
            names("27"),
            some(["Mineral fuels", "矿物燃料", "광물성 연료"])
        );
        assert_eq!(names("2701"), some(["Coal", "煤", "석탄"]));
        assert_eq!(names("1006"), some(["Rice", "稻谷、大米", "쌀"]));
        for none in ["", "2", "77", "270", "270111", "27011100", "2799", "煤"] {
            assert_eq!(names(none), None, "{none}");
        }
    }

    #[test]
    fn a_name_leads_to_its_codes_in_any_language_and_case() {
        assert_eq!(HsName::find("iron ore"), ["2601"]);
        assert_eq!(HsName::find(" COAL "), ["2701"]);
        assert_eq!(HsName::find("大豆"), ["1201"]);
        assert_eq!(HsName::find("원유"), ["2709"]);
        for none in ["", "ore", "anthracite"] {
            assert!(HsName::find(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn the_table_is_whole_sorted_and_fits_into_80_columns() {
        let table = HsName::table();
        let lines = include_str!("../../data/hs.csv").lines().count();
        assert_eq!(table.len(), lines - 1, "a row was not read");
        for pair in table.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} is misplaced", pair[1].code);
        }
        for name in table {
            let code = &*name.code;
            assert!(code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
            assert!(matches!(code.len(), 2 | 4), "{code}");
            assert!(HsName::of(&code[..2]).is_some(), "{code} has no chapter");
            for (text, most) in [(&name.en, 28), (&name.zh, 12), (&name.ko, 14)] {
                assert!(!text.is_empty() && text.trim() == &**text, "{code}");
                assert!(text.chars().count() <= most, "{code}: {text}");
            }
            let (hanzi, hangul) = ('\u{4e00}'..='\u{9fff}', '\u{ac00}'..='\u{d7a3}');
            assert!(name.en.is_ascii(), "{code}: {}", name.en);
            assert!(name.zh.chars().any(|c| hanzi.contains(&c)), "{code}");
            assert!(!name.zh.chars().any(|c| hangul.contains(&c)), "{code}");
            assert!(name.ko.chars().any(|c| hangul.contains(&c)), "{code}");
        }
    }

    #[test]
    fn every_chapter_but_the_reserved_one_has_a_name() {
        let unnamed: Vec<String> = (1..=99)
            .map(|chapter| format!("{chapter:02}"))
            .filter(|chapter| HsName::of(chapter).is_none())
            .collect();
        assert_eq!(unnamed, ["77"]);
    }

    #[test]
    fn no_two_codes_share_a_name() {
        for name in HsName::table() {
            for text in [&name.en, &name.zh, &name.ko] {
                assert_eq!(HsName::find(text), [&*name.code], "{text}");
            }
        }
    }

    #[test]
    fn an_edition_counts_from_the_january_it_came_into_use() {
        let between = |earlier: &str, later: &str| {
            let months = revisions_between(earlier.parse().unwrap(), later.parse().unwrap());
            months.iter().map(Month::to_string).collect::<Vec<_>>()
        };
        assert_eq!(between("2016-09", "2017-09"), ["2017-01"]);
        assert_eq!(between("2016-12", "2017-01"), ["2017-01"]);
        assert!(between("2017-01", "2017-12").is_empty());
        assert!(between("2017-09", "2016-09").is_empty());
        assert_eq!(
            between("2011-12", "2022-01"),
            ["2012-01", "2017-01", "2022-01"]
        );
    }
}
