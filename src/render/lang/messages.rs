//! Messages of what went wrong, in Chinese and Korean, by their English text: errors say themselves
//! in English where they stand, and `errors.po` of each language has its line for every one. `{}`
//! stands for what a message names.

use super::catalog::ERRORS;
use super::dates;
use crate::render::options::Lang;
use crate::trade::Partner;

/// A message with its lines, as the program says it in English, in another language.
pub fn message(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let lines: Vec<String> = text.lines().map(|line| in_lines(line, lang)).collect();
    lines.join("\n")
}

fn in_lines(line: &str, lang: Lang) -> String {
    let labels = match lang {
        Lang::Zh => ["  应为：", "  提示："],
        _ => ["  바른 값: ", "  도움말: "],
    };
    for (english, label) in ["  expected: ", "  help: "].into_iter().zip(labels) {
        if let Some(rest) = line.strip_prefix(english) {
            return format!(
                "{label}{}",
                translated(rest, english.contains("expected"), lang)
                    .unwrap_or_else(|| rest.to_owned())
            );
        }
    }
    // The place comes first, what stood there last: `a.csv:2:26: unknown unit: `milion``.
    let starts = line.match_indices(": ").map(|(at, mark)| at + mark.len());
    for start in std::iter::once(0).chain(starts) {
        let (place, said) = line.split_at(start);
        if let Some(said) = translated(said, false, lang) {
            return format!("{place}{said}");
        }
        if let Some((what, found)) = said.rsplit_once(": `")
            && let Some(what) = translated(what, false, lang)
        {
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            return format!("{place}{what}{colon}`{found}");
        }
    }
    line.to_owned()
}

/// The message in the language, where it has a line: as a whole, or piece by piece.
fn translated(text: &str, typed: bool, lang: Lang) -> Option<String> {
    let entries = ERRORS.entries(lang).iter();
    let found =
        entries.filter_map(|(english, other)| Some((english, other, named(english, text)?)));
    // Of several, the one that says most itself.
    let own_words = |english: &str| english.len() - 2 * english.matches("{}").count();
    let best = found.max_by_key(|(english, ..)| own_words(english));
    match best {
        Some((_, other, named)) => Some(filled(other, &named, typed, lang)),
        None => in_pieces(text, typed, lang),
    }
}

/// What a message names, put into the places of its translation: `{}` one after another, `{2}` the
/// second.
fn filled(words: &str, named: &[&str], typed: bool, lang: Lang) -> String {
    let mut said = String::new();
    let mut rest = words;
    let mut next = 0;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let at = place.parse::<usize>().map_or(next, |place| place - 1);
        next = at + 1;
        said.push_str(before);
        if let Some(text) = named.get(at) {
            said.push_str(&in_words(text, typed, lang));
        }
        rest = after;
    }
    said + rest
}

/// Messages one after another, each of which has a line; or a choice of words that are typed.
fn in_pieces(text: &str, typed: bool, lang: Lang) -> Option<String> {
    let semicolon = if lang == Lang::Zh { "；" } else { "; " };
    let and = if lang == Lang::Zh { "和" } else { ", " };
    for (between, said) in [("; ", semicolon), (" and ", and)] {
        if !text.contains(between) {
            continue;
        }
        let pieces = text.split(between);
        let pieces: Option<Vec<String>> = pieces
            .map(|piece| {
                match piece
                    .strip_prefix('`')
                    .is_some_and(|rest| rest.ends_with('`'))
                {
                    true => Some(piece.to_owned()),
                    false => translated(piece, typed, lang),
                }
            })
            .collect();
        if let Some(pieces) = pieces {
            return Some(pieces.join(said));
        }
    }
    let (all_but_last, last) = text.rsplit_once(" or ")?;
    let typed = |word: &str| {
        let is_quoted = word.len() > 1 && word.starts_with('`') && word.ends_with('`');
        is_quoted && word.matches('`').count() == 2 || !word.is_empty() && !word.contains(' ')
    };
    let or = if lang == Lang::Zh { "或" } else { " 또는 " };
    let comma = if lang == Lang::Zh { "、" } else { ", " };
    let words: Vec<&str> = all_but_last.split(", ").collect();
    let all = words.iter().chain([&last]).all(|word| typed(word));
    all.then(|| format!("{}{or}{last}", words.join(comma)))
}

/// What a message names in the places of its pattern. A place before the message is none of it.
fn named<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let end = match (is_last, part.is_empty()) {
            (true, true) => rest.len(),
            (true, false) => rest.strip_suffix(part)?.len(),
            (false, _) => rest.find(part)?,
        };
        let name = rest.get(..end)?;
        if at == 0 && pattern.starts_with("{}") && name.contains(": ") {
            return None;
        }
        found.push(name);
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(found)
}

/// A month, a date, a currency, a flow among what is named, or several; `typed`: what may be typed
/// stands as it is.
fn in_words(named: &str, typed: bool, lang: Lang) -> String {
    let is_date = matches!(named.len(), 7 | 10)
        && named.starts_with(|one: char| one.is_ascii_digit())
        && named.split('-').all(|part| part.parse::<u32>().is_ok());
    match (named, lang) {
        ("USD", Lang::Zh) => return "美元".to_owned(),
        ("CNY", Lang::Zh) => return "人民币".to_owned(),
        ("USD", Lang::Ko) => return "달러".to_owned(),
        ("CNY", Lang::Ko) => return "위안".to_owned(),
        _ if is_date => return dates::day(named, lang),
        _ => {}
    }
    if let Some(said) = translated(named, typed, lang).filter(|_| named.contains(' ') || !typed) {
        return said;
    }
    let one = |one| match translated(one, typed, lang).filter(|_| !typed) {
        Some(said) => said,
        None => partner(one, lang),
    };
    let names: Vec<String> = named.split(", ").map(one).collect();
    names.join(", ")
}

/// `South Korea (133)`: a partner with its code; anything else stands as it is.
fn partner(named: &str, lang: Lang) -> String {
    let code = named
        .strip_suffix(')')
        .and_then(|named| named.rsplit_once(" ("));
    let found = code.and_then(|(name, code)| {
        let partner = Partner::at(Partner::find(code)?)?;
        (*partner.en == *name).then_some((partner, code))
    });
    match (found, lang) {
        (Some((partner, code)), Lang::Zh) => format!("{}（{code}）", partner.zh),
        (Some((partner, code)), Lang::Ko) => format!("{}({code})", partner.ko),
        _ => match (Partner::table().iter().find(|one| *one.en == *named), lang) {
            (Some(partner), Lang::Zh) => partner.zh.to_string(),
            (Some(partner), Lang::Ko) => partner.ko.to_string(),
            _ => named.to_owned(),
        },
    }
}

#[cfg(test)]
#[path = "messages_of_errors.rs"]
mod of_errors;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_place_and_what_stood_there() {
        let text = "tradecheck: a.csv:2:26: unknown unit: `milion`\n  help: download it again";
        assert_eq!(
            message(text, Lang::Zh),
            "tradecheck: a.csv:2:26: 无法识别的单位：`milion`\n  提示：请重新下载"
        );
        assert_eq!(
            message(text, Lang::Ko),
            "tradecheck: a.csv:2:26: 알 수 없는 단위: `milion`\n  도움말: 다시 내려받기"
        );
        assert_eq!(message(text, Lang::En), text);
    }

    #[test]
    fn what_is_named_is_said_in_the_language() {
        let text = "2030-01 is outside the data: USD figures run from 2013-01 to 2026-06";
        assert_eq!(
            message(text, Lang::Zh),
            "2030年1月不在数据范围内：美元数据始于2013年1月、止于2026年6月"
        );
        assert_eq!(message("nobody knows this", Lang::Ko), "nobody knows this");
    }

    #[test]
    fn every_line_names_the_same_things_in_each_language() {
        for lang in [Lang::Zh, Lang::Ko] {
            for (english, other) in ERRORS.entries(lang) {
                let places = english.matches("{}").count();
                assert_eq!(other.matches('{').count(), places, "{english}: {other}");
            }
        }
    }
}
