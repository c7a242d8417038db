//! What goods, provinces and the like are called, in each language.

use crate::trade::Breakdown;

/// The word for what a part of a split is.
pub(crate) fn words(by: Breakdown) -> [&'static str; 3] {
    match by {
        Breakdown::Chapter => ["Chapter", "章", "류"],
        Breakdown::Heading => ["Heading", "品目", "호"],
        Breakdown::Subheading => ["Subheading", "子目", "소호"],
        Breakdown::Code => ["Code", "商品编码", "품목번호"],
        Breakdown::Group => ["Group", "商品组", "품목군"],
        Breakdown::Province => ["Province", "注册地", "지역"],
        Breakdown::TradeMode => ["Trade mode", "贸易方式", "무역방식"],
        Breakdown::Partner => ["Partner", "贸易伙伴", "상대국"],
        Breakdown::Sanction => ["Sanction", "制裁", "제재"],
        Breakdown::TariffLine => ["Code", "税号", "세번"],
    }
}
