//! Judges free text (titles, notes, names), which is heeded, harmless or in doubt.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::neutral_words::{says_neutral, sentences, tells_kind};
use crate::reader::accounting::notes;
use crate::reader::accounting::offices::{condition_on_country, other_customs};
use crate::reader::accounting::others;
use crate::reader::accounting::title_heads::{self, is_code};
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::trade::{Perspective, TextKind, Unit};

/// A text of a file, to be judged after the rows are read.
#[derive(Clone, Debug)]
pub(crate) struct FileText {
    pub part: TextKind,
    pub line: u64,
    pub text: String,
    /// The parts that the layout has used.
    pub applied: Applied,
}

/// The parts of a text that a layout has used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Applied {
    pub partner: bool,
    pub side: bool,
    pub cumulative: bool,
    /// The unit and the currency.
    pub unit: bool,
    pub anything: bool,
}

/// Dimensions that a note below a table may mention without raising a doubt. Such notes explain how
/// the figures were made, or where they come from.
const NO_DOUBT_IN_A_NOTE: [Dimension; 10] = [
    Dimension::Change,
    Dimension::Quantity,
    Dimension::Price,
    Dimension::Share,
    Dimension::Index,
    Dimension::ReleaseStatus,
    Dimension::Period,
    Dimension::TradeMode,
    Dimension::Province,
    Dimension::Services,
];
/// The only dimensions considered in a file name, since file names are chosen in haste.
const DOUBT_IN_A_NAME: [Dimension; 10] = [
    Dimension::Cumulative,
    Dimension::Share,
    Dimension::Index,
    Dimension::Adjusted,
    Dimension::ReExports,
    Dimension::Good,
    Dimension::Province,
    Dimension::TradeMode,
    Dimension::Estimate,
    Dimension::Services,
];
const SOURCES: [&str; 10] = [
    "source",
    "data source",
    "资料来源",
    "数据来源",
    "来源",
    "출처",
    "자료:",
    "자료 :",
    "자료：",
    "자료출처",
];

/// Words before the office that compiled the figures.
const OF_SOURCE: [&str; 7] = [
    "data of ",
    "data from ",
    "figures of ",
    "figures from ",
    "statistics of ",
    "statistics from ",
    "according to ",
];

/// Whether a note says what the figures are, as a title does, rather than how they were made: `values
/// are indices`, `Liaoning only`, or nothing but such words.
fn told_of_all(text: &str, plain: &str, meaning: &TextMeaning) -> bool {
    const TELLS: [&str; 28] = [
        " exclud",
        "not includ",
        "without ",
        "refer to",
        "relate to",
        "covers ",
        "cover ",
        "不含",
        "不包括",
        "제외",
        "values are",
        "figures are",
        "data are",
        "values in",
        "figures in",
        "data in",
        "data for",
        "figures for",
        "values for",
        "shown are",
        " only",
        "solely",
        "exclusively",
        "仅",
        "只含",
        "数值为",
        "만 포함",
        "만 집계",
    ];
    let is_short = |clause: &str| clause.split_whitespace().count() <= 8;
    let tells = |clause: &str| TELLS.iter().any(|phrase| clause.contains(phrase));
    let names = |clause: &str| !TextMeaning::of(clause).names.is_empty();
    let mut clauses = plain.split(['.', ';', ',', '。', '；', '，', '(', ')']);
    let is_told = clauses.any(|clause| is_short(clause) && tells(clause) && names(clause));
    let is_bare = says_neutral(meaning) && !meaning.names.is_empty();
    is_told || (is_bare || sentences(text).any(tells_kind)) && !notes::is_of_ban(plain, meaning)
}

/// Phrases for a country's trade with the whole world.
const WITH_THE_WORLD: [&str; 14] = [
    "foreign trade",
    "external trade",
    "overseas trade",
    "trade with the world",
    "total exports and imports",
    "total imports and exports",
    "total value of imports and exports",
    "对外贸易",
    "外贸",
    "进出口总值",
    "进出口总额",
    "货物贸易",
    "대외무역",
    "대외 무역",
];

/// The phrase of a title or heading that may mean trade with all partners together, if nothing else
/// in the file names the partner.
pub(crate) fn of_world(text: &FileText) -> Option<(String, &'static str)> {
    let plain = crate::reader::cells::vocabulary::plain(&text.text);
    let is_above = matches!(text.part, TextKind::Title | TextKind::Heading);
    let phrase = WITH_THE_WORLD.iter().find(|one| plain.contains(**one));
    let phrase = phrase.filter(|_| is_above)?;
    Some(((*phrase).to_owned(), Dimension::Partner.means()))
}

/// The error for a word of a text that is in doubt.
pub(crate) fn in_doubt(text: &FileText, word: String, means: &'static str) -> InputError {
    let word = if word.is_empty() {
        text.text.clone()
    } else {
        word
    };
    let plain = crate::reader::cells::vocabulary::plain;
    let is_findable = is_long_enough(&word);
    let stands_there = is_findable && plain(&text.text).contains(&plain(&word));
    InputError::TextInDoubt {
        part: text.part,
        ignore: match stands_there {
            true => word.clone().into_boxed_str(),
            false => text.text.clone().into_boxed_str(),
        },
        word: word.into(),
        means,
    }
}

/// Whether words are long enough to be searched for inside a text. A word in Chinese characters may
/// be shorter than one in letters.
pub(super) fn is_long_enough(words: &str) -> bool {
    words.chars().count() > if words.is_ascii() { 2 } else { 1 }
}

/// The words in a text that are in doubt, each with what it may mean, so that all can be settled at
/// once.
pub(crate) fn doubts(
    text: &FileText,
    knows: &dyn Fn(Dimension) -> bool,
    wants: &dyn Fn(u16) -> bool,
) -> Vec<(String, &'static str)> {
    const MOST: usize = 6;
    let mut rest = text.clone();
    let mut found: Vec<(String, &'static str)> = Vec::new();
    while let Some((word, means)) = doubt(&rest, knows, wants).filter(|_| found.len() < MOST) {
        let plain = vocabulary::plain(&rest.text);
        let own = vocabulary::plain(&word);
        // Without its word, or where the whole line is in doubt, nothing is left to look at.
        let stands_there = is_long_enough(&own) && own != plain && plain.contains(&own);
        rest.text = plain.replace(&own, " ");
        found.push((word, means));
        if !stands_there {
            break;
        }
    }
    found
}

/// The word in a text that is in doubt, and what it may mean; `None` if there is no doubt. `wants`:
/// whether a partner is asked for.
pub(crate) fn doubt(
    text: &FileText,
    knows: &dyn Fn(Dimension) -> bool,
    wants: &dyn Fn(u16) -> bool,
) -> Option<(String, &'static str)> {
    let plain = crate::reader::cells::vocabulary::plain(&text.text);
    if text.part == TextKind::Title && title_heads::is_of_statistics(&text.text) {
        return None;
    }
    // The countries in the name of an office are not those of the trade.
    if text.part == TextKind::Title && title_heads::is_of_office(&text.text) {
        let mut names = TextMeaning::of(&text.text).names.into_iter();
        let of_figures = names.find(|(dimension, _)| {
            *dimension != Dimension::Partner
                && *dimension != Dimension::ReleaseStatus
                && !knows(*dimension)
        });
        return of_figures.map(|(dimension, word)| (word, dimension.means()));
    }
    // A code that stands alone above a table is a condition of its query.
    if text.part == TextKind::Title && is_code(&plain) && !knows(Dimension::Good) {
        return Some((text.text.clone(), Dimension::Good.means()));
    }
    let is_source = SOURCES.iter().any(|source| plain.starts_with(source));
    let meaning = TextMeaning::of(&text.text);
    let names_source = is_source || OF_SOURCE.iter().any(|words| plain.contains(words));
    // What is left out of the trade of others says nothing of this one.
    if text.part == TextKind::Note && notes::is_of_others_left_out(&plain, &meaning, wants) {
        return None;
    }
    let side_in_doubt = match meaning.side {
        WhoseTrade::NotStated | WhoseTrade::Of(Perspective::Reporter) => false,
        WhoseTrade::Of(Perspective::Partner) | WhoseTrade::Unclear => {
            // Of a partner that is not asked for, no row is taken.
            let is_asked = meaning.partner().is_none_or(wants) || !text.applied.partner;
            !text.applied.side && !is_source && is_asked
        }
    };
    let is_name = text.part == TextKind::FileName;
    let may_tell = names_source || matches!(text.part, TextKind::Title | TextKind::FileName);
    if may_tell
        && !knows(Dimension::WhoseTrade)
        && let Some(word) = other_customs(&plain, &meaning)
    {
        return Some((word, Dimension::Reporter.means()));
    }
    if text.part == TextKind::Title
        && knows(Dimension::Partner)
        && let Some(place) = condition_on_country(&plain, &meaning).filter(|place| !wants(*place))
    {
        let name = crate::trade::Partner::at(place).map_or("", |partner| &partner.en);
        return Some((name.to_owned(), Dimension::Reporter.means()));
    }
    if let Some(place) = others::of_others(
        (text.part, &text.text),
        text.applied.partner,
        &meaning,
        wants,
    )
    .filter(|_| !is_source)
    {
        let name = crate::trade::Partner::at(place).map_or("", |partner| &partner.en);
        return Some((name.to_owned(), Dimension::Reporter.means()));
    }
    // `north_korea_imports.csv` may well be a file of China's imports.
    let from_partners_side = meaning.side == WhoseTrade::Of(Perspective::Partner);
    if side_in_doubt && !knows(Dimension::WhoseTrade) && (!is_name || from_partners_side) {
        let word = meaning.partners.first().copied();
        let name = word
            .and_then(crate::trade::Partner::at)
            .map_or("", |partner| &partner.en);
        return Some((name.to_owned(), Dimension::WhoseTrade.means()));
    }
    let others = meaning.partners.iter().any(|place| !is_china(*place));
    if others && !text.applied.partner && !knows(Dimension::Partner) && !is_source {
        let name = meaning
            .partners
            .first()
            .copied()
            .and_then(crate::trade::Partner::at);
        return Some((
            name.map_or("", |partner| &partner.en).to_owned(),
            Dimension::Partner.means(),
        ));
    }
    let scale = meaning.unit.filter(|unit| *unit != Unit::ONE);
    let is_title = text.part == TextKind::Title && !text.applied.unit;
    if scale.is_some() && is_title && !knows(Dimension::Unit) {
        return Some((text.text.clone(), Dimension::Unit.means()));
    }
    let tells = (text.part == TextKind::Note).then(|| told_of_all(&text.text, &plain, &meaning));
    let in_doubt = |dimension: Dimension| {
        let of_part = match text.part {
            TextKind::Note if tells == Some(true) => dimension != Dimension::ReleaseStatus,
            TextKind::Note if is_source => matches!(
                dimension,
                Dimension::Cumulative | Dimension::Adjusted | Dimension::Estimate
            ),
            TextKind::Note => !NO_DOUBT_IN_A_NOTE.contains(&dimension),
            TextKind::FileName => DOUBT_IN_A_NAME.contains(&dimension),
            _ => dimension != Dimension::ReleaseStatus,
        };
        let applied = dimension == Dimension::Cumulative && text.applied.cumulative
            || dimension == Dimension::Good
                && tells == Some(false)
                && notes::is_of_ban(&plain, &meaning);
        of_part && !applied && !knows(dimension)
    };
    let named = meaning
        .names
        .iter()
        .find(|(dimension, _)| in_doubt(*dimension));
    let named = named.map(|(dimension, word)| (word.clone(), dimension.means()));
    named.or_else(|| {
        let is_head = match text.part {
            TextKind::Title => !is_source,
            TextKind::Note => title_heads::is_caption(&text.text, &meaning),
            _ => false,
        };
        let left = is_head.then(|| title_heads::leftover(&text.text, &meaning));
        Some((left.flatten()?, Dimension::Segment.means()))
    })
}
