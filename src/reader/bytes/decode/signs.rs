//! What bytes show about themselves before they are decoded: whether they are text, and in which
//! encoding they cannot be.

use crate::reader::bytes::encoding::Encoding;
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;

/// The offset of the first byte that is invalid in an encoding.
pub(super) fn first_torn(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
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
pub(super) fn without_end_mark(bytes: &[u8]) -> &[u8] {
    let body = bytes.trim_ascii_end();
    match body.strip_suffix(b"\x1a") {
        Some(body) => {
            let marks = body.iter().rev().take_while(|byte| **byte == 0x1a);
            &body[..body.len() - marks.count()]
        }
        None => bytes,
    }
}

/// Whether the first line is the header of a Comtrade download from before 2022.
pub(super) fn is_legacy_comtrade(bytes: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    let end = memchr::memchr2(b'\n', b'\r', start).unwrap_or(start.len());
    let header = &start[..end];
    let has = |name: &str| memchr::memmem::find(header, name.as_bytes()).is_some();
    header.is_ascii()
        && ((has("Trade Flow") && has("Reporter") && has("Trade Value (US$)"))
            || (has("rgDesc") && has("rtTitle") && has("TradeValue")))
}

pub(super) fn not_text(bytes: &[u8], offset: usize) -> InputError {
    InputError::File(FileError::NotText {
        offset,
        byte: bytes.get(offset).copied().unwrap_or(0),
    })
}

/// Maximum number of NUL bytes in a damaged text; with more it is not text at all.
const ZEROS_IN_TEXT: usize = 8;

pub(super) fn binary(bytes: &[u8]) -> InputError {
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
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
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

/// The offset of the first byte that starts no valid GB18030 character. Checking the form of the
/// characters is sufficient, and many times faster than decoding them.
pub(super) fn first_not_gb18030(bytes: &[u8]) -> Option<usize> {
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
