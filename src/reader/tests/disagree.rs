//! Two columns that disagree on one fact, columns for part of the trade under any name, and dates
//! that may each mean more than a month.

use crate::reader::tests::*;
use crate::trade::PartnerCodes;

/// The only problem with `text`.
fn one_problem(text: &str, options: &Options) -> String {
    let flow = text.starts_with("Date of data").then_some(Flow::Import);
    let mut wrong = wrong(text, flow, options);
    assert!(!wrong.is_empty(), "{text}");
    wrong.remove(0)
}

#[test]
fn a_constant_column_of_a_part_is_in_doubt_under_any_name() {
    for (name, value, means) in [
        ("hts", "27", "some goods"),
        ("hs6code", "270112", "some goods"),
        ("cncode", "2701", "some goods"),
        ("product_id", "27", "some goods"),
        ("hs_code_6", "270112", "some goods"),
        ("goods_name", "Ferrosilicon", "some goods"),
        ("productType", "Ferrosilicon", "some goods"),
        ("province_name", "Yunnan", "one province"),
        ("loading_port", "Nampo", "one province"),
        ("company", "Hongxiang", "part of the trade"),
    ] {
        let text = format!("month,{name},imports_usd_mn\n2016-09,{value},80\n2017-09,{value},44\n");
        let said = one_problem(&text, &north_korea());
        assert!(
            said.contains(means) && said.contains(value),
            "{name}: {said}"
        );
    }
    for (name, value) in [
        ("product_type", "All goods"),
        ("item_count", "27"),
        ("desk", "Team 2"),
    ] {
        let text = format!("month,{name},imports_usd_mn\n2016-09,{value},80\n2017-09,{value},44\n");
        assert_eq!(rows(&text, None, &north_korea()).len(), 2, "{name}");
    }
}

#[test]
fn a_column_of_many_texts_is_judged_too() {
    let mut text = "month,batch,imports_usd_mn\n".to_owned();
    for row in 0..320 {
        text += &format!(
            "{}-{:02},re-exports {row},5\n",
            1990 + row / 12,
            row % 12 + 1
        );
    }
    assert!(one_problem(&text, &north_korea()).contains("re-exports"));
}

#[test]
fn a_breakdown_of_comtrade_by_name_alone_is_a_part() {
    let of = |column: &str, value: &str| {
        format!(
            "period,reporterCode,flowCode,partnerCode,cmdCode,{column},primaryValue\n201709,156,M,408,TOTAL,{value},15820000\n"
        )
    };
    for (column, value) in [
        ("motDesc", "Sea"),
        ("customsDesc", "Inward processing"),
        ("partner2Desc", "Japan"),
    ] {
        assert!(one_problem(&of(column, value), &north_korea()).contains(value));
    }
    for (column, value) in [
        ("motDesc", "TOTAL MOT"),
        ("customsDesc", "TOTAL CPC"),
        ("partner2Desc", "World"),
        ("partner2ISO", "W00"),
    ] {
        assert_eq!(
            rows(&of(column, value), None, &north_korea()),
            ["2 2017-09 import USD   15820000"]
        );
    }
}

#[test]
fn two_columns_of_one_fact_that_disagree_are_refused() {
    let comtrade = |columns: &str, cells: &str| {
        format!(
            "period,reporterCode,flowCode,partnerCode,cmdCode,{columns},primaryValue\n201709,156,M,408,TOTAL,{cells},145820000\n"
        )
    };
    let imf = "COUNTRY,INDICATOR_CODE,INDICATOR_NAME,COUNTERPART_COUNTRY,SCALE,TIME_PERIOD,OBS_VALUE\nCHN,MG_CIF_USD,\"Exports, US Dollars\",PRK,Millions,2017-M09,145.8\n";
    let wide = "Partner,Series,2016-09,2017-09\nNorth Korea,Imports from Japan (USD million),234.8,145.8\n";
    let tidy = "month,partner,series,value_usd_mn\n2017-09,North Korea,Imports from Japan,145.8\n2017-09,North Korea,Imports from North Korea,5\n";
    for (text, column, beside) in [
        (comtrade("flowDesc", "Export"), "flowDesc", "`M`"),
        (comtrade("flowDesc", "Re-export"), "flowDesc", "`M`"),
        (comtrade("partnerISO", "KOR"), "partnerISO", "`408`"),
        (
            comtrade("partnerDesc", "Rep. of Korea"),
            "partnerDesc",
            "`408`",
        ),
        (
            comtrade("refYear,refMonth", "2018,9"),
            "refYear",
            "`201709`",
        ),
        (
            comtrade("refYear,refMonth", "2017,8"),
            "refMonth",
            "`201709`",
        ),
        (
            comtrade("refPeriodId", "20170801"),
            "refPeriodId",
            "`201709`",
        ),
        (comtrade("reporterDesc", "Japan"), "reporterDesc", "`156`"),
        (imf.to_owned(), "INDICATOR_NAME", "`MG_CIF_USD`"),
        (wide.to_owned(), "Series", "`North Korea`"),
        (tidy.to_owned(), "series", "`North Korea`"),
    ] {
        let said = one_problem(&text, &north_korea());
        let right = said.contains(&format!("the column `{column}` contradicts"));
        assert!(right && said.contains(beside), "{said}\n{text}");
    }
    let agrees = comtrade(
        "flowDesc,partnerISO,refYear,refMonth,refPeriodId,reporterDesc",
        "Import,PRK,2017,9,20170901,China",
    );
    assert_eq!(rows(&agrees, None, &north_korea()).len(), 1);
    let agrees = imf.replace("Exports", "Imports");
    assert_eq!(rows(&agrees, None, &north_korea()).len(), 1);
}

#[test]
fn codes_among_names_are_those_of_the_list_that_the_user_names() {
    let tidy = "month,partner,imports_usd_mn\n2017-09,116,145.8\n2017-09,World,9000\n";
    let ours = "period,partner,flow,currency,value,unit\n2017-09,116,import,USD,145.8,million\n";
    let wide = "partner,series,2016-09,2017-09\n116,Imports (USD million),234.8,145.8\n";
    let asked = |partner: &str, codes: PartnerCodes| Options {
        partner: PartnerChoice::These(vec![Partner::find(partner).unwrap()]),
        partner_codes: Some(codes),
        ..north_korea()
    };
    // 116 is Japan in customs codes and Cambodia in UN codes.
    for text in [tidy, ours, wide] {
        let count = |partner: &str, codes| rows(text, None, &asked(partner, codes)).len();
        assert_eq!(count("Japan", PartnerCodes::Un), 0, "{text}");
        assert!(count("Cambodia", PartnerCodes::Un) > 0, "{text}");
        assert!(count("Japan", PartnerCodes::Customs) > 0, "{text}");
        assert_eq!(count("Cambodia", PartnerCodes::Customs), 0, "{text}");
    }
    let open = Options {
        partner_codes: None,
        ..asked("Japan", PartnerCodes::Un)
    };
    assert!(one_problem(tidy, &open).contains("in UN codes"));
}

#[test]
fn dates_are_read_by_one_rule_in_every_layout() {
    let platform = |months: [&str; 3]| {
        let rows = months.map(|month| format!("{month},109,27011100,10,\n"));
        format!(
            "Date of data,Trading partner code,Commodity code,US dollar,\n{}",
            rows.concat()
        )
    };
    let comtrade = |months: [&str; 3]| {
        let rows = months.map(|month| format!("{month},156,M,408,TOTAL,348\n"));
        format!(
            "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n{}",
            rows.concat()
        )
    };
    let ours = |months: [&str; 3]| {
        let rows = months.map(|month| format!("{month},import,USD,5,million\n"));
        format!("period,flow,currency,value,unit\n{}", rows.concat())
    };
    // A spreadsheet takes `2016.10` for a number.
    let october = ["2016.9", "2016.1", "2016.11"];
    let quarters = ["2016-03-31", "2016-06-30", "2016-09-30"];
    let open = ["01/09/2017", "02/09/2017", "03/09/2017"];
    let months = ["01/08/2017", "01/09/2017", "01/10/2017"];
    for of in [platform, comtrade, ours] {
        let flow = of(october)
            .starts_with("Date of data")
            .then_some(Flow::Import);
        let read = |text: &str| {
            let lines = rows(text, flow, &north_korea());
            lines
                .iter()
                .map(|line| line[2..9].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(read(&of(october)), ["2016-09", "2016-10", "2016-11"]);
        assert_eq!(read(&of(months)), ["2017-08", "2017-09", "2017-10"]);
        assert!(one_problem(&of(quarters), &north_korea()).contains("stand for quarters"));
        assert!(
            one_problem(&of(["2016.1", "2017.1", "2018.1"]), &north_korea()).contains("January")
        );
        let wrong = wrong(&of(open), flow, &north_korea());
        assert!(
            wrong[0].contains("the day or the month may come first"),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_name_that_ends_like_a_group_is_never_left_out_of_a_sum_in_silence() {
    let all = |all_partners: bool| Options {
        partner: PartnerChoice::All,
        all_partners,
        ..north_korea()
    };
    let of = |name: &str| {
        format!("month,partner,imports_usd_mn\n2017-09,North Korea,50\n2017-09,{name},1000\n")
    };
    for name in [
        "Hong Kong Special Administrative Region",
        "Micronesia Federated States",
    ] {
        assert_eq!(rows(&of(name), None, &all(false)).len(), 2, "{name}");
    }
    // The user says that each name is a partner of its own.
    let group = of("Dutch Caribbean Territories Union");
    assert!(one_problem(&of("Ruritanian Union"), &all(false)).contains("may be a sum of others"));
    assert_eq!(rows(&of("Ruritanian Union"), None, &all(true)).len(), 2);
    assert_eq!(rows(&group, None, &all(true)).len(), 1);
    // Without any member beside it, a bloc shows that not all partners are in the file.
    for name in ["ASEAN", "European Union", "ASEAN countries"] {
        let alone = one_problem(&of(name), &all(true));
        assert!(alone.contains("of which none is in the file"), "{name}");
    }
    // North Korea is a developing economy.
    let text = of("Developing Economies");
    assert_eq!(rows(&text, None, &all(true)).len(), 1);
    let text = of("ASEAN") + "2017-09,Vietnam,700\n";
    assert_eq!(rows(&text, None, &all(true)).len(), 2);
}

#[test]
fn titles_whose_unit_no_figure_has_contradict_the_table() {
    let by_column =
        "Unit: US$ thousand\nSeries,Unit,2016-09,2017-09\nImports,USD million,234.8,145.8\n";
    let by_label =
        "Unit: US$ thousand\nSeries,2016-09,2017-09\nImports (USD million),234.8,145.8\n";
    let by_head = "Unit: US$ thousand\nmonth,imports (USD million)\n2017-09,145.8\n";
    for text in [by_column, by_label, by_head] {
        assert!(
            one_problem(text, &north_korea()).contains("two units or currencies"),
            "{text}"
        );
    }
    // The nearer text prevails if the title applies to other figures.
    let text = format!("{by_label}Exports,285500,266300\n");
    assert_eq!(
        rows(&text, None, &north_korea()),
        [
            "3 2016-09 import USD   234800000",
            "3 2017-09 import USD   145800000",
            "4 2016-09 export USD   285500000",
            "4 2017-09 export USD   266300000",
        ]
    );
}

#[test]
fn of_several_columns_of_codes_the_deepest_counts() {
    let north = Options {
        needs: crate::reader::Projection {
            digits: 6,
            ..Default::default()
        },
        ..north_korea()
    };
    let table = "month,hs2,hs6,imports_usd_mn\n2016-09,27,270111,100\n2017-09,27,270111,50\n";
    assert_eq!(
        rows(table, None, &north),
        [
            "2 2016-09 import USD 270111  100000000",
            "3 2017-09 import USD 270111  50000000"
        ]
    );
    let others = table.replace("2017-09,27,", "2017-09,26,");
    assert!(wrong(&others, None, &north)[0].contains("two columns have the same meaning"));
}

#[test]
fn two_partners_in_a_row_of_months_are_refused() {
    let table = |counterpart: &str| {
        format!(
            "Partner,Counterpart,Series,2016-09,2017-09\nNorth Korea,China,Imports (USD million),234.8,145.8\nNorth Korea,{counterpart},Exports (USD million),100,50\n"
        )
    };
    assert!(one_problem(&table("Russia"), &north_korea()).contains("`Counterpart` contradicts"));
    assert_eq!(rows(&table("China"), None, &north_korea()).len(), 4);
}

#[test]
fn heads_of_ceic_and_pivot_tables_are_read() {
    let ceic =
        ",CN: Import: North Korea\nUnit,USD mn\nSeries ID,12345\n09/2016,234.8\n09/2017,145.8\n";
    let pivot = "Sum of value_usd_mn,Column Labels,\nRow Labels,exports,imports\n2016-09,285.5,234.8\n2017-09,266.3,145.8\nGrand Total,551.8,380.6\n";
    for (text, count) in [(ceic, 2), (pivot, 4)] {
        let read = rows(text, None, &north_korea());
        let imports = |line: &&String| line.contains("2017-09 import");
        assert_eq!(read.len(), count, "{text}");
        assert!(
            read.iter().find(imports).unwrap().ends_with("145800000"),
            "{read:?}"
        );
    }
}
