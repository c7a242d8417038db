//! Large downloads are read block by block, standard input row by row. Both must give the same
//! result for every file.

use crate::reader::tests::*;
use crate::trade::{Amount, TextId};
use std::collections::BTreeMap;

const HEADER: [&str; 6] = [
    "Date of data",
    "Trading partner code",
    "Commodity code",
    "Commodity",
    "Customs Regime code",
    "US dollar",
];

/// Changes to a regular file.
#[derive(Clone, Copy, Default)]
struct Form {
    unquoted: bool,
    crlf: bool,
    turned: bool,
    no_trailing_comma: bool,
    gb18030: bool,
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % sides
    }
}

/// At least 1.5 MB of rows, which is more than a block. `odd` is inserted unchanged after row
/// 1,200. Names are long so that there are few rows, since reading row by row takes time for each
/// row.
fn download(form: Form, odd: &str) -> Vec<u8> {
    let mut dice = Dice(7);
    let long = " 无烟煤 anthracite".repeat(10);
    let mut rows = vec![HEADER.map(str::to_owned)];
    // All rows are distinct, since equal ones count once.
    for at in 0..6_500 {
        rows.push([
            format!("2017{:02}", 1 + dice.roll(12)),
            ["109", "133", "502", "109"][dice.roll(4) as usize].to_owned(),
            ["03061490", "27011100", "62019310"][dice.roll(3) as usize].to_owned(),
            ["Shrimp", "朝鲜无烟煤", "Jackets"][dice.roll(3) as usize].to_owned() + &long,
            ["10", "19"][dice.roll(2) as usize].to_owned(),
            if form.unquoted {
                format!("{}", 4_512 + at)
            } else {
                format!("1,{:03},{:03}", at / 1000, at % 1000)
            },
        ]);
    }
    let end = if form.crlf { "\r\n" } else { "\n" };
    let mut text = String::new();
    for (at, mut row) in rows.into_iter().enumerate() {
        if form.turned {
            row.reverse();
        }
        let fields: Vec<String> = row
            .iter()
            .map(|field| {
                if form.unquoted {
                    field.clone()
                } else {
                    format!("\"{field}\"")
                }
            })
            .collect();
        text.push_str(&fields.join(","));
        if !form.no_trailing_comma {
            text.push(',');
        }
        text.push_str(end);
        if at == 1_200 {
            text.push_str(odd);
        }
    }
    if form.gb18030 {
        encoding_rs::GB18030.encode(&text).0.into_owned()
    } else {
        text.into_bytes()
    }
}

pub(crate) type BlockKey = (String, u16, String, String);

/// The sums by month, partner, code and split, with the number of rows of each.
pub(crate) fn sums(observations: &Observations) -> BTreeMap<BlockKey, (i128, u32, u64)> {
    let mut sums = BTreeMap::new();
    for (at, row) in observations.rows.iter().enumerate() {
        let text = |id: TextId| observations.text_of(id).to_string();
        let key = (
            row.period.to_string(),
            row.partner,
            text(row.code),
            text(row.split),
        );
        let sum = sums.entry(key).or_insert((0, 0, u64::MAX));
        sum.0 += row.value.map_or(0, |value| value.0.0);
        sum.1 += observations.rows.count(at);
        sum.2 = row.line.min(sum.2);
    }
    sums
}

pub(crate) fn both(bytes: &[u8], options: &Options) -> [Result<Observations, Problems>; 2] {
    let folder = Folder::new();
    folder.file("large.csv", bytes);
    let source = path(&folder.0.join("large.csv"), Some(Flow::Import));
    let mut nothing: &[u8] = b"";
    let row_by_row = Options {
        row_by_row: true,
        ..options.clone()
    };
    [
        read(&[source], options, &mut nothing),
        from_stdin(bytes, Some(Flow::Import), &row_by_row),
    ]
}

/// The sums by month and split.
pub(crate) fn months(observations: &Observations) -> BTreeMap<(String, String), i128> {
    let mut months = BTreeMap::new();
    for row in observations.rows.iter() {
        let split = observations.text_of(row.split).to_string();
        let sum = months.entry((row.period.to_string(), split)).or_default();
        *sum += row.value.map_or(0, |value| value.0.0);
    }
    months
}

/// The problems with their places in the file.
pub(crate) fn places(problems: Problems) -> Vec<(Option<u64>, Option<u64>, String)> {
    let located = problems.located.into_iter();
    located
        .map(|one| (one.line, one.column, one.what))
        .collect()
}

fn agree(bytes: &[u8], by_block: bool) {
    let [quick, slow] = both(bytes, &north_korea()).map(Result::unwrap);
    assert_eq!(sums(&quick), sums(&slow));
    assert_eq!(quick.partners_seen, slow.partners_seen);
    // Read by block, rows with the same key become one observation with their number.
    assert_eq!(
        (0..quick.rows.len()).any(|at| quick.rows.count(at) > 1),
        by_block
    );
    let [quick, slow] = both(bytes, &all_partners()).map(Result::unwrap);
    assert_eq!(months(&quick), months(&slow));
    assert_eq!(quick.partners_seen, slow.partners_seen);
    assert!(!by_block || quick.rows.len() <= slow.rows.len());
}

pub(crate) fn all_partners() -> Options {
    Options {
        partner: PartnerChoice::All,
        ..north_korea()
    }
}

#[test]
fn every_form_of_regular_rows_adds_up_as_read_the_long_way() {
    let plain = Form::default();
    for form in [
        plain,
        Form {
            unquoted: true,
            ..plain
        },
        Form {
            crlf: true,
            ..plain
        },
        Form {
            turned: true,
            ..plain
        },
        Form {
            no_trailing_comma: true,
            ..plain
        },
        Form {
            gb18030: true,
            ..plain
        },
        Form {
            unquoted: true,
            crlf: true,
            gb18030: true,
            turned: true,
            ..plain
        },
    ] {
        agree(&download(form, ""), true);
    }
}

#[test]
fn doubled_quotes_and_commas_in_names_are_regular() {
    let row = "\"201703\",\"109\",\"62019310\",\"Down \"\"jackets\"\", of cotton\",\"10\",\"7\",\n";
    agree(&download(Form::default(), row), true);
}

#[test]
fn rows_equal_in_every_cell_send_the_file_the_long_way() {
    let row = "\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"7\",\n";
    agree(&download(Form::default(), &row.repeat(2)), false);
    // The same row, written without quotes.
    let other = "201703,109,62019310,Jackets,10,7,\n";
    agree(&download(Form::default(), &format!("{row}{other}")), false);
    // The same row, with its number grouped differently.
    let [grouped, plain] =
        ["1,007", "1007"].map(|value| row.replace("\"7\"", &format!("\"{value}\"")));
    agree(
        &download(Form::default(), &format!("{grouped}{plain}")),
        false,
    );
    // The same row in capitals.
    let small = row.replace("Jackets", "JACKETS");
    agree(&download(Form::default(), &format!("{row}{small}")), false);
    // Another month, one dollar more, or another name make it another row.
    for other in [
        row.replace("201703", "201704"),
        row.replace("Jackets", "Coats"),
        row.replace("\"7\"", "\"8\""),
    ] {
        agree(&download(Form::default(), &format!("{row}{other}")), true);
    }
}

#[test]
fn line_ends_in_names_send_the_file_the_long_way() {
    let row = |partner: &str| {
        format!("\"201703\",\"{partner}\",\"62019310\",\"Down\n\"\"jackets\"\"\",\"10\",\"7\",\n")
    };
    agree(&download(Form::default(), &row("109")), false);
    agree(&download(Form::default(), &row("133")), false);
}

#[test]
fn a_trade_mode_that_needs_decoding_sends_the_file_the_long_way() {
    let row = "\"201703\",\"109\",\"62019310\",\"Jackets\",\"1\"\"0\",\"7\",\n";
    agree(&download(Form::default(), row), false);
    agree(
        &download(Form::default(), &row.replace("1\"\"0", "一般")),
        false,
    );
}

#[test]
fn a_value_that_is_not_given_is_said_and_never_zero() {
    let row = "\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"-\",\n";
    let [quick, slow] = both(&download(Form::default(), row), &north_korea()).map(Result::unwrap);
    assert_eq!(sums(&quick), sums(&slow));
    // It stays a row of its own, so that a sum over it is missing.
    for observations in [&quick, &slow] {
        let without = observations.rows.iter().filter(|row| row.value.is_none());
        assert_eq!(without.count(), 1);
    }
    assert!(
        remarks(&quick)[0].contains("1 value is missing"),
        "{:?}",
        remarks(&quick)
    );
}

#[test]
fn what_is_wrong_is_found_where_it_is() {
    for row in [
        "\"201713\",\"109\",\"62019310\",\"Jackets\",\"10\",\"7\",\n",
        "\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"seven\",\n",
        "\"201703\",\"109\",\"6201931\",\"Jackets\",\"10\",\"7\",\n",
        "\"201703\",\"109\",\"62019310\",\"7\",\n",
        "\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"7\n",
        "\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"7\",\"8\"\n",
        // Rows of a partner not asked for: one is cut short, and one has lost its line end before a
        // row that is asked for.
        "\"201703\",\"133\",\"62019310\",\"7\",\n",
        "\"201703\",\"133\",\"62019310\",\"Jackets\",\"10\",\"7\",\"201703\",\"109\",\"62019310\",\"Jackets\",\"10\",\"7\",\n",
        "201703,133,62019310,Jackets,10,7,201703,109,62019310,Jackets,10,7,\n",
    ] {
        let plain = Form::default();
        let unquoted = Form {
            unquoted: true,
            ..plain
        };
        for (form, options) in [
            (plain, north_korea()),
            (plain, all_partners()),
            (unquoted, north_korea()),
        ] {
            let [quick, slow] = both(&download(form, row), &options).map(Result::unwrap_err);
            assert_eq!(places(quick), places(slow), "{row}");
        }
    }
}

#[test]
fn all_partners_of_the_only_file_add_up_to_the_same_months() {
    let [quick, slow] = both(&download(Form::default(), ""), &all_partners()).map(Result::unwrap);
    assert_eq!(months(&quick), months(&slow));
    assert!(
        quick.rows.len() <= 24,
        "one record a month and trade mode: {}",
        quick.rows.len()
    );
}

#[test]
fn provinces_and_trade_modes_are_told_apart_by_code() {
    // Codes that are the same when joined.
    let short = [
        ["11", "10"],
        ["1", "110"],
        ["111", "0"],
        ["11", "1"],
        ["", "19"],
    ];
    // Names are looked up on the customs lists, which tests/cli covers.
    for (kind, pairs) in [(" code", short)] {
        let mut text = format!(
            "\"Date of data\",\"Trading partner code\",\"Locations of importers and exporters{kind}\",\"Customs Regime{kind}\",\"US dollar\",\n"
        );
        let mut dice = Dice(3);
        let mut expected: BTreeMap<String, (i128, u32)> = BTreeMap::new();
        for dollars in 0..20_000 {
            let [province, regime] = pairs[dice.roll(5) as usize];
            let province_text = if province.is_empty() { "?" } else { province };
            let sum = expected
                .entry(format!("{province_text}|{regime}"))
                .or_default();
            sum.0 += i128::from(dollars) * Amount::PER_UNIT;
            sum.1 += 1;
            text.push_str(&format!(
                "\"201709\",\"109\",\"{province}\",\"{regime}\",\"{dollars}\",\n"
            ));
        }
        agree(text.as_bytes(), true);
        let [quick, _] = both(text.as_bytes(), &north_korea()).map(Result::unwrap);
        let found = sums(&quick).into_iter();
        let found: BTreeMap<String, (i128, u32)> =
            found.map(|(key, sum)| (key.3, (sum.0, sum.1))).collect();
        assert_eq!(found, expected);
    }
}
