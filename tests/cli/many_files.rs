//! A folder of downloads, split, overlapping, shuffled and re-encoded, answers as one file does.
//! Files of 32 KiB and more are read ahead, several side by side; the others one after the other.

use crate::dice::Dice;
use crate::platform::{gb18030, utf8_bom, utf16_little_endian};
use crate::program::{Folder, told};
use std::collections::BTreeMap;

/// The least size that is read ahead.
const LARGE: usize = 1 << 15;
const MONTHS: u64 = 24;
const PARTNERS: [(&str, &str, &str); 3] = [
    ("109", "Korea,DPR", "朝鲜"),
    ("133", "Republic of Korea", "韩国"),
    ("502", "United States", "美国"),
];
const REGIMES: [(&str, &str, &str); 3] = [
    ("10", "Ordinary Trade", "一般贸易"),
    ("15", "Processing", "进料加工贸易"),
    ("19", "Border Trade", "边境小额贸易"),
];

/// One row: month from 0 (2016-01), partner, code, regime, dollars. No key stands twice.
#[derive(Clone, Copy)]
struct Row {
    month: u64,
    partner: usize,
    code: u64,
    regime: usize,
    dollars: u64,
}

impl Row {
    fn month(self) -> String {
        format!("{}{:02}", 2016 + self.month / 12, self.month % 12 + 1)
    }
}

/// 24 months, 90 goods, three partners, three trade modes: 19,440 rows, 2 MB.
fn rows() -> Vec<Row> {
    let mut dice = Dice(11);
    let mut rows = Vec::new();
    for month in 0..MONTHS {
        for code in 0..90 {
            for partner in 0..PARTNERS.len() {
                for regime in 0..REGIMES.len() {
                    rows.push(Row {
                        month,
                        partner,
                        code: 1_012_100 + code * 1_070_003,
                        regime,
                        dollars: 1 + dice.roll(10) * dice.roll(2_000_000),
                    });
                }
            }
        }
    }
    rows
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How a file is written.
#[derive(Clone, Copy)]
struct Form {
    chinese: bool,
    turned: bool,
    eol: &'static str,
}

const PLAIN: Form = Form {
    chinese: false,
    turned: false,
    eol: "\r\n",
};

fn written(rows: &[Row], form: Form) -> String {
    let word = |en, zh| if form.chinese { zh } else { en };
    let header = [
        word("Date of data", "数据年月"),
        word("Trading partner code", "贸易伙伴编码"),
        word("Trading partner", "贸易伙伴名称"),
        word("Commodity code", "商品编码"),
        word("Customs Regime code", "贸易方式编码"),
        word("Customs Regime", "贸易方式名称"),
        word("US dollar", "美元"),
    ];
    let mut text = String::new();
    let mut line = |mut fields: [String; 7]| {
        if form.turned {
            fields.reverse();
        }
        for field in fields {
            text.push_str(&format!("\"{field}\","));
        }
        text.push_str(form.eol);
    };
    line(header.map(str::to_owned));
    for row in rows {
        let (partner, regime) = (PARTNERS[row.partner], REGIMES[row.regime]);
        line([
            row.month(),
            partner.0.to_owned(),
            word(partner.1, partner.2).to_owned(),
            format!("{:08}", row.code),
            regime.0.to_owned(),
            word(regime.1, regime.2).to_owned(),
            grouped(row.dollars),
        ]);
    }
    text
}

/// The month sums, worked out here.
fn sums(rows: &[Row], wanted: impl Fn(usize) -> bool) -> String {
    let mut months: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows.iter().filter(|row| wanted(row.partner)) {
        let month = row.month();
        let month = format!("{}-{}", &month[..4], &month[4..]);
        *months.entry(month).or_default() += row.dollars;
    }
    let lines = months.iter().map(|(month, sum)| format!("{month},{sum}\n"));
    lines.collect()
}

/// Every file of the folder, and how many of them are large.
fn with_parts(folder: Folder, parts: &[Vec<u8>]) -> (Folder, usize) {
    let large = parts.iter().filter(|part| part.len() >= LARGE).count();
    let folder = parts.iter().enumerate().fold(folder, |folder, (at, part)| {
        folder.with(&format!("in/{:02}.csv", at * 29 % 31), part)
    });
    (folder, large)
}

const SERIES: &str = "series --flow imports --no-header --columns month,value";

#[test]
fn many_files_answer_as_the_one_that_they_were_cut_from() {
    let rows = rows();
    let mut dice = Dice(5);
    let mut shuffled = rows.clone();
    dice.shuffle(&mut shuffled);
    let size = rows.len() / 24;
    let mut parts = Vec::new();
    for (at, own) in shuffled.chunks(size).enumerate() {
        // Every third file begins with rows that stand in the next one, too.
        let from = ((at + 1) * size).min(shuffled.len());
        let to = (from + 300 * usize::from(at % 3 == 0)).min(shuffled.len());
        let mut part = [&shuffled[from..to], own].concat();
        if at % 2 == 0 {
            dice.shuffle(&mut part);
        } else {
            part.sort_by_key(|row| (row.month, row.code));
        }
        let text = written(
            &part,
            Form {
                chinese: at % 4 > 1,
                turned: at % 5 > 2,
                eol: ["\r\n", "\n"][at % 2],
            },
        );
        parts.push(match at % 4 {
            0 | 3 => gb18030(&text),
            1 => utf8_bom(&text),
            _ if at == 6 => utf16_little_endian(&text),
            _ => text.into_bytes(),
        });
    }
    let whole = Folder::new().with("whole.csv", gb18030(&written(&rows, PLAIN)));
    let (folder, large) = with_parts(whole, &parts);
    assert_eq!((parts.len(), large), (24, 24));
    for (partner, wanted) in [("109", Some(0)), ("502", Some(2)), ("all", None)] {
        let expected = sums(&rows, |partner| {
            wanted.is_none_or(|wanted| wanted == partner)
        });
        for files in ["whole.csv", "in", "in whole.csv"] {
            let run = format!("{SERIES} --partner {partner} --imports {files}");
            assert_eq!(folder.run(&run).answer_with_notes(), expected, "{run}");
        }
    }
}

#[test]
fn large_regular_files_small_ones_and_an_irregular_one_lie_side_by_side() {
    let rows = rows();
    let (first, rest) = rows.split_at(6_000);
    let (second, rest) = rest.split_at(6_000);
    let (third, rest) = rest.split_at(7_000);
    let (small, smallest) = rest.split_at(100);
    // A name with a line end in it: only the long way reads that.
    let torn = written(third, PLAIN).replace("\"Republic of Korea\"", "\"Republic\r\nof Korea\"");
    let parts = [
        written(first, PLAIN).into_bytes(),
        written(small, PLAIN).into_bytes(),
        torn.into_bytes(),
        gb18030(&written(
            second,
            Form {
                chinese: true,
                ..PLAIN
            },
        )),
        written(
            smallest,
            Form {
                turned: true,
                ..PLAIN
            },
        )
        .into_bytes(),
    ];
    let (folder, large) = with_parts(Folder::new(), &parts);
    assert_eq!(large, 3);
    for (partner, wanted) in [("109", Some(0)), ("133", Some(1)), ("all", None)] {
        let expected = sums(&rows, |partner| {
            wanted.is_none_or(|wanted| wanted == partner)
        });
        let run = format!("{SERIES} --partner {partner} --imports in");
        assert_eq!(folder.run(&run).answer_with_notes(), expected, "{run}");
    }
}

#[test]
fn a_revision_between_two_large_files_is_said_as_between_small_ones() {
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.partner == 0).collect();
    let mut later = rows.clone();
    later[3].dollars += 1_000;
    let name = |at: usize| ["a.csv", "b.csv"][at];
    let run = |count: usize| {
        let parts = [&rows[..count], &later[..count]].map(|rows| written(rows, PLAIN));
        assert_eq!(parts[0].len() >= LARGE, count > 1_000);
        let folder = parts.iter().enumerate();
        let folder = folder.fold(Folder::new(), |folder, (at, part)| {
            folder.with(name(at), part)
        });
        told(
            &folder
                .run(&format!("{SERIES} --imports a.csv b.csv --month 2016-01"))
                .output(),
        )
    };
    let said = |_once: usize| {
        format!(
            "2016-01,{}\n[stderr]
tradecheck: note: 1 row was found in several files with different values: the later release was used, or, where none is dated, the file named later
tradecheck: note: b.csv was taken over a.csv, which differs: no release date tells which is later, and nothing but their order said so
[exit 0]\n",
            later[..270].iter().map(|row| row.dollars).sum::<u64>()
        )
    };
    // January is 90 goods by three trade modes, 270 rows.
    assert_eq!(run(300), said(299));
    assert_eq!(run(6_000), said(5_999));
}

#[test]
fn a_bad_cell_in_the_third_of_several_large_files_is_found_where_it_is() {
    let rows = rows();
    let mut parts: Vec<String> = rows
        .chunks(2_000)
        .map(|rows| written(rows, PLAIN))
        .collect();
    let mut lines: Vec<String> = parts[2].lines().map(str::to_owned).collect();
    // Line 1,502 with the header; 9 + 6 + 12 + 11 + 5 + 15 characters stand before the value.
    let bad = "\"201609\",\"109\",\"Korea,DPR\",\"27011100\",\"19\",\"Border Trade\",";
    lines[1_501] = format!("{bad}\"12x4\",");
    parts[2] = lines.join("\r\n") + "\r\n";
    let folder = parts.iter().enumerate();
    let folder = folder.fold(Folder::new(), |folder, (at, part)| {
        assert!(part.len() >= LARGE);
        folder.with(&format!("in/{at}.csv"), part)
    });
    let column = bad.len() + 1;
    assert_eq!(column, 59);
    folder.run(&format!("{SERIES} --imports in")).gives(
        "
[stderr]
tradecheck: in/2.csv:1502:59: not a number: `12x4`
  expected: digits such as `45,123,456` or `145.8`
  help: if the value is unknown, leave the cell empty or write `..`
[exit 2]",
    );
}
