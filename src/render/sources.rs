//! Who published the figures, in one line.

use crate::render::options::Lang;
use crate::render::{labels, wrap};

/// How many publishers a line names.
const NAMED: usize = 3;

/// `Source: …`: up to four publishers, else three and how many more.
pub(super) fn line(sources: &[String], lang: Lang) -> Option<String> {
    let shown = if sources.len() > NAMED + 1 {
        NAMED
    } else {
        sources.len()
    };
    (!sources.is_empty()).then(|| with_rest(sources, shown, lang))
}

/// The same in one line of at most `columns`, with as many publishers as fit.
pub(super) fn in_columns(sources: &[String], columns: usize, lang: Lang) -> Option<String> {
    let mut counts = (1..=sources.len()).rev();
    let line = |count| with_rest(sources, count, lang);
    let fitting = counts.by_ref().map(line);
    let mut fitting = fitting.filter(|line| wrap::width(line) <= columns);
    let found = fitting.next();
    found.or_else(|| Some(wrap::shortened(sources.first()?, columns)))
}

fn with_rest(sources: &[String], shown: usize, lang: Lang) -> String {
    let (named, rest) = sources.split_at(shown.min(sources.len()));
    let (label, between) = match lang {
        Lang::En => ("Source: ", "; "),
        Lang::Zh => ("来源：", "；"),
        Lang::Ko => ("출처: ", "; "),
    };
    // A name that holds what stands between names would read as two.
    let named = named.iter().map(|name| name.replace("; ", ", "));
    let mut text = named.collect::<Vec<_>>().join(between);
    if !rest.is_empty() {
        text += &labels::and_more(rest.len(), lang);
    }
    format!("{label}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sources_and_how_many_more() {
        let sources: Vec<String> = ["a", "b", "c; d", "e", "f"].map(String::from).into();
        let said = |count| line(&sources[..count], Lang::En);
        assert_eq!(said(4).as_deref(), Some("Source: a; b; c, d; e"));
        assert_eq!(said(5).as_deref(), Some("Source: a; b; c, d and 2 more"));
        assert_eq!(said(0), None);
        let within = in_columns(&sources, 25, Lang::En);
        assert_eq!(within.as_deref(), Some("Source: a; b and 3 more"));
    }
}
