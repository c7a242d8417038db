use crate::reader::tests::*;
use crate::trade::{RowKind, Unit};

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
    let records = read_wide(text);
    assert_eq!(row_texts(&records), BOTH);
    assert_eq!(records.inputs[0].layout, "wide");
    assert_eq!(records.rows.get(0).unwrap().kind, RowKind::Published);
    assert_eq!(remarks(&records), [""; 0]);
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
    let records = read_wide(label);
    assert_eq!(
        row_texts(&records),
        [
            "4 2017-08 import USD   288000000",
            "4 2017-09 import USD   145800000",
            "8 2017-08 export USD   5000",
            "8 2017-09 export USD   6000",
        ]
    );
    assert_eq!(
        remarks(&records),
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
    let records = read_wide(text);
    assert_eq!(records.rows.len(), 0);
    let south = Partner::find("133").unwrap();
    assert!(records.partners_seen.contains(&south));
}

#[test]
fn part_of_the_trade_is_never_taken_for_all_of_it() {
    let text = "US$ million\n,2017-08,2017-09\nImports of coal,138.1,44.0\nImports yoy (%),-1.0,-37.9\nBalance,28,120.6\nImports,288.0,145.8\n";
    let records = read_wide(text);
    assert_eq!(
        row_texts(&records),
        [
            "6 2017-08 import USD   288000000",
            "6 2017-09 import USD   145800000"
        ]
    );
    let remarks = remarks(&records);
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
    let records = read_wide(text);
    assert_eq!(
        row_texts(&records),
        [
            "2 2017-08 import USD 27011100  ",
            "2 2017-09 import USD 27011100  44000000",
            "3 2017-08 import USD 03  ",
            "3 2017-09 import USD 03  0"
        ]
    );
    assert!(records.rows.iter().all(|row| row.kind == RowKind::Detail));
    let message = remarks(&records);
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
        ["3:- the row is short: 2 fields under 3 columns: -"]
    );
    assert_eq!(
        wrong_in(&format!("{head}Imports,288,000,145,800\n")),
        ["3:17 the row is long: 5 fields under 3 columns: 145"]
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
        rows(one_month, None, &named("wide")),
        ["3 2017-09 import USD   145800000"]
    );
    let message = wrong(one_month, None, &named("tidy"));
    assert!(
        message[0].starts_with("-:- the layout is not one"),
        "{message:?}"
    );
    // As `ours`, the file lacks a unit; as `tidy`, it can be read.
    let tidy = "period,flow,value_usd_mn\n2017-09,import,5\n";
    assert!(from_stdin(tidy.as_bytes(), None, &named("ours")).is_err());
    assert_eq!(rows(tidy, None, &named("tidy")).len(), 1);
    assert!(crate::reader::layouts().contains(&"comtrade-legacy"));
    let message = wrong(tidy, None, &named("bulletin"));
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
