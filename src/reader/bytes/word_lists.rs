//! Words of tables of trade, by which the encoding of a text is recognised.

use crate::reader::bytes::encoding::Encoding;
use std::sync::LazyLock;

/// Words of headers and titles, each found in the language of one encoding only.
const CHINESE: [&str; 42] = [
    "数据年月",
    "年月",
    "月份",
    "商品",
    "贸易",
    "注册地",
    "数量",
    "计量",
    "单位",
    "美元",
    "人民币",
    "进口",
    "出口",
    "进出口",
    "国家",
    "国别",
    "金额",
    "日期",
    "时间",
    "货币",
    "币种",
    "总值",
    "合计",
    "同比",
    "万元",
    "亿元",
    "中国",
    "朝鲜",
    "编码",
    "名称",
    "流向",
    "来源",
    "备注",
    "指标",
    "频率",
    "千克",
    "一般",
    "加工",
    "保税",
    "边境",
    "其他",
    "省",
];
const KOREAN: [&str; 34] = [
    "기간", "연월", "년월", "년도", "국가", "국명", "수출", "수입", "무역", "교역", "금액", "달러",
    "천불", "북한", "중국", "한국", "조선", "일본", "품목", "단위", "합계", "총계", "전체", "구분",
    "중량", "수량", "통화", "위안", "출처", "자료", "주:", "월", "코드", "상대",
];
const TRADITIONAL: [&str; 26] = [
    "年月",
    "月份",
    "商品",
    "貿易",
    "數量",
    "單位",
    "美元",
    "人民幣",
    "進口",
    "出口",
    "國家",
    "國別",
    "金額",
    "日期",
    "時間",
    "總值",
    "合計",
    "中國",
    "北韓",
    "朝鮮",
    "編碼",
    "名稱",
    "資料來源",
    "備註",
    "南韓",
    "貨物",
];
const JAPANESE: [&str; 20] = [
    "年月",
    "輸入",
    "輸出",
    "貿易",
    "北朝鮮",
    "中国",
    "韓国",
    "金額",
    "単位",
    "ドル",
    "百万",
    "合計",
    "品目",
    "数量",
    "国名",
    "相手国",
    "出典",
    "時期",
    "総額",
    "日本",
];

/// Words, each with its first character.
type Words = Vec<(char, &'static str)>;

fn with_first(words: &[&'static str]) -> Words {
    let firsts = words.iter();
    firsts
        .filter_map(|word| Some((word.chars().next()?, *word)))
        .collect()
}

/// Whether a field decoded in this encoding contains a known word.
pub(crate) fn holds_word(field: &str, encoding: Encoding) -> bool {
    static WORDS: LazyLock<[Words; 4]> =
        LazyLock::new(|| [&CHINESE[..], &KOREAN, &TRADITIONAL, &JAPANESE].map(with_first));
    let words = match encoding {
        Encoding::Gb18030 => &WORDS[0],
        Encoding::EucKr => &WORDS[1],
        Encoding::Big5 => &WORDS[2],
        Encoding::ShiftJis => &WORDS[3],
        _ => return false,
    };
    // Looks for words only at positions with the first character of one, which is faster than
    // searching for each word.
    let mut places = field.char_indices();
    places.any(|(at, c)| {
        let mut begun = words.iter().filter(|(first, _)| *first == c);
        begun.any(|(_, word)| field[at..].starts_with(word))
    })
}
