//! Questions about goods, on downloads made up so that every answer can be worked by hand.

use crate::platform::gb18030;
use crate::program::{Folder, told, tradecheck};

/// A download of the platform: one row a line, as
/// `month code partner province regime quantity unit second-quantity second-unit dollars`.
pub fn download(chinese: bool, rows: &str) -> Vec<u8> {
    let word = |en: &'static str, zh: &'static str| if chinese { zh } else { en };
    let header = [
        word("Date of data", "数据年月"),
        word("Commodity code", "商品编码"),
        word("Commodity", "商品名称"),
        word("Trading partner code", "贸易伙伴编码"),
        word("Trading partner", "贸易伙伴名称"),
        word(
            "Locations of Importers and Exporters code",
            "收发货人注册地编码",
        ),
        word("Locations of Importers and Exporters", "收发货人注册地名称"),
        word("Customs Regime code", "贸易方式编码"),
        word("Customs Regime", "贸易方式名称"),
        word("Quantity", "第一数量"),
        word("Unit", "第一计量单位"),
        word("Supplimentary Quantity", "第二数量"),
        word("Supplimentary Unit", "第二计量单位"),
        word("US dollar", "美元"),
    ];
    let named = |code: &str| match code {
        "27011100" => word("Anthracite", "无烟煤"),
        "03061490" => word("Crabs, frozen", "冻蟹"),
        "61034300" => word("Trousers, knitted", "针织男裤"),
        "72011000" => word("Pig iron", "生铁"),
        "27101922" => word("Fuel oil", "燃料油"),
        "27121000" => word("Petroleum jelly", "凡士林"),
        "27131110" => word("Petroleum coke", "石油焦"),
        "109" => word("Korea,DPR", "朝鲜"),
        "344" => word("Russia", "俄罗斯"),
        "21" => word("Liaoning", "辽宁省"),
        "22" => word("Jilin", "吉林省"),
        "10" => word("Ordinary trade", "一般贸易"),
        "19" => word("Border small-scale trade", "边境小额贸易"),
        other => panic!("no name for {other}"),
    };
    let mut text = String::new();
    let mut line = |cells: &[&str]| {
        for cell in cells {
            text.push_str(&format!("\"{cell}\","));
        }
        text.push_str("\r\n");
    };
    line(&header);
    for row in rows.lines().filter(|line| !line.trim().is_empty()) {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let [month, code, partner, province, regime, rest @ ..] = &cells[..] else {
            panic!("ten cells: {row}");
        };
        let [quantity, unit, second, second_unit, dollars] = rest else {
            panic!("ten cells: {row}");
        };
        line(&[
            month,
            code,
            named(code),
            partner,
            named(partner),
            province,
            named(province),
            regime,
            named(regime),
            quantity,
            unit,
            second,
            second_unit,
            dollars,
        ]);
    }
    gb18030(&text)
}

/// Imports of 100 in September 2016 and of 60 a year later: crabs gone, pig iron new.
const IMPORTS: &str = "
201609 27011100 109 21 10 1000 千克 - - 60
201609 03061490 109 22 19 20   千克 - - 25
201609 61034300 109 21 10 5    件 4 千克 15
201709 27011100 109 21 10 400  千克 - - 30
201709 61034300 109 22 10 6    件 8 千克 18
201709 72011000 109 21 19 3    千克 - - 12
";

fn imports() -> Folder {
    Folder::new().with("in.csv", download(true, IMPORTS))
}

const REVISION: &str = "tradecheck: note: the HS was revised in between (January 2017): headings and longer codes may cover different goods before and after
";
const YOY: &str = "yoy --month 2017-09 --flow imports --all-goods --imports in.csv --no-header";

#[test]
fn parts_of_a_change_add_up_to_it() {
    // In points of the 100 of a year earlier: coal 30 − 60 = −30, crabs −25, pig iron 12, clothes
    // 18 − 15 = 3; together −40. Shares of the 60 now: 50, none, 20 and 30 %.
    imports().run(&format!("{YOY} --by chapter")).gives("
2017-09,import,27,Mineral fuels,2016-09,60,30,-30,-50,-30,50,,1,fall,2017-09,at_least,USD,,
2017-09,import,03,Fish and shellfish,2016-09,25,0,-25,-100,-25,0,,1,fall,2017-09,at_least,USD,,
2017-09,import,72,Iron and steel,2016-09,0,12,12,,12,20,,1,rise,2017-09,at_least,USD,,yoy_pct: no trade in 2016-09
2017-09,import,61,\"Apparel, knitted\",2016-09,15,18,3,20,3,30,,1,rise,2017-09,at_least,USD,,
2017-09,import,total,,2016-09,100,60,-40,-40,-40,100,,1,fall,2017-09,at_least,USD,,
[exit 0]");
}

#[test]
fn what_is_below_the_cut_off_is_one_row() {
    // The other three: 40 before, 30 now: −25 %, −10 points, half of the 60.
    imports().run(&format!("{YOY} --by chapter --top 1")).gives(
        "
2017-09,import,27,Mineral fuels,2016-09,60,30,-30,-50,-30,50,,1,fall,2017-09,at_least,USD,,
2017-09,import,other,(3 more),2016-09,40,30,-10,-25,-10,50,,1,fall,2017-09,at_least,USD,,
2017-09,import,total,,2016-09,100,60,-40,-40,-40,100,,1,fall,2017-09,at_least,USD,,
[exit 0]",
    );
}

#[test]
fn a_reason_under_a_table_names_the_part() {
    imports()
        .run("yoy --month 2017-09 --flow imports --all-goods --imports in.csv --by chapter -f table --unit 1")
        .gives(
            "
China's trade with North Korea by chapter, 2017-09: change from a year earlier
(USD)

                                                              Contrib.
Flow    Chapter               2016-09 2017-09 Change      y/y       pp   Share
──────────────────────────────────────────────────────────────────────────────
Imports 27 Mineral fuels           60      30    −30  −50.0 %    −30.0  50.0 %
Imports 03 Fish and shellfish      25       –    −25 −100.0 %    −25.0       –
Imports 72 Iron and steel           –      12     12       ..     12.0  20.0 %
Imports 61 Apparel, knitted        15      18      3   20.0 %      3.0  30.0 %
Imports Total                     100      60    −40  −40.0 %    −40.0 100.0 %

.. 72 y/y: no trade in 2016-09
Source: in.csv. Details: --notes full
[exit 0]
",
        );
}

#[test]
fn json_has_the_reason_of_every_null() {
    let answer = imports()
        .run("yoy --month 2017-09 --flow imports --all-goods --imports in.csv --by chapter -f ndjson")
        .answer_with_notes();
    let row = answer.lines().find(|line| line.contains("\"72\"")).unwrap();
    assert_eq!(
        row,
        "{\"month\":\"2017-09\",\"flow\":\"import\",\"code\":\"72\",\"name\":\"Iron and steel\",\
         \"base_month\":\"2016-09\",\"base\":0,\"value\":12,\"change\":12,\"yoy_pct\":null,\
         \"contribution_pp\":12,\"share_pct\":20,\"printed_pct\":null,\"streak\":1,\
         \"streak_direction\":\"rise\",\"streak_since\":\"2017-09\",\"streak_bound\":\"at_least\",\
         \"unit\":\"USD\",\"flags\":null,\"note\":\"yoy_pct: no trade in 2016-09\",\"reasons\":{\"yoy_pct\":\
         {\"code\":\"zero_base\",\"months\":[\"2016-09\"],\"text\":\"no trade in 2016-09\"}}}"
    );
}

#[test]
fn names_of_codes_provinces_and_regimes_are_those_of_the_file() {
    let series = "series --month 2017-09 --flow imports --all-goods --imports in.csv --no-header --columns flow,code,name,value,yoy_pct";
    let folder = imports();
    folder.run(&format!("{series} --by code")).gives(&format!(
        "
import,03061490,冻蟹,0,-100
import,27011100,无烟煤,30,-50
import,61034300,针织男裤,18,20
import,72011000,生铁,12,
import,total,,60,-40
[stderr]
{REVISION}[exit 0]"
    ));
    // Liaoning 60 + 15 = 75, then 30 + 12 = 42; Jilin 25, then 18.
    folder.run(&format!("{series} --by province")).gives(
        "
import,21,辽宁省,42,-44
import,22,吉林省,18,-28
import,total,,60,-40
[exit 0]",
    );
    // Ordinary 60 + 15 = 75, then 30 + 18 = 48; border trade 25, then 12.
    folder.run(&format!("{series} --by trade-mode")).gives(
        "
import,10,一般贸易,48,-36
import,19,边境小额贸易,12,-52
import,total,,60,-40
[exit 0]",
    );
}

#[test]
fn partners_are_parts_of_all_partners() {
    let rows = format!(
        "{IMPORTS}201609 27011100 344 21 10 1 千克 - - 300\n201709 27011100 344 21 10 1 千克 - - 240\n"
    );
    let folder = Folder::new().with("in.csv", download(false, &rows));
    // Of 400: Russia −60 is −15 points, North Korea −40 is −10; together 300 / 400 − 1 = −25 %.
    folder
        .run(&format!("{YOY} --by partner --partner all"))
        .gives(
            "
2017-09,import,344,Russia,2016-09,300,240,-60,-20,-15,80,,1,fall,2017-09,at_least,USD,,
2017-09,import,109,North Korea,2016-09,100,60,-40,-40,-10,20,,1,fall,2017-09,at_least,USD,,
2017-09,import,total,,2016-09,400,300,-100,-25,-25,100,,1,fall,2017-09,at_least,USD,,
[exit 0]",
        );
    // One partner of them is not changed by the other.
    folder.run(&format!("{YOY} --by partner")).gives(
        "
2017-09,import,109,North Korea,2016-09,100,60,-40,-40,-40,100,,1,fall,2017-09,at_least,USD,,
2017-09,import,total,,2016-09,100,60,-40,-40,-40,100,,1,fall,2017-09,at_least,USD,,
[exit 0]",
    );
}

#[test]
fn goods_named_twice_count_once() {
    let values = |goods: &str, note: &str, value: &str| {
        imports()
            .run(&format!(
                "series --month 2016-09 --flow imports --all-goods --imports in.csv --no-header --columns value {goods}"
            ))
            .gives(&format!("{value}\n{}{note}[exit 0]", if note.is_empty() { "" } else { "[stderr]\n" }));
    };
    values("--hs 27,2701", "", "60");
    values("--hs 27 --hs 03", "", "85");
    values("--hs 27 --group coal", "", "60");
    // 60 of coal, 25 of crabs, 15 of clothes; what has no row is said to be none: 3 headings of
    // coal, 3 of chapter 16, 13 of the 14 chapters of textiles.
    let none = |goods: &str| {
        format!(
            "tradecheck: note: no row of HS {goods} in any file: treated as no trade, since `--all-goods` says that the files hold all goods\n"
        )
    };
    values(
        "--group coal,seafood,textiles",
        &none("1603, 1604, 1605, 2702, 2703, 2704, 50, 51 and 11 more"),
        "100",
    );
    values(
        "--hs 50-63",
        &none("50, 51, 52, 53, 54, 55, 56, 57 and 5 more"),
        "15",
    );
    values("--hs 99", &none("99"), "0");
}

#[test]
fn groups_of_ones_own() {
    // Of two groups with one prefix inside the other, the longer prefix takes the goods.
    let groups =
        "\u{feff}group,hs_prefixes,label\nfuel,27,Fuels\nhard,2701,Hard coal\nsea,03;1604,\n";
    let folder = imports().with("g.csv", groups);
    folder
        .run(&format!("{YOY} --by group --groups g.csv"))
        .gives(&format!(
            "
2017-09,import,hard,Hard coal,2016-09,60,30,-30,-50,-30,50,,1,fall,2017-09,at_least,USD,,
2017-09,import,sea,sea,2016-09,25,0,-25,-100,-25,0,,1,fall,2017-09,at_least,USD,,
2017-09,import,none,goods in no group,2016-09,15,30,15,100,15,50,,1,rise,2017-09,at_least,USD,,
2017-09,import,total,,2016-09,100,60,-40,-40,-40,100,,1,fall,2017-09,at_least,USD,,
[stderr]
{REVISION}[exit 0]"
        ));
    for (text, problem) in [
        ("group,hs_prefixes\na,27\nb,27\n", "27"),
        ("group,hs_prefixes\na,2\n", "`2`"),
        ("group,prefix\na,27\n", "hs_prefixes"),
    ] {
        let folder = imports().with("g.csv", text);
        let run = folder.run(&format!("{YOY} --by group --groups g.csv"));
        let told = told(&run.output());
        assert!(told.contains("tradecheck: g.csv:"), "{told}");
        assert!(told.contains(problem), "{told}");
        assert!(told.ends_with("[exit 2]\n"), "{told}");
    }
}

#[test]
fn goods_unknown_are_refused_before_anything_is_read() {
    for (arguments, problem) in [
        ("--group coal,unobtainium", "unknown group `unobtainium`"),
        ("--hs 270", "`270` is not an HS code"),
        ("--hs 63-50", "`63-50` is not a range of HS codes"),
        ("--hs 2704-2701", "`2704-2701` is not a range of HS codes"),
        ("--by colour", "colour"),
    ] {
        let told = told(&imports().run(&format!("{YOY} {arguments}")).output());
        assert!(told.contains(problem), "{told}");
        assert!(told.ends_with("[exit 2]\n"), "{told}");
    }
}

#[test]
fn what_is_built_in_answers_for_single_goods_and_refuses_a_split() {
    // 44.0 / 82.38 − 1 = −38.38 / 82.38 = −46.589 %; 511,619 / 1,798,000 − 1 = −71.545 %, printed as −71.6.
    let coal = "--hs 2701 --month 2017-09 --flow imports --no-header";
    tradecheck(&format!("yoy {coal}")).gives(
            r#"
2017-09,import,2016-09,82380000,44000000,-38380000,-46.588978,,1,fall,2017-09,exact,USD,yoy_pct:u,"yoy_pct: because figures are rounded, the change could be −47.2 % to −45.9 %"
[stderr]
tradecheck: note: imports: banned since 2017-08 by UN 2371; first full month 2017-10
tradecheck: note: the HS was revised in between (January 2017): headings and longer codes may cover different goods before and after
tradecheck: note: 2017-09: imports by quantity: 511,619 t, −71.5 % from 1,798,000 t a year earlier (`--measure quantity`)
[exit 0]
"#,
        );
    tradecheck(&format!("yoy {coal} --measure quantity")).gives(
            r#"
2017-09,import,2016-09,1798000,511619,-1286381,-71.545106,-71.6,2,fall,2017-08,at_least,t,base:r,"base: 2016-09 revised from 1,790,000 t (26 October 2016) to 1,798,000 t (25 November 2016)"
[stderr]
tradecheck: note: imports: banned since 2017-08 by UN 2371; first full month 2017-10
tradecheck: note: the HS was revised in between (January 2017): headings and longer codes may cover different goods before and after
[exit 0]
"#,
        );
    tradecheck("yoy --month 2017-09 --by chapter").gives(
        "[stderr]
tradecheck: cannot split by chapter: the data are published figures for all goods together or for single goods
  help: pass your own downloads, which have HS codes: `--imports FILE… --exports FILE…`
[exit 2]",
    );
    tradecheck("yoy --month 2017-09 --hs 2712").gives(
        "[stderr]
tradecheck: no rows for HS 2712: the data contain figures for single goods only: 03, 0305, 0306, 0307, 0405, 07, 08, 10 and 80 more
  help: `tradecheck list goods` lists all built-in goods; or pass your own downloads
[exit 2]",
    );
    tradecheck("yoy --month 2017-09 --measure quantity").gives(
        "[stderr]
tradecheck: no quantities: the data contain values only
  help: choose goods with published quantities, or pass your own downloads, which include quantities
[exit 2]",
    );
}

/// Of coal the built-in figures hold 2701 alone, of 2009 to 2017: no sum, and which command answers.
#[test]
fn a_group_of_which_single_goods_are_held_names_them() {
    for (lang, said) in [
        (
            "en",
            "no rows for coal: the data contain only some of these goods: 2701 (2009-01–2017-12)",
        ),
        ("zh", "没有煤炭的数据：现有数据为其中部分商品：2701"),
        (
            "ko",
            "석탄 자료가 없습니다. 있는 자료: 그중 일부 품목: 2701",
        ),
    ] {
        let output = tradecheck(&format!("series --group coal --lang {lang}")).output();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(said), "{told}");
    }
}
