//! Sentences with bounds, with words of multiples, and with parts that contradict one another, in
//! three languages. Imports of September 2017: $145.82 million (revised nowhere), −37.9 % from a year
//! earlier; the lowest before it are those of May, 123.80 million.

use crate::check_text::{read, said};
use crate::program::Folder;
use std::collections::BTreeMap;

/// Asserts what each sentence is read as; all in one article, a paragraph each.
#[track_caller]
fn are_read_as(published: &str, sentences: &[(&str, &str)]) {
    let text: Vec<String> = sentences
        .iter()
        .map(|(text, _)| format!("{text}\n"))
        .collect();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in read(&text.join("\n"), published) {
        let told = match &*row["verdict"] {
            "not_understood" => "not understood".to_owned(),
            verdict => format!("{} {verdict}", said(&row)),
        };
        found.entry(row["text"].clone()).or_default().push(told);
    }
    for (text, expected) in sentences {
        let told = found
            .get(*text)
            .map_or(String::new(), |told| told.join("; "));
        assert_eq!(told, *expected, "{text}");
    }
}

#[test]
fn a_bound_is_read_on_either_side_of_its_number() {
    are_read_as(
        "2017-10-24",
        &[
            (
                "China's imports from North Korea fell 37 percent or more in September 2017.",
                "import yoy 2017-09 at least -37 % true",
            ),
            (
                "China's imports from North Korea fell up to 38 percent in September 2017.",
                "import yoy 2017-09 at most -38 % true",
            ),
            (
                "China's imports from North Korea fell no more than 37 percent in September 2017.",
                "import yoy 2017-09 at most -37 % false",
            ),
            (
                "China's imports from North Korea fell just over 37 percent in September 2017.",
                "import yoy 2017-09 just over -37 % false",
            ),
            (
                "China's imports from North Korea fell just under 38 percent in September 2017.",
                "import yoy 2017-09 almost -38 % true",
            ),
            (
                "2017年9月，中国自朝鲜进口同比下降37%以上。",
                "import yoy 2017-09 at least -37 % true",
            ),
            (
                "2017年9月，中国自朝鲜进口同比下降38%左右。",
                "import yoy 2017-09 about -38 % true",
            ),
            (
                "2017年9月，中国自朝鲜进口同比下降超38%。",
                "import yoy 2017-09 more than -38 % false",
            ),
            (
                "2017年9月，中国自朝鲜进口同比下降不到37%。",
                "import yoy 2017-09 less than -37 % false",
            ),
            (
                "2017年9月，中国自朝鲜进口1.4亿美元以上。",
                "import value 2017-09 at least 140 million USD true",
            ),
            (
                "2017년 9월 중국의 대북 수입은 전년 동월 대비 37% 이상 감소했다.",
                "import yoy 2017-09 at least -37 % true",
            ),
            (
                "2017년 9월 중국의 대북 수입은 전년 동월 대비 37% 미만 감소했다.",
                "import yoy 2017-09 less than -37 % false",
            ),
            (
                "2017년 9월 중국의 대북 수입은 전년 동월 대비 38% 가까이 감소했다.",
                "import yoy 2017-09 almost -38 % true",
            ),
            (
                "2017년 9월 중국의 대북 수입은 1억5천만 달러 초과였다.",
                "import value 2017-09 more than 150 million USD false",
            ),
        ],
    );
}

#[test]
fn a_direction_against_its_own_record_is_not_understood() {
    are_read_as(
        "2017-10-24",
        &[
            (
                "China's imports from North Korea rose to their lowest level since February in September 2017.",
                "not understood",
            ),
            (
                "China's imports from North Korea rose to $145.8 million in September 2017, the lowest since February.",
                "not understood",
            ),
            // What is highest since 2014 is above the month a year earlier.
            (
                "China's imports from North Korea fell 37.9 percent in September 2017 from a year earlier to their highest level since 2014.",
                "not understood",
            ),
            (
                "2017年9月，中国自朝鲜进口增至1.458亿美元，为2月以来最低。",
                "not understood",
            ),
            // May was lower.
            (
                "China's imports from North Korea fell to their lowest level since February in September 2017.",
                "import record 2017-09 lowest-since:2017-02 false",
            ),
            // It fell by more than a third.
            (
                "China's imports from North Korea were unchanged in September 2017, while its exports fell 6.7 percent.",
                "export yoy 2017-09 -6.7 % true; import yoy 2017-09 about 0 % false",
            ),
        ],
    );
}

#[test]
fn a_word_that_multiplies_is_meant_to_a_twentieth() {
    // January 2026 is 1.614 times January 2025.
    are_read_as(
        "2026-08-20",
        &[
            (
                "China's imports from North Korea doubled in January 2026.",
                "import ratio 2026-01 2 times false",
            ),
            (
                "2026年1月，中国自朝鲜进口翻了一番。",
                "import ratio 2026-01 2 times false",
            ),
            (
                "2026년 1월 중국의 대북 수입은 두 배로 늘었다.",
                "import ratio 2026-01 2 times false",
            ),
            // Zeros at the end may come from rounding, in yuan too: 16,404 million in 2025.
            (
                "2025년 중국의 대북 수출액은 160억 위안이었다.",
                "export value 2025-01..2025-12 16.0 billion CNY cannot_tell",
            ),
        ],
    );
}

#[test]
fn nothing_about_this_trade_is_passed_over_and_nothing_else_is_taken_for_it() {
    are_read_as(
        "2017-10-24",
        &[
            // An amount in brackets that repeats nothing.
            (
                "China's imports from North Korea fell 37.9 percent ($999 million) in September 2017.",
                "not understood",
            ),
            (
                "China's imports from North Korea fell to $145.8 million (963 million yuan) in September 2017.",
                "import value 2017-09 145.8 million USD true",
            ),
            (
                "In September alone, they fell 37.9 percent.",
                "not understood",
            ),
            (
                "China's imports from North Korea in September 2017 were twice those of a year earlier.",
                "not understood",
            ),
            (
                "China's imports from North Korea reached a three-year low in September 2017.",
                "not understood",
            ),
            (
                "2017년 9월 북중 교역액은 4억1천216만 달러였다.",
                "total value 2017-09 412.16 million USD cannot_tell",
            ),
            // South Korea's trade with China.
            ("한중 교역액은 20.8% 감소했다.", ""),
            // January of which year?
            (
                "2016년 중국의 대북 수출은 31억 달러로 증가했고, 1월은 1.1% 감소했다.",
                "not understood",
            ),
        ],
    );
    let long = format!(
        "China's imports from North Korea fell {}5 percent.",
        "5 percent, ".repeat(2_000)
    );
    are_read_as("2017-10-24", &[(&long, "not understood")]);
}

#[test]
fn a_size_counts_once_and_a_currency_is_one() {
    for (row, said) in [
        ("145.8 million,million,USD", "145.8 million USD,true"),
        ("1.4582亿,亿,USD", "145.82 million USD,true"),
        ("145.8 million,thousand,USD", "not a valid value"),
        (
            "145.8,million yuan,USD",
            "in CNY, but the currency given is USD",
        ),
        (
            "$145.8 million,yuan,",
            "in USD, but the currency given is CNY",
        ),
    ] {
        let claims =
            format!("id,period,flow,metric,value,unit,currency\n1,2017-09,import,value,{row}\n");
        let folder = Folder::new().with("c.csv", claims);
        let run = folder.run("check --claims c.csv --columns claimed,verdict --format csv -q");
        let told = crate::program::told(&run.output());
        assert!(told.contains(said), "{row}: {told}");
    }
}

#[test]
fn what_stands_before_a_flow_and_what_a_sentence_takes_over_counts() {
    // From August 2017, imports fell by 49.4 %; January to September they fell by 16.7 %.
    are_read_as(
        "2017-10-24",
        &[
            (
                "2017년 9월 전월 대비 중국의 대북 수입은 37.9% 감소했다.",
                "import mom 2017-09 -37.9 % false",
            ),
            (
                "2017年9月，环比，中国自朝鲜进口下降49.4%。",
                "import mom 2017-09 -49.4 % true",
            ),
            (
                "2017年9月累计，中国自朝鲜进口下降37.9%。",
                "import yoy 2017-01..2017-09 -37.9 % false",
            ),
            (
                "2017년 9월 누계 중국의 대북 수입은 16.7% 감소했다.",
                "import yoy 2017-01..2017-09 -16.7 % true",
            ),
            ("2017年9月，中国自朝鲜进口增长下降37.9%。", "not understood"),
            // Against a surplus of 120.5 million.
            (
                "China's trade deficit with North Korea was less than $500 million in September 2017.",
                "not understood",
            ),
        ],
    );
    // A change from August, and two that may be from August as well; a country without its name.
    let text = "China's trade with North Korea fell 31.8 percent in September 2017 from August. \
                Imports fell 49.4 percent and exports 15.7 percent. Exports to the isolated country \
                dropped 6.7 percent. China's exports to Japan rose 5 percent.";
    let rows = read(text, "2017-10-24");
    let verdicts: Vec<&str> = rows.iter().map(|row| &*row["verdict"]).collect();
    assert_eq!(verdicts, ["true", "not_understood", "not_understood"]);
}

#[test]
fn an_article_that_was_not_understood_is_not_true() {
    let ends = |text: &str| {
        let folder = Folder::new().with("a.txt", text);
        folder
            .run("check --text a.txt --published 2017-10-24")
            .output()
            .status
            .code()
    };
    assert_eq!(ends("Imports fell 37.9% in September 2017."), Some(3));
    let one = "China's imports from North Korea fell 37.9 percent in September 2017.";
    assert_eq!(ends(one), Some(0));
    let more = "China's exports to North Korea somehow fell 6.7 percent in September 2017.";
    assert_eq!(ends(&format!("{one} {more}")), Some(3));
}
