//! Detects the encoding of a text by words that trade tables use.
//!
//! Korean, traditional Chinese and Japanese bytes are nearly always valid GB18030 too, and then
//! decode to rare characters. Only known words decide: the encoding that yields most of them is
//! chosen.

use crate::reader::bytes::encoding::Encoding;
use crate::trade::{Partner, QuantityUnit};
use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Number of bytes examined.
const LOOKED_AT: usize = 1 << 16;
/// Number of fields examined.
const FIELDS: usize = 2_000;
/// Characters that separate fields. The byte of a bar may be half of a character, those of the
/// others never are.
const SEPARATORS: [char; 9] = [',', ';', '\t', '"', '\n', '\r', '|', '<', '>'];

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

/// The distinct fields of a text.
type DistinctFields<'t> = HashSet<&'t str, RandomState>;

/// The encodings tried for text that is not UTF-8 and has no byte order mark.
const CANDIDATES: [Encoding; 5] = [
    Encoding::Gb18030,
    Encoding::EucKr,
    Encoding::Big5,
    Encoding::ShiftJis,
    Encoding::Windows1252,
];

/// The encoding determined by the words of the text, or else all that are possible (none, if the
/// bytes are valid in none of them).
pub(crate) fn settle(bytes: &[u8]) -> Result<Encoding, Vec<Encoding>> {
    let start = beginning(bytes);
    let runs = Runs::of(start);
    let texts: Vec<(Encoding, Vec<Cow<'_, str>>)> = CANDIDATES
        .into_iter()
        .filter_map(|encoding| Some((encoding, runs.read_as(encoding)?)))
        .collect();
    let fields: Vec<(Encoding, DistinctFields<'_>)> = texts
        .iter()
        .map(|(encoding, texts)| (*encoding, runs.fields(texts)))
        .collect();
    for count in [known_words, known_names] {
        let counts = fields.iter();
        let counts: Vec<(usize, Encoding)> = counts
            .map(|(encoding, fields)| (count(fields, *encoding), *encoding))
            .collect();
        let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0);
        let mut best = counts
            .iter()
            .filter(|(count, _)| *count == most && most > 0);
        if let (Some((_, encoding)), None) = (best.next(), best.next()) {
            return Ok(*encoding);
        }
    }
    // Any bytes are valid Windows-1252, so only words can decide for it.
    let mut possible: Vec<Encoding> = texts.into_iter().map(|(encoding, _)| encoding).collect();
    possible.retain(|encoding| *encoding != Encoding::Windows1252);
    if possible.first() == Some(&Encoding::Gb18030) && is_plain_gb(start) {
        return Ok(Encoding::Gb18030);
    }
    Err(possible)
}

/// Stretches of text between separators that are not plain ASCII. A download repeats the same few
/// in a thousand rows, so each distinct one is decoded only once.
struct Runs<'b> {
    different: Vec<&'b [u8]>,
    /// Index into `different` of each run, in the order of the text.
    in_order: Vec<usize>,
}

impl<'b> Runs<'b> {
    fn of(bytes: &'b [u8]) -> Runs<'b> {
        let mut runs = Runs {
            different: Vec::new(),
            in_order: Vec::new(),
        };
        let mut places: HashMap<&[u8], usize, RandomState> = HashMap::default();
        // None of these bytes is part of a longer character in any of the encodings.
        let is_separator = |byte: &u8| b",;\t\"\n\r<>".contains(byte);
        let mut from = 0;
        while let Some(at) = bytes[from..].iter().position(|byte| !byte.is_ascii()) {
            let at = from + at;
            let begin = bytes[from..at].iter().rposition(is_separator);
            let begin = begin.map_or(from, |before| from + before + 1);
            let end = bytes[at..].iter().position(is_separator);
            from = end.map_or(bytes.len(), |length| at + length);
            let run = &bytes[begin..from];
            let place = *places.entry(run).or_insert_with(|| {
                runs.different.push(run);
                runs.different.len() - 1
            });
            runs.in_order.push(place);
        }
        runs
    }

    /// The distinct runs as text; `None` if one of them is invalid in this encoding.
    fn read_as(&self, encoding: Encoding) -> Option<Vec<Cow<'b, str>>> {
        let decoder = match encoding {
            Encoding::EucKr => EUC_KR,
            Encoding::Big5 => BIG5,
            Encoding::ShiftJis => SHIFT_JIS,
            Encoding::Windows1252 => WINDOWS_1252,
            _ => GB18030,
        };
        let runs = self.different.iter();
        runs.map(|run| decoder.decode_without_bom_handling_and_without_replacement(run))
            .collect()
    }

    /// The distinct fields that are not plain ASCII, among the first [`FIELDS`] of the text.
    fn fields<'t>(&self, texts: &'t [Cow<'_, str>]) -> DistinctFields<'t> {
        let fields_of = |text: &'t str| -> Vec<&'t str> {
            let fields = text.split(SEPARATORS).map(str::trim);
            fields.filter(|field| !field.is_ascii()).collect()
        };
        let texts: Vec<Vec<&str>> = texts.iter().map(|text| fields_of(text)).collect();
        let mut left = FIELDS;
        let mut is_seen = vec![false; texts.len()];
        let mut fields = DistinctFields::default();
        for place in &self.in_order {
            let own = &texts[*place];
            if !std::mem::replace(&mut is_seen[*place], own.len() <= left) {
                fields.extend(own.iter().take(left));
            }
            left = left.saturating_sub(own.len());
            if left == 0 {
                break;
            }
        }
        fields
    }
}

/// The complete lines at the beginning.
fn beginning(bytes: &[u8]) -> &[u8] {
    if bytes.len() <= LOOKED_AT {
        return bytes;
    }
    let start = &bytes[..LOOKED_AT];
    let end = memchr::memrchr2(b'\n', b'\r', start).map_or(0, |at| at + 1);
    &start[..end]
}

/// Number of fields that contain a known word.
fn known_words(fields: &DistinctFields<'_>, encoding: Encoding) -> usize {
    let words: &[&str] = match encoding {
        Encoding::Gb18030 => &CHINESE,
        Encoding::EucKr => &KOREAN,
        Encoding::Big5 => &TRADITIONAL,
        Encoding::ShiftJis => &JAPANESE,
        _ => &[],
    };
    // Looks for words only at positions with the first character of one, which is faster than
    // searching for each word.
    let firsts: Vec<Option<char>> = words.iter().map(|word| word.chars().next()).collect();
    let holds = |field: &&&str| {
        let mut places = field.char_indices();
        places.any(|(at, c)| {
            let mut begun = firsts.iter().zip(words);
            begun.any(|(first, word)| *first == Some(c) && field[at..].starts_with(word))
        })
    };
    fields.iter().filter(holds).count()
}

/// Number of fields that are the name of a partner or a unit. Each look-up is slow.
fn known_names(fields: &DistinctFields<'_>, _: Encoding) -> usize {
    const LOOKED_UP: usize = 300;
    let mut fields: Vec<&&str> = fields.iter().collect();
    fields.sort_unstable();
    let is_name =
        |field: &&&&str| Partner::find(field).is_some() || QuantityUnit::find(field).is_some();
    fields.iter().take(LOOKED_UP).filter(is_name).count()
}

/// Whether the bytes look like ordinary simplified Chinese: nearly all characters are in GB2312,
/// and not all in the area that Korean syllables occupy.
fn is_plain_gb(bytes: &[u8]) -> bool {
    let (mut pairs, mut beyond, mut past_syllables) = (0u32, 0u32, 0u32);
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        if lead < 0x80 {
            at += 1;
            continue;
        }
        let trail = bytes.get(at + 1).copied().unwrap_or(0);
        // Punctuation and full-width letters have the same bytes in several encodings.
        let is_sign = (0xa1..=0xa9).contains(&lead) && trail >= 0xa1;
        if !is_sign {
            pairs += 1;
            beyond += u32::from(!(0xb0..=0xf7).contains(&lead) || trail < 0xa1);
            past_syllables += u32::from((0xc9..=0xf7).contains(&lead) && trail >= 0xa1);
        }
        at += 2;
    }
    pairs == 0 || (beyond * 10 < pairs && past_syllables * 20 >= pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(
        text: &str,
        encoding: &'static encoding_rs::Encoding,
    ) -> Result<Encoding, Vec<Encoding>> {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text}");
        settle(&bytes)
    }

    #[test]
    fn words_settle_an_encoding() {
        for (text, encoding, expected) in [
            (
                "month,country,imports\n2017-09,북한,1\n",
                EUC_KR,
                Encoding::EucKr,
            ),
            ("기간,국가,수입(천달러)\n", EUC_KR, Encoding::EucKr),
            ("年月,國家,進口\n2017-09,北韓,1\n", BIG5, Encoding::Big5),
            (
                "年月,輸入（千ドル）\n2017-09,1\n",
                SHIFT_JIS,
                Encoding::ShiftJis,
            ),
            ("\"数据年月\",\"美元\",\n", GB18030, Encoding::Gb18030),
            (
                "month,country,imports\n2017-09,朝鲜,1\n",
                GB18030,
                Encoding::Gb18030,
            ),
            (
                "month,country,imports\n2017-09,Côte d'Ivoire,1\n",
                WINDOWS_1252,
                Encoding::Windows1252,
            ),
            // Names of goods that are on no list.
            (
                "code,name\n1,冻的虾仁，带壳，制作或保藏的\n",
                GB18030,
                Encoding::Gb18030,
            ),
        ] {
            assert_eq!(settled(text, encoding), Ok(expected), "{text}");
        }
    }

    #[test]
    fn without_a_word_known_korean_is_not_taken_for_chinese() {
        for (text, encoding) in [
            ("month,x,imports\n2017-09,가나다라,1\n", EUC_KR),
            ("month,x,imports\n2017-09,噩耗頻傳,1\n", BIG5),
        ] {
            let possible = settled(text, encoding).unwrap_err();
            assert!(
                possible.contains(&Encoding::Gb18030),
                "{text}: {possible:?}"
            );
        }
    }

    /// The fields of a text decoded in one piece.
    fn plainly(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Option<HashSet<String>> {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let fields = text.split(SEPARATORS).map(str::trim);
        let fields = fields.filter(|field| !field.is_ascii()).take(FIELDS);
        Some(fields.map(str::to_owned).collect())
    }

    #[test]
    fn runs_decoded_once_have_the_fields_of_the_whole_text() {
        let decoders = [GB18030, EUC_KR, BIG5, SHIFT_JIS, WINDOWS_1252];
        let same = |bytes: &[u8]| {
            let runs = Runs::of(bytes);
            for (encoding, decoder) in CANDIDATES.into_iter().zip(decoders) {
                let texts = runs.read_as(encoding);
                let own = texts.as_ref().map(|texts| {
                    let fields = runs.fields(texts).into_iter();
                    fields.map(str::to_owned).collect::<HashSet<String>>()
                });
                assert_eq!(own, plainly(bytes, decoder), "{encoding:?} {bytes:02x?}");
            }
        };
        // After 0x81 a bar is part of a character, after a comma it separates fields.
        same(b"a,\x81|b|\xc4\xea,|\xd4\xc2|");
        same(b"\xc4,\xea");
        same(&GB18030.encode("年月|金额,年月,\"朝鲜 \"<中国>\n").0);
        // More fields than are examined, and the limit falls inside a run.
        let many = "年|月,".repeat(FIELDS / 2 - 1) + "美|元|金|额,商品\n";
        same(&GB18030.encode(&many).0);
        // Arbitrary bytes, from a simple generator.
        let mut state = 7u64;
        for length in 0..600 {
            let bytes: Vec<u8> = (0..length % 40)
                .map(|_| {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    let byte = (state >> 33) as u8;
                    let pool = b",;\t\"\n\r|<> a0\x81\xb0\xc4\xea";
                    match byte & 1 {
                        0 => pool[usize::from(byte >> 1) % pool.len()],
                        _ => (state >> 41) as u8,
                    }
                })
                .collect();
            same(&bytes);
        }
    }
}
