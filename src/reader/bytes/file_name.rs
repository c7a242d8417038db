//! Infers flow, month and partner from a file name, if the name is unambiguous.

mod stem;

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::bytes::file_name::stem::{stem, stem_as_written, without_copy};
use crate::reader::cells::month_names::named_month;
use crate::trade::{Flow, Month, Period};
use std::collections::BTreeSet;

/// The flow in names such as `e201810.csv`, `import-2017-09.csv` or `2017年9月进口.csv`.
pub(crate) fn flow(name: &str) -> Option<Flow> {
    let stem = without_copy(&stem(name));
    let mut seen: BTreeSet<Flow> = words(&stem).filter_map(flow_of_word).collect();
    if ["进出口", "進出口", "수출입"]
        .iter()
        .any(|both| stem.contains(both))
    {
        return None;
    }
    for (word, flow) in [
        ("进口", Flow::Import),
        ("出口", Flow::Export),
        ("수입", Flow::Import),
        ("수출", Flow::Export),
    ] {
        if stem.contains(word) {
            seen.insert(flow);
        }
    }
    // A single letter counts only if nothing but a month follows it.
    let letter_and_digits =
        stem.len() == 7 && stem.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    if letter_and_digits && seen.is_empty() {
        return match stem.as_bytes().first() {
            Some(b'i') => Some(Flow::Import),
            Some(b'e') => Some(Flow::Export),
            _ => None,
        };
    }
    (seen.len() == 1).then(|| seen.pop_first()).flatten()
}

/// The month in the name, or the period: several months or a year. It must be the only one, without
/// another number that could be a day, a province or a page.
pub(crate) fn period(name: &str) -> Option<Period> {
    let stem = with_months_in_digits(&without_copy(&stem(name)))?;
    let runs = digit_runs(&stem);
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        at += 1;
        match run.digits.len() {
            6 => {
                let (year, month) = run.digits.split_at(4);
                found.insert(Period::month(Month::new(
                    year.parse().ok()?,
                    month.parse().ok()?,
                )?));
            }
            4 => {
                let joined = |at: usize| {
                    runs.get(at)
                        .filter(|next| next.digits.len() <= 2 && joins(&next.before))
                };
                let to_end = |at: usize| {
                    runs.get(at)
                        .filter(|next| next.digits.len() <= 2 && runs_on(&next.before))
                };
                let year = run.digits.parse().ok()?;
                let Some(first) = joined(at) else {
                    found.insert(year_of(year)?);
                    continue;
                };
                at += 1;
                // `2017_9M` means nine months.
                if stem.get(first.end..)?.starts_with('m') {
                    return None;
                }
                let from = Month::new(year, first.digits.parse().ok()?)?;
                let is_run = run_begins(&first.before) || !first.after_is_plain(&stem);
                match to_end(at) {
                    Some(last) if is_run => {
                        at += 1;
                        let to = Month::new(year, last.digits.parse().ok()?)?;
                        found.insert(Period::new(from, to)?);
                    }
                    // Either a day or a period; the name leaves it open.
                    Some(_) => return None,
                    None if joined(at).is_some() => return None,
                    None => {
                        found.insert(Period::month(from));
                    }
                }
            }
            // A date of eight digits is the day on which the file was saved.
            8 => {}
            // Another number: a province, a page, a chapter.
            _ => return None,
        }
    }
    (found.len() == 1).then(|| found.pop_first()).flatten()
}

/// The name with its one month in words as digits after its year: `import_Sep2017` as
/// `import_2017-09`. `None` if it has several, or no year next to it.
fn with_months_in_digits(stem: &str) -> Option<String> {
    let months: Vec<(&str, usize)> = words(stem)
        .filter_map(|word| Some((word, named_month(word)?)))
        .collect();
    let [(word, month)] = months[..] else {
        return months.is_empty().then(|| stem.to_owned());
    };
    let at = stem.find(word)?;
    let (before, after) = (&stem[..at], &stem[at + word.len()..]);
    let joins = |c: char| matches!(c, '-' | '_' | ' ' | '.' | ',' | '\'');
    let (left, right) = (
        before.trim_end_matches(joins),
        after.trim_start_matches(joins),
    );
    let year = |digits: &str| (1900..2200).contains(&digits.parse().unwrap_or(0));
    let is_digit = |text: &str, at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if let Some(digits) = right.get(..4).filter(|digits| year(digits))
        && !is_digit(right, 4)
    {
        return Some(format!("{before}{digits}-{month:02}{}", &right[4..]));
    }
    let start = left.len().checked_sub(4)?;
    let digits = left.get(start..).filter(|digits| year(digits))?;
    let is_alone = start == 0 || !is_digit(left, start - 1);
    is_alone.then(|| format!("{}{digits}-{month:02}{after}", &left[..start]))
}

fn year_of(year: i32) -> Option<Period> {
    Period::new(Month::new(year, 1)?, Month::new(year, 12)?)
}

/// The name as words, without its extension.
pub(crate) fn spoken(name: &str) -> String {
    let spoken = stem_as_written(name).replace(['-', '.', '_'], " ");
    // In small letters too, this word of a name is a country, unless it is the pronoun: at either end
    // or next to a flow, `us-imports`, but not `contact-us-imports`.
    let words: Vec<&str> = spoken.split(' ').filter(|word| !word.is_empty()).collect();
    let word = |at: usize| match words[at] {
        "us" if at == 0 || at + 1 == words.len() || is_flow_to(words[at - 1]) => "US",
        word => word,
    };
    (0..words.len()).map(word).collect::<Vec<_>>().join(" ")
}

/// Whether the word comes before a partner: `imports from us`, `trade us`.
fn is_flow_to(word: &str) -> bool {
    const BEFORE: &str = "import|imports|export|exports|trade|from|to|with|china|cn|and|the";
    BEFORE.split('|').any(|one| word.eq_ignore_ascii_case(one))
}

/// The partner in the name, if there is exactly one and it is not China; else that of the nearest folder
/// that is named after one.
pub(crate) fn partner(name: &str) -> Option<u16> {
    let own = TextMeaning::of(&spoken(name));
    if !own.partners.is_empty() {
        return own.partner();
    }
    let folders = name.rsplit(['/', '\\', ':']).skip(1);
    folders.into_iter().find_map(|folder| {
        let meaning = TextMeaning::of(&spoken(folder));
        // A folder may have any name; that of a person may be a country.
        let is_plain = meaning.unknown.is_empty() && meaning.names.is_empty();
        meaning.partner().filter(|_| is_plain)
    })
}

struct DigitRun {
    before: String,
    digits: String,
    /// The offset in the name at which it ends.
    end: usize,
}

impl DigitRun {
    /// Whether the number is followed by no word such as `月` that would make it a month for
    /// certain.
    fn after_is_plain(&self, stem: &str) -> bool {
        let after = stem.get(self.end..).unwrap_or("");
        !after.starts_with(['月', '월', '至', '到', '~', '～'])
    }
}

/// Whether a period may begin after this text: it does after `年`.
fn run_begins(before: &str) -> bool {
    before.contains(['年', '년'])
}

/// Whether the text between two numbers makes them the ends of a period.
fn runs_on(between: &str) -> bool {
    let between = between.trim_matches([' ', '月', '월']);
    ["-", "–", "~", "～", "至", "到", "to", "—"].contains(&between)
}

fn joins(between: &str) -> bool {
    ["-", "_", ".", " ", "年", "년", "년 "].contains(&between)
}

fn digit_runs(stem: &str) -> Vec<DigitRun> {
    let mut runs: Vec<DigitRun> = Vec::new();
    let mut before = String::new();
    let mut in_run = false;
    for (at, c) in stem.char_indices() {
        if !c.is_ascii_digit() {
            before.push(c);
            in_run = false;
            continue;
        }
        match runs.last_mut().filter(|_| in_run) {
            Some(run) => {
                run.digits.push(c);
                run.end = at + 1;
            }
            None => runs.push(DigitRun {
                before: std::mem::take(&mut before),
                digits: c.to_string(),
                end: at + 1,
            }),
        }
        in_run = true;
    }
    runs
}

fn words(stem: &str) -> impl Iterator<Item = &str> {
    stem.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
}

fn flow_of_word(word: &str) -> Option<Flow> {
    match word {
        "import" | "imports" | "imp" => Some(Flow::Import),
        "export" | "exports" | "exp" => Some(Flow::Export),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_flow_and_month() {
        let october_2018 = Month::new(2018, 10);
        for (name, expected_flow, expected_month) in [
            ("e201810.csv", Some(Flow::Export), october_2018),
            ("dir2017-01/i201810.csv", Some(Flow::Import), october_2018),
            ("import-2018-10.csv", Some(Flow::Import), october_2018),
            ("2018年10月进口.csv", Some(Flow::Import), october_2018),
            ("Exports_201810 (2).CSV", Some(Flow::Export), october_2018),
            ("e201810.csv.gz", Some(Flow::Export), october_2018),
            ("all.zip/i201810.csv", Some(Flow::Import), october_2018),
            ("201810_20181123.csv", None, october_2018),
            ("import_Oct2018.csv", Some(Flow::Import), october_2018),
            ("2018 October exports.csv", Some(Flow::Export), october_2018),
        ] {
            let expected = expected_month.map(Period::month);
            assert_eq!(
                (flow(name), period(name)),
                (expected_flow, expected),
                "{name}"
            );
        }
    }

    #[test]
    fn an_ambiguous_name_tells_nothing() {
        for name in [
            "import-export.csv",
            "2018年进出口.csv",
            "data.csv",
            "important.csv",
            "e2018.csv",
            "index.csv",
        ] {
            assert_eq!(flow(name), None, "{name}");
        }
        for name in [
            "201709-201710.csv",
            "2017-2018.csv",
            "2017-09-23.csv",
            "201713.csv",
            "download.csv",
            "import-2017-11_p1-10.csv",
            "2017-1-9.csv",
            "import_hs27_2017-09.csv",
            "import-2017-09_2.csv",
            "import-2017-Jan-Sep.csv",
            "import-Sep-17-2017-11.csv",
            "import-mar-2017-09.csv",
            "import-september.csv",
        ] {
            assert_eq!(period(name), None, "{name}");
        }
    }

    #[test]
    fn a_name_may_tell_a_run_of_months_a_year_and_a_partner() {
        let run = |from, to| Period::new(Month::new(2017, from)?, Month::new(2017, to)?);
        for (name, expected) in [
            ("2017年1至9月进口.csv", run(1, 9)),
            ("2017年1-9月出口.csv", run(1, 9)),
            ("수입 2017년 1~9월.csv", run(1, 9)),
            ("import-2017.csv", run(1, 12)),
            ("import-2017 (1).csv", run(1, 12)),
            ("2017年进口 - 副本.csv", run(1, 12)),
        ] {
            assert_eq!(period(name), expected, "{name}");
        }
        let code = |name| {
            partner(name)
                .and_then(crate::trade::Partner::at)
                .map(|partner| &*partner.code)
        };
        assert_eq!(code("imports_south_korea_2017.csv"), Some("133"));
        assert_eq!(code("china-dprk-trade.csv"), Some("109"));
        assert_eq!(code("K-stat_수출입_북한.csv"), Some("109"));
        assert_eq!(code("South Korea/import-2017-09.csv"), Some("133"));
        assert_eq!(code("all.zip:KOR/import-2017-09.csv"), Some("133"));
        assert_eq!(code("data/import-2017-09-KR.csv"), Some("133"));
        assert_eq!(code("South Korea/dprk-2017-09.csv"), Some("109"));
        assert_eq!(code("/home/jordan smith/import-2017-09.csv"), None);
        for name in ["trade.csv", "china.csv", "kr.csv", "download (3).csv"] {
            assert_eq!(code(name), None, "{name}");
        }
    }

    #[test]
    fn marks_of_versions_and_copies_are_no_part_of_the_month() {
        let month = |name: &str| period(name).map(|period| period.to_string());
        for name in [
            "import-2017-09_v2.csv",
            "import-2017-09 v2.csv",
            "import-2017-09 2.csv",
            "import-2017-09 copy 2.csv",
            "import-2017-09（1）.csv",
            "imports (201709).csv",
            "import-201709 2.csv",
        ] {
            assert_eq!(month(name).as_deref(), Some("2017-09"), "{name}");
            assert_eq!(flow(name), Some(Flow::Import), "{name}");
        }
        // A day, a month of one digit, a page.
        for name in [
            "import-2017-09-1.csv",
            "import-2017-09_1.csv",
            "p2-2017-09.csv",
        ] {
            assert_eq!(month(name), None, "{name}");
        }
        assert_eq!(month("import 2017 9.csv").as_deref(), Some("2017-09"));
    }
}
