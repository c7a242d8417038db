//! Whatever the partner cells of a large download contain, reading block by block and row by row
//! give the same figures, or both refuse.

use crate::reader::tests::blocks::{all_partners, both, months, places};
use crate::reader::tests::*;

const HEADER: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"US dollar\",\n";

const CODES: [&str; 9] = ["109", "142", "133", "997", "000", "0", "109.0", "", "WLD"];

const NAMES: [&str; 16] = [
    "Korea,DPR",
    "朝鲜",
    "korea, dpr",
    "Korea,Rep.",
    "韩国",
    "North Koera",
    "总值",
    "World",
    "Total",
    "Asia",
    "亚洲小计",
    "ASEAN",
    "其他国家",
    "Atlantis",
    "000",
    "",
];

/// A regular download of some partners, large enough to be read by block, with `odd` rows inserted.
fn download(odd: &str) -> Vec<u8> {
    let long = "anthracite ".repeat(20);
    let mut text = HEADER.to_owned();
    for at in 0..5_500u64 {
        let (code, name) = [
            ("109", "Korea,DPR"),
            ("133", "Korea,Rep."),
            ("116", "Japan"),
        ][at as usize % 3];
        let month = 1 + at % 12;
        text.push_str(&format!(
            "\"2017{month:02}\",\"{code}\",\"{name}\",\"27011100\",\"{long}\",\"{}\",\n",
            1_000 + at
        ));
        if at == 2_000 {
            text.push_str(odd);
        }
    }
    text.into_bytes()
}

fn row(code: &str, name: &str, value: u64) -> String {
    format!("\"201703\",\"{code}\",\"{name}\",\"27011100\",\"coal\",\"{value}\",\n")
}

/// Reads the file both ways for each choice of partners.
fn agree(odd: &str) {
    let bytes = download(odd);
    let of_south = Options {
        partner: PartnerChoice::These(vec![Partner::by_code("133").unwrap()]),
        ..north_korea()
    };
    let everything = Options {
        all_partners: true,
        ..all_partners()
    };
    for options in [north_korea(), of_south, all_partners(), everything] {
        match both(&bytes, &options) {
            [Ok(quick), Ok(slow)] => {
                assert_eq!(months(&quick), months(&slow), "{odd}");
                let world = |observations: &Observations| {
                    let mut rows = observations.rows.keys();
                    rows.any(|row| row.partner == Partner::WORLD)
                };
                assert_eq!(world(&quick), world(&slow), "{odd}");
            }
            [Err(quick), Err(slow)] => assert_eq!(places(quick), places(slow), "{odd}"),
            [quick, slow] => panic!("{odd}: {:?} but {:?}", quick.is_ok(), slow.is_ok()),
        }
    }
}

#[test]
fn odd_partners_are_the_same_block_by_block_and_the_long_way() {
    let mut seed = 11u64;
    let mut roll = |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % sides
    };
    for value in 0..8 {
        let mut cells = || (CODES[roll(CODES.len())], NAMES[roll(NAMES.len())]);
        let [(code, name), (other_code, other_name)] = [cells(), cells()];
        let odd = row(code, name, 7 + value) + &row(other_code, other_name, 70 + value);
        agree(&odd);
    }
    // A total, and another partner, under the code of a partner.
    agree(&row("142", "总值", 5));
    agree(&row("109", "World", 5));
    agree(&row("109", "韩国", 5));
}
