//! The stem of a file name: without folders, without endings, without the marks of copies.

/// Strips the suffix of a copy: ` (1)`, ` - copy`, `-副本`.
pub(super) fn without_copy(stem: &str) -> String {
    let mut stem = stem.trim().to_owned();
    for mark in [
        " - copy",
        "-copy",
        "_copy",
        " copy",
        " - 副本",
        "-副本",
        "副本",
        " - 복사본",
        "복사본",
    ] {
        stem = stem.replace(mark, "");
    }
    stem = stem.replace('（', "(").replace('）', ")");
    // `(201709)` is a month.
    let counts =
        |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    while let Some((rest, copy)) = stem.rsplit_once('(') {
        if !copy.strip_suffix(')').is_some_and(counts) {
            break;
        }
        stem = rest.trim_end().to_owned();
    }
    // `import-2017-09_v2`; `import-2017-09 2` after a month of two digits.
    let version = stem.rsplit_once([' ', '-', '_']).filter(|(rest, last)| {
        let number = last.strip_prefix(['v', 'V']);
        number.is_some_and(counts)
            || counts(last) && stem == format!("{rest} {last}") && {
                let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
                let before = rest[..rest.len() - digits].trim_end_matches(['-', '_', '.']);
                let is_of_year = before.len() + 1 == rest.len() - digits
                    && before.ends_with(|c: char| c.is_ascii_digit());
                digits == 6 || digits == 2 && is_of_year
            }
    });
    match version {
        Some((rest, _)) => rest.trim_end().to_owned(),
        None => stem,
    }
}

/// Extensions of packed files, which follow the actual extension.
const PACKED: [&str; 3] = ["gz", "zst", "zstd"];

pub(super) fn stem(name: &str) -> String {
    stem_as_written(name).to_lowercase()
}

/// Endings of names of tables.
const TABLES: [&str; 18] = [
    "csv", "tsv", "txt", "tab", "md", "xlsx", "xlsm", "xlsb", "xls", "ods", "html", "htm", "json",
    "jsonl", "ndjson", "parquet", "mht", "xml",
];

pub(super) fn stem_as_written(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let file = match file.rsplit_once('.') {
        Some((packed, ending)) if PACKED.iter().any(|one| ending.eq_ignore_ascii_case(one)) => {
            packed
        }
        _ => file,
    };
    match file.rsplit_once('.') {
        Some((stem, ending)) if TABLES.iter().any(|one| ending.eq_ignore_ascii_case(one)) => stem,
        _ => file,
    }
}
