use crate::reader::tests::*;
use std::io::{Cursor, Write};

const TIDY: &[u8] = b"month,flow,value_usd_mn\n2017-09,import,5\n";
const PLATFORM: &[u8] =
    b"\"Date of data\",\"Trading partner code\",\"US dollar\",\n\"201709\",\"109\",\"45,123,456\",\n";
const ONE_ROW: [&str; 1] = ["2 2017-09 import USD   5000000"];

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

pub(crate) fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        packed.start_file(*name, options).unwrap();
        packed.write_all(bytes).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

fn read_packed(bytes: &[u8]) -> Result<Vec<String>, String> {
    from_stdin(bytes, None, &north_korea())
        .map(|observations| row_texts(&observations))
        .map_err(|problems| problems.to_string())
}

fn refused(bytes: &[u8], because: &str) {
    let text = read_packed(bytes).unwrap_err();
    assert!(text.contains(because), "{text}");
}

#[test]
fn one_table_packed_in_any_way_reads_the_same() {
    let two_frames = [
        zstd(&TIDY[..30]),
        b"\x50\x2a\x4d\x18\x02\0\0\0xy".to_vec(),
        zstd(&TIDY[30..]),
    ];
    let two_members = [gzip(&TIDY[..30]), gzip(&TIDY[30..])];
    for packed in [
        gzip(TIDY),
        two_members.concat(),
        zstd(TIDY),
        two_frames.concat(),
        zip(&[("a.csv", TIDY)]),
    ] {
        assert_eq!(read_packed(&packed).unwrap(), ONE_ROW);
    }
}

#[test]
fn a_packed_file_is_known_by_its_bytes_and_told_by_its_whole_name() {
    let folder = Folder::new();
    folder.file("e201810.csv.gz", &gzip(&PLATFORM.to_ascii_lowercase()));
    // Named as text, but packed.
    folder.file("i201709.csv", &zstd(PLATFORM));
    folder.file(
        "many.zip",
        &zip(&[
            ("2017/import-2017-09.csv", PLATFORM),
            ("2017/e201709.csv", PLATFORM),
            ("2017/", b""),
            ("__MACOSX/e201709.csv", b"\0\0"),
            ("readme", b"call the office\n"),
            ("photo.png", b"\x89PNG"),
        ]),
    );
    folder.file("photos.zip", &zip(&[("photo.png", b"\x89PNG")]));
    folder.file("source.tar.gz", b"");
    let observations = folder.read(&[path(&folder.0, None)]).unwrap();
    let inside = |name: &str| name.replace(&format!("{}/", folder.0.display()), "");
    let names: Vec<String> = observations
        .inputs
        .iter()
        .map(|input| inside(&input.name))
        .collect();
    assert_eq!(
        names,
        [
            "e201810.csv.gz",
            "i201709.csv",
            "many.zip/2017/e201709.csv",
            "many.zip/2017/import-2017-09.csv"
        ]
    );
    let flows: Vec<Flow> = observations.rows.iter().map(|row| row.flow).collect();
    assert_eq!(
        flows,
        [Flow::Export, Flow::Import, Flow::Export, Flow::Import]
    );
    let message = remarks(&observations);
    for remark in [
        "many.zip: 1 file was not read: photo.png",
        "many.zip/readme: not read: not a table of a known layout",
        "photos.zip: not read: not a table of a known layout",
    ] {
        assert!(message.contains(&remark), "{message:?}");
    }
    assert!(
        message[0].ends_with("1 file was not read: source.tar.gz"),
        "{message:?}"
    );
}

#[test]
fn names_of_members_in_gbk_are_read() {
    let (name, _, _) = encoding_rs::GB18030.encode("2017年9月进口.csv");
    let placeholder = "x".repeat(name.len());
    let mut packed = zip(&[(&placeholder, PLATFORM)]);
    while let Some(at) = memchr::memmem::find(&packed, placeholder.as_bytes()) {
        packed[at..at + name.len()].copy_from_slice(&name);
    }
    assert_eq!(
        read_packed(&packed).unwrap(),
        ["2 2017-09 import USD   45123456"]
    );
}

#[test]
fn a_workbook_is_left_to_the_reader_of_workbooks() {
    let book = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
    ]);
    for packed in [book.clone(), gzip(&book), zip(&[("a.csv", &book)])] {
        refused(&packed, "the workbook cannot be read");
    }
}

#[test]
fn an_archive_in_an_archive_is_refused() {
    for packed in [
        gzip(&gzip(TIDY)),
        gzip(&zip(&[("a.csv", TIDY)])),
        zstd(&gzip(TIDY)),
        zip(&[("in.zip", &zip(&[("a.csv", TIDY)]))]),
        zip(&[("a.csv.gz", &gzip(TIDY))]),
    ] {
        refused(&packed, "archives inside an archive are not read");
    }
    refused(
        &zip(&[("a.png", b"")]),
        "the archive contains no readable file",
    );
}

#[test]
fn damage_is_an_error_and_never_other_figures() {
    for packed in [gzip(TIDY), zstd(TIDY), zip(&[("a.csv", TIDY)])] {
        for at in 0..packed.len() {
            let cut = read_packed(&packed[..at]);
            assert!(cut.is_err(), "cut at {at}: {cut:?}");
            let mut damaged = packed.clone();
            damaged[at] ^= 0x10;
            // Damage to times, names and so on is harmless; damage to figures is not.
            if let Ok(rows) = read_packed(&damaged) {
                assert_eq!(rows, ONE_ROW, "byte {at}");
            }
        }
    }
}

#[test]
fn a_zip_bomb_is_refused_before_it_fills_the_memory() {
    // 80 MiB of a single line, packed a thousandfold, and even more in zstd.
    let line = vec![b'0'; 1 << 20];
    let mut gzipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let mut zipped = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zipped
        .start_file("a.csv", zip::write::SimpleFileOptions::default())
        .unwrap();
    for _ in 0..80 {
        gzipped.write_all(&line).unwrap();
        zipped.write_all(&line).unwrap();
    }
    let frame = zstd(&line);
    let bombs = [
        gzipped.finish().unwrap(),
        zipped.finish().unwrap().into_inner(),
        frame.repeat(80),
    ];
    for bomb in bombs {
        assert!(bomb.len() < 1 << 20);
        refused(&bomb, "like a zip bomb; not unpacked");
    }
}

#[test]
fn members_that_share_bytes_are_refused() {
    let one = zip(&[("a.csv", TIDY)]);
    // A second entry of the list that points to the same member, under another name.
    let place = |sign: &[u8; 4]| one.windows(4).rposition(|bytes| bytes == sign).unwrap();
    let (list, end) = (place(b"PK\x01\x02"), place(b"PK\x05\x06"));
    let mut entry = one[list..end].to_vec();
    let name = entry
        .windows(5)
        .position(|bytes| bytes == b"a.csv")
        .unwrap();
    entry[name] = b'b';
    let mut last = one[end..].to_vec();
    (last[8], last[10]) = (2, 2);
    let size = (2 * (end - list)) as u32;
    last[12..16].copy_from_slice(&size.to_le_bytes());
    let bomb = [&one[..end], &entry, &last].concat();
    refused(&bomb, "like a zip bomb; not unpacked");
}

#[test]
fn a_table_that_repeats_itself_is_no_bomb() {
    // 8 MB of one repeated row, which packs at least fifty times smaller. The row is long, since
    // many rows take time.
    let mut text = b"month,flow,value_usd_mn,note\n".to_vec();
    let row = format!("2017-09,import,5,{}\n", "as published ".repeat(31));
    text.extend(row.as_bytes().repeat(20_000));
    assert!(text.len() > 8_000_000);
    let packed = gzip(&text);
    assert!(packed.len() * 50 < text.len());
    assert_eq!(
        from_stdin(&packed, None, &north_korea())
            .unwrap()
            .rows
            .len(),
        20_000
    );
}
