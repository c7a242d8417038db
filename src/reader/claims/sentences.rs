//! The sentences of a paragraph.

/// The sentences of a paragraph.
pub(super) fn sentences(paragraph: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut start = 0;
    let signs: Vec<(usize, char)> = paragraph.char_indices().collect();
    for (place, (at, sign)) in signs.iter().enumerate() {
        let end = at + sign.len_utf8();
        let next = signs.get(place + 1).map(|(_, sign)| *sign);
        let is_end = match sign {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let following = signs[place + 1..]
                    .iter()
                    .map(|(_, sign)| *sign)
                    .find(|sign| !sign.is_whitespace() && !matches!(sign, '"' | '”' | '\'' | '’'));
                let is_gap =
                    next.is_none_or(|sign| sign.is_whitespace() || matches!(sign, '"' | '”'));
                let begins = following.is_none_or(|sign| !sign.is_lowercase());
                is_gap && begins && !is_abbreviation(&paragraph[start..*at], following)
            }
            _ => false,
        };
        if is_end {
            all.push(paragraph[start..end].trim().to_owned());
            start = end;
        }
    }
    all.push(paragraph[start..].trim().to_owned());
    all.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    all
}

/// Whether a full stop after `text` belongs to an abbreviation rather than ending a sentence.
fn is_abbreviation(text: &str, following: Option<char>) -> bool {
    let word = text.rsplit([' ', '(', '"']).next().unwrap_or("");
    let is_initial = word.len() == 1 && word.chars().all(char::is_uppercase);
    let is_letters = word.contains('.') && word.chars().all(|c| c == '.' || c.is_uppercase());
    let is_month = matches!(
        word,
        "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
    ) && following.is_some_and(|sign| sign.is_ascii_digit());
    let is_title = matches!(
        word,
        "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "No" | "vs" | "Co" | "Inc" | "Ltd"
    );
    is_initial || is_letters || is_month || is_title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_ends_a_sentence_but_not_an_abbreviation_or_a_decimal() {
        let found = sentences(
            "Imports from N. Korea fell 37.9 percent. The U.S. wants more. On Oct. 13 it rose! Yes?",
        );
        assert_eq!(
            found,
            [
                "Imports from N. Korea fell 37.9 percent.",
                "The U.S. wants more.",
                "On Oct. 13 it rose!",
                "Yes?"
            ]
        );
        assert_eq!(sentences("出口下降6.7%。进口下降37.9%。").len(), 2);
        assert_eq!(sentences("수출은 6.7% 감소했다. 수입은 늘었다.").len(), 2);
    }
}
