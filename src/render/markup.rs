//! Common to pages and charts in markup.

/// Replaces characters that XML does not allow, such as control characters. Names come from files,
/// and one such character would make the whole document unreadable.
///
/// Source: XML 1.0, production `Char`.
pub(super) fn clean(text: &str) -> String {
    let has_place = |c: &char| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
            || *c >= '\u{10000}'
    };
    // Replaced, not removed, so that the neighbouring characters are not joined.
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
