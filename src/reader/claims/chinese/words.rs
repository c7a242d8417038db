//! The vocabulary of Chinese news agencies.

use crate::reader::claims::party::Party;
use crate::reader::claims::pieces::{AmountWords, KnownWord};
use crate::reader::claims::statement::Base;
use crate::reader::claims::wire_words::{Noun, RecordScope, WirePiece};
use crate::trade::{Currency, Precision, Superlative, Trend};

/// The words used in amounts.
pub(super) const UNITS: AmountWords = AmountWords {
    dollars: &["美元", "美金"],
    yuan: &["元人民币", "人民币", "元"],
    tonnes: &["吨", "公吨"],
    about: &[
        ("约", Precision::About),
        ("大约", Precision::About),
        ("近", Precision::Almost),
        ("接近", Precision::Almost),
        ("将近", Precision::Almost),
        ("几乎", Precision::Almost),
        ("至少", Precision::AtLeast),
        ("不少于", Precision::AtLeast),
        ("不低于", Precision::AtLeast),
        ("最多", Precision::AtMost),
        ("至多", Precision::AtMost),
        ("不多于", Precision::AtMost),
        ("不高于", Precision::AtMost),
        ("超", Precision::MoreThan),
        ("高于", Precision::MoreThan),
        ("多于", Precision::MoreThan),
        ("低于", Precision::LessThan),
        ("少于", Precision::LessThan),
        ("超过", Precision::MoreThan),
        ("突破", Precision::MoreThan),
        ("跌破", Precision::LessThan),
        ("不超过", Precision::AtMost),
        ("逾", Precision::MoreThan),
        ("不足", Precision::LessThan),
        ("不到", Precision::LessThan),
    ],
    limits: &[
        ("以上", Precision::AtLeast),
        ("以下", Precision::AtMost),
        ("左右", Precision::About),
        ("上下", Precision::About),
    ],
};

/// The words with their meanings.
pub(super) fn words() -> Vec<KnownWord> {
    let mut words: Vec<KnownWord> = vec![
        ("中国", WirePiece::Party(Party::China)),
        ("我国", WirePiece::Party(Party::China)),
        ("朝鲜", WirePiece::Party(Party::NorthKorea)),
        ("北韩", WirePiece::Party(Party::NorthKorea)),
        ("对朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("对朝", WirePiece::Partner(Party::NorthKorea)),
        ("对北韩", WirePiece::Partner(Party::NorthKorea)),
        ("对中国", WirePiece::Partner(Party::China)),
        ("对华", WirePiece::Partner(Party::China)),
        ("自朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("自朝", WirePiece::Partner(Party::NorthKorea)),
        ("自北韩", WirePiece::Partner(Party::NorthKorea)),
        ("自中国", WirePiece::Partner(Party::China)),
        ("自华", WirePiece::Partner(Party::China)),
        ("从朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("从朝", WirePiece::Partner(Party::NorthKorea)),
        ("从北韩", WirePiece::Partner(Party::NorthKorea)),
        ("从中国", WirePiece::Partner(Party::China)),
        ("从华", WirePiece::Partner(Party::China)),
        ("由朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("由朝", WirePiece::Partner(Party::NorthKorea)),
        ("由北韩", WirePiece::Partner(Party::NorthKorea)),
        ("由中国", WirePiece::Partner(Party::China)),
        ("向朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("向朝", WirePiece::Partner(Party::NorthKorea)),
        ("向北韩", WirePiece::Partner(Party::NorthKorea)),
        ("向中国", WirePiece::Partner(Party::China)),
        ("向华", WirePiece::Partner(Party::China)),
        ("与朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("与北韩", WirePiece::Partner(Party::NorthKorea)),
        ("与中国", WirePiece::Partner(Party::China)),
        ("同朝鲜", WirePiece::Partner(Party::NorthKorea)),
        ("同北韩", WirePiece::Partner(Party::NorthKorea)),
        ("同中国", WirePiece::Partner(Party::China)),
        ("中朝", WirePiece::Both),
        ("朝中", WirePiece::NorthKoreaAndChina),
    ];
    let of = |list: &[&'static str], piece: WirePiece| -> Vec<KnownWord> {
        list.iter().map(|word| (*word, piece.clone())).collect()
    };
    words.extend(of(
        &["进口", "进口额", "进口总额", "进口值", "进口总值"],
        WirePiece::Noun(Noun::Imports),
    ));
    words.extend(of(
        &["出口", "出口额", "出口总额", "出口值", "出口总值"],
        WirePiece::Noun(Noun::Exports),
    ));
    words.extend(of(
        &[
            "贸易",
            "贸易额",
            "贸易总额",
            "贸易总值",
            "双边贸易",
            "双边贸易额",
            "双边贸易总额",
            "进出口",
            "进出口额",
            "进出口总额",
            "进出口总值",
            "贸易规模",
        ],
        WirePiece::Noun(Noun::Trade),
    ));
    words.extend(of(&["贸易顺差", "顺差"], WirePiece::Noun(Noun::Surplus)));
    words.extend(of(&["贸易逆差", "逆差"], WirePiece::Noun(Noun::Deficit)));
    words.extend(of(
        &[
            "同比",
            "比去年同期",
            "较去年同期",
            "较上年同期",
            "比上年同期",
            "与去年同期相比",
            "与上年同期相比",
            "较去年同月",
            "比去年同月",
        ],
        WirePiece::Base(Base::Yoy),
    ));
    words.extend(of(
        &["环比", "较上月", "比上月", "较上个月", "比上个月"],
        WirePiece::Base(Base::Mom),
    ));
    words.extend(of(
        &[
            "增长", "上升", "增加", "上涨", "扩大", "猛增", "大增", "激增", "大涨", "骤增", "剧增",
            "暴增", "飙升", "攀升",
        ],
        WirePiece::Trend(Trend::Rise),
    ));
    words.extend(of(
        &[
            "下降", "减少", "下跌", "下滑", "萎缩", "锐减", "骤降", "大跌", "暴跌", "骤减", "大降",
            "剧降", "大减",
        ],
        WirePiece::Trend(Trend::Fall),
    ));
    words.extend(of(
        &[
            "按美元计",
            "以美元计",
            "按美元计算",
            "以美元计算",
            "按美元计价",
            "以美元计价",
        ],
        WirePiece::Terms(Currency::Usd),
    ));
    words.extend(of(
        &[
            "按人民币计",
            "以人民币计",
            "按人民币计算",
            "以人民币计算",
            "按人民币计价",
            "以人民币计价",
        ],
        WirePiece::Terms(Currency::Cny),
    ));
    words.extend(of(
        &[
            "降至",
            "减至",
            "跌至",
            "降到",
            "跌到",
            "骤降至",
            "锐减至",
            "下降至",
            "下降到",
            "减少至",
            "减少到",
            "下跌至",
            "下跌到",
            "下滑至",
            "下滑到",
            "回落至",
        ],
        WirePiece::To(Some(Trend::Fall)),
    ));
    words.extend(of(
        &[
            "增至",
            "升至",
            "升到",
            "增到",
            "激增至",
            "猛增至",
            "上升至",
            "上升到",
            "增长至",
            "增长到",
            "增加至",
            "增加到",
            "回升至",
        ],
        WirePiece::To(Some(Trend::Rise)),
    ));
    words.extend(of(&["至"], WirePiece::To(None)));
    words.extend(of(&["由降转升"], WirePiece::Turned(Trend::Rise)));
    words.extend(of(&["由升转降"], WirePiece::Turned(Trend::Fall)));
    words.extend(of(&["基本持平", "持平"], WirePiece::Steady));
    words.extend(of(&["当月"], WirePiece::ThatMonth));
    words.extend(of(&["累计"], WirePiece::Cumulative));
    for (ends, end) in [
        (["最低", "新低", "最低水平", "最低值"], Superlative::Lowest),
        (["最高", "新高", "最高水平", "最高值"], Superlative::Highest),
    ] {
        words.extend(of(&ends, WirePiece::End(end, RecordScope::Since)));
    }
    words.extend(of(
        &["有数据的各月中最低"],
        WirePiece::End(Superlative::Lowest, RecordScope::AllSince),
    ));
    words.extend(of(
        &["有数据的各月中最高"],
        WirePiece::End(Superlative::Highest, RecordScope::AllSince),
    ));
    words.extend(of(
        &["历史新低", "历史最低", "有记录以来最低", "有统计以来最低"],
        WirePiece::End(Superlative::Lowest, RecordScope::All),
    ));
    words.extend(of(
        &["历史新高", "历史最高", "有记录以来最高", "有统计以来最高"],
        WirePiece::End(Superlative::Highest, RecordScope::All),
    ));
    for (names, codes) in [
        (&["煤炭", "煤", "无烟煤"][..], &["2701"][..]),
        (&["铁矿石", "铁矿砂"], &["2601"]),
        (&["大米"], &["1006"]),
        (&["玉米"], &["1005"]),
        (&["海产品", "水产品"], &["03"]),
    ] {
        words.extend(of(names, WirePiece::Goods(codes)));
    }
    words.extend(of(&["量"], WirePiece::Volume));
    words.extend(of(&["，", ",", "；", "："], WirePiece::Comma));
    words.extend(of(
        &[
            "的",
            "了",
            "为",
            "达",
            "达到",
            "高达",
            "和",
            "其中",
            "而",
            "则",
            "仍",
            "也",
            "大幅",
            "小幅",
            "继续",
            "总体",
            "两国",
            "之间",
            "仅",
            "只有",
            "相当于",
            "。",
            "是",
            "已",
            "商品",
            "货物",
            "双边",
            "共",
            "合计",
            "在",
            "份",
            "创",
            "创下",
            "自",
            "这是",
        ],
        WirePiece::Filler,
    ));
    words
}
