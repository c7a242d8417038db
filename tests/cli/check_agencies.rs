//! Sentences that carry on what stands before them: the currency, the months, the trader, the base;
//! and directions, which the figures may deny. Million dollars of China's trade, from
//! `data/published.csv`: imports 145.82 in September 2017 (123.8 in May, 156.3 in July, 288.3 in
//! August), exports 266.34 (315.97 in August), total 334.89 in October (412.16 in September, 525.2 a
//! year earlier). In yuan, exports of 2019 rose 21.1 % and imports 4.7 %; in dollars, imports 0.9 %.

use crate::check_newspapers::judged;

const NONE: &str = "not understood";

#[test]
fn changes_in_yuan_stay_in_yuan() {
    judged(
        "2020-02-05",
        &[
            (
                "China's exports to North Korea rose 21.1 percent in yuan terms in 2019, while imports rose 4.7 percent.",
                "export yoy 2019-01..2019-12 21.1 % true; import yoy 2019-01..2019-12 4.7 % true",
            ),
            // The first may be in dollars.
            (
                "China's exports to North Korea rose 19 percent in 2019, while imports rose 4.7 percent in yuan terms.",
                NONE,
            ),
            (
                "2019年，以人民币计，中国对朝鲜出口增长21.1%，进口增长4.7%。",
                "export yoy 2019-01..2019-12 21.1 % true; import yoy 2019-01..2019-12 4.7 % true",
            ),
        ],
    );
    let next = |sentence: &str| {
        let article = format!(
            "China's exports to North Korea rose 21.1 percent in yuan terms in 2019. {sentence}\n"
        );
        let rows = crate::check_text::read(&article, "2020-02-05");
        rows.last().map(|row| row["verdict"].clone())
    };
    assert_eq!(next("Imports rose 4.7 percent.").as_deref(), Some("true"));
    assert_eq!(next("Imports rose 1 percent.").as_deref(), Some("false"));
    // In dollars it was 1 %: either may be meant.
    let anew = next("China's imports from North Korea rose 1 percent in 2019.");
    assert_eq!(anew.as_deref(), Some("not_understood"));
}

#[test]
fn a_direction_that_the_figures_deny_is_false() {
    let level = "total value 2017-10 334.9 million USD true";
    judged(
        "2017-11-24",
        &[
            (
                "China's October trade with North Korea rose to $334.9 million.",
                &format!("{level}; total yoy 2017-10 rise false"),
            ),
            (
                "China's October trade with North Korea fell to $334.9 million.",
                level,
            ),
            // Below the year before, above the month before: both were said.
            (
                "China's imports from North Korea rose to $288.3 million in August 2017.",
                "import value 2017-08 288.3 million USD true",
            ),
            (
                "China's imports from North Korea fell to $288.3 million in August 2017.",
                "import value 2017-08 288.3 million USD true",
            ),
            (
                "China-North Korea trade totalled $412.16 million in September, down from $334.9 million in October.",
                NONE,
            ),
            (
                "2017年10月，中朝贸易额增至3.349亿美元。",
                &format!("{level}; total yoy 2017-10 rise false"),
            ),
            ("2017年10月，中朝贸易额降至3.349亿美元。", level),
        ],
    );
}

#[test]
fn other_months_beside_a_figure_are_read() {
    judged(
        "2017-10-24",
        &[
            (
                "China's exports to North Korea dropped 6.7 percent in September, after falling 6.2 percent in August.",
                "export yoy 2017-09 -6.7 % true; export yoy 2017-08 -6.2 % true",
            ),
            (
                "China's imports from North Korea fell 37.9 percent in September, compared with a 1 percent rise in August.",
                "import yoy 2017-09 -37.9 % true; import yoy 2017-08 1 % false",
            ),
            // From a year earlier, or from July.
            (
                "China's imports from North Korea fell 49.4 percent from August in September, after rising 84 percent in August.",
                NONE,
            ),
            (
                "China's exports to North Korea fell to $266.3 million in September, compared with $316 million in August and $285.5 million a year earlier.",
                "export value 2017-09 266.3 million USD true; export value 2017-08 316 million USD true; export value 2016-09 285.5 million USD cannot_tell",
            ),
            (
                "China shipped $266.3 million worth of goods to North Korea in September, down from $316 million in August.",
                "export value 2017-09 266.3 million USD true; export value 2017-08 316 million USD true",
            ),
            (
                "China shipped $266.3 million worth of goods to North Korea in September, up from $316 million in August.",
                NONE,
            ),
            (
                "China exported $266.3 million in goods to its isolated neighbor North Korea in September and imported $145.8 million.",
                "export value 2017-09 266.3 million USD true; import value 2017-09 145.8 million USD true",
            ),
            (
                "China exported $266.3 million in goods to North Korea in September and imported $145.8 million from it.",
                "export value 2017-09 266.3 million USD true; import value 2017-09 145.8 million USD true",
            ),
            (
                "China bought $145.8 million of goods from North Korea in September and sold it $216.3 million.",
                "import value 2017-09 145.8 million USD true; export value 2017-09 216.3 million USD false",
            ),
            // Of coal, or of all goods.
            (
                "China imported 511,619 tonnes of coal from North Korea in September and exported $266.3 million.",
                NONE,
            ),
            (
                "China's imports from North Korea in September, at $145.8 million, were the lowest since May.",
                "import value 2017-09 145.8 million USD true; import record 2017-09 lowest-since:2017-05 true",
            ),
            (
                "China's imports from North Korea fell below $150 million in September.",
                "import value 2017-09 less than 150 million USD true",
            ),
            (
                "China's imports from North Korea fell below $140 million in September.",
                "import value 2017-09 less than 140 million USD false",
            ),
        ],
    );
}

#[test]
fn records_goods_and_bases_of_chinese_and_korean_agencies() {
    let coal = "import quantity 2017-09 511619 t true";
    judged(
        "2017-10-24",
        &[
            (
                "中国9月自朝鲜进口额为1.458亿美元，创今年5月以来新低。",
                "import value 2017-09 145.8 million USD true; import record 2017-09 lowest-since:2017-05 true",
            ),
            (
                "中国9月自朝鲜进口额为1.458亿美元，创今年4月以来新低。",
                "import value 2017-09 145.8 million USD true; import record 2017-09 lowest-since:2017-04 false",
            ),
            (
                "今年前9月，中国自朝鲜进口下降16.7%。",
                "import yoy 2017-01..2017-09 -16.7 % true",
            ),
            (
                "올 들어 9월까지 중국의 대북 수입은 16.7% 감소했다.",
                "import yoy 2017-01..2017-09 -16.7 % true",
            ),
            ("中国9月自朝鲜进口煤炭511619吨。", coal),
            ("9月中国自朝鲜进口511619吨。", NONE),
            // The value or the quantity.
            ("9月中国自朝鲜进口煤炭同比减少71.6%。", NONE),
            (
                "중국의 9월 북한산 석탄 수입량은 51만1천619톤으로 집계됐다.",
                coal,
            ),
            (
                "9월 북한의 대중 수출은 지난 5월 이후 최저치를 기록했다.",
                "import record 2017-09 lowest-since:2017-05 true",
            ),
            // The amount in brackets is that of August.
            (
                "9월 중국의 대북 수출은 2억6천634만 달러로 전월(3억1천597만 달러)보다 15.7% 감소했다.",
                "export value 2017-09 266.34 million USD true; export value 2017-08 315.97 million USD true; export mom 2017-09 -15.7 % true",
            ),
            (
                "9월 중국의 대북 수출은 2억6천634만 달러로 전월(3억4천597만 달러)보다 15.7% 감소했다.",
                "export value 2017-09 266.34 million USD true; export value 2017-08 345.97 million USD false; export mom 2017-09 -15.7 % true",
            ),
        ],
    );
    // `其中` goes on with the months of the sentence before.
    let article = "上半年，我国对朝鲜进出口总值70.7亿元人民币，同比下降59.2%。其中，出口63.8亿元，下降43.1%；进口6.9亿元，下降88.7%。";
    let rows = crate::check_text::read(article, "2018-07-14");
    let verdicts: Vec<&str> = rows.iter().map(|row| &*row["verdict"]).collect();
    assert_eq!(verdicts, ["true"; 6]);
    // `今年` alone is the year so far.
    let article = "2017年9月中国自朝鲜进口同比下降37.9%。今年进口下降37.9%。";
    let rows = crate::check_text::read(article, "2017-10-24");
    assert_eq!(rows[1]["verdict"], "not_understood");
}

#[test]
fn a_revision_makes_nothing_false_on_its_day() {
    // By 12 January 2018 the spokesman's 17.2 and 33.4 hundred million: 50.5 to 50.7. A year later
    // customs had 49.7 to 50.0.
    judged(
        "2018-01-15",
        &[
            (
                "China's trade with North Korea came to $5.06 billion in 2017.",
                "total value 2017-01..2017-12 5.06 billion USD cannot_tell",
            ),
            // −10.5 % of 56.5 hundred million on those figures, −11.8 % a year later.
            (
                "China's trade with North Korea dropped 10.5 percent in 2017.",
                "total yoy 2017-01..2017-12 -10.5 % cannot_tell",
            ),
            (
                "China's trade with North Korea dropped 13.5 percent in 2017.",
                "total yoy 2017-01..2017-12 -13.5 % false",
            ),
        ],
    );
    // 22.49 million t, which one agency cut to 22.4.
    judged(
        "2018-01-15",
        &[(
            "China's coal imports from North Korea totaled 22.5 million tonnes in 2016.",
            "import quantity 2016-01..2016-12 22.5 million t true",
        )],
    );
}

#[test]
fn whole_articles_are_read_with_what_stands_around_them() {
    let verdicts = |article: &str| {
        let rows = crate::check_text::read(article, "2017-10-24");
        let of = |row: &crate::check_text::Row| {
            format!("{} {}", crate::check_text::said(row), row["verdict"])
        };
        rows.iter().map(of).collect::<Vec<String>>()
    };
    let page = "<html><head><title>Imports up 5 percent</title></head><body>\
        <p class=byline>By Jane Doe</p>\
        <p>BEIJING (Reuters) – China’s imports from North Korea fell 37.9&nbsp;percent in September.</p>\
        <p>In the first nine months, imports dropped 16.7&nbsp;percent to $1.48&nbsp;billion, while exports rose 20.9&nbsp;percent to $2.55&nbsp;billion, giving Beijing a surplus of $1.07&nbsp;billion.</p>\
        <p>China’s total trade with North Korea rose 3.7 percent in the period.</p>\
        <p>China’s overall exports rose 8.1 percent in September.</p></body></html>";
    assert_eq!(
        verdicts(page),
        [
            "import yoy 2017-09 -37.9 % true",
            "import yoy 2017-01..2017-09 -16.7 % true",
            "import value 2017-01..2017-09 1.48 billion USD true",
            "export yoy 2017-01..2017-09 20.9 % true",
            "export value 2017-01..2017-09 2.55 billion USD true",
            "balance balance 2017-01..2017-09 1.07 billion USD true",
            "total yoy 2017-01..2017-09 3.7 % true",
            // Exports to all the world.
            "    not_understood",
        ]
    );
    // Lines as a PDF breaks them, and a footnote.
    let broken = "China's imports from North Korea de-\nclined 37.9 per-\ncent year-\non-year in Septem-\nber 2017[^1].\n";
    assert_eq!(verdicts(broken), ["import yoy 2017-09 -37.9 % true"]);
    // The world's trade after that of the two.
    let chinese = "新华社北京10月13日电 今年前三季度，我国对朝鲜进出口总值同比增长3.7%。其中，出口25.5亿美元，增长20.9%。\n\n黄颂平说，9月当月，我国自朝鲜进口同比下降37.9%。\n\n前三季度我国外贸进出口总值20.29万亿元，同比增长16.6%。其中，出口11.16万亿元，增长12.4%。\n";
    let found = verdicts(chinese);
    assert_eq!(
        found[..4],
        [
            "total yoy 2017-01..2017-09 3.7 % true",
            "export value 2017-01..2017-09 2.55 billion USD true",
            "export yoy 2017-01..2017-09 20.9 % true",
            "import yoy 2017-09 -37.9 % true",
        ]
    );
    let behind: Vec<&String> = found[4..].iter().collect();
    assert!(
        behind.iter().all(|one| one.ends_with("not_understood")),
        "{behind:?}"
    );
    let korean = "(서울=연합뉴스) 홍길동 기자 = 중국의 9월 대북 수입이 작년 같은 달보다 37.9% 감소했다고 중국 해관총서가 13일 밝혔다.\n";
    assert_eq!(verdicts(korean), ["import yoy 2017-09 -37.9 % true"]);
}

/// No coal came in October 2017, and 511,619 t in September.
#[test]
fn no_trade_in_a_good_is_a_figure_too() {
    let none = |month: &str, verdict: &str| format!("import quantity 2017-{month} 0 t {verdict}");
    judged(
        "2017-11-30",
        &[
            (
                "China imported no coal from North Korea in October 2017.",
                &none("10", "true"),
            ),
            (
                "China did not import any coal from North Korea in October.",
                &none("10", "true"),
            ),
            (
                "China did not import any coal from North Korea in September.",
                &none("09", "false"),
            ),
            (
                "China imported no coal or iron ore from North Korea in October.",
                NONE,
            ),
            (
                "China did not import coal worth $5 million from North Korea in October.",
                "",
            ),
        ],
    );
}
