//! Groupings of goods, built in or read from a file.

mod group;
mod read;
mod wrong;

pub use group::Group;
use group::{Table, fold};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, OnceLock};
pub use wrong::GroupsError;

/// A grouping of goods that puts each code into at most one group. Cheap to clone.
///
/// Source of the built-in one: `data/groups.csv`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Groups(Arc<Table>);

const BUILT_IN_TABLE: &str = include_str!("../../data/groups.csv");

/// The group of a code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GroupMatch {
    /// The group at this index of [`Groups::list`].
    One(usize),
    /// No group covers it.
    None,
    /// The code is too short to decide: its goods are divided among groups.
    Unclear,
}

impl Groups {
    /// The built-in grouping.
    pub fn built_in() -> &'static Groups {
        static BUILT_IN: OnceLock<Groups> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            // The table is part of the program; a test reads it.
            Groups::read(BUILT_IN_TABLE).unwrap_or_else(|_| Groups(Arc::default()))
        })
    }

    /// The keys of the built-in groups, in order. Help texts need only these, and hardly any run
    /// needs more.
    pub fn built_in_keys() -> impl Iterator<Item = &'static str> {
        let rows = BUILT_IN_TABLE.lines().skip(1);
        rows.filter_map(|row| row.split(',').next())
            .filter(|key| !key.is_empty())
    }

    /// Reads a grouping: a CSV file with the columns `group` and `hs_prefixes`, and optionally
    /// `label`, `label_zh`, `label_ko` and `also`. Prefixes are separated by `;` or spaces; `50-63`
    /// is a range of chapters, `6101-6117` a range of headings.
    ///
    /// # Errors
    /// [`GroupsError`] for the first problem found; nothing is skipped silently.
    pub fn read(text: &str) -> Result<Groups, GroupsError> {
        read::read(text).map(|table| Groups(Arc::new(table)))
    }

    /// A grouping from a list; a prefix listed twice belongs to the first group.
    pub fn of_list(list: Vec<Group>) -> Groups {
        let mut prefixes = BTreeMap::new();
        for (group_index, group) in list.iter().enumerate() {
            for prefix in &group.prefixes {
                prefixes.entry(prefix.clone()).or_insert(group_index);
            }
        }
        Groups(Arc::new(Table { list, prefixes }))
    }

    /// The groups, in file order.
    pub fn list(&self) -> &[Group] {
        &self.0.list
    }

    /// The indices of the groups meant by `name`: a key, or a word that several groups may share.
    /// Case does not matter, nor does `-` for `_`. Empty if the name is unknown.
    pub fn find(&self, name: &str) -> Vec<usize> {
        let wanted = fold(name);
        let means = |group: &Group| {
            let mut words = std::iter::once(&group.key).chain(&group.also);
            words.any(|word| fold(word) == wanted)
        };
        (0..self.0.list.len())
            .filter(|group_index| self.0.list.get(*group_index).is_some_and(means))
            .collect()
    }

    /// Every word that [`Groups::find`] knows, without duplicates: first the keys in file order,
    /// then the other words.
    pub fn names(&self) -> Vec<&str> {
        let keys = self.0.list.iter().map(|group| &*group.key);
        let others = self.0.list.iter().flat_map(|group| &group.also);
        let mut names: Vec<&str> = Vec::new();
        for name in keys.chain(others.map(|word| &**word)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The group with the longest prefix of `code`; unclear if a longer prefix of another group
    /// begins with `code`.
    pub fn of(&self, code: &str) -> GroupMatch {
        let prefixes = &self.0.prefixes;
        let own = (0..=code.len())
            .rev()
            .find_map(|length| prefixes.get(code.get(..length)?).copied());
        let mut longer = prefixes
            .range::<str, _>((Bound::Included(code), Bound::Unbounded))
            .take_while(|(prefix, _)| prefix.starts_with(code));
        match own {
            _ if longer.any(|(_, group)| Some(*group) != own) => GroupMatch::Unclear,
            Some(group) => GroupMatch::One(group),
            None => GroupMatch::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::HsName;

    fn key_of(groups: &Groups, code: &str) -> String {
        match groups.of(code) {
            GroupMatch::One(group_index) => groups.list()[group_index].key.to_string(),
            GroupMatch::None => "none".to_owned(),
            GroupMatch::Unclear => "unclear".to_owned(),
        }
    }

    #[test]
    fn the_keys_alone_are_those_of_the_groups() {
        let keys = Groups::built_in().list().iter().map(|group| &*group.key);
        assert!(keys.eq(Groups::built_in_keys()));
    }

    fn keys_of(groups: &Groups, name: &str) -> Vec<String> {
        let group_indices = groups.find(name).into_iter();
        group_indices
            .map(|group_index| groups.list()[group_index].key.to_string())
            .collect()
    }

    #[test]
    fn the_built_in_grouping_is_whole() {
        let lines = include_str!("../../data/groups.csv").lines().count();
        let groups = Groups::built_in();
        assert_eq!(groups.list().len(), lines - 1, "a row was not read");
        for group in groups.list() {
            assert!(group.en.len() <= 30, "{}", group.en);
            for text in [&group.zh, &group.ko] {
                assert!(!text.is_ascii(), "{} lacks a label", group.key);
            }
        }
    }

    #[test]
    fn a_code_is_in_the_group_with_its_longest_prefix() {
        let groups = Groups::built_in();
        for (code, key) in [
            ("2701", "coal"),
            ("27011100", "coal"),
            ("2709", "crude_oil"),
            ("271019", "refined_oil"),
            ("2711", "gas_lpg"),
            ("271600", "electricity"),
            ("2706", "other_mineral_fuel"),
            ("2601", "iron_ore"),
            ("26159090", "ores_sanctioned"),
            ("26151000", "ores_unsanctioned"),
            ("2611", "ores_unsanctioned"),
            ("261790", "ores_sanctioned"),
            ("261710", "ores_unsanctioned"),
            ("0501", "wigs_hair"),
            ("0502", "meat_animals"),
            ("670411", "wigs_hair"),
            ("6702", "headgear_umbrella_feather"),
            ("1604", "seafood"),
            ("1602", "sugar_oil_food"),
            ("720221", "ferroalloys"),
            ("7203", "iron_steel"),
            ("62", "apparel"),
        ] {
            assert_eq!(key_of(groups, code), key, "{code}");
        }
    }

    #[test]
    fn a_code_too_short_to_tell_is_in_no_group_of_its_own() {
        let groups = Groups::built_in();
        // 05: hair 0501; 16: fish 1603-1605; 26: iron ore 2601; 27: coal; 67: wigs; 72: 7202;
        // 2615: vanadium 261590; 2617: 261790. `2` begins 20 to 29.
        for code in [
            "05", "16", "26", "27", "67", "72", "2615", "2617", "26159", "2", "",
        ] {
            assert_eq!(key_of(groups, code), "unclear", "{code}");
        }
        for code in ["00", "0x", "煤", "x2701"] {
            assert_eq!(key_of(groups, code), "none", "{code}");
        }
        let mine = Groups::read("group,hs_prefixes\ncoal,2701\nfuel,27 270112\n").unwrap();
        assert_eq!(key_of(&mine, "27011100"), "coal");
        assert_eq!(key_of(&mine, "27011210"), "fuel");
        assert_eq!(key_of(&mine, "2701"), "unclear");
        let alone = Groups::read("group,hs_prefixes\ncoal,2701 270111\n").unwrap();
        assert_eq!(key_of(&alone, "27"), "unclear");
        assert_eq!(key_of(&alone, "2701"), "coal");
        assert_eq!(key_of(&alone, "2702"), "none");
    }

    #[test]
    fn every_named_code_is_in_a_group() {
        // Chapters shared by several groups, distinguished by their headings.
        let shared = ["05", "16", "26", "27", "67", "72", "2615", "2617"];
        for name in HsName::table() {
            let unclear = Groups::built_in().of(&name.code) == GroupMatch::Unclear;
            assert_eq!(unclear, shared.contains(&&*name.code), "{}", name.code);
            assert_ne!(
                Groups::built_in().of(&name.code),
                GroupMatch::None,
                "{}",
                name.code
            );
        }
    }

    #[test]
    fn each_built_in_prefix_stands_in_one_group_only() {
        let mut seen = BTreeMap::new();
        for group in Groups::built_in().list() {
            for prefix in &group.prefixes {
                let before = seen.insert(prefix.clone(), &group.key);
                assert!(before.is_none(), "{prefix}: {before:?}, {}", group.key);
            }
        }
    }

    #[test]
    fn a_name_may_mean_several_groups() {
        let groups = Groups::built_in();
        assert_eq!(keys_of(groups, "coal"), ["coal"]);
        assert_eq!(keys_of(groups, "Iron-Ore"), ["iron_ore"]);
        assert_eq!(keys_of(groups, "fish"), ["seafood"]);
        assert_eq!(
            keys_of(groups, "textiles"),
            ["textile_fabric", "apparel", "made_up_textiles"]
        );
        let chapters: Vec<String> = groups
            .find("textiles")
            .into_iter()
            .flat_map(|group_index| {
                groups.list()[group_index]
                    .prefixes
                    .iter()
                    .map(|p| p.to_string())
            })
            .collect();
        let wanted: Vec<String> = (50..=63).map(|chapter| chapter.to_string()).collect();
        assert_eq!(chapters, wanted);
        for unknown in ["", "ore", "coal,seafood"] {
            assert!(groups.find(unknown).is_empty(), "{unknown}");
        }
        let names = groups.names();
        assert_eq!(names[0], "coal");
        assert_eq!(names.iter().filter(|name| **name == "textiles").count(), 1);
        assert!(names.iter().all(|name| !groups.find(name).is_empty()));
    }
}
