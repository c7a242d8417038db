//! Selections of goods by HS prefixes.

use super::{Groups, Name};
use std::fmt;
use std::sync::Arc;

/// The goods a question is about: all goods, or those under certain HS prefixes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Goods {
    /// `None`: all goods.
    rules: Option<Rules>,
    /// Their name, if they have one besides their codes: `Coal`.
    label: Option<Name>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Rules {
    /// Sorted, distinct, none of them under another.
    within: Vec<Arc<str>>,
    /// Longer prefixes to leave out, such as those of another group.
    except: Vec<Arc<str>>,
}

/// Whether a code is among the goods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Membership {
    /// It is.
    In,
    /// It is not.
    Out,
    /// The code is too short to decide.
    Unclear,
}

impl Goods {
    /// All goods.
    pub fn all() -> Goods {
        Goods::default()
    }

    /// The prefixes of the goods; `None` for all goods.
    pub fn prefixes_or_all(&self) -> Option<&[Arc<str>]> {
        self.rules.as_ref().map(|rules| &rules.within[..])
    }

    /// Their name, if they have one besides their codes.
    pub fn label(&self) -> Option<&Name> {
        self.label.as_ref()
    }

    /// Whether it is all goods.
    pub fn is_all(&self) -> bool {
        self.rules.is_none()
    }

    /// The goods under any prefix of `within`, except those under a longer prefix of `except`. A
    /// prefix under another one adds nothing.
    pub fn under(within: Vec<Arc<str>>, except: Vec<Arc<str>>) -> Goods {
        let mut sorted = within;
        sorted.sort();
        sorted.dedup();
        let mut kept: Vec<Arc<str>> = Vec::new();
        for prefix in sorted {
            let longest = |list: &[Arc<str>]| {
                let fitting = list.iter().filter(|one| prefix.starts_with(&***one));
                fitting.map(|one| one.len()).max()
            };
            // Already covered by a prefix in the list, unless an exception comes between the two.
            if longest(&kept) <= longest(&except) {
                kept.push(prefix);
            }
        }
        Goods {
            rules: Some(Rules {
                within: kept,
                except,
            }),
            label: None,
        }
    }

    /// The same goods under a name of their own.
    pub fn called(self, label: Name) -> Goods {
        Goods {
            label: Some(label),
            ..self
        }
    }

    /// The goods of some groups and under some prefixes, except what a longer prefix assigns to
    /// another group; goods named by one of the prefixes are kept.
    pub fn of_groups(groups: &Groups, group_indices: &[usize], prefixes: &[Arc<str>]) -> Goods {
        let (mut within, mut others) = (prefixes.to_vec(), Vec::new());
        let mut labels: [Vec<&str>; 3] = Default::default();
        for (group_index, group) in groups.list().iter().enumerate() {
            if group_indices.contains(&group_index) {
                within.extend(group.prefixes.iter().cloned());
                let names = [&*group.en, &*group.zh, &*group.ko];
                for (list, name) in labels.iter_mut().zip(names) {
                    list.push(name);
                }
            } else {
                others.extend(group.prefixes.iter().cloned());
            }
        }
        let is_under = |prefix: &Arc<str>, list: &[Arc<str>]| {
            list.iter().any(|one| prefix.starts_with(&**one))
        };
        others.retain(|prefix| is_under(prefix, &within) && !is_under(prefix, prefixes));
        let codes = format!("HS {}", prefixes.join(", "));
        let [en, zh, ko] = labels.map(|mut list| {
            if !prefixes.is_empty() {
                list.push(&codes);
            }
            list
        });
        // Names that are lists themselves are separated by another mark.
        let lists = |names: &[&str], mark: &str| names.iter().any(|name| name.contains(mark));
        let en = en.iter().enumerate().map(|(at, name)| match at {
            0 => (*name).to_owned(),
            _ => without_capital(name),
        });
        let en: Vec<String> = en.collect();
        let en = match &en[..] {
            [first @ .., last] if !first.is_empty() => {
                let mark = match en.iter().any(|name| name.contains(',')) {
                    true => "; ",
                    false => ", ",
                };
                format!("{} and {last}", first.join(mark))
            }
            only => only.concat(),
        };
        let zh = zh.join(if lists(&zh, "、") { "；" } else { "、" });
        let ko = ko.join(if lists(&ko, "·") { ", " } else { "·" });
        let [en, zh, ko] = [en, zh, ko].map(Into::into);
        Goods {
            label: Some(Name { en, zh, ko }),
            ..Goods::under(within, others)
        }
    }

    /// The HS prefix of the goods, if it is a single one without exceptions.
    pub fn single(&self) -> Option<&Arc<str>> {
        match &self.rules {
            Some(Rules { within, except }) if except.is_empty() => match &within[..] {
                [one] => Some(one),
                _ => None,
            },
            _ => None,
        }
    }

    /// The prefixes; empty for all goods.
    pub fn within(&self) -> &[Arc<str>] {
        self.rules.as_ref().map_or(&[], |rules| &rules.within)
    }

    /// The longer prefixes that are left out.
    pub fn except(&self) -> &[Arc<str>] {
        self.rules.as_ref().map_or(&[], |rules| &rules.except)
    }

    /// Whether `code` is among the goods. The empty code means all goods together.
    pub fn fits(&self, code: &str) -> Membership {
        let Some(Rules { within, except }) = &self.rules else {
            return Membership::In;
        };
        let longest = |list: &[Arc<str>]| {
            let fitting = list.iter().filter(|prefix| code.starts_with(&***prefix));
            fitting.map(|prefix| prefix.len()).max()
        };
        let is_in = longest(within) > longest(except);
        let deeper = |list: &[Arc<str>]| {
            let mut list = list.iter();
            list.any(|prefix| prefix.len() > code.len() && prefix.starts_with(code))
        };
        match is_in {
            true if deeper(except) => Membership::Unclear,
            false if deeper(within) => Membership::Unclear,
            true => Membership::In,
            false => Membership::Out,
        }
    }

    /// Whether any code under `prefix` may be among the goods.
    pub fn may_include(&self, prefix: &str) -> bool {
        self.fits(prefix) != Membership::Out
    }

    /// The number of digits a code needs to decide whether it is among the goods.
    pub fn digits(&self) -> usize {
        let rules = self.rules.iter();
        let prefixes = rules.flat_map(|rules| rules.within.iter().chain(&rules.except));
        prefixes.map(|prefix| prefix.len()).max().unwrap_or(0)
    }
}

impl fmt::Display for Goods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(label) = &self.label {
            return f.write_str(&label.en);
        }
        match &self.rules {
            None => f.write_str("all goods"),
            Some(rules) => write!(f, "HS {}", rules.within.join(", ")),
        }
    }
}

/// A name as it reads within a sentence: without its capital, unless it is an abbreviation.
pub fn without_capital(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(within: &[&str], except: &[&str]) -> Goods {
        let arcs = |list: &[&str]| list.iter().map(|one| (*one).into()).collect();
        Goods::under(arcs(within), arcs(except))
    }

    #[test]
    fn a_prefix_inside_another_counts_once() {
        let goods = under(&["2701", "27", "27", "03"], &[]);
        assert_eq!(goods.to_string(), "HS 03, 27");
        // 261510 lies under 2615, an exception from 26, but is named itself.
        let goods = under(&["26", "261510"], &["2615"]);
        assert_eq!(goods.to_string(), "HS 26, 261510");
        assert_eq!(goods.fits("26151000"), Membership::In);
        assert_eq!(goods.fits("26159000"), Membership::Out);
        assert_eq!(goods.fits("2601"), Membership::In);
    }

    #[test]
    fn a_code_may_be_too_short_to_tell() {
        let coal = under(&["2701"], &[]);
        let fits = ["27", "2701", "27011100", "2702", "03", ""].map(|code| coal.fits(code));
        let expected = [
            Membership::Unclear,
            Membership::In,
            Membership::In,
            Membership::Out,
            Membership::Out,
            Membership::Unclear,
        ];
        assert_eq!(fits, expected);
        let others = under(&["26"], &["2601"]);
        assert_eq!(others.fits("26"), Membership::Unclear);
        assert_eq!(others.fits("2603"), Membership::In);
        assert_eq!(others.fits("260111"), Membership::Out);
        assert_eq!(Goods::all().fits(""), Membership::In);
    }

    #[test]
    fn a_group_leaves_what_another_group_takes() {
        let text =
            "group,hs_prefixes,label\niron,2601,Iron ore\nores,26,Other ores\ncoal,27,Coal\n";
        let groups = Groups::read(text).unwrap();
        let ores = groups.find("ores");
        let goods = Goods::of_groups(&groups, &ores, &[]);
        assert_eq!(goods.to_string(), "Other ores");
        assert_eq!(
            (goods.fits("26011100"), goods.fits("26111000")),
            (Membership::Out, Membership::In)
        );
        // Iron ore is included because it is named itself.
        let goods = Goods::of_groups(&groups, &ores, &["2601".into()]);
        assert_eq!(
            (goods.fits("26011100"), goods.fits("26111000")),
            (Membership::In, Membership::In)
        );
        let both = Goods::of_groups(&groups, &[groups.find("iron"), ores].concat(), &[]);
        assert_eq!(both.fits("26"), Membership::In);
    }
}
