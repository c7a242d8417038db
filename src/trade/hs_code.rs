//! The grammar of HS codes as users write them, on the command line and in files of groups.

use std::sync::Arc;

/// Why a text is not an HS code or range.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HsCodeError {
    /// Not digits, or the wrong number of them.
    #[error(
        "`{0}` is not an HS code\n  expected: 2, 4, 6, 8 or 10 digits, as in 27, 2701, 27011100; or a range, as in 50-63 or 2701-2704\n  \
         help: search for a name with `tradecheck list goods {0}`; `tradecheck list groups` lists the values of `--group`"
    )]
    NoCode(String),
    /// An odd number of digits; spreadsheets drop a leading zero.
    #[error(
        "`{0}` is not an HS code: an odd number of digits\n  expected: 2, 4, 6, 8 or 10 digits, as in 27, 2701, 27011100\n  \
         help: if a spreadsheet dropped the leading zero, write `0{0}`"
    )]
    OddCode(String),
    /// A range that does not go up from chapter to chapter, or from heading to heading.
    #[error(
        "`{0}` is not a range of HS codes\n  expected: the first and the last chapter or heading, as in 50-63 or 2701-2704"
    )]
    NoRange(String),
}

/// The prefixes meant by `text`: a single code (`2701`), or a range of chapters (`50-63`) or
/// headings (`2701-2704`), both ends included. Codes begin with 01 to 99.
///
/// # Errors
/// [`HsCodeError`] with the form expected.
pub fn hs_prefixes(text: &str) -> Result<Vec<Arc<str>>, HsCodeError> {
    let text = text.trim();
    let Some((first, last)) = text.split_once(['-', '–']) else {
        return Ok(vec![code(text)?.into()]);
    };
    let range = || HsCodeError::NoRange(text.to_owned());
    let ends = (code(first.trim()), code(last.trim()));
    let (Ok(first), Ok(last)) = ends else {
        return Err(range());
    };
    let width = first.len();
    if width != last.len() || width > 4 || first > last {
        return Err(range());
    }
    let number = |end: &str| end.parse::<u16>().map_err(|_| range());
    let codes = number(first)?..=number(last)?;
    Ok(codes.map(|code| format!("{code:0width$}").into()).collect())
}

/// The text, if it is an HS code.
fn code(text: &str) -> Result<&str, HsCodeError> {
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        2 | 4 | 6 | 8 | 10 if is_digits && !text.starts_with("00") => Ok(text),
        1 | 3 | 5 | 7 | 9 if is_digits && !text.starts_with('0') => {
            Err(HsCodeError::OddCode(text.to_owned()))
        }
        _ => Err(HsCodeError::NoCode(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_ranges_of_chapters_and_headings() {
        let named = |text: &str| hs_prefixes(text).map(|list| list.join(" "));
        assert_eq!(named("2701").unwrap(), "2701");
        assert_eq!(named("08-11").unwrap(), "08 09 10 11");
        assert_eq!(named("2701-2704").unwrap(), "2701 2702 2703 2704");
        assert_eq!(named("2701–2702").unwrap(), "2701 2702");
        for text in ["coal", "", "٢٧", "00", "0010", "270111000000"] {
            let error = named(text).unwrap_err();
            assert!(matches!(error, HsCodeError::NoCode(_)), "{error}");
        }
        for text in ["270", "7"] {
            let error = named(text).unwrap_err();
            assert!(matches!(error, HsCodeError::OddCode(_)), "{error}");
        }
        for text in ["63-50", "27-2704", "270111-270112", "50-coal", "2701-"] {
            let error = named(text).unwrap_err();
            assert!(matches!(error, HsCodeError::NoRange(_)), "{error}");
        }
    }
}
