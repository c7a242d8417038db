//! Judges the name of a column by its words: `hts`, `product_id`, `loadingPort`, `hs6code`.

use crate::reader::accounting::words::Dimension;

/// Words for parts of the trade: of a column with one of them in its name, each value may be a part.
const PARTS: [(&str, Dimension); 5] = [
    (
        "hs|hts|htsus|hsn|nc|sitc|bec|taric|tariff|tnved|cmd|product|products|commodity|commodities|cmdty|comm|goods|good|item|\
         items|merchandise|article|articles|chapter|heading|subheading|cargo|material|sku|sector|industry|category|section|\
         isic|cpc|cpa|ware|warennummer|produit|producto|товар|商品|货物|产品|品目|品名|品类|税则|税号|税目|行业|품목|상품|품명|세번|제품|업종",
        Dimension::Good,
    ),
    (
        "province|provinces|prov|port|ports|seaport|airport|harbour|harbor|customs|district|prefecture|county|city|location|\
         locality|border|crossing|checkpoint|省|省份|省市|口岸|港口|关别|海关|地区|城市|세관|항구|항만|지역|도시",
        Dimension::Province,
    ),
    (
        "regime|procedure|mode|贸易方式|무역방식|거래구분",
        Dimension::TradeMode,
    ),
    (
        "direction|flow|tradeflow|ie|流向|수출입구분|进出口类型|transport|transportation|carrier|vessel|ship|ownership|enterprise|company|firm|importer|exporter|consignee|consignor|\
         shipper|buyer|seller|supplier|manufacturer|producer|trader|brand|企业|公司|运输方式|收货人|发货人|기업|업체|회사|운송수단",
        Dimension::Segment,
    ),
    ("partner2|consignment|via", Dimension::Partner),
];

/// Words that make a name that of a code.
const CODES: &str =
    "code|codes|id|ids|number|no|nr|num|digit|digits|key|level|编码|代码|编号|코드|번호|부호";

/// Words in names of codes, besides these, that change nothing.
const FILLERS: &str = "of|the|for|and|name|desc|description|descr|label|title|text|type|group|class|kind|customs|loading|unloading|discharge|\
entry|exit|trade|main|short|full|long|english|chinese|korean|en|eng|zh|cn|ko|kr|level|country|unit|names|名称|명|이름";

/// Words that make a column one of remarks, units or times, whatever else its name says.
const OTHERS: &str = "note|notes|remark|remarks|comment|comments|source|sources|url|link|footnote|flag|status|unit|units|uom|currency|date|year|\
month|time|updated|version|备注|来源|单位|비고|출처|단위";

/// Words that make numbers counts or amounts.
const COUNTS: &str = "count|counts|total|totals|sum|share|weight|volume|value|amount|price|rate|index|rank|change|growth|pct|percent|usd|cny|\
mn|qty|quantity";

fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// The words of a name in lower case, parted at blanks, punctuation, digits and capitals; `cncode` has
/// two, since the second is a word for codes or names.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut before: Option<char> = None;
    for c in name.chars() {
        let is_new = match before {
            Some(last) => {
                last.is_lowercase() && c.is_uppercase()
                    || last.is_ascii_digit() != c.is_ascii_digit()
            }
            None => false,
        };
        if is_new || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    let ends = [
        "code",
        "id",
        "name",
        "desc",
        "description",
        "编码",
        "代码",
        "名称",
        "코드",
        "번호",
    ];
    let apart = words.into_iter().flat_map(|word| {
        let end = ends.into_iter().find(|end| {
            let start = word.strip_suffix(end);
            start.is_some_and(|start| start == "cn" || part_of(start).is_some())
        });
        match end.and_then(|end| Some((word.strip_suffix(end)?.to_owned(), end))) {
            Some((start, end)) => vec![start, end.to_owned()],
            None => vec![word],
        }
    });
    apart.filter(|word| !word.is_empty()).collect()
}

fn part_of(word: &str) -> Option<Dimension> {
    let mut parts = PARTS.iter();
    let found = parts.find(|(list, _)| is_one_of(list, word));
    found.map(|(_, dimension)| *dimension)
}

/// The part of the trade that each text of a column of this name may be.
pub(super) fn part_in_texts(name: &str) -> Option<Dimension> {
    let words = words(name);
    if words.iter().any(|word| is_one_of(OTHERS, word)) {
        return None;
    }
    words
        .iter()
        .find_map(|word| part_of(word))
        .or_else(|| nomenclature(&words))
}

/// The part of the trade that each number in a column of this name may be the code of. `item_count`
/// and `port_traffic` are names of no codes.
pub(super) fn part_in_numbers(name: &str) -> Option<Dimension> {
    if !may_be_of_codes(name) {
        return None;
    }
    let words = words(name);
    let is_code = |word: &String| is_one_of(CODES, word);
    let is_filler =
        |word: &String| is_one_of(FILLERS, word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_code = words.iter().any(is_code)
        || words
            .iter()
            .all(|word| part_of(word).is_some() || is_filler(word));
    let part = words.iter().find_map(|word| part_of(word));
    part.or_else(|| nomenclature(&words)).filter(|_| is_of_code)
}

/// Whether the numbers of a column of this name may be codes, and not counts, amounts or times.
pub(super) fn may_be_of_codes(name: &str) -> bool {
    let words = words(name);
    let is_other = |word: &String| is_one_of(OTHERS, word) || is_one_of(COUNTS, word);
    let counts_first = words
        .first()
        .is_some_and(|word| ["number", "no", "num"].contains(&&**word));
    !words.iter().any(is_other) && !counts_first
}

/// The combined nomenclature, `CN8`, `cn_code`; `cn` alone is China.
fn nomenclature(words: &[String]) -> Option<Dimension> {
    let is_next =
        |word: &String| is_one_of(CODES, word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let mut pairs = words.windows(2);
    pairs
        .any(|pair| pair[0] == "cn" && is_next(&pair[1]))
        .then_some(Dimension::Good)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_codes_are_told_by_their_words() {
        for name in [
            "hts",
            "hs6code",
            "cncode",
            "CN8",
            "product_id",
            "commodityId",
            "hs_code_6",
            "tariff",
            "hs2digit",
            "ProductCode",
            "item no.",
            "HS编码",
            "품목 코드",
            "tariff line",
        ] {
            let found = part_in_texts(name);
            assert_eq!(found, Some(Dimension::Good), "{name}");
        }
        for name in [
            "hts",
            "hs6code",
            "cn_code",
            "product_id",
            "commodity_id",
            "tariff",
            "hs2digit",
        ] {
            assert_eq!(part_in_numbers(name), Some(Dimension::Good), "{name}");
        }
        assert_eq!(part_in_numbers("loading_port"), Some(Dimension::Province));
        assert_eq!(part_in_texts("province_name"), Some(Dimension::Province));
        assert_eq!(part_in_texts("importerName"), Some(Dimension::Segment));
        for name in [
            "item_count",
            "number of products",
            "port_traffic",
            "total_goods",
            "cn",
            "goods_weight",
            "rate",
            "colour",
            "exchange rate",
        ] {
            assert_eq!(part_in_numbers(name), None, "{name}");
        }
        for name in ["product note", "item_unit", "colour", "cn", "Goods source"] {
            assert_eq!(part_in_texts(name), None, "{name}");
        }
    }
}
