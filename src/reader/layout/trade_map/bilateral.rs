//! Heads of Trade Map's bilateral tables, which name both countries: `China's imports from Japan - Value in
//! 2016-M09`. Beside the trade of the two stand the exports of the one to the world, and the imports of
//! the other from it.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::trade::{Flow, Perspective};

/// Whose trade a column has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sides {
    /// China's imports or exports, and the partner.
    OfChina(Flow, u16),
    /// The same trade as the partner tells it, or trade with the world.
    OfOthers,
}

/// Whose trade a head names beside its value, and the rest of the head, in lower case: `value in
/// 2016-m09`.
pub(super) fn sides(head: &str) -> Option<(Sides, String)> {
    const VALUE: &str = "value in ";
    let at = head.find(VALUE)?;
    let (before, value) = head.split_at(at);
    let end = value[VALUE.len()..]
        .find(' ')
        .map_or(value.len(), |end| VALUE.len() + end);
    let (value, after) = value.split_at(end);
    let words = format!("{before} {after}");
    let words = words.trim().trim_end_matches('-').trim();
    let meaning = TextMeaning::of(words);
    let flow = meaning
        .flow()
        .filter(|flow| matches!(flow, Flow::Import | Flow::Export))?;
    let is_named = meaning.china || !meaning.partners.is_empty();
    if !is_named || !meaning.unknown.is_empty() {
        return None;
    }
    let is_of_china = meaning.china && meaning.side == WhoseTrade::Of(Perspective::Reporter);
    let sides = match meaning.partner() {
        Some(partner) if is_of_china && meaning.names.is_empty() => Sides::OfChina(flow, partner),
        _ => Sides::OfOthers,
    };
    Some((sides, value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Partner;

    #[test]
    fn heads_of_two_countries_tell_whose_trade_they_are() {
        let korea = Partner::by_code("109").unwrap();
        let value = "value in 2016-m09".to_owned();
        for (head, sides_of) in [
            (
                "china's imports from korea, democratic people's republic of - value in 2016-m09",
                Some(Sides::OfChina(Flow::Import, korea)),
            ),
            (
                "china's exports to korea, democratic people's republic of value in 2016-m09",
                Some(Sides::OfChina(Flow::Export, korea)),
            ),
            (
                "value in 2016-m09 china's imports from korea, democratic people's republic of",
                Some(Sides::OfChina(Flow::Import, korea)),
            ),
            (
                "korea, democratic people's republic of's exports to world value in 2016-m09",
                Some(Sides::OfOthers),
            ),
            (
                "china's imports from world value in 2016-m09",
                Some(Sides::OfOthers),
            ),
            (
                "korea, democratic people's republic of's exports to china value in 2016-m09",
                Some(Sides::OfOthers),
            ),
            ("china's imports of coal by truck value in 2016-m09", None),
            ("value in 2016-m09", None),
        ] {
            let found = sides(head);
            assert_eq!(found.as_ref().map(|(sides, _)| *sides), sides_of, "{head}");
            assert!(found.is_none_or(|(_, rest)| rest == value), "{head}");
        }
    }
}
