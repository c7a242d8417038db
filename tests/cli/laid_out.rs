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
