//! Sanctions: what the measures that are built in say of the published figures, and of downloads
//! made up so that every answer can be worked by hand.

use crate::program::{Folder, Run, told, tradecheck};

/// The cells of a csv answer by the names of their columns.
pub fn table(csv: &str) -> Vec<Vec<(String, String)>> {
    let mut lines = csv.lines().map(cells);
    let header = lines.next().expect("a header");
    lines
        .map(|row| header.iter().cloned().zip(row).collect())
        .collect()
}

/// The cells of one line; quotes taken off.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}

/// Some columns of every row, joined by blanks.
pub fn columns(csv: &str, names: &[&str]) -> Vec<String> {
    let rows = table(csv).into_iter();
    rows.map(|row| {
        let of = |name: &&str| {
            let found = row.iter().find(|(own, _)| own == name);
            found
                .unwrap_or_else(|| panic!("no column {name}"))
                .1
                .clone()
        };
        names.iter().map(of).collect::<Vec<_>>().join(" ")
    })
    .collect()
}

pub fn answer(arguments: &str) -> String {
    tradecheck(arguments).answer_with_notes()
}

/// A share in percent to the tenth, from the digits of a machine column.
fn tenth(text: &str) -> String {
    let value: f64 = text.parse().expect("a percentage");
    format!("{:.1}", value)
}

/// Low and high of every step of a coverage, to the tenth.
fn shares(arguments: &str) -> Vec<String> {
    let csv = answer(arguments);
    let rows = table(&csv);
    let cell = |row: &Vec<(String, String)>, name: &str| {
        let found = row.iter().find(|(own, _)| own == name);
        found.expect("a column").1.clone()
    };
    rows.iter()
        .map(|row| {
            let instrument = cell(row, "instrument");
            let number = instrument.split(' ').nth(1).unwrap_or_default();
            format!(
                "{number} {} {}",
                tenth(&cell(row, "low_pct")),
                tenth(&cell(row, "high_pct"))
            )
        })
        .collect()
}

#[test]
fn the_share_of_2016_that_was_worked_by_hand() {
    // By hand, printed figures alone: after 2270 1,261 of 2,634.4 = 47.9 %, after 2321 1,333 = 50.6,
    // after 2371 1,562 = 59.3, after 2375 2,172 = 82.5, after 2397 2,223 = 84.4. At most: all but
    // fruit and electricity after 2375, 98.0; all but electricity after 2397, 99.9. At most before
    // that without the estimate of knitted clothing: 2,634.4 less what is known to be free, as
    // 610.7 + 50.5 + 2.6 after 2371 = 74.8.
    assert_eq!(
        shares("sanctions coverage --base 2016 --flow imports"),
        [
            "1718 0.0 15.5",
            "2270 47.9 63.4",
            "2321 50.6 66.1",
            "2371 59.3 74.8",
            "2375 82.5 98.0",
            "2397 84.4 99.9",
        ]
    );
    // With the estimate of 106 of knitted clothing: 86.5 after 2375 and 88.4 after 2397; at most 59,
    // 62 and 71 after 2270, 2321 and 2371, where it is free.
    assert_eq!(
        shares("sanctions coverage --base 2016 --flow imports --estimates"),
        [
            "1718 0.0 11.5",
            "2270 47.9 59.4",
            "2321 50.6 62.1",
            "2371 59.3 70.8",
            "2375 86.5 98.0",
            "2397 88.4 99.9",
        ]
    );
    // Outright bans alone: after 2270 none of what is known, at most 11.5 %.
    let bans = shares("sanctions coverage --base 2016 --flow imports --estimates --bans-only");
    assert_eq!(bans[1], "2270 0.0 11.5");
    // Zinc and copper, 71.9 = 2.7 %, after 2321.
    assert!(bans[2].starts_with("2321 2.7 "), "{bans:?}");
}

#[test]
fn the_denominator_is_named_and_what_cannot_be_decided_is_said() {
    let output = tradecheck("sanctions coverage --base 2016 --flow imports").output();
    let said = told(&output);
    for part in [
        "2634400000,2222711500,2631900000",
        "of USD 2,634.4 million, the total for 2016 by KITA (GACC)",
        "at least 84.4 %, at most 99.9 % with the last measure; whether it is over 90 % cannot be decided",
        "data of all of 2016 by HS code would decide it",
        "known not to be covered: electricity 2.6",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
    // No parts of 2012 were published, and nothing is made up.
    let none = told(&tradecheck("sanctions coverage --base 2012 --flow imports --strict").output());
    assert!(
        none.contains("no data known to cover all goods of 2012"),
        "{none}"
    );
    assert!(none.ends_with("[exit 3]\n"), "{none}");
}

#[test]
fn only_measures_in_force_on_the_day_are_counted() {
    let last = |on: &str| {
        let rows = shares(&format!(
            "sanctions coverage --base 2016 --flow imports --on {on}"
        ));
        rows.last().expect("a step").clone()
    };
    // Textiles of 2375 had 90 days: on 10 December 2017 they are not banned yet.
    assert_eq!(
        last("2017-12-10").split(' ').take(2).collect::<Vec<_>>(),
        ["2371", "59.3"]
    );
    assert_eq!(
        last("2017-12-11").split(' ').take(2).collect::<Vec<_>>(),
        ["2375", "82.5"]
    );
    assert_eq!(
        last("2018-01-21").split(' ').take(2).collect::<Vec<_>>(),
        ["2375", "82.5"]
    );
    assert_eq!(
        last("2018-01").split(' ').take(2).collect::<Vec<_>>(),
        ["2397", "84.4"]
    );
    // Between 5 August and 5 September 2017 iron ore was under neither 2270 nor 2371:
    // 1,561.5 less seafood, lead and iron ore is coal, zinc and copper, 1,258.7 = 47.8 %.
    assert!(
        last("2017-08-31").starts_with("2371 47.8 "),
        "{}",
        last("2017-08-31")
    );
}

#[test]
fn coal_of_august_and_september_2017_stands_in_the_transition() {
    let names = [
        "code",
        "value",
        "measure",
        "since",
        "first_full_month",
        "phase",
    ];
    // The first full month is that of the UN text, as in `sanctions list`; China's clearance window
    // keeps September in the transition.
    let rows = |month: &str| {
        let csv = answer(&format!("sanctions check --flow imports --month {month}"));
        columns(&csv, &names)
    };
    assert!(
        rows("2017-08")
            .contains(&"2701 138140000 UN2371-coal 2017-08-05 2017-09 transition".to_owned())
    );
    assert!(
        rows("2017-09")
            .contains(&"2701 44000000 UN2371-coal 2017-08-05 2017-09 transition".to_owned())
    );
    // The month before the ban, and the first in which none is in line: printed as none.
    assert!(rows("2017-07").iter().all(|row| !row.starts_with("2701")));
    assert!(rows("2017-10").iter().all(|row| !row.starts_with("2701")));
    let said = told(&tradecheck("sanctions check --flow imports --month 2017-09").output());
    for part in [
        "banned for the whole month by the UN text, inside China's clearance window",
        "is not proof of a violation",
        "published figures cover single goods only",
    ] {
        assert_eq!(said.matches(part).count(), 1, "{part} in\n{said}");
    }
    let full = told(
        &tradecheck("sanctions check --flow imports --month 2017-09 --notes full -f table")
            .output(),
    );
    assert!(
        full.contains("published as no trade: 03 (2017-09)"),
        "{full}"
    );
    // By China's own notice too, the ban of lead metal and ore is one of 15 August.
    let cn = answer("sanctions check --flow imports --month 2017-09 --regime cn");
    assert_eq!(
        columns(&cn, &["code", "measure", "phase"]),
        [
            "2601 CN2017-40-ironore transition",
            "2607 CN2017-40-lead transition",
            "2701 CN2017-40-coal transition",
        ]
    );
}

#[test]
fn a_hit_is_a_no_and_a_hole_cannot_be_told() {
    let exit = |run: Run<'_>| run.output().status.code();
    let check = "sanctions check --fail-on-hit";
    assert_eq!(
        exit(tradecheck(&format!("{check} --month 2017-09"))),
        Some(1)
    );
    assert_eq!(exit(tradecheck("sanctions check --month 2017-09")), Some(0));
    // Single goods printed as none say nothing of the others.
    assert_eq!(
        exit(tradecheck(&format!("{check} --month 2017-10"))),
        Some(3)
    );
    // Before any ban on what China imports but arms, a file of all goods without arms.
    let folder = Folder::new().with(
        "all.csv",
        goods("2016-01", &[("27011100", 5), ("87032342", 7)]),
    );
    assert_eq!(
        exit(folder.run(&format!("{check} --month 2016-01 all.csv --file-unit 1"))),
        Some(0)
    );
}

/// A file of details: one month, imports of these codes in dollars.
pub fn goods(month: &str, rows: &[(&str, u64)]) -> String {
    let mut text = "month,flow,code,value_usd\n".to_owned();
    for (code, value) in rows {
        text.push_str(&format!("{month},import,{code},{value}\n"));
    }
    text
}

#[test]
fn a_code_under_two_measures_counts_once_and_kinds_stand_apart() {
    let rows = "\
month,flow,code,value_usd
2018-03,export,89019021,100
2018-03,export,27101911,40
2018-03,export,27101922,30
2018-03,export,87032342,20
2018-03,export,91012100,9
2018-03,export,10063020,500
2018-03,import,72022100,60
2018-03,import,72011000,50
2018-03,import,67041100,70
";
    let folder = Folder::new().with("trade.csv", rows);
    let csv = folder
        .run("sanctions check --month 2018-03 trade.csv --file-unit 1")
        .answer_with_notes();
    // Bans, then capped, contested and listed goods; rice and wigs are under nothing.
    assert_eq!(
        columns(&csv, &["flow", "code", "kind", "measure", "phase"]),
        [
            "import 72011000 ban UN2371-iron full",
            "export 27101911 ban UN2270-avfuel full",
            "export 87032342 ban UN2397-exp-vehicles full",
            "export 89019021 ban UN2321-helivessel full",
            "export 27101922 cap UN2397-refined full",
            "import 72022100 contested UN2371-ferroalloys full",
            "export 91012100 list_based UN2270-luxury full",
        ]
    );
    assert!(csv.contains("counted once, also under UN2397-exp-vehicles, UN2397-exp-usedvessels"));
    // A code of six digits is wider than a ban of eight: shown, and no hit.
    let folder = Folder::new().with("trade.csv", goods_of("2018-03", "export", "271019", 5));
    let run = "sanctions check --month 2018-03 --fail-on-hit trade.csv --file-unit 1";
    let output = folder.run(run).output();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

fn goods_of(month: &str, flow: &str, code: &str, value: u64) -> String {
    format!("month,flow,code,value_usd\n{month},{flow},{code},{value}\n")
}

#[test]
fn a_change_is_split_into_what_was_banned_then_and_the_rest() {
    // Banned in September 2017: coal and seafood; by 2397, in 2018, machinery.
    let mut text = "month,flow,code,value_usd\n".to_owned();
    for (month, rows) in [
        (
            "2016-09",
            [
                ("27011100", 60),
                ("03061490", 25),
                ("84715040", 10),
                ("72022100", 5),
            ],
        ),
        (
            "2017-09",
            [
                ("27011100", 30),
                ("03061490", 0),
                ("84715040", 14),
                ("72022100", 8),
            ],
        ),
    ] {
        for (code, value) in rows {
            text.push_str(&format!("{month},import,{code},{value}\n"));
        }
    }
    let folder = Folder::new().with("in.csv", text);
    let split = |arguments: &str| {
        let run = format!("yoy --flow imports --by sanction {arguments} in.csv --file-unit 1");
        let csv = folder.run(&run).answer_with_notes();
        columns(&csv, &["code", "base", "value", "contribution_pp"])
    };
    assert_eq!(
        split("--month 2017-09"),
        [
            "banned 85 30 -55",
            "rest 10 14 4",
            "contested 5 8 3",
            "total 100 52 -48"
        ]
    );
    let by_notice = folder
        .run("yoy --flow imports --by sanction --month 2017-09 --regime cn in.csv --file-unit 1");
    let csv = by_notice.answer_with_notes();
    assert_eq!(
        columns(&csv, &["code", "base", "value"]),
        ["banned 85 30", "rest 15 22", "total 100 52"]
    );
}

#[test]
fn a_file_of_two_chapters_tells_no_share_unless_it_is_said_to_hold_all_goods() {
    let rows = goods("2016-05", &[("27011100", 30), ("67041100", 10)]);
    let folder = Folder::new().with("in.csv", rows);
    let run = "sanctions coverage --base 2016-05 --on 2018-02 --flow imports --file-unit 1 in.csv";
    let said = told(&folder.run(run).output());
    assert!(
        said.contains("no data known to cover all goods of 2016-05"),
        "{said}"
    );
    let csv = folder
        .run(&format!("{run} --all-goods"))
        .answer_with_notes();
    let last = columns(&csv, &["total", "covered_low", "covered_high", "low_pct"]);
    assert_eq!(last.last().map(String::as_str), Some("40 30 30 75"));
}

#[test]
fn sanctions_are_on_trade_with_north_korea_alone() {
    let told = |arguments: &str| told(&tradecheck(arguments).output());
    tradecheck("sanctions coverage --base 2016 --flow imports --partner Japan").gives(
        "[stderr]\ntradecheck: the sanctions apply to trade with North Korea, not with other partners\n  \
         help: leave out `--partner`\n[exit 2]",
    );
    // What was published of a year's goods is of all goods, in dollars, as known today.
    for narrowed in ["--hs 61", "--as-of 2016-06-01", "--currency cny"] {
        let said = told(&format!(
            "sanctions coverage --base 2016 --flow imports {narrowed}"
        ));
        assert!(
            said.contains("the published components of a year are in dollars"),
            "{said}"
        );
    }
    let text = "month,flow,partner,hs,value_usd_mn\n2017-09,import,Australia,2701,500.0\n\
                2018-09,import,Australia,2701,600.0\n";
    let folder = Folder::new().with("au.csv", text);
    let run = |arguments: &str| folder.run(arguments).output();
    let output = run("sanctions check au.csv --partner Australia --month 2018-09 --fail-on-hit");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let output = run("yoy au.csv --partner Australia --hs 2701 --month 2018-09 --flow imports");
    assert!(
        !String::from_utf8_lossy(&output.stderr).contains("banned"),
        "{output:?}"
    );
}

#[test]
fn what_is_zero_after_rounding_is_neither_trade_nor_none() {
    let text = "month,flow,partner,hs,value_usd_mn\n2018-09,import,North Korea,2701,0.0\n\
                2018-09,import,North Korea,6704,0.4\n";
    let folder = Folder::new().with("zero.csv", text);
    let run =
        "sanctions check zero.csv --month 2018-09 --all-goods --fail-on-hit --columns code,value";
    let output = folder.run(run).output();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(
        !String::from_utf8_lossy(&output.stderr).contains("no trade"),
        "{output:?}"
    );
}

#[test]
fn a_share_of_rounded_rows_is_open() {
    // Twelve months of 0.05 to 0.15 million of each: 0.6 of 2.4 at least, 1.8 of 2.4 at most.
    let rows = (1..=12).map(|month| {
        let row = |code: &str| format!("2016-{month:02},import,North Korea,{code},0.1\n");
        row("2701") + &row("6704")
    });
    let head = "month,flow,partner,hs,value_usd_mn\n".to_owned();
    let folder = Folder::new().with("own.csv", head + &rows.collect::<String>());
    let run = "sanctions coverage own.csv --base 2016 --flow imports --all-goods --columns \
               instrument,low_pct,high_pct --format csv";
    let answer = folder.run(run).answer_with_notes();
    assert!(answer.contains("UNSCR 2371 (2017),25,75\n"), "{answer}");
}
