use crate::reader::tests::*;
use crate::trade::{RowKind, Unit};

#[test]
fn a_value_with_its_flow_beside_it() {
    let text = "month,flow,value_usd_mn\n2017-09,import,145.8\nSep 2017,Exports,266.4\n2017年9月,total,412.2\n";
    assert_eq!(
        rows(text, None, &north_korea()),
        [
            "2 2017-09 import USD   145800000",
            "3 2017-09 export USD   266400000",
            "4 2017-09 total USD   412200000"
        ]
    );
}

#[test]
fn a_column_for_each_flow() {
    let text = "date;Imports (US$ thousand);Exports (US$ thousand);Balance (US$ thousand);Imports yoy %\n2017/9;145,800;266,400;120,600;-37.9\n";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   145800000",
            "2 2017-09 export USD   266400000"
        ]
    );
    assert_eq!(observations.rows.get(0).unwrap().kind, RowKind::Published);
}

#[test]
fn chinese_headers_state_unit_and_currency() {
    let text = "年月,进口（万元人民币）,出口（万元人民币）,进出口（万元人民币）\n2024年1月,13494.9,110.2,13605.1\n";
    assert_eq!(
        rows(text, None, &north_korea()),
        [
            "2 2024-01 import CNY   134949000",
            "2 2024-01 export CNY   1102000",
            "2 2024-01 total CNY   136051000"
        ]
    );
}

#[test]
fn number_words_state_the_unit_of_their_cell() {
    let text = "month,flow,value_usd\n2017-09,import,2억9134만\n2017-10,import,1.46亿\n";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   291340000",
            "3 2017-10 import USD   146000000"
        ]
    );
    // Exact to the 万, which is ten thousand.
    let (_, interval) = observations.rows.get(0).unwrap().value.unwrap();
    assert_eq!(interval.width(), crate::trade::Amount::units(10_000));
    let twice = "month,flow,value_usd_mn\n2017-09,import,1.46亿\n";
    assert_eq!(
        wrong(twice, None, &north_korea()),
        ["2:16 the cell and its column each state a unit: 1.46亿"]
    );
}

#[test]
fn a_value_without_a_unit_or_a_currency_is_refused_once() {
    let text = "month,flow,value\n2017-09,import,5\n2017-10,import,6\n";
    assert_eq!(
        wrong(text, None, &north_korea()),
        ["1:12 the currency is not stated: value"]
    );
    assert_eq!(
        wrong(text, None, &usd(north_korea())),
        ["1:12 the unit is not stated: value"]
    );
    let given = Options {
        unit: Some(Unit { power: 3 }),
        ..usd(north_korea())
    };
    assert_eq!(
        rows(text, None, &given),
        ["2 2017-09 import USD   5000", "3 2017-10 import USD   6000"]
    );
    let unknown = "month,flow,value_eur_mn\n2017-09,import,5\n";
    assert_eq!(
        wrong(unknown, None, &north_korea()),
        ["1:12 unknown currency: value_eur_mn"]
    );
}

#[test]
fn the_flow_may_come_from_the_user() {
    let text = "month,value_usd_mn\n2017-09,5\n";
    assert_eq!(
        rows(text, Some(Flow::Export), &north_korea()),
        ["2 2017-09 export USD   5000000"]
    );
    assert_eq!(
        wrong(text, None, &north_korea()),
        ["-:- the file does not say whether it contains imports or exports: -"]
    );
}

#[test]
fn partner_code_and_currency_may_stand_in_columns() {
    let text = "month,partner,hs code,flow,currency,value (million)
2017-09,North Korea,2701,import,usd,5
2017-09,South Korea,2701,import,usd,6
2017-09,Korea,DPR,2701,import,人民币,7
";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD 2701  5000000",
            "4 2017-09 import CNY 2701  7000000"
        ]
    );
    assert_eq!(observations.rows.get(0).unwrap().kind, RowKind::Detail);
}

#[test]
fn empty_cells_are_holes_and_not_zeros() {
    let text = "month,imports_usd_mn,exports_usd_mn\n2017-09,,5\n2017-10,..,—\n2017-11,0,n/a\n";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        ["2 2017-09 export USD   5000000", "4 2017-11 import USD   0"]
    );
    assert!(remarks(&observations)[1].contains("4 values are missing"));
}

#[test]
fn everything_wrong_is_said_with_its_place() {
    let text = "month,flow,value_usd_mn
2017-13,import,5
last month,import,5
2017-09,balance,5
2017-09,import,-5
2017-09,import,inf
2017-09,import,############
";
    assert_eq!(
        wrong(text, None, &north_korea()),
        [
            "2:1 has no month 13: months run from 01 to 12: 2017-13",
            "3:1 not a month: last month",
            "5:16 negative trade value: -5",
            "6:16 not a number: inf",
            "7:16 the column was too narrow when this was saved; the value is lost: ############",
            // Whether there is anything else shows at the end.
            "4:9 balances are computed from exports and imports, not read: balance",
        ]
    );
}

#[test]
fn an_unknown_layout_names_its_columns_and_what_the_nearest_lacks() {
    let problems = from_stdin(b"month,colour\n2017-09,red\n", None, &north_korea()).unwrap_err();
    let text = problems.to_string();
    assert!(
        text.starts_with(
            "tradecheck: standard input: unknown layout, with the columns: `month, colour`\n  \
         expected: the nearest layout, "
        ),
        "{text}"
    );
}

const BLANK: &str = "a blank cell in a column that distinguishes rows";

#[test]
fn the_column_of_months_is_not_that_of_release_dates() {
    for text in [
        "date,month,imports_usd_mn\n2016-10-23,2016-09,234.8\n2017-10-23,2017-09,145.8\n",
        "date,year,month,imports_usd_mn\n2016-10-23,2016,9,234.8\n2017-10-23,2017,9,145.8\n",
    ] {
        assert_eq!(
            rows(text, None, &north_korea()),
            [
                "2 2016-09 import USD   234800000",
                "3 2017-09 import USD   145800000"
            ]
        );
    }
    let text = "month,period,imports_usd_mn\n2017-08,2017-09,234.8\n";
    let found = wrong(text, None, &north_korea());
    assert!(
        found[0].contains("the second has other months"),
        "{found:?}"
    );
}

#[test]
fn a_year_holds_below_a_row_that_is_left_out() {
    let text = "year,month,indicator,value_usd_mn\n2016,7,Imports,200\n,8,Imports,220\n2017,7,Trade balance,-10\n,9,Imports,145.8\n";
    assert_eq!(
        rows(text, None, &north_korea())[2],
        "5 2017-09 import USD   145800000"
    );
}

#[test]
fn a_blank_code_or_reporter_says_nothing() {
    let text = "month,hs,imports_usd_mn\n2016-09,27,100\n2017-09,,90\n";
    let found = wrong(text, None, &north_korea());
    assert!(found[0].contains(BLANK), "{found:?}");
    // A column that is blank in every row distinguishes nothing.
    let blank = text.replace(",27,", ",,");
    assert_eq!(rows(&blank, None, &north_korea()).len(), 2);
    let text = "month,reporter,partner,imports_usd_mn\n2016-09,China,North Korea,234.8\n2017-09,,North Korea,145.8\n2017-09,Russia,North Korea,9\n";
    let found = wrong(text, None, &north_korea());
    assert!(found[0].contains("which country reported it"), "{found:?}");
}

#[test]
fn a_second_column_of_other_partners_is_refused() {
    for (second, rest) in [("counterpart", ""), ("destination", ",hs")] {
        let code = if rest.is_empty() { "" } else { ",27" };
        let text = format!(
            "month,partner,{second}{rest},imports_usd_mn\n2016-09,North Korea,China{code},234.8\n2017-09,North Korea,Russia{code},145.8\n"
        );
        let found = wrong(&text, None, &north_korea());
        assert!(found[0].contains("not recognised"), "{found:?}");
        // The same partner twice is unambiguous.
        let same = text.replace("China", "PRK").replace("Russia", "DPRK");
        assert_eq!(rows(&same, None, &north_korea()).len(), 2);
    }
}

#[test]
fn a_word_ignores_the_column_of_that_name_and_no_other() {
    let text = "month,mode,transport_mode,imports_usd_mn\n2016-09,all,By sea,34.8\n2017-09,all,By sea,15.8\n";
    let ignoring = |word: &str| Options {
        ignored: vec![word.to_owned()],
        ..north_korea()
    };
    assert!(from_stdin(text.as_bytes(), None, &ignoring("mode")).is_err());
    assert_eq!(rows(text, None, &ignoring("transport_mode")).len(), 2);
}

#[test]
fn a_flow_given_against_the_title_is_refused() {
    let text = "Exports to North Korea\nmonth,value_usd_mn\n2016-09,234.8\n2017-09,145.8\n";
    assert!(from_stdin(text.as_bytes(), Some(Flow::Import), &north_korea()).is_err());
    assert_eq!(rows(text, Some(Flow::Export), &north_korea()).len(), 2);
}

#[test]
fn us_in_a_file_name_is_a_country_at_its_ends_or_after_a_flow() {
    use crate::reader::bytes::file_name::partner;
    let us = Partner::find("US");
    assert!(us.is_some());
    for name in [
        "us_imports.csv",
        "imports-us.csv",
        "imports_from_us_2017.csv",
    ] {
        assert_eq!(partner(name), us, "{name}");
    }
    assert_eq!(partner("contact-us-imports.csv"), None);
}
