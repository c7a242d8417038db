//! Orders the files of a folder by name, with a copy after its original, recognised by the names
//! that browsers and file managers give to copies. Of files without a release date the later one
//! prevails.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::reader::bytes::name_units::{NameUnit, signs};
use std::collections::{BTreeMap, BTreeSet};

/// Words that mark a copy, after the name or in brackets.
const WORDS: [&str; 12] = [
    "copy",
    "的副本",
    "副本",
    "拷贝",
    "复制",
    "복사본",
    "사본",
    "コピー",
    "kopie",
    "copie",
    "copia",
    "копия",
];

/// Words that mark a file as newer or as older than the one without them.
const NEWER: [&str; 21] = [
    "최종",
    "최종본",
    "最终",
    "最終",
    "new",
    "newer",
    "rev",
    "revised",
    "revision",
    "update",
    "updated",
    "corrected",
    "final",
    "latest",
    "新",
    "更新",
    "修订",
    "修正",
    "最新",
    "최신",
    "수정",
];
const OLDER: [&str; 22] = [
    "~",
    "original",
    "orig",
    "wrong",
    "原始",
    "错误",
    "원본",
    "이전",
    "以前",
    "old",
    "older",
    "prelim",
    "preliminary",
    "draft",
    "backup",
    "bak",
    "旧",
    "初步",
    "备份",
    "구",
    "잠정",
    "백업",
];

/// Words in the name of a folder that holds what newer files replaced.
const REPLACED: [&str; 15] = [
    "old",
    "older",
    "backup",
    "backups",
    "bak",
    "archive",
    "archives",
    "archived",
    "旧",
    "舊",
    "备份",
    "归档",
    "이전",
    "백업",
    "구버전",
];

/// Whether a name without an extension is that of a folder with older files: `archive`, `old data`.
fn is_replaced(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    !name.contains('.') && words.any(|word| REPLACED.contains(&word))
}

/// Whether a name, or a folder in the path of a member of an archive, is that of older files.
fn stands_in_replaced(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    is_replaced(path) || folders.split('/').any(is_replaced)
}

/// The position of a marked name relative to its original: by word, then by number.
type Rank = (i8, u32);

const BY_NUMBER: i8 = 0;
const BY_COPY: i8 = 1;
const BY_NEWER: i8 = 2;
const BY_OLDER: i8 = -1;

/// Sorts the names of files in one folder. Numbers in them compare as numbers, and dates as
/// dates.
pub(crate) fn sorted(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let names: BTreeSet<String> = names.into_iter().collect();
    // A mark counts only after a name that is in the folder, or one that several marked names
    // share.
    let mut bases: BTreeMap<String, u32> = BTreeMap::new();
    for name in &names {
        *bases.entry(name.to_lowercase()).or_default() += 2;
        let (stem, ending) = split(name);
        if let Some((base, _)) = without_mark(&stem.to_lowercase()) {
            let whole = format!("{base}{}", ending.to_lowercase());
            *bases.entry(whole).or_default() += 1;
        }
    }
    let key = |name: &String| {
        let (stem, ending) = split(name);
        let mut rank = (BY_NUMBER, 0);
        let mut base = stem.to_lowercase();
        let ending = ending.to_lowercase();
        // A copy of a copy: `x - Copy (2)`.
        while let Some((shorter, (by_word, number))) = without_mark(&base) {
            base = shorter;
            let word = match rank.0.min(by_word) {
                BY_OLDER => BY_OLDER,
                _ => rank.0.max(by_word),
            };
            rank = (word, rank.1.max(number));
            let whole = format!("{base}{ending}");
            if bases.get(&whole).is_some_and(|count| *count > 1) {
                return (signs(&whole), rank, signs(name), name.clone());
            }
        }
        let whole = signs(&name.to_lowercase());
        (whole, (BY_NUMBER, 0), signs(name), name.clone())
    };
    let mut keys: Vec<(Vec<NameUnit>, Rank, Vec<NameUnit>, String)> =
        names.iter().map(key).collect();
    keys.sort_by_cached_key(|key| (!stands_in_replaced(&key.3), key.clone()));
    keys.into_iter().map(|(.., name)| name).collect()
}

/// A name split before its extension: `x`, `.csv.gz`.
fn split(name: &str) -> (&str, &str) {
    let packed = [".gz", ".zst", ".zstd"];
    let lower = name.to_ascii_lowercase();
    let end = packed
        .iter()
        .find(|ending| lower.ends_with(*ending))
        .map_or(name.len(), |ending| name.len() - ending.len());
    let stem = name.get(..end).unwrap_or(name);
    let at = stem.rfind('.').filter(|at| *at > 0).unwrap_or(stem.len());
    name.split_at(at)
}

/// A name without its outermost copy mark, and the rank that this mark gives.
fn without_mark(stem: &str) -> Option<(String, Rank)> {
    let stem = stem.trim();
    for word in WORDS {
        let of = ["of ", "de ", "von ", ""];
        for begin in of.map(|of| format!("{word} {of}")) {
            if let Some(rest) = stem.strip_prefix(&begin) {
                return Some((rest.trim().to_owned(), (BY_COPY, 0)));
            }
        }
    }
    // `old_import`, `new-import`.
    for (word, by_word) in [(OLDER.iter(), BY_OLDER), (NEWER.iter(), BY_NEWER)]
        .into_iter()
        .flat_map(|(words, rank)| words.map(move |word| (*word, rank)))
    {
        let rest = stem.strip_prefix(word);
        let rest = rest.and_then(|rest| rest.strip_prefix([' ', '-', '_', '.']));
        if let Some(rest) = rest.filter(|rest| !rest.trim().is_empty()) {
            return Some((rest.trim().to_owned(), (by_word, 0)));
        }
    }
    let (head, bracketed) = match stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    {
        Some((head, inside)) => (head, Some(inside.trim())),
        None => (stem, None),
    };
    let number = |text: &str| {
        let is_count = !text.is_empty() && text.len() <= 2 && !text.starts_with('0');
        text.parse::<u32>().ok().filter(|_| is_count)
    };
    let clean = |text: &str| {
        let text = text.trim_end_matches([' ', '-', '_', '.', '\u{3000}']);
        (!text.is_empty()).then(|| text.to_owned())
    };
    if let Some(inside) = bracketed {
        if let Some(number) = number(inside) {
            return Some((clean(head)?, (BY_NUMBER, number)));
        }
        let mut words = marks();
        let (_, by_word) = words.find(|(word, _)| *word == inside)?;
        return Some((clean(head)?, (by_word, 0)));
    }
    for (word, by_word) in marks() {
        if let Some(head) = stem.strip_suffix(word)
            && (!word.is_ascii() || word == "~" || head.ends_with([' ', '-', '_', '.']))
        {
            return Some((clean(head)?, (by_word, 0)));
        }
    }
    let (head, last) = stem.rsplit_once([' ', '-', '_'])?;
    // `x-2`, and `x-v2`.
    let number = number(last.strip_prefix(['v', 'V']).unwrap_or(last))?;
    Some((clean(head)?, (BY_NUMBER, number)))
}

/// All words that mark a name, with their ranks.
fn marks() -> impl Iterator<Item = (&'static str, i8)> {
    let copies = WORDS.iter().map(|word| (*word, BY_COPY));
    let newer = NEWER.iter().map(|word| (*word, BY_NEWER));
    let older = OLDER.iter().map(|word| (*word, BY_OLDER));
    copies.chain(newer).chain(older)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_comes_after_what_it_copies() {
        for copy in [
            "import-2017 (1).csv",
            "import-2017(1).csv",
            "import-2017-2.csv",
            "import-2017 - Copy.csv",
            "import-2017 - Copy (2).csv",
            "import-2017 copy.csv",
            "import-2017 copy 2.csv",
            "import-2017_copy.csv",
            "import-2017 - 副本.csv",
            "import-2017副本.csv",
            "import-2017 - 사본.csv",
            "import-2017 - 복사본 (2).csv",
            "Copy of import-2017.csv",
            "import-2017 (copy).csv",
            "import-2017 的副本.csv",
            "import-2017 - Kopie.csv",
            "Copia de import-2017.csv",
        ] {
            let names = [copy, "import-2017.csv", "import-2018.csv"].map(str::to_owned);
            let expected = ["import-2017.csv", copy, "import-2018.csv"];
            assert_eq!(sorted(names), expected, "{copy}");
        }
    }

    #[test]
    fn numbers_and_dates_count_as_such_with_or_without_an_original() {
        for names in [
            ["x (2).csv", "x (10).csv"],
            ["x v9.csv", "x v10.csv"],
            ["x-2.csv", "x-10.csv"],
            ["x 2017-9-01.csv", "x 2017-10-01.csv"],
            ["x 1.11.2017.csv", "x 1.3.2018.csv"],
            ["x_20171101.csv", "x_20180301.csv"],
            ["x 2017年9月.csv", "x 2017年10月.csv"],
            ["x_Oct2017.csv", "x_Jan2018.csv"],
            ["October 2017", "January 2018"],
            ["x 23 Oct 2017.csv", "x 15 Jan 2018.csv"],
            ["23-10-2017", "15-01-2018"],
            ["x_31_12_2017.csv", "x_01_02_2018.csv"],
        ] {
            let reversed = [names[1], names[0]].map(str::to_owned);
            assert_eq!(sorted(reversed), names);
        }
    }

    #[test]
    fn a_word_says_which_is_newer() {
        for names in [
            ["x.csv", "x-new.csv"],
            ["x.csv", "x_rev.csv"],
            ["x.csv", "x (updated).csv"],
            ["x.csv", "x修订.csv"],
            ["x_old.csv", "x.csv"],
            ["x-prelim.csv", "x.csv"],
            ["x prelim.csv", "x final.csv"],
            ["x (1).csv", "x - Copy.csv"],
            ["old_x.csv", "x.csv"],
            ["backup x.csv", "x.csv"],
            ["x.csv", "x 최종.csv"],
            ["x_original.csv", "x_corrected.csv"],
            ["x_orig.csv", "x.csv"],
            ["x~.csv", "x.csv"],
            ["zz_old/x.csv", "x.csv"],
            ["a/old/x.csv", "a/x.csv"],
        ] {
            let reversed = [names[1], names[0]].map(str::to_owned);
            assert_eq!(sorted(reversed), names);
        }
        // These words are part of the name, or all of it, and therefore no marks.
        let names = ["final.csv", "import-threshold.csv", "import.csv"].map(str::to_owned);
        assert_eq!(sorted(names.clone()), names);
    }

    #[test]
    fn folders_of_older_files_come_first() {
        for older in ["archive", "zz backup", "old data", "备份"] {
            let names = ["a.csv", older].map(str::to_owned);
            assert_eq!(sorted(names), [older, "a.csv"]);
        }
        assert_eq!(
            sorted(["threshold", "a"].map(str::to_owned)),
            ["a", "threshold"]
        );
    }

    #[test]
    fn copies_are_counted_up() {
        let names = ["x (10).csv", "x (2).csv", "x.csv", "x (1).csv"].map(str::to_owned);
        let expected = ["x.csv", "x (1).csv", "x (2).csv", "x (10).csv"];
        assert_eq!(sorted(names), expected);
        let packed = ["x (1).csv.gz", "x.csv.gz"].map(str::to_owned);
        assert_eq!(sorted(packed), ["x.csv.gz", "x (1).csv.gz"]);
        let versions = ["x-v2.csv", "x.csv", "x-v10.csv"].map(str::to_owned);
        assert_eq!(sorted(versions), ["x.csv", "x-v2.csv", "x-v10.csv"]);
    }

    #[test]
    fn a_month_is_no_mark_of_a_copy_and_neither_is_one_without_an_original() {
        let names = [
            "import-2017-09.csv",
            "import-2017.csv",
            "b (1).csv",
            "a.csv",
        ];
        let expected = [
            "a.csv",
            "b (1).csv",
            "import-2017-09.csv",
            "import-2017.csv",
        ];
        assert_eq!(sorted(names.map(str::to_owned)), expected);
    }
}
