use crate::reader::tests::*;
use crate::trade::{Amount, Basis, Interval, Observation, Period, Printed, RowKind};

fn built_in(options: &Options) -> Observations {
    let source = Source {
        origin: Origin::BuiltIn {
            name: "built-in data",
            text: include_bytes!("../../../data/published.csv"),
        },
        flow: None,
    };
    read(&[source], options, &mut std::io::empty()).unwrap()
}

fn million(text: &str) -> Amount {
    Printed::read(text)
        .unwrap()
        .amount(crate::trade::Unit { power: 6 })
        .unwrap()
}

#[test]
fn the_built_in_data_reads_completely() {
    let observations = built_in(&north_korea());
    assert_eq!(observations.rows.len(), 757);
    assert_eq!(remarks(&observations), [""; 0]);
    // Counted with another csv reader: 556 printed, 128 implied, 59 differences, 14 converted; 31
    // without a value.
    let with = |basis| {
        observations
            .rows
            .iter()
            .filter(|row| row.basis == basis)
            .count()
    };
    assert_eq!(
        [
            Basis::Printed,
            Basis::Implied,
            Basis::Difference,
            Basis::Converted
        ]
        .map(with),
        [556, 128, 59, 14]
    );
    let without_value = observations.rows.iter().filter(|row| row.value.is_none());
    assert_eq!(without_value.count(), 31);
}

#[test]
fn a_part_of_a_heading_never_stands_for_the_heading() {
    // One row notes that diesel is a part of 2710, which applies to the other row too.
    let text = "period,flow,code,name,currency,value,unit,released,publisher,note
2017-04,export,2710,diesel,USD,1,million,2017-05-23,Reuters,part of the heading
2017-05,export,2710,Diesel,USD,2,million,2017-06-23,Reuters,
2017-05,export,2710,refined oil,USD,3,million,2017-06-23,Reuters,
2017-05,export,2711,diesel,USD,4,million,2017-06-23,Reuters,
2017-05,export,,,USD,5,million,2017-06-23,Reuters,without the part of the heading
";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    let values: Vec<i64> = observations.rows.iter().map(|row| millions(&row)).collect();
    assert_eq!(values, [3, 4, 5]);
}

/// The value of a row in millions.
fn millions(row: &crate::trade::Observation) -> i64 {
    let (value, _) = row.value.unwrap();
    i64::try_from(value.0 / 1_000_000_000).unwrap()
}

#[test]
fn no_row_of_the_built_in_data_is_a_copy_of_another() {
    for table in [
        include_str!("../../../data/published.csv"),
        include_str!("../../../data/published-goods.csv"),
        include_str!("../../../data/other-compilers.csv"),
    ] {
        let rows = csv::Reader::from_reader(table.as_bytes()).into_records();
        let rows: Vec<Vec<String>> = rows
            .map(|row| {
                row.unwrap()
                    .iter()
                    .map(|cell| cell.replace(',', ""))
                    .collect()
            })
            .collect();
        let different: std::collections::BTreeSet<&Vec<String>> = rows.iter().collect();
        assert_eq!(different.len(), rows.len());
    }
}

#[test]
fn the_built_in_data_is_about_north_korea_whoever_is_asked_for() {
    let other = Options {
        partner: PartnerChoice::These(vec![Partner::UNLISTED]),
        ..north_korea()
    };
    assert_eq!(built_in(&other).rows.len(), 0);
}

#[test]
fn a_figure_carries_its_rounding_or_the_bounds_beside_it() {
    let text = "period,flow,currency,value,unit,low,high,basis,released,yoy_pct,publisher
2017-09,import,USD,145.8,million,,,,2017-10-23,-37.9,GACC
2017-01..2017-09,export,CNY,1.46,hundred million,1.455,1.47,implied,2017-10,,GACC
2017-09,total,USD,5,1,,,difference,,,
";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    let rows: Vec<Observation> = observations.rows.iter().collect();
    let [first, second, third] = &rows[..] else {
        panic!("three rows");
    };
    let rounded = Interval {
        low: million("145.75"),
        high: million("145.85"),
    };
    assert_eq!(first.value, Some((million("145.8"), rounded)));
    assert_eq!(first.printed, Printed::read("-37.9").ok());
    assert_eq!(first.released, "2017-10-23".parse().ok());
    assert_eq!(&*observations.text_of(first.publisher), "GACC");
    assert_eq!(
        (first.basis, first.kind),
        (Basis::Printed, RowKind::Published)
    );
    let given = Interval {
        low: million("145.5"),
        high: million("147"),
    };
    assert_eq!(second.value, Some((million("146"), given)));
    assert_eq!(second.basis, Basis::Implied);
    assert_eq!(
        "2017-01..2017-09".parse::<Period>().ok(),
        Some(second.period)
    );
    let five = Amount::units(5);
    assert_eq!(third.value, Some((five, Interval::exact(five))));
}

#[test]
fn a_change_may_stand_without_a_value_and_nothing_at_all_is_counted() {
    let text = "period,flow,currency,value,unit,yoy_pct\n2017-09,import,USD,,,-37.9\n2017-08,import,USD,..,,\n";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(row_texts(&observations), ["2 2017-09 import USD   "]);
    assert!(remarks(&observations)[1].contains("1 value is missing"));
}

#[test]
fn partner_code_and_name_may_be_added() {
    let text = "period,flow,partner,code,name,currency,value,unit
2017-09,imports,\"Democratic People's Republic of Korea\",27,Fuels,USD,5,million
2017-09,进口,133,27,Fuels,USD,6,million
2017-09,수입,朝鲜,27,Fuels,USD,7,백만 달러
";
    let observations = from_stdin(text.as_bytes(), None, &north_korea()).unwrap();
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD 27  5000000",
            "4 2017-09 import USD 27  7000000"
        ]
    );
    assert_eq!(observations.rows.get(0).unwrap().kind, RowKind::Detail);
}

#[test]
fn unit_and_currency_are_never_guessed() {
    let text = "period,flow,value,unit\n2017-09,import,5,\n2017-09,import,5,thousand\n";
    assert_eq!(
        wrong(text, None, &north_korea()),
        [
            "2:- the currency is not stated: -",
            "2:18 the unit is not stated: ",
            "3:- the currency is not stated: -"
        ]
    );
    let given = Options {
        unit: Some(crate::trade::Unit { power: 6 }),
        ..usd(north_korea())
    };
    assert_eq!(
        rows(text, None, &given),
        [
            "2 2017-09 import USD   5000000",
            "3 2017-09 import USD   5000"
        ]
    );
    let of_unit = "period,flow,value,unit\n2017-09,import,5,万元\n";
    assert_eq!(
        rows(of_unit, None, &north_korea()),
        ["2 2017-09 import CNY   50000"]
    );
}

#[test]
fn everything_wrong_is_said_with_its_place() {
    let text = "period,flow,currency,value,unit,low,high,basis,released,yoy_pct
2017-13,import,USD,1,million,,,,,
2017-09..2017-01,import,USD,1,million,,,,,
2017-09,balance,USD,1,million,,,,,
2017-09,transit,EUR,1,barrel,,,,,
2017-09,import,USD,1,million,2,3,,,
2017-09,import,USD,1,million,1,,,,
2017-09,import,USD,1,million,,,guess,2017-02-30,much
2017-09,import,USD,1,万元,,,,,
";
    assert_eq!(
        wrong(text, None, &north_korea()),
        [
            "2:1 has no month 13: months run from 01 to 12: 2017-13",
            "3:1 the period ends before it begins: 2017-09..2017-01",
            "5:9 unknown flow: transit",
            "5:23 unknown unit: barrel",
            "6:20 low, value and high are out of order: 1",
            "7:- low and high must be given together or not at all: -",
            "8:32 unknown basis: guess",
            "8:38 not a date: 2017-02-30",
            "8:49 not a number: much",
            "9:22 the unit and the row name different currencies: 万元",
            // Whether there is anything else shows at the end.
            "4:9 balances are computed from exports and imports, not read: balance",
        ]
    );
}

#[test]
fn a_file_given_as_imports_may_hold_no_exports() {
    let text = "period,flow,currency,value,unit\n2017-09,export,USD,5,million\n";
    assert_eq!(
        wrong(text, Some(Flow::Import), &north_korea()),
        ["2:9 the file was passed as imports but contains another flow: export"]
    );
}

#[test]
fn two_columns_of_one_name_are_refused() {
    let text = "period,flow,currency,value,unit,Value\n2017-09,export,USD,5,million,6\n";
    assert_eq!(
        wrong(text, None, &north_korea()),
        ["1:33 two columns have the same meaning: Value"]
    );
}

#[test]
fn a_name_of_a_good_without_a_code_is_never_all_goods() {
    let row = "2017-09,import,USD,1,million,";
    let read = |name: &str, head: &str, code: &str| {
        let text = format!("period,flow,currency,value,unit,name{head}\n{row}{name}{code}\n");
        rows(&text, None, &north_korea())
    };
    for (head, code) in [("", ""), (",code", ",")] {
        assert_eq!(read("coal", head, code), [""; 0], "{head}");
        for name in ["Total", "All products", "全部商品"] {
            assert_eq!(read(name, head, code).len(), 1, "{name} {head}");
        }
    }
}

#[test]
fn a_partner_code_keeps_its_meaning_with_the_decimals_of_a_program() {
    for code in ["109", "109.0", "109.00"] {
        let text = format!(
            "period,flow,partner,currency,value,unit\n2017-09,import,{code},USD,1,million\n"
        );
        assert_eq!(rows(&text, None, &north_korea()).len(), 1, "{code}");
    }
}

#[test]
fn fractions_are_told_by_the_values_of_the_file() {
    // 234.8 to 145.8 is -37.9 %, 145.8 to 145.9 is 0.07 %.
    let file = |changes: [&str; 2]| {
        format!(
            "period,flow,currency,value,unit,yoy_pct
2016-09,import,USD,234.8,million,
2017-09,import,USD,145.8,million,{}
2018-09,import,USD,145.9,million,{}
",
            changes[0], changes[1]
        )
    };
    let refused = |changes| {
        let read = from_stdin(file(changes).as_bytes(), None, &north_korea());
        read.err().map(|problems| problems.located[0].what.clone())
    };
    let fraction = "the change is a fraction: multiplied by 100, it matches the values in the file";
    assert_eq!(refused(["-0.379", ""]).as_deref(), Some(fraction));
    assert_eq!(
        refused(["-0.37904599659", "0.001"]).as_deref(),
        Some(fraction)
    );
    assert_eq!(refused(["-37.9", "0.1"]), None);
    // Revised since, or a change of another month: no fraction.
    assert_eq!(refused(["-0.5", ""]), None);
    // One of them shows that the column is in per cent.
    assert_eq!(refused(["-0.379", "0.07"]), None);
    let ignoring = Options {
        ignored: vec!["yoy_pct".to_owned()],
        ..north_korea()
    };
    let read = from_stdin(file(["-0.379", ""]).as_bytes(), None, &ignoring).unwrap();
    assert!(read.rows.iter().all(|row| row.printed.is_none()));
    assert_eq!(read.rows.len(), 3);
}
