use crate::render::fixture;
use crate::render::fixture::rendered;
use crate::render::wrap::width;
use crate::render::{Format, Lang, Style};

#[test]
fn a_month_in_english() {
    let text = rendered(
        &fixture::yoy(),
        Style {
            format: Format::Table,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"China's trade with North Korea, 2017-09: change from a year earlier
(USD million)

Flow     2016-09   2017-09    Change        y/y  Printed  Streak
────────────────────────────────────────────────────────────────────────────────
Imports    234.8     145.8     −89.0    −37.9 %  −37.9 %  7th fall, from 2017-03
Exports     22.0     270.6     248.6  1,130.0 %           at least 4 rises, from
                                      (12-fold)           2017-06
Total         ..         –        ..         ..    0.0 %  ..
Balance        –  −1,234.6  −1,234.6         ..           ..

- imports: implied by the printed change, "−37.9 %" | 朝鲜: first 228.4 million
- 2017-10 has imports only, so 2017-09 is the latest month with a change for
  every flow that was asked for
.. total a year earlier, change, y/y, streak: no data for 2016-09
Source: General Administration of Customs
"#
    );
}

#[test]
fn a_month_in_chinese() {
    let text = rendered(
        &fixture::yoy(),
        Style {
            format: Format::Table,
            lang: Lang::Zh,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"中国与朝鲜贸易，2017年9月：同比变化（百万美元）

                                               公布
                                               同比
项目     2016年9月 2017年9月   增减额  同比 %     % 连续增减
────────────────────────────────────────────────────────────────────────────────
进口         234.8     145.8    −89.0   −37.9 −37.9 2017年3月起连续7个月下降
出口          22.0     270.6    248.6 1,130.0       2017年6月起至少连续4个月增长
                                       (12倍)
进出口          ..         –       ..      ..   0.0 ..
贸易差额         –  −1,234.6 −1,234.6      ..       ..

- 进口：implied by the printed change, "−37.9 %" | 朝鲜: first 228.4 million
- 2017-10 has imports only, so 2017-09 is the latest month with a change for
  every flow that was asked for
.. 进出口 上年同期、增减额、同比、连续增减：无2016年9月数据
来源：General Administration of Customs
"#
    );
}

#[test]
fn a_month_in_korean() {
    let text = rendered(
        &fixture::yoy(),
        Style {
            format: Format::Table,
            lang: Lang::Ko,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"중국의 대북 교역, 2017년 9월: 전년 동월 대비 증감 (백만 달러)

                                          전년
          2016년    2017년                동월    공표
구분         9월       9월    증감액      대비  증감률  연속 증감
────────────────────────────────────────────────────────────────────────────
수입       234.8     145.8     −89.0    −37.9%  −37.9%  2017년 3월부터 7개월
                                                        연속 감소
수출        22.0     270.6     248.6  1,130.0%          2017년 6월부터 최소
                                        (12배)          4개월 연속 증가
교역액        ..         –        ..        ..    0.0%  ..
무역수지       –  −1,234.6  −1,234.6        ..          ..

- 수입: implied by the printed change, "−37.9 %" | 朝鲜: first 228.4 million
- 2017-10 has imports only, so 2017-09 is the latest month with a change for
  every flow that was asked for
.. 교역액 전년 동월, 증감액, 전년 동월 대비, 연속 증감: 2016년 9월 자료 없음
출처: General Administration of Customs
"#
    );
}

#[test]
fn holes_of_many_months_are_said_together() {
    let text = rendered(
        &fixture::series(),
        Style {
            format: Format::Table,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"China's trade with North Korea, 2020-01 to 2020-03: month by month (USD million)

                             Year to YTD                                  12m
Month        Value m/m % y/y    date y/y  3m sum     3m y/y %  12m sum  y/y %
─────────────────────────────────────────────────────────────────────────────
2020-01–02   208.4    ..  ..   208.4  ..      ..           ..       ..     ..
2020-03    1,018.0 −53.9  .. 1,226.4  .. 1,226.4    122,542.9 12,345.7 −100.0
                                                 (1,226-fold)

.. m/m, y/y, YTD y/y and 4 more: no data for 2018-12–2019-12
Source: A; B; C; D; E
"#
    );
}

#[test]
fn every_column_of_a_series_fits() {
    let text = rendered(
        &fixture::full_series(),
        Style {
            format: Format::Table,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"China's trade with North Korea, 2017-08 to 2017-09: month by month (USD million)

Month                      Printed Year to   YTD            3m           12m
Flow     Value m/m % y/y %       %    date y/y %  3m sum y/y % 12m sum y/y %
────────────────────────────────────────────────────────────────────────────
2017-08
 Imports 288.3  84.0  −1.0   −37.9 1,441.5 −17.0   576.6 −19.0 2,306.4 −10.0
 Exports 314.8 −49.4 −37.9   −37.9 1,574.1 −16.7   629.6 −12.5 2,518.6 −11.1
2017-09
 Imports 145.8 −49.4 −37.9   −37.9   729.1 −16.7   291.6 −12.5 1,166.6 −11.1
 Exports 614.8  84.0  −1.0   −37.9 3,074.1 −17.0 1,229.6 −19.0 4,918.6 −10.0
"#
    );
}

#[test]
fn streaks_without_money() {
    let text = rendered(
        &fixture::streaks(),
        Style {
            format: Format::Table,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"China's trade with North Korea, 2017-09: current streaks (USD)

Flow     Streak                            Weakest
──────────────────────────────────────────────────
Imports  7th fall, from 2017-03  −1.0 % in 2017-08
Exports  1st rise, from 2017-09  11.4 % in 2017-09
Total    ..                                     ..

.. total streak, weakest: rounding of published figures leaves the sign open in
   2017-09
"#
    );
}

#[test]
fn usual_tables_fit_80_columns_and_no_figure_breaks() {
    for report in [fixture::yoy(), fixture::full_series(), fixture::streaks()] {
        for lang in Lang::ALL {
            let style = Style {
                lang,
                ..Style::default()
            };
            let text = rendered(&report, style);
            assert!(text.lines().all(|line| width(line) <= 80), "{text}");
        }
    }
}

#[test]
fn a_figure_stays_whole_where_the_table_is_too_wide() {
    let narrow = rendered(
        &fixture::yoy(),
        Style {
            width: 20,
            ..Style::default()
        },
    );
    assert!(narrow.contains(" −89.0 "), "{narrow}");
    assert!(narrow.contains(" 1,130.0 "), "{narrow}");
}

#[test]
fn colour_changes_no_text() {
    let plain = rendered(&fixture::yoy(), Style::default());
    let colored = rendered(
        &fixture::yoy(),
        Style {
            color: true,
            ..Style::default()
        },
    );
    assert!(colored.starts_with("\u{1b}[1mChina's trade"));
    let bare = colored
        .replace("\u{1b}[1m", "")
        .replace("\u{1b}[2m", "")
        .replace("\u{1b}[0m", "");
    assert_eq!(bare, plain);
}

#[test]
fn no_header_leaves_the_rows() {
    let text = rendered(
        &fixture::streaks(),
        Style {
            header: false,
            ..Style::default()
        },
    );
    let lines: Vec<&str> = text.lines().take(3).collect();
    assert_eq!(
        lines[1..],
        ["", "Imports  7th fall, from 2017-03  −1.0 % in 2017-08"]
    );
}
