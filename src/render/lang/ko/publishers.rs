//! Who published a figure.

use super::korean::Korean;
use crate::render::lang::publishers::{PublishedBy, Publishers};

impl Publishers for Korean {
    fn published_by(&self, name: &PublishedBy) -> String {
        let quoting = name.quoting.as_ref().map(|one| format!("{one} 인용"));
        let copies = name.read_in.iter().map(|one| format!("{one} 전재"));
        let beside: Vec<String> = quoting
            .into_iter()
            .chain(name.behind.clone())
            .chain(copies)
            .collect();
        let mut text = name.who.clone();
        if !beside.is_empty() {
            text += &format!("({})", beside.join(", "));
        }
        text
    }

    fn computed_from(&self, publishers: &str) -> String {
        format!("{publishers}에서 계산")
    }

    fn both_publishers(&self, one: &str, other: &str) -> String {
        format!("{one}·{other}")
    }

    fn names_together(&self) -> &'static str {
        ", "
    }
}
