//! Reads an article: extracts plain text from HTML or markdown, splits it into sentences, and finds
//! their claims.

use super::by_code::ByCode;
use super::chinese;
use super::contradiction;
use super::english;
use super::error::ClaimsError;
use super::goods_before::{GoodsBefore, Link};
use super::korean;
use super::statement::{Base, Figure, SentenceReading, Statement};
use super::text_context::TextContext;
use crate::reader::bytes::decode;
use crate::trade::{Aside, Currency, Metric, NotUnderstood, Passage, Vintage};

/// The sentences of an article that state a figure of this trade, and those that seem to but were
/// not understood. `published` is the day of publication, which gives "last month" and months
/// without a year their meaning.
///
/// # Errors
/// If the bytes are not text.
pub fn read_article(
    shown: &str,
    bytes: &[u8],
    published: Option<Vintage>,
) -> Result<Vec<Passage>, ClaimsError> {
    let text = decode::decode(bytes, None)
        .map_err(|error| ClaimsError::of_file(shown, super::reason(&error)))?;
    let text = text.decode(&text.bytes).into_owned();
    // A text of two languages says everything twice; each version refers to itself alone.
    let mut english = TextContext {
        published,
        ..TextContext::default()
    };
    let mut asian = english;
    let (mut english_goods, mut asian_goods) = (GoodsBefore::default(), GoodsBefore::default());
    let mut passages = Vec::new();
    // Whether the previous sentence was in yuan.
    let mut is_in_yuan = false;
    // Whether the previous sentence measured a change from other than a year earlier.
    let mut is_from_elsewhere = false;
    let mut number = 0;
    for paragraph in super::plain::paragraphs(&text) {
        for (place, sentence) in super::sentences::sentences(&paragraph)
            .into_iter()
            .enumerate()
        {
            number += 1;
            let mut read = |sentence: &str| match script(sentence) {
                _ if sentence.chars().nth(LONGEST).is_some() => too_long(sentence),
                Script::Hangul => korean::read(sentence, &mut asian),
                Script::Han => chinese::read(sentence, &mut asian),
                Script::Other => english::read(sentence, &mut english),
            };
            let stand_in = match script(&sentence) {
                Script::Hangul => "석탄",
                Script::Han => "煤",
                Script::Other => "coal",
            };
            let reading = match ByCode::of(&sentence, stand_in) {
                Some(by_code) => by_code.read(read(&by_code.sentence)),
                None => read(&sentence),
            };
            let link = Link {
                names_country: names_country(&sentence),
                begins: place == 0,
            };
            let reading = match script(&sentence) {
                Script::Other => english_goods.read(reading, link),
                Script::Han | Script::Hangul => asian_goods.read(reading, link),
            };
            let reading = match is_in_yuan {
                true => after_yuan(&sentence, reading, place == 0),
                false => reading,
            };
            let reading = match is_from_elsewhere && place > 0 {
                true => after_other_base(reading),
                false => reading,
            };
            is_from_elsewhere = match &reading {
                SentenceReading::Statements(statements) => statements.iter().any(has_other_base),
                SentenceReading::NotUnderstood(_) => is_from_elsewhere,
                SentenceReading::Nothing => false,
            };
            let passage = passage(number, sentence, reading, published);
            let mut claims = passage.iter().flat_map(|passage| &passage.claims);
            is_in_yuan = claims.any(|claim| claim.stated_currency() == Currency::Cny);
            passages.extend(passage);
        }
    }
    Ok(passages)
}

/// The most characters of a sentence that is read. A text without full stops would else take a time
/// that grows with the square of its length.
const LONGEST: usize = 2_000;

/// A sentence that is too long to be read: listed where it may be about trade.
fn too_long(sentence: &str) -> SentenceReading {
    let words = [
        "import", "export", "trade", "进口", "出口", "贸易", "수입", "수출", "교역", "무역",
    ];
    match words.iter().any(|word| sentence.contains(word)) {
        true => SentenceReading::NotUnderstood(NotUnderstood::TooLong(LONGEST)),
        false => SentenceReading::Nothing,
    }
}

/// All sentences of an article.
#[cfg(test)]
pub fn sentences(text: &str) -> Vec<String> {
    let paragraphs = super::plain::paragraphs(text);
    let all = paragraphs
        .iter()
        .flat_map(|one| super::sentences::sentences(one));
    all.collect()
}

/// The script of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hangul,
    Han,
    Other,
}

fn script(sentence: &str) -> Script {
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    let is_han = |c: char| ('一'..='鿿').contains(&c);
    if sentence.chars().any(is_hangul) {
        Script::Hangul
    } else if sentence.chars().any(is_han) {
        Script::Han
    } else {
        Script::Other
    }
}

fn passage(
    number: u32,
    text: String,
    reading: SentenceReading,
    published: Option<Vintage>,
) -> Option<Passage> {
    let not_understood = |why| Passage {
        number,
        text: text.clone(),
        claims: Vec::new(),
        asides: Vec::new(),
        why_not: Some(why),
    };
    let statements = match reading {
        SentenceReading::Nothing => return None,
        SentenceReading::NotUnderstood(why) => return Some(not_understood(why)),
        SentenceReading::Statements(statements) => statements,
    };
    let (beside, statements): (Vec<Statement>, Vec<Statement>) =
        statements.into_iter().partition(|one| one.is_aside);
    if is_basis_open(&statements) {
        return Some(not_understood(NotUnderstood::NoBasis));
    }
    // The sentence mentions trade, but no figure.
    if statements.is_empty() {
        return Some(not_understood(NotUnderstood::NoMetric(String::new())));
    }
    let currency = only_currency(&statements);
    let names_tonnes = |one: &Statement| matches!(one.figure, Figure::Tonnes(_));
    let beside_record = currency.filter(|_| !statements.iter().any(names_tonnes));
    let mut claims = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let id = match statements.len() {
            1 => number.to_string(),
            _ => format!("{number}.{}", at + 1),
        };
        match statement.claim(id, currency, published) {
            Ok(mut claim) => {
                // A record beside an amount of money is one of values.
                if claim.metric == Metric::Record {
                    claim.currency = claim.currency.or(beside_record);
                }
                claims.push(claim);
            }
            // One unclear figure makes the others doubtful.
            Err(why) => return Some(not_understood(why)),
        }
    }
    if contradiction::is_between(&claims) {
        return Some(not_understood(NotUnderstood::Contradiction));
    }
    let asides = beside.iter().enumerate().filter_map(|(at, statement)| {
        let id = format!("{number}.{}", statements.len() + at + 1);
        Some(Aside {
            claim: statement.claim(id, currency, published).ok()?,
            is_base_open: statement.basis.is_none() && statement.period.is_month(),
        })
    });
    let asides: Vec<Aside> = asides.collect();
    let contradicts =
        |one: &Aside| contradiction::is_with_direction(&claims, &one.claim, one.is_base_open);
    if asides.iter().any(contradicts) {
        return Some(not_understood(NotUnderstood::Contradiction));
    }
    Some(Passage {
        number,
        text,
        claims,
        asides,
        why_not: None,
    })
}

/// A sentence after one in yuan. Changes without a currency are in yuan too, if the sentence is
/// still about the same trade (`Imports rose 4.7 percent.`). If it names the country again, either
/// currency may be meant; in a new paragraph it is read on its own.
fn after_yuan(sentence: &str, reading: SentenceReading, begins: bool) -> SentenceReading {
    let SentenceReading::Statements(mut statements) = reading else {
        return reading;
    };
    let names_one = |one: &Statement| {
        let in_figure = match one.figure {
            Figure::Money(_, currency)
            | Figure::BaseMoney(_, currency)
            | Figure::ChangeInMoney(_, _, currency) => currency,
            _ => None,
        };
        one.currency.or(in_figure).is_some()
    };
    if statements.iter().any(names_one) {
        return SentenceReading::Statements(statements);
    }
    let is_new = names_country(sentence);
    if is_new && begins {
        return SentenceReading::Statements(statements);
    }
    for statement in &mut statements {
        match statement.figure {
            Figure::Percent(_, number) if is_new => {
                return SentenceReading::NotUnderstood(NotUnderstood::TwoWays(format!(
                    "{number} %"
                )));
            }
            Figure::Tonnes(_) | Figure::Share(_) => {}
            _ => statement.currency = Some(Currency::Cny),
        }
    }
    SentenceReading::Statements(statements)
}

/// Whether a sentence names North Korea.
fn names_country(sentence: &str) -> bool {
    const NAMES: [&str; 8] = [
        "North Korea",
        "N. Korea",
        "N.Korea",
        "DPRK",
        "Pyongyang",
        "朝",
        "北韩",
        "북",
    ];
    NAMES.iter().any(|name| sentence.contains(name))
}

/// Whether a change without a base follows one from a base other than a year earlier:
/// `rose 15.9 percent from October, and exports 3 percent`.
fn is_basis_open(statements: &[Statement]) -> bool {
    let first = statements.iter().position(has_other_base);
    let behind = first.map_or(&[][..], |at| &statements[at..]);
    behind.iter().any(is_of_open_base)
}

/// Whether a change is measured from other than a year earlier.
fn has_other_base(one: &Statement) -> bool {
    matches!(one.basis, Some(Base::Mom | Base::Other(_)))
}

/// Whether it is a change that does not say from when it is.
fn is_of_open_base(one: &Statement) -> bool {
    let is_change = matches!(
        one.figure,
        Figure::Percent(..) | Figure::Moved(_) | Figure::Times(_) | Figure::Months(..)
    );
    is_change && one.basis.is_none() && !one.is_aside
}

/// A sentence after a change from another month: its own changes may be from there, too.
fn after_other_base(reading: SentenceReading) -> SentenceReading {
    match reading {
        SentenceReading::Statements(statements) if statements.iter().any(is_of_open_base) => {
            SentenceReading::NotUnderstood(NotUnderstood::NoBasis)
        }
        other => other,
    }
}

/// The currency of all amounts of a sentence, if those that name one agree.
fn only_currency(statements: &[Statement]) -> Option<Currency> {
    let named = |figure: &Figure| match figure {
        Figure::Money(_, currency)
        | Figure::BaseMoney(_, currency)
        | Figure::ChangeInMoney(_, _, currency) => *currency,
        _ => None,
    };
    let mut all = statements.iter().filter_map(|one| named(&one.figure));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}
