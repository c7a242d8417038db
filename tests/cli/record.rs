//! `record`: how a month stands among those before it. What is expected of the built-in data comes
//! from `tests/reference/expected-series.csv`, written by another program. By hand, for example:
//!
//! ```text
//! python3 -c "
//! import csv
//! rows = [r for r in csv.DictReader(open('tests/reference/expected-series.csv'))
//!         if (r['currency'], r['flow']) == ('usd', 'export') and r['month'] <= '2017-10']
//! known = [(r['month'], float(r['value'])) for r in rows if r['value']]
//! *earlier, (month, own) = known
//! print(len(known), known[0][0], 1 + sum(v < own for _, v in earlier),
//!       [m for m, v in earlier if v <= own][-1])"
//! 27 2013-04 10 2017-02
//! ```
//!
//! April 2013 to October 2017 are 55 months, so 28 are missing.

use crate::fixtures::ours;
use crate::program::{Folder, tradecheck};
use serde_json::Value;
use std::collections::BTreeMap;

const SERIES: &str = include_str!("../reference/expected-series.csv");

const HEADER: &str = "month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note";

#[test]
fn october_2017_imports_in_a_table() {
    // 90.75 million is below every earlier figure: 29 of the 55 months since April 2013 have one,
    // 26 do not. Of the changes, the first is that of May 2014, as published: 15 of 42 months.
    // That of January 2016 was printed for a value revised since.
    tradecheck("record --month 2017-10 --flow imports --format table").gives(
        "
China's trade with North Korea, 2017-10: highs and lows on record (USD million)

Flow     2017-10      y/y  Record
───────────────────────────────────────────────────────────────────────
Imports     90.8           lowest of 29 months from 2013-04, 26 missing
Imports           −61.9 %  lowest of 15 months from 2014-05, 27 missing

Source: Reuters (GACC); Sankei (GACC table) and 2 more. Details: --notes full
[exit 0]
",
    );
}

#[test]
fn october_2017_exports_in_csv() {
    // 244.2 million: February 2017 had 153.0, September 266.34. Of the changes, that of February
    // 2013, −23 % as published, is the only one below.
    tradecheck("record --month 2017-10 --flow exports").gives(
            r#"
month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note
2017-10,export,value,244200000,,,27,2013-04,28,10,2017-02,153000000,,exact,18,2017-09,266340000,,exact,USD,,"missing: no figure for 2013-05–2014-04, 2014-06–2015-02, 2015-04–05, 2015-07, 2015-09, 2015-11–12, 2016-02; lowest_since_value: 2017-02 difference of published figures (23 June 2018)"
2017-10,export,yoy,,-14.871366,,18,2013-02,39,2,2013-02,,-23,open,17,2017-09,,-6.711033,exact,USD,,"missing: no y/y for 2013-05–2014-04, 2014-06–2015-12, 2016-02, 2016-04–05, 2016-07, 2016-09, 2016-11–12, 2017-02; lowest_since: no y/y for 2013-05–2014-04, 2014-06–2015-12, 2016-02, 2016-04–05, 2016-07, 2016-09, 2016-11–12, 2017-02: they may have been as low"
[exit 0]
"#,
        );
}

#[test]
fn a_balance_has_no_yoy_that_could_stand_anywhere() {
    let folder = Folder::new().with(
        "a.csv",
        ours(
            "2017-01 import 10\n 2017-02 import 20\n
             2017-01 export 30\n 2017-02 export 25",
        ),
    );
    // 30 − 10 = 20, then 25 − 20 = 5.
    folder
        .run("record --month 2017-02 --flow balance,total a.csv")
        .gives(
            "
month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note
2017-02,balance,value,5,,lowest,2,2017-01,0,1,,,,exact,2,2017-01,20,,exact,USD,,
2017-02,balance,yoy,,,,,,,,,,,,,,,,,USD,,
2017-02,total,value,45,,highest,2,2017-01,0,2,2017-01,40,,exact,1,,,,exact,USD,,
2017-02,total,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2016-02; rank_low: no data for 2016-02; rank_high: no data for 2016-02
[exit 0]
",
        );
    // That a balance has no percentage is never explained.
    let balance = tradecheck("record --month 2017-10 --flow balance --strict").answer();
    assert!(
        balance.ends_with("2017-10,balance,yoy,,,,,,,,,,,,,,,,,USD,,\n"),
        "{balance}"
    );
}

/// Exact but for rounding: 90 is [89.5, 90.5) million, 95.2 [95.15, 95.25), 95 [94.5, 95.5).
fn rounded() -> Folder {
    let mut csv = "period,flow,partner,currency,value,unit\n".to_owned();
    for (month, value) in [("01", "90"), ("02", "95.2"), ("03", "120"), ("04", "95")] {
        csv += &format!("2017-{month},import,109,USD,{value},million\n");
    }
    Folder::new().with("rounded.csv", csv)
}

#[test]
fn rounding_that_leaves_the_order_open_is_said() {
    // April may be below or above February, surely is above January and below March.
    let folder = rounded();
    folder
        .run("record --month 2017-04 --flow imports -f table rounded.csv")
        .gives(
            "
China's trade with North Korea, 2017-04: highs and lows on record (USD million)

Flow     2017-04  y/y  Record
────────────────────────────────────────────────────────────────────────────────
Imports     95.0       lowest since at least 2017-02 (95.2); rank uncertain of 4
                       months from 2017-01
Imports            ..  ..

- 2017-04: rounded figures do not show whether 2017-02 was as low; 2017-01
  certainly was
.. y/y, record: no data for 2016-04
Source: rounded.csv
[exit 0]
",
        );
    let json = folder
        .run("record --month 2017-04 --flow imports -f ndjson rounded.csv")
        .answer();
    let row: Value = serde_json::from_str(json.lines().next().expect("a row")).expect("json");
    assert_eq!(row["lowest_bound"], "at_least");
    assert_eq!(row["rank_low"], Value::Null);
    assert_eq!(
        row["reasons"]["rank_low"],
        serde_json::json!({
            "code": "uncertain_rank",
            "months": ["2017-02"],
            "text": "rounded figures do not show whether 2017-02 was lower or higher",
        })
    );
}

#[test]
fn markdown() {
    rounded()
        .run("record --month 2017-02 --flow imports -f markdown rounded.csv")
        .gives(
            "
**China's trade with North Korea, 2017-02: highs and lows on record (USD million)**

| Flow | 2017-02 | y/y | Record |
| --- | ---: | ---: | --- |
| Imports | 95.2 |  | highest of 2 months from 2017-01 |
| Imports |  | .. | .. |

Notes:

- .. y/y, record: no data for 2016-02

Source: rounded.csv
[exit 0]
",
        );
}

#[test]
fn a_month_without_a_figure_is_no_answer_under_strict() {
    let rows = "2017-01 import 80\n 2017-03 import 120\n 2017-04 import 100";
    let folder = Folder::new().with("a.csv", ours(rows));
    let question = "record --flow imports a.csv --month";
    let why = |months: &str| {
        format!(
            "yoy_pct: no data for {months}; rank_low: no data for {months}; rank_high: no data for {months}"
        )
    };
    // February may have been lower than April: the search passes over it and says so.
    folder.run(&format!("{question} 2017-04")).gives(
            "
month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note
2017-04,import,value,100,,,3,2017-01,1,2,2017-01,80,,open,2,2017-03,120,,exact,USD,,missing: no figure for 2017-02; lowest_since: no figure for 2017-02: it may have been as low
2017-04,import,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2016-04; rank_low: no data for 2016-04; rank_high: no data for 2016-04
[exit 0]
",
        );
    let none = "no data for 2017-02";
    let rows = format!(
        "{HEADER}
2017-02,import,value,,,,,,,,,,,,,,,,,USD,,value: {none}; rank_low: {none}; rank_high: {none}
2017-02,import,yoy,,,,,,,,,,,,,,,,,USD,,{}
",
        why("2017-02")
    );
    folder
        .run(&format!("{question} 2017-02"))
        .gives(
            "
month,flow,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note
2017-02,import,value,,,,,,,,,,,,,,,,,USD,,value: no data for 2017-02; rank_low: no data for 2017-02; rank_high: no data for 2017-02
2017-02,import,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2017-02; rank_low: no data for 2017-02; rank_high: no data for 2017-02
[exit 0]
",
        );
    folder
        .run(&format!("{question} 2017-02 --strict"))
        .gives(&format!("{rows}[exit 3]"));
    folder.run(&format!("{question} 2017-05")).gives(
        "[stderr]
tradecheck: 2017-05 is outside the data: USD figures run from 2017-01 to 2017-04
  help: choose a month in that range, or pass your own files
[exit 2]",
    );
}

#[test]
fn months_published_only_together_are_missing_and_said() {
    // By the end of 2020 January and February of that year had been published only together.
    let csv = tradecheck("record --month 2020-11 --flow exports --as-of 2020-12-31").answer();
    let value = csv.lines().nth(1).expect("the row of the value");
    assert!(value.starts_with("2020-11,export,value,148000,,lowest,58,2013-04,34,1,,,,open,"));
    assert!(
        value.ends_with("2019-11–2020-02, 2020-07 (2020-01–02 published only together)\""),
        "{value}"
    );
}

#[test]
fn by_chapter() {
    // Coal 50, 30, 20, 40 million: no month since June was as high. Crab 0, 7, 0, 0.
    let mut csv = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,贸易方式编码,贸易方式名称,第一数量,第一计量单位,美元\n".to_owned();
    for (month, code, value) in [
        ("201706", "27011100", "50,000,000"),
        ("201707", "27011100", "30,000,000"),
        ("201707", "03061490", "7,000,000"),
        ("201708", "27011100", "20,000,000"),
        ("201709", "27011100", "40,000,000"),
    ] {
        csv += &format!("{month},{code},名,109,朝鲜,10,一般贸易,1,千克,\"{value}\"\n");
    }
    let folder = Folder::new().with("goods.csv", csv);
    let question =
        "record --all-goods --imports goods.csv --by chapter --month 2017-09 --flow imports";
    let _none = "no data for 2016-09";
    folder.run(question).gives(
            "
month,flow,code,name,of,value,yoy_pct,on_record,months,from,missing,rank_low,lowest_since,lowest_since_value,lowest_since_yoy_pct,lowest_bound,rank_high,highest_since,highest_since_value,highest_since_yoy_pct,highest_bound,unit,flags,note
2017-09,import,03,Fish and shellfish,value,0,,,4,2017-06,0,1,2017-08,0,,exact,2,2017-08,0,,exact,USD,,
2017-09,import,03,Fish and shellfish,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2016-09; rank_low: no data for 2016-09; rank_high: no data for 2016-09
2017-09,import,27,Mineral fuels,value,40000000,,,4,2017-06,0,3,2017-08,20000000,,exact,2,2017-06,50000000,,exact,USD,,
2017-09,import,27,Mineral fuels,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2016-09; rank_low: no data for 2016-09; rank_high: no data for 2016-09
2017-09,import,total,,value,40000000,,,4,2017-06,0,3,2017-08,20000000,,exact,2,2017-06,50000000,,exact,USD,,
2017-09,import,total,,yoy,,,,,,,,,,,,,,,,,USD,,yoy_pct: no data for 2016-09; rank_low: no data for 2016-09; rank_high: no data for 2016-09
[exit 0]
",
        );
    folder.run(&format!("{question} -f table --lang zh")).gives(
        "
中国与朝鲜贸易，按章，2017年9月：历史高低（百万美元）

项目  章               2017年9月  同比  历史排位
────────────────────────────────────────────────────────────────────────────────
进口  03 鱼及水生动物          –        与2017年8月（–）持平；2017年6月起4个月中
                                        并列最低
进口  03 鱼及水生动物               ..  ..
进口  27 矿物燃料           40.0        2017年6月（50.0）以来最高；2017年6月起
                                        4个月中由高到低第2位
进口  27 矿物燃料                   ..  ..
进口  合计                  40.0        2017年6月（50.0）以来最高；2017年6月起
                                        4个月中由高到低第2位
进口  合计                          ..  ..

.. 同比、历史排位：无2016年9月数据
来源：goods.csv。详情：--notes full
[exit 0]
",
    );
}

/// A number of the reference, as exact as it was written.
fn number(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| text.parse().expect("a number"))
}

#[test]
fn every_record_since_2013_is_that_of_a_count_over_the_reference() {
    let mut reader = csv::Reader::from_reader(SERIES.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader
        .deserialize()
        .map(|row| row.expect("a row of csv"))
        .collect();
    // Told, and left open by rounding.
    let (mut ranks, mut open) = (0, 0);
    for currency in ["usd", "cny"] {
        let run = format!(
            "record --from 2013-01 --currency {currency} --flow imports,exports,total -f ndjson"
        );
        let answer = tradecheck(&run).answer();
        for line in answer.lines() {
            let row: Value = serde_json::from_str(line).expect("json");
            let (month, flow) = (row["month"].as_str(), row["flow"].as_str());
            let column = match row["of"].as_str() {
                Some("yoy") => "yoy_pct",
                _ => "value",
            };
            let name = format!("{currency} {month:?} {flow:?} {column}");
            let upto: Vec<(&str, Option<f64>)> = rows
                .iter()
                .filter(|one| one["currency"] == currency && Some(&*one["flow"]) == flow)
                .filter(|one| Some(&*one["month"]) <= month)
                .map(|one| (&*one["month"], number(&one[column])))
                .skip_while(|(_, figure)| figure.is_none())
                .collect();
            let Some((_, Some(own))) = upto.last().copied() else {
                assert_eq!(row["months"], Value::Null, "{name}");
                continue;
            };
            let known = upto
                .iter()
                .filter_map(|(month, figure)| Some((*month, (*figure)?)));
            let earlier: Vec<(&str, f64)> = known.filter(|(one, _)| Some(*one) < month).collect();
            assert_eq!(row["months"], earlier.len() + 1, "{name}");
            assert_eq!(row["missing"], upto.len() - earlier.len() - 1, "{name}");
            assert_eq!(row["from"], upto[0].0, "{name}");
            for (side, beyond) in [("low", -1.0), ("high", 1.0)] {
                let further = earlier.iter().filter(|(_, one)| beyond * (one - own) > 0.0);
                match row[format!("rank_{side}")].as_u64() {
                    Some(rank) => {
                        ranks += 1;
                        assert_eq!(rank as usize, further.count() + 1, "{name} {side}");
                    }
                    None => open += 1,
                }
                let as_far = earlier
                    .iter()
                    .rev()
                    .find(|(_, one)| beyond * (one - own) >= 0.0);
                let as_far = as_far.map(|(month, _)| *month);
                let since = row[format!("{side}est_since")].as_str();
                let note = row["note"].as_str().unwrap_or_default();
                if note.contains(&format!("{side}est_since: rounded figures do not show")) {
                    // The true month is the one said, or lies further back.
                    assert!(as_far <= since, "{name} {side}");
                } else {
                    assert_eq!(since, as_far, "{name} {side}");
                }
                let between = upto
                    .iter()
                    .filter(|(one, figure)| Some(*one) > since && figure.is_none());
                let bound = row[format!("{side}est_bound")].as_str();
                assert_eq!(bound == Some("open"), between.count() > 0, "{name} {side}");
            }
            let extreme = match (row["lowest_since"].as_str(), row["highest_since"].as_str()) {
                (None, None) => Some("only"),
                (None, _) => Some("lowest"),
                (_, None) => Some("highest"),
                _ => None,
            };
            assert_eq!(row["on_record"].as_str(), extreme, "{name}");
        }
    }
    assert!(
        ranks > 1400 && open > 50 && open < ranks / 5,
        "{ranks} told, {open} open"
    );
}
