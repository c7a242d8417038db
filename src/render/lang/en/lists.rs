//! Lists of items.

use super::english::English;
use super::marks::MARKS;
use crate::render::lang::lists::Lists;
use crate::trade::{Breakdown, Partner, Thing, without_capital};

impl Lists for English {
    fn listed(&self, things: &[String], more: usize) -> String {
        let all = things.join(MARKS.list);
        match more {
            0 => all,
            more => format!("{all} and {more} more"),
        }
    }

    fn thing(&self, thing: &Thing) -> String {
        match thing {
            Thing::Partner(place) => Partner::at(*place)
                .map_or("other partners", |one| &one.en)
                .to_owned(),
            Thing::Part(Breakdown::Group, part) => without_capital(&part.name.en),
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
        let listed = |count: usize| few(&["a", "b", "c", "d"][..count], 2, &English);
        assert_eq!(listed(4), "a, b and 2 more");
        assert_eq!(listed(3), "a, b, c");
    }
}
