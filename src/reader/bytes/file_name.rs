//! What a file name tells of flow and month, when it tells it without a doubt.

use crate::trade::{Flow, Month};
use std::collections::BTreeSet;

/// The flow that the name tells: `e201810.csv`, `import-2017-09.csv`, `2017年9月进口.csv`.
pub(crate) fn flow(name: &str) -> Option<Flow> {
    let stem = stem(name);
    let mut seen: BTreeSet<Flow> = words(&stem)
        .filter_map(|word| flow_of_word(&word))
        .collect();
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
    // A single letter counts only where nothing but a month follows it.
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

/// The month that the name tells: the only one in it, and no day and no second year beside it.
pub(crate) fn month(name: &str) -> Option<Month> {
    let stem = stem(name);
    let runs = digit_runs(&stem);
    let mut months = BTreeSet::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        at += 1;
        let (year, month) = match run.digits.len() {
            6 => run.digits.split_at(4),
            4 => match runs
                .get(at)
                .filter(|next| next.digits.len() <= 2 && joins(&next.before))
            {
                Some(next) => {
                    at += 1;
                    let day = runs
                        .get(at)
                        .filter(|day| day.digits.len() <= 2 && joins(&day.before));
                    if day.is_some() {
                        return None;
                    }
                    (run.digits.as_str(), next.digits.as_str())
                }
                None => return None,
            },
            // A date of eight digits is when the file was saved; a number in brackets is a copy.
            _ => continue,
        };
        let month = Month::new(year.parse().ok()?, month.parse().ok()?)?;
        months.insert(month);
    }
    (months.len() == 1).then(|| months.pop_first()).flatten()
}

struct Run {
    before: String,
    digits: String,
}

fn joins(between: &str) -> bool {
    ["-", "_", ".", " ", "年", "년", "년 "].contains(&between)
}

fn digit_runs(stem: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before = String::new();
    let mut in_run = false;
    for c in stem.chars() {
        if !c.is_ascii_digit() {
            before.push(c);
            in_run = false;
            continue;
        }
        match runs.last_mut().filter(|_| in_run) {
            Some(run) => run.digits.push(c),
            None => runs.push(Run {
                before: std::mem::take(&mut before),
                digits: c.to_string(),
            }),
        }
        in_run = true;
    }
    runs
}

/// The endings of packed files, which hide the one before.
const PACKED: [&str; 3] = ["gz", "zst", "zstd"];

fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let file = match file.rsplit_once('.') {
        Some((packed, ending)) if PACKED.iter().any(|one| ending.eq_ignore_ascii_case(one)) => {
            packed
        }
        _ => file,
    };
    let stem = match file.rsplit_once('.') {
        Some((stem, "csv" | "CSV" | "tsv" | "TSV" | "txt" | "TXT")) => stem,
        _ => file,
    };
    stem.to_lowercase()
}

fn words(stem: &str) -> impl Iterator<Item = String> + '_ {
    stem.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
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
        for (name, flow_told, month_told) in [
            ("e201810.csv", Some(Flow::Export), october_2018),
            ("dir2017-01/i201810.csv", Some(Flow::Import), october_2018),
            ("import-2018-10.csv", Some(Flow::Import), october_2018),
            ("2018年10月进口.csv", Some(Flow::Import), october_2018),
            ("Exports_201810 (2).CSV", Some(Flow::Export), october_2018),
            ("e201810.csv.gz", Some(Flow::Export), october_2018),
            ("all.zip/i201810.csv", Some(Flow::Import), october_2018),
            ("201810_20181123.csv", None, october_2018),
        ] {
            assert_eq!((flow(name), month(name)), (flow_told, month_told), "{name}");
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
            "2017.csv",
            "download.csv",
        ] {
            assert_eq!(month(name), None, "{name}");
        }
    }
}
