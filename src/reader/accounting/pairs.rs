//! Abbreviated pairs of countries: `中美贸易`, `한중 교역`, `Sino-Russian`.

use crate::reader::accounting::scan_words::PAIRS;
use crate::reader::accounting::words::Link;
use crate::trade::Partner;

/// One-letter country names, valid only in a pair.
const LETTERS: [(char, &str); 23] = [
    ('中', "142"),
    ('美', "502"),
    ('俄', "344"),
    ('日', "116"),
    ('韩', "133"),
    ('韓', "133"),
    ('朝', "109"),
    ('英', "303"),
    ('德', "304"),
    ('法', "305"),
    ('印', "111"),
    ('越', "141"),
    ('蒙', "124"),
    ('중', "142"),
    ('미', "502"),
    ('러', "344"),
    ('일', "116"),
    ('한', "133"),
    ('북', "109"),
    ('조', "109"),
    ('베', "141"),
    ('몽', "124"),
    ('영', "303"),
];

/// Words that must follow a pair of one-letter names.
const AFTER: [&str; 22] = [
    "贸易",
    "貿易",
    "经贸",
    "經貿",
    "双边",
    "雙邊",
    "进出口",
    "進出口",
    "进口",
    "進口",
    "出口",
    "商品",
    "货物",
    "两国",
    "之间",
    "间",
    "間",
    "교역",
    "무역",
    "수출",
    "수입",
    "양국",
];

/// First halves of English pairs: `Sino-`.
const PREFIXES: [(&str, &str); 2] = [("sino", "142"), ("russo", "344")];

/// The countries of the pair at the start of `text` with the words that link them, and its length;
/// `country` recognises the name of a country.
pub(super) fn pair(
    text: &str,
    country: fn(&str) -> Option<(u16, usize)>,
) -> Option<(Vec<(Option<Link>, u16)>, usize)> {
    listed(text)
        .or_else(|| in_letters(text).filter(|(_, length)| !is_name(text, country, *length)))
        .or_else(|| linked_letter(text))
        .or_else(|| prefixed(text, country))
}

fn listed(text: &str) -> Option<(Vec<(Option<Link>, u16)>, usize)> {
    let (pair, parts) = PAIRS.iter().find(|(pair, _)| text.starts_with(pair))?;
    // As part of a longer name, `对朝鲜`, `대중국` and `한중` are read as the longer words.
    let goes_on =
        text[pair.len()..].starts_with(['鲜', '鮮', '국', '동', '미', '国', '國', '东', '東']);
    if goes_on {
        return None;
    }
    let parts = parts
        .iter()
        .filter_map(|(code, link)| Some((*link, Partner::by_code(code)?)));
    Some((parts.collect(), pair.len()))
}

fn in_letters(text: &str) -> Option<(Vec<(Option<Link>, u16)>, usize)> {
    let one = |text: &str| {
        let first = text.chars().next()?;
        let (letter, code) = LETTERS.iter().find(|(letter, _)| *letter == first)?;
        Some((letter.len_utf8(), Partner::by_code(code)?))
    };
    let (length, first) = one(text)?;
    let between = text[length..]
        .chars()
        .next()
        .filter(|c| matches!(c, '·' | '・' | '-' | '–'));
    let start = length + between.map_or(0, char::len_utf8);
    let (length, second) = one(&text[start..])?;
    let is_followed = is_followed(&text[start + length..]);
    let both = vec![(None, first), (Some(Link::And), second)];
    (first != second && is_followed).then_some((both, start + length))
}

/// Whether the letters are the name of one country: `북한` is no trade of the North with the South.
fn is_name(text: &str, country: fn(&str) -> Option<(u16, usize)>, length: usize) -> bool {
    country(text).is_some_and(|(_, name)| name >= length)
}

/// Whether a one-letter name may end before this text.
fn is_followed(rest: &str) -> bool {
    let next = rest.trim_start();
    AFTER.iter().any(|word| next.starts_with(word)) || next.is_empty()
}

/// A one-letter name after a word that links it: `对韩进口`, `대일 수출`.
fn linked_letter(text: &str) -> Option<(Vec<(Option<Link>, u16)>, usize)> {
    let links = [
        ('对', Link::To),
        ('對', Link::To),
        ('向', Link::To),
        ('自', Link::From),
        ('从', Link::From),
        ('由', Link::From),
        ('与', Link::With),
        ('대', Link::To),
    ];
    let mut letters = text.char_indices();
    let ((_, first), (at, second)) = (letters.next()?, letters.next()?);
    let (_, link) = links.into_iter().find(|(letter, _)| *letter == first)?;
    let (_, code) = LETTERS.iter().find(|(letter, _)| *letter == second)?;
    let length = at + second.len_utf8();
    // `대한` is also `on`, and `대조` a comparison.
    let is_word = first == '대' && matches!(second, '한' | '조');
    let is_name = !is_word && is_followed(&text[length..]);
    is_name.then_some((vec![(Some(link), Partner::by_code(code)?)], length))
}

fn prefixed(
    text: &str,
    country: fn(&str) -> Option<(u16, usize)>,
) -> Option<(Vec<(Option<Link>, u16)>, usize)> {
    let (prefix, code) = PREFIXES
        .iter()
        .find(|(prefix, _)| text.starts_with(prefix))?;
    let dash = text[prefix.len()..].chars().next()?;
    let start = prefix.len() + dash.len_utf8();
    let is_dash = matches!(dash, '-' | '–' | '‐' | ' ');
    let (second, length) = country(text.get(start..).filter(|_| is_dash)?)?;
    let both = vec![(None, Partner::by_code(code)?), (Some(Link::And), second)];
    Some((both, start + length))
}
