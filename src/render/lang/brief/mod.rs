//! The statement of a month in words: two or three sentences, as a wire of each language runs them.

pub(super) mod numbers;
pub(super) mod part;

pub(crate) use part::Part;

use crate::render::Lang;
use crate::render::lang::{en, ko, zh};
use crate::report::Heading;
use crate::report::brief::{Brief, FlowBrief, StatedChange};

/// The sentences.
pub(crate) fn sentences(brief: &Brief, heading: &Heading, lang: Lang) -> Vec<String> {
    let sentences = match lang {
        Lang::En => en::brief::sentences(brief, heading),
        Lang::Zh => zh::brief::sentences(brief, heading),
        Lang::Ko => ko::brief::sentences(brief, heading),
    };
    sentences
        .into_iter()
        .filter(|one| !one.is_empty())
        .collect()
}

/// The news in one line: how the first flow whose change is known changed, and its streak; `None`
/// where no change is known. Without a full stop.
pub(crate) fn headline(brief: &Brief, heading: &Heading, lang: Lang) -> Option<String> {
    let is_known = |flow: &&FlowBrief| !matches!(flow.month.change, StatedChange::Unknown(_));
    let flow = brief.flows.iter().find(is_known)?;
    Some(match lang {
        Lang::En => en::brief::headline(flow, heading),
        Lang::Zh => zh::brief::headline(flow, heading),
        Lang::Ko => ko::brief::headline(flow, heading),
    })
}

/// What is said of one figure, on its own: `imports fell 37.9% in September 2017 from a year earlier`.
pub(crate) fn part(flow: &FlowBrief, part: Part, heading: &Heading, lang: Lang) -> String {
    match lang {
        Lang::En => en::brief::part(flow, part, heading),
        Lang::Zh => zh::brief::part(flow, part, heading),
        Lang::Ko => ko::brief::part(flow, part, heading),
    }
}

/// What is said of the balance; empty where it is nothing.
pub(crate) fn balance(brief: &Brief, heading: &Heading, lang: Lang) -> String {
    match lang {
        Lang::En => en::brief::balance(brief, heading),
        Lang::Zh => zh::brief::balance(brief, heading.currency),
        Lang::Ko => ko::brief::balance(brief, heading.currency),
    }
}
