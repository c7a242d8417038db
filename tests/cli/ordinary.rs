//! Ordinary files of people's own: whole dollars, tables drawn with bars, balances beside the flows, heads
//! of two lines. What each must answer was worked by hand from the file.

use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::check;

const NKX: (i64, i64) = (234_800_000, 145_820_000);

#[test]
fn a_currency_without_a_scale_means_whole_units_of_it() {
    let file = |head: &str, before: &str, now: &str| {
        format!("month,flow,{head}\n2016-09,import,{before}\n2017-09,import,{now}\n")
    };
    for head in [
        "value_usd",
        "Value (USD)",
        "trade_value_usd",
        "USD",
        "$ usd",
    ] {
        let text = file(head, "234800000", "145820000");
        check(
            &[("whole dollars", "", "a.csv", &text, Figures(NKX.0, NKX.1))],
            "imports",
        );
    }
    let whole = file("value_usd", "234800000", "145820000");
    let (signs, other) = (
        file("Value (USD)", "\"$234,800,000.00\"", "\"$145,820,000.00\""),
        file("Value (CNY)", "\"$234,800,000.00\"", "\"$145,820,000.00\""),
    );
    // The same in thousands and in millions: too small for a month of trade, and not stated.
    let (thousands, millions) = (
        file("value_usd", "234800", "145820"),
        file("value_usd", "234.8", "145.82"),
    );
    let official = file("Value (US$)", "234800", "145820");
    let wide = "Series,2016-09,2017-09\nImports (USD),234800000,145820000\n";
    let wide_thousands = "Series,2016-09,2017-09\nImports (USD),234800,145820\n";
    let by_currency =
        "month,flow,currency,value\n2016-09,import,USD,234800000\n2017-09,import,USD,145820000\n";
    let unnamed = file("value", "234800000", "145820000");
    check(
        &[
            (
                "thousands",
                "",
                "a.csv",
                &thousands,
                Refused("1:12: the unit is not stated"),
            ),
            (
                "millions",
                "",
                "a.csv",
                &millions,
                Refused("the unit is not stated"),
            ),
            (
                "thousands, said",
                "--file-unit thousand",
                "a.csv",
                &thousands,
                Figures(NKX.0, NKX.1),
            ),
            (
                "US$",
                "",
                "a.csv",
                &official,
                Refused("--file-unit 'thousand'"),
            ),
            (
                "US$, said",
                "--file-unit thousand",
                "a.csv",
                &official,
                Figures(NKX.0, NKX.1),
            ),
            (
                "US$, whole",
                "--file-unit 1",
                "a.csv",
                &official,
                Figures(234_800, 145_820),
            ),
            ("signs", "", "a.csv", &signs, Figures(NKX.0, NKX.1)),
            (
                "signs of another currency",
                "",
                "a.csv",
                &other,
                Refused("not a number"),
            ),
            ("wide", "", "a.csv", wide, Figures(NKX.0, NKX.1)),
            (
                "wide, in thousands",
                "",
                "a.csv",
                wide_thousands,
                Refused("the unit is not stated"),
            ),
            (
                "a column of currencies",
                "",
                "a.csv",
                by_currency,
                Refused("--file-unit"),
            ),
            (
                "no currency",
                "--currency usd",
                "a.csv",
                &unnamed,
                Refused("the unit is not stated"),
            ),
            (
                "whole, with the built-in data",
                "",
                "a.csv",
                &whole,
                Figures(NKX.0, NKX.1),
            ),
        ],
        "imports",
    );
}

#[test]
fn a_table_drawn_with_bars_is_read() {
    let rows = [
        ["2016-09", "import", "234.8"],
        ["2017-09", "import", "145.82"],
    ];
    let lines = |begin: &str, end: &str, between: &str| {
        let line = |cells: &[&str]| format!("{begin}{}{end}\n", cells.join(between));
        (
            line(&["month", "flow", "value_usd_mn"]),
            rows.iter().map(|row| line(row)).collect::<String>(),
        )
    };
    let (head, body) = lines("", "", "|");
    let list = format!("{head}{body}");
    let (head, body) = lines("| ", " |", " | ");
    let markdown =
        format!("# Trade\n\nFrom the office.\n\n{head}|---|:--|---:|\n{body}\nSource: GACC\n");
    let client = format!(
        "+---+---+---+\n{head}+---+---+---+\n{body}+---+---+---+\n2 rows in set (0.00 sec)\n"
    );
    let (head, body) = lines(" ", "", " | ");
    let psql = format!("{head}---------+--------+-------\n{body}(2 rows)\n\n");
    let (head, body) = lines("│ ", " │", " │ ");
    let types = "│ varchar │ varchar │ double │\n";
    let duckdb = format!("┌───┬───┬───┐\n{head}{types}├───┼───┼───┤\n{body}└───┴───┴───┘\n");
    // Rows that the client left out stand as dots.
    let shortened =
        format!("┌───┬───┬───┐\n{head}{types}├───┼───┼───┤\n{body}│ · │ · │ · │\n└───┴───┴───┘\n");
    let indexed = "|month|flow|value_usd_mn\n0|2016-09|import|234.8\n1|2017-09|import|145.82\n";
    let empty_end = "month|imports_usd_mn|note\n2016-09|234.8|\n2017-09|145.82|\n";
    let commas = "month|imports_usd_mn\n2016-09|234,8\n2017-09|145,82\n";
    let in_doubt = "month|imports_usd_mn\n2016-09|234,800\n2017-09|145,820\n";
    let quoted = "\"month\"|\"note\"|\"imports_usd_mn\"\n\"2016-09\"|\"a|b\"|\"234.8\"\n\"2017-09\"|\"c\"|\"145.82\"\n";
    // Bars inside cells are no delimiters.
    let in_cells = "month,\"imports | total (US$ million)\"\n2016-09,234.8\n2017-09,145.82\n";
    let two = format!("{markdown}\n{}", markdown.replace("145.82", "150"));
    let want = || Figures(NKX.0, NKX.1);
    check(
        &[
            ("a list", "", "a.csv", &list, want()),
            ("Markdown", "", "a.md", &markdown, want()),
            ("MySQL", "", "a.txt", &client, want()),
            ("psql", "", "a.txt", &psql, want()),
            ("DuckDB", "", "a.txt", &duckdb, want()),
            ("DuckDB, shortened", "", "a.txt", &shortened, Refused("·")),
            ("an index without a name", "", "a.csv", indexed, want()),
            ("an empty last column", "", "a.csv", empty_end, want()),
            ("decimal commas", "", "a.csv", commas, want()),
            (
                "decimals in doubt",
                "",
                "a.csv",
                in_doubt,
                Refused("--decimal"),
            ),
            (
                "decimals said",
                "--decimal comma",
                "a.csv",
                in_doubt,
                want(),
            ),
            ("quotes", "", "a.csv", quoted, want()),
            ("bars in cells", "", "a.csv", in_cells, want()),
            ("two tables", "", "a.md", &two, Refused("table 1")),
        ],
        "imports",
    );
}

#[test]
fn rows_of_a_balance_change_nothing_or_put_the_file_in_doubt() {
    // 286.3 - 234.8 = 51.5; 266.34 - 145.82 = 120.52; and in 2016-10 imports are the larger.
    let rows = |balance: &str, last: &str| {
        format!(
            "month,flow,value_usd_mn\n2016-09,import,234.8\n2016-09,export,286.3\n2016-09,{balance},51.5\n\
             2016-10,import,300.5\n2016-10,export,286.3\n2016-10,{balance},-14.2\n\
             2017-09,import,145.82\n2017-09,export,266.34\n2017-09,{balance},{last}\n"
        )
    };
    let (right, wrong, chinese) = (
        rows("Balance", "120.52"),
        rows("Balance", "125.52"),
        rows("差额", "120.52"),
    );
    let printed = right
        .replace("value_usd_mn", "value,unit,currency")
        .replace('\n', ",million,USD\n");
    let printed = printed.replacen(",million,USD\n", "\n", 1);
    let alone = "month,flow,value_usd_mn\n2016-09,balance,51.5\n2017-09,balance,120.52\n";
    let want = || Figures(NKX.0, NKX.1);
    check(
        &[
            ("a balance", "", "a.csv", &right, want()),
            ("in Chinese", "", "a.csv", &chinese, want()),
            ("in a layout with units", "", "a.csv", &printed, want()),
            (
                "another balance",
                "",
                "a.csv",
                &wrong,
                Refused("a.csv:10:9: the balance does not equal exports minus imports"),
            ),
            (
                "another balance, left out",
                "--ignore Balance",
                "a.csv",
                &wrong,
                want(),
            ),
            ("imports alone", "--imports", "a.csv", &right, want()),
            (
                "nothing else",
                "",
                "a.csv",
                alone,
                Refused("balances are computed"),
            ),
        ],
        "imports",
    );
}

#[test]
fn years_may_stand_over_their_months() {
    let body = "Imports (US$ million),234.8,100,145.82,90.8\nExports (US$ million),286.3,200,266.34,244.2\n";
    let file = |years: &str, months: &str| format!("{years}\n{months}\n{body}");
    let merged = file(",2016,,2017,", "flow,Sep,Oct,Sep,Oct");
    let repeated = file("Year,2016,2016,2017,2017", "Month,9,10,9,10");
    let titled = format!("China with North Korea\n\n{merged}\nSource: GACC\n");
    let korean = file(",2016년,,2017년,", "구분,9월,10월,9월,10월");
    let newest_first =
        "flow,2017,,2016,\n,Oct,Sep,Oct,Sep\nImports (US$ million),90.8,145.82,100,234.8\n";
    let one_each = ",2016,2017\nflow,Sep,Sep\nImports (US$ million),234.8,145.82\n";
    // Years over sums of years and over months.
    let sums = ",2016,,,2017,,\nflow,Total,Sep,Oct,Total,Sep,Oct\nImports (US$ million),2634.4,234.8,100,1650.6,145.82,90.8\n";
    // Values that look like numbers of months, under years: 9 and 10 billion.
    let years = "flow,2016,2017\nImports (US$ billion),9,10\nExports (US$ billion),11,12\n";
    let want = || Figures(NKX.0, NKX.1);
    check(
        &[
            ("merged", "", "a.csv", &merged, want()),
            (
                "repeated, months as numbers",
                "",
                "a.csv",
                &repeated,
                want(),
            ),
            ("under a title", "", "a.csv", &titled, want()),
            ("Korean", "", "a.csv", &korean, want()),
            ("newest first", "", "a.csv", newest_first, want()),
            ("one month of each year", "", "a.csv", one_each, want()),
            ("with sums", "", "a.csv", sums, want()),
            ("no months at all", "", "a.csv", years, Nothing),
        ],
        "imports",
    );
}

#[test]
fn a_file_without_a_last_line_end_is_whole_where_its_last_number_can_be() {
    // Spreadsheets drop zeros at the end of decimals, Google Sheets and scripts the last line end.
    let table = |above: &[&str], last: &str| {
        let mut text = "month,imports_usd_mn\n2016-09,234.8\n".to_owned();
        for (month, value) in (1..).zip(above) {
            text.push_str(&format!("2017-{month:02},{value}\n"));
        }
        format!("{text}2017-09,{last}")
    };
    let few = ["291.34", "156.03", "288.3", "255.75"];
    let eight = ["291.4"; 8];
    let year: String = (1..=12)
        .map(|month| format!("2015-{month:02},255.5\n"))
        .collect();
    let long = table(&eight, "146").replace("2016-09", &format!("{year}2016-09"));
    let dollars = "month,imports_usd\n2016-09,234800000\n2017-06,291340000\n2017-07,156030000\n2017-08,88300000\n2017-09,";
    let (whole, cut) = (format!("{dollars}45820000"), format!("{dollars}145820"));
    check(
        &[
            (
                "146 for 146.0",
                "",
                "a.csv",
                &table(&few, "146"),
                Figures(234_800_000, 146_000_000),
            ),
            (
                "14 for 145.82",
                "",
                "a.csv",
                &table(&few, "14"),
                Refused("may be cut off"),
            ),
            (
                "145. for 145.82",
                "",
                "a.csv",
                &table(&few, "145."),
                Refused("may be cut off"),
            ),
            (
                "after twenty others",
                "",
                "a.csv",
                &long,
                Refused("may be cut off"),
            ),
            (
                "one digit fewer",
                "",
                "a.csv",
                &whole,
                Figures(234_800_000, 45_820_000),
            ),
            (
                "two digits fewer",
                "",
                "a.csv",
                &cut,
                Refused("may be cut off"),
            ),
        ],
        "imports",
    );
    let folder = crate::program::Folder::new().with("a.csv", table(&few, "146"));
    let output = folder
        .run("yoy --month 2017-09 --flow imports a.csv")
        .output();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        errors.contains("look whether the file is whole"),
        "{errors}"
    );
}

#[test]
fn names_of_r_pages_and_columns_by_blanks() {
    let r = "flow,X2016.09,X2016.10,X2017.09\nimport_usd_mn,234.8,200.1,145.82\n";
    let page = "<table><tr><th>month</th><th>imports (US$ million)</th></tr><tr><td>2016-09</td><td>234.8</td></tr>\
                <tr><td>2017-09</td><td>145.82</td></tr></table>";
    let index_of = "month,imports_usd_mn\n2016-09,234.8\n2017-09,145.82\n";
    let named = "month,imports from North Korea (US$ mn)\n2016-09,234.8\n2017-09,145.82\n";
    let by_blanks = "     month    flow  value_usd_mn\n0  2016-09  import        234.80\n1  2017-09  import        145.82\n";
    check(
        &[
            ("R", "", "a.csv", r, Figures(NKX.0, NKX.1)),
            (
                "a saved page",
                "",
                "index.html",
                page,
                Figures(NKX.0, NKX.1),
            ),
            (
                "a name that says again what the heads do",
                "",
                "nk_trade.csv",
                named,
                Figures(NKX.0, NKX.1),
            ),
            (
                "a name of another partner",
                "",
                "russia_trade.csv",
                named,
                Refused("russia"),
            ),
            (
                "an index number",
                "",
                "index-of-imports.csv",
                index_of,
                Refused("index"),
            ),
            (
                "pandas",
                "",
                "a.txt",
                by_blanks,
                Refused("separated only by spaces"),
            ),
        ],
        "imports",
    );
}
