//! A group of goods, and the table of groups.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A group of goods: the codes that begin with one of its prefixes.
#[derive(PartialEq, Eq, Debug)]
pub struct Group {
    /// The name as typed by users and seen by scripts: `iron_ore`.
    pub key: Arc<str>,
    /// The HS prefixes, in file order: `2701`, `270111`.
    pub prefixes: Vec<Arc<str>>,
    /// The English label; defaults to the key.
    pub en: Arc<str>,
    /// The Chinese label; defaults to the English one.
    pub zh: Arc<str>,
    /// The Korean label; defaults to the English one.
    pub ko: Arc<str>,
    /// Alternative names; groups may share one.
    pub also: Vec<Arc<str>>,
}

#[derive(Default, PartialEq, Eq, Debug)]
pub(super) struct Table {
    pub list: Vec<Group>,
    /// The index of the group of every prefix.
    pub prefixes: BTreeMap<Arc<str>, usize>,
}

/// Normalizes a name for comparison.
pub(super) fn fold(name: &str) -> String {
    name.trim().replace('-', "_").to_lowercase()
}
