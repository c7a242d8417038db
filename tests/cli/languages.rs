//! Tables in Chinese and Korean: no English word stands in them outside names, codes and flags.

use crate::program::{told, tradecheck};

/// Codes and the names of the program's own flags.
const KNOWN: [&str; 9] = [
    "HS", "UN", "measure", "quantity", "notes", "full", "currency", "cny", "usd",
];

#[test]
fn no_english_word_stands_in_chinese_or_korean_tables() {
    for question in [
        "yoy --month 2017-09",
        "yoy --month 2017-06 --notes full",
        "yoy --period 2017-Q3 --as kp",
        "yoy --hs 2701 --month 2017-09 --flow imports",
        "series --from 2017-01 --to 2017-12",
        "series --from 2024-01 --currency cny",
        "streak --month 2017-09",
        "streak --month 2017-09 --links --flow imports",
        "streak --longest --flow imports --min 3",
        "record --month 2017-10",
    ] {
        for lang in ["zh", "ko"] {
            let run = tradecheck(&format!("{question} --format table --lang {lang}"));
            let said = told(&run.output());
            // The names of publishers stand as they call themselves.
            let is_ours = |line: &&str| {
                !["来源", "출처", "[exit"]
                    .iter()
                    .any(|mark| line.starts_with(mark))
            };
            for line in said.lines().filter(is_ours) {
                let words = line.split(|c: char| !c.is_ascii_alphabetic());
                // Two flags beside one figure: `758.2 ed`.
                let is_flags = |word: &str| word.chars().all(|one| "edcrpu".contains(one));
                for word in words.filter(|word| word.len() > 1 && !is_flags(word)) {
                    assert!(KNOWN.contains(&word), "{word} in {line}\n{question} {lang}");
                }
            }
        }
    }
}
