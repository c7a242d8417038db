//! Sentences as newspapers and agencies print them: what is read of them, and the verdict as it was
//! worked out by hand from `data/published.csv`. Million dollars: imports 145.82 in September 2017
//! against 234.8 (−37.9 % as printed), 288.3 in August, 156.3 in July, 123.8 in May; exports 266.34
//! against 285.5.

use crate::check_text::{read, said};
use std::collections::BTreeMap;

/// Each sentence on its own, all of one day in one article: a sentence on something else in between
/// ends what the one before has said.
pub fn judged(published: &str, cases: &[(&str, &str)]) {
    let others = [
        "The weather was fine.\n\n",
        "天气很好。\n\n",
        "날씨가 좋았다.\n\n",
    ];
    let mut article = String::new();
    for (sentence, _) in cases {
        article.push_str(&format!("{sentence}\n\n{}", others.concat()));
    }
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for row in read(&article, published) {
        let told = match &*row["verdict"] {
            "not_understood" => "not understood".to_owned(),
            verdict => format!("{} {verdict}", said(&row)),
        };
        let number: usize = row["sentence"].parse().expect("a number");
        found.entry(number).or_default().push(told);
    }
    for (at, (sentence, expected)) in cases.iter().enumerate() {
        let told = found.remove(&(4 * at + 1)).unwrap_or_default();
        assert_eq!(told.join("; "), *expected, "{sentence}");
    }
    assert!(found.is_empty(), "{found:?}");
}

const SEPTEMBER: &str = "import yoy 2017-09 -37.9 % true";

#[test]
fn what_contradicts_itself_is_not_judged() {
    let none = "not understood";
    let said = "China's imports from North Korea";
    let in_2017 = format!("{said} fell 37.9 percent in September 2017");
    let english = [
        format!("{said} fell in September 2017, rising 5 percent."),
        format!("{in_2017}, up 5 percent."),
        format!("{in_2017}, down 36.9 percent."),
        format!("{in_2017}, the seventh straight month of growth."),
        format!("{said} fell to $145.8 million in September 2017 from $100 million a year earlier."),
        format!("{said} rose from $234.8 million a year earlier to $145.8 million in September 2017."),
        // From what the second one changed is open.
        "China's trade with North Korea rose 15.9 percent in November 2017 from October, and imports 3 percent.".to_owned(),
    ];
    let others = [
        "9月中国自朝鲜进口同比下降37.9%，连续七个月增长。",
        "9月中国自朝鲜进口同比下降37.9%，增长5%。",
        "9월 중국의 대북 수입은 37.9% 감소했으며 7개월 연속 증가했다.",
        // From the month before, or from the year before.
        "9月中国对朝鲜出口由升转降，同比下降6.7%。",
    ];
    let english = english.iter().map(|one| (&**one, none));
    let cases: Vec<_> = english.chain(others.map(|one| (one, none))).collect();
    judged("2017-11-24", &cases);
}

#[test]
fn who_says_so_changes_nothing_and_a_rumour_is_no_source() {
    let said = "China's imports from North Korea fell 37.9 percent in September 2017";
    let with = |ending: &str| format!("{said}{ending}");
    let known = [
        with(" (Reuters)."),
        with(" — Reuters."),
        with(" [NK News]."),
        with(", Xinhua reported."),
        with(", state media reported."),
        with(", citing customs data."),
        with(" (Source: GACC)."),
        with(", Yonhap News Agency reported Tuesday."),
        with(", according to data released by the General Administration of Customs on Monday."),
    ];
    let unknown = [
        with(", Rumor says."),
        with(", Market Rumors say."),
        with(", Hearsay says."),
        with(", an analyst said."),
        with(" (KITA)."),
    ];
    let others = [
        ("【财新网】中国9月从朝鲜进口同比下降37.9%。", SEPTEMBER),
        ("传言称，9月中国自朝鲜进口同比下降37.9%。", "not understood"),
        (
            "소문에 따르면 9월 중국의 대북 수입은 37.9% 감소했다.",
            "not understood",
        ),
    ];
    let known = known.iter().map(|one| (&**one, SEPTEMBER));
    let unknown = unknown.iter().map(|one| (&**one, "not understood"));
    let cases: Vec<_> = known.chain(unknown).chain(others).collect();
    judged("2017-10-24", &cases);
}

#[test]
fn english_copy_of_october_2017() {
    judged(
        "2017-10-24",
        &[
            (
                "BEIJING, Oct 23 (Reuters) - China's imports from North Korea fell 37.9 percent to $145.8 million in September, customs data showed on Monday, the seventh straight monthly decline.",
                "import yoy 2017-09 -37.9 % true; import value 2017-09 145.8 million USD true; import streak 2017-09 7 falls true",
            ),
            (
                "BEIJING, October 23, 2017 - China's imports from North Korea fell 37.9 percent in September.",
                "import yoy 2017-09 -37.9 % true",
            ),
            (
                "CHINA SEPT IMPORTS FROM N. KOREA FELL 37.9 PCT Y/Y - CUSTOMS",
                SEPTEMBER,
            ),
            (
                "China's imports from North Korea fell nearly 38 percent in September.",
                "import yoy 2017-09 almost -38 % true",
            ),
            (
                "China's imports from North Korea fell by between 30 and 35 percent in September.",
                "import yoy 2017-09 at least -30 % true; import yoy 2017-09 at most -35 % false",
            ),
            (
                "China's imports from North Korea fell by more than a third in September from a year earlier.",
                "import yoy 2017-09 more than -33.3 % true",
            ),
            // 145.8 against 288.3.
            (
                "China's imports from North Korea nearly halved from August to September 2017.",
                "import mom 2017-09 almost -50 % true",
            ),
            (
                "China's imports from North Korea rose for a seventh straight month in September.",
                "import streak 2017-09 7 rises false",
            ),
            // 156.3 in July, 123.8 in May.
            (
                "China's imports from North Korea in September were the lowest since July.",
                "import record 2017-09 lowest-since:2017-07 false",
            ),
            (
                "North Korea's exports to China reached their lowest since May in September 2017.",
                "import record 2017-09 lowest-since:2017-05 true",
            ),
            // 266.34 less 145.82.
            (
                "China ran a trade surplus of $120.5 million with North Korea in September.",
                "balance balance 2017-09 120.5 million USD true",
            ),
            (
                "North Korea posted a deficit of $120.5 million with China in September.",
                "balance balance 2017-09 120.5 million USD true",
            ),
            (
                "China had a trade deficit with North Korea of $120.5 million in September.",
                "balance balance 2017-09 '-120.5 million USD false",
            ),
            // The base was worked back and is known to 0.3 million only.
            (
                "China's exports to North Korea dropped from $285.5 million in September 2016 to $266.3 million in September 2017.",
                "export value 2017-09 266.3 million USD true; export value 2016-09 285.5 million USD cannot_tell",
            ),
            // Zeros may be those of rounding: to tens of millions, 145.82 is 150.
            (
                "China's imports from North Korea were $150 million in September.",
                "import value 2017-09 150 million USD cannot_tell",
            ),
            (
                "China's imports from North Korea were $140 million in September.",
                "import value 2017-09 140 million USD false",
            ),
            (
                "China's imports from North Korea dropped more than 37 percent in September but rose 5 percent from a month earlier.",
                "import yoy 2017-09 more than -37 % true; import mom 2017-09 5 % false",
            ),
            (
                "China's imports from North Korea fell by $89 million in September from a year earlier.",
                "import yoy 2017-09 '-89 million USD true",
            ),
            (
                // No figure, and so no row.
                "China's imports from North Korea changed little in September 2017.",
                "",
            ),
            (
                "China's imports from North Korea fell as much as 37.9 percent in September.",
                "not understood",
            ),
            (
                "China's exports to North Korea rose 5-10 percent in September.",
                "not understood",
            ),
            (
                "China's trade with North Korea in September was the lowest in three months.",
                "not understood",
            ),
            (
                "China's imports from North Korea fell 37.9 percent in September after a 1 percent drop in August.",
                "import yoy 2017-09 -37.9 % true; import yoy 2017-08 -1 % true",
            ),
        ],
    );
}

#[test]
fn chinese_copy() {
    judged(
        "2017-10-24",
        &[
            (
                "9月，中国对朝鲜出口2.66亿美元，同比下降6.7%；自朝鲜进口1.46亿美元，下降37.9%。",
                "export value 2017-09 266 million USD true; export yoy 2017-09 -6.7 % true; import value 2017-09 146 million USD true; import yoy 2017-09 -37.9 % true",
            ),
            (
                "9月中国自朝鲜进口环比减少49.4%，同比减少37.9%。",
                "import mom 2017-09 -49.4 % true; import yoy 2017-09 -37.9 % true",
            ),
            (
                "9月中国自朝鲜进口同比下降近四成。",
                "import yoy 2017-09 almost -40 % true",
            ),
            (
                "9月中国自朝鲜进口同比减少逾三成。",
                "import yoy 2017-09 more than -30 % true",
            ),
            (
                "9月中国自朝鲜进口同比下降约五成。",
                "import yoy 2017-09 about -50 % false",
            ),
            // Exports fell in August, too, by 6.2 %.
            (
                "9月中国对朝鲜出口同比下降6.7%，由升转降。",
                "export yoy 2017-09 -6.7 % true; export streak 2017-09 1 falls false",
            ),
            (
                "9月中国自朝鲜进口由去年同期的2.35亿美元降至1.46亿美元。",
                "not understood",
            ),
        ],
    );
    // 12.378 million: to ten ten-thousands, 1240.
    judged(
        "2018-04-24",
        &[(
            "3月份，中国自朝鲜进口额跌至1240万美元，同比暴跌89.2%。",
            "import value 2018-03 12.40 million USD cannot_tell; import yoy 2018-03 -89.2 % true",
        )],
    );
}

#[test]
fn korean_copy() {
    judged(
        "2017-10-24",
        &[
            (
                "중국의 9월 대북 수입이 작년 같은 달보다 37.9% 급감한 1억4천582만달러로 집계됐다고 연합뉴스가 보도했다.",
                "import yoy 2017-09 -37.9 % true; import value 2017-09 145.82 million USD true",
            ),
            (
                "2017년 9월 중국의 대북 수입액은 1억4천580만 달러로 전년 동월 대비 37.9% 줄었다.",
                "import value 2017-09 145.80 million USD cannot_tell; import yoy 2017-09 -37.9 % true",
            ),
            (
                "9월 중국의 대북 수입은 7개월째 감소세를 이어갔다.",
                "import streak 2017-09 7 falls true",
            ),
            (
                "올해 1∼9월 중국의 대북 수출은 25억5천만 달러로 20.9% 늘고 수입은 14억8천만 달러로 16.7% 줄었다.",
                "export value 2017-01..2017-09 2.55 billion USD true; export yoy 2017-01..2017-09 20.9 % true; import value 2017-01..2017-09 1.48 billion USD true; import yoy 2017-01..2017-09 -16.7 % true",
            ),
            (
                "9월 중국의 대북 수입은 전달 대비 49.4% 감소했다.",
                "import mom 2017-09 -49.4 % true",
            ),
            (
                "9월 중국의 대북 수입은 2억3천480만 달러에서 1억4천582만 달러로 줄었다.",
                "not understood",
            ),
            (
                "9월 중국의 대북 수입은 1억5천만 달러에 육박했다.",
                "not understood",
            ),
        ],
    );
}
