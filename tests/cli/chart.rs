//! `chart`, on the imports worked by hand of `series`: 100 million a month in 2015 and 2016, then
//! 90, 80, 110, 99 (−10, −20, +10, −1 percent).

use crate::fixtures::hundreds;
use crate::program::tradecheck;

/// Three steps of 50 million, nine rows: 90 million are 5.4 of them, 80 are 4.8, 110 are 6.6, 99 are
/// 5.94. A row of the changes is a third of twenty percent: −10 is a row and a half, −20 three, −1
/// rounds to none.
#[test]
fn a_chart_for_people() {
    hundreds()
        .run("chart --from 2016-11 --to 2017-04 --flow imports --events none -f table hundreds.csv")
        .gives(
            "
China's trade with North Korea, 2016-11 to 2017-04 (USD million)
   150


   100                     ▅▅▅▅       Imports 99.0
       ████ ████ ▃▃▃▃      ████ ████
       ████ ████ ████ ▆▆▆▆ ████ ████
    50 ████ ████ ████ ████ ████ ████
       ████ ████ ████ ████ ████ ████
       ████ ████ ████ ████ ████ ████
     0 ████ ████ ████ ████ ████ ████
       2016-11   2017
 +20 %                                Imports, y/y
                           ▄▄▄▄
     0 ──── ────           ████
                 ████ ████      ▔▔▔▔
                 ▀▀▀▀ ████
 −20 %                ████
                 └────────┘ longest: 2 falls in a row
Source: hundreds.csv
[exit 0]",
        );
}

/// Whoever does not want a picture gets the figures that it is made of.
#[test]
fn the_figures_that_are_drawn() {
    let folder = hundreds();
    let csv = folder.run("chart --from 2017-01 --to 2017-02 --flow imports hundreds.csv");
    let csv = csv.answer();
    let mut lines = csv.lines();
    let head = lines.next().unwrap_or_default();
    assert!(head.starts_with("month,flow,value,basis,yoy_pct"), "{head}");
    let rows: Vec<&str> = lines.map(|line| &line[..line.len().min(38)]).collect();
    assert_eq!(
        rows,
        [
            "2017-01,import,90000000,printed,-10,,U",
            "2017-02,import,80000000,printed,-20,,U"
        ]
    );
}

#[test]
fn what_a_chart_does_not_show() {
    tradecheck("chart --flow imports,exports,total --month 2017-09").gives(
        "[stderr]
tradecheck: a chart cannot show 3 flows at once
  help: choose one or two with `--flow`
[exit 2]",
    );
}

/// Coal goes one way only: exports without a figure in these months would put a × under every month.
#[test]
fn a_flow_without_a_figure_in_these_months_is_not_drawn() {
    let csv =
        tradecheck("chart --hs 2701 --from 2016-01 --to 2016-12 --format csv").answer_with_notes();
    let has = |flow: &str| csv.lines().any(|line| line.contains(flow));
    assert!(has(",import,") && !has(",export,"), "{csv}");
    let asked = "chart --hs 2701 --from 2016-01 --to 2016-12 --flow imports,exports --format csv";
    let csv = tradecheck(asked).answer_with_notes();
    assert!(csv.lines().any(|line| line.contains(",export,")), "{csv}");
}
