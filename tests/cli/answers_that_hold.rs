//! Defaults that answer, refusals that name the flag, and words beside a verdict: what readers of the
//! program's output found lacking. Figures are those of `data/published.csv`, worked by hand.

use crate::fixtures::ours;
use crate::program::{Folder, told, tradecheck};

#[test]
fn what_the_office_itself_published_is_said_beside_a_false_verdict() {
    // Printed on these days; the levels of later tables give other changes.
    for (claim, day) in [
        ("imports yoy 2017-06 -28.9%", "2017-07-13"),
        ("exports ytd-yoy 2017-09 20.9%", "2017-10-13"),
        ("imports yoy 2017 -33%", "2018-01-12"),
    ] {
        let said = told(&tradecheck(&format!("check {claim} --format table")).output());
        let flag = format!("`--published {day}`");
        assert!(said.contains("customs itself published"), "{said}");
        assert!(said.contains(&flag), "{said}");
        let by_then = tradecheck(&format!("check {claim} --published {day} --format csv"));
        assert!(told(&by_then.output()).contains(",true,"), "{claim}");
    }
    let said = told(&tradecheck("check imports yoy 2017-09 -37.9% --format table").output());
    assert!(!said.contains("customs itself"), "{said}");
}

#[test]
fn a_claim_may_be_true_in_the_other_currency() {
    let run = "check imports yoy 2025-06 46.7% --published 2025-07-20 --columns verdict,reading";
    let said = told(&tradecheck(run).output());
    assert!(said.contains("cannot_tell,currency=cny"), "{said}");
    // In dollars by name, nothing else is tried.
    let said = told(&tradecheck(&format!("{run} --currency usd")).output());
    assert!(!said.contains("currency=cny"), "{said}");
}

#[test]
fn claims_are_written_as_people_write_them() {
    for (claim, verdict) in [
        ("imports yoy 2017-09|down 37.9%", "true"),
        ("imports yoy 2017-09|up 37.9%", "false"),
        ("exports mom 2017-09|fell 15.7%", "true"),
    ] {
        let (what, value) = claim.split_once('|').expect("two parts");
        let run = tradecheck(&format!("check {what} --columns verdict --no-header"));
        let said = told(&run.arg(value).output());
        assert!(said.contains(&format!(",{verdict}\n")), "{claim}: {said}");
    }
    let run = tradecheck("check imports yoy 2017-09").arg("down -37.9%");
    assert!(told(&run.output()).ends_with("[exit 2]\n"));
    // The sentence itself in place of a file.
    let sentence = "China's imports from North Korea fell 37.9% in September 2017.";
    let run = tradecheck("check --columns verdict --no-header --text").arg(sentence);
    assert!(told(&run.output()).contains(",true\n"));
    let run = tradecheck("check --text").arg("no such article.txt");
    assert!(told(&run.output()).contains("no such file or folder"));
}

#[test]
fn a_record_since_a_year_is_false_if_a_later_month_went_further() {
    // In yuan, December 2025 (373.3 million) was above January 2026 (340.4).
    let of = |claim: &str| {
        let run = format!("check {claim} --currency cny --columns verdict --no-header");
        told(&tradecheck(&run).output())
    };
    let said = of("imports record 2026-01 highest-since:2019");
    assert!(said.contains("false"), "{said}");
    // And with nothing in between, a year whose months are not all known decides nothing.
    let said = of("imports record 2025-12 highest-since:2019");
    assert!(!said.contains("true"), "{said}");
}

#[test]
fn goods_of_claims_are_named() {
    let run = "check imports quantity 2017-09 511619t --hs 2701 --format table";
    let said = tradecheck(run).answer();
    assert!(said.starts_with("China's trade with North Korea in HS 2701 (coal): claims"));
}

#[test]
fn own_files_settle_the_currency_beside_the_built_in_data() {
    let yuan = "period,flow,partner,currency,value,unit\n2026-08,import,109,CNY,273.5,million\n";
    let folder = Folder::new().with("yuan.csv", yuan);
    let run = "yoy -b yuan.csv --flow imports --columns month,value,unit --no-header";
    assert_eq!(folder.run(run).answer(), "2026-08,273500000,CNY\n");
    let run = folder.run(&format!("{run} --currency usd"));
    assert!(run.answer_with_notes().contains(",USD"));
}

#[test]
fn flags_that_ask_nothing_are_refused() {
    for (run, why) in [
        ("streak --min 0", "`0`: below 1"),
        ("streak --min -1", "`-1`: below 1"),
        ("yoy --top 3", "`--top` goes with `--by`"),
        (
            "sanctions list --flow total",
            "on imports or exports, not on `total`",
        ),
        ("sanctions list --partner JP", "not with other partners"),
        (
            "yoy -o /no-such-folder/x.csv",
            "cannot be written: no such folder\n",
        ),
    ] {
        let said = told(&tradecheck(run).output());
        assert!(said.contains(why), "{run}: {said}");
        assert!(said.ends_with("[exit 2]\n"), "{run}: {said}");
    }
}

#[test]
fn a_list_of_measures_says_when_china_stopped_clearing() {
    let said = tradecheck("sanctions list --hs 2701 --format table").answer();
    let said = said.replace("\n  ", " ");
    assert!(said.contains("UN 2270 2016-05, UN 2371 2017-10"), "{said}");
    assert!(said.contains("Source: UN Security Council"), "{said}");
}

#[test]
fn a_check_without_a_month_takes_one_with_figures() {
    let csv = tradecheck("sanctions check --columns month,code,value --no-header --format csv");
    assert!(
        csv.answer_with_notes()
            .lines()
            .any(|line| line.contains(",2710,"))
    );
    // Coal in October 2017: a figure, zero.
    let said = tradecheck("sanctions check --month 2017-10 --format table").answer();
    assert!(
        said.contains("published as no trade: 2601 (2017-10), 2701"),
        "{said}"
    );
    assert!(!said.contains("───"), "a head over nothing: {said}");
}

#[test]
fn columns_keep_what_tells_rows_apart() {
    for (run, header) in [
        ("chart --month 2017-09 --columns value", "month,flow,value"),
        (
            "revisions --period 2016 --columns value",
            "period,flow,released,value",
        ),
        ("list groups --columns count", "group,count"),
        ("list columns --columns text", "command,column,text"),
        (
            "yoy --month 2017-09 --explain --columns result",
            "flow,column,result",
        ),
    ] {
        let csv = tradecheck(&format!("{run} --format csv")).answer_with_notes();
        assert_eq!(csv.lines().next(), Some(header), "{run}");
        let mut seen = std::collections::BTreeSet::new();
        let keys = csv
            .lines()
            .map(|line| line.rsplit_once(',').expect("columns").0);
        let is_free_text = run.contains("columns");
        assert!(
            is_free_text && header.ends_with("text") || keys.clone().all(|key| seen.insert(key)),
            "{run}"
        );
    }
}

#[test]
fn a_year_to_date_that_falls_says_why() {
    let said = tradecheck("series --hs 2701 --measure quantity --from 2017-01 --format table");
    let said = said.answer().replace("\n  ", " ");
    assert!(
        said.contains("2017-01–03, 2017-01–06: year to date below that of the month"),
        "{said}"
    );
    let said =
        tradecheck("series --from 2017-01 --to 2017-12 --flow exports --format table").answer();
    assert!(!said.contains("below that of the month before"), "{said}");
}

#[test]
fn no_trade_behind_a_hole_is_at_least_so_long() {
    let rows = ours("2016-08 import 0\n2016-09 import 0\n2017-08 import 0\n2017-09 import 0");
    let folder = Folder::new().with("a.csv", rows);
    let said = folder.run("streak --month 2017-09 --flow imports a.csv --format table");
    let said = said.answer_with_notes();
    assert!(said.contains("no trade for at least 2 months"), "{said}");
}

#[test]
fn a_receipt_is_not_overwritten_by_its_verdict() {
    let receipt = tradecheck("yoy --month 2017-09 --explain --format json").answer();
    let folder = Folder::new().with("r.json", &receipt);
    let said = told(&folder.run("verify r.json -o r.json").output());
    assert!(
        said.contains("is an input file and would be overwritten"),
        "{said}"
    );
    assert_eq!(folder.read("r.json"), receipt);
}

#[test]
fn the_cautions_of_a_brief_are_objects() {
    let json = tradecheck("brief --month 2020-02 --format json").answer_with_notes();
    let brief: serde_json::Value = serde_json::from_str(&json).expect("json");
    let cautions = brief["cautions"].as_array().expect("a list");
    assert!(!cautions.is_empty());
    for caution in cautions {
        for key in ["kind", "column", "period", "data", "text"] {
            assert!(caution.get(key).is_some(), "{key}: {caution}");
        }
    }
}

#[test]
fn whose_exports_follow_the_trade_of_both_must_be_said() {
    for (first, exports) in [
        (
            "2017년 9월 북중 교역액은 4억1천220만 달러였다.",
            "수출은 1억4천582만 달러였다.",
        ),
        ("2017年9月，朝中贸易额4.122亿美元。", "出口1.458亿美元。"),
        (
            "North Korea-China trade was $412.2 million in September 2017.",
            "Exports fell 37.9 percent.",
        ),
    ] {
        let text = format!("{first} {exports}");
        let run = "check --columns verdict --no-header --published 2017-10-23 --text";
        let output = tradecheck(run).arg(&text).output();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(!said.contains("false"), "{said}");
        assert!(said.contains("not_understood"), "{said}");
    }
    // China first: its exports.
    let text =
        "China-North Korea trade was $412.2 million in September 2017. Exports fell 6.7 percent.";
    let run = "check --columns verdict --no-header --published 2017-10-23 --text";
    let said = told(&tradecheck(run).arg(text).output());
    assert!(said.ends_with("[exit 0]\n"), "{said}");
}

#[test]
fn a_workbook_names_the_unit_of_its_cells() {
    let folder = Folder::new();
    let run = folder.run("yoy --month 2017-09 -o t.xlsx");
    assert!(run.output().status.success());
    use calamine::{Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(folder.path().join("t.xlsx")).expect("a workbook");
    let notes = book.worksheet_range("notes").expect("a sheet of notes");
    let title = notes.get((0, 0)).expect("a title").to_string();
    assert!(title.ends_with("(USD)"), "{title}");
}

/// September 2017: 152 million as the difference of two rounded sums, then 145.82; exports 267.6, then
/// 266.3. Neither is a revision beyond rounding.
#[test]
fn what_lies_within_rounding_is_no_revision_on_average() {
    let said = tradecheck("revisions --period 2017-09 --format table").answer();
    assert!(said.contains("145.8"), "{said}");
    assert!(!said.contains("mean"), "{said}");
    assert!(
        !said.contains("0 to 3 months after the first release"),
        "{said}"
    );
}
