//! Figures held against published ones, and against their own dates of release; titles that narrow; blocs
//! and provinces that add up to nothing.

use crate::program::Folder;
use crate::understood::Want::{Figures, Refused};
use crate::understood::{NK, check};

#[test]
fn a_partner_that_is_only_assumed_is_held_against_published_totals() {
    let whole = "month,Imports (USD million)\n2016-09,142520\n2017-09,169790\n";
    let many = (1..=9).map(|month| format!("2017-0{month},{month}.5\n"));
    let part = format!("month,imports_usd_mn\n{}", many.collect::<String>());
    let far = Refused("no partner is named");
    check(
        &[
            ("imports from the whole world", "", "a.csv", whole, far),
            (
                "as the user says",
                "--partner 109",
                "a.csv",
                whole,
                Figures(142_520_000_000, 169_790_000_000),
            ),
            (
                "nine months far below what was published",
                "",
                "a.csv",
                &part,
                Refused("imports of 2017-01 read as 1500000"),
            ),
            (
                "a title that says what they are of",
                "",
                "a.csv",
                "\"China's imports from North Korea by truck, USD million\"\nmonth,imports\n2016-09,234.8\n2017-09,145.8\n",
                Refused("--ignore 'truck'"),
            ),
            (
                "which the user may ignore",
                "--ignore truck",
                "a.csv",
                "\"China's imports from North Korea by truck, USD million\"\nmonth,imports\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn release_dates_order_the_figures_of_a_month_in_every_table() {
    let tidy = "month,flow,value_usd_mn,released\n2016-09,import,234.8,2016-10-23\n2017-09,import,145.8,2017年10月23日\n2017-09,import,152,2017-10-13\n";
    let wide = "Series,vintage,2016-09,2017-09\nImports (USD million),20171023,234.8,145.8\nImports (USD million),2017-10-13,234.8,152\n";
    let goods = "month,hs,imports_usd_mn,release_date\n2016-09,2701,234.8,2016-10-23 00:00:00\n2017-09,2701,145.8,2018-10-23 00:00:00\n2017-09,2701,150,2017-10-23 00:00:00\n";
    let no_order = "month,imports_usd_mn,vintage\n2016-09,234.8,first\n2017-09,145.8,final\n2017-09,152,first\n";
    check(
        &[
            ("the later one counts", "", "a.csv", tidy, NK),
            (
                "unless it was released after the day asked for",
                "--as-of 2017-10-15",
                "a.csv",
                tidy,
                Figures(234_800_000, 152_000_000),
            ),
            ("in a wide table", "", "a.csv", wide, NK),
            ("of goods", "--hs 2701", "a.csv", goods, NK),
            (
                "of goods, by then",
                "--hs 2701 --as-of 2018-01-01",
                "a.csv",
                goods,
                Figures(234_800_000, 150_000_000),
            ),
            (
                "words have no order",
                "",
                "a.csv",
                no_order,
                Refused("vintage"),
            ),
            (
                "flows that are published the other way round",
                "",
                "a.csv",
                "month,exports_usd_mn,imports_usd_mn\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n",
                Refused("published as exports"),
            ),
            (
                "as the user says",
                "--file-side kp",
                "a.csv",
                "month,exports_usd_mn,imports_usd_mn\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n",
                NK,
            ),
            (
                "a name that may be of either side",
                "",
                "dprk_exports.csv",
                "month,exports_usd_mn,imports_usd_mn\n2016-09,285.5,234.8\n2017-09,266.3,145.8\n",
                Refused("--file-side"),
            ),
            (
                "a condition given by its letter",
                "--imports",
                "a.csv",
                "Flow: X\nmonth,value_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
                Refused("another flow"),
            ),
            (
                "a code alone",
                "",
                "a.csv",
                "27011100\nmonth,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
                Refused("--all-goods"),
            ),
            (
                "a unit whose comma was not quoted",
                "",
                "a.csv",
                "Unit:US$1,000\nmonth,imports\n2016-09,234800\n2017-09,145800\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn blocs_without_members_and_parts_of_the_trade_are_no_series() {
    let bloc = "month,partner,imports_usd_mn\n2016-09,North Korea,234.8\n2016-09,EU27,2000\n2017-09,North Korea,145.8\n2017-09,EU27,3000\n";
    let provinces = "month,flow,province,value_usd_mn\n2016-09,import,Liaoning,200\n2016-09,import,Jilin,34.8\n2017-09,import,Liaoning,100\n2017-09,import,Jilin,45.8\n";
    check(
        &[
            (
                "a bloc is a part of all partners",
                "--partner all --all-partners",
                "a.csv",
                bloc,
                Refused("none is in the file"),
            ),
            (
                "which is left out with a word",
                "--partner all",
                "a.csv",
                bloc,
                NK,
            ),
            (
                "provinces add up to nothing that was said",
                "",
                "a.csv",
                provinces,
                Refused("--ignore 'province'"),
            ),
        ],
        "imports",
    );
    let folder = Folder::new().with("a.csv", bloc);
    for (arguments, said) in [
        ("--partner all", "rows of EU27 are left out"),
        ("--file-month 2017-09", "`--file-month` was not used"),
        ("--sheet trade", "`--sheet` was not used"),
    ] {
        let output = folder
            .run(&format!("yoy a.csv --month 2017-09 {arguments}"))
            .output();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains(said), "{arguments}: {errors}");
    }
}

#[test]
fn what_stands_around_a_table_is_heeded_wherever_it_stands() {
    let table = |title: &str, below: &str| {
        format!("{title}month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n{below}")
    };
    let json = |member: &str| {
        format!(
            "{{{member},\"data\":[{{\"month\":\"2016-09\",\"imports_usd_mn\":234.8}},{{\"month\":\"2017-09\",\"imports_usd_mn\":145.8}}]}}"
        )
    };
    let (quarterly, exports) = (
        table("Frequency: quarterly\n", ""),
        table("Exports to North Korea\n", ""),
    );
    let (without, part) = (
        table("", "Note: excludes Liaoning\n"),
        table("", "* 2017 partial data\n"),
    );
    let (office, forecast) = (
        table("Institute of North Korean Studies\n", ""),
        json("\"status\":\"forecast\""),
    );
    let dollars = "Value of China's imports from Dem. Rep. of Korea in US dollars\nmonth,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n";
    let fine = json("\"status\":\"ok\"");
    let basis = "month,price_basis,imports_usd_mn\n2016-09,current,234.8\n2016-09,constant,1000\n2017-09,current,145.8\n2017-09,constant,900\n";
    check(
        &[
            (
                "another frequency",
                "",
                "a.csv",
                &quarterly,
                Refused("quarterly"),
            ),
            (
                "a title of the other flow",
                "",
                "a.csv",
                &exports,
                Refused("the title says `export`"),
            ),
            (
                "a note of what is left out",
                "",
                "a.csv",
                &without,
                Refused("liaoning"),
            ),
            (
                "a note that not all is in",
                "",
                "a.csv",
                &part,
                Refused("partial"),
            ),
            ("the name of an office", "", "a.csv", &office, NK),
            (
                "JSON of forecasts",
                "",
                "a.json",
                &forecast,
                Refused("forecast"),
            ),
            (
                "a currency above heads with their scale",
                "",
                "a.csv",
                dollars,
                NK,
            ),
            ("JSON that went well", "", "a.json", &fine, NK),
            ("prices of two kinds", "", "a.csv", basis, NK),
        ],
        "imports",
    );
}

#[test]
fn totals_printed_in_both_currencies_give_the_rate_of_their_month() {
    // 2,711.6 ÷ 412.1 = 6.58 yuan to the dollar; 1,200 ÷ 145.8 = 8.23.
    let text = "period,flow,currency,value,unit,released\n2017-09,import,USD,145.8,million,2017-10-23\n2017-09,import,CNY,1200.0,million,2018-10-23\n2017-09,total,USD,412.10,million,2017-10-23\n2017-09,total,CNY,2711.6,million,2017-10-23\n2016-09,import,USD,234.8,million,2016-10-23\n";
    let folder = Folder::new().with("a.csv", text);
    let output = folder
        .run("yoy --month 2017-09 --flow imports --format csv a.csv")
        .output();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        told.contains("imply 8.23 yuan to the dollar, the rate then was about 6.58"),
        "{told}"
    );
}
