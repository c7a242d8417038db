//! Detects the encoding of a text by words that trade tables use.
//!
//! Korean, traditional Chinese and Japanese bytes are nearly always valid GB18030 too, and then
//! decode to rare characters. Only known words decide: the encoding that yields most of them is
//! chosen.

use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::runs_met::{DecodedRun, RunsMet};
use crate::trade::{Partner, QuantityUnit};
use std::cell::RefCell;

/// Number of bytes examined.
const LOOKED_AT: usize = 1 << 16;
thread_local! {
    /// The runs of texts read before on this thread.
    static MET: RefCell<RunsMet> = RefCell::default();
}

/// The encoding determined by the words of the text, or else all that are possible (none, if the
/// bytes are valid in none of them). The [`beginning`] of the text is valid in it.
pub(crate) fn settle(bytes: &[u8]) -> Result<Encoding, Vec<Encoding>> {
    let start = beginning(bytes);
    MET.with_borrow_mut(|met| {
        let read = met.read(start);
        settled(start, &read)
    })
}

fn settled(start: &[u8], read: &[DecodedRun<'_>]) -> Result<Encoding, Vec<Encoding>> {
    for count in [DecodedRun::words, known_names] {
        let counts = read.iter();
        let counts: Vec<(usize, Encoding)> =
            counts.map(|read| (count(read), read.encoding)).collect();
        let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0);
        let mut best = counts
            .iter()
            .filter(|(count, _)| *count == most && most > 0);
        if let (Some((_, encoding)), None) = (best.next(), best.next()) {
            return Ok(*encoding);
        }
    }
    // Any bytes are valid Windows-1252, so only words can decide for it.
    let mut possible: Vec<Encoding> = read.iter().map(|read| read.encoding).collect();
    possible.retain(|encoding| *encoding != Encoding::Windows1252);
    if possible.first() == Some(&Encoding::Gb18030) && is_plain_gb(start) {
        return Ok(Encoding::Gb18030);
    }
    Err(possible)
}

/// The complete lines at the beginning.
pub(crate) fn beginning(bytes: &[u8]) -> &[u8] {
    if bytes.len() <= LOOKED_AT {
        return bytes;
    }
    let start = &bytes[..LOOKED_AT];
    let end = memchr::memrchr2(b'\n', b'\r', start).map_or(0, |at| at + 1);
    &start[..end]
}

/// Number of fields that are the name of a partner or a unit. Each look-up is slow.
fn known_names(read: &DecodedRun<'_>) -> usize {
    const LOOKED_UP: usize = 300;
    let mut fields: Vec<&str> = read.fields().collect();
    fields.sort_unstable();
    let is_name =
        |field: &&&str| Partner::find(field).is_some() || QuantityUnit::find(field).is_some();
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
    use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};

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
            // Names of goods, none of which is on a list.
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
}
