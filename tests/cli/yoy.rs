//! `yoy` on September 2017, whose figures the customs office and newspapers printed:
//!
//! ```text
//!            2016-09   2017-09 (million dollars, Sankei's copy of the table of 2017-10-23)
//! imports    234.8     145.82   145.82 / 234.8 − 1 = −37.896082 %   spokesman: −37.9 %, seventh month
//! exports    285.5     266.34   266.34 / 285.5 − 1 =  −6.711033 %   spokesman: −6.7 %
//! total      520.3     412.16   412.16 / 520.3 − 1 = −20.784163 %
//! balance     50.7     120.52   120.52 − 50.7 = 69.82
//! ```
//!
//! The two bases are implied by the printed changes (145.82 / (1 − 0.379), 266.34 / (1 − 0.067)).
//! February 2017 imports rose 47 %, July exports 55 %, the total 7 % in July, and the balance fell
//! in August: the streaks begin after those.

use crate::program::{Folder, tradecheck};

#[test]
fn a_table_for_people() {
    tradecheck("yoy --month 2017-09 --format table").gives(
        "
China's trade with North Korea, 2017-09: change from a year earlier
(USD million)

Flow     2016-09  2017-09  Change      y/y  Printed  Streak
───────────────────────────────────────────────────────────────────────────
Imports  234.8 e    145.8   −89.0  −37.9 %  −37.9 %  7th fall, from 2017-03
Exports  285.5 e    266.3   −19.2   −6.7 %   −6.7 %  2nd fall, from 2017-08
Total    520.3      412.2  −108.1  −20.8 %           2nd fall, from 2017-08
Balance   50.7      120.5    69.8       ..           up, after 1 fall

e implied by a published change
Source: Sankei (GACC table); GACC spokesman (Reuters). Details: --notes full
[exit 0]
",
    );
}

const CSV: &str = "
month,flow,base_month,base,value,change,yoy_pct,printed_pct,streak,streak_direction,streak_since,streak_bound,unit,flags,note
2017-09,import,2016-09,234800000,145820000,-88980000,-37.896082,-37.9,7,fall,2017-03,exact,USD,base:e,base: 2016-09 calculated back from the published change (23 October 2017)
2017-09,export,2016-09,285500000,266340000,-19160000,-6.711033,-6.7,2,fall,2017-08,exact,USD,base:e,base: 2016-09 calculated back from the published change (23 October 2017)
2017-09,total,2016-09,520300000,412160000,-108140000,-20.784163,,2,fall,2017-08,exact,USD,,
2017-09,balance,2016-09,50700000,120520000,69820000,,,1,rise,2017-09,exact,USD,,
[exit 0]";

#[test]
fn csv_is_what_a_pipe_gets() {
    tradecheck("yoy --month 2017-09").gives(CSV);
    tradecheck("yoy --month 2017-09 --format csv").gives(CSV);
}

#[test]
fn a_month_is_written_in_three_ways() {
    tradecheck("yoy --month 201709").gives(CSV);
    tradecheck("yoy --month 2017/9").gives(CSV);
}

#[test]
fn tsv_has_tabs_in_the_same_places() {
    // No field of this answer holds a comma, a quote or a tab.
    tradecheck("yoy --month 2017-09 --format tsv").gives(&CSV.replace(',', "\t"));
}

#[test]
fn no_header_leaves_the_first_line_out() {
    let rows = CSV.trim_start().split_once('\n').expect("a header").1;
    tradecheck("yoy --month 2017-09 --no-header").gives(rows);
}

#[test]
fn json_carries_the_rows_with_title_partner_and_sources() {
    tradecheck("yoy --month 2017-09 --flow imports --flow balance --format json").gives(
        r#"
{
  "schema": "tradecheck.yoy.1",
  "title": "China's trade with North Korea, 2017-09: change from a year earlier (USD)",
  "partner": {
    "code": "109",
    "name": "North Korea"
  },
  "perspective": "cn",
  "currency": "USD",
  "rows": [
    {
      "month": "2017-09",
      "flow": "import",
      "base_month": "2016-09",
      "base": 234800000,
      "value": 145820000,
      "change": -88980000,
      "yoy_pct": -37.896082,
      "printed_pct": -37.9,
      "streak": 7,
      "streak_direction": "fall",
      "streak_since": "2017-03",
      "streak_bound": "exact",
      "unit": "USD",
      "flags": "base:e",
      "note": "base: 2016-09 calculated back from the published change (23 October 2017)",
      "details": [
        {
          "kind": "implied",
          "column": "base",
          "period": "2016-09",
          "data": {
            "released": "2017-10-23"
          },
          "text": "calculated back from the published change (23 October 2017)"
        }
      ]
    },
    {
      "month": "2017-09",
      "flow": "balance",
      "base_month": "2016-09",
      "base": 50700000,
      "value": 120520000,
      "change": 69820000,
      "yoy_pct": null,
      "printed_pct": null,
      "streak": 1,
      "streak_direction": "rise",
      "streak_since": "2017-09",
      "streak_bound": "exact",
      "unit": "USD",
      "flags": null,
      "note": null,
      "reasons": {
        "yoy_pct": {
          "code": "not_computed",
          "months": [],
          "text": "a balance has no percentage"
        }
      }
    }
  ],
  "notes": [],
  "sources": [
    "Sankei (GACC table) copy on 5ch",
    "GACC spokesman (Reuters)",
    "Sankei (GACC table)"
  ]
}
[exit 0]"#,
    );
}

#[test]
fn ndjson_is_the_rows_alone_one_a_line() {
    tradecheck("yoy --month 2017-09 --flow exports,total --format ndjson").gives(
        r#"
{"month":"2017-09","flow":"export","base_month":"2016-09","base":285500000,"value":266340000,"change":-19160000,"yoy_pct":-6.711033,"printed_pct":-6.7,"streak":2,"streak_direction":"fall","streak_since":"2017-08","streak_bound":"exact","unit":"USD","flags":"base:e","note":"base: 2016-09 calculated back from the published change (23 October 2017)","details":[{"kind":"implied","column":"base","period":"2016-09","data":{"released":"2017-10-23"},"text":"calculated back from the published change (23 October 2017)"}]}
{"month":"2017-09","flow":"total","base_month":"2016-09","base":520300000,"value":412160000,"change":-108140000,"yoy_pct":-20.784163,"printed_pct":null,"streak":2,"streak_direction":"fall","streak_since":"2017-08","streak_bound":"exact","unit":"USD","flags":null,"note":null}
[exit 0]"#,
    );
}

const MARKDOWN: &str = "
**China's trade with North Korea, 2017-09: change from a year earlier (USD million)**

| Flow | 2016-09 | 2017-09 | Change | y/y | Printed | Streak |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
| Imports | 234.8 e | 145.8 | −89.0 | −37.9 % | −37.9 % | 7th fall, from 2017-03 |
| Exports | 285.5 e | 266.3 | −19.2 | −6.7 % | −6.7 % | 2nd fall, from 2017-08 |
| Total | 520.3 | 412.2 | −108.1 | −20.8 % |  | 2nd fall, from 2017-08 |
| Balance | 50.7 | 120.5 | 69.8 | .. |  | up, after 1 fall |

Notes:

- e implied by a published change

Source: Sankei (GACC table); GACC spokesman (Reuters). Details: --notes full
";

#[test]
fn markdown_is_a_table_to_paste() {
    tradecheck("yoy --month 2017-09 --format markdown").gives(&format!("{MARKDOWN}[exit 0]"));
}

#[test]
fn an_output_file_takes_its_format_from_its_name() {
    let folder = Folder::new();
    folder
        .run("yoy --month 2017-09 --output a.md")
        .gives("[exit 0]");
    assert_eq!(folder.read("a.md"), MARKDOWN.trim_start());
    folder.run("yoy --month 2017-09 -o a.csv").gives("[exit 0]");
    assert_eq!(folder.read("a.csv") + "[exit 0]", CSV.trim_start());
}

#[test]
fn a_run_of_months_has_one_row_for_each_month_and_flow() {
    // 156.3 / 232.1 − 1 = −32.658337 %, 288.3 / 291.34 − 1 = −1.043454 %.
    tradecheck("yoy --from 2017-07 --to 2017-09 --flow imports --format table").gives(
        "
China's trade with North Korea, 2017-07 to 2017-09: change from a year earlier
(USD million)

                 A year
Month   Flow    earlier Value Change     y/y Printed Streak
───────────────────────────────────────────────────────────────────────────
2017-07 Imports 232.1 d 156.3  −75.8 −32.7 %         5th fall, from 2017-03
2017-08 Imports 291.3   288.3   −3.0  −1.0 %  −1 %   6th fall, from 2017-03
2017-09 Imports 234.8 e 145.8  −89.0 −37.9 % −37.9 % 7th fall, from 2017-03

e implied by a published change; d difference
Source: Reuters (GACC) and 3 more. Details: --notes full
[exit 0]
",
    );
}

#[test]
fn the_labels_are_chinese_when_asked_for() {
    tradecheck("yoy --month 2017-09 --format table --lang zh").gives(
        "
中国与朝鲜贸易，2017年9月：同比变化（百万美元）

                                             公布
项目     2016年9月 2017年9月 增减额   同比   同比 连续增减
─────────────────────────────────────────────────────────────────────────────
进口       234.8 e     145.8  −89.0 −37.9% −37.9% 2017年3月起连续7个月下降
出口       285.5 e     266.3  −19.2  −6.7%  −6.7% 2017年8月起连续2个月下降
进出口     520.3       412.2 −108.1 −20.8%        2017年8月起连续2个月下降
贸易差额    50.7       120.5   69.8     ..        由降转升，此前连续1个月下降

e 由公布的同比推算
来源：产经新闻（海关总署统计表）及另外1个。详情：--notes full
[exit 0]
",
    );
}

#[test]
fn north_koreas_side_swaps_the_flows_and_turns_the_balance() {
    // China's import is North Korea's export; 145.82 − 266.34 = −120.52, 234.8 − 285.5 = −50.7.
    tradecheck("yoy --month 2017-09 --as kp --lang ko --format table").gives(
        "
북한의 대중국 교역, 2017년 9월: 전년 동월 대비 증감, 북한 관점(중국 해관 통계)
(백만 달러)

                                 전년
          2016년 2017년          동월   공표
구분         9월    9월 증감액   대비 증감률 연속 증감
───────────────────────────────────────────────────────────────────────────
수입     285.5 e  266.3  −19.2  −6.7%  −6.7% 2017년 8월부터 2개월 연속 감소
수출     234.8 e  145.8  −89.0 −37.9% −37.9% 2017년 3월부터 7개월 연속 감소
교역액   520.3    412.2 −108.1 −20.8%        2017년 8월부터 2개월 연속 감소
무역수지 −50.7   −120.5  −69.8     ..        감소로 전환(1개월 증가 뒤)

e 공표 증감률에서 역산
출처: 산케이신문(중국 해관총서 통계표) 외 1건. 자세히: --notes full
[exit 0]
",
    );
}

#[test]
fn no_table_is_wider_than_80_columns() {
    for lang in ["en", "zh", "ko"] {
        for question in [
            "yoy --month 2017-09",
            "yoy --month 2025-01 --currency cny",
            "yoy --from 2019-11 --to 2020-04",
            "streak --longest",
            "streak --month 2017-09 --links",
            "series --from 2020-01 --to 2020-06",
        ] {
            let run = tradecheck(&format!("{question} --format table --lang {lang}"));
            for line in run.answer().lines() {
                assert!(columns(line) <= 80, "{question} {lang}: {line}");
            }
        }
    }
}

/// Terminal columns: Chinese and Korean characters and full-width signs take two.
fn columns(line: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ff60}');
    line.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

#[test]
fn colour_comes_only_where_it_is_asked_for() {
    let colours = |text: &str| text.contains('\u{1b}');
    let table = "yoy --month 2017-09 --format table";
    assert!(!colours(&tradecheck(table).answer()));
    assert!(colours(
        &tradecheck(&format!("{table} --color always")).answer()
    ));
    assert!(colours(
        &tradecheck(table).env("CLICOLOR_FORCE", "1").answer()
    ));
    let both = tradecheck(table)
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1");
    assert!(!colours(&both.answer()));
    let csv = tradecheck("yoy --month 2017-09 --format csv --color always");
    assert!(!colours(&csv.answer()));
}
