//! What narrows the rows of a file without being one of its columns, in more of the forms in which
//! it stands there: names of files and columns, titles, sums, dates that are no months.

use crate::program::{Folder, told};
use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, check};

#[test]
fn names_of_files_that_tell_the_partners_side_are_not_turned_in_silence() {
    let table = "month,value_usd_mn\n2016-09,234.8\n2017-09,145.8\n";
    check(
        &[
            (
                "by word order",
                "",
                "north-korea-exports-to-china.csv",
                table,
                Refused("--file-side"),
            ),
            (
                "of either side",
                "",
                "dprk_exports.csv",
                table,
                Refused("--file-side"),
            ),
            (
                "in Korean",
                "",
                "북한 대중 수출.csv",
                table,
                Refused("--file-side"),
            ),
            (
                "in Chinese",
                "",
                "朝鲜对华出口.csv",
                table,
                Refused("--file-side"),
            ),
            (
                "from China's side",
                "",
                "china-exports-to-north-korea.csv",
                table,
                Figures(234_800_000, 145_800_000),
            ),
            (
                "as the user says",
                "--file-side cn",
                "dprk_exports.csv",
                table,
                Figures(234_800_000, 145_800_000),
            ),
        ],
        "exports",
    );
    // What North Korea sends to China is China's import.
    check(
        &[(
            "as the user says, from the other side",
            "--file-side kp",
            "dprk_exports.csv",
            table,
            NK,
        )],
        "imports",
    );
}

#[test]
fn places_of_a_classification_are_goods() {
    let under =
        |title: &str| format!("{title}\nmonth,imports (USD million)\n2016-09,80\n2017-09,44\n");
    let titles = [
        "HS 2701 imports",
        "HS2701",
        "Chapter 27",
        "\"Chapter 27, imports\"",
        "SITC 3",
        "第27章",
        "제27류",
        "Sanctioned items",
        "Top 10 import products",
        "자원 수입",
    ];
    let texts: Vec<String> = titles.iter().map(|title| under(title)).collect();
    let cases: Vec<_> = titles
        .iter()
        .zip(&texts)
        .map(|(title, text)| (*title, "", "a.csv", &**text, Refused("only some goods")))
        .collect();
    check(&cases, "imports");
    // An edition of the Harmonized System is none of its headings.
    let edition = under("HS 2017 classification");
    check(
        &[(
            "an edition",
            "",
            "a.csv",
            &edition,
            Figures(80_000_000, 44_000_000),
        )],
        "imports",
    );
    // So are names of files, and numbers under a name that says what they are.
    let table = "month,imports (USD million)\n2016-09,80\n2017-09,44\n";
    check(
        &[
            ("a name", "", "imports_hs27.csv", table, Refused("hs27")),
            (
                "a name with a chapter",
                "",
                "imports-chapter27.csv",
                table,
                Refused("chapter27"),
            ),
            (
                "a column",
                "",
                "a.csv",
                "period,flow,partner,currency,value,unit,hs\n2016-09,import,109,USD,80,million,27\n2017-09,import,109,USD,44,million,27\n",
                Refused("`hs`"),
            ),
            (
                "a column of zeros, which are all goods",
                "",
                "a.csv",
                "period,flow,partner,currency,value,unit,hs\n2016-09,import,109,USD,80,million,0\n2017-09,import,109,USD,44,million,0\n",
                Figures(80_000_000, 44_000_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn sums_of_partners_are_neither_one_partner_nor_one_more() {
    check(
        &[
            (
                "a title that counts them",
                "",
                "a.csv",
                "\"Imports, sum of the 5 partners, USD million\"\nmonth,value\n2016-09,3000\n2017-09,4000\n",
                Refused("a partner"),
            ),
            (
                "a title that does not name them",
                "",
                "a.csv",
                "\"Imports from neighbouring countries, USD million\"\nmonth,value\n2016-09,3000\n2017-09,4000\n",
                Refused("a partner"),
            ),
            (
                "a row of their sum",
                "--partner all",
                "a.csv",
                "month,country,imports_usd_mn\n2016-09,North Korea,100\n2016-09,Japan,200\n2016-09,Sum,300\n2017-09,North Korea,110\n2017-09,Japan,210\n2017-09,Sum,320\n",
                Figures(300_000_000, 320_000_000),
            ),
            (
                "a row of the sum of some",
                "--partner all",
                "a.csv",
                "month,country,imports_usd_mn\n2016-09,North Korea,100\n2016-09,Japan,200\n2016-09,Subtotal,300\n2017-09,North Korea,110\n2017-09,Japan,210\n2017-09,Subtotal,320\n",
                Figures(300_000_000, 320_000_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn dates_that_stand_for_more_than_a_month() {
    check(
        &[
            (
                "the last days of quarters",
                "",
                "a.csv",
                "date,imports_usd_mn\n2016-03-31,500\n2016-06-30,600\n2016-09-30,758\n2017-09-30,590\n",
                Refused("three months apart"),
            ),
            (
                "the first days of quarters",
                "",
                "a.csv",
                "date,imports_usd_mn\n2016-07-01,758\n2016-10-01,600\n2017-01-01,500\n2017-07-01,590\n",
                Refused("--ignore 'date'"),
            ),
            (
                "which the user may say are months",
                "--ignore date",
                "a.csv",
                "date,imports_usd_mn\n2016-03-31,500\n2016-06-30,600\n2016-09-30,234.8\n2017-09-30,145.8\n",
                NK,
            ),
            (
                "the last days of months",
                "",
                "a.csv",
                "date,imports_usd_mn\n2016-08-31,291.3\n2016-09-30,234.8\n2017-09-30,145.8\n",
                NK,
            ),
            (
                "a September a year",
                "",
                "a.csv",
                "date,imports_usd_mn\n2015-09-30,200\n2016-09-30,234.8\n2017-09-30,145.8\n",
                NK,
            ),
            (
                "a run of months as the office writes it",
                "",
                "a.csv",
                "period,imports_usd_mn\n1-9.2016,1774.1\n1-9.2017,1477.9\n",
                Nothing,
            ),
            (
                "nine months in a name",
                "",
                "imports_2017_9M.csv",
                "商品编码,贸易伙伴编码,贸易伙伴名称,美元\n27011100,109,朝鲜,5000000\n",
                Refused("--file-month"),
            ),
        ],
        "imports",
    );
}

#[test]
fn one_mode_of_transport_is_not_all_of_them() {
    let rows = |modes: [&str; 2]| {
        let mut text = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,cmdCode,motCode,primaryValue\n".to_owned();
        for (month, value) in [("201609", 117_400_000), ("201709", 72_900_000)] {
            for mode in modes {
                text.push_str(&format!("C,M,{month},156,M,408,TOTAL,{mode},{value}\n"));
            }
        }
        text
    };
    let (twice, both, one) = (
        rows(["0", "2100"]),
        rows(["3200", "2100"]),
        rows(["2100", "2100"]),
    );
    check(
        &[
            (
                "beside the whole",
                "",
                "a.csv",
                &twice,
                Figures(117_400_000, 72_900_000),
            ),
            (
                "two that add up",
                "",
                "a.csv",
                &both,
                Figures(234_800_000, 145_800_000),
            ),
            ("one alone", "", "a.csv", &one, Refused("motCode")),
            (
                "which the user may say is all",
                "--ignore motCode",
                "a.csv",
                &one,
                Figures(117_400_000, 72_900_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn a_query_for_one_chapter_is_not_taken_for_all_goods_in_silence() {
    let text =
        "数据年月,贸易伙伴编码,商品编码,美元\n201609,109,27011100,100\n201709,109,27011100,50\n";
    let said = |arguments: &str| {
        let folder = Folder::new().with("a.csv", text);
        let run = format!("yoy --month 2017-09 --flow imports {arguments} --imports a.csv");
        let output = folder.run(&run).output();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let part = "every row is of HS 27011100: these are figures of it, not of all goods";
    assert!(said("").contains(part), "{}", said(""));
    for settled in ["--all-goods", "--hs 27"] {
        assert!(!said(settled).contains(part), "{}", said(settled));
    }
}

#[test]
fn the_trade_of_another_country_with_north_korea_is_not_turned_into_chinas() {
    let rows = "month,partner,imports_usd_mn\n2016-09,PARTNER,234.8\n2017-09,PARTNER,145.8\n";
    for above in ["Reporter: South Korea", "보고국: 한국", "报告国：日本"] {
        let text = |partner: &str| format!("{above}\n{}", rows.replace("PARTNER", partner));
        let folder = Folder::new()
            .with("north.csv", text("North Korea"))
            .with("china.csv", text("China"));
        let said = told(&folder.run("yoy north.csv --month 2017-09").output());
        assert!(
            said.contains("nothing names China as the other side"),
            "{said}"
        );
        // Its imports from China are China's exports to it.
        let asked = "yoy china.csv --month 2017-09 --partner all --columns base,value";
        let said = folder
            .run(&format!("{asked} --no-header"))
            .answer_with_notes();
        assert!(said.contains("export,234800000,145800000"), "{said}");
    }
}

#[test]
fn a_query_for_a_few_chapters_is_not_taken_for_all_goods_in_silence() {
    let file = |year: u32| {
        format!(
            "month,partner,hs,imports_usd_mn\n{year}-09,North Korea,6109,50\n{year}-09,North Korea,6203,30\n"
        )
    };
    let text = file(2016) + file(2017).split_once('\n').expect("a head").1;
    let folder = Folder::new().with("a.csv", text);
    let ask = |arguments: &str| told(&folder.run(&format!("{arguments} a.csv")).output());
    // 80 million of the 145.82 million of data/published.csv; the title and the statement say so.
    let few = "every row is of HS chapters 61, 62: imports of 2017-09 sum to USD 80.00 million, of a \
               published total of USD 145.82 million";
    let month = "--month 2017-09 --flow imports";
    let said = ask(&format!("yoy {month}"));
    assert!(said.contains(few), "{said}");
    let table = ask(&format!("yoy {month} --format table"));
    assert!(table.contains("in HS 61, 62, 2017-09"), "{table}");
    let statement = ask(&format!("brief {month} --format table")).replace('\n', " ");
    assert!(
        statement.contains("imports of HS 61, 62 from North Korea"),
        "{statement}"
    );
    for settled in ["--all-goods", "--hs 61", "--hs 61,62", "--by chapter"] {
        let said = ask(&format!("yoy {month} {settled}"));
        assert!(!said.contains("every row is of"), "{said}");
    }
    // A statement about all goods cannot be judged by them.
    let verdict = ask("check imports yoy 2017-09 -37.9% --columns verdict,note");
    assert!(verdict.contains("cannot_tell,"), "{verdict}");
    // Rows that add up to the published total are all goods: 115.82 + 30.
    let whole = "month,partner,hs,imports_usd_mn\n2017-09,North Korea,6109,115.82\n\
                 2017-09,North Korea,6203,30\n";
    let folder = Folder::new().with("a.csv", whole);
    let run = folder.run("series --month 2017-09 --flow imports --columns value a.csv");
    let said = told(&run.output());
    assert!(!said.contains("every row is of"), "{said}");
}

#[test]
fn labels_and_headings_say_whose_trade_it_is_in_every_kind_of_table() {
    let label = |text: &str| {
        format!("month,indicator,value_usd_mn\n2016-09,{text},234.8\n2017-09,{text},145.8\n")
    };
    let heading = |text: &str| {
        format!(
            "month,indicator,value_usd_mn\n\"{text}\",,\n2016-09,Value,234.8\n2017-09,Value,145.8\n"
        )
    };
    let wide = |text: &str| format!(",2016-09,2017-09\n{text},,\nAll goods,234.8,145.8\n");
    let (of_partner, open) = ("North Korea's exports to China", "North Korea exports");
    let (by_label, by_heading) = (label(of_partner), heading(of_partner));
    let (by_origin, open_label) = (label("Exports from North Korea"), label(open));
    let (open_heading, of_china) = (heading(open), label("Imports from North Korea"));
    let over_rows = wide("North Korea exports (USD million)");
    // What North Korea exports to China, China imports.
    check(
        &[
            ("a label", "", "a.csv", &by_label, NK),
            ("by where goods come from", "", "a.csv", &by_origin, NK),
            ("a heading", "", "a.csv", &by_heading, NK),
            ("China's", "", "a.csv", &of_china, NK),
            (
                "China's, for all that",
                "--file-side kp",
                "a.csv",
                &of_china,
                NK,
            ),
            (
                "an open label",
                "",
                "a.csv",
                &open_label,
                Refused("a.csv:2: may be China's"),
            ),
            (
                "an open label, said",
                "--file-side kp",
                "a.csv",
                &open_label,
                NK,
            ),
            (
                "an open heading",
                "",
                "a.csv",
                &open_heading,
                Refused("a.csv:2: may be China's"),
            ),
            (
                "an open heading, said",
                "--file-side kp",
                "a.csv",
                &open_heading,
                NK,
            ),
            (
                "a heading over rows",
                "",
                "a.csv",
                &over_rows,
                Refused("a.csv:2: may be China's"),
            ),
            (
                "a heading over rows, said",
                "--file-side kp",
                "a.csv",
                &over_rows,
                NK,
            ),
        ],
        "imports",
    );
    check(
        &[
            (
                "an open label, said",
                "--file-side cn",
                "a.csv",
                &open_label,
                NK,
            ),
            (
                "a heading over rows, said",
                "--file-side cn",
                "a.csv",
                &over_rows,
                NK,
            ),
        ],
        "exports",
    );
}

#[test]
fn the_side_that_the_user_states_is_heeded_or_refused() {
    let ours = "period,flow,currency,value,unit\n2016-09,export,USD,234800,thousand\n2017-09,export,USD,145820,thousand\n";
    let titled = format!("North Korea's trade with China\n{ours}");
    let comtrade = "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n201609,156,M,408,TOTAL,234800000\n201709,156,M,408,TOTAL,145820000\n";
    let trade_map = "Unit : US Dollar thousand\nExporters,Imported value in 2016-M09,Imported value in 2017-M09\n\"Korea, Democratic People's Republic of\",234800,145820\n";
    let figures = || Figures(234_800_000, 145_820_000);
    let always = || Refused("always record China's imports and exports");
    let name = "dprk_exports_to_china.csv";
    check(
        &[
            ("a telling name", "", name, ours, Refused("--file-side")),
            (
                "a telling name, said",
                "--file-side kp",
                name,
                ours,
                figures(),
            ),
            (
                "a title, said",
                "--file-side kp",
                "a.csv",
                &titled,
                figures(),
            ),
            ("Comtrade", "--file-side kp", "a.csv", comtrade, always()),
            (
                "Comtrade, of China",
                "--file-side cn",
                "a.csv",
                comtrade,
                figures(),
            ),
            ("Trade Map", "--file-side kp", "a.csv", trade_map, always()),
        ],
        "imports",
    );
}
