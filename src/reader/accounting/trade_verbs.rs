//! Verbs and nouns of trade that have a flow with the preposition behind them: `purchases from`.

use crate::trade::Flow;

/// The flow of such a word at the start of `text`, and its length.
pub(super) fn flow(text: &str) -> Option<(Flow, usize)> {
    const WORDS: [(&str, &[(&str, Flow)]); 6] = [
        ("purchases", &[("from", Flow::Import)]),
        ("purchased", &[("from", Flow::Import)]),
        ("bought", &[("from", Flow::Import)]),
        ("sales", &[("to", Flow::Export)]),
        ("sold", &[("to", Flow::Export)]),
        ("shipments", &[("from", Flow::Import), ("to", Flow::Export)]),
    ];
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    WORDS.iter().find_map(|(word, links)| {
        let rest = text.strip_prefix(word)?.strip_prefix(' ')?;
        let links = links.iter();
        let mut linked = links.filter(|(link, _)| rest.strip_prefix(link).is_some_and(ends));
        linked.next().map(|(_, flow)| (*flow, word.len()))
    })
}
