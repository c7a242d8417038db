//! Several things one after another, and how many more there are.

use crate::render::options::Lang;
use crate::render::pick;
use crate::trade::{Breakdown, Partner, Thing, named_of, without_capital};

/// `a, b and 3 more`, `a、b等（另3个）`, `a, b 외 3개`: at most `most` of them, and never one left.
pub(crate) fn few<T: ToString>(things: &[T], most: usize, lang: Lang) -> String {
    let shown = named_of(things.len(), most);
    let texts: Vec<String> = things[..shown].iter().map(T::to_string).collect();
    let more = things.len() - shown;
    let all = texts.join(if lang == Lang::Zh { "、" } else { ", " });
    match (more, lang) {
        (0, _) => all,
        (_, Lang::En) => format!("{all} and {more} more"),
        (_, Lang::Zh) => format!("{all}等（另{more}个）"),
        (_, Lang::Ko) => format!("{all} 외 {more}개"),
    }
}

/// `HS 2702, 2703, South Korea, province 21 (Liaoning)`: at most eight of `count` things.
pub(crate) fn things(things: &[Thing], count: usize, lang: Lang) -> String {
    const NAMED: usize = 8;
    let shown = named_of(count, NAMED).min(things.len());
    let mut texts: Vec<String> = Vec::new();
    let mut after_code = false;
    for thing in &things[..shown] {
        texts.push(match thing {
            Thing::Hs(code) if after_code => code.clone(),
            _ => one(thing, lang),
        });
        after_code = matches!(thing, Thing::Hs(_));
    }
    let all = texts.join(if lang == Lang::Zh { "、" } else { ", " });
    match (count.saturating_sub(shown), lang) {
        (0, _) => all,
        (more, Lang::En) => format!("{all} and {more} more"),
        (more, Lang::Zh) => format!("{all}等（另{more}个）"),
        (more, Lang::Ko) => format!("{all} 외 {more}개"),
    }
}

fn one(thing: &Thing, lang: Lang) -> String {
    match (thing, lang) {
        (Thing::Hs(code), _) => format!("HS {code}"),
        (Thing::Named(name), _) => name.to_string(),
        (Thing::Partner(place), _) => Partner::at(*place).map_or_else(
            || pick::pick(lang, "other partners", "其他伙伴", "그 밖의 상대국").to_owned(),
            |one| pick::pick(lang, &one.en, &one.zh, &one.ko).to_owned(),
        ),
        (Thing::Part(Breakdown::Group, part), _) => without_capital(pick::name(&part.name, lang)),
        (Thing::Part(..), Lang::En) => thing.to_string(),
        (Thing::Part(by, part), _) => {
            let [_, zh, ko] = crate::render::breakdown::words(*by);
            let by = pick::pick(lang, "", zh, ko);
            let name = pick::name(&part.name, lang);
            format!("{by} {} {name}", part.code).trim_end().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_is_named() {
        let said =
            |count: usize| Lang::ALL.map(|lang| few(&["a", "b", "c", "d"][..count], 2, lang));
        assert_eq!(
            said(4),
            ["a, b and 2 more", "a、b等（另2个）", "a, b 외 2개"]
        );
        assert_eq!(said(3), ["a, b, c", "a、b、c", "a, b, c"]);
    }
}
