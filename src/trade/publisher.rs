//! Names of offices, agencies and newspapers in three languages.

use super::facts;
use std::sync::OnceLock;

/// The bodies that compile figures of their own, with the names they go by.
const COMPILERS: [(&str, [&str; 2]); 2] = [
    ("KITA", ["KITA", "무역협회"]),
    ("KOTRA", ["KOTRA", "코트라"]),
];

/// The body that compiled the figures of a publisher: `KITA` of `Yonhap (KITA)`; `None` for the
/// customs office, also where such a body only quotes it.
///
/// Source: docs/definitions.md, "One month twice: files, vintages, revisions".
pub fn other_compiler(publisher: &str) -> Option<&'static str> {
    let quotes_customs = ["GACC", "海关", "해관"]
        .iter()
        .any(|name| publisher.contains(name));
    let of = |(_, names): &&(&str, [&str; 2])| names.iter().any(|name| publisher.contains(name));
    let compiler = COMPILERS.iter().find(of).filter(|_| !quotes_customs)?;
    Some(compiler.0)
}

/// An office, an agency, a newspaper or a person that publishes figures.
///
/// Source: `data/publishers.csv`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Publisher {
    /// As the data write it.
    pub en: &'static str,
    /// Its own Chinese name, or the usual one.
    pub zh: &'static str,
    /// Its own Korean name, or the usual one.
    pub ko: &'static str,
    /// The host of its pages; empty where no source is given by an address alone.
    pub host: &'static str,
}

impl Publisher {
    /// The known ones.
    pub fn table() -> &'static [Publisher] {
        static TABLE: OnceLock<Vec<Publisher>> = OnceLock::new();
        TABLE.get_or_init(|| {
            let rows = facts::rows(include_str!("../../data/publishers.csv"));
            let publisher = |row: facts::Row| {
                Some(Publisher {
                    en: row.get(0)?,
                    zh: row.get(1)?,
                    ko: row.get(2)?,
                    host: row.get(3)?,
                })
            };
            rows.filter_map(publisher).collect()
        })
    }

    /// The one whose pages are on a host, such as `english.mofcom.gov.cn`.
    pub fn at_host(host: &str) -> Option<&'static Publisher> {
        let fits = |one: &&Publisher| {
            let rest = host.strip_suffix(one.host).filter(|_| !one.host.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let fitting = Publisher::table().iter().filter(fits);
        fitting.max_by_key(|one| one.host.len())
    }

    /// The one with the longest name at the start of a text; the name ends with a word.
    pub fn at_start(text: &str) -> Option<&'static Publisher> {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let fits = |one: &&Publisher| text.strip_prefix(one.en).is_some_and(ends);
        let fitting = Publisher::table().iter().filter(fits);
        fitting.max_by_key(|one| one.en.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_quotes_customs_compiles_nothing() {
        assert_eq!(
            other_compiler("Yonhap (KITA) via NKEconWatch"),
            Some("KITA")
        );
        assert_eq!(other_compiler("코트라"), Some("KOTRA"));
        assert_eq!(other_compiler("Yonhap (GACC through KOTRA Beijing)"), None);
        assert_eq!(other_compiler("Reuters (GACC)"), None);
    }

    #[test]
    fn every_name_is_there_once_in_three_languages() {
        let table = Publisher::table();
        assert!(table.len() > 150);
        for (at, one) in table.iter().enumerate() {
            assert!(![one.en, one.zh, one.ko].contains(&""), "{one:?}");
            assert!(
                table[..at].iter().all(|other| other.en != one.en),
                "{one:?}"
            );
        }
    }

    #[test]
    fn the_longest_name_counts_and_ends_with_a_word() {
        let name = |text| Publisher::at_start(text).map(|one| one.en);
        assert_eq!(name("VOA Korean (GACC)"), Some("VOA Korean"));
        assert_eq!(name("VOA, GACC"), Some("VOA"));
        assert_eq!(name("APA"), None);
    }
}
