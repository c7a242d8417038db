//! Heads of several lines, and heads that join a month with words. For each that is read, one that
//! differs in what the words mean.

use crate::reader::tests::*;
use crate::trade::Unit;

fn in_millions() -> Options {
    Options {
        unit: Some(Unit { power: 6 }),
        ..usd(north_korea())
    }
}

fn rows(text: &str) -> Vec<String> {
    row_texts(&from_stdin(text.as_bytes(), None, &in_millions()).unwrap())
}

const IMPORTS: [&str; 2] = ["2016-09 234.8", "2017-09 145.8"];

/// The months and millions of North Korea's imports.
fn imports(text: &str) -> Vec<String> {
    let observations = from_stdin(text.as_bytes(), None, &in_millions());
    let observations = observations.unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"));
    let rows = row_texts(&observations);
    let imports = rows.iter().filter(|row| row.contains(" import "));
    imports
        .map(|row| {
            let parts: Vec<&str> = row.split_whitespace().collect();
            let value: f64 = parts[parts.len() - 1].parse().expect("a value");
            format!("{} {:.1}", parts[1], value / 1e6)
        })
        .collect()
}

#[test]
fn months_stand_over_flows_values_and_changes() {
    for text in [
        "구분,2016.9,,2017.9,\n,금액,증감률,금액,증감률\n수출,285.5,1,266.3,-6.7\n수입,234.8,2,145.8,-37.9\n",
        "구분,2016.9,,2017.9,,비고\n,금액,중량(톤),금액,중량(톤),\n수출,285.5,21,266.3,25,\n수입,234.8,17,145.8,14,\n",
        "Country,2016-09,,2017-09,\n,Imports,Exports,Imports,Exports\nNorth Korea,234.8,285.5,145.8,266.3\nJapan,1,2,3,4\n",
        "국가별,2016.09,2016.09,2017.09,2017.09\n국가별,수출 (백만달러),수입 (백만달러),수출 (백만달러),수입 (백만달러)\n북한,285.5,234.8,266.3,145.8\n일본,1,2,3,4\n",
        "Country,Imports,,Exports,\n,2016-09,2017-09,2016-09,2017-09\nNorth Korea,234.8,145.8,285.5,266.3\nJapan,1,2,3,4\n",
        ",2016-09,,2017-09,\n,Value,Share,Value,Share\nImports,234.8,285.5,145.8,266.3\n",
        ",2016-09,,2017-09,\n,Japan,North Korea,Japan,North Korea\nImports,1,234.8,2,145.8\n",
        "Imports from North Korea\n,2016,,2017,\n,Value,%,Value,%\nSep,234.8,1,145.8,-37.9\n",
        ",,2016,,,2017,\nmonth,,imports,exports,,imports,exports\n9,,234.8,285.5,,145.8,266.3\n",
        ",2016,2016,2017,2017\n,import,export,import,export\nSep,234.8,285.5,145.8,266.3\n",
    ] {
        assert_eq!(imports(text), IMPORTS, "{text}");
    }
}

#[test]
fn years_to_date_beside_months_are_periods() {
    let expected = [
        "2016-09 234.8",
        "2016-01..2016-09 1774.1",
        "2017-09 145.8",
        "2017-01..2017-09 1477.9",
    ];
    for text in [
        "구분,2016.9,,2017.9,\n,당월,누계,당월,누계\n수입,234.8,1774.1,145.8,1477.9\n수출,285.5,2110,266.3,2552\n",
        "구분,9월,1~9월,9월,1~9월\n,2016,2016,2017,2017\n수입,234.8,1774.1,145.8,1477.9\n수출,285.5,2110,266.3,2552\n",
        "구분,당월,누계,당월,누계\n,2016.9,2016.9,2017.9,2017.9\n수입,234.8,1774.1,145.8,1477.9\n수출,285.5,2110,266.3,2552\n",
    ] {
        let mut found = imports(text);
        found.sort();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_head_may_join_a_month_with_words() {
    for text in [
        "Country,imports_201609,exports_201609,imports_201709,exports_201709\nNorth Korea,234.8,285.5,145.8,266.3\n",
        "Country,2016-09 imports,2017-09 imports\nNorth Korea,234.8,145.8\n",
        "국가,2016년 9월 수입(백만달러),2017년 9월 수입(백만달러)\n총계,1000,1100\n북한,234.8,145.8\n",
        "国别,2016年9月进口,2017年9月进口\n朝鲜,234.8,145.8\n",
        "Series,2016-09 value,2016-09 volume,2017-09 value,2017-09 volume\nImports,234.8,1,145.8,2\n",
        "Series,m201609,m201709\nImports,234.8,145.8\n",
        "Month,Imports 2016,Imports 2017\nSep,234.8,145.8\nOct,1,2\n",
    ] {
        let mut found = imports(text);
        found.retain(|row| row.contains("-09 "));
        assert_eq!(found, IMPORTS, "{text}");
    }
}

#[test]
fn words_beside_months_that_narrow_them_are_refused() {
    for (words, why) in [
        ("Coal", "partly recognised"),
        ("Imports of Russia", "partly recognised"),
        ("Imports from Japan", "partly recognised"),
        ("Imports (estimate)", "partly recognised"),
        ("Imports SA", "partly recognised"),
        ("Imports by truck", "partly recognised"),
        ("foo", "partly recognised"),
        ("Imports", "same meaning"),
    ] {
        for text in [
            format!(
                "Country,2016-09,,2017-09,\n,Imports,{words},Imports,{words}\nNorth Korea,1,2,3,4\nJapan,1,2,3,4\n"
            ),
            format!(
                "Country,2016-09 Imports,2016-09 {words},2017-09 Imports,2017-09 {words}\nNorth Korea,1,2,3,4\nJapan,1,2,3,4\n"
            ),
        ] {
            let wrong = wrong(&text, None, &in_millions());
            assert!(
                wrong.iter().any(|wrong| wrong.contains(why)),
                "{text}: {wrong:?}"
            );
        }
    }
    // Of two partners in the heads, none is that asked for.
    let text = ",2016-09,,2017-09,\n,Japan,Russia,Japan,Russia\nImports,1,2,3,4\n";
    assert_eq!(rows(text), [""; 0]);
    // A row of imports has no exports.
    let text =
        ",2016-09,2016-09,2017-09,2017-09\n,Imports,Exports,Imports,Exports\nImports,1,2,3,4\n";
    assert_eq!(imports(text), ["2016-09 1.0", "2017-09 3.0"]);
}

#[test]
fn years_and_ranks_beside_months_are_left_out() {
    for text in [
        "순위,국가,2016년,,2016년 9월,,2017년 9월,\n,,수입금액,증감률,수입금액,증감률,수입금액,증감률\n1,북한,2631,1,234.8,1,145.8,-37.9\n2,일본,9,1,9,1,9,1\n",
        ",Series,2016,2016-09,2017-09\n0,Imports,2631,234.8,145.8\n1,Exports,9,9,9\n",
        "Imports from North Korea\n,2016,2017,2017/16\nSep,234.8,145.8,-37.9\n",
    ] {
        assert_eq!(imports(text), IMPORTS, "{text}");
    }
    let months: Vec<String> = imports("구분,2017년(1~9월),2017년 9월\n수입,1477.9,145.8\n");
    assert_eq!(months, ["2017-01..2017-09 1477.9", "2017-09 145.8"]);
    // A year that may be one that begins in summer, and one with words that narrow it.
    for text in [
        "Imports from North Korea\n,2016,2017,2017/18\nSep,1,2,3\n",
        "Country,2016 Coal,2016-09 Imports,2017-09 Imports\nNorth Korea,1,2,3\n",
    ] {
        let wrong = wrong(text, None, &in_millions());
        assert!(!wrong.is_empty(), "{text}");
    }
}

#[test]
fn a_row_of_values_is_no_head() {
    // Japan's 2010.9 could be a month under a head that begins with North Korea.
    let text = "Country,Imports,,Exports,\n,2016-09,2017-09,2016-09,2017-09\nNorth Korea,234.8,145.8,285.5,266.3\nJapan,2010.9,7121.4,7751.3,8733.7\n";
    assert_eq!(imports(text), IMPORTS);
    let text = "구분,2016.9,,2017.9,\n,당월,누계,당월,누계\n수출,285.5,2110,266.3,2552\n수입,234.8,1774.1,145.8,1477.9\n";
    assert_eq!(imports(text).len(), 4);
}

/// Words for a further column beside imports and exports, none of which adds to these.
const BESIDE: &str = "y/y|Share|증감률|同比|tonnes|중량(톤)|Coal|from Japan|cumulative|누계|累计|foo|SA|Index|Russia|\
    estimate|Border trade|Q3|prelim|by truck|2015|Balance|煤|Liaoning|per capita|rank|Japan|2010=100|real|\
    forecast|(excl. oil)|KRW|EUR|price|hs 2701|mirror|re-exports|10 largest|1-9月|자료";

#[test]
fn a_further_column_changes_no_figure() {
    const MONTHS: [&str; 2] = ["2016-09", "2017-09"];
    let (mut read, mut tried) = (0, 0);
    for words in BESIDE.split('|').map(str::trim) {
        for head in [words.to_owned(), format!("Imports {words}")] {
            let heads = ["Imports", "Exports", &head];
            let joined = MONTHS.map(|month| heads.map(|head| format!("{month} {head}")).join(","));
            let joined = format!("Country,{}", joined.join(","));
            let below = format!(
                "Country,{},,,{},,\n,{},{}",
                MONTHS[0],
                MONTHS[1],
                heads.join(","),
                heads.join(",")
            );
            // One arrangement for each head, in turn.
            tried += 1;
            let tables = [
                (joined, [234.8, 285.5, 901.7, 145.8, 266.3, 902.9]),
                (below, [234.8, 285.5, 901.7, 145.8, 266.3, 902.9]),
                (
                    format!(
                        "Country,Imports,,Exports,,{head},\n,{0},{1},{0},{1},{0},{1}",
                        MONTHS[0], MONTHS[1]
                    ),
                    [234.8, 145.8, 285.5, 266.3, 901.7, 902.9],
                ),
            ];
            for (table, order) in tables.into_iter().skip(tried % 3).take(1) {
                let values = order.map(|value: f64| value.to_string()).join(",");
                let text = format!("{table}\nNorth Korea,{values}\nJapan,1,2,3,4,5,6\n");
                let Ok(observations) = from_stdin(text.as_bytes(), None, &in_millions()) else {
                    continue;
                };
                read += 1;
                let rows = row_texts(&observations);
                let found = rows.iter().filter_map(|row| {
                    let parts: Vec<&str> = row.split_whitespace().collect();
                    let value: f64 = parts.last()?.parse().ok()?;
                    let is_month = !parts[1].contains("..");
                    is_month.then(|| format!("{} {} {:.1}", parts[1], parts[2], value / 1e6))
                });
                let mut found: Vec<String> = found.collect();
                found.sort();
                let expected = [
                    "2016-09 export 285.5",
                    "2016-09 import 234.8",
                    "2017-09 export 266.3",
                    "2017-09 import 145.8",
                ];
                assert_eq!(found, expected, "{text}");
            }
        }
    }
    // Columns of changes, shares, quantities and years to date are left out.
    assert!(read > 20, "{read} tables were read");
}

#[test]
fn a_column_of_words_to_be_ignored_is_left_out_unless_all_have_them() {
    let ignoring = |words: &str| Options {
        ignored: vec![words.to_owned()],
        ..in_millions()
    };
    let months = |text: &str, words: &str| {
        let observations = from_stdin(text.as_bytes(), None, &ignoring(words)).unwrap();
        row_texts(&observations).len()
    };
    let text = "Country,2016-09,,2017-09,\n,Imports,Imports SA,Imports,Imports SA\nNorth Korea,1,2,3,4\nJapan,1,2,3,4\n";
    assert_eq!(months(text, "Imports SA"), 2);
    let text = ",2016-09 foo,2016-09 y/y,2017-09 foo,2017-09 y/y\nImports,1,9,2,9\n";
    assert_eq!(months(text, "foo"), 2);
}
