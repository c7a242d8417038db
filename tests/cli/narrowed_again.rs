//! Partners as columns, last numbers that may be cut, flags, and titles and names of files that narrow
//! what a table holds or contradict its heads.

use crate::program::Folder;
use crate::understood::Want::Refused;
use crate::understood::{NK, check};

#[test]
fn partners_may_be_the_columns_and_flows_may_be_called_as_their_column() {
    let partners = "Imports by partner (USD million)\nmonth,North Korea,South Korea,World\n2016-09,234.8,13000,140000\n2017-09,145.8,14000,170000\n";
    let given = "month,North Korea,South Korea\n2016-09,234.8,13000\n2017-09,145.8,14000\n";
    let flows = "单位：百万美元\n时间,进出口,出口,进口\n2016年9月,520.3,285.5,234.8\n2017年9月,412.1,266.3,145.8\n";
    check(
        &[
            ("partners under a title", "", "a.csv", partners, NK),
            (
                "partners in a file of imports",
                "--currency usd --file-unit million --imports",
                "a.csv",
                given,
                NK,
            ),
            (
                "a file that says neither",
                "--currency usd --file-unit million",
                "a.csv",
                given,
                Refused("imports or exports"),
            ),
            ("both flows together in a column", "", "a.csv", flows, NK),
            (
                "as SDMX has it",
                "",
                "a.csv",
                "TIME_PERIOD,FLOW,PARTNER,OBS_VALUE,UNIT_MULT,CURRENCY\n2016-09,M,KP,234.8,6,USD\n2017-09,M,KP,145.8,6,USD\n",
                NK,
            ),
            (
                "in three letters",
                "",
                "a.csv",
                "ym,imp_usd_mn,exp_usd_mn\n201609,234.8,285.5\n201709,145.8,266.3\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn a_last_number_shorter_than_all_others_may_be_cut() {
    let table = |last: &str| {
        format!(
            "month,imports_usd_mn\n2016-08,291.34\n2016-09,234.80\n2017-07,156.03\n2017-08,288.30\n2017-09,{last}"
        )
    };
    for (last, want) in [
        ("145.80\n", NK),
        ("145.80", NK),
        ("145.8\n", NK),
        ("145.8", Refused("may be cut off")),
        ("145", Refused("may be cut off")),
    ] {
        check(&[(last, "", "a.csv", &table(last), want)], "imports");
    }
}

#[test]
fn flags_say_what_rows_are() {
    let table = |column: &str, flags: [&str; 2]| {
        let [base, value] = flags;
        format!("month,imports_usd_mn,{column}\n2016-09,234.8,{base}\n2017-09,145.8,{value}\n")
    };
    for (column, flags, want) in [
        ("re-export", ["N", "Y"], Refused("re-export")),
        ("estimated", ["0", "1"], Refused("estimated")),
        ("cumulative", ["no", "no"], NK),
        (
            "seasonally adjusted",
            ["false", "true"],
            Refused("adjusted"),
        ),
    ] {
        let text = table(column, flags);
        check(&[(column, "", "a.csv", &text, want)], "imports");
    }
}

#[test]
fn titles_and_names_of_files_narrow_or_contradict() {
    let table =
        |title: &str| format!("\"{title}\"\nmonth,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n");
    for (title, want) in [
        ("Imports by rail", Refused("rail")),
        ("Imports of state-owned enterprises", Refused("state-owned")),
        ("国有企业进口", Refused("国有企业")),
        ("Imports, adjusted", Refused("adjusted")),
        ("USD thousand", Refused("unit")),
        ("CNY million", Refused("unit")),
        ("USD million", NK),
    ] {
        check(&[(title, "", "a.csv", &table(title), want)], "imports");
    }
    let download =
        "\"Trading partner code\",\"Commodity code\",\"US dollar\",\n\"109\",\"27011100\",\"5\",\n";
    for (name, doubt) in [
        ("进口2017-09辽宁.csv", "辽宁"),
        ("import_2017-09_estimate.csv", "estimate"),
        ("re-import-2017-09.csv", "re import"),
        ("import-2017-09-border trade.csv", "border trade"),
    ] {
        let folder = Folder::new().with(name, download);
        let output = folder
            .run("yoy --month 2017-09 --flow imports")
            .arg(name)
            .output();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.code() == Some(2) && said.contains(doubt),
            "{name}: {said}"
        );
    }
    // A row of a total is no chapter 00.
    let zeros = "month,hs,imports_usd_mn\n2016-09,27,5\n2016-09,00,5\n2017-09,27,6\n2017-09,00,6\n";
    check(
        &[("code 00", "", "a.csv", zeros, Refused("not an HS code"))],
        "imports",
    );
}

#[test]
fn the_united_states_and_trade_between_the_koreas_are_named_in_few_letters() {
    let table = |title: &str| {
        format!("\"{title}\"\nmonth,imports,exports\n2016-09,234.8,286.3\n2017-09,145.8,266.3\n")
    };
    for title in [
        "US trade with China (US$ million)",
        "U.S.-China trade, US$ million",
        "China's trade with the U.S. (US$ million)",
    ] {
        let want = Refused("United States (502)");
        check(&[(title, "", "a.csv", &table(title), want)], "imports");
    }
    for (title, word) in [
        ("Inter-Korean trade (US$ million)", "inter-korean"),
        ("남북교역 (단위: 백만 달러)", "남북교역"),
    ] {
        check(
            &[(title, "", "a.csv", &table(title), Refused(word))],
            "imports",
        );
    }
    let plain = table("US$ million");
    let own_words = "연월,반입(천 달러),반출(천 달러)\n2016-09,234800,1\n2017-09,145800,2\n";
    let contact = format!("{plain}Contact us: a@b.c\n");
    check(
        &[
            (
                "a file name",
                "",
                "us-china-trade.csv",
                &plain,
                Refused("United States (502)"),
            ),
            ("a world", "", "world_trade.csv", &plain, Refused("world")),
            (
                "a world, said",
                "--ignore world",
                "world_trade.csv",
                &plain,
                NK,
            ),
            (
                "trade with all",
                "",
                "a.csv",
                &table("China's total foreign trade, USD million"),
                Refused("`foreign trade`"),
            ),
            (
                "trade with all, in Chinese",
                "",
                "a.csv",
                &table("中国进出口总值，百万美元"),
                Refused("`进出口总值`"),
            ),
            (
                "all trade of the two",
                "",
                "a.csv",
                &table("中朝进出口总值，百万美元"),
                NK,
            ),
            (
                "trade with all, which the user knows better",
                "--ignore 进出口总值",
                "a.csv",
                &table("中国进出口总值，百万美元"),
                NK,
            ),
            (
                "inter-Korean words",
                "",
                "a.csv",
                own_words,
                Refused("반입"),
            ),
            ("a unit", "", "a.csv", &table("US Dollars, million"), NK),
            ("a pronoun", "", "a.csv", &contact, NK),
            (
                "a copy of a download",
                "",
                "e201709 (1).csv",
                "\"Commodity code\",\"US dollar\",\n\"27011100\",\"5\",\n",
                Refused("no figures for import: the data contain export"),
            ),
        ],
        "imports",
    );
}

#[test]
fn two_countries_may_be_named_in_few_letters() {
    let table = |title: &str| {
        format!("\"{title}\"\nmonth,imports,exports\n2016-09,234.8,286.3\n2017-09,145.8,266.3\n")
    };
    for (title, word) in [
        ("中美贸易（百万美元）", "United States (502)"),
        ("中俄双边贸易（百万美元）", "Russia (344)"),
        ("중러 무역 (단위: 백만 달러)", "Russia (344)"),
        ("한·중 교역 (단위: 백만 달러)", "South Korea (133)"),
        ("Sino-Russian trade (US$ million)", "Russia (344)"),
        // Whose trade with the other is not China's.
        ("朝俄贸易（百万美元）", "朝俄"),
        ("북러 무역 (단위: 백만 달러)", "북러"),
        ("Russo-North Korean trade (US$ million)", "Russo"),
        ("Constant 2010 US$ million", "constant"),
    ] {
        check(
            &[(title, "", "a.csv", &table(title), Refused(word))],
            "imports",
        );
    }
    for title in [
        "Sino-North Korean trade (US$ million)",
        "中朝贸易（百万美元）",
        "中朝双边贸易（百万美元）",
        "북중 무역 (단위: 백만 달러)",
        "资料来源：中国海关总署，单位：百万美元",
    ] {
        check(&[(title, "", "a.csv", &table(title), NK)], "imports");
    }
}

#[test]
fn a_total_beside_columns_of_partners_is_no_partner() {
    let table = |total: &str| {
        format!("month,North Korea,Japan,{total}\n2016-09,234.8,10,244.8\n2017-09,145.8,20,165.8\n")
    };
    let given = "--file-unit million --currency usd --imports";
    let (total, chinese) = (table("Total"), table("总值"));
    let (named, plain) = (table("Total imports (USD million)"), table("value"));
    check(
        &[
            ("a bare total", given, "a.csv", &total, NK),
            ("in Chinese", given, "a.csv", &chinese, NK),
            (
                "of imports",
                given,
                "a.csv",
                &named,
                Refused("a.csv:1:7: the column was not recognised"),
            ),
            (
                "a value of nobody",
                given,
                "a.csv",
                &plain,
                Refused("may mean a partner"),
            ),
        ],
        "imports",
    );
}
