//! Tables and messages in Chinese and Korean: no English word stands in them outside names, codes,
//! flags and what was typed.

use crate::program::{Run, told};
use std::collections::BTreeSet;
use std::path::Path;

/// Codes, and names that are the same in every language.
const KNOWN: &[&str] = &[
    "KOTRA",
    "iso",
    "JPN",
    "HS",
    "UN",
    "UTF",
    "GB",
    "KITA",
    "GACC",
    "tradecheck",
    "platform",
    "bulletin",
    "ours",
    "USD",
    "SQL",
    "CNY",
    "csv",
];

/// Every command, with what it is asked most, and what goes wrong most.
const QUESTIONS: &[&str] = &[
    "yoy --month 2017-09",
    "yoy",
    "yoy --month 2017-06 --notes full",
    "yoy --month 2025-06",
    "yoy --period 2017-Q3 --as kp",
    "yoy --hs 2701 --month 2017-09 --flow imports",
    "yoy --by group --month 2017-09 --imports examples/imports/",
    "yoy --by group --group coal,seafood --month 2017-09 --imports examples/imports/",
    "yoy --by chapter --measure quantity --month 2017-09 --imports examples/imports/",
    "series --from 2017-01 --to 2017-12",
    "series --from 2017-01 --to 2017-12 --notes full",
    "series --from 2024-01 --to 2027-01 --currency cny",
    "streak --month 2017-09",
    "streak --month 2017-09 --links --flow imports",
    "streak --longest",
    "record --month 2017-10",
    "record --month 2017-10 --notes full",
    "list releases --as-of 2026-11-30",
    "movers --imports examples/imports/ --month 2017-09",
    "movers --imports examples/imports/ --month 2017-09 --depth chapter --notes full",
    "brief --month 2017-09",
    "brief --month 2025-01 --currency cny",
    "brief --month 2017-09 --as-of 2017-10-13",
    "check --claims examples/claims.csv --notes full",
    "check --text examples/article.txt --published 2017-10-13",
    "sanctions list",
    "sanctions list --regime cn",
    "sanctions check --month 2017-09",
    "sanctions check --month 2017-12 --notes full",
    "sanctions coverage --base 2016",
    "sanctions coverage --base 2016 --notes full",
    "sanctions caps --year 2017",
    "sanctions caps --year 2018",
    "revisions --month 2025-01 --currency cny",
    "revisions --from 2017-01 --to 2017-09 --notes full",
    "inspect --from 2017-01 --to 2017-12",
    "inspect examples/table-2026-08.html",
    "inspect --imports examples/imports/",
    "chart --flow imports --from 2016-01 --to 2017-12",
    "yoy --month 2030-01",
    "yoy --month 2026-07",
    "yoy --partner 133",
    "yoy nosuch.csv",
    "yoy examples/broken.csv",
    "yoy --group nosuch",
    "series --from 2018-01 --to 2017-01",
    "check imports",
    "list goods coal",
    "list goods 26 72",
    "list goods nosuch",
    "list groups",
    "list partners japan",
    "list layouts",
    "list columns yoy",
    "list measures",
    "list releases 2017-10",
    "yoy --month 2017-09 --sources",
    "yoy --month 2017-09 --explain",
    "yoy --month 2017-09 --imports examples/imports/ --sources --flow imports",
    "yoy --month 2017-09 --imports examples/imports/ --explain --flow imports",
    "streak --month 2017-09 --explain",
    "series --from 2017-01 --to 2017-03 --explain",
    "record --month 2017-10 --explain",
    "movers --imports examples/imports/ --month 2017-09 --explain",
    "sanctions coverage --base 2016 --explain",
    "sanctions check --month 2017-09 --explain",
    "sanctions caps --year 2017 --explain",
    "sanctions list --on 2017-09 --flow imports",
    "inspect --notes full --from 2017-01 --to 2017-03",
    "inspect examples/imports/ --imports examples/imports/ --notes full",
    "revisions --month 2016-09",
    "check imports yoy 2017-09 -37.9%",
    "check exports value 2017-09 266.4",
    "check imports streak 2017-09 7",
    "check imports record 2017-10 lowest-since:2014-01",
    "check imports yoy 2017-09 37.9%",
    "check imports share 2017-09 44.7%",
    "check total ytd-yoy 2017-09 9%",
    "check --claims --notes full",
    "check --claims examples/claims.csv --identity",
    "verify examples/claims.csv",
    "verify nosuch.json",
    "archive list examples",
    "archive verify examples",
    "yoy --data examples",
    "sql yoy",
    "sql yoy --month 2017-09 --flow total",
    "sql yoy --month 2017-09 --hs 270111",
    "report --period 2017-Q3",
    "brief --period 2017-Q3",
    "brief --by group",
    "streak --period 2017-Q3",
    "movers --depth province",
    "inspect --by chapter",
    "chart --by chapter",
    "yoy --hs 27011",
    "yoy --hs coal",
    "yoy --hs 55-50",
    "yoy --month 2017-13",
    "yoy --month x",
    "yoy --period 2017-Q7",
    "yoy --as-of x",
    "yoy --month 2017-09 --month 2017-10",
    "yoy --quiet=3",
    "yoy --top 3",
    "yoy --top x",
    "series --top 3",
    "chart --width 10",
    "yoy --partner Nrth",
    "yoy --partner all --partner 109",
    "yoy --layout x",
    "yoy --columns nosuch",
    "yoy --group banned-9999",
    "yoy --by chapter",
    "yoy --measure quantity",
    "yoy --hs 03 --measure unit-value --month 2017-09",
    "yoy --as-of 2000-01-01",
    "yoy --groups examples/claims.csv --group coal",
    "sanctions list --measures examples/claims.csv",
    "sanctions list --on x",
    "sanctions caps --year 1",
    "sanctions coverage",
    "generate",
    "nosuch",
    "check imports nosuch 2017-09 7",
    "check imports yoy 2017-09 x",
    "check --text nosuch.txt",
];

/// A line without what is a name, a flag or was typed: what stands in back-ticks, flags with their
/// values, files, the measures of sanctions.
fn without_names(line: &str) -> String {
    let unquoted: Vec<&str> = line.split('`').step_by(2).collect();
    let words = unquoted.join(" ");
    let words = words.split(' ').filter(|word| !word.contains("://"));
    let unquoted = words.collect::<Vec<_>>().join(" ");
    let mut kept = Vec::new();
    let mut after_flag = false;
    for word in unquoted.split(|one: char| !one.is_ascii() || " (),;:".contains(one)) {
        let is_flag = word.starts_with("--");
        let is_measure = ["UN", "CN"].iter().any(|regime| {
            let rest = word.strip_prefix(regime);
            rest.is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit()))
        });
        let is_file = word.contains('/') || word.contains(".csv") || word.contains(".html");
        let is_value = after_flag && word.is_ascii();
        if !(is_flag || is_measure || is_file || is_value) {
            kept.push(word);
        }
        after_flag = is_flag;
    }
    kept.join(" ")
}

/// The words of machine columns and of the names of publishers.
fn words_of_data() -> BTreeSet<String> {
    let mut texts = String::new();
    for asked in [
        "list columns",
        "list measures",
        "list groups",
        "list layouts",
    ] {
        let run = Run::new(asked.split(' ').chain(["--format", "csv"])).output();
        texts.push_str(&String::from_utf8(run.stdout).expect("text"));
    }
    for asked in ["-h", "movers --help"] {
        let run = Run::new(asked.split(' ')).output();
        let help = String::from_utf8(run.stdout).expect("text");
        // The names of commands and values, not what is said of them.
        for line in help.lines() {
            let line = line.trim_start().trim_start_matches("- ");
            let name = line.split([' ', ':']).next().unwrap_or_default();
            if name.chars().all(|one| one.is_ascii_lowercase()) {
                texts.push_str(&format!(" {name} "));
            }
        }
    }
    texts.push_str(" ISO KP North Korea prefixes effective ");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for file in ["published.csv", "published-goods.csv"] {
        let table = std::fs::read_to_string(data.join(file)).expect("a table");
        let place = table.lines().next().expect("a header").split(',');
        let place = place.clone().position(|name| name == "publisher");
        let place = place.expect("a column of publishers");
        for line in table.lines().skip(1) {
            texts.push_str(line.split(',').nth(place).unwrap_or_default());
            texts.push(' ');
        }
    }
    let words = texts.split(|one: char| !one.is_ascii_alphabetic());
    words.map(str::to_owned).collect()
}

#[test]
fn no_english_word_stands_in_chinese_or_korean_tables_and_messages() {
    let mut wrong = String::new();
    let data = words_of_data();
    for question in QUESTIONS {
        // There the names of columns, of publishers and of layouts stand in cells.
        let names_data = ["list ", "--sources", "--explain", "--columns"];
        let names_data = names_data.iter().any(|one| question.contains(one));
        for lang in ["zh", "ko"] {
            let asked = format!("{question} --format table --lang {lang}");
            let run = Run::new(asked.split_whitespace());
            // So wide that no flag is parted from its value.
            let run = run.env("COLUMNS", "1000");
            let run = run.inside(Path::new(env!("CARGO_MANIFEST_DIR")));
            let said = told(&run.output());
            // The names of publishers stand as they call themselves.
            let is_ours = |line: &&str| !["来源", "출처"].iter().any(|mark| line.starts_with(mark));
            for line in said.lines().take_while(is_ours) {
                if ["[stderr]", "[exit"]
                    .iter()
                    .any(|mark| line.starts_with(mark))
                {
                    continue;
                }
                let plain = without_names(line);
                // What may be typed stands as it is typed, and so does what was typed.
                let typed = ["应为", "올바른 값", "--depth"]
                    .iter()
                    .any(|mark| line.contains(mark));
                let names_data = names_data || typed;
                let words = plain.split(|c: char| !c.is_ascii_alphabetic());
                // Two flags beside one figure, `758.2 ed`; the signs of a calendar, `IET`.
                let is_sign = |word: &str| {
                    word.chars().all(|one| "edcrpu".contains(one))
                        || word.chars().all(|one| "IETyc".contains(one))
                };
                for word in words.filter(|word| word.len() > 1 && !is_sign(word)) {
                    let was_typed = question.contains(word);
                    if !(KNOWN.contains(&word) || was_typed || names_data && data.contains(word)) {
                        wrong.push_str(&format!("{word} in {line}\n  {question} {lang}\n"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn help_is_said_in_the_language_asked_for_wherever_it_is_asked() {
    let answers = [
        (
            "yoy --help --lang zh",
            "用法：tradecheck yoy [选项] [FILE]...\n",
        ),
        (
            "--lang zh help yoy",
            "用法：tradecheck yoy [选项] [FILE]...\n",
        ),
        ("--lang=ko -h", "사용법: tradecheck 명령\n"),
        (
            "sanctions -h --lang ko",
            "사용법: tradecheck sanctions 명령\n",
        ),
    ];
    for (asked, said) in answers {
        let output = Run::new(asked.split_whitespace()).output();
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(text.contains(said), "{asked}: {text}");
        assert_eq!(output.status.code(), Some(0), "{asked}");
    }
}

#[test]
fn settings_name_the_language_of_help_and_messages_too() {
    let folder = std::env::temp_dir().join(format!("tradecheck-lang-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("settings.toml");
    std::fs::write(&file, "lang = \"ko\"\n").expect("a file");
    let file = file.display().to_string();
    let said = |words: &[&str]| told(&Run::new(words.iter().copied()).output());
    assert!(said(&["yoy", "-h", "--config", &file]).contains("사용법: "));
    assert!(said(&["yoy", "--flwo", "--config", &file]).contains("알 수 없는 옵션 `--flwo`"));
    // What is typed wins.
    assert!(said(&["yoy", "-h", "--config", &file, "--lang", "zh"]).contains("用法："));
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
