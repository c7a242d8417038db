//! `tradecheck sql`: what is selected, what is refused, and the answers of an engine.

use crate::archive::{downloads, out};
use crate::program::{Folder, Run};

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
    assert!(said.contains("published figures alone"), "{said}");
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
            "not a name of a table: `a;b`",
        ),
        ("sql yoy --table a", "no months given"),
        (
            "sql yoy --month 2017-09 --flow balance",
            "not for `balance`",
        ),
        (
            "sql yoy --month 2017-09 --hs 270111",
            "a roll-up by heading does not tell `270111` apart",
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
