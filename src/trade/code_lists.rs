//! The codes of provinces and trade modes, by their names.

use super::facts;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The code of a province by its name in Chinese, English or Korean, with or without the word for
/// the kind of province: `辽宁省`, `Liaoning Province`.
///
/// Source: `data/provinces.csv`, the customs list of locations of importers and exporters.
pub fn province_code(name: &str) -> Option<&'static str> {
    static CODES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let codes = CODES.get_or_init(|| names(include_str!("../../data/provinces.csv")));
    codes.get(&folded(name)).map(String::as_str)
}

/// The code of a trade mode (customs regime) by its name in Chinese or English.
///
/// Source: `data/trade-modes.csv`, the customs list of regimes.
pub fn trade_mode_code(name: &str) -> Option<&'static str> {
    static CODES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let codes = CODES.get_or_init(|| names(include_str!("../../data/trade-modes.csv")));
    codes.get(&folded(name)).map(String::as_str)
}

/// Every spelling in a code list, with its code.
fn names(table: &'static str) -> HashMap<String, String> {
    let mut codes = HashMap::new();
    for row in facts::rows(table) {
        let code = row.get(0).unwrap_or("");
        let spellings = row.iter().skip(1).flat_map(|field| field.split('|'));
        for spelling in spellings.filter(|spelling| !spelling.is_empty()) {
            codes.insert(folded(spelling), code.to_owned());
        }
    }
    codes
}

/// The name in lower case, letters and digits only, without a final word for the kind of province.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let name: String = letters.flat_map(char::to_lowercase).collect();
    [
        "province",
        "municipality",
        "autonomousregion",
        "壮族自治区",
        "回族自治区",
        "维吾尔自治区",
        "自治区",
        "省",
        "市",
    ]
    .iter()
    .find_map(|kind| name.strip_suffix(kind))
    .map_or(name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_the_code_of_the_customs_list() {
        for (name, code) in [
            ("Liaoning Province", Some("21")),
            ("辽宁省", Some("21")),
            ("辽宁", Some("21")),
            ("内蒙古自治区", Some("15")),
            ("Shanghai Province", Some("31")),
            ("Xinjiang Uygur Autonomous Region", Some("65")),
            ("Shanxi", Some("14")),
            ("Shaanxi Province", Some("61")),
            ("Atlantis", None),
        ] {
            assert_eq!(province_code(name), code, "{name}");
        }
        assert_eq!(trade_mode_code("边境小额贸易"), Some("19"));
        assert_eq!(trade_mode_code("Ordinary Trade"), Some("10"));
        assert_eq!(trade_mode_code("Magic"), None);
    }

    #[test]
    fn no_two_places_share_a_spelling() {
        for table in [
            include_str!("../../data/provinces.csv"),
            include_str!("../../data/trade-modes.csv"),
        ] {
            let mut seen: HashMap<String, String> = HashMap::new();
            for row in facts::rows(table) {
                let code = row.get(0).unwrap().to_owned();
                for spelling in row.iter().skip(1).flat_map(|field| field.split('|')) {
                    if spelling.is_empty() {
                        continue;
                    }
                    let before = seen.insert(folded(spelling), code.clone());
                    assert!(before.is_none_or(|before| before == code), "{spelling}");
                }
            }
        }
    }
}
