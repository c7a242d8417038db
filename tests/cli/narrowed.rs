//! Columns, titles and values that narrow what a table holds, or say what it is in.

use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, check};

#[test]
fn a_column_that_names_a_part_is_no_whole() {
    for (column, part, whole) in [
        ("sector", "Mining", "All sectors"),
        ("section", "V", "Total"),
        ("transport", "Rail", "All"),
        ("ownership", "Private", "Total"),
        ("企业性质", "民营企业", "合计"),
        ("transformation", "log", "Level"),
        ("항목", "고철", "전체"),
    ] {
        let table = |value: &str| {
            format!("month,{column},imports_usd_mn\n2016-09,{value},234.8\n2017-09,{value},145.8\n")
        };
        let ignored = format!("--ignore {column}");
        check(
            &[
                (part, "", "a.csv", &table(part), Refused(column)),
                (whole, "", "a.csv", &table(whole), NK),
                ("as the user says", &ignored, "a.csv", &table(part), NK),
            ],
            "imports",
        );
    }
    check(
        &[
            (
                "a label understood in part",
                "",
                "a.csv",
                "month,indicator,imports_usd_mn\n2016-09,Imports of ferrous scrap,234.8\n2017-09,Imports of ferrous scrap,145.8\n",
                Refused("ferrous scrap"),
            ),
            (
                "a name that comes again, numbered by a program",
                "",
                "a.csv",
                "month,imports_usd_mn,imports_usd_mn.1\n2016-09,234.8,1\n2017-09,145.8,2\n",
                Refused("imports_usd_mn.1"),
            ),
            (
                "the row of all goods in a column of codes",
                "",
                "a.csv",
                "month,hs2,imports_usd_mn\n2016-09,TOTAL,234.8\n2016-09,27,80\n2017-09,TOTAL,145.8\n2017-09,27,44\n",
                NK,
            ),
            (
                "goods that pass through",
                "",
                "a.csv",
                "month,flow type,value_usd_mn\n2016-09,Imports (c.i.f.),234.8\n2016-09,Re-exports,1\n2017-09,Imports (c.i.f.),145.8\n2017-09,Re-exports,2\n",
                NK,
            ),
            (
                "flows reported from the other side",
                "",
                "a.csv",
                "month,flow,value_usd_mn\n2016-09,Exports to China,234.8\n2017-09,Exports to China,145.8\n",
                Refused("Exports to China"),
            ),
        ],
        "imports",
    );
}

/// The values of twelve months of two years, in thousands of dollars.
fn two_years(value: impl Fn(i32, i64) -> i64) -> String {
    let months = [2016, 2017]
        .into_iter()
        .flat_map(|year| (1..=12).map(move |month| (year, month)));
    months
        .map(|(year, month)| format!("{year}-{month:02},{}\n", value(year, month)))
        .collect()
}

#[test]
fn years_to_date_are_held_against_their_values() {
    // September is 234,800 and 145,800 less than what stands a month before.
    let falling = two_years(|year, month| i64::from(year) * 100 - 1000 * month);
    let said = format!("\"Cumulative, USD thousand\"\nmonth,imports\n{falling}");
    let rising = two_years(|_, month| 100_000 * month);
    let unsaid = format!("month,imports_usd_thousand\n{rising}");
    let stated = format!("\"Cumulative, USD thousand\"\nmonth,imports\n{rising}");
    let steady = two_years(|year, month| 12 * i64::from(year - 2015) * 1000 + month);
    let trend = format!("month,imports_usd_thousand\n{steady}");
    check(
        &[
            (
                "said, but falling",
                "",
                "a.csv",
                &said,
                Refused("fall within a year"),
            ),
            (
                "which the user may say are months",
                "--ignore cumulative --partner 109",
                "a.csv",
                &said,
                Figures(192_600_000, 192_700_000),
            ),
            (
                "rising in each year, and unsaid",
                "",
                "a.csv",
                &unsaid,
                Refused("--ignore 'month'"),
            ),
            (
                "which the user may say are months",
                "--ignore month --partner 109",
                "a.csv",
                &unsaid,
                Figures(900_000_000, 900_000_000),
            ),
            (
                "said: the month is the difference",
                "--partner 109",
                "a.csv",
                &stated,
                Figures(100_000_000, 100_000_000),
            ),
            (
                "a trend",
                "--partner 109",
                "a.csv",
                &trend,
                Figures(12_009_000, 24_009_000),
            ),
        ],
        "imports",
    );
}

#[test]
fn a_trade_map_of_one_product_is_not_of_all_goods() {
    let table = |product: &str| {
        format!(
            "List of supplying markets for a product imported by China\nProduct: {product}\n\nUnit : US Dollar thousand\nExporters\tImported value in 2016-M09\tImported value in 2017-M09\nKorea, Democratic People's Republic of\t234800\t145800\n"
        )
    };
    let (coal, all) = (table("27 Mineral fuels"), table("TOTAL All products"));
    check(
        &[
            (
                "one product",
                "",
                "tm.txt",
                &coal,
                Refused("one product only"),
            ),
            ("asked for", "--hs 27", "tm.txt", &coal, NK),
            ("as the user says", "--all-goods", "tm.txt", &coal, NK),
            ("all products", "", "tm.txt", &all, NK),
            (
                "a unit in the heads",
                "",
                "tm.txt",
                "Exporters\tImported value in 2016-M09, US Dollar thousand\tImported value in 2017-M09, US Dollar thousand\nKorea, Democratic People's Republic of\t234800\t145800\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn a_unit_may_stand_below_the_table() {
    let table = "month,imports,exports\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n";
    for note in [
        "Unit: US$ million",
        "단위: 백만 달러",
        "(단위: 백만 달러)",
        "单位：百万美元",
        "注：单位为百万美元",
        "Note: values in US$ million",
        "Source: GACC; unit: US$ million",
        "1) USD million",
    ] {
        let below = format!("{table}\n{note}\n");
        check(&[(note, "", "a.csv", &below, NK)], "imports");
    }
    let above = format!(",,单位：百万美元\n{table}");
    let both = format!("USD million\n{table}Unit: USD thousand\n");
    let amount = format!("{table}Note: excludes US$ 5 million of aid\n");
    check(
        &[
            ("above, in the last column", "", "a.csv", &above, NK),
            ("two units", "", "a.csv", &both, Refused("unit")),
            ("an amount", "", "a.csv", &amount, Nothing),
        ],
        "imports",
    );
}

#[test]
fn units_are_read_as_people_shorten_them() {
    for (head, base, value) in [
        ("Imports (kUSD)", "234800", "145800"),
        ("Imports (US$ thou.)", "234800", "145800"),
        ("Imports (Tsd. USD)", "234800", "145800"),
        ("Imports (MUSD)", "234.8", "145.8"),
        ("Imports (USD MM)", "234.8", "145.8"),
        ("Imports in millions of dollars", "234.8", "145.8"),
        ("Imports (USD 100 mn)", "2.348", "1.458"),
    ] {
        let text = format!("month,{head}\n2016-09,{base}\n2017-09,{value}\n");
        check(&[(head, "", "a.csv", &text, NK)], "imports");
    }
}

#[test]
fn rows_of_changes_and_extremes_are_no_months() {
    for row in ["% change", "증감률", "Share", "Max", "연간", "Average"] {
        let text = format!("month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n{row},7\n");
        check(&[(row, "", "a.csv", &text, NK)], "imports");
    }
    let labels = "Item,2016-09,2017-09\nImports (USD zillion),234.8,145.8\n";
    check(
        &[(
            "the row that was not understood is named",
            "",
            "a.csv",
            labels,
            Refused("`Imports (USD zillion)`"),
        )],
        "imports",
    );
}
