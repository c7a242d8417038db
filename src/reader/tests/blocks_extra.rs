//! Quantities and names of large downloads are the same read block by block and row by row.

use crate::reader::Projection;
use crate::reader::tests::blocks::both;
use crate::reader::tests::*;
use std::collections::BTreeMap;

const HEADER: &str = "\"数据年月\",\"贸易伙伴编码\",\"商品编码\",\"商品名称\",\"注册地编码\",\"注册地名称\",\
                      \"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\",\n";

/// All kinds of quantities that the platform prints: goods, first and second quantity with units.
const GOODS: [[&str; 6]; 6] = [
    ["27011100", "无烟煤", "511619", "千克", "0", "-"],
    [
        "62019300",
        "男式\"\"带风帽\"\"上衣, 棉",
        "40",
        "件",
        "120",
        "千克",
    ],
    ["64029900", "鞋", "1,200", "双", "", ""],
    ["27160000", "电力", "35", "千千瓦时", "-", "?"],
    ["71023900", "钻石", "?", "?", "-", "-"],
    ["26139000", "钼矿", "12", "吨", "0", "-"],
];

fn download(odd: &str) -> String {
    let mut text = HEADER.to_owned();
    for at in 0..2000usize {
        let [code, name, first, unit, second, other] = GOODS[at * 7 % 6];
        let partner = ["109", "133", "502"][at / 7 % 3];
        let province = [("21", "辽宁省"), ("22", "吉林省")][at / 5 % 2];
        text += &format!(
            "\"2017{:02}\",\"{partner}\",\"{code}\",\"{name}\",\"{}\",\"{}\",\"{first}\",\"{unit}\",\
             \"{second}\",\"{other}\",\"{}\",\n",
            at / 50 % 12 + 1,
            province.0,
            province.1,
            at * 3 + 1,
        );
        if at == 1000 {
            text += odd;
        }
    }
    text
}

/// Quantities by month, partner, code and unit; the unit is empty if there is none.
fn quantities(observations: &Observations) -> BTreeMap<(String, u16, String, String), (i128, u32)> {
    let mut sums = BTreeMap::new();
    for (at, row) in observations.rows.iter().enumerate() {
        let row_quantity = observations.quantities.get(&(at as u32));
        let quantity = row_quantity.and_then(|row_quantity| row_quantity.quantity);
        let unit = quantity.map_or_else(String::new, |one| one.unit.to_string());
        let code = observations.text_of(row.code).to_string();
        let key = (row.period.to_string(), row.partner, code, unit);
        let sum = sums.entry(key).or_insert((0, 0));
        sum.0 += quantity.map_or(0, |one| one.amount.0);
        sum.1 += observations.rows.count(at);
    }
    sums
}

fn agree(bytes: &[u8], needs: Projection) {
    for partner in [north_korea().partner, PartnerChoice::All] {
        let options = Options {
            partner,
            needs,
            ..north_korea()
        };
        let [by_block, long_way] = both(bytes, &options).map(|read| read.unwrap());
        assert_eq!(by_block.names, long_way.names);
        if options.partner != PartnerChoice::All {
            assert_eq!(quantities(&by_block), quantities(&long_way));
            assert!(by_block.rows.len() <= long_way.rows.len());
        }
        let total = |observations: &Observations| -> BTreeMap<String, i128> {
            let mut sums = BTreeMap::new();
            for ((_, _, _, unit), (amount, _)) in quantities(observations) {
                *sums.entry(unit).or_insert(0) += amount;
            }
            sums
        };
        assert_eq!(total(&by_block), total(&long_way));
    }
}

#[test]
fn quantities_and_names_are_the_same_by_block() {
    let text = download("");
    let everything = Projection {
        digits: 8,
        partners: true,
        quantities: true,
        names: true,
    };
    let chapters = Projection {
        digits: 2,
        quantities: true,
        ..Projection::default()
    };
    for needs in [everything, chapters] {
        agree(text.as_bytes(), needs);
        agree(&encoding_rs::GB18030.encode(&text).0, needs);
    }
}

#[test]
fn a_weight_is_taken_before_pieces() {
    // 120 kg next to 40 pieces, in thousandths of a kilogram; worked out by hand.
    let options = Options {
        needs: Projection {
            quantities: true,
            ..Projection::default()
        },
        ..north_korea()
    };
    for read in both(download("").as_bytes(), &options) {
        let sums = quantities(&read.unwrap());
        let of = |code: &str| -> Vec<(String, i128)> {
            let of_code = sums.iter().filter(|(key, _)| key.2 == code);
            let each = of_code.map(|(key, (sum, rows))| (key.3.clone(), sum / i128::from(*rows)));
            let mut each: Vec<_> = each.collect();
            each.dedup();
            each
        };
        assert_eq!(of("62019300"), [("kg".to_owned(), 120_000)]);
        assert_eq!(of("26139000"), [("kg".to_owned(), 12_000_000)]);
        assert_eq!(of("71023900"), [(String::new(), 0)]);
    }
}

#[test]
fn an_odd_quantity_or_unit_sends_the_file_the_long_way() {
    let row = |number: &str, unit: &str| {
        format!(
            "\"201703\",\"109\",\"27011100\",\"无烟煤\",\"21\",\"辽宁省\",\"{number}\",\"{unit}\",\"0\",\"-\",\"7\",\n"
        )
    };
    let needs = Projection {
        quantities: true,
        names: true,
        ..Projection::default()
    };
    for odd in [row("3.5", "千克"), row("3", "斛")] {
        agree(download(&odd).as_bytes(), needs);
    }
    let options = Options {
        needs,
        ..north_korea()
    };
    let [by_block, long_way] = both(download(&row("three", "千克")).as_bytes(), &options)
        .map(|read| read.unwrap_err().to_string());
    assert!(by_block.contains(":1003:"), "{by_block}");
    let from_place = |text: &str| text.split_once(":1003:").map(|(_, rest)| rest.to_owned());
    assert_eq!(from_place(&by_block), from_place(&long_way));
}
