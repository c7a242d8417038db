//! Large downloads of goods: read by block or the long way, the answer is the same, and the
//! contributions of all parts add up to the change.

use crate::dice::Dice;
use crate::goods::download;
use crate::program::{Folder, Run, told};

/// Rows of two Septembers, with goods that appear, vanish, and stand in several units.
fn rows(count: u64, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut rows = String::new();
    for _ in 0..count {
        let month = dice.of(&["201609", "201709"]);
        // Crabs vanish, pig iron appears.
        let code = match (dice.of(&["27011100", "61034300", "third"]), month) {
            ("third", "201609") => "03061490",
            ("third", _) => "72011000",
            (code, _) => code,
        };
        let partner = dice.of(&["109", "344"]);
        let province = dice.of(&["21", "22"]);
        let regime = dice.of(&["10", "19"]);
        let quantity = match (code, dice.roll(2)) {
            ("61034300", 0) => "5 件 4 千克",
            (_, 0) => "3 吨 - -",
            _ => "700 千克 - -",
        };
        let dollars = dice.roll(1_000_000);
        rows.push_str(&format!(
            "{month} {code} {partner} {province} {regime} {quantity} {dollars}\n"
        ));
    }
    rows
}

#[test]
fn by_block_and_the_long_way_answer_alike() {
    let bytes = download(true, &rows(2_000, 11));
    assert!(bytes.len() > 100_000, "large enough to be read by block");
    let folder = Folder::new().with("large.csv", &bytes);
    let splits = [
        "chapter",
        "heading",
        "subheading",
        "code",
        "group",
        "province",
        "trade-mode",
        "partner",
    ];
    let mut questions: Vec<String> = splits.iter().map(|by| format!("--by {by}")).collect();
    questions.extend(
        [
            "--hs 2701,03",
            "--hs 50-63",
            "--group coal,seafood",
            "--hs 27 --by province",
            "--measure quantity --by chapter",
            "--measure unit-value --hs 27,03",
            "",
        ]
        .map(str::to_owned),
    );
    for partner in ["", " --partner all", " --partner 109 --partner 344"] {
        for question in &questions {
            let arguments = format!("yoy --month 2017-09 {question}{partner} --imports");
            let by_block = told(&folder.run(&format!("{arguments} large.csv")).output());
            let long_way = Run::new(format!("{arguments} -").split_whitespace())
                .inside(folder.path())
                .stdin(&bytes)
                .output();
            let long_way = told(&long_way).replace("standard input", "large.csv");
            // Added up on the way, rows no longer tell how many shared a key.
            let without_joined = |told: &str| -> String {
                let lines = told
                    .lines()
                    .filter(|line| !line.contains("added to another row") && *line != "[stderr]");
                lines.map(|line| format!("{line}\n")).collect()
            };
            assert!(by_block.ends_with("[exit 0]\n"), "{arguments}\n{by_block}");
            assert_eq!(
                without_joined(&by_block),
                without_joined(&long_way),
                "{arguments}"
            );
        }
    }
}

/// The number in a cell, `None` where it is empty.
fn number(cell: &str) -> Option<f64> {
    (!cell.is_empty()).then(|| cell.parse().expect("a number"))
}

#[test]
fn contributions_add_up_to_the_change() {
    for seed in 1..=4 {
        let folder = Folder::new().with("in.csv", download(false, &rows(40 + seed, seed)));
        for by in ["chapter", "code", "province", "partner", "group"] {
            for top in ["", " --top 1"] {
                let answer = folder
                    .run(&format!(
                        "yoy --month 2017-09 --flow imports --partner all --by {by}{top} --no-header -f tsv --all-goods --imports in.csv"
                    ))
                    .answer_with_notes();
                let rows: Vec<Vec<&str>> = answer
                    .lines()
                    .map(|line| line.split('\t').collect())
                    .collect();
                let (whole, parts) = rows.split_last().expect("rows");
                assert_eq!(whole[2], "total", "{answer}");
                for column in [5, 6, 7] {
                    let sum: i128 = parts
                        .iter()
                        .map(|row| row[column].parse::<i128>().unwrap())
                        .sum();
                    assert_eq!(sum, whole[column].parse::<i128>().unwrap(), "{answer}");
                }
                let sum: f64 = parts.iter().filter_map(|row| number(row[9])).sum();
                // Half a millionth a part.
                let room = 0.5e-6 * (parts.len() + 1) as f64 + 1e-9;
                let change = number(whole[8]).expect("a change");
                assert!((sum - change).abs() <= room, "{sum} and {change}: {answer}");
                assert_eq!(whole[8], whole[9], "{answer}");
            }
        }
    }
}
