//! Several things one after another, and how many more there are.

use crate::render::options::Lang;
use crate::trade::named_of;

/// `a, b and 3 more`, `a、b等（另3个）`, `a, b 외 3개`: at most `most` of them, and never one left.
pub(crate) fn few<T: ToString>(things: &[T], most: usize, lang: Lang) -> String {
    let shown = named_of(things.len(), most);
    let texts: Vec<String> = things[..shown].iter().map(T::to_string).collect();
    let more = things.len() - shown;
    let all = texts.join(if lang == Lang::Zh { "、" } else { ", " });
    match (more, lang) {
        (0, _) => all,
        (_, Lang::En) => format!("{all} and {more} more"),
        (_, Lang::Zh) => format!("{all}等（另{more}个）"),
        (_, Lang::Ko) => format!("{all} 외 {more}개"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_is_named() {
        let said =
            |count: usize| Lang::ALL.map(|lang| few(&["a", "b", "c", "d"][..count], 2, lang));
        assert_eq!(
            said(4),
            ["a, b and 2 more", "a、b等（另2个）", "a, b 외 2개"]
        );
        assert_eq!(said(3), ["a, b, c", "a、b、c", "a, b, c"]);
    }
}
