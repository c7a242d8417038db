//! The publishers of the figures, in one line.

use crate::render::lang::labels::Label;
use crate::render::options::Lang;
use crate::render::{labels, lang, wrap};

/// `Source: …` on one line of at most `columns`, with as many publishers as fit. The copies from
/// which they were read are shown by `--sources`.
pub(super) fn in_columns(sources: &[String], columns: usize, lang: Lang) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let name = without_copy(source);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let lines = (1..=names.len()).rev();
    let mut lines = lines.map(|count| with_rest(&names, count, lang));
    let fitting = lines.find(|line| wrap::width(line) <= columns);
    // A name is never cut off; if it does not fit, the line is wrapped.
    fitting.or_else(|| (!names.is_empty()).then(|| with_rest(&names, 1, lang)))
}

/// `Sankei (GACC table)` for `Sankei (GACC table) copy on 5ch`, `voakorea.com` for an address.
fn without_copy(source: &str) -> String {
    let marks = [
        " copy on ",
        " copy in ",
        " (copy in ",
        " (copy on ",
        ", copy ",
    ];
    let end = marks.iter().filter_map(|mark| source.find(mark)).min();
    let name = &source[..end.unwrap_or(source.len())];
    // For a page without a publisher, the host is shown; `--sources` gives the full address.
    let page = ["https://", "http://"]
        .iter()
        .find_map(|scheme| name.strip_prefix(scheme));
    let host = page.and_then(|page| page.split('/').next());
    let host = host.map(|host| host.strip_prefix("www.").unwrap_or(host));
    host.unwrap_or(name).to_owned()
}

fn with_rest(sources: &[String], shown: usize, lang: Lang) -> String {
    let (named, rest) = sources.split_at(shown.min(sources.len()));
    let marks = lang::marks(lang);
    let label = lang::wording(lang).label(Label::Source);
    // A name that contains the separator would look like two names.
    let named = named.iter().map(|name| name.replace("; ", ", "));
    let mut text = named.collect::<Vec<_>>().join(marks.semicolon);
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
        let sources: Vec<String> = ["a", "b", "c; d", "e copy on f", "e"]
            .map(String::from)
            .into();
        let within = |columns| in_columns(&sources, columns, Lang::En);
        assert_eq!(within(80).as_deref(), Some("Source: a; b; c, d; e"));
        assert_eq!(within(20).as_deref(), Some("Source: a and 3 more"));
        assert_eq!(within(10).as_deref(), Some("Source: a and 3 more"));
        assert_eq!(in_columns(&[], 80, Lang::En), None);
        let pages = ["https://www.voakorea.com/archive/1".to_owned()];
        let named = in_columns(&pages, 80, Lang::En);
        assert_eq!(named.as_deref(), Some("Source: voakorea.com"));
    }
}
