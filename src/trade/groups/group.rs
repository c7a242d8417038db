//! One group of goods, and the table of all.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A group of goods: the codes that begin with one of its prefixes.
#[derive(PartialEq, Eq, Debug)]
pub struct Group {
    /// The word that a person types and a script gets: `iron_ore`.
    pub key: Arc<str>,
    /// The beginnings of its codes, in the order of the file: `2701`, `270111`.
    pub prefixes: Vec<Arc<str>>,
    /// The English label; the key where the file has none.
    pub en: Arc<str>,
    /// The Chinese label; the English one where the file has none.
    pub zh: Arc<str>,
    /// The Korean label; the English one where the file has none.
    pub ko: Arc<str>,
    /// Other words for it; several groups may share one.
    pub also: Vec<Arc<str>>,
}

#[derive(Default, PartialEq, Eq, Debug)]
pub(super) struct Table {
    pub list: Vec<Group>,
    /// Every prefix with the place of its group.
    pub prefixes: BTreeMap<Arc<str>, usize>,
}

/// How names are compared.
pub(super) fn fold(name: &str) -> String {
    name.trim().replace('-', "_").to_lowercase()
}
