//! Stretches of text between separators, each decoded once in every possible encoding.
//!
//! A download repeats the same few in a thousand rows, and there may be a thousand downloads. What
//! a run means in an encoding depends on its bytes alone, so the result is kept for later texts.

use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::runs;
use crate::reader::bytes::word_lists::holds_word;
use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::Arc;

/// Number of fields of a text examined.
const FIELDS: usize = 2_000;
/// Number of bytes of runs kept; beyond it, all are forgotten.
const KEPT: usize = 1 << 20;
/// Characters that separate fields. The byte of a bar may be half of a character, those of the
/// others never are.
const SEPARATORS: [char; 9] = [',', ';', '\t', '"', '\n', '\r', '|', '<', '>'];

/// Number of encodings tried for text that is not UTF-8 and has no byte order mark.
const POSSIBLE: usize = 5;
const ENCODINGS: [Encoding; POSSIBLE] = [
    Encoding::Gb18030,
    Encoding::EucKr,
    Encoding::Big5,
    Encoding::ShiftJis,
    Encoding::Windows1252,
];

/// The runs seen so far.
#[derive(Default)]
pub(crate) struct RunsMet {
    /// The index of each run in `runs`.
    places: HashMap<Arc<[u8]>, u32, RandomState>,
    runs: Vec<MetRun>,
    fields: [Fields; POSSIBLE],
    /// The number of bytes of all runs.
    size: usize,
    /// The number of texts read, which numbers the current one.
    texts: u32,
}

/// A run of bytes.
struct MetRun {
    bytes: Arc<[u8]>,
    /// Its fields that are not plain ASCII, in each encoding; `None` if it is not valid text in it.
    read: [Option<Box<[u32]>>; POSSIBLE],
    /// The run that followed it the last time.
    next: u32,
    /// The number of the last text that contained it.
    text: u32,
}

/// The different fields in one encoding.
#[derive(Default)]
struct Fields {
    places: HashMap<Arc<str>, u32, RandomState>,
    all: Vec<MetField>,
}

struct MetField {
    text: Arc<str>,
    has_word: bool,
    /// The number of the last text that contained it.
    seen: u32,
}

/// A text in one encoding.
pub(crate) struct DecodedRun<'m> {
    pub encoding: Encoding,
    words: usize,
    own: Vec<u32>,
    fields: &'m Fields,
}

impl DecodedRun<'_> {
    /// The number of its fields that contain a known word.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Its distinct fields that are not plain ASCII, among the first [`FIELDS`].
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let fields = self.own.iter();
        fields.filter_map(|place| Some(&*self.fields.all.get(*place as usize)?.text))
    }
}

impl RunsMet {
    /// Decodes a text in every encoding in which all its runs are valid.
    pub fn read(&mut self, text: &[u8]) -> Vec<DecodedRun<'_>> {
        if self.size > KEPT {
            *self = RunsMet::default();
        }
        self.texts += 1;
        // Each run of the text, and whether this is its first occurrence there.
        let mut in_order: Vec<(u32, bool)> = Vec::new();
        let mut last = None;
        runs::each(text, |bytes| {
            let place = self.place(bytes, last);
            last = Some(place);
            let run = &mut self.runs[place as usize];
            let is_first = run.text != self.texts;
            run.text = self.texts;
            in_order.push((place, is_first));
        });
        let mut read = Vec::new();
        for (at, (encoding, fields)) in ENCODINGS.iter().zip(&mut self.fields).enumerate() {
            let own = |place: &u32| self.runs[*place as usize].read[at].as_deref();
            let is_text = |(place, is_first): &(u32, bool)| !is_first || own(place).is_some();
            if !in_order.iter().all(is_text) {
                continue;
            }
            let (mut left, mut words, mut different) = (FIELDS, 0, Vec::new());
            for (place, is_first) in &in_order {
                let own = own(place).unwrap_or_default();
                for place in own.iter().take(left).filter(|_| *is_first) {
                    let field = &mut fields.all[*place as usize];
                    if field.seen != self.texts {
                        field.seen = self.texts;
                        words += usize::from(field.has_word);
                        different.push(*place);
                    }
                }
                left = left.saturating_sub(own.len());
                if left == 0 {
                    break;
                }
            }
            let fields = &*fields;
            read.push(DecodedRun {
                encoding: *encoding,
                words,
                own: different,
                fields,
            });
        }
        read
    }

    /// The index of a run that follows another one.
    fn place(&mut self, bytes: &[u8], last: Option<u32>) -> u32 {
        // What followed last time usually follows again.
        let last = last.map(|last| last as usize);
        if let Some(next) = last
            .and_then(|last| self.runs.get(last))
            .map(|run| run.next)
            && let Some(run) = self.runs.get(next as usize)
            && *run.bytes == *bytes
        {
            return next;
        }
        let place = match self.places.get(bytes) {
            Some(place) => *place,
            None => self.take(bytes),
        };
        if let Some(run) = last.and_then(|last| self.runs.get_mut(last)) {
            run.next = place;
        }
        place
    }

    /// Decodes a new run.
    fn take(&mut self, bytes: &[u8]) -> u32 {
        let mut read = [const { None }; POSSIBLE];
        for ((own, encoding), fields) in read.iter_mut().zip(ENCODINGS).zip(&mut self.fields) {
            let decoder = match encoding {
                Encoding::EucKr => EUC_KR,
                Encoding::Big5 => BIG5,
                Encoding::ShiftJis => SHIFT_JIS,
                Encoding::Windows1252 => WINDOWS_1252,
                _ => GB18030,
            };
            let text = decoder.decode_without_bom_handling_and_without_replacement(bytes);
            *own = text.map(|text| {
                let parts = text.split(SEPARATORS).map(str::trim);
                let parts = parts.filter(|part| !part.is_ascii());
                parts.map(|part| fields.place(part, encoding)).collect()
            });
        }
        let place = self.runs.len() as u32;
        let bytes: Arc<[u8]> = bytes.into();
        self.size += bytes.len();
        self.places.insert(bytes.clone(), place);
        self.runs.push(MetRun {
            bytes,
            read,
            next: u32::MAX,
            text: 0,
        });
        place
    }
}

impl Fields {
    fn place(&mut self, text: &str, encoding: Encoding) -> u32 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.all.len() as u32;
        let text: Arc<str> = text.into();
        self.places.insert(text.clone(), place);
        self.all.push(MetField {
            has_word: holds_word(&text, encoding),
            text,
            seen: 0,
        });
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// The fields of a text decoded as a whole.
    fn plainly(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Option<HashSet<String>> {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let fields = text.split(SEPARATORS).map(str::trim);
        let fields = fields.filter(|field| !field.is_ascii()).take(FIELDS);
        Some(fields.map(str::to_owned).collect())
    }

    #[test]
    fn runs_decoded_once_have_the_fields_of_the_whole_text() {
        let decoders = [GB18030, EUC_KR, BIG5, SHIFT_JIS, WINDOWS_1252];
        // Texts are decoded one after the other; earlier ones must not influence later ones.
        let mut met = RunsMet::default();
        let mut same = |bytes: &[u8]| {
            for _ in 0..2 {
                let read = met.read(bytes);
                for (encoding, decoder) in ENCODINGS.into_iter().zip(decoders) {
                    let own = read.iter().find(|read| read.encoding == encoding);
                    let fields = own.map(|read| {
                        let fields = read.fields().map(str::to_owned);
                        fields.collect::<HashSet<String>>()
                    });
                    let expected = plainly(bytes, decoder);
                    assert_eq!(fields, expected, "{encoding:?} {bytes:02x?}");
                    let words = expected.iter().flatten();
                    let words = words.filter(|field| holds_word(field, encoding)).count();
                    assert_eq!(
                        own.map_or(0, DecodedRun::words),
                        words,
                        "{encoding:?} {bytes:02x?}"
                    );
                }
            }
        };
        // A bar after 0x81 is a character, one after a comma separates fields.
        same(b"a,\x81|b|\xc4\xea,|\xd4\xc2|");
        same(b"\xc4,\xea");
        same(&GB18030.encode("年月|金额,年月,\"朝鲜 \"<中国>\n").0);
        // More fields than are looked up, the last of them half of a run.
        let many = "年|月,".repeat(FIELDS / 2 - 1) + "美|元|金|额,商品\n";
        same(&GB18030.encode(&many).0);
        // Bytes of all kinds, from a generator of our own.
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
