use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::known_words;
use crate::reader::bytes::places::Places;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};
use std::borrow::Cow;

/// The bytes of a file without a byte order mark, checked to be text.
///
/// GB18030 is kept as it is. Its delimiters, quotes and line ends are single bytes that never occur
/// inside a character, so it can be split first and then decoded field by field.
pub(crate) struct Text<'a> {
    pub bytes: Cow<'a, [u8]>,
    /// The encoding of `bytes`, which may have been converted.
    pub encoding: Encoding,
    /// The encoding of the file itself.
    pub written: Encoding,
    /// The original place of each cell, if the table did not come from a text file.
    pub places: Option<Places>,
    /// Which columns are numbers by their type, where whole columns are. Empty if none is.
    pub typed_columns: Vec<bool>,
}

impl Encoding {
    /// A decoder that fails unless all bytes are complete characters. Covers the two encodings that
    /// large files use.
    pub fn strictly(self) -> fn(&[u8]) -> Option<String> {
        match self {
            Encoding::Gb18030 => |bytes| {
                let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
                text.map(Cow::into_owned)
            },
            _ => |bytes| std::str::from_utf8(bytes).ok().map(str::to_owned),
        }
    }
}

impl Text<'_> {
    /// Whether its bytes are UTF-8, whatever they were written in.
    pub fn is_utf8(&self) -> bool {
        !matches!(self.encoding, Encoding::Gb18030 | Encoding::Windows1252)
    }

    /// Decodes bytes that are complete characters.
    pub fn decode<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        match self.encoding {
            Encoding::Gb18030 => GB18030.decode_without_bom_handling(bytes).0,
            Encoding::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            // Several times faster for valid UTF-8, which is nearly always the case.
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => String::from_utf8_lossy(bytes),
            },
        }
    }
}

/// Determines the encoding: by the byte order mark, otherwise as the user stated, otherwise strict
/// UTF-8, otherwise by known words in the text. The order matters: most Chinese UTF-8 also decodes
/// as GB18030 without an error, and so does nearly every Korean, traditional Chinese or Japanese
/// text. Latin-1 is accepted only for the one layout that uses it, and if it yields known names.
pub(crate) fn decode(bytes: &[u8], asked: Option<Encoding>) -> Result<Text<'_>, InputError> {
    // DOS ends a file with a mark.
    let bytes = without_end_mark(bytes);
    if let Some(body) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let strict = std::str::from_utf8(body);
        return match strict {
            Ok(_) => kept(body, Encoding::Utf8),
            Err(error) => Err(not_text(bytes, 3 + error.valid_up_to())),
        };
    }
    if let Some(body) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(body, 2, Encoding::Utf16Le);
    }
    if let Some(body) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(body, 2, Encoding::Utf16Be);
    }
    if let Some(asked) = asked {
        return read_as(bytes, asked);
    }
    if memchr::memchr(0, bytes).is_some() {
        let encoding = utf16_without_mark(bytes).ok_or(binary(bytes))?;
        return utf16(bytes, 0, encoding).map_err(|_| binary(bytes));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return kept(bytes, Encoding::Utf8),
        Err(_) if is_legacy_comtrade(bytes) => return kept(bytes, Encoding::Windows1252),
        // Chinese in UTF-8 that is cut off inside its last character. As GB18030 it would be
        // gibberish.
        Err(error) if error.error_len().is_none() => {
            let whole = error.valid_up_to();
            if !bytes[..whole].is_ascii() {
                return Err(not_text(bytes, whole));
            }
        }
        Err(_) => {}
    }
    if let Some(body) = bytes.strip_prefix(b"\x84\x31\x95\x33") {
        return read_as(body, Encoding::Gb18030);
    }
    match known_words::settle(bytes) {
        // The beginning that settled the encoding is checked already.
        Ok(Encoding::Gb18030) => {
            let checked = known_words::beginning(bytes).len();
            match first_not_gb18030(&bytes[checked..]) {
                None => kept(bytes, Encoding::Gb18030),
                Some(offset) => Err(not_text(bytes, checked + offset)),
            }
        }
        Ok(encoding) => read_as(bytes, encoding),
        Err(possible) => match first_not_gb18030(bytes) {
            Some(offset) if possible.is_empty() => Err(not_text(bytes, offset)),
            _ => Err(InputError::File(FileError::EncodingUnclear(possible))),
        },
    }
}

/// Decodes bytes whose encoding is known.
fn read_as(bytes: &[u8], encoding: Encoding) -> Result<Text<'_>, InputError> {
    let wrong = |offset: usize| {
        InputError::File(FileError::NotInEncoding {
            encoding,
            offset,
            byte: bytes.get(offset).copied().unwrap_or(0),
        })
    };
    let decoder = match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => return utf16(bytes, 0, encoding),
        Encoding::Utf8 | Encoding::Workbook => {
            return match std::str::from_utf8(bytes) {
                Ok(_) => kept(bytes, Encoding::Utf8),
                Err(error) => Err(wrong(error.valid_up_to())),
            };
        }
        Encoding::Gb18030 => {
            return match first_not_gb18030(bytes) {
                None => kept(bytes, Encoding::Gb18030),
                Some(offset) => Err(not_text(bytes, offset)),
            };
        }
        Encoding::Windows1252 => return kept(bytes, Encoding::Windows1252),
        Encoding::EucKr => EUC_KR,
        Encoding::Big5 => BIG5,
        Encoding::ShiftJis => SHIFT_JIS,
    };
    if memchr::memchr(0, bytes).is_some() {
        return Err(binary(bytes));
    }
    match decoder.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(Text {
            bytes: Cow::Owned(text.into_owned().into_bytes()),
            encoding: Encoding::Utf8,
            written: encoding,
            places: None,
            typed_columns: Vec::new(),
        }),
        None => Err(wrong(first_torn(bytes, decoder))),
    }
}

/// The offset of the first byte that is invalid in an encoding.
fn first_torn(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(4096);
    let mut at = 0;
    loop {
        text.clear();
        let (result, read) =
            decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::InputEmpty => return at,
            encoding_rs::DecoderResult::Malformed(length, after) => {
                return at.saturating_sub(usize::from(length) + usize::from(after));
            }
        }
    }
}

/// Strips the end-of-file mark of DOS, but not the line end before it.
fn without_end_mark(bytes: &[u8]) -> &[u8] {
    let body = bytes.trim_ascii_end();
    match body.strip_suffix(b"\x1a") {
        Some(body) => {
            let marks = body.iter().rev().take_while(|byte| **byte == 0x1a);
            &body[..body.len() - marks.count()]
        }
        None => bytes,
    }
}

/// The encoding that a page or a message header declares, if it is supported.
pub(crate) fn declared(label: &str) -> Option<Encoding> {
    let named = encoding_rs::Encoding::for_label(label.trim().as_bytes())?;
    let known = [
        (GB18030, Encoding::Gb18030),
        (encoding_rs::GBK, Encoding::Gb18030),
        (EUC_KR, Encoding::EucKr),
        (BIG5, Encoding::Big5),
        (SHIFT_JIS, Encoding::ShiftJis),
        (WINDOWS_1252, Encoding::Windows1252),
        (encoding_rs::UTF_8, Encoding::Utf8),
    ];
    let found = known.into_iter().find(|(one, _)| *one == named);
    found.map(|(_, encoding)| encoding)
}

fn kept(bytes: &[u8], encoding: Encoding) -> Result<Text<'_>, InputError> {
    if memchr::memchr(0, bytes).is_some() {
        return Err(binary(bytes));
    }
    Ok(Text {
        bytes: Cow::Borrowed(bytes),
        encoding,
        written: encoding,
        places: None,
        typed_columns: Vec::new(),
    })
}

/// Whether the first line is the header of a Comtrade download from before 2022.
fn is_legacy_comtrade(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let end = memchr::memchr2(b'\n', b'\r', start).unwrap_or(start.len());
    let header = &start[..end];
    let has = |name: &str| memchr::memmem::find(header, name.as_bytes()).is_some();
    header.is_ascii()
        && ((has("Trade Flow") && has("Reporter") && has("Trade Value (US$)"))
            || (has("rgDesc") && has("rtTitle") && has("TradeValue")))
}

fn not_text(bytes: &[u8], offset: usize) -> InputError {
    InputError::File(FileError::NotText {
        offset,
        byte: bytes.get(offset).copied().unwrap_or(0),
    })
}

/// Maximum number of NUL bytes in a damaged text; with more it is not text at all.
const ZEROS_IN_TEXT: usize = 8;

fn binary(bytes: &[u8]) -> InputError {
    let zip = bytes.starts_with(b"PK\x03\x04");
    let ole = bytes.starts_with(b"\xd0\xcf\x11\xe0");
    if zip || ole {
        return InputError::File(FileError::Workbook);
    }
    let is_odd = |byte: &u8| *byte < b' ' && !b"\0\t\n\r\x0c\x1a".contains(byte);
    let zeros = memchr::memchr_iter(0, bytes)
        .take(ZEROS_IN_TEXT + 1)
        .count();
    match memchr::memchr(0, bytes) {
        Some(at) if zeros <= ZEROS_IN_TEXT && !bytes.iter().any(is_odd) => {
            InputError::ZeroByte(1 + memchr::memchr_iter(b'\n', &bytes[..at]).count())
        }
        _ => InputError::File(FileError::Binary),
    }
}

/// The byte order of UTF-16 without a mark. ASCII characters have a NUL as their other byte; if all
/// NULs are on one side, that gives the order.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let start = &bytes[..bytes.len().min(4096)];
    let nuls = |from: usize| {
        start
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    match (even, odd) {
        (0, odd) if odd * 20 >= start.len() => Some(Encoding::Utf16Le),
        (even, 0) if even * 20 >= start.len() => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf16(body: &[u8], mark: usize, encoding: Encoding) -> Result<Text<'static>, InputError> {
    let unit = |pair: &[u8]| match (encoding, pair) {
        (Encoding::Utf16Be, [high, low]) => u16::from_be_bytes([*high, *low]),
        (_, [low, high]) => u16::from_le_bytes([*low, *high]),
        _ => 0,
    };
    let torn = |at: usize| InputError::File(FileError::TornUtf16 { offset: mark + at });
    let mut text = String::with_capacity(body.len());
    let mut at = 0;
    for decoded in char::decode_utf16(body.chunks_exact(2).map(unit)) {
        let c = decoded.map_err(|_| torn(at))?;
        if c == '\0' {
            return Err(InputError::File(FileError::Binary));
        }
        text.push(c);
        at += 2 * c.len_utf16();
    }
    if body.len() % 2 == 1 {
        return Err(torn(body.len() - 1));
    }
    Ok(Text {
        bytes: Cow::Owned(text.into_bytes()),
        encoding: Encoding::Utf8,
        written: encoding,
        places: None,
        typed_columns: Vec::new(),
    })
}

/// The offset of the first byte that starts no valid GB18030 character. Checking the form of the
/// characters is sufficient, and many times faster than decoding them.
fn first_not_gb18030(bytes: &[u8]) -> Option<usize> {
    /// The bits that none of eight ASCII bytes has.
    const NOT_ASCII: u64 = u64::from_le_bytes([0x80; 8]);
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        // Nearly everything is ASCII.
        if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk)
            && u64::from_le_bytes(*eight) & NOT_ASCII == 0
        {
            at += 8;
            continue;
        }
        at += match (
            lead,
            bytes.get(at + 1),
            bytes.get(at + 2),
            bytes.get(at + 3),
        ) {
            // In code page 936 a single 0x80 is the euro sign.
            (0..=0x80, ..) => 1,
            (0x81..=0xfe, Some(0x40..=0x7e | 0x80..=0xfe), ..) => 2,
            (0x81..=0xfe, Some(0x30..=0x39), Some(0x81..=0xfe), Some(0x30..=0x39)) => 4,
            _ => return Some(at),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHINESE: &str = "\"数据年月\",\"美元\",\n\"201709\",\"1\",\n";

    fn read(bytes: &[u8]) -> (Encoding, String) {
        let text = decode(bytes, None).unwrap();
        (text.written, text.decode(&text.bytes).into_owned())
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn one_text_reads_the_same_in_every_encoding() {
        let marked = format!("\u{feff}{CHINESE}");
        let same = |bytes: &[u8], encoding| {
            assert_eq!(read(bytes), (encoding, CHINESE.to_owned()));
        };
        same(CHINESE.as_bytes(), Encoding::Utf8);
        same(marked.as_bytes(), Encoding::Utf8);
        same(&GB18030.encode(CHINESE).0, Encoding::Gb18030);
        same(&GB18030.encode(&marked).0, Encoding::Gb18030);
        same(&utf16(&marked, u16::to_le_bytes), Encoding::Utf16Le);
        same(&utf16(&marked, u16::to_be_bytes), Encoding::Utf16Be);
        same(&utf16(CHINESE, u16::to_le_bytes), Encoding::Utf16Le);
        same(&utf16(CHINESE, u16::to_be_bytes), Encoding::Utf16Be);
    }

    #[test]
    fn a_byte_that_is_no_text_is_named_with_its_offset() {
        // Latin-1 `é,`: 0x2c cannot follow 0xe9 in GB18030.
        let wrong = decode(b"caf\xe9,1\n", None).err();
        assert_eq!(
            wrong,
            Some(InputError::File(FileError::NotText {
                offset: 3,
                byte: 0xe9
            }))
        );
        let torn = decode(b"\xef\xbb\xbfab\xff", None).err();
        assert_eq!(
            torn,
            Some(InputError::File(FileError::NotText {
                offset: 5,
                byte: 0xff
            }))
        );
        assert_eq!(
            decode(b"\xff\xfea\0b", None).err(),
            Some(InputError::File(FileError::TornUtf16 { offset: 4 }))
        );
    }

    #[test]
    fn utf8_cut_off_in_a_character_is_not_taken_for_gb18030() {
        let cut = &"年月,进口".as_bytes()[..12];
        let wrong = InputError::File(FileError::NotText {
            offset: 10,
            byte: 0xe5,
        });
        assert_eq!(decode(cut, None).err(), Some(wrong));
    }

    #[test]
    fn binary_is_told_from_text() {
        assert_eq!(
            decode(b"month,value\n2017-09,1\0\n", None).err(),
            Some(InputError::ZeroByte(2))
        );
        assert_eq!(
            decode(b"a,b\0\0\0\x01\n", None).err(),
            Some(InputError::File(FileError::Binary))
        );
        assert_eq!(
            decode(b"PK\x03\x04\0\0\0\0", None).err(),
            Some(InputError::File(FileError::Workbook))
        );
    }
}
