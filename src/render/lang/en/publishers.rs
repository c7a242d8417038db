//! Who published a figure.

use super::english::English;
use crate::render::lang::publishers::{PublishedBy, Publishers};

impl Publishers for English {
    fn published_by(&self, name: &PublishedBy) -> String {
        let mut text = name.who.clone();
        if let Some(quoting) = &name.quoting {
            text += &format!(" quoting {quoting}");
        }
        if let Some(behind) = &name.behind {
            text += &format!(" ({behind})");
        }
        for copy in &name.read_in {
            text += &format!(" via {copy}");
        }
        text
    }

    fn computed_from(&self, publishers: &str) -> String {
        format!("computed from {publishers}")
    }

    fn both_publishers(&self, one: &str, other: &str) -> String {
        format!("{one} and {other}")
    }

    fn names_together(&self) -> &'static str {
        ", "
    }
}
