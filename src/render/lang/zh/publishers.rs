//! Who published a figure.

use super::chinese::Chinese;
use crate::render::lang::publishers::{PublishedBy, Publishers};

impl Publishers for Chinese {
    fn published_by(&self, name: &PublishedBy) -> String {
        let mut text = name.who.clone();
        if let Some(quoting) = &name.quoting {
            text += &format!("援引{quoting}");
        }
        if let Some(behind) = &name.behind {
            text += &format!("（{behind}）");
        }
        for copy in &name.read_in {
            text += &format!("，转自{copy}");
        }
        text
    }

    fn computed_from(&self, publishers: &str) -> String {
        format!("据{publishers}计算")
    }

    fn both_publishers(&self, one: &str, other: &str) -> String {
        format!("{one}和{other}")
    }

    fn names_together(&self) -> &'static str {
        "、"
    }
}
