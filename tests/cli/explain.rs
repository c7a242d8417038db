//! `--explain`: how each figure of an answer was worked out.

use crate::program::{Folder, tradecheck};

/// Rows of csv without quotes.
fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().skip(1);
    lines
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_formula_with_its_numbers_put_in() {
    let folder = Folder::new().with(
        "mine.csv",
        "month,flow,value_usd\n2016-09,import,200\n2017-08,import,120\n2017-09,import,150\n\
         2016-09,export,80\n2017-09,export,100\n",
    );
    let csv = folder
        .run("yoy --month 2017-09 --explain --file-unit one mine.csv --columns flow,column,result,formula,definition")
        .answer_with_notes();
    // By hand: 150 / 200 - 1 = -25 %; 100 / 80 - 1 = 25 %; 250 / 280 - 1 = -10.714286 %.
    for line in [
        "import,value,150,as published,A published figure and its rounding",
        "import,change,-50,150 - 200,Change",
        "import,yoy_pct,-25,(150 / 200 - 1) * 100,Change",
        "export,yoy_pct,25,(100 / 80 - 1) * 100,Change",
        "total,value,250,150 + 100,Series",
        "total,yoy_pct,-10.714286,(250 / 280 - 1) * 100,Change",
        "balance,value,-50,100 - 150,Series",
        "balance,change,70,(-50) - (-120),Change",
    ] {
        assert!(csv.lines().any(|own| own == line), "{line}\n{csv}");
    }
    // The same from the other side: what China imports, North Korea exports.
    let csv = folder
        .run("yoy --month 2017-09 --as kp --file-side cn --explain --file-unit one mine.csv --columns flow,column,result,formula")
        .answer_with_notes();
    assert!(csv.contains("\nexport,value,150,"), "{csv}");
    assert!(csv.contains("\nbalance,value,50,150 - 100\n"), "{csv}");
}

#[test]
fn every_percentage_is_what_its_formula_comes_to() {
    for command in [
        "yoy --month 2017-09",
        "yoy --period 2017-Q3",
        "series --from 2017-06 --to 2017-09",
        "streak --links --month 2017-09 --flow imports",
        "brief --month 2017-09",
        "check exports yoy 2017-08 -6.2%",
        "sanctions coverage --base 2016 --flow imports",
    ] {
        let csv = tradecheck(&format!(
            "{command} --explain --columns column,result,numerator,denominator,formula"
        ))
        .answer_with_notes();
        let mut checked = 0;
        let table = rows(&csv);
        for row in &table {
            let at = row.len() - 4;
            let [result, numerator, denominator, formula] = &row[at..] else {
                panic!("{row:?}");
            };
            let numbers = [result, numerator, denominator].map(|text| text.parse::<f64>());
            let [Ok(result), Ok(numerator), Ok(denominator)] = numbers else {
                continue;
            };
            let computed = match formula.contains("- 1) * 100") {
                true => (numerator / denominator - 1.0) * 100.0,
                false if formula.ends_with("* 100") => numerator / denominator * 100.0,
                false => numerator / denominator,
            };
            assert!((computed - result).abs() < 1e-5, "{command}: {row:?}");
            checked += 1;
        }
        assert!(checked > 0, "{command}\n{csv}");
    }
}

#[test]
fn sums_add_up_to_their_figures() {
    let csv =
        tradecheck("series --from 2017-06 --to 2017-09 --explain --columns column,result,formula")
            .answer_with_notes();
    let mut checked = 0;
    for row in rows(&csv) {
        let [.., column, result, formula] = &row[..] else {
            continue;
        };
        let is_sum = ["ytd", "roll3", "roll12"].contains(&column.as_str());
        if !is_sum || !formula.contains(" + ") {
            continue;
        }
        let parts = formula.split(" + ");
        let parts = parts.map(|part| part.trim_matches(['(', ')']).parse::<i128>());
        let sum: i128 = parts.map(|part| part.expect("a number")).sum();
        assert_eq!(sum.to_string(), *result, "{row:?}");
        checked += 1;
    }
    assert!(checked > 8, "{csv}");
}

/// The year 2024 has a published total of its own; a rolling sum is made of the months all the
/// same, and so are its working and its sources.
#[test]
fn a_rolling_sum_is_made_of_its_months_even_where_a_year_was_published() {
    let december = "series --month 2024-12 --flow exports --currency cny";
    let csv = tradecheck(&format!(
        "{december} --explain --columns column,result,formula"
    ))
    .answer_with_notes();
    let of = |wanted: &str| {
        let rows = rows(&csv);
        let row = rows
            .iter()
            .find(|row| row.iter().any(|cell| cell == wanted));
        row.unwrap_or_else(|| panic!("{wanted} in\n{csv}")).clone()
    };
    let [.., result, formula] = &of("roll12")[..] else {
        panic!("{csv}")
    };
    let parts: Vec<i128> = formula
        .split(" + ")
        .map(|part| part.trim_matches(['(', ')']).parse().expect("a number"))
        .collect();
    assert_eq!(parts.len(), 12, "{formula}");
    assert_eq!(parts.iter().sum::<i128>().to_string(), *result);
    // The year to date is that total: worked back from the change of 2025.
    assert_eq!(
        of("ytd").last().map(String::as_str),
        Some("worked back from a published change")
    );
    let csv =
        tradecheck(&format!("{december} --sources --columns period,flow")).answer_with_notes();
    for month in 1..=12 {
        assert!(csv.contains(&format!("2024-{month:02}")), "{month}\n{csv}");
    }
}

#[test]
fn a_change_as_published_is_said_to_be_one() {
    let csv = tradecheck(
        "yoy --month 2017-09 --as-of 2017-10-13 --flow imports --explain --columns column,formula",
    )
    .answer_with_notes();
    assert!(csv.contains("yoy_pct,as published\n"), "{csv}");
    let csv =
        tradecheck("check imports yoy 2017-09 -37.9% --explain --columns result,formula").answer();
    // The verdict goes by the change that the office itself published.
    assert!(csv.contains("-37.9,as published\n"), "{csv}");
}

#[test]
fn every_section_named_is_a_section_of_the_definitions() {
    let page = std::fs::read_to_string("docs/definitions.md").expect("the definitions");
    for command in [
        "yoy --month 2017-09",
        "series --from 2017-09 --to 2017-09",
        "record --month 2017-10",
        "streak --month 2017-09",
        "sanctions caps --year 2017",
        "sanctions coverage --base 2016",
    ] {
        let text = tradecheck(&format!("{command} --explain --format json")).answer();
        for line in text.lines() {
            let Some(section) = line.trim().strip_prefix("\"definition\": \"") else {
                continue;
            };
            let section = section.trim_end_matches(',').trim_end_matches('"');
            let is_there = page.lines().any(|line| {
                line.trim_start_matches('#').trim() == section && line.starts_with('#')
            });
            assert!(is_there, "{command}: {section}");
        }
    }
}

#[test]
fn the_figures_used_are_those_of_the_currency_asked_for() {
    let rows = [
        ("2016-01", "USD", 100),
        ("2017-01", "USD", 200),
        ("2016-01", "CNY", 650),
        ("2017-01", "CNY", 1300),
    ];
    let rows = rows.map(|(month, currency, value)| {
        format!("{month},import,North Korea,27010000,{currency},{value}\n")
    });
    let head = "month,flow,partner,hs,currency,value\n".to_owned();
    let folder = Folder::new().with("dup.csv", head + &rows.concat());
    let run = folder.run(
        "yoy dup.csv --hs 2701 --month 2017-01 --flow imports --currency cny --file-unit one \
         --all-goods --sources --columns value,unit --no-header --format csv",
    );
    assert_eq!(
        run.answer_with_notes(),
        "2016-01,650,CNY\n2017-01,1300,CNY\n"
    );
}

/// What was known on the day of a claim may be other figures than those of now; a formula that does
/// not give the result is not shown.
#[test]
fn the_formula_of_a_claim_gives_its_result() {
    let run = tradecheck(
        "check --claims --explain --columns result,numerator,denominator,formula --format csv",
    );
    let text = String::from_utf8(run.output().stdout).expect("text");
    let mut checked = [0, 0];
    for row in rows(&text) {
        let [.., result, numerator, denominator, formula] = &row[..] else {
            continue;
        };
        let number = |text: &String| text.parse::<f64>().ok();
        let Some(result) = number(result) else {
            continue;
        };
        if let (Some(numerator), Some(denominator)) = (number(numerator), number(denominator)) {
            let computed = match formula.contains("- 1) * 100") {
                true => (numerator / denominator - 1.0) * 100.0,
                false => numerator / denominator,
            };
            assert!((computed - result).abs() < 1e-5, "{row:?}");
            checked[0] += 1;
        } else if formula.contains(" + ") {
            let parts = formula
                .split(" + ")
                .map(|part| part.trim_matches(['(', ')']));
            let sum: f64 = parts
                .map(|part| part.parse::<f64>().expect("a number"))
                .sum();
            assert!((sum - result).abs() < 1e-5, "{row:?}");
            checked[1] += 1;
        }
    }
    assert!(
        checked.iter().all(|count| *count > 0),
        "{checked:?}\n{text}"
    );
    // A unit value of three months is no sum of unit values.
    let text = tradecheck(
        "series --hs 2701 --measure unit-value --month 2016-04 --flow imports --explain \
         --columns column,formula --format csv",
    )
    .answer_with_notes();
    let roll = rows(&text)
        .into_iter()
        .find(|row| row.iter().any(|cell| cell == "roll3"));
    assert!(
        roll.is_some_and(|row| !row.concat().contains('+')),
        "{text}"
    );
}
