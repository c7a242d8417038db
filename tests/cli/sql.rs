//! `tradecheck sql`: what is selected, what is refused, and the answers of an engine.

use crate::archive::{downloads, out};
use crate::program::{Folder, Run, skipped};
use std::process::Command;

#[test]
fn sql_takes_the_level_of_detail_that_the_archive_holds() {
    let folder = downloads();
    // The downloads have province codes beside codes of eight digits.
    out(&folder, "archive add --imports i.csv --to kept");
    let levels = out(&folder, "archive list kept --columns levels");
    let level = levels
        .lines()
        .last()
        .expect("a level")
        .rsplit(',')
        .next()
        .expect("a level");
    let sql = out(&folder, "sql yoy --table t --data kept --month 2017-09");
    assert!(
        sql.contains(&format!("level = '{level}'")),
        "{level}: {sql}"
    );
    let typed = out(
        &folder,
        "sql yoy --table t --data kept --level hs6 --month 2017-09",
    );
    assert!(typed.contains("level = 'hs6'"), "{typed}");
    let plain = out(&folder, "sql yoy --table t --month 2017-09");
    assert!(plain.contains("level = 'hs8'"), "{plain}");
    // Two levels: which of them is meant has to be said.
    let coarse = "month,flow,partner,hs,value_usd\n2017-08,import,109,2701,5\n";
    let folder = folder.with("coarse.csv", coarse);
    out(&folder, "archive add coarse.csv --file-unit one --to kept");
    let output = folder.run("sql yoy --table t --data kept").output();
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("rows of several levels"), "{said}");
    assert!(said.contains("hs4") && said.contains("`--level`"), "{said}");
    assert_eq!(output.status.code(), Some(2));
    let published = "period,flow,currency,value,unit\n2017-08,import,USD,5,million\n";
    let folder = folder.with("office.csv", published);
    out(&folder, "archive add office.csv --partner 109 --to office");
    let output = folder.run("sql yoy --table t --data office").output();
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("only published figures"), "{said}");
}

#[test]
fn sql_names_the_selection_and_refuses_what_it_cannot_say() {
    let folder = Folder::new();
    let text = out(
        &folder,
        "sql yoy --table lake.trade --month 2017-09 --partner 133 --flow imports",
    );
    for part in [
        "FROM lake.trade",
        "partner IN ('133')",
        "flow IN ('import')",
        "currency = 'USD'",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains('{') && !text.contains('}'), "{text}");
    for (command, why) in [
        (
            "sql yoy --table a;b --month 2017-09",
            "not a table name: `a;b`",
        ),
        ("sql yoy --table a", "no months given"),
        (
            "sql yoy --month 2017-09 --flow balance",
            "imports and exports only, not `balance`",
        ),
        (
            "sql yoy --month 2017-09 --hs 270111",
            "a roll-up by heading cannot distinguish `270111`",
        ),
        (
            "sql yoy --month 2017-09 --as-of 2017-10-01",
            "SQL does not support `--as-of`",
        ),
        (
            "sql streak --month 2017-09 --measure quantity",
            "SQL does not support `--measure quantity`",
        ),
        (
            "sql contributions --month 2017-09 --by province",
            "SQL does not support `--by province`",
        ),
        (
            "sql yoy --period 2017-Q3",
            "SQL does not support `--period`",
        ),
        (
            "sql rollup --as kp",
            "a roll-up keeps the flows as they are in the table",
        ),
        (
            "sql yoy --month 2017-09 --as-of 2017-10-01 --lang zh",
            "SQL不支持`--as-of`：它只按月",
        ),
        (
            "sql yoy --month 2017-09 --imports rows.csv",
            "`sql yoy` does not take `--imports`",
        ),
        (
            "sql rollup -b --lang ko",
            "`sql rollup`에는 `--with-built-in`을 쓸 수 없습니다",
        ),
        (
            "sql yoy --month 2017-09 --group lignites",
            "unknown group `lignites`",
        ),
    ] {
        let output = Run::new(command.split_whitespace())
            .inside(folder.path())
            .output();
        assert_eq!(output.status.code(), Some(2), "{command}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(why), "{said}");
    }
}

/// A row of the table of an archive: flow, partner, code, month, dollars (-1: no value), and whether
/// its input has all goods.
type Row<'r> = (&'r str, &'r str, &'r str, (i32, i32), i32, i32);

/// What SQLite answers to the statement of a command over a table of some rows; `None`, said, where
/// there is no SQLite.
fn on_sqlite(rows: &[Row<'_>], command: &str, groups: &str) -> Option<String> {
    let folder = Folder::new().with("groups.csv", groups);
    let statement = folder.run(&format!("sql {command}")).answer();
    let mut script = "CREATE TABLE trade (flow TEXT, partner TEXT, hs TEXT, chapter TEXT, month_no INT, months INT, \
         kind TEXT, level TEXT, currency TEXT, value REAL, all_goods INT);\n"
        .to_owned();
    for (flow, partner, hs, (year, month), value, all_goods) in rows {
        let (chapter, month_no) = (&hs[..2], year * 12 + month - 1);
        script.push_str(&format!(
            "INSERT INTO trade VALUES ('{flow}', '{partner}', '{hs}', '{chapter}', {month_no}, 1, 'detail', 'hs8', \
             'USD', NULLIF({value}, -1), {all_goods});\n"
        ));
    }
    let output = Command::new("sqlite3")
        .args(["-batch", "-csv", ":memory:", &(script + &statement)])
        .output();
    let Ok(output) = output else {
        skipped("no sqlite3 on the path");
        return None;
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {errors}");
    Some(String::from_utf8_lossy(&output.stdout).replace('\r', ""))
}

/// Coal from Japan (116) and South Korea (133), which has no row in September 2017.
const COAL: &[Row<'_>] = &[
    ("import", "116", "27011100", (2016, 7), 100, 0),
    ("import", "116", "27011100", (2016, 8), 100, 0),
    ("import", "116", "27011100", (2016, 9), 100, 0),
    ("import", "116", "27011100", (2017, 7), 90, 0),
    ("import", "116", "27011100", (2017, 8), 100, 0),
    ("import", "116", "27011100", (2017, 9), 90, 0),
    ("import", "133", "27011100", (2016, 7), 100, 0),
    ("import", "133", "27011100", (2016, 8), 100, 0),
    ("import", "133", "27011100", (2016, 9), 100, 0),
    ("import", "133", "27011100", (2017, 7), 90, 0),
    ("import", "133", "27011100", (2017, 8), 100, 0),
];

#[test]
fn an_engine_adds_up_partners_only_where_all_of_them_have_rows() {
    // July: 200 to 180; August: 200 to 200, flat, so that no streak stands; September: 200 to 90 is
    // a change of no fixed set of partners. 24210 is July 2017: 2017 * 12 + 6.
    let two = "import,24210,200000,180000,-20000,-10000000,,1,fall,24210,at_least\n\
               import,24211,200000,200000,0,0,,0,flat,,exact\n";
    let lacking = "import,24212,200000,,,,part_missing,,,,\n";
    let whole = "import,24212,200000,90000,-110000,-55000000,,1,fall,24212,exact\n";
    let months = "--flow imports --from 2017-07 --to 2017-09";
    for (partners, last) in [
        ("--partner JP --partner KR", lacking),
        ("--partner all", lacking),
        ("--partner JP --partner KR --all-partners", whole),
        ("--partner all --all-partners", whole),
    ] {
        let Some(said) = on_sqlite(COAL, &format!("yoy {partners} {months}"), "") else {
            return;
        };
        assert_eq!(said, format!("{two}{last}"), "{partners}");
    }
    let both = "--partner JP --partner KR --flow imports";
    for (command, expected) in [
        (
            "contributions --month 2017-07",
            "import,27,200000,180000,-20000,-10000000,\n",
        ),
        (
            "contributions --month 2017-09",
            "import,27,200000,,,,part_missing\n",
        ),
        ("streak --month 2017-08", "import,flat,0,exact,,24211,\n"),
        ("streak --month 2017-09", "import,,,,,24212,part_missing\n"),
    ] {
        let said = on_sqlite(COAL, &format!("{command} {both}"), "");
        assert_eq!(said.as_deref(), Some(expected), "{command}");
    }
}

#[test]
fn an_engine_gives_no_sum_that_lacks_a_value() {
    let rows = [
        ("import", "116", "27011100", (2016, 9), 100, 0),
        ("import", "116", "27011100", (2017, 9), 50, 0),
        ("import", "116", "27011200", (2017, 9), -1, 0),
        ("import", "116", "61011000", (2016, 9), 7, 0),
        ("import", "116", "61011000", (2017, 9), 14, 0),
    ];
    let missing = "import,24212,107000,,,,part_missing,,,,\n";
    let clothes = "import,24212,7000,14000,7000,100000000,,1,rise,24212,at_least\n";
    for (goods, expected) in [("", missing), ("--hs 61", clothes)] {
        for partner in ["JP", "all"] {
            let command = format!("yoy --flow imports --month 2017-09 --partner {partner} {goods}");
            let Some(said) = on_sqlite(&rows, &command, "") else {
                return;
            };
            assert_eq!(said, expected, "{partner} {goods}");
        }
    }
    let rollup = on_sqlite(&rows, "rollup --partner JP --flow imports", "");
    let rollup = rollup.unwrap_or_default();
    let head = "flow,partner,chapter,month_no,currency,level,thousandths,row_count,blanks,whole\n";
    let folder = Folder::new().with("rollup.csv", head.to_owned() + &rollup);
    let asked = "yoy rollup.csv --month 2017-09 --partner JP --flow imports --columns base,value --format csv";
    let whole = out(&folder, asked);
    assert_eq!(whole, "base,value\n107,\n", "{rollup}");
    let clothes = out(&folder, &format!("{asked} --hs 61"));
    assert_eq!(clothes, "base,value\n7,14\n");
}

#[test]
fn an_engine_takes_the_rows_of_the_world_as_the_program_does() {
    let month = |partner: &'static str, hs: &'static str, values: [i32; 2]| {
        [2016, 2017].map(|year| {
            (
                "import",
                partner,
                hs,
                (year, 9),
                values[usize::from(year > 2016)],
                1,
            )
        })
    };
    let partners = [
        month("116", "27011100", [60, 70]),
        month("116", "61011000", [500, 900]),
    ];
    let tidy = |rows: &[Row<'_>]| {
        let row = |(flow, partner, hs, (year, month), value, _): &Row<'_>| {
            let partner = partner.replace("world", "World").replace("116", "Japan");
            format!("{year}-{month:02},{flow},{partner},{hs},{value}\n")
        };
        "month,flow,partner,hs,value_usd\n".to_owned() + &rows.iter().map(row).collect::<String>()
    };
    // The World's coal alone; all its goods; the World alone.
    let coal = month("world", "27011100", [100, 120]);
    let clothes = month("world", "61011000", [800, 1000]);
    let everything = [partners.concat(), coal.to_vec(), clothes.to_vec()].concat();
    // Another code of the same chapter, which the World lacks.
    let lignite = month("116", "27021000", [7, 8]).to_vec();
    let with_lignite = [everything.clone(), lignite].concat();
    for (rows, goods, expected) in [
        ([partners.concat(), coal.to_vec()].concat(), "", [560, 970]),
        (
            [partners.concat(), coal.to_vec()].concat(),
            "--hs 27",
            [100, 120],
        ),
        (everything.clone(), "", [900, 1120]),
        (everything, "--hs 61", [800, 1000]),
        (coal.to_vec(), "", [100, 120]),
        (with_lignite.clone(), "", [567, 978]),
        (with_lignite.clone(), "--hs 27", [67, 78]),
        (with_lignite, "--hs 61", [800, 1000]),
    ] {
        let command = format!("yoy --month 2017-09 --partner all --flow imports {goods}");
        let folder = Folder::new().with("t.csv", tidy(&rows));
        let own = out(
            &folder,
            &format!(
                "{command} --columns base,value --format csv --file-unit one --all-goods t.csv"
            ),
        );
        assert_eq!(
            own,
            format!("base,value\n{},{}\n", expected[0], expected[1]),
            "{goods}"
        );
        let archive = "archive add t.csv --file-unit one --all-goods --to kept";
        out(&folder, archive);
        let asked = format!("{command} --columns base,value --format csv --data kept");
        assert_eq!(out(&folder, &asked), own, "{goods}");
        let Some(said) = on_sqlite(&rows, &command, "") else {
            return;
        };
        let start = format!("import,24212,{}000,{}000,", expected[0], expected[1]);
        assert!(said.starts_with(&start), "{goods}: {said}");
    }
}

#[test]
fn an_engine_is_asked_for_a_good_of_each_partner() {
    // South Korea sold no coal in September 2017, or it is not known that it did.
    let rows = |all_goods: i32| {
        [
            ("import", "116", "27011100", (2016, 9), 100, 1),
            ("import", "116", "27011100", (2017, 9), 50, 1),
            ("import", "133", "27011100", (2016, 9), 100, 1),
            ("import", "133", "03061490", (2017, 9), 5, all_goods),
        ]
    };
    let known = "import,24212,200000,50000,-150000,-75000000,,1,fall,24212,at_least\n";
    let unknown = "import,24212,200000,,,,part_missing,,,,\n";
    let command = "yoy --hs 27 --partner JP --partner KR --flow imports --month 2017-09";
    for (all_goods, flags, expected) in
        [(1, "", known), (0, "", unknown), (0, " --all-goods", known)]
    {
        let Some(said) = on_sqlite(&rows(all_goods), &format!("{command}{flags}"), "") else {
            return;
        };
        assert_eq!(said, expected, "{all_goods}{flags}");
    }
}

#[test]
fn an_engine_is_asked_for_groups_and_from_the_partners_side() {
    let rows = [
        ("import", "109", "27011100", (2016, 9), 40, 0),
        ("import", "109", "27011100", (2017, 9), 10, 0),
        ("import", "109", "27090000", (2016, 9), 1000, 0),
        ("import", "109", "27090000", (2017, 9), 3000, 0),
        ("export", "109", "27011100", (2016, 9), 7, 0),
        ("export", "109", "27011100", (2017, 9), 14, 0),
    ];
    let groups = "group,hs_prefixes\nfuels,27\noil,2709\n";
    // 40 to 10 without crude oil, which is another group; 7 to 14; 1040 to 3010, of all goods.
    for (command, expected) in [
        (
            "--group fuels --groups groups.csv --flow imports",
            "import,24212,40000,10000,-30000,-75000000,,1,fall,24212,at_least\n",
        ),
        (
            "--group oil --groups groups.csv --flow imports",
            "import,24212,1000000,3000000,2000000,200000000,,1,rise,24212,at_least\n",
        ),
        (
            "--as kp --flow imports",
            "import,24212,7000,14000,7000,100000000,,1,rise,24212,at_least\n",
        ),
        (
            "--as kp --flow exports",
            "export,24212,1040000,3010000,1970000,189423077,,1,rise,24212,at_least\n",
        ),
    ] {
        let Some(said) = on_sqlite(&rows, &format!("yoy --month 2017-09 {command}"), groups) else {
            return;
        };
        assert_eq!(said, expected, "{command}");
    }
}
