//! Pieces of one download, every partner asked for: they are added up without being kept by key
//! where no key can stand in two of them, and by key where one may. Either way they answer as the
//! whole does.
//!
//! The download: 24 months, 40 goods, 12 partners, in the order that the platform prints: 11,520 rows,
//! a value each of 1,000 and the number of its row.

use crate::program::{Folder, told};

const HEADER: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\
                      \"Quantity\",\"Unit\",\"US dollar\",\n";
const PARTNERS: [&str; 12] = [
    "101", "109", "110", "116", "121", "132", "133", "141", "143", "304", "502", "601",
];
const QUESTIONS: [&str; 6] = [
    "series --partner all --columns month,value,yoy_pct",
    "yoy --partner all --by chapter --month 2017-09",
    "yoy --partner all --by partner --month 2017-09",
    "yoy --partner all --hs 10-20 --month 2017-09",
    "movers --partner all --month 2017-09 --top 2",
    "series --partner all --measure quantity --columns month,value",
];

fn rows() -> Vec<String> {
    let mut rows = Vec::new();
    for month in 0..24 {
        for good in 0..40 {
            for partner in PARTNERS {
                rows.push(format!(
                    "\"{}{:02}\",\"{partner}\",\"Somewhere\",\"{:08}\",\"Goods\",\"{}\",\"Kilogram\",\"{}\",\n",
                    2016 + month / 12,
                    month % 12 + 1,
                    1_010_000 + good * 1_070_000,
                    7 * rows.len() + 1,
                    1000 + rows.len(),
                ));
            }
        }
    }
    rows
}

fn folder(pieces: &[Vec<String>]) -> Folder {
    let pieces = pieces.iter().enumerate();
    pieces.fold(Folder::new(), |folder, (at, rows)| {
        let text = HEADER.to_owned() + &rows.concat();
        // The others are read row by row.
        assert!(text.len() > 1 << 15);
        folder.with(&format!("in/{at:02}.csv"), text)
    })
}

/// What comes out, without the names of the files.
fn answer(folder: &Folder, question: &str) -> String {
    let question = format!("{question} --flow imports --format csv --imports in");
    told(&folder.run(&question).output())
}

fn agree(pieces: &[Vec<String>]) {
    let (whole, pieces) = (folder(&[rows()]), folder(pieces));
    for question in QUESTIONS {
        let found = answer(&pieces, question);
        let expected = answer(&whole, question);
        assert!(expected.ends_with("[exit 0]\n"), "{expected}");
        assert_eq!(found, expected, "{question}");
    }
}

/// Cuts at the rows that these numbers name.
fn cut(at: &[usize]) -> Vec<Vec<String>> {
    let rows = rows();
    let ends = [&[0], at, &[rows.len()]].concat();
    let pieces = ends.windows(2);
    pieces.map(|ends| rows[ends[0]..ends[1]].to_vec()).collect()
}

#[test]
fn pieces_in_the_order_of_the_download() {
    // In the middle of a month, of a good, and between two months.
    agree(&cut(&[1_003, 4_001, 5_280, 8_888]));
}

#[test]
fn the_last_piece_first() {
    let mut pieces = cut(&[1_003, 4_001, 5_280, 8_888]);
    pieces.reverse();
    agree(&pieces);
}

#[test]
fn a_file_for_every_partner() {
    let rows = rows();
    let of = |partner: &str| -> Vec<String> {
        let own = rows.iter().filter(|row| row[10..].starts_with(partner));
        own.cloned().collect()
    };
    agree(&PARTNERS.map(of));
}

#[test]
fn rows_in_no_order_at_all() {
    let rows = rows();
    let every_fourth = |first: usize| rows.iter().skip(first).step_by(4).cloned().collect();
    agree(&[0, 1, 2, 3].map(every_fourth));
}

#[test]
fn a_piece_that_is_there_twice_counts_once() {
    let mut pieces = cut(&[1_003, 4_001, 5_280, 8_888]);
    pieces.push(pieces[1].clone());
    // 4,001 less 1,003.
    let (whole, twice) = (folder(&[rows()]), folder(&pieces));
    let question = QUESTIONS[0];
    assert_eq!(answer(&twice, question), answer(&whole, question));
    let every = format!("{question} --notes full");
    let said = answer(&twice, &every);
    let line = "tradecheck: note: 2998 rows were found in several files with the same value and \
                counted once\n";
    assert!(said.contains(line), "{said}");
    // Nothing else is said than of the whole.
    assert_eq!(said.replace(line, ""), answer(&whole, &every));
}

#[test]
fn a_piece_that_overlaps_the_next_one() {
    let rows = rows();
    let pieces = [&rows[..6_000], &rows[5_990..]].map(<[String]>::to_vec);
    let (whole, overlapping) = (folder(std::slice::from_ref(&rows)), folder(&pieces));
    for question in QUESTIONS {
        let data = |folder: &Folder| {
            let told = answer(folder, question);
            told.split('[').next().unwrap().to_owned()
        };
        assert_eq!(data(&overlapping), data(&whole), "{question}");
    }
    // All ten are of 2017-01, which has 480 rows.
    let said = answer(&overlapping, &format!("{} --notes full", QUESTIONS[0]));
    assert!(
        said.contains("10 rows were found in several files with the same value and counted once")
            && said.contains("each has rows that the others lack (470 in all)"),
        "{said}"
    );
}

#[test]
fn another_value_in_a_later_file_is_a_revision() {
    // Row 5,000 is of 2016-11: 5,000 / 480 months in. In the later file it is 1,000,000 more.
    let mut pieces = cut(&[6_000]);
    let mut again = rows()[4_990..5_500].to_vec();
    again[10] = again[10].replace("\"6000\",", "\"1006000\",");
    assert_ne!(again[10], rows()[5_000]);
    pieces.push(again);
    let (whole, revised) = (folder(&[rows()]), folder(&pieces));
    let value = |folder: &Folder| -> i64 {
        let text = answer(
            folder,
            "series --partner all --month 2016-11 --columns month,value",
        );
        let row = text.lines().find(|line| line.starts_with("2016-11,"));
        row.unwrap()["2016-11,".len()..].parse().unwrap()
    };
    assert_eq!(value(&revised) - value(&whole), 1_000_000);
    let said = answer(&revised, QUESTIONS[0]);
    assert!(
        said.contains("1 row was found in several files with different values"),
        "{said}"
    );
}

/// The value of January 2016, of all partners.
fn of_january(folder: &Folder) -> i64 {
    let text = answer(
        folder,
        "series --partner all --month 2016-01 --columns month,value",
    );
    let row = text.lines().find(|line| line.starts_with("2016-01,"));
    row.expect("a row of the month")["2016-01,".len()..]
        .parse()
        .expect("a number")
}

#[test]
fn a_row_twice_in_one_piece_counts_once_and_is_said() {
    let mut pieces = cut(&[6_000]);
    let twice = pieces[0][20].clone();
    pieces[0].insert(21, twice);
    let (whole, doubled) = (folder(&[rows()]), folder(&pieces));
    assert_eq!(of_january(&doubled), of_january(&whole));
    let said = answer(&doubled, QUESTIONS[0]);
    // The head, 21 rows before it, the row itself.
    assert!(said.contains("line 23"), "{said}");
    // One file alone, and one in no order, in which no key is seen to come after the others.
    for order in [false, true] {
        let mut rows = rows();
        let twice = rows[20].clone();
        rows.insert(9_000, twice);
        if order {
            rows.reverse();
            rows.swap(3, 7_000);
        }
        let alone = folder(&[rows]);
        assert_eq!(of_january(&alone), of_january(&whole), "{order}");
    }
}

#[test]
fn a_key_twice_in_one_piece_with_another_value_is_added_and_said() {
    // The row 20 is of 1,020 dollars.
    let mut pieces = cut(&[6_000]);
    let other = pieces[0][20].replace("\"1020\"", "\"7\"");
    assert_ne!(other, pieces[0][20]);
    pieces[0].insert(21, other);
    let (whole, more) = (folder(&[rows()]), folder(&pieces));
    assert_eq!(of_january(&more) - of_january(&whole), 7);
    let said = answer(&more, QUESTIONS[0]);
    assert!(said.contains("1 row was added to another row"), "{said}");
}

#[test]
fn one_piece_that_is_not_regular() {
    let mut pieces = cut(&[1_003, 4_001, 5_280, 8_888]);
    // A line end in a name sends that piece the long way.
    pieces[2][7] = pieces[2][7].replace("\"Goods\"", "\"Go\nods\"");
    agree(&pieces);
}

#[test]
fn small_pieces_among_large_ones() {
    let mut pieces = cut(&[1_003, 4_001, 5_280, 8_888]);
    // Files of 100 rows are read row by row.
    let small: Vec<String> = pieces[1].drain(..300).collect();
    let large = pieces.iter().enumerate();
    let large = large.fold(Folder::new(), |folder, (at, rows)| {
        folder.with(
            &format!("in/{at:02}.csv"),
            HEADER.to_owned() + &rows.concat(),
        )
    });
    let folder_with_small = small.chunks(100).enumerate();
    let both = folder_with_small.fold(large, |folder, (at, rows)| {
        let text = HEADER.to_owned() + &rows.concat();
        assert!(text.len() < 1 << 15);
        folder.with(&format!("in/00-{at}.csv"), text)
    });
    let whole = folder(&[rows()]);
    for question in QUESTIONS {
        assert_eq!(
            answer(&both, question),
            answer(&whole, question),
            "{question}"
        );
    }
}

#[test]
fn files_of_one_chapter_each_tell_nothing_of_other_chapters() {
    // 60 goods of a chapter and 12 partners in a month, 1,000 dollars each: 720,000 dollars.
    let of = |month: u32, chapter: u32| -> Vec<String> {
        let mut rows = Vec::new();
        for good in 0..60 {
            for partner in PARTNERS {
                rows.push(format!(
                    "\"2016{month:02}\",\"{partner}\",\"Somewhere\",\"{chapter}{good:06}\",\"Goods\",\"7\",\"Kilogram\",\"1,000\",\n",
                ));
            }
        }
        rows
    };
    let folder = folder(&[of(1, 27), of(1, 62), of(2, 62)]);
    // The second month has no file of chapter 27: nothing says that none of it was traded.
    assert_eq!(
        answer(&folder, "series --partner all --columns month,value"),
        "month,value
2016-01,1440000
2016-02,
[stderr]
tradecheck: note: every row is of HS chapters 27, 62, and nothing shows that these are all goods (`--all-goods` if they are)
tradecheck: note: imports of 2016-02 are incomplete: their files have no row of HS 27, which other months have (`--all-goods` where there was no such trade)
[exit 0]\n"
    );
    let of_both = answer(
        &folder,
        "series --partner all --hs 27,62 --columns month,value",
    );
    assert!(
        of_both.starts_with("month,value\n2016-01,1440000\n2016-02,\n[stderr]"),
        "{of_both}"
    );
}
