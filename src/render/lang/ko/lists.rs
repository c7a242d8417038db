//! Lists of items.

use super::korean::Korean;
use super::marks::MARKS;
use crate::render::lang::labels::Labels;
use crate::render::lang::lists::Lists;
use crate::trade::{Breakdown, Partner, Thing, without_capital};

impl Lists for Korean {
    fn listed(&self, things: &[String], more: usize) -> String {
        let all = things.join(MARKS.list);
        match more {
            0 => all,
            more => format!("{all} 외 {more}개"),
        }
    }

    fn thing(&self, thing: &Thing) -> String {
        match thing {
            Thing::Partner(place) => Partner::at(*place)
                .map_or("그 밖의 상대국", |one| &one.ko)
                .to_owned(),
            Thing::Part(Breakdown::Group, part) => without_capital(&part.name.ko),
            Thing::Part(by, part) => {
                let text = format!("{} {} {}", self.part_of(*by), part.code, part.name.ko);
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
        let listed = |count: usize| few(&["a", "b", "c", "d"][..count], 2, &Korean);
        assert_eq!(listed(4), "a, b 외 2개");
        assert_eq!(listed(3), "a, b, c");
    }
}
