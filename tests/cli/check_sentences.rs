//! Sentences as the agencies write them, none of them among those the reader was made with: each is
//! read as what it says, or not at all. Figures are those of `data/published.csv`.

use crate::check_text::{read, said};
use crate::program::Folder;

/// What a sentence is read as, with the verdicts.
fn read_as(sentence: &str, published: &str) -> String {
    let rows = read(&format!("{sentence}\n"), published);
    let told = rows.iter().map(|row| match &*row["verdict"] {
        "not_understood" => "not understood".to_owned(),
        verdict => format!("{} {verdict}", said(row)),
    });
    told.collect::<Vec<String>>().join("; ")
}

#[test]
fn english_wire_copy_is_read() {
    for (sentence, published, expected) in [
        (
            "China's exports to North Korea slid 6.7 percent year-on-year to $266.34 million in September.",
            "2017-10-24",
            "export yoy 2017-09 -6.7 % true; export value 2017-09 266.34 million USD true",
        ),
        // The streak stands between the figure and its speaker.
        (
            "Chinese imports from North Korea tumbled by 37.9 percent last month, the seventh straight monthly decline, Huang Songping, a spokesman for the General Administration of Customs, told a news conference.",
            "2017-10-13",
            "import yoy 2017-09 -37.9 % true; import streak 2017-09 7 falls true",
        ),
        (
            "\"China's imports from North Korea fell by 37.9 percent in September 2017,\" Huang Songping said.",
            "",
            "import yoy 2017-09 -37.9 % true",
        ),
        (
            "SEOUL, Oct. 24 (Yonhap) - China's imports from North Korea reached $145.82 million in September (down 37.9 percent year-on-year).",
            "2017-10-24",
            "import value 2017-09 145.82 million USD true; import yoy 2017-09 -37.9 % true",
        ),
        // Headlines.
        (
            "China imports from N.Korea drop 37.9 pct in Sept 2017",
            "",
            "import yoy 2017-09 -37.9 % true",
        ),
        (
            "China's September imports from N. Korea plunge 37.9 pct y/y",
            "2017-10-13",
            "import yoy 2017-09 -37.9 % true",
        ),
        // 189.57 million in May after 199.98 million in April.
        (
            "Trade between China and North Korea fell to $189.57 million in May 2023, down from $199.98 million in April.",
            "",
            "total value 2023-05 189.57 million USD true; total value 2023-04 199.98 million USD true",
        ),
        // The base is the month that is named, not the year before: 137.9 million in March.
        (
            "China's exports to North Korea were $165.63 million in May 2023, compared with $137.9 million in March.",
            "2023-06-20",
            "export value 2023-05 165.63 million USD true; export value 2023-03 137.9 million USD true",
        ),
        (
            "In June 2023 China's exports to North Korea were worth $154.71 million and its imports from North Korea $29.51 million.",
            "",
            "export value 2023-06 154.71 million USD true; import value 2023-06 29.51 million USD true",
        ),
        (
            "China-North Korea trade totaled $1.05578 billion in the first half of 2023, with exports of $920.74 million and imports of $135.0 million.",
            "",
            "total value 2023-01..2023-06 1.05578 billion USD true; export value 2023-01..2023-06 920.74 million USD true; import value 2023-01..2023-06 135.0 million USD true",
        ),
        (
            "Exports from China to North Korea fell 6.7 percent in September 2017.",
            "",
            "export yoy 2017-09 -6.7 % true",
        ),
        (
            "China's exports to North Korea more than doubled to $300.5 million in the first two months of 2023.",
            "2023-03-21",
            "export ratio 2023-01..2023-02 more than 2 times true; export value 2023-01..2023-02 300.5 million USD true",
        ),
        (
            "China's imports from North Korea sank 87.9% to $107.3 million in the January-June period of 2018.",
            "2018-07-24",
            "import yoy 2018-01..2018-06 -87.9 % true; import value 2018-01..2018-06 107.3 million USD true",
        ),
        // 997.3 and 107.3 million.
        (
            "China-DPRK trade exceeded $1.1 billion in the first half of 2018.",
            "2018-07-24",
            "total value 2018-01..2018-06 more than 1.1 billion USD true",
        ),
        (
            "China-DPRK trade was below $1.1 billion in the first half of 2018.",
            "2018-07-24",
            "total value 2018-01..2018-06 less than 1.1 billion USD false",
        ),
        // 107.3 million after a fall of 87.9 %.
        (
            "China's imports from North Korea more than halved in the first half of 2018 from the same period of 2017.",
            "2018-07-24",
            "import yoy 2018-01..2018-06 more than -50 % true",
        ),
        // The months are those of the year before, of which the first nine are known.
        (
            "China's imports from North Korea fell 16.7 percent in the first nine months of the year.",
            "2018-01-15",
            "import yoy 2017-01..2017-09 -16.7 % true",
        ),
    ] {
        assert_eq!(read_as(sentence, published), expected, "{sentence}");
    }
}

#[test]
fn a_percentage_beside_an_amount_in_yuan_is_that_of_the_yuan() {
    let rows = read(
        "China's exports to North Korea fell 33.3 percent to 14.67 billion yuan in 2018.\n",
        "",
    );
    // In yuan customs said 33.3, in dollars 31.7.
    assert_eq!(said(&rows[0]), "export yoy 2018-01..2018-12 -33.3 %");
    assert_eq!(rows[0]["verdict"], "true");
}

#[test]
fn words_that_could_turn_what_is_said_are_never_passed_over() {
    let said = "China's imports from North Korea fell 37.9 percent in September 2017";
    for (sentence, published) in [
        // Who says it: another compiler, a place, a denial, a guess.
        (format!("According to KITA, {said}."), ""),
        (format!("{said}, KOTRA said."), ""),
        (format!("{said}, according to the Bank of Korea."), ""),
        (format!("{said}, according to the International Trade Centre."), ""),
        (format!("Liaoning customs data showed {said}."), ""),
        (format!("Chinese officials denied reports showing that {said}."), ""),
        (format!("Customs did not say that {said}."), ""),
        (format!("Nothing showed that {said}."), ""),
        (format!("Estimates show {said}."), ""),
        (format!("{said}, analysts had wrongly said."), ""),
        (format!("FORECAST - {said}."), ""),
        // The months are those of the data.
        (
            "China's imports from North Korea fell 37.9 percent in 2017, customs data for September showed.".to_owned(),
            "2017-10-24",
        ),
        // The quantity or the value.
        (said.replace("China's imports", "The volume of China's imports"), ""),
        // Brackets.
        (said.replace("percent", "percent (excluding coal)"), ""),
        (format!("{said} (January-August)."), ""),
        // Where the months end, not which they are.
        (
            "China's exports to North Korea rose 20.9 percent through September.".to_owned(),
            "2017-10-24",
        ),
        // A verb, not the month.
        (
            "China's exports to North Korea may fall by 37.9 percent.".to_owned(),
            "2018-01-12",
        ),
        // The quarter before, or the fourth.
        (
            "China's imports from North Korea fell in the last quarter.".to_owned(),
            "2018-01-12",
        ),
        // Of 2017 or of 2018.
        (
            format!("{said} and 16.7 percent in the first nine months."),
            "2019-01-20",
        ),
        // The change, not the amount, was the largest.
        (format!("{said}, the most since March."), ""),
        (format!("{said}, the lowest since March."), ""),
        (
            "China's exports to North Korea rose 20.9 percent in the first nine months of 2017, the strongest since 2014.".to_owned(),
            "",
        ),
        // Exports to all the world.
        (format!("{said}, as Chinese exports rose 8.1 percent."), ""),
        // A range, a power, a correction.
        (said.replace("37.9", "37 to 38"), ""),
        (
            "China's imports from North Korea fell by $1.4 to $1.5 billion in 2018 from a year earlier.".to_owned(),
            "",
        ),
        (said.replace("37.9", "~~37.9~~ 36.9"), ""),
    ] {
        assert_eq!(read_as(&sentence, published), "not understood", "{sentence}");
    }
    // A number of a page and the sign of its footnote are not one number; what is struck out is gone.
    let page = |body: &str| format!("<html><body><p>{body}</p></body></html>");
    assert_eq!(
        read_as(&page(&said.replace("37.9", "37.9<sup>1</sup>")), ""),
        "not understood"
    );
    assert_eq!(
        read_as(&page(&said.replace("37.9", "<del>36.9</del> 37.9")), ""),
        "import yoy 2017-09 -37.9 % true"
    );
    // Exports to all the world after a sentence on North Korea.
    for next in [
        "Chinese exports rose 8.1 percent in September 2017.",
        "Total exports rose 8.1 percent in September 2017.",
        "China's exports rose 8.1 percent in September 2017.",
    ] {
        let answer = read_as(&format!("{said}. {next}"), "");
        assert!(!answer.contains("8.1"), "{next}: {answer}");
    }
}

#[test]
fn chinese_wire_copy_is_read_or_refused() {
    for (sentence, expected) in [
        (
            "据中国海关总署统计，2017年前9个月中朝贸易总值40.26亿美元，同比增长3.7%；其中中国对朝鲜出口25.48亿美元，增长20.9%；自朝鲜进口14.78亿美元，下降16.7%。",
            "total value 2017-01..2017-09 4.026 billion USD true; total yoy 2017-01..2017-09 3.7 % true; export value 2017-01..2017-09 2.548 billion USD true; export yoy 2017-01..2017-09 20.9 % true; import value 2017-01..2017-09 1.478 billion USD true; import yoy 2017-01..2017-09 -16.7 % true",
        ),
        (
            "2017年9月中国自朝鲜进口降至1.4582亿美元，同比下降37.9%。",
            "import value 2017-09 145.82 million USD true; import yoy 2017-09 -37.9 % true",
        ),
        (
            "朝鲜9月对华出口1.4582亿美元（约合9.66亿元人民币），同比锐减37.9%。",
            "import value 2017-09 145.82 million USD true; import yoy 2017-09 -37.9 % true",
        ),
        // 33 % is the change of 2017, not that of its December.
        (
            "2017年12月中国自朝鲜进口下降81.6%，2017年进口下降33%。",
            "import yoy 2017-12 -81.6 % true; import yoy 2017-01..2017-12 -33 % true",
        ),
        // 25.4846 less 14.7785 hundred million; North Korea's deficit is China's surplus.
        (
            "2017年1-9月朝鲜对中国贸易逆差为10.7亿美元。",
            "balance balance 2017-01..2017-09 1.07 billion USD true",
        ),
        (
            "2017年9月中国自朝鲜进口不足1.5亿美元。",
            "import value 2017-09 less than 150 million USD true",
        ),
        // Exports to all the world, the base of the change, two flows of one figure.
        (
            "2017年9月，我国出口增长8.1%，自朝鲜进口下降37.9%。",
            "not understood",
        ),
        (
            "9月份中国自朝鲜进口较去年同期的2.35亿美元下降37.9%。",
            "not understood",
        ),
        ("2017年9月中国对朝鲜出口和进口增长5%。", "not understood"),
        // Other compilers, places, guesses and denials.
        (
            "据丹东海关统计，2017年9月中国自朝鲜进口下降37.9%。",
            "not understood",
        ),
        (
            "海关总署发言人没有表示，2017年9月中国自朝鲜进口下降37.9%。",
            "not understood",
        ),
        (
            "据预测，2017年9月中国自朝鲜进口下降37.9%。",
            "not understood",
        ),
        (
            "据KITA统计，2017年9月中国自朝鲜进口下降37.9%。",
            "not understood",
        ),
        (
            "专家否认的数据显示，2017年9月中国自朝鲜进口下降37.9%。",
            "not understood",
        ),
    ] {
        assert_eq!(read_as(sentence, "2017-10-24"), expected, "{sentence}");
    }
}

#[test]
fn exports_to_all_the_world_after_a_sentence_on_the_two_are_left_alone() {
    for (first, next) in [
        (
            "2017年9月中国自朝鲜进口同比下降37.9%。",
            "2017年9月出口总额增长8.1%。",
        ),
        (
            "2017년 9월 중국의 대북 수입은 37.9% 감소했다.",
            " 2017년 9월 수출 총액은 8.1% 증가했다.",
        ),
    ] {
        let answer = read_as(&format!("{first}{next}"), "2017-10-24");
        assert_eq!(
            answer, "import yoy 2017-09 -37.9 % true; not understood",
            "{next}"
        );
    }
}

#[test]
fn korean_wire_copy_is_read_or_refused() {
    for (sentence, expected) in [
        (
            "2017년 9월 중국의 대북 수입이 37.9% 감소했다고 중국 해관총서가 13일 밝혔다.",
            "import yoy 2017-09 -37.9 % true",
        ),
        (
            "2017년 9월 중국의 대북 수입액은 1억4천582만 달러(약 1천650억원)로 집계됐다.",
            "import value 2017-09 145.82 million USD true",
        ),
        (
            "2017년 12월 중국의 대북 수입은 81.6% 감소했고 2017년 수입은 33% 감소했다.",
            "import yoy 2017-12 -81.6 % true; import yoy 2017-01..2017-12 -33 % true",
        ),
        // 2.6634 less 1.4582 hundred million.
        (
            "2017년 9월 북한의 대중 무역적자는 1억2천만 달러였다.",
            "balance balance 2017-09 120 million USD true",
        ),
        // A fall by an amount is no amount; exports to all the world; two flows of one figure.
        (
            "2017년 9월 중국의 대북 수입은 전년 동월 대비 1억 달러 감소했으며, 수출은 6.7% 감소했다.",
            "not understood",
        ),
        (
            "2017년 9월 중국의 대북 수입은 1억 달러 감소했고 수출은 6.7% 감소했다.",
            "not understood",
        ),
        (
            "중국의 수출은 8.1% 증가했고 대북 수입은 2017년 9월 37.9% 감소했다.",
            "not understood",
        ),
        (
            "2017년 9월 중국의 대북 수출과 수입이 5% 증가했다.",
            "not understood",
        ),
        // Other compilers and guesses.
        (
            "한국무역협회에 따르면 2017년 9월 중국의 대북 수입은 37.9% 감소했다.",
            "not understood",
        ),
        (
            "코트라에 따르면 2017년 9월 중국의 대북 수입은 37.9% 감소했다.",
            "not understood",
        ),
        (
            "전문가들의 추정에 따르면 2017년 9월 중국의 대북 수입은 37.9% 감소했다.",
            "not understood",
        ),
    ] {
        assert_eq!(read_as(sentence, "2017-10-24"), expected, "{sentence}");
    }
}

#[test]
fn a_file_of_claims_may_part_its_columns_by_other_signs() {
    let folder = Folder::new()
        .with(
            "semicolons.csv",
            "\u{feff}value;metric;flow;period;id\r\n-37.9;yoy;import;2017-09;A\r\n",
        )
        .with(
            "tabs.tsv",
            "Period\tFlow\tMetric\tValue\n2017-09\timports\tYoY\t-37.9%\n",
        )
        .with(
            "twice.csv",
            "period,flow,metric,value,Value\n2017-09,import,yoy,-37.9,5\n",
        );
    for file in ["semicolons.csv", "tabs.tsv"] {
        let output = folder
            .run(&format!("check --claims {file} --format csv"))
            .output();
        let answer = String::from_utf8(output.stdout).expect("text");
        assert!(
            answer.contains("import,yoy,2017-09,-37.9 %,true"),
            "{file}: {answer}"
        );
    }
    let output = folder.run("check --claims twice.csv").output();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("two columns `value`"));
}
