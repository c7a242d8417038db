//! Names of columns that restrict rows to part of the trade, and names of columns of notes and row
//! numbers.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;

/// Names of columns that number the rows.
pub(super) const ROW_NUMBERS: [&str; 16] = [
    "",
    "unnamed: 0",
    "index",
    "id",
    "no",
    "no.",
    "nr",
    "#",
    "row",
    "rownames",
    "x",
    "...1",
    "序号",
    "번호",
    "순번",
    "連番",
];

/// Names of columns with remarks on their rows.
pub(super) const NOTES: [&str; 28] = [
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
    "comments",
    "source",
    "sources",
    "url",
    "link",
    "address",
    "footnote",
    "footnotes",
    "flag",
    "flags",
    "obs status",
    "last update",
    "last updated",
    "updated",
    "备注",
    "注释",
    "来源",
    "资料来源",
    "비고",
    "출처",
    "주석",
    "자료",
    "链接",
];

/// Names of columns whose numbers are codes of a part of the trade: goods, a province, a trade
/// mode.
pub(super) const PARTS_BY_NUMBER: [(&[&str], Dimension); 4] = [
    (
        &[
            "hs",
            "hs code",
            "hs2",
            "hs4",
            "hs6",
            "hs8",
            "hs10",
            "hscode",
            "code",
            "cmd",
            "cmdcode",
            "cmd code",
            "commodity",
            "commodity code",
            "product",
            "product code",
            "item",
            "item code",
            "goods",
            "chapter",
            "heading",
            "sitc",
            "sitc code",
            "bec",
            "商品编码",
            "商品",
            "商品代码",
            "税号",
            "税则号列",
            "品目",
            "품목",
            "품목코드",
            "품목번호",
            "세번",
            "hs부호",
            "hs코드",
            "류",
        ],
        Dimension::Good,
    ),
    (
        &[
            "province",
            "province code",
            "port",
            "port code",
            "region",
            "region code",
            "district",
            "注册地编码",
            "省份",
            "省份编码",
            "口岸",
            "지역",
            "지역코드",
            "세관",
        ],
        Dimension::Province,
    ),
    (
        &[
            "mode",
            "trade mode",
            "mode code",
            "customs regime",
            "regime",
            "regime code",
            "procedure",
            "customs procedure",
            "贸易方式",
            "贸易方式编码",
            "무역방식",
        ],
        Dimension::TradeMode,
    ),
    (
        &[
            "partner2",
            "second partner",
            "partner 2",
            "country of consignment",
            "consignment",
        ],
        Dimension::Partner,
    ),
];

/// Names of columns whose texts restrict their rows to a part of the trade, without blanks and
/// punctuation. An unknown text may be any part.
pub(super) const PARTS_BY_WORD: [(&str, Dimension); 5] = [
    (
        "sector|sectors|section|hssection|industry|division|category|productcategory|productgroup|commoditygroup|\
         goodsgroup|itemgroup|item|items|subject|branch|class|品类|类别|大类|产品类别|商品类别|行业|项目|품목군|품목분류|\
         업종|산업|분류|항목",
        Dimension::Good,
    ),
    (
        "province|provinces|port|portofentry|customshouse|customsoffice|customsdistrict|district|省市|省份|省|口岸|关别|\
         海关|收发货地|세관|항구|지역",
        Dimension::Province,
    ),
    (
        "trademode|mode|regime|traderegime|customsregime|procedure|customsprocedure|贸易方式|무역방식",
        Dimension::TradeMode,
    ),
    (
        "transport|modeoftransport|transportmode|meansoftransport|ownership|enterprise|enterprisetype|companytype|\
         firmtype|运输方式|企业性质|企业类型|운송수단|운송방식|기업유형",
        Dimension::Segment,
    ),
    (
        "transform|transformation|typeoftransformation|adjust|adjustment|seasonaladjustment",
        Dimension::Adjusted,
    ),
];

/// Names of columns whose texts describe what their rows measure.
pub(super) const COUNTED: &str = "indicator|indicatorname|series|seriesname|variable|measure|metric|concept|element|指标|指标名称|지표|통계항목";

/// A name without blanks and punctuation.
pub(super) fn bare(plain: &str) -> String {
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a text means that nothing is left out: `All modes`, `全国`.
pub(super) fn is_whole(text: &str) -> bool {
    const WHOLE: [&str; 10] = [
        "全国",
        "全部",
        "合计",
        "전국",
        "전체",
        "합계",
        "national",
        "nationwide",
        "none",
        "n/a",
    ];
    let plain = vocabulary::plain(text);
    let meaning = TextMeaning::of(text);
    meaning.total
        || WHOLE.contains(&&*plain)
        || vocabulary::is_all_goods(&plain)
        || meaning.unknown.is_empty() && meaning.numbers.is_empty()
}
