//! Lists of items.

use super::chinese::Chinese;
use super::marks::MARKS;
use crate::render::lang::labels::Labels;
use crate::render::lang::lists::Lists;
use crate::trade::{Breakdown, Partner, Thing, without_capital};

impl Lists for Chinese {
    fn listed(&self, things: &[String], more: usize) -> String {
        let all = things.join(MARKS.list);
        match more {
            0 => all,
            more => format!("{all}等（另{more}个）"),
        }
    }

    fn thing(&self, thing: &Thing) -> String {
        match thing {
            Thing::Partner(place) => Partner::at(*place)
                .map_or("其他伙伴", |one| &one.zh)
                .to_owned(),
            Thing::Part(Breakdown::Group, part) => without_capital(&part.name.zh),
            Thing::Part(by, part) => {
                let text = format!("{} {} {}", self.part_of(*by), part.code, part.name.zh);
                text.trim_end().to_owned()
            }
            _ => thing.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::lang::lists::few;

    #[test]
    fn one_more_is_named() {
        let listed = |count: usize| few(&["a", "b", "c", "d"][..count], 2, &Chinese);
        assert_eq!(listed(4), "a、b等（另2个）");
        assert_eq!(listed(3), "a、b、c");
    }
}
