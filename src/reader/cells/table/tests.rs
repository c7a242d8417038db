use super::*;
use crate::reader::bytes::decode::decode;

fn first_problem(bytes: &[u8]) -> (Option<u64>, Option<u64>, InputError) {
    let text = decode(bytes, None).unwrap();
    let mut table = Table::open(&text).unwrap().unwrap();
    table.repair(Repairable {
        column: 1,
        is_name: |name| name == "Korea,DPR",
    });
    loop {
        match table.next() {
            Ok(true) => {}
            Ok(false) => panic!("no problem met"),
            Err((place, wrong, _)) => return (place.line, place.column, wrong),
        }
    }
}

#[test]
fn a_short_and_a_long_row_are_blamed_on_their_line() {
    let short = InputError::ShortRow {
        fields: 1,
        columns: 2,
    };
    assert_eq!(first_problem(b"a,b,\n1,2,\n3\n"), (Some(3), None, short));
    let long = InputError::LongRow {
        fields: 3,
        columns: 2,
    };
    assert_eq!(first_problem(b"a,b\n\n1,2,3\n"), (Some(3), Some(5), long));
}

#[test]
fn columns_are_counted_in_characters_not_bytes() {
    let (bytes, _, _) = encoding_rs::GB18030.encode("a,b\n朝鲜,\"x\" y\n");
    let (line, column, wrong) = first_problem(&bytes);
    assert_eq!(
        (line, column, wrong),
        (Some(2), Some(8), InputError::TextAfterQuote)
    );
}

#[test]
fn a_partner_split_by_its_own_comma_is_mended() {
    let text = decode(
        b"code,name,value,\n109,Korea,DPR,5,\n109,\"Korea,DPR\",6,\n",
        None,
    )
    .unwrap();
    let mut table = Table::open(&text).unwrap().unwrap();
    table.repair(Repairable {
        column: 1,
        is_name: |name| name == "Korea,DPR",
    });
    assert_eq!(table.next(), Ok(true));
    assert_eq!(
        (table.cell(1), table.cell(2)),
        ("Korea,DPR".into(), "5".into())
    );
    assert_eq!(table.next(), Ok(true));
    assert_eq!(table.repaired, Some((1, 2)));
}

#[test]
fn blank_rows_and_blanks_of_every_kind_are_no_data() {
    let text = decode("\n,,\na,b\n,\n\u{3000}x\u{a0},\ty \n".as_bytes(), None).unwrap();
    let mut table = Table::open(&text).unwrap().unwrap();
    assert_eq!(table.header, ["a", "b"]);
    assert_eq!(table.next(), Ok(true));
    assert_eq!(
        (table.line(), table.cell(0), table.cell(1)),
        (5, "x".into(), "y".into())
    );
    assert_eq!(table.next(), Ok(false));
}
