//! The order of the files of a folder: by name, and a copy after what it is a copy of, as browsers
//! and file managers name one. Among files without a release date the later one holds.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use std::collections::BTreeSet;

/// Words that mark a copy, after the name or in brackets.
const WORDS: [&str; 7] = ["copy", "副本", "拷贝", "复制", "복사본", "사본", "コピー"];

/// How far a copy stands behind what it copies: by a word, and by a number.
type Rank = (bool, u32);

/// Sorts names of files of one folder.
pub(crate) fn sorted(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let names: BTreeSet<String> = names.into_iter().collect();
    let folded: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let key = |name: &String| {
        let (stem, ending) = split(name);
        let mut rank = (false, 0);
        let mut base = stem.to_lowercase();
        let ending = ending.to_lowercase();
        // A copy of a copy: `x - Copy (2)`.
        while let Some((shorter, (by_word, number))) = without_mark(&base) {
            base = shorter;
            rank = (rank.0 || by_word, rank.1.max(number));
            let whole = format!("{base}{ending}");
            if folded.contains(&whole) {
                return (whole, rank, name.clone());
            }
        }
        (name.to_lowercase(), (false, 0), name.clone())
    };
    let mut keys: Vec<(String, Rank, String)> = names.iter().map(key).collect();
    keys.sort();
    keys.into_iter().map(|(_, _, name)| name).collect()
}

/// A name before its ending, and the ending with its dot: `x`, `.csv.gz`.
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

/// A name without the last mark of a copy that it ends in (or begins with), and what the mark says.
fn without_mark(stem: &str) -> Option<(String, Rank)> {
    let stem = stem.trim();
    for word in WORDS {
        for begin in [format!("{word} of "), format!("{word} ")] {
            if let Some(rest) = stem.strip_prefix(&begin) {
                return Some((rest.trim().to_owned(), (true, 0)));
            }
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
            return Some((clean(head)?, (false, number)));
        }
        return WORDS
            .contains(&inside)
            .then(|| clean(head))
            .flatten()
            .map(|head| (head, (true, 0)));
    }
    for word in WORDS {
        if let Some(head) = stem.strip_suffix(word)
            && (!word.is_ascii() || head.ends_with([' ', '-', '_', '.']))
        {
            return Some((clean(head)?, (true, 0)));
        }
    }
    let (head, last) = stem.rsplit_once([' ', '-', '_'])?;
    let number = number(last)?;
    Some((clean(head)?, (false, number)))
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
        ] {
            let names = [copy, "import-2017.csv", "import-2018.csv"].map(str::to_owned);
            let expected = ["import-2017.csv", copy, "import-2018.csv"];
            assert_eq!(sorted(names), expected, "{copy}");
        }
    }

    #[test]
    fn copies_are_counted_up() {
        let names = ["x (10).csv", "x (2).csv", "x.csv", "x (1).csv"].map(str::to_owned);
        let expected = ["x.csv", "x (1).csv", "x (2).csv", "x (10).csv"];
        assert_eq!(sorted(names), expected);
        let packed = ["x (1).csv.gz", "x.csv.gz"].map(str::to_owned);
        assert_eq!(sorted(packed), ["x.csv.gz", "x (1).csv.gz"]);
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
