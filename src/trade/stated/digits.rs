//! Digits as they are written.

/// Digits with correct thousands commas and an optional decimal part: the digits as one whole
/// number, how many are decimals, and the bytes they take.
pub(super) fn read_digits(text: &str) -> Option<(i128, usize, usize)> {
    let bytes = text.as_bytes();
    let digits_at = |at: usize| {
        bytes
            .iter()
            .skip(at)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = digits_at(0);
    if end == 0 {
        return None;
    }
    if end <= 3 {
        while bytes.get(end) == Some(&b',') && digits_at(end + 1) == 3 {
            end += 4;
        }
    }
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        decimals = digits_at(end + 1);
        if decimals > 0 {
            end += 1 + decimals;
        }
    }
    // A comma or another number part right behind it makes it something else: 1,23.
    let glued = |separator: u8| bytes.get(end) == Some(&separator) && digits_at(end + 1) > 0;
    if glued(b',') || glued(b'.') {
        return None;
    }
    let digits: String = text[..end].chars().filter(char::is_ascii_digit).collect();
    (digits.len() <= 24).then_some(())?;
    Some((digits.parse().ok()?, decimals, end))
}
