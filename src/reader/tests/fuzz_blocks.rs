//! Damaged downloads large enough to be read by block give the same result as reading row by row.

use crate::reader::tests::blocks::{all_partners, both, months, places, sums};
use crate::reader::tests::fuzz::{Random, THREADS, asked_for, mutate, samples};
use crate::reader::tests::*;
use std::sync::atomic::{AtomicU64, Ordering};

/// A regular download large enough to be read by block: 40 KB, with a province and a customs
/// regime.
fn large(random: &mut Random) -> Vec<u8> {
    let (quoted, eol) = (random.below(3) > 0, *random.of(&["\n", "\r\n"]));
    let mut text = String::new();
    let mut line = |fields: [&str; 6]| {
        for field in fields {
            text.push_str(&if quoted {
                format!("\"{field}\",")
            } else {
                format!("{field},")
            });
        }
        text.push_str(eol);
    };
    line([
        "数据年月",
        "贸易伙伴编码",
        "商品编码",
        "注册地编码",
        "贸易方式编码",
        "美元",
    ]);
    for _ in 0..1000 {
        let month = format!("2017{:02}", 1 + random.below(12));
        let dollars = random.below(1000);
        let dollars = if quoted {
            format!("{},{:03}", 1 + random.below(99), dollars)
        } else {
            dollars.to_string()
        };
        line([
            &month,
            *random.of(&["109", "133", "109"]),
            *random.of(&["27011100", "03061490"]),
            *random.of(&["11", "21", ""]),
            *random.of(&["10", "19", "2110"]),
            &dollars,
        ]);
    }
    text.into_bytes()
}

/// Reads what is left after blanking the lines with errors, one after another.
fn without_bad_lines(mut bytes: Vec<u8>, options: &Options) -> Result<Observations, Problems> {
    loop {
        let read = from_stdin(&bytes, Some(Flow::Import), options);
        let Err(problems) = &read else { return read };
        let Some(line) = problems.located[0].line else {
            return read;
        };
        let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let blamed = &mut lines[line as usize - 1];
        if blamed.is_empty() {
            return read;
        }
        *blamed = b"";
        bytes = lines.join(&b'\n');
    }
}

#[test]
fn damaged_downloads_read_by_block_come_to_what_the_long_way_says() {
    let samples = samples();
    let count = asked_for(1000) / 10;
    let by_block = AtomicU64::new(0);
    let run = |thread: u64| {
        for number in 0..count / THREADS {
            let mut random = Random::new(thread, number);
            let mut bytes = large(&mut random);
            for _ in 0..random.below(3) {
                mutate(&mut bytes, &samples, &mut random);
            }
            let every = random.below(3) == 0;
            let options = match random.below(2) {
                _ if every => all_partners(),
                0 => north_korea(),
                _ => Options {
                    partner: PartnerChoice::These(vec![Partner::find("133").unwrap()]),
                    ..north_korea()
                },
            };
            let shown = || format!("input {number} of thread {thread}");
            let [quick, slow] = both(&bytes, &options);
            // By block, a row of another partner is only checked for being a single row. If it has
            // an error further on, the result must be that of the rest of the file.
            let only_others = quick.is_ok() && slow.is_err();
            let slow = if only_others {
                without_bad_lines(bytes, &options)
            } else {
                slow
            };
            match [quick, slow] {
                [Ok(quick), Ok(slow)] => {
                    assert_eq!(months(&quick), months(&slow), "{}", shown());
                    // With all partners, only those sums are kept.
                    if !every {
                        assert_eq!(sums(&quick), sums(&slow), "{}", shown());
                    }
                    if only_others {
                        continue;
                    }
                    assert_eq!(quick.partners_seen, slow.partners_seen, "{}", shown());
                    let message = |observations: &Observations| -> Vec<String> {
                        let remarks = remarks(observations).into_iter();
                        let message = remarks.filter_map(|remark| remark.split_once(": "));
                        message.map(|(_, message)| message.to_owned()).collect()
                    };
                    assert_eq!(message(&quick), message(&slow), "{}", shown());
                    let fewer = quick.rows.len() < slow.rows.len();
                    if fewer || (0..quick.rows.len()).any(|at| quick.rows.count(at) > 1) {
                        by_block.fetch_add(1, Ordering::Relaxed);
                    }
                }
                [Err(quick), Err(slow)] => assert_eq!(places(quick), places(slow), "{}", shown()),
                [quick, slow] => panic!("{}: {:?} {:?}", shown(), quick.err(), slow.err()),
            }
        }
    };
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || run(thread));
        }
    });
    // A third are undamaged, and some damage leaves all rows regular.
    assert!(by_block.into_inner() > count / 4);
}
