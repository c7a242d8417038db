//! Lists of items, with the number of those that are not shown.

use crate::trade::{Thing, named_of};

/// Lists in one language.
pub(crate) trait Lists {
    /// The items, and the number of `more` items that are not shown.
    fn listed(&self, things: &[String], more: usize) -> String;
    /// An item whose name includes its kind: `province 21 (Liaoning)`.
    fn thing(&self, thing: &Thing) -> String;
}

/// `a, b and 3 more`: at most `most` items, and never a single one left out.
pub(crate) fn few<T: ToString>(things: &[T], most: usize, words: &dyn Lists) -> String {
    let shown = named_of(things.len(), most);
    let texts: Vec<String> = things[..shown].iter().map(T::to_string).collect();
    words.listed(&texts, things.len() - shown)
}

/// The first `count` names, and the number of others.
pub(crate) fn first_of<T: AsRef<str>>(names: &[T], count: usize, words: &dyn Lists) -> String {
    let texts: Vec<String> = names.iter().map(|name| name.as_ref().to_owned()).collect();
    words.listed(&texts, count.saturating_sub(names.len()))
}

/// `HS 2702, 2703, South Korea, province 21 (Liaoning)`: at most eight of `count` items.
pub(crate) fn things(things: &[Thing], count: usize, words: &dyn Lists) -> String {
    const NAMED: usize = 8;
    let shown = named_of(count, NAMED).min(things.len());
    let mut texts: Vec<String> = Vec::new();
    let mut after_code = false;
    for thing in &things[..shown] {
        texts.push(match thing {
            Thing::Hs(code) if after_code => code.clone(),
            Thing::Hs(code) => format!("HS {code}"),
            Thing::Named(name) => name.to_string(),
            thing => words.thing(thing),
        });
        after_code = matches!(thing, Thing::Hs(_));
    }
    words.listed(&texts, count.saturating_sub(shown))
}
