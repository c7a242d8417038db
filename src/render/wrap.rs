//! Wraps lines of text, with Chinese characters two columns wide.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks where a long path may be broken in a table.
pub(super) const PATH_BREAK: char = '\u{200b}';

/// The width of the widest line of `text` in columns.
pub fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Wraps `text` at `width` columns, with all lines but the first indented by `hang`.
///
/// Lines break at spaces and next to Chinese characters. A number keeps its percent sign, and a
/// word longer than a line is not broken.
pub fn wrap(text: &str, width: usize, hang: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let size = UnicodeWidthStr::width(piece.trim_end());
        let started = line.len() > if lines.is_empty() { 0 } else { hang };
        if started && used + size > width {
            lines.push(line.trim_end().to_string());
            line = " ".repeat(hang);
            used = hang;
        }
        line.push_str(piece);
        used += UnicodeWidthStr::width(piece);
    }
    lines.push(line.trim_end().to_string());
    lines
}

/// Shortens `text` to at most `columns`, with an ellipsis if something is cut off.
pub fn shortened(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    // Some characters are wider together than alone, so each prefix is measured as a whole. Names
    // do not have long runs of characters without width.
    let most = 8 * columns + 8;
    let mut kept = "";
    for (at, character) in text.char_indices().take(most) {
        let longer = &text[..at + character.len_utf8()];
        if width(longer) + 1 > columns {
            break;
        }
        kept = longer;
    }
    format!("{}…", kept.trim_end())
}

/// The width of the longest piece that [`wrap`] does not break.
pub(super) fn longest_piece(text: &str) -> usize {
    let sizes = pieces(text).into_iter();
    sizes
        .map(|piece| width(piece.trim_end()))
        .max()
        .unwrap_or(0)
}

/// Splits `text` wherever a line may break; spaces stay at the end of a piece.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((_, this)) = chars.next() {
        let Some((next_at, next)) = chars.peek().copied() else {
            break;
        };
        let after_space = this == ' ' && next != ' ' && next != '%';
        // A number keeps the character that follows it: `2.66亿`, `9月`.
        let is_counted = this.is_ascii_digit() && COUNTED.contains(&next);
        let beside_han =
            (is_han(this) || is_han(next)) && this != ' ' && next != ' ' && !is_counted;
        // Items joined by a dot, `진주·보석·귀금속`.
        let after_dot = this == '·' && next.is_alphabetic();
        let may_end = after_space || after_dot || this == PATH_BREAK;
        if may_end || (beside_han && !opens(this) && !closes(next)) {
            pieces.push(&text[start..next_at]);
            start = next_at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// Characters for what a number counts, or for its scale.
const COUNTED: [char; 11] = [
    '年', '月', '日', '亿', '万', '个', '元', '项', '吨', '倍', '成',
];

/// Whether the script has no spaces between words: two columns wide, and not Hangul.
fn is_han(c: char) -> bool {
    UnicodeWidthChar::width(c) == Some(2)
        && !('\u{1100}'..='\u{11ff}').contains(&c)
        && !('\u{3130}'..='\u{318f}').contains(&c)
        && !('\u{ac00}'..='\u{d7ff}').contains(&c)
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '《' | '“' | '「' | '(')
}

fn closes(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '：' | '）' | '、' | '》' | '”' | '」' | ')' | ',' | '.' | ';' | ':'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_off_with_a_sign_and_never_inside_a_wide_character() {
        assert_eq!(shortened("Coal", 4), "Coal");
        assert_eq!(shortened("Mineral fuels", 8), "Mineral…");
        // Each character takes two columns, the ellipsis one: three of them make seven.
        assert_eq!(shortened("矿物燃料", 8), "矿物燃料");
        assert_eq!(shortened("矿物燃料", 7), "矿物燃…");
        assert_eq!(shortened("矿物燃料", 6), "矿物…");
    }

    #[test]
    fn lines_end_at_spaces_and_never_inside_a_figure() {
        assert_eq!(
            wrap("computed is −37.9 % here", 16, 2),
            ["computed is", "  −37.9 % here"]
        );
        assert_eq!(wrap("", 10, 2), [""]);
        assert_eq!(
            wrap("https://a.b/cdefghijk x", 8, 0),
            ["https://a.b/cdefghijk", "x"]
        );
    }

    #[test]
    fn chinese_takes_two_columns_and_needs_no_spaces() {
        assert_eq!(
            wrap("连续第7个月下降，自2017-03起", 16, 0),
            ["连续第7个月下", "降，自2017-03起"]
        );
        assert_eq!(
            wrap("2017-03부터 7개월 연속", 14, 0),
            ["2017-03부터", "7개월 연속"]
        );
        assert_eq!(
            wrap("토석류(마그네사이트·산화마그네슘 포함)", 24, 0),
            ["토석류(마그네사이트·", "산화마그네슘 포함)"]
        );
        assert_eq!(longest_piece("自2017-03起"), 7);
        assert_eq!(longest_piece("出口2.66亿美元"), 6);
        let path = format!("imports/{PATH_BREAK}2017/{PATH_BREAK}a.csv");
        assert_eq!(longest_piece(&path), 8);
    }
}
