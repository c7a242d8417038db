//! Tables that programs and people cut from others. For each that is read, one that is not.

use crate::reader::tests::*;
use crate::trade::Unit;

fn read(text: &str) -> Vec<String> {
    let observations = from_stdin(text.as_bytes(), None, &north_korea());
    row_texts(&observations.unwrap_or_else(|wrong| panic!("{text}: {wrong:?}")))
}

fn refused(text: &str, why: &str) {
    let wrong = wrong(text, None, &north_korea());
    assert!(
        wrong.iter().any(|wrong| wrong.contains(why)),
        "{text}: {wrong:?}"
    );
}

#[test]
fn a_comtrade_file_may_be_cut_to_a_few_columns() {
    const READ: [&str; 2] = [
        "2 2016-09 import USD   234800000",
        "3 2017-09 import USD   145820000",
    ];
    for text in [
        "period,flowDesc,partnerDesc,primaryValue\n201609,Import,Dem. People's Rep. of Korea,234800000\n201709,Import,Dem. People's Rep. of Korea,145820000\n",
        "period,flow_code,partner_code,cmd_code,primary_value\n201609.0,M,408.0,TOTAL,234800000.0\n201709.0,M,408.0,TOTAL,145820000.0\n",
        "refPeriodId,reporterISO,flowCode,partnerISO,primaryValue\n20160901,CHN,M,PRK,234800000\n20170901,CHN,M,PRK,145820000\n",
        "period,flowCode,motCode,qty,qtyUnitAbbr,primaryValue\n201609,M,0,33,kg,234800000\n201709,M,0,22,kg,145820000\n",
    ] {
        let found: Vec<String> = read(text)
            .iter()
            .map(|row| row.trim_end_matches(".0").to_owned())
            .collect();
        assert_eq!(found, READ, "{text}");
    }
    for (columns, values, why) in [
        ("motCode", "1000", "not recognised"),
        ("customsCode", "C01", "not recognised"),
        ("aggrLevel", "2", "not recognised"),
        ("reporterDesc", "Russian Federation", "not China"),
    ] {
        refused(
            &format!(
                "period,flowCode,{columns},primaryValue\n201609,M,{values},2\n201709,M,{values},1\n"
            ),
            why,
        );
    }
    refused(
        "period,flowCode,primaryValue\n201609,M,2\n201609,DX,2\n201709,M,1\n",
        "unknown flow",
    );
}

#[test]
fn quarters_halves_and_years_beside_months_are_left_out() {
    for longer in [
        "2016Q3",
        "Q3 2016",
        "2016年第3季度",
        "2016.3Q",
        "2016년 3분기",
        "2016-H2",
        "2016年上半年",
        "2016년 하반기",
    ] {
        let text = format!("Month,Imports (USD mn)\n2016-09,2.0\n{longer},7.0\n2017-09,1.0\n");
        let expected = [
            "2 2016-09 import USD   2000000",
            "4 2017-09 import USD   1000000",
        ];
        assert_eq!(read(&text), expected, "{text}");
    }
    let text =
        "Year,Month,Imports (USD mn)\n2016,Sep,2.0\n2016,Total,7.0\n2016,Q3,7.0\n2017,Sep,1.0\n";
    assert_eq!(read(text).len(), 2);
    refused(
        "Month,Imports (USD mn)\n2016-09,2.0\nforecast 2018,7.0\n",
        "not a month",
    );
}

#[test]
fn months_may_leave_out_the_year_where_they_follow_one_another() {
    let text = "month,imports_usd_mn\n2016년 11월,1.0\n12월,2.0\n2017년 1월,3.0\n2월,4.0\n";
    let expected = [
        "2 2016-11 import USD   1000000",
        "3 2016-12 import USD   2000000",
        "4 2017-01 import USD   3000000",
        "5 2017-02 import USD   4000000",
    ];
    assert_eq!(read(text), expected);
    let falling = "month,imports_usd_mn\nMar 2017,1.0\nFeb,2.0\nFeb,2.0\n";
    assert_eq!(read(falling)[1], "3 2017-02 import USD   2000000");
    // A year that begins unsaid, a gap, and a bare number.
    for text in [
        "month,imports_usd_mn\nDec 2016,1.0\nJan,2.0\n",
        "month,imports_usd_mn\nJan 2016,1.0\nMar,2.0\n",
        "month,imports_usd_mn\nJan 2016,1.0\n2,2.0\n",
    ] {
        refused(text, "not a month");
    }
}

#[test]
fn codes_and_continents_of_partners_add_nothing() {
    for columns in [
        "iso3|PRK|JPN",
        "iso2|KP|JP",
        "m49|408|392",
        "continent|Asia|Asia",
    ] {
        let parts: Vec<&str> = columns.split('|').collect();
        let [name, korea, japan] = parts[..] else {
            panic!("{columns}");
        };
        let text = format!(
            "month,partner,{name},imports_usd_mn\n2016-09,North Korea,{korea},2.0\n2016-09,Japan,{japan},9.0\n2017-09,North Korea,{korea},1.0\n2017-09,Japan,{japan},9.0\n"
        );
        let expected = [
            "2 2016-09 import USD   2000000",
            "4 2017-09 import USD   1000000",
        ];
        assert_eq!(read(&text), expected, "{text}");
    }
    // A code of another country, and of one that the name does not tell.
    for other in ["Japan", "Atlantis"] {
        let text = format!(
            "month,partner,iso3,imports_usd_mn\n2016-09,North Korea,PRK,2.0\n2016-09,{other},PRK,9.0\n2017-09,North Korea,PRK,1.0\n"
        );
        let wrong = wrong(&text, None, &north_korea());
        assert!(!wrong.is_empty(), "{text}");
    }
}

#[test]
fn rows_of_quantities_are_left_out_by_their_unit() {
    let expected = [
        "2 2016-09 import USD   2000000",
        "4 2017-09 import USD   1000000",
    ];
    for unit in ["tonnes", "thousand tonnes", "千克", "톤"] {
        for (head, rest) in [("unit", ""), ("measure,unit", "x,")] {
            let text = format!(
                "month,flow,value,{head}\n2016-09,import,2.0,{rest}USD million\n2016-09,import,7.0,{rest}{unit}\n2017-09,import,1.0,{rest}USD million\n"
            );
            let text = text
                .replace("x,USD", "value,USD")
                .replace("x,", "quantity,");
            assert_eq!(read(&text), expected, "{text}");
        }
    }
    refused(
        "month,flow,value,unit\n2016-09,import,2.0,EUR million\n",
        "unknown unit",
    );
}

#[test]
fn a_scale_and_a_currency_may_be_stated_apart() {
    for text in [
        "(in millions)\nmonth,\"Imports, US$\"\n2016-09,2.0\n2017-09,1.0\n",
        "US dollars\nmonth,Imports (million)\n2016-09,2.0\n2017-09,1.0\n",
        "(in millions)\n,2016-09,2017-09\n\"Imports, US$\",2.0,1.0\n",
        "US dollars\n,2016-09,2017-09\nImports (million),2.0,1.0\n",
    ] {
        let values: Vec<String> = read(text)
            .iter()
            .filter_map(|row| row.rsplit(' ').next().map(str::to_owned))
            .collect();
        assert_eq!(values, ["2000000", "1000000"], "{text}");
    }
    for text in [
        "RMB\nmonth,Imports (US$ million)\n2016-09,2.0\n",
        "in thousands\nmonth,Imports (US$ million)\n2016-09,2.0\n",
        "USD million\nmonth,\"Imports, US$\"\n2016-09,2.0\n",
    ] {
        refused(text, "two units");
    }
}

#[test]
fn a_total_of_one_flow_tells_the_flow_of_the_partners_beside_it() {
    let options = Options {
        unit: Some(Unit { power: 6 }),
        ..usd(north_korea())
    };
    let text = "month,DPRK,ROK,Imports total\n2016-09,2.0,7.0,9.0\n2017-09,1.0,7.0,8.0\n";
    let observations = from_stdin(text.as_bytes(), None, &options).unwrap();
    let expected = [
        "2 2016-09 import USD   2000000",
        "3 2017-09 import USD   1000000",
    ];
    assert_eq!(row_texts(&observations), expected);
    // Without the word it may be all imports beside something else.
    let text = "month,DPRK,ROK,Imports\n2016-09,2.0,7.0,9.0\n2017-09,1.0,7.0,8.0\n";
    let wrong = wrong(text, None, &options);
    assert!(wrong[0].contains("partner"), "{wrong:?}");
}

#[test]
fn ceic_may_leave_a_property_blank() {
    let head = ",Imports: North Korea,Exports: North Korea\nRegion,China,China\n";
    let rest = "Frequency,Monthly,Monthly\nUnit,USD mn,USD mn\nSource,GAC,GAC\nStatus,Active,Active\nSeries ID,1,2\n09/2017,1.0,3.0\n09/2016,2.0,4.0\n";
    let text = format!("{head}Subnational,,\n{rest}");
    assert_eq!(read(&text).len(), 4);
    let text = format!("{head}Subnational,Liaoning,Liaoning\n{rest}");
    assert!(!wrong(&text, None, &north_korea()).is_empty());
}

#[test]
fn wide_tables_of_the_imf_are_read_by_the_names_of_countries() {
    let head = "\"Country Name\",\"Country Code\",\"Counterpart Country Name\",\"Counterpart Country Code\",\"Time Period\",\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)\",\"Goods, Value of Trade Balance, US Dollars (TBG_USD)\"";
    // The IMF's 158 is Japan, the UN's is Taiwan.
    let rows = "China,924,\"Korea, Democratic People's Rep. of\",954,2017M9,145800000,1\nChina,924,Japan,158,2017M9,9,1\n";
    let expected = ["2 2017-09 import USD   145800000"];
    assert_eq!(read(&format!("{head}\n{rows}")), expected);
    refused(
        &format!("{head}\n{}", rows.replace("China,924", "France,132")),
        "not China",
    );
}

#[test]
fn provinces_and_modes_that_tell_rows_apart_are_named_as_what_they_are() {
    for (column, one, other) in [
        ("province", "Liaoning", "Jilin"),
        ("贸易方式", "一般贸易", "边境小额贸易"),
        ("trade_mode", "Ordinary trade", "Border trade"),
    ] {
        let text = format!(
            "month,flow,{column},value_usd_mn\n2017-09,import,{one},2.0\n2017-09,import,{other},1.0\n"
        );
        refused(&text, "differ in columns that were not recognised");
    }
}

#[test]
fn cells_may_name_their_currency() {
    let usd = usd(north_korea());
    for text in [
        "月份,进口\n2016-09,2.348亿美元\n2017-09,14582万美元\n",
        "month,imports\n2016-09,$234.8m\n2017-09,US$145.82 million\n",
        "연월,수입\n2016-09,2억3480만 달러\n2017-09,1억4582만 달러\n",
    ] {
        let rows = row_texts(&from_stdin(text.as_bytes(), None, &usd).unwrap());
        let values: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.rsplit(' ').next())
            .collect();
        assert_eq!(values, ["234800000", "145820000"], "{text}");
    }
    // A cell of another currency than the head's.
    for text in [
        "month,imports (RMB million)\n2016-09,$234.8m\n",
        "month,imports (USD million)\n2016-09,234.8元\n",
    ] {
        refused(text, "not a number");
    }
}

#[test]
fn units_stand_in_a_line_of_their_own() {
    for text in [
        "Unit,USD thousand\nmonth,Imports\n2016-09,2000\n2017-09,1000\n",
        "month,Imports\nunit,USD th\n2016-09,2000\n2017-09,1000\n",
        "in current US dollars\nmonth,Imports (USD million)\n2016-09,2.0\n2017-09,1.0\n",
        "month,Imports (millions of current US dollars)\n2016-09,2.0\n2017-09,1.0\n",
        "연월,수입 (백만 미국 달러)\n2016-09,2.0\n2017-09,1.0\n",
    ] {
        let rows = read(text);
        let values: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.rsplit(' ').next())
            .collect();
        assert_eq!(values, ["2000000", "1000000"], "{text}");
    }
    refused(
        "Unit,RMB thousand\nmonth,Imports (USD million)\n2016-09,2.0\n",
        "unknown unit",
    );
}

#[test]
fn a_partner_by_number_is_that_of_the_customs_or_of_the_un() {
    let table = "month,imports_usd_mn\n2017-09,1.0\n";
    // 408 and 410 are other countries at the customs than in the UN's codes.
    for number in ["408", "410"] {
        refused(&format!("Partner: {number}\n{table}"), "may mean a partner");
    }
    assert_eq!(read(&format!("Partner: 109\n{table}")).len(), 1);
    // Only the UN has 392, which is Japan.
    assert_eq!(read(&format!("Partner: 392\n{table}")), [""; 0]);
    let text = format!("Reporter: China; Partner: Korea, Dem. People's Rep. of\n{table}");
    assert_eq!(read(&text).len(), 1);
}
