mod signs;

use crate::reader::bytes::decode::signs::{
    binary, first_not_gb18030, first_torn, is_legacy_comtrade, not_text, utf16_without_mark,
    without_end_mark,
};
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
