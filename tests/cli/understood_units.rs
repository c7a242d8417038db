//! Units, heads and months in many spellings, and years by months.

use crate::program::Folder;
use crate::understood::Want::{Figures, Nothing, Refused};
use crate::understood::{NK, NKX, check};

#[test]
fn units_heads_and_months_in_many_spellings() {
    check(
        &[
            (
                "Chinese heads",
                "",
                "a.csv",
                "时间,进口金额(万美元),出口金额(万美元)\n2016-09,23480,28550\n2017-09,14582,26630\n",
                NKX,
            ),
            (
                "Korean heads",
                "",
                "a.csv",
                "연월,수출금액(천 달러),수입금액(천 달러)\n2016.09,285500,234800\n2017.09,266300,145820\n",
                NKX,
            ),
            (
                "천불",
                "",
                "a.csv",
                "연월,수출(천불),수입(천불)\n2016.09,285500,234800\n2017.09,266300,145820\n",
                NKX,
            ),
            (
                "US$'000",
                "",
                "a.csv",
                "month,Imports (US$'000),Exports (US$'000)\n2016-09,234800,285500\n2017-09,145820,266300\n",
                NKX,
            ),
            (
                "US$m",
                "",
                "a.csv",
                "month,Imports US$m\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
            (
                "a value and its unit in the name",
                "",
                "a.csv",
                "month,import_value_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
            (
                "the partner in the head",
                "",
                "a.csv",
                "month,Imports from North Korea (US$ million),Imports from Japan (US$ million)\n2016-09,234.8,1\n2017-09,145.8,2\n",
                NK,
            ),
            (
                "two columns of changes",
                "",
                "a.csv",
                "month,imports (US$ million),%YoY,exports (US$ million),%YoY\n2016-09,234.8,1.0,285.5,2.0\n2017-09,145.8,-37.9,266.3,-6.7\n",
                NK,
            ),
            (
                "2017M09",
                "",
                "a.csv",
                "month,imports_usd_mn\n2016M09,234.8\n2017M09,145.8\n",
                NK,
            ),
            (
                "Sep-17",
                "",
                "a.csv",
                "month,imports_usd_mn\nSep-16,234.8\nSep-17,145.8\n",
                NK,
            ),
            (
                "midnight",
                "",
                "a.csv",
                ",imports_usd_mn\n2016-09-01 00:00:00,234.8\n2017-09-01 00:00:00,145.8\n",
                NK,
            ),
            (
                "year and month apart",
                "",
                "a.csv",
                "Year,Month,Imports (US$ million)\n2016,9,234.8\n2017,9,145.8\n",
                NK,
            ),
            (
                "the year once for all its months",
                "",
                "a.csv",
                "연도,월,수입(백만 달러)\n2016,8월,291.3\n,9월,234.8\n2017,8월,288.3\n,9월,145.8\n",
                NK,
            ),
            (
                "R's numbers",
                "--file-unit 1",
                "a.csv",
                "\"\",\"month\",\"imports_usd\"\n\"1\",\"2016-09\",2.348e+08\n\"2\",\"2017-09\",1e+08\n",
                Figures(234_800_000, 100_000_000),
            ),
            (
                "a list parted by semicolons",
                "",
                "a.csv",
                "month;imports_usd_mn;exports_usd_mn\n2016-09;234,8;285,5\n2017-09;145,8;266,3\n",
                NK,
            ),
            (
                "points that group",
                "--file-unit 1",
                "a.csv",
                "month;imports_usd\n2016-09;234.800.000\n2017-09;145.800.000\n",
                NK,
            ),
            (
                "a mark that may be either, in a list parted by tabs",
                "",
                "a.tsv",
                "month\timports_usd_mn\n2016-09\t234,800\n2017-09\t145,820\n",
                Refused("--decimal"),
            ),
            (
                "which the user may say",
                "--decimal comma",
                "a.tsv",
                "month\timports_usd_mn\n2016-09\t234,800\n2017-09\t145,820\n",
                NKX,
            ),
            (
                "codes kept as texts",
                "--imports",
                "a.csv",
                "数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,美元\n=\"201609\",=\"109\",朝鲜,=\"03061490\",20000000\n=\"201709\",=\"109\",朝鲜,=\"03061490\",10000000\n",
                Figures(20_000_000, 10_000_000),
            ),
            (
                "flows as letters, given as imports",
                "--imports",
                "a.csv",
                "month,flow_code,partner,value_usd_mn\n2016-09,M,KP,234.8\n2016-09,X,KP,285.5\n2017-09,M,KP,145.8\n2017-09,X,KP,266.3\n",
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn years_by_months_and_runs_of_months() {
    check(
        &[
            (
                "a row a year",
                "",
                "a.csv",
                "China imports from North Korea (US$ million)\nYear,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Total\n2016,170.4,160.1,180.4,170.0,181.0,215.7,232.1,291.3,234.8,238.3,263.6,293.5,2631.2\n2017,207.0,176.7,114.6,99.3,123.8,162.2,156.3,288.3,145.8,90.8,100.2,54.3,1719.3\n",
                NK,
            ),
            (
                "in Chinese, with numbers for months",
                "",
                "a.csv",
                "自朝鲜进口（百万美元）\n年份,1月,2月,3月,4月,5月,6月,7月,8月,9月\n2016年,1,1,1,1,1,1,1,1,234.8\n2017年,1,1,1,1,1,1,1,1,145.8\n",
                NK,
            ),
            (
                "a column a year",
                "",
                "a.csv",
                "Imports (US$ million)\nMonth,2016,2017\nAugust,291.3,288.3\nSeptember,234.8,145.8\nTotal,526.1,434.1\n",
                NK,
            ),
            (
                "a run of months is not a month",
                "",
                "a.csv",
                "month,flow,value_usd_mn\n2016.1-9,imports,1774.1\n2017.1-9,imports,1477.9\n",
                Nothing,
            ),
            (
                "nor in a wide head",
                "",
                "a.csv",
                "Unit: USD million\n,2016年1至9月,2017年1至9月\nImports,1774.1,1477.9\n",
                Nothing,
            ),
            (
                "a number in a name that is not a month",
                "",
                "import-2017-09_p1-10.csv",
                "商品编码,贸易伙伴编码,贸易伙伴名称,注册地编码,美元\n27011100,109,朝鲜,11,5000000\n",
                Refused("--file-month"),
            ),
            (
                "suppliers are those from whom imports come",
                "--exports",
                "a.csv",
                "Unit : US Dollar thousand\n\nExporters,2016-09,2017-09\n\"Korea, Democratic People's Republic of\",234800,145820\n",
                Nothing,
            ),
        ],
        "imports",
    );
    check(
        &[(
            "rows of suppliers make no exports",
            "",
            "a.csv",
            "Unit : US Dollar thousand\n\nExporters,2016-09,2017-09\nWorld,134000000,169000000\n\"Korea, Democratic People's Republic of\",234800,145820\n",
            Nothing,
        )],
        "exports",
    );
}

#[test]
fn october_that_a_spreadsheet_cut_is_not_added_to_january() {
    let folder = Folder::new().with("a.csv", "month,imports_usd_mn\n2016.01,170.4\n2016.1,238.3\n2016.11,263.6\n2017.01,207.0\n2017.1,90.8\n2017.11,100.2\n");
    let told = folder
        .run("yoy --from 2017-01 --to 2017-10 --flow imports --columns month,base,value a.csv")
        .answer_with_notes();
    assert!(told.contains("2017-01,170400000,207000000"), "{told}");
    assert!(told.contains("2017-10,238300000,90800000"), "{told}");
}
