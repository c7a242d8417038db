//! Whose words and whose goods: changes that a newspaper worked out, goods that a sentence leaves
//! out, codes without a name, and bans where a good of them is asked for.

use crate::program::{Run, told, tradecheck};

/// All that comes out.
fn everything(arguments: &str) -> String {
    told(&tradecheck(arguments).output())
}

/// All that comes out of a table, on one line.
fn on_one_line(arguments: &str) -> String {
    let shown = everything(&format!("{arguments} --format table"));
    let words: Vec<&str> = shown.split_whitespace().collect();
    words.join(" ")
}

#[test]
fn a_change_that_a_newspaper_worked_out_is_not_the_office_s() {
    // data/published.csv, 2020-11: "yoy is the newspaper's arithmetic", of KBS World; 2022-10 and
    // 2022-12 of Yonhap; 2022 as a whole "yoy from Reuters 2023-01-20".
    for (arguments, said, not) in [
        (
            "brief --month 2020-11",
            "exports fell 99.9%, by KBS World's calculation, to",
            "customs said",
        ),
        (
            "brief --month 2020-11 --lang zh",
            "同比下降99.9%（韩国国际 广播电台计算）",
            "海关公布）",
        ),
        (
            "brief --month 2020-11 --lang ko",
            "99.9% 감소(KBS 월드 계산, 10개월",
            "해관 공표",
        ),
        (
            "yoy --month 2022-10",
            "exports 2022-10: Yonhap gave +233 % on 18 November 2022",
            "customs said",
        ),
        (
            "yoy --period 2022",
            "Reuters gave +247.5 % on 20 January 2023",
            "customs said",
        ),
    ] {
        let shown = on_one_line(arguments);
        assert!(
            shown.contains(said) && !shown.contains(not),
            "{arguments}: {shown}"
        );
    }
    // The spokesman's own stays his.
    let shown = on_one_line("brief --month 2017-09 --as-of 2017-10-13");
    assert!(
        shown.contains("fell 37.9% in September 2017 from a year earlier, customs said"),
        "{shown}"
    );
    let page = everything("report --month 2022-12");
    assert!(page.contains("is by Yonhap's calculation") && !page.contains("customs' own"));
}

#[test]
fn a_sentence_without_a_good_keeps_that_of_the_last_one() {
    // data/published-goods.csv: 224 million to June 2017, −54 %; 138.14 million in August.
    let coal = "China's coal imports from North Korea were $138.1 million in August 2017.";
    for (next, expected) in [
        (
            " In January-June 2017, imports fell 54% to $224 million.",
            "true true true",
        ),
        // Named in full again, it is all goods: 288.3 million.
        (
            " China's imports from North Korea were $288.3 million in August 2017.",
            "true true",
        ),
        (" Exports were $316 million.", "true not_understood"),
        ("\n\nImports were $288.3 million.", "true not_understood"),
    ] {
        let run = Run::new(["check", "--text", "-", "-f", "csv", "--columns", "verdict"]);
        let text = format!("{coal}{next}");
        let csv = String::from_utf8(run.stdin(text.as_bytes()).output().stdout).expect("text");
        let verdicts = csv.lines().skip(1).filter_map(|row| row.rsplit(',').next());
        let verdicts: Vec<&str> = verdicts.collect();
        assert_eq!(verdicts.join(" "), expected, "{next}");
    }
}

#[test]
fn a_code_without_a_name_does_not_run_into_its_amount() {
    // data/published-goods.csv: 166,106 dollars in September 2017, none in October.
    for (month, lang, said) in [
        ("2017-09", "zh", "出口HS 271012项下商品16.61万美元"),
        ("2017-10", "zh", "出口HS 271012项下商品为零"),
        ("2017-10", "en", "were nil in October 2017"),
        ("2017-10", "ko", "수출은 없음"),
    ] {
        let shown = on_one_line(&format!(
            "brief --hs 271012 --month {month} --flow exports --lang {lang}"
        ));
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn no_tonnes_are_no_dollars() {
    // Coal in April 2017: 0 t, against 72.27 million dollars in April 2016.
    let csv = everything(
        "yoy --hs 2701 --month 2017-04 --flow imports -f csv --columns value,yoy_pct,note",
    );
    assert!(
        csv.contains("\n0,-100,\"value: zero, because the quantity was published as zero"),
        "{csv}"
    );
    let shown = on_one_line("brief --hs 2701 --month 2017-09");
    assert!(!shown.contains("lowest"), "{shown}");
}

#[test]
fn a_ban_is_told_wherever_its_goods_are_and_not_before_it_was_adopted() {
    let ban = "imports: banned since 2017-08 by UN 2371";
    for arguments in [
        "brief --hs 2701 --month 2017-09",
        "yoy --hs 2701 --month 2017-09 --partner all",
    ] {
        let shown = on_one_line(arguments);
        assert!(shown.contains(ban), "{arguments}: {shown}");
    }
    // Adopted on 5 August.
    for (day, is_said) in [("2017-08-04", false), ("2017-08-05", true)] {
        let shown = everything(&format!(
            "yoy --hs 2701 --month 2017-08 --as-of {day} -f csv"
        ));
        assert_eq!(shown.contains(ban), is_said, "{day}: {shown}");
    }
}

#[test]
fn goods_of_which_a_part_is_banned_are_not_banned_in_full() {
    // UN 1718 bans tanks, 871000, and not vehicles.
    let csv = everything("sanctions check --month 2016-02 -f csv --columns code,kind,phase");
    assert!(csv.contains("87,may_include,\n"), "{csv}");
}

#[test]
fn a_command_that_is_missing_and_a_day_in_chinese() {
    let shown = everything("sanctions --lang zh");
    assert!(
        shown.contains("`sanctions list`") && !shown.contains("`yoy`"),
        "{shown}"
    );
    let [plain, chinese] = ["2017-08-05", "2017年8月5日"]
        .map(|day| everything(&format!("sanctions list -f csv --on {day}")));
    assert_eq!(plain, chinese);
    let shown = everything("check exports quantity 2015-07 145.8");
    assert!(!shown.contains("``"), "{shown}");
}
