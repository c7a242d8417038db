//! Months, marks and names of sums in the spellings that programs and people have for them.

use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, check};

/// A table of imports whose months are spelled so.
fn months(spelled: [&str; 2]) -> String {
    let [base, month] = spelled.map(|month| format!("\"{month}\""));
    format!("월,수입(백만 달러)\n{base},234.8\n{month},145.8\n")
}

#[test]
fn a_month_is_read_in_every_spelling_that_leaves_no_doubt() {
    let spelled = [
        ["2016:09", "2017:09"],
        ["2016_9", "2017_9"],
        ["2016–09", "2017–09"],
        ["M09/2016", "M09/2017"],
        ["Sep2016", "Sep2017"],
        ["01-Sep-2016", "01-Sep-2017"],
        ["Sep 30, 2016", "Sep 30, 2017"],
        ["30-Sep-16", "30-Sep-17"],
        ["2016. 9.", "2017. 9."],
        ["2016.09.", "2017.09."],
        ["16년 9월", "17년 9월"],
        ["2016年09月30日", "2017年09月30日"],
        ["2016-09", "2017-09p"],
        ["2016-09", "2017-09 (p)"],
        ["2016.09", "2017.09*"],
        ["2016-09-01T00:00:00+08:00", "2017-09-01T00:00:00+08:00"],
    ];
    for one in spelled {
        let text = months(one);
        let (why, name) = (one[1], "a.csv");
        check(&[(why, "", name, &text, NK)], "imports");
    }
    let chinese = "月份,进口(百万美元)\n16年9月,234.8\n17年9月,145.8\n";
    let english = "month,imports_usd_mn\n16年9月,234.8\n17年9月,145.8\n";
    check(
        &[
            ("two digits in Chinese", "", "a.csv", chinese, NK),
            (
                "two digits that may count an era",
                "",
                "a.csv",
                english,
                Refused("two digits"),
            ),
            (
                "an estimate behind the month",
                "",
                "a.csv",
                "month,imports_usd_mn\n2016-09,234.8\n2017-09e,145.8\n",
                Refused("2017-09e"),
            ),
        ],
        "imports",
    );
}

#[test]
fn quarters_are_not_taken_for_months() {
    let refused = Refused("may stand for quarters");
    check(
        &[
            (
                "1 to 4 of each year",
                "",
                "a.csv",
                "period,imports_usd_mn\n2016.1,5\n2016.2,6\n2016.3,7\n2016.4,8\n2017.1,5\n2017.2,6\n",
                Refused("may stand for quarters"),
            ),
            (
                "every third month",
                "",
                "a.csv",
                "period,imports_usd_mn\n2016-03,5\n2016-06,6\n2016-09,7\n2016-12,8\n2017-03,5\n2017-06,5\n2017-09,5\n",
                refused,
            ),
            (
                "which the user may say are months",
                "--ignore period",
                "a.csv",
                "period,imports_usd_mn\n2016-03,5\n2016-06,6\n2016-09,234.8\n2016-12,8\n2017-09,145.8\n",
                NK,
            ),
            (
                "in a head",
                "",
                "a.csv",
                "USD million,2016-03-31,2016-06-30,2016-09-30,2017-09-30\nImports,1,2,3,4\n",
                Refused("may stand for quarters"),
            ),
            (
                "years in a head",
                "",
                "a.csv",
                "USD million,2015-12-31,2016-12-31,2017-12-31\nImports,1,2,3\n",
                Refused("may stand for years"),
            ),
            (
                "as the name of the column says",
                "",
                "a.csv",
                "quarter,imports_usd_mn\n2016-9,5\n2017-9,6\n",
                Refused("says quarters"),
            ),
        ],
        "imports",
    );
}

#[test]
fn a_mark_behind_a_number_must_say_what_it_means() {
    let table = |mark: &str, below: &str| {
        format!("month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8{mark}\n{below}")
    };
    for (why, mark, below, want) in [
        ("a note says it", "*", "* preliminary\n", NK),
        ("a note in Korean", "¹", "¹ 잠정치\n", NK),
        ("the letter says it", "p", "", NK),
        ("so does it in brackets", " (r)", "", NK),
        ("nothing says it", "*", "", Refused("`*`")),
        ("an estimate", "*", "* estimate\n", Refused("estimate")),
        ("an estimate by its letter", " (e)", "", Refused("`(e)`")),
    ] {
        check(&[(why, "", "a.csv", &table(mark, below), want)], "imports");
    }
    let said = table("*", "");
    check(
        &[("the user says it", "--ignore *", "a.csv", &said, NK)],
        "imports",
    );
}

#[test]
fn a_cell_that_says_that_nothing_is_known_is_no_zero() {
    for sign in [
        "..",
        "n.a.",
        "None",
        "#N/A",
        ":",
        ".",
        "暂无",
        "confidential",
    ] {
        let text = format!("month,imports_usd_mn\n2016-09,234.8\n2017-08,288.3\n2017-09,{sign}\n");
        check(&[(sign, "", "a.csv", &text, Nothing)], "imports");
    }
}

#[test]
fn digits_may_be_grouped_by_blanks_and_apostrophes() {
    for (why, base, value) in [
        ("apostrophes", "234'800", "145'800"),
        ("blanks that do not break", "234\u{a0}800", "145\u{a0}800"),
    ] {
        let text = format!("month,imports_usd_thousand\n2016-09,{base}\n2017-09,{value}\n");
        check(&[(why, "", "a.csv", &text, NK)], "imports");
    }
    let commas = "month;imports_usd_thousand\n2016-09;234\u{a0}800,0\n2017-09;145\u{a0}800,0\n";
    check(&[("with commas", "", "a.csv", commas, NK)], "imports");
}

/// Two partners and a row of this name that holds their sum.
fn with_sum(name: &str) -> String {
    let mut text = "month,country,imports_usd_mn\n".to_owned();
    for (month, values) in [("2016-09", [100, 200, 300]), ("2017-09", [110, 210, 320])] {
        for (country, value) in ["North Korea", "Japan", name].iter().zip(values) {
            text.push_str(&format!("{month},{country},{value}\n"));
        }
    }
    text
}

#[test]
fn a_sum_of_partners_is_known_by_its_words() {
    let sum = || Figures(300_000_000, 320_000_000);
    for name in [
        "Total (all countries)",
        "Total imports",
        "**Total**",
        "합 계",
        "총액",
        "计",
        "East Asia",
        "Asia total",
        "亚洲小计",
        "ASEAN(10)",
        "아세안(10개국)",
        "유럽연합(EU)",
        "G-20",
        "Developing countries",
        "RCEP members",
    ] {
        let text = with_sum(name);
        check(&[(name, "--partner all", "a.csv", &text, sum())], "imports");
    }
    let unknown = with_sum("Ostasien");
    check(
        &[
            (
                "a name on no list may be a sum",
                "--partner all",
                "a.csv",
                &unknown,
                Refused("`Ostasien`"),
            ),
            (
                "its rows are left out where the user says so",
                "--partner all --ignore Ostasien",
                "a.csv",
                &unknown,
                sum(),
            ),
            (
                "or are those of a partner",
                "--partner all --all-partners",
                "a.csv",
                &unknown,
                Figures(600_000_000, 640_000_000),
            ),
            (
                "what others leave is a part",
                "--partner all",
                "a.csv",
                "month,country,imports_usd_mn\n2016-09,North Korea,100\n2016-09,\"Areas, not specified\",1\n2017-09,North Korea,110\n2017-09,\"Areas, not specified\",2\n",
                Figures(101_000_000, 112_000_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn whose_trade_it_is_may_be_said_in_other_words() {
    let table = |title: &str| {
        format!("\"{title}\"\nmonth,exports,imports\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n")
    };
    for title in [
        "DPRK merchandise trade, partner: China, USD million",
        "북한 기준 (백만 달러)",
        "Trade reported by North Korea, USD million",
        "北朝鮮の対中貿易（百万ドル）",
    ] {
        check(&[(title, "", "a.csv", &table(title), NK)], "imports");
    }
    let rows = "month,reporter,partner,flow,value_usd_mn\n2016-09,North Korea,China,export,234.8\n2016-09,North Korea,China,import,285.5\n2017-09,North Korea,China,export,145.8\n2017-09,North Korea,China,import,266.3\n";
    let columns = "month,reporter,partner,exports_usd_mn,imports_usd_mn\n2016-09,North Korea,China,234.8,285.5\n2017-09,North Korea,China,145.8,266.3\n";
    for (why, text) in [("a column of flows", rows), ("columns of flows", columns)] {
        check(&[(why, "--file-side kp", "a.csv", text, NK)], "imports");
    }
}

#[test]
fn a_line_of_groups_above_the_months_is_no_title() {
    let kinds = ",Value,,Cumulative,\nUSD million,2016-09,2017-09,2016-10,2017-10\nImports,234.8,145.8,2855,2663\n";
    let flows = ",Imports,,Exports,\nUSD million,2016-09,2017-09,2016-10,2017-10\nNorth Korea,234.8,145.8,285.5,266.3\nJapan,1,2,3,4\n";
    let word = "month,imports (USD)\n2016-09,234.8 million\n2017-09,145.8 million\n";
    let title = "China: trade with North Korea, monthly, USD million\nSeries,2016-09,2017-09\nImports,234.8,145.8\n";
    check(
        &[
            ("kinds of values", "", "a.csv", kinds, Refused("a.csv:1: ")),
            (
                "flows",
                "--imports",
                "a.csv",
                flows,
                Refused("`Imports, Exports`"),
            ),
            (
                "that change nothing",
                "--ignore Cumulative",
                "a.csv",
                kinds,
                NK,
            ),
            ("a title with commas", "", "a.csv", title, NK),
            ("a word after its number", "", "a.csv", word, NK),
        ],
        "imports",
    );
}
