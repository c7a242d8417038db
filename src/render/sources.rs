//! The publishers of the figures, in one line.

use crate::render::lang::labels::Label;
use crate::render::options::Lang;
use crate::render::{labels, lang, publishers, wrap};

/// `Source: …` on one line of at most `columns`, with as many publishers as fit. The copies from
/// which they were read are shown by `--sources`.
pub(super) fn in_columns(sources: &[String], columns: usize, lang: Lang) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        for name in publishers::in_brief(source, lang) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let lines = (1..=names.len()).rev();
    let mut lines = lines.map(|count| with_rest(&names, count, lang));
    let fitting = lines.find(|line| wrap::width(line) <= columns);
    // A name is never cut off; if it does not fit, the line is wrapped.
    fitting.or_else(|| (!names.is_empty()).then(|| with_rest(&names, 1, lang)))
}

fn with_rest(sources: &[String], shown: usize, lang: Lang) -> String {
    let (named, rest) = sources.split_at(shown.min(sources.len()));
    let marks = lang::marks(lang);
    let label = lang::wording(lang).label(Label::Source);
    let mut text = named.join(marks.semicolon);
    if !rest.is_empty() {
        text += &labels::and_more(rest.len(), lang);
    }
    format!("{label}{}{text}", marks.colon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_publishers_as_fit_and_how_many_more() {
        let sources: Vec<String> = ["a", "b", "c (d); f (g)", "e (d) copy on f", "e (d)"]
            .map(String::from)
            .into();
        let within = |columns| in_columns(&sources, columns, Lang::En);
        assert_eq!(
            within(80).as_deref(),
            Some("Source: a; b; c (d); f (g); e (d)")
        );
        assert_eq!(within(20).as_deref(), Some("Source: a and 4 more"));
        assert_eq!(within(10).as_deref(), Some("Source: a and 4 more"));
        assert_eq!(in_columns(&[], 80, Lang::En), None);
        let pages = ["https://www.voakorea.com/archive/1".to_owned()];
        let named = in_columns(&pages, 80, Lang::En);
        assert_eq!(named.as_deref(), Some("Source: VOA Korean"));
    }
}
