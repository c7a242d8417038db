//! Articles: which sentences are read, as what, and which are left alone.

use crate::check::{claims_file, records, rows};
use crate::program::{Folder, tradecheck};
use std::collections::BTreeMap;

pub type Row = BTreeMap<String, String>;

/// The rows of an article.
pub fn read(article: &str, published: &str) -> Vec<Row> {
    let folder = Folder::new().with("article.txt", article);
    let date = match published {
        "" => String::new(),
        day => format!(" --published {day}"),
    };
    let output = folder
        .run(&format!("check --text article.txt --format csv{date}"))
        .output();
    rows(&String::from_utf8(output.stdout).expect("text"))
}

/// Flow, metric, months and what is claimed.
pub fn said(row: &Row) -> String {
    ["flow", "metric", "period", "claimed"]
        .map(|column| row[column].clone())
        .join(" ")
}

fn verdicts(article: &str, published: &str) -> Vec<(String, String)> {
    let rows = read(article, published);
    rows.iter()
        .map(|row| (said(row), row["verdict"].clone()))
        .collect()
}

fn of(said: &str, verdict: &str) -> (String, String) {
    (said.to_owned(), verdict.to_owned())
}

/// Statements of the news pages that are not understood, and so are not judged.
const REFUSED: [&str; 3] = [
    // "rose by 388 million dollars": from when is not said.
    "C069",
    // "supplied 96.3 percent of North Korea's imports": a share of its trade with the world.
    "C110", // "hair and wool for wigs": goods without one code.
    "C140",
];

/// The flow, metric and months of a statement as whoever gathered it wrote them down; the months of
/// quarters and years spelt out.
fn expected(record: &BTreeMap<String, String>) -> [String; 3] {
    let period = record["period"].clone();
    let year = &period[..4];
    let period = match period.get(4..).unwrap_or("") {
        "" => format!("{year}-01..{year}-12"),
        "-Q1" => format!("{year}-01..{year}-03"),
        "-Q2" => format!("{year}-04..{year}-06"),
        "-Q3" => format!("{year}-07..{year}-09"),
        "-Q4" => format!("{year}-10..{year}-12"),
        _ => period,
    };
    [record["flow"].clone(), record["metric"].clone(), period]
}

#[test]
fn the_statements_of_the_news_pages_are_read_right_or_not_at_all() {
    let file = claims_file();
    let all = records(&file);
    let header = &all[0];
    let statements: Vec<BTreeMap<String, String>> = all[1..]
        .iter()
        .map(|record| header.iter().cloned().zip(record.iter().cloned()).collect())
        .collect();
    let article: Vec<String> = statements
        .iter()
        .map(|one| one["statement"].clone())
        .collect();
    let found = read(&(article.join("\n\n") + "\n"), "");
    let mut wrong = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let number = (at + 1).to_string();
        let own: Vec<&Row> = found
            .iter()
            .filter(|row| row["sentence"] == number)
            .collect();
        let id = statement["id"].as_str();
        if REFUSED.contains(&id) {
            assert_eq!(own.len(), 1, "{id}");
            assert_eq!(own[0]["verdict"], "not_understood", "{id}");
            continue;
        }
        let expected = expected(statement);
        let is_read = own.iter().any(|row| {
            [&row["flow"], &row["metric"], &row["period"]].map(String::clone) == expected
                && is_same_number(&row["claimed"], &statement["value"], &statement["unit"])
        });
        if !is_read {
            wrong.push(format!(
                "{id}: {:?}",
                own.iter().map(|row| said(row)).collect::<Vec<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the claimed number is the value in its unit, by size.
fn is_same_number(claimed: &str, value: &str, unit: &str) -> bool {
    let words: Vec<&str> = claimed.split_whitespace().collect();
    let number = words.iter().find_map(|word| word.parse::<f64>().ok());
    let (Some(number), Ok(value)) = (number, value.parse::<f64>()) else {
        // A record or a mere rise: the words are the same.
        let claimed = claimed.replace("-01..2019-12", "");
        return claimed == value || claimed == value.split(':').next().unwrap_or("");
    };
    let size = |text: &str| {
        [
            ("hundred million", 1e8),
            ("ten thousand", 1e4),
            ("billion", 1e9),
            ("million", 1e6),
            ("thousand", 1e3),
        ]
        .iter()
        .find(|(word, _)| text.contains(word))
        .map_or(1.0, |(_, size)| *size)
    };
    let (claimed, stated) = (number * size(claimed), value * size(unit));
    (claimed - stated).abs() <= stated.abs() * 1e-9
}

#[test]
fn the_article_of_september_2017_is_three_times_true() {
    let article = "BEIJING, Oct. 13 (Reuters) - China's imports from North Korea fell 37.9 percent in September \
                   from a year earlier, the seventh straight month of decline, a customs spokesman said on \
                   Friday. China's exports to North Korea fell 6.7 percent last month.\n";
    assert_eq!(
        verdicts(article, "2017-10-13"),
        [
            of("import yoy 2017-09 -37.9 %", "true"),
            of("import streak 2017-09 7 falls", "true"),
            of("export yoy 2017-09 -6.7 %", "true"),
        ]
    );
    // The same from a web page.
    let page = format!("<html><body><p>{article}</p></body></html>");
    let folder = Folder::new().with("a.html", page);
    let output = folder
        .run("check --text a.html --published 2017-10-13 --format csv")
        .output();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        rows(&String::from_utf8(output.stdout).expect("text")).len(),
        3
    );
}

#[test]
fn several_figures_of_one_sentence_are_told_apart() {
    // The spokesman's January to September, of which Jiji made the third quarter.
    let right = "China's imports from North Korea in the first three quarters dropped 16.7 percent to \
                 $1.48 billion, while exports rose 20.9 percent to $2.55 billion, according to customs \
                 data.\n";
    assert_eq!(
        verdicts(right, "2017-10-13"),
        [
            of("import yoy 2017-01..2017-09 -16.7 %", "true"),
            of("import value 2017-01..2017-09 1.48 billion USD", "true"),
            of("export yoy 2017-01..2017-09 20.9 %", "true"),
            of("export value 2017-01..2017-09 2.55 billion USD", "true"),
        ]
    );
    let wrong = "China's exports to North Korea grew 20.9 percent in the third quarter of 2017.\n";
    let rows = read(wrong, "2017-10-13");
    assert_eq!(rows[0]["verdict"], "false");
    assert_eq!(rows[0]["reading"], "period=2017-01..2017-09");
}

#[test]
fn sides_bases_and_words_for_numbers_are_understood() {
    let one = |sentence: &str, published: &str| {
        let rows = read(&format!("{sentence}\n"), published);
        rows.iter().map(said).collect::<Vec<String>>().join("; ")
    };
    for (sentence, published, expected) in [
        (
            "North Korea's exports to China tumbled 37.9% year-on-year in September.",
            "2017-10-13",
            "import yoy 2017-09 -37.9 %",
        ),
        (
            "North Korean imports from China rose by a third in May 2017 from a year earlier.",
            "",
            "export yoy 2017-05 about 33 %",
        ),
        (
            "China's exports to North Korea more than doubled in August 2021 from a year earlier.",
            "",
            "export ratio 2021-08 more than 2 times",
        ),
        (
            "China's trade with North Korea rose 15.9 percent in November 2017 from October.",
            "",
            "total mom 2017-11 15.9 %",
        ),
        (
            "China's imports from North Korea fell to $145.8 million in September from $234.8 million a year earlier.",
            "2017-10-24",
            "import value 2017-09 145.8 million USD; import value 2016-09 234.8 million USD",
        ),
        (
            "In yuan terms, China's imports from North Korea fell 87 percent in the first quarter of 2018.",
            "",
            "import yoy 2018-01..2018-03 -87 %",
        ),
        (
            "In September, China imported $145.8 million worth of goods from North Korea, down 37.9 percent from a year earlier.",
            "2017-10-24",
            "import value 2017-09 145.8 million USD; import yoy 2017-09 -37.9 %",
        ),
        (
            "Trade between China and North Korea totaled $412 million in September, the lowest since July.",
            "2017-10-24",
            "total value 2017-09 412 million USD; total record 2017-09 lowest-since:2017-07",
        ),
    ] {
        assert_eq!(one(sentence, published), expected, "{sentence}");
    }
}

#[test]
fn what_is_not_sure_is_listed_and_not_judged() {
    for (sentence, published) in [
        // To or by 2.2 times.
        (
            "China's exports to North Korea grew 2.2 times in August 2021.",
            "",
        ),
        // The value or the quantity.
        (
            "China's coal imports from North Korea fell 71.6 percent in September 2017.",
            "",
        ),
        // Which September.
        (
            "China's imports from North Korea fell 37.9 percent in September.",
            "",
        ),
        // Of the current month, or of the year before.
        (
            "China's imports from North Korea fell 37.9 percent in September.",
            "2017-09-25",
        ),
        // Goods without one code.
        (
            "China's textile exports to North Korea rose 12 percent in September 2017.",
            "",
        ),
        // Two trades.
        (
            "China's trade with North Korea and Russia rose 5 percent in September 2017.",
            "",
        ),
        // Points, not percent.
        (
            "China's exports to North Korea rose 5 percentage points in September 2017.",
            "",
        ),
        // A record of the change.
        (
            "China's imports from North Korea fell 37.9 percent in September 2017, the biggest drop since March.",
            "",
        ),
        // Not said by China's table.
        (
            "China's imports from North Korea would fall 37.9 percent in September 2017.",
            "",
        ),
        (
            "China's imports from North Korea did not fall 37.9 percent in September 2017.",
            "",
        ),
        (
            "China's imports from North Korea fell 37.9 percent in September 2017 excluding oil.",
            "",
        ),
        (
            "Average monthly imports by China from North Korea fell 37.9 percent in September 2017.",
            "",
        ),
    ] {
        let rows = read(&format!("{sentence}\n"), published);
        let verdicts: Vec<&str> = rows.iter().map(|row| &*row["verdict"]).collect();
        assert_eq!(verdicts, ["not_understood"], "{sentence}");
    }
}

#[test]
fn sentences_on_other_things_are_left_alone() {
    let sentences = [
        "North Korea fired three missiles over Japan in September 2017.",
        "China gave North Korea 500 million yuan in aid in 2017.",
        "South Korea's exports to China rose 23.4 percent in September.",
        "Japan's trade with China fell 5 percent in the first half.",
        "China's economy grew 6.8 percent in the third quarter.",
        "China's exports rose 8.1 percent in September, customs said.",
        "North Korea has 25 million people, of whom 40 percent are undernourished.",
        "The United States wants 90 percent of the oil cut off.",
        "The yuan fell 0.3 percent against the dollar on Friday.",
        "China's imports from Russia rose 37.9 percent in September.",
        "About 1,500 North Korean workers left Dandong in September.",
        "The UN adopted Resolution 2375 on 11 September 2017 by 15 votes.",
        "Russia sent 5,200 tonnes of flour to Pyongyang.",
        "North Korea earned 200 million dollars from weapons, a report said.",
        "The sanctions bar 30 percent of refined fuel.",
        "Kim Jong Un visited Beijing 4 times.",
        "China's foreign exchange reserves rose $17 billion in September.",
        "Coal prices rose 12 percent in China in September.",
        "The bridge in Dandong is 3 kilometres long.",
        "Imports of South Korean cars by China fell 61 percent.",
    ];
    for sentence in sentences {
        let rows = read(&format!("{sentence}\n"), "2017-10-13");
        assert!(rows.is_empty(), "{sentence}: {rows:?}");
    }
}

#[test]
fn chinese_and_korean_agencies_are_read() {
    let one = |sentence: &str| {
        let rows = read(&format!("{sentence}\n"), "2017-10-24");
        let told = |row: &Row| match &*row["verdict"] {
            "not_understood" => "not understood".to_owned(),
            verdict => format!("{} {verdict}", said(row)),
        };
        rows.iter().map(told).collect::<Vec<String>>().join("; ")
    };
    for (sentence, expected) in [
        (
            "中国海关总署发言人黄颂平13日表示，9月份，中国自朝鲜进口同比下降37.9%，连续7个月下降，对朝鲜出口下降6.7%。",
            "import yoy 2017-09 -37.9 % true; import streak 2017-09 7 falls true; export yoy 2017-09 -6.7 % true",
        ),
        (
            "据海关统计，今年前三季度，中国对朝鲜出口增长20.9%，自朝鲜进口下降16.7%。",
            "export yoy 2017-01..2017-09 20.9 % true; import yoy 2017-01..2017-09 -16.7 % true",
        ),
        (
            "2017年1至9月中朝贸易总额为40.26亿美元，同比增长3.7%。",
            "total value 2017-01..2017-09 4.026 billion USD true; total yoy 2017-01..2017-09 3.7 % true",
        ),
        (
            "2017年11月中朝贸易额环比增长15.9%。",
            "total mom 2017-11 15.9 % true",
        ),
        (
            "按人民币计，2018年第一季度中国自朝鲜进口下降87%。",
            "import yoy 2018-01..2018-03 -87 % true",
        ),
        (
            "2017年9月朝鲜对中国出口同比下降37.9%。",
            "import yoy 2017-09 -37.9 % true",
        ),
        // To or by, goods, another trade, aid.
        ("2017年9月中国对朝鲜出口下降1亿美元。", "not understood"),
        ("2017年9月中国对朝鲜出口大米增长5%。", "not understood"),
        ("2017年9月中国对朝鲜和俄罗斯出口增长5%。", "not understood"),
        ("韩国对中国出口增长5.4%。", ""),
        ("中国向朝鲜提供了5亿元援助。", ""),
        (
            "중국 해관총서에 따르면 9월 중국의 대북 수입액은 1억4천582만 달러로 지난해 같은 기간보다 37.9% 감소했다.",
            "import value 2017-09 145.82 million USD true; import yoy 2017-09 -37.9 % true",
        ),
        (
            "지난달 중국의 대북 수출은 전년 동월 대비 6.7% 줄었다.",
            "export yoy 2017-09 -6.7 % true",
        ),
        (
            "올해 1∼9월 북중 교역액은 40억2천631만 달러로 전년 동기 대비 3.7% 증가한 것으로 나타났다.",
            "total value 2017-01..2017-09 4.02631 billion USD true; total yoy 2017-01..2017-09 3.7 % true",
        ),
        (
            "2017년 9월 북한의 대중 수출은 1억4582만 달러로 전년 동월보다 37.9% 감소했다.",
            "import value 2017-09 145.82 million USD true; import yoy 2017-09 -37.9 % true",
        ),
        (
            "2017년 11월 북중 교역액은 전월 대비 15.9% 증가했다.",
            "total mom 2017-11 15.9 % true",
        ),
        (
            "중국의 대북 원유 수출은 2017년 9월 37.9% 감소했다.",
            "not understood",
        ),
        ("한국의 대중 수출은 9월 23.4% 증가했다.", ""),
        ("북한은 9월 미사일 3발을 발사했다고 중국이 밝혔다.", ""),
    ] {
        assert_eq!(one(sentence), expected, "{sentence}");
    }
}

#[test]
fn figures_of_one_sentence_are_held_against_each_other() {
    let article = |exports: &str| {
        format!(
            "In the first half of 2017, China's exports to North Korea rose {exports} percent to 1.67 \
             billion dollars, imports fell 13.2 percent to 0.88 billion dollars, and total trade rose \
             10.5 percent.\n"
        )
    };
    let run = |exports: &str| {
        let folder = Folder::new().with("article.txt", article(exports));
        let output = folder
            .run("check --text article.txt --identity --format csv")
            .output();
        (
            String::from_utf8(output.stdout).expect("text"),
            output.status.code(),
        )
    };
    // The note of claim C037: with 29.7 the total would be +10.66 to +10.95 %.
    let (answer, code) = run("29.7");
    assert_eq!(code, Some(1));
    assert!(
        answer.contains(
            "cannot be true with the other claims of the statement, which allow a change of the \
             total from +10.7 % to +10.9 %"
        ),
        "{answer}"
    );
    // What fits is not thereby true: cannot tell.
    let (answer, code) = run("29.1");
    assert_eq!(code, Some(3), "{answer}");
    // By itself, beside the verdicts.
    let folder = Folder::new().with("article.txt", article("29.7"));
    let output = folder
        .run("check --text article.txt --published 2017-07-13 --format csv")
        .output();
    let answer = String::from_utf8(output.stdout).expect("text");
    assert!(
        answer.contains("cannot be true with the other claims"),
        "{answer}"
    );
}

#[test]
fn what_brief_says_of_a_good_by_its_code_is_read() {
    for lang in ["en", "zh", "ko"] {
        for month in ["2017-08", "2016-10"] {
            let brief = format!(
                "brief --hs 2701 --month {month} --lang {lang} --notes none --format table"
            );
            let text = tradecheck(&brief).answer();
            let folder = Folder::new().with("brief.txt", &*text);
            let answer = folder
                .run("check --text brief.txt --format csv --quiet")
                .output();
            let answer = String::from_utf8(answer.stdout).expect("text");
            assert!(answer.contains(",true,true,"), "{lang} {month}: {answer}");
            assert!(!answer.contains(",false,"), "{lang} {month}: {answer}");
        }
    }
    // Goods by code beside others, or beside coal itself, are not told apart.
    for text in [
        "China's imports of HS 2701 (coal) from North Korea rose 23% and coal imports fell 5% in August 2017.",
        "China's imports of HS 72 (iron) and HS 26 (ores) from North Korea rose 23% in August 2017.",
    ] {
        let folder = Folder::new().with("brief.txt", text);
        let answer = folder
            .run("check --text brief.txt --format csv --quiet")
            .output();
        let answer = String::from_utf8(answer.stdout).expect("text");
        assert!(
            !answer.contains(",true,") && !answer.contains(",false,"),
            "{answer}"
        );
    }
}
