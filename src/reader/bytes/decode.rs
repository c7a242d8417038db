use crate::reader::errors::input_error::InputError;
use encoding_rs::{GB18030, WINDOWS_1252};
use std::borrow::Cow;
use std::fmt;

/// How a file was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// GB18030, and with it GBK and GB2312: what the customs platform writes.
    Gb18030,
    /// Windows-1252, and with it Latin-1: Comtrade until 2022.
    Windows1252,
    /// UTF-16, low byte first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// No text at all: a spreadsheet workbook.
    Workbook,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Workbook => "workbook",
        })
    }
}

/// The bytes of a file, checked to be text, without a byte order mark.
///
/// GB18030 is kept as it is: its delimiters, quotes and line ends are single bytes that never
/// occur inside a character, so it can be split first and decoded field by field.
pub(crate) struct Text<'a> {
    pub bytes: Cow<'a, [u8]>,
    pub encoding: Encoding,
}

impl Encoding {
    /// Reads a run of whole characters and nothing else, in the two encodings that large files
    /// have.
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
    /// A run of whole characters as a string.
    pub fn decode<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        match self.encoding {
            Encoding::Gb18030 => GB18030.decode_without_bom_handling(bytes).0,
            Encoding::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            _ => String::from_utf8_lossy(bytes),
        }
    }
}

/// Byte order mark, then strict UTF-8, then GB18030: most Chinese in UTF-8 also decodes as
/// GB18030 without an error, so the order matters. Latin-1 is believed only of the one layout that
/// is written in it: `Côte` in Latin-1 is GB18030 too, and so is nearly every other text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Text<'_>, InputError> {
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
    if memchr::memchr(0, bytes).is_some() {
        let encoding = utf16_without_mark(bytes).ok_or(binary(bytes))?;
        return utf16(bytes, 0, encoding).map_err(|_| binary(bytes));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => return kept(bytes, Encoding::Utf8),
        Err(_) if is_legacy_comtrade(bytes) => return kept(bytes, Encoding::Windows1252),
        // Chinese in UTF-8 up to the last bytes: cut off, and as GB18030 it would be gibberish.
        Err(error) if error.error_len().is_none() => {
            let whole = error.valid_up_to();
            if !bytes[..whole].is_ascii() {
                return Err(not_text(bytes, whole));
            }
        }
        Err(_) => {}
    }
    let body = bytes.strip_prefix(b"\x84\x31\x95\x33").unwrap_or(bytes);
    match first_not_gb18030(body) {
        None => kept(body, Encoding::Gb18030),
        Some(offset) => Err(not_text(bytes, offset + bytes.len() - body.len())),
    }
}

fn kept(bytes: &[u8], encoding: Encoding) -> Result<Text<'_>, InputError> {
    if memchr::memchr(0, bytes).is_some() {
        return Err(binary(bytes));
    }
    Ok(Text {
        bytes: Cow::Borrowed(bytes),
        encoding,
    })
}

/// Whether the first line is the header of a Comtrade download of before 2022.
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
    InputError::NotText {
        offset,
        byte: bytes.get(offset).copied().unwrap_or(0),
    }
}

fn binary(bytes: &[u8]) -> InputError {
    let zip = bytes.starts_with(b"PK\x03\x04");
    let ole = bytes.starts_with(b"\xd0\xcf\x11\xe0");
    if zip || ole {
        InputError::Workbook
    } else {
        InputError::Binary
    }
}

/// Digits, commas and quotes have a NUL for their other byte: all on one side tells the order.
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
    let torn = |at: usize| InputError::TornUtf16 { offset: mark + at };
    let mut text = String::with_capacity(body.len());
    let mut at = 0;
    for decoded in char::decode_utf16(body.chunks_exact(2).map(unit)) {
        let c = decoded.map_err(|_| torn(at))?;
        if c == '\0' {
            return Err(InputError::Binary);
        }
        text.push(c);
        at += 2 * c.len_utf16();
    }
    if body.len() % 2 == 1 {
        return Err(torn(body.len() - 1));
    }
    Ok(Text {
        bytes: Cow::Owned(text.into_bytes()),
        encoding,
    })
}

/// The offset of the first byte that begins no GB18030 character. Checking the form of the
/// characters is many times faster than decoding them, and decoding needs no more.
fn first_not_gb18030(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        at += match (
            lead,
            bytes.get(at + 1),
            bytes.get(at + 2),
            bytes.get(at + 3),
        ) {
            // 0x80 alone is the euro sign in code page 936.
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
        let text = decode(bytes).unwrap();
        (text.encoding, text.decode(&text.bytes).into_owned())
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
        let wrong = decode(b"caf\xe9,1\n").err();
        assert_eq!(
            wrong,
            Some(InputError::NotText {
                offset: 3,
                byte: 0xe9
            })
        );
        let torn = decode(b"\xef\xbb\xbfab\xff").err();
        assert_eq!(
            torn,
            Some(InputError::NotText {
                offset: 5,
                byte: 0xff
            })
        );
        assert_eq!(
            decode(b"\xff\xfea\0b").err(),
            Some(InputError::TornUtf16 { offset: 4 })
        );
    }

    #[test]
    fn utf8_cut_off_in_a_character_is_not_taken_for_gb18030() {
        let cut = &"年月,进口".as_bytes()[..12];
        let wrong = InputError::NotText {
            offset: 10,
            byte: 0xe5,
        };
        assert_eq!(decode(cut).err(), Some(wrong));
    }

    #[test]
    fn binary_is_told_from_text() {
        assert_eq!(decode(b"a,b\0\0\0\x01\n").err(), Some(InputError::Binary));
        assert_eq!(
            decode(b"PK\x03\x04\0\0\0\0").err(),
            Some(InputError::Workbook)
        );
    }
}
