use super::*;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::number_error::NumberError;

#[test]
fn a_problem_names_the_place_what_stood_there_and_a_way_out() {
    let mut problems = Problems::default();
    let place = Location {
        line: Some(3),
        column: Some(14),
    };
    problems.add(
        "a.csv",
        place,
        &InputError::Number(NumberError::Negative),
        Some("-5"),
    );
    assert_eq!(
        problems.to_string(),
        "tradecheck: a.csv:3:14: negative trade value: `-5`\n  \
         expected: zero or more\n  help: balances are computed, not read from files"
    );
}

#[test]
fn problems_of_one_kind_stand_together_the_first_few_of_them() {
    let at = |line| Location {
        line: Some(line),
        column: Some(1),
    };
    let mut problems = Problems::default();
    for line in 2..10 {
        problems.add(
            "a.csv",
            at(line),
            &InputError::Number(NumberError::Negative),
            Some("-5"),
        );
        problems.add(
            "a.csv",
            at(line),
            &InputError::Number(NumberError::NotANumber),
            Some("x"),
        );
    }
    problems.of_file("b.csv", &InputError::File(FileError::EmptyFile));
    let explanation = problems.to_string();
    let heads: Vec<&str> = explanation
        .lines()
        .map(|line| &line[..28.min(line.len())])
        .collect();
    assert_eq!(heads[0], "tradecheck: a.csv:2:1: negat");
    assert_eq!(heads[4], "tradecheck: a.csv:6:1: negat");
    assert_eq!(heads[5], "tradecheck: a.csv: and 3 mor");
    assert_eq!(heads[6], "  expected: zero or more");
    assert_eq!(heads[8], "tradecheck: a.csv:2:1: not a");
    assert_eq!(heads[16], "tradecheck: b.csv: the file ");
    assert_eq!((problems.located.len(), problems.more), (11, 6));
}

#[test]
fn past_twenty_places_the_rest_of_all_files_is_counted() {
    let mut problems = Problems::default();
    for file in 0..23 {
        problems.of_file(
            &format!("{file}.csv"),
            &InputError::File(FileError::EmptyFile),
        );
    }
    for _ in 0..7 {
        problems.of_file("0.csv", &InputError::File(FileError::EmptyFile));
    }
    assert_eq!((problems.located.len(), problems.more), (20, 10));
    let explanation = problems.to_string();
    assert!(explanation.contains("\ntradecheck: 0.csv: and 7 more like this\n"));
    assert!(explanation.ends_with("\ntradecheck: and 3 more problems"));
}

#[test]
fn files_of_a_folder_that_lack_the_same_stand_together() {
    let mut problems = Problems::default();
    for folder in ["in", "out"] {
        for month in 1..=36 {
            let file = format!("{folder}/{month}.csv");
            let wrong = InputError::FlowNotStated {
                file: file.clone(),
                folder: Some(folder.to_owned()),
                says: None,
            };
            problems.of_file(&file, &wrong);
        }
    }
    assert_eq!((problems.located.len(), problems.more), (4, 68));
    let of_folder = |folder: &str| {
        let what = "the file does not say whether it contains imports or exports";
        format!(
            "tradecheck: {folder}/1.csv: {what}\ntradecheck: {folder}/2.csv: {what}\n\
             tradecheck: {folder}: and 34 more files like this\n  \
             help: pass the folder as `--imports {folder}` or `--exports {folder}`"
        )
    };
    let both = ["in", "out"].map(of_folder).join("\n");
    assert_eq!(problems.to_string(), both);
}

#[test]
fn what_stood_there_fits_on_one_line() {
    assert_eq!(shown("a\nb\u{1b}"), "a\\nb\\u{1b}");
    assert_eq!(shown(&"x".repeat(100)).chars().count(), 61);
}
