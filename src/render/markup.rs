//! What every page and every chart in markup needs.

/// A text without the characters that XML has no place for, control characters among them: names
/// come out of files, and one of these would make the whole document unreadable.
///
/// Source: XML 1.0, production `Char`.
pub(super) fn clean(text: &str) -> String {
    let has_place = |c: &char| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
            || *c >= '\u{10000}'
    };
    // What is left out must not join what it stood between.
    let kept = |c: char| if has_place(&c) { c } else { '\u{fffd}' };
    text.chars().map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_has_no_place_for_is_replaced() {
        assert_eq!(
            clean("Coal\u{b}\u{fffe}煤 <&>\n"),
            "Coal\u{fffd}\u{fffd}煤 <&>\n"
        );
    }
}
