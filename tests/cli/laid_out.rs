//! Heads of several levels, cells that span rows, names of columns as programs write them, and what
//! stands for a value that is missing. Every figure is that of the table which the file was made from.

use crate::program::Folder;
use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, check};

#[test]
fn a_head_of_two_levels_names_partner_and_flow() {
    let index = "country,North Korea,North Korea,Japan,Japan\nflow,imports,exports,imports,exports\nmonth,,,,\n2016-09,234800,285500,1,2\n2017-09,145800,266300,3,4\n";
    let turned = "flow,imports,imports,exports,exports\ncountry,North Korea,Japan,North Korea,Japan\n2016-09,234800,1,285500,2\n2017-09,145800,3,266300,4\n";
    let merged = ",North Korea,,Japan,\nUSD thousand,imports,exports,imports,exports\n2016-09,234800,285500,1,2\n2017-09,145800,266300,3,4\n";
    let korean = "시점,북한,,일본,\n시점,수출액 (천달러),수입액 (천달러),수출액 (천달러),수입액 (천달러)\n2016.09,285500,234800,2,1\n2017.09,266300,145800,4,3\n";
    let told_by = "Region,China,China\n,Imports: North Korea,Exports: North Korea\nUnit,USD mn,USD mn\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n";
    let unit = "--currency usd --file-unit thousand";
    check(
        &[
            ("with the name of the index below", unit, "a.csv", index, NK),
            ("flows above partners", unit, "a.csv", turned, NK),
            ("a unit in the corner", "", "a.csv", merged, NK),
            (
                "years and months of Korea's office",
                "",
                "a.csv",
                korean,
                NK,
            ),
            (
                "whose figures they are is no partner",
                "",
                "a.csv",
                told_by,
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn a_partner_is_written_once_over_its_rows() {
    let rows = "country,flow,2016-09,2017-09\nNorth Korea,imports,234800,145800\n,exports,285500,266300\nJapan,imports,1,2\n,exports,3,4\n";
    let page = "<table><tr><th>Country</th><th>Month</th><th>Imports (US$ thousand)</th></tr><tr><td rowspan=2>North Korea</td><td>2016-09</td><td>234800</td></tr><tr><td>2017-09</td><td>145800</td></tr><tr><td rowspan=2>Japan</td><td>2016-09</td><td>1</td></tr><tr><td>2017-09</td><td>2</td></tr></table>";
    let kosis = "국가별(1),항목,2016.09 월,2017.09 월\n북한,수출액 (천달러),285500,266300\n,수입액 (천달러),234800,145800\n일본,수출액 (천달러),1,2\n,수입액 (천달러),3,4\n";
    let unit = "--currency usd --file-unit thousand";
    let lost = rows.replace("Japan,", ",");
    let lacks = rows.replace(",exports,3,4\n", "");
    check(
        &[
            ("in a wide table", unit, "a.csv", rows, NK),
            ("in a page", "", "a.html", page, NK),
            ("as the office of Korea writes it", "", "a.csv", kosis, NK),
            (
                "a partner lost its name",
                unit,
                "a.csv",
                &lost,
                Refused("partner of the row is blank"),
            ),
            (
                "a partner has other rows than the one before",
                unit,
                "a.csv",
                &lacks,
                Refused("partner of the row is blank"),
            ),
        ],
        "imports",
    );
}

#[test]
fn columns_are_named_as_programs_name_them() {
    check(
        &[
            (
                "words without blanks",
                "--file-unit million",
                "a.csv",
                "yearMonth,partnerName,tradeFlow,tradeValueUsd\n2016-09,North Korea,Import,234.8\n2016-09,Japan,Import,7\n2017-09,North Korea,Import,145.8\n2017-09,Japan,Import,9\n",
                NK,
            ),
            (
                "a column a flow",
                "--file-unit million",
                "a.csv",
                "yearMonth,partnerName,importValueUsd,exportValueUsd\n2016-09,North Korea,234.8,1\n2017-09,North Korea,145.8,2\n",
                NK,
            ),
            (
                "the last second of a month, as pandas ends it",
                "",
                "a.csv",
                "date,imports_usd_mn\n2016-09-30 23:59:59.999999999,234.8\n2017-09-30 23:59:59.999999999,145.8\n",
                NK,
            ),
            (
                "an hour is no end of a day",
                "",
                "a.csv",
                "date,imports_usd_mn\n2016-09-30 23:00:00,234.8\n2017-09-30 23:00:00,145.8\n",
                Refused("not a month"),
            ),
            (
                "the total of the two beside them",
                "--file-unit million --currency usd",
                "a.csv",
                "month,imports,exports,balance,total\n2016-09,234.8,285.5,50.7,520.3\n2017-09,145.8,266.3,120.5,412.1\n",
                NK,
            ),
            (
                "a reporter under the name of a country, the partner in a label",
                "--file-unit million --currency usd",
                "a.csv",
                "Country,Category,DateTime,Value,Frequency\nChina,Imports from North Korea,2016-09-30T00:00:00,234.8,Monthly\nChina,Imports from North Korea,2017-09-30T00:00:00,145.8,Monthly\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn two_ends_of_years_may_stand_for_the_years() {
    let table = |dates: [&str; 2]| {
        let [base, date] = dates;
        format!("date,imports_usd_mn\n{base},234.8\n{date},145.8\n")
    };
    let years = Refused("may stand for years");
    for (dates, arguments, want) in [
        (["2016-12-31", "2017-12-31"], "", years),
        (
            ["2016-01-01", "2017-01-01"],
            "",
            Refused("may stand for years"),
        ),
        (
            ["2016-01-09", "2017-01-09"],
            "",
            Refused("may stand for years"),
        ),
        (["2016-09-30", "2017-09-30"], "", NK),
        (["2016-09-09", "2017-09-09"], "", NK),
        (["2016-01-09", "2017-01-09"], "--ignore date", Nothing),
    ] {
        let text = table(dates);
        check(&[(dates[1], arguments, "a.csv", &text, want)], "imports");
    }
}

#[test]
fn programs_write_a_missing_value_in_their_own_way() {
    for sign in ["NaN", "<NA>", "NaT", "x", "(x)", "c", "n/a", "nan"] {
        let text = format!("month,imports_usd_mn\n2016-09,234.8\n2017-08,288.3\n2017-09,{sign}\n");
        check(&[(sign, "", "a.csv", &text, Nothing)], "imports");
    }
}

/// The value of 2017-09 and what is said of it, as csv.
fn answer(text: &str, arguments: &str) -> String {
    let folder = Folder::new().with("a.csv", text);
    let ask = "yoy --month 2017-09 --flow imports --columns month,base,value,note --format csv";
    let output = folder.run(&format!("{ask} {arguments}")).output();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_sum_with_a_value_that_is_not_given_is_missing() {
    let download = "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"US dollar\",\n\"201609\",\"109\",\"27011100\",\"100\",\n\"201609\",\"109\",\"03061490\",\"134\",\n\"201709\",\"109\",\"27011100\",\"\",\n\"201709\",\"109\",\"03061490\",\"145\",\n";
    let comtrade = "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n201609,156,M,408,27,100\n201609,156,M,408,03,134\n201709,156,M,408,27,NA\n201709,156,M,408,03,145\n";
    let kept = "month,partner,hs,imports_usd\n2016-09,109,27011100,100\n2016-09,109,03061490,134\n2017-09,109,27011100,..\n2017-09,109,03061490,145\n";
    for (text, arguments, code) in [
        (download, "--imports a.csv", "27011100"),
        (comtrade, "a.csv", "27"),
        (kept, "a.csv --file-unit 1", "27011100"),
    ] {
        let told = answer(text, arguments);
        assert!(
            told.contains(&format!("2017-09,234,,value: no data of HS {code}")),
            "{told}"
        );
        // What it has of another good is known.
        let told = answer(text, &format!("{arguments} --hs 03"));
        assert!(told.contains("2017-09,134,145,"), "{told}");
        // Who leaves such rows out hears which figure lost one, and that what is left is no sum of both.
        let told = answer(text, &format!("{arguments} --lenient"));
        assert!(told.contains("2017-09,234,,"), "{told}");
        assert!(told.contains("--lenient"), "{told}");
        let told = answer(text, &format!("{arguments} --lenient --all-goods"));
        assert!(told.contains("2017-09,234,145,"), "{told}");
        assert!(told.contains("--lenient"), "{told}");
    }
    // Where another file has the value, it holds.
    let folder = Folder::new()
        .with("a.csv", download.replace("\"\",\n", "\"7\",\n"))
        .with("b.csv", download);
    let ask = "yoy --month 2017-09 --flow imports --columns base,value --format csv --imports a.csv b.csv";
    let output = folder.run(ask).output();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.ends_with("234,152\n"), "{told}");
}

#[test]
fn the_same_row_in_other_letters_is_a_copy() {
    let head = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"Quantity\",\"Unit\",\"US dollar\",\n";
    let row = |month: &str, partner: &str, name: &str, unit: &str, value: u32| {
        format!(
            "\"{month}\",\"109\",\"{partner}\",\"27011100\",\"{name}\",\"5\",\"{unit}\",\"{value}\",\n"
        )
    };
    let base = row("201609", "Korea,DPR", "Anthracite", "Kilogram", 234_800_000);
    let first = row("201709", "Korea,DPR", "Anthracite", "Kilogram", 145_800_000);
    let twice = || Figures(234_800_000, 291_600_000);
    for (why, again, want) in [
        (
            "the unit in capitals",
            row("201709", "Korea,DPR", "Anthracite", "KILOGRAM", 145_800_000),
            NK,
        ),
        (
            "the unit in Chinese",
            row("201709", "Korea,DPR", "Anthracite", "千克", 145_800_000),
            NK,
        ),
        (
            "the name in capitals",
            row("201709", "KOREA,DPR", "ANTHRACITE", "Kilogram", 145_800_000),
            NK,
        ),
        (
            "the partner in Chinese",
            row("201709", "朝鲜", "Anthracite", "Kilogram", 145_800_000),
            NK,
        ),
        (
            "another good under the code",
            row("201709", "Korea,DPR", "Coke", "Kilogram", 145_800_000),
            twice(),
        ),
        (
            "another unit",
            row("201709", "Korea,DPR", "Anthracite", "Piece", 145_800_000),
            twice(),
        ),
    ] {
        let text = format!("{head}{base}{first}{again}");
        check(&[(why, "--imports", "a.csv", &text, want)], "imports");
    }
}

#[test]
fn flows_are_told_with_their_side_or_by_where_goods_go() {
    let long = |import: &str, export: &str| {
        let row = |month: &str, flow: &str, value: &str| format!("{month},{flow},{value}\n");
        ["2016-09", "2017-09"].into_iter().fold(
            "month,flow,value_usd_mn\n".to_owned(),
            |text, month| {
                let (imports, exports) = match month {
                    "2016-09" => ("234.8", "285.5"),
                    _ => ("145.8", "266.3"),
                };
                text + &row(month, import, imports) + &row(month, export, exports)
            },
        )
    };
    let told = [
        ("Chinese imports", "Chinese exports"),
        ("CN imports from NK", "CN exports to NK"),
        ("NK exports to CN", "NK imports from CN"),
        ("自朝进口", "对朝出口"),
        ("대북 수입", "대북 수출"),
    ];
    let files: Vec<String> = told
        .iter()
        .map(|(import, export)| long(import, export))
        .collect();
    for text in &files {
        check(
            &[("flows with their side", "", "a.csv", text, NK)],
            "imports",
        );
    }
    let open = long("대중 수출", "대중 수입");
    let heads = "month,From NK (USD million),To NK (USD million)\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n";
    let arrows =
        "month,NK→CN (USD million),CN→NK (USD million)\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n";
    let trucks = "month,From NK by truck (USD million),To NK (USD million)\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n";
    check(
        &[
            (
                "South Korea may tell it",
                "",
                "a.csv",
                &open,
                Refused("--file-side"),
            ),
            (
                "which the user settles",
                "--file-side kp",
                "a.csv",
                &open,
                NK,
            ),
            ("heads of directions", "", "a.csv", heads, NK),
            ("heads of arrows", "", "a.csv", arrows, NK),
            ("a part of one direction", "", "a.csv", trucks, Nothing),
        ],
        "imports",
    );
}

#[test]
fn annual_tables_are_periods_of_a_year() {
    let tidy = "year,imports_usd_mn\n2016,2634.4\n2017,1650.7\n";
    let korean =
        "연도,수출(백만 달러),수입(백만 달러)\n2016년,3191.9,2634.4\n2017년,3327.6,1650.7\n";
    let wide = "China trade with North Korea by year (US$ million)\n,2016,2017\nImports,2634.4,1650.7\nExports,3191.9,3327.6\n";
    for text in [tidy, korean, wide] {
        let folder = Folder::new().with("a.csv", text);
        let told = folder
            .run("yoy --period 2017 --flow imports --columns period,base,value a.csv")
            .answer_with_notes();
        assert!(
            told.contains("2017-01..2017-12,2634400000,1650700000"),
            "{told}"
        );
    }
    let september = "China's imports from North Korea in September (US$ million)\nyear,value\n2016,234.8\n2017,145.8\n";
    let to_date = "China's imports from North Korea, year to date (US$ million)\nyear,value\n2016,1774.1\n2017,1477.9\n";
    let twice = "year,imports_usd_mn\n2016,234.8\n2016,291.3\n2017,145.8\n";
    let quarters = "year,quarter,imports_usd_mn\n2016,3,758.2\n2017,3,590.4\n";
    let unknown = "year,mm1,imports_usd_mn\n2016,9,234.8\n2016,8,291.3\n2017,9,145.8\n";
    check(
        &[
            (
                "a month of each year",
                "",
                "a.csv",
                september,
                Refused("september"),
            ),
            (
                "the year to date",
                "",
                "a.csv",
                to_date,
                Refused("year to date"),
            ),
            (
                "rows of one year",
                "",
                "a.csv",
                twice,
                Refused("another value"),
            ),
            ("quarters", "", "a.csv", quarters, Nothing),
            (
                "months of an unknown name",
                "",
                "a.csv",
                unknown,
                Refused("`mm1`"),
            ),
            ("no month is made of a year", "", "a.csv", tidy, Nothing),
        ],
        "imports",
    );
}

#[test]
fn what_programs_write_around_their_figures_changes_nothing() {
    let sas = "DATE,IMPORTS_USD_MN\nSEP16,234.8\nSEP17,145.8\n";
    let stata = "date,imports_usd_mn\n01sep2016,234.8\n01sep2017,145.8\n";
    let by_columns =
        r#"{"month":{"0":"2016-09","1":"2017-09"},"imports_usd_mn":{"0":234.8,"1":145.8}}"#;
    let by_time = r#"[{"date":1472688000000,"imports_usd_mn":234.8},{"date":1504224000000,"imports_usd_mn":145.8}]"#;
    let ceic = ",CN: Import: Asia: North Korea\nRegion,China\nSubnational,\nFrequency,\"Monthly, ending \"\"Dec\"\"\"\nUnit,USD mn\nMean,190.3\nMin,145.8\nNo. of Obs,2\n09/2016,234.8\n09/2017,145.8\n";
    let rates = "month,imports_usd_mn,USD/CNY\n2016-09,234.8,6.67\n2017-09,145.8,6.57\n";
    let days = "month,day,imports_usd_mn\n2016-09,30,234.8\n2017-09,30,145.8\n";
    let tenth = "month,day,imports_usd_mn\n2016-09,10,234.8\n2017-09,10,145.8\n";
    let told = "month,country,imports_usd_mn\n2016-09,China,234.8\n2017-09,China,145.8\n";
    let to_date = "month,ytd_imports,imports_usd_mn\n2016-09,1774.1,234.8\n2017-09,1477.9,145.8\n";
    let noted = "month,imports_usd_mn,exports_usd_mn\n2016-09,234.8,285.5\n2017-09,145.8,266.3\nExcluding Hong Kong, Macao and Taiwan.\nCoal was banned in February 2017; seafood, iron ore and lead in August 2017.\n";
    let without_coal =
        "month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\nGoods banned under UNSCR 2371\n";
    let bilateral = "Unit: US Dollar thousand\nProduct code\tProduct label\tChina's imports from Korea, Democratic People's Republic of\t\tChina's imports from world\t\n\t\tValue in 2016-M09\tValue in 2017-M09\tValue in 2016-M09\tValue in 2017-M09\nTOTAL\tAll products\t234800\t145800\t134000000\t169000000\n";
    check(
        &[
            ("months of SAS", "", "a.csv", sas, NK),
            ("days of Stata", "", "a.csv", stata, NK),
            ("JSON by columns", "", "a.json", by_columns, NK),
            ("JSON with milliseconds", "", "a.json", by_time, NK),
            ("statistics in CEIC's head", "", "a.csv", ceic, NK),
            ("rates of exchange", "", "a.csv", rates, NK),
            ("the last day of the month", "", "a.csv", days, NK),
            ("a day within it", "", "a.csv", tenth, Refused("`day`")),
            (
                "China in all rows may be either",
                "",
                "a.csv",
                told,
                Refused("--file-side cn"),
            ),
            (
                "which the user settles",
                "--file-side cn",
                "a.csv",
                told,
                NK,
            ),
            ("the year to date without a unit", "", "a.csv", to_date, NK),
            ("notes parted at their commas", "", "a.csv", noted, NK),
            ("a note on the goods", "", "a.csv", without_coal, Nothing),
            ("Trade Map's bilateral table", "", "a.txt", bilateral, NK),
        ],
        "imports",
    );
}
