use crate::reader::tests::*;
use crate::trade::{Amount, LayoutName, RowKind};

const HEADER: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,netWgt,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

/// A row of the new layout.
struct ComtradeRow {
    frequency: &'static str,
    period: &'static str,
    reporter: &'static str,
    flow: &'static str,
    partner: &'static str,
    partner2: &'static str,
    code: &'static str,
    level: &'static str,
    customs: &'static str,
    transport: &'static str,
    value: &'static str,
}

const TOTAL: ComtradeRow = ComtradeRow {
    frequency: "M",
    period: "201709",
    reporter: "156,CHN,China",
    flow: "M,Import",
    partner: "408,PRK,Dem. People's Rep. of Korea",
    partner2: "0",
    code: "TOTAL",
    level: "0",
    customs: "C00",
    transport: "0",
    value: "145823456",
};

impl ComtradeRow {
    fn line(&self) -> String {
        let (year, month) = self.period.split_at(4);
        let month = if month.is_empty() { "52" } else { month };
        format!(
            "C,{},{}01,{year},{month},{},{},{},{},{},{},\"All, of it\",{},0,{},x,0,{},x,-1,N/A,0,0,,,{},0,0,1",
            self.frequency,
            self.period,
            self.period,
            self.reporter,
            self.flow,
            self.partner,
            self.partner2,
            self.code,
            self.level,
            self.customs,
            self.transport,
            self.value
        )
    }
}

fn file(rows: &[ComtradeRow]) -> String {
    let lines: Vec<String> = rows.iter().map(ComtradeRow::line).collect();
    format!("{HEADER}\n{}\n", lines.join("\n"))
}

fn read_new(rows: &[ComtradeRow]) -> Observations {
    from_stdin(file(rows).as_bytes(), None, &north_korea()).unwrap()
}

#[test]
fn a_total_is_a_published_figure_and_exact() {
    let observations = read_new(&[
        ComtradeRow {
            value: "145823456.0",
            ..TOTAL
        },
        ComtradeRow {
            flow: "X,Export",
            value: "266378901.5",
            ..TOTAL
        },
    ]);
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   145823456",
            "3 2017-09 export USD   266378902"
        ]
    );
    let row = observations.rows.get(0).unwrap();
    assert_eq!(
        (row.kind, observations.inputs[0].layout),
        (RowKind::Published, LayoutName::Comtrade)
    );
    assert_eq!(row.value.unwrap().1.width(), Amount::ZERO);
    // Exact to the cent, though money is shown in whole dollars.
    assert_eq!(
        observations.rows.get(1).unwrap().value.unwrap().0,
        Amount(266_378_901_500)
    );
    assert_eq!(remarks(&observations), [""; 0]);
}

#[test]
fn the_un_code_of_north_korea_is_not_bolivia_and_world_is_no_partner() {
    let bolivia = ComtradeRow {
        partner: "68,BOL,Bolivia (Plurinational State of)",
        value: "7",
        ..TOTAL
    };
    let world = ComtradeRow {
        partner: "0,W00,World",
        value: "1000",
        ..TOTAL
    };
    let south = ComtradeRow {
        partner: "410,KOR,Rep. of Korea",
        value: "9",
        ..TOTAL
    };
    let rows = [TOTAL, bolivia, world, south];
    assert_eq!(
        row_texts(&read_new(&rows)),
        ["2 2017-09 import USD   145823456"]
    );
    let all = Options {
        partner: PartnerChoice::All,
        ..north_korea()
    };
    let observations = from_stdin(file(&rows).as_bytes(), None, &all).unwrap();
    let values: Vec<(u16, String)> = observations
        .rows
        .iter()
        .map(|row| (row.partner, row.value.unwrap().0.to_string()))
        .collect();
    let place = |code| Partner::by_code(code).unwrap();
    assert_eq!(
        values,
        [
            (place("109"), "145823456".into()),
            (place("408"), "7".into()),
            (Partner::WORLD, "1000".into()),
            (place("133"), "9".into())
        ]
    );
    assert_eq!(remarks(&observations), [""; 0]);
}

#[test]
fn south_korea_alone_is_said_to_be_south_korea() {
    let observations = read_new(&[ComtradeRow {
        partner: "410,KOR,Rep. of Korea",
        ..TOTAL
    }]);
    assert_eq!(
        remarks(&observations),
        ["standard input: partner 410 is South Korea; North Korea is 408"]
    );
}

#[test]
fn rows_of_other_reporters_are_left_out_and_said() {
    let by = |reporter| ComtradeRow { reporter, ..TOTAL };
    let korea = || by("410,KOR,Rep. of Korea");
    let observations = read_new(&[TOTAL, korea(), by("392,JPN,Japan")]);
    assert_eq!(
        remarks(&observations),
        ["standard input: 2 rows reported by other countries, not read: Rep. of Korea, Japan"]
    );
    assert_eq!(observations.rows.len(), 1);
    // Without China the file is refused once.
    assert_eq!(
        wrong(&file(&[korea(), korea()]), None, &north_korea()),
        ["-:- the reporter is not China: Rep. of Korea"]
    );
}

#[rustfmt::skip]
#[test]
fn re_imports_and_years_are_left_out_and_counted() {
    let observations = read_new(&[
        ComtradeRow { flow: "RM,Re-Import", ..TOTAL },
        ComtradeRow { flow: "RX,Re-Export", ..TOTAL },
        ComtradeRow { flow: "DX,Domestic Export", ..TOTAL },
        ComtradeRow { flow: "FM,Foreign Import", ..TOTAL },
        ComtradeRow { frequency: "A", period: "2017", ..TOTAL },
        TOTAL,
    ]);
    assert_eq!(row_texts(&observations), ["7 2017-09 import USD   145823456"]);
    assert_eq!(
        remarks(&observations),
        [
            "standard input: 1 row was left out (annual or quarterly), first at line 6",
            "standard input: 4 rows were left out (re-imports, re-exports and the like, not part of imports and exports here), first at line 2",
        ]
    );
}

#[rustfmt::skip]
#[test]
fn commodities_and_breakdowns_are_details_of_other_grains() {
    let observations = read_new(&[
        TOTAL,
        ComtradeRow { code: "27", level: "2", value: "44000000", ..TOTAL },
        ComtradeRow { code: "2701", level: "4", value: "44000000", ..TOTAL },
        ComtradeRow { code: "270111", level: "6", value: "44000000", ..TOTAL },
        // A spreadsheet has dropped the leading zero.
        ComtradeRow { code: "3", level: "2", value: "5", ..TOTAL },
        ComtradeRow { code: "9999AA", level: "6", value: "6", ..TOTAL },
        ComtradeRow { transport: "2100", value: "100000000", ..TOTAL },
        ComtradeRow { customs: "C05", value: "1", ..TOTAL },
        ComtradeRow { partner2: "344", value: "2", ..TOTAL },
        ComtradeRow { code: "27", level: "2", transport: "2100", value: "3", ..TOTAL },
    ]);
    assert_eq!(
        row_texts(&observations),
        [
            "2 2017-09 import USD   145823456",
            "3 2017-09 import USD 27  44000000",
            "4 2017-09 import USD 2701  44000000",
            "5 2017-09 import USD 270111  44000000",
            "6 2017-09 import USD 03  5",
            "7 2017-09 import USD 9999AA  6",
            "8 2017-09 import USD  ||2100|| 100000000",
            "9 2017-09 import USD  |C05||| 1",
            "10 2017-09 import USD  |||344| 2",
            "11 2017-09 import USD 27 ||2100|| 3",
        ]
    );
    let figures = observations.rows.iter().filter(|row| row.kind == RowKind::Published);
    assert_eq!(figures.count(), 1);
}

#[test]
fn a_comma_behind_every_row_shifts_nothing() {
    let text = file(&[TOTAL]).replace("0,0,1\n", "0,0,1,\n");
    assert_eq!(
        rows(&text, None, &north_korea()),
        ["2 2017-09 import USD   145823456"]
    );
}

#[test]
fn what_comtrade_never_writes_is_refused_where_it_stands() {
    let text = file(&[
        ComtradeRow {
            flow: "Q,Barter",
            ..TOTAL
        },
        ComtradeRow {
            code: "27011",
            level: "6x",
            ..TOTAL
        },
        ComtradeRow {
            code: "coal",
            level: "6",
            ..TOTAL
        },
        ComtradeRow {
            period: "201713",
            ..TOTAL
        },
        ComtradeRow {
            value: "1e",
            ..TOTAL
        },
    ]);
    let message = wrong(&text, None, &north_korea());
    let found: Vec<&str> = message
        .iter()
        .filter_map(|line| line.split_once(' '))
        .map(|s| s.1)
        .collect();
    assert_eq!(
        found,
        [
            "unknown flow: Q",
            "the HS code has an odd number of digits: 27011",
            "not an HS code: coal",
            "has no month 13: months run from 01 to 12: 201713",
            "not a number: 1e",
        ]
    );
}

#[test]
fn the_same_trade_in_a_second_classification_counts_once() {
    let twice = read_new(&[TOTAL, TOTAL]);
    assert_eq!(row_texts(&twice), ["2 2017-09 import USD   145823456"]);
    assert_eq!(
        remarks(&twice),
        [
            "standard input: 1 row was left out (the same trade again, in a second classification), first at line 3"
        ]
    );
    let differing = file(&[
        TOTAL,
        ComtradeRow {
            value: "5",
            ..TOTAL
        },
    ]);
    let message = wrong(&differing, None, &north_korea());
    assert!(
        message[0].contains("appears earlier with another value: 5"),
        "{message:?}"
    );
}

#[test]
fn a_partner_known_by_name_alone_is_looked_up_in_every_row() {
    let text = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,partnerISO,partnerDesc,cmdCode,primaryValue\nC,M,201609,156,M,,,Dem. People's Rep. of Korea,TOTAL,234800000\nC,M,201709,156,M,,,Japan,TOTAL,145820000\n";
    assert_eq!(
        rows(text, None, &north_korea()),
        ["2 2016-09 import USD   234800000"]
    );
}

#[test]
fn a_partner_code_beside_the_iso_code_of_another_is_refused() {
    let text = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,partnerISO,cmdCode,primaryValue\nC,M,201609,156,M,408,KOR,TOTAL,234800000\n";
    assert_eq!(
        wrong(text, None, &north_korea()),
        [
            "2:22 the column `partnerISO` contradicts the column `partnerCode` of the same row, which has `408`: KOR"
        ]
    );
    let agrees = text.replace("KOR", "PRK");
    let observations = from_stdin(agrees.as_bytes(), None, &north_korea()).unwrap();
    let said = remarks(&observations);
    assert!(!said.iter().any(|one| one.contains("PRK")), "{said:?}");
}
