//! Small numbers in Chinese characters.

use crate::reader::claims::pieces::digits;

/// A small number, in digits or in characters.
pub(super) fn numeral(text: &str) -> Option<(u32, usize)> {
    if let Some(found) = digits(text) {
        return Some(found);
    }
    const ONES: &str = "一二三四五六七八九";
    let first = text.chars().next()?;
    let one = |sign: char| ONES.chars().position(|c| c == sign).map(|at| at as u32 + 1);
    if first == '两' {
        return Some((2, first.len_utf8()));
    }
    if first == '十' {
        let second = text.chars().nth(1).and_then(one);
        let length = first.len_utf8() + second.map_or(0, |_| 3);
        return Some((10 + second.unwrap_or(0), length));
    }
    one(first).map(|number| (number, first.len_utf8()))
}
