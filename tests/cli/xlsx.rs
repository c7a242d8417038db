//! Workbooks read back by another library and compared with the csv of the same question.

use crate::program::Folder;
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};

/// Days from the first of January 1900 as workbooks count them to a month: 2017-09-01 is 42979.
fn month(serial: f64) -> String {
    let mut days = serial as i64 - 25_569;
    let (mut year, lengths) = (1970, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    while days >= 365 + i64::from(is_leap(year)) {
        days -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    for (at, length) in lengths.into_iter().enumerate() {
        let length = length + i64::from(at == 1 && is_leap(year));
        if days < length {
            assert_eq!(days, 0, "not the first of a month");
            return format!("{year}-{:02}", at + 1);
        }
        days -= length;
    }
    unreachable!("a year has twelve months")
}

/// The cell as csv has it.
fn as_csv(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) => month(date.as_f64()),
        Data::Float(number) => format!("{number}"),
        Data::Bool(flag) => flag.to_string(),
        Data::Empty => String::new(),
        other => other.as_string().expect("a text"),
    }
}

fn reads_back(folder: &Folder, question: &str) {
    let csv = folder
        .run(&format!("{question} --format csv"))
        .answer_with_notes();
    let run = folder.run(&format!("{question} -o table.xlsx"));
    assert!(run.output().status.success(), "{question}");
    let path = folder.path().join("table.xlsx");
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(names.len(), 2, "{names:?}");
    let sheet = book.worksheet_range(&names[0]).expect("a sheet");
    let rows: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(as_csv).collect())
        .collect();
    let mut expected = Vec::new();
    let mut reader = csv.lines();
    let columns = reader.next().expect("a head").split(',').count();
    for line in csv.lines() {
        expected.push(cells(line, columns));
    }
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(&expected) {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        // A sheet ends with its last cell that is not empty.
        let shown: Vec<&str> = expected.iter().map(|cell| cell.trim()).collect();
        assert_eq!(row, shown[..row.len()], "{question}");
        assert!(shown[row.len()..].iter().all(|cell| cell.is_empty()));
    }
    let notes = book.worksheet_range("notes").expect("a sheet of notes");
    let text: Vec<String> = notes.rows().map(|row| as_csv(&row[0])).collect();
    assert!(text.iter().any(|line| line == "Sources"), "{text:?}");
}

/// The cells of a line, quotes taken off.
fn cells(line: &str, columns: usize) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cells.last_mut().expect("a cell").push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().expect("a cell").push(other),
        }
    }
    assert_eq!(cells.len(), columns, "{line}");
    cells
}

#[test]
fn what_the_csv_has_is_in_the_workbook() {
    let folder = Folder::new();
    reads_back(&folder, "yoy --month 2017-09");
    reads_back(&folder, "series --from 2017-01 --to 2018-06");
    reads_back(&folder, "streak --month 2017-09 --links");
}

/// A code is text, and keeps the zero in front.
#[test]
fn types_are_those_of_a_workbook() {
    let folder = crate::fixtures::hundreds();
    let run =
        folder.run("series --from 2017-01 --to 2017-02 --flow imports -o t.xlsx hundreds.csv");
    assert!(run.output().status.success());
    let mut book: Xlsx<_> = open_workbook(folder.path().join("t.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range("series").expect("a sheet");
    let cell = |row, column| sheet.get_value((row, column)).expect("a cell").clone();
    assert!(matches!(cell(1, 0), Data::DateTime(date) if month(date.as_f64()) == "2017-01"));
    assert_eq!(cell(1, 1), Data::String("import".to_owned()));
    assert_eq!(cell(1, 2), Data::Float(90_000_000.0));
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let folder = Folder::new();
    let book = || {
        folder
            .run("yoy --month 2017-09 --format xlsx")
            .output()
            .stdout
    };
    let first = book();
    assert!(first.starts_with(b"PK"));
    // A time of day in the file would be another a second later.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(first, book());
}
