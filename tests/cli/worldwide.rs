//! Files of offices elsewhere: words in other languages, other currencies, other reporters, both sides of
//! the trade, dates and names as spreadsheets leave them. What each must answer was worked by hand.

use crate::program::Folder;
use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, check};

#[test]
fn heads_months_and_partners_may_be_in_other_languages() {
    let german = "Monat;Partnerland;Einfuhr (Tsd. USD);Ausfuhr (Tsd. USD)\nSeptember 2016;Nordkorea;234800;285500\nSeptember 2016;Südkorea;1;2\nSeptember 2017;Nordkorea;145800;266300\nSeptember 2017;Südkorea;3;4\n";
    let russian = "месяц,страна,импорт (тыс. долл. США)\nсентябрь 2016,КНДР,234800\nсентябрь 2016,Южная Корея,1\nсентябрь 2017,КНДР,145800\nсентябрь 2017,Южная Корея,2\n";
    let french = "mois;pays;flux;valeur (millions de dollars)\nsept. 2016;Corée du Nord;importations;234,8\nsept. 2016;Corée du Nord;exportations;285,5\nseptembre 2017;Corée du Nord;importations;145,8\nseptembre 2017;Corée du Nord;exportations;266,3\n";
    let spanish = "año,mes,país,importaciones (miles de dólares)\n2016,septiembre,Corea del Norte,234800\n2016,septiembre,Corea del Sur,1\n2017,septiembre,Corea del Norte,145800\n2017,septiembre,Corea del Sur,2\n";
    let traditional = "年月,國家,進口（百萬美元）\n2016-09,北韓,234.8\n2017-09,北韓,145.8\n";
    let title = "Einfuhr aus Südkorea (Mio. USD)\nMonat,Wert\n2016-09,13800\n2017-09,16500\n";
    check(
        &[
            ("German", "", "a.csv", german, NK),
            ("Russian", "", "a.csv", russian, NK),
            ("French", "", "a.csv", french, NK),
            ("Spanish", "", "a.csv", spanish, NK),
            ("Chinese of Taiwan", "", "a.csv", traditional, NK),
            ("another partner in a title", "", "a.csv", title, Nothing),
        ],
        "imports",
    );
}

#[test]
fn other_currencies_are_neither_dollars_nor_yuan() {
    for head in [
        "Imports (HK$ million)",
        "Imports (A$ mn)",
        "Imports (million Hong Kong dollars)",
        "Imports (EUR million)",
        "imports_eur_mn",
        "수입(백만원)",
        "輸入額（百万円）",
        "Imports (million won)",
        "Импорт (млн руб.)",
    ] {
        let text = format!("month,{head}\n2016-09,234.8\n2017-09,145.8\n");
        check(
            &[(head, "", "a.csv", &text, Refused("unknown currency"))],
            "imports",
        );
    }
    let korea = "Korea, Democratic People's Republic of";
    let trade_map = format!(
        "List of supplying markets for the product imported by China\nUnit : Euro thousand\nExporters\tImported value in 2016-M09\tImported value in 2017-M09\n{korea}\t234800\t145800\n"
    );
    let title = "단위: 백만원\n연월,수입\n2016-09,234.8\n2017-09,145.8\n";
    for arguments in ["", "--currency usd", "--currency usd --file-unit million"] {
        check(
            &[
                (
                    "a unit above",
                    arguments,
                    "a.txt",
                    &trade_map,
                    Refused("uro"),
                ),
                (
                    "a unit in Korean",
                    arguments,
                    "a.csv",
                    title,
                    Refused("백만원"),
                ),
            ],
            "imports",
        );
    }
}

#[test]
fn the_trade_of_two_other_countries_is_not_let_through_by_a_side() {
    let rows =
        "month,partner,imports_usd_mn\n2016-09,North Korea,234.8\n2017-09,North Korea,145.8\n";
    let other = "the trade of a country other than China";
    for title in [
        "Russia's trade with North Korea",
        "Russia-North Korea trade",
        "Trade between Russia and North Korea",
        "Imports of Japan from North Korea",
    ] {
        let text = format!("{title}\n{rows}");
        for side in ["", "--file-side cn", "--file-side kp"] {
            check(&[(title, side, "a.csv", &text, Refused(other))], "imports");
        }
    }
    for title in ["Imports from Japan and North Korea", "Japan, North Korea"] {
        let text = format!("\"{title}\"\n{rows}");
        check(&[(title, "", "a.csv", &text, NK)], "imports");
    }
    // What is ignored in a text silences nothing else in it.
    let text = format!("\"Imports of coal, seasonally adjusted\"\n{rows}");
    check(
        &[
            ("both", "", "a.csv", &text, Refused("--ignore 'coal'")),
            (
                "one of them",
                "--ignore coal",
                "a.csv",
                &text,
                Refused("--ignore 'seasonally adjusted'"),
            ),
            (
                "both ignored",
                "--ignore coal --ignore adjusted",
                "a.csv",
                &text,
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn rows_of_china_are_taken_from_those_of_several_reporters() {
    let korea = "\"Korea, Democratic People's Republic of\"";
    let imf = |indicator: &str| {
        let mut text = String::from(
            "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n",
        );
        for country in ["\"China, P.R.: Mainland\"", "Japan"] {
            for (month, value) in [("2016-M09", "234.8"), ("2017-M09", "145.8")] {
                text += &format!(
                    "{country},\"{indicator}\",{korea},Monthly,{month},{value},Millions\n"
                );
            }
        }
        text
    };
    check(
        &[
            ("the IMF", "", "a.csv", &imf("MG_CIF_USD"), NK),
            (
                "without a currency",
                "",
                "a.csv",
                &imf("Imports, CIF"),
                Refused("--currency usd"),
            ),
            (
                "with one",
                "--currency usd",
                "a.csv",
                &imf("Imports, CIF"),
                NK,
            ),
            (
                "of some goods",
                "--currency usd",
                "a.csv",
                &imf("Imports of fuels, CIF"),
                Refused("Imports of fuels"),
            ),
        ],
        "imports",
    );
}

#[test]
fn who_sends_and_who_receives_tell_flow_and_partner() {
    let table = |[sends, receives]: [&str; 2], china: &str, north: &str| {
        let mut text = format!("month,{sends},{receives},value_usd_mn\n");
        for (month, imports, exports) in
            [("2016-09", "234.8", "285.5"), ("2017-09", "145.8", "266.3")]
        {
            text +=
                &format!("{month},{north},{china},{imports}\n{month},{china},{north},{exports}\n");
            text += &format!("{month},{north},Russia,1\n{month},Japan,{china},2\n");
        }
        text
    };
    let names = table(["exporter", "importer"], "China", "North Korea");
    let codes = table(["origin", "destination"], "CHN", "PRK");
    let export = || Figures(285_500_000, 266_300_000);
    for text in [&names, &codes] {
        check(&[("both flows", "", "a.csv", text, NK)], "imports");
        check(&[("both flows", "", "a.csv", text, export())], "exports");
    }
    let given = "--exports";
    check(&[("one flow", given, "a.csv", &codes, export())], "exports");
}

#[test]
fn columns_are_what_stands_in_them() {
    let wide = "Country,Code,Indicator,Unit,2016-09,2017-09\nNorth Korea,PRK,Imports,USD mn,234.8,145.8\nSouth Korea,KOR,Imports,USD mn,13800,16500\n";
    let adjusted = "month,adj,imports_usd_mn\n2016-09,NSA,234.8\n2016-09,SA,230\n2017-09,NSA,145.8\n2017-09,SA,150\n";
    let modes = "month,trade type,imports_usd_mn\n2016-09,Total,234.8\n2016-09,Ordinary trade,100\n2017-09,Total,145.8\n2017-09,Ordinary trade,90\n";
    let un = "month,M49,imports_usd_mn\n2016-09,408,234.8\n2016-09,410,13800\n2017-09,408,145.8\n2017-09,410,16500\n";
    let amount =
        "month,flow,amount,value_usd_mn\n2016-09,import,1000,234.8\n2017-09,import,2000,145.8\n";
    let beside = |second: [&str; 2]| {
        format!(
            "month,imports_usd_mn,,month,exports_usd_mn\n2016-09,234.8,,{},266.3\n2017-09,145.8,,{},285.5\n",
            second[0], second[1]
        )
    };
    let (same, others) = (
        beside(["2016-09", "2017-09"]),
        beside(["2017-09", "2016-09"]),
    );
    let blanks = "month,imports_usd\n2016-09,234 800 000\n2017-09,145 800 000\n";
    let serials = "month,imports_usd_mn\n42583,291.3\n42614,234.8\n42979,145.8\n";
    let named_twice = "month,country,imports_usd_mn\n2016-09,朝鲜(109),234.8\n2016-09,116 日本,1\n2017-09,DPRK (North Korea),145.8\n2017-09,116 日本,2\n";
    check(
        &[
            ("codes of countries", "", "a.csv", wide, NK),
            ("adjusted and not", "", "a.csv", adjusted, NK),
            ("trade modes", "", "a.csv", modes, NK),
            ("UN codes", "", "a.csv", un, NK),
            ("another amount", "", "a.csv", amount, NK),
            ("two tables side by side", "", "a.csv", &same, NK),
            (
                "of other months",
                "",
                "a.csv",
                &others,
                Refused("side by side"),
            ),
            ("digits in groups", "", "a.csv", blanks, NK),
            ("days as numbers", "", "a.csv", serials, NK),
            ("partners named twice", "", "a.csv", named_twice, NK),
            (
                "what is left of the world",
                "--partner all",
                "a.csv",
                "month,country,imports_usd_mn\n2016-09,North Korea,100\n2016-09,Rest of the world,1\n2017-09,North Korea,110\n2017-09,Rest of the world,2\n",
                Figures(101_000_000, 112_000_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn months_in_words_are_read_in_names_of_files() {
    let download =
        "\"Trading partner code\",\"Commodity code\",\"US dollar\",\n\"109\",\"27011100\",\"5\",\n";
    for (name, is_read) in [
        ("import_Sep2017.csv", true),
        ("2017 September imports.csv", true),
        ("import-2017-Jan-Sep.csv", false),
        ("import-sep.csv", false),
    ] {
        let folder = Folder::new().with(name, download);
        let output = folder
            .run("yoy --month 2017-09 --flow imports --columns month,value")
            .arg(name)
            .output();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(told.contains("2017-09,5"), is_read, "{name}: {told}{said}");
        assert_eq!(said.contains("--file-month"), !is_read, "{name}: {said}");
    }
}

#[test]
fn heads_of_programs_leave_the_column_of_months_where_it_is() {
    let wind = "指标名称,进口金额:朝鲜:当月值\n频率,月\n单位,万美元\n指标ID,M0000001\n更新时间,2018-01-15\n2016-09-30,23480\n2017-09-30,14580\n数据来源：Wind\n";
    let ceic = ",China: Imports: North Korea\nUnit,USD mn\nSeries ID,SR123\n09/2016,234.8\n09/2017,145.8\n";
    let r =
        "\"\",\"Index\",\"imports_usd_mn\"\n\"1\",\"Sep 2016\",234.8\n\"2\",\"Sep 2017\",145.8\n";
    let sums = "연월,품목코드,품목명,수입금액(천 달러)\n2016.09,00,총계,234800\n2016.09,27,광물성연료,80000\n2017.09,00,총계,145800\n2017.09,27,광물성연료,44000\n";
    let flows = "<th>Imports</th><th>Exports</th>";
    let page = format!(
        "<table><tr><th rowspan=2>Month</th><th colspan=2>North Korea (USD mn)</th><th colspan=2>Japan (USD mn)</th></tr><tr>{flows}{flows}</tr>\
         <tr><td>2016-09</td><td>234.8</td><td>285.5</td><td>1</td><td>2</td></tr><tr><td>2017-09</td><td>145.8</td><td>266.3</td><td>3</td><td>4</td></tr></table>"
    );
    check(
        &[
            ("Wind, a note below two rows", "", "a.csv", wind, NK),
            ("CEIC, one series", "", "a.csv", ceic, NK),
            ("R's index", "", "a.csv", r, NK),
            ("a code of zeros named as the total", "", "a.csv", sums, NK),
            ("a page of partners over flows", "", "a.html", &page, NK),
        ],
        "imports",
    );
}
