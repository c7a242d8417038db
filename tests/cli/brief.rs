//! `brief`: the statement of a month. Million dollars, September 2017: imports 145.82 against 234.8,
//! −37.9 % as printed; exports 266.34 against 285.5, −6.7 % as printed; January–September imports
//! 1,477.85, −16.7 % as printed. Exports of the nine months, 2,504 against 2,107.9 as they were
//! revised, changed by +18.3 to +19.3 %: the printed +20.9 % is no longer true.

use crate::platform::{Download, EXPORTS, IMPORTS};
use crate::program::{Folder, tradecheck};
use serde_json::Value;

/// The text of the answer, without what stands under it.
fn said(arguments: &str) -> String {
    let shown = tradecheck(&format!("brief {arguments} --format table")).answer();
    let text = shown.split("\n\n").next().expect("a text");
    text.replace('\n', " ")
}

#[test]
fn september_2017_in_three_languages() {
    assert_eq!(
        said("--month 2017-09"),
        "China's imports from North Korea fell 37.9% in September 2017 from a year earlier, to \
         $145.8 million, a seventh straight month of decline; exports fell 6.7%, to $266.3 \
         million, a second straight month of decline. In January-September 2017, imports fell \
         16.7% to $1.48 billion and exports rose about 19% to $2.5 billion. China's \
         surplus with North Korea in September 2017 was $120.5 million."
    );
    let chinese = said("--month 2017-09 --lang zh").replace(' ', "");
    assert_eq!(
        chinese,
        "2017年9月，中国自朝鲜进口1.458亿美元，同比下降37.9%，连续七个月下降；出口2.663亿美元，\
         同比下降6.7%，连续两个月下降。1—9月累计，进口14.78亿美元，同比下降16.7%；出口25亿美元，\
         同比增长约19%。当月贸易顺差1.205亿美元。"
    );
    assert_eq!(
        said("--month 2017-09 --lang ko"),
        "2017년 9월 중국의 대북 수입은 1억 4,582만 달러로 전년 동월 대비 37.9% 감소(7개월 연속 \
         감소), 수출은 2억 6,634만 달러로 전년 동월 대비 6.7% 감소(2개월 연속 감소). 1~9월 누계 \
         수입은 약 14억 7,800만 달러로 전년 동기 대비 16.7% 감소, 수출은 25억 달러로 전년 동기 대비 \
         약 19% 증가. 2017년 9월 무역수지는 약 1억 2,050만 달러 흑자."
    );
}

#[test]
fn on_the_day_of_the_spokesman_the_change_is_his_own() {
    // No value was out: 1.48 billion less 1.328 billion leaves 142 to 163 million, which is two
    // digits in every language.
    let text = said("--month 2017-09 --as-of 2017-10-13");
    let first = "China's imports from North Korea fell 37.9% in September 2017 from a year earlier, \
                 customs said, to about $150 million, a seventh straight month of decline;";
    assert!(text.starts_with(first), "{text}");
    let chinese = said("--month 2017-09 --as-of 2017-10-13 --lang zh").replace(' ', "");
    assert!(chinese.contains("进口约1.5亿美元，"), "{chinese}");
    let korean = said("--month 2017-09 --as-of 2017-10-13 --lang ko");
    assert!(korean.contains("수입은 약 1억 5,000만 달러로"), "{korean}");
    assert!(
        text.contains("exports rose 20.9% to $2.55 billion"),
        "{text}"
    );
}

#[test]
fn what_rounding_or_missing_data_leave_open_is_said_as_open() {
    // 2016 begins with January as published alone: nobody knows how long growth had lasted.
    let text = said("--month 2017-03 --flow imports");
    assert!(
        text.contains(", after at least two months of growth"),
        "{text}"
    );
    assert!(
        text.contains("imports rose by between 7.1% and 10.7%"),
        "{text}"
    );
    // June 2015 has no year before it.
    let text = said("--month 2015-06 --flow imports");
    assert!(
        text.starts_with("China's imports from North Korea were $217 million in June 2015."),
        "{text}"
    );
    assert!(
        text.contains("No change from a year earlier is known: no data for 2014-06."),
        "{text}"
    );
    // Exports of 2016-02 have no figure, but the quarter leaves them at most 58 million: 102.2 in
    // February 2018 was no record low.
    let text = said("--month 2018-02 --flow exports");
    assert!(!text.contains("lowest"), "{text}");
    // The spokesman's −31 % was not what the figures come to: 123.8 against 181.0, −31.6.
    let text = said("--month 2017-05 --flow imports");
    assert!(text.contains("fell about 32%"), "{text}");
    // 3,000 dollars are not nothing.
    let text = said("--month 2021-02 --flow exports");
    assert!(text.contains("fell by more than 99.9%"), "{text}");
    // January 2026 goes up, for at least as long as there are figures.
    let text = said("--month 2026-01 --flow imports");
    assert!(
        text.contains("up for at least two straight months"),
        "{text}"
    );
}

#[test]
fn a_change_from_a_base_that_may_be_zero_has_no_upper_end() {
    // Nine months of 9.5 to 10.5 billion less eight of 8.5 to 9.5 leave 0 to 2 billion for September
    // 2016: 4.5 to 5.5 billion a year later are 4.5 / 2 − 1 = +125 % or any more.
    let folder = Folder::new().with(
        "own.csv",
        "period,flow,partner,currency,value,unit\n\
         2016-01..2016-08,import,109,USD,9,billion\n\
         2016-01..2016-09,import,109,USD,10,billion\n\
         2017-09,import,109,USD,5,billion\n",
    );
    let brief = "brief --month 2017-09 own.csv --format";
    for (lang, said) in [
        (
            "en",
            "imports from North Korea rose by at least 125.0% in September 2017",
        ),
        ("zh", "同比增长125.0%以上"),
        ("ko", "전년 동월 대비 125.0% 이상 증가"),
    ] {
        let shown = folder.run(&format!("{brief} table --lang {lang}")).answer();
        let text = shown.split("\n\n").next().expect("a text");
        let text = text.replace('\n', if lang == "zh" { "" } else { " " });
        assert!(text.contains(said), "{text}");
        if lang == "zh" {
            continue;
        }
        // Read back, it is true.
        std::fs::write(folder.path().join("said.txt"), text).expect("a file");
        let check = "check --text said.txt own.csv --no-header --columns metric,verdict";
        let verdicts = folder.run(check).answer_with_notes();
        assert!(verdicts.contains(",yoy,true"), "{verdicts}");
    }
    for (claim, verdict) in [("100%", "false"), ("400%", "cannot_tell")] {
        let check =
            format!("check imports yoy 2017-09 {claim} own.csv --no-header --columns verdict");
        let output = folder.run(&check).output();
        let row = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(row.ends_with(&format!(",{verdict}\n")), "{row}");
    }
    let rows = folder.run(&format!("{brief} csv")).answer_with_notes();
    assert!(rows.contains("\nyoy,import,2017-09,400,125,,%\n"), "{rows}");
    let yoy = "yoy --month 2017-09 own.csv --flow imports --no-header --columns yoy_pct,flags,note";
    let row = folder.run(yoy).answer_with_notes();
    assert!(row.starts_with("400,yoy_pct:u,"), "{row}");
    let remark =
        "yoy_pct: because figures are rounded, the change could be anything from +125.0 % up";
    assert!(row.contains(remark), "{row}");
}

#[test]
fn a_base_that_is_zero_after_rounding_is_not_called_nothing() {
    let of = |base: &str| {
        Folder::new().with(
            "own.csv",
            format!(
                "period,flow,partner,currency,value,unit\n2016-09,import,109,USD,{base}\n\
                 2017-09,import,109,USD,5.0,million\n"
            ),
        )
    };
    // 0.0 million is anything below 50 thousand; 0 dollars are none.
    for (base, lang, said) in [
        (
            "0.0,million",
            "en",
            "rose in September 2017 from zero after rounding a year earlier, to $5.0 million",
        ),
        ("0.0,million", "zh", "上年同期四舍五入后为零"),
        ("0.0,million", "ko", "전년 동월은 반올림하면 0"),
        (
            "0,1",
            "en",
            "rose in September 2017 from nothing a year earlier, to $5.0 million",
        ),
    ] {
        let brief = format!("brief --month 2017-09 own.csv --format table --lang {lang}");
        let shown = of(base).run(&brief).answer();
        let shown = shown.replace('\n', if lang == "zh" { "" } else { " " });
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn json_has_the_figure_behind_each_part() {
    let shown = tradecheck("brief --month 2017-09 --format json").answer();
    let brief: Value = serde_json::from_str(&shown).expect("json");
    assert_eq!(brief["schema"], "tradecheck.brief.1");
    let part = &brief["parts"][0];
    assert_eq!(
        part["text"],
        "imports fell 37.9% in September 2017 from a year earlier"
    );
    assert_eq!(part["metric"], "yoy");
    assert_eq!(part["value"].to_string(), "-37.896082");
    let parts = brief["parts"].as_array().expect("parts");
    let streak = parts.iter().find(|part| part["metric"] == "streak");
    let streak = streak.expect("a streak");
    assert_eq!((&streak["value"], &streak["high"]), (&7.into(), &7.into()));
}

#[test]
fn downloads_name_the_goods_that_drove_the_change() {
    // Coal from 80 to 30 and crabs from 20 to 15.5, of 100 in all: −50 and −4.5 points, together
    // Coal from 60 to 30 and apparel from 40 to 15.5, of 100 in all: −30 and −24.5 points.
    let english = Download::default();
    let folder = Folder::new()
        .with("imports/a.csv", english.of(&IMPORTS))
        .with("exports/a.csv", english.of(&EXPORTS));
    let run = "brief --month 2017-09 --imports imports/ --exports exports/ --format table";
    let shown = folder.run(run).answer_with_notes();
    assert!(shown.contains("fell 54.5%"), "{shown}");
    let shown = shown.replace('\n', " ");
    let coal = "imports were from HS 27 (mineral fuels), −30.0 points, and HS 61 (";
    assert!(
        shown.contains(coal) && shown.contains("−24.5 points"),
        "{shown}"
    );
}

#[test]
fn a_period_and_a_split_are_no_statement() {
    for (arguments, why) in [
        ("--period 2017-Q3", "covers one month"),
        ("--by chapter", "values only"),
    ] {
        let output = tradecheck(&format!("brief {arguments}")).output();
        let told = crate::program::told(&output);
        assert!(told.contains(why) && told.ends_with("[exit 2]\n"), "{told}");
    }
}

#[test]
fn what_rounding_leaves_open_is_not_given_a_direction() {
    let text = "month,flow,partner,value_usd_mn\n2016-09,import,North Korea,0.1\n\
                2016-09,export,North Korea,1.00\n2017-09,import,North Korea,0.1\n\
                2017-09,export,North Korea,0.12\n";
    let folder = Folder::new().with("own.csv", text);
    // 0.05 to 0.15 million in both years is −67 % to +200 %; 0.12 may be less than 0.1.
    let run = |lang: &str| {
        let run = format!("brief own.csv --month 2017-09 --lang {lang} --format table");
        folder.run(&run).answer_with_notes()
    };
    for (lang, said, unsaid) in [
        (
            "en",
            "may have risen or fallen",
            ["changed little", "surplus"],
        ),
        ("zh", "升降不明", ["基本持平", "顺差"]),
        ("ko", "증감을 알 수", ["보합", "흑자"]),
    ] {
        let answer = run(lang);
        assert!(answer.contains(said), "{answer}");
        for unsaid in unsaid {
            assert!(!answer.contains(unsaid), "{answer}");
        }
    }
}

#[test]
fn a_change_is_not_told_of_a_value_that_it_was_not_printed_for() {
    // −4.4 % was printed in February 2016 with 1.8 hundred million; the value is 149 million since,
    // a fifth lower. +4.2 % was the quarter's, then 180 + 119.9 + 237 = 537 million, now 449.
    let text = said("--month 2016-01");
    assert!(
        text.contains("imports from North Korea were about $149 million"),
        "{text}"
    );
    assert!(!text.contains("4.4%"), "{text}");
    let shown = tradecheck("brief --month 2016-01 --format table").answer();
    let shown = shown.replace("\n ", "");
    let caution =
        "imports 2016-01: customs said −4.4 % in February 2016 of a first figure of USD 180.00";
    assert!(shown.contains(caution), "{shown}");
    let quarter =
        tradecheck("yoy --period 2016-Q1 --flow imports -f csv --columns yoy_pct,printed_pct");
    assert_eq!(quarter.answer_with_notes(), "yoy_pct,printed_pct\n,4.2\n");
    // The exports of January were never revised.
    assert!(text.contains("exports rose 1.4%, customs said,"), "{text}");
}

#[test]
fn where_neither_flow_is_known_the_total_is_told() {
    // 280.0 million and 247 to 253 a year before.
    let text = said("--month 2019-11");
    assert!(
        text.starts_with("China's trade with North Korea rose"),
        "{text}"
    );
    assert!(text.contains("to about $280 million"), "{text}");
    assert!(
        text.contains("Imports and exports are not known separately."),
        "{text}"
    );
    // As by any other command, a month that the other currency alone has is refused.
    tradecheck("brief --month 2026-02").gives(
        "
[stderr]
tradecheck: no USD figure of 2026-02; CNY figures include it
  help: pass `--currency cny`
[exit 2]
",
    );
}

#[test]
fn all_partners_need_no_name_and_a_chapter_does() {
    let rows = |partner: &str| {
        format!(
            "month,flow,partner,hs,value_usd_mn\n2016-09,import,{partner},2701,20.0\n\
             2017-09,import,{partner},2701,10.0\n"
        )
    };
    let folder = Folder::new().with("coal.csv", rows("North Korea"));
    let said = folder
        .run("brief coal.csv --month 2017-09 --format table")
        .answer_with_notes();
    let said = said.replace('\n', " ");
    let coal = "China's imports of HS 2701 (coal) from North Korea fell 50%";
    assert!(said.contains(coal), "{said}");
}
