//! Changes by fractions and multiples, as newspapers print them.

use crate::check_newspapers::judged;

/// Million dollars: imports 156.3 in July 2017 against 232.1 (−32.7 %), 162.2 in June against 215.7
/// (−24.8 %), 90.75 in October against 238.3 (−61.9 %), which leaves 0.381 of it.
#[test]
fn changes_by_a_fraction() {
    let said = "China's imports from North Korea";
    let left = "import ratio 2017-10 about 0.33 times false";
    let third = "import yoy 2017-07 about -33 % true";
    let half = "import yoy 2017-10 about -50 % false";
    let english = [
        (
            format!("{said} were down by a third in July 2017 from a year earlier."),
            third,
        ),
        (
            format!("{said} fell by about one-third in July 2017 from a year earlier."),
            third,
        ),
        (
            format!("{said} fell by nearly a third in July 2017 from a year earlier."),
            "import yoy 2017-07 almost -33 % true",
        ),
        (
            format!("{said} fell by more than a third in July 2017 from a year earlier."),
            "import yoy 2017-07 more than -33.3 % false",
        ),
        (
            format!("{said} fell by a quarter in June 2017 from a year earlier."),
            "import yoy 2017-06 about -25 % true",
        ),
        (
            format!("{said} were halved in October 2017 from a year earlier."),
            half,
        ),
        (
            format!("{said} fell by three-fifths in October 2017 from a year earlier."),
            "import yoy 2017-10 about -60 % true",
        ),
        (
            format!("{said} fell to a third of the year-earlier level in October 2017."),
            left,
        ),
    ];
    let others = [
        ("2017年7月，中国自朝鲜进口同比下降三分之一。", third),
        (
            "2017年7月，中国自朝鲜进口同比下降近三分之一。",
            "import yoy 2017-07 almost -33 % true",
        ),
        ("2017年10月，中国自朝鲜进口同比减半。", half),
        ("2017年10月，中国自朝鲜进口同比腰斩。", half),
        (
            "2017年10月，中国自朝鲜进口同比减少一半以上。",
            "import yoy 2017-10 at least -50 % true",
        ),
        ("2017年10月，中国自朝鲜进口降至上年同期的三分之一。", left),
        (
            "2017年10月，中国自朝鲜进口同比增长一倍。",
            "import ratio 2017-10 2 times false",
        ),
        (
            "2017년 7월 중국의 대북 수입은 전년 동월 대비 3분의 1 감소했다.",
            third,
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월 대비 절반으로 줄었다.",
            half,
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월 대비 절반 이상 감소했다.",
            "import yoy 2017-10 at least -50 % true",
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월 대비 3분의 1로 줄었다.",
            left,
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월 대비 두 배로 늘었다.",
            "import ratio 2017-10 2 times false",
        ),
    ];
    let english = english.iter().map(|(text, told)| (&**text, *told));
    let cases: Vec<(&str, &str)> = english.chain(others).collect();
    judged("2017-11-30", &cases);
}

/// Imports of October 2017 were 0.381 of those a year earlier, exports of September 2021 2.936 times
/// (+193.6 %). In Chinese `增长两倍` is by two times; what may be to or by is not judged.
#[test]
fn multiples_and_parts_of_the_year_before() {
    let none = "not understood";
    let cases = [
        (
            "China's imports from North Korea lost a third of their value in October 2017.",
            "import yoy 2017-10 about -33 % false",
        ),
        (
            "China's imports from North Korea were cut in half in October 2017.",
            "import yoy 2017-10 about -50 % false",
        ),
        (
            "China's imports from North Korea fell to less than half of a year earlier in October 2017.",
            "import ratio 2017-10 less than 0.50 times true",
        ),
        (
            "China's imports from North Korea were 38 percent of what they were a year earlier in October 2017.",
            "import ratio 2017-10 0.38 times true",
        ),
        (
            "China's imports from North Korea shrank to about 40 percent of their level of a year earlier in October 2017.",
            "import ratio 2017-10 about 0.40 times true",
        ),
        (
            "China's exports to North Korea rose fourfold in September 2021 from a year earlier.",
            "export ratio 2021-09 4 times false",
        ),
        (
            "China's exports to North Korea grew nearly threefold in September 2021 from a year earlier.",
            "export ratio 2021-09 almost 3 times true",
        ),
        (
            "China's exports to North Korea rose 3-fold in September 2021 from a year earlier.",
            "export ratio 2021-09 3 times true",
        ),
        (
            "China's exports to North Korea were nearly three times as high in September 2021 as a year earlier.",
            "export ratio 2021-09 almost 3 times true",
        ),
        (
            "China's exports to North Korea rose to nearly three times their level a year earlier in September 2021.",
            "export ratio 2021-09 almost 3 times true",
        ),
        // A fall by so many times, a rise to a part, another base.
        (
            "China's exports to North Korea fell threefold in September 2021 from a year earlier.",
            none,
        ),
        (
            "China's imports from North Korea rose to a third in October 2017.",
            none,
        ),
        (
            "China's exports to North Korea quadrupled from August in September 2021.",
            none,
        ),
        (
            "2021年9月中国对朝鲜出口同比增长两倍。",
            "export yoy 2021-09 200 % true",
        ),
        (
            "2021年9月中国对朝鲜出口同比增长1.9倍。",
            "export yoy 2021-09 190 % true",
        ),
        (
            "2021年9月中国对朝鲜出口同比增长逾两倍。",
            "export yoy 2021-09 more than 200 % false",
        ),
        (
            "2021年9月中国对朝鲜出口同比增长10倍。",
            "export yoy 2021-09 1000 % false",
        ),
        (
            "2021年9月中国对朝鲜出口增至三倍。",
            "export ratio 2021-09 3 times true",
        ),
        (
            "2021年9月中国对朝鲜出口翻两番。",
            "export ratio 2021-09 4 times false",
        ),
        (
            "2017年10月中国自朝鲜进口不足上年同期的四成。",
            "import ratio 2017-10 less than 0.40 times true",
        ),
        (
            "2017年10月中国自朝鲜进口仅为上年同期的38%。",
            "import ratio 2017-10 0.38 times true",
        ),
        (
            "2017年10月中国自朝鲜进口不足上年同期的三分之一。",
            "import ratio 2017-10 less than 0.333 times false",
        ),
        ("2021年9月中国对朝鲜出口下降两倍。", none),
        ("2021年9月中国对朝鲜出口翻两倍。", none),
        ("2017年10月中国自朝鲜进口降至三倍。", none),
        (
            "2021년 9월 중국의 대북 수출은 전년 동월 대비 3배로 늘었다.",
            "export ratio 2021-09 3 times true",
        ),
        (
            "2021년 9월 중국의 대북 수출은 전년 동월 대비 갑절로 늘었다.",
            "export ratio 2021-09 2 times false",
        ),
        (
            "2021년 9월 중국의 대북 수출은 전년 동월의 2.9배다.",
            "export ratio 2021-09 2.9 times true",
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월 대비 절반 이하로 줄었다.",
            "import ratio 2017-10 at most 0.50 times true",
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월의 절반에도 못 미쳤다.",
            "import ratio 2017-10 less than 0.50 times true",
        ),
        (
            "2017년 10월 중국의 대북 수입은 반토막 났다.",
            "import ratio 2017-10 about 0.50 times false",
        ),
        (
            "2017년 10월 중국의 대북 수입은 전년 동월의 38% 수준으로 줄었다.",
            "import ratio 2017-10 0.38 times true",
        ),
        (
            "2021년 9월 중국의 대북 수출은 전년 동월 대비 3배 늘었다.",
            none,
        ),
        (
            "2021년 9월 중국의 대북 수출은 전년 동월 대비 두 배 이상 증가했다.",
            none,
        ),
    ];
    judged("2024-01-31", &cases);
}
