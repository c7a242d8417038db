//! `movers`, on five goods of two Septembers in the layout of the query platform (dollars):
//!
//! ```text
//! code      2016-09 value  quantity       2017-09 value  quantity
//! 27011100     82,380,000  1,798,000 t       44,000,000  511,619 t
//! 03061490     20,000,000      2,000 t                –
//! 62019300     40,000,000    500,000 个      45,000,000  450,000 个
//! 67042000              –                     1,000,000        1 t
//! 26131000      2,000,000      not given      3,000,000      100 t
//! all         144,380,000                    93,000,000
//!
//! contribution, of 144,380,000:     quantity              unit value
//! 27011100  −38,380,000  −26.582629  −71.545106  45.817575 → 86.001497 USD/t  +87.704166
//! 03061490  −20,000,000  −13.852334  −100        10,000 → none
//! 62019300   +5,000,000   +3.463084  −10         80 → 100 USD/piece          +25
//! 67042000   +1,000,000   +0.692617  from none   none → 1,000,000 USD/t
//! 26131000   +1,000,000   +0.692617  no base     no base → 30,000 USD/t
//! all       −51,380,000  −35.586646
//! ```
//!
//! Of the two equal ones the smaller code stands first. Those not shown are one row each way:
//! 26 and 67 together +2,000,000 on 2,000,000, that is +100 % and +1.385233; 03 alone −20,000,000.

use crate::goods::download;
use crate::program::Folder;

const GOODS: &str = r#""数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","第一数量","第一计量单位","美元",
"201609","27011100","无烟煤","109","朝鲜","1798000000","千克","82,380,000",
"201609","03061490","其他冻蟹","109","朝鲜","2000000","千克","20,000,000",
"201609","62019300","化纤制男式带风帽防寒短上衣","109","朝鲜","500000","个","40,000,000",
"201609","26131000","已焙烧的钼矿砂及其精矿","109","朝鲜","-","-","2,000,000",
"201709","27011100","无烟煤","109","朝鲜","511619000","千克","44,000,000",
"201709","62019300","化纤制男式带风帽防寒短上衣","109","朝鲜","450000","个","45,000,000",
"201709","67042000","人发制假发、须、眉及类似品","109","朝鲜","1000","千克","1,000,000",
"201709","26131000","已焙烧的钼矿砂及其精矿","109","朝鲜","100000","千克","3,000,000",
"#;

fn goods() -> Folder {
    Folder::new().with("imports.csv", GOODS)
}

#[test]
fn by_code_every_figure_or_its_reason() {
    let _none = "goods in several units in";
    goods()
        .run("movers --month 2017-09 --flow imports --depth code --all-goods --imports imports.csv")
        .gives(
            "
month,flow,code,name,direction,rank,base_month,base,value,change,yoy_pct,contribution_pp,quantity_base,quantity,quantity_pct,quantity_unit,unit_value_base,unit_value,unit_value_pct,unit,flags,note
2017-09,import,62019300,化纤制男式带风帽防寒短上衣,up,1,2016-09,40000000,45000000,5000000,12.5,3.463084,500000,450000,-10,piece,80,100,25,USD,,
2017-09,import,26131000,已焙烧的钼矿砂及其精矿,up,2,2016-09,2000000,3000000,1000000,50,0.692617,,100,,t,,30000,,USD,,quantity_base: no quantity for 2016-09; quantity_pct: no quantity for 2016-09; unit_value_base: no quantity for 2016-09; unit_value_pct: no quantity for 2016-09
2017-09,import,67042000,人发制假发、须、眉及类似品,up,3,2016-09,0,1000000,1000000,,0.692617,0,1,,t,,1000000,,USD,,yoy_pct: no trade in 2016-09; quantity_pct: no trade in 2016-09; unit_value_base: no trade in 2016-09; unit_value_pct: no trade in 2016-09
2017-09,import,27011100,无烟煤,down,1,2016-09,82380000,44000000,-38380000,-46.588978,-26.582629,1798000,511619,-71.545106,t,45.817575,86.001497,87.704166,USD,,
2017-09,import,03061490,其他冻蟹,down,2,2016-09,20000000,0,-20000000,-100,-13.852334,2000,0,-100,t,10000,,,USD,,unit_value: no trade in 2017-09; unit_value_pct: no trade in 2017-09
2017-09,import,total,,,,2016-09,144380000,93000000,-51380000,-35.586646,-35.586646,,,,,,,,USD,,quantity_base: goods in several units in 2016-09; quantity: goods in several units in 2017-09; quantity_pct: goods in several units in 2017-09; unit_value_base: goods in several units in 2016-09; unit_value: goods in several units in 2017-09; unit_value_pct: goods in several units in 2017-09
[stderr]
tradecheck: note: the HS was revised in between (January 2017): headings and longer codes may cover different goods before and after
[exit 0]
",
        );
}

#[test]
fn by_chapter_the_largest_each_way_in_80_columns() {
    goods()
        .run("movers --month 2017-09 --flow imports --depth chapter --top 1 --format table --all-goods --imports imports.csv")
        .gives(
            "
China's trade with North Korea by chapter, 2017-09: goods behind the change
(USD million)

                                                                          Unit
                                                       Contrib. Quantity value
Flow    Chapter                 2016-09 2017-09  y/y %       pp    y/y % y/y %
──────────────────────────────────────────────────────────────────────────────
Imports 62 Apparel, not knitted    40.0    45.0   12.5      3.5    −10.0  25.0
Imports Other (2 more)              2.0     4.0  100.0      1.4
Imports 27 Mineral fuels           82.4    44.0  −46.6    −26.6    −71.5  87.7
Imports Other (1 more)             20.0       – −100.0    −13.9
Imports Total                     144.4    93.0  −35.6    −35.6       ..    ..

- a unit value over several codes is a mix, not a price: it moves with the mix
.. total quantity y/y, unit value y/y: goods in several units in 2017-09
Source: imports.csv. Details: --notes full
[exit 0]
",
        );
}

#[test]
fn a_province_is_no_depth() {
    goods()
        .run("movers --depth province --all-goods --imports imports.csv")
        .gives(
            "[stderr]
tradecheck: `--depth` takes chapter, heading, subheading, code or group; for anything else use `--by`
[exit 2]",
        );
}

#[test]
fn goods_without_a_direction_are_in_a_row_of_their_own() {
    let rows = "
201609 27011100 109 21 10 1 千克 - - 10
201609 72011000 109 21 10 1 千克 - - 5
201609 03061490 109 21 10 1 千克 - - 3
201709 27011100 109 21 10 1 千克 - - 12
201709 72011000 109 21 10 1 千克 - - 5
201709 03061490 109 21 10 1 千克 - - 2
";
    let folder = Folder::new().with("in.csv", download(true, rows));
    let run = "movers --imports in.csv --month 2017-09 --all-goods --depth chapter \
               --columns code,direction,base,value --no-header --quiet --format csv";
    // 12 + 2 + 5 of 10 + 3 + 5 before: the rows add up to the whole.
    folder.run(run).gives(
        "import,27,up,10,12\nimport,03,down,3,2\nimport,other,,5,5\nimport,total,,18,19\n[exit 0]",
    );
}
