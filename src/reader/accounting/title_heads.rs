//! Judges the titles that name a flow or a partner as the heads of columns are judged: a word that is
//! not understood may narrow what the table holds.

use super::title_words::{is_plain, without_phrases};
use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::scan::{self, PieceKind};
use crate::reader::cells::vocabulary;
use crate::trade::{Flow, Partner};

/// Words that begin a remark within a title: where a table is from, when it was made, by whom.
const REMARKS: [&str; 47] = [
    "source",
    "sources",
    "data source",
    "data from",
    "downloaded",
    "download date",
    "extracted",
    "exported on",
    "retrieved",
    "accessed",
    "updated",
    "last updated",
    "last update",
    "prepared by",
    "compiled by",
    "compiled from",
    "copy for",
    "prepared for",
    "created",
    "generated",
    "made by",
    "contact",
    "copyright",
    "©",
    "(c)",
    "author",
    "authors",
    "note",
    "notes",
    "see ",
    "来源",
    "资料来源",
    "数据来源",
    "更新",
    "下载",
    "制作",
    "作者",
    "注",
    "备注",
    "说明",
    "出所",
    "출처",
    "자료",
    "작성",
    "주:",
    "비고",
    "조회일",
];

/// Verbs after which a sentence tells news of the trade, not what the table holds.
const VERBS: &str = "is are was were be been has have had do does did may might can could should must will would \
fall falls fell fallen falling rise rises rose risen rising drop drops dropped dropping decline declines declined declining \
plunge plunges plunged plunging slump slumps slumped slumping tumble tumbles tumbled shrink shrinks shrank sink sinks sank \
slide slides slid surge surges surged surging jump jumps jumped jumping soar soars soared soaring climb climbs climbed \
recover recovers recovered rebound rebounds rebounded resume resumes resumed collapse collapses collapsed dry dries dried halve halves \
halved double doubles doubled grow grows grew hit hits reach reaches reached remain remains remained stay stays stayed continue continues \
continued show shows showed tell tells suggest suggests matter matters bite bites bit slow slows slowed expand expands expanded \
include includes included exclude excludes cover covers covered contain contains contained refer refers relate relates changed \
下降 上升 下滑 骤降 暴跌 锐减 减少 增加 回升 恢复 萎缩 大增 大跌 创 继续 持续 \
감소 증가 급감 급증 회복 급락 하락 상승 재개 줄어 늘어";

/// Words that begin a question.
const QUESTIONS: [&str; 6] = ["how", "why", "what", "who", "where", "does"];

/// Nouns for those who collect tables, and for what they publish.
const OFFICES: &str = "institute institutes university center centre college school foundation council association federation \
academy society chamber embassy review journal magazine studies newsletter herald";
const OFFICES_ELSEWHERE: [&str; 14] = [
    "研究院",
    "研究所",
    "大学",
    "研究中心",
    "学院",
    "协会",
    "出版社",
    "협회",
    "연구원",
    "연구소",
    "대학교",
    "리뷰",
    "신문",
    "研究會",
];

/// Whether a line is the name of an office or a journal, which says nothing of the trade by the
/// countries in it: `Institute of North Korean Studies`.
pub(crate) fn is_of_office(text: &str) -> bool {
    let plain = vocabulary::plain(text);
    let mut words = plain.split(|c: char| !c.is_alphanumeric());
    let is_office = words.any(|word| !word.is_empty() && OFFICES.split(' ').any(|one| one == word))
        || OFFICES_ELSEWHERE.iter().any(|one| plain.contains(one));
    is_office && {
        let meaning = TextMeaning::of(text);
        meaning.flows.is_empty() && !names_trade(&plain)
    }
}

/// Whether a line has a statistic of each column, as in the head of a CEIC series: `Mean,200.1,250.3`.
pub(crate) fn is_of_statistics(text: &str) -> bool {
    const NAMES: [&str; 11] = [
        "mean",
        "median",
        "variance",
        "standard deviation",
        "skewness",
        "kurtosis",
        "coefficient variation",
        "min",
        "max",
        "no. of obs",
        "no. of obs.",
    ];
    let mut cells = text.split([',', '\t', ';']);
    let is_name = |cell: &str| NAMES.contains(&&*vocabulary::plain(cell));
    let is_number = |cell: &str| cell.trim().is_empty() || cell.trim().parse::<f64>().is_ok();
    let name = cells.next().filter(|name| is_name(name));
    // A single word is a title.
    name.is_some_and(|name| name.len() < text.len()) && cells.all(is_number)
}

/// Words of a title that may narrow what the table holds: those that neither a list of words nor its
/// place explains. `None` if the title names neither a flow nor a partner, or all is understood.
pub(super) fn leftover(text: &str, meaning: &TextMeaning) -> Option<String> {
    let plain = vocabulary::plain(text);
    let is_head = !meaning.flows.is_empty()
        || !meaning.partners.is_empty()
        || meaning.china && names_trade(&plain);
    if !is_head || is_of_office(text) {
        return None;
    }
    let text = vocabulary::words_apart(text);
    segments(&text).find_map(|segment| left_in(&without_phrases(segment), meaning))
}

/// Whether a line below a table is its caption rather than a note: `China's imports from North Korea`.
pub(super) fn is_caption(text: &str, meaning: &TextMeaning) -> bool {
    const LONGEST: usize = 12;
    const OF_SENTENCES: [&str; 8] = ["为", "是", "按", "系", "임", "함", "다.", "음"];
    !meaning.flows.is_empty()
        && !is_remark(text)
        && text.starts_with(char::is_alphabetic)
        && text.split_whitespace().count() <= LONGEST
        && !OF_SENTENCES.iter().any(|end| text.contains(end))
}

fn names_trade(plain: &str) -> bool {
    ["trade", "贸易", "貿易", "무역", "교역"]
        .iter()
        .any(|word| plain.contains(word))
}

/// The parts of a title between brackets and full stops, without its remarks.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    let signs = [
        '(', ')', '[', ']', '（', '）', '【', '】', '<', '>', ';', '；', '|', '。', '\n', '"',
    ];
    let parts = text.split(signs).flat_map(sentences);
    parts.filter(|part| !is_remark(part)).map(without_remark)
}

/// The sentences of a text: a full stop behind a single letter is that of a name, `J. Smith`.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, stop) in text.match_indices(". ") {
        let word = text[begin..at].rsplit(|c: char| !c.is_alphanumeric());
        let is_initial = word.take(1).any(|word| word.chars().count() == 1);
        if !is_initial {
            found.push(&text[begin..at]);
            begin = at + stop.len();
        }
    }
    found.push(&text[begin..]);
    found
}

pub(super) fn is_remark(part: &str) -> bool {
    let plain = vocabulary::plain(part);
    let plain = plain.trim_start();
    REMARKS.iter().any(|word| {
        let rest = plain.strip_prefix(word);
        rest.is_some_and(|rest| {
            !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        })
    })
}

/// A part up to a remark within it: `China's imports, source: GACC`.
fn without_remark(part: &str) -> &str {
    let ends = part
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '，' | '、' | '-' | '–' | '—' | '/'));
    let end = ends
        .map(|(at, c)| (at, at + c.len_utf8()))
        .find(|(_, next)| is_remark(&part[*next..]));
    end.map_or(part, |(at, _)| &part[..at])
}

/// The words of a part that are not understood.
fn left_in(part: &str, meaning: &TextMeaning) -> Option<String> {
    let pieces = scan::pieces(part);
    let is_verb = |word: &str| VERBS.split_whitespace().any(|verb| verb == word);
    if pieces
        .first()
        .is_some_and(|first| QUESTIONS.contains(&&*first.text))
    {
        return None;
    }
    let mut left: Vec<&str> = Vec::new();
    for piece in &pieces {
        let word = &*piece.text;
        let begins_news = match piece.kind {
            PieceKind::Unknown if word.is_ascii() => is_verb(word),
            PieceKind::Unknown => VERBS
                .split_whitespace()
                .any(|verb| !verb.is_ascii() && word.contains(verb)),
            _ => false,
        };
        if begins_news {
            break;
        }
        let is_left = match piece.kind {
            PieceKind::Unknown => !is_plain(word) && !is_code_of(word, meaning),
            PieceKind::Number => is_code(word),
            // `Net imports` are no imports.
            PieceKind::Flow(Flow::Balance) => word.starts_with("net "),
            _ => false,
        };
        match (is_left, left.is_empty()) {
            (true, _) => left.push(word),
            (false, false) => break,
            (false, true) => {}
        }
    }
    let joined = [left.join(" "), left.join("-"), left.join("")];
    let plain = vocabulary::plain(part);
    let stands = joined
        .into_iter()
        .find(|words| !words.is_empty() && plain.contains(words.as_str()));
    stands.or_else(|| left.first().map(|word| (*word).to_owned()))
}

/// Whether a word is the code of a country that the title names: `North Korea (KP)`.
fn is_code_of(word: &str, meaning: &TextMeaning) -> bool {
    let is_named = |place: u16| meaning.partners.contains(&place) || is_china(place);
    matches!(word.len(), 2 | 3) && Partner::find(word).is_some_and(is_named)
}

/// Whether a text is a number that may be a code of goods, and no date.
pub(super) fn is_code(number: &str) -> bool {
    let begins = |from: &[&str]| from.iter().any(|year| number.starts_with(year));
    // No heading of goods has the number of a resolution of the Security Council on North Korea.
    const RESOLUTIONS: [&str; 10] = [
        "1718", "1874", "2087", "2094", "2270", "2321", "2356", "2371", "2375", "2397",
    ];
    let is_date = matches!(number.len(), 4 | 6 | 8) && begins(&["19", "20"]);
    matches!(number.len(), 4 | 6 | 8 | 10)
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !is_date
        && !RESOLUTIONS.contains(&number)
}

#[cfg(test)]
mod tests;
