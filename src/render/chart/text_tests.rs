//! The chart in the terminal, drawn in full. The expected heights were worked out by hand.

use super::fixture::{self, pictures};
use super::text;
use crate::render::wrap::width;
use crate::render::{Lang, Style};
use crate::report::picture::Picture;
use proptest::prelude::*;

fn drawn(picture: &Picture, style: &Style) -> String {
    let report = fixture::report(picture.clone());
    let mut bytes = Vec::new();
    text::write(&report, picture, style, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn in_language(lang: Lang) -> String {
    let style = Style {
        lang,
        ..Style::default()
    };
    drawn(&fixture::year(), &style)
}

/// A row of the upper panel is 50 million, an eighth of it 6.25, a dot of the line 12.5; a row of
/// the lower panel is a third of a hundred percent. January, 100 million, is two rows high; March,
/// 25, half a row; November, 1, the minimum.
#[test]
fn a_year_in_english() {
    assert_eq!(
        in_language(Lang::En),
        r#"China's trade with North Korea, 2017-01 to 2017-12 (USD million)
                                            a    b
   400                                      ┊    ┊
                        ⡀       ████        ┊    ┊
   300                          ████        ┊    ┊             ⢀⡀   Exports
                                ██⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⠤⠒⠊⠁    300.0
   200   ⣀⣀⣀⣀⣀⡀                 ████ ████   ┊    ┊
                                ████ ████ ████   ┊                  Imports
   100                          ████ ████ ████ ████           ▇▇▇▇  145.0
       ████                     ████ ████ ████ ████           ████
     0 ████ ████ ▄▄▄▄ ▂▂▂▂      ████ ████ ████ ████      ▁▁▁▁ ████
                   ×         ×                                      × no data
       2017           2017-04        2017-07        2017-10
+100 %      ▲▲▲▲                                                    Imports, y/y
       ▄▄▄▄ ████
     0 ████ ████   ·  ────   ·  ▁▁▁▁
                                     ▔▔▔▔ ████ ████ ████ ████ ▀▀▀▀
                                               ▀▀▀▀ ████ ████
−100 %                                              ████
                                     └───── 6 falls in a row ─────┘
a 2017-08 UN 2371: coal, seafood  b 2017-09 UN 2375: textiles
Source: GACC; Sankei
"#
    );
}

/// In Chinese and Korean only the words differ, not the drawing.
#[test]
fn the_drawing_is_the_same_in_every_language() {
    let is_drawing = |c: &char| !c.is_alphabetic() || ('\u{2580}'..'\u{2600}').contains(c);
    let drawing = |lang| {
        let text = in_language(lang);
        let plot = text.lines().skip(1).take(18);
        // Names and figures are right of the months, from column 67 on.
        let plot = plot.map(|line| line.chars().take(66).filter(is_drawing).collect::<String>());
        let plot = plot.map(|line| line.trim_end().to_owned());
        plot.collect::<Vec<_>>()
    };
    // Chinese and Korean have no space before a percent sign.
    let english: Vec<String> = drawing(Lang::En)
        .iter()
        .map(|line| line.replace("+100 %", " +100%").replace("−100 %", " −100%"))
        .collect();
    assert_eq!(drawing(Lang::Zh), english);
    assert_eq!(drawing(Lang::Ko), english);
    for words in [
        "中国与朝鲜贸易，2017年1—12月（百万美元）",
        "─ 连续6个月下降 ─",
        "出口 300.0",
        "进口 145.0",
        "进口同比",
        "× 无数据",
        "a 2017-08 UN 2371：煤、水产品",
        "来源：海关总署",
    ] {
        assert!(in_language(Lang::Zh).contains(words), "{words}");
    }
    for words in [
        "─ 6개월 연속 감소 ─",
        "수출 300.0",
        "수입 증감률",
        "× 자료 없음",
    ] {
        assert!(in_language(Lang::Ko).contains(words), "{words}");
    }
}

#[test]
fn a_streak_that_may_be_longer_has_no_corner_where_it_is_open() {
    let bracket = |change: fn(&mut crate::report::picture::Marked)| {
        let mut picture = fixture::year();
        let streak = picture.changes[0].streak.as_mut().unwrap();
        streak.since = fixture::month("2017-05");
        change(streak);
        let text = drawn(&picture, &Style::default());
        let line = text.lines().find(|line| line.contains("in a row"));
        line.unwrap().trim().to_owned()
    };
    assert_eq!(
        bracket(|streak| streak.open_before = true),
        "────── at least 6 falls in a row ──────┘"
    );
    assert_eq!(
        bracket(|streak| streak.open_after = true),
        "└───── at least 6 falls in a row ───────"
    );
    // It began before the first month shown: no corner, and the month is mentioned.
    let earlier = bracket(|streak| {
        streak.since = fixture::month("2016-10");
        streak.months = 15;
    });
    assert!(
        earlier.contains("─ 15 falls in a row, since 2016-10 ─"),
        "{earlier}"
    );
    assert!(
        earlier.starts_with('─') && earlier.ends_with('┘'),
        "{earlier}"
    );
}

#[test]
fn what_does_not_fit_is_said() {
    let mut picture = fixture::year();
    picture.months.from = picture.months.to.plus(-99);
    let first = picture.months.from;
    let values = vec![Some(100); 100];
    picture.levels = vec![fixture::level(crate::trade::Flow::Import, first, &values)];
    let text = drawn(&picture, &Style::default());
    assert!(
        text.contains("Not drawn for want of room: 2009-09–2012-12. `-o chart.svg` draws"),
        "{text}"
    );
    assert!(text.starts_with("China's trade with North Korea, 2013-01 to 2017-12 (USD million)"));
}

/// The text without its escape codes.
fn plain(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').unwrap().1);
    }
    plain
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn it_fits_the_terminal_and_colour_adds_nothing(
        picture in pictures(), lang in 0usize..3, columns in 40usize..140,
    ) {
        let style = Style { lang: Lang::ALL[lang], width: columns, ..Style::default() };
        let text = drawn(&picture, &style);
        for line in text.lines() {
            prop_assert!(width(line) <= columns, "{} of {columns}: {line}\n{text}", width(line));
        }
        let colored = drawn(&picture, &Style { color: true, ..style });
        prop_assert_eq!(plain(&colored), text);
    }
}
