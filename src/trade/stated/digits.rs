//! Plain digits.

/// Digits with well-placed thousands commas and an optional decimal part: all digits as one
/// integer, the number of decimals, and the length in bytes.
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
    // Followed directly by a comma or point and digits it is something else: 1,23.
    let glued = |separator: u8| bytes.get(end) == Some(&separator) && digits_at(end + 1) > 0;
    if glued(b',') || glued(b'.') {
        return None;
    }
    let digits: String = text[..end].chars().filter(char::is_ascii_digit).collect();
    (digits.len() <= 24).then_some(())?;
    Some((digits.parse().ok()?, decimals, end))
}
