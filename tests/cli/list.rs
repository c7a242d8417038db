//! `list`: the words that may be typed, and the days of releases.

use crate::program::{told, tradecheck};
use std::collections::BTreeSet;
use std::fs;

fn csv(command: &str) -> Vec<Vec<String>> {
    let text = tradecheck(&format!("{command} --format csv --no-header")).answer();
    let mut reader = csv_lines(&text);
    reader.retain(|row| !row.is_empty());
    reader
}

/// Lines of csv, cells with quotes included.
fn csv_lines(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        cells.push(cell);
        rows.push(cells);
    }
    rows
}

#[test]
fn goods_are_found_by_name_in_three_languages_and_by_the_beginning_of_the_code() {
    let codes = |words: &str| -> Vec<String> {
        let rows = csv(&format!("list goods {words} --columns code"));
        rows.into_iter().map(|row| row[0].clone()).collect()
    };
    // The headings of data/hs.csv that begin so, and the longer codes of data/published-goods.csv.
    let published = fs::read_to_string("data/published-goods.csv").expect("the data");
    let held: BTreeSet<String> = csv_lines(&published)
        .iter()
        .map(|row| row[2].clone())
        .filter(|code| code.starts_with("26"))
        .collect();
    let listed: BTreeSet<String> = codes("26").into_iter().collect();
    assert!(held.is_subset(&listed), "{held:?} {listed:?}");
    assert!(listed.iter().all(|code| code.starts_with("26")));
    for word in ["anthracite", "coal", "煤", "석탄", "COAL"] {
        let found = tradecheck(&format!("list goods {word}")).output();
        if word != "anthracite" {
            assert!(codes(word).contains(&"2701".to_owned()), "{word}");
        } else {
            assert!(found.stdout.is_empty() || codes(word).iter().any(|one| one.starts_with("27")));
        }
    }
    assert_eq!(codes("iron 72"), {
        let all = codes("72");
        let irons: Vec<String> = codes("iron");
        all.into_iter()
            .filter(|code| irons.contains(code))
            .collect::<Vec<_>>()
    });
}

#[test]
fn what_is_held_is_counted_in_the_data() {
    let published = fs::read_to_string("data/published-goods.csv").expect("the data");
    let rows = csv_lines(&published);
    let coal: Vec<&Vec<String>> = rows.iter().filter(|row| row[2] == "2601").collect();
    let listed = csv("list goods 2601 --columns code,count,from,to");
    let row = listed
        .iter()
        .find(|row| row[0] == "2601")
        .expect("iron ore");
    // Rows without any figure of their own are not read, so that the count can be lower.
    let count: usize = row[1].parse().expect("a count");
    assert!(count > 0 && count <= coal.len(), "{count} {}", coal.len());
    let first = coal.iter().map(|row| row[0].get(..7).unwrap_or("")).min();
    assert_eq!(Some(row[2].as_str()), first);
}

#[test]
fn partners_go_by_any_spelling_and_code() {
    for word in ["KP", "109", "408", "PRK", "朝鲜", "북한", "dprk"] {
        let rows = csv(&format!("list partners {word} --columns code,name"));
        assert!(
            rows.iter().any(|row| row[..2] == ["109", "North Korea"]),
            "{word}: {rows:?}"
        );
    }
    let all = fs::read_to_string("data/partners.csv").expect("the data");
    assert_eq!(csv("list partners").len(), all.lines().count() - 1);
}

#[test]
fn every_column_that_a_command_writes_is_listed() {
    for command in [
        "yoy --month 2017-09",
        "yoy --period 2017-Q3",
        "yoy --month 2017-09 --by sanction",
        "streak --month 2017-09",
        "streak --links --month 2017-09",
        "series --from 2017-01 --to 2017-03",
        "record --month 2017-09",
        "revisions --period 2017-08",
        "inspect --month 2017-09",
        "check imports yoy 2017-09 -37.9%",
        "sanctions list",
        "sanctions coverage --base 2016",
        "sanctions caps --year 2017",
        "sanctions check --month 2017-09",
        "chart --month 2017-09",
        "check --text examples/article.txt",
        "list goods 2701",
        "list groups coal",
        "list partners KP",
        "list layouts",
        "list measures",
        "list releases",
        "list columns verify",
        "movers --month 2017-09 --imports examples/imports",
        "yoy --month 2017-09 --sources",
        "yoy --month 2017-09 --explain",
    ] {
        let output = tradecheck(&format!("{command} --format csv")).output();
        let text = String::from_utf8(output.stdout).expect("text");
        let Some(header) = text.lines().next() else {
            continue;
        };
        let words: Vec<&str> = command.split(' ').collect();
        let name = match words[..] {
            ["sanctions", second, ..] => format!("sanctions {second}"),
            ["streak", "--links", ..] => "streak --links".to_owned(),
            ["check", "--text", ..] => "check --text".to_owned(),
            [.., "--sources"] => "yoy --sources".to_owned(),
            [.., "--explain"] => "yoy --explain".to_owned(),
            ["list", what, ..] => format!("list {what}"),
            [first, ..] => first.to_owned(),
            [] => String::new(),
        };
        let rows = csv("list columns --columns command,column");
        let of_command = |row: &&Vec<String>| row[0] == name;
        let listed: Vec<&str> = rows.iter().filter(of_command).map(|row| &*row[1]).collect();
        for column in header.split(',') {
            assert!(listed.contains(&column), "{command}: {column} {listed:?}");
        }
    }
}

#[test]
fn every_layout_of_the_list_is_taken_and_no_other() {
    for row in csv("list layouts --columns layout") {
        // That no such file is there is found before, and after, the word is understood.
        let run = tradecheck(&format!("yoy --layout {} no-such-file.csv", row[0])).output();
        let said = String::from_utf8(run.stderr).expect("text");
        assert!(!said.contains("unknown layout"), "{said}");
    }
}

#[test]
fn measures_are_those_of_flags_of_claims_and_of_sanctions() {
    let words = |kind: &str| -> Vec<String> {
        let rows = csv(&format!("list measures {kind} --columns kind,measure"));
        let own = rows.into_iter().filter(|row| row[0] == kind);
        own.map(|row| row[1].clone()).collect()
    };
    assert_eq!(words("measure"), ["value", "quantity", "unit-value"]);
    assert!(words("metric").contains(&"ytd-yoy".to_owned()));
    let measures = fs::read_to_string("data/measures.csv").expect("the data");
    assert_eq!(words("sanction").len(), measures.lines().count() - 1);
}

#[test]
fn the_next_releases_from_a_day_on_and_those_of_a_month() {
    // data/release-calendar.csv: the preliminary table of September 2017 on 13 October, with the
    // first reports of the two others on the same day; October's on 8, 23 and 24 November.
    let next = csv("list releases --as-of 2017-10-13 --columns released,table,period,status");
    assert_eq!(
        next[0],
        ["2017-10-13", "preliminary", "2017-09", "scheduled"]
    );
    let day_later = csv("list releases --as-of 2017-10-14 --columns released,table,period");
    assert_eq!(day_later[0], ["2017-11-08", "preliminary", "2017-10"]);
    // By the rule for 2026: the 18th and the 20th of the month after, none in February.
    let next = csv("list releases --as-of 2026-11-30 --columns released,table,period,status");
    assert_eq!(next[0], ["2026-12-18", "countries", "2026-11", "inferred"]);
    assert_eq!(next[1], ["2026-12-20", "goods", "2026-11", "inferred"]);
    assert!(next.iter().all(|row| !row[0].starts_with("2027-02")));
    // A month that is asked for lists what is past too.
    let past =
        csv("list releases goods 2017-10 --as-of 2026-11-30 --columns released,table,period");
    assert_eq!(
        past,
        [
            ["2017-10-13", "goods", "2017-09"],
            ["2017-11-24", "goods", "2017-10"]
        ]
    );
}

#[test]
fn every_format_and_language_and_a_word_that_nothing_holds() {
    for format in ["table", "csv", "tsv", "json", "ndjson", "markdown"] {
        for of in [
            "goods", "groups", "partners", "layouts", "columns", "measures",
        ] {
            let run = tradecheck(&format!("list {of} --format {format}"));
            assert!(!run.answer().is_empty(), "{of} {format}");
        }
    }
    let zh = tradecheck("list groups coal --format table --lang zh").answer();
    assert_eq!(
        zh,
        "商品组及内置数据情况\n\n商品组  名称  HS编码     数据条数  起         止\n\
         ────────────────────────────────────────────────────────\n\
         coal    煤炭  2701–2704       100  2009年1月  2017年12月\n"
    );
    let said = told(&tradecheck("list partners jpan").output());
    assert!(said.contains("match `jpan`"), "{said}");
    assert!(said.contains("did you mean `japan`?"), "{said}");
    assert!(said.ends_with("[exit 2]\n"), "{said}");
    let said = told(&tradecheck("list godos").output());
    assert!(said.contains("did you mean `goods`?"), "{said}");
    let json = tradecheck("list layouts tidy --format json").answer();
    assert!(
        json.contains("\"schema\": \"tradecheck.list.layouts.1\""),
        "{json}"
    );
    assert!(!json.contains("perspective"), "{json}");
}

#[test]
fn the_long_version_tells_what_data_the_program_brings_along() {
    let said = tradecheck("--version").answer();
    let rows = |name: &str| {
        let text = fs::read_to_string(format!("data/{name}.csv")).expect("the data");
        csv_lines(&text)
    };
    let published = rows("published");
    let header = published[0].iter().position(|name| name == "released");
    let released = published[1..].iter().filter_map(|row| row.get(header?));
    let last = released.max().expect("a day");
    let counts = [
        published.len(),
        rows("published-goods").len(),
        rows("measures").len(),
    ]
    .map(|lines| lines - 1);
    let [totals, goods, measures] = counts;
    assert!(
        said.contains(&format!(
            "data: {totals} figures of all goods, released up to {last}; {goods} figures of single \
             goods; {measures} measures of sanctions"
        )),
        "{said}"
    );
    assert!(said.contains("build: "), "{said}");
    let short = tradecheck("-V").answer();
    assert_eq!(short.lines().count(), 1);
    assert_eq!(said.lines().next(), short.lines().next());
}

#[test]
fn names_and_notes_of_machine_formats_are_in_the_language_of_the_flag_and_not_of_the_terminal() {
    let coal = |arguments: &str, terminal: &str| {
        let run = tradecheck(&format!("list goods 2701 --format csv {arguments}"));
        let output = run.env("LANG", terminal).output();
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(coal("", "zh_CN.UTF-8").contains("\n2701,Coal,"));
    assert!(coal("--lang zh", "C").contains("\n2701,煤,"));
    assert!(coal("--lang ko", "zh_CN.UTF-8").contains("\n2701,석탄,"));
    let note = "base: 2016年9月由公布的同比（2017年10月23日公布）推算";
    for format in ["csv", "ndjson"] {
        let text = tradecheck(&format!(
            "yoy --month 2017-09 --flow imports --lang zh --format {format}"
        ));
        assert!(text.answer().contains(note), "{format}");
    }
}

#[test]
fn what_columns_contain_is_told_in_each_language() {
    for (lang, meaning) in [
        ("zh", "同比，百分比。"),
        ("ko", "전년 동기 대비 증감률(%)."),
    ] {
        let text = tradecheck(&format!("list columns chart --lang {lang} --format table")).answer();
        assert!(text.contains(meaning), "{text}");
    }
}
