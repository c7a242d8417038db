//! Tests that every message of an error is translated into each language. The messages are
//! collected from the source code, so that new ones cannot be forgotten.

use crate::render::lang::message;
use crate::render::options::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// Names and codes that are the same in all languages, and words to type.
const NAMES: &[&str] = &[
    "yoy",
    "ytd",
    "mom",
    "streak",
    "record",
    "share",
    "ratio",
    "quantity",
    "coverage",
    "cn",
    "kp",
    "import",
    "export",
    "API",
    "DuckDB",
    "Polars",
    "pandas",
    "Spark",
    "UTF",
    "GB",
    "CSV",
    "HS",
    "ISO",
    "KP",
    "SQL",
    "JSON",
    "Parquet",
    "SHA",
    "MiB",
    "GiB",
    "UN",
    "Comtrade",
    "tradecheck",
    "USD",
    "CNY",
    "TOML",
    "gzip",
    "zip",
    "zstd",
    "json",
    "toml",
    "csv",
    "tsv",
    "txt",
    "html",
    "xls",
    "xlsx",
    "xlsb",
    "ods",
    "kg",
    "thousand",
    "million",
    "billion",
    "group",
    "hs",
    "prefixes",
    "data",
    "measures",
    "period",
    "flow",
    "metric",
    "value",
    "id",
    "chapter",
    "heading",
    "subheading",
    "code",
    "customs",
    "transport",
    "second",
    "partner",
    "low",
    "high",
    "all",
    "true",
    "false",
    "imports",
    "exports",
    "total",
    "balance",
];

/// Messages of crates, which the program words itself.
const OF_CRATES: [&str; 4] = [
    "invalid digit found in string",
    "cannot parse integer from empty string",
    "number too",
    "is not in",
];

/// Files whose errors are texts without an enum, and files that provide texts for errors.
const LENDING: [&str; 16] = [
    "archive/verify.rs",
    "at_scale.rs",
    "cli/settings.rs",
    "cli/usage.rs",
    "frame/why_nothing.rs",
    "measure/chart.rs",
    "reader/bytes/container.rs",
    "reader/claims/file.rs",
    "reader/grid/hostile.rs",
    "reader/grid/json.rs",
    "reader/grid/json/parse.rs",
    "reader/grid/parquet.rs",
    "reader/grid/workbook.rs",
    "trade/day.rs",
    "trade/month.rs",
    "trade/vintage.rs",
];

/// The source files with their content before their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (Vec::new(), vec![src.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let code = fs::read_to_string(&path).expect("a source file");
                let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
                let name = path.strip_prefix(&src).expect("in src").to_owned();
                found.push((name, code.to_owned()));
            }
        }
    }
    found
}

/// The string literals in a piece of code, unescaped.
fn literals(code: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), code);
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let piece = &rest[at..];
        if piece.starts_with("//") {
            rest = piece.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(after) = ["'\"'", "'\\''", "'/'"]
            .iter()
            .find_map(|quoted| piece.strip_prefix(quoted))
        {
            rest = after;
        } else if let Some(inside) = piece.strip_prefix('"') {
            let (text, after) = literal(inside);
            found.push(text);
            rest = after;
        } else {
            rest = &piece[1..];
        }
    }
    found
}

fn literal(inside: &str) -> (String, &str) {
    let (mut text, mut chars) = (String::new(), inside.char_indices());
    while let Some((at, one)) = chars.next() {
        match one {
            '"' => return (text, &inside[at + 1..]),
            '\\' => match chars.next().map_or('\\', |(_, one)| one) {
                'n' => text.push('\n'),
                '\n' => {
                    let rest = chars.as_str();
                    let skipped = rest.len() - rest.trim_start().len();
                    chars.by_ref().take(skipped).for_each(drop);
                }
                other => text.push(other),
            },
            other => text.push(other),
        }
    }
    (text, "")
}

/// The literals of a file that are used in errors.
fn sentences(name: &str, code: &str) -> Vec<String> {
    let in_attributes = |code: &str| -> Vec<String> {
        let pieces = code.split("#[error(").skip(1);
        let ends = |piece: &str| piece.split(")]").next().unwrap_or("").to_owned();
        pieces.flat_map(|piece| literals(&ends(piece))).collect()
    };
    let after = |code: &str, mark: &str, end: &str| -> Vec<String> {
        let pieces = code.split(mark).skip(1);
        let ends = |piece: &str| piece.split(end).next().unwrap_or("").to_owned();
        pieces.flat_map(|piece| literals(&ends(piece))).collect()
    };
    let is_error = ["error.rs", "wrong.rs", "failure.rs"]
        .iter()
        .any(|end| name.ends_with(end));
    if is_error || name.starts_with("reader/errors/") || LENDING.contains(&name) {
        return literals(code);
    }
    let mut found = in_attributes(code);
    if name == "reader/accounting/words.rs" {
        found.extend(after(code, "pub fn means(", "\n    }\n"));
    }
    found.extend(after(code, "Error::raw(", ");"));
    if name == "cli/unheeded/rules.rs" {
        found.extend(after(code, "        help:", "\n    },"));
    }
    if name.starts_with("cli/") {
        found.extend(after(code, "let text =", "return"));
        found.extend(after(code, "wrong(", ");"));
    }
    found
}

/// A line of a literal with sample arguments.
fn sample(line: &str) -> String {
    let mut translation = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        translation.push_str(before);
        let is_name = |one: char| one.is_ascii_alphanumeric() || "_:#.?".contains(one);
        match after.split_once('}') {
            Some((inside, behind)) if inside.chars().all(is_name) => {
                translation.push('7');
                rest = behind;
            }
            _ => {
                translation.push('{');
                rest = after;
            }
        }
    }
    translation + rest
}

/// The English words of a text outside names and words to type.
fn english_words(text: &str) -> Vec<&str> {
    let plain = text.split('`').step_by(2);
    let words = plain.flat_map(|piece| piece.split(|one: char| !one.is_ascii_alphabetic()));
    let words = words.filter(|word| word.len() > 1 && !NAMES.contains(word));
    words.collect()
}

#[test]
fn every_sentence_of_an_error_has_its_line_in_each_language() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, code) in sources() {
        let name = name.to_string_lossy().into_owned();
        if name.contains("tests") || name.starts_with("render/") {
            continue;
        }
        for text in sentences(&name, &code) {
            if text.contains("Examples:") || text.contains("\n\n") {
                continue;
            }
            for line in text.lines() {
                let line = sample(line);
                let line = line.trim_start_matches("tradecheck: ");
                let line = line.trim_start_matches("; ").trim_end();
                if OF_CRATES.contains(&line.trim()) {
                    continue;
                }
                // A single word is a name or a value.
                if english_words(line).len() < 2 || !line.trim().contains(' ') {
                    continue;
                }
                count += 1;
                let translation = [Lang::Zh, Lang::Ko].map(|lang| message(line, lang));
                if let Some(translation) = translation
                    .iter()
                    .find(|translation| !english_words(translation).is_empty())
                {
                    wrong.push(format!("{name}: {line}\n    {translation}"));
                }
            }
        }
    }
    assert!(count > 300, "only {count} sentences were found");
    assert!(
        wrong.is_empty(),
        "{} of {count}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn literals_are_found() {
    let code = "a(\"one\\n  two\", '\"', \"x \\\n   y\"); // \"no\"\n\"`\\\"`\"";
    assert_eq!(literals(code), ["one\n  two", "x y", "`\"`"]);
}
