use crate::reader::tests::*;

const TIDY: &[u8] = b"month,flow,value_usd_mn\n2017-09,import,5\n";
const NO_PARTNER: &str = "no partner column; assumed to be trade with North Korea";

#[test]
fn a_folder_is_read_by_name_and_what_is_no_table_is_said() {
    let folder = Folder::new();
    folder.file("b/2.csv", TIDY);
    folder.file(
        "a.tsv",
        &TIDY
            .iter()
            .map(|b| if *b == b',' { b'\t' } else { *b })
            .collect::<Vec<_>>(),
    );
    folder.file("c", TIDY);
    folder.file("notes.txt", b"call the office\n");
    folder.file("photo.png", b"\x89PNG\0");
    folder.file(".hidden.csv", b"");
    let observations = folder.read(&[path(&folder.0, None)]).unwrap();
    let names: Vec<String> = observations
        .inputs
        .iter()
        .map(|input| input.name.replace(&format!("{}/", folder.0.display()), ""))
        .collect();
    assert_eq!(names, ["a.tsv", "b/2.csv", "c"]);
    assert_eq!(observations.input, [0, 1, 2]);
    let message = remarks(&observations);
    assert!(
        message[0].ends_with("1 file was not read: photo.png"),
        "{message:?}"
    );
    assert!(
        message.contains(&"notes.txt: not read: not a table of a known layout"),
        "{message:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_back_up_ends_the_walk() {
    let folder = Folder::new();
    folder.file("in/1.csv", TIDY);
    std::os::unix::fs::symlink(&folder.0, folder.0.join("in/up")).unwrap();
    std::os::unix::fs::symlink(folder.0.join("in/1.csv"), folder.0.join("again.csv")).unwrap();
    let observations = folder.read(&[path(&folder.0, None)]).unwrap();
    assert_eq!(observations.rows.len(), 1);
    assert!(remarks(&observations).contains(&"in/1.csv: given more than once; read once"));
}

#[test]
fn one_file_is_read_once_and_not_as_both_flows() {
    let folder = Folder::new();
    let file = folder.file("a.csv", b"month,value_usd_mn\n2017-09,5\n");
    let (import, export) = (
        path(&file, Some(Flow::Import)),
        path(&file, Some(Flow::Export)),
    );
    let observations = folder.read(&[import.clone(), import.clone()]).unwrap();
    assert_eq!(observations.rows.len(), 1);
    let partner = format!("a.csv: {NO_PARTNER}");
    assert_eq!(
        remarks(&observations),
        ["a.csv: given more than once; read once", &partner]
    );
    let text = folder.read(&[import, export]).unwrap_err();
    assert!(
        text.starts_with("tradecheck: a.csv: the file is given both as imports and as exports\n"),
        "{text}"
    );
}

#[test]
fn standard_input_is_read_once() {
    let stdin = Source {
        origin: Origin::Stdin,
        flow: None,
    };
    let observations = read(&[stdin.clone(), stdin], &north_korea(), &mut &*TIDY).unwrap();
    assert_eq!(observations.rows.len(), 1);
}

#[test]
fn every_file_that_cannot_be_read_is_named() {
    let folder = Folder::new();
    let sources = [
        path(&folder.0.join("none.csv"), None),
        path(&folder.file("empty.csv", b"\xef\xbb\xbf\n\n"), None),
        path(&folder.file("binary.csv", b"a,b\0\0\0\x01"), None),
        path(&folder.file("book.csv", b"PK\x03\x04\0\0\0\x01"), None),
        path(&folder.file("latin.csv", b"caf\xe9,1\n"), None),
        path(folder.file("empty/x.png", b"").parent().unwrap(), None),
    ];
    let text = folder.read(&sources).unwrap_err();
    let first_lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("trade"))
        .collect();
    assert_eq!(
        first_lines,
        [
            "tradecheck: none.csv: no such file or folder",
            "tradecheck: empty: the folder contains no readable file",
            "tradecheck: empty.csv: the file is empty",
            "tradecheck: binary.csv: the file is binary, not text",
            "tradecheck: book.csv: the zip archive cannot be unpacked: invalid Zip archive: Could not find EOCD",
            "tradecheck: latin.csv: byte 0xe9 at offset 3 is neither UTF-8 nor GB18030",
        ]
    );
}

#[test]
fn a_header_without_rows_is_said() {
    let observations = from_stdin(b"month,flow,value_usd_mn\n", None, &north_korea()).unwrap();
    assert!(remarks(&observations).contains(&"standard input: no rows below the header"));
}

#[test]
fn a_folder_without_any_table_is_refused() {
    let folder = Folder::new();
    folder.file("in/notes.txt", b"\"call the office\n");
    let text = folder
        .read(&[path(&folder.0.join("in"), None)])
        .unwrap_err();
    assert!(
        text.starts_with("tradecheck: in: no readable table\n"),
        "{text}"
    );
}
