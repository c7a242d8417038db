//! Files such as people really have: the right figure where they can be understood, else a refusal
//! that names the cause. What each must answer was worked by hand from the file.

use crate::program::Folder;

/// What a file must answer for the imports (or the flow asked for) of September 2017.
pub(crate) enum Want {
    /// The value a year earlier and the value, in whole dollars.
    Figures(i64, i64),
    /// No figure for that month.
    Nothing,
    /// A refusal whose text holds this.
    Refused(&'static str),
}
use Want::{Figures, Nothing, Refused};

pub(crate) const NK: Want = Figures(234_800_000, 145_800_000);
const NKX: Want = Figures(234_800_000, 145_820_000);

/// Why, further arguments, the name of the file, what stands in it, what it must answer.
pub(crate) type Case<'c> = (&'c str, &'c str, &'c str, &'c str, Want);

pub(crate) fn check(cases: &[Case<'_>], flow: &str) {
    let mut wrong = Vec::new();
    for (why, arguments, name, text, want) in cases {
        let folder = Folder::new().with(name, text);
        let given = format!("yoy --month 2017-09 --flow {flow} --format json {arguments}");
        let output = folder.run(&given).arg(name).output();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let code = output.status.code();
        let figure = |key: &str| {
            let (_, rest) = told.split_once(&format!("\"{key}\":"))?;
            let end = rest.find([',', '}'])?;
            rest[..end].trim().parse::<i64>().ok()
        };
        let right = match want {
            Figures(base, value) => {
                code == Some(0) && (figure("base"), figure("value")) == (Some(*base), Some(*value))
            }
            Nothing => code == Some(2) || (code == Some(0) && figure("value").is_none()),
            Refused(text) => code == Some(2) && said.contains(text),
        };
        if !right {
            wrong.push(format!("{why}\n{text}\n-> {code:?} {told}{said}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n----\n")
    );
}

#[test]
fn a_column_under_any_name_decides_or_refuses() {
    check(
        &[
            (
                "a partner column under another name",
                "",
                "a.csv",
                "month,partner_name,imports_usd_mn\n2016-09,North Korea,234.8\n2016-09,South Korea,13800\n2017-09,North Korea,145.8\n2017-09,South Korea,16500\n",
                NK,
            ),
            (
                "a partner column told by what stands in it",
                "",
                "a.csv",
                "month,Who,imports_usd_mn\n2016-09,North Korea,234.8\n2016-09,South Korea,13800\n2017-09,North Korea,145.8\n2017-09,South Korea,16500\n",
                NK,
            ),
            (
                "a column of ISO codes",
                "",
                "a.csv",
                "month,Land,imports_usd_mn\n2016-09,PRK,234.8\n2016-09,KOR,13800\n2017-09,PRK,145.8\n2017-09,KOR,16500\n",
                NK,
            ),
            (
                "one partner in all rows, another than asked for",
                "",
                "a.csv",
                "month,Region name,imports_usd_mn\n2016-09,South Korea,1000\n2017-09,South Korea,2000\n",
                Nothing,
            ),
            (
                "Korean names",
                "--currency usd --file-unit thousand",
                "a.csv",
                "기간,국가명,수출,수입,무역수지\n2016년 09월,북한,285500,234800,50700\n2016년 09월,일본,9000,8000,1000\n2017년 09월,북한,266300,145820,120480\n2017년 09월,일본,9500,7500,2000\n",
                NKX,
            ),
            (
                "rows of other reporters are left out",
                "",
                "a.csv",
                "month,reporter,partner,flow,value_usd_mn\n2016-09,China,North Korea,import,234.8\n2016-09,Russia,North Korea,import,1.2\n2017-09,China,North Korea,import,145.8\n2017-09,Russia,North Korea,import,2.2\n",
                NK,
            ),
            (
                "a reporter that is not China",
                "",
                "a.csv",
                "month,reporter,partner,flow,value_usd_mn\n2016-09,Russia,North Korea,import,1.2\n2017-09,Russia,North Korea,import,2.2\n",
                Refused("not China"),
            ),
            (
                "goods by name: only the row of all of them",
                "",
                "a.csv",
                "month,commodity,imports_usd_mn\n2016-09,All commodities,234.8\n2016-09,Coal,82.4\n2017-09,All commodities,145.8\n2017-09,Coal,44.0\n",
                NK,
            ),
            (
                "a good alone is not all goods",
                "",
                "a.csv",
                "month,item,imports_usd_mn\n2016-09,Coal,82.4\n2017-09,Coal,44.0\n",
                Nothing,
            ),
            (
                "a weight beside a value",
                "",
                "a.csv",
                "month,flow,indicator,value_usd_mn\n2016-09,import,Trade value,234.8\n2016-09,import,Net weight (kt),1798.0\n2017-09,import,Trade value,145.8\n2017-09,import,Net weight (kt),511.6\n",
                NK,
            ),
            (
                "mirror figures beside direct ones",
                "",
                "a.csv",
                "month,imports_usd_mn,basis\n2016-09,234.8,direct\n2016-09,221.3,mirror\n2017-09,145.8,direct\n2017-09,150.2,mirror\n",
                NK,
            ),
            (
                "mirror figures beside direct ones, of which the name of the file speaks",
                "",
                "direct_mirror.csv",
                "month,imports_usd_mn,basis\n2016-09,234.8,direct\n2016-09,221.3,mirror\n2017-09,145.8,direct\n2017-09,150.2,mirror\n",
                NK,
            ),
            (
                "seasonally adjusted beside original",
                "",
                "a.csv",
                "month,kind of series,imports_usd_mn\n2016-09,original,234.8\n2016-09,seasonally adjusted,230\n2017-09,original,145.8\n2017-09,seasonally adjusted,150\n",
                NK,
            ),
            (
                "words that nobody knows tell rows apart",
                "",
                "a.csv",
                "month,colour,imports_usd_mn\n2016-09,red,234.8\n2016-09,blue,1\n2017-09,red,145.8\n2017-09,blue,1\n",
                Refused("`colour`"),
            ),
            (
                "first prints beside final ones",
                "",
                "a.csv",
                "month,stage,imports_usd_mn\n2016-09,first,230\n2016-09,final,234.8\n2017-09,first,145.8\n",
                Refused("`stage`"),
            ),
            (
                "a scale in a column",
                "",
                "a.csv",
                "month,flow,scale,value (US dollars)\n2016-09,import,Millions,234.8\n2017-09,import,Millions,145.8\n",
                NK,
            ),
            (
                "the month beside the year to date",
                "",
                "a.csv",
                "month,type,imports_usd_mn\n2016-09,month,234.8\n2016-09,cumulative,1774.1\n2017-09,month,145.8\n2017-09,cumulative,1477.9\n",
                NK,
            ),
            (
                "the UN code of North Korea, China as 156",
                "",
                "a.csv",
                "month,reporter,partner,flow,value_usd_mn\n2016-09,156,408,import,234.8\n2017-09,156,408,import,145.8\n",
                NK,
            ),
            (
                "408 alone may be two partners",
                "",
                "a.csv",
                "month,partner,flow,value_usd_mn\n2016-09,408,import,234.8\n2017-09,408,import,145.8\n",
                Refused("--partner-codes"),
            ),
            (
                "whose codes they are may be said",
                "--partner-codes un",
                "a.csv",
                "month,partner,flow,value_usd_mn\n2016-09,408,import,234.8\n2017-09,408,import,145.8\n",
                NK,
            ),
            (
                "a misspelt partner",
                "--file-unit 1",
                "a.csv",
                "month,country,hs,imports_usd\n2016-09,North Korea,2701,100\n2017-09,North Kroea,0306,50\n",
                Refused("North Kroea"),
            ),
            (
                "a blank partner",
                "",
                "a.csv",
                "month,country,imports_usd_mn\n2016-09,North Korea,234.8\n2017-09,,145.8\n",
                Refused("partner of the row is blank"),
            ),
            (
                "kilograms beside a column of money",
                "--currency usd --file-unit 1 --imports",
                "a.csv",
                "date,port,amount,USD\n2016-09-01,1,999,10\n2016-09-01,2,888,20\n2017-09-01,1,777,30\n",
                Refused("`amount`"),
            ),
        ],
        "imports",
    );
}

#[test]
fn titles_labels_and_notes_are_heeded() {
    check(
        &[
            (
                "a title with the unit",
                "",
                "a.csv",
                "China-DPRK trade (USD million)\n\nMonth,Imports,Exports\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n",
                NK,
            ),
            (
                "lines of conditions above, in Korean",
                "",
                "a.csv",
                "조회조건: 북한,,\n단위: 천 달러,,\n연월,수출,수입\n2016.09,285500,234800\n2017.09,266300,145820\n",
                NKX,
            ),
            (
                "a head of two lines",
                "",
                "a.csv",
                "Month,Imports,,Exports,\n,USD million,%YoY,USD million,%YoY\n2016-09,234.8,1.0,285.5,2.0\n2017-09,145.8,-37.9,266.3,-6.7\n",
                NK,
            ),
            (
                "Wind: unit and source in lines under the names",
                "",
                "a.csv",
                "指标名称,中国:进口金额:朝鲜:当月值,中国:出口金额:朝鲜:当月值\n频率,月,月\n单位,万美元,万美元\n来源,海关总署,海关总署\n2016-09-30,23480,28550\n2017-09-30,14582,26630\n",
                NKX,
            ),
            (
                "CEIC: newest first, much above",
                "",
                "a.csv",
                ",China: Import: North Korea\nRegion,China\nFrequency,Monthly\nUnit,USD th\nSource,General Administration of Customs\nStatus,Active\nSeries ID,123456\n09/2017,145820\n09/2016,234800\n",
                NKX,
            ),
            (
                "sums and a source below",
                "",
                "a.csv",
                "Month,Imports (USD million)\n2016-09,234.8\n2017-09,145.8\nTotal,380.6\nSource: GACC\n",
                NK,
            ),
            (
                "an average, a year and a note below",
                "",
                "a.csv",
                "월,수입(백만 달러)\n2016.09,234.8\n2017.09,145.8\n평균,190.3\n2017년,145.8\n주: 수입은 CIF 기준\n",
                NK,
            ),
            (
                "imports of coal are not all imports",
                "",
                "a.csv",
                "\"Imports of coal from North Korea, USD million\"\n,2016-09,2017-09\nValue,80,44\n",
                Refused("coal"),
            ),
            (
                "but the user may say so",
                "--all-goods",
                "a.csv",
                "\"Imports of coal from North Korea, USD million\"\n,2016-09,2017-09\nValue,80,44\n",
                Figures(80_000_000, 44_000_000),
            ),
            (
                "values since January",
                "",
                "a.csv",
                "\"Cumulative since January, USD million\"\nMonth,Imports\n2016-09,1774.1\n2017-09,1477.9\n",
                Nothing,
            ),
            (
                "seasonally adjusted, says the title",
                "",
                "a.csv",
                "\"Imports from North Korea, seasonally adjusted, USD million\"\nMonth,Imports\n2016-09,230\n2017-09,150\n",
                Refused("seasonally adjusted"),
            ),
            (
                "seasonally adjusted, says a note",
                "",
                "a.csv",
                "Month,Imports (USD million)\n2016-09,230\n2017-09,150\nNote: seasonally adjusted\n",
                Refused("seasonally adjusted"),
            ),
            (
                "another partner in the title",
                "",
                "a.csv",
                "China's trade with South Korea (USD million)\nMonth,Imports\n2016-09,13800\n2017-09,16500\n",
                Nothing,
            ),
            (
                "another partner in the file name",
                "",
                "imports_south_korea.csv",
                "Month,Imports (USD million)\n2016-09,13800\n2017-09,16500\n",
                Nothing,
            ),
            (
                "reported from North Korea's side",
                "",
                "a.csv",
                "북한의 대중국 수출입 추이 (단위: 천 달러),,\n,2016.09,2017.09\n수출,234800,145820\n수입,285500,266300\n",
                NKX,
            ),
            (
                "labels from North Korea's side",
                "",
                "a.csv",
                "USD million,2016-09,2017-09\nExports from North Korea,234.8,145.8\nImports to North Korea,285.5,266.3\n",
                NK,
            ),
            (
                "a head from North Korea's side",
                "",
                "a.csv",
                "month,North Korea's exports to China (USD million)\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
            (
                "a side that may be either",
                "",
                "a.csv",
                "month,North Korea exports (USD million)\n2016-09,234.8\n2017-09,145.8\n",
                Refused("--file-side"),
            ),
            (
                "which the user may say",
                "--file-side kp",
                "a.csv",
                "month,North Korea exports (USD million)\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
            (
                "marks of footnotes",
                "",
                "a.csv",
                "USD million,2016-09,2017-09\nImports 1),234.8,145.8\nExports 2),285.5,266.3\n1) c.i.f.,,\n",
                NK,
            ),
            (
                "a heading that is not understood",
                "",
                "a.csv",
                "USD million,2016-09,2017-09\nOriginal,,\nImports,234.8,145.8\nSeasonally adjusted,,\nImports,230,150\n",
                NK,
            ),
            (
                "rows under a heading of others",
                "",
                "a.csv",
                "USD million,2016-09,2017-09\nNorth Korea,,\nExports,285.5,266.3\nRest of Asia,,\nImports,7000,8000\n",
                Nothing,
            ),
            (
                "a second head within",
                "",
                "a.csv",
                "\"China trade with North Korea, USD thousand\"\nExports,201609,201709\nNorth Korea,285500,266300\nImports,201609,201709\nNorth Korea,234800,145820\n",
                NKX,
            ),
            (
                "headings between the rows of a tidy table",
                "",
                "a.csv",
                "Month,Imports (USD million)\nSouth Korea,\n2016-09,13800\n2017-09,16500\nNorth Korea,\n2016-09,234.8\n2017-09,145.8\n",
                NK,
            ),
        ],
        "imports",
    );
}

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
