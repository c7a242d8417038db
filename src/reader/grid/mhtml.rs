//! Reads web archives (`.mht`, `.mhtml`): a page and its resources in one message, as saved by
//! browsers and Excel.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;

/// A page in an archive, with its transfer encoding decoded.
pub(crate) struct Page {
    pub bytes: Vec<u8>,
    /// The encoding declared in its message header.
    pub declared: Option<Encoding>,
}

/// Maximum depth of nested messages.
const MOST_DEEP: usize = 4;

/// Whether the bytes begin like such an archive.
pub(crate) fn is_one(beginning: &str) -> bool {
    let head = beginning.split("\n\n").next().unwrap_or("");
    let head = head
        .split("\r\n\r\n")
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    let first_is_header = head.lines().next().is_some_and(|line| {
        let name = line.split(':').next().unwrap_or("");
        line.contains(':') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    first_is_header && head.contains("mime-version:") && head.contains("content-type:")
}

/// The pages of an archive, in order.
pub(crate) fn pages(bytes: &[u8]) -> Vec<Page> {
    let mut pages = Vec::new();
    entity(bytes, 0, &mut pages);
    pages
}

fn entity(bytes: &[u8], depth: usize, pages: &mut Vec<Page>) {
    let (head, body) = head_and_body(bytes);
    let kind = header(&head, "content-type").unwrap_or_default();
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") {
        let Some(boundary) = parameter(&kind, "boundary").filter(|_| depth < MOST_DEEP) else {
            return;
        };
        for part in parts(body, boundary.as_bytes()) {
            entity(part, depth + 1, pages);
        }
    } else if lower.starts_with("text/html") {
        let transfer = header(&head, "content-transfer-encoding").unwrap_or_default();
        let bytes = match transfer.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => base64(body),
            _ => body.to_vec(),
        };
        let declared = parameter(&kind, "charset").and_then(|name| decode::declared(&name));
        pages.push(Page { bytes, declared });
    }
}

/// The header with its continuation lines joined, and the body after the blank line.
fn head_and_body(bytes: &[u8]) -> (String, &[u8]) {
    let ends: [&[u8]; 2] = [b"\r\n\r\n", b"\n\n"];
    let end = ends
        .iter()
        .filter_map(|end| memchr::memmem::find(bytes, end).map(|at| (at, end.len())))
        .min();
    let (at, length) = end.unwrap_or((bytes.len(), 0));
    let head = String::from_utf8_lossy(&bytes[..at]);
    let head = head
        .replace("\r\n", "\n")
        .replace("\n\t", " ")
        .replace("\n ", " ");
    (head, &bytes[at + length..])
}

fn header(head: &str, name: &str) -> Option<String> {
    let line = head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    Some(line.trim().to_owned())
}

fn parameter(kind: &str, name: &str) -> Option<String> {
    kind.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.to_owned())
    })
}

fn parts<'b>(body: &'b [u8], boundary: &[u8]) -> Vec<&'b [u8]> {
    let mark = [b"--", boundary].concat();
    if boundary.is_empty() {
        return Vec::new();
    }
    let starts: Vec<usize> = memchr::memmem::find_iter(body, &mark)
        .filter(|at| *at == 0 || matches!(body.get(at - 1), Some(b'\n' | b'\r')))
        .collect();
    let mut parts = Vec::new();
    for (place, start) in starts.iter().enumerate() {
        let from = start + mark.len();
        if body[from..].starts_with(b"--") {
            break;
        }
        let end = starts.get(place + 1).copied().unwrap_or(body.len());
        let part = &body[from..end.max(from)];
        let line_end = memchr::memchr(b'\n', part).map_or(part.len(), |at| at + 1);
        parts.push(&part[line_end..]);
    }
    parts
}

/// Source: RFC 2045, section 6.7.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut at = 0;
    let hex = |byte: Option<&u8>| byte.and_then(|byte| (*byte as char).to_digit(16));
    while let Some(&byte) = body.get(at) {
        at += 1;
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        match (hex(body.get(at)), hex(body.get(at + 1)), &body[at..]) {
            (Some(high), Some(low), _) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 2;
            }
            (_, _, [b'\r', b'\n', ..]) => at += 2,
            (_, _, [b'\n', ..]) => at += 1,
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// Source: RFC 2045, section 6.8. Other characters are skipped.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(transfer: &str, body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n\
             ----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n\
             ----b\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n{body}\r\n----b--\r\n"
        )
    }

    #[test]
    fn the_page_is_taken_out_whatever_carries_it() {
        for (transfer, body) in [
            ("quoted-printable", "<p>1=\r\n45=3D</p>"),
            ("base64", "PHA+\r\nMTQ1PTwv\r\ncD4="),
            ("8bit", "<p>145=</p>"),
        ] {
            let archive = archive(transfer, body);
            assert!(is_one(&archive), "{transfer}");
            let pages = pages(archive.as_bytes());
            assert_eq!(pages.len(), 1, "{transfer}");
            let text = String::from_utf8_lossy(&pages[0].bytes);
            assert_eq!(text.trim_end(), "<p>145=</p>", "{transfer}");
            assert_eq!(pages[0].declared, Some(Encoding::Gb18030));
        }
    }

    #[test]
    fn a_table_is_no_archive() {
        for text in ["month,imports\n2017-09,1\n", "Unit: US$\n\nmonth,x\n", ""] {
            assert!(!is_one(text), "{text}");
        }
    }
}
