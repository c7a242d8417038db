//! Malicious and unusual files: endless lines, pipes, loops, files that change while being read.

use crate::reader::tests::*;
use std::io::Write;
use std::time::{Duration, Instant};

const TIDY: &[u8] = b"month,flow,value_usd_mn\n2017-09,import,5\n";
const MEGABYTES: usize = 100 << 20;

/// Reads a large input, and returns the first line of its problems, within a time limit.
fn refused_in_time(bytes: &[u8]) -> String {
    let start = Instant::now();
    let problems = from_stdin(bytes, None, &north_korea()).unwrap_err();
    // Unoptimised and next to other tests; the released program takes a tenth of a second.
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
    let text = problems.to_string();
    assert!(text.len() < 4000, "{} bytes", text.len());
    text.lines().next().unwrap().chars().take(110).collect()
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_in_time() {
    let endless = "the field is longer than 65,536 bytes: `";
    let message = refused_in_time(&vec![b'9'; MEGABYTES]);
    assert!(
        message.starts_with(&format!("tradecheck: standard input:1:1: {endless}999")),
        "{message}"
    );
    assert_eq!(
        refused_in_time(&vec![b','; MEGABYTES]),
        "tradecheck: standard input:1:16385: the line has more than 16,384 columns: `,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
    );
    let mut unclosed = TIDY.to_vec();
    unclosed.push(b'"');
    unclosed.resize(MEGABYTES, b'1');
    assert!(refused_in_time(&unclosed).starts_with(
        "tradecheck: standard input:3:1: a quote opens here and is never closed: `\"11"
    ));
    let mut long_cell = b"month,flow,value_usd_mn\n2017-09,import,".to_vec();
    long_cell.resize(MEGABYTES, b'1');
    let message = refused_in_time(&long_cell);
    assert!(
        message.contains(&format!("2:16: {endless}111")),
        "{message}"
    );
}

#[test]
fn problems_past_those_shown_on_one_long_line_take_no_longer() {
    let mut text = String::from("US$ million\n");
    for month in 0..2400 {
        text += &format!(",{}-{:02}", 2000 + month / 12, month % 12 + 1);
    }
    text += "\nImports";
    text += &",z".repeat(2400);
    let start = Instant::now();
    let problems = from_stdin(text.as_bytes(), None, &north_korea()).unwrap_err();
    assert_eq!((problems.located.len(), problems.more), (5, 2395));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[cfg(unix)]
#[test]
fn a_link_to_itself_is_an_error() {
    let folder = Folder::new();
    let link = folder.0.join("loop.csv");
    std::os::unix::fs::symlink(&link, &link).unwrap();
    let text = folder.read(&[path(&link, None)]).unwrap_err();
    assert_eq!(
        text.trim_end(),
        "tradecheck: loop.csv: cannot be read: too many levels of symbolic links"
    );
}

/// A named pipe; `None` if it cannot be created.
#[cfg(unix)]
fn pipe(folder: &Folder, name: &str) -> Option<PathBuf> {
    let path = folder.0.join(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    made.is_ok_and(|status| status.success()).then_some(path)
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_passed_over_and_a_pipe_that_is_named_is_read() {
    let folder = Folder::new();
    folder.file("in/a.csv", TIDY);
    let Some(_silent) = pipe(&folder, "in/pipe.csv") else {
        return;
    };
    // Opening it would wait forever, since it has no writer.
    let observations = folder.read(&[path(&folder.0.join("in"), None)]).unwrap();
    assert_eq!(observations.rows.len(), 1);
    assert!(
        remarks(&observations)
            .iter()
            .any(|text| text.ends_with("1 file was not read: pipe.csv"))
    );

    for bytes in [TIDY.to_vec(), crate::reader::tests::container::gzip(TIDY)] {
        let named = pipe(&folder, &format!("named{}.csv", bytes.len())).unwrap();
        let to = named.clone();
        let writer = std::thread::spawn(move || {
            std::fs::OpenOptions::new()
                .write(true)
                .open(to)
                .unwrap()
                .write_all(&bytes)
                .unwrap();
        });
        assert_eq!(folder.read(&[path(&named, None)]).unwrap().rows.len(), 1);
        writer.join().unwrap();
    }
}

#[test]
fn a_file_that_shrinks_and_grows_while_read_is_read_or_refused() {
    let folder = Folder::new();
    let mut long = TIDY.to_vec();
    long.extend(b"2017-10,import,7\n".repeat(6_000));
    let packed = crate::reader::tests::container::gzip(&long);
    for (name, bytes) in [("a.csv", long), ("b.csv.gz", packed)] {
        let file = folder.file(name, &bytes);
        let changing = file.clone();
        let changer = std::thread::spawn(move || {
            for round in 0..40 {
                let end = if round % 2 == 0 {
                    bytes.len() / 3
                } else {
                    bytes.len()
                };
                std::fs::write(&changing, &bytes[..end]).unwrap();
            }
        });
        while !changer.is_finished() {
            match folder.read(&[path(&file, None)]) {
                Ok(observations) => assert!(observations.rows.len() <= 6_001),
                Err(text) => assert!(text.starts_with(&format!("tradecheck: {name}")), "{text}"),
            }
        }
        changer.join().unwrap();
        assert_eq!(folder.read(&[path(&file, None)]).unwrap().rows.len(), 6_001);
    }
}
