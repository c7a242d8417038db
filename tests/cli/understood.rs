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
pub const NKX: Want = Figures(234_800_000, 145_820_000);

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
