//! HS codes and groups of goods.

use super::figures_in_data::FiguresInData;
use super::listed::{Listed, holds, is_meant, show};
use crate::report::{Cell, Column, Head, Row};
use crate::trade::{GroupMatch, Groups, HsName, Name, NameKind, Observations};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) const CODES: [Column; 7] = [
    Column::Code,
    Column::Name,
    Column::Group,
    Column::Flows,
    Column::Count,
    Column::From,
    Column::To,
];

pub(super) const GROUPS: [Column; 7] = [
    Column::Group,
    Column::Name,
    Column::HsCodes,
    Column::Flows,
    Column::Count,
    Column::From,
    Column::To,
];

/// Every HS code with a name, and every other code in the data, with its group.
pub fn codes(words: &[String], data: &Observations) -> Listed {
    let mut names: BTreeMap<Arc<str>, Name> = HsName::table()
        .iter()
        .map(|name| (name.code.clone(), Name::from(name)))
        .collect();
    let mut figures_in_data: BTreeMap<Arc<str>, FiguresInData> = BTreeMap::new();
    let codes: BTreeSet<Arc<str>> = data.rows.iter().map(|row| data.text_of(row.code)).collect();
    for code in codes.into_iter().filter(|code| !code.is_empty()) {
        let own = FiguresInData::of(data, |_, other| *other == code);
        let given = data.names.get(&(NameKind::Code, code.clone()));
        let given = given.map_or_else(|| Name::given(""), |name| Name::given(name));
        names.entry(code.clone()).or_insert(given);
        figures_in_data.insert(code, own);
    }
    let groups = Groups::built_in();
    let group_of = |code: &str| match groups.of(code) {
        GroupMatch::One(group_index) => groups.list().get(group_index),
        GroupMatch::None | GroupMatch::Unclear => None,
    };
    let mut listed = Listed {
        columns: &CODES,
        view: vec![
            show(Head::Code, Column::Code),
            show(Head::Name, Column::Name),
            show(Head::Group, Column::Group),
            show(Head::Flow, Column::Flows),
            show(Head::Figures, Column::Count),
            show(Head::From, Column::From),
            show(Head::To, Column::To),
        ],
        ..Listed::default()
    };
    for (code, name) in &names {
        let group = group_of(code).map_or("", |group| &*group.key);
        listed.known.push(name.en.to_lowercase());
        if !is_meant(words, code, &[&name.en, &name.zh, &name.ko, group]) {
            continue;
        }
        let mut row = Row::new([
            (Column::Code, Cell::text(code)),
            (Column::Name, Cell::Name(name.clone())),
            (Column::Group, Cell::text(group)),
        ]);
        for (column, cell) in figures_in_data
            .get(code)
            .cloned()
            .unwrap_or_default()
            .cells()
        {
            row.put(column, cell);
        }
        listed.rows.push(row);
    }
    listed
}

/// Every group, with its codes and the figures in the data for its goods.
pub fn groups(words: &[String], data: &Observations) -> Listed {
    let groups = Groups::built_in();
    let mut listed = Listed {
        columns: &GROUPS,
        view: vec![
            show(Head::Group, Column::Group),
            show(Head::Name, Column::Name),
            show(Head::HsCodes, Column::HsCodes),
            show(Head::Figures, Column::Count),
            show(Head::From, Column::From),
            show(Head::To, Column::To),
        ],
        ..Listed::default()
    };
    for (group_index, group) in groups.list().iter().enumerate() {
        listed.known.push(group.key.to_string());
        let mut names = vec![&*group.key, &*group.en, &*group.zh, &*group.ko];
        names.extend(group.also.iter().map(|word| &**word));
        let of_code = |word: &String| {
            let mut prefixes = group.prefixes.iter();
            prefixes.any(|prefix| prefix.starts_with(word.as_str()) || word.starts_with(&**prefix))
        };
        let (numbers, others): (Vec<String>, Vec<String>) = words
            .iter()
            .cloned()
            .partition(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let by_code = numbers.is_empty() || numbers.iter().any(of_code);
        if !by_code || !holds(&others, &names) {
            continue;
        }
        let figures_in_data = FiguresInData::of(data, |_, code| {
            !code.is_empty() && groups.of(code) == GroupMatch::One(group_index)
        });
        let mut row = Row::new([
            (Column::Group, Cell::text(&group.key)),
            (Column::Name, Cell::Name(Name::from(group))),
            (Column::HsCodes, Cell::text(&group.prefixes.join(" "))),
        ]);
        for (column, cell) in figures_in_data.cells() {
            row.put(column, cell);
        }
        listed.rows.push(row);
    }
    listed
}
