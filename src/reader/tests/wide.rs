use crate::reader::tests::*;
use crate::trade::{LayoutName, RowKind, Unit};

fn all() -> Options {
    Options {
        partner: PartnerChoice::All,
        ..north_korea()
    }
}

fn read_wide(text: &str) -> Observations {
    from_stdin(text.as_bytes(), None, &north_korea()).unwrap()
}

const BOTH: [&str; 4] = [
    "5 2017-08 import USD   288000000",
    "5 2017-09 import USD   145800000",
    "6 2017-08 export USD   316000000",
    "6 2017-09 export USD   266400000",
];

#[test]
fn a_title_states_the_unit_and_notes_below_are_no_series() {
    let text = "China: trade with North Korea; monthly\n\"Unit: US$ thousand\"\n\n,2017-08,2017-09\nImports,\"288,000\",\"145,800\"\nExports,316000,266400\nNote: imports are c.i.f., exports f.o.b., all of it, by month\nSource: GACC\n";
    let observations = read_wide(text);
    assert_eq!(row_texts(&observations), BOTH);
    assert_eq!(observations.inputs[0].layout, LayoutName::Wide);
    assert_eq!(observations.rows.get(0).unwrap().kind, RowKind::Published);
    assert_eq!(remarks(&observations), [""; 0]);
}

#[test]
fn the_unit_may_stand_in_the_row_its_own_column_or_the_corner() {
    let rows_of = |text: &str| row_texts(&read_wide(text));
    for text in [
        "\n\n\nseries,Aug 2017,Sep 2017\nImports (US$ million),288.0,145.8\nExports (US$ million),316.0,266.4\n",
        "\n\n\nflow;unit;2017年8月;2017年9月\nimport;USD mn;288.0;145.8\nexport;US$1,000;316000;266400\n",
        "\n\n\nUS$ million\t2017/8\t2017/9\n进口\t288.0\t145.8\n出口\t316.0\t266.4\n",
        "\n\n\nflow,currency,unit,201708,201709\n수입,USD,million,288.0,145.8\n수출,USD,million,316.0,266.4\n",
        "\n\n\nSeries,2017.08,2017.09\nChina: Import: North Korea: USD million,288.0,145.8\nChina: Export: North Korea: USD million,316.0,266.4\n",
        "\n\n\n,2017-08,2017-09\n中国自朝鲜进口（百万美元）,288.0,145.8\n中国对朝鲜出口（百万美元）,316.0,266.4\n",
    ] {
        assert_eq!(rows_of(text), BOTH, "{text}");
    }
}

#[test]
fn flags_complete_what_the_table_does_not_state() {
    let text = ",2017-08,2017-09\nImports,288.0,145.8\n";
    assert_eq!(
        wrong(text, None, &north_korea()),
        ["2:- the currency is not stated: -"]
    );
    assert_eq!(
        wrong(text, None, &usd(north_korea())),
        ["2:9 the unit is not stated: 288.0"]
    );
    let one_table_of_all = Options {
        unit: Some(Unit { power: 6 }),
        ..usd(north_korea())
    };
    let expected = [
        "2 2017-08 import USD   288000000",
        "2 2017-09 import USD   145800000",
    ];
    assert_eq!(rows(text, None, &one_table_of_all), expected);
    let no_flow = ",2017-08,2017-09\nNorth Korea,288.0,145.8\n";
    assert_eq!(
        rows(no_flow, Some(Flow::Import), &one_table_of_all),
        expected
    );
    let message = wrong(no_flow, None, &one_table_of_all);
    assert!(message[0].contains("imports or exports"), "{message:?}");
}

#[test]
fn partners_stand_in_a_column_or_in_the_label_under_a_heading() {
    let column =
        "Imports (US$ thousand)\ncountry,2017-08,2017-09\nNorth Korea,288000,145800\nJapan,1,2\n";
    let label = "US$ thousand\n,2017-08,2017-09\nImports,,\nNorth Korea,288000,145800\nJapan,1,2\nTotal,288001,145802\nExports,,\nNorth Korea,5,6\n";
    assert_eq!(
        rows(column, None, &north_korea()),
        [
            "3 2017-08 import USD   288000000",
            "3 2017-09 import USD   145800000"
        ]
    );
    let observations = read_wide(label);
    assert_eq!(
        row_texts(&observations),
        [
            "4 2017-08 import USD   288000000",
            "4 2017-09 import USD   145800000",
            "8 2017-08 export USD   5000",
            "8 2017-09 export USD   6000",
        ]
    );
    assert_eq!(
        remarks(&observations),
        [
            "standard input: 1 row was not read, being neither imports, exports nor total, first at line 6: `Total`"
        ]
    );
    let everyone = from_stdin(label.as_bytes(), None, &all()).unwrap();
    assert_eq!(everyone.rows.len(), 6);
}

#[test]
fn the_partner_of_the_title_is_not_taken_for_another() {
    let text = "China's imports from South Korea (US$ thousand)\n,2017-08,2017-09\nImports,5,6\n";
    let observations = read_wide(text);
    assert_eq!(observations.rows.len(), 0);
    let south = Partner::find("133").unwrap();
    assert!(observations.partners_seen.contains(&south));
}

#[test]
fn part_of_the_trade_is_never_taken_for_all_of_it() {
    let text = "US$ million\n,2017-08,2017-09\nImports of coal,138.1,44.0\nImports yoy (%),-1.0,-37.9\nBalance,28,120.6\nImports,288.0,145.8\n";
    let observations = read_wide(text);
    assert_eq!(
        row_texts(&observations),
        [
            "6 2017-08 import USD   288000000",
            "6 2017-09 import USD   145800000"
        ]
    );
    let remarks = remarks(&observations);
    assert!(
        remarks[1].contains("3 rows were not read")
            && remarks[1].ends_with("line 3: `Imports of coal`"),
        "{remarks:?}"
    );
    let only_coal = "US$ million\n,2017-08,2017-09\nCoal,138.1,44.0\n";
    let message = wrong(only_coal, None, &north_korea());
    assert!(
        message[0].starts_with("-:- no row under the months"),
        "{message:?}"
    );
}

#[test]
fn codes_are_details_and_gaps_are_not_zero() {
    let text = "hs code,flow,unit,2017-08,2017-09,2017\n27011100,import,USD thousand,-,44000,99\n03,import,USD thousand,,0,99\n";
    let observations = read_wide(text);
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-08 import USD 27011100  ",
            "2 2017-09 import USD 27011100  44000000",
            "3 2017-08 import USD 03  ",
            "3 2017-09 import USD 03  0"
        ]
    );
    assert!(
        observations
            .rows
            .iter()
            .all(|row| row.kind == RowKind::Detail)
    );
    let message = remarks(&observations);
    assert!(message[0].contains("no partner column"), "{message:?}");
    assert!(
        message[1].ends_with(
            "2 values are missing (empty, a dash or `..`); they were not treated as zero"
        ),
        "{message:?}"
    );
}

#[test]
fn a_surprise_is_refused_where_it_stands() {
    let wrong_in = |text: &str| wrong(text, None, &north_korea());
    let head = "US$ million\n,2017-08,2017-09\n";
    assert_eq!(
        wrong_in(&format!("{head}Imports,5\n")),
        ["3:- the row is too short: 2 fields under 3 columns: -"]
    );
    assert_eq!(
        wrong_in(&format!("{head}Imports,288,000,145,800\n")),
        ["3:17 the row is too long: 5 fields under 3 columns: 145"]
    );
    assert_eq!(
        wrong_in(&format!("{head}Imports,#####,z\n")),
        [
            "3:9 the column was too narrow when this was saved; the value is lost: #####",
            "3:15 not a number: z"
        ]
    );
    assert_eq!(
        wrong_in("US$ million\n,2017-08,2017/8,2017-09\nImports,1,2,3\n"),
        ["2:10 two columns have the same meaning: 2017/8"]
    );
    assert_eq!(
        wrong_in("US$ million\nRMB 10,000\n,2017-08,2017-09\nImports,1,2\n"),
        ["-:- the lines above the table state two units or currencies: -"]
    );
    // The comma in the unit is not a delimiter.
    assert_eq!(
        rows(
            "Unit: US$1,000\n,2017-08,2017-09\nImports,1,2\n",
            None,
            &north_korea()
        )[1],
        "3 2017-09 import USD   2000"
    );
}

#[test]
fn a_layout_named_is_the_layout_taken() {
    let named = |layout| Options {
        layout: Some(layout),
        ..north_korea()
    };
    let one_month = "US$ million\n,2017-09\nImports,145.8\n";
    assert_eq!(
        rows(one_month, None, &named(LayoutName::Wide)),
        ["3 2017-09 import USD   145800000"]
    );
    let message = wrong(one_month, None, &named(LayoutName::Tidy));
    assert!(message[0].starts_with("-:- unknown layout"), "{message:?}");
    // As `ours`, the file lacks a unit; as `tidy`, it can be read.
    let tidy = "period,flow,value_usd_mn\n2017-09,import,5\n";
    assert!(from_stdin(tidy.as_bytes(), None, &named(LayoutName::Ours)).is_err());
    assert_eq!(rows(tidy, None, &named(LayoutName::Tidy)).len(), 1);
    let message = wrong(tidy, None, &named(LayoutName::Bulletin));
    assert!(message[0].starts_with("-:- "), "{message:?}");
}

#[test]
fn excels_line_that_tells_the_delimiter_is_stepped_over() {
    for (text, line) in [
        ("sep=,\nmonth,flow,value_usd_mn\n2017-09,import,5\n", 3),
        (
            "sep=;\r\nmonth;flow;value_usd_mn\r\n2017-09;import;5\r\n",
            3,
        ),
        (
            "\"sep=\t\"\nmonth\tflow\tvalue_usd_mn\n2017-09\timport\t5\n",
            3,
        ),
        ("\u{feff}SEP=,\n,2017-08,2017-09\nImports (USD mn),,5\n", 3),
    ] {
        let expected = format!("{line} 2017-09 import USD   5000000");
        assert_eq!(rows(text, None, &north_korea()), [expected], "{text}");
    }
}

const BLANK: &str = "a blank cell in a column that distinguishes rows";

fn millions() -> Options {
    Options {
        unit: Some(Unit { power: 6 }),
        ..usd(all())
    }
}

#[test]
fn a_row_with_values_is_no_note_whatever_its_label_starts_with() {
    let text = ",2016-09,2017-09\n\"1) Exports (USD million)\",266,283\n* Imports (USD million),234.8,145.8\n* revised\n";
    assert_eq!(
        row_texts(&read_wide(text)),
        [
            "2 2016-09 export USD   266000000",
            "2 2017-09 export USD   283000000",
            "3 2016-09 import USD   234800000",
            "3 2017-09 import USD   145800000",
        ]
    );
    let text = "Country,2016-09,2017-09\nNorth Korea,100,50\n*Japan,1000,2000\n#Russia,500,600\n";
    let found = rows(text, Some(Flow::Import), &millions());
    assert_eq!(found.len(), 6);
    assert_eq!(found[2], "3 2016-09 import USD   1000000000");
    let japan = Options {
        partner: PartnerChoice::These(vec![Partner::find("Japan").unwrap()]),
        ..millions()
    };
    assert_eq!(
        rows(text, Some(Flow::Import), &japan),
        [
            "3 2016-09 import USD   1000000000",
            "3 2017-09 import USD   2000000000"
        ]
    );
    // A sentence split at its commas, or a row: nothing shows which.
    for text in [
        "Country,2016-09,2017-09\nNorth Korea,100,50\nNote: revised,1,2\n",
        "Country,2017-09\nNorth Korea,100\n* revised in June,2017\n",
    ] {
        let wrong = wrong(text, Some(Flow::Import), &millions());
        assert!(wrong[0].contains("starts like a note"), "{wrong:?}");
    }
    let ignoring = Options {
        ignored: vec!["revised".to_owned()],
        ..millions()
    };
    let text = "Country,2017-09\nNorth Korea,100\n* revised in June,2017\n";
    assert_eq!(rows(text, Some(Flow::Import), &ignoring).len(), 1);
}

#[test]
fn a_value_that_could_be_a_month_is_a_value() {
    let text = "Country,2017-09\nNorth Korea,145820\nNepal,200712\nJapan,900000\n";
    let thousands = Options {
        unit: Some(Unit { power: 3 }),
        ..millions()
    };
    assert_eq!(
        rows(text, Some(Flow::Import), &thousands),
        [
            "2 2017-09 import USD   145820000",
            "3 2017-09 import USD   200712000",
            "4 2017-09 import USD   900000000",
        ]
    );
    let text = "Country,2016-09,2017-09\nNepal,2016.05,2017.08\nJapan,1,2\n";
    assert_eq!(
        rows(text, Some(Flow::Import), &millions()),
        [
            "2 2016-09 import USD   2016050000",
            "2 2017-09 import USD   2017080000",
            "3 2016-09 import USD   1000000",
            "3 2017-09 import USD   2000000",
        ]
    );
    // A second header has the text of the first, or months as far apart as those.
    for second in ["Series,201710,201711", "Second half,201710,201711"] {
        let text = format!(
            "Series,201708,201709\nImports (USD million),1,2\n{second}\nExports (USD million),3,4\n"
        );
        let found = read_wide(&text);
        let months: Vec<String> = found
            .rows
            .iter()
            .map(|row| row.period.to_string())
            .collect();
        assert_eq!(&months[..2], ["2017-08", "2017-09"], "{second}");
        assert!(!months[2..].iter().any(|month| month.as_str() < "2017-10"));
    }
}

#[test]
fn a_blank_code_or_reporter_says_nothing() {
    let north = Options {
        unit: Some(Unit { power: 6 }),
        ..usd(north_korea())
    };
    let refused = |text: &str| wrong(text, Some(Flow::Import), &north);
    let of_coal = "hs,commodity,2016-09,2017-09\n,Coal,100,50\n26,Ores,10,5\n";
    assert!(
        refused(of_coal)[0].contains(BLANK),
        "{:?}",
        refused(of_coal)
    );
    let of_all = of_coal.replace("Coal", "Total");
    assert_eq!(
        rows(&of_all, Some(Flow::Import), &north)[0],
        "2 2016-09 import USD   100000000"
    );
    let of_reporter = "Reporter,Series,2016-09,2017-09\n,Imports (USD million),234.8,145.8\nRussia,Imports (USD million),1,2\n";
    let found = wrong(of_reporter, None, &north_korea());
    assert!(found[0].contains("which country reported it"), "{found:?}");
    let always = of_reporter.replace("Russia", "China");
    assert_eq!(rows(&always, None, &north_korea()).len(), 4);
    let two = "hs2,hs4,2016-09,2017-09\n27,2701,100,50\n26,,10,5\n";
    let found = wrong(two, Some(Flow::Import), &north);
    assert_eq!(found, ["1:5 two columns have the same meaning: hs4"]);
}

#[test]
fn a_year_holds_below_a_row_that_is_left_out() {
    let text = "year,flow,Jan,Feb,Mar,Apr\n2016,Imports (USD million),1,2,3,4\n2017,Trade balance,9,9,9,9\n,Exports (USD million),5,6,7,8\n";
    assert_eq!(
        row_texts(&read_wide(text))[4],
        "4 2017-01 export USD   5000000"
    );
    let text = "Year,Jan,Feb,Mar\n2016,1,2,3\n2017*,4,5,6\n2018,7,8,9\n";
    let options = Options {
        unit: Some(Unit { power: 6 }),
        ..usd(north_korea())
    };
    let observations = from_stdin(text.as_bytes(), Some(Flow::Import), &options).unwrap();
    assert_eq!(observations.rows.len(), 6);
    let said = remarks(&observations);
    assert!(said.iter().any(|one| one.contains("2017*")), "{said:?}");
}
